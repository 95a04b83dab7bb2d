//! The function that makes a document for each row of a table.

use std::path::PathBuf;
use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::types::PyTuple;
use vereinbar::{Art, Vereinbarung};
use vereinbar_batch::{BatchOptions, run};

use crate::given::{Given, make_schemas};
use crate::given_rows::Rows;
use crate::guard::guard;
use crate::interpreter::Interpreter;
use crate::options::{BatchKeywords, RenderKeywords, WorkerKeywords};
use crate::vereinbarung::loads;
use crate::{errors, findings, office_tables};

/// The report as the command writes it, all findings, those of each failure, where the
/// documents are, and where files that belong to no row were moved.
type Made<'py> = (Bound<'py, PyAny>, Bound<'py, PyTuple>, Vec<Bound<'py, PyTuple>>, Vec<PathBuf>, Vec<PathBuf>);

/// Makes the documents.
#[pyfunction]
pub(crate) fn batch<'py>(
    rows: &Bound<'py, PyAny>,
    headings: Option<Vec<String>>,
    base: Option<&Bound<'py, PyAny>>,
    options: &Bound<'py, PyAny>,
) -> PyResult<Made<'py>> {
    let py = rows.py();
    guard(|| {
        make_schemas(py);
        let batch: BatchKeywords<'_> = options.extract()?;
        let (render, templates) = options.extract::<RenderKeywords<'_>>()?.read()?;
        let base = base.map(|base| Given::new(base)?.read_detached(py)).transpose()?;
        let workers = options.extract::<WorkerKeywords>()?.read(py)?;
        let options = BatchOptions {
            base: base.map(Arc::unwrap_or_clone),
            art: batch.art.as_deref().map(Art::named).transpose().map_err(errors::option)?,
            render,
            templates,
            name: batch.name,
            per_massstab: batch.per_massstab,
            jobs: batch.jobs,
            workers,
            out: batch.out,
            zip: batch.zip,
            combined: batch.combined,
            duplex: batch.duplex,
            check: batch.check,
            marked: batch.marked,
            resume: batch.resume,
            overwrite: batch.overwrite,
            only: batch.only.as_deref().map(str::parse).transpose().map_err(errors::option)?,
            move_orphans: batch.move_orphans,
        };
        let art = options.base.as_ref().map(Vereinbarung::art).or(options.art);
        let columns = batch.columns.as_ref().map(office_tables::columns_of).transpose()?.unwrap_or_default();
        let rows = Rows::new(rows, headings, batch.sheet, batch.header_row)?;
        let interpreter = Interpreter::new(batch.on_progress);
        let result = interpreter.wait_for(py, |on_progress| {
            run(rows.source(&interpreter, art).columns(columns), &options, interpreter.cancel(), on_progress)
        })?;
        let mut report = result.map_err(|error| errors::batch(py, error))?;
        let outputs = std::mem::take(&mut report.outputs);
        let found = findings::of_table(py, &std::mem::take(&mut report.findings))?;
        let moved = std::mem::take(&mut report.moved);
        let findings = report.failures.iter_mut().map(|failure| std::mem::take(&mut failure.findings));
        let findings = findings.map(|findings| findings::of_rows(py, &findings)).collect::<PyResult<Vec<_>>>()?;
        Ok((loads(py, &vereinbar::to_json::text(&report))?, found, findings, outputs, moved))
    })
}
