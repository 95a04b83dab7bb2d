//! The Anlagen: what is listed, and what the texts refer to.

use serde_json::Value;

use super::context::holds_anything;
use crate::modell::{Anlage, LeqVereinbarung};
use crate::pointer::Pointer;
use crate::validate::checker::{Checker, is_filled};
use crate::validate::rule::rules;

rules! {
    INCOMPLETE: "anlage_incomplete", MINOR_GAP,
        "Die Angaben zu einer Anlage sind nicht vollständig.",
        "Tragen Sie Titel und Stand ein, damit feststeht, welche Fassung vereinbart ist.",
        "§ 56 SGB X";
    REPEATED: "anlage_nummer_repeated", DOUBT,
        "Diese Nummer haben zwei Anlagen.",
        "Geben Sie jeder Anlage eine eigene Nummer; die Kalkulation ist Anlage K, die Vordrucke sind Anlage Q1, Q2 und so weiter.",
        "Plausibilität";
    SHA256: "anlage_sha256_malformed", DOUBT,
        "Die Prüfsumme besteht nicht aus 64 hexadezimalen Ziffern.",
        "Prüfen Sie sie.",
        "Datenformat";
    NOT_LISTED: "anlage_not_listed", DOUBT,
        "Der Text nennt eine Anlage, die nicht im Verzeichnis der Anlagen steht.",
        "Ergänzen Sie die Anlage im Verzeichnis, oder prüfen Sie die Nummer.",
        "§ 56 SGB X";
}

pub(super) fn check(checker: &mut Checker, vereinbarung: &LeqVereinbarung) {
    let at = Pointer::ROOT.key("anlagen");
    let vordrucke = vereinbarung.qualitaetsentwicklungsvereinbarung.vordrucke.len();
    // The document makes these itself.
    let mut known: Vec<String> = (1..=vordrucke).map(|number| format!("Q{number}")).collect();
    known.push("K".to_owned());
    for (index, anlage) in vereinbarung.anlagen.iter().enumerate() {
        let at = at.index(index);
        check_one(checker, at, anlage);
        let nummer = nummer(anlage, index);
        if known.contains(&nummer) {
            checker.report(&REPEATED, at.key("nummer"));
        } else {
            known.push(nummer);
        }
    }
    let value = serde_json::to_value(vereinbarung).unwrap_or_default();
    for (key, part) in value.as_object().into_iter().flatten().filter(|(key, _)| *key != "anlagen") {
        check_references(checker, Pointer::ROOT.key(key), part, &known);
    }
}

fn check_one(checker: &mut Checker, at: Pointer<'_>, anlage: &Anlage) {
    if holds_anything(anlage) {
        if !is_filled(anlage.titel.as_deref()) {
            checker.report_with(&INCOMPLETE, at.key("titel"), "Der Titel einer Anlage fehlt.");
        }
        if anlage.stand.is_none() {
            checker.report_with(&INCOMPLETE, at.key("stand"), "Der Stand einer Anlage fehlt.");
        }
    }
    let sha256 = anlage.sha256.as_deref().unwrap_or_default();
    if !sha256.is_empty() && (sha256.len() != 64 || !sha256.bytes().all(|byte| byte.is_ascii_hexdigit())) {
        checker.report(&SHA256, at.key("sha256"));
    }
}

/// What the Anlage is called in the texts: its number, or its place in the list.
fn nummer(anlage: &Anlage, index: usize) -> String {
    let nummer = anlage.nummer.as_deref().unwrap_or_default().trim();
    let nummer = nummer.strip_prefix("Anlage").unwrap_or(nummer).trim();
    if nummer.is_empty() { (index + 1).to_string() } else { nummer.to_uppercase() }
}

fn check_references(checker: &mut Checker, at: Pointer<'_>, value: &Value, known: &[String]) {
    match value {
        Value::String(text) => {
            if references(text).any(|reference| !known.contains(&reference)) {
                checker.report(&NOT_LISTED, at);
            }
        }
        Value::Array(entries) => {
            for (index, entry) in entries.iter().enumerate() {
                check_references(checker, at.index(index), entry, known);
            }
        }
        Value::Object(fields) => {
            for (key, field) in fields {
                check_references(checker, at.key(key), field, known);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The numbers after the word „Anlage“: „Anlage 3“, „Anlage A1“, but neither
/// „betriebsnotwendige Anlage“ nor „Anlage 1 zum Rahmenvertrag“.
fn references(text: &str) -> impl Iterator<Item = String> {
    text.split("Anlage ").skip(1).filter_map(|rest| {
        let token: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '.').collect();
        let after: String =
            rest.chars().skip(token.chars().count()).take_while(|c| !matches!(c, '.' | ',' | ';')).collect();
        let is_elsewhere = !token.ends_with('.') && after.contains("Rahmenv");
        let number = token.trim_end_matches('.');
        let digits = number.strip_prefix(|c: char| c.is_ascii_uppercase()).unwrap_or(number);
        let is_number = !number.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        (is_number && !is_elsewhere).then(|| number.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_anlagen_that_a_text_names() {
        let found = |text| references(text).collect::<Vec<_>>();
        assert_eq!(
            found("Es gilt die Anlage 3. Siehe zum Rahmenvertrag auch Anlage Q1 und Anlage 2.1;"),
            ["3", "Q1", "2.1"]
        );
        assert_eq!(found("Anlage K, Anlage 12"), ["K", "12"]);
        assert_eq!(found("Eine Anlage zum Schutz; Anlage II; Heizungsanlage 3; Anlage 1 zum Rahmenvertrag"), [""; 0]);
    }
}
