//! What is still to be done, and how the agreement is kept.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};
use vereinbar::{Finding, Severity, Stage};

use super::pdf_card::{PICTURES, as_pdf};
use super::shell::{self, Area};
use super::trouble::{finding_lines, trouble};
use super::{desk, message};
use crate::app::App;
use crate::data::{Obstacle, SentFields, View, ViewOptions};
use crate::form_request::FormRequest;
use crate::html_form::{self, Desk, DeskFile, carried, sections, verdict};

/// `POST /speichern`
pub(crate) async fn save(State(app): State<Arc<App>>, form: FormRequest) -> Response {
    match desk::sent(&form.fields) {
        Some(desk) => page(&app, &desk, &form, StatusCode::OK, None).await,
        None => desk::no_draft(),
    }
}

/// The field that says that [what is to be known](ToKnow) was read, and what that was.
const READ: &str = "gelesen";

/// What is to be known about a PDF before it is saved, since a browser that gets a file shows no page.
#[derive(Default)]
pub(super) struct ToKnow {
    /// What was found in it.
    pub(super) findings: Vec<Finding>,
    /// What is done otherwise than was asked.
    pub(super) remark: Option<String>,
}

impl ToKnow {
    /// Whether there is something that was not told before.
    pub(super) fn is_new(&self, form: &FormRequest) -> bool {
        !self.is_empty() && form.fields.get(READ).is_none_or(|read| read != self.identity())
    }

    fn is_empty(&self) -> bool {
        self.findings.is_empty() && self.remark.is_none()
    }

    fn identity(&self) -> String {
        let findings = self.findings.iter().map(|finding| format!("{} {}", finding.code, finding.path));
        findings.chain(self.remark.clone()).collect::<Vec<_>>().join(", ")
    }
}

/// The page, with what was chosen on it before; `told` is why nothing was saved, or what is to be known first.
pub(super) async fn page(
    app: &App,
    desk: &Desk,
    form: &FormRequest,
    status: StatusCode,
    told: Option<(&str, &ToKnow)>,
) -> Response {
    let view = match desk::view(
        app,
        &desk.draft,
        ViewOptions { stage: Stage::Unterschriftsreif, page: Some(1), ppi: 20.0, seek: Vec::new() },
    )
    .await
    {
        Ok(view) => view,
        Err(refused) => return message::refused(&refused),
    };
    let main = html! {
        form #formular.speichern method="post" action="/pdf" enctype="multipart/form-data" {
            (carried(desk, app.access.form_token()))
            // What Enter in a field means, and not the way back.
            button.nur-vorlesen type="submit" tabindex="-1" aria-hidden="true" formaction=[view.obstacle.map(|_| "/json")] { "Herunterladen" }
            div.brotkrumen { button.link type="submit" formaction="/formular" { "‹ Zurück zum Formular" } }
            h1 { "Prüfen und speichern" }
            p.unterzeile { (desk.draft.art.bezeichnung()) }
            @if let Some((sentence, known)) = told { (to_know(sentence, known, form)) }
            (ready(&view))
            (ways(app, desk, &view, form))
            @if !view.findings.is_empty() {
                section aria-labelledby="befunde" {
                    h2 #befunde { "Befunde" }
                    (html_form::all_findings(&sections(desk.draft.art), &view.findings))
                }
            }
        }
    };
    shell::page(status, Area::Form, "Prüfen und speichern", Some("formular.js"), false, &main)
}

fn to_know(sentence: &str, known: &ToKnow, form: &FormRequest) -> Markup {
    let more = html! {
        (finding_lines(&known.findings))
        @if let Some(remark) = &known.remark { p { (remark) } }
        @if !known.is_empty() {
            p { "Gespeichert ist noch nichts. Soll es so bleiben, speichern Sie noch einmal." }
            input type="hidden" name=(READ) value=(known.identity());
        }
        @if PICTURES.iter().any(|picture| form.file(picture).is_some()) {
            p { "Für ein PDF mit Bildern im Briefkopf wählen Sie diese neu aus; der Browser sendet sie nur einmal." }
        }
    };
    trouble(sentence, &more)
}

/// How it can be kept as it is now.
fn ways(app: &App, desk: &Desk, view: &View, form: &FormRequest) -> Markup {
    let others = html! {
        (as_data())
        @if let Some(folder) = &app.folder { (in_folder(&folder.name(), desk, view, &form.fields)) }
    };
    html! {
        @match view.obstacle {
            None => div.spalten { (as_pdf(is_ready(view), form)) div { (others) } },
            Some(Obstacle::Contradiction) => div.spalten { (others) },
            Some(Obstacle::Unreadable) => {},
        }
    }
}

fn is_ready(view: &View) -> bool {
    view.findings.iter().all(|finding| finding.severity != Severity::Error)
}

fn ready(view: &View) -> Markup {
    html! {
        @if is_ready(view) {
            section.urteil.gut {
                h2 { "Die Vereinbarung ist unterschriftsreif." }
                p { "Was für die Unterschrift nötig ist, steht da." @if !view.findings.is_empty() { " " (below(&view.findings)) } }
            }
        } @else {
            section.urteil.offen {
                h2 { "Noch nicht unterschriftsreif: " (verdict(&view.findings)) }
                p {
                    @match view.obstacle {
                        None => "Sie können den Entwurf trotzdem speichern und drucken; was fehlt, bleibt als Platz zum Schreiben.",
                        Some(Obstacle::Contradiction) => "Ein PDF entsteht erst, wenn berichtigt ist, was sich widerspricht oder nicht sein kann; die Daten lassen sich schon als JSON speichern.",
                        Some(Obstacle::Unreadable) => "Speichern lässt sich die Vereinbarung erst, wenn alle Angaben lesbar sind.",
                    }
                    @if view.findings.len() == 1 { " Der Befund steht unten." } @else { " Die Befunde stehen unten." }
                }
            }
        }
    }
}

/// `2 Warnungen stehen unten.`
fn below(findings: &[Finding]) -> String {
    let verb = if findings.len() == 1 { "steht" } else { "stehen" };
    format!("{} {verb} unten.", verdict(findings))
}

fn as_data() -> Markup {
    html! {
        section.karte aria-labelledby="als-daten" {
            h2 #als-daten { "Nur die Daten" }
            p { "Als JSON, für andere Programme." }
            button type="submit" formaction="/json" { "JSON herunterladen" }
        }
    }
}

fn in_folder(folder: &str, desk: &Desk, view: &View, sent: &SentFields) -> Markup {
    // What contradicts itself is data all the same.
    let (ending, endings) = match view.obstacle {
        None => ("pdf", "Mit der Endung .pdf oder .json."),
        Some(_) => ("json", "Mit der Endung .json."),
    };
    let suggested = format!("{}.{ending}", super::suggested_name::stem(&desk.draft));
    let own = desk.file.as_ref().filter(|file| file.version.is_some());
    let own = own.filter(|file| view.obstacle.is_none() || !is_pdf(&file.name));
    html! {
        section.karte aria-labelledby="im-ordner" {
            h2 #im-ordner { "Im Ordner „" (folder) "“" }
            @if let Some(DeskFile { name, .. }) = own {
                button.haupt type="submit" formaction="/ordner" name="ablegen" value="ersetzen" { (name) " speichern" }
                p.oder { "oder unter einem neuen Namen:" }
            }
            div.feld {
                label for="name" { "Dateiname" }
                p.hinweis #name-hinweis { (endings) }
                input #name type="text" name="name" value=(sent.get("name").filter(|name| !name.trim().is_empty()).unwrap_or(&suggested)) aria-describedby="name-hinweis" autocomplete="off";
            }
            button #speichern-neu type="submit" formaction="/ordner" name="ablegen" value="neu" { "Als neue Datei speichern" }
        }
    }
}

/// Whether a file of this name holds a PDF.
pub(super) fn is_pdf(name: &str) -> bool {
    name.to_ascii_lowercase().ends_with(".pdf")
}
