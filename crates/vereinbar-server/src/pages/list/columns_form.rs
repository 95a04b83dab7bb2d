//! What the headings of a table mean, for a person to confirm.

use std::sync::OnceLock;

use maud::{Markup, html};
use vereinbar::Art;
use vereinbar::pointer::{PointerBuf, Step};
use vereinbar::schema::{Kind, Node};
use vereinbar_tables::{Columns, Confidence, Heading, Proposal};

use crate::data::SentFields;
use crate::form_request::FORM_TOKEN;
use crate::kept::List;
use crate::pages::trouble::trouble;

/// What a column of notes is mapped to.
const REMARK: &str = "#";
/// How a column is called in the form: by its place among the headings.
fn field(index: usize) -> String {
    format!("spalte.{index}")
}

/// The headings that are to be confirmed, with their place among all.
pub(super) fn open(proposals: &[Proposal]) -> impl Iterator<Item = (usize, &Proposal)> {
    proposals.iter().enumerate().filter(|(_, proposal)| proposal.confidence != Confidence::Known)
}

/// What was confirmed; or the headings for which nothing that can be used was said.
pub(super) fn confirmed(art: Art, proposals: &[Proposal], fields: &SentFields) -> Result<Columns, Vec<String>> {
    let mut columns = Vec::new();
    let mut wrong = Vec::new();
    for (index, proposal) in open(proposals) {
        let said = fields.get(&field(index)).unwrap_or_default().trim();
        if said == REMARK || Heading::parse(art, said).is_ok() {
            columns.push((proposal.heading.clone(), vec![said.to_owned()]));
        } else {
            wrong.push(proposal.heading.clone());
        }
    }
    if wrong.is_empty() { Ok(Columns::new(columns)) } else { Err(wrong) }
}

/// The form: a line for each heading. What was sent stays, where it was wrong.
pub(super) fn form(id: &str, list: &List, sent: Option<(&SentFields, &[String])>, form_token: &str) -> Markup {
    let proposals = list.state().proposals.clone();
    let known = proposals.len() - open(&proposals).count();
    html! {
        div {
            h2 #spalten { "Was bedeuten die Überschriften?" }
            p {
                "Zu jeder Überschrift steht ein Vorschlag. Prüfen Sie jede Zeile; mit dem Knopf darunter gilt, was dort steht. "
                strong { "#" } " heißt: eine Bemerkung, die in kein Formular kommt."
                @if known > 0 { " " (known) " weitere sind Felder des Formulars und brauchen keine Bestätigung." }
            }
            @if let Some((_, wrong)) = sent {
                (trouble("Zu diesen Überschriften fehlt noch ein Feld, das es gibt:", &html! {
                    ul { @for heading in wrong { li { (heading) } } }
                    p { "Wählen Sie ein Feld aus der Liste, oder schreiben Sie # für eine Bemerkung." }
                }))
            }
            form method="post" action={ "/liste/" (id) "/spalten" } {
                input type="hidden" name=(FORM_TOKEN) value=(form_token);
                datalist #felder { @for label in labels(list.art) { option value=(label) {} } }
                div.tafel.zuordnung role="region" aria-labelledby="spalten" tabindex="0" {
                    table {
                        thead { tr { th scope="col" { "Überschrift" } th scope="col" { "Feld" } th scope="col" { "Erkannt" } } }
                        tbody {
                            @for (index, proposal) in open(&proposals) { (line(index, proposal, sent)) }
                        }
                    }
                }
                div.taten.unten { button.haupt type="submit" { "Zuordnung bestätigen und prüfen" } }
            }
        }
    }
}

fn line(index: usize, proposal: &Proposal, sent: Option<(&SentFields, &[String])>) -> Markup {
    let name = field(index);
    let proposed = match proposal.confidence {
        Confidence::Remark => REMARK,
        _ => proposal.fields.first().map_or("", String::as_str),
    };
    let value = sent.and_then(|(fields, _)| fields.get(&name)).unwrap_or(proposed);
    let is_wrong = sent.is_some_and(|(_, wrong)| wrong.contains(&proposal.heading));
    html! {
        tr {
            th scope="row" { label for=(name) { (proposal.heading) } }
            td { input id=(name) type="text" name=(name) value=(value) list="felder" autocomplete="off" aria-invalid=[is_wrong.then_some("true")] aria-describedby={ (name) ".wie" }; }
            td id={ (name) ".wie" } {
                @let words = proposal.confidence.bezeichnung();
                @if proposal.fields.is_empty() && proposal.confidence != Confidence::Remark {
                    strong { (words) ": bitte wählen" }
                } @else { (words) }
                @if proposal.fields.len() > 1 {
                    details { summary { "andere" } ul { @for other in proposal.fields.iter().skip(1) { li { (other) } } } }
                }
            }
        }
    }
}

/// Every field that a column can fill, the first entry of each list.
fn labels(art: Art) -> &'static [String] {
    static LABELS: OnceLock<Vec<(Art, Vec<String>)>> = OnceLock::new();
    let all = LABELS.get_or_init(|| {
        let of = |art: Art| {
            let mut labels = Vec::new();
            collect(art, Node::root(art), &PointerBuf::new(), &mut labels);
            (art, labels)
        };
        Art::ALL.iter().copied().map(of).collect()
    });
    all.iter().find(|(own, _)| *own == art).map_or(&[], |(_, labels)| labels)
}

fn collect(art: Art, node: Node, place: &PointerBuf, labels: &mut Vec<String>) {
    let path = place.steps().iter().map(|step| match step {
        Step::Key(key) => key.clone(),
        Step::Index(index) => (index + 1).to_string(),
    });
    // What has parts is offered part by part.
    let has_parts = |node: Node| node.kind() == Kind::Object;
    if !has_parts(node)
        && !node.item().is_some_and(has_parts)
        && let Ok(heading) = Heading::parse(art, &path.collect::<Vec<_>>().join("."))
    {
        labels.push(heading.label(art));
    }
    let mut below = |node: Node, step: Step<String>| {
        let mut place = place.clone();
        place.push(step);
        collect(art, node, &place, labels);
    };
    match node.kind() {
        Kind::Object => {
            for (key, node) in node.properties() {
                if !(place.steps().is_empty() && matches!(key, "art" | "fassung")) {
                    below(node, Step::Key(key.to_owned()));
                }
            }
        }
        Kind::List => {
            if let Some(item) = node.item().filter(|item| item.kind() != Kind::Code) {
                below(item, Step::Index(0));
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_that_is_offered_is_understood() {
        for &art in Art::ALL {
            let labels = labels(art);
            assert!(labels.len() > 20, "{}", labels.len());
            for label in labels {
                assert!(Heading::parse(art, label).is_ok(), "{label}");
            }
        }
    }
}
