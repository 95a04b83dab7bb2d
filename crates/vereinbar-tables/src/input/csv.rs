//! CSV as Excel and databases write it.

use std::io::{self, Read};
use std::ops::ControlFlow;
use std::path::Path;

use csv::{ByteRecord, ErrorKind, ReaderBuilder};

use super::cell::Cell;
use super::encoding;
use super::headed::{Headed, no_headings, row_too_wide};
use super::quotes::{Fault, Quotes};
use super::record::RecordSink;
use crate::TableError;
use crate::letters::letters;
use crate::no_formula::unguarded;

/// As much of the file is looked at for the delimiter.
const START_BYTES: u64 = 64 << 10;

/// Every row of a CSV file has as many cells as there are headings, be they empty.
const SHORT_ROW: &str = "Die Zeile hat weniger Spalten als die Überschriften; ein Trennzeichen fehlt.";

pub(super) fn read<S: RecordSink>(path: &Path, header_row: Option<usize>, sink: &mut S) -> Result<(), S::Error> {
    let text = Text::open(path)?;
    sink.note(text.note());
    let mut table = Headed::new(header_row, sink);
    let is_over = text.each_row(path, |number, cells| {
        let is_short = cells.len() < table.width() && !cells.iter().all(Cell::is_empty);
        if is_short { table.broken(number, SHORT_ROW) } else { table.row(number, cells) }
    })?;
    let has_headings = is_over || table.end()?;
    if has_headings { Ok(()) } else { Err(TableError::no_table(path, no_headings("Die Datei", header_row)).into()) }
}

/// Every row with its number, as the file has it.
pub(super) fn each_row(path: &Path, mut take: impl FnMut(usize, Vec<Cell>)) -> Result<(), TableError> {
    let text = Text::open(path)?;
    text.each_row(path, |number, cells| {
        take(number, cells);
        Ok::<_, TableError>(ControlFlow::Continue(()))
    })?;
    Ok(())
}

/// The text of a file, with what it needs to be taken apart.
struct Text<R> {
    content: R,
    encoding: &'static str,
    delimiter: u8,
    /// How many lines stand before it.
    offset: usize,
}

impl Text<()> {
    fn open(path: &Path) -> Result<Text<impl Read>, TableError> {
        let (mut text, encoding) = encoding::open(path).map_err(|error| TableError::unreadable(path, error))?;
        // Not `fill_buf`, which may give no more than the first bytes of what is decoded.
        let mut start = Vec::new();
        text.by_ref().take(START_BYTES).read_to_end(&mut start).map_err(|error| TableError::unreadable(path, error))?;
        if start.contains(&0) {
            return Err(TableError::no_table(path, "Das ist keine Textdatei. Gelesen werden CSV, XLSX, ODS und JSON."));
        }
        // Excel's own first line, which names the delimiter.
        let named = start.strip_prefix(b"sep=").and_then(|rest| rest.first().copied());
        let skipped = if named.is_some() {
            start.iter().position(|byte| *byte == b'\n').map_or(start.len(), |end| end + 1)
        } else {
            0
        };
        let delimiter = named.unwrap_or_else(|| delimiter(&start));
        start.drain(..skipped);
        Ok(Text { content: io::Cursor::new(start).chain(text), encoding, delimiter, offset: usize::from(skipped > 0) })
    }
}

impl<R: Read> Text<R> {
    fn note(&self) -> String {
        let delimiter = match self.delimiter {
            b'\t' => "Tabulator".to_owned(),
            other => format!("„{}“", char::from(other)),
        };
        format!("CSV in {}, getrennt durch {delimiter}.", self.encoding)
    }

    /// Whether `take` had enough before the end.
    fn each_row<E: From<TableError>>(
        self,
        path: &Path,
        mut take: impl FnMut(usize, Vec<Cell>) -> Result<ControlFlow<()>, E>,
    ) -> Result<bool, E> {
        let Self { content, delimiter, offset, .. } = self;
        let text = Quotes::new(content, delimiter, offset);
        let mut reader = ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text);
        let mut record = ByteRecord::new();
        // Counted as a spreadsheet counts: a cell may have several lines, and the reader leaves out empty ones.
        let mut number = offset;
        let mut line = 1;
        loop {
            match reader.read_byte_record(&mut record) {
                Ok(is_row) => {
                    if let Some(fault) = reader.get_ref().fault() {
                        return Err(TableError::no_table(path, told(fault)).into());
                    }
                    if !is_row {
                        return Ok(false);
                    }
                }
                Err(error) => match error.into_kind() {
                    ErrorKind::Io(error) => return Err(TableError::unreadable(path, error).into()),
                    _ => return Err(TableError::no_table(path, "Die Zeilen der Datei sind nicht zu trennen.").into()),
                },
            }
            let inside = record.as_slice().split(|byte| *byte == b'\n').count() - 1;
            let lines = usize::try_from(reader.position().line().saturating_sub(line)).unwrap_or_default();
            line = reader.position().line();
            number += 1 + lines.saturating_sub(inside + 1);
            // Decoded as UTF-8 before.
            let cells: Vec<Cell> =
                record.iter().map(|cell| Cell::of_text(unguarded(&String::from_utf8_lossy(cell)).to_owned())).collect();
            if take(number, cells)?.is_break() {
                return Ok(true);
            }
        }
    }
}

fn told(fault: Fault) -> String {
    let (place, what) = match fault {
        Fault::TooManyColumns(place) => {
            return row_too_wide(place.row + 1);
        }
        Fault::TooLong(place) => {
            return format!(
                "Die Zeile, die in Zeile {} beginnt, ist länger als 16 MiB. Kürzen Sie sie.",
                place.row + 1
            );
        }
        Fault::Unclosed(place) => (place, "beginnt ein Anführungszeichen, das nirgends geschlossen wird"),
        Fault::TextBehind(place) => (place, "steht hinter dem schließenden Anführungszeichen noch Text"),
    };
    format!(
        "In Zeile {}, Spalte {}, {what}. Schließen Sie es; ein Anführungszeichen im Text selbst steht doppelt: \"\".",
        place.row + 1,
        letters(place.column)
    )
}

/// What occurs most in the first line, outside of quotes.
fn delimiter(start: &[u8]) -> u8 {
    let mut is_quoted = false;
    let mut counts = [(b';', 0_usize), (b',', 0), (b'\t', 0)];
    for byte in start {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'\n' if !is_quoted && counts.iter().any(|(_, count)| *count > 0) => break,
            _ if is_quoted => {}
            _ => counts.iter_mut().filter(|(delimiter, _)| delimiter == byte).for_each(|(_, count)| *count += 1),
        }
    }
    // The first of several that occur equally often.
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map_or(b';', |(delimiter, _)| delimiter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_the_delimiter_by_the_first_line() {
        assert_eq!(delimiter(b"a;b;c\n1,5;2,5,3,3,3;x"), b';');
        assert_eq!(delimiter(b"a,b\n1;2;3"), b',');
        assert_eq!(delimiter(b"\"a;b;c;d\",b\n"), b',');
        assert_eq!(delimiter(b"a\tb\n"), b'\t');
        assert_eq!(delimiter(b"nur eine"), b';');
        assert_eq!(delimiter(b"\n\na,b\n"), b',');
    }
}
