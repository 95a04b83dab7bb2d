//! The files that come of a draft: for the browser to keep, or in the folder.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use vereinbar::{Letterhead, LetterheadError, Logo, RenderOptions, ValidateOptions};

use super::pdf_card::{PICTURES, PURPOSE};
use super::save::ToKnow;
use super::suggested_name::stem;
use super::{desk, message, save};
use crate::agreements_folder::FolderError;
use crate::app::{App, NoResult};
use crate::form_request::FormRequest;
use crate::html_form::{Desk, DeskFile};
use crate::tasks::{Done, Failed, ServeTask};

/// `POST /pdf`
pub(crate) async fn download_pdf(State(app): State<Arc<App>>, form: FormRequest) -> Response {
    let Some(desk) = desk::sent(&form.fields) else { return desk::no_draft() };
    match file_bytes(&app, &form, &desk, true).await {
        Ok(bytes) => attachment(&format!("{}.pdf", stem(&desk.draft)), "application/pdf", bytes),
        Err(problem) => problem.page(&app, &desk, &form).await,
    }
}

/// `POST /json`
pub(crate) async fn download_json(State(app): State<Arc<App>>, form: FormRequest) -> Response {
    let Some(desk) = desk::sent(&form.fields) else { return desk::no_draft() };
    match file_bytes(&app, &form, &desk, false).await {
        Ok(bytes) => attachment(&format!("{}.json", stem(&desk.draft)), "application/json", bytes),
        Err(problem) => problem.page(&app, &desk, &form).await,
    }
}

/// `POST /ordner`
pub(crate) async fn store_in_folder(State(app): State<Arc<App>>, form: FormRequest) -> Response {
    let Some(mut desk) = desk::sent(&form.fields) else { return desk::no_draft() };
    let Some(folder) = &app.folder else {
        return message::page(StatusCode::NOT_FOUND, "Das ging nicht", "Dieser Dienst arbeitet ohne Ordner.");
    };
    let (name, opened) = match (form.fields.get("ablegen"), &desk.file) {
        (Some("ersetzen"), Some(DeskFile { name, version: Some(version) })) => (name.clone(), Some(version.clone())),
        _ => (form.fields.get("name").unwrap_or_default().trim().to_owned(), None),
    };
    let is_pdf = save::is_pdf(&name);
    let written = match file_bytes(&app, &form, &desk, is_pdf).await {
        Ok(bytes) => folder.write(&name, &bytes, opened.as_deref()).map_err(NotSaved::Folder),
        Err(problem) => Err(problem),
    };
    match written {
        Ok(version) => {
            desk.notice = Some(format!("{name} ist gespeichert."));
            desk.file = Some(DeskFile { name, version: Some(version) });
            desk::show(&app, desk).await
        }
        Err(problem) => problem.page(&app, &desk, &form).await,
    }
}

/// Why there is no file.
enum NotSaved {
    /// It has not been said yet what is to be known about the PDF.
    ToRead(ToKnow),
    NoResult(NoResult),
    Letterhead(LetterheadError),
    Folder(FolderError),
}

impl NotSaved {
    /// The page one came from, with what is wrong.
    async fn page(self, app: &App, desk: &Desk, form: &FormRequest) -> Response {
        let (status, sentence) = match self {
            Self::ToRead(known) => {
                const SENTENCE: &str = "Lesen Sie das, bevor Sie das PDF speichern:";
                return save::page(app, desk, form, StatusCode::OK, Some((SENTENCE, &known))).await;
            }
            Self::NoResult(NoResult::Failed(Failed::Findings { message, .. } | Failed::Asked(message))) => {
                (StatusCode::UNPROCESSABLE_ENTITY, message)
            }
            Self::NoResult(refused) => return message::refused(&refused),
            Self::Letterhead(error) => (StatusCode::UNPROCESSABLE_ENTITY, error.to_string()),
            Self::Folder(error @ (FolderError::Changed | FolderError::Exists)) => {
                (StatusCode::CONFLICT, error.to_string())
            }
            Self::Folder(error @ FolderError::Io(_)) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()),
            Self::Folder(error) => (StatusCode::UNPROCESSABLE_ENTITY, error.to_string()),
        };
        save::page(app, desk, form, status, Some((&sentence, &ToKnow::default()))).await
    }
}

async fn file_bytes(app: &App, form: &FormRequest, desk: &Desk, is_pdf: bool) -> Result<Vec<u8>, NotSaved> {
    let bytes = desk.draft.told().to_string().into_bytes();
    let mut remark = None;
    let task = if is_pdf {
        let options = Box::new(render_options(form).map_err(NotSaved::Letterhead)?);
        remark = options.letterhead.as_ref().and_then(Letterhead::remark);
        ServeTask::Render { bytes, options }
    } else {
        ServeTask::Check { bytes, options: ValidateOptions::default() }
    };
    match app.run(task).await.map_err(NotSaved::NoResult)? {
        Done::Rendered { pdf, of_layout, .. } => {
            let known = ToKnow { findings: of_layout, remark };
            if known.is_new(form) { Err(NotSaved::ToRead(known)) } else { Ok(pdf) }
        }
        Done::Checked { json, .. } => Ok(json.into_bytes()),
        _ => Err(NotSaved::NoResult(NoResult::fault())),
    }
}

/// The options of the page, under the names that the command has for them.
fn render_options(form: &FormRequest) -> Result<RenderOptions, LetterheadError> {
    let text = |name| form.fields.get(name).map(str::trim).filter(|text| !text.is_empty());
    let logo = |name: &str| {
        let Some(bytes) = form.file(name) else { return Ok(None) };
        Logo::new(bytes.to_vec(), form.fields.get(&format!("{name}_alt")).unwrap_or_default()).map(Some)
    };
    let mut letterhead = Letterhead::new();
    let [left, right] = PICTURES;
    if let Some(logo) = logo(left)? {
        letterhead = letterhead.logo(logo);
    }
    if let Some(logo) = logo(right)? {
        letterhead = letterhead.traeger_logo(logo);
    }
    if let Some(lines) = text("letterhead_line") {
        letterhead = letterhead.lines(lines.lines().map(str::trim_end))?;
    }
    if let Some(color) = text("color") {
        letterhead = letterhead.color(color)?;
    }
    Ok(RenderOptions {
        require_complete: text(PURPOSE) == Some("require_complete"),
        signature_fields: text(PURPOSE) == Some("signature_fields"),
        fillable: text(PURPOSE) == Some("fillable"),
        ausfuellhilfe: text("ausfuellhilfe").and_then(|choice| choice.parse().ok()).unwrap_or_default(),
        wortlaut: text("wortlaut").and_then(|choice| choice.parse().ok()).unwrap_or_default(),
        letterhead: (letterhead != Letterhead::new()).then_some(letterhead),
        ..RenderOptions::default()
    })
}

pub(super) fn attachment(name: &str, media_type: &'static str, bytes: Vec<u8>) -> Response {
    let headers = [(header::CONTENT_TYPE, media_type.to_owned()), (header::CONTENT_DISPOSITION, disposition(name))];
    (headers, bytes).into_response()
}

/// RFC 6266: a name for all, and one with all its letters.
pub(super) fn disposition(name: &str) -> String {
    let plain: String = name.chars().map(|c| if c.is_ascii() { c } else { '_' }).collect();
    let encoded = form_urlencoded::byte_serialize(name.as_bytes()).collect::<String>().replace('+', "%20");
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{encoded}")
}
