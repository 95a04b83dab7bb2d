//! One sheet as CSV, as Excel opens it: UTF-8 with its mark, semicolons, Windows line ends, and no
//! text that it would calculate.

use csv::{QuoteStyle, Terminator, WriterBuilder};

use super::{BookSheet, Content};
use crate::guarded;

/// The rows of a sheet.
pub(crate) fn to_csv(sheet: &BookSheet) -> Result<Vec<u8>, csv::Error> {
    let mut writer = WriterBuilder::new()
        .delimiter(b';')
        .terminator(Terminator::CRLF)
        .flexible(true)
        // Also what a reader with another separator would split.
        .quote_style(QuoteStyle::NonNumeric)
        .from_writer("\u{feff}".as_bytes().to_vec());
    for row in &sheet.rows {
        let mut cells = vec![String::new(); sheet.columns.len()];
        for cell in &row.cells {
            if let Some(own) = cells.get_mut(cell.column) {
                *own = match &cell.content {
                    Content::Empty => String::new(),
                    Content::Text(text) => guarded(text).into_owned(),
                    Content::Number(number) => number.to_string().replace('.', ","),
                    Content::Date(day) => day.deutsch(),
                };
            }
        }
        writer.write_record(&cells)?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}
