use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use crate::template_files::Files;
use crate::worker::Workers;
use crate::world::JobWorld;
use crate::{EngineError, Job, OverlayFiles, PageSelection, Pdf, PngPage, pdf, preview};

/// Produces documents from a set of template files.
///
/// Made once and shared: it is `Send + Sync`, and a clone is a handle to the same. A
/// template file is parsed when a document first asks for it. Each call runs on a thread of
/// its own with a large stack, so it may be called from any thread, a rayon pool included,
/// and from as many at a time as there is memory for. After a fork the child makes new
/// threads.
///
/// What Typst memoizes is shared by all engines of the process and trimmed after every
/// document, so memory stays level however many are produced.
#[derive(Clone)]
pub struct Engine {
    files: Arc<Files>,
    workers: Arc<Workers>,
}

impl Engine {
    /// Takes the template files: path and content. A path is relative, with `/`, for
    /// example `qualitaetsentwicklungsvereinbarung/main.typ`; in a template, a path with a
    /// leading `/` starts at the same root.
    ///
    /// # Errors
    ///
    /// [`EngineError::InvalidPath`], and [`EngineError::NotUtf8`] for a `.typ` file that is
    /// not UTF-8. Errors in the Typst code itself show when a document is produced.
    pub fn new(files: impl IntoIterator<Item = (String, Cow<'static, [u8]>)>) -> Result<Self, EngineError> {
        Ok(Self { files: Arc::new(Files::new(files)?), workers: Arc::default() })
    }

    /// The same templates with the files of a folder laid over them: a file there replaces
    /// the template file of the same relative path, or is added.
    ///
    /// # Errors
    ///
    /// [`EngineError::NotUtf8`] for a `.typ` file that is not UTF-8.
    pub fn with_overlay(&self, overlay: OverlayFiles) -> Result<Self, EngineError> {
        let mut files = Files::clone(&self.files);
        for (path, bytes) in overlay.0 {
            files.insert(&path, bytes)?;
        }
        Ok(Self { files: Arc::new(files), workers: Arc::clone(&self.workers) })
    }

    /// Produces a PDF file. The same job gives the same bytes.
    ///
    /// # Errors
    ///
    /// - [`EngineError::MissingGlyphs`] if the text holds characters that no embedded font
    ///   can print and the standard forbids gaps; [`covers`](crate::covers) tells before.
    /// - [`EngineError::Template`] if Typst refuses the template or the standard is not met.
    /// - [`EngineError::MainNotFound`], [`EngineError::InvalidPath`] and
    ///   [`EngineError::TooManyInputs`] for a job that is wrong in itself.
    /// - [`EngineError::Panicked`] if Typst fails over it; the next call works again.
    pub fn pdf(&self, job: Job) -> Result<Pdf, EngineError> {
        let Job { main, inputs, standard, ident } = job;
        let world = JobWorld::new(Arc::clone(&self.files), &main, inputs)?;
        self.workers.run(move || pdf::export(&world, standard, ident))
    }

    /// Draws pages at `ppi` pixels per inch, between [`MIN_PPI`](crate::MIN_PPI) and
    /// [`MAX_PPI`](crate::MAX_PPI). The job's standard and ident make no difference, and
    /// characters without a glyph show as boxes.
    ///
    /// # Errors
    ///
    /// [`EngineError::Resolution`], [`EngineError::NoSuchPage`],
    /// [`EngineError::PageTooLarge`], and those of [`pdf`](Self::pdf) but for
    /// [`EngineError::MissingGlyphs`].
    pub fn png(&self, job: Job, pages: &PageSelection, ppi: f32) -> Result<Vec<PngPage>, EngineError> {
        preview::check_resolution(ppi)?;
        let world = JobWorld::new(Arc::clone(&self.files), &job.main, job.inputs)?;
        let pages = pages.clone();
        self.workers.run(move || preview::draw(&world, &pages, ppi))
    }
}

impl fmt::Debug for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Engine").finish_non_exhaustive()
    }
}
