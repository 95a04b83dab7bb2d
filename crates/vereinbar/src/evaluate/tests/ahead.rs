//! What is overdue and what is ahead.

use serde_json::{Value, json};

use super::{at, evaluate, form};
use crate::auswertung::{FaelligeMassnahme, Terminart, Zaehlung};
use crate::evaluate::EvaluateOptions;

fn with_massnahmen(massnahmen: &Value) -> Value {
    form("A", &json!({"ziele": [{"ziel": "x", "massnahmen": {"freier_traeger": massnahmen}}]}))
}

#[test]
fn what_is_late_and_what_nobody_reports_are_two_figures() {
    let agreement = with_massnahmen(&json!([
        {"was": "seit zehn Tagen", "bis": "2027-06-20", "stand": "laufend"},
        {"was": "noch nicht begonnen", "bis": "2027-06-25", "stand": "offen"},
        {"was": "nicht\ngemeldet", "bis": "2027-06-29"},
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
    let owned = |(was, tage): (&str, i64)| (was.to_owned(), tage);
    let rows = |list: &Option<Vec<FaelligeMassnahme>>| -> Vec<(String, i64)> {
        list.as_ref().unwrap().iter().map(|row| (row.was.clone().unwrap(), row.tage)).collect()
    };
    let late = [("noch einmal zu spät", 30), ("seit zehn Tagen", 10), ("noch nicht begonnen", 5)].map(owned);
    assert_eq!(rows(&auswertung.ueberfaellige_massnahmen), late);
    assert_eq!(rows(&auswertung.massnahmen_ohne_meldung), [("seit März", 91), ("nicht gemeldet", 1)].map(owned));
    let termine = auswertung.termine.as_ref().unwrap();
    let ahead: Vec<_> = termine.iter().map(|termin| (termin.was.as_deref().unwrap(), termin.wann.as_deref())).collect();
    assert_eq!(ahead, [("heute", None), ("verschoben", None), ("immer", Some("fortlaufend"))]);
    let sides = &auswertung.massnahmen;
    let counts = |count: &Option<Zaehlung>| count.as_ref().unwrap().anzahl;
    assert_eq!((counts(&sides.freier_traeger.ueberfaellig), counts(&sides.freier_traeger.ohne_meldung)), (3, 2));
    assert_eq!(counts(&sides.oeffentlicher_traeger.ueberfaellig), 0);
    assert_eq!(sides.freier_traeger.erledigt.anzahl, 2);
    assert_eq!(auswertung.kennzahlen.erledigte_massnahmen.anzahl, 2);
    assert_eq!(auswertung.kennzahlen.ueberfaellige_massnahmen.as_ref().unwrap().vereinbarungen, [1]);
    assert_eq!(counts(&auswertung.kennzahlen.massnahmen_ohne_meldung), 2);
    // The tables say both, too.
    let tables = crate::evaluate::tables(&auswertung);
    let of = |name: &str| tables.iter().find(|table| table.name == name).unwrap().rows.len();
    assert_eq!((of("ueberfaellige_massnahmen"), of("massnahmen_ohne_meldung")), (3, 2));
}

#[test]
fn a_talk_is_past_unless_something_was_entered_since_or_a_new_agreement_follows() {
    let talk = |traeger: &str, fields: &Value| {
        let mut form = form(traeger, fields);
        // A month is over with its last day.
        let am = if traeger == "Monat" { "Februar 2027" } else { "2027-03-01" };
        form["fortsetzung"] = json!({"am": am, "einladung_durch": "Jugendamt"});
        form
    };
    let period =
        |von: &str, bis: &str| json!({"vereinbarungszeitraum": {"von": von, "bis": bis}, "ziele": [{"ziel": von}]});
    let all = [
        talk("Still", &json!({"stand": "2027-02-01"})),
        talk("Monat", &json!({"stand": "2027-02-28"})),
        talk("Stand", &json!({"stand": "2027-03-01"})),
        talk("Ergebnis", &json!({"ziele": [{"ziel": "x", "ergebnis": {"grad": "erreicht", "datum": "2027-04-01"}}]})),
        talk("Nachfolge", &period("2025-01-01", "2026-12-31")),
        form("Nachfolge", &period("2027-01-01", "2028-12-31")),
    ];
    let auswertung = evaluate(&all, &at("2027-06-30"));
    let talks = auswertung.verstrichene_gespraeche.as_ref().unwrap();
    assert_eq!(talks.len(), 1);
    let traeger = auswertung.vereinbarung(talks[0].vereinbarung).unwrap().traeger.as_deref();
    assert_eq!((traeger, talks[0].tage, talks[0].wer.as_deref()), (Some("Still"), 121, Some("Jugendamt")));
    assert_eq!(auswertung.kennzahlen.verstrichene_gespraeche.unwrap().anzahl, 1);
    assert!(auswertung.termine.unwrap().is_empty());
}

#[test]
fn an_agreement_that_has_ended_lacks_a_result_or_a_successor() {
    let with = |traeger: &str, von: &str, bis: &str, grad: Option<&str>| {
        form(
            traeger,
            &json!({
                "jugendamt": {"name": "Amt"},
                "vereinbarungszeitraum": {"von": von, "bis": bis},
                "ziele": [{"ziel": von, "ergebnis": {"grad": grad}}],
            }),
        )
    };
    let all = [
        with("Beides", "2025-01-01", "2026-12-31", Some("erreicht")),
        with("Beides", "2027-01-01", "2028-12-31", None),
        with("Ohne Ergebnis", "2025-01-01", "2026-12-31", Some("offen")),
        with("Ohne Ergebnis", "2027-01-01", "2028-12-31", None),
        with("Ohne Nachfolge", "2025-01-01", "2027-06-29", Some("nicht_erreicht")),
        with("Läuft", "2025-01-01", "2027-06-30", None),
    ];
    let auswertung = evaluate(&all, &at("2027-06-30"));
    let ended = auswertung.beendete_vereinbarungen.as_ref().unwrap();
    let rows: Vec<_> = ended
        .iter()
        .map(|row| {
            let name = |nr: u32| auswertung.vereinbarung(nr).unwrap().traeger.clone().unwrap();
            (name(row.vereinbarung), row.tage, row.ziele_ohne_ergebnis, row.nachfolge.map(name))
        })
        .collect();
    let own = "Ohne Ergebnis".to_owned();
    assert_eq!(rows, [(own.clone(), 181, 1, Some(own)), ("Ohne Nachfolge".to_owned(), 1, 0, None)]);
    let numbers = &auswertung.kennzahlen;
    let count = |count: &Option<Zaehlung>| count.as_ref().unwrap().anzahl;
    assert_eq!((count(&numbers.beendet_ohne_ergebnis), count(&numbers.beendet_ohne_nachfolge)), (1, 1));
    // What still runs is apart from what has ended without a result.
    assert_eq!((count(&numbers.ziele_im_zeitraum), count(&numbers.ziele_nach_ende)), (3, 1));
    assert_eq!((count(&numbers.ziele_ohne_ende), numbers.bewertete_ziele.anzahl), (0, 2));
}

#[test]
fn without_a_stichtag_nothing_is_overdue_or_ahead() {
    let agreement = with_massnahmen(&json!([{"was": "y", "bis": "1990-01-01"}, {"was": "z", "bis": "2199-01-01"}]));
    let auswertung = evaluate(&[agreement], &EvaluateOptions::default());
    assert_eq!(auswertung.ueberfaellige_massnahmen, None);
    assert_eq!(auswertung.termine, None);
    assert_eq!(auswertung.beendete_vereinbarungen, None);
    for word in ["ueberfaellig", "ohne_meldung", "nach_ende", "verstrichen", "beendet"] {
        assert!(!auswertung.to_json().contains(word), "{word}");
    }
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
