//! The Anlagen: what is listed, and what the texts refer to.

use serde_json::Value;

use crate::modell::{Anlage, Filled as _, LeqVereinbarung};
use crate::pointer::Pointer;
use crate::validate::checking::at::{At, field};
use crate::validate::checking::checker::Checker;
use crate::validate::checking::rule::rules;

rules! {
    INCOMPLETE: "anlage_incomplete", MINOR_GAP,
        "Die Angaben zu einer Anlage sind nicht vollständig.",
        "Tragen Sie Titel und Stand ein, und ob sie verbindlich ist, damit feststeht, was in welcher Fassung vereinbart ist.",
        "§ 56 SGB X; Stand: Plausibilität";
    REPEATED: "anlage_nummer_repeated", DOUBT,
        "Diese Nummer haben zwei Anlagen.",
        "Geben Sie jeder Anlage eine eigene Nummer; die Kalkulation ist Anlage K, die Vordrucke sind Anlage Q1, Q2 und so weiter.",
        "Plausibilität";
    SHA256: "anlage_sha256_malformed", DOUBT,
        "Die Prüfsumme besteht nicht aus 64 hexadezimalen Ziffern.",
        "Prüfen Sie die Prüfsumme.",
        "Datenformat";
    NOT_LISTED: "anlage_not_listed", DOUBT,
        "Der Text nennt eine Anlage, die nicht im Verzeichnis der Anlagen steht.",
        "Ergänzen Sie die Anlage im Verzeichnis, oder prüfen Sie die Nummer.",
        "§ 56 SGB X";
}

/// Checks the list of annexes, and that each which a text of `value` names is in it.
pub(super) fn check(vereinbarung: At<'_, LeqVereinbarung>, value: &Value) {
    let vordrucke = vereinbarung.qualitaetsentwicklungsvereinbarung.vordrucke.len();
    // The document makes these itself.
    let mut known: Vec<String> = (1..=vordrucke).map(|number| format!("Q{number}")).collect();
    known.push("K".to_owned());
    for (index, anlage) in field!(vereinbarung.anlagen).each().enumerate() {
        check_one(anlage);
        let nummer = nummer(&anlage, index);
        if known.contains(&nummer) {
            field!(anlage.nummer).report(&REPEATED);
        } else {
            known.push(nummer);
        }
    }
    let known =
        Known { uses_letters: known.iter().skip(vordrucke + 1).any(|nummer| is_letter(nummer)), nummern: known };
    for (key, part) in value.as_object().into_iter().flatten().filter(|(key, _)| *key != "anlagen") {
        check_references(vereinbarung.checker(), Pointer::ROOT.key(key), part, &known);
    }
}

/// What the texts may refer to.
struct Known {
    nummern: Vec<String>,
    /// Where the list has no „Anlage A“, a letter in a text means something else.
    uses_letters: bool,
}

impl Known {
    fn contains(&self, reference: &str) -> bool {
        (is_letter(reference) && !self.uses_letters) || self.nummern.iter().any(|nummer| nummer == reference)
    }
}

fn is_letter(nummer: &str) -> bool {
    nummer.len() == 1 && nummer.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn check_one(anlage: At<'_, Anlage>) {
    if anlage.is_filled() {
        field!(anlage.titel).require(INCOMPLETE.saying("Der Titel einer Anlage fehlt.").with_source("§ 56 SGB X"));
        field!(anlage.stand).require(INCOMPLETE.saying("Der Stand einer Anlage fehlt.").with_source("Plausibilität"));
        let message = "Es fehlt, ob eine Anlage verbindlich ist.";
        field!(anlage.verbindlich).require(INCOMPLETE.saying(message).with_source("Plausibilität"));
    }
    let sha256 = anlage.sha256.as_deref().unwrap_or_default();
    if !sha256.is_empty() && (sha256.len() != 64 || !sha256.bytes().all(|byte| byte.is_ascii_hexdigit())) {
        field!(anlage.sha256).report(&SHA256);
    }
}

/// What the Anlage is called in the texts: its number, or its place in the list.
fn nummer(anlage: &Anlage, index: usize) -> String {
    let nummer = anlage.nummer.as_deref().unwrap_or_default().trim();
    let nummer = nummer.strip_prefix("Anlage").unwrap_or(nummer).trim();
    if nummer.is_empty() { (index + 1).to_string() } else { nummer.to_uppercase() }
}

fn check_references(checker: &Checker<'_>, at: Pointer<'_>, value: &Value, known: &Known) {
    match value {
        Value::String(text) => {
            if references(text).iter().any(|reference| !known.contains(reference)) {
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

/// The numbers after the word „Anlage“: „Anlage 3“, „Anlage A1“, „Anlagen 8 und 9“,
/// but neither „betriebsnotwendige Anlage“ nor „Anlage 1 zum Rahmenvertrag“.
fn references(text: &str) -> Vec<String> {
    // Non-breaking spaces and line breaks are spaces.
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut found = Vec::new();
    for rest in text.split("Anlage").skip(1) {
        let (rest, is_list) = match (rest.strip_prefix(' '), rest.strip_prefix("n ")) {
            (Some(rest), _) => (rest, false),
            (None, Some(rest)) => (rest, true),
            (None, None) => continue,
        };
        let (numbers, rest) = numbers(rest, is_list);
        if !is_elsewhere(rest) {
            found.extend(numbers);
        }
    }
    found
}

/// The numbers at the start of a text, more than one only in a list, and what follows them.
fn numbers(mut rest: &str, is_list: bool) -> (Vec<String>, &str) {
    let mut numbers = Vec::new();
    loop {
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '.').unwrap_or(rest.len());
        let token = rest.get(..end).unwrap_or_default().trim_end_matches('.');
        if !is_number(token) {
            return (numbers, rest);
        }
        numbers.push(token.to_uppercase());
        // A full stop after the number is left to what follows.
        rest = rest.get(token.len()..).unwrap_or_default();
        let next = [", ", " und ", " oder ", " sowie ", " bis "].iter().find_map(|word| rest.strip_prefix(word));
        match next {
            Some(next) if is_list => rest = next,
            _ => return (numbers, rest),
        }
    }
}

/// „3“, „2.1“, „3a“, „Q1“, „K“.
fn is_number(token: &str) -> bool {
    let digits = token.strip_prefix(|c: char| c.is_ascii_uppercase()).unwrap_or(token);
    let number = digits.strip_suffix(|c: char| c.is_ascii_lowercase()).unwrap_or(digits);
    is_letter(token) || (!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.'))
}

/// Whether the Anlage is that of another document: „Anlage 9 des Rahmenvertrags“.
fn is_elsewhere(after: &str) -> bool {
    let sentence = after.split(['.', ',', ';']).next().unwrap_or_default();
    let word = sentence.split_whitespace().next().unwrap_or_default();
    ["des", "der", "zum", "zur"].contains(&word) || sentence.to_lowercase().contains("rahmenv")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_anlagen_that_a_text_names() {
        let found = |text| references(text);
        assert_eq!(
            found("Es gilt die Anlage 3. Siehe zum Rahmenvertrag auch Anlage Q1 und Anlage 2.1;"),
            ["3", "Q1", "2.1"]
        );
        assert_eq!(found("Anlage K, Anlage 12"), ["K", "12"]);
        assert_eq!(found("Eine Anlage zum Schutz; Anlage II; Heizungsanlage 3; Anlage 1 zum Rahmenvertrag"), [""; 0]);
        assert_eq!(found("Anlage 9 des Landesrahmenvertrages; Anlage 2 zur Satzung; Anlage 4 RAHMENVERTRAG"), [""; 0]);
        assert_eq!(found("Anlagen 8 und 9 der Satzung"), [""; 0]);
        assert_eq!(found("die Anlagen 8, 9 und 10. Der Rahmenvertrag"), ["8", "9", "10"]);
        assert_eq!(found("Anlage 3a, Anlage\u{a0}7, Anlage\u{202f}A"), ["3A", "7", "A"]);
        assert_eq!(found("Anlagen werden gepflegt; Anlage über Tage; Anlage 1 und 2 Räume; Anlage"), ["1"]);
    }
}
