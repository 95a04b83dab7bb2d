//! What a user types is printed as it was typed, whatever it means to Typst.

use proptest::prelude::*;
use serde_json::Value;
use vereinbar::schema::{Kind, Node};
use vereinbar::{Art, RenderOptions, Vereinbarung, extract};

use crate::support::{ART, fixture, plain_text, render, squeezed, tagged_text};

/// Everything with a meaning in Typst, in code, in JSON and in PDF. Words are
/// short, since a long one may be broken with a hyphen.
fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(r#"[#\[\]{}$*_`@<>=+~/'"\\a-f0-9.:;,()!&%^|-]{1,9}"#, 1..5).prop_map(|words| words.join(" "))
}

/// An agreement of this kind with the text in every field that takes one.
pub(crate) fn everywhere(art: Art, text: &str) -> Value {
    filled(Node::root(art), text).unwrap()
}

fn filled(node: Node, text: &str) -> Option<Value> {
    match node.kind() {
        Kind::Code => node.codes().next().map(Value::from),
        Kind::Object => {
            let fields = node.properties().filter_map(|(key, field)| {
                let value = match key {
                    // A Maßstab has a code or words of its own.
                    "code" => return None,
                    // One that the name contains is not printed again.
                    "rechtsform" => format!("{text}r").into(),
                    _ => filled(field, text)?,
                };
                Some((key.to_owned(), value))
            });
            Some(Value::Object(fields.collect()))
        }
        Kind::List => Some(Value::Array(vec![filled(node.item()?, text)?])),
        Kind::Text | Kind::Zeitangabe | Kind::Plz => Some(text.into()),
        // Dates and amounts have a form of their own, numbers a sum.
        _ => None,
    }
}

/// How often the text must be there: once for each field above.
pub(crate) fn places(value: &Value, text: &str) -> usize {
    match value {
        Value::String(found) => usize::from(found.starts_with(text)),
        Value::Array(entries) => entries.iter().map(|entry| places(entry, text)).sum(),
        Value::Object(fields) => fields.values().map(|field| places(field, text)).sum(),
        _ => 0,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn markup_is_printed_literally_in_every_field(text in text()) {
        let json = everywhere(Art::Qualitaetsentwicklungsvereinbarung, &text);
        let vereinbarung = vereinbar::parse(&json.to_string()).unwrap();
        let pdf = render(&vereinbarung, &RenderOptions::default()).pdf;
        let printed = tagged_text(&pdf);
        let found = printed.matches(&squeezed(&text)).count();
        prop_assert!(found >= places(&json, &text), "{} of {} in:\n{}", found, places(&json, &text), printed);
        prop_assert_eq!(extract(&pdf).unwrap(), vereinbarung);
    }

    #[test]
    fn any_text_can_be_printed(text in any::<String>()) {
        let json = everywhere(Art::Qualitaetsentwicklungsvereinbarung, &text);
        let vereinbarung = vereinbar::parse(&json.to_string()).unwrap();
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

/// A number keeps its unit, a paragraph its sign; the text stays as it was typed.
#[test]
fn what_belongs_together_stays_on_one_line() {
    let ziel = "Nach ungefähr 30 Tagen, 2 × 3 Stunden, 85 %, § 8a, Abs. 1, d. h. am 15. November, e. V. ".repeat(12);
    let json = serde_json::json!({"art": ART, "ziele": [{"ziel": ziel}]});
    let text = plain_text(&render(&vereinbar::parse(&json.to_string()).unwrap(), &RenderOptions::default()).pdf);
    for end in ["30", "×", "2", "3", "85", "§", "Abs.", "d.", "15.", "e."] {
        let ends = |line: &str| !line.contains("Seite ") && line.ends_with(&format!(" {end}"));
        assert!(!text.lines().any(ends), "{end} ends a line:\n{text}");
    }
    assert!(!text.contains('\u{a0}'));
}

/// The patterns of hyphenation divide „Hilfep-lanziel“; a long compound is divided as a word.
#[test]
fn compounds_of_the_field_are_divided_as_words() {
    let compound = "Jugendhilfeeinrichtungsverbundgesellschaftsvertragsverhandlungen";
    let woran = format!("{} {compound}", "Hilfeplanziel ".repeat(40));
    let kriterien = serde_json::json!({"freier_traeger": [{"woran": woran}]});
    let json = serde_json::json!({"art": ART, "ziele": [{"kriterien": kriterien}]});
    let pdf = render(&vereinbar::parse(&json.to_string()).unwrap(), &RenderOptions::default()).pdf;
    let text = plain_text(&pdf);
    assert!(!text.lines().any(|line| line.trim_end_matches(['-', '\u{ad}']).ends_with("Hilfep")), "{text}");
    let divided = text.lines().find(|line| line.contains("Jugendhilfeeinrichtungs")).unwrap();
    assert!(divided.ends_with(['-', '\u{ad}']), "{divided:?}");
    assert!(tagged_text(&pdf).contains(compound));
}
