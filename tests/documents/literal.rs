//! What a user types is printed as it was typed, whatever it means to Typst.

use proptest::prelude::*;
use serde_json::{Value, json};
use vereinbar::{Art, RenderOptions, Vereinbarung, extract};

use crate::support::{ART, fixture, plain_text, render, squeezed, tagged_text};

/// Everything with a meaning in Typst, in code, in JSON and in PDF. Words are
/// short, since a long one may be broken with a hyphen.
fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(r#"[#\[\]{}$*_`@<>=+~/'"\\a-f0-9.:;,()!&%^|-]{1,9}"#, 1..5).prop_map(|words| words.join(" "))
}

/// The same text in every field of the form.
fn everywhere(text: &str) -> Value {
    let person = json!({"name": text, "funktion": text});
    // A legal form that the name contains is not printed again.
    let partei = json!({
        "name": text, "rechtsform": format!("{text}r"), "vertreten_durch": [person],
        "anschrift": {"strasse": text, "zusatz": text, "plz": text, "ort": text},
    });
    let sides = |entry: Value| json!({"oeffentlicher_traeger": [entry], "freier_traeger": [entry]});
    json!({
        "art": ART, "aktenzeichen": text, "jugendamt": partei, "traeger": partei,
        "grundsaetze_und_massstaebe": [{"bezeichnung": text}],
        "ziele": [{
            "ziel": text, "kriterien": sides(json!(text)),
            "massnahmen": sides(json!({"wer": text, "was": text})),
            "zielueberpruefung": sides(json!({"wie": text, "wann": text})),
        }],
        "fortsetzung": {"einladung_durch": text, "gespraechsgrundlagen": [text]},
        "unterzeichnung": {"ort": text, "oeffentlicher_traeger": [person], "freier_traeger": [person]},
    })
}

/// How often the text must be there: once for each field above.
fn places(value: &Value) -> usize {
    match value {
        Value::String(_) => 1,
        Value::Array(entries) => entries.iter().map(places).sum(),
        Value::Object(fields) => fields.iter().filter(|(key, _)| *key != "art").map(|(_, value)| places(value)).sum(),
        _ => 0,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn markup_is_printed_literally_in_every_field(text in text()) {
        let json = everywhere(&text);
        let vereinbarung = vereinbar::parse(&json.to_string()).unwrap();
        let pdf = render(&vereinbarung, &RenderOptions::default()).pdf;
        let printed = tagged_text(&pdf);
        let found = printed.matches(&squeezed(&text)).count();
        prop_assert!(found >= places(&json), "{} of {} in:\n{}", found, places(&json), printed);
        prop_assert_eq!(extract(&pdf).unwrap(), vereinbarung);
    }

    #[test]
    fn any_text_can_be_printed(text in any::<String>()) {
        let vereinbarung = vereinbar::parse(&everywhere(&text).to_string()).unwrap();
        let pdf = render(&vereinbarung, &RenderOptions::default()).pdf;
        prop_assert_eq!(extract(&pdf).unwrap(), vereinbarung);
    }
}

#[test]
fn line_breaks_of_the_user_are_kept() {
    let pdf = render(&fixture("zeilenumbrueche"), &RenderOptions::default()).pdf;
    let text = plain_text(&pdf);
    for lines in
        ["Erste Zeile\nZweite Zeile\nDritte Zeile\n", "Zeile eins\nZeile zwei\n", "Landkreis Musterland\nJugendamt"]
    {
        assert!(text.contains(lines), "{lines:?} in:\n{text}");
    }
}

/// An empty or blank text is no text: the page is the blank form's.
#[test]
fn blank_texts_count_as_missing() {
    let blank = Vereinbarung::blank(Art::Qualitaetsentwicklungsvereinbarung);
    let words = |v: &Vereinbarung| plain_text(&render(v, &RenderOptions::default()).pdf);
    let Vereinbarung::Qualitaetsentwicklungsvereinbarung(mut leer) = fixture("leere_texte") else { unreachable!() };
    assert_eq!(leer.ziele.len(), 1);
    // The blank form has two goals, this one has the one that its data names.
    leer.ziele.clear();
    assert_eq!(words(&Vereinbarung::Qualitaetsentwicklungsvereinbarung(leer)), words(&blank));
}
