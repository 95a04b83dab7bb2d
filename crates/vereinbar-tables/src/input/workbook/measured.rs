//! How large a workbook is, found out before it is read: the library that reads Excel's takes
//! all shared strings into memory, and a few bytes of ODS may repeat a cell a million times.
//!
//! What the archive says of its parts is not believed; they are unpacked and counted,
//! without being kept.

use std::collections::HashMap;
use std::io::{self, BufRead, BufReader, Read, Seek};

use zip::ZipArchive;

use super::sheet_row::Damaged;

/// What the parts of a workbook may take unpacked: a table of 100,000 rows stays below.
const MAX_UNPACKED_BYTES: u64 = 512 << 20;
/// So many texts an XLSX may share; each takes some dozen bytes, be it empty.
const MAX_SHARED_STRINGS: u64 = 2_000_000;
/// So many cells an ODS may have: a sheet of 10,000 rows with 2,000 columns. One that is
/// repeated counts as often.
const MAX_CELLS: u64 = 20_000_000;

/// So many cells of a sheet may be merged with others, which are kept while it is read.
const MAX_MERGED: u64 = 1_000_000;

/// The rows of the sheets of an XLSX that people do not see, by its parts, counted from 0: the
/// library that reads the cells does not tell.
pub(super) type HiddenRows = HashMap<String, Vec<u32>>;

/// Whether a workbook is small enough to be read: what else is found in it on the way, or
/// nothing.
pub(super) fn measured<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Result<Option<HiddenRows>, Damaged> {
    let mut hidden = HiddenRows::new();
    let mut left = MAX_UNPACKED_BYTES;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|_| Damaged)?;
        let mut limit = match part.name() {
            "xl/sharedStrings.xml" => Limit::new(MAX_SHARED_STRINGS),
            "content.xml" => Limit::new(MAX_CELLS),
            name if name.starts_with("xl/worksheets/") => Limit::new(MAX_MERGED),
            _ => Limit::new(u64::MAX),
        };
        let name = part.name().to_owned();
        match measure(part.take(left + 1), &mut limit) {
            Ok(Some(bytes)) if bytes <= left => left -= bytes,
            Ok(_) => return Ok(None),
            Err(_) => return Err(Damaged),
        }
        if !limit.hidden.is_empty() {
            hidden.insert(name, limit.hidden);
        }
    }
    Ok(Some(hidden))
}

/// What is counted in a part.
struct Limit {
    left: u64,
    /// How often the rows that are open are repeated.
    rows: u64,
    /// The number of the next row, counted from 0, and those that are hidden.
    row: u32,
    hidden: Vec<u32>,
}

impl Limit {
    const fn new(left: u64) -> Self {
        Self { left, rows: 1, row: 0, hidden: Vec::new() }
    }

    /// Takes the inside of a tag; `false` when there are too many.
    fn take(&mut self, tag: &[u8]) -> io::Result<bool> {
        let name = tag.split(|byte| byte.is_ascii_whitespace() || *byte == b'/').next().unwrap_or_default();
        // The library that reads the cells stops with a panic over a number that is too large.
        if matches!(name, b"c" | b"row" | b"dimension" | b"mergeCell") && !has_place_in_sheet(tag) {
            return Err(io::ErrorKind::InvalidData.into());
        }
        if name == b"row" {
            let number = value_of(tag, b" r=").and_then(|digits| std::str::from_utf8(digits).ok()?.parse().ok());
            let row = number.map_or(self.row, |number: u32| number.saturating_sub(1));
            self.row = row.saturating_add(1);
            if value_of(tag, b" hidden=").is_some_and(|text| matches!(text, b"1" | b"true")) {
                self.hidden.push(row);
            }
        }
        let cells = match name {
            b"si" | b"mergeCell" => 1,
            b"table:table-row" => {
                self.rows = repeated(tag, b"table:number-rows-repeated=");
                0
            }
            // Empty ones at the end of a row or sheet, which LibreOffice repeats to the last
            // that there is, are not kept.
            b"table:table-cell" | b"table:covered-table-cell" if !is_empty_cell(tag) => {
                self.rows.saturating_mul(repeated(tag, b"table:number-columns-repeated="))
            }
            _ => 0,
        };
        match self.left.checked_sub(cells) {
            Some(left) => self.left = left,
            None => return Ok(false),
        }
        Ok(true)
    }
}

/// Whether the cell or row that a tag names lies within a sheet of Excel, whose last cell is
/// `XFD1048576`.
fn has_place_in_sheet(tag: &[u8]) -> bool {
    let names = [b" r=".as_slice(), b" ref="].into_iter().filter_map(|attribute| value_of(tag, attribute));
    names.flat_map(|name| name.split(|byte| *byte == b':')).all(|name| {
        let letters = name.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        letters <= 3 && name.len() - letters <= 7 && name.iter().skip(letters).all(u8::is_ascii_digit)
    })
}

/// What stands behind an attribute, which is given with the blank before it and its sign.
fn value_of<'a>(tag: &'a [u8], attribute: &[u8]) -> Option<&'a [u8]> {
    let at = tag.windows(attribute.len()).position(|part| part == attribute)?;
    let (quote, value) = tag.get(at + attribute.len()..)?.split_first()?;
    value.split(|byte| byte == quote).next()
}

/// A cell without a value that is closed in its own tag.
fn is_empty_cell(tag: &[u8]) -> bool {
    tag.ends_with(b"/") && !tag.windows(13).any(|part| part == b"office:value-" || part == b"office:value=")
}

/// The number of an attribute; 1 without it, and where it is none.
fn repeated(tag: &[u8], attribute: &[u8]) -> u64 {
    let found = tag.windows(attribute.len()).position(|part| part == attribute);
    let value = found.and_then(|at| tag.get(at + attribute.len() + 1..)).unwrap_or_default();
    let digits = value.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let number = value.get(..digits).and_then(|digits| std::str::from_utf8(digits).ok());
    number.filter(|number| !number.is_empty()).map_or(1, |number| number.parse().unwrap_or(u64::MAX))
}

/// The bytes of a part; `None` where the limit is exceeded.
fn measure(part: impl Read, limit: &mut Limit) -> io::Result<Option<u64>> {
    /// No tag that is counted is longer.
    const MAX_TAG: u64 = 64 << 10;
    let mut reader = BufReader::with_capacity(64 << 10, part);
    let mut bytes = 0;
    let mut tag = Vec::new();
    loop {
        let skipped = skip_to_tag(&mut reader)?;
        tag.clear();
        let read = reader.by_ref().take(MAX_TAG).read_until(b'>', &mut tag)? as u64;
        bytes += skipped + read;
        if read == 0 {
            return Ok(Some(bytes));
        }
        if tag.last() == Some(&b'>') {
            tag.pop();
        }
        if !limit.take(&tag)? {
            return Ok(None);
        }
    }
}

/// Passes over what stands before a tag, and its `<`, without keeping it.
fn skip_to_tag(reader: &mut impl BufRead) -> io::Result<u64> {
    let mut skipped = 0;
    loop {
        let buffer = reader.fill_buf()?;
        let found = buffer.iter().position(|byte| *byte == b'<');
        let length = found.map_or(buffer.len(), |at| at + 1);
        let is_end = buffer.is_empty() || found.is_some();
        reader.consume(length);
        skipped += length as u64;
        if is_end {
            return Ok(skipped);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write as _};

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    fn is_small_with(name: &str, parts: &[&[u8]], times: usize) -> bool {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        let (first, middle, last) = (parts[0], parts[1].repeat(1000), parts[2]);
        writer.write_all(first).unwrap();
        for _ in 0..times.div_ceil(1000) {
            writer.write_all(&middle).unwrap();
        }
        writer.write_all(last).unwrap();
        let file = writer.finish().unwrap();
        measured(&mut ZipArchive::new(file).unwrap()).unwrap().is_some()
    }

    #[test]
    fn a_workbook_is_measured_before_it_is_read() {
        let strings = |times| is_small_with("xl/sharedStrings.xml", &[b"<sst>", b"<si/>", b"</sst>"], times);
        assert!(strings(1_000_000) && !strings(2_001_000));

        let merged =
            |times| is_small_with("xl/worksheets/sheet1.xml", &[b"<m>", b"<mergeCell ref=\"A1:A2\"/>", b"</m>"], times);
        assert!(merged(500_000) && !merged(1_001_000));

        let row = |rows: &str, columns: &str, content: &str| {
            let text = format!(
                "<table:table-row table:number-rows-repeated=\"{rows}\"><table:table-cell \
                 table:number-columns-repeated='{columns}'{content}</table:table-row>"
            );
            is_small_with("content.xml", &[b"<x>", text.as_bytes(), b"</x>"], 1)
        };
        let value = " office:value-type='float'><text:p>1</text:p></table:table-cell>";
        // A thousand of these rows.
        assert!(row("1", "1000", value));
        assert!(!row("1000", "16384", value));
        assert!(!row("99999999999999999999", "1", value));
        assert!(!row("1000", "16384", " office:value-type='float' office:value='1'/>"));
        // What LibreOffice writes below and beside each table.
        assert!(row("1048576", "16384", "/>"));

        let cell = |name: &str| {
            let text = format!("<c t=\"n\" r='{name}'><v>1</v></c>");
            std::panic::catch_unwind(|| is_small_with("xl/worksheets/sheet1.xml", &[b"", text.as_bytes(), b""], 1))
                .is_ok()
        };
        assert!(cell("A1") && cell("XFD1048576") && !cell("ZZZZZZZZ99") && !cell("A99999999999"));

        assert!(!is_small_with("xl/media/x", &[b"", &[0; 1000], b""], 600_000));
    }
}
