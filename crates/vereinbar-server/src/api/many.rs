//! The calls that take several files: `multipart/form-data`.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{StatusCode, Uri, header};
use axum::response::{IntoResponse as _, Response};
use serde_json::json;
use vereinbar::Art;
use vereinbar_tables::TableFormat;

use super::Problem;
use super::formats::SheetFormat;
use super::handlers::{Answer, JSON, other};
use super::problem::json_body;
use super::query::{OF_EVALUATE, OF_TABLE, Query};
use crate::app::{App, NoResult};
use crate::form_request;
use crate::kept::Evaluation;
use crate::tasks::{Done, Failed, ReportFormat, ServeTask, XLSX};
use crate::upload::{self, Upload};

/// Receives the files of a call, within the time of a request.
pub(super) async fn received(app: &Arc<App>, request: Request) -> Result<Upload, Problem> {
    let upload = tokio::time::timeout(app.limits.request, Upload::receive(request, app)).await;
    upload.unwrap_or(Err(StatusCode::REQUEST_TIMEOUT)).map_err(|status| match status {
        StatusCode::UNSUPPORTED_MEDIA_TYPE => Problem::new(
            status,
            "media_type",
            "Die Kopfzeile „Content-Type“ muss sagen, was gesendet wird. Möglich sind: multipart/form-data.",
        ),
        StatusCode::PAYLOAD_TOO_LARGE => Problem::new(
            status,
            "too_large",
            "Alle Dateien zusammen dürfen höchstens 256 MiB haben, und es dürfen höchstens 5000 sein.",
        ),
        StatusCode::REQUEST_TIMEOUT => Problem::new(
            status,
            "timeout",
            "Die Dateien waren nach einer Minute nicht vollständig angekommen. Senden Sie weniger auf einmal.",
        ),
        StatusCode::INSUFFICIENT_STORAGE => no_room(),
        _ => Problem::request("Die Anfrage kam unvollständig an."),
    })
}

pub(super) fn no_room() -> Problem {
    Problem::new(StatusCode::INSUFFICIENT_STORAGE, "storage", form_request::NO_ROOM)
}

/// The one file of this part.
pub(super) fn required(upload: &Upload, part: &str) -> Result<PathBuf, Problem> {
    let missing = || Problem::request(format!("Es fehlt die Datei im Teil „{part}“."));
    upload.file(part).map(std::borrow::ToOwned::to_owned).ok_or_else(missing)
}

/// The bytes of a file that was received, as many as an agreement may have.
pub(super) async fn bytes(path: &Path) -> Result<Vec<u8>, Problem> {
    upload::bytes(path).await.map_err(|status| match status {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::new(status, "too_large", upload::unread(status)),
        _ => Problem::request("Die Anfrage kam unvollständig an."),
    })
}

/// `POST /v1/compare`: what changed from one agreement to another.
pub(super) async fn compare(State(app): State<Arc<App>>, uri: Uri, request: Request) -> Answer {
    Query::of(&uri, &[])?;
    let upload = received(&app, request).await?;
    let (before, after) = (bytes(&required(&upload, "before")?).await?, bytes(&required(&upload, "after")?).await?);
    match app.run(ServeTask::Compare { before, after }).await {
        Ok(Done::Compared { differences, .. }) => Ok(json_body(JSON, &json!({ "differences": differences }))),
        Ok(_) => Err(other()),
        Err(refused) => Err(refused.into()),
    }
}

/// `POST /v1/evaluate`: many agreements, one evaluation.
pub(super) async fn evaluate(State(app): State<Arc<App>>, uri: Uri, request: Request) -> Answer {
    let query = Query::of(&uri, &OF_EVALUATE)?;
    let (options, format): (_, ReportFormat) =
        (Box::new(query.evaluate_options()?), query.read("format", ReportFormat::default())?);
    let upload = received(&app, request).await?;
    let files = upload.files("files");
    if files.is_empty() {
        return Err(Problem::request("Es fehlen die Dateien im Teil „files“."));
    }
    let evaluated = match app.run(ServeTask::Evaluate { files, options }).await? {
        Done::Evaluated(evaluated) => Evaluation::new(*evaluated, upload.folder.path()),
        _ => return Err(other()),
    };
    if evaluated.auswertung.is_empty() {
        return Err(NoResult::Failed(Failed::Findings {
            message: Evaluation::NOTHING.to_owned(),
            findings: Vec::new(),
        })
        .into());
    }
    file(&app, ServeTask::Report { auswertung: evaluated.auswertung, format }, format.media_type()).await
}

/// `GET /v1/table`: the table to fill in.
pub(super) async fn empty_table(State(app): State<Arc<App>>, uri: Uri) -> Answer {
    table(&app, &uri, Vec::new()).await
}

/// `POST /v1/table`: the table of agreements that there are.
pub(super) async fn filled_table(State(app): State<Arc<App>>, uri: Uri, request: Request) -> Answer {
    Query::of(&uri, &OF_TABLE)?;
    let upload = received(&app, request).await?;
    let files = upload.files("files");
    if files.is_empty() {
        return Err(Problem::request("Es fehlen die Dateien im Teil „files“."));
    }
    table(&app, &uri, files).await
}

async fn table(app: &App, uri: &Uri, files: Vec<PathBuf>) -> Answer {
    let query = Query::of(uri, &OF_TABLE)?;
    let art: Option<Art> = query.optional("art")?;
    let entries = query.entries()?;
    let (format, media_type) = match query.read("format", SheetFormat::default())? {
        SheetFormat::Xlsx => (TableFormat::Xlsx, XLSX),
        SheetFormat::Csv => (TableFormat::Csv, "text/csv; charset=utf-8"),
    };
    file(app, ServeTask::Table { files, art, entries, format }, media_type).await
}

async fn file(app: &App, task: ServeTask, media_type: &'static str) -> Result<Response, Problem> {
    match app.run(task).await? {
        Done::File(bytes) => Ok(([(header::CONTENT_TYPE, media_type)], bytes).into_response()),
        _ => Err(other()),
    }
}
