//! Workbooks of Excel: the rows of a sheet, cell by cell, so that a long one is not in memory
//! as a whole.

use std::collections::HashMap;
use std::fs::File;
use std::io::BufReader;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use calamine::{
    DataRef, Dimensions, ExcelDateTime, Reader as _, SheetVisible, Xlsx, XlsxCellFormulaMetadataRecord, XlsxCellReader,
    XlsxError,
};
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;
use zip::read::ZipFile;

use super::format_moment::Moment;
use super::measured::Contents;
use super::number_format::NumberFormat;
use super::sheet_row::{Damaged, SheetName, SheetRow};
use super::xml::{BookArchive, attribute, reader};
use crate::input::cell::{Cell, day_of, german_number};
use crate::letters;

/// The number of the day behind 9999-12-31, of which Excel shows nothing.
const END_OF_DAYS: f64 = 2_958_466.0;

/// An open workbook.
pub(in crate::input) struct Excel {
    book: Xlsx<BufReader<File>>,
    /// The same file once more, for what the library does not tell.
    archive: BookArchive,
    /// What the number format of each style shows.
    formats: Vec<Option<NumberFormat>>,
    /// The part of each sheet, in their order.
    parts: Vec<String>,
    /// Whether results of formulas are none until a spreadsheet has calculated them: who wrote
    /// the workbook could not.
    is_uncalculated: bool,
    contents: Contents,
}

impl Excel {
    pub(super) fn open(path: &Path, contents: Contents) -> Result<Self, Damaged> {
        let book = unwound(|| calamine::open_workbook(path)).map_err(|_: XlsxError| Damaged)?;
        let file = File::open(path).map_err(|_| Damaged)?;
        let mut archive = ZipArchive::new(BufReader::new(file)).map_err(|_| Damaged)?;
        let formats = formats(&mut archive)?;
        let Parts { sheets: parts, is_uncalculated } = parts(&mut archive)?;
        Ok(Self { book, archive, formats, parts, is_uncalculated, contents })
    }

    pub(super) fn sheets(&self) -> Vec<SheetName> {
        let sheets = self.book.sheets_metadata().iter();
        sheets
            .map(|sheet| SheetName { name: sheet.name.clone(), is_hidden: sheet.visible != SheetVisible::Visible })
            .collect()
    }

    /// The cells of a sheet that are merged.
    pub(super) fn merged(&mut self, sheet: &str) -> Result<Vec<Dimensions>, Damaged> {
        // It would read the whole sheet.
        if !self.contents.has_merged {
            return Ok(Vec::new());
        }
        unwound(|| self.book.merge_cells_by_sheet_name(sheet)).map_err(|_| Damaged)
    }

    /// The rows of a sheet; `None` for a chart, which has none.
    pub(super) fn rows(&mut self, sheet: &str) -> Result<Option<ExcelRows<'_>>, Damaged> {
        let index = self.book.sheets_metadata().iter().position(|known| known.name == sheet);
        let is_1904 = self.book.has_1904_epoch();
        let part = index.and_then(|index| self.parts.get(index));
        let cells = match unwound(|| self.book.worksheet_cells_reader(sheet)) {
            Ok(cells) => cells,
            Err(XlsxError::NotAWorksheet(_)) => return Ok(None),
            Err(_) => return Err(Damaged),
        };
        let mut tags = Tags::Closed { archive: &mut self.archive, part };
        if self.formats.iter().any(Option::is_some) {
            tags.open(0)?;
        }
        Ok(Some(ExcelRows {
            cells,
            tags,
            formats: &self.formats,
            is_1904,
            is_uncalculated: self.is_uncalculated,
            hidden: part.and_then(|part| self.contents.hidden.get(part)).map(Vec::as_slice).unwrap_or_default(),
            count: 0,
            next: None,
            is_over: false,
        }))
    }
}

/// The rows of a sheet that say something.
pub(in crate::input) struct ExcelRows<'a> {
    cells: XlsxCellReader<'a, BufReader<File>>,
    /// The same cells, open where any number of the workbook is shown otherwise.
    tags: Tags<'a>,
    formats: &'a [Option<NumberFormat>],
    is_1904: bool,
    is_uncalculated: bool,
    /// The numbers of those that people do not see.
    hidden: &'a [u32],
    /// How many cells have been read.
    count: usize,
    /// The first cell of the next row.
    next: Option<(u32, u32, Cell)>,
    /// Whether the last has been read; the library takes it for damaged to be asked again.
    is_over: bool,
}

impl ExcelRows<'_> {
    pub(super) fn next(&mut self) -> Result<Option<SheetRow>, Damaged> {
        let Some((number, column, cell)) = self.next.take().map_or_else(|| self.next_cell(), |cell| Ok(Some(cell)))?
        else {
            return Ok(None);
        };
        let is_hidden = self.hidden.binary_search(&number).is_ok();
        let mut row = SheetRow::new(number, is_hidden);
        row.push(column, cell)?;
        while let Some((number, column, cell)) = self.next_cell()? {
            if number != row.number {
                self.next = Some((number, column, cell));
                break;
            }
            row.push(column, cell)?;
        }
        Ok(Some(row))
    }

    fn next_cell(&mut self) -> Result<Option<(u32, u32, Cell)>, Damaged> {
        while !self.is_over {
            let record = match unwound(|| self.cells.next_cell_with_formula_metadata()) {
                Ok(Some(record)) => record,
                Ok(None) => {
                    self.is_over = true;
                    break;
                }
                // An error of newer programs, which the library does not know.
                Err(XlsxError::CellError(_)) => {
                    self.tags.open(self.count)?;
                    self.count += 1;
                    let (row, column) = self.tags.next_place()?.ok_or(Damaged)?;
                    return Ok(Some((row, column, Cell::Error)));
                }
                Err(_) => return Err(Damaged),
            };
            self.count += 1;
            let style = self.tags.next_style()?;
            let format = style.and_then(|style| self.formats.get(style)).and_then(Option::as_ref);
            let (row, column) = record.pos;
            let cell = self.cell(&record, format);
            if cell != Cell::Empty {
                return Ok(Some((row, column, cell)));
            }
        }
        Ok(None)
    }

    /// Of a formula, what Excel has calculated and kept. A program that only writes workbooks
    /// leaves that out, or writes a zero and asks for all to be calculated; an empty result is a
    /// text.
    fn cell(&self, record: &XlsxCellFormulaMetadataRecord<'_>, format: Option<&NumberFormat>) -> Cell {
        match &record.value {
            DataRef::Error(_) => Cell::Error,
            _ if self.is_uncalculated && record.formula.is_some() => Cell::NoResult,
            #[expect(clippy::cast_precision_loss, reason = "Excel itself holds no more than 15 digits")]
            DataRef::Int(number) => self.number(*number as f64, format),
            DataRef::Float(number) => self.number(*number, format),
            DataRef::String(text) | DataRef::DurationIso(text) => text_of(text, format),
            DataRef::SharedString(text) => text_of(text, format),
            DataRef::Bool(is_true) => Cell::Bool(*is_true),
            DataRef::DateTime(date) if date.as_f64() >= END_OF_DAYS => Cell::Unclear(date.as_f64()),
            DataRef::DateTime(date) => match format {
                Some(format) => format.moment(&moment_of(*date)),
                None => date_of(*date),
            },
            DataRef::DateTimeIso(text) => day_of(text),
            DataRef::Empty if record.formula.is_some() => Cell::NoResult,
            DataRef::Empty => Cell::Empty,
        }
    }

    fn number(&self, number: f64, format: Option<&NumberFormat>) -> Cell {
        match format.map_or(Cell::Number(number), |format| format.number(number)) {
            // A day that is not formatted as one would be another: it is no more than its digits.
            Cell::Number(number) if self.is_1904 => Cell::Shown(number, german_number(number)),
            cell => cell,
        }
    }
}

/// What the library makes of a file: a panic of it is damage of the file.
fn unwound<T>(read: impl FnOnce() -> Result<T, XlsxError>) -> Result<T, XlsxError> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or(Err(XlsxError::Unexpected("panic")))
}

fn text_of(text: &str, format: Option<&NumberFormat>) -> Cell {
    // How XLSX writes a carriage return.
    let text = text.replace("_x000D_", "");
    match format.filter(|_| !text.is_empty()).and_then(|format| format.text(&text)) {
        Some(shown) => Cell::of_text(shown),
        None => Cell::of_text(text),
    }
}

/// A whole day. Before the first there is none, whatever Excel shows of it.
fn date_of(date: ExcelDateTime) -> Cell {
    let number = date.as_f64();
    if number < 1.0 {
        return Cell::Unclear(number);
    }
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    day_of(&format!("{year:04}-{month:02}-{day:02}"))
}

fn moment_of(date: ExcelDateTime) -> Moment {
    let (year, month, day, hour, minute, second, milli) = date.to_ymd_hms_milli();
    Moment { year, month, day, hour, minute, second, milli, number: date.as_f64() }
}

/// The tags of the cells of a sheet, in the order of the file.
enum Tags<'a> {
    Closed {
        archive: &'a mut BookArchive,
        part: Option<&'a String>,
    },
    Open(Box<OpenTags<'a>>),
    /// The workbook does not say where the sheet is.
    None,
}

struct OpenTags<'a> {
    xml: quick_xml::Reader<BufReader<ZipFile<'a, BufReader<File>>>>,
    buffer: Vec<u8>,
}

impl Tags<'_> {
    /// Opens them, if they are not yet, behind so many cells that have been read.
    fn open(&mut self, count: usize) -> Result<(), Damaged> {
        if !matches!(self, Self::Closed { .. }) {
            return Ok(());
        }
        if let Self::Closed { archive, part: Some(part) } = std::mem::replace(self, Self::None) {
            let part = archive.by_name(part).map_err(|_| Damaged)?;
            *self = Self::Open(Box::new(OpenTags { xml: reader(part), buffer: Vec::new() }));
        }
        for _ in 0..count {
            self.next_style()?;
        }
        Ok(())
    }

    /// The style of the next cell; none where they are not open.
    fn next_style(&mut self) -> Result<Option<usize>, Damaged> {
        self.next(|tag| attribute(tag, b"s")?.parse().ok())
    }

    /// The row and the column of the next cell, counted from 0, where it says them.
    fn next_place(&mut self) -> Result<Option<(u32, u32)>, Damaged> {
        self.next(|tag| place(&attribute(tag, b"r")?))
    }

    fn next<T>(&mut self, said: impl Fn(&BytesStart<'_>) -> Option<T>) -> Result<Option<T>, Damaged> {
        let Self::Open(open) = self else { return Ok(None) };
        let OpenTags { xml, buffer } = &mut **open;
        loop {
            buffer.clear();
            match xml.read_event_into(buffer).map_err(|_| Damaged)? {
                Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == b"c" => return Ok(said(&tag)),
                Event::Eof => return Ok(None),
                _ => {}
            }
        }
    }
}

/// The place of a cell by its name: `B7`.
fn place(name: &str) -> Option<(u32, u32)> {
    let (letters, row) = name.split_at(name.find(|c: char| c.is_ascii_digit())?);
    let column = letters::index(letters).and_then(|column| u32::try_from(column).ok())?;
    Some((row.parse::<u32>().ok()?.checked_sub(1)?, column))
}

/// What the number format of each style of the workbook shows.
fn formats(archive: &mut BookArchive) -> Result<Vec<Option<NumberFormat>>, Damaged> {
    let mut codes: HashMap<usize, String> = HashMap::new();
    let mut formats = Vec::new();
    let mut is_inside = false;
    each_tag(archive, "xl/styles.xml", |name, tag| match (name, tag) {
        (b"cellXfs", tag) => is_inside = tag.is_some(),
        (b"numFmt", Some(tag)) => {
            let id = attribute(tag, b"numFmtId").and_then(|id| id.parse().ok());
            codes.extend(id.zip(attribute(tag, b"formatCode")));
        }
        (b"xf", Some(tag)) if is_inside => {
            let id = attribute(tag, b"numFmtId").and_then(|id| id.parse().ok()).unwrap_or_default();
            formats.push(match codes.get(&id) {
                Some(code) => NumberFormat::of_code(code),
                None => NumberFormat::built_in(id),
            });
        }
        _ => {}
    })?;
    Ok(formats)
}

/// What a workbook says of itself.
struct Parts {
    /// The part of each sheet, in their order.
    sheets: Vec<String>,
    is_uncalculated: bool,
}

fn parts(archive: &mut BookArchive) -> Result<Parts, Damaged> {
    let mut ids = Vec::new();
    let mut is_uncalculated = false;
    each_tag(archive, "xl/workbook.xml", |name, tag| match (name, tag) {
        (b"sheet", Some(tag)) => ids.push(attribute(tag, b"id").unwrap_or_default()),
        (b"calcPr", Some(tag)) => {
            is_uncalculated =
                attribute(tag, b"fullCalcOnLoad").is_some_and(|text| matches!(text.as_str(), "1" | "true"));
        }
        _ => {}
    })?;
    let mut targets: HashMap<String, String> = HashMap::new();
    each_tag(archive, "xl/_rels/workbook.xml.rels", |name, tag| {
        if let (b"Relationship", Some(tag)) = (name, tag) {
            let part = attribute(tag, b"Target").map(|target| match target.strip_prefix('/') {
                Some(part) => part.to_owned(),
                None => format!("xl/{target}"),
            });
            targets.extend(attribute(tag, b"Id").zip(part));
        }
    })?;
    let part = |id: &String| targets.get(id).and_then(|part| named(archive, part)).unwrap_or_default();
    Ok(Parts { sheets: ids.iter().map(part).collect(), is_uncalculated })
}

/// What a part is called in the archive, where capitals do not count.
fn named(archive: &BookArchive, part: &str) -> Option<String> {
    archive.file_names().find(|name| name.eq_ignore_ascii_case(part)).map(str::to_owned)
}

/// Every tag of a part, with its name; of an end there is nothing else. A workbook need not
/// have the part.
fn each_tag(
    archive: &mut BookArchive,
    part: &str,
    mut take: impl FnMut(&[u8], Option<&BytesStart<'_>>),
) -> Result<(), Damaged> {
    let Some(name) = named(archive, part) else { return Ok(()) };
    let mut xml = reader(archive.by_name(&name).map_err(|_| Damaged)?);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(|_| Damaged)? {
            Event::Start(tag) => take(tag.local_name().as_ref(), Some(&tag)),
            Event::Empty(tag) => {
                take(tag.local_name().as_ref(), Some(&tag));
                take(tag.local_name().as_ref(), None);
            }
            Event::End(tag) => take(tag.local_name().as_ref(), None),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}
