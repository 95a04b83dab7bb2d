//! Workbooks of Excel: the rows of a sheet, cell by cell, so that a long one is not in memory
//! as a whole.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use calamine::{
    DataRef, Dimensions, ExcelDateTime, Reader as _, SheetVisible, Xlsx, XlsxCellFormulaMetadataRecord, XlsxCellReader,
    XlsxError,
};
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;
use zip::read::ZipFile;

use super::number_format::NumberFormat;
use super::sheet_row::{Damaged, SheetName, SheetRow};
use super::xml::{BookArchive, attribute, reader};
use crate::input::cell::{Cell, day_of, german_number, time_of_day};

/// An open workbook.
pub(in crate::input) struct Excel {
    book: Xlsx<BufReader<File>>,
    /// The same file once more, for what the library does not tell.
    archive: BookArchive,
    /// What the number format of each style shows.
    formats: Vec<Option<NumberFormat>>,
    /// The part of each sheet, in their order.
    parts: Vec<String>,
}

impl Excel {
    pub(super) fn open(path: &Path) -> Result<Self, Damaged> {
        let book = calamine::open_workbook(path).map_err(|_: XlsxError| Damaged)?;
        let file = File::open(path).map_err(|_| Damaged)?;
        let mut archive = ZipArchive::new(BufReader::new(file)).map_err(|_| Damaged)?;
        let formats = formats(&mut archive)?;
        let has_formats = formats.iter().any(Option::is_some);
        let parts = if has_formats { parts(&mut archive)? } else { Vec::new() };
        Ok(Self { book, archive, formats, parts })
    }

    pub(super) fn sheets(&self) -> Vec<SheetName> {
        let sheets = self.book.sheets_metadata().iter();
        sheets
            .map(|sheet| SheetName { name: sheet.name.clone(), is_hidden: sheet.visible != SheetVisible::Visible })
            .collect()
    }

    /// The cells of a sheet that are merged.
    pub(super) fn merged(&mut self, sheet: &str) -> Result<Vec<Dimensions>, Damaged> {
        self.book.merge_cells_by_sheet_name(sheet).map_err(|_| Damaged)
    }

    /// The rows of a sheet; `None` for a chart, which has none.
    pub(super) fn rows(&mut self, sheet: &str) -> Result<Option<ExcelRows<'_>>, Damaged> {
        let index = self.book.sheets_metadata().iter().position(|known| known.name == sheet);
        let is_1904 = self.book.has_1904_epoch();
        let part = index.and_then(|index| self.parts.get(index));
        let cells = match self.book.worksheet_cells_reader(sheet) {
            Ok(cells) => cells,
            Err(XlsxError::NotAWorksheet(_)) => return Ok(None),
            Err(_) => return Err(Damaged),
        };
        let styles = match part.map(|part| self.archive.by_name(part)) {
            Some(part) => Some(Styles { xml: reader(part.map_err(|_| Damaged)?), buffer: Vec::new() }),
            None => None,
        };
        Ok(Some(ExcelRows { cells, styles, formats: &self.formats, is_1904, next: None, is_over: false }))
    }
}

/// The rows of a sheet that say something.
pub(in crate::input) struct ExcelRows<'a> {
    cells: XlsxCellReader<'a, BufReader<File>>,
    /// The same cells, where any number of the workbook is shown otherwise.
    styles: Option<Styles<BufReader<ZipFile<'a, BufReader<File>>>>>,
    formats: &'a [Option<NumberFormat>],
    is_1904: bool,
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
        let mut row = SheetRow { number, cells: vec![(column, cell)], ..SheetRow::default() };
        while let Some((number, column, cell)) = self.next_cell()? {
            if number != row.number {
                self.next = Some((number, column, cell));
                break;
            }
            row.cells.push((column, cell));
        }
        Ok(Some(row))
    }

    fn next_cell(&mut self) -> Result<Option<(u32, u32, Cell)>, Damaged> {
        while !self.is_over {
            let Some(record) = self.cells.next_cell_with_formula_metadata().map_err(|_| Damaged)? else {
                self.is_over = true;
                break;
            };
            let style = match &mut self.styles {
                Some(styles) => styles.next()?,
                None => None,
            };
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
    /// leaves that out; an empty result is a text.
    fn cell(&self, record: &XlsxCellFormulaMetadataRecord<'_>, format: Option<&NumberFormat>) -> Cell {
        match &record.value {
            #[expect(clippy::cast_precision_loss, reason = "Excel itself holds no more than 15 digits")]
            DataRef::Int(number) => self.number(*number as f64, format),
            DataRef::Float(number) => self.number(*number, format),
            DataRef::String(text) | DataRef::DurationIso(text) => text_of(text),
            DataRef::SharedString(text) => text_of(text),
            DataRef::Bool(is_true) => Cell::Bool(*is_true),
            DataRef::DateTime(date) => match format {
                Some(format) => format.of_day(date_of(*date)),
                None => date_of(*date),
            },
            DataRef::DateTimeIso(text) => day_of(text),
            DataRef::Error(_) => Cell::Error,
            DataRef::Empty if record.formula.is_some() => Cell::NoResult,
            DataRef::Empty => Cell::Empty,
        }
    }

    fn number(&self, number: f64, format: Option<&NumberFormat>) -> Cell {
        match format {
            Some(format) => format.cell(number),
            // A day that is not formatted as one would be another: it is no more than its digits.
            None if self.is_1904 => Cell::Shown(number, german_number(number)),
            None => Cell::Number(number),
        }
    }
}

fn text_of(text: &str) -> Cell {
    // How XLSX writes a carriage return.
    Cell::of_text(text.replace("_x000D_", ""))
}

fn date_of(date: ExcelDateTime) -> Cell {
    let number = date.as_f64();
    // Hours, or a time without a day.
    if date.is_duration() || (0.0..1.0).contains(&number) {
        return Cell::Text(time_of_day(number * 86_400.0));
    }
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    day_of(&format!("{year:04}-{month:02}-{day:02}"))
}

/// The style of each cell of a sheet, in the order of the file.
struct Styles<R> {
    xml: quick_xml::Reader<R>,
    buffer: Vec<u8>,
}

impl<R: BufRead> Styles<R> {
    /// That of the next cell; `None` where it is no number.
    fn next(&mut self) -> Result<Option<usize>, Damaged> {
        loop {
            self.buffer.clear();
            match self.xml.read_event_into(&mut self.buffer).map_err(|_| Damaged)? {
                Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == b"c" => {
                    let is_number = attribute(&tag, b"t").is_none_or(|kind| kind == "n");
                    return Ok(attribute(&tag, b"s").filter(|_| is_number).and_then(|style| style.parse().ok()));
                }
                Event::Eof => return Ok(None),
                _ => {}
            }
        }
    }
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

/// The part of each sheet, in their order.
fn parts(archive: &mut BookArchive) -> Result<Vec<String>, Damaged> {
    let mut ids = Vec::new();
    each_tag(archive, "xl/workbook.xml", |name, tag| {
        if let (b"sheet", Some(tag)) = (name, tag) {
            ids.push(attribute(tag, b"id").unwrap_or_default());
        }
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
    Ok(ids.iter().map(|id| targets.get(id).and_then(|part| named(archive, part)).unwrap_or_default()).collect())
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
