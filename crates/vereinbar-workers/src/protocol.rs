//! What both sides say to each other. They are of one build, so none of it is versioned.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::num::NonZeroU32;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use vereinbar::SealKey;

use crate::finding_data::FindingData;

/// The first message to a process.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Setup {
    pub(crate) build: Build,
    pub(crate) key: SealKey,
    /// In MiB, beyond what the process has at its start.
    pub(crate) memory_limit: NonZeroU32,
    /// The paths of template files of one's own; each is a part.
    pub(crate) own_templates: Vec<String>,
}

/// The answer to it.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Readiness {
    Ready,
    OtherVersion,
}

/// What makes the same documents of the same data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Build {
    version: String,
    templates: u64,
}

impl Build {
    /// Of this process.
    pub(crate) fn own() -> Self {
        static TEMPLATES: LazyLock<u64> = LazyLock::new(|| {
            let mut hasher = DefaultHasher::new();
            vereinbar_templates::files().for_each(|file| file.hash(&mut hasher));
            hasher.finish()
        });
        Self { version: env!("CARGO_PKG_VERSION").to_owned(), templates: *TEMPLATES }
    }
}

/// A job for a process.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) enum WorkerJob {
    /// Parts: the options as JSON, empty where they are those of the job before; the sealed
    /// agreement.
    Render,
    /// Parts as for `Render`. The first and last pages of what is to be drawn, or all of them.
    Preview { ranges: Option<Vec<(usize, usize)>>, ppi: f32 },
    /// Part: a PDF with one agreement.
    Extract,
    /// Part: a PDF.
    ExtractAll,
}

/// What came of it.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum WorkerOutcome {
    /// Part: the PDF.
    Rendered { pages: usize, of_layout: Vec<FindingData> },
    /// Parts: the pages with these numbers as PNG, of so many.
    Drawn { numbers: Vec<usize>, of: usize },
    /// Nothing: a page that was to be drawn is none of so many.
    NoSuchPage { pages: usize },
    /// The names of what is attached; the parts are the agreements as canonical JSON, empty
    /// where they cannot be read.
    Extracted { names: Vec<String> },
    /// Nothing: what is attached is no agreement.
    Unreadable { message: String, findings: Vec<FindingData> },
    /// Nothing: a German message.
    Refused(String),
    /// Nothing: the limit of memory left no room for it.
    OutOfMemory,
}
