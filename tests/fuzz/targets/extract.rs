//! A PDF from anywhere gives its agreements or says why it gives none, however it is asked.

#![no_main]

use libfuzzer_sys::fuzz_target;
use vereinbar::{Severity, extract, extract_all, extract_answers, parse, refresh};
use vereinbar_fuzz::assert_told;

fuzz_target!(|pdf: &[u8]| {
    let all = extract_all(pdf);
    match extract_answers(pdf) {
        Ok(answers) => {
            let json = answers.vereinbarung.to_json();
            assert_eq!(parse(&json).expect("what was read is an agreement"), answers.vereinbarung);
            assert_told(&answers.findings);
            let is_whole = answers.findings.iter().all(|finding| finding.severity != Severity::Error);
            let one = extract(pdf);
            assert_eq!(one.is_ok(), is_whole);
            let all = all.expect("one agreement is all of them");
            assert_eq!(all.len(), 1);
            assert_eq!(all.into_iter().next().and_then(|only| only.vereinbarung.ok()), one.ok());
        }
        Err(error) => {
            assert!(!error.to_string().is_empty());
            assert_told(error.findings());
            if let Err(error) = all {
                assert!(!error.to_string().is_empty());
            }
        }
    }
    match refresh(pdf) {
        Ok(drawn) => assert!(drawn.starts_with(b"%PDF-")),
        Err(error) => assert!(!error.to_string().is_empty()),
    }
});
