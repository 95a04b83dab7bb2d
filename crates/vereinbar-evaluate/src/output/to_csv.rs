//! A table as German Excel opens it: semicolons, a byte order mark, lines that end as
//! on Windows, days as `30.06.2027`.

use ::csv::{QuoteStyle, Terminator, WriterBuilder};
use vereinbar::evaluate::{ResultCell, ResultTable};
use vereinbar_tables::guarded;

use super::cell_text::{fitting, plain};
use crate::EvaluateError;

/// The table as CSV in UTF-8, its headings first.
///
/// A text that a spreadsheet would take for a formula gets an apostrophe in front.
///
/// # Errors
/// [`EvaluateError::Output`] where a row has not a cell for each column, which none of
/// [`tables`](vereinbar::evaluate::tables()) has.
pub fn csv(table: &ResultTable) -> Result<Vec<u8>, EvaluateError> {
    write(table).map_err(|error| EvaluateError::Output(Box::new(error)))
}

fn write(table: &ResultTable) -> Result<Vec<u8>, ::csv::Error> {
    let mut writer = WriterBuilder::new()
        .delimiter(b';')
        .terminator(Terminator::CRLF)
        // Also what a reader with another separator would split.
        .quote_style(QuoteStyle::NonNumeric)
        .from_writer(b"\xef\xbb\xbf".to_vec());
    writer.write_record(table.columns.iter().map(|column| column.title.as_ref()))?;
    for row in &table.rows {
        writer.write_record(row.iter().map(cell))?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

fn cell(cell: &ResultCell) -> String {
    let text = fitting(&plain(&cell.deutsch()));
    if matches!(cell, ResultCell::Text(_)) { guarded(&text).into_owned() } else { text }
}
