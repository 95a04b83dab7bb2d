//! A place for files, chosen or dropped.

use maud::{Markup, html};

/// What a field for one agreement takes.
pub(super) const AGREEMENT: &str = ".pdf,.json,application/pdf,application/json";

/// A place for one file, or for several.
pub(super) struct FileCard<'a> {
    /// The name of the field, and what the ids are made of.
    pub(super) field: &'a str,
    pub(super) title: &'a str,
    /// Which files these are.
    pub(super) label: &'a str,
    pub(super) hint: &'a str,
    /// What the browser offers, as for `accept`.
    pub(super) accept: &'a str,
    pub(super) is_required: bool,
    pub(super) takes_many: bool,
}

impl FileCard<'_> {
    /// With what else stands in it below the field.
    pub(super) fn with(&self, more: &Markup) -> Markup {
        let Self { field, title, label, hint, accept, is_required, takes_many } = *self;
        let here = if takes_many {
            "Sie können sie auch hierher ziehen."
        } else {
            "Sie können die Datei auch hierher ziehen."
        };
        html! {
            section.karte.ablage aria-labelledby={ (field) "-titel" } data-ablage=(field) {
                h2 id={ (field) "-titel" } { (title) }
                div.feld {
                    label for=(field) { (label) span.nur-vorlesen { ": " (title) } }
                    p.hinweis id={ (field) "-hinweis" } { (hint) " " span.nur-mit-skript { (here) } }
                    input id=(field) type="file" name=(field) accept=(accept) aria-describedby={ (field) "-hinweis" } required[is_required] multiple[takes_many];
                    @if takes_many { p.ausgewaehlt role="status" {} }
                }
                (more)
            }
        }
    }
}
