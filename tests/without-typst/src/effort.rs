//! What bad input costs: no more than its length, and findings that a person can read.

use std::time::Duration;

use vereinbar::limits::{MAX_FINDINGS, MAX_INPUT_BYTES, MAX_VALUES};
use vereinbar::{ParseError, parse};
use vereinbar_tests::thread_time;

/// Some ten times what the longest of the texts below takes. Were each fault looked for from
/// the beginning of the text, it would take a quarter of an hour.
const LONGEST: Duration = Duration::from_secs(5);

/// What is wrong with a text, found in good time.
fn found(text: &str) -> ParseError {
    let (took, error) = thread_time(|| parse(text).unwrap_err());
    assert!(took < LONGEST, "{took:?} for {} bytes, {}", text.len(), &text[..60]);
    error
}

/// What is wrong with an agreement that has a list or an object with `entries`.
fn error(before: &str, entry: impl Fn(usize) -> String, entries: usize, after: &str) -> ParseError {
    let entries: Vec<String> = (0..entries).map(entry).collect();
    let text = format!(r#"{{"art": "qualitaetsentwicklungsvereinbarung", {before}{}{after}}}"#, entries.join(",\n"));
    assert!(text.len() < MAX_INPUT_BYTES, "{}", text.len());
    found(&text)
}

#[test]
fn many_wrong_entries_cost_no_more_than_their_length() {
    let most = MAX_VALUES - 10;
    let long = "x".repeat(200);
    let errors = [
        (error(r#""ziele": ["#, |_| "0".to_owned(), most, "]"), most),
        (error(r#""qualitaetsdimensionen": ["#, |_| "\"Qualität\"".to_owned(), most, "]"), most),
        (error("", |number| format!("\"zeile{number}\": 0"), most, ""), most),
        (error("", |number| format!("\"{number}{long}\": 0"), 30_000, ""), 30_000),
        (error(r#""ziele": ["#, |number| format!("{{\"zeil\": \"{number}\"}}"), most / 2 - 10, "]"), most / 2 - 10),
    ];
    for (error, faults) in errors {
        let findings = error.findings();
        assert_eq!(findings.len(), MAX_FINDINGS + 1);
        let last = findings.last().unwrap();
        assert_eq!((last.code, last.path.as_str(), last.position), ("more_faults", "", None));
        assert_eq!(last.message, format!("Dazu kommen {} weitere Fehler.", faults - MAX_FINDINGS));
        assert!(error.to_string().ends_with(&format!("Dazu kommen {} weitere Befunde.", faults - 1)), "{error}");
        let lines: Vec<usize> = findings.iter().filter_map(|finding| Some(finding.position?.line)).collect();
        assert_eq!(lines, (1..=MAX_FINDINGS).collect::<Vec<_>>());
    }
}

#[test]
fn the_rest_is_counted_from_the_first_that_is_not_named() {
    let last = |faults| {
        let findings = error(r#""ziele": ["#, |_| "0".to_owned(), faults, "]").into_findings();
        (findings.len(), findings.last().unwrap().message.clone())
    };
    assert_eq!(last(MAX_FINDINGS).0, MAX_FINDINGS);
    assert_eq!(last(MAX_FINDINGS + 1), (MAX_FINDINGS + 1, "Dazu kommt 1 weiterer Fehler.".to_owned()));
}

#[test]
fn more_values_than_an_agreement_can_have_are_not_read() {
    for entry in ["{}", "null", "[]", "\"\"", "0"] {
        let error = error(r#""ziele": ["#, |_| entry.to_owned(), MAX_VALUES + 1, "]");
        assert_eq!(error.findings()[0].code, "too_many_values", "{entry}");
        assert_eq!(error.findings()[0].position.unwrap().line, MAX_VALUES - 2, "{entry}");
    }
    // Commas in a text are none.
    let commas = ",".repeat(MAX_VALUES + 1);
    let text = format!(r#"{{"art": "qualitaetsentwicklungsvereinbarung", "aktenzeichen": "{commas}"}}"#);
    assert!(parse(&text).is_ok());
}

#[test]
fn deep_and_odd_texts_cost_no_more_than_their_length() {
    let half = MAX_INPUT_BYTES / 2 - 100;
    for text in [
        "[".repeat(MAX_INPUT_BYTES),
        format!(r#"{{"art": "qualitaetsentwicklungsvereinbarung", "x": {}{}}}"#, "[".repeat(half), "]".repeat(half)),
        format!(r#"{{"art": "qualitaetsentwicklungsvereinbarung"{}"#, " ".repeat(half)),
        format!(r#"{{"art": "qualitaetsentwicklungsvereinbarung", "{}": 0}}"#, "ä".repeat(half / 2)),
        format!(r#"{{"art": "qualitaetsentwicklungsvereinbarung", "x": "{}"#, "\\n".repeat(half / 2)),
        format!(r#"{{"art": "{}"}}"#, "x".repeat(half)),
    ] {
        assert!(!found(&text).findings().is_empty());
    }
}
