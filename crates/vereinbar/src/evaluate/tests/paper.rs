//! The paper for a committee: its head, whom it names, what is decided.

use serde_json::{Value, json};

use super::{at, evaluate, form};
use crate::auswertung::{Auswertung, Vorlage};
use crate::evaluate::EvaluateOptions;

fn agreement() -> Value {
    form(
        "Lindenhof gGmbH",
        &json!({
            "aktenzeichen": "51-1",
            "vereinbarungszeitraum": {"von": "2025-01-01", "bis": "2026-12-31"},
            "grundsaetze_und_massstaebe": [{"code": "partizipation"}],
            "ziele": [{"ziel": "x", "massnahmen": {"freier_traeger": [
                {"was": "a", "bis": "2026-01-01", "stand": "laufend"},
                {"was": "b", "bis": "2026-01-01"},
                {"was": "c", "bis": "2026-01-01"},
            ]}}],
            "fortsetzung": {"am": "2026-12-01"},
        }),
    )
}

fn of(vorlage: &str, anonym: Option<bool>) -> Auswertung {
    let vorlage = Vorlage::parse(vorlage).unwrap();
    evaluate(&[agreement()], &EvaluateOptions { anonym, vorlage: Some(vorlage), ..at("2027-06-30") })
}

#[test]
fn a_public_paper_names_nobody_unless_asked_otherwise() {
    let names = |auswertung: &Auswertung| (auswertung.anonym, auswertung.intern);
    for public in ["{}", r#"{"oeffentlich": true}"#] {
        let auswertung = of(public, None);
        assert_eq!(names(&auswertung), (true, false));
        assert!(!auswertung.to_json().contains("Lindenhof"));
        // With names on request, but never with those of files.
        let named = of(public, Some(false));
        assert_eq!(names(&named), (false, false));
        assert!(named.to_json().contains("Lindenhof") && !named.to_json().contains("0.json"));
    }
    assert_eq!(names(&of(r#"{"oeffentlich": false}"#, None)), (false, true));
    assert_eq!(names(&of(r#"{"oeffentlich": false}"#, Some(true))), (true, false));
    let internal = evaluate(&[agreement()], &at("2027-06-30"));
    assert_eq!(names(&internal), (false, true));
    assert!(internal.to_json().contains("0.json"));
}

#[test]
fn the_decision_is_that_of_the_vorlage_or_proposed_from_the_data() {
    let proposed = of(r#"{"gremium": "Unterausschuss"}"#, None).beschlussvorschlag;
    let begins = [
        "Der Unterausschuss nimmt die Auswertung zur Kenntnis.",
        "Für die Maßstäbe Kinderrechte, Ressourcenorientierung, ",
        "Eine Maßnahme ist überfällig; ",
        "Zu 2 Maßnahmen, deren Frist vorbei ist, ist kein Stand gemeldet; ",
        "Eine Vereinbarung ist beendet, ohne dass alle Ziele bewertet sind; ",
        "Auf eine beendete Vereinbarung folgt ",
        "Der Tag eines Gesprächs ",
    ];
    assert_eq!(proposed.len(), begins.len(), "{proposed:#?}");
    for (sentence, begin) in proposed.iter().zip(begins) {
        assert!(sentence.starts_with(begin) && sentence.ends_with('.'), "{sentence}");
    }
    let own = of(r#"{"beschluss": ["Der Bericht wird vertagt."]}"#, None);
    assert_eq!(own.beschlussvorschlag, ["Der Bericht wird vertagt."]);
    let other = of(r#"{"gremium": "Kreistag"}"#, None);
    assert_eq!(other.beschlussvorschlag[0], "Das Gremium (Kreistag) nimmt die Auswertung zur Kenntnis.");
    assert_eq!(evaluate(&[], &at("2027-06-30")).beschlussvorschlag.len(), 1);
}

#[test]
fn a_vorlage_with_faults_is_refused_with_all_of_them() {
    let error = Vorlage::parse(r#"{"vorlage_nummer": "1", "sitzung": "14.03.2028"}"#).unwrap_err();
    let paths: Vec<_> = error.findings().iter().map(|finding| finding.path.as_str()).collect();
    assert_eq!(paths, ["/vorlage_nummer", "/sitzung"]);
    assert!(error.to_string().contains("vorlage_nr"), "{error}");
}
