use serde_json::{Value, json};

use super::{amounts, berechnung, bestandteil, calculated, fachleistungsstunde};
use crate::Vereinbarung;

/// The example of the template: 9 places, 95 %, 509,115 € and 46,980 − 2,500 €.
fn example() -> Value {
    let (_, text) = vereinbar_templates::files().find(|(path, _)| *path == "leq_vereinbarung/daten.json").unwrap();
    let text = std::str::from_utf8(text).unwrap();
    let Vereinbarung::LeqVereinbarung(vereinbarung) = crate::parse(text).unwrap() else { panic!("another kind") };
    serde_json::to_value(crate::calculate(&vereinbarung)).unwrap()
}

#[test]
fn calculates_the_example_of_the_template() {
    let example = example();
    let tagessatz = &example["tagessatz"];
    assert_eq!(tagessatz["belegungstage"], "3120.75");
    assert_eq!(amounts(&tagessatz["bestandteile"]), ["163.14", "14.25"]);
    let investition = &tagessatz["bestandteile"][1];
    assert_eq!(investition["summe_kosten"], "46980.00");
    assert_eq!(investition["summe_abzuege"], "2500.00");
    assert_eq!(investition["kosten_nach_abzug"], "44480.00");
    assert_eq!(investition["genau"], "14.2529840583");
    assert_eq!(tagessatz["genau"], "177.3916526476");
    assert_eq!([&tagessatz["betrag"], &tagessatz["vereinbart"]], ["177.39", "177.39"]);
    assert_eq!(tagessatz.get("gesamt_gerundet"), None);
    assert_eq!(example["abwesenheit"], json!({"prozent": "80", "genau": "141.912", "betrag": "141.91"}));
}

#[test]
fn writes_the_way_of_the_calculation_in_its_order() {
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>().join(" ");
    let example = example();
    assert_eq!(keys(&example), "art stellen_insgesamt rundung tagessatz abwesenheit");
    assert_eq!(
        keys(&example["tagessatz"]),
        "plaetze berechnungstage auslastung belegungstage bestandteile investitionen genau betrag vereinbart schritte"
    );
    assert_eq!(
        keys(&example["tagessatz"]["bestandteile"][1]),
        "bezeichnung art kosten summe_kosten abzuege summe_abzuege kosten_nach_abzug genau betrag vereinbart"
    );
    assert_eq!(
        example["tagessatz"]["bestandteile"][0]["kosten"][1],
        json!({
            "bezeichnung": "Leitung", "kostenart": "leitung", "gruppe": "personal", "menge": "0.3",
            "einheit": "vollzeitstellen", "satz": "84000.00", "betrag": "25200.00", "deckt": "I.8",
        })
    );
}

#[test]
fn splitting_personal_and_sachkosten_keeps_the_tagessatz() {
    let entgelt = json!({"tagessatz": {"plaetze": 9, "auslastung": "95", "bestandteile": [
        bestandteil(&["422400"]), bestandteil(&["86715"]), bestandteil(&["44480"]),
    ]}});
    let tagessatz = &calculated(&entgelt)["tagessatz"];
    assert_eq!(amounts(&tagessatz["bestandteile"]), ["135.35", "27.79", "14.25"]);
    assert_eq!(tagessatz["betrag"], "177.39");
}

#[test]
fn menge_times_satz_stands_for_a_missing_amount() {
    let kosten = |position: Value| {
        let entgelt = json!({"tagessatz": {"plaetze": 1, "bestandteile": [{"kosten": [position]}]}});
        berechnung(&entgelt).tagessatz.unwrap().summe.bestandteile[0].kosten[0].clone()
    };
    let exact = kosten(json!({"menge": "0.3333", "satz": "100.01"}));
    assert_eq!(exact.betrag.unwrap().to_string(), "33.333333");
    assert!(!exact.weicht_ab());
    assert!(!kosten(json!({"menge": "0.3333", "satz": "100.01", "betrag": "33.33"})).weicht_ab());
    let other = kosten(json!({"menge": "0.3333", "satz": "100.01", "betrag": "33.34"}));
    assert!(other.weicht_ab());
    assert_eq!(other.gerechnet.unwrap().to_string(), "33.33");
    let large = kosten(json!({"menge": "999999999", "satz": "999999999", "betrag": "1"}));
    assert_eq!(large.gerechnet.unwrap().to_string(), "999999998000000001.00");
    assert!(!kosten(json!({"betrag": "33.34"})).weicht_ab());
}

/// Of the Tagessatz, and of no component without its amount.
#[test]
fn says_what_is_for_investitionen() {
    let investitionen = |bestandteile: Value| {
        calculated(&json!({"tagessatz": {"plaetze": 1, "bestandteile": bestandteile}}))["tagessatz"]["investitionen"]
            .take()
    };
    let calculated = json!({"art": "investition", "kosten": [{"betrag": "730"}]});
    let other = json!({"art": "grundleistung", "betrag": "100"});
    assert_eq!(investitionen(json!([calculated, other])), "2.00");
    assert_eq!(
        investitionen(json!([calculated, {"art": "investition", "kosten": [{"betrag": "1"}], "betrag": "0.5"}])),
        "2.50"
    );
    assert_eq!(investitionen(json!([calculated, {"art": "investition"}])), Value::Null);
    assert_eq!(investitionen(json!([other])), Value::Null);
}

#[test]
fn sums_the_stellen() {
    let stellen = |stellen: Value| {
        let data = json!({"art": "leq_vereinbarung", "leistungsvereinbarung": {"personal": {"stellen": stellen}}});
        crate::calculate(&serde_json::from_value(data).unwrap()).stellen_insgesamt.map(|stellen| stellen.to_string())
    };
    assert_eq!(stellen(json!([{"umfang": "4.50"}, {"umfang": "0.25"}, {"umfang": 1}])).as_deref(), Some("5.75"));
    assert_eq!(stellen(json!([{"umfang": "0.5"}, {"umfang": "0.5"}])).as_deref(), Some("1.0"));
    assert_eq!(stellen(json!([{"umfang": "4.50"}, {}])), None);
    assert_eq!(stellen(json!([])), None);
}

fn stunde_of_nrw(jahr: &Value) -> Value {
    let bestandteile = [bestandteil(&["66000", "13200"]), bestandteil(&["7920"])];
    fachleistungsstunde(&json!({"bestandteile": bestandteile, "jahresarbeitszeit": jahr, "betrag": "73.1"}))
}

/// With the caps of NRW: 20 % of the Brutto-Arbeitszeit.
#[test]
fn calculates_a_fachleistungsstunde_by_minderzeiten() {
    let stunde = stunde_of_nrw(&json!({
        "arbeitstage": 261, "stunden_je_tag": "7.8", "minderzeiten": [{"bezeichnung": "Urlaub", "tage": "56"}],
        "fachliche_minderzeit_prozent": "20",
    }));
    assert_eq!(
        stunde["arbeitszeit"],
        json!({
            "arbeitstage": 261, "stunden_je_tag": "7.8", "brutto_stunden": "2035.8",
            "minderzeiten": [{"bezeichnung": "Urlaub", "tage": "56"}], "minderzeiten_tage": "56", "minderzeiten_stunden": "436.8",
            "bereinigte_stunden": "1599", "fachliche_minderzeit_prozent": "20",
            "fachliche_minderzeit_stunden": "407.16", "direkte_minuten": 60, "netto_stunden": "1191.84",
            "stellen": "1", "stunden_insgesamt": "1191.84",
        })
    );
    assert_eq!(stunde["genau"], "73.0970600080");
    assert_eq!([&stunde["betrag"], &stunde["vereinbart"]], ["73.10", "73.10"]);
}

/// The model of Friesland: 45 minutes of 60.
#[test]
fn calculates_a_fachleistungsstunde_by_direct_minutes() {
    let jahr = |minuten: u32| json!({"arbeitstage": 205, "stunden_je_tag": "7.8", "direkte_minuten": minuten});
    let stunde = stunde_of_nrw(&jahr(45));
    assert_eq!(stunde["arbeitszeit"]["netto_stunden"], "1199.25");
    // The components, 66.04 and 6.60, are a cent short of the rounded sum.
    assert_eq!(amounts(&stunde["bestandteile"]), ["66.04", "6.60"]);
    assert_eq!([&stunde["genau"], &stunde["gesamt_gerundet"]], ["72.6454033771", "72.65"]);
}

#[test]
fn hours_without_end_are_cut_in_print_only() {
    let stunde = stunde_of_nrw(&json!({"arbeitstage": 1, "stunden_je_tag": "1", "direkte_minuten": 7}));
    assert_eq!(stunde["arbeitszeit"]["netto_stunden"], "0.1166666666");
    assert_eq!(stunde["genau"], "746742.8571428571");
    assert_eq!([&stunde["betrag"], &stunde["gesamt_gerundet"]], ["746742.85", "746742.86"]);
}
