use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::OnceLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::Bytes;
use typst::syntax::{FileId, Source};

use crate::{EngineError, path};

/// A file that a template can reach.
#[derive(Clone)]
pub(crate) struct File {
    id: FileId,
    bytes: Bytes,
    /// The syntax tree of a `.typ` file, parsed at most once.
    source: OnceLock<FileResult<Source>>,
}

impl File {
    /// Interns the path; the bytes are not looked at yet.
    pub(crate) fn new(path: &str, bytes: Bytes) -> Result<Self, EngineError> {
        Ok(Self { id: path::intern(path)?, bytes, source: OnceLock::new() })
    }

    pub(crate) fn id(&self) -> FileId {
        self.id
    }

    pub(crate) fn bytes(&self) -> Bytes {
        self.bytes.clone()
    }

    fn is_code(&self) -> bool {
        self.id.vpath().extension() == Some("typ")
    }

    /// The file as Typst code, parsed when it is first asked for. Only a file whose name ends in
    /// `.typ` is that.
    pub(crate) fn source(&self) -> FileResult<Source> {
        self.source
            .get_or_init(|| {
                if !self.is_code() {
                    return Err(FileError::NotSource);
                }
                Ok(Source::new(self.id, self.bytes.as_str()?.to_owned()))
            })
            .clone()
    }
}

/// The template files, shared by all documents.
#[derive(Clone, Default)]
pub(crate) struct Files(HashMap<FileId, File>);

impl Files {
    /// Takes template files; those that are Typst code must be UTF-8.
    pub(crate) fn new(files: impl IntoIterator<Item = (String, Cow<'static, [u8]>)>) -> Result<Self, EngineError> {
        let mut all = Self::default();
        for (path, bytes) in files {
            let bytes = match bytes {
                Cow::Borrowed(bytes) => Bytes::new(bytes),
                Cow::Owned(bytes) => Bytes::new(bytes),
            };
            all.insert(&path, bytes)?;
        }
        Ok(all)
    }

    /// Adds a file or replaces the one of the same path.
    pub(crate) fn insert(&mut self, path: &str, bytes: Bytes) -> Result<(), EngineError> {
        let file = File::new(path, bytes)?;
        if file.is_code() && file.bytes.as_str().is_err() {
            return Err(EngineError::NotUtf8 { path: path.to_owned() });
        }
        self.0.insert(file.id(), file);
        Ok(())
    }

    pub(crate) fn get(&self, id: FileId) -> Option<&File> {
        self.0.get(&id)
    }
}
