//! What was entered into the fields of a form, by whichever program.

use std::collections::HashSet;

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::font;
use super::object::{get, get_dictionary, read_text, size};
use crate::attachment::{self, AttachmentError, Keep, ReadLimits, on_a_thread};

/// Groups in groups; a form of ours has six.
const MAX_DEPTH: usize = 32;
const RADIO: i64 = 1 << 15;
const MULTILINE: i64 = 1 << 12;
/// The type size where a field names none of its own.
const DEFAULT_SIZE: f32 = 10.0;

/// A field of a form, and what is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FilledField {
    /// Its full name.
    pub name: String,
    /// What is in it.
    pub entered: Entered,
    /// Whether it is longer than the place that shows it: print lacks the end.
    pub overflows: bool,
}

/// What is in a field.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Entered {
    /// Text, with `\n` between lines; empty for nothing.
    Text(String),
    /// Whether it is ticked.
    Check {
        /// Whether the page shows it ticked.
        is_on: bool,
        /// Whether the value that is kept says the same.
        agrees: bool,
    },
    /// What was chosen of several.
    Choice {
        /// What the page shows as chosen. More than one only where a program ticks what
        /// excludes each other.
        codes: Vec<String>,
        /// Whether the value that is kept says the same.
        agrees: bool,
    },
    /// Whether it is signed.
    Signature {
        /// Whether there is a signature, valid or not.
        is_signed: bool,
    },
    /// A kind of field that [`stamp`](super::DeclaredFields::stamp) does not make.
    Other,
}

/// The content of the attachment called `name`, and the fields of the form with what was
/// entered, in the form's order; `None` where the file is no form.
///
/// # Errors
/// As [`attachment::read`](crate::attachment::read()).
pub fn read(
    pdf: &[u8],
    name: &str,
    limits: &ReadLimits,
) -> Result<(Vec<u8>, Option<Vec<FilledField>>), AttachmentError> {
    let name = name.to_owned();
    on_a_thread(pdf, limits, Keep::Data, move |document, limits| {
        let content = attachment::find(&document, &name, limits)?;
        Ok((content, fields(&document)))
    })
}

fn fields(document: &Document) -> Option<Vec<FilledField>> {
    let form = get_dictionary(document, document.catalog().ok()?, b"AcroForm")?;
    let fields = nodes(document, form);
    Some(fields.iter().map(|field| field.read(document)).collect())
}

/// A field with its widgets.
pub(super) struct FieldNode<'a> {
    pub(super) id: Option<ObjectId>,
    name: String,
    /// From the field up to its root: what one lacks is inherited from the next.
    line: Vec<&'a Dictionary>,
    pub(super) widgets: Vec<(Option<ObjectId>, &'a Dictionary)>,
}

/// The fields of a form, without the groups that only name them.
pub(super) fn nodes<'a>(document: &'a Document, form: &'a Dictionary) -> Vec<FieldNode<'a>> {
    let mut found = Vec::new();
    let mut seen = HashSet::new();
    let mut open: Vec<(&'a Object, String, Vec<&'a Dictionary>)> = Vec::new();
    if let Some(Object::Array(roots)) = get(document, form, b"Fields") {
        open.extend(roots.iter().rev().map(|root| (root, String::new(), Vec::new())));
    }
    while let Some((object, parent, line)) = open.pop() {
        let Ok((id, object)) = document.dereference(object) else { continue };
        let Ok(dictionary) = object.as_dict() else { continue };
        if line.len() >= MAX_DEPTH || id.is_some_and(|id| !seen.insert(id)) {
            continue;
        }
        let own = get(document, dictionary, b"T").and_then(read_text).unwrap_or_default();
        let name = match (parent.as_str(), own.as_str()) {
            ("", _) => own,
            (_, "") => parent,
            (parent, own) => format!("{parent}.{own}"),
        };
        let mut line = line;
        line.insert(0, dictionary);
        let kids = match get(document, dictionary, b"Kids") {
            Some(Object::Array(kids)) => kids.as_slice(),
            _ => &[],
        };
        let dictionaries: Vec<(Option<ObjectId>, &Object, &Dictionary)> = kids
            .iter()
            .filter_map(|kid| {
                let (id, object) = document.dereference(kid).ok()?;
                Some((id, kid, object.as_dict().ok()?))
            })
            .collect();
        // Kids without a name are the places of this field.
        if dictionaries.iter().any(|(_, _, kid)| kid.has(b"T")) {
            open.extend(dictionaries.iter().rev().map(|(_, kid, _)| (*kid, name.clone(), line.clone())));
        } else {
            let widgets = if dictionaries.is_empty() {
                vec![(id, dictionary)]
            } else {
                dictionaries.into_iter().map(|(id, _, kid)| (id, kid)).collect()
            };
            found.push(FieldNode { id, name, line, widgets });
        }
    }
    found
}

impl<'a> FieldNode<'a> {
    /// A value of the field, its own or inherited.
    pub(super) fn value(&self, document: &'a Document, key: &[u8]) -> Option<&'a Object> {
        self.line.iter().find_map(|dictionary| get(document, dictionary, key))
    }

    pub(super) fn kind(&self, document: &'a Document) -> &'a [u8] {
        self.value(document, b"FT").and_then(|kind| kind.as_name().ok()).unwrap_or_default()
    }

    fn flags(&self, document: &Document) -> i64 {
        self.value(document, b"Ff").and_then(|flags| flags.as_i64().ok()).unwrap_or_default()
    }

    pub(super) fn is_multiline(&self, document: &Document) -> bool {
        self.kind(document) == b"Tx" && self.flags(document) & MULTILINE != 0
    }

    /// Whether its buttons exclude each other.
    pub(super) fn is_radio(&self, document: &Document) -> bool {
        self.flags(document) & RADIO != 0
    }

    pub(super) fn text(&self, document: &Document) -> String {
        self.value(document, b"V").and_then(read_text).unwrap_or_default()
    }

    /// The size of the type of one of its places.
    pub(super) fn type_size(&self, document: &Document, widget: &Dictionary) -> f32 {
        let own = get(document, widget, b"DA").or_else(|| self.value(document, b"DA"));
        let instructions = own.and_then(read_text).unwrap_or_default();
        let mut before = "";
        let mut size = None;
        for word in instructions.split_ascii_whitespace() {
            if word == "Tf" {
                size = before.parse().ok();
            }
            before = word;
        }
        size.filter(|size: &f32| (4.0..=40.0).contains(size)).unwrap_or(DEFAULT_SIZE)
    }

    /// The states other than `Off` in which the page shows its buttons.
    fn shown(&self, document: &Document) -> Option<Vec<String>> {
        let mut any = false;
        let mut codes: Vec<String> = Vec::new();
        for (_, widget) in &self.widgets {
            let Some(state) = get(document, widget, b"AS").and_then(|state| state.as_name().ok()) else { continue };
            any = true;
            let state = String::from_utf8_lossy(state).into_owned();
            if state != "Off" && !codes.contains(&state) {
                codes.push(state);
            }
        }
        any.then_some(codes)
    }

    fn read(&self, document: &Document) -> FilledField {
        let mut overflows = false;
        let entered = match self.kind(document) {
            b"Tx" | b"Ch" => {
                let text = self.text(document);
                overflows = self.widgets.iter().any(|(_, widget)| {
                    let size = size(widget).unwrap_or_default();
                    font::overflows(&text, self.type_size(document, widget), self.is_multiline(document), size)
                });
                Entered::Text(text)
            }
            b"Btn" => {
                let kept = self.value(document, b"V").and_then(|value| value.as_name().ok());
                let kept = kept.map(|name| String::from_utf8_lossy(name).into_owned()).filter(|name| name != "Off");
                let kept: Vec<String> = kept.into_iter().collect();
                let codes = self.shown(document).unwrap_or_else(|| kept.clone());
                // Some programs tick a box and keep nothing: what is seen is no contradiction.
                let agrees = codes == kept || !codes.is_empty() && kept.is_empty() || codes.len() > 1;
                if self.is_radio(document) {
                    Entered::Choice { codes, agrees }
                } else {
                    Entered::Check { is_on: !codes.is_empty(), agrees }
                }
            }
            b"Sig" => Entered::Signature { is_signed: self.value(document, b"V").is_some() },
            _ => Entered::Other,
        };
        FilledField { name: self.name.clone(), entered, overflows }
    }
}
