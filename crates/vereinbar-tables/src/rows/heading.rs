//! Column headings: the path of a field, list positions counted from 1.

use std::fmt;
use std::sync::LazyLock;

use serde_json::Value;
use unicode_normalization::UnicodeNormalization as _;
use vereinbar::Art;
use vereinbar::limits::MAX_LIST_ITEMS;
use vereinbar::pointer::{PointerBuf, Step};
use vereinbar::schema::{Kind, Node};
use vereinbar::spelling::{self, MAX_COMPARED_CHARS, closeness, fold};

use super::field::{first_below, fits_a_cell, headings};
use super::label::{BETWEEN, by_label, label};
use super::row_finding::RowFinding;
use crate::row_codes::{self, RowCode};

/// Headings at least this alike are suggested: a slip of the pen, not a word that begins alike.
const ALIKE: f64 = 0.75;
/// So many headings that may be meant are named.
const SHOWN_MEANT: usize = 6;
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
    /// Reads a heading: the path of a field that a cell can fill (`ziele.1.ziel`), or the
    /// form's words for the way to it (`Ziele › 1 › Ziel`); lists are counted from 1.
    ///
    /// # Errors
    /// A [`RowFinding`] where there is no such field, or it is a whole part.
    pub fn parse(art: Art, text: &str) -> Result<Self, Box<RowFinding>> {
        resolve(art, text)
    }

    /// The heading, where it names a field; without a word about what else it may mean, which takes its time.
    pub(crate) fn find(art: Art, text: &str) -> Option<Self> {
        let text: String = text.trim().nfc().collect();
        let (place, field) = find(art, &text).filter(|(_, field)| fits_a_cell(*field))?;
        Some(Self { text, place, field })
    }

    /// Its path, lists counted from 1: `ziele.1.ziel`.
    #[must_use]
    pub fn path(&self) -> String {
        let step = |step: &Step<String>| match step {
            Step::Key(key) => key.clone(),
            Step::Index(index) => (index + 1).to_string(),
        };
        self.place.steps().iter().map(step).collect::<Vec<_>>().join(".")
    }

    /// The form's words for the way to it: `Ziele › 1 › Ziel`.
    #[must_use]
    pub fn label(&self, art: Art) -> String {
        label(Node::root(art), &self.place)
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
fn problem(code: RowCode, art: Art, text: &str, message: impl Into<String>) -> Box<RowFinding> {
    let remedy = match meant(art, text).as_slice() {
        [] => "Berichtigen Sie die Überschrift, streichen Sie die Spalte, oder setzen Sie # davor: dann gilt sie als \
               Bemerkung."
            .to_owned(),
        [one] => format!("Gemeint ist vielleicht {one}."),
        [some @ .., last] if some.len() < SHOWN_MEANT => {
            format!("Gemeint ist vielleicht {} oder {last}.", some.join(", "))
        }
        some => format!(
            "Gemeint ist vielleicht {} oder eine von {} weiteren.",
            some.get(..SHOWN_MEANT).unwrap_or(some).join(", "),
            some.len() - SHOWN_MEANT
        ),
    };
    Box::new(RowFinding::error(code, message, remedy).in_column(shown(text)))
}

/// Whether there is a heading that an unknown one may mean.
pub(crate) fn means_some(art: Art, text: &str) -> bool {
    !meant(art, text.trim()).is_empty()
}

/// Finds the field that a heading names.
pub(crate) fn resolve(art: Art, text: &str) -> Result<Heading, Box<RowFinding>> {
    let text: String = text.trim().nfc().collect();
    let (place, field) = find(art, &text).ok_or_else(|| unknown(art, &text, "Diese Überschrift ist nicht bekannt."))?;
    if fits_a_cell(field) {
        return Ok(Heading { text, place, field });
    }
    let message = match field.kind() {
        Kind::List => format!("Hier fehlt die Nummer des Eintrags, zum Beispiel „{text}.1“ und das Feld darin."),
        _ => "Das ist ein ganzer Teil der Vereinbarung; es fehlt das Feld darin.".to_owned(),
    };
    Err(problem(row_codes::INCOMPLETE_HEADING, art, &text, message))
}

/// Whether a heading names a field that a cell can fill.
pub(crate) fn is_known(art: Art, text: &str) -> bool {
    Heading::find(art, text).is_some()
}

fn find(art: Art, text: &str) -> Option<(PointerBuf, Node)> {
    let root = Node::root(art);
    walk(root, text).or_else(|| by_label(root, text))
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
    problem(row_codes::UNKNOWN_HEADING, art, text, message)
}

fn shown(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut shown: String = text.chars().filter(|c| !c.is_control()).take(SHOWN_CHARS).collect();
    if text.chars().count() > SHOWN_CHARS {
        shown.push('…');
    }
    shown
}

/// The known headings that may be meant, the path of each in quotation marks; where there
/// are several, with the form's words for the way to it, since a `Straße` may be that of one
/// party or of the other.
fn meant(art: Art, text: &str) -> Vec<String> {
    match &*candidates(art, text) {
        [one] => vec![format!("„{}“", one.path)],
        several => several.iter().map(|one| format!("„{}“ ({})", one.path, one.words)).collect(),
    }
}

/// A field that may be meant.
pub(crate) struct Candidate {
    pub(crate) path: String,
    pub(crate) words: String,
}

/// A heading as others are compared with it.
struct Known {
    path: String,
    words: String,
    /// The path, the words and the last of these, folded, each with its length.
    names: [(String, usize); 3],
}

/// The headings of a kind, each list with one entry.
fn known(art: Art) -> &'static [Known] {
    static KNOWN: LazyLock<Vec<(Art, Vec<Known>)>> = LazyLock::new(|| {
        let known = |(path, _, words): (String, Node, String)| {
            let last = words.rsplit(BETWEEN).next().unwrap_or_default();
            let names = [path.clone(), fold(&words), fold(last)].map(|name| {
                let length = name.chars().count();
                (name, length)
            });
            Known { path, words, names }
        };
        Art::ALL.iter().map(|art| (*art, headings(*art, 1).into_iter().map(known).collect())).collect()
    });
    KNOWN.iter().find(|(of, _)| *of == art).map_or(&[], |(_, known)| known)
}

/// The fields that an unknown heading may mean.
pub(crate) fn candidates(art: Art, text: &str) -> Vec<Candidate> {
    let written = text;
    let text: String = fold(text).chars().take(MAX_COMPARED_CHARS).collect();
    let root = Node::root(art);
    if let Some((place, field)) = walk(root, &text) {
        // Only the spelling is another, or it is a part that has fields.
        if let Some((path, words)) = first_below(field, text.clone(), label(root, &place)) {
            return vec![Candidate { path, words }];
        }
    }
    let numbers: Vec<&str> = text.split('.').filter(|part| is_number(part)).collect();
    let with_numbers = |known: &Known| {
        let mut numbers = numbers.iter().copied();
        let parts =
            known.path.split('.').map(|part| if is_number(part) { numbers.next().unwrap_or(part) } else { part });
        Candidate { path: parts.collect::<Vec<_>>().join("."), words: known.words.clone() }
    };
    let all = known(art);
    // The word of the form, or the key: `Straße`, `PLZ`.
    let is_named = |known: &&Known| {
        let [_, _, (last, _)] = &known.names;
        *last == text || known.path.rsplit('.').next() == Some(&text)
    };
    let named: Vec<Candidate> = all.iter().filter(is_named).map(with_numbers).collect();
    if !named.is_empty() {
        return named;
    }
    let compared = text.split('.').map(|part| if is_number(part) { "1" } else { part }).collect::<Vec<_>>().join(".");
    let length = compared.chars().count();
    let alike = |known: &&Known| {
        // Lengths alone tell of most that they are not alike, and comparing takes its time.
        let may_be = known.names.iter().filter(|(_, other)| {
            let (shorter, longer) = (length.min(*other), length.max(*other));
            shorter * 4 >= longer * 3
        });
        may_be.map(|(name, _)| closeness(&compared, name)).fold(0.0, f64::max)
    };
    let Some(nearest) = spelling::nearest(all, ALIKE, alike).map(with_numbers) else { return Vec::new() };
    // A list may not have as many entries.
    if nearest.path == written { Vec::new() } else { vec![nearest] }
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
            ("Ziele.1.Zeil", "ziele.1.ziel"),
        ] {
            assert_eq!(problem(text).remedy, format!("Gemeint ist vielleicht „{nearest}“."), "{text}");
        }
        for text in ["xyzzy", "ziele.201.ziel", "Unnamed: 1", "Beginn", "Ende", "Bemerkung"] {
            assert_eq!(problem(text).code, "unknown_heading");
            assert!(problem(text).remedy.contains('#'), "{text}: {}", problem(text).remedy);
        }
    }

    #[test]
    fn names_every_field_of_that_word_with_its_party() {
        for text in ["PLZ", "Postleitzahl", "plz"] {
            assert_eq!(
                problem(text).remedy,
                "Gemeint ist vielleicht „jugendamt.anschrift.plz“ (Jugendamt › Anschrift › Postleitzahl) oder \
                 „traeger.anschrift.plz“ (Träger der freien Jugendhilfe › Anschrift › Postleitzahl).",
            );
        }
        let name = problem("Name").remedy;
        assert!(
            name.contains("„traeger.name“ (Träger der freien Jugendhilfe › Name)") && name.contains("„jugendamt.name“"),
            "{name}"
        );
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
