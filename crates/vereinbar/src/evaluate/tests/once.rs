//! The same agreement twice, older versions, blanks: what counts, and what is said.

use serde_json::{Value, json};

use super::{at, evaluate, form};
use crate::auswertung::{Befund, Befundart};
use crate::evaluate::{EvaluateOptions, Evaluator};
use crate::parse;

fn version(fields: &Value) -> Value {
    let mut version = form("Träger A", &json!({"aktenzeichen": "51-1"}));
    for (name, value) in fields.as_object().unwrap() {
        version[name] = value.clone();
    }
    version
}

/// What a finding is about, by numbers and by files.
type Said = (Befundart, Vec<u32>, Vec<String>);

/// How many agreements count, and what is said.
fn befunde(agreements: &[Value]) -> (usize, Vec<Said>) {
    let auswertung = evaluate(agreements, &EvaluateOptions::default());
    let befunde =
        auswertung.befunde.iter().map(|befund| (befund.art, befund.vereinbarungen.clone(), befund.quellen.clone()));
    (auswertung.vereinbarungen.len(), befunde.collect())
}

fn files<const N: usize>(names: [&str; N]) -> Vec<String> {
    names.map(str::to_owned).to_vec()
}

#[test]
fn copies_count_once_and_are_named() {
    let (a, b) = (form("A", &json!({})), form("B", &json!({})));
    let (count, befunde) = befunde(&[b.clone(), a.clone(), b.clone(), b]);
    assert_eq!(count, 2);
    assert_eq!(befunde, [(Befundart::Doppelt, vec![2], files(["0.json", "2.json", "3.json"]))]);
}

#[test]
fn of_versions_the_later_stand_counts() {
    let draft = version(&json!({"stand": "2026-12-01"}));
    let results = version(&json!({"stand": "2027-12-01", "ziele": [{"ziel": "x", "ergebnis": {"grad": "erreicht"}}]}));
    let undated = version(&json!({"fortsetzung": {"am": "2028-01-01"}}));
    // The first line of form A tells forms apart; here no dimension is given, so only results are compared.
    let (count, befunde) = befunde(&[
        undated,
        draft,
        version(&json!({"stand": "2027-12-01", "vereinbarungszeitraum": {"bis": "2028-12-31"}})),
    ]);
    assert_eq!(count, 1);
    assert_eq!(befunde, [(Befundart::AeltereFassung, vec![1], files(["2.json", "1.json", "0.json"]))]);
    assert_eq!(evaluate(&[results], &EvaluateOptions::default()).ergebnisse.erreicht.anzahl, 1);
}

#[test]
fn of_versions_with_the_same_stand_the_one_with_more_results_counts() {
    let with = |massnahme: &Value, grad: &Value| {
        version(&json!({
            "stand": "2027-12-01",
            "ziele": [{"ziel": "x", "massnahmen": {"freier_traeger": [massnahme]}, "ergebnis": grad}],
        }))
    };
    let none = with(&json!({"was": "y"}), &json!({}));
    let some = with(&json!({"was": "y", "erledigt_am": "2027-06-30"}), &json!({"grad": "erreicht"}));
    let (count, befunde) = befunde(&[none, some]);
    assert_eq!(count, 1);
    assert_eq!(befunde, [(Befundart::AeltereFassung, vec![1], files(["1.json", "0.json"]))]);
}

#[test]
fn of_versions_that_nothing_tells_apart_all_count() {
    let (count, befunde) = befunde(&[
        version(&json!({"fortsetzung": {"am": "2028-01-01"}})),
        version(&json!({"fortsetzung": {"am": "2028-01-02"}})),
    ]);
    assert_eq!(count, 2);
    assert_eq!(befunde, [(Befundart::UnklareFassung, vec![1, 2], files(["0.json", "1.json"]))]);
}

#[test]
fn forms_of_one_aktenzeichen_and_the_next_period_are_agreements_of_their_own() {
    let about = |code: &str| version(&json!({"grundsaetze_und_massstaebe": [{"code": code}]}));
    let since = |von: &str| version(&json!({"vereinbarungszeitraum": {"von": von}}));
    let all = [about("partizipation"), about("kinderrechte"), since("2025-01-01"), since("2027-01-01")];
    assert_eq!(befunde(&all), (4, Vec::new()));
}

#[test]
fn without_an_aktenzeichen_the_same_form_of_the_same_parties_is_a_version() {
    let plain = |fields: Value| {
        let mut plain = form("A", &json!({"aktenzeichen": " ", "jugendamt": {"name": "J"}}));
        plain["vereinbarungszeitraum"] = json!({"von": "2027-01-01"});
        for (name, value) in fields.as_object().unwrap() {
            plain[name] = value.clone();
        }
        plain
    };
    let am = |am: &str| plain(json!({"fortsetzung": {"am": am}}));
    let one = (2, vec![(Befundart::UnklareFassung, vec![1, 2], files(["0.json", "1.json"]))]);
    assert_eq!(befunde(&[am("2028-01-01"), am("2028-01-02")]), one);
    let older = |first, second| vec![(Befundart::AeltereFassung, vec![1], files([first, second]))];
    let stand = |stand: &str| plain(json!({"stand": stand}));
    assert_eq!(befunde(&[stand("2027-01-01"), stand("2028-01-01")]), (1, older("1.json", "0.json")));
    // It is enough that one lacks it.
    let numbered = |aktenzeichen: &str| plain(json!({"aktenzeichen": aktenzeichen, "stand": "2028-06-01"}));
    assert_eq!(befunde(&[stand("2027-01-01"), numbered("51-1")]), (1, older("1.json", "0.json")));
    // With several to choose from nothing says of which it is a version.
    let (count, said) = befunde(&[stand("2027-01-01"), numbered("51-1"), numbered("51-2")]);
    assert_eq!((count, said.len(), said[0].0), (3, 1, Befundart::UnklareFassung));
    assert_eq!(said[0].1, [1, 2, 3]);
    // Another public side, first day or form is another agreement, and so is one of nobody.
    let others = [
        stand("2027-01-01"),
        plain(json!({"jugendamt": {"name": "K"}})),
        plain(json!({"vereinbarungszeitraum": {"von": "2029-01-01"}})),
        plain(json!({"qualitaetsdimensionen": ["prozessqualitaet"]})),
        plain(json!({"traeger": {}})),
        plain(json!({"traeger": {}, "stand": "2029-01-01"})),
    ];
    assert_eq!(befunde(&others), (6, Vec::new()));
}

#[test]
fn a_traeger_has_an_agreement_for_each_einrichtung() {
    let leq = |name: &str, stand: &str| {
        json!({
            "art": "leq_vereinbarung", "traeger": {"name": "A"}, "einrichtung": {"name": name},
            "wirksam_ab": "2027-01-01", "stand": stand,
        })
    };
    let (count, said) =
        befunde(&[leq("Haus 1", "2026-01-01"), leq("Haus 2", "2026-01-01"), leq("Haus 2", "2027-01-01")]);
    assert_eq!(count, 2);
    assert_eq!(said.len(), 1);
    assert_eq!(said[0].2, files(["2.json", "1.json"]));
}

#[test]
fn of_versions_with_the_same_stand_the_later_result_counts_then_what_is_settled() {
    let with = |grad: &str, datum: Option<&str>| {
        version(&json!({"ziele": [
            {"ziel": "x", "ergebnis": {"grad": grad, "datum": datum}},
            {"ziel": "y", "ergebnis": {"grad": "offen"}},
        ]}))
    };
    let quellen = |all: &[Value]| befunde(all).1[0].2.clone();
    let all = [with("erreicht", None), with("offen", Some("2028-01-01")), with("nicht_erreicht", Some("2027-01-01"))];
    assert_eq!(quellen(&all), files(["1.json", "2.json", "0.json"]));
    // As many are entered, but one says more.
    assert_eq!(quellen(&[with("offen", None), with("teilweise_erreicht", None)]), files(["1.json", "0.json"]));
}

#[test]
fn a_blank_form_is_no_agreement() {
    let blank = json!({"art": "leq_vereinbarung", "stand": "2027-01-01"});
    let (count, befunde) = befunde(&[blank.clone(), blank]);
    assert_eq!(count, 0);
    assert_eq!(befunde.len(), 2);
    assert_eq!(befunde[0], (Befundart::Leer, Vec::new(), files(["0.json"])));
}

#[test]
fn neither_order_nor_number_of_evaluator_changes_the_result() {
    let all: Vec<Value> = (0..60)
        .map(|index| {
            form(
                &format!("Träger {}", index % 7),
                &json!({
                    "aktenzeichen": format!("51-{}", index % 11),
                    "stand": format!("2027-01-{:02}", index % 5 + 1),
                    "jugendamt": {"name": if index % 3 == 0 { "Landkreis Musterland" } else { "Stadt Musterstadt" }},
                    "ziele": [{"ziel": "x", "massnahmen": {"freier_traeger": [{"was": "y", "bis": format!("2027-0{}-01", index % 9 + 1)}]}}],
                }),
            )
        })
        .collect();
    for anonym in [false, true] {
        let options = EvaluateOptions { anonym: Some(anonym), ..at("2027-05-01") };
        let results = [1_usize, 2, 7].map(|count| {
            let mut several: Vec<Evaluator> = (0..count).map(|_| Evaluator::new(options.clone())).collect();
            for (index, agreement) in all.iter().enumerate() {
                let turned = (index * 37) % count;
                several[turned].add(&parse(&agreement.to_string()).unwrap(), &format!("{index:02}.json"));
            }
            several[0].report(Befund::unreadable("kaputt.pdf", "Das ist beschädigt."));
            let mut all = Evaluator::new(options.clone());
            several.into_iter().rev().for_each(|one| all.merge(one).unwrap());
            assert_eq!(all.added(), 60);
            all.finish().to_json()
        });
        assert_eq!(results[0], results[1]);
        assert_eq!(results[0], results[2]);
    }
}
