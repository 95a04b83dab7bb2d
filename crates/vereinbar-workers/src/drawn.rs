//! Pages that a process draws.

use std::sync::atomic::AtomicBool;

use vereinbar::{EngineError, PageSelection, PngPage, RenderError, Sealed};

use crate::pipe_message::Message;
use crate::protocol::{WorkerJob, WorkerOutcome};
use crate::{Lost, Processes, WrittenOptions};

/// A page drawn as an image, as [`PngPage`] is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawnPage {
    /// The page's number, counted from 1.
    pub number: usize,
    /// How many pages the document has.
    pub of: usize,
    /// The image as a PNG file.
    pub bytes: Vec<u8>,
}

impl From<PngPage> for DrawnPage {
    fn from(page: PngPage) -> Self {
        Self { number: page.number, of: page.of, bytes: page.bytes }
    }
}

/// Why no pages were drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Undrawn {
    /// One that was asked for does not exist.
    NoSuchPage {
        /// How many there are.
        pages: usize,
    },
    /// A German message, as [`RenderError`] has it.
    Refused(String),
}

impl From<RenderError> for Undrawn {
    fn from(error: RenderError) -> Self {
        match error {
            RenderError::Engine(EngineError::NoSuchPage { pages, .. }) => Self::NoSuchPage { pages },
            other => Self::Refused(other.to_string()),
        }
    }
}

impl Processes {
    /// Draws pages of a document, as [`Renderer::preview`](vereinbar::Renderer::preview) does.
    /// `cancel` gives up what is not done within two seconds.
    ///
    /// # Errors
    /// [`Lost`].
    pub fn preview(
        &self,
        sealed: &Sealed,
        options: &WrittenOptions,
        pages: &PageSelection,
        ppi: f32,
        cancel: &AtomicBool,
    ) -> Result<Result<Vec<DrawnPage>, Undrawn>, Lost> {
        let ranges = match pages {
            PageSelection::All => None,
            PageSelection::Ranges(ranges) => Some(ranges.iter().map(|range| (*range.start(), *range.end())).collect()),
        };
        let job = WorkerJob::Preview { ranges, ppi };
        let sealed = sealed.clone().into_bytes();
        let (outcome, parts) =
            self.call(cancel, |process| Message::new(&job, vec![process.options(options), sealed.clone()]))?;
        match outcome {
            WorkerOutcome::Drawn { numbers, of } if numbers.len() == parts.len() => {
                let page = |(number, bytes)| DrawnPage { number, of, bytes };
                Ok(Ok(numbers.into_iter().zip(parts).map(page).collect()))
            }
            WorkerOutcome::NoSuchPage { pages } => Ok(Err(Undrawn::NoSuchPage { pages })),
            WorkerOutcome::Refused(reason) => Ok(Err(Undrawn::Refused(reason))),
            _ => Err(Lost::Died),
        }
    }
}

/// What a process has drawn, or not.
pub(crate) fn answer(drawn: Result<Vec<PngPage>, RenderError>) -> Message {
    match drawn.map_err(Undrawn::from) {
        Ok(pages) => {
            let of = pages.first().map_or(0, |page| page.of);
            let (numbers, parts) = pages.into_iter().map(|page| (page.number, page.bytes)).unzip();
            Message::new(&WorkerOutcome::Drawn { numbers, of }, parts)
        }
        Err(Undrawn::NoSuchPage { pages }) => Message::new(&WorkerOutcome::NoSuchPage { pages }, Vec::new()),
        Err(Undrawn::Refused(reason)) => Message::new(&WorkerOutcome::Refused(reason), Vec::new()),
    }
}
