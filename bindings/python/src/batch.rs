//! The function that makes a document for each row of a table.

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::types::PyIterator;
use vereinbar::{Art, Vereinbarung};
use vereinbar_batch::{BatchOptions, run};

use crate::agreement::loads;
use crate::document::{Letterhead, options};
use crate::given::{Given, make_schemas};
use crate::guard::guard;
use crate::interpreter::Interpreter;
use crate::{errors, json};

/// Makes the documents; gives the report as the command writes it, and where they are.
#[pyfunction]
#[expect(clippy::too_many_arguments, clippy::fn_params_excessive_bools, reason = "TypeErrors name each of them")]
pub(crate) fn batch<'py>(
    rows: &Bound<'py, PyAny>,
    headings: Option<Vec<String>>,
    sheet: Option<String>,
    base: Option<&Bound<'py, PyAny>>,
    art: Option<&str>,
    name: Option<String>,
    per_massstab: bool,
    out: Option<PathBuf>,
    zip: Option<PathBuf>,
    combined: Option<PathBuf>,
    check: bool,
    resume: bool,
    overwrite: bool,
    workers: Option<NonZeroUsize>,
    on_progress: Option<Py<PyAny>>,
    standard: &str,
    ausfuellhilfe: &str,
    letterhead: Option<Letterhead>,
    templates: Option<PathBuf>,
    require_complete: bool,
    stichtag: Option<&str>,
    profile: Option<&Bound<'_, PyAny>>,
) -> PyResult<(Bound<'py, PyAny>, Vec<PathBuf>)> {
    let py = rows.py();
    guard(|| {
        make_schemas(py);
        let base = base.map(|base| Given::new(base)?.read_detached(py)).transpose()?;
        let options = BatchOptions {
            base: base.map(Arc::unwrap_or_clone),
            art: art.map(str::parse).transpose().map_err(errors::option)?,
            render: options(standard, ausfuellhilfe, letterhead, require_complete, stichtag, profile)?,
            templates,
            name,
            per_massstab,
            jobs: workers,
            out,
            zip,
            combined,
            check_only: check,
            resume,
            overwrite,
        };
        let art = options.base.as_ref().map(Vereinbarung::art).or(options.art);
        let rows = Rows::new(rows, headings, sheet)?;
        let interpreter = Interpreter::new(on_progress);
        let result = interpreter.wait_for(py, |on_progress| {
            run(rows.source(&interpreter, art), &options, interpreter.cancel(), on_progress)
        })?;
        let mut report = result.map_err(|error| errors::batch(py, error))?;
        let outputs = std::mem::take(&mut report.outputs);
        // Numbers, texts and lists are always written.
        Ok((loads(py, &serde_json::to_string(&report).unwrap_or_default())?, outputs))
    })
}

/// What a caller hands over as rows, free of the interpreter.
enum Rows {
    File { path: PathBuf, sheet: Option<String> },
    Iterator { rows: Py<PyIterator>, headings: Option<Vec<String>> },
}

impl Rows {
    fn new(rows: &Bound<'_, PyAny>, headings: Option<Vec<String>>, sheet: Option<String>) -> PyResult<Self> {
        Ok(match rows.cast::<PyIterator>() {
            Ok(rows) => Self::Iterator { rows: rows.clone().unbind(), headings },
            Err(_) => Self::File { path: rows.extract()?, sheet },
        })
    }

    fn source(self, interpreter: &Interpreter, art: Option<Art>) -> vereinbar_tables::Source<'_> {
        match self {
            Self::File { path, sheet } => {
                let source = vereinbar_tables::Source::file(path);
                match sheet {
                    Some(sheet) => source.sheet(sheet),
                    None => source,
                }
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
