//! Two agreements, and what changed from one to the other.

use std::path::Path;
use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};
use vereinbar::{Art, Difference, DifferenceKind, Finding};

use super::file_card::{AGREEMENT, FileCard};
use super::message;
use super::shell::{self, Area};
use super::trouble::trouble_findings;
use crate::agreements_folder::{FIRST_FILES, FolderFile};
use crate::app::{App, NoResult};
use crate::file_words::name_of;
use crate::form_request::FORM_TOKEN;
use crate::html_form::{section_of, sections};
use crate::tasks::{Done, Failed, ServeTask};
use crate::upload::{self, PageUpload, Upload};

/// The two files: field, heading, which one it is.
const FILES: [(&str, &str, &str); 2] = [
    ("vorher", "Frühere Vereinbarung", "Zum Beispiel die unterschriebene, die fortgeschrieben wurde."),
    ("nachher", "Spätere Vereinbarung", "Zum Beispiel der Entwurf, den die andere Seite geschickt hat."),
];

/// `GET /vergleich`
pub(crate) async fn choose_two(State(app): State<Arc<App>>) -> Response {
    page(&app, StatusCode::OK, None)
}

/// `POST /vergleich`
pub(crate) async fn compare_two(State(app): State<Arc<App>>, PageUpload(upload): PageUpload) -> Response {
    let refuse =
        |message: &str, findings: &[Finding]| page(&app, StatusCode::UNPROCESSABLE_ENTITY, Some((message, findings)));
    let [earlier, later] = FILES.map(|(field, title, _)| (field, title));
    let files = [chosen(&app, &upload, earlier).await, chosen(&app, &upload, later).await];
    let [Ok(Some(before)), Ok(Some(after))] = files else {
        let why = files.into_iter().find_map(Result::err);
        return refuse(&why.unwrap_or_else(|| "Wählen Sie beide Dateien aus.".to_owned()), &[]);
    };
    match app.run(ServeTask::Compare { before: before.bytes, after: after.bytes }).await {
        Ok(Done::Compared { art, differences }) => {
            let main = result(art, &differences, [&before.name, &after.name]);
            shell::page(StatusCode::OK, Area::Comparison, "Was sich geändert hat", None, false, &main)
        }
        Ok(_) => message::refused(&NoResult::fault()),
        Err(NoResult::Failed(Failed::Findings { message, findings })) => refuse(&message, &findings),
        Err(NoResult::Failed(Failed::Asked(message))) => refuse(&message, &[]),
        Err(refused) => message::refused(&refused),
    }
}

struct Chosen {
    name: String,
    bytes: Vec<u8>,
}

/// The file that was sent, or the one of the folder that was chosen.
async fn chosen(app: &App, upload: &Upload, (field, title): (&str, &str)) -> Result<Option<Chosen>, String> {
    if let Some(path) = upload.file(field) {
        let bytes = upload::bytes(path).await.map_err(|status| format!("{title}: {}", upload::unread(status)))?;
        return if bytes.is_empty() {
            Err(format!("{title}: Die Datei ist leer."))
        } else {
            Ok(Some(Chosen { name: upload.file_name(field).unwrap_or_default().to_owned(), bytes }))
        };
    }
    let Some(name) = upload.fields.get(&stored(field)).filter(|name| !name.is_empty()) else { return Ok(None) };
    let Some(folder) = &app.folder else { return Ok(None) };
    let opened = folder.read(name).map_err(|error| format!("{title}: {error}"))?;
    Ok(Some(Chosen { name: name_of(Path::new(name)), bytes: opened.bytes }))
}

fn stored(field: &str) -> String {
    format!("{field}_ordner")
}

/// The agreements of the folder to choose from, where there are any.
fn of_folder(listed: Option<&(String, (Vec<FolderFile>, bool))>, field: &str, title: &str) -> Markup {
    let listed = listed.filter(|(_, (entries, _))| !entries.is_empty());
    html! {
        @if let Some((folder, (entries, has_more))) = listed {
            div.feld.oder-feld {
                label for=(stored(field)) { "oder aus dem Ordner „" (folder) "“" span.nur-vorlesen { ": " (title) } }
                select id=(stored(field)) name=(stored(field)) {
                    option value="" { "nichts ausgewählt" }
                    @for entry in entries { option value=(entry.name) { (entry.name) } }
                }
                @if *has_more { p.hinweis { (FIRST_FILES) } }
            }
        }
    }
}

fn page(app: &App, status: StatusCode, problem: Option<(&str, &[Finding])>) -> Response {
    let listed = app.folder.as_ref().and_then(|folder| Some((folder.name(), folder.list().ok()?)));
    let main = html! {
        h1 { "Zwei Vereinbarungen vergleichen" }
        p.gross { "Sie sehen Feld für Feld, was neu ist, was entfallen ist und was anders lautet, in den Worten des Formulars." }
        @if let Some((message, findings)) = problem { (trouble_findings(message, findings)) }
        form method="post" action="/vergleich" enctype="multipart/form-data" {
            input type="hidden" name=(FORM_TOKEN) value=(app.access.form_token());
            div.spalten {
                @for (field, title, hint) in FILES {
                    (FileCard { field, title, hint, label: "PDF von vereinbar oder JSON", accept: AGREEMENT, is_required: false, takes_many: false }.with(&of_folder(listed.as_ref(), field, title)))
                }
            }
            button.haupt type="submit" { "Vergleichen" }
        }
    };
    shell::page(status, Area::Comparison, "Vergleich", Some("mehrere.js"), false, &main)
}

/// What changed, by section of the form.
fn result(art: Art, differences: &[Difference], [before, after]: [&str; 2]) -> Markup {
    let sections = &sections(art);
    let of = |index: usize| differences.iter().filter(move |one| section_of(sections, &one.path) == index);
    let count = differences.len();
    html! {
        div.brotkrumen { a href="/vergleich" { "‹ Andere Dateien vergleichen" } }
        h1 { "Was sich geändert hat" }
        p.unterzeile { (art.bezeichnung()) }
        dl.gegenueber {
            div { dt { "Früher" } dd { (before) } }
            div { dt { "Später" } dd { (after) } }
        }
        @if differences.is_empty() {
            section.urteil.gut { h2 { "Kein Unterschied" } p { "Beide Vereinbarungen sagen in jedem Feld dasselbe." } }
        } @else {
            p.gross { @if count == 1 { "Ein Unterschied." } @else { (count) " Unterschiede." } }
            @for (index, section) in sections.iter().enumerate() {
                @if of(index).next().is_some() {
                    section {
                        h2 { @if let Some(chapter) = section.chapter { span.kapitel { (chapter) } } (section.title) }
                        ul.unterschiede { @for one in of(index) { (difference(one)) } }
                    }
                }
            }
        }
    }
}

fn difference(one: &Difference) -> Markup {
    html! {
        li class=(one.kind.as_str()) {
            h3 { (one.place) " " span.art { (one.kind.bezeichnung()) } }
            @if let Some(place) = &one.place_before { p.ort { "früher: " (place) } }
            @if one.kind != DifferenceKind::Moved {
                dl {
                    @if let Some(text) = &one.before { div.vorher { dt { "Früher" } dd { del { (text) } } } }
                    @if let Some(text) = &one.after { div.nachher { dt { "Später" } dd { ins { (text) } } } }
                }
            }
        }
    }
}
