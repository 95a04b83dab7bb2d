//! An evaluation in parts: as bytes and back, and what is no such bytes.

use serde_json::json;

use super::{at, form};
use crate::auswertung::{Befund, FruehereAuswertung, Vorlage};
use crate::evaluate::{EvaluateOptions, Evaluator, MAX_STATE_BYTES, StateError};
use crate::parse;

/// One with something in every field that it keeps.
fn full() -> Evaluator {
    let earlier = Evaluator::new(at("2026-12-31")).finish().to_json();
    let options = EvaluateOptions {
        anonym: Some(true),
        vorher: Some(FruehereAuswertung::parse(&earlier).unwrap()),
        vorlage: Some(Vorlage::parse(r#"{"vorlage_nr": "2027/1", "oeffentlich": false}"#).unwrap()),
        ..at("2027-06-30")
    };
    let mut evaluator = Evaluator::new(options);
    let ziel = json!({
        "ziel": "Träger A hört zu.",
        "kriterien": {"freier_traeger": [{"woran": "Zufriedenheit", "indikator": {"einheit": "%", "zielwert": "80.50"}}]},
        "massnahmen": {"freier_traeger": [{"wer": "Leitung", "was": "fragt", "bis": "2027-01-01", "stand": "laufend"}]},
        "zielueberpruefung": {"oeffentlicher_traeger": [{"wann": "3. Quartal 2027", "wie": "Gespräch"}]},
        "ergebnis": {"grad": "teilweise_erreicht", "text": "fast", "datum": "2027-05-01"},
    });
    let agreement = form(
        "Träger A",
        &json!({
            "aktenzeichen": "51-1", "stand": "2027-01-02",
            "vereinbarungszeitraum": {"von": "2027-01-01", "bis": "2028-12-31"},
            "hilfearten": [{"bezeichnung": "Landeshilfe"}],
            "grundsaetze_und_massstaebe": [{"code": "partizipation"}, {"bezeichnung": "Eigener"}],
            "qualitaetsdimensionen": ["prozessqualitaet"], "ziele": [ziel],
            "fortsetzung": {"am": "2027-06-01", "einladung_durch": "Jugendamt"},
        }),
    );
    evaluator.add(&parse(&agreement.to_string()).unwrap(), "a.json");
    evaluator.report(Befund::unreadable("b.pdf", "Das ist beschädigt."));
    evaluator.report(Befund::without_row(vec!["c.pdf".to_owned(), "d.pdf".to_owned()]));
    evaluator
}

#[test]
fn bytes_become_the_same_again() {
    let evaluator = full();
    let bytes = evaluator.to_bytes().unwrap();
    let again = Evaluator::from_bytes(&bytes).unwrap();
    assert_eq!(again.to_bytes().unwrap(), bytes);
    assert_eq!((again.options(), again.added()), (evaluator.options(), 1));
    assert_eq!(again.finish(), evaluator.finish());
}

#[test]
fn other_options_are_refused_and_nothing_is_taken() {
    let mut all = full();
    for options in [at("2027-06-30"), EvaluateOptions { anonym: None, ..full().options().clone() }] {
        let mut other = Evaluator::new(options);
        other.report(Befund::unreadable("e.pdf", "Das ist beschädigt."));
        let error = all.merge(other).unwrap_err();
        assert!(error.to_string().contains("verschiedene Optionen"), "{error}");
    }
    assert_eq!(all.finish(), full().finish());
}

#[test]
fn what_is_no_state_is_refused_with_its_reason() {
    let bytes = full().to_bytes().unwrap();
    let refused = |bytes: &[u8]| Evaluator::from_bytes(bytes).unwrap_err();
    for foreign in [b"".as_slice(), b"%PDF-1.7", b"{}", b"vereinbarung", &[0xff; 300]] {
        assert_eq!(refused(foreign), StateError::NoState, "{foreign:?}");
    }
    for end in 1..bytes.len() {
        assert_eq!(refused(&bytes[..end]), StateError::Damaged, "{end} of {}", bytes.len());
    }
    let head = bytes.iter().position(|byte| *byte == b'\n').unwrap();
    for place in [head - 1, head + 1, bytes.len() - 1] {
        let mut changed = bytes.clone();
        changed[place] ^= 1;
        assert_eq!(refused(&changed), StateError::Damaged, "{place}");
    }
    assert_eq!(refused(&[bytes.as_slice(), b" "].concat()), StateError::Damaged);
    let text = String::from_utf8(bytes).unwrap();
    let version = concat!(" 2 ", env!("CARGO_PKG_VERSION"), " ");
    for other in [" 1 0.1.0 ", " 2 0.0.9 ", " 2 ", " 12345678901234567890 x "] {
        let changed = text.replacen(version, other, 1);
        assert_ne!(changed, text);
        assert_eq!(refused(changed.as_bytes()), StateError::OtherVersion, "{other}");
    }
    // Nothing is kept of what is too large; and what is not the JSON of a state is damaged,
    // though its SHA-256 is right.
    assert_eq!(refused(&vec![0; MAX_STATE_BYTES + 1]), StateError::TooLarge);
    for body in ["", "{}", "[[[[", "null", &"[".repeat(100_000)] {
        let forged = super::super::state::head(body.as_bytes()) + body;
        assert_eq!(refused(forged.as_bytes()), StateError::Damaged, "{}", body.len());
    }
}
