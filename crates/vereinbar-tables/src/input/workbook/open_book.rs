//! An open workbook, whoever has written it.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use calamine::Dimensions;

use super::excel::{Excel, ExcelRows};
use super::measured::{Unfit, measured};
use super::ods::{Ods, OdsRows};
use super::sheet_row::{Damaged, SheetName, SheetRow};
use crate::TableError;

/// An open workbook.
pub(in crate::input) enum Workbook {
    Excel(Box<Excel>),
    Ods(Ods),
}

impl Workbook {
    /// Tells whose it is by what the file holds, which unpacks to no more than can be read; `None`
    /// where that was interrupted.
    pub(in crate::input) fn open(path: &Path, is_interrupted: &dyn Fn() -> bool) -> Result<Option<Self>, TableError> {
        let file = File::open(path).map_err(|error| TableError::unreadable(path, error))?;
        let mut archive = zip::ZipArchive::new(BufReader::new(file)).map_err(|_| damaged(path))?;
        let contents = match measured(&mut archive, is_interrupted) {
            Ok(contents) => contents,
            Err(Unfit::Interrupted) => return Ok(None),
            Err(Unfit::Damaged) => return Err(damaged(path)),
            Err(Unfit::TooLarge) => return Err(too_large(path)),
            Err(Unfit::LongCell) => {
                return Err(TableError::no_table(path, "Eine Zelle hat mehr als 1 MiB Text. Kürzen Sie sie."));
            }
        };
        let is_excel = archive.file_names().any(|name| name == "xl/workbook.xml");
        let is_ods = archive.file_names().any(|name| name == "content.xml");
        let opened = if is_excel {
            Excel::open(path, contents).map(|book| Self::Excel(Box::new(book)))
        } else if is_ods {
            Ods::open(path).map(Self::Ods)
        } else {
            const NO_BOOK: &str = "Das ist ein ZIP-Archiv, aber keine Arbeitsmappe. Gelesen werden XLSX und ODS.";
            return Err(TableError::no_table(path, NO_BOOK));
        };
        opened.map(Some).map_err(|Damaged| damaged(path))
    }

    pub(super) const fn format(&self) -> &'static str {
        match self {
            Self::Excel(_) => "XLSX",
            Self::Ods(_) => "ODS",
        }
    }

    pub(in crate::input) fn sheets(&self) -> Vec<SheetName> {
        match self {
            Self::Excel(book) => book.sheets(),
            Self::Ods(book) => book.sheets().to_vec(),
        }
    }

    /// What the cells of a sheet that are merged cover, where not its rows say so.
    pub(in crate::input) fn merged(&mut self, sheet: &str) -> Result<Vec<Dimensions>, Damaged> {
        match self {
            Self::Excel(book) => book.merged(sheet),
            Self::Ods(_) => Ok(Vec::new()),
        }
    }

    pub(in crate::input) fn rows(&mut self, sheet: &str) -> Result<SheetRows<'_>, Damaged> {
        Ok(match self {
            Self::Excel(book) => book.rows(sheet)?.map_or(SheetRows::None, |rows| SheetRows::Excel(Box::new(rows))),
            Self::Ods(book) => SheetRows::Ods(Box::new(book.rows(sheet)?)),
        })
    }
}

/// The rows of a sheet that say something.
pub(in crate::input) enum SheetRows<'a> {
    Excel(Box<ExcelRows<'a>>),
    Ods(Box<OdsRows<'a>>),
    /// A chart has none.
    None,
}

impl SheetRows<'_> {
    pub(in crate::input) fn next(&mut self) -> Result<Option<SheetRow>, Damaged> {
        match self {
            Self::Excel(rows) => rows.next(),
            Self::Ods(rows) => rows.next(),
            Self::None => Ok(None),
        }
    }
}

pub(in crate::input) fn too_large(path: &Path) -> TableError {
    TableError::no_table(path, "Die Arbeitsmappe ist zu groß. Teilen Sie sie auf.")
}

pub(in crate::input) fn damaged(path: &Path) -> TableError {
    TableError::no_table(path, "Die Arbeitsmappe ist beschädigt oder mit einem Kennwort geschützt.")
}
