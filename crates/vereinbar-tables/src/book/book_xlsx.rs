//! A workbook as XLSX.

use std::collections::BTreeMap;

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder,
    Formula, Note, Workbook, Worksheet, XlsxError,
};

use super::row_heights::{growing, height};
use super::{Book, BookCell, BookSheet, Choices, Content, Look};
use crate::input::AUSWAHL;
use crate::letters::letters;

/// The file; the same book gives the same bytes.
pub(crate) fn to_xlsx(book: &Book) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // No clock.
    let created = ExcelDateTime::from_ymd(2026, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_title(&book.title).set_creation_datetime(&created));
    let looks = looks();
    for sheet in &book.sheets {
        workbook.push_worksheet(written(sheet, &book.choices, &looks)?);
    }
    workbook.push_worksheet(written(&book.choices.sheet(), &book.choices, &looks)?);
    growing(workbook.save_to_buffer()?)
}

fn written(sheet: &BookSheet, choices: &Choices, looks: &BTreeMap<Look, Format>) -> Result<Worksheet, XlsxError> {
    let mut to = Worksheet::new();
    to.set_name(sheet.name)?;
    to.group_symbols_to_left(true);
    to.group_symbols_above(true);
    let plain = Format::new();
    let format = |look: Look| looks.get(&look).unwrap_or(&plain);
    for (index, column) in (0_u16..).zip(&sheet.columns) {
        to.set_column_format(index, format(column.look))?;
        to.set_column_width(index, u32::try_from(column.width).unwrap_or(10))?;
    }
    for (first, last) in
        runs(sheet.columns.iter().map(|column| column.folds.then_some(()))).map(|(first, last, ())| (first, last))
    {
        to.group_columns_collapsed(u16::try_from(first).unwrap_or(u16::MAX), u16::try_from(last).unwrap_or(u16::MAX))?;
    }
    for (number, row) in (0_u32..).zip(&sheet.rows) {
        if let Some(height) = height(row, &sheet.columns) {
            to.set_row_height(number, u32::try_from(height).unwrap_or_default())?;
        }
        for cell in &row.cells {
            put(&mut to, number, cell, format(cell.look))?;
        }
    }
    for (first, last, is_folded) in runs(sheet.rows.iter().map(|row| row.folds)) {
        let (first, last) = (row(first), row(last));
        if is_folded {
            to.group_rows_collapsed(first, last)?
        } else {
            to.group_rows(first, last)?
        };
    }
    for listed in &sheet.lists {
        let letter = letters(listed.list);
        let source = format!("='{AUSWAHL}'!${letter}$2:${letter}${}", choices.length(listed.list) + 1);
        let validation = DataValidation::new()
            .allow_list_formula(Formula::new(source))
            // Other words are taken, too, and checked by `batch`.
            .set_error_style(DataValidationErrorStyle::Warning)
            .set_error_title("Nicht in der Liste")?
            .set_error_message("Wählen Sie einen Eintrag aus der Liste.")?;
        let column = u16::try_from(listed.column).unwrap_or(u16::MAX);
        to.add_data_validation(row(listed.first_row), column, row(listed.last_row), column, &validation)?;
    }
    for (number, column, text) in &sheet.notes {
        let note = Note::new(text).add_author_prefix(false).set_width(360).set_height(180);
        to.insert_note(row(*number), u16::try_from(*column).unwrap_or(u16::MAX), &note)?;
    }
    if let (Some(filter), Some(last)) = (sheet.filter, sheet.columns.len().checked_sub(1)) {
        let below = sheet.rows.len().saturating_sub(1).max(filter + 1);
        to.autofilter(row(filter), 0, row(below), u16::try_from(last).unwrap_or(u16::MAX))?;
    }
    to.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    let (rows, columns) = sheet.frozen;
    to.set_freeze_panes(row(rows), u16::try_from(columns).unwrap_or_default())?;
    Ok(to)
}

fn put(to: &mut Worksheet, row: u32, cell: &BookCell, format: &Format) -> Result<(), XlsxError> {
    let column = u16::try_from(cell.column).unwrap_or(u16::MAX);
    match &cell.content {
        Content::Empty => to.write_blank(row, column, format)?,
        Content::Text(text) => to.write_string_with_format(row, column, text, format)?,
        Content::Number(number) => to.write_number_with_format(row, column, *number, format)?,
        Content::Date(day) => {
            let year = u16::try_from(day.year()).unwrap_or_default();
            let day = ExcelDateTime::from_ymd(year, day.month(), day.day())?;
            to.write_datetime_with_format(row, column, &day, format)?
        }
    };
    Ok(())
}

fn row(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Neighbours that have the same, as first and last place.
fn runs<T: PartialEq + Copy>(all: impl Iterator<Item = Option<T>>) -> impl Iterator<Item = (usize, usize, T)> {
    let mut runs: Vec<(usize, usize, T)> = Vec::new();
    for (index, own) in all.enumerate() {
        let Some(own) = own else { continue };
        match runs.last_mut() {
            Some((_, last, of)) if *last + 1 == index && *of == own => *last = index,
            _ => runs.push((index, index, own)),
        }
    }
    runs.into_iter()
}

fn looks() -> BTreeMap<Look, Format> {
    let top = || Format::new().set_align(FormatAlign::Top);
    let heading = || top().set_text_wrap().set_bold();
    BTreeMap::from([
        (Look::Text, top().set_num_format("@").set_text_wrap()),
        (Look::Date, top().set_num_format("dd.mm.yyyy")),
        (Look::Number, top()),
        (Look::Words, top().set_text_wrap()),
        (Look::Title, top().set_bold().set_font_size(14)),
        (Look::Heading, heading().set_background_color("DDE6EC").set_border_bottom(FormatBorder::Thin)),
        (Look::Group, top().set_bold().set_background_color("B9CBD6")),
        (Look::Path, top().set_font_size(8).set_font_color(Color::RGB(0x59_59_59)).set_background_color("F2F2F2")),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_make_one_group() {
        let of = |text: &str| runs(text.chars().map(|c| (c != ' ').then_some(c))).collect::<Vec<_>>();
        assert_eq!(of("aa a b"), [(0, 1, 'a'), (3, 3, 'a'), (5, 5, 'b')]);
        assert_eq!(of("ab"), [(0, 0, 'a'), (1, 1, 'b')]);
    }
}
