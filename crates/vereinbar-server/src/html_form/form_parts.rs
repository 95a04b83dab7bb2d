//! The parts of a form: objects, lists with their rows, and the fields in them.

use maud::{Markup, html};
use vereinbar::limits::MAX_LIST_ITEMS;
use vereinbar::schema::{Kind, Node};

use super::drawing::Drawing;
use super::sections::is_in;
use super::{findings, single_field};
use crate::data::is_choice;

/// How deep a heading is: below the section's `h2`.
#[derive(Clone, Copy)]
pub(super) struct Level(u8);

impl Level {
    pub(super) const SECTION: Self = Self(3);

    pub(super) const fn below(self) -> Self {
        Self(if self.0 < 6 { self.0 + 1 } else { 6 })
    }
}

/// A field with its label.
pub(super) fn field(context: &Drawing, node: Node, pointer: &str, level: Level) -> Markup {
    match node.kind() {
        Kind::Object => group(context, node, pointer, level),
        Kind::List => html! {
            fieldset.gruppe id=(pointer) tabindex="-1" autofocus[context.focus == Some(pointer)] {
                legend class={ "stufe" (level.0) } { (node.title()) }
                (single_field::hint(node, pointer))
                (rows(context, node, pointer, level))
            }
        },
        _ => single_field::single(context, node, pointer, node.title()),
    }
}

/// What is in a section that has one field only, whose title is the section's own.
pub(super) fn body(context: &Drawing, node: Node, pointer: &str) -> Markup {
    match node.kind() {
        Kind::Object => html! {
            div id=(pointer) tabindex="-1" autofocus[context.focus == Some(pointer)] {
                (single_field::hint(node, pointer))
                (findings::at(pointer, &context.at(pointer)))
                (properties(context, node, pointer, Level::SECTION))
            }
        },
        Kind::List => html! {
            fieldset.gruppe id=(pointer) tabindex="-1" autofocus[context.focus == Some(pointer)] {
                legend.nur-vorlesen { (node.title()) }
                (single_field::hint(node, pointer))
                (rows(context, node, pointer, Level::SECTION))
            }
        },
        _ => single_field::single(context, node, pointer, node.title()),
    }
}

fn group(context: &Drawing, node: Node, pointer: &str, level: Level) -> Markup {
    html! {
        fieldset.gruppe id=(pointer) tabindex="-1" autofocus[context.focus == Some(pointer)] {
            legend class={ "stufe" (level.0) } { (node.title()) }
            (single_field::hint(node, pointer))
            (findings::at(pointer, &context.at(pointer)))
            (properties(context, node, pointer, level.below()))
        }
    }
}

/// The fields of an object. Two lists are the two sides of an agreement.
pub(super) fn properties(context: &Drawing, node: Node, pointer: &str, level: Level) -> Markup {
    let fields: Vec<(&str, Node)> = node.properties().collect();
    let are_sides = fields.len() == 2 && fields.iter().all(|(_, field)| field.kind() == Kind::List);
    let all_short = !fields.is_empty() && fields.iter().all(|(_, field)| is_short(*field));
    html! {
        div class=(if are_sides { "seiten" } else if all_short { "nebeneinander" } else { "felder" }) {
            @for (key, part) in fields {
                (field(context, part, &format!("{pointer}/{key}"), level))
            }
        }
    }
}

fn is_short(node: Node) -> bool {
    matches!(node.kind(), Kind::Datum | Kind::Betrag | Kind::Zahl | Kind::Integer)
}

/// What is in a list.
fn rows(context: &Drawing, list: Node, pointer: &str, level: Level) -> Markup {
    let Some(item) = list.item() else { return html! {} };
    if item.kind() == Kind::Code {
        return single_field::choices(context, item, pointer);
    }
    let there = context.value(pointer).as_array().map_or(0, Vec::len);
    // One row to type into, where that does not open a form within the form.
    let count = if there == 0 && (is_simple(item) || is_section(pointer)) { 1 } else { there };
    let word = entry_word(item);
    html! {
        (findings::at(pointer, &context.at(pointer)))
        ol.reihen {
            @for index in 0..count {
                (row(context, item, &format!("{pointer}/{index}"), (index, count), word, level))
            }
        }
        @if count < MAX_LIST_ITEMS {
            button.hinzu type="submit" name="aktion" value={ "hinzu:" (pointer) } id={ "hinzu" (pointer) } {
                span aria-hidden="true" { "+ " } (word) " hinzufügen"
                span.nur-vorlesen { ": " (list.title()) }
            }
        }
    }
}

/// What an entry is called.
fn entry_word(item: Node) -> &'static str {
    if item.title().is_empty() { "Eintrag" } else { item.title() }
}

fn is_section(pointer: &str) -> bool {
    pointer.matches('/').count() == 1
}

fn is_simple(item: Node) -> bool {
    match item.kind() {
        Kind::Object => item.properties().all(|(_, field)| match field.kind() {
            Kind::List => false,
            Kind::Object => is_simple(field),
            _ => true,
        }),
        _ => true,
    }
}

fn row(
    context: &Drawing,
    item: Node,
    pointer: &str,
    (index, count): (usize, usize),
    word: &str,
    level: Level,
) -> Markup {
    let name = format!("{word} {}", index + 1);
    html! {
        li.reihe {
            @if item.kind() == Kind::Object {
                @let body = html! {
                    fieldset id=(pointer) tabindex="-1" autofocus[context.focus == Some(pointer)] {
                        legend.reihe-titel { (name) }
                        (findings::at(pointer, &context.at(pointer)))
                        (row_fields(context, item, pointer, level.below()))
                    }
                };
                @match brief(context, item, pointer, count) {
                    Some(brief) => details.zugeklappt id={ "reihe" (pointer) } { summary { strong { (name) } " " (brief) } (body) },
                    None => (body),
                }
            } @else {
                (single_field::single(context, item, pointer, &name))
            }
            div.werkzeuge {
                @for (verb, sign, what, is_possible) in [
                    ("auf", "↑", "nach oben", index > 0),
                    ("ab", "↓", "nach unten", index + 1 < count),
                ] {
                    @if count > 1 {
                        button.klein type="submit" name="aktion" value={ (verb) ":" (pointer) } disabled[!is_possible] title={ (name) " " (what) } {
                            span aria-hidden="true" { (sign) } span.nur-vorlesen { (name) " " (what) }
                        }
                    }
                }
                button.klein.weg type="submit" name="aktion" value={ "weg:" (pointer) } {
                    "Entfernen" span.nur-vorlesen { ": " (name) }
                }
            }
        }
    }
}

/// From how many rows on those that are filled and in order are folded up.
const ROWS_TO_FOLD: usize = 4;

/// What a row says first, where it is folded up.
fn brief(context: &Drawing, item: Node, pointer: &str, count: usize) -> Option<String> {
    const MAX_CHARS: usize = 60;
    let is_here = context.focus.is_some_and(|focus| is_in(pointer, focus));
    if count < ROWS_TO_FOLD || is_here || !context.within(pointer).is_empty() {
        return None;
    }
    let row = context.value(pointer).as_object()?;
    // As people write it: a code in its words, a day as a day.
    let mut texts =
        item.properties().filter_map(|(key, field)| Some(field.write(row.get(key).filter(|value| value.is_string())?)));
    let text = texts.find(|text| !text.trim().is_empty())?;
    Some(text.chars().take(MAX_CHARS).collect())
}

/// The fields of a row: first what the form asks for, the rest folded up.
fn row_fields(context: &Drawing, item: Node, pointer: &str, level: Level) -> Markup {
    let all: Vec<(String, Node)> = item.properties().map(|(key, field)| (format!("{pointer}/{key}"), field)).collect();
    let is_part = |field: Node| match field.kind() {
        Kind::Object => !is_sides(field),
        Kind::List => is_choice(field),
        _ => false,
    };
    let is_single = |field: Node| !matches!(field.kind(), Kind::Object | Kind::List);
    // Where the form asks for no field in particular, all are equal.
    let asks = all.iter().any(|(pointer, field)| is_single(*field) && context.is_asked(pointer));
    let is_first = |(pointer, field): &(String, Node)| {
        context.is_asked(pointer) || !(is_part(*field) || asks && is_single(*field))
    };
    let rest: Vec<Node> = all.iter().filter(|field| !is_first(field)).map(|(_, field)| *field).collect();
    // A single field takes no more room than what would fold it up.
    let is_folded = !matches!(rest.as_slice(), [only] if is_single(*only));
    let (first, later): (Vec<_>, Vec<_>) = all.into_iter().partition(|field| !is_folded || is_first(field));
    // A single part has its own title.
    let title = match later.as_slice() {
        [(_, only)] => only.title(),
        _ => "Weitere Angaben",
    };
    let is_open = later.iter().any(|(pointer, _)| context.is_worth_seeing(pointer));
    html! {
        div.felder {
            @for (pointer, part) in first { (field(context, part, &pointer, level)) }
        }
        @if !later.is_empty() {
            details.weitere id={ "weitere" (pointer) } open[is_open] {
                summary { (title) span.nur-vorlesen { " " (context_name(pointer)) } }
                div.felder {
                    @for (pointer, part) in later { (field(context, part, &pointer, level)) }
                }
            }
        }
    }
}

fn is_sides(node: Node) -> bool {
    let fields: Vec<Node> = node.properties().map(|(_, field)| field).collect();
    fields.len() == 2 && fields.iter().all(|field| field.kind() == Kind::List)
}

/// Tells equal summaries apart for who does not see where they stand.
fn context_name(pointer: &str) -> String {
    let numbers = pointer.split('/').filter_map(|step| step.parse::<usize>().ok()).map(|index| (index + 1).to_string());
    format!("({})", numbers.collect::<Vec<_>>().join("."))
}
