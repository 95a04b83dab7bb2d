//! The columns of a table: what each fills.

use std::collections::{HashMap, HashSet};

use vereinbar::Art;
use vereinbar::pointer::PointerBuf;

use super::heading::{Heading, resolve};
use super::row_finding::RowFinding;
use crate::columns::{Mapped, Mapping, normalized};
use crate::row_codes;

/// So many wrong headings are named.
const MAX_PROBLEMS: usize = 100;

/// A column of a table.
#[derive(Debug, Clone)]
pub(crate) enum Column {
    /// One field, or all that the office's own column fills.
    Known(Vec<Heading>),
    /// Its heading begins with `#`: notes of the office.
    Remark(String),
    Nameless,
}

/// What each column fills; or what is wrong with the headings.
pub(super) fn columns(
    art: Art,
    mapping: &Mapping,
    headings: &[String],
    is_file: bool,
) -> Result<Vec<Column>, Vec<RowFinding>> {
    let mut columns: Vec<Column> = Vec::new();
    let mut problems = Vec::new();
    let mut texts: HashSet<&str> = HashSet::new();
    let mut filled: HashMap<PointerBuf, &str> = HashMap::new();
    for (index, text) in headings.iter().enumerate() {
        // What each of thousands may mean takes minutes to find out, and nobody reads it.
        if problems.len() == MAX_PROBLEMS {
            problems.push(further());
            break;
        }
        let is_twice = !texts.insert(text);
        let column = column(art, mapping, text).and_then(|column| {
            let Column::Known(fields) = &column else { return Ok(column) };
            if is_twice {
                return Err(twice("Diese Überschrift steht zweimal da."));
            }
            if let Some(other) = fields.iter().find_map(|field| filled.get(&field.place)) {
                return Err(twice(format!("Dieses Feld füllt schon die Spalte „{other}“.")));
            }
            filled.extend(fields.iter().map(|field| (field.place.clone(), text.as_str())));
            Ok(column)
        });
        columns.push(column.unwrap_or_else(|problem| {
            let problem = match problem.column {
                Some(_) => *problem,
                None => problem.in_column(text.as_str()),
            };
            problems.push(problem.at(is_file.then_some(index)));
            Column::Nameless
        }));
    }
    if problems.is_empty() { Ok(columns) } else { Err(problems) }
}

fn column(art: Art, mapping: &Mapping, text: &str) -> Result<Column, Box<RowFinding>> {
    if text.is_empty() {
        return Ok(Column::Nameless);
    }
    match mapping.get(&normalized(text)) {
        Some(Mapped::Fields(fields)) => {
            let own = |field: &Heading| Heading { text: text.to_owned(), ..field.clone() };
            Ok(Column::Known(fields.iter().map(own).collect()))
        }
        Some(Mapped::Remark) => Ok(Column::Remark(format!("#{text}"))),
        None if text.starts_with('#') => Ok(Column::Remark(text.to_owned())),
        None => resolve(art, text).map(|heading| Column::Known(vec![heading])),
    }
}

/// The headings behind were not looked at.
fn further() -> RowFinding {
    const MESSAGE: &str = "Weitere Überschriften sind noch nicht geprüft.";
    RowFinding::error(row_codes::FURTHER_HEADINGS, MESSAGE, "Berichtigen Sie zuerst die genannten.")
}

fn twice(message: impl Into<String>) -> Box<RowFinding> {
    const REMEDY: &str = "Berichtigen Sie die Überschrift, oder streichen Sie die Spalte.";
    Box::new(RowFinding::error(row_codes::DUPLICATE_HEADING, message, REMEDY))
}
