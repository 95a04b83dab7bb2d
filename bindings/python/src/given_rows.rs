//! The rows of a table, as Python hands them over.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use pyo3::prelude::*;
use pyo3::types::PyIterator;
use vereinbar::Art;

use crate::interpreter::Interpreter;
use crate::json;

/// What a caller hands over as rows, free of the interpreter.
pub(crate) enum Rows {
    File { path: PathBuf, sheet: Option<String>, header_row: Option<NonZeroUsize> },
    Iterator { rows: Py<PyIterator>, headings: Option<Vec<String>> },
}

impl Rows {
    pub(crate) fn new(
        rows: &Bound<'_, PyAny>,
        headings: Option<Vec<String>>,
        sheet: Option<String>,
        header_row: Option<NonZeroUsize>,
    ) -> PyResult<Self> {
        Ok(match rows.cast::<PyIterator>() {
            Ok(rows) => Self::Iterator { rows: rows.clone().unbind(), headings },
            Err(_) => Self::File { path: rows.extract()?, sheet, header_row },
        })
    }

    pub(crate) fn source(self, interpreter: &Interpreter, art: Option<Art>) -> vereinbar_tables::Source<'_> {
        match self {
            Self::File { path, sheet, header_row } => {
                let mut source = vereinbar_tables::Source::file(path);
                if let Some(sheet) = sheet {
                    source = source.sheet(sheet);
                }
                if let Some(row) = header_row {
                    source = source.header_row(row.get());
                }
                source
            }
            Self::Iterator { rows, headings } => {
                let next = move || interpreter.next(&rows, |row| json::row(row, art));
                let source = vereinbar_tables::Source::rows(std::iter::from_fn(next));
                match headings {
                    Some(headings) => source.headings(headings),
                    None => source,
                }
            }
        }
    }
}
