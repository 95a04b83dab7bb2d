//! Processes that make and read documents: how they are started, and what they do.

use std::ffi::{CString, OsString};
use std::num::NonZeroU32;
use std::path::PathBuf;
use std::time::Duration;

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyType;
use vereinbar_workers::{WorkerCommand, WorkerOptions};

/// The options that `batch` and `evaluate` share.
#[derive(FromPyObject)]
pub(crate) struct WorkerKeywords {
    time_limit: Option<f64>,
    memory_limit: Option<NonZeroU32>,
}

/// The command line as Python says it: program, arguments, further environment.
type Started = (PathBuf, Vec<OsString>, Vec<(OsString, OsString)>);

impl WorkerKeywords {
    /// Processes of this Python, within these limits.
    pub(crate) fn read(self, py: Python<'_>) -> PyResult<WorkerOptions> {
        let command = py.import("vereinbar._processes")?.call_method0("command")?;
        let worker = if command.is_none() {
            None
        } else {
            let (program, arguments, environment) = started(&command)?;
            let worker = arguments.into_iter().fold(WorkerCommand::new(program), WorkerCommand::argument);
            Some(environment.into_iter().fold(worker, |worker, (name, value)| worker.environment(name, value)))
        };
        Ok(WorkerOptions {
            worker,
            // Checked by the class of the options; what is still none is no limit.
            time_limit: self.time_limit.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok()),
            memory_limit: self.memory_limit,
        })
    }
}

fn started(command: &Bound<'_, PyAny>) -> PyResult<Started> {
    let environment = command.get_item(2)?.call_method0("items")?;
    let environment = environment.try_iter()?.map(|item| item?.extract()).collect::<PyResult<_>>()?;
    Ok((command.get_item(0)?.extract()?, command.get_item(1)?.extract()?, environment))
}

/// Works for another process, until that one has ended or has no more.
#[pyfunction]
pub(crate) fn work(py: Python<'_>) {
    let _ = py.detach(vereinbar_workers::work);
}

/// Says what of the processes is otherwise than asked for.
pub(crate) fn warn(py: Python<'_>, note: String) -> PyResult<()> {
    static WARNING: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    let category = WARNING.import(py, "vereinbar.errors", "ProcessWarning")?;
    PyErr::warn(py, category, &CString::new(note)?, 1)
}
