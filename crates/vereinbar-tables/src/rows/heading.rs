//! Column headings: the path of a field, list positions counted from 1.

use std::fmt;

use serde_json::Value;
use unicode_normalization::UnicodeNormalization as _;
use vereinbar::Art;
use vereinbar::limits::MAX_LIST_ITEMS;
use vereinbar::pointer::{PointerBuf, Step};
use vereinbar::schema::{Kind, Node};
use vereinbar::spelling::{self, fold, likeness};

use super::field::{fits_a_cell, headings};
use super::row_finding::RowFinding;

/// Headings at least this alike are suggested.
const ALIKE: f64 = 0.7;
/// As much of an unknown heading is shown.
const SHOWN_CHARS: usize = 80;

/// A heading that is known.
#[derive(Clone)]
pub struct Heading {
    pub(crate) text: String,
    pub(crate) place: PointerBuf,
    pub(crate) field: Node,
}

impl Heading {
    /// Reads a heading: the path of a field that a cell can fill, lists counted from 1.
    ///
    /// # Errors
    /// A [`RowFinding`] where there is no such field, or it is a whole part.
    pub fn parse(art: Art, text: &str) -> Result<Self, Box<RowFinding>> {
        resolve(art, text)
    }

    /// What stands at its place in an agreement.
    #[must_use]
    pub fn value_in<'a>(&self, vereinbarung: &'a Value) -> Option<&'a Value> {
        self.place.steps().iter().try_fold(vereinbarung, |value, step| match step {
            Step::Key(key) => value.get(key),
            Step::Index(index) => value.get(index),
        })
    }
}

impl fmt::Debug for Heading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Heading").field(&self.text).finish()
    }
}

/// Why a heading cannot be used.
fn problem(code: &'static str, art: Art, text: &str, message: impl Into<String>) -> Box<RowFinding> {
    let remedy = match nearest(art, text) {
        Some(nearest) => format!("Gemeint ist vielleicht „{nearest}“."),
        None => "Berichtigen Sie die Überschrift, oder streichen Sie die Spalte.".to_owned(),
    };
    Box::new(RowFinding::error(code, message, remedy).in_column(shown(text)))
}

/// Finds the field that a heading names.
pub(crate) fn resolve(art: Art, text: &str) -> Result<Heading, Box<RowFinding>> {
    let text: String = text.trim().nfc().collect();
    let (place, field) =
        walk(Node::root(art), &text).ok_or_else(|| unknown(art, &text, "Diese Überschrift ist nicht bekannt."))?;
    if fits_a_cell(field) {
        return Ok(Heading { text, place, field });
    }
    let message = match field.kind() {
        Kind::List => format!("Hier fehlt die Nummer des Eintrags, zum Beispiel „{text}.1“ und das Feld darin."),
        _ => "Das ist ein ganzer Teil der Vereinbarung; es fehlt das Feld darin.".to_owned(),
    };
    Err(problem("incomplete_heading", art, &text, message))
}

/// Follows a path below a field; `None` where it leads nowhere.
pub(crate) fn walk(from: Node, text: &str) -> Option<(PointerBuf, Node)> {
    let mut field = from;
    let mut place = PointerBuf::new();
    for part in text.split('.') {
        let step = match field.kind() {
            Kind::Object => Step::Key(part.to_owned()),
            Kind::List => {
                let number = part.parse::<usize>().ok().filter(|number| (1..=MAX_LIST_ITEMS).contains(number))?;
                Step::Index(number - 1)
            }
            _ => return None,
        };
        field = field.below(&step)?;
        place.push(step);
    }
    Some((place, field))
}

pub(crate) fn unknown(art: Art, text: &str, message: &'static str) -> Box<RowFinding> {
    problem("unknown_heading", art, text, message)
}

fn shown(text: &str) -> String {
    let mut shown: String = text.chars().filter(|c| !c.is_control()).take(SHOWN_CHARS).collect();
    if text.chars().count() > SHOWN_CHARS {
        shown.push('…');
    }
    shown
}

/// The known heading that is most alike, by its path or by the form's words.
/// Numbers count as alike and are kept.
fn nearest(art: Art, text: &str) -> Option<String> {
    let written = text;
    let text: String = fold(text).chars().take(200).collect();
    if walk(Node::root(art), &text).is_some() {
        // Only the spelling is another, or it is a part that has fields.
        let below = format!("{text}.");
        let is_it = |path: &String| *path == text || path.starts_with(&below);
        if let Some(path) = headings(art, 20).into_iter().map(|(path, ..)| path).find(is_it) {
            return Some(path);
        }
    }
    let numbers: Vec<&str> = text.split('.').filter(|part| is_number(part)).collect();
    let compared = text.split('.').map(|part| if is_number(part) { "1" } else { part }).collect::<Vec<_>>().join(".");
    let alike = |(path, _, words): &(String, Node, String)| {
        let last = words.rsplit(" › ").next().unwrap_or_default();
        // A path says more than a title, which several fields may share.
        likeness(&compared, path)
            .max(0.95 * likeness(&compared, &fold(words)))
            .max(0.9 * likeness(&compared, &fold(last)))
    };
    let (path, ..) = spelling::nearest(headings(art, 1), ALIKE, alike)?;
    let mut numbers = numbers.into_iter();
    let parts: Vec<&str> =
        path.split('.').map(|part| if is_number(part) { numbers.next().unwrap_or(part) } else { part }).collect();
    let nearest = parts.join(".");
    // A list may not have as many entries.
    (nearest != written).then_some(nearest)
}

fn is_number(part: &str) -> bool {
    !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    const ART: Art = Art::Qualitaetsentwicklungsvereinbarung;

    fn problem(text: &str) -> vereinbar::Finding {
        resolve(ART, text).err().unwrap_or_else(|| panic!("{text} is known")).finding
    }

    #[test]
    fn a_heading_is_a_path_with_positions_from_1() {
        let heading = resolve(ART, " ziele.1.massnahmen.freier_traeger.2.bis ").unwrap();
        assert_eq!(heading.place.to_string(), "/ziele/0/massnahmen/freier_traeger/1/bis");
        assert!(heading.field.kind() == Kind::Zeitangabe);
        assert!(resolve(ART, "fortsetzung.gespraechsgrundlagen").is_ok());
        assert!(resolve(ART, "fortsetzung.gespraechsgrundlagen.3").is_ok());
    }

    #[test]
    fn names_the_nearest_known_heading() {
        for (text, nearest) in [
            ("treager.name", "traeger.name"),
            ("Träger.Name", "traeger.name"),
            ("ziele.3.massnamen.freier_traeger.2.bis", "ziele.3.massnahmen.freier_traeger.2.bis"),
            ("vereinbarungszeitraum.vom", "vereinbarungszeitraum.von"),
            ("Postleitzahl", "jugendamt.anschrift.plz"),
        ] {
            assert_eq!(problem(text).remedy, format!("Gemeint ist vielleicht „{nearest}“."), "{text}");
        }
        for text in ["xyzzy", "ziele.201.ziel"] {
            assert_eq!(problem(text).code, "unknown_heading");
            assert_eq!(problem(text).remedy, "Berichtigen Sie die Überschrift, oder streichen Sie die Spalte.");
        }
    }

    #[test]
    fn a_part_is_no_single_field() {
        assert_eq!(problem("traeger").code, "incomplete_heading");
        assert_eq!(problem("traeger").remedy, "Gemeint ist vielleicht „traeger.name“.");
        assert!(problem("ziele").message.contains("Nummer"));
        for text in ["", "ziele.0.ziel", "ziele.201.ziel", "ziele.eins.ziel", "traeger.name.x", "."] {
            problem(text);
        }
    }
}
