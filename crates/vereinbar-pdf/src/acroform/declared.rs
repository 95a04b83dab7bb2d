//! What the template declares.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::error::FormError;
use super::font;
use super::object::{get, get_dictionary, size};
use super::typst_file::TypstFile;

/// Reserved: no other link begins like this.
const PREFIX: &[u8] = b"vereinbar-feld:";

/// A place that the template declares to be a field.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Declared {
    /// Where its value stands in the data, as the template says it.
    pub path: String,
    /// What is to be entered.
    pub kind: DeclaredKind,
    /// How many lines it has.
    pub lines: usize,
    /// The size of its type, in points.
    pub type_size: f32,
    /// Its width, in points.
    pub width: f32,
    /// Its height, in points.
    pub height: f32,
}

impl Declared {
    /// Whether a text is longer than the place: on screen it can be scrolled, in print the
    /// end is missing.
    #[must_use]
    pub fn overflows(&self, text: &str) -> bool {
        font::overflows(text, self.type_size, self.lines > 1, (self.width, self.height))
    }
}

/// What is to be entered in a declared place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DeclaredKind {
    /// Words.
    Text,
    /// A tick.
    Check,
    /// A signature.
    Signature,
}

/// The places that a document declares, and the document, which is read once for what its
/// fields are and for making them.
pub struct DeclaredFields<'a> {
    pub(super) file: TypstFile<'a>,
    places: Vec<Declared>,
    /// Of each place where it is.
    pub(super) links: Vec<Link>,
}

/// The link of a declared place.
#[derive(Clone, Copy)]
pub(super) struct Link {
    pub(super) annotation: ObjectId,
    pub(super) page: ObjectId,
}

impl<'a> DeclaredFields<'a> {
    /// Reads what [`Engine::pdf`](crate::Engine::pdf) has made.
    ///
    /// # Errors
    /// [`FormError::Structure`] and [`FormError::Declaration`].
    pub fn read(pdf: &'a [u8]) -> Result<Self, FormError> {
        let file = TypstFile::read(pdf).ok_or(FormError::Structure)?;
        let document = &file.document;
        let (mut places, mut links) = (Vec::new(), Vec::new());
        for page in document.page_iter() {
            for annotation in annotations(document, page) {
                let Ok(dictionary) = document.get_dictionary(annotation) else { continue };
                if let Some(uri) = uri(document, dictionary)
                    && let Some(declaration) = uri.strip_prefix(PREFIX)
                {
                    places.push(parse(declaration, dictionary).ok_or(FormError::Declaration)?);
                    links.push(Link { annotation, page });
                }
            }
        }
        Ok(Self { file, places, links })
    }

    /// The places, in the order of the pages.
    #[must_use]
    pub fn places(&self) -> &[Declared] {
        &self.places
    }
}

/// The annotations of a page that are objects of their own.
pub(super) fn annotations(document: &Document, page: ObjectId) -> Vec<ObjectId> {
    let page = document.get_dictionary(page).ok();
    let list = page.and_then(|page| get(document, page, b"Annots")).and_then(|list| list.as_array().ok());
    list.into_iter().flatten().filter_map(|annotation| annotation.as_reference().ok()).collect()
}

fn uri<'a>(document: &'a Document, annotation: &'a Dictionary) -> Option<&'a [u8]> {
    if annotation.get(b"Subtype").ok()?.as_name().ok()? != b"Link" {
        return None;
    }
    get(document, get_dictionary(document, annotation, b"A")?, b"URI")?.as_str().ok()
}

/// `text:3:10:/ziele/0/ziel`
fn parse(declaration: &[u8], annotation: &Dictionary) -> Option<Declared> {
    let mut parts = str::from_utf8(declaration).ok()?.splitn(4, ':');
    let kind = match parts.next()? {
        "text" => DeclaredKind::Text,
        "check" => DeclaredKind::Check,
        "sig" => DeclaredKind::Signature,
        _ => return None,
    };
    let (lines, type_size) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let (width, height) = size(annotation)?;
    Some(Declared { path: parts.next()?.to_owned(), kind, lines, type_size, width, height })
}

/// Of each number that an annotation has in the structure tree its element.
pub(super) fn elements(document: &Document) -> Option<BTreeMap<i64, ObjectId>> {
    let tree = get_dictionary(document, document.catalog().ok()?, b"StructTreeRoot")?;
    let mut elements = BTreeMap::new();
    let mut open = vec![get_dictionary(document, tree, b"ParentTree")?];
    // Typst writes it, so it has no cycles.
    while let Some(node) = open.pop() {
        if let Some(Object::Array(pairs)) = get(document, node, b"Nums") {
            for pair in pairs.chunks(2) {
                if let [number, element] = pair
                    && let (Ok(number), Ok(element)) = (number.as_i64(), element.as_reference())
                {
                    elements.insert(number, element);
                }
            }
        }
        if let Some(Object::Array(kids)) = get(document, node, b"Kids") {
            open.extend(kids.iter().filter_map(|kid| document.dereference(kid).ok()?.1.as_dict().ok()));
        }
    }
    Some(elements)
}
