//! What reading a PDF may take.

use std::time::Duration;

/// The most that a single object stream or cross-reference stream may hold, decompressed.
/// Writers put some hundred objects into one; the limit is for the memory that they take
/// when parsed, which is about 60 times as much.
pub(super) const MAX_STRUCTURE_BYTES: usize = 4 << 20;

/// How much reading a PDF may take. The defaults fit any document that a person fills in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadLimits {
    /// The size of the PDF file, in bytes. Default 64 MiB.
    pub max_file_bytes: usize,
    /// The number of objects in the PDF. Default 100,000.
    pub max_objects: usize,
    /// The size of the attachment, in bytes. Default 16 MiB.
    pub max_decompressed_bytes: usize,
    /// How long reading may take. Default 10 seconds; a document of usual size takes less
    /// than 10 milliseconds.
    pub max_time: Duration,
}

impl ReadLimits {
    /// What [`Default`] gives.
    pub const DEFAULT: Self = Self {
        max_file_bytes: 64 << 20,
        max_objects: 100_000,
        max_decompressed_bytes: 16 << 20,
        max_time: Duration::from_secs(10),
    };
}

impl Default for ReadLimits {
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// Which of the [`ReadLimits`] a PDF exceeds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum ReadLimit {
    /// [`ReadLimits::max_file_bytes`].
    #[error("Die Datei ist zu groß")]
    FileSize,
    /// [`ReadLimits::max_objects`], or what follows from it for the content of the objects.
    #[error("Die Datei enthält zu viele Einzelteile")]
    Objects,
    /// [`ReadLimits::max_decompressed_bytes`], or the bound on a stream of objects.
    #[error("Der Inhalt ist entpackt zu groß")]
    Decompressed,
    /// [`ReadLimits::max_time`].
    #[error("Das Lesen dauert zu lange")]
    Time,
}
