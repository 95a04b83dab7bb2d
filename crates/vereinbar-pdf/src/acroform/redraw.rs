//! Drawing a filled form anew, after a program that cannot keep it archivable.

use lopdf::xref::XrefType;
use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::appearance::{self, NOTHING, cross, default_appearance};
use super::entered::{FieldNode, nodes};
use super::error::RefreshError;
use super::font::{self, RESOURCE};
use super::object::{drawing, get, get_dictionary, name, size, text};
use crate::attachment::{AttachmentError, Keep, ReadLimits, on_a_thread};

/// The state of a button that is not ticked.
const OFF: &str = "Off";

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
        /// The state in which it is, other than `Off`.
        state: Option<String>,
        /// Whether a state that is none of its own counts as ticked.
        is_lenient: bool,
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
            Drawing::Button { widget, on, state, is_lenient } => {
                let size = document.get_dictionary(widget).ok().and_then(size).unwrap_or_default();
                let ticked = document.add_object(self::drawing(size, cross(size), Dictionary::new()));
                let empty = document.add_object(self::drawing(size, NOTHING.to_owned(), Dictionary::new()));
                let state = state.unwrap_or_else(|| OFF.to_owned());
                let mut states = dictionary! {OFF => empty};
                // It stays as it is, and reads as before; a reader shows nothing for a choice that there is not.
                states.set(state.as_str(), if state != OFF && is_lenient { ticked } else { empty });
                states.set(on, ticked);
                if let Ok(widget) = document.get_dictionary_mut(widget) {
                    plain(widget);
                    widget.set("MK", dictionary! {"CA" => text("8")});
                    widget.set("AS", name(&state));
                    widget.set("AP", dictionary! {"N" => states});
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
            b"Btn" => drawings.extend(buttons(document, &node)),
            _ => {}
        }
    }
    Ok(drawings)
}

/// The buttons of a field: what the page shows stays, as it is read; where it shows no states, what is kept.
fn buttons(document: &Document, node: &FieldNode<'_>) -> Vec<Drawing> {
    let kept = node.value(document, b"V").and_then(|value| value.as_name().ok()).map(lossy);
    let kept = kept.filter(|kept| kept != OFF);
    let has_states = node.widgets.iter().any(|(_, widget)| state(document, widget).is_some());
    let is_lenient = !node.is_radio(document);
    let mut drawings = Vec::new();
    // What is kept and is none of the choices is not to be lost: it is the state of the first.
    let mut is_open = !node.widgets.iter().any(|(_, widget)| on_state(document, widget) == kept);
    let mut chosen: Vec<String> = Vec::new();
    for (id, widget) in &node.widgets {
        let Some(id) = *id else { continue };
        let on = on_state(document, widget);
        let state = if has_states {
            state(document, widget).filter(|state| state != OFF)
        } else {
            kept.clone().filter(|_| on == kept || std::mem::take(&mut is_open))
        };
        chosen.extend(state.clone().filter(|state| !chosen.contains(state)));
        let on = on.or_else(|| state.clone()).unwrap_or_else(|| "Yes".to_owned());
        drawings.push(Drawing::Button { widget: id, on, state, is_lenient });
    }
    // Of several that exclude each other none is to win.
    if chosen.len() <= 1 {
        let state = chosen.pop().unwrap_or_else(|| OFF.to_owned());
        drawings.extend(node.id.map(|field| Drawing::Chosen { field, state }));
    }
    drawings
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
    states.iter().map(|(state, _)| lossy(state)).find(|state| state != OFF)
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
