use serde_json::{Value, json};

use super::calculated;

fn bestandteil(kosten: &Value) -> Value {
    let entgelt = json!({"jahresbudget": {"bestandteile": [{"kosten": kosten}]}});
    calculated(&entgelt)["jahresbudget"]["bestandteile"][0].take()
}

/// The caps of NRW, Anlage IV: 20 % of the Fachkräfte, then 10 % of all Personalkosten.
#[test]
fn a_share_rests_on_what_stands_before_it() {
    let bestandteil = bestandteil(&json!([
        {"kostenart": "paedagogik", "betrag": "66000"},
        {"kostenart": "leitung", "prozent": "20", "prozent_von": ["paedagogik"]},
        {"kostenart": "sachkosten", "prozent": "10", "prozent_von": ["paedagogik", "leitung"]},
    ]));
    assert_eq!(bestandteil["kosten"][1]["grundbetrag"], "66000.00");
    assert_eq!(bestandteil["kosten"][2]["grundbetrag"], "79200.00");
    assert_eq!(bestandteil["kosten"][2]["betrag"], "7920.00");
    assert_eq!(bestandteil["summe_kosten"], "87120.00");
    assert_eq!(
        bestandteil["zwischensummen"],
        json!([{"gruppe": "personal", "betrag": "79200.00"}, {"gruppe": "sach", "betrag": "7920.00"}])
    );
}

#[test]
fn without_kostenarten_it_is_a_share_of_all_before_it() {
    let bestandteil = bestandteil(&json!([{"betrag": "1000"}, {"betrag": "500"}, {"prozent": "3.5"}, {"betrag": "1"}]));
    assert_eq!(bestandteil["kosten"][2]["betrag"], "52.50");
    assert_eq!(bestandteil.get("zwischensummen"), None);
}

#[test]
fn a_share_of_nothing_is_missing() {
    for kosten in [json!([{"prozent": "5"}, {"betrag": "1"}]), json!([{"kostenart": "miete"}, {"prozent": "5"}])] {
        assert_eq!(bestandteil(&kosten).get("summe_kosten"), None, "{kosten}");
    }
}

#[test]
fn a_stated_amount_is_compared_with_the_share() {
    let gerechnet = |betrag: &str| {
        let kosten = json!([{"betrag": "422400"}, {"prozent": "6.3", "betrag": betrag}]);
        bestandteil(&kosten)["kosten"][1]["gerechnet"].take()
    };
    assert_eq!([gerechnet("26611.20"), gerechnet("26611.21")], [Value::Null, "26611.20".into()]);
}

/// Each share of a share has more places; what no longer fits is left out.
#[test]
fn shares_of_shares_never_fail() {
    let mut kosten = vec![json!({"betrag": "999999999.99"})];
    kosten.extend((0..20).map(|_| json!({"prozent": "33.3333"})));
    let bestandteil = bestandteil(&kosten.into());
    assert_eq!(bestandteil["kosten"][1]["betrag"], "333332999.99666667");
    assert_eq!(bestandteil.get("summe_kosten"), None);
}

#[test]
fn a_jahresbudget_is_paid_in_instalments() {
    let entgelt = json!({"jahresbudget": {
        "bestandteile": [{"kosten": [{"betrag": "100000"}], "abzuege": [{"betrag": "1000"}]}, {"betrag": "1000"}],
        "raten": 12,
    }});
    let budget = &calculated(&entgelt)["jahresbudget"];
    assert_eq!([&budget["betrag"], &budget["betrag_je_rate"]], ["100000.00", "8333.33"]);
    assert_eq!(budget["genau_je_rate"], "8333.3333333333");
}
