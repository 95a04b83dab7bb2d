//! The function that lays rows over an agreement, and makes nothing of them.

use std::ops::ControlFlow;
use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::types::PyTuple;
use vereinbar::{Art, ValidateOptions, check, parse};
use vereinbar_tables::{Base, Row, RowFinding, RowSink, TableError};

use crate::given::{Given, make_schemas};
use crate::given_rows::Rows;
use crate::guard::guard;
use crate::interpreter::Interpreter;
use crate::options::{RenderKeywords, ValidateKeywords};
use crate::vereinbarung::Vereinbarung;
use crate::{errors, findings, office_tables};

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
        let columns = columns.map(office_tables::columns_of).transpose()?.unwrap_or_default();
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
