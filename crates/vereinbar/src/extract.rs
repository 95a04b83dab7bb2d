//! Reading back: the agreement out of a PDF that `render` made.

use std::time::Duration;

use vereinbar_pdf::attachment::{self, AttachmentError, ReadLimits};

use crate::finding::Finding;
use crate::limits::{MAX_COLLECTION_BYTES, MAX_INPUT_BYTES};
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
/// and time are limited, and nothing in it is run. The data in it are limited as
/// [`parse()`](crate::parse()) limits any: size, depth, number of values. What comes back equals the
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
    let limits = ReadLimits { max_decompressed_bytes: MAX_INPUT_BYTES, ..ReadLimits::DEFAULT };
    let json = attachment::read(pdf, ATTACHMENT, &limits)?;
    Ok(parse_bytes(&json)?)
}

/// The most that a collective file may have; one of a thousand agreements has less.
const COLLECTION: ReadLimits = ReadLimits {
    max_file_bytes: MAX_COLLECTION_BYTES,
    max_objects: 2_000_000,
    max_decompressed_bytes: 256 << 20,
    max_time: Duration::from_mins(2),
};

/// An agreement that a PDF carries.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Extracted {
    /// The name of the attached file: `vereinbarung.json`, or in a collective file
    /// `vereinbarung-0001.json` and so on.
    pub name: String,
    /// The agreement, or why its data cannot be read.
    pub vereinbarung: Result<Vereinbarung, ParseError>,
}

/// What the report of an evaluation carries.
const EVALUATION: &str = "auswertung.json";

/// Reads every agreement that a PDF carries: one, or as many as a collective file has,
/// in their order. The report of an evaluation has none, which is no error.
///
/// # Errors
/// [`ExtractError::Attachment`] as of [`extract()`]. Data that cannot be read are in
/// the list.
pub fn extract_all(pdf: &[u8]) -> Result<Vec<Extracted>, ExtractError> {
    let limits = ReadLimits { max_decompressed_bytes: MAX_INPUT_BYTES, ..ReadLimits::DEFAULT };
    let json = match attachment::read(pdf, ATTACHMENT, &limits) {
        Ok(json) => vec![(ATTACHMENT.to_owned(), json)],
        // Only then, as the limits are wider.
        Err(error @ (AttachmentError::NotFound { others: 1.. } | AttachmentError::LimitExceeded { .. })) => {
            let is_wanted = |name: &str| name == EVALUATION || is_of_a_collection(name);
            let files = attachment::read_all(pdf, is_wanted, &COLLECTION)?;
            if files.is_empty() {
                return Err(error.into());
            }
            files.into_iter().filter(|file| file.name != EVALUATION).map(|file| (file.name, file.content)).collect()
        }
        Err(error) => return Err(error.into()),
    };
    let extracted = |(name, json): (String, Vec<u8>)| Extracted { name, vereinbarung: parse_bytes(&json) };
    Ok(json.into_iter().map(extracted).collect())
}

/// `vereinbarung-0001.json`, as the template of a collective file calls them.
fn is_of_a_collection(name: &str) -> bool {
    let number = name.strip_prefix("vereinbarung-").and_then(|rest| rest.strip_suffix(".json"));
    number.is_some_and(|number| number.len() >= 4 && number.bytes().all(|byte| byte.is_ascii_digit()))
}
