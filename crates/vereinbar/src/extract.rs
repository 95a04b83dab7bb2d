//! Reading back: the agreement out of a PDF that `render` made.

use vereinbar_pdf::attachment::{self, AttachmentError, Limits};

use crate::finding::Finding;
use crate::limits::MAX_INPUT_BYTES;
use crate::modell::Vereinbarung;
use crate::parse::{ParseError, parse_bytes};
use crate::render::ATTACHMENT;

/// Why a PDF gives no agreement.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ExtractError {
    /// The file is no PDF, is damaged, encrypted or too large, or carries no
    /// `vereinbarung.json`.
    #[error(transparent)]
    Attachment(#[from] AttachmentError),
    /// It carries one that cannot be read as an agreement.
    #[error("Die Daten im PDF lassen sich nicht lesen. {0}")]
    Parse(#[from] ParseError),
}

impl ExtractError {
    /// What was found wrong with the attached data; empty for
    /// [`ExtractError::Attachment`].
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        match self {
            Self::Parse(error) => error.findings(),
            Self::Attachment(_) => &[],
        }
    }
}

/// Reads the agreement that a PDF carries as `vereinbarung.json`.
///
/// The file may come from anywhere: size, number of objects, decompressed size
/// and time are limited, and nothing in it is run. What comes back equals the
/// agreement that was rendered.
///
/// # Errors
/// [`ExtractError`] with a German message that says what to do.
///
/// ```
/// use vereinbar::{RenderOptions, Renderer, extract, parse};
/// let v = parse(r#"{"art": "qualitaetsentwicklungsvereinbarung", "stand": "2026-12-01"}"#)?;
/// let document = Renderer::new()?.render(&v, &RenderOptions::default())?;
/// assert_eq!(extract(&document.pdf)?, v);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn extract(pdf: &[u8]) -> Result<Vereinbarung, ExtractError> {
    let limits = Limits { max_decompressed_bytes: MAX_INPUT_BYTES, ..Limits::default() };
    let json = attachment::read(pdf, ATTACHMENT, &limits)?;
    Ok(parse_bytes(&json)?)
}
