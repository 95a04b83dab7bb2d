//! The collective file for the printer.

use std::io;
use std::path::Path;

use vereinbar::Renderer;

use crate::spool::Spooled;
use crate::{BatchError, BatchOptions, Progress, Report};

/// Needs `Renderer::render_collection`, which comes with the patch "collection".
pub(crate) fn combine(
    _renderer: &Renderer,
    _options: &BatchOptions,
    path: &Path,
    _spooled: &mut Spooled,
    _report: &mut Report,
    _on_progress: &mut dyn FnMut(&Progress),
) -> Result<(), BatchError> {
    Err(BatchError::Unwritable { path: path.to_owned(), error: io::ErrorKind::Unsupported.into() })
}
