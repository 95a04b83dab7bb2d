//! The page of the form: sections at the side, one of them open, the paper beside it.

use maud::{Markup, html};
use vereinbar::modell::Filled as _;
use vereinbar::{Finding, Severity, Stage};

use super::drawing::Drawing;
use super::findings;
use super::form_parts;
use super::paper;
use super::sections::{Section, is_in, section_of, sections};
use crate::data::{Draft, View};
use crate::form_request::FORM_TOKEN;
use crate::words::{breakable, capitalised};

/// What is on the desk: the draft, and where the reader is.
pub(crate) struct Desk {
    pub(crate) draft: Draft,
    pub(crate) stage: Stage,
    /// The page of the paper, from 1.
    pub(crate) page: usize,
    /// A place in the section that is open.
    pub(crate) section: String,
    /// The file that was opened.
    pub(crate) file: Option<DeskFile>,
    /// Under which number the browser keeps the draft.
    pub(crate) kept_as: Option<String>,
    /// Where the reader goes on.
    pub(crate) focus: Option<String>,
    /// Whether the paper is turned to where the section is.
    pub(crate) seeks: bool,
    /// What has just been done.
    pub(crate) notice: Option<String>,
}

/// A file that was opened.
#[derive(Debug, Clone)]
pub(crate) struct DeskFile {
    pub(crate) name: String,
    /// Its version then, of one of the folder; one that was sent has none.
    pub(crate) version: Option<String>,
}

impl Desk {
    pub(crate) fn new(draft: Draft) -> Self {
        Self {
            draft,
            stage: Stage::Entwurf,
            page: 1,
            section: String::new(),
            file: None,
            kept_as: None,
            focus: None,
            seeks: false,
            notice: None,
        }
    }
}

/// The id of the heading that the reader comes to with a section.
pub(crate) const HEADING: &str = "abschnitt";

/// The fields that carry a draft from page to page.
pub(crate) fn carried(desk: &Desk, form_token: &str) -> Markup {
    html! {
        input type="hidden" name=(FORM_TOKEN) value=(form_token);
        input type="hidden" name="daten" value=(desk.draft.to_json());
        input type="hidden" name="stufe" value=(desk.stage.as_str());
        input type="hidden" name="seite" value=(desk.page);
        input type="hidden" name="hier" value=(desk.section);
        @if let Some(DeskFile { name, version }) = &desk.file {
            input type="hidden" name="datei" value=(name);
            @if let Some(version) = version { input type="hidden" name="version" value=(version); }
        }
        @if let Some(kept_as) = &desk.kept_as { input type="hidden" name="entwurf" value=(kept_as); }
    }
}

/// What stands in `main`.
pub(crate) fn page(desk: &Desk, view: &View, form_token: &str) -> Markup {
    let sections = sections(desk.draft.art);
    let here = section_of(&sections, &desk.section);
    let Some(section) = sections.get(here) else { return html! {} };
    let context = Drawing::new(&desk.draft, &view.findings, desk.focus.as_deref());
    let found: Vec<&Finding> =
        view.findings.iter().filter(|finding| section_of(&sections, &finding.path) == here).collect();
    let states: Vec<State> =
        sections.iter().enumerate().map(|(index, section)| state(desk, view, &sections, section, index)).collect();
    html! {
        form #formular.formular method="post" action="/formular" autocomplete="off" {
            (carried(desk, form_token))
            // What Enter in a field means.
            button.nur-vorlesen type="submit" tabindex="-1" aria-hidden="true" { "Aktualisieren" }
            header.schreibtisch {
                div {
                    h1 { (breakable(desk.draft.art.bezeichnung())) }
                    p.unterzeile {
                        @if let Some(file) = &desk.file { "Datei " (file.name) " · " }
                        (still_open(&states))
                    }
                }
                div.taten {
                    button.klein #rueckgaengig type="button" hidden { "Rückgängig" }
                    div.umschalter role="group" aria-label="Geprüft wird als" {
                        @for stage in Stage::ALL {
                            button type="submit" name="stufe" value=(stage.as_str()) aria-pressed=(if *stage == desk.stage { "true" } else { "false" }) {
                                (capitalised(stage.bezeichnung()))
                            }
                        }
                    }
                    button.haupt type="submit" formaction="/speichern" { "Prüfen und speichern" }
                }
            }
            div.meldung role="status" { @if let Some(notice) = &desk.notice { p tabindex="-1" autofocus { (notice) } } }
            div.arbeit {
                (side(&sections, &states, here))
                div.abschnitt {
                    h2 id=(HEADING) tabindex="-1" autofocus[desk.focus.as_deref() == Some(HEADING)] {
                        @if let Some(chapter) = section.chapter { span.kapitel { (chapter) } }
                        (section.title)
                    }
                    (findings::summary(&found))
                    @match section.fields.as_slice() {
                        [(pointer, node)] => (form_parts::body(&context, *node, pointer)),
                        fields => div.felder {
                            @for (pointer, node) in fields { (form_parts::field(&context, *node, pointer, form_parts::Level::SECTION)) }
                        }
                    }
                    div.weiter {
                        @if let Some(previous) = here.checked_sub(1).and_then(|index| sections.get(index)) {
                            button type="submit" name="abschnitt" value=(previous.id) { "Zurück" span.nur-vorlesen { " zu " (previous.title) } }
                        }
                        @match sections.get(here + 1) {
                            Some(next) => button.haupt type="submit" name="abschnitt" value=(next.id) { span { "Weiter" span.naechster { ": " (next.title) } } },
                            None => button.haupt type="submit" formaction="/speichern" { "Prüfen und speichern" },
                        }
                    }
                }
                (paper::aside(view))
            }
        }
    }
}

/// How far a section has come.
enum State {
    /// Something is wrong, or missing before it can be signed.
    Open(usize),
    Done,
    /// Nothing in it, and nothing asked for.
    Free,
}

/// What the head of the page says of all sections.
fn still_open(states: &[State]) -> String {
    match states.iter().filter(|state| matches!(state, State::Open(_))).count() {
        0 => "Keine Angabe offen".to_owned(),
        1 => "1 Abschnitt mit offenen Angaben".to_owned(),
        count => format!("{count} Abschnitte mit offenen Angaben"),
    }
}

fn state(desk: &Desk, view: &View, sections: &[Section], section: &Section, index: usize) -> State {
    let errors =
        view.findings.iter().filter(|finding| finding.severity == Severity::Error).map(|finding| &finding.path);
    let mut open: Vec<&String> = errors.chain(&view.open).filter(|path| section_of(sections, path) == index).collect();
    open.sort_unstable();
    open.dedup();
    // A whole that is missing and its parts are asked for once.
    let count = open.iter().filter(|path| !open.iter().any(|other| other != *path && is_in(other, path))).count();
    if count > 0 {
        State::Open(count)
    } else if section.fields.iter().any(|(pointer, _)| desk.draft.at(pointer).is_filled()) {
        State::Done
    } else {
        State::Free
    }
}

/// The sections; of a part of the agreement that is not open, its title alone.
fn side(sections: &[Section], states: &[State], here: usize) -> Markup {
    let open = sections.get(here).and_then(|section| section.chapter);
    let all: Vec<(&Section, &State)> = sections.iter().zip(states).collect();
    html! {
        nav.abschnitte aria-label="Abschnitte" {
            ol {
                @for group in all.chunk_by(|(a, _), (b, _)| a.chapter == b.chapter && a.chapter.is_some()) {
                    @match group.first().and_then(|(section, _)| section.chapter) {
                        Some(chapter) if Some(chapter) != open => {
                            li { (entry(group.first().map_or("", |(section, _)| &section.id), chapter, &together(group), false)) }
                        }
                        chapter => {
                            @if let Some(chapter) = chapter { li.kapitel { span { (chapter) } } }
                            @for (section, state) in group {
                                li.innen[chapter.is_some()] {
                                    (entry(&section.id, &section.title, state, sections.get(here).is_some_and(|open| open.id == section.id)))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn together(group: &[(&Section, &State)]) -> State {
    let open = group.iter().map(|(_, state)| if let State::Open(count) = state { *count } else { 0 }).sum();
    match open {
        0 if group.iter().any(|(_, state)| matches!(state, State::Done)) => State::Done,
        0 => State::Free,
        open => State::Open(open),
    }
}

fn entry(id: &str, title: &str, state: &State, is_here: bool) -> Markup {
    html! {
        button type="submit" name="abschnitt" value=(id) aria-current=[is_here.then_some("step")] {
            span.titel { (breakable(title)) }
            @match state {
                State::Open(count) => span.stand.offen { (count) span.nur-vorlesen { " offen" } },
                State::Done => span.stand.fertig { span aria-hidden="true" { "✓" } span.nur-vorlesen { "vollständig" } },
                State::Free => span.stand { span aria-hidden="true" { "–" } span.nur-vorlesen { "leer, nicht verlangt" } },
            }
        }
    }
}

/// What a heading of findings says.
pub(crate) fn verdict(findings: &[Finding]) -> String {
    capitalised(&Severity::counted(findings.iter().map(|finding| finding.severity)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_counts_sections_in_which_something_is_open() {
        let open = |count: usize| {
            let open = std::iter::repeat_with(|| State::Open(3)).take(count);
            still_open(&open.chain([State::Done, State::Free]).collect::<Vec<_>>())
        };
        assert_eq!(open(0), "Keine Angabe offen");
        assert_eq!(open(1), "1 Abschnitt mit offenen Angaben");
        assert_eq!(open(4), "4 Abschnitte mit offenen Angaben");
    }
}
