//! Functions that Python calls: a panic in one arrives as an exception.

use std::any::Any;
use std::panic::{self, AssertUnwindSafe};

use pyo3::prelude::*;

use crate::errors;

/// Runs the body of a function that Python calls. A panic in it becomes
/// `vereinbar.InternalError`; by itself PyO3 would raise a `PanicException`,
/// which no `except Exception` catches.
pub(crate) fn guard<T>(body: impl FnOnce() -> PyResult<T>) -> PyResult<T> {
    // What a body shares with others is behind locks, or does not change.
    panic::catch_unwind(AssertUnwindSafe(body)).unwrap_or_else(|payload| Err(errors::internal(describe(&*payload))))
}

fn describe(payload: &(dyn Any + Send)) -> &str {
    let text = payload.downcast_ref::<&str>().copied();
    text.or_else(|| payload.downcast_ref::<String>().map(String::as_str)).unwrap_or("unknown panic")
}

/// Panics while detached from the interpreter, so that a test can see what becomes of it.
#[cfg(feature = "panic-for-test")]
#[pyfunction]
#[pyo3(name = "_panic_for_test")]
#[expect(clippy::panic, reason = "that is what it is for")]
pub(crate) fn panic_for_test(py: Python<'_>) -> PyResult<()> {
    guard(|| py.detach(|| panic!("a panic for the test")))
}
