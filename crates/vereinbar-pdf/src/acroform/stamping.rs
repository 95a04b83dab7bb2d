//! From links to fields.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::appearance::{self, NOTHING, cross, default_appearance};
use super::control::{Control, FormField};
use super::declared::{Declared, DeclaredFields, Link, elements};
use super::error::FormError;
use super::font::{self, FormFont, RESOURCE};
use super::name_tree::NameTree;
use super::object::{drawing, name, text};

/// A field is printed, and nothing else is said of it.
const PRINTED: i64 = 4;
const MULTILINE: i64 = 1 << 12;
/// One of the buttons of a group, and no click takes the last choice away.
const RADIO: i64 = (1 << 15) | (1 << 14);
const COMBO: i64 = 1 << 17;
/// The entry of a list of words for none of them.
const NONE: &str = " ";
/// What a ticked box holds.
const ON: &str = "Yes";
const OFF: &str = "Off";

impl DeclaredFields<'_> {
    /// Makes form fields of the places: of each what it becomes, in their order, with `None`
    /// for a place that is not in the data; places of the same name become one field.
    ///
    /// The rest of the file stays as it is, so that PDF/A-3a and PDF/UA-1 hold for it as
    /// before. The same input gives the same bytes, with a line feed after `%%EOF`.
    ///
    /// # Errors
    /// [`FormError`], all of them faults of the template.
    pub fn stamp(self, fields: Vec<Option<FormField>>) -> Result<Vec<u8>, FormError> {
        let places = self.places().to_vec();
        let Self { mut file, links, .. } = self;
        let form_font = font::font().ok_or(FormError::Structure)?;
        let elements = elements(&file.document).ok_or(FormError::Structure)?;
        let mut form = Form {
            resource: form_font.embed(&mut file.document),
            document: &mut file.document,
            font: form_font,
            names: NameTree::default(),
            buttons: Vec::new(),
            fields: BTreeMap::new(),
        };
        let mut has_signatures = false;
        let mut fields = fields.into_iter();
        for (declared, link) in places.iter().zip(links) {
            let unknown = || FormError::Unknown { path: declared.path.clone() };
            let field = fields.next().flatten().ok_or_else(unknown)?;
            has_signatures |= field.control == Control::Signature;
            retag(form.document, &elements, declared, link)?;
            form.add(declared, link, field)?;
        }
        form.finish(has_signatures).and_then(|()| file.written()).ok_or(FormError::Structure)
    }
}

/// The element of the structure tree: a form with its widget as the single child. The child
/// stands there itself and not in a list, or validators of signatures take the second
/// signature for a change of the first.
fn retag(
    document: &mut Document,
    elements: &BTreeMap<i64, ObjectId>,
    declared: &Declared,
    link: Link,
) -> Result<(), FormError> {
    let not_empty = || FormError::NotEmpty { path: declared.path.clone() };
    let annotation = document.get_dictionary(link.annotation).map_err(|_| FormError::Structure)?;
    // Written for what is in several pieces.
    if annotation.has(b"QuadPoints") {
        return Err(not_empty());
    }
    let number = annotation.get(b"StructParent").and_then(Object::as_i64).map_err(|_| FormError::Structure)?;
    let element = *elements.get(&number).ok_or(FormError::Structure)?;
    let element = document.get_dictionary_mut(element).map_err(|_| FormError::Structure)?;
    let child = match element.get(b"K") {
        Ok(Object::Array(children)) => match children.as_slice() {
            [child @ Object::Dictionary(_)] => child.clone(),
            _ => return Err(not_empty()),
        },
        Ok(child @ Object::Dictionary(_)) => child.clone(),
        _ => return Err(not_empty()),
    };
    element.set("S", name("Form"));
    element.set("K", child);
    Ok(())
}

struct Form<'a> {
    document: &'a mut Document,
    font: &'static FormFont,
    resource: ObjectId,
    names: NameTree,
    /// Of each size of a button what it looks like, ticked and not: there are many, of few sizes.
    buttons: Vec<((f32, f32), ObjectId, ObjectId)>,
    /// Of each full name its field: of what kind it is, and where.
    fields: BTreeMap<String, (&'static str, ObjectId)>,
}

impl Form<'_> {
    fn add(&mut self, declared: &Declared, link: Link, field: FormField) -> Result<(), FormError> {
        let FormField { name: full_name, label, control } = field;
        let mut widget = self.document.get_dictionary(link.annotation).cloned().map_err(|_| FormError::Structure)?;
        for key in [&b"A"[..], b"Border", b"Contents"] {
            widget.remove(key);
        }
        widget.set("Subtype", name("Widget"));
        widget.set("P", link.page);
        widget.set("F", PRINTED);
        widget.set("TU", text(&label));
        widget.set("MK", Dictionary::new());
        let size = (declared.width, declared.height);
        let mut own = Dictionary::new();
        let kind = match control {
            Control::Text { value } => {
                let is_multiline = declared.lines > 1;
                own = text_field(&value, declared.type_size);
                if is_multiline {
                    own.set("Ff", MULTILINE);
                }
                self.text(&mut widget, &value, declared.type_size, is_multiline, size);
                "text"
            }
            Control::Select { options, value } => {
                own = text_field(&value, declared.type_size);
                own.set("FT", name("Ch"));
                own.set("Ff", COMBO);
                // The first is none of them.
                let options = std::iter::once(NONE).chain(options.iter().map(String::as_str));
                own.set("Opt", options.map(text).collect::<Vec<_>>());
                self.text(&mut widget, &value, declared.type_size, false, size);
                "select"
            }
            Control::Check { is_on } => {
                let state = if is_on { ON } else { OFF };
                own.set("FT", name("Btn"));
                own.set("V", name(state));
                self.button(&mut widget, ON, state, size);
                "check"
            }
            Control::Choice { group, code, is_on } => {
                own = dictionary! {
                    "FT" => name("Btn"), "Ff" => RADIO, "V" => name(OFF), "TU" => text(&group),
                };
                self.button(&mut widget, &code, if is_on { &code } else { OFF }, size);
                "choice"
            }
            Control::Signature => {
                own.set("FT", name("Sig"));
                let drawing = self.document.add_object(drawing(size, NOTHING.to_owned(), Dictionary::new()));
                widget.set("AP", dictionary! {"N" => drawing});
                "signature"
            }
        };
        let chosen = (kind == "choice").then(|| widget.get(b"AS").ok().cloned()).flatten();
        self.place(declared, link.annotation, &full_name, kind, own, widget)?;
        // A group holds the choice of whichever button has it.
        if let Some(Object::Name(state)) = chosen
            && state != OFF.as_bytes()
            && let Some((_, field)) = self.fields.get(&full_name)
            && let Ok(field) = self.document.get_dictionary_mut(*field)
        {
            field.set("V", Object::Name(state));
        }
        Ok(())
    }

    /// What a field with text looks like.
    fn text(&mut self, widget: &mut Dictionary, value: &str, type_size: f32, is_multiline: bool, size: (f32, f32)) {
        let content = appearance::text(self.font, value, type_size, is_multiline, size);
        let fonts = dictionary! {"Font" => dictionary! {RESOURCE => self.resource}};
        let drawing = self.document.add_object(drawing(size, content, fonts));
        widget.set("AP", dictionary! {"N" => drawing});
    }

    /// What a button looks like in either state, and in which it is.
    fn button(&mut self, widget: &mut Dictionary, on: &str, state: &str, size: (f32, f32)) {
        let known = self.buttons.iter().find(|(known, ..)| *known == size);
        let (ticked, empty) = if let Some(&(_, ticked, empty)) = known {
            (ticked, empty)
        } else {
            let ticked = self.document.add_object(drawing(size, cross(size), Dictionary::new()));
            let empty = self.document.add_object(drawing(size, NOTHING.to_owned(), Dictionary::new()));
            self.buttons.push((size, ticked, empty));
            (ticked, empty)
        };
        widget.set("AP", dictionary! {"N" => dictionary! {on => ticked, OFF => empty}});
        widget.set("AS", name(state));
        // A cross, for programs that draw it themselves.
        widget.set("MK", dictionary! {"CA" => text("8")});
    }

    /// FormField and widget are one dictionary, unless the field has several widgets.
    fn place(
        &mut self,
        declared: &Declared,
        annotation: ObjectId,
        full_name: &str,
        kind: &'static str,
        own: Dictionary,
        mut widget: Dictionary,
    ) -> Result<(), FormError> {
        let twofold = || FormError::Kinds { path: declared.path.clone() };
        match self.fields.get(full_name).copied() {
            Some((known, _)) if known != kind => return Err(twofold()),
            Some((_, field)) if self.is_apart(field) => {
                self.share_lines(field, &own);
                widget.set("Parent", field);
                self.set(annotation, widget);
                self.add_kid(field, annotation);
            }
            // A second place: what they share goes into a field of its own.
            Some((known, first)) => {
                let field = self.document.add_object(Dictionary::new());
                self.take_apart(first, field);
                self.fields.insert(full_name.to_owned(), (known, field));
                self.share_lines(field, &own);
                self.names.replace(self.document, first, field);
                widget.set("Parent", field);
                self.set(annotation, widget);
                self.add_kid(field, annotation);
            }
            None => {
                if self.names.is_group(full_name) || self.is_below_a_field(full_name) {
                    return Err(twofold());
                }
                let field = if kind == "choice" {
                    let field = self.document.add_object(own);
                    widget.set("Parent", field);
                    self.set(annotation, widget);
                    self.add_kid(field, annotation);
                    field
                } else {
                    for (key, value) in own {
                        widget.set(key, value);
                    }
                    self.set(annotation, widget);
                    annotation
                };
                self.names.add(self.document, full_name, field);
                self.fields.insert(full_name.to_owned(), (kind, field));
            }
        }
        Ok(())
    }

    /// A text that has several lines in one of its places has them in all.
    fn share_lines(&mut self, field: ObjectId, own: &Dictionary) {
        if let (Ok(field), Ok(flags)) = (self.document.get_dictionary_mut(field), own.get(b"Ff")) {
            field.set("Ff", flags.clone());
        }
    }

    /// Whether the field has a dictionary of its own.
    fn is_apart(&self, field: ObjectId) -> bool {
        self.document.get_dictionary(field).is_ok_and(|field| !field.has(b"Subtype"))
    }

    fn is_below_a_field(&self, full_name: &str) -> bool {
        let ends = full_name.match_indices('.').map(|(end, _)| end);
        ends.filter_map(|end| full_name.get(..end)).any(|group| self.fields.contains_key(group))
    }

    /// Moves what belongs to the field out of its first widget.
    fn take_apart(&mut self, widget: ObjectId, field: ObjectId) {
        let mut own = Dictionary::new();
        if let Ok(dictionary) = self.document.get_dictionary_mut(widget) {
            for key in [&b"FT"[..], b"Ff", b"T", b"V", b"DV", b"Parent"] {
                if let Some(value) = dictionary.remove(key) {
                    own.set(key, value);
                }
            }
            if let Ok(label) = dictionary.get(b"TU") {
                own.set("TU", label.clone());
            }
            dictionary.set("Parent", field);
        }
        own.set("Kids", vec![widget.into()]);
        self.document.objects.insert(field, own.into());
    }

    fn add_kid(&mut self, field: ObjectId, widget: ObjectId) {
        if let Ok(field) = self.document.get_dictionary_mut(field) {
            match field.get_mut(b"Kids").and_then(Object::as_array_mut) {
                Ok(kids) => kids.push(widget.into()),
                Err(_) => field.set("Kids", vec![widget.into()]),
            }
        }
    }

    fn set(&mut self, id: ObjectId, dictionary: Dictionary) {
        self.document.objects.insert(id, dictionary.into());
    }

    fn finish(self, has_signatures: bool) -> Option<()> {
        let Self { document, names, resource, .. } = self;
        let roots = names.finish(document);
        let mut form = dictionary! {
            "Fields" => roots,
            "DR" => dictionary! {"Font" => dictionary! {RESOURCE => resource}},
            "DA" => text(&default_appearance(10.0)),
        };
        if has_signatures {
            form.set("SigFlags", 0);
        }
        let form = document.add_object(form);
        document.catalog_mut().ok()?.set("AcroForm", form);
        Some(())
    }
}

fn text_field(value: &str, type_size: f32) -> Dictionary {
    let mut field = dictionary! {"FT" => name("Tx"), "DA" => text(&default_appearance(type_size))};
    if !value.is_empty() {
        field.set("V", text(value));
    }
    field
}
