use serde_json::{Value, json};

use super::{berechnung, bestandteil, calculated, fachleistungsstunde};

const MAX_BETRAG: &str = "999999999.99";
const MAX_ZAHL: &str = "999999999.9999";

fn tagessatz(bestandteile: &Value, auslastung: &str) -> Value {
    let entgelt = json!({
        "tagessatz": {"plaetze": 9, "auslastung": auslastung, "bestandteile": bestandteile},
        "abwesenheit": {"prozent": "80"},
    });
    calculated(&entgelt)
}

#[test]
fn an_agreement_without_entgelt_has_nothing_to_calculate() {
    let nothing = berechnung(&json!({"abwesenheit": {"prozent": "80"}, "rundung": {"stellen": 1}}));
    assert!(nothing.is_empty());
    assert_eq!(nothing.abwesenheit, None);
    for entgelt in [
        json!({"tagessatz": {"plaetze": 9}}),
        json!({"fachleistungsstunden": [{"betrag": "73.1"}]}),
        json!({"jahresbudget": {"raten": 12}}),
        json!({"pauschalen": [{}]}),
    ] {
        assert!(!berechnung(&entgelt).is_empty(), "{entgelt}");
    }
}

#[test]
fn what_is_missing_makes_the_sum_missing() {
    let whole = bestandteil(&["1000"]);
    for gap in [
        json!({"kosten": [{"betrag": "1"}, {"bezeichnung": "Miete"}]}),
        json!({"kosten": [{"betrag": "1"}, {"menge": "2"}]}),
        json!({"kosten": [{"betrag": "1"}], "abzuege": [{"bezeichnung": "Erlös"}]}),
        json!({"bezeichnung": "Grundleistung"}),
    ] {
        let berechnung = tagessatz(&json!([whole, gap]), "95");
        let tagessatz = &berechnung["tagessatz"];
        assert_eq!(tagessatz["bestandteile"][0]["betrag"], "0.32");
        assert_eq!(tagessatz["bestandteile"][1].get("betrag"), None, "{gap}");
        assert_eq!([tagessatz.get("betrag"), tagessatz.get("genau")], [None, None], "{gap}");
        assert_eq!(berechnung.get("abwesenheit"), None, "{gap}");
    }
}

#[test]
fn costs_cannot_be_less_than_what_is_deducted() {
    let with = |abzug: &str| {
        let bestandteile = json!([{"kosten": [{"betrag": "100"}], "abzuege": [{"betrag": abzug}]}]);
        tagessatz(&bestandteile, "95")["tagessatz"]["bestandteile"][0].take()
    };
    assert_eq!(with("100.00")["betrag"], "0.00");
    assert_eq!(with("100.01")["summe_abzuege"], "100.01");
    assert_eq!(with("100.01").get("kosten_nach_abzug"), None);
    assert_eq!(with("100.01").get("betrag"), None);
}

#[test]
fn nothing_is_divided_by_zero() {
    let berechnung = tagessatz(&json!([bestandteil(&["1000"])]), "0");
    assert_eq!(berechnung["tagessatz"]["belegungstage"], "0");
    assert_eq!(berechnung["tagessatz"].get("betrag"), None);
    let pauschale = calculated(&json!({"pauschalen": [{"betrag": "1", "tage_je_monat": "0"}]}));
    assert_eq!(pauschale["pauschalen"][0].get("betrag_je_tag"), None);
}

#[test]
fn a_tagessatz_without_components_is_the_stated_one() {
    let berechnung = calculated(&json!({"tagessatz": {"betrag": "177.39"}, "abwesenheit": {"prozent": "80"}}));
    assert_eq!(berechnung["tagessatz"]["betrag"], "177.39");
    assert_eq!(berechnung["abwesenheit"]["betrag"], "141.91");
}

#[test]
fn stated_and_calculated_components_are_summed_together() {
    let berechnung = tagessatz(&json!([bestandteil(&["509115"]), {"betrag": "14.25"}]), "95");
    assert_eq!(berechnung["tagessatz"]["genau"], "177.3886685892");
    assert_eq!(berechnung["tagessatz"]["betrag"], "177.39");
}

#[test]
fn the_largest_tagessatz_is_exact() {
    let position = json!({"menge": "999999999", "satz": "999999999"});
    let bestandteil = json!({"kosten": vec![position; 200], "betrag": "0"});
    let entgelt = json!({"tagessatz": {
        "plaetze": 10000, "berechnungstage": 366, "auslastung": MAX_ZAHL, "bestandteile": vec![bestandteil; 180],
    }});
    let tagessatz = &calculated(&entgelt)["tagessatz"];
    assert_eq!(tagessatz["belegungstage"], "36599999999996.34");
    assert_eq!(tagessatz["bestandteile"][0]["summe_kosten"], "199999999600000000200.00");
    assert_eq!(tagessatz["bestandteile"][0]["genau"], "5464480.8633885245");
    assert_eq!(tagessatz["bestandteile"][179]["betrag"], "5464480.86");
    assert_eq!([&tagessatz["betrag"], &tagessatz["gesamt_gerundet"]], ["983606554.80", "983606555.41"]);
}

#[test]
fn the_largest_fachleistungsstunde_is_exact() {
    let position = json!({"menge": MAX_ZAHL, "satz": MAX_BETRAG});
    let stunde = fachleistungsstunde(&json!({
        "bestandteile": [{"kosten": vec![position; 200]}, {"betrag": "0.01"}],
        "jahresarbeitszeit": {
            "arbeitstage": 366, "stunden_je_tag": MAX_ZAHL, "minderzeiten": [{"tage": "0.0001"}],
            "fachliche_minderzeit_prozent": "33.3333", "direkte_minuten": 59,
        },
    }));
    assert_eq!(stunde["bestandteile"][0]["summe_kosten"], "199999999997980000000.0002");
    assert_eq!(stunde["arbeitszeit"]["netto_stunden"], "239933354966.6426733311");
    assert_eq!(stunde["bestandteile"][0]["genau"], "833564803.9672745519");
    assert_eq!(stunde["betrag"], "833564803.98");
}

/// Every combination of extremes, in and out of the schema's ranges, gives a result.
#[test]
fn no_input_makes_it_fail() {
    let numbers = ["0", "0.01", "1", MAX_BETRAG];
    let zahlen = ["0", "0.0001", "33.3333", MAX_ZAHL];
    let counts = [0, 1, 7, u32::MAX];
    let kosten = json!([{"menge": MAX_ZAHL, "satz": MAX_BETRAG}, {"menge": "0.0001", "satz": "0.01"}]);
    for zahl in zahlen {
        for number in numbers {
            for count in counts {
                for length in [0, 1, 9] {
                    let bestandteil = json!({
                        "kosten": kosten, "abzuege": [{"betrag": number}], "betrag": number,
                    });
                    let bestandteile = vec![bestandteil; length];
                    let entgelt = json!({
                        "tagessatz": {
                            "plaetze": count, "berechnungstage": count, "auslastung": zahl,
                            "bestandteile": bestandteile, "betrag": number,
                        },
                        "fachleistungsstunden": [{
                            "bestandteile": bestandteile,
                            "jahresarbeitszeit": {
                                "arbeitstage": count, "stunden_je_tag": zahl, "wochenstunden": zahl,
                                "minderzeiten": [{"tage": "0.0001"}, {"stunden": zahl}], "stellen": zahl,
                                "fachliche_minderzeit_prozent": "0.0001", "direkte_minuten": count,
                            },
                            "schritte": [{"prozent": zahl}, {"betrag": number}, {"prozent": zahl}],
                        }],
                        "pauschalen": [{"betrag": number, "tage_je_monat": zahl}],
                        "jahresbudget": {"bestandteile": bestandteile, "raten": count},
                        "rundung": {"stellen": count, "modus": "aufrunden", "zeitpunkt": "gesamt"},
                        "abwesenheit": {"prozent": zahl},
                    });
                    assert_eq!(berechnung(&entgelt).pauschalen.len(), 1);
                }
            }
        }
    }
}
