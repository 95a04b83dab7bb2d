//! A field that holds one value, or boxes to tick, by what the schema says of it.

use maud::{Markup, html};
use vereinbar::schema::{Kind, Node};

use super::drawing::Drawing;
use super::findings;
use crate::data::shown;

/// A field that holds one value. `label` may be other than its title. It takes a text of any length: with a
/// `maxlength`, a browser cuts what is pasted, and says nothing; the finding does.
pub(super) fn single(context: &Drawing, node: Node, pointer: &str, label: &str) -> Markup {
    let value = context.value(pointer);
    let text = shown(node, value);
    let found = context.at(pointer);
    let is_wrong = found.iter().any(|finding| finding.severity == vereinbar::Severity::Error);
    let described = described_by(node, pointer, !found.is_empty());
    let focus = context.focus == Some(pointer);
    let (size, mode) = match node.kind() {
        Kind::Datum => ("feld kurz", Some("numeric")),
        Kind::Integer => ("feld kurz rechts", Some("numeric")),
        Kind::Plz => ("feld kurz", None),
        Kind::Betrag | Kind::Zahl => ("feld kurz rechts", Some("decimal")),
        Kind::Ags | Kind::Zeitangabe => ("feld mittel", None),
        _ => ("feld", None),
    };
    if node.kind() == Kind::Boolean {
        return yes_or_no(context, node, pointer, &text);
    }
    html! {
        div class=(size) {
            label for=(pointer) { (label) @if node.kind() == Kind::Betrag { " (EUR)" } }
            (hint(node, pointer))
            (findings::at(pointer, &found))
            @match node.kind() {
                Kind::Code => {
                    select id=(pointer) name=(pointer) aria-describedby=[described] aria-invalid=[is_wrong.then_some("true")] autofocus[focus] {
                        option value="" { "– keine Angabe –" }
                        @if !text.is_empty() && !node.codes().any(|code| code == text) {
                            option value=(text) selected { (text) }
                        }
                        @for code in node.codes() {
                            option value=(code) selected[code == text] { (node.words(code).next().unwrap_or(code)) }
                        }
                    }
                }
                Kind::Text if node.has_lines() => {
                    textarea id=(pointer) name=(pointer) rows=(rows(&text)) aria-describedby=[described] aria-invalid=[is_wrong.then_some("true")] autofocus[focus] {
                        // The first line feed of the content is the parser's.
                        "\n" (text)
                    }
                }
                _ => {
                    input id=(pointer) name=(pointer) type="text" value=(text) inputmode=[mode] autocomplete="off" aria-describedby=[described] aria-invalid=[is_wrong.then_some("true")] autofocus[focus];
                }
            }
        }
    }
}

/// Three answers: what nobody has answered is open.
fn yes_or_no(context: &Drawing, node: Node, pointer: &str, text: &str) -> Markup {
    html! {
        fieldset.feld.auswahl id=(pointer) tabindex="-1" autofocus[context.focus == Some(pointer)] {
            legend { (node.title()) }
            (hint(node, pointer))
            (findings::at(pointer, &context.at(pointer)))
            @for (value, word) in [("ja", "ja"), ("nein", "nein"), ("", "keine Angabe")] {
                label.wahl {
                    input type="radio" name=(pointer) value=(value) checked[value == text];
                    span { (word) }
                }
            }
        }
    }
}

/// A list of codes: boxes to tick.
pub(super) fn choices(context: &Drawing, item: Node, pointer: &str) -> Markup {
    let chosen: Vec<&str> =
        context.value(pointer).as_array().into_iter().flatten().filter_map(serde_json::Value::as_str).collect();
    let unknown = chosen.iter().filter(|code| !item.codes().any(|known| known == **code));
    html! {
        (findings::at(pointer, &context.within(pointer)))
        // Sent when no box is ticked.
        input type="hidden" name=(pointer) value="";
        div.kaesten {
            @for code in item.codes() {
                label.wahl {
                    input type="checkbox" name=(pointer) value=(code) checked[chosen.contains(&code)];
                    span { (item.words(code).next().unwrap_or(code)) }
                }
            }
            @for code in unknown {
                label.wahl { input type="checkbox" name=(pointer) value=(code) checked; span { (code) } }
            }
        }
    }
}

/// What the form says about a field. Of a choice only what it asks; its words explain themselves.
pub(super) fn hint(node: Node, pointer: &str) -> Markup {
    let help = help(node);
    html! {
        @if !help.is_empty() { p.hinweis id=(hint_id(pointer)) { (help) } }
    }
}

fn help(node: Node) -> String {
    let help = node.help().lines().next().unwrap_or_default();
    match node.kind() {
        Kind::Datum => format!("{help} TT.MM.JJJJ").trim().to_owned(),
        _ => help.to_owned(),
    }
}

fn hint_id(pointer: &str) -> String {
    format!("hinweis{pointer}")
}

fn described_by(node: Node, pointer: &str, has_findings: bool) -> Option<String> {
    let hint = (!help(node).is_empty()).then(|| hint_id(pointer));
    let findings = has_findings.then(|| findings::id(pointer));
    let ids: Vec<String> = hint.into_iter().chain(findings).collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

fn rows(text: &str) -> usize {
    const CHARS_PER_LINE: usize = 60;
    let lines = text.lines().map(|line| 1 + line.chars().count() / CHARS_PER_LINE).sum::<usize>();
    lines.clamp(2, 14)
}
