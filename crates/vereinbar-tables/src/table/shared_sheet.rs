//! The sheet `Gemeinsam`: what all agreements share, a field a row.

use vereinbar::Art;

use super::fields::{Field, groups};
use crate::book::{BookCell, BookColumn, BookRow, BookSheet, Choices, Content, Listed, Look};
use crate::input::GEMEINSAM;
use crate::rows::{SHARED_ART, SHARED_NAME};

/// The columns.
const ANGABE: usize = 0;
const WERT: usize = 1;
const HILFE: usize = 2;
const FELD: usize = 3;
/// Groups of more fields are folded.
const LONG: usize = 12;

/// All fields, with what is said of them already.
pub(super) fn sheet(art: Art, fields: &[Field], values: &[(String, Content)], choices: &mut Choices) -> BookSheet {
    let mut sheet = BookSheet {
        name: GEMEINSAM,
        columns: vec![
            BookColumn { width: 44, look: Look::Words, folds: false },
            BookColumn { width: 50, look: Look::Text, folds: false },
            BookColumn { width: 70, look: Look::Words, folds: false },
            BookColumn { width: 44, look: Look::Path, folds: false },
        ],
        rows: vec![
            BookRow::texts(Look::Title, ["Was alle Vereinbarungen gemeinsam haben"]),
            BookRow::texts(
                Look::Words,
                [
                    "Füllen Sie nur die Spalte „Wert“ aus. Was in der Liste steht, geht vor; was leer bleibt, bleibt im Formular frei.",
                ],
            ),
            BookRow::texts(Look::Heading, ["Angabe", "Wert", "Hilfe", "Feld"]),
        ],
        frozen: (3, 1),
        ..BookSheet::default()
    };
    if let Some(row) = sheet.rows.get_mut(1) {
        // Not wrapped into the first column.
        row.cells.iter_mut().for_each(|cell| cell.look = Look::Group);
    }
    let kinds = choices.add("Art der Vereinbarung", Art::ALL.iter().map(|art| art.bezeichnung().to_owned()).collect());
    let value = |path: &str| values.iter().find(|(known, _)| known == path).map(|(_, content)| content.clone());
    sheet.lists.push(Listed { column: WERT, first_row: sheet.rows.len(), last_row: sheet.rows.len(), list: kinds });
    sheet.rows.push(BookRow {
        cells: vec![
            BookCell::text(ANGABE, Look::Words, "Art der Vereinbarung"),
            BookCell::text(WERT, Look::Text, art.bezeichnung()),
            BookCell::text(HILFE, Look::Words, "Für welches Formular diese Arbeitsmappe ist; so lassen."),
            BookCell::text(FELD, Look::Path, SHARED_ART),
        ],
        folds: None,
    });
    sheet.rows.push(BookRow {
        cells: vec![
            BookCell::text(ANGABE, Look::Words, "Namen der PDFs"),
            BookCell { column: WERT, look: Look::Text, content: value(SHARED_NAME).unwrap_or(Content::Empty) },
            BookCell::text(
                HILFE,
                Look::Words,
                "Leer: nach dem Träger. Sonst ein Muster mit Feldern in geschweiften Klammern, zum Beispiel \
                 {aktenzeichen} {traeger.name}; {#Nr} steht für eine eigene Spalte #Nr der Liste.",
            ),
            BookCell::text(FELD, Look::Path, SHARED_NAME),
        ],
        folds: None,
    });
    for group in groups(fields) {
        let has_values = group.fields.iter().any(|(field, _)| value(&field.path).is_some());
        let is_folded = !has_values && (group.is_front || group.fields.len() > LONG);
        let cells = (0..sheet.columns.len()).map(|column| {
            BookCell::text(column, Look::Group, if column == ANGABE { group.title.as_str() } else { "" })
        });
        sheet.rows.push(BookRow { cells: cells.collect(), folds: None });
        for (field, words) in &group.fields {
            let row = sheet.rows.len();
            if let Some(list) = field.list(choices) {
                sheet.lists.push(Listed { column: WERT, first_row: row, last_row: row, list });
            }
            sheet.rows.push(BookRow {
                cells: vec![
                    BookCell::text(ANGABE, Look::Words, words),
                    BookCell {
                        column: WERT,
                        look: field.look(),
                        content: value(&field.path).unwrap_or(Content::Empty),
                    },
                    BookCell::text(HILFE, Look::Words, field.help()),
                    BookCell::text(FELD, Look::Path, &field.path),
                ],
                folds: Some(is_folded),
            });
        }
    }
    sheet
}
