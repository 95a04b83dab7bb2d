//! What there is to say about single fields.

use std::collections::BTreeSet;

use vereinbar_pdf::acroform::{Control, Declared, FormField};

use crate::finding::{Finding, Severity};
use crate::modell::Art;
use crate::parse::FIELD_OVERFLOWS;
use crate::schema::Node;

/// A finding about the field at a place of the data.
pub(super) fn finding(
    root: Node,
    code: &'static str,
    severity: Severity,
    path: &str,
    message: &str,
    remedy: &str,
) -> Finding {
    let finding = Finding::error(code, "Formular", message, remedy);
    Finding { severity, place: root.place(path), path: path.to_owned(), ..finding }
}

/// The fields whose text is longer than they are, each once however often it is shown.
pub(crate) fn too_long(art: Art, declared: &[Declared], fields: &[Option<FormField>]) -> Vec<Finding> {
    let root = Node::root(art);
    let mut known = BTreeSet::new();
    let places =
        declared.iter().zip(fields).filter(|(place, field)| match field.as_ref().map(|field| &field.control) {
            Some(Control::Text { value } | Control::Select { value, .. }) => place.overflows(value),
            _ => false,
        });
    places
        .filter(|(place, _)| known.insert(place.path.as_str()))
        .map(|(place, _)| {
            finding(
                root,
                FIELD_OVERFLOWS.code,
                Severity::Warning,
                &place.path,
                FIELD_OVERFLOWS.message,
                "Am Bildschirm lässt sich der Text im Feld rollen, und die Daten enthalten ihn ganz. Kürzen Sie ihn, oder \
                 drucken Sie die Vereinbarung ohne Formularfelder; dort hat er Platz.",
            )
        })
        .collect()
}
