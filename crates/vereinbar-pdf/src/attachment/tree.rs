//! Finding an attached file in a parsed PDF.

use std::collections::HashSet;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, decode_text_string};

use super::error::AttachmentError;
use super::limits::ReadLimits;
use super::stream;

/// Levels of a name tree. A tree of 100,000 files, ten to a node, has five.
const MAX_DEPTH: usize = 32;

/// An attached file.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Attachment {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub content: Vec<u8>,
}

/// The content of the attached file called `name`.
pub(crate) fn find(document: &Document, name: &str, limits: &ReadLimits) -> Result<Vec<u8>, AttachmentError> {
    let mut others = 0;
    for file in files(document)? {
        if names(document, file).any(|other| other == name) {
            return content(document, file, limits);
        }
        others += 1;
    }
    Err(AttachmentError::NotFound { others })
}

/// The attached files with wanted names, by name.
pub(super) fn find_all(
    document: &Document,
    is_wanted: impl Fn(&str) -> bool,
    limits: &ReadLimits,
) -> Result<Vec<Attachment>, AttachmentError> {
    let mut found = Vec::new();
    let mut left = *limits;
    for file in files(document)? {
        let Some(name) = names(document, file).find(|name| is_wanted(name)) else { continue };
        let content = content(document, file, &left)?;
        left.max_decompressed_bytes -= content.len();
        found.push(Attachment { name, content });
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(found)
}

/// The specifications of all attached files.
fn files(document: &Document) -> Result<Vec<&Dictionary>, AttachmentError> {
    let catalog = document.catalog().map_err(|_| AttachmentError::Damaged)?;
    let mut walk = Walk::new(document);
    walk.embedded_files(catalog);
    walk.associated_files(catalog);
    Ok(walk.files)
}

fn content(document: &Document, file: &Dictionary, limits: &ReadLimits) -> Result<Vec<u8>, AttachmentError> {
    let stream = get(document, file, b"EF")
        .and_then(|versions| versions.as_dict().ok())
        .and_then(|versions| get(document, versions, b"UF").or_else(|| get(document, versions, b"F")))
        .and_then(|stream| stream.as_stream().ok())
        .ok_or(AttachmentError::Damaged)?;
    let content = stream::decode(stream, limits)?;
    // What is stored without a checksum has at least its size beside it, mostly.
    let intact = stated_size(document, stream).is_none_or(|size| size == content.len() as u64);
    if intact { Ok(content) } else { Err(AttachmentError::Damaged) }
}

fn stated_size(document: &Document, stream: &Stream) -> Option<u64> {
    let parameters = get(document, &stream.dict, b"Params")?.as_dict().ok()?;
    let size = get(document, parameters, b"Size")?.as_i64().ok()?;
    u64::try_from(size).ok()
}

/// The two names of a file specification.
fn names<'a>(document: &'a Document, file: &'a Dictionary) -> impl Iterator<Item = String> + 'a {
    [b"UF".as_slice(), b"F"]
        .into_iter()
        .filter_map(|key| get(document, file, key).and_then(|text| decode_text_string(text).ok()))
}

/// A value, with references followed.
fn get<'a>(document: &'a Document, dictionary: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
    let (_, object) = document.dereference(dictionary.get(key).ok()?).ok()?;
    (!object.is_null()).then_some(object)
}

/// Collects file specifications, each once.
struct Walk<'a> {
    document: &'a Document,
    /// The nodes and file specifications seen, so that a cycle ends.
    seen: HashSet<ObjectId>,
    files: Vec<&'a Dictionary>,
}

impl<'a> Walk<'a> {
    fn new(document: &'a Document) -> Self {
        Self { document, seen: HashSet::new(), files: Vec::new() }
    }

    /// The name tree of embedded files.
    fn embedded_files(&mut self, catalog: &'a Dictionary) {
        let root = get(self.document, catalog, b"Names")
            .and_then(|names| names.as_dict().ok())
            .and_then(|names| names.get(b"EmbeddedFiles").ok());
        let mut open: Vec<(&'a Object, usize)> = root.map(|root| (root, 1)).into_iter().collect();
        while let Some((node, depth)) = open.pop() {
            let Some(node) = self.dictionary(node) else { continue };
            if let Some(Object::Array(pairs)) = get(self.document, node, b"Names") {
                // Keys and values in turn; the keys are of no use.
                for file in pairs.iter().skip(1).step_by(2) {
                    self.file(file);
                }
            }
            if let Some(Object::Array(kids)) = get(self.document, node, b"Kids")
                && depth < MAX_DEPTH
            {
                open.extend(kids.iter().rev().map(|kid| (kid, depth + 1)));
            }
        }
    }

    /// The associated files of the document (ISO 19005-3, annex E).
    fn associated_files(&mut self, catalog: &'a Dictionary) {
        if let Some(Object::Array(files)) = get(self.document, catalog, b"AF") {
            for file in files {
                self.file(file);
            }
        }
    }

    fn file(&mut self, object: &'a Object) {
        if let Some(file) = self.dictionary(object) {
            self.files.push(file);
        }
    }

    /// The dictionary that `object` is or refers to, if it is one and not yet seen.
    fn dictionary(&mut self, object: &'a Object) -> Option<&'a Dictionary> {
        let (id, object) = self.document.dereference(object).ok()?;
        if id.is_some_and(|id| !self.seen.insert(id)) {
            return None;
        }
        object.as_dict().ok()
    }
}
