use serde_json::{Value, json};

use super::{amounts, berechnung, bestandteil, calculated};

fn tagessatz(kosten: &[&str], rundung: &Value) -> Value {
    let bestandteile: Vec<Value> = kosten.iter().map(|kosten| bestandteil(&[kosten])).collect();
    let entgelt = json!({
        "tagessatz": {"plaetze": 9, "auslastung": "95", "bestandteile": bestandteile}, "rundung": rundung,
    });
    calculated(&entgelt)["tagessatz"].take()
}

#[test]
fn sum_of_rounded_components_may_differ_from_the_rounded_sum() {
    let divergent = ["100002", "33333"];
    for (zeitpunkt, betrag) in [("je_bestandteil", "42.72"), ("gesamt", "42.73")] {
        let tagessatz = tagessatz(&divergent, &json!({"zeitpunkt": zeitpunkt}));
        assert_eq!(amounts(&tagessatz["bestandteile"]), ["32.04", "10.68"]);
        assert_eq!([&tagessatz["summe_gerundet"], &tagessatz["gesamt_gerundet"]], ["42.72", "42.73"]);
        assert_eq!(tagessatz["betrag"], betrag);
    }
}

#[test]
fn both_sums_are_given_only_where_they_differ() {
    for zeitpunkt in ["je_bestandteil", "gesamt"] {
        let tagessatz = tagessatz(&["509115", "44480"], &json!({"zeitpunkt": zeitpunkt}));
        assert_eq!(tagessatz["betrag"], "177.39");
        assert_eq!([tagessatz.get("summe_gerundet"), tagessatz.get("gesamt_gerundet")], [None, None]);
    }
}

/// Hesse.
#[test]
fn rounds_to_one_place() {
    let tagessatz = tagessatz(&["509115", "44480"], &json!({"stellen": 1}));
    assert_eq!(amounts(&tagessatz["bestandteile"]), ["163.10", "14.30"]);
    assert_eq!(tagessatz["betrag"], "177.40");
}

/// Bavarian administrative rules: odd hourly rates may be rounded up to whole euros, 33.30 to 34.
#[test]
fn rounds_up_to_whole_euros() {
    let rounded = |betrag: &str| {
        let entgelt = json!({
            "fachleistungsstunden": [{
                "bestandteile": [bestandteil(&[betrag])],
                "jahresarbeitszeit": {"arbeitstage": 1, "stunden_je_tag": "1"},
            }],
            "rundung": {"stellen": 0, "modus": "aufrunden"},
        });
        calculated(&entgelt)["fachleistungsstunden"][0]["betrag"].as_str().unwrap().to_owned()
    };
    assert_eq!([rounded("33.30"), rounded("33.01"), rounded("33.00")], ["34.00", "34.00", "33.00"]);
}

#[test]
fn half_a_cent_counts_as_one() {
    let per_day = |betrag: &str| {
        calculated(&json!({"pauschalen": [{"betrag": betrag, "tage_je_monat": "2"}]}))["pauschalen"][0]["betrag_je_tag"]
            .take()
    };
    assert_eq!([per_day("0.01"), per_day("0.03"), per_day("0.05")], ["0.01", "0.02", "0.03"]);
}

/// Whoever rounds the printed figure gets the printed amount, since it is cut off, not rounded.
#[test]
fn a_figure_just_below_the_half_is_not_rounded_up_twice() {
    let entgelt = json!({"pauschalen": [{"betrag": "4999999.99", "tage_je_monat": "999999999.9999"}]});
    let pauschale = &calculated(&entgelt)["pauschalen"][0];
    assert_eq!(pauschale["genau"], "0.0049999999");
    assert_eq!(pauschale["betrag_je_tag"], "0.00");
}

#[test]
fn more_places_than_cents_give_no_amount() {
    for stellen in [3, u32::MAX] {
        let tagessatz = tagessatz(&["509115"], &json!({"stellen": stellen}));
        assert_eq!(tagessatz["genau"], "163.1386685892");
        assert_eq!(tagessatz.get("betrag"), None);
    }
}

#[test]
fn tells_what_deviates_from_what_is_stated() {
    let stated = |betrag: &str| {
        let mut grund = bestandteil(&["509115"]);
        grund["betrag"] = betrag.into();
        let entgelt = json!({"tagessatz": {
            "plaetze": 9, "auslastung": "95", "bestandteile": [grund], "betrag": betrag,
        }});
        let tagessatz = berechnung(&entgelt).tagessatz.unwrap();
        (tagessatz.summe.bestandteile[0].weicht_ab(), tagessatz.weicht_ab())
    };
    assert_eq!(stated("163.14"), (false, false));
    assert_eq!(stated("163.15"), (true, true));
}

/// The rule about the sum is one, whether its parts are agreed or calculated.
#[test]
fn agreed_and_calculated_components_are_summed_alike() {
    let betrag = |bestandteile: Value, zeitpunkt: &str| {
        let entgelt = json!({
            "tagessatz": {"plaetze": 1, "bestandteile": bestandteile},
            "rundung": {"stellen": 0, "zeitpunkt": zeitpunkt},
        });
        calculated(&entgelt)["tagessatz"]["betrag"].take()
    };
    for (zeitpunkt, sum) in [("gesamt", "149.00"), ("je_bestandteil", "148.55")] {
        assert_eq!(betrag(json!([{"betrag": "148.55"}]), zeitpunkt), sum);
        assert_eq!(betrag(json!([{"betrag": "148.55"}, bestandteil(&["0"])]), zeitpunkt), sum);
    }
}
