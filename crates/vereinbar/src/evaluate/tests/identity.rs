//! Who is who: corrections of one agreement, and different ones that look alike.

use serde_json::{Value, json};

use super::{evaluate, form};
use crate::auswertung::{Auswertung, Befundart};
use crate::evaluate::EvaluateOptions;

/// An agreement with all that tells it apart, and these fields otherwise.
fn with(fields: &Value) -> Value {
    let mut all = form(
        "Beispielträger Jugendhilfe gGmbH",
        &json!({
            "aktenzeichen": "51-1",
            "stand": "2027-01-01",
            "jugendamt": {"name": "Landkreis Musterland"},
            "vereinbarungszeitraum": {"von": "2027-01-01", "bis": "2028-12-31"},
            "qualitaetsdimensionen": ["prozessqualitaet"],
            "grundsaetze_und_massstaebe": [{"code": "partizipation"}],
            "ziele": [{"ziel": "Kinder bringen ihre Sicht in den Hilfeplan ein."}],
        }),
    );
    for (name, value) in fields.as_object().unwrap() {
        all[name] = value.clone();
    }
    all
}

/// A later version with these fields.
fn later(fields: &Value) -> Value {
    let mut all = with(fields);
    all["stand"] = "2027-06-01".into();
    all
}

fn both(a: Value, b: Value) -> Auswertung {
    let auswertung = evaluate(&[a.clone(), b.clone()], &EvaluateOptions::default());
    assert_eq!(evaluate(&[b, a], &EvaluateOptions::default()).vereinbarungen.len(), auswertung.vereinbarungen.len());
    auswertung
}

fn arten(auswertung: &Auswertung) -> Vec<Befundart> {
    auswertung.befunde.iter().map(|befund| befund.art).collect()
}

#[test]
fn what_was_corrected_under_one_aktenzeichen_counts_once_and_is_reported() {
    for (what, correction) in [
        ("first day", json!({"vereinbarungszeitraum": {"von": "2027-01-10", "bis": "2028-12-31"}})),
        ("dimension added", json!({"qualitaetsdimensionen": ["prozessqualitaet", "strukturqualitaet"]})),
        ("dimension", json!({"qualitaetsdimensionen": ["ergebnisqualitaet"]})),
        ("Maßstab", json!({"grundsaetze_und_massstaebe": [{"code": "kinderrechte"}]})),
        ("name", json!({"traeger": {"name": "Beispielträger Jugendhilfe Nord gGmbH"}})),
        ("legal form", json!({"traeger": {"name": "Beispielträger Jugendhilfe e. V."}})),
    ] {
        let auswertung = both(with(&json!({})), later(&correction));
        assert_eq!(auswertung.vereinbarungen.len(), 1, "{what}");
        assert_eq!(arten(&auswertung), [Befundart::BerichtigteFassung], "{what}");
        assert_eq!(auswertung.befunde[0].quellen, ["1.json", "0.json"], "{what}");
        assert_eq!(auswertung.traeger.len(), 1, "{what}");
    }
    // No more than its spelling.
    let auswertung = both(with(&json!({})), later(&json!({"traeger": {"name": "Beispielträger Jugendhilfe gGmbh"}})));
    assert_eq!(arten(&auswertung), [Befundart::AeltereFassung]);
    // The new name at the old address.
    let at_home = |name: &str| json!({"traeger": {"name": name, "anschrift": {"strasse": "Musterstraße 1", "ort": "Musterstadt"}}});
    let auswertung = both(with(&at_home("Lindenhof gGmbH")), later(&at_home("Brückenwerk gGmbH")));
    assert_eq!(arten(&auswertung), [Befundart::BerichtigteFassung]);
}

#[test]
fn a_corrected_leq_vereinbarung_counts_once() {
    let leq = |von: &str, name: &str, stand: &str| {
        json!({
            "art": "leq_vereinbarung", "aktenzeichen": "51-2", "stand": stand,
            "traeger": {"name": name}, "einrichtung": {"name": "Haus Lindenhof"},
            "qualitaetsentwicklungsvereinbarung": {"zeitraum": {"von": von, "bis": "2028-12-31"}},
        })
    };
    let auswertung = both(
        leq("2027-01-01", "Lindenhof gGmbH", "2027-01-01"),
        leq("2027-02-01", "Lindenhof Jugendhilfe gGmbH", "2027-02-01"),
    );
    assert_eq!((auswertung.vereinbarungen.len(), arten(&auswertung)), (1, vec![Befundart::BerichtigteFassung]));
}

#[test]
fn forms_for_other_massstaebe_and_the_next_period_under_one_aktenzeichen_are_no_corrections() {
    let other_form = json!({
        "grundsaetze_und_massstaebe": [{"code": "kinderrechte"}],
        "ziele": [{"ziel": "Kinder kennen ihre Rechte."}],
    });
    let next = json!({"vereinbarungszeitraum": {"von": "2029-01-01", "bis": "2030-12-31"}});
    for other in [other_form, next] {
        let auswertung = both(with(&json!({})), later(&other));
        assert_eq!((auswertung.vereinbarungen.len(), arten(&auswertung)), (2, Vec::new()), "{other}");
    }
}

#[test]
fn other_traeger_under_one_aktenzeichen_are_two_and_reported() {
    let other = json!({"traeger": {"name": "Brückenwerk gGmbH"}});
    let auswertung = both(with(&json!({})), later(&other));
    assert_eq!((auswertung.vereinbarungen.len(), arten(&auswertung)), (2, vec![Befundart::GleichesAktenzeichen]));
    // Two offices may well use the same number.
    let elsewhere = json!({"jugendamt": {"name": "Stadt Beispielhausen"}, "traeger": {"name": "Brückenwerk gGmbH"}});
    let auswertung = both(with(&json!({})), later(&elsewhere));
    assert_eq!((auswertung.vereinbarungen.len(), arten(&auswertung)), (2, Vec::new()));
}

#[test]
fn the_same_name_with_another_aktenzeichen_is_two_and_reported() {
    let auswertung = both(with(&json!({})), later(&json!({"aktenzeichen": "51-2"})));
    assert_eq!((auswertung.vereinbarungen.len(), arten(&auswertung)), (2, vec![Befundart::AnderesAktenzeichen]));
    assert_eq!(auswertung.traeger.len(), 1);
}

#[test]
fn the_same_name_at_another_address_is_two_and_reported() {
    let at =
        |ort: &str| json!({"aktenzeichen": null, "traeger": {"name": "Jugendhilfe e. V.", "anschrift": {"ort": ort}}});
    let auswertung = both(with(&at("Musterstadt")), later(&at("Beispielhausen")));
    assert_eq!((auswertung.vereinbarungen.len(), arten(&auswertung)), (2, vec![Befundart::GleicherName]));
    let names: Vec<_> = auswertung.traeger.iter().map(|group| group.name.as_deref().unwrap()).collect();
    assert_eq!(names, ["Jugendhilfe e. V., Beispielhausen", "Jugendhilfe e. V., Musterstadt"]);
    let options = EvaluateOptions { anonym: Some(true), ..EvaluateOptions::default() };
    let without_names = evaluate(&[with(&at("Musterstadt")), later(&at("Beispielhausen"))], &options);
    assert_eq!(without_names.traeger.len(), 2);
    assert!(!without_names.to_json().contains("Beispielhausen"));
    // Written otherwise it is the same address.
    let street = |strasse: &str| json!({"traeger": {"name": "Jugendhilfe e. V.", "anschrift": {"strasse": strasse, "ort": "Musterstadt"}}});
    let auswertung = both(with(&street("Musterstraße 1")), later(&street("Musterstr. 1")));
    assert_eq!((auswertung.traeger.len(), arten(&auswertung)), (1, vec![Befundart::AeltereFassung]));
}

#[test]
fn a_name_from_a_mac_is_the_same_name() {
    let name = |name: &str| json!({"traeger": {"name": name}});
    let auswertung = both(with(&name("Größer e. V.")), later(&name("Gro\u{308}ßer e. V.")));
    assert_eq!((auswertung.vereinbarungen.len(), arten(&auswertung)), (1, vec![Befundart::AeltereFassung]));
    assert_eq!(auswertung.traeger[0].name.as_deref(), Some("Größer e. V."));
    let auswertung = both(with(&name("Größer e. V.")), with(&name("Gro\u{308}ßer e. V.")));
    assert_eq!(arten(&auswertung), [Befundart::Doppelt]);
}
