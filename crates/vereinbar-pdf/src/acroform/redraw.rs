//! Drawing a filled form anew, after a program that cannot keep it archivable.

use lopdf::xref::XrefType;
use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::appearance::{self, NOTHING, cross, default_appearance};
use super::entered::{FieldNode, nodes};
use super::error::RefreshError;
use super::font::{self, RESOURCE};
use super::object::{drawing, get, get_dictionary, name, size, text};
use crate::attachment::{AttachmentError, Keep, ReadLimits, on_a_thread};

/// Draws all fields of a form anew from what is in them, with the font of [`stamp`](super::DeclaredFields::stamp),
/// and writes the file anew. What a program has done to it is gone then: fonts that are not
/// embedded, marks of its own, the demand that readers draw the fields themselves.
///
/// # Errors
/// [`RefreshError`]; the file may be of any origin, as for [`attachment::read`](crate::attachment::read()).
pub fn refresh(pdf: &[u8], limits: &ReadLimits) -> Result<Vec<u8>, RefreshError> {
    on_a_thread(pdf, limits, Keep::All, |mut document, _| Ok(draw(&mut document)))?
}

/// What is to be drawn, before it is: the document is only read meanwhile.
enum Drawing {
    Text {
        widget: ObjectId,
        value: String,
        type_size: f32,
        is_multiline: bool,
    },
    Button {
        widget: ObjectId,
        on: String,
        is_on: bool,
    },
    /// What a field of buttons holds.
    Chosen {
        field: ObjectId,
        state: String,
    },
}

fn draw(document: &mut Document) -> Result<Vec<u8>, RefreshError> {
    let form = document.catalog().ok().and_then(|catalog| get_dictionary(document, catalog, b"AcroForm"));
    let drawings = drawings(document, form.ok_or(RefreshError::NoForm)?)?;
    let font = font::font().ok_or(AttachmentError::Damaged)?;
    let resource = font.embed(document);
    for drawing in drawings {
        match drawing {
            Drawing::Text { widget, value, type_size, is_multiline } => {
                let size = document.get_dictionary(widget).ok().and_then(size).unwrap_or_default();
                let content = appearance::text(font, &value, type_size, is_multiline, size);
                let fonts = dictionary! {"Font" => dictionary! {RESOURCE => resource}};
                let shown = document.add_object(self::drawing(size, content, fonts));
                if let Ok(widget) = document.get_dictionary_mut(widget) {
                    plain(widget);
                    widget.set("DA", text(&default_appearance(type_size)));
                    widget.set("AP", dictionary! {"N" => shown});
                }
            }
            Drawing::Button { widget, on, is_on } => {
                let size = document.get_dictionary(widget).ok().and_then(size).unwrap_or_default();
                let ticked = document.add_object(self::drawing(size, cross(size), Dictionary::new()));
                let empty = document.add_object(self::drawing(size, NOTHING.to_owned(), Dictionary::new()));
                if let Ok(widget) = document.get_dictionary_mut(widget) {
                    plain(widget);
                    widget.set("MK", dictionary! {"CA" => text("8")});
                    widget.set("AS", name(if is_on { &on } else { "Off" }));
                    widget.set("AP", dictionary! {"N" => dictionary! {on => ticked, "Off" => empty}});
                }
            }
            Drawing::Chosen { field, state } => {
                if let Ok(field) = document.get_dictionary_mut(field) {
                    field.set("V", name(&state));
                }
            }
        }
    }
    let form = form_mut(document).ok_or(RefreshError::NoForm)?;
    form.remove(b"NeedAppearances");
    form.remove(b"XFA");
    form.set("DR", dictionary! {"Font" => dictionary! {RESOURCE => resource}});
    form.set("DA", text(&default_appearance(10.0)));
    // Written as one, without what earlier versions of the file needed.
    for key in [&b"Prev"[..], b"XRefStm", b"Type", b"W", b"Index", b"Filter", b"DecodeParms", b"Length"] {
        document.trailer.remove(key);
    }
    document.reference_table.cross_reference_type = XrefType::CrossReferenceTable;
    document.prune_objects();
    document.renumber_objects();
    written(document).ok_or(RefreshError::Unreadable(AttachmentError::Damaged))
}

fn drawings(document: &Document, form: &Dictionary) -> Result<Vec<Drawing>, RefreshError> {
    let mut drawings = Vec::new();
    for node in nodes(document, form) {
        match node.kind(document) {
            b"Sig" if node.value(document, b"V").is_some() => return Err(RefreshError::Signed),
            b"Tx" | b"Ch" => drawings.extend(node.widgets.iter().filter_map(|(id, widget)| {
                Some(Drawing::Text {
                    widget: (*id)?,
                    value: node.text(document),
                    type_size: node.type_size(document, widget),
                    is_multiline: node.is_multiline(document),
                })
            })),
            b"Btn" => {
                let state = chosen(document, &node);
                for (id, widget) in &node.widgets {
                    let Some(id) = *id else { continue };
                    let on = on_state(document, widget).unwrap_or_else(|| "Yes".to_owned());
                    let is_on = state.as_ref() == Some(&on);
                    drawings.push(Drawing::Button { widget: id, is_on, on });
                }
                let state = state.unwrap_or_else(|| "Off".to_owned());
                drawings.extend(node.id.map(|field| Drawing::Chosen { field, state }));
            }
            _ => {}
        }
    }
    Ok(drawings)
}

/// What is chosen: what the page shows, as when it is read.
fn chosen(document: &Document, node: &FieldNode<'_>) -> Option<String> {
    let mut shown = node.widgets.iter().filter_map(|(_, widget)| state(document, widget)).peekable();
    if shown.peek().is_none() {
        let kept = node.value(document, b"V").and_then(|value| value.as_name().ok()).map(lossy);
        return kept.filter(|kept| kept != "Off");
    }
    shown.find(|state| state != "Off")
}

fn lossy(name: &[u8]) -> String {
    String::from_utf8_lossy(name).into_owned()
}

fn state(document: &Document, widget: &Dictionary) -> Option<String> {
    get(document, widget, b"AS")?.as_name().ok().map(lossy)
}

/// What the button is called when it is ticked.
fn on_state(document: &Document, widget: &Dictionary) -> Option<String> {
    let states = get_dictionary(document, get_dictionary(document, widget, b"AP")?, b"N")?;
    states.iter().map(|(state, _)| lossy(state)).find(|state| state != "Off")
}

/// Without frames and colours of other programs.
fn plain(widget: &mut Dictionary) {
    widget.set("F", 4);
    widget.set("MK", Dictionary::new());
    for key in [&b"BS"[..], b"Border", b"M"] {
        widget.remove(key);
    }
}

fn form_mut(document: &mut Document) -> Option<&mut Dictionary> {
    let form = document.catalog().ok()?.get(b"AcroForm").ok()?.as_reference().ok();
    match form {
        Some(form) => document.get_dictionary_mut(form).ok(),
        None => document.catalog_mut().ok()?.get_mut(b"AcroForm").and_then(Object::as_dict_mut).ok(),
    }
}

/// The file, with a line feed at its end: without, the first incremental update would break
/// PDF/A.
fn written(document: &mut Document) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).ok()?;
    if !bytes.ends_with(b"\n") {
        bytes.push(b'\n');
    }
    Some(bytes)
}
