//! What is still to be done, and how the agreement is kept.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};
use vereinbar::{Ausfuellhilfe, Severity, Stage, Wortlaut};

use super::trouble::trouble_lines;
use super::{desk, message, shell};
use crate::app::App;
use crate::data::{View, ViewOptions};
use crate::form_request::FormRequest;
use crate::html_form::{self, Desk, carried, sections, verdict};

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
            div.brotkrumen { button.link type="submit" formaction="/formular" { "‹ Zurück zum Formular" } }
            h1 { "Prüfen und speichern" }
            p.unterzeile { (desk.draft.art.bezeichnung()) }
            @if let Some(problem) = problem { (trouble_lines(problem, &[])) }
            (ready(&view))
            div.spalten {
                (as_pdf(&view))
                div {
                    (as_data())
                    @if let Some(folder) = &app.folder { (in_folder(&folder.name(), desk)) }
                }
            }
            @if !view.findings.is_empty() {
                section aria-labelledby="befunde" {
                    h2 #befunde { "Befunde" }
                    (html_form::all_findings(&sections(desk.draft.art), &view.findings))
                }
            }
        }
    };
    shell::page(status, "Prüfen und speichern", Some("formular.js"), false, &main)
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
                p { "Nichts fehlt, und nichts widerspricht sich. " @if !view.findings.is_empty() { (verdict(&view.findings)) " stehen unten." } }
            }
        } @else {
            section.urteil.offen {
                h2 { "Noch nicht unterschriftsreif: " (verdict(&view.findings)) }
                p { "Sie können den Entwurf trotzdem speichern und drucken; was fehlt, bleibt als Platz zum Schreiben. Die Befunde stehen unten." }
            }
        }
    }
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
                        input type="radio" name=(PURPOSE) value=(purpose) checked[purpose == suggested(view)];
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

fn in_folder(folder: &str, desk: &Desk) -> Markup {
    let suggested = format!("{}.pdf", super::suggested_name::stem(&desk.draft));
    html! {
        section.karte aria-labelledby="im-ordner" {
            h2 #im-ordner { "Im Ordner „" (folder) "“" }
            @if let Some((name, _)) = &desk.file {
                button.haupt type="submit" formaction="/ordner" name="ablegen" value="ersetzen" { (name) " speichern" }
                p.oder { "oder unter einem neuen Namen:" }
            }
            div.feld {
                label for="name" { "Dateiname" }
                p.hinweis #name-hinweis { "Mit der Endung .pdf oder .json." }
                input #name type="text" name="name" value=(suggested) aria-describedby="name-hinweis" autocomplete="off";
            }
            button type="submit" formaction="/ordner" name="ablegen" value="neu" { "Als neue Datei speichern" }
        }
    }
}
