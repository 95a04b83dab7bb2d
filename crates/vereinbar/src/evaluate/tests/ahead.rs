//! What is overdue and what is ahead.

use serde_json::{Value, json};

use super::{at, evaluate, form};
use crate::auswertung::Terminart;
use crate::evaluate::EvaluateOptions;

fn with_massnahmen(massnahmen: &Value) -> Value {
    form("A", &json!({"ziele": [{"ziel": "x", "massnahmen": {"freier_traeger": massnahmen}}]}))
}

#[test]
fn overdue_is_what_is_not_done_before_the_stichtag() {
    let agreement = with_massnahmen(&json!([
        {"was": "seit zehn Tagen", "bis": "2027-06-20", "stand": "laufend"},
        {"was": "seit gestern", "bis": "2027-06-29"},
        {"was": "heute", "bis": "2027-06-30"},
        {"was": "erledigt", "bis": "2027-06-01", "stand": "erledigt"},
        {"was": "erledigt, dem Tag nach", "bis": "2027-06-01", "erledigt_am": "2027-06-05"},
        {"was": "ohne Tag"},
        {"was": "seit März", "bis": "1. Quartal 2027"},
        {"was": "verschoben", "bis": "2027-06-01", "stand": "verschoben", "neue_frist": "2027-12-31"},
        {"was": "noch einmal zu spät", "bis": "2027-05-01", "stand": "verschoben", "neue_frist": "Mai 2027"},
        {"was": "entfallen", "bis": "2027-06-01", "stand": "entfallen"},
        {"was": "immer", "bis": "fortlaufend"},
    ]));
    let auswertung = evaluate(&[agreement], &at("2027-06-30"));
    let overdue = auswertung.ueberfaellige_massnahmen.unwrap();
    let rows: Vec<_> = overdue.iter().map(|row| (row.was.as_deref().unwrap(), row.tage)).collect();
    let expected = [("seit März", 91), ("noch einmal zu spät", 30), ("seit zehn Tagen", 10), ("seit gestern", 1)];
    assert_eq!(rows, expected);
    let termine = auswertung.termine.unwrap();
    let ahead: Vec<_> = termine.iter().map(|termin| (termin.was.as_deref().unwrap(), termin.wann.as_deref())).collect();
    assert_eq!(ahead, [("heute", None), ("verschoben", None), ("immer", Some("fortlaufend"))]);
    let sides = &auswertung.massnahmen;
    assert_eq!(sides.freier_traeger.ueberfaellig.as_ref().unwrap().anzahl, 4);
    assert_eq!(sides.oeffentlicher_traeger.ueberfaellig.as_ref().unwrap().anzahl, 0);
    assert_eq!(sides.freier_traeger.erledigt.anzahl, 2);
    assert_eq!(auswertung.kennzahlen.ueberfaellige_massnahmen.unwrap().vereinbarungen, [1]);
}

#[test]
fn without_a_stichtag_nothing_is_overdue_or_ahead() {
    let agreement = with_massnahmen(&json!([{"was": "y", "bis": "1990-01-01"}, {"was": "z", "bis": "2199-01-01"}]));
    let auswertung = evaluate(&[agreement], &EvaluateOptions::default());
    assert_eq!(auswertung.ueberfaellige_massnahmen, None);
    assert_eq!(auswertung.termine, None);
    assert!(!auswertung.to_json().contains("ueberfaellig"));
}

#[test]
fn dialogue_talks_and_reviews_are_ahead_in_order_of_time() {
    let agreement = json!({
        "art": "leq_vereinbarung",
        "qualitaetsentwicklungsvereinbarung": {
            "vordrucke": [{"ziele": [
                {"ziel": "a", "zielueberpruefung": {
                    "oeffentlicher_traeger": [{"wie": "Akten", "wann": "November 2027 und November 2028"}],
                    "freier_traeger": [{"wie": "Befragung", "wann": "jährlich im Herbst"}],
                }},
                {"ziel": "b", "ergebnis": {"grad": "erreicht"}, "zielueberpruefung": {
                    "freier_traeger": [{"wie": "erledigt", "wann": "jährlich im Herbst"}, {"wie": "Rest", "wann": "Q4 2028"}],
                }},
            ]}],
            "traegergespraeche": {"termine": [{"am": "2027-11-15"}, {"am": "2028-11-14", "themen": ["Stand", "Ausblick"]}]},
        },
    });
    let termine = evaluate(&[agreement], &at("2027-12-01")).termine.unwrap();
    let rows: Vec<_> = termine
        .iter()
        .map(|termin| (termin.art, termin.von.map(|von| von.to_string()), termin.was.as_deref(), termin.ziel))
        .collect();
    let day = |text: &str| Some(text.to_owned());
    assert_eq!(
        rows,
        [
            (Terminart::Zielueberpruefung, day("2028-10-01"), Some("Rest"), Some(2)),
            (Terminart::Zielueberpruefung, day("2028-11-01"), Some("Akten"), Some(1)),
            (Terminart::Traegergespraech, day("2028-11-14"), Some("Stand; Ausblick"), None),
            (Terminart::Zielueberpruefung, None, Some("Befragung"), Some(1)),
        ]
    );
    assert_eq!(termine[3].wann.as_deref(), Some("jährlich im Herbst"));
    assert_eq!(termine[1].vordruck, Some(1));
}

#[test]
fn a_month_under_way_is_still_ahead() {
    let review = form(
        "A",
        &json!({"ziele": [{"ziel": "a", "zielueberpruefung": {"freier_traeger": [{"wann": "November 2027"}]}}]}),
    );
    let count = |stichtag| evaluate(std::slice::from_ref(&review), &at(stichtag)).termine.unwrap().len();
    assert_eq!((count("2027-11-30"), count("2027-12-01")), (1, 0));
}
