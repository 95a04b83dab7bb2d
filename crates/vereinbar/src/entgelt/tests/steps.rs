use serde_json::{Value, json};

use super::calculated;

fn schritte(tagessatz: &Value) -> Value {
    calculated(&json!({"tagessatz": tagessatz}))["tagessatz"]["schritte"].take()
}

/// What rises is the Entgelt without the Investitionen.
#[test]
fn a_step_leaves_the_investitionen_as_they_are() {
    let schritte = schritte(&json!({
        "bestandteile": [{"betrag": "163.14"}, {"art": "investition", "betrag": "14.25"}],
        "schritte": [
            {"ab": "2028-01-01", "prozent": "2.8"},
            {"ab": "2028-07-01", "betrag": "185", "grundlage": "Nachtrag"},
            {"ab": "2029-01-01", "prozent": "1"},
        ],
    }));
    assert_eq!(
        schritte,
        json!([
            {"ab": "2028-01-01", "bis_dahin": "177.39", "ohne_investitionen": "163.14", "prozent": "2.8", "genau": "181.95792", "betrag": "181.96"},
            {"ab": "2028-07-01", "bis_dahin": "181.96", "betrag": "185.00", "vereinbart": "185.00"},
            {"ab": "2029-01-01", "bis_dahin": "185.00", "ohne_investitionen": "170.75", "prozent": "1", "genau": "186.7075", "betrag": "186.71"},
        ])
    );
}

/// The series of Fürth: 52.20 to 56.70, 59.20 and, later, 66.56 to 69.80 an hour.
#[test]
fn an_agreed_step_is_what_the_next_one_starts_from() {
    let stunde = json!({"betrag": "52.20", "schritte": [
        {"prozent": "8.62", "betrag": "56.70"}, {"prozent": "4.41", "betrag": "59.20"},
    ]});
    let berechnung = calculated(&json!({"fachleistungsstunden": [stunde]}));
    let schritte = &berechnung["fachleistungsstunden"][0]["schritte"];
    assert_eq!(
        [&schritte[0]["betrag"], &schritte[1]["bis_dahin"], &schritte[1]["betrag"]],
        ["56.70", "56.70", "59.20"]
    );
}

#[test]
fn a_step_from_an_unknown_amount_has_none() {
    for tagessatz in [
        json!({"schritte": [{"prozent": "2"}]}),
        json!({"betrag": "100", "bestandteile": [{"art": "investition"}], "schritte": [{"prozent": "2"}]}),
    ] {
        assert_eq!(schritte(&tagessatz)[0].get("betrag"), None, "{tagessatz}");
    }
}
