use serde_json::{Value, json};

use super::super::fraction::Fraction;
use super::{amounts, berechnung, bestandteil, calculated, fachleistungsstunde};
use crate::modell::{Betrag, Rundungsmodus, Zahl};

fn tagessatz(plaetze: u32, auslastung: &str) -> Value {
    let entgelt = json!({"tagessatz": {
        "plaetze": plaetze, "auslastung": auslastung, "bestandteile": [bestandteil(&["215000"])],
    }});
    calculated(&entgelt)["tagessatz"].take()
}

// social-start-up.de: 215,000 € a year, 4 places, 365 days, 93 %.

#[test]
fn calculates_the_worked_example_of_a_tagessatz() {
    let tagessatz_93 = tagessatz(4, "93");
    assert_eq!(tagessatz_93["belegungstage"], "1357.8");
    assert_eq!(tagessatz_93["genau"], "158.3443806157");
    assert_eq!(tagessatz_93["betrag"], "158.34");
    assert_eq!(tagessatz(4, "100")["betrag"], "147.26");
    assert_eq!(tagessatz(1, "100")["betrag"], "589.04");
    assert_eq!(tagessatz(1, "93")["belegungstage"], "339.45");
    assert_eq!(tagessatz(1, "93")["betrag"], "633.38");
}

/// 633.38 / 4 is 158.345, and that rounds up; 633.3775… / 4 does not.
#[test]
fn rounding_on_the_way_would_give_a_cent_more() {
    let cents = |number: Fraction| number.round(2, Rundungsmodus::Kaufmaennisch).unwrap();
    let kosten = Fraction::from("215000".parse::<Betrag>().unwrap());
    let exact = kosten.divide("339.45".parse::<Zahl>().unwrap().into()).unwrap();
    assert_eq!(cents(exact.divide(4.into()).unwrap()).to_string(), "158.34");
    let rounded = Fraction::from(cents(exact));
    assert_eq!(cents(rounded.divide(4.into()).unwrap()).to_string(), "158.35");
}

#[test]
fn plaetze_of_the_leistungsangebot_and_a_full_year_are_the_default() {
    let data = json!({
        "art": "leq_vereinbarung",
        "leistungsangebot": {"plaetze": 4},
        "entgeltvereinbarung": {"tagessatz": {"bestandteile": [bestandteil(&["215000"])]}},
    });
    let berechnung = crate::calculate(&serde_json::from_value(data).unwrap());
    let written = serde_json::to_value(berechnung).unwrap();
    assert_eq!(written["rundung"], json!({"stellen": 2, "modus": "kaufmaennisch", "zeitpunkt": "je_bestandteil"}));
    assert_eq!(written["tagessatz"]["plaetze"], 4);
    assert_eq!(written["tagessatz"]["berechnungstage"], 365);
    assert_eq!(written["tagessatz"]["auslastung"], "100");
    assert_eq!(written["tagessatz"]["betrag"], "147.26");
}

/// An audit's check of one cost: 14 places, 12 months, 91 %, 55,000 € a year.
#[test]
fn calculates_a_cost_per_place_and_month() {
    let entgelt = json!({"tagessatz": {
        "plaetze": 14, "berechnungstage": 12, "auslastung": "91", "bestandteile": [bestandteil(&["55000"])],
    }});
    assert_eq!(calculated(&entgelt)["tagessatz"]["betrag"], "359.76");
}

/// LSG Hamburg, L 4 SO 39/17 KL.
#[test]
fn stated_components_of_a_fachleistungsstunde_are_summed() {
    let bestandteile: Vec<Value> =
        ["52.83", "7.89", "10.75", "1.09"].into_iter().map(|betrag| json!({"betrag": betrag})).collect();
    for zeitpunkt in ["je_bestandteil", "gesamt"] {
        let entgelt =
            json!({"fachleistungsstunden": [{"bestandteile": bestandteile}], "rundung": {"zeitpunkt": zeitpunkt}});
        let stunde = &calculated(&entgelt)["fachleistungsstunden"][0];
        assert_eq!(amounts(&stunde["bestandteile"]), ["52.83", "7.89", "10.75", "1.09"]);
        assert_eq!(stunde["betrag"], "72.56");
        assert_eq!(stunde.get("genau"), None);
    }
}

/// SOS Bremen, SPFH, from 1 January 2021.
#[test]
fn a_month_has_30_4_days() {
    let per_day = |betrag: &str, tage: &str| {
        let berechnung = calculated(&json!({"pauschalen": [{"betrag": betrag, "tage_je_monat": tage}]}));
        berechnung["pauschalen"][0]["betrag_je_tag"].as_str().unwrap().to_owned()
    };
    assert_eq!([per_day("1243.95", "30.4"), per_day("1984.18", "30.4")], ["40.92", "65.27"]);
    // 365/12, to the four places of a Zahl.
    assert_eq!([per_day("1243.95", "30.4167"), per_day("1984.18", "30.4167")], ["40.90", "65.23"]);

    let entgelt =
        json!({"pauschalen": [{"bezeichnung": "Fallgruppe 1", "betrag": "1243.95", "betrag_je_tag": "40.9"}]});
    let berechnung = berechnung(&entgelt);
    assert!(berechnung.pauschalen[0].weicht_ab());
    assert_eq!(
        serde_json::to_value(&berechnung.pauschalen[0]).unwrap(),
        json!({
            "bezeichnung": "Fallgruppe 1", "betrag": "1243.95", "tage_je_monat": "30.4",
            "genau": "40.9194078947", "betrag_je_tag": "40.92", "vereinbart": "40.90",
        })
    );
}

/// Bavaria (FöR-GaWaU Nr. 20): 250 days less 40, 7.8 hours; Vorarlberg: 210 days of 8 hours, 84 %.
#[test]
fn calculates_the_published_net_hours() {
    let hours = |jahr: Value| fachleistungsstunde(&json!({"jahresarbeitszeit": jahr}))["arbeitszeit"].take();
    let bavaria = hours(json!({
        "arbeitstage": 250, "stunden_je_tag": "7.8", "minderzeiten": [{"tage": "10"}, {"tage": "30"}],
    }));
    assert_eq!(bavaria["minderzeiten_stunden"], "312");
    assert_eq!(bavaria["netto_stunden"], "1638");
    let vorarlberg = hours(json!({"arbeitstage": 210, "stunden_je_tag": "8", "fachliche_minderzeit_prozent": "16"}));
    assert_eq!(vorarlberg["netto_stunden"], "1411.2");
}

/// leben-und-wohnen.de: Entgelte of the Wohnheim Haus Krempel, Bremen, from 1 April 2022 (SGB XII).
#[test]
fn published_entgelte_of_a_wohnheim_follow_from_the_day_and_from_the_month() {
    let betraege = ["27.02", "34.05", "10.65"].map(|betrag| json!({"betrag": betrag}));
    let entgelt = json!({
        "tagessatz": {"bestandteile": betraege, "tage_je_monat": "30.42"},
        "pauschalen": [
            {"betrag_je_tag": "71.72", "tage_je_monat": "30.42"},
            {"betrag": "2181.72", "tage_je_monat": "30.42"},
            {"betrag": "1727.86", "tage_je_monat": "30.42"},
            {"betrag_je_tag": "56.80", "tage_je_monat": "30.42"},
        ],
    });
    let berechnung = calculated(&entgelt);
    let tagessatz = &berechnung["tagessatz"];
    assert_eq!([&tagessatz["betrag"], &tagessatz["betrag_je_monat"]], ["71.72", "2181.72"]);
    assert_eq!(tagessatz["genau_je_monat"], "2181.7224");
    let pauschale = |i: usize| [&berechnung["pauschalen"][i]["betrag"], &berechnung["pauschalen"][i]["betrag_je_tag"]];
    assert_eq!(pauschale(0), ["2181.72", "71.72"]);
    assert_eq!(pauschale(1), ["2181.72", "71.72"]);
    assert_eq!(pauschale(2), ["1727.86", "56.80"]);
    assert_eq!(pauschale(3), ["1727.86", "56.80"]);
}

/// Hansestadt Lübeck, luebeck.de, vo020, VOLFDNR 1016458 (2024/25): 126 hours a month for
/// each Fachkraft, 4 and 5 Stellen.
#[test]
fn published_fachleistungsstunden_follow_from_agreed_hours_and_stellen() {
    for (kosten, stellen, stunden, betrag) in [
        ("369835", "4", "6048", "61.15"),
        ("319703", "4", "6048", "52.86"),
        ("293592", "5", "7560", "38.83"),
        ("230510", "5", "7560", "30.49"),
    ] {
        let stunde = fachleistungsstunde(&json!({
            "bestandteile": [bestandteil(&[kosten])],
            "jahresarbeitszeit": {"netto_stunden": "126", "netto_stunden_je": "monat", "stellen": stellen},
        }));
        assert_eq!(stunde["arbeitszeit"]["vereinbarte_stunden"], "1512");
        assert_eq!([&stunde["arbeitszeit"]["stunden_insgesamt"], &stunde["betrag"]], [stunden, betrag]);
    }
}

/// ForPlan: 365 / 7 × 38.5 hours; 39 hours a week are 2,033.571….
#[test]
fn hours_of_a_week_give_those_of_a_year() {
    let brutto = |stunden: &str| {
        let jahr = json!({"jahresarbeitszeit": {"wochenstunden": stunden}});
        fachleistungsstunde(&jahr)["arbeitszeit"]["brutto_stunden"].take()
    };
    assert_eq!([brutto("38.5"), brutto("39")], ["2007.5", "2033.5714285714"]);
}
