//! A ZIP archive of the PDFs, written as they come.

use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tempfile::NamedTempFile;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::folder;

/// An archive under way. It is there under its name only when it is done.
pub(crate) struct Archive {
    path: PathBuf,
    /// Before the writer, which is dropped after it.
    given_up: GivenUp,
    is_empty: bool,
    writer: ZipWriter<Draft>,
}

/// Whether nothing is written any more. `ZipWriter` completes an archive when it is dropped, and would print what goes
/// wrong with one that nobody wants.
#[derive(Default)]
struct GivenUp(Arc<AtomicBool>);

impl Drop for GivenUp {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

impl Archive {
    pub(crate) fn begin(path: &Path) -> io::Result<Self> {
        let place = path.parent().unwrap_or(Path::new("."));
        folder::sweep(place);
        let file = folder::temporary(place)?;
        folder::hold(&file);
        let given_up = GivenUp::default();
        let draft = Draft { file: BufWriter::new(file), is_given_up: Arc::clone(&given_up.0), place: 0, end: 0 };
        Ok(Self { path: path.to_owned(), given_up, is_empty: true, writer: ZipWriter::new(draft) })
    }

    /// PDFs are compressed in themselves. No clock: the same run gives the same bytes.
    pub(crate) fn add(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let options =
            SimpleFileOptions::default().compression_method(CompressionMethod::Stored).unix_permissions(0o644);
        self.is_empty = false;
        self.writer.start_file(name, options)?;
        self.writer.write_all(bytes)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Whether there is an archive now: an empty one takes no older one's place.
    pub(crate) fn finish(self) -> io::Result<bool> {
        let Self { path, given_up, is_empty, writer } = self;
        if is_empty {
            return Ok(false);
        }
        let file = writer.finish()?.file.into_inner().map_err(io::IntoInnerError::into_error)?;
        drop(given_up);
        file.as_file().sync_all()?;
        file.persist(&path).map(|_| true).map_err(|error| error.error)
    }
}

/// The file of an archive under way. Once it is given up, or after an error, it takes what comes and writes nothing.
struct Draft {
    file: BufWriter<NamedTempFile>,
    is_given_up: Arc<AtomicBool>,
    place: u64,
    end: u64,
}

impl Draft {
    /// The result of something that was tried, or what it would have been.
    fn tried<T>(
        &mut self,
        work: impl FnOnce(&mut BufWriter<NamedTempFile>) -> io::Result<T>,
        lost: T,
    ) -> io::Result<T> {
        if self.is_given_up.load(Ordering::Relaxed) {
            return Ok(lost);
        }
        let result = work(&mut self.file);
        if result.is_err() {
            self.is_given_up.store(true, Ordering::Relaxed);
        }
        result
    }
}

impl Write for Draft {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.tried(|file| file.write(bytes), bytes.len())?;
        self.place += written as u64;
        self.end = self.end.max(self.place);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.tried(Write::flush, ())
    }
}

impl Seek for Draft {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let lost = match to {
            SeekFrom::Start(place) => place,
            SeekFrom::Current(by) => self.place.saturating_add_signed(by),
            SeekFrom::End(by) => self.end.saturating_add_signed(by),
        };
        self.place = self.tried(|file| file.seek(to), lost)?;
        Ok(self.place)
    }
}
