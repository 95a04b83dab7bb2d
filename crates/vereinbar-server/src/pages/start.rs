//! Where one begins: a new agreement, a file, the folder.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{Redirect, Response};
use maud::{Markup, html};
use vereinbar::schema::Node;
use vereinbar::{Art, Finding};

use super::file_card::AGREEMENT;
use super::shell::{self, Area};
use super::trouble::{trouble_findings, trouble_lines};
use crate::agreements_folder::{AgreementsFolder, FIRST_FILES};
use crate::app::App;
use crate::form_request::FORM_TOKEN;
use crate::words::breakable;

/// `GET /`
pub(crate) async fn start(State(app): State<Arc<App>>) -> Response {
    page(&app, StatusCode::OK, None)
}

/// What a form answers to can be loaded again without it, and bookmarked: then one begins where drafts are.
pub(crate) async fn begin() -> Redirect {
    Redirect::to("/")
}

/// The start page, with why a file was not opened.
pub(super) fn page(app: &App, status: StatusCode, problem: Option<(&str, &[Finding])>) -> Response {
    let token = app.access.form_token();
    let main = html! {
        h1 { "Vereinbarungen der Jugendhilfe" }
        p.gross { "Formular ausfüllen, das Blatt daneben sehen, als PDF speichern. Die gespeicherte Datei trägt ihre Daten und lässt sich wieder öffnen." }
        @if let Some((message, findings)) = problem { (trouble_findings(message, findings)) }
        section #entwuerfe.karte hidden aria-labelledby="entwuerfe-titel" {
            h2 #entwuerfe-titel { "Angefangene Entwürfe" }
            p { "Ihr Browser bewahrt sie auf, bis Sie diese Registerkarte schließen oder sie löschen." }
            ul.dateien.entwuerfe {}
            form method="post" action="/formular" { input type="hidden" name=(FORM_TOKEN) value=(token); }
        }
        section aria-labelledby="neu" {
            h2 #neu { "Neu beginnen" }
            div.karten {
                @for &art in Art::ALL {
                    a.karte href={ "/neu/" (art) } {
                        h3 { (breakable(art.bezeichnung())) }
                        p { (breakable(Node::root(art).help().lines().next().unwrap_or_default())) }
                        span.wie-ein-link { "Formular öffnen" }
                    }
                }
            }
        }
        section aria-labelledby="oeffnen" {
            h2 #oeffnen { "Datei öffnen" }
            form #ablage.karte.ablage method="post" action="/oeffnen" enctype="multipart/form-data" {
                input type="hidden" name=(FORM_TOKEN) value=(token);
                div.feld {
                    label for="datei" { "PDF von vereinbar oder JSON" }
                    p.hinweis #datei-hinweis { "Aus dem PDF werden die Daten gelesen, mit denen es gemacht ist. " span.nur-mit-skript { "Sie können die Datei auch hierher ziehen." } }
                    input #datei type="file" name="datei" accept=(AGREEMENT) aria-describedby="datei-hinweis" required;
                }
                button.haupt type="submit" { "Öffnen" }
            }
        }
        @if let Some(folder) = &app.folder { (files(folder)) }
    };
    shell::page(status, Area::Form, "Startseite", Some("start.js"), false, &main)
}

fn files(folder: &AgreementsFolder) -> Markup {
    let Ok((entries, has_more)) = folder.list() else {
        return trouble_lines("Der Ordner lässt sich nicht mehr lesen.", &[]);
    };
    html! {
        section aria-labelledby="ordner" {
            h2 #ordner { "Ordner „" (folder.name()) "“" }
            @if entries.is_empty() {
                p { "Noch liegt keine Vereinbarung darin. Was Sie speichern, erscheint hier." }
            } @else {
                ul.dateien {
                    @for entry in &entries {
                        li { a href={ "/ordner/" (encoded(&entry.name)) } { (entry.name) } }
                    }
                }
            }
            @if has_more { p { (FIRST_FILES) } }
        }
    }
}

/// A name as a step of an address.
fn encoded(name: &str) -> String {
    // Of forms, but for the blank.
    form_urlencoded::byte_serialize(name.as_bytes()).collect::<String>().replace('+', "%20")
}
