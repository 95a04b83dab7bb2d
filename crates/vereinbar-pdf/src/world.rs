use std::path::PathBuf;
use std::sync::{Arc, LazyLock};

use typst::diag::{FileError, FileResult, PackageError};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, Source, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

use crate::template_files::{File, Files};
use crate::{EngineError, Job, fonts, path};

/// One library for the process: a library that differs from document to document would
/// invalidate every memoized call.
///
/// `a11y-extras` lets a template say which cells are the heads of rows.
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    LazyHash::new(Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build())
});

/// Everything that one document can reach: the template files, its inputs, the embedded
/// fonts. No file system, no network, no clock.
pub(crate) struct JobWorld {
    templates: Arc<Files>,
    inputs: Vec<File>,
    main: FileId,
}

impl JobWorld {
    pub(crate) fn new(templates: Arc<Files>, main: &str, inputs: Vec<(String, Vec<u8>)>) -> Result<Self, EngineError> {
        if inputs.len() > Job::MAX_INPUTS {
            return Err(EngineError::TooManyInputs { count: inputs.len() });
        }
        let mut files: Vec<File> = Vec::with_capacity(inputs.len());
        for (path, bytes) in inputs {
            let file = File::new(&path, Bytes::new(bytes))?;
            files.retain(|earlier| earlier.id() != file.id());
            files.push(file);
        }
        let world = Self { templates, inputs: files, main: path::intern(main)? };
        if world.find(world.main).is_err() {
            return Err(EngineError::MainNotFound { path: main.to_owned() });
        }
        Ok(world)
    }

    fn find(&self, id: FileId) -> FileResult<&File> {
        let input = self.inputs.iter().find(|file| file.id() == id);
        input.or_else(|| self.templates.get(id)).ok_or_else(|| match id.root() {
            VirtualRoot::Project => FileError::NotFound(PathBuf::from(id.vpath().get_without_slash())),
            VirtualRoot::Package(spec) => FileError::Package(PackageError::NotFound(spec.clone())),
        })
    }
}

impl World for JobWorld {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        fonts::book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.find(id)?.source()
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.find(id).map(File::bytes)
    }

    fn font(&self, index: usize) -> Option<Font> {
        fonts::font(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
