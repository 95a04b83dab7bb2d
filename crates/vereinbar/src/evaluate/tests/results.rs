//! What came of the Ziele, and how that compares.

use serde_json::{Value, json};

use super::{at, evaluate, form};
use crate::auswertung::{
    AnteileAnAllen, AnteileAnDenBewerteten, FruehereAuswertung, FruehereAuswertungError, Kennzahl, Ziellage,
};
use crate::evaluate::{EvaluateOptions, ResultCell, tables};
use crate::modell::FASSUNG;

fn agreement() -> Value {
    form(
        "A",
        &json!({
            "vereinbarungszeitraum": {"von": "2025-01-01", "bis": "2026-12-31"},
            "grundsaetze_und_massstaebe": [{"code": "partizipation"}, {"bezeichnung": "leitbild"}],
            "ziele": [
                {"ziel": "Ohne Ergebnis."},
                {},
                {"ziel": "Nicht erreicht.", "ergebnis": {"grad": "nicht_erreicht"}},
                {"ziel": "Erreicht.\nSo ist es.", "ergebnis": {
                    "grad": "erreicht", "text": "94 % wurden gefragt.", "folge": "Das Ziel wird fortgeführt.",
                    "datum": "2026-11-30",
                }},
            ],
        }),
    )
}

#[test]
fn each_ziel_says_what_came_of_it_and_what_follows() {
    let own =
        form("B", &json!({"grundsaetze_und_massstaebe": [{"bezeichnung": "Leitbild"}], "ziele": [{"ziel": "y"}]}));
    let auswertung = evaluate(&[agreement(), own], &at("2027-06-30"));
    let rows: Vec<_> = auswertung
        .zielergebnisse
        .iter()
        .map(|row| (row.wortlaut.as_deref().unwrap(), row.ziel, row.vereinbarung, row.lage.unwrap()))
        .collect();
    assert_eq!(
        rows,
        [
            ("Erreicht. So ist es.", 4, 1, Ziellage::Bewertet),
            ("Nicht erreicht.", 3, 1, Ziellage::Bewertet),
            ("Ohne Ergebnis.", 1, 1, Ziellage::NachEnde),
            ("y", 1, 2, Ziellage::OhneEnde),
        ]
    );
    let best = &auswertung.zielergebnisse[0];
    let words: Vec<_> = best.massstaebe.iter().map(|massstab| massstab.bezeichnung.as_str()).collect();
    assert_eq!(words, ["Partizipation", "Leitbild"]);
    assert_eq!(best.ergebnis.as_deref(), Some("94 % wurden gefragt."));
    assert_eq!(best.folge.as_deref(), Some("Das Ziel wird fortgeführt."));
    let table = tables(&auswertung).into_iter().find(|table| table.name == "zielergebnisse").unwrap();
    let cells: Vec<_> = table.rows[0].iter().map(ResultCell::deutsch).collect();
    assert_eq!(
        cells[..7],
        [
            "Partizipation; Leitbild",
            "Erreicht. So ist es.",
            "erreicht",
            "94 % wurden gefragt.",
            "Das Ziel wird fortgeführt.",
            "30.11.2026",
            "bewertet",
        ]
    );
}

#[test]
fn shares_are_of_all_and_of_the_assessed_and_give_a_hundred() {
    let auswertung = evaluate(&[agreement()], &at("2027-06-30"));
    let of_all = AnteileAnAllen { erreicht: 34, teilweise_erreicht: 0, nicht_erreicht: 33, offen: 0, ohne_angabe: 33 };
    assert_eq!(auswertung.anteile.an_allen, Some(of_all));
    let of_assessed = AnteileAnDenBewerteten { erreicht: 50, teilweise_erreicht: 0, nicht_erreicht: 50 };
    assert_eq!(auswertung.anteile.an_den_bewerteten, Some(of_assessed));
    assert_eq!(evaluate(&[], &at("2027-06-30")).anteile.an_allen, None);
}

#[test]
fn units_are_not_mixed() {
    let leq = json!({"art": "leq_vereinbarung", "traeger": {"name": "B"}, "qualitaetsentwicklungsvereinbarung": {
        "vordrucke": [{"ziele": [{"ziel": "x"}]}, {}, {"ziele": [{"ziel": "y"}]}],
    }});
    let auswertung = evaluate(&[agreement(), leq], &EvaluateOptions::default());
    assert_eq!((auswertung.kennzahlen.vereinbarungen.anzahl, auswertung.kennzahlen.vordrucke.anzahl), (2, 3));
    let arten: Vec<_> =
        auswertung.arten.iter().map(|group| (group.vereinbarungen.anzahl, group.vordrucke.anzahl)).collect();
    assert_eq!(arten, [(1, 1), (1, 2)]);
}

#[test]
fn an_earlier_evaluation_is_compared_number_by_number() {
    let before = evaluate(&[agreement()], &at("2026-06-30"));
    let own = form("B", &json!({"grundsaetze_und_massstaebe": [{"code": "kinderrechte"}], "ziele": [{"ziel": "y"}]}));
    let vorher = FruehereAuswertung::parse(&before.to_json()).unwrap();
    let options = EvaluateOptions { vorher: Some(vorher), ..at("2027-06-30") };
    let now = evaluate(&[agreement(), own], &options);
    let vergleich = now.vergleich.as_ref().unwrap();
    assert_eq!(vergleich.stichtag, "2026-06-30".parse().ok());
    let number = |kennzahl| vergleich.kennzahlen.iter().find(|row| row.kennzahl == kennzahl).unwrap();
    let row = number(Kennzahl::Ziele);
    assert_eq!((row.vorher, row.jetzt, row.unterschied), (3, 4, 1));
    // What still ran then has ended since.
    assert_eq!((number(Kennzahl::ZieleImZeitraum).unterschied, number(Kennzahl::ZieleNachEnde).unterschied), (-1, 1));
    let rows: Vec<_> = vergleich
        .grundsaetze_und_massstaebe
        .iter()
        .map(|row| {
            (row.massstab.as_ref().unwrap().bezeichnung.as_str(), row.vereinbarungen_vorher, row.vereinbarungen_jetzt)
        })
        .collect();
    assert_eq!(rows, [("Kinderrechte", 0, 1), ("Partizipation", 1, 1), ("leitbild", 1, 1)]);
    assert!(tables(&now).iter().any(|table| table.name == "vergleich_kennzahlen"));
    assert!(evaluate(&[], &at("2027-06-30")).vergleich.is_none());
}

#[test]
fn what_is_no_earlier_evaluation_is_refused() {
    let refused = |text: &str| FruehereAuswertung::parse(text).unwrap_err();
    for text in ["", "[]", "{}", r#"{"art": "berechnung", "fassung": 1}"#, r#"{"art": "auswertung"}"#] {
        assert_eq!(refused(text), FruehereAuswertungError::NoAuswertung, "{text}");
    }
    assert_eq!(refused(r#"{"art": "auswertung", "fassung": 99}"#), FruehereAuswertungError::OtherFassung);
    let other_fields = json!({"art": "auswertung", "fassung": FASSUNG, "kennzahlen": {}}).to_string();
    assert_eq!(refused(&other_fields), FruehereAuswertungError::OtherFassung);
}
