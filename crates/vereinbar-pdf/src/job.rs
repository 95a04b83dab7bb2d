use crate::Standard;
use crate::limits::MAX_INPUTS;

/// One document: which template, with which data, to which standard.
///
/// ```
/// use vereinbar_pdf::{Job, Standard};
///
/// let job = Job::new("letter/main.typ")
///     .input("letter/data.json", br#"{"title": "Vereinbarung"}"#)
///     .standard(Standard::Plain)
///     .ident("letter 1");
/// assert_eq!(job.inputs.len(), 1);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Job {
    /// The path of the file that Typst compiles, for example
    /// `qualitaetsentwicklungsvereinbarung/main.typ`.
    pub main: String,
    /// The files of this document alone: path and bytes. They win over template files of
    /// the same path. A template reads them as it reads any file: `json("data.json")`,
    /// `image("logo.svg")`, `read("data.json", encoding: none)`.
    ///
    /// Use the same few paths for every document, never one path per document: Typst
    /// keeps each path it has seen for the life of the process and dies of the 65,536th.
    /// A job may have at most [`Job::MAX_INPUTS`].
    pub inputs: Vec<(String, Vec<u8>)>,
    /// The PDF standard. Pages for a preview are the same under each.
    pub standard: Standard,
    /// Identifies the document: a hash of it becomes the PDF's `/ID` and the document id
    /// in the metadata, so choose something that stays the same when the document is
    /// printed again. Not shown. Left empty, Typst takes title and author instead.
    pub ident: String,
}

impl Job {
    /// The most input files a job may have.
    pub const MAX_INPUTS: usize = MAX_INPUTS;

    /// A job that compiles `main`, without inputs, to the default standard.
    #[must_use]
    pub fn new(main: impl Into<String>) -> Self {
        Self { main: main.into(), ..Self::default() }
    }

    /// Adds an input file; the last of two with the same path counts.
    #[must_use]
    pub fn input(mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        self.inputs.push((path.into(), bytes.into()));
        self
    }

    /// Sets the PDF standard.
    #[must_use]
    pub fn standard(mut self, standard: Standard) -> Self {
        self.standard = standard;
        self
    }

    /// Sets what identifies the document.
    #[must_use]
    pub fn ident(mut self, ident: impl Into<String>) -> Self {
        self.ident = ident.into();
        self
    }
}
