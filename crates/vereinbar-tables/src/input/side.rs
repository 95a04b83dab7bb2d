//! The sheets beside the list: what all rows share, and what the headings mean.

use vereinbar::spelling::fold;

use super::cell::Cell;

/// The sheet with what all rows share.
pub(crate) const GEMEINSAM: &str = "Gemeinsam";
/// The sheet that says which fields the office's own headings fill.
pub(crate) const SPALTEN: &str = "Spalten";
/// The sheet with the rows.
pub(crate) const LISTE: &str = "Liste";
/// The sheet that says how the workbook is filled in.
pub(crate) const ANLEITUNG: &str = "Anleitung";
/// The sheet with the words for codes.
pub(crate) const AUSWAHL: &str = "Maßstäbe und Auswahl";

/// The most rows that such a sheet may have: fields of a form, with those of agreements, and
/// the titles of their groups.
pub(crate) const MAX_SIDE_ROWS: usize = 1 << 16;
/// As far to the right such a sheet is read.
pub(crate) const MAX_SIDE_COLUMNS: usize = 40;

/// A row of such a sheet.
#[derive(Debug)]
pub(crate) struct SideRow {
    /// Counted as the spreadsheet counts.
    pub(crate) number: usize,
    pub(crate) cells: Vec<Cell>,
}

/// The sheets beside the list that a workbook has.
#[derive(Debug, Default)]
pub(crate) struct SideSheets {
    pub(crate) shared: Vec<SideRow>,
    pub(crate) mapping: Vec<SideRow>,
}

impl SideRow {
    /// What stands in a column, without what surrounds it.
    pub(crate) fn text(&self, column: usize) -> String {
        self.cells.get(column).map(Cell::text).unwrap_or_default()
    }

    /// Whether this word stands in a column.
    pub(crate) fn is_heading(&self, column: usize, word: &str) -> bool {
        fold(&self.text(column)) == word
    }
}

/// Which columns have these headings, in the first row that has them all.
pub(crate) fn columns_of<const COUNT: usize>(rows: &[SideRow], words: [&str; COUNT]) -> Option<[usize; COUNT]> {
    rows.iter().find_map(|row| {
        let mut columns = [0; COUNT];
        for (column, word) in columns.iter_mut().zip(words) {
            *column = (0..row.cells.len()).find(|index| row.is_heading(*index, word))?;
        }
        Some(columns)
    })
}

/// The sheet of a workbook that is read as the list, where nobody names one: `Liste`, or the
/// first that has no other purpose.
pub(super) fn list_sheet(sheets: &[String]) -> Option<&String> {
    let has_purpose = |name: &str| [GEMEINSAM, SPALTEN, ANLEITUNG, AUSWAHL].contains(&name);
    let named = sheets.iter().find(|name| *name == LISTE);
    named.or_else(|| sheets.iter().find(|name| !has_purpose(name))).or_else(|| sheets.first())
}
