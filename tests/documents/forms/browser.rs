//! The form in a browser, without a mouse.

use vereinbar::{Art, Vereinbarung, extract_answers};

use super::support::{file, fillable, save, script};
use crate::judged::judge::assert_conform;

#[test]
fn a_form_is_filled_in_with_the_keyboard_alone() {
    let blank = Vereinbarung::blank(Art::Qualitaetsentwicklungsvereinbarung);
    let (form, out) = (save("browser-blank", &blank, &fillable()), file("browser-filled"));
    let typed = ["Landkreis Größe ő", "Träger „ẞ“ – €", "01.01.2027", "31.12.2028", "", "x", "", "Partizipation"];
    let arguments = [&[form.to_str().unwrap(), out.to_str().unwrap()], typed.as_slice()].concat();
    let heard = script("browser.mjs", &arguments).unwrap();
    // In the order of reading, each with the words of the form.
    let expected = [
        "Jugendamt › Name",
        "Träger der freien Jugendhilfe › Name",
        "Vereinbarungszeitraum › von",
        "Vereinbarungszeitraum › bis",
        "Qualitätsdimensionen: Ergebnisqualität",
        "Qualitätsdimensionen: Prozessqualität",
        "Qualitätsdimensionen: Strukturqualität",
        "Grundsätze und Maßstäbe",
    ];
    assert_eq!(heard.lines().count(), expected.len(), "{heard}");
    for (heard, expected) in heard.lines().zip(expected) {
        assert!(heard.starts_with(expected), "{heard}");
    }
    let answers = extract_answers(&std::fs::read(&out).unwrap()).unwrap();
    assert_eq!(answers.findings, []);
    let json: serde_json::Value = serde_json::from_str(&answers.vereinbarung.to_json()).unwrap();
    assert_eq!(json["jugendamt"]["name"], "Landkreis Größe ő");
    assert_eq!(json["traeger"]["name"], "Träger „ẞ“ – €");
    assert_eq!(json["vereinbarungszeitraum"], serde_json::json!({"von": "2027-01-01", "bis": "2028-12-31"}));
    assert_eq!(json["qualitaetsdimensionen"], serde_json::json!(["prozessqualitaet"]));
    assert_eq!(json["grundsaetze_und_massstaebe"], serde_json::json!([{"code": "partizipation"}]));
    assert_conform("3a", std::slice::from_ref(&out));
    assert_conform("ua1", &[out]);
}
