//! How large a workbook is, found out before it is read: the library that reads Excel's takes
//! all shared strings into memory, believes what a part says of its size, and stops with a panic
//! over the name of a cell that is none; a few bytes of ODS may repeat a cell a million times.
//!
//! What the archive says of its parts is not believed; they are unpacked and counted, whatever
//! they are called, without being kept. Tags are told apart as the readers do it, by their names
//! without a prefix.

use std::collections::HashMap;
use std::io::{Read, Seek};

use quick_xml::errors::Error as XmlError;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::metered::Metered;
use super::xml::{attribute, of_part};

/// What the parts of a workbook may take unpacked: a table of 100,000 rows stays below.
const MAX_UNPACKED_BYTES: u64 = 512 << 20;
/// So many texts an XLSX may share; each takes some dozen bytes, be it empty.
const MAX_SHARED_STRINGS: u64 = 2_000_000;
/// So many cells a workbook may have: a sheet of 10,000 rows with 2,000 columns. One that is
/// repeated counts as often.
const MAX_CELLS: u64 = 20_000_000;
/// So many cells a row of an XLSX may name: four times as many as it has, so that of one that is
/// only too wide the number is told.
const MAX_ROW_CELLS: u64 = 1 << 16;
/// So many cells may be merged with others, which are kept while they are read.
const MAX_MERGED: u64 = 1_000_000;
/// So much text a cell may have; Excel allows 32,767 characters, LibreOffice twice that.
const MAX_CELL_BYTES: u64 = 1 << 20;
/// So long a single tag or text may be, which is in memory as a whole.
const MAX_EVENT_BYTES: u64 = 16 << 20;
/// After so many tags and texts it is asked whether anybody still waits.
const EVENTS_BETWEEN_LOOKS: u64 = 1 << 14;
/// As many blanks in a row are kept of a text.
pub(super) const MAX_BLANKS: usize = 1000;

/// The rows of the sheets of an XLSX that people do not see, by its parts, counted from 0: the
/// library that reads the cells does not tell.
pub(super) type HiddenRows = HashMap<String, Vec<u32>>;

/// What was found in a workbook on the way.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Contents {
    pub(super) hidden: HiddenRows,
    /// Whether cells of an XLSX are merged.
    pub(super) has_merged: bool,
}

/// Why a workbook is not read.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Unfit {
    /// Nobody wants it any more.
    Interrupted,
    Damaged,
    /// It is as a whole, or has too many of something.
    TooLarge,
    /// A cell has too much text.
    LongCell,
}

/// Whether a workbook is small enough to be read; and what else is found in it on the way.
pub(super) fn measured<R: Read + Seek>(
    archive: &mut ZipArchive<R>,
    is_interrupted: &dyn Fn() -> bool,
) -> Result<Contents, Unfit> {
    within(archive, Allowance::default(), is_interrupted)
}

fn within<R: Read + Seek>(
    archive: &mut ZipArchive<R>,
    mut left: Allowance,
    is_interrupted: &dyn Fn() -> bool,
) -> Result<Contents, Unfit> {
    let merged = left.merged;
    let mut hidden = HiddenRows::new();
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|_| Unfit::Damaged)?;
        let name = part.name().to_owned();
        let rows = measure(part, &mut left, is_interrupted)?;
        if !rows.is_empty() {
            hidden.insert(name, rows);
        }
    }
    Ok(Contents { hidden, has_merged: left.merged < merged })
}

/// What a workbook may still have.
struct Allowance {
    bytes: u64,
    cells: u64,
    merged: u64,
    strings: u64,
}

impl Default for Allowance {
    fn default() -> Self {
        Self { bytes: MAX_UNPACKED_BYTES, cells: MAX_CELLS, merged: MAX_MERGED, strings: MAX_SHARED_STRINGS }
    }
}

/// Counts a part; the numbers of its rows that are hidden.
fn measure(part: impl Read, left: &mut Allowance, is_interrupted: &dyn Fn() -> bool) -> Result<Vec<u32>, Unfit> {
    let mut xml = of_part(Metered::new(part, left.bytes));
    let mut counted = PartCount::default();
    let mut buffer = Vec::new();
    for count in 0_u64.. {
        if count.is_multiple_of(EVENTS_BETWEEN_LOOKS) && is_interrupted() {
            return Err(Unfit::Interrupted);
        }
        buffer.clear();
        xml.get_mut().event = MAX_EVENT_BYTES;
        match xml.read_event_into(&mut buffer) {
            Ok(Event::Start(tag)) => counted.start(&tag, left, false)?,
            Ok(Event::Empty(tag)) => counted.start(&tag, left, true)?,
            Ok(Event::End(tag)) => counted.end(tag.local_name().as_ref()),
            Ok(Event::Text(text)) => counted.text(text.len() as u64)?,
            Ok(Event::CData(text)) => counted.text(text.len() as u64)?,
            Ok(Event::GeneralRef(text)) => counted.text(text.len() as u64)?,
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(XmlError::Io(_)) if xml.get_ref().is_over => {
                let is_cell = counted.text.is_some() && xml.get_ref().left > 0;
                return Err(if is_cell { Unfit::LongCell } else { Unfit::TooLarge });
            }
            Err(XmlError::Io(_)) => return Err(Unfit::Damaged),
            // Whoever reads it comes no further either: a picture is no XML.
            Err(_) => {
                let passed = xml.get_mut().pass();
                passed.map_err(|_| if xml.get_ref().is_over { Unfit::TooLarge } else { Unfit::Damaged })?;
                break;
            }
        }
    }
    left.bytes = xml.get_ref().left;
    Ok(counted.hidden)
}

/// How far a part has been counted.
#[derive(Default)]
struct PartCount {
    /// How much text the cell has that is open, if one is.
    text: Option<u64>,
    /// How often the rows that are open are repeated.
    rows: u64,
    /// The number of the next row, counted from 0, and those that are hidden.
    row: u32,
    hidden: Vec<u32>,
    /// How many cells the row has that is open.
    of_row: u64,
}

impl PartCount {
    fn start(&mut self, tag: &BytesStart<'_>, left: &mut Allowance, is_empty: bool) -> Result<(), Unfit> {
        let name = tag.local_name();
        match name.as_ref() {
            b"c" => {
                check_places(tag)?;
                take(&mut left.cells, 1)?;
                self.of_row += 1;
                if self.of_row > MAX_ROW_CELLS {
                    return Err(Unfit::TooLarge);
                }
                self.open();
            }
            b"row" => {
                check_places(tag)?;
                self.note_row(tag);
            }
            b"f" | b"dimension" => check_places(tag)?,
            b"mergeCell" => {
                check_places(tag)?;
                take(&mut left.merged, 1)?;
            }
            b"sst" if has_too_many_strings(tag) => return Err(Unfit::TooLarge),
            b"si" => {
                take(&mut left.strings, 1)?;
                self.open();
            }
            b"table-row" => self.rows = number(tag, b"number-rows-repeated"),
            b"table-cell" | b"covered-table-cell" => {
                let cells = self.rows.max(1).saturating_mul(number(tag, b"number-columns-repeated"));
                let is_merged = std::str::from_utf8(tag).is_ok_and(|tag| tag.contains("-spanned"));
                // Empty ones at the end of a row or sheet, which LibreOffice repeats to the last
                // that there is, are not kept.
                if !is_empty || is_merged || has_value(tag) {
                    take(&mut left.cells, cells)?;
                }
                if is_merged {
                    take(&mut left.merged, cells)?;
                }
                self.open();
            }
            // Blanks of a text.
            b"s" => self.text(number(tag, b"c").min(MAX_BLANKS as u64))?,
            b"tab" | b"line-break" => self.text(1)?,
            _ => {}
        }
        // A value may stand in the tag itself.
        if self.text.is_some() && tag.len() as u64 > MAX_CELL_BYTES {
            return Err(Unfit::LongCell);
        }
        if is_empty {
            self.end(name.as_ref());
        }
        Ok(())
    }

    /// A cell or a text that cells share begins.
    fn open(&mut self) {
        self.text = Some(0);
    }

    fn end(&mut self, name: &[u8]) {
        if matches!(name, b"c" | b"si" | b"table-cell" | b"covered-table-cell") {
            self.text = None;
        }
    }

    fn text(&mut self, bytes: u64) -> Result<(), Unfit> {
        if let Some(text) = &mut self.text {
            *text += bytes;
            if *text > MAX_CELL_BYTES {
                return Err(Unfit::LongCell);
            }
        }
        Ok(())
    }

    fn note_row(&mut self, tag: &BytesStart<'_>) {
        let number = attribute(tag, b"r").and_then(|number| number.parse::<u32>().ok());
        let row = number.map_or(self.row, |number| number.saturating_sub(1));
        self.row = row.saturating_add(1);
        self.of_row = 0;
        if attribute(tag, b"hidden").is_some_and(|text| matches!(text.as_str(), "1" | "true")) {
            self.hidden.push(row);
        }
    }
}

fn take(left: &mut u64, count: u64) -> Result<(), Unfit> {
    *left = left.checked_sub(count).ok_or(Unfit::TooLarge)?;
    Ok(())
}

/// That the cells and rows that a tag names lie within a sheet of Excel, whose last cell is
/// `XFD1048576`, and none ends before it begins.
fn check_places(tag: &BytesStart<'_>) -> Result<(), Unfit> {
    for attribute in tag.attributes().with_checks(false).flatten() {
        if matches!(attribute.key.local_name().as_ref(), b"r" | b"ref") {
            let mut before = (0, 0);
            for name in attribute.value.split(|byte| *byte == b':') {
                let (column, row) = place(name).ok_or(Unfit::Damaged)?;
                if column < before.0 || row < before.1 {
                    return Err(Unfit::Damaged);
                }
                before = (column, row);
            }
        }
    }
    Ok(())
}

/// The column and the row that a name gives, counted from 1; 0 for what it leaves out.
fn place(name: &[u8]) -> Option<(u32, u32)> {
    let letters = name.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let (letters, digits) = name.split_at(letters);
    if letters.len() > 3 || digits.len() > 7 || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let column = letters.iter().fold(0, |all, letter| all * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1);
    let row = digits.iter().fold(0, |all, digit| all * 10 + u32::from(digit - b'0'));
    Some((column, row))
}

/// Whether a part says, in its first tag, that more texts are shared than may be.
fn has_too_many_strings(tag: &BytesStart<'_>) -> bool {
    let says = |name: &[u8]| attribute(tag, name).map(|number| number.parse::<u64>().unwrap_or(u64::MAX));
    says(b"uniqueCount").is_some_and(|number| number > MAX_SHARED_STRINGS)
}

/// Whether a cell of ODS says something in its own tag.
fn has_value(tag: &BytesStart<'_>) -> bool {
    tag.attributes().with_checks(false).flatten().any(|attribute| {
        let name = attribute.key.local_name();
        let name = name.as_ref();
        name == b"formula" || name.starts_with(b"value") || name.ends_with(b"-value")
    })
}

/// The number of an attribute; 1 without it, and where it is none.
fn number(tag: &BytesStart<'_>, name: &[u8]) -> u64 {
    let text = attribute(tag, name).filter(|text| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()));
    text.map_or(1, |text| text.parse().unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::io::{Cursor, Write as _};

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    /// What a part makes of a workbook, of which everything may be there a thousand times.
    fn verdict(name: &str, part: &str) -> Result<Contents, Unfit> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(part.as_bytes()).unwrap();
        let left = Allowance { bytes: MAX_UNPACKED_BYTES, cells: 1000, merged: 1000, strings: 1000 };
        within(&mut ZipArchive::new(writer.finish().unwrap()).unwrap(), left, &|| false)
    }

    fn is_small_with(name: &str, parts: [&str; 3], times: usize) -> bool {
        match verdict(name, &[parts[0], &parts[1].repeat(times), parts[2]].concat()) {
            Ok(_) => true,
            Err(Unfit::TooLarge) => false,
            Err(other) => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_workbook_is_measured_before_it_is_read() {
        let sheet = |tag: &str, times| is_small_with("xl/worksheets/sheet1.xml", ["<x>", tag, "</x>"], times);
        for tag in ["<c/>", "<c r='A1'><v>1</v></c>", "<mergeCell ref=\"A1:A2\"/>", "<x:c/>"] {
            assert!(sheet(tag, 1000) && !sheet(tag, 1001), "{tag}");
        }

        let row = |rows: &str, columns: &str, content: &str| {
            let text = format!(
                "<table:table-row table:number-rows-repeated=\"{rows}\"><table:table-cell \
                 table:number-columns-repeated='{columns}'{content}</table:table-row>"
            );
            is_small_with("content.xml", ["<x>", &text, "</x>"], 1)
        };
        let value = " office:value-type='float'><text:p>1</text:p></table:table-cell>";
        assert!(row("1", "1000", value) && row("10", "100", value));
        assert!(!row("11", "100", value));
        assert!(!row("99999999999999999999", "1", value));
        assert!(!row("11", "100", " office:value-type='float' office:value='1'/>"));
        assert!(!row("11", "100", " table:formula='of:=1'/>"));
        assert!(!row("11", "100", " table:number-columns-spanned='2'/>"));
        // What LibreOffice writes below and beside each table.
        assert!(row("1048576", "16384", "/>"));
    }

    #[test]
    fn a_part_is_unpacked_up_to_a_limit() {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        writer.start_file("xl/media/x", SimpleFileOptions::default()).unwrap();
        // No XML, as a picture is none.
        writer.write_all(b"<!x").unwrap();
        for _ in 0..600 {
            writer.write_all(&vec![0; 1_000_000]).unwrap();
        }
        let file = writer.finish().unwrap();
        assert_eq!(measured(&mut ZipArchive::new(file).unwrap(), &|| false), Err(Unfit::TooLarge));
    }

    #[test]
    fn a_row_that_is_only_too_wide_is_read_up_to_where_that_is_told() {
        let row = |cells| {
            let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
            writer.start_file("xl/worksheets/sheet1.xml", SimpleFileOptions::default()).unwrap();
            writer.write_all("<row><c/></row><row>".as_bytes()).unwrap();
            writer.write_all("<c/>".repeat(cells).as_bytes()).unwrap();
            measured(&mut ZipArchive::new(writer.finish().unwrap()).unwrap(), &|| false)
        };
        assert_eq!((row(1 << 16), row((1 << 16) + 1)), (Ok(Contents::default()), Err(Unfit::TooLarge)));
    }

    #[test]
    fn it_is_asked_on_the_way_whether_anybody_still_waits() {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        writer.start_file("xl/worksheets/sheet1.xml", SimpleFileOptions::default()).unwrap();
        writer.write_all("<row/>".repeat(1 << 16).as_bytes()).unwrap();
        let mut archive = ZipArchive::new(writer.finish().unwrap()).unwrap();
        let asked = Cell::new(0);
        let third = || asked.replace(asked.get() + 1) == 2;
        assert_eq!(measured(&mut archive, &third), Err(Unfit::Interrupted));
        assert_eq!(asked.get(), 3);
    }

    #[test]
    fn counting_is_not_evaded_by_another_spelling() {
        // Capitals, a prefix, a tab, a `>` in a value: the readers do not mind them.
        let strings = |name: &str, text: &str| is_small_with(name, ["<x:sst>", text, "</x:sst>"], 1001);
        assert!(!strings("xl/sharedStrings.xml", "<si/>"));
        assert!(!strings("xl/SharedStrings.XML", "<x:si/>"));
        assert!(!strings("a/b", "<si a='>'><t/></si>"));
        let count = |says: &str| verdict("xl/sharedStrings.xml", &format!("<sst {says}></sst>"));
        assert_eq!(count("uniqueCount=\"2000000\""), Ok(Contents::default()));
        for says in ["uniqueCount='10000000000000'", "a='>'\tuniqueCount = \"9999999999999999999\""] {
            assert_eq!(count(says), Err(Unfit::TooLarge), "{says}");
        }
        for rows in ["table:number-rows-repeated", "number-rows-repeated", "x:number-rows-repeated"] {
            let row =
                format!("<table:table-row {rows}='1000000000'><table:table-cell office:value='1'/></table:table-row>");
            assert_eq!(verdict("content.xml", &row), Err(Unfit::TooLarge), "{rows}");
        }
    }

    #[test]
    fn places_beyond_a_sheet_and_those_that_end_before_they_begin_are_damage() {
        let sheet = |tag: &str| verdict("xl/worksheets/sheet1.xml", tag).map(|_| ());
        for fit in [
            "<c r='A1'/>",
            "<c t=\"n\" r='XFD1048576'><v>1</v></c>",
            "<row r='7'/>",
            "<mergeCell ref='A1:B2'/>",
            "<dimension ref=\"A1\"/>",
            "<f t='shared' ref='B2:B9' si='0'/>",
        ] {
            assert_eq!(sheet(fit), Ok(()), "{fit}");
        }
        for wrong in [
            "<c r='ZZZZZZZZ99'/>",
            "<c r='A99999999999'/>",
            "<x:c r='ZZZZZZZZ99'/>",
            "<c\tr='ZZZZZZZZ99'/>",
            "<c x='>' r = 'ZZZZZZZZ99'/>",
            "<row r='99999999999'/>",
            "<dimension ref='B2:A1'/>",
            "<dimension ref='A2:B1'/>",
            "<mergeCell ref='B2:A1'/>",
            "<f ref='B2:A2'/>",
        ] {
            assert_eq!(sheet(wrong), Err(Unfit::Damaged), "{wrong}");
        }
    }

    #[test]
    fn a_cell_has_a_mebibyte_of_text() {
        let long = "x".repeat(1 << 20);
        let of = |name: &str, tags: [&str; 2]| verdict(name, &format!("{}{long}{}", tags[0], tags[1])).map(|_| ());
        for (name, open, close) in [
            ("xl/sharedStrings.xml", "<si><t>", "</t></si>"),
            ("xl/worksheets/sheet1.xml", "<c t='inlineStr'><is><t>", "</t></is></c>"),
            ("content.xml", "<table:table-cell><text:p>", "</text:p></table:table-cell>"),
        ] {
            assert_eq!(of(name, [open, close]), Ok(()), "{name}");
            assert_eq!(of(name, [open, &format!("!{close}")]), Err(Unfit::LongCell), "{name}");
            assert_eq!(of(name, [open, &format!("&amp;{close}")]), Err(Unfit::LongCell), "{name}");
        }
        assert_eq!(of("content.xml", ["<table:table-cell office:string-value='", "'/>"]), Err(Unfit::LongCell));
        let blanks = "<text:s text:c='9999999'/>".repeat(2000);
        let cell = format!("<table:table-cell><text:p>{blanks}</text:p></table:table-cell>");
        assert_eq!(verdict("content.xml", &cell), Err(Unfit::LongCell));
        // What stands in no cell may be longer, as a picture is.
        assert_eq!(of("content.xml", ["<x>", "!</x>"]), Ok(()));
        assert_eq!(of("content.xml", ["<x>", &format!("{}</x>", long.repeat(17))]), Err(Unfit::TooLarge));
    }
}
