//! All tables as a workbook, a sheet each.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};
use vereinbar::auswertung::Auswertung;
use vereinbar::evaluate::{ColumnKind, ResultCell, ResultTable, tables};
use vereinbar::modell::Datum;

use super::cell_text::{fitting, plain};
use crate::EvaluateError;

/// The most rows of a sheet below its heading.
const MAX_ROWS: usize = 1_048_575;

/// The evaluation as an XLSX file: a sheet for each table, with its headings in the
/// first row, which stays in view; days are days, numbers are numbers, and texts are
/// never formulas.
///
/// Equal evaluations give the same bytes.
///
/// # Errors
/// [`EvaluateError::Output`] beyond the limits of Excel, which names and sizes keep.
pub fn xlsx(auswertung: &Auswertung) -> Result<Vec<u8>, EvaluateError> {
    write(auswertung).map_err(|error| EvaluateError::Output(Box::new(error)))
}

fn write(auswertung: &Auswertung) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // No clock.
    let created = match auswertung.stichtag {
        Some(stichtag) => day(stichtag)?,
        None => ExcelDateTime::from_ymd(2026, 1, 1)?,
    };
    let title = "Auswertung der Qualitätsentwicklung";
    workbook.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&created));
    let formats = Formats::new();
    for table in tables(auswertung) {
        workbook.push_worksheet(sheet(&table, &formats)?);
    }
    workbook.save_to_buffer()
}

struct Formats {
    heading: Format,
    text: Format,
    long: Format,
    date: Format,
}

impl Formats {
    fn new() -> Self {
        let top = || Format::new().set_align(FormatAlign::Top);
        Self {
            heading: top().set_bold().set_background_color("DDE6EC").set_text_wrap(),
            text: top(),
            long: top().set_text_wrap(),
            date: top().set_num_format("dd.mm.yyyy"),
        }
    }
}

fn sheet(table: &ResultTable, formats: &Formats) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(table.title)?;
    let mut last = 0;
    for (index, column) in (0_u16..).zip(&table.columns) {
        sheet.set_column_width(index, width(column.kind, &column.title))?;
        sheet.write_string_with_format(0, index, &*column.title, &formats.heading)?;
        last = index;
    }
    for (row, cells) in (1_u32..).zip(table.rows.iter().take(MAX_ROWS)) {
        for ((index, column), cell) in (0_u16..).zip(&table.columns).zip(cells) {
            let format = if column.kind == ColumnKind::LongText { &formats.long } else { &formats.text };
            match cell {
                ResultCell::Empty => {}
                ResultCell::Date(datum) => {
                    sheet.write_datetime_with_format(row, index, day(*datum)?, &formats.date)?;
                }
                #[expect(clippy::cast_precision_loss, reason = "counts and days stay far below 2^52")]
                ResultCell::Number(number) => {
                    sheet.write_number_with_format(row, index, *number as f64, &formats.text)?;
                }
                other => {
                    sheet.write_string_with_format(row, index, fitting(&plain(&other.deutsch())), format)?;
                }
            }
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    if !table.rows.is_empty() {
        let rows = u32::try_from(table.rows.len().min(MAX_ROWS)).unwrap_or(u32::MAX);
        sheet.autofilter(0, 0, rows, last)?;
    }
    Ok(sheet)
}

/// 1900 to 2199: what Excel knows.
fn day(datum: Datum) -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::from_ymd(u16::try_from(datum.year()).unwrap_or_default(), datum.month(), datum.day())
}

fn width(kind: ColumnKind, heading: &str) -> f64 {
    let wanted = match kind {
        ColumnKind::LongText => 60,
        ColumnKind::Text | ColumnKind::Agreements => 30,
        _ => 11,
    };
    // Long headings go over two lines.
    let words = heading.split(' ').map(|word| word.chars().count() + 3).max().unwrap_or_default();
    f64::from(wanted.max(u32::try_from(words).unwrap_or_default()))
}
