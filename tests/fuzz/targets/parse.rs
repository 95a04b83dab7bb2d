//! What is read is an agreement that says the same when it is written and read again, or a list of findings.

#![no_main]

use libfuzzer_sys::fuzz_target;
use vereinbar::{Stage, limits::MAX_FINDINGS, parse_bytes, validate};
use vereinbar_fuzz::assert_told;

fuzz_target!(|bytes: &[u8]| {
    match parse_bytes(bytes) {
        Ok(vereinbarung) => {
            let json = vereinbarung.to_json();
            let again = parse_bytes(json.as_bytes()).expect("what was written is read");
            assert_eq!(again, vereinbarung);
            assert_eq!(again.to_json(), json);
            for stage in [Stage::Entwurf, Stage::Unterschriftsreif] {
                let findings = validate(&vereinbarung, &stage.into());
                assert_eq!(findings, validate(&again, &stage.into()));
                assert_told(&findings);
            }
        }
        Err(error) => {
            let findings = error.findings();
            assert!((1..=MAX_FINDINGS + 1).contains(&findings.len()));
            assert_told(findings);
        }
    }
});
