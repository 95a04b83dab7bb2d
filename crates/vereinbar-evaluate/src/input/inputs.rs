//! What is evaluated.

use std::error::Error;
use std::fmt;
use std::path::PathBuf;

use vereinbar::Vereinbarung;

/// What is evaluated: a path, or an agreement that a program has.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Input {
    /// A PDF that `vereinbar` made (one agreement, or a collective file), a JSON file
    /// (an agreement or a list of them), JSON Lines (an agreement a line), or a folder
    /// with such files, at any depth. A file that is named is told by what it is; of a
    /// folder those that end in `.json`, `.jsonl`, `.ndjson` or `.pdf` are read, but
    /// neither hidden ones nor the manifest `batch.jsonl` of a run. Earlier evaluations,
    /// calculations and reports of a run are passed over.
    Path(PathBuf),
    /// An agreement, and where it is from: words for the list of agreements.
    Vereinbarung {
        /// The agreement.
        vereinbarung: Vereinbarung,
        /// Where it is from; may be empty.
        quelle: String,
    },
    /// What stands in a file, which a program has: a PDF that `vereinbar` made, or JSON with
    /// an agreement or a list of them.
    Content {
        /// The bytes of the file.
        bytes: Vec<u8>,
        /// Where they are from: words for the list of agreements.
        quelle: String,
    },
}

/// What a program hands over.
pub type InputResult = Result<Input, Box<dyn Error + Send + Sync>>;

/// The inputs of an evaluation.
pub struct Inputs<'a>(pub(crate) InputsFrom<'a>);

pub(crate) enum InputsFrom<'a> {
    Paths(Vec<PathBuf>),
    Items(Box<dyn Iterator<Item = InputResult> + 'a>),
}

impl<'a> Inputs<'a> {
    /// Files and folders.
    #[must_use]
    pub fn paths(paths: impl IntoIterator<Item = impl Into<PathBuf>>) -> Self {
        Self(InputsFrom::Paths(paths.into_iter().map(Into::into).collect()))
    }

    /// What a program hands over, paths and agreements mixed. It is read once, on the
    /// calling thread and no faster than it is worked off; an error ends the
    /// evaluation.
    #[must_use]
    pub fn items(items: impl IntoIterator<Item = InputResult, IntoIter: 'a>) -> Self {
        Self(InputsFrom::Items(Box::new(items.into_iter())))
    }
}

impl fmt::Debug for Inputs<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            InputsFrom::Paths(paths) => f.debug_tuple("Inputs").field(paths).finish(),
            InputsFrom::Items(_) => f.write_str("Inputs(..)"),
        }
    }
}
