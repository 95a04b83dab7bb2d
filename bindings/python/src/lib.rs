//! The native half of the Python package `vereinbar`: it converts what Python
//! hands over, calls the library, and converts back.
//!
//! Rules, defaults and messages are the library's. The public functions with
//! their documentation and types are in `python/vereinbar`.

mod batch;
mod checked;
mod document;
mod documents;
mod errors;
mod evaluate;
mod evaluation;
mod findings;
mod functions;
mod given;
mod given_rows;
mod guard;
mod interpreter;
mod json;
mod office_tables;
mod options;
mod panics;
mod slot;
mod vereinbarung;

/// Typst makes many small allocations: a dense allocator is a third faster.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The native half of `vereinbar`. Its interface is private to the package.
#[pyo3::pymodule(gil_used = false)]
mod _vereinbar {
    use pyo3::prelude::*;

    #[pymodule_export]
    use crate::batch::batch;
    #[pymodule_export]
    use crate::document::{Isolated, check_letterhead, content_key, context, keys_in, preview, render};
    #[pymodule_export]
    use crate::evaluate::evaluate;
    #[pymodule_export]
    use crate::evaluation::{Auswertung, Evaluator};
    #[pymodule_export]
    use crate::functions::{
        blank, calculate, export_templates, extract, extract_answers, parse, refresh, row_reason, schema,
        system_reason, validate, work,
    };
    #[pymodule_export]
    use crate::office_tables::{columns, extract_all, lay, set, table};
    #[pymodule_export]
    use crate::vereinbarung::Vereinbarung;

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        crate::panics::keep_quiet();
        // Set, not added: what is added is named in `__all__` and in the stub.
        #[cfg(feature = "panic-for-test")]
        module.setattr("_panic_for_test", wrap_pyfunction!(crate::guard::panic_for_test, module)?)?;
        crate::functions::add_constants(module)
    }
}
