//! Which fields the office's own headings fill, as somebody has written it down.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Map, Value};
use unicode_normalization::UnicodeNormalization as _;
use vereinbar::Art;

use crate::TableError;
use crate::files::{self, without_bom};
use crate::input::{self, SPALTEN};
use crate::row_codes;
use crate::rows::{Heading, RowFinding};

/// The most that such a file may hold.
const MAX_BYTES: u64 = 1 << 20;
/// What marks a column for notes, in headings as well.
const REMARK: &str = "#";
/// What stands before a proposal that nobody has confirmed.
pub(super) const UNCONFIRMED: char = '?';

/// Which fields the office's own headings fill: to each heading the path of a field, the
/// form's words for the way to it, or `#` for a column of notes; several fields where one
/// column fills them all.
///
/// ```
/// use vereinbar_tables::Columns;
/// let columns = Columns::parse(r##"{
///     "PLZ": "Träger › Anschrift › Postleitzahl",
///     "Vertretung": ["traeger.vertreten_durch.1.name", "unterzeichnung.freier_traeger.1.name"],
///     "Bemerkung": "#"
/// }"##)?;
/// assert_eq!(columns.headings().collect::<Vec<_>>(), ["PLZ", "Vertretung", "Bemerkung"]);
/// # Ok::<(), vereinbar_tables::ColumnsError>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Columns(Vec<(String, Vec<String>)>);

/// Why a mapping cannot be used: a complete German sentence.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct ColumnsError(String);

/// What a column of a mapping fills.
#[derive(Clone)]
pub(crate) enum Mapped {
    Fields(Vec<Heading>),
    Remark,
}

fn is_unconfirmed(fields: &[String]) -> bool {
    fields.iter().any(|field| field.starts_with(UNCONFIRMED))
}

/// The mapping for a kind of agreement.
pub(crate) type Mapping = BTreeMap<String, Mapped>;

impl Columns {
    /// Of headings and what each fills.
    #[must_use]
    pub fn new(columns: impl IntoIterator<Item = (impl Into<String>, Vec<String>)>) -> Self {
        let mut own = Self::default();
        for (heading, fields) in columns {
            own.add(&heading.into(), fields);
        }
        own
    }

    /// Reads an object of JSON: headings, and to each a text or a list of texts.
    ///
    /// # Errors
    /// [`ColumnsError`] where the text is no such object.
    pub fn parse(json: &str) -> Result<Self, ColumnsError> {
        let refuse = |why: &str| ColumnsError(why.to_owned());
        let fields: Map<String, Value> = serde_json::from_str(json.trim_start_matches('\u{feff}')).map_err(|_| {
            refuse(
                "Die Zuordnung der Spalten ist kein JSON-Objekt der Form {\"Überschrift\": \"Feld\", …}. Anführungszeichen \
                 sind gerade (\"), zwischen den Zeilen steht ein Komma.",
            )
        })?;
        let text = |value: Value| match value {
            Value::String(text) => Some(text),
            _ => None,
        };
        let mut columns = Self::default();
        for (heading, value) in fields {
            let fields = match value {
                Value::Array(entries) => entries.into_iter().map(text).collect::<Option<Vec<_>>>(),
                value => text(value).map(|text| vec![text]),
            };
            let fields = fields.filter(|fields| !fields.is_empty()).ok_or_else(|| {
                refuse("In der Zuordnung der Spalten steht zu jeder Überschrift ein Text: ein Feld, oder # für eine Bemerkung; für mehrere Felder eine Liste von Texten.")
            })?;
            columns.add(&heading, fields);
        }
        Ok(columns)
    }

    /// Reads a file: JSON as [`parse`](Self::parse) does, or a table (CSV, XLSX, ODS) with
    /// the columns `Spalte` and `Feld`, in a workbook on the sheet `Spalten`.
    ///
    /// # Errors
    /// [`TableError`] where the file cannot be read, or is no mapping.
    pub fn read(path: &Path) -> Result<Self, TableError> {
        if files::ending(path).as_deref() != Some("json") {
            let rows = input::side_sheet(path, SPALTEN)?;
            return Self::of_rows(&rows).map_err(|error| TableError::no_table(path, error.to_string()));
        }
        let bytes = files::read(path, MAX_BYTES).map_err(|error| TableError::unreadable(path, error))?;
        let bytes = bytes.ok_or_else(|| TableError::no_table(path, "Die Datei ist größer als 1 MiB."))?;
        Self::parse(&String::from_utf8_lossy(without_bom(&bytes)))
            .map_err(|error| TableError::no_table(path, error.to_string()))
    }

    /// Of the rows of a sheet: heading and field, several fields in as many lines or rows.
    pub(crate) fn of_rows(rows: &[input::SideRow]) -> Result<Self, ColumnsError> {
        let missing = || {
            ColumnsError(
                "Die Zuordnung der Spalten braucht eine Zeile mit den Überschriften „Spalte“ und „Feld“.".to_owned(),
            )
        };
        let [spalte, feld] = input::columns_of(rows, ["spalte", "feld"]).ok_or_else(missing)?;
        let mut columns = Self::default();
        for row in rows.iter().skip_while(|row| !row.is_heading(spalte, "spalte")).skip(1) {
            let (heading, fields) = (row.text(spalte), row.text(feld));
            match (heading.is_empty(), fields.is_empty()) {
                (true, true) => {}
                (false, true) => {
                    return Err(ColumnsError(format!(
                        "In der Zuordnung der Spalten fehlt in Zeile {} das Feld; # steht für eine Bemerkung.",
                        row.number
                    )));
                }
                (true, false) => {
                    return Err(ColumnsError(format!(
                        "In der Zuordnung der Spalten fehlt in Zeile {} die Überschrift.",
                        row.number
                    )));
                }
                (false, false) => columns.add(&heading, fields.lines()),
            }
        }
        Ok(columns)
    }

    fn add(&mut self, heading: &str, fields: impl IntoIterator<Item = impl AsRef<str>>) {
        let heading = normalized(heading);
        let fields = fields.into_iter().map(|field| normalized(field.as_ref()));
        match self.0.iter_mut().find(|(known, _)| *known == heading) {
            Some((_, known)) => known.extend(fields),
            None => self.0.push((heading, fields.collect())),
        }
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The headings, in the order in which they are written.
    pub fn headings(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(heading, _)| heading.as_str())
    }

    /// The headings with what each fills.
    pub(crate) fn entries(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.0.iter().map(|(heading, fields)| (heading.as_str(), fields.as_slice()))
    }

    /// With what another says, which holds where both name a heading.
    #[must_use]
    pub(crate) fn over(mut self, other: &Self) -> Self {
        let more = other.0.iter().filter(|(heading, _)| !self.0.iter().any(|(known, _)| known == heading));
        self.0.extend(more.cloned().collect::<Vec<_>>());
        self
    }

    /// Whether it says what a heading fills, confirmed by a person.
    pub(super) fn confirms(&self, heading: &str) -> bool {
        self.0.iter().any(|(known, fields)| known == heading && !is_unconfirmed(fields))
    }

    /// What each heading fills in an agreement of this kind.
    pub(crate) fn resolve(&self, art: Art) -> Result<Mapping, Vec<RowFinding>> {
        let mut mapping = Mapping::new();
        let mut problems = Vec::new();
        let (unconfirmed, others): (Vec<_>, Vec<_>) = self.0.iter().partition(|(_, fields)| is_unconfirmed(fields));
        if !unconfirmed.is_empty() {
            let headings = unconfirmed.iter().map(|(heading, _)| heading.as_str()).collect::<Vec<_>>().join(", ");
            let problem = RowFinding::error(
                row_codes::UNCONFIRMED_COLUMN,
                "Diese Zuordnung ist vorgeschlagen und nicht bestätigt.",
                "Streichen Sie das Fragezeichen vor dem Feld, wenn es stimmt, oder nennen Sie das richtige; # steht für \
                 eine Bemerkung.",
            );
            problems.push(problem.in_column(headings));
        }
        for (heading, fields) in others {
            match mapped(art, fields) {
                Ok(mapped) => drop(mapping.insert(heading.clone(), mapped)),
                Err(problem) => problems.push(problem.in_column(heading.as_str())),
            }
        }
        if problems.is_empty() { Ok(mapping) } else { Err(problems) }
    }

    /// As JSON that [`parse`](Self::parse) reads.
    #[must_use]
    pub fn to_json(&self) -> String {
        let fields: Map<String, Value> = self
            .0
            .iter()
            .map(|(heading, fields)| {
                let value = match fields.as_slice() {
                    [one] => one.as_str().into(),
                    several => several.into(),
                };
                (heading.clone(), value)
            })
            .collect();
        vereinbar::to_json::document(&fields)
    }
}

/// A heading as it is compared: without what nobody sees.
pub(crate) fn normalized(heading: &str) -> String {
    heading.split_whitespace().collect::<Vec<_>>().join(" ").nfc().collect()
}

fn mapped(art: Art, fields: &[String]) -> Result<Mapped, Box<RowFinding>> {
    if fields.iter().any(|field| field.starts_with(REMARK)) {
        return match fields {
            [_] => Ok(Mapped::Remark),
            _ => Err(Box::new(RowFinding::error(
                row_codes::COLUMN_AND_REMARK,
                "Eine Spalte ist Bemerkung oder füllt Felder, nicht beides.",
                "Streichen Sie das # oder die Felder.",
            ))),
        };
    }
    let heading = |field: &String| Heading::parse(art, field);
    fields.iter().map(heading).collect::<Result<_, _>>().map(Mapped::Fields).map_err(|problem| {
        let mut problem = *problem;
        let named = problem.column.take().unwrap_or_default();
        problem.finding.message = format!("Zugeordnet ist „{named}“. {}", problem.finding.message);
        Box::new(problem)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ART: Art = Art::Qualitaetsentwicklungsvereinbarung;

    fn problem(json: &str) -> vereinbar::Finding {
        let problems = Columns::parse(json).unwrap().resolve(ART).err().unwrap();
        assert_eq!(problems.len(), 1, "{json}");
        problems.into_iter().next().unwrap().finding
    }

    #[test]
    fn what_is_no_mapping_is_refused() {
        for text in ["", "[]", "{", r#"{"a": 1}"#, r#"{"a": []}"#, r#"{"a": ["b", 2]}"#, r#"{„a“: "b"}"#] {
            assert!(Columns::parse(text).unwrap_err().to_string().ends_with('.'), "{text}");
        }
        assert!(Columns::parse("{}").unwrap().is_empty());
    }

    #[test]
    fn a_field_is_checked_and_a_proposal_is_to_be_confirmed() {
        assert_eq!(problem(r#"{"PLZ": "treager.name"}"#).code, "unknown_heading");
        assert!(problem(r#"{"PLZ": "treager.name"}"#).message.contains("„treager.name“"));
        assert_eq!(problem(r#"{"PLZ": "traeger"}"#).code, "incomplete_heading");
        assert_eq!(problem(r#"{"PLZ": "? traeger.name"}"#).code, "unconfirmed_column");
        assert_eq!(problem(r##"{"PLZ": ["#", "traeger.name"]}"##).code, "column_and_remark");
    }

    #[test]
    fn headings_are_compared_without_what_nobody_sees() {
        let columns = Columns::parse("{\"  Tra\u{308}ger\\n Name\": \"traeger.name\"}").unwrap();
        assert_eq!(columns.headings().collect::<Vec<_>>(), ["Träger Name"]);
        assert_eq!(Columns::parse(&columns.to_json()).unwrap(), columns);
        let first = Columns::parse(r##"{"a": "#", "b": "#"}"##).unwrap();
        let both = Columns::parse(r#"{"a": "traeger.name"}"#).unwrap().over(&first);
        assert_eq!(both.to_json(), "{\n  \"a\": \"traeger.name\",\n  \"b\": \"#\"\n}\n");
    }
}
