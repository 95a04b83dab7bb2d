//! Workbooks of LibreOffice: the rows of a sheet, one after the other. What a cell shows
//! stands beside its value, and says what its value does not: an error, a leading zero.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use calamine::Dimensions;
use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use zip::ZipArchive;
use zip::read::ZipFile;

use super::measured::MAX_BLANKS;
use super::sheet_row::{Damaged, SheetName, SheetRow};
use super::shown_day::shown_day;
use super::xml::{BookArchive, attribute, exact, reader};
use crate::input::cell::{Cell, day_of, german_number, is_error, number_as_shown, time_of_day};
use crate::letters::MAX_COLUMNS;

const CONTENT: &str = "content.xml";
/// The day before the first, as nearly every workbook counts.
const NULL_DATE: &str = "1899-12-30";
/// An open workbook.
pub(in crate::input) struct Ods {
    archive: BookArchive,
    sheets: Vec<SheetName>,
    /// Whether a number that is not formatted as a day is counted from another one.
    counts_otherwise: bool,
}

impl Ods {
    pub(super) fn open(path: &Path) -> Result<Self, Damaged> {
        let file = File::open(path).map_err(|_| Damaged)?;
        let mut archive = ZipArchive::new(BufReader::new(file)).map_err(|_| Damaged)?;
        let mut sheets = Vec::new();
        let mut counts_otherwise = false;
        // The styles whose sheets are not shown.
        let mut hidden: Vec<String> = Vec::new();
        let mut style = String::new();
        let mut xml = reader(archive.by_name(CONTENT).map_err(|_| Damaged)?);
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            let event = xml.read_event_into(&mut buffer).map_err(|_| Damaged)?;
            let tag = match &event {
                Event::Start(tag) | Event::Empty(tag) => tag,
                Event::Eof => break,
                _ => continue,
            };
            match tag.name().as_ref() {
                b"style:style" => style = attribute(tag, b"name").unwrap_or_default(),
                b"style:table-properties" if attribute(tag, b"display").is_some_and(|shown| shown == "false") => {
                    hidden.push(style.clone());
                }
                b"table:null-date" => {
                    counts_otherwise = attribute(tag, b"date-value").is_some_and(|day| day != NULL_DATE);
                }
                b"table:table" => {
                    let is_hidden = attribute(tag, b"style-name").is_some_and(|style| hidden.contains(&style));
                    // Of what it takes from other files, LibreOffice keeps a copy that nobody sees.
                    let name = attribute(tag, b"name").filter(|name| !name.starts_with("'file:"));
                    sheets.extend(name.map(|name| SheetName { name, is_hidden }));
                }
                _ => {}
            }
        }
        drop(xml);
        Ok(Self { archive, sheets, counts_otherwise })
    }

    pub(super) fn sheets(&self) -> &[SheetName] {
        &self.sheets
    }

    /// The rows of a sheet.
    pub(super) fn rows(&mut self, sheet: &str) -> Result<OdsRows<'_>, Damaged> {
        let mut xml = reader(self.archive.by_name(CONTENT).map_err(|_| Damaged)?);
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match xml.read_event_into(&mut buffer).map_err(|_| Damaged)? {
                Event::Start(tag)
                    if tag.name().as_ref() == b"table:table"
                        && attribute(&tag, b"name").is_some_and(|name| name == sheet) =>
                {
                    break;
                }
                Event::Eof => return Err(Damaged),
                _ => {}
            }
        }
        Ok(OdsRows { xml, counts_otherwise: self.counts_otherwise, number: 0, row: SheetRow::default(), left: 0 })
    }
}

/// The rows of a sheet that say something.
pub(in crate::input) struct OdsRows<'a> {
    xml: Reader<BufReader<ZipFile<'a, BufReader<File>>>>,
    counts_otherwise: bool,
    /// The number of the next row, counted from 0.
    number: u32,
    /// A row that is repeated, and how often it is still to come.
    row: SheetRow,
    left: u32,
}

impl OdsRows<'_> {
    pub(super) fn next(&mut self) -> Result<Option<SheetRow>, Damaged> {
        let mut buffer = Vec::new();
        loop {
            if self.left > 0 {
                self.left -= 1;
                let below = self.number - self.row.number;
                for Dimensions { start, end } in &mut self.row.merged {
                    (start.0, end.0) = (start.0.saturating_add(below), end.0.saturating_add(below));
                }
                self.row.number = self.number;
                self.number = self.number.saturating_add(1);
                return Ok(Some(self.row.clone()));
            }
            buffer.clear();
            match self.xml.read_event_into(&mut buffer).map_err(|_| Damaged)? {
                Event::Start(tag) if tag.name().as_ref() == b"table:table-row" => {
                    let times = number(&tag, b"number-rows-repeated");
                    let is_hidden = attribute(&tag, b"visibility").is_some_and(|text| text != "visible");
                    self.row = self.cells(is_hidden)?;
                    if self.row.cells.is_empty() {
                        self.number = self.number.saturating_add(times);
                    } else {
                        self.left = times;
                    }
                }
                Event::Empty(tag) if tag.name().as_ref() == b"table:table-row" => {
                    self.number = self.number.saturating_add(number(&tag, b"number-rows-repeated"));
                }
                Event::End(tag) if tag.name().as_ref() == b"table:table" => return Ok(None),
                Event::Eof => return Err(Damaged),
                _ => {}
            }
        }
    }

    /// The cells of a row that has begun.
    fn cells(&mut self, is_hidden: bool) -> Result<SheetRow, Damaged> {
        let mut row = SheetRow::new(self.number, is_hidden);
        let mut column = 0_u32;
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            let event = self.xml.read_event_into(&mut buffer).map_err(|_| Damaged)?;
            let tag = match &event {
                Event::Start(tag) | Event::Empty(tag) => tag,
                Event::End(tag) if tag.name().as_ref() == b"table:table-row" => return Ok(row),
                Event::Eof => return Err(Damaged),
                _ => continue,
            };
            if !matches!(tag.name().as_ref(), b"table:table-cell" | b"table:covered-table-cell") {
                continue;
            }
            let times = number(tag, b"number-columns-repeated");
            let shown = if matches!(event, Event::Start(_)) { self.shown()? } else { None };
            let cell = cell(tag, shown, self.counts_otherwise);
            // Of few cells there is anything to look for.
            if std::str::from_utf8(tag).is_ok_and(|tag| tag.contains("-spanned=")) {
                let (rows, columns) = (number(tag, b"number-rows-spanned"), number(tag, b"number-columns-spanned"));
                let end = (row.number.saturating_add(rows - 1), column.saturating_add(columns - 1));
                row.merged.push(Dimensions { start: (row.number, column), end });
            }
            if cell != Cell::Empty {
                // Of what stands too far to the right one is enough to be told.
                let last = column.saturating_add(times).min(u32::try_from(MAX_COLUMNS).unwrap_or(u32::MAX) + 1);
                for column in column..last {
                    row.push(column, cell.clone())?;
                }
            }
            column = column.saturating_add(times);
        }
    }

    /// What a cell that has begun shows, to its end: its paragraphs, and no remark or drawing.
    /// `None` where it says nothing of that.
    fn shown(&mut self) -> Result<Option<String>, Damaged> {
        let mut text = String::new();
        let mut paragraphs = 0;
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match self.xml.read_event_into(&mut buffer).map_err(|_| Damaged)? {
                Event::Start(tag) if tag.name().as_ref() == b"text:p" => {
                    if paragraphs > 0 {
                        text.push('\n');
                    }
                    paragraphs += 1;
                    self.paragraph(&mut text)?;
                }
                Event::Empty(tag) if tag.name().as_ref() == b"text:p" => {
                    if paragraphs > 0 {
                        text.push('\n');
                    }
                    paragraphs += 1;
                }
                Event::Start(tag) => {
                    let end = tag.to_end().into_owned();
                    self.xml.read_to_end_into(end.name(), &mut Vec::new()).map_err(|_| Damaged)?;
                }
                Event::End(tag) if matches!(tag.name().as_ref(), b"table:table-cell" | b"table:covered-table-cell") => {
                    return Ok((paragraphs > 0).then_some(text));
                }
                Event::Eof => return Err(Damaged),
                _ => {}
            }
        }
    }

    /// The text of a paragraph that has begun, to its end.
    fn paragraph(&mut self, text: &mut String) -> Result<(), Damaged> {
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match self.xml.read_event_into(&mut buffer).map_err(|_| Damaged)? {
                Event::Text(part) => text.push_str(&part.xml10_content().map_err(|_| Damaged)?),
                Event::CData(part) => text.push_str(&part.xml10_content().map_err(|_| Damaged)?),
                Event::GeneralRef(entity) => text.push_str(&character(&entity)?),
                Event::Start(tag) | Event::Empty(tag) if tag.name().as_ref() == b"text:s" => {
                    let blanks = attribute(&tag, b"c").and_then(|count| count.parse().ok()).unwrap_or(1);
                    text.push_str(&" ".repeat(blanks.min(MAX_BLANKS)));
                }
                Event::Start(tag) | Event::Empty(tag) if tag.name().as_ref() == b"text:tab" => text.push('\t'),
                Event::Start(tag) | Event::Empty(tag) if tag.name().as_ref() == b"text:line-break" => text.push('\n'),
                Event::Start(tag)
                    if matches!(tag.name().as_ref(), b"office:annotation" | b"text:note" | b"text:ruby-text") =>
                {
                    let end = tag.to_end().into_owned();
                    self.xml.read_to_end_into(end.name(), &mut Vec::new()).map_err(|_| Damaged)?;
                }
                Event::End(tag) if tag.name().as_ref() == b"text:p" => return Ok(()),
                Event::Eof => return Err(Damaged),
                _ => {}
            }
        }
    }
}

fn character(entity: &BytesRef<'_>) -> Result<String, Damaged> {
    let name = entity.decode().map_err(|_| Damaged)?;
    if let Some(text) = resolve_xml_entity(&name) {
        return Ok(text.to_owned());
    }
    entity.resolve_char_ref().ok().flatten().map(String::from).ok_or(Damaged)
}

/// The number of an attribute; 1 without it, and where it is none.
fn number(tag: &BytesStart<'_>, name: &[u8]) -> u32 {
    attribute(tag, name).and_then(|number| number.parse().ok()).unwrap_or(1).max(1)
}

/// The cell that has this tag and shows this text.
fn cell(tag: &BytesStart<'_>, shown: Option<String>, counts_otherwise: bool) -> Cell {
    let is_failed = exact(tag, b"calcext:value-type").is_some_and(|kind| kind == "error");
    let is_formula = attribute(tag, b"formula").is_some();
    let text = shown.as_deref().unwrap_or_default();
    if is_failed || (is_formula && is_error(text)) {
        return Cell::Error;
    }
    let kind = exact(tag, b"office:value-type");
    let value = exact(tag, b"office:value").and_then(|value| value.trim().parse::<f64>().ok());
    let of_shown = |text: &str| Cell::of_text(text.to_owned());
    match (kind.as_deref(), value) {
        (Some("percentage"), Some(share)) if text.is_empty() => {
            Cell::percent(share, &format!("{}%", german_number(share * 100.0)))
        }
        (Some("percentage"), Some(share)) => Cell::percent(share, text),
        (Some("date"), _) => match exact(tag, b"office:date-value").map(|day| day_of(&day)) {
            Some(Cell::Date(day)) => shown_day(day, text),
            Some(other) if text.is_empty() => other,
            _ => of_shown(text),
        },
        // A time of a day far off is kept as hours since then.
        (Some("time"), _) => match exact(tag, b"office:time-value").and_then(|time| seconds(&time)) {
            Some(seconds) if text.is_empty() => Cell::Text(time_of_day(seconds)),
            _ => of_shown(text),
        },
        (Some("boolean"), _) => {
            let text = exact(tag, b"office:boolean-value");
            Cell::Bool(text.map_or_else(|| value == Some(1.0), |text| text.eq_ignore_ascii_case("true")))
        }
        (Some("string"), _) => {
            let kept = || exact(tag, b"office:string-value").filter(|text| !text.is_empty());
            shown.filter(|text| !text.is_empty()).or_else(kept).map_or(Cell::Empty, Cell::of_text)
        }
        (_, Some(value)) => number_of(value, shown.as_deref(), counts_otherwise),
        (_, None) if text.is_empty() && is_formula => Cell::NoResult,
        (_, None) if text.is_empty() => Cell::Empty,
        (_, None) => of_shown(text),
    }
}

/// A number and what is shown of it; a program may write the number alone.
fn number_of(value: f64, shown: Option<&str>, counts_otherwise: bool) -> Cell {
    match shown.map_or(Cell::Number(value), |shown| number_as_shown(value, shown)) {
        Cell::Shown(_, text) if matches!(text.as_str(), "WAHR" | "TRUE") => Cell::Bool(true),
        Cell::Shown(_, text) if matches!(text.as_str(), "FALSCH" | "FALSE") => Cell::Bool(false),
        Cell::Number(value) if counts_otherwise => Cell::Shown(value, german_number(value)),
        cell => cell,
    }
}

/// `PT13H30M00S`, `P1DT2H` in seconds.
fn seconds(duration: &str) -> Option<f64> {
    let (sign, rest) = duration.strip_prefix('-').map_or((1.0, duration), |rest| (-1.0, rest));
    let mut total = 0.0;
    let mut digits = String::new();
    for character in rest.strip_prefix('P')?.chars() {
        let unit = match character {
            'T' => continue,
            '0'..='9' | '.' | ',' => {
                digits.push(if character == ',' { '.' } else { character });
                continue;
            }
            'D' => 86_400.0,
            'H' => 3600.0,
            'M' => 60.0,
            'S' => 1.0,
            _ => return None,
        };
        total += std::mem::take(&mut digits).parse::<f64>().ok()? * unit;
    }
    Some(sign * total)
}
