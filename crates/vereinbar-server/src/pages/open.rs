//! Opening what there is: a file that was sent, or one of the folder.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use vereinbar::ValidateOptions;

use super::{desk, message, start};
use crate::app::{App, NoResult};
use crate::data::Draft;
use crate::form_request::FormRequest;
use crate::html_form::{Desk, DeskFile};
use crate::tasks::{Done, Failed, ServeTask};

/// `POST /oeffnen`
pub(crate) async fn open(State(app): State<Arc<App>>, form: FormRequest) -> Response {
    let Some(bytes) = form.file("datei") else {
        let message = "Es ist keine Datei ausgewählt, oder sie ist leer.";
        return start::page(&app, StatusCode::UNPROCESSABLE_ENTITY, Some((message, &[])));
    };
    let file = form.file_name("datei").map(|name| DeskFile { name: name.to_owned(), version: None });
    show(&app, bytes.to_vec(), file).await
}

/// `GET /ordner/{name}`
pub(crate) async fn open_stored(State(app): State<Arc<App>>, Path(name): Path<String>) -> Response {
    let Some(folder) = &app.folder else {
        return message::page(StatusCode::NOT_FOUND, "Das ging nicht", "Dieser Dienst arbeitet ohne Ordner.");
    };
    match folder.read(&name) {
        Ok(opened) => show(&app, opened.bytes, Some(DeskFile { name, version: Some(opened.version) })).await,
        Err(error) => start::page(&app, StatusCode::NOT_FOUND, Some((&error.to_string(), &[]))),
    }
}

async fn show(app: &App, bytes: Vec<u8>, file: Option<DeskFile>) -> Response {
    let name = file.as_ref().map(|file| file.name.clone());
    match app.run(ServeTask::Check { bytes, options: ValidateOptions::default() }).await {
        Ok(Done::Checked { json, .. }) => match Draft::from_json(&json) {
            Some(draft) => desk::show(app, Desk { file, ..Desk::new(draft) }).await,
            None => desk::no_draft(),
        },
        Err(NoResult::Failed(Failed::Findings { message, findings })) => {
            let message = match name {
                Some(name) => format!("{name} lässt sich nicht öffnen. {message}"),
                None => message,
            };
            start::page(app, StatusCode::UNPROCESSABLE_ENTITY, Some((&message, &findings)))
        }
        Err(refused) => message::refused(&refused),
        Ok(_) => desk::no_draft(),
    }
}
