//! What a request brings: fields, files, and no more of them than it should.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;

use crate::app::App;
use crate::data::SentFields;
use crate::file_words::last_step;
use crate::pages::message;

/// The most parts of an upload.
const MAX_PARTS: usize = 32;
/// Where what was sent is to be kept while it is worked on.
pub(crate) const NO_ROOM: &str =
    "Die Dateien lassen sich nicht zwischenspeichern. Schaffen Sie auf dem Datenträger Platz.";
/// The field that shows that a form is one of ours.
pub(crate) const FORM_TOKEN: &str = "_formular";

/// A form: its fields, and the files that came with it.
pub(crate) struct FormRequest {
    pub(crate) fields: SentFields,
    files: Vec<SentFile>,
}

struct SentFile {
    field: String,
    name: String,
    bytes: Bytes,
}

impl FormRequest {
    /// The file of that field, where one was chosen: browsers send an empty one otherwise.
    pub(crate) fn file(&self, field: &str) -> Option<&Bytes> {
        self.sent(field).map(|file| &file.bytes)
    }

    /// What it is called.
    pub(crate) fn file_name(&self, field: &str) -> Option<&str> {
        self.sent(field).map(|file| file.name.as_str()).filter(|name| !name.is_empty())
    }

    fn sent(&self, field: &str) -> Option<&SentFile> {
        self.files.iter().find(|file| file.field == field && !file.bytes.is_empty())
    }
}

impl FromRequest<Arc<App>> for FormRequest {
    type Rejection = Response;

    async fn from_request(request: Request, app: &Arc<App>) -> Result<Self, Response> {
        let form = if has_media_type(request.headers(), "multipart/form-data") {
            let _permit = app.uploads.acquire().await;
            multipart(request, app).await?
        } else if has_media_type(request.headers(), "application/x-www-form-urlencoded") {
            let body = Bytes::from_request(request, app).await.map_err(|error| refused(error.status()))?;
            let fields = SentFields::parse(&body).ok_or_else(|| refused(StatusCode::PAYLOAD_TOO_LARGE))?;
            Self { fields, files: Vec::new() }
        } else {
            return Err(refused(StatusCode::UNSUPPORTED_MEDIA_TYPE));
        };
        without_token(app, &form.fields).map_or(Ok(form), Err)
    }
}

/// Refuses a form that is none of ours.
pub(crate) fn without_token(app: &App, fields: &SentFields) -> Option<Response> {
    if fields.get(FORM_TOKEN).is_some_and(|token| app.access.is_form_token(token)) {
        return None;
    }
    app.metrics.refused();
    Some(message::page(
        StatusCode::FORBIDDEN,
        "Nicht erlaubt",
        "Das Formular gehört nicht zu diesem Start des Programms. Öffnen Sie die Startseite und beginnen Sie neu; ein \
         Entwurf, den Ihr Browser aufbewahrt, steht dort.",
    ))
}

async fn multipart(request: Request, app: &Arc<App>) -> Result<FormRequest, Response> {
    let mut parts = Multipart::from_request(request, app).await.map_err(|error| refused(error.status()))?;
    let mut form = FormRequest { fields: SentFields::default(), files: Vec::new() };
    let mut count = 0;
    while let Some(part) = parts.next_field().await.map_err(|error| refused(error.status()))? {
        count += 1;
        if count > MAX_PARTS {
            return Err(refused(StatusCode::PAYLOAD_TOO_LARGE));
        }
        let field = part.name().unwrap_or_default().to_owned();
        let name = part.file_name().map(|name| last_step(name).to_owned());
        let bytes = part.bytes().await.map_err(|error| refused(error.status()))?;
        if let Some(name) = name {
            form.files.push(SentFile { field, name, bytes });
        } else {
            let text = std::str::from_utf8(&bytes).map_err(|_| refused(StatusCode::BAD_REQUEST))?;
            form.fields.push(field, text.to_owned());
        }
    }
    Ok(form)
}

/// Whether the body is of that type, whatever its parameters.
pub(crate) fn has_media_type(headers: &HeaderMap, media_type: &str) -> bool {
    let given = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    given.split(';').next().is_some_and(|given| given.trim().eq_ignore_ascii_case(media_type))
}

/// Why a form was not received.
pub(crate) fn refused(status: StatusCode) -> Response {
    let text = match status {
        StatusCode::PAYLOAD_TOO_LARGE => {
            "Das ist zu groß oder zu viel: Eine Vereinbarung darf als Datei höchstens 64 MiB haben, ein Formular 8 MiB; viele \
             Dateien zusammen 256 MiB, und höchstens 5000 auf einmal."
        }
        StatusCode::INSUFFICIENT_STORAGE => NO_ROOM,
        StatusCode::UNSUPPORTED_MEDIA_TYPE => "In dieser Form können die Angaben nicht gelesen werden.",
        _ => "Die Angaben kamen unvollständig an. Versuchen Sie es noch einmal.",
    };
    message::page(status, "Das ging nicht", text)
}
