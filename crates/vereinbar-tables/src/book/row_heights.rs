//! How high rows are.
//!
//! Excel makes room for wrapped text when it opens a file that says no height; LibreOffice does
//! not, and prints one line over the other. A height that is written is a custom one, which
//! neither changes when somebody types more. So a height is written, and then no longer called
//! custom: both show it, and both let the row grow.

use std::io::{Cursor, Read as _, Write as _};

use rust_xlsxwriter::XlsxError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::{BookColumn, BookRow, Content, Look};

/// In points, as of a row of one line.
const LINE: usize = 15;
/// Excel has no higher ones.
const HIGHEST: usize = 405;

/// How high a row is to be so that its wrapped text has room; `None` where one line does.
pub(super) fn height(row: &BookRow, columns: &[BookColumn]) -> Option<usize> {
    let lines = row.cells.iter().map(|cell| match &cell.content {
        Content::Text(text) => {
            let width = columns.get(cell.column).map_or(10, |column| column.width);
            lines(text, cell.look, width)
        }
        _ => 1,
    });
    let lines = lines.max().unwrap_or(1);
    (lines > 1).then(|| (lines * LINE).min(HIGHEST))
}

/// In how many lines a text is shown.
fn lines(text: &str, look: Look, width: usize) -> usize {
    // Bold letters are wider, so that fewer have room.
    let width = match look {
        Look::Text | Look::Words => width,
        Look::Heading => width * 9 / 10,
        Look::Date | Look::Number | Look::Title | Look::Group | Look::Path => return 1,
    };
    text.lines().map(|line| wrapped(line, width.max(1))).sum()
}

/// In how many lines a line is shown that is broken between words, and within one that is too long.
fn wrapped(line: &str, width: usize) -> usize {
    let (mut lines, mut filled) = (1, 0);
    for word in line.split(' ') {
        let long = word.chars().count();
        if filled > 0 && filled + 1 + long > width {
            lines += 1;
            filled = 0;
        }
        filled += long + usize::from(filled > 0);
        let over = filled.saturating_sub(1) / width;
        lines += over;
        filled -= over * width;
    }
    lines
}

/// The workbook with rows that keep their heights and grow.
pub(super) fn growing(workbook: Vec<u8>) -> Result<Vec<u8>, XlsxError> {
    let mut archive = ZipArchive::new(Cursor::new(workbook))?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut part = archive.by_index(index)?;
        if !part.name().starts_with("xl/worksheets/sheet") {
            writer.raw_copy_file(part)?;
            continue;
        }
        let mut text = String::new();
        part.read_to_string(&mut text)?;
        let time = part.last_modified().unwrap_or_default();
        let options =
            SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).last_modified_time(time);
        writer.start_file(part.name(), options)?;
        writer.write_all(without_custom_heights(&text).as_bytes())?;
    }
    Ok(writer.finish()?.into_inner())
}

/// A sheet's XML in which no row has a custom height. Texts are in another part, and in no
/// attribute `<` stands as itself.
fn without_custom_heights(sheet: &str) -> String {
    let mut parts = sheet.split("<row ");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (tag, rest) = part.split_once('>').unwrap_or((part, ""));
        text.push_str("<row ");
        text.push_str(&tag.replace(" customHeight=\"1\"", ""));
        text.push('>');
        text.push_str(rest);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_wrapped_between_words() {
        assert_eq!(wrapped("", 10), 1);
        assert_eq!(wrapped("aaaa bbbbb", 10), 1);
        assert_eq!(wrapped("aaaa bbbbbb", 10), 2);
        assert_eq!(wrapped(&"x".repeat(20), 10), 2);
        assert_eq!(wrapped(&format!("a {} b", "x".repeat(21)), 10), 4);
        assert_eq!(lines("eins\nzwei\ndrei vier", Look::Text, 5), 4);
        assert_eq!(lines("eins zwei", Look::Path, 5), 1);
    }

    #[test]
    fn heights_are_kept_and_are_not_custom() {
        let sheet = "<sheetData><row r=\"1\" ht=\"30\" customHeight=\"1\"><c/></row><row r=\"2\"/></sheetData><cols><col customHeight=\"1\"/></cols>";
        let expected = "<sheetData><row r=\"1\" ht=\"30\"><c/></row><row r=\"2\"/></sheetData><cols><col customHeight=\"1\"/></cols>";
        assert_eq!(without_custom_heights(sheet), expected);
    }
}
