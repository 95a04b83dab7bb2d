//! CSV as Excel and databases write it.

use std::io::Read;
use std::path::Path;

use csv::{ByteRecord, ErrorKind, ReaderBuilder};

use super::cell::Cell;
use super::encoding;
use super::headed::Headed;
use super::record::RecordSink;
use crate::TableError;

/// As much of the file is looked at for the delimiter.
const START_BYTES: u64 = 64 << 10;

pub(super) fn read<S: RecordSink>(path: &Path, sink: &mut S) -> Result<(), S::Error> {
    let (mut text, encoding) = encoding::open(path).map_err(|error| TableError::unreadable(path, error))?;
    // Not `fill_buf`, which may give no more than the first bytes of what is decoded.
    let mut start = Vec::new();
    text.by_ref().take(START_BYTES).read_to_end(&mut start).map_err(|error| TableError::unreadable(path, error))?;
    if start.contains(&0) {
        return Err(
            TableError::no_table(path, "Das ist keine Textdatei. Gelesen werden CSV, XLSX, ODS und JSON.").into()
        );
    }
    // Excel's own first line, which names the delimiter.
    let named = start.strip_prefix(b"sep=").and_then(|rest| rest.first().copied());
    let skipped = if named.is_some() {
        start.iter().position(|byte| *byte == b'\n').map_or(start.len(), |end| end + 1)
    } else {
        0
    };
    let delimiter = named.unwrap_or_else(|| delimiter(&start));
    let name = match delimiter {
        b'\t' => "Tabulator".to_owned(),
        other => format!("„{}“", char::from(other)),
    };
    sink.note(format!("CSV in {encoding}, getrennt durch {name}."));
    let text = start.get(skipped..).unwrap_or_default().chain(text);
    let has_headings = rows(path, text, delimiter, usize::from(skipped > 0), sink)?;
    if has_headings { Ok(()) } else { Err(TableError::no_table(path, "Die Datei ist leer.").into()) }
}

fn rows<S: RecordSink>(
    path: &Path,
    text: impl Read,
    delimiter: u8,
    offset: usize,
    sink: &mut S,
) -> Result<bool, S::Error> {
    let mut reader = ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text);
    let mut table = Headed::new(sink);
    let mut record = ByteRecord::new();
    // Counted as a spreadsheet counts: a cell may have several lines, and the reader leaves out empty ones.
    let mut number = offset;
    let mut line = 1;
    loop {
        match reader.read_byte_record(&mut record) {
            Ok(false) => return table.end(),
            Ok(true) => {}
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
        let cells = record.iter().map(|cell| Cell::Text(String::from_utf8_lossy(cell).into_owned())).collect();
        if table.row(number, cells)?.is_break() {
            return Ok(true);
        }
    }
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
