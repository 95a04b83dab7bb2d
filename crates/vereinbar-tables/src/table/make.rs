//! The sheets of a table put together.

use vereinbar::Art;

use super::fields::{Field, all, count};
use super::{TableFormat, guide_sheet, list_sheet, mapping_sheet, shared_sheet};
use crate::book::{Book, Choices};
use crate::letters::MAX_COLUMNS;
use crate::{Columns, TableError};

/// How a table is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableOptions {
    /// How many places lists of parts have, such as goals.
    pub entries: usize,
    /// The columns of the list, in this order, where it is not to have one for each field:
    /// the office's own headings and what each fills. A heading that is a field itself
    /// stands for it.
    pub columns: Columns,
}

impl Default for TableOptions {
    fn default() -> Self {
        Self { entries: 2, columns: Columns::default() }
    }
}

/// A table to fill in.
///
/// As a workbook it carries its kind, so that a batch needs nothing else: the sheet
/// `Gemeinsam` is for what all agreements share, `Liste` has a row for each agreement, with
/// the form's words above the paths of the fields, its help as notes and lists to choose
/// from. As CSV it is the list alone.
///
/// The same arguments give the same bytes.
///
/// # Errors
/// [`TableError::Headings`] where `columns` names a field that does not exist,
/// [`TableError::TooManyEntries`] where a spreadsheet has fewer columns.
pub fn table(art: Art, options: &TableOptions, format: TableFormat) -> Result<Vec<u8>, TableError> {
    // As CSV it is the list alone.
    let fields = match format {
        TableFormat::Csv if !options.columns.is_empty() => Vec::new(),
        _ => fitting(art, options.entries)?,
    };
    let mut choices = Choices::default();
    let list = if options.columns.is_empty() {
        list_sheet::of_fields(&fields, &mut choices)
    } else {
        list_sheet::of_columns(art, &options.columns, &mut choices)?
    };
    book(art, &fields, &[], list, &options.columns, choices, format)
}

/// Every field, where a spreadsheet has a column for each; more would only fill the memory.
pub(super) fn fitting(art: Art, entries: usize) -> Result<Vec<Field>, TableError> {
    let columns = count(art, entries);
    if columns <= MAX_COLUMNS {
        return Ok(all(art, entries));
    }
    let most = (1..entries).rev().find(|fewer| count(art, *fewer) <= MAX_COLUMNS).unwrap_or(1);
    Err(TableError::TooManyEntries { entries, columns, most })
}

/// The sheets put together; `values` is what stands in `Gemeinsam`.
pub(super) fn book(
    art: Art,
    fields: &[Field],
    values: &[(String, crate::book::Content)],
    list: crate::book::BookSheet,
    columns: &Columns,
    mut choices: Choices,
    format: TableFormat,
) -> Result<Vec<u8>, TableError> {
    if format == TableFormat::Csv {
        return crate::book::to_csv(&list).map_err(|error| TableError::Unwritten(error.into()));
    }
    let shared = shared_sheet::sheet(art, fields, values, &mut choices);
    let mapping = mapping_sheet::sheet(fields, columns, &mut choices);
    let sheets = vec![guide_sheet::sheet(art, list.frozen.0 + 1), shared, list, mapping];
    let book = Book { title: art.bezeichnung().to_owned(), sheets, choices };
    crate::book::to_xlsx(&book).map_err(|error| TableError::Unwritten(error.into()))
}
