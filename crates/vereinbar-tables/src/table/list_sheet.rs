//! The sheet `Liste`: a row for each agreement.

use vereinbar::Art;

use super::fields::{Field, groups};
use crate::book::{BookCell, BookColumn, BookRow, BookSheet, Choices, Listed, Look};
use crate::columns::{Mapped, normalized};
use crate::input::LISTE;
use crate::rows::Heading;
use crate::{Columns, TableError};

/// As far down cells are prepared.
const LAST_ROW: usize = 5000;

/// One column for each field, in groups that fold: the form's words, and below them the
/// paths, by which the columns are known.
pub(super) fn of_fields(fields: &[Field], choices: &mut Choices) -> BookSheet {
    let mut sheet = BookSheet { name: LISTE, frozen: (3, 1), filter: Some(2), ..BookSheet::default() };
    let (mut titles, mut words, mut paths) = (BookRow::default(), BookRow::default(), BookRow::default());
    for group in groups(fields) {
        for (index, (field, below)) in group.fields.iter().enumerate() {
            let column = sheet.columns.len();
            let title = if index == 0 { group.title.as_str() } else { "" };
            titles.cells.push(BookCell::text(column, Look::Group, title));
            words.cells.push(BookCell::text(column, Look::Heading, below));
            paths.cells.push(BookCell::text(column, Look::Path, &field.path));
            let widest = below.split(' ').map(|word| word.chars().count() + 2).max().unwrap_or_default();
            sheet.columns.push(BookColumn {
                width: field.width().max(widest),
                look: field.look(),
                // The first of a group stays, and has its name.
                folds: !group.is_front && index > 0,
            });
            sheet.notes.push((1, column, noted(field)));
            listed(&mut sheet, column, field, 3, choices);
        }
    }
    sheet.rows = vec![titles, words, paths];
    sheet
}

/// The columns that are asked for, under their own headings; where one is the name of a field
/// in the data, the form's words stand above.
pub(super) fn of_columns(art: Art, columns: &Columns, choices: &mut Choices) -> Result<BookSheet, TableError> {
    let mapping = columns.resolve(art).map_err(TableError::Headings)?;
    let asked: Vec<(&str, Vec<Field>)> = columns
        .headings()
        .map(|heading| match mapping.get(&normalized(heading)) {
            Some(Mapped::Fields(fields)) => (heading, fields.iter().map(|heading| field(art, heading)).collect()),
            _ => (heading, Vec::new()),
        })
        .collect();
    // The name of a field in the data has the form's words above it, as in the whole table.
    let is_path = |heading: &str, fields: &[Field]| fields.iter().any(|field| field.path == heading);
    let has_paths = asked.iter().any(|(heading, fields)| is_path(heading, fields));
    let heading_row = usize::from(has_paths);
    let below = heading_row + 1;
    let mut sheet = BookSheet { name: LISTE, frozen: (below, 1), filter: Some(heading_row), ..BookSheet::default() };
    let (mut words, mut row) = (BookRow::default(), BookRow::default());
    for (column, (heading, fields)) in asked.into_iter().enumerate() {
        let look = if is_path(heading, &fields) { Look::Path } else { Look::Heading };
        row.cells.push(BookCell::text(column, look, heading));
        let own = fields.iter().map(|field| field.words.as_str()).collect::<Vec<_>>().join("\n");
        words.cells.push(BookCell::text(column, Look::Heading, own));
        let width = heading.chars().count() + 2;
        let Some(first) = fields.first() else {
            sheet.columns.push(BookColumn { width: width.max(14), ..BookColumn::default() });
            continue;
        };
        sheet.columns.push(BookColumn { width: first.width().max(width), look: first.look(), folds: false });
        sheet.notes.push((0, column, fields.iter().map(noted).collect::<Vec<_>>().join("\n\n")));
        listed(&mut sheet, column, first, below, choices);
    }
    if has_paths {
        sheet.rows.push(words);
    }
    sheet.rows.push(row);
    Ok(sheet)
}

fn field(art: Art, heading: &Heading) -> Field {
    Field { path: heading.path(), words: heading.label(art), node: heading.field }
}

fn noted(field: &Field) -> String {
    [field.words.clone(), field.help()].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n")
}

fn listed(sheet: &mut BookSheet, column: usize, field: &Field, first_row: usize, choices: &mut Choices) {
    if let Some(list) = field.list(choices) {
        sheet.lists.push(Listed { column, first_row, last_row: LAST_ROW, list });
    }
}
