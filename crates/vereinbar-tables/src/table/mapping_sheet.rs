//! The sheet `Spalten`: which fields the office's own headings fill.

use vereinbar::Art;

use super::TableFormat;
use super::fields::{Field, all};
use crate::book::{Book, BookColumn, BookRow, BookSheet, Choices, Listed, Look};
use crate::columns::{Columns, Confidence, Proposal};
use crate::input::SPALTEN;
use crate::{TableError, book};

/// As far down the lists reach.
const LAST_ROW: usize = 300;

/// A mapping, to be filled in or to be read.
pub(super) fn sheet(fields: &[Field], columns: &Columns, choices: &mut Choices) -> BookSheet {
    // A heading that is a field itself, or begins with #, says what it means.
    let is_own =
        |(heading, fields): &(&str, &[String])| !heading.starts_with('#') && *fields != [(*heading).to_owned()];
    let rows = columns.entries().filter(is_own);
    let rows = rows.map(|(heading, fields)| [heading.to_owned(), fields.join("\n"), String::new()]);
    of_rows(fields, rows, choices)
}

fn of_rows(fields: &[Field], rows: impl Iterator<Item = [String; 3]>, choices: &mut Choices) -> BookSheet {
    let entries = ["#".to_owned()].into_iter().chain(fields.iter().map(|field| field.words.clone())).collect();
    let list = choices.add("Felder für Spalten (# ist eine Bemerkung)", entries);
    let mut sheet = BookSheet {
        name: SPALTEN,
        columns: vec![
            BookColumn { width: 32, look: Look::Text, folds: false },
            BookColumn { width: 70, look: Look::Text, folds: false },
            BookColumn { width: 80, look: Look::Words, folds: false },
        ],
        rows: vec![
            BookRow::texts(Look::Title, ["Eigene Überschriften"]),
            BookRow::texts(
                Look::Group,
                [
                    "Hat Ihre Liste eigene Überschriften, steht hier, welches Feld jede füllt; # ist eine Bemerkung.",
                    "",
                    "",
                ],
            ),
            BookRow::texts(Look::Heading, ["Spalte", "Feld", "Hinweis"]),
        ],
        frozen: (3, 0),
        lists: vec![Listed { column: 1, first_row: 3, last_row: LAST_ROW, list }],
        ..BookSheet::default()
    };
    sheet.rows.extend(rows.map(|texts| BookRow::texts(Look::Text, texts)));
    sheet
}

/// Proposals for the headings of a table, as a file that [`Columns::read`] reads once they
/// are confirmed: a workbook with the sheet `Spalten`, or CSV.
///
/// # Errors
/// [`TableError::Unwritten`], which no proposal should cause.
pub fn proposed(art: Art, proposals: &[Proposal], format: TableFormat) -> Result<Vec<u8>, TableError> {
    let mut choices = Choices::default();
    let columns = Proposal::columns(proposals);
    let rows = columns.entries().map(|(heading, fields)| {
        let hint = proposals.iter().find(|proposal| proposal.heading == heading).map(Proposal::hint);
        [heading.to_owned(), fields.join("\n"), hint.unwrap_or_default()]
    });
    let sheet = of_rows(&all(art, 2), rows, &mut choices);
    if format == TableFormat::Csv {
        return book::to_csv(&sheet).map_err(|error| TableError::Unwritten(error.into()));
    }
    let book = Book { title: SPALTEN.to_owned(), sheets: vec![sheet], choices };
    book::to_xlsx(&book).map_err(|error| TableError::Unwritten(error.into()))
}

impl Proposal {
    /// What is to be done with the proposal: a German sentence.
    #[must_use]
    pub fn hint(&self) -> String {
        match self.confidence {
            Confidence::Known => "Die Überschrift ist bekannt.".to_owned(),
            Confidence::One => "Stimmt es, streichen Sie das Fragezeichen.".to_owned(),
            Confidence::Several => {
                let others = self.fields.get(1..).unwrap_or_default().join("; ");
                format!("Stimmt es, streichen Sie das Fragezeichen. Möglich ist auch: {others}.")
            }
            Confidence::Remark => "Eine Bemerkung, die nicht gedruckt wird; streichen Sie das Fragezeichen.".to_owned(),
            Confidence::Unknown => {
                "Unbekannt: Nennen Sie das Feld, oder streichen Sie nur das Fragezeichen, dann ist es eine Bemerkung."
                    .to_owned()
            }
        }
    }
}
