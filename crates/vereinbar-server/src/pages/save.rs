//! What is still to be done, and how the agreement is kept.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};
use vereinbar::{Ausfuellhilfe, Finding, Severity, Stage, Wortlaut};

use super::shell::{self, Area};
use super::trouble::trouble_lines;
use super::{desk, message};
use crate::app::App;
use crate::data::{Obstacle, View, ViewOptions};
use crate::form_request::FormRequest;
use crate::html_form::{self, Desk, DeskFile, carried, sections, verdict};

/// `POST /speichern`
pub(crate) async fn save(State(app): State<Arc<App>>, form: FormRequest) -> Response {
    match desk::sent(&form.fields) {
        Some(desk) => page(&app, &desk, StatusCode::OK, None).await,
        None => desk::no_draft(),
    }
}

/// The page, with why something was not saved.
pub(super) async fn page(app: &App, desk: &Desk, status: StatusCode, problem: Option<&str>) -> Response {
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
            @if let Some(problem) = problem { (trouble_lines(problem, &[])) }
            (ready(&view))
            (ways(app, desk, &view))
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

/// How it can be kept as it is now.
fn ways(app: &App, desk: &Desk, view: &View) -> Markup {
    let others = html! {
        (as_data())
        @if let Some(folder) = &app.folder { (in_folder(&folder.name(), desk, view)) }
    };
    html! {
        @match view.obstacle {
            None => div.spalten { (as_pdf(view)) div { (others) } },
            Some(Obstacle::Contradiction) => div.spalten { (others) },
            Some(Obstacle::Unreadable) => {},
        }
    }
}

/// The field that says what the PDF is for.
pub(super) const PURPOSE: &str = "zweck";

/// What a PDF is for: the option of that name, and its words.
const PURPOSES: [(&str, &str); 4] = [
    ("entwurf", "Zum Lesen und Drucken; was fehlt, bleibt als Platz zum Schreiben"),
    ("require_complete", "Zum Unterschreiben auf Papier; nur, wenn nichts fehlt"),
    ("signature_fields", "Zum elektronischen Unterschreiben, mit Unterschriftsfeldern; nur, wenn nichts fehlt"),
    ("fillable", "Zum Ausfüllen am Bildschirm in einem PDF-Programm; nicht zum Unterschreiben"),
];

/// What is refused while something is missing.
const TO_SIGN: [&str; 2] = ["require_complete", "signature_fields"];

fn suggested(view: &View) -> &'static str {
    if is_ready(view) { "require_complete" } else { "entwurf" }
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

fn as_pdf(view: &View) -> Markup {
    html! {
        section.karte aria-labelledby="als-pdf" {
            h2 #als-pdf { "PDF mit seinen Daten" }
            p { "Das ist die Datei, die Sie aufbewahren: zum Lesen, Drucken und Unterschreiben, und um später hier weiterzuarbeiten." }
            fieldset.feld {
                legend { "Wofür?" }
                @for (purpose, words) in PURPOSES {
                    label.wahl {
                        input type="radio" name=(PURPOSE) value=(purpose) checked[purpose == suggested(view)] disabled[TO_SIGN.contains(&purpose) && !is_ready(view)];
                        span { (words) }
                    }
                }
            }
            details.weitere {
                summary { "Ausfüllhilfe und Briefkopf" }
                div.felder {
                    div.feld {
                        label for="ausfuellhilfe" { "Ausfüllhilfe" }
                        select #ausfuellhilfe name="ausfuellhilfe" {
                            @for choice in Ausfuellhilfe::ALL { option value=(choice.as_str()) { (choice.bezeichnung()) } }
                        }
                    }
                    div.feld {
                        label for="wortlaut" { "Wortlaut" }
                        select #wortlaut name="wortlaut" {
                            @for choice in Wortlaut::ALL { option value=(choice.as_str()) { (choice.bezeichnung()) } }
                        }
                    }
                    div.feld {
                        label for="letterhead_line" { "Zeilen des Briefkopfs" }
                        p.hinweis #zeilen-hinweis { "Höchstens 8 Zeilen mit je 120 Zeichen." }
                        textarea #letterhead_line name="letterhead_line" rows="3" aria-describedby="zeilen-hinweis" {}
                    }
                    (picture("logo", "Logo, links"))
                    (picture("traeger_logo", "Logo des Trägers, rechts"))
                    div.feld.kurz {
                        label for="color" { "Akzentfarbe" }
                        p.hinweis #farbe-hinweis { "Als Farbwert wie #1d4e79; ohne Angabe die des Vordrucks." }
                        input #color type="text" name="color" aria-describedby="farbe-hinweis" autocomplete="off";
                    }
                }
            }
            button.haupt type="submit" { "PDF herunterladen" }
        }
    }
}

fn picture(name: &str, title: &str) -> Markup {
    let alt = format!("{name}_alt");
    html! {
        div.feld {
            label for=(name) { (title) }
            input id=(name) type="file" name=(name) accept=".png,.jpg,.jpeg,.svg";
        }
        div.feld {
            label for=(alt) { "Worte für das Bild" span.nur-vorlesen { ": " (title) } }
            p.hinweis id={ (alt) "-hinweis" } { "Ein Vorleseprogramm spricht sie, zum Beispiel „Wappen des Landkreises Musterland“." }
            input id=(alt) type="text" name=(alt) aria-describedby={ (alt) "-hinweis" } autocomplete="off";
        }
    }
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

fn in_folder(folder: &str, desk: &Desk, view: &View) -> Markup {
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
                input #name type="text" name="name" value=(suggested) aria-describedby="name-hinweis" autocomplete="off";
            }
            button #speichern-neu type="submit" formaction="/ordner" name="ablegen" value="neu" { "Als neue Datei speichern" }
        }
    }
}

/// Whether a file of this name holds a PDF.
pub(super) fn is_pdf(name: &str) -> bool {
    name.to_ascii_lowercase().ends_with(".pdf")
}
