//! From the upload of a table to the documents that are made of it.

use std::path::Path as FilePath;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use vereinbar::{Art, RenderOptions, Vereinbarung, parse, to_json};
use vereinbar_batch::{BatchOptions, Report};
use vereinbar_tables::{Columns, Proposals, TableFormat};
use vereinbar_workers::FAULT;

use super::made_files::{COMBINED, FILES, MARKED, REPORT, ZIP};
use super::{columns_form, list_view, upload_page};
use crate::app::{App, NoResult};
use crate::body_stream;
use crate::data::SentFields;
use crate::file_words::name_of;
use crate::form_request::FormRequest;
use crate::kept::{List, ListProblem, MadeOfList};
use crate::pages::download::{attachment, disposition};
use crate::pages::message;
use crate::pages::shell::{self, Area};
use crate::runs::{self, Ended, Run};
use crate::tasks::{Done, Failed, ServeTask, XLSX};
use crate::upload::{self, PageUpload, Upload};

/// `GET /liste`
pub(crate) async fn new_list(State(app): State<Arc<App>>) -> Response {
    upload_page::page(&app, StatusCode::OK, None, None)
}

/// `POST /liste`
pub(crate) async fn take_list(State(app): State<Arc<App>>, PageUpload(upload): PageUpload) -> Response {
    let chosen = upload.fields.get("art").unwrap_or_default().parse::<Art>().ok();
    let refuse = |message: &str, findings: &[vereinbar::Finding]| {
        upload_page::page(&app, StatusCode::UNPROCESSABLE_ENTITY, Some((message, findings)), chosen)
    };
    let Some(table) = upload.file("tabelle").map(FilePath::to_owned) else {
        return refuse("Es ist keine Tabelle ausgewählt.", &[]);
    };
    let base = match base(&app, &upload).await {
        Ok(base) => base,
        Err(NoResult::Failed(Failed::Findings { message, findings })) => {
            return refuse(&format!("Grundlage: {message}"), &findings);
        }
        Err(refused) => return message::refused(&refused),
    };
    let of_base = base.as_ref().map(|(_, base)| base.art());
    if let Some((of_base, chosen)) = of_base.zip(chosen).filter(|(of_base, chosen)| of_base != chosen) {
        let (of_base, chosen) = (of_base.bezeichnung(), chosen.bezeichnung());
        return refuse(
            &format!(
                "Die Grundlage ist eine andere Art von Vereinbarung ({of_base}), als ausgewählt ist ({chosen}). Wählen Sie \
                 die der Grundlage, oder eine andere Grundlage."
            ),
            &[],
        );
    }
    let art = of_base.or(chosen);
    let (art, proposals) = match app.run(ServeTask::Propose { table: table.clone(), art }).await {
        Ok(Done::Proposed(Proposals { art, proposals, .. })) => (art, proposals),
        Ok(_) => return message::refused(&NoResult::fault()),
        Err(NoResult::Failed(Failed::Asked(message))) => return refuse(&message, &[]),
        Err(refused) => return message::refused(&refused),
    };
    let is_known = columns_form::open(&proposals).next().is_none();
    let list = List::new(upload.folder, table, base, art, proposals);
    let Some(id) = app.lists.put(list) else { return message::refused(&NoResult::Busy) };
    if is_known && let Some(list) = app.lists.get(&id) {
        check(&app, &list, Columns::default());
    }
    to(&id)
}

/// What all rows share.
async fn base(app: &App, sent: &Upload) -> Result<Option<(String, Vereinbarung)>, NoResult> {
    let Some(path) = sent.file("grundlage") else { return Ok(None) };
    let unreadable = || NoResult::Failed(Failed::Fault("Die Grundlage kann nicht gelesen werden.".to_owned()));
    let asked = |status| NoResult::Failed(Failed::Findings { message: upload::unread(status), findings: Vec::new() });
    let bytes = upload::bytes(path).await.map_err(asked)?;
    match app.run(ServeTask::Check { bytes, options: vereinbar::ValidateOptions::default() }).await? {
        Done::Checked { json, .. } => Ok(Some((name_of(path), parse(&json).map_err(|_| unreadable())?))),
        _ => Err(unreadable()),
    }
}

/// `GET /liste/{id}`
pub(crate) async fn show_list(State(app): State<Arc<App>>, Path(id): Path<String>) -> Response {
    match app.lists.get(&id) {
        Some(list) => list_view::page(&id, &list, app.access.form_token()),
        None => gone(),
    }
}

/// `POST /liste/{id}/spalten`
pub(crate) async fn confirm_columns(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    form: FormRequest,
) -> Response {
    let Some(list) = app.lists.get(&id) else { return gone() };
    let proposals = list.state().proposals.clone();
    match columns_form::confirmed(list.art, &proposals, &form.fields) {
        Ok(columns) => {
            check(&app, &list, columns);
            to(&id)
        }
        Err(wrong) => {
            let main = list_view::columns(&id, &list, Some((&form.fields, &wrong)), app.access.form_token());
            shell::page(StatusCode::UNPROCESSABLE_ENTITY, Area::List, "Liste", None, false, &main)
        }
    }
}

/// `POST /liste/{id}/erzeugen`
pub(crate) async fn make_documents(State(app): State<Arc<App>>, Path(id): Path<String>, form: FormRequest) -> Response {
    let Some(list) = app.lists.get(&id) else { return gone() };
    let columns = list.state().columns.clone().unwrap_or_default();
    let options = make_options(&list, &form.fields);
    let file = options.zip.clone().or_else(|| options.combined.clone());
    begin(&app, &list, columns, options, move |list, report| {
        // An archive of nothing is nothing to give.
        if report.done == 0
            && let Some(file) = &file
        {
            let _ = std::fs::remove_file(file);
        }
        let file = file.filter(|file| file.exists());
        list.state().made = Some(Arc::new(MadeOfList { report, file }));
    });
    to(&id)
}

fn make_options(list: &List, fields: &SentFields) -> BatchOptions {
    let is = |name: &str| fields.get(name).is_some();
    let is_combined = fields.get("ausgabe") == Some("sammeldatei");
    let name = fields.get("name").map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned);
    BatchOptions {
        zip: (!is_combined).then(|| list.file(ZIP)),
        combined: is_combined.then(|| list.file(COMBINED)),
        duplex: is_combined && is("duplex"),
        name: name.filter(|_| !is_combined),
        per_massstab: is("per_massstab"),
        render: RenderOptions {
            require_complete: is("require_complete"),
            signature_fields: !is_combined && is("signature_fields"),
            ..RenderOptions::default()
        },
        overwrite: true,
        // A run that was cancelled has left nothing, as its page says.
        resume: false,
        ..options(list)
    }
}

fn options(list: &List) -> BatchOptions {
    BatchOptions { base: list.base.clone(), art: Some(list.art), ..BatchOptions::default() }
}

/// Checks every row, and marks what was found in a copy of the table.
fn check(app: &Arc<App>, list: &Arc<List>, columns: Columns) {
    let can_be_marked = list
        .table
        .extension()
        .is_some_and(|ending| ["xlsx", "ods", "csv"].iter().any(|own| ending.eq_ignore_ascii_case(own)));
    let options = BatchOptions {
        check: true,
        marked: can_be_marked.then(|| list.file(MARKED)),
        overwrite: true,
        ..options(list)
    };
    begin(app, list, columns, options, |list, report| list.state().checked = Some(Arc::new(report)));
}

/// Begins a run, and keeps what comes of it with the list.
fn begin(
    app: &Arc<App>,
    list: &Arc<List>,
    columns: Columns,
    options: BatchOptions,
    keep: impl FnOnce(&List, Report) + Send + 'static,
) {
    if !list.begin() {
        return;
    }
    {
        let mut state = list.state();
        state.columns = Some(columns.clone());
        state.is_check = options.check;
        (state.made, state.problem) = (None, None);
        if options.check {
            state.checked = None;
        }
    }
    let problem = |message: &str| ListProblem { message: message.to_owned(), details: Vec::new() };
    // What was made before is not what this run makes.
    if !options.check {
        for name in [ZIP, COMBINED] {
            let _ = std::fs::remove_file(list.file(name));
        }
    }
    if std::fs::create_dir_all(list.output()).is_err() {
        list.state().problem = Some(Arc::new(problem("Auf dem Datenträger lässt sich nichts zwischenspeichern.")));
        list.end();
        return;
    }
    let run = Run { table: list.table.clone(), columns, options, cancel: Arc::clone(&list.cancel) };
    let (told, own) = (Arc::clone(list), Arc::clone(list));
    let on_end = move |ended: Ended| {
        match ended {
            Some(Ok(report)) if report.interrupted => {
                own.state().problem = Some(Arc::new(problem("Abgebrochen. Es ist nichts entstanden.")));
            }
            Some(Ok(mut report)) => {
                report.outputs.clear();
                let _ = std::fs::write(own.file(REPORT), to_json::document(&report));
                keep(&own, report);
            }
            Some(Err(error)) => {
                let (message, details) = runs::told(&error, own.folder());
                own.state().problem = Some(Arc::new(ListProblem { message, details }));
            }
            None => {
                own.state().problem = Some(Arc::new(problem(FAULT)));
            }
        }
        own.end();
    };
    if runs::start(app, run, move |progress| told.tell(progress), on_end).is_err() {
        list.state().problem = Some(Arc::new(problem(
            "Gerade werden schon zwei andere Tabellen bearbeitet. Versuchen Sie es noch einmal, wenn eine fertig ist.",
        )));
        list.end();
    }
}

/// `POST /liste/{id}/abbrechen`
pub(crate) async fn cancel_run(State(app): State<Arc<App>>, Path(id): Path<String>, _: FormRequest) -> Response {
    let Some(list) = app.lists.get(&id) else { return gone() };
    list.cancel.store(true, Ordering::Relaxed);
    to(&id)
}

/// `POST /liste/{id}/verwerfen`
pub(crate) async fn discard_list(State(app): State<Arc<App>>, Path(id): Path<String>, _: FormRequest) -> Redirect {
    if let Some(list) = app.lists.remove(&id) {
        list.cancel.store(true, Ordering::Relaxed);
    }
    Redirect::to("/liste")
}

/// `GET /liste/{id}/datei/{name}`, and `GET /liste/leer/datei/{art}.xlsx`
pub(crate) async fn list_file(State(app): State<Arc<App>>, Path((id, name)): Path<(String, String)>) -> Response {
    if id == "leer" {
        return empty(&app, &name).await;
    }
    let Some(list) = app.lists.get(&id) else { return gone() };
    let Some((_, media_type)) = FILES.iter().find(|(own, _)| *own == name) else { return gone() };
    match body_stream::file(&list.file(&name), list) {
        Ok((bytes, body)) => {
            let headers = [
                (header::CONTENT_TYPE, (*media_type).to_owned()),
                (header::CONTENT_LENGTH, bytes.to_string()),
                (header::CONTENT_DISPOSITION, disposition(&name)),
            ];
            (headers, body).into_response()
        }
        Err(_) => gone(),
    }
}

/// The table to fill in.
async fn empty(app: &App, name: &str) -> Response {
    let Some(Ok(art)) = name.strip_suffix(".xlsx").map(str::parse::<Art>) else { return gone() };
    let task = ServeTask::Table { files: Vec::new(), art: Some(art), entries: 2, format: TableFormat::Xlsx };
    match app.run(task).await {
        Ok(Done::File(bytes)) => attachment(name, XLSX, bytes),
        Ok(_) => message::refused(&NoResult::fault()),
        Err(refused) => message::refused(&refused),
    }
}

fn to(id: &str) -> Response {
    Redirect::to(&format!("/liste/{id}")).into_response()
}

fn gone() -> Response {
    message::with_way(
        StatusCode::NOT_FOUND,
        Area::List,
        "Nicht mehr da",
        "Diese Liste oder Datei ist nicht mehr aufbewahrt: Sie wurde verworfen, eine Stunde lang nicht angesehen, acht neuere \
         kamen dazu, oder das Programm wurde neu gestartet. Laden Sie die Tabelle noch einmal hoch.",
        ("/liste", "Tabelle hochladen"),
    )
}
