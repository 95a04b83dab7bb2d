//! The sheets beside the list: what all rows share, and what the headings mean.

use vereinbar::spelling::{closeness, fold};

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

/// Names of sheets at least this alike may be meant.
const ALIKE: f64 = 0.8;

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

/// The sheet of this name: capitals and outer blanks do not count where that leaves but one.
pub(super) fn sheet_named<'a>(sheets: &'a [String], name: &str) -> Option<&'a String> {
    let exact = sheets.iter().find(|sheet| *sheet == name);
    let mut same = sheets.iter().filter(|sheet| is_named(sheet, name));
    exact.or_else(|| same.next().filter(|_| same.next().is_none()))
}

fn is_named(sheet: &str, name: &str) -> bool {
    fold(sheet.trim()) == fold(name.trim())
}

/// Whether a sheet is not of this name, but may be meant to be: `Gemeinsam 2027`, `Gemeinsan`.
fn looks_like(sheet: &str, name: &str) -> bool {
    let (sheet, name) = (fold(sheet.trim()), fold(name));
    sheet.contains(&name) || closeness(&sheet, &name) >= ALIKE
}

/// What is said of the sheets beside the list that are not read and may be meant to be:
/// German sentences.
pub(super) fn not_read(list: &str, read: &[&String], sheets: &[String]) -> Vec<String> {
    let others = sheets.iter().filter(|sheet| *sheet != list && !read.contains(sheet));
    let meant = |sheet: &String| {
        let name = [GEMEINSAM, SPALTEN].into_iter().find(|name| looks_like(sheet, name))?;
        Some(format!(
            "Das Blatt „{sheet}“ wird nicht gelesen. Ist es das Blatt „{name}“, benennen Sie es so; ein anderes dieses \
             Namens darf es dann nicht geben."
        ))
    };
    others.filter_map(meant).collect()
}

/// The sheet of a workbook that is read as the list, where nobody names one: `Liste`, or the
/// first that has no other purpose. `visible` are those that people see; of the others it is one
/// only where there is no choice.
pub(super) fn list_sheet<'a>(visible: &'a [String], all: &'a [String]) -> Option<&'a String> {
    let has_purpose = |name: &str| [GEMEINSAM, SPALTEN, ANLEITUNG, AUSWAHL].iter().any(|known| is_named(name, known));
    let of =
        |sheets: &'a [String]| sheet_named(sheets, LISTE).or_else(|| sheets.iter().find(|name| !has_purpose(name)));
    of(visible).or_else(|| of(all)).or_else(|| all.first())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_are_known_by_their_name_in_any_capitals() {
        let sheets = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let names = sheets(&["GEMEINSAM ", "liste", "Spalten", "SPALTEN"]);
        assert_eq!(sheet_named(&names, GEMEINSAM).unwrap(), "GEMEINSAM ");
        assert_eq!(sheet_named(&names, SPALTEN).unwrap(), "Spalten");
        let list = |visible: &[&str], hidden: &[&str]| {
            let (visible, all) = (sheets(visible), sheets(&[visible, hidden].concat()));
            list_sheet(&visible, &all).unwrap().clone()
        };
        assert_eq!(list(&["GEMEINSAM ", "liste", "Spalten", "SPALTEN"], &[]), "liste");
        assert_eq!(list(&["gemeinsam", "anleitung", "maßstäbe und auswahl", "2027"], &[]), "2027");
        assert_eq!(list(&["2027"], &["Liste"]), "2027");
        assert_eq!((list(&["Anleitung"], &["Liste"]), list(&["Anleitung"], &[])), ("Liste".into(), "Anleitung".into()));
        // Which of two is meant, nobody knows.
        assert_eq!(sheet_named(&sheets(&["gemeinsam", "GEMEINSAM"]), GEMEINSAM), None);
        for (name, is_told) in [
            ("Gemeinsam 2027", true),
            ("Kopie von Gemeinsam", true),
            ("Gemeinsan", true),
            ("Spalten (2)", true),
            ("Tabelle2", false),
            ("Adressen", false),
        ] {
            assert_eq!(not_read("Liste", &[], &sheets(&["Liste", name])).len(), usize::from(is_told), "{name}");
        }
    }
}
