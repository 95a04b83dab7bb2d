//! Many agreements evaluated: which files, and what came of them.

use std::path::PathBuf;
use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse as _, Redirect, Response};
use maud::{Markup, html};
use vereinbar::modell::Datum;
use vereinbar_evaluate::{EvaluateOptions, Evaluated};

use super::download::attachment;
use super::evaluation_result::result;
use super::file_card::FileCard;
use super::message;
use super::shell::{self, Area};
use super::trouble::trouble_lines;
use crate::app::{App, NoResult};
use crate::data::SentFields;
use crate::form_request::{FORM_TOKEN, FormRequest};
use crate::kept::Evaluation;
use crate::tasks::{Done, Failed, ReportFormat, ServeTask};
use crate::upload::PageUpload;
use crate::words::without_commands;

/// The resolution of the report's pages.
const REPORT_PPI: f32 = 96.0;

/// `GET /auswertung`
pub(crate) async fn new_evaluation(State(app): State<Arc<App>>) -> Response {
    page(&app, StatusCode::OK, None, &SentFields::default())
}

/// `POST /auswertung`
pub(crate) async fn evaluate_files(State(app): State<Arc<App>>, PageUpload(upload): PageUpload) -> Response {
    let refuse = |problem: &NotEvaluated| page(&app, StatusCode::UNPROCESSABLE_ENTITY, Some(problem), &upload.fields);
    let Ok(stichtag) = stichtag(&upload.fields) else { return refuse(&NotEvaluated::said(NO_DAY)) };
    let is_folder = upload.fields.get("quelle") == Some("ordner");
    let (files, base) =
        if is_folder { of_folder(&app) } else { (upload.files("dateien"), upload.folder.path().into()) };
    if files.is_empty() {
        return refuse(&NotEvaluated::said("Es ist keine Datei ausgewählt."));
    }
    let anonym = upload.fields.get("anonym").map(|_| true);
    let options = Box::new(EvaluateOptions { stichtag, anonym, ..EvaluateOptions::default() });
    let evaluated = match app.run(ServeTask::Evaluate { files, options }).await {
        Ok(Done::Evaluated(evaluated)) => *evaluated,
        Ok(_) => return message::refused(&NoResult::fault()),
        Err(NoResult::Failed(Failed::Asked(message))) => return refuse(&NotEvaluated::said(&message)),
        Err(refused) => return message::refused(&refused),
    };
    if evaluated.auswertung.is_empty() {
        return refuse(&NotEvaluated::nothing(&Evaluation::new(evaluated, &base)));
    }
    let Evaluated { interrupted: false, .. } = evaluated else { return message::refused(&NoResult::TooLong) };
    match app.evaluations.put(Evaluation::new(evaluated, &base)) {
        Some(id) => Redirect::to(&format!("/auswertung/{id}")).into_response(),
        None => message::refused(&NoResult::Busy),
    }
}

/// `GET /auswertung/{id}`
pub(crate) async fn show_evaluation(State(app): State<Arc<App>>, Path(id): Path<String>, uri: Uri) -> Response {
    let Some(evaluation) = app.evaluations.get(&id) else { return gone() };
    let page = uri.query().and_then(|query| query.strip_prefix("seite=")).and_then(|page| page.parse().ok());
    let auswertung = Arc::clone(&evaluation.auswertung);
    let task = ServeTask::ReportPage { auswertung, page: page.unwrap_or(1).max(1), ppi: REPORT_PPI };
    let pages = match app.run(task).await {
        Ok(Done::Pages(pages)) => pages,
        Ok(_) => Vec::new(),
        Err(refused) => return message::refused(&refused),
    };
    let main = result(&id, &evaluation, pages.first(), app.access.form_token());
    shell::page(StatusCode::OK, Area::Evaluation, "Auswertung", Some("mehrere.js"), false, &main)
}

/// `GET /auswertung/{id}/{file}`
pub(crate) async fn download_report(State(app): State<Arc<App>>, Path((id, file)): Path<(String, String)>) -> Response {
    let Some(evaluation) = app.evaluations.get(&id) else { return gone() };
    let format = file.strip_prefix("auswertung.").and_then(|ending| ending.parse::<ReportFormat>().ok());
    let Some(format) = format else {
        return message::page(StatusCode::NOT_FOUND, "Das ging nicht", "Diese Seite gibt es nicht.");
    };
    match app.run(ServeTask::Report { auswertung: Arc::clone(&evaluation.auswertung), format }).await {
        Ok(Done::File(bytes)) => attachment(&file, format.media_type(), bytes),
        Ok(_) => message::refused(&NoResult::fault()),
        Err(refused) => message::refused(&refused),
    }
}

/// `POST /auswertung/{id}/verwerfen`
pub(crate) async fn discard_evaluation(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    _: FormRequest,
) -> Redirect {
    app.evaluations.remove(&id);
    Redirect::to("/auswertung")
}

fn gone() -> Response {
    message::with_way(
        StatusCode::NOT_FOUND,
        Area::Evaluation,
        "Nicht mehr da",
        "Diese Auswertung ist nicht mehr aufbewahrt: Sie wurde verworfen, eine Stunde lang nicht angesehen, acht neuere kamen \
         dazu, oder das Programm wurde neu gestartet. Werten Sie die Dateien noch einmal aus.",
        ("/auswertung", "Dateien auswählen"),
    )
}

/// The folder itself, as the command takes it: so it is told what belongs to no row of a list
/// any more, and what is not read.
fn of_folder(app: &App) -> (Vec<PathBuf>, PathBuf) {
    app.folder.as_ref().map(|folder| (vec![folder.path().to_owned()], folder.path().to_owned())).unwrap_or_default()
}

/// The field of the day against which is measured.
const STICHTAG: &str = "stichtag";
/// What is said of one that is none.
const NO_DAY: &str = "Der Stichtag ist kein Tag. Schreiben Sie ihn wie 31.12.2027.";

/// The day, as people write it or as data do; `Err` where what was written is none.
fn stichtag(fields: &SentFields) -> Result<Option<Datum>, ()> {
    match fields.get(STICHTAG).map(str::trim).filter(|text| !text.is_empty()) {
        None => Ok(None),
        Some(text) => text.parse().or_else(|_| Datum::parse_deutsch(text)).map(Some).map_err(|_| ()),
    }
}

/// Why nothing was evaluated.
struct NotEvaluated {
    message: String,
    details: Vec<String>,
}

impl NotEvaluated {
    fn said(message: &str) -> Self {
        Self { message: message.to_owned(), details: Vec::new() }
    }

    fn nothing(evaluation: &Evaluation) -> Self {
        let line = |befund: &vereinbar::auswertung::Befund| match befund.quellen.as_slice() {
            [] => without_commands(&befund.meldung),
            quellen => format!("{}: {}", quellen.join(", "), without_commands(&befund.meldung)),
        };
        Self {
            message: Evaluation::NOTHING.to_owned(),
            details: evaluation.auswertung.befunde.iter().take(50).map(line).collect(),
        }
    }
}

const FILES: FileCard<'_> = FileCard {
    field: "dateien",
    title: "Dateien",
    label: "PDF von vereinbar, JSON, JSON Lines oder Sammeldateien",
    hint: "Mehrere auf einmal, zusammen höchstens 256 MiB.",
    accept: ".pdf,.json,.jsonl,.ndjson,application/pdf,application/json",
    is_required: false,
    takes_many: true,
};

/// The page, with why nothing was evaluated and what was sent then.
fn page(app: &App, status: StatusCode, problem: Option<&NotEvaluated>, sent: &SentFields) -> Response {
    let folder = app.folder.as_ref().map(crate::agreements_folder::AgreementsFolder::name);
    let main = html! {
        h1 { "Vereinbarungen auswerten" }
        p.gross { "Aus vielen Vereinbarungen ein Bericht: was aus den Zielen geworden ist, was überfällig ist, was bevorsteht. Jede Zahl nennt die Vereinbarungen, aus denen sie kommt." }
        @if let Some(problem) = problem { (trouble_lines(&problem.message, &problem.details)) }
        form method="post" action="/auswertung" enctype="multipart/form-data" {
            input type="hidden" name=(FORM_TOKEN) value=(app.access.form_token());
            (FILES.with(&html! {}))
            (options(sent))
            div.taten {
                button.haupt type="submit" { "Dateien auswerten" }
                @if let Some(folder) = &folder {
                    button type="submit" name="quelle" value="ordner" { "Ordner „" (folder) "“ auswerten" }
                }
            }
        }
    };
    shell::page(status, Area::Evaluation, "Auswertung", Some("mehrere.js"), false, &main)
}

fn options(sent: &SentFields) -> Markup {
    let is_wrong = stichtag(sent).is_err();
    let described = if is_wrong { "stichtag-hinweis stichtag-befund" } else { "stichtag-hinweis" };
    html! {
        section.karte.angaben aria-label="Angaben zur Auswertung" {
            div.feld.kurz {
                label for="stichtag" { "Stichtag" }
                p.hinweis #stichtag-hinweis { "Der Tag, an dem gemessen wird, was überfällig ist und was bevorsteht. Ohne ihn bleibt beides offen." }
                @if is_wrong { p #stichtag-befund.befund.error { (NO_DAY) } }
                input #stichtag type="text" name=(STICHTAG) value=[sent.get(STICHTAG)] autocomplete="off" aria-describedby=(described) aria-invalid=[is_wrong.then_some("true")] data-heute;
            }
            label.wahl { input type="checkbox" name="anonym" value="ja" checked[sent.get("anonym").is_some()]; span { "Ohne die Namen der Träger (zum Veröffentlichen)" } }
        }
    }
}
