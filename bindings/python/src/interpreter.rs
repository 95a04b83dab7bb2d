//! The interpreter while it waits for a run over many documents.

use std::error::Error;
use std::sync::atomic::{AtomicBool, Ordering};

use pyo3::exceptions::PyInterruptedError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyIterator, PyType};
use vereinbar_tables::workers::Progress;

/// What a Python iterator gives the library.
type Handed<T> = Result<T, Box<dyn Error + Send + Sync>>;

/// The interpreter that waits for the run: it can stop it, and is told how far it is.
pub(crate) struct Interpreter {
    on_progress: Option<Py<PyAny>>,
    cancel: AtomicBool,
}

impl Interpreter {
    pub(crate) const fn new(on_progress: Option<Py<PyAny>>) -> Self {
        Self { on_progress, cancel: AtomicBool::new(false) }
    }

    /// Stops the run once it is set.
    pub(crate) const fn cancel(&self) -> &AtomicBool {
        &self.cancel
    }

    /// Runs without the interpreter. What is raised meanwhile has stopped the run, and
    /// goes before what came of it.
    pub(crate) fn wait_for<T: Send>(
        &self,
        py: Python<'_>,
        run: impl FnOnce(&mut dyn FnMut(&Progress)) -> T + Send,
    ) -> PyResult<T> {
        let mut raised = None;
        let result = py.detach(|| run(&mut |progress| self.tell(progress, &mut raised)));
        raised.map_or(Ok(result), Err)
    }

    /// Gives signals such as Ctrl-C their turn, and tells how far the run is. What is
    /// raised there stops the run.
    fn tell(&self, progress: &Progress, raised: &mut Option<PyErr>) {
        if raised.is_some() {
            return;
        }
        let told = Python::attach(|py| {
            py.check_signals()?;
            match &self.on_progress {
                Some(on_progress) => on_progress.call1(py, (converted(py, progress)?,)).map(drop),
                None => Ok(()),
            }
        });
        if let Err(error) = told {
            *raised = Some(error);
            self.cancel.store(true, Ordering::Relaxed);
        }
    }

    /// The next item, read on the thread that called, and only when its turn comes.
    pub(crate) fn next<T>(
        &self,
        items: &Py<PyIterator>,
        read: impl FnOnce(&Bound<'_, PyAny>) -> PyResult<T>,
    ) -> Option<Handed<T>> {
        Python::attach(|py| {
            if self.cancel.load(Ordering::Relaxed) {
                // Whoever is stopping does not wait for another one.
                return Some(Err(PyInterruptedError::new_err(()).into()));
            }
            if let Err(error) = py.check_signals() {
                return Some(Err(error.into()));
            }
            let item = items.bind(py).clone().next()?;
            Some(item.and_then(|item| read(&item)).map_err(Into::into))
        })
    }
}

fn converted<'py>(py: Python<'py>, progress: &Progress) -> PyResult<Bound<'py, PyAny>> {
    static PROGRESS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    PROGRESS.import(py, "vereinbar.reports", "BatchProgress")?.call1((
        progress.phase.as_str(),
        progress.done,
        progress.failed,
        progress.unchanged,
        progress.total,
        progress.elapsed.as_secs_f64(),
        progress.per_second(),
        progress.remaining().map(|remaining| remaining.as_secs_f64()),
    ))
}
