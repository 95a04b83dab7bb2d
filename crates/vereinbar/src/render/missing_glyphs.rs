//! What is printed where no font has a character.

use vereinbar_pdf::EngineError;

use super::error::RenderError;

/// Runs a job, given the characters to print as U+FFFD besides those that no font
/// has: where a combination of characters has no glyph although each of them has,
/// the engine names it.
pub(super) fn with_printable<T>(run: impl Fn(&[char]) -> Result<T, EngineError>) -> Result<T, RenderError> {
    match run(&[]) {
        Err(EngineError::MissingGlyphs { characters }) => Ok(run(&characters)?),
        result => Ok(result?),
    }
}
