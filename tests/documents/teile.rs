//! Parts I and II of the LEQ-Vereinbarung: what the law has words for, and what it asks of whom.

use serde_json::Value;
use vereinbar::{Art, RenderOptions, Vereinbarung};

use crate::support::{LEQ, example_of, fixture_of, plain_text, render, squeezed};

fn text_of(vereinbarung: &Vereinbarung, is_final: bool) -> String {
    let options = RenderOptions { require_complete: is_final, ..RenderOptions::default() };
    squeezed(&plain_text(&render(vereinbarung, &options).pdf))
}

fn says(text: &str, words: &str) -> bool {
    text.contains(&squeezed(words))
}

/// The default texts of the model, of which lists are one text each.
fn default_texts(json: &Value, texts: &mut Vec<String>) {
    match json {
        Value::String(text) => texts.push(text.clone()),
        Value::Array(list) => list.iter().for_each(|text| default_texts(text, texts)),
        Value::Object(fields) => fields.values().for_each(|text| default_texts(text, texts)),
        _ => {}
    }
}

/// § 8a Abs. 4, § 9b Abs. 2, § 61 Abs. 3 SGB VIII stand in the blank form. In one that is
/// half filled they would be taken for what was agreed.
#[test]
fn only_the_blank_form_offers_the_words_of_the_law() {
    let path = vereinbar_tests::root().join("templates/leq_vereinbarung/vorgaben.json");
    let mut texts = Vec::new();
    default_texts(&serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap(), &mut texts);
    let blank = text_of(&Vereinbarung::blank(Art::LeqVereinbarung), false);
    let half = text_of(&fixture_of(LEQ, "halb_ausgefuellt"), false);
    assert!(texts.len() > 8 && texts.iter().any(|text| text.starts_with("Die Erziehungsberechtigten")));
    for text in texts {
        assert!(says(&blank, &text), "{text}");
        assert!(!says(&half, &text), "{text}");
    }
}

/// § 78c Abs. 1 SGB VIII asks for these, and § 77 does not.
#[test]
fn what_only_78c_asks_for_is_not_in_a_contract_under_77() {
    let under_77 = text_of(&fixture_of(LEQ, "vollstaendig_77_fachleistungsstunde"), true);
    let under_78b = text_of(&example_of(LEQ), true);
    let satz_3 = "geeignet sowie ausreichend, zweckmäßig und wirtschaftlich ist (§ 78c Abs. 1 Satz 3 SGB VIII)";
    for words in ["I.10 Betriebsnotwendige Anlagen", "Vereinbarte Plätze insgesamt", "§ 78c Abs. 1 Nr. 1", satz_3] {
        assert!(says(&under_78b, words), "{words}");
        assert!(!says(&under_77, words), "{words}");
    }
    for both in ["I.7 Abgrenzung des Leistungs- und Gefährdungsbereiches", "II.3 Trägergespräche", "I.15 Prüfung"] {
        assert!(says(&under_77, both), "{both}");
    }
}

#[test]
fn a_traegergespraech_is_printed_with_what_came_of_it() {
    let text = text_of(&fixture_of(LEQ, "vollstaendig_mit_traegergespraech"), true);
    for words in [
        "15.11.2027: Stand der Ziele; Beschwerdewege",
        "Gespräch vom 22.11.2027",
        "Sieben von neun jungen Menschen",
        "erklären die Beschwerdewege bei jeder Aufnahme",
        "Bezugsfachkräfte, bis 29.02.2028",
        "Teilgenommen haben: Leitung des ASD",
    ] {
        assert!(says(&text, words), "{words}");
    }
}

#[test]
fn numbers_of_a_column_stand_below_each_other() {
    let text = text_of(&example_of(LEQ), true);
    for words in ["Pädagogik 5,00 S 8b", "Stellen insgesamt 6,30", "1 : 1,8", "12 Stunden je Fachkraft und Jahr"] {
        assert!(says(&text, words), "{words}");
    }
}
