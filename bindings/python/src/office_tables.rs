//! The functions around tables: the table to be filled in, what headings may mean, single
//! values set by their headings, and rows laid over an agreement.

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyTuple};
use serde_json::Value;
use vereinbar::{Art, ValidateOptions, check, parse};
use vereinbar_tables::{
    Base, Columns, Proposal, Row, RowFinding, RowSink, Source, TableError, TableFormat, TableOptions,
};

use crate::given::{Given, make_schemas};
use crate::given_rows::Rows;
use crate::guard::guard;
use crate::interpreter::Interpreter;
use crate::options::{RenderKeywords, ValidateKeywords};
use crate::vereinbarung::Vereinbarung;
use crate::{errors, findings, json};

/// What the office's own headings fill: a mapping, JSON text, or the path of a file.
pub(crate) fn columns_of(value: &Bound<'_, PyAny>) -> PyResult<Columns> {
    if value.hasattr("__fspath__")? {
        return Columns::read(&value.extract::<PathBuf>()?).map_err(|error| errors::table(value.py(), error));
    }
    let text = match value.extract::<String>() {
        Ok(text) => text,
        Err(_) => String::from_utf8_lossy(&json::write(value)?).into_owned(),
    };
    Columns::parse(&text).map_err(errors::option)
}

/// Bytes of a table, and what is to be told about it.
type MadeTable<'py> = (Bound<'py, PyBytes>, Vec<String>);

/// A table to fill in, or one of agreements that are there, as a workbook or as CSV.
#[pyfunction]
pub(crate) fn table<'py>(
    py: Python<'py>,
    art: Option<&str>,
    paths: Option<Vec<PathBuf>>,
    entries: usize,
    columns: Option<&Bound<'py, PyAny>>,
    is_csv: bool,
) -> PyResult<MadeTable<'py>> {
    guard(|| {
        make_schemas(py);
        let art = art.map(Art::named).transpose().map_err(errors::option)?;
        let columns = columns.map(columns_of).transpose()?.unwrap_or_default();
        let options = TableOptions { entries, columns };
        let format = if is_csv { TableFormat::Csv } else { TableFormat::Xlsx };
        let made = py.detach(|| match paths {
            None => {
                let art = art.ok_or(TableError::NoArtOfList)?;
                vereinbar_tables::table(art, &options, format).map(|bytes| (bytes, Vec::new()))
            }
            Some(paths) => {
                let made = vereinbar_batch::table_from(&paths, art, &options, format)?;
                let left_out = made.left_out.iter().map(|(file, why)| format!("{}: {why}", file.display()));
                Ok((made.bytes, left_out.chain(made.notes).collect()))
            }
        });
        let (bytes, notes) = made.map_err(|error| errors::table(py, error))?;
        Ok((PyBytes::new(py, &bytes), notes))
    })
}

/// What the headings of a table may mean: a mapping for a person to confirm.
#[pyfunction]
pub(crate) fn columns<'py>(
    py: Python<'py>,
    table: PathBuf,
    art: Option<&str>,
    sheet: Option<String>,
    header_row: Option<usize>,
) -> PyResult<Bound<'py, PyDict>> {
    guard(|| {
        let art = art.map(Art::named).transpose().map_err(errors::option)?;
        let proposals = py.detach(|| {
            let mut source = Source::file(table);
            if let Some(sheet) = sheet {
                source = source.sheet(sheet);
            }
            if let Some(row) = header_row {
                source = source.header_row(row);
            }
            vereinbar_tables::propose(source, art)
        });
        let proposals = proposals.map_err(|error| errors::table(py, error))?;
        let text = Proposal::columns(&proposals.proposals).to_json();
        Ok(crate::vereinbarung::loads(py, &text)?.cast_into()?)
    })
}

/// An agreement with single values set.
#[pyfunction]
pub(crate) fn set(vereinbarung: &Bound<'_, PyAny>, values: &Bound<'_, PyAny>) -> PyResult<Vereinbarung> {
    let py = values.py();
    guard(|| {
        let before = Given::new(vereinbarung)?.read_detached(py)?;
        let Value::Object(values) = json::row(values, Some(before.art()))? else {
            return Err(errors::option("Was zu setzen ist, ist ein dict aus Feld und Wert."));
        };
        let changed = py.detach(|| vereinbar_tables::set(&before, values));
        let changed = changed.map_err(|error| errors::headings(py, error.to_string(), error.findings()))?;
        Ok(Vereinbarung::new(Arc::new(changed)))
    })
}

/// Every agreement that a PDF carries.
#[pyfunction]
pub(crate) fn extract_all(pdf: &Bound<'_, PyBytes>) -> PyResult<Vec<Vereinbarung>> {
    let py = pdf.py();
    guard(|| {
        make_schemas(py);
        let pdf = pdf.as_bytes();
        let found = py.detach(|| vereinbar::extract_all(pdf)).map_err(|error| errors::extract(py, &error))?;
        let read = found.into_iter().map(|found| {
            let read = found.vereinbarung.map_err(|error| errors::extract(py, &error.into()))?;
            Ok(Vereinbarung::new(std::sync::Arc::new(read)))
        });
        read.collect()
    })
}

/// A row: its number from 1, its agreement where it can be read, and the findings.
type LaidRow<'py> = (usize, Option<Vereinbarung>, Bound<'py, PyTuple>);

/// Lays rows over the base and checks them. Of rows with headings, those without content
/// are left out.
#[pyfunction]
pub(crate) fn lay<'py>(
    rows: &Bound<'py, PyAny>,
    headings: Option<Vec<String>>,
    base: Option<&Bound<'py, PyAny>>,
    art: Option<&str>,
    columns: Option<&Bound<'py, PyAny>>,
    options: &Bound<'py, PyAny>,
) -> PyResult<Vec<LaidRow<'py>>> {
    let py = rows.py();
    guard(|| {
        make_schemas(py);
        let art = art.map(Art::named).transpose().map_err(errors::option)?;
        let base = base.map(|base| Given::new(base)?.read_detached(py)).transpose()?;
        let base = Base::new(base.as_deref(), art);
        let columns = columns.map(columns_of).transpose()?.unwrap_or_default();
        let mut sink = Sink { options: Arc::new(checked_for(options)?), laid: Vec::new() };
        let rows = Rows::new(rows, headings, None, None)?;
        let interpreter = Interpreter::new(None);
        let read = interpreter.wait_for(py, |_| {
            let source = rows.source(&interpreter, base.art()).columns(columns);
            source.read(base, &mut sink)
        })?;
        read.map_err(|error| errors::table(py, error))?;
        let converted = sink
            .laid
            .into_iter()
            .map(|(number, read, found)| Ok((number, read.map(Vereinbarung::new), findings::of_rows(py, &found)?)));
        converted.collect()
    })
}

/// The options of a check: as such, or those of a document, which say what it is checked for.
fn checked_for(options: &Bound<'_, PyAny>) -> PyResult<ValidateOptions> {
    if options.hasattr("stage")? {
        return options.extract::<ValidateKeywords<'_>>()?.read();
    }
    Ok(options.extract::<RenderKeywords<'_>>()?.read()?.0.validate_options())
}

type Laid = (usize, Option<Arc<vereinbar::Vereinbarung>>, Vec<RowFinding>);

struct Sink {
    options: Arc<ValidateOptions>,
    laid: Vec<Laid>,
}

impl RowSink for Sink {
    type Error = TableError;

    fn note(&mut self, _note: String) {}

    fn row(&mut self, row: Row) -> Result<ControlFlow<()>, TableError> {
        let (read, findings) = match row.content {
            Err(finding) => (None, vec![finding]),
            Ok(laid) => match parse(&laid.value.to_string()) {
                Err(error) => (None, laid.all(error.findings())),
                Ok(read) => {
                    let read = Arc::new(read);
                    let findings = laid.all(check(Arc::clone(&read), Arc::clone(&self.options)).findings());
                    (Some(read), findings)
                }
            },
        };
        self.laid.push((row.number, read, findings));
        Ok(ControlFlow::Continue(()))
    }
}
