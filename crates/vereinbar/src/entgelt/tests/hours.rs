use serde_json::{Value, json};

use super::{bestandteil, fachleistungsstunde};

fn zeit(jahr: &Value) -> Value {
    fachleistungsstunde(&json!({"jahresarbeitszeit": jahr}))["arbeitszeit"].take()
}

#[test]
fn minderzeiten_count_in_days_and_in_hours() {
    let zeit = zeit(&json!({
        "wochenstunden": "39",
        "minderzeiten": [{"bezeichnung": "Urlaub", "tage": "30"}, {"bezeichnung": "Teamsitzung", "stunden": "92"}],
    }));
    assert_eq!(zeit["stunden_je_tag"], "7.8");
    assert_eq!([&zeit["minderzeiten_tage"], &zeit["minderzeiten_stunden"]], ["30", "326"]);
    assert_eq!(zeit["bereinigte_stunden"], "1707.5714285714");
}

#[test]
fn hours_need_no_day_where_no_minderzeit_counts_in_days() {
    let jahr = json!({"arbeitstage": 250, "stunden_je_tag": "8", "minderzeiten": [{"stunden": "400.5"}]});
    assert_eq!(zeit(&jahr)["netto_stunden"], "1599.5");
    assert_eq!(zeit(&jahr).get("minderzeiten_tage"), None);
}

#[test]
fn a_minderzeit_without_days_and_hours_leaves_the_rest_open() {
    let zeit = zeit(&json!({"wochenstunden": "39", "minderzeiten": [{"tage": "30"}, {"bezeichnung": "Krankheit"}]}));
    assert_eq!([zeit.get("minderzeiten_stunden"), zeit.get("stunden_insgesamt")], [None, None]);
}

#[test]
fn agreed_hours_take_the_place_of_the_calculated_and_are_compared_with_them() {
    let stunde = fachleistungsstunde(&json!({
        "bestandteile": [bestandteil(&["66000"])],
        "jahresarbeitszeit": {"arbeitstage": 200, "stunden_je_tag": "8", "netto_stunden": "1500"},
    }));
    let zeit = &stunde["arbeitszeit"];
    assert_eq!([&zeit["netto_stunden"], &zeit["vereinbarte_stunden"], &stunde["betrag"]], ["1600", "1500", "44.00"]);
}
