//! Rows that are no agreement: what people write below a list, and what names nobody.

use vereinbar::Art;
use vereinbar::pointer::PointerBuf;

use super::column::Column;
use super::no_name::{NotListed, begins_a_group, names_nobody, not_listed};
use super::row_finding::RowFinding;
use crate::columns::normalized;
use crate::input::Cell;
use crate::row_codes::{self, RowCode};

/// What is said of the Träger in every kind of agreement, and its name.
const TRAEGER: &str = "/traeger/";
pub(super) const TRAEGER_NAME: &str = "/traeger/name";

/// The codes of rows that are none of the list.
pub(super) const NO_AGREEMENT: [RowCode; 4] =
    [row_codes::HEADING_ROW, row_codes::TOTALS_ROW, row_codes::FOOTER_ROW, row_codes::GROUP_ROW];

/// The column for the name of the Träger: its place, and its heading.
pub(super) fn name_column(columns: &[Column]) -> Option<(usize, &str)> {
    columns.iter().enumerate().find_map(|(index, column)| {
        let Column::Known(headings) = column else { return None };
        let is_name = |place: &PointerBuf| place.to_string() == TRAEGER_NAME;
        headings.iter().find(|heading| is_name(&heading.place)).map(|heading| (index, heading.text.as_str()))
    })
}

/// What a row is that is none of the list: the headings once more, or what people write below.
pub(super) fn below_a_list(art: Art, columns: &[Column], cells: &[Cell]) -> Option<RowFinding> {
    if is_heading_row(art, columns, cells) {
        return Some(heading_row());
    }
    let column = name_column(columns);
    let name = column.and_then(|(index, _)| Some((index, cells.get(index)?.text())));
    let Some((index, name)) = name.filter(|(_, text)| !text.is_empty()) else {
        let (at, none) = only_words(columns, cells, column.is_some())?;
        return Some(in_its_column(finding(none, column.is_some(), false), columns, at));
    };
    if names_nobody(&name) {
        let (at, none) = not_listed(&name).map(|none| (index, none)).or_else(|| first_words(cells)).unzip();
        return Some(match at.zip(none) {
            Some((at, none)) => in_its_column(finding(none, true, at == index), columns, at),
            None => in_its_column(nobody(), columns, index),
        });
    }
    // Of a row that names a Träger its name counts, whatever its first column says.
    let is_title = || {
        let others = columns.iter().zip(cells).enumerate().filter(|(at, _)| *at != index);
        let is_known = |column: &Column| matches!(column, Column::Known(_));
        begins_a_group(&name)
            && columns.iter().filter(|column| is_known(column)).count() > 1
            && others.filter(|(_, (column, _))| is_known(column)).all(|(_, (_, cell))| cell.is_empty())
    };
    let none = not_listed(&name).or_else(|| is_title().then_some(NotListed::Group))?;
    (!describes_traeger(columns, cells)).then(|| in_its_column(finding(none, true, true), columns, index))
}

/// The same of a row whose values have no columns: each with its heading, its place and itself.
pub(super) fn none_of_a_list(values: &[(&str, String, &str)]) -> Option<RowFinding> {
    if values.len() > 1 && values.iter().all(|(heading, _, value)| normalized(heading) == normalized(value)) {
        return Some(heading_row());
    }
    let (heading, _, name) = values.iter().find(|(_, place, _)| place == TRAEGER_NAME)?;
    let none = not_listed(name);
    let found = if names_nobody(name.trim()) {
        none.map_or_else(nobody, |none| finding(none, true, true))
    } else {
        let is_described = values.iter().any(|(_, place, value)| describes(place, value));
        finding(none.filter(|_| !is_described)?, true, true)
    };
    Some(found.in_column(*heading))
}

fn heading_row() -> RowFinding {
    const MESSAGE: &str = "Hier stehen die Überschriften noch einmal; eine Vereinbarung ist das nicht.";
    RowFinding::error(row_codes::HEADING_ROW, MESSAGE, "Streichen Sie die Zeile.")
}

/// What the first cell says that has words in it; a number or a mark may stand before it.
fn first_words(cells: &[Cell]) -> Option<(usize, NotListed)> {
    let (at, none) = words(cells).next()?;
    none.map(|none| (at, none))
}

/// What a row says that names nobody, where that is all it says. A long text is none, and
/// neither is a note, unless there is a column for names that the row leaves empty.
fn only_words(columns: &[Column], cells: &[Cell], has_name_column: bool) -> Option<(usize, NotListed)> {
    let is_of_a_list = |at: usize| match columns.get(at) {
        Some(Column::Known(headings)) => !headings.iter().any(|heading| heading.field.has_lines()),
        Some(Column::Remark(_)) => has_name_column,
        Some(Column::Nameless) | None => true,
    };
    let mut found = None;
    for (at, none) in words(cells) {
        let none = none.filter(|_| is_of_a_list(at))?;
        found.get_or_insert((at, none));
    }
    found
}

/// The cells with words or a sign of a total in them, and what they are, if they name nobody.
fn words(cells: &[Cell]) -> impl Iterator<Item = (usize, Option<NotListed>)> {
    let texts = cells.iter().map(Cell::text).enumerate().filter(|(_, text)| !text.is_empty());
    texts.filter_map(|(at, text)| {
        let none = not_listed(&text);
        (none.is_some() || text.chars().any(char::is_alphabetic)).then_some((at, none))
    })
}

/// Whether the row says more of a Träger than the name: where it is, who stands for it.
fn describes_traeger(columns: &[Column], cells: &[Cell]) -> bool {
    columns.iter().zip(cells).any(|(column, cell)| {
        let Column::Known(headings) = column else { return false };
        headings.iter().any(|heading| describes(&heading.place.to_string(), &cell.text()))
    })
}

fn describes(place: &str, text: &str) -> bool {
    place.starts_with(TRAEGER) && place != TRAEGER_NAME && text.chars().any(char::is_alphabetic)
}

/// Whether every cell that says something says what its column is called.
fn is_heading_row(art: Art, columns: &[Column], cells: &[Cell]) -> bool {
    let named = columns.iter().filter(|column| !matches!(column, Column::Nameless)).count();
    let mut same = 0;
    for (column, cell) in columns.iter().zip(cells).filter(|(_, cell)| !cell.is_empty()) {
        if !is_called(art, column, &normalized(&cell.text())) {
            return false;
        }
        same += 1;
    }
    same > 1 || (same == 1 && named == 1)
}

fn is_called(art: Art, column: &Column, text: &str) -> bool {
    match column {
        Column::Known(headings) => headings.iter().any(|heading| {
            let word = heading.field.title();
            let is_label = || text.ends_with(word) && normalized(&heading.label(art)) == text;
            text == word || is_label() || normalized(&heading.text) == text || heading.path() == text
        }),
        Column::Remark(heading) => {
            normalized(heading) == text || heading.strip_prefix('#').is_some_and(|word| normalized(word) == text)
        }
        Column::Nameless => false,
    }
}

/// The row with such a text, which stands in the column for the name or in another.
fn finding(none: NotListed, has_name_column: bool, is_name: bool) -> RowFinding {
    let (code, kind) = match none {
        NotListed::Total(_) => (row_codes::TOTALS_ROW, "die Zeile mit der Summe"),
        NotListed::Footer(_) => (row_codes::FOOTER_ROW, "eine Fußzeile der Liste"),
        NotListed::Group => (row_codes::GROUP_ROW, "eine Zwischenüberschrift"),
    };
    let word = none.word().map_or_else(String::new, |word| format!("„{word}“: "));
    let remedy = match (has_name_column, is_name) {
        (_, true) => {
            "Streichen Sie die Zeile. Ist es ein Träger, schreiben Sie seine Rechtsform hinter den Namen (e. V., gGmbH), \
             oder tragen Sie seine Anschrift oder Vertretung ein."
        }
        (true, false) => "Streichen Sie die Zeile. Gehört sie zur Liste, tragen Sie den Namen des Trägers ein.",
        (false, false) => {
            "Streichen Sie die Zeile. Gehört sie zur Liste, füllen Sie eine weitere Zelle mit Worten aus."
        }
    };
    RowFinding::error(code, format!("{word}Das sieht wie {kind} aus, nicht wie eine Vereinbarung."), remedy)
}

fn in_its_column(found: RowFinding, columns: &[Column], index: usize) -> RowFinding {
    let heading = match columns.get(index) {
        Some(Column::Known(headings)) => headings.first().map(|heading| heading.text.clone()),
        Some(Column::Remark(heading)) => Some(heading.clone()),
        Some(Column::Nameless) | None => None,
    };
    let found = match heading {
        Some(heading) => found.in_column(heading),
        None => found,
    };
    found.at(Some(index))
}

fn nobody() -> RowFinding {
    RowFinding::error(
        row_codes::NO_NAME,
        "Das ist kein Name eines Trägers, sondern ein Platzhalter oder eine Zahl.",
        "Schreiben Sie den Namen aus, oder streichen Sie die Zeile.",
    )
}

/// A row says nothing in the column for the Träger, and nothing else names one: a warning, since its file may have a name
/// of its own.
pub(super) fn without_traeger() -> RowFinding {
    RowFinding::warning(
        row_codes::ROW_WITHOUT_TRAEGER,
        "Hier fehlt der Name des Trägers, und auch die gemeinsamen Angaben nennen keinen.",
        "Tragen Sie ihn ein, oder streichen Sie die Zeile. Soll das Formular keinen Träger nennen, entfernen Sie die \
         Spalte.",
    )
}

/// A row has the Träger that all share, while another has one of its own.
pub(super) fn traeger_of_base() -> RowFinding {
    RowFinding::warning(
        row_codes::TRAEGER_OF_BASE,
        "Hier fehlt der Name des Trägers, den andere Zeilen nennen; es gilt der aus den gemeinsamen Angaben.",
        "Tragen Sie ihn ein, wenn er gemeint ist; gehört die Zeile nicht zur Liste, streichen Sie sie.",
    )
}
