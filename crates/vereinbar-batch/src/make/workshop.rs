//! Making one document: render it, or see that it is there already.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Instant;

use serde_json::Value;
use vereinbar::digest::Digest;
use vereinbar::{Finding, Sealed, system};
use vereinbar_tables::workers::Worker;
use vereinbar_tables::{RowFinding, row_codes};
use vereinbar_workers::{Lost, PrintedPdf};

use super::press::{Press, Unprinted};
use crate::RowDocument;
use crate::output::{self, Earlier, Made};

/// What all workers share.
pub(crate) struct Workshop<'a> {
    pub(crate) press: Press<'a>,
    pub(crate) context: Digest,
    pub(crate) folder: Option<&'a Path>,
    /// Whether the bytes are asked for, too.
    pub(crate) gives_bytes: bool,
    pub(crate) overwrite: bool,
    pub(crate) resume: bool,
}

/// A document to be made.
pub(crate) struct Task {
    pub(crate) document: RowDocument,
    pub(crate) findings: Value,
    pub(crate) sealed: Sealed,
    pub(crate) earlier: Option<Earlier>,
}

/// What became of it.
pub(crate) struct Finished {
    pub(crate) document: RowDocument,
    pub(crate) findings: Value,
    pub(crate) result: Result<Product, Refused>,
}

/// A document that is there, with its bytes where they are asked for.
pub(crate) enum Product {
    /// With what shows only once it is laid out.
    New(Made, Option<Vec<u8>>, Vec<RowFinding>),
    Unchanged(Earlier, Option<Vec<u8>>),
}

/// Why it was not made.
pub(crate) enum Refused {
    /// It failed when it was checked, and that is said: with this sentence.
    Before {
        reason: String,
        /// What an earlier run has made, and what is still there.
        earlier: Option<Box<Earlier>>,
    },
    /// It is not to be made in this run.
    NotNow(Option<Box<Earlier>>),
    /// It was given up when the run was interrupted, and is left for the next one.
    Interrupted,
    /// It failed now.
    Now {
        finding: Box<Finding>,
        /// The output takes no more, from nobody.
        fatal: Option<(PathBuf, io::Error)>,
        /// What an earlier run has made, and what is still there.
        earlier: Option<Box<Earlier>>,
    },
}

impl Refused {
    fn because(code: &'static str, message: impl Into<String>, remedy: &str) -> Self {
        Self::Now { finding: Box::new(Finding::error(code, "Ausgabe", message, remedy)), fatal: None, earlier: None }
    }

    fn unwritable(path: &Path, error: io::Error) -> Self {
        let (code, remedy) = match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                (row_codes::STORAGE_FULL.code, "Schaffen Sie Platz, und wiederholen Sie den Aufruf.")
            }
            io::ErrorKind::PermissionDenied => {
                (row_codes::PERMISSION_DENIED.code, "Prüfen Sie die Rechte an Datei und Ordner.")
            }
            _ => (row_codes::UNWRITABLE.code, "Prüfen Sie den Ordner und den Datenträger."),
        };
        let message = format!("Die Datei kann nicht geschrieben werden: {}", system::reason(&error));
        // Without its folder no file can be written.
        let is_gone = error.kind() == io::ErrorKind::NotFound && !path.parent().is_some_and(Path::is_dir);
        let is_fatal = is_gone
            || matches!(
                error.kind(),
                io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::ReadOnlyFilesystem
            );
        let finding = Box::new(Finding::error(code, "Ausgabe", message, remedy));
        Self::Now { finding, fatal: is_fatal.then(|| (path.to_owned(), error)), earlier: None }
    }

    /// What an earlier run has made stays known, or it would be taken for somebody else's.
    fn keeping(self, known: Option<Earlier>) -> Self {
        match self {
            Self::Now { finding, fatal, .. } => Self::Now { finding, fatal, earlier: known.map(Box::new) },
            other => other,
        }
    }
}

/// Each worker is a reference to what all share.
impl Worker for &Workshop<'_> {
    type Job = Task;
    type Outcome = Finished;

    /// Makes a document.
    fn work(&mut self, task: Task) -> Finished {
        let result = self.make(&task).map_err(|refused| refused.keeping(task.earlier));
        let Task { document, findings, .. } = task;
        Finished { document, findings, result }
    }
}

impl Workshop<'_> {
    fn make(&self, task: &Task) -> Result<Product, Refused> {
        let begun = Instant::now();
        let input = Digest::of(task.sealed.json().as_bytes());
        let file = task.document.file.as_deref().unwrap_or_default();
        let Some(path) = self.folder.map(|folder| folder.join(file)) else {
            let printed = self.print(&task.sealed)?;
            return Ok(self.made(printed, input, begun));
        };
        let there = present(&path)?;
        let is_ours = |earlier: &Earlier| there == Some(earlier.made.output);
        if let Some(earlier) = task.earlier
            && self.resume
            && is_ours(&earlier)
            && earlier.made.input == input
            && earlier.made.context == self.context
        {
            let bytes = if self.gives_bytes { Some(read(&path)?) } else { None };
            return Ok(Product::Unchanged(earlier, bytes));
        }
        let printed = self.print(&task.sealed)?;
        // A run that was killed has renamed it and not yet said so.
        if there != Some(Digest::of(&printed.pdf)) {
            let may_replace = there.is_none() || self.overwrite || task.earlier.as_ref().is_some_and(is_ours);
            if !may_replace {
                return Err(Refused::because(
                    row_codes::NAME_TAKEN.code,
                    "Unter diesem Namen liegt schon eine Datei, die kein Lauf so geschrieben hat; vielleicht ist sie \
                     unterschrieben.",
                    "Verschieben Sie sie, oder erlauben Sie das Überschreiben (--overwrite, in Python overwrite=True).",
                ));
            }
            output::write(&path, &printed.pdf).map_err(|error| Refused::unwritable(&path, error))?;
        }
        Ok(self.made(printed, input, begun))
    }

    fn made(&self, printed: PrintedPdf, input: Digest, begun: Instant) -> Product {
        let PrintedPdf { pdf, pages, of_layout } = printed;
        let of_layout = of_layout.into_iter().map(RowFinding::new).collect();
        let made = Made {
            input,
            context: self.context,
            output: Digest::of(&pdf),
            pages,
            bytes: pdf.len(),
            ms: u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX),
        };
        Product::New(made, self.gives_bytes.then_some(pdf), of_layout)
    }

    fn print(&self, sealed: &Sealed) -> Result<PrintedPdf, Refused> {
        const REMEDY: &str = "Was falsch ist, zeigt ein einzelnes Dokument: vereinbar render mit denselben Vorlagen (in \
                              Python render, dort diagnostics).";
        self.press.print(sealed).map_err(|unprinted| match unprinted {
            Unprinted::Refused(message) => Refused::because(row_codes::NOT_RENDERED.code, message, REMEDY),
            Unprinted::Lost(Lost::Interrupted) => Refused::Interrupted,
            Unprinted::GivenUp => Refused::because(
                row_codes::NOT_TRIED.code,
                "Viele Dokumente nacheinander dauerten zu lange; dieses wurde nicht mehr versucht.",
                "Prüfen Sie eigene Vorlagen, und wiederholen Sie den Aufruf.",
            ),
            Unprinted::Lost(lost) => Refused::because(lost.code(), lost.message(), lost.remedy()),
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
            const MESSAGE: &str = "Unter diesem Namen liegt etwas, das keine Datei ist, zum Beispiel ein Ordner.";
            Err(Refused::because(row_codes::NO_FILE.code, MESSAGE, "Verschieben Sie es."))
        }
        Ok(_) => Digest::of_file(path).map(Some).map_err(|error| Refused::unwritable(path, error)),
    }
}

fn read(path: &Path) -> Result<Vec<u8>, Refused> {
    const MESSAGE: &str = "Die vorhandene Datei kann nicht gelesen werden.";
    fs::read(path)
        .map_err(|_| Refused::because(row_codes::UNREADABLE_FILE.code, MESSAGE, "Prüfen Sie die Rechte an der Datei."))
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroU32;
    use std::time::Duration;

    use vereinbar::{Art, Profile, RenderOptions, Renderer, ValidateOptions, check, parse};

    use vereinbar_workers::{Limits, NotStarted};

    use super::super::press::Seats;
    use super::*;

    #[test]
    fn what_a_process_loses_has_a_published_code() {
        let limits = Limits { time: Duration::from_secs(1), memory: NonZeroU32::MIN };
        let not_started = Lost::NotStarted(NotStarted::NoAnswer);
        for lost in [Lost::Time(limits), Lost::Memory(limits), Lost::Died, not_started, Lost::Interrupted] {
            assert!(row_codes::CODES.iter().any(|known| known.code == lost.code()), "{}", lost.code());
        }
    }

    #[test]
    fn what_was_checked_is_not_checked_again() {
        let renderer = Renderer::new().unwrap();
        // A second check would find the postcode an error.
        let profile = Profile::parse(r#"{"severity": {"plz_four_digits": "error"}}"#).unwrap();
        let options = RenderOptions { profile, ..RenderOptions::default() };
        let workshop = Workshop {
            press: Press::Threads { renderer: &renderer, options: &options, seats: Seats::new(1) },
            context: Digest::of(b""),
            folder: None,
            gives_bytes: false,
            overwrite: false,
            resume: true,
        };
        for art in Art::ALL {
            let json = format!(r#"{{"art": "{art}", "traeger": {{"anschrift": {{"plz": "1010"}}}}}}"#);
            let checked = check(parse(&json).unwrap(), ValidateOptions::default());
            assert!(renderer.render(checked.vereinbarung(), &options).is_err());
            let sealed = checked.seal().unwrap();
            let document = RowDocument::default();
            let task = Task { document, findings: Value::Null, sealed, earlier: None };
            let Ok(Product::New(made, None, _)) = (&workshop).work(task).result else { panic!("{art}") };
            assert_eq!(made.input, Digest::of(checked.json().as_bytes()));
        }
    }
}
