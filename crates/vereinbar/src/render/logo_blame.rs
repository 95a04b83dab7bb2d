//! Whose fault it is when a document with a logo cannot be made.

use vereinbar_pdf::{Engine, EngineError, Job, Standard};

use super::error::RenderError;
use super::letterhead::Letterhead;
use super::letterhead_error::LetterheadError;

/// A page of pictures and nothing else.
const MAIN: &str = "logo-probe.typ";

/// The error of a document. Where a template seems to fail and a picture of the letterhead
/// cannot be drawn on a page of its own, the picture is at fault, not the template.
pub(super) fn blamed(engine: &Engine, letterhead: Option<&Letterhead>, error: RenderError) -> RenderError {
    let is_template = matches!(&error, RenderError::Engine(EngineError::Template { .. }));
    let mut pictures = letterhead.into_iter().filter(|_| is_template).flat_map(Letterhead::pictures);
    let cannot_be_drawn = |(name, bytes): (String, &[u8])| {
        let main = format!("#image({name:?}, alt: \"Logo\")");
        let job = Job::new(MAIN).input(MAIN, main).input(name, bytes).standard(Standard::Plain);
        engine.pdf(job).is_err()
    };
    if pictures.any(cannot_be_drawn) { LetterheadError::Undrawable.into() } else { error }
}
