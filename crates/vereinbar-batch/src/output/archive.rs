//! A ZIP archive of the PDFs, written as they come.

use std::io::{self, BufWriter, Write as _};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::folder;

/// An archive under way. It is there under its name only when it is done.
pub(crate) struct Archive {
    path: PathBuf,
    writer: ZipWriter<BufWriter<NamedTempFile>>,
}

impl Archive {
    pub(crate) fn begin(path: &Path) -> io::Result<Self> {
        let place = path.parent().unwrap_or(Path::new("."));
        folder::sweep(place);
        let file = folder::temporary(place)?;
        folder::hold(&file);
        Ok(Self { path: path.to_owned(), writer: ZipWriter::new(BufWriter::new(file)) })
    }

    /// PDFs are compressed in themselves. No clock: the same run gives the same bytes.
    pub(crate) fn add(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let options =
            SimpleFileOptions::default().compression_method(CompressionMethod::Stored).unix_permissions(0o644);
        self.writer.start_file(name, options).map_err(io::Error::other)?;
        self.writer.write_all(bytes)
    }

    pub(crate) fn finish(self) -> io::Result<()> {
        let file = self.writer.finish().map_err(io::Error::other)?;
        let file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.as_file().sync_all()?;
        file.persist(&self.path).map(drop).map_err(|error| error.error)
    }
}
