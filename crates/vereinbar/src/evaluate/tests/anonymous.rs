//! Without the names of the Träger.

use serde_json::{Value, json};

use super::{at, form};
use crate::auswertung::{Auswertung, Befund, VereinbarungEintrag};
use crate::evaluate::{EvaluateOptions, Evaluator, tables};
use crate::parse;

fn agreement(traeger: &str) -> Value {
    form(
        traeger,
        &json!({
            "aktenzeichen": format!("AZ-{traeger}"),
            "jugendamt": {"name": "Landkreis Musterland"},
            "traeger": {"name": traeger, "vertreten_durch": [{"name": "Erika Winter"}]},
            "grundsaetze_und_massstaebe": [{"bezeichnung": format!("Leitbild {traeger}")}],
            "hilfearten": [{"bezeichnung": format!("Projekt {traeger}")}],
            "ziele": [{
                "ziel": format!("{traeger} bezieht Kinder ein."),
                "kriterien": {"freier_traeger": [{
                    "woran": format!("{traeger} fragt alle."),
                    "indikator": {"einheit": format!("Kinder bei {traeger}"), "istwert": "7", "quelle": format!("Statistik {traeger}")},
                }]},
                "ergebnis": {"grad": "erreicht", "text": format!("Frau Winter von {traeger}"), "folge": format!("{traeger} macht weiter.")},
                "massnahmen": {
                    "freier_traeger": [{"wer": format!("Frau Schulz, {traeger}"), "was": format!("Frau Winter schult {traeger}."), "bis": "2027-01-31"}],
                    "oeffentlicher_traeger": [{"wer": "ASD", "was": format!("stimmt sich mit {traeger} ab"), "bis": "2027-12-31"}],
                },
            }],
            "fortsetzung": {"am": "2028-01-31", "einladung_durch": format!("Herr Sommer ({traeger})")},
        }),
    )
}

const NAMES: [&str; 3] = ["Alphahaus", "Betastern", "Gammawerk"];

fn evaluated() -> Auswertung {
    let options = EvaluateOptions { anonym: Some(true), ..at("2027-06-30") };
    let mut evaluator = Evaluator::new(options);
    for name in NAMES {
        let full = format!("{name} gGmbH");
        evaluator.add(&parse(&agreement(&full).to_string()).unwrap(), &format!("{name}.json"));
        evaluator.add(&parse(&agreement(&full).to_string()).unwrap(), &format!("{name}.pdf"));
    }
    evaluator.report(Befund::unreadable("Alphahaus kaputt.pdf", "Das ist beschädigt."));
    evaluator.finish()
}

#[test]
fn no_name_of_a_traeger_is_left_anywhere() {
    let auswertung = evaluated();
    let json = auswertung.to_json() + &serde_json::to_string(&tables(&auswertung)).unwrap();
    for word in NAMES.into_iter().chain(["Winter", "Schulz", "Sommer", "ASD", "\"wer\"", "AZ-", ".json", ".pdf"]) {
        assert!(!json.contains(word), "{word}");
    }
    assert!(json.contains("Landkreis Musterland"));
    let ziel = &auswertung.zielergebnisse[0];
    assert_eq!(ziel.folge.as_deref(), Some("Träger 1 macht weiter."));
    assert_eq!(ziel.ergebnis.as_deref(), Some("eine Person von Träger 1"));
    assert_eq!(ziel.indikatoren[0].quelle.as_deref(), Some("Statistik Träger 1"));
    let hilfeart = auswertung.hilfearten[0].hilfeart.as_ref().unwrap();
    assert_eq!(hilfeart.bezeichnung, "Projekt Träger 1");
    assert_eq!(auswertung.befunde.len(), 4);
}

#[test]
fn one_traeger_is_one_number_everywhere() {
    let auswertung = evaluated();
    let names: Vec<_> = auswertung.traeger.iter().map(|group| group.name.as_deref().unwrap()).collect();
    assert_eq!(names, ["Träger 1", "Träger 2", "Träger 3"]);
    for overdue in auswertung.massnahmen_ohne_meldung.as_ref().unwrap() {
        let traeger = auswertung.vereinbarung(overdue.vereinbarung).unwrap().traeger.as_deref().unwrap();
        assert_eq!(overdue.was.as_deref(), Some(format!("eine Person schult {traeger}.").as_str()));
    }
    let massstaebe: Vec<_> = auswertung
        .grundsaetze_und_massstaebe
        .iter()
        .map(|row| row.massstab.as_ref().unwrap().bezeichnung.as_str())
        .collect();
    assert_eq!(massstaebe, ["Leitbild Träger 1", "Leitbild Träger 2", "Leitbild Träger 3"]);
}

/// Whoever knows the names cannot compute the numbers from them: another agreement may turn them round.
#[test]
fn numbers_depend_on_more_than_the_names() {
    let orders: std::collections::BTreeSet<Vec<u32>> = (0..20)
        .map(|variant| {
            let mut evaluator = Evaluator::new(EvaluateOptions { anonym: Some(true), ..EvaluateOptions::default() });
            for (index, name) in NAMES.into_iter().enumerate() {
                let mut agreement = agreement(name);
                agreement["stand"] = json!("2027-01-01");
                // Tells them apart in the result.
                agreement["vereinbarungszeitraum"] = json!({"von": format!("200{index}-01-01")});
                agreement["unterzeichnung"] = json!({"ort": format!("Ort {variant}")});
                evaluator.add(&parse(&agreement.to_string()).unwrap(), "x");
            }
            let auswertung = evaluator.finish();
            let by_period = |entry: &&VereinbarungEintrag| entry.vereinbarungszeitraum.von;
            let mut entries: Vec<_> = auswertung.vereinbarungen.iter().collect();
            entries.sort_by_key(by_period);
            entries.into_iter().map(|entry| entry.nr).collect()
        })
        .collect();
    assert!(orders.len() > 2, "{orders:?}");
}
