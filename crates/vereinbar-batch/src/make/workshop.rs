//! Making one document: render it, or see that it is there already.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use vereinbar::{RenderOptions, Renderer, parse};
use vereinbar_tables::files::Digest;

use crate::check::SpooledRow;
use crate::output::{self, Earlier};

/// What all workers share.
pub(crate) struct Workshop<'a> {
    pub(crate) renderer: &'a Renderer,
    pub(crate) options: &'a RenderOptions,
    pub(crate) context: Digest,
    pub(crate) folder: Option<&'a Path>,
    /// Whether the bytes are asked for, too.
    pub(crate) gives_bytes: bool,
    pub(crate) overwrite: bool,
    pub(crate) resume: bool,
    pub(crate) seats: Seats,
}

/// A document to be made, with its place in the order.
pub(crate) struct Task {
    pub(crate) index: usize,
    pub(crate) item: SpooledRow,
    pub(crate) earlier: Option<Earlier>,
}

/// What became of it.
pub(crate) struct Outcome {
    pub(crate) index: usize,
    pub(crate) item: SpooledRow,
    pub(crate) input: Digest,
    pub(crate) result: Result<Made, Refused>,
    pub(crate) ms: u64,
}

pub(crate) enum Made {
    New { output: Digest, pages: usize, size: usize, bytes: Option<Vec<u8>> },
    Unchanged { earlier: Earlier, bytes: Option<Vec<u8>> },
}

/// Why it was not made.
pub(crate) struct Refused {
    /// A complete German sentence.
    pub(crate) reason: String,
    /// The output takes no more, from nobody.
    pub(crate) fatal: Option<(PathBuf, io::Error)>,
}

impl Refused {
    fn because(reason: impl Into<String>) -> Self {
        Self { reason: reason.into(), fatal: None }
    }

    fn unwritable(path: &Path, error: io::Error) -> Self {
        let reason = match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "Der Datenträger ist voll.",
            io::ErrorKind::PermissionDenied => "Die Datei kann nicht geschrieben werden: Die Berechtigung fehlt.",
            _ => "Die Datei kann nicht geschrieben werden.",
        };
        let is_fatal = matches!(
            error.kind(),
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::ReadOnlyFilesystem
        );
        Self { reason: reason.to_owned(), fatal: is_fatal.then(|| (path.to_owned(), error)) }
    }
}

/// How many may render at the same time. There are more workers than that: some
/// wait for the disk meanwhile.
pub(crate) struct Seats {
    free: Mutex<usize>,
    freed: Condvar,
}

impl Seats {
    pub(crate) const fn new(count: usize) -> Self {
        Self { free: Mutex::new(count), freed: Condvar::new() }
    }

    fn with<T>(&self, work: impl FnOnce() -> T) -> T {
        let mut free = self.lock();
        while *free == 0 {
            free = self.freed.wait(free).unwrap_or_else(PoisonError::into_inner);
        }
        *free -= 1;
        drop(free);
        let done = work();
        *self.lock() += 1;
        self.freed.notify_one();
        done
    }

    fn lock(&self) -> MutexGuard<'_, usize> {
        self.free.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Workshop<'_> {
    /// Makes a document.
    pub(crate) fn work(&self, job: Task) -> Outcome {
        let begun = Instant::now();
        let input = Digest::of(job.item.agreement.as_bytes());
        let result = self.make(&job, input);
        let ms = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
        Outcome { index: job.index, item: job.item, input, result, ms }
    }

    fn make(&self, job: &Task, input: Digest) -> Result<Made, Refused> {
        let file = job.item.file.as_deref().unwrap_or_default();
        let Some(path) = self.folder.map(|folder| folder.join(file)) else {
            let (bytes, pages) = self.render(&job.item)?;
            return Ok(self.made(Digest::of(&bytes), pages, bytes));
        };
        let there = present(&path)?;
        let is_ours = |earlier: &Earlier| there == Some(earlier.output);
        if let Some(earlier) = job.earlier
            && self.resume
            && is_ours(&earlier)
            && earlier.input == input
            && earlier.context == self.context
        {
            let bytes = if self.gives_bytes { Some(read(&path)?) } else { None };
            return Ok(Made::Unchanged { earlier, bytes });
        }
        let (bytes, pages) = self.render(&job.item)?;
        let output = Digest::of(&bytes);
        // A run that was killed has renamed it and not yet said so.
        if there != Some(output) {
            let may_replace = there.is_none() || self.overwrite || job.earlier.as_ref().is_some_and(is_ours);
            if !may_replace {
                return Err(Refused::because(
                    "Unter diesem Namen liegt schon eine Datei, die kein Lauf so geschrieben hat; vielleicht ist sie \
                     unterschrieben. Verschieben Sie sie, oder erlauben Sie das Überschreiben.",
                ));
            }
            output::write(&path, &bytes).map_err(|error| Refused::unwritable(&path, error))?;
        }
        Ok(self.made(output, pages, bytes))
    }

    fn made(&self, output: Digest, pages: usize, bytes: Vec<u8>) -> Made {
        Made::New { output, pages, size: bytes.len(), bytes: self.gives_bytes.then_some(bytes) }
    }

    fn render(&self, item: &SpooledRow) -> Result<(Vec<u8>, usize), Refused> {
        self.seats.with(|| {
            let agreement =
                parse(&item.agreement).map_err(|_| Refused::because("Die Zeile ließ sich nicht wieder lesen."))?;
            match self.renderer.render(&agreement, self.options) {
                Ok(rendered) => Ok((rendered.pdf, rendered.pages)),
                Err(error) => Err(Refused::because(error.to_string())),
            }
        })
    }
}

/// The digest of what lies under the name, if something does.
fn present(path: &Path) -> Result<Option<Digest>, Refused> {
    match fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Refused::unwritable(path, error)),
        // Not opened: reading from a pipe would wait for its writer.
        Ok(metadata) if !metadata.is_file() => {
            Err(Refused::because("Unter diesem Namen liegt etwas, das keine Datei ist, zum Beispiel ein Ordner."))
        }
        Ok(_) => Digest::of_file(path).map(Some).map_err(|error| Refused::unwritable(path, error)),
    }
}

fn read(path: &Path) -> Result<Vec<u8>, Refused> {
    fs::read(path).map_err(|_| Refused::because("Die vorhandene Datei kann nicht gelesen werden."))
}
