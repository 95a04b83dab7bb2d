//! A table as German Excel opens it: semicolons, a byte order mark, lines that end as
//! on Windows, days as `30.06.2027`.

use csv::{QuoteStyle, Terminator, WriterBuilder};
use vereinbar::auswertung::{Tabelle, Zelle};

use super::text::{fitting, plain};

/// The table as CSV in UTF-8, its headings first.
///
/// A text that a spreadsheet would take for a formula gets an apostrophe in front.
#[must_use]
pub fn csv(table: &Tabelle) -> Vec<u8> {
    let mut writer = WriterBuilder::new()
        .delimiter(b';')
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Necessary)
        .from_writer(b"\xef\xbb\xbf".to_vec());
    // Writing to memory does not fail, and each row has a cell for each column.
    let _ = writer.write_record(table.columns.iter().map(|column| column.title));
    for row in &table.rows {
        let _ = writer.write_record(row.iter().map(cell));
    }
    writer.into_inner().unwrap_or_default()
}

fn cell(cell: &Zelle) -> String {
    let text = fitting(&plain(&cell.deutsch()));
    if matches!(cell, Zelle::Text(_)) && text.starts_with(['=', '+', '-', '@']) { format!("'{text}") } else { text }
}
