//! What is evaluated, over small agreements.

mod ahead;
mod anonymous;
mod identity;
mod independent;
mod once;
mod paper;
mod results;
mod state;

use serde_json::{Value, json};

use super::{EvaluateOptions, Evaluator, ResultCell};
use crate::auswertung::Auswertung;
use crate::parse;

/// The agreements in this order, each from a file named after its place.
fn evaluate(agreements: &[Value], options: &EvaluateOptions) -> Auswertung {
    let mut evaluator = Evaluator::new(options.clone());
    for (index, agreement) in agreements.iter().enumerate() {
        evaluator.add(&parse(&agreement.to_string()).unwrap(), &format!("{index}.json"));
    }
    evaluator.finish()
}

fn at(stichtag: &str) -> EvaluateOptions {
    EvaluateOptions { stichtag: Some(stichtag.parse().unwrap()), ..EvaluateOptions::default() }
}

/// Form A of a Träger, with more fields.
fn form(traeger: &str, fields: &Value) -> Value {
    let mut form = json!({"art": "qualitaetsentwicklungsvereinbarung", "traeger": {"name": traeger}});
    for (name, value) in fields.as_object().unwrap() {
        form[name] = value.clone();
    }
    form
}

#[test]
fn nothing_gives_an_empty_auswertung() {
    let auswertung = evaluate(&[], &at("2027-01-01"));
    assert!(auswertung.is_empty());
    assert_eq!(auswertung.massstaebe_ohne_vereinbarung.len(), crate::modell::Massstabscode::ALL.len());
    assert_eq!(auswertung.termine, Some(Vec::new()));
}

#[test]
fn a_form_with_several_dimensions_and_massstaebe_counts_at_each() {
    let several = form(
        "A",
        &json!({
            "qualitaetsdimensionen": ["prozessqualitaet", "strukturqualitaet"],
            "grundsaetze_und_massstaebe": [{"code": "partizipation"}, {"bezeichnung": "Eigener"}],
            "ziele": [{"ziel": "x", "massnahmen": {"freier_traeger": [{"was": "y"}, {"was": "z"}]}}],
        }),
    );
    let auswertung = evaluate(&[several], &EvaluateOptions::default());
    assert_eq!(auswertung.matrix.len(), 4);
    for cell in &auswertung.matrix {
        assert_eq!((cell.vereinbarungen.anzahl, cell.ziele.anzahl, cell.massnahmen.anzahl), (1, 1, 2));
    }
    // The totals count once.
    assert_eq!(auswertung.kennzahlen.ziele.anzahl, 1);
    assert_eq!(auswertung.ergebnisse.ohne_angabe.anzahl, 1);
    assert_eq!(auswertung.massnahmen.freier_traeger.ohne_angabe.anzahl, 2);
}

#[test]
fn part_ii_counts_each_vordruck_and_the_agreement_once() {
    let vordruck = |grad: &str| {
        json!({
            "qualitaetsdimensionen": ["prozessqualitaet"],
            "grundsaetze_und_massstaebe": [{"code": "partizipation"}],
            "ziele": [{"ziel": "x", "ergebnis": {"grad": grad}}],
        })
    };
    let leq = json!({
        "art": "leq_vereinbarung",
        "oeffentlicher_traeger": {"name": "Landkreis Musterland"},
        "wirksam_ab": "2027-02-01",
        "qualitaetsentwicklungsvereinbarung": {"vordrucke": [vordruck("erreicht"), vordruck("offen")]},
    });
    let auswertung = evaluate(&[leq], &EvaluateOptions::default());
    assert_eq!(auswertung.matrix.len(), 1);
    let cell = &auswertung.matrix[0];
    assert_eq!((cell.vereinbarungen.anzahl, cell.ziele.anzahl), (1, 2));
    assert_eq!(cell.ziele.vereinbarungen, [1]);
    assert_eq!(auswertung.ergebnisse.erreicht.anzahl, 1);
    assert_eq!(auswertung.oeffentliche_traeger[0].name.as_deref(), Some("Landkreis Musterland"));
    assert_eq!(auswertung.traeger[0].name, None);
    assert_eq!(auswertung.zeitraum.von, "2027-02-01".parse().ok());
}

#[test]
fn an_own_massstab_is_one_however_it_is_written() {
    let with = |traeger: &str, words: &str| {
        form(traeger, &json!({"grundsaetze_und_massstaebe": [{"bezeichnung": words}], "ziele": [{"ziel": "x"}]}))
    };
    let all = [with("A", "Beschwerde  kultur"), with("B", "beschwerde kultur"), with("C", "partizipation")];
    let auswertung = evaluate(&all, &EvaluateOptions::default());
    let rows: Vec<_> = auswertung
        .grundsaetze_und_massstaebe
        .iter()
        .map(|row| (row.massstab.as_ref().unwrap().bezeichnung.as_str(), row.vereinbarungen.anzahl))
        .collect();
    assert_eq!(rows, [("Partizipation", 1), ("Beschwerde kultur", 2)]);
}

#[test]
fn blank_lines_of_the_form_are_not_counted() {
    let blank = form(
        "A",
        &json!({"ziele": [
            {},
            {"ziel": "  ", "kriterien": {"freier_traeger": [{"woran": ""}]}, "zielueberpruefung": {"freier_traeger": [{}]}},
            {"ziel": "x", "massnahmen": {"oeffentlicher_traeger": [{}, {"wer": " "}, {"bis": "2027-01-01"}]}},
        ]}),
    );
    let auswertung = evaluate(&[blank], &EvaluateOptions::default());
    assert_eq!((auswertung.kennzahlen.ziele.anzahl, auswertung.kennzahlen.massnahmen.anzahl), (1, 1));
    // Neither dimension nor Maßstab is given.
    assert_eq!(auswertung.matrix[0].massstab, None);
    assert_eq!(auswertung.matrix[0].qualitaetsdimension, None);
}

#[test]
fn tables_say_what_they_are_of_and_names_are_in_german_order() {
    let all = ["Zebra", "Übermut", "alpha", "Ärger"].map(|name| {
        form(
            name,
            &json!({"vereinbarungszeitraum": {"von": "2027-01-01", "bis": "2028-12-31"}, "jugendamt": {"name": "J"}}),
        )
    });
    let auswertung = evaluate(&all, &at("2027-06-30"));
    let names: Vec<_> = auswertung.traeger.iter().map(|group| group.name.as_deref().unwrap()).collect();
    assert_eq!(names, ["alpha", "Ärger", "Übermut", "Zebra"]);
    let listed: Vec<_> = auswertung.vereinbarungen.iter().map(|entry| entry.traeger.as_deref().unwrap()).collect();
    assert_eq!(listed, names);
    let tables = super::tables(&auswertung);
    let angaben = tables.iter().find(|table| table.name == "angaben").unwrap();
    let rows: Vec<_> =
        angaben.rows.iter().map(|row| row.iter().map(ResultCell::deutsch).collect::<Vec<_>>().join(": ")).collect();
    assert_eq!(
        rows,
        [
            "Stichtag: 30.06.2027",
            "Beginn des Zeitraums: 01.01.2027",
            "Ende des Zeitraums: 31.12.2028",
            "Öffentliche Träger: 1",
            "Träger: 4",
            "Anonym: nein",
            "Interne Fassung: ja",
            "Vorlage-Nr.: ",
        ]
    );
}
