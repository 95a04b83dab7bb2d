//! `POST /v1/batch`: a table over a base, as an archive, a collective file, or line by line
//! while it is made.

use std::collections::HashSet;
use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::body::Bytes;
use axum::extract::{Request, State};
use axum::http::{Uri, header};
use axum::response::IntoResponse as _;
use serde_json::{Value, json};
use tokio::runtime::Handle;
use tokio::sync::{mpsc, oneshot};
use vereinbar::{ValidateOptions, Vereinbarung, parse, to_json};
use vereinbar_batch::{BatchError, BatchOptions, Progress, Report};
use vereinbar_tables::Columns;
use vereinbar_tables::files::MANIFEST;
use vereinbar_workers::FAULT;

use super::Problem;
use super::formats::BatchFormat;
use super::handlers::{Answer, check, other};
use super::many::{bytes, no_room, received, required};
use super::query::{OF_BATCH, Query};
use crate::app::{App, NoResult};
use crate::body_stream;
use crate::file_words::without_folder;
use crate::pages::base64;
use crate::runs::{self, Ended, Run};
use crate::tasks::Failed;
use crate::upload::Upload;

pub(super) async fn batch(State(app): State<Arc<App>>, uri: Uri, request: Request) -> Answer {
    let query = Query::of(&uri, &OF_BATCH)?;
    let format = query.read("format", BatchFormat::default())?;
    let upload = received(&app, request).await?;
    let table = required(&upload, "table")?;
    let columns = match upload.file("columns") {
        Some(path) => Columns::read(path).map_err(|error| said(&upload, &error.to_string()))?,
        None => Columns::default(),
    };
    // The name of no upload begins with a point.
    let output = upload.folder.path().join(".ergebnis");
    std::fs::create_dir(&output).map_err(|_| no_room())?;
    let is_check = query.yes_or_no("check")?;
    let (zip, pdf) = (output.join("formulare.zip"), output.join("sammeldatei.pdf"));
    let options = BatchOptions {
        base: base(&app, &upload).await?,
        art: query.optional("art")?,
        name: query.text("name"),
        per_massstab: query.yes_or_no("per_massstab")?,
        duplex: query.yes_or_no("duplex")?,
        check: is_check,
        zip: (format == BatchFormat::Zip).then(|| zip.clone()),
        combined: (format == BatchFormat::Pdf).then(|| pdf.clone()),
        out: (format == BatchFormat::Jsonl).then(|| output.clone()),
        render: query.render_options()?,
        ..BatchOptions::default()
    };
    let cancel = Arc::new(AtomicBool::new(false));
    let run = Run { table, columns, options, cancel: Arc::clone(&cancel) };
    match format {
        // What is only checked makes no file.
        BatchFormat::Zip if !is_check => whole(&app, run, upload, zip, "application/zip").await,
        BatchFormat::Pdf if !is_check => whole(&app, run, upload, pdf, "application/pdf").await,
        _ => lines(&app, run, upload, output),
    }
}

/// What all rows share.
async fn base(app: &App, upload: &Upload) -> Result<Option<Vereinbarung>, Problem> {
    let Some(path) = upload.file("base") else { return Ok(None) };
    let (json, ..) = check(app, bytes(path).await?, ValidateOptions::default()).await?;
    parse(&json).map(Some).map_err(|_| other())
}

/// Sets it when whoever asked has gone.
struct CancelOnDrop(Arc<AtomicBool>);

impl Drop for CancelOnDrop {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// One file, once it is made.
async fn whole(app: &Arc<App>, run: Run, upload: Upload, file: PathBuf, media_type: &'static str) -> Answer {
    let _cancel = CancelOnDrop(Arc::clone(&run.cancel));
    let (sender, ended) = oneshot::channel();
    // The run has the files for as long as it goes on, also where nobody waits for it any more.
    let on_end = move |ended: Ended| drop(sender.send((ended, upload)));
    runs::start(app, run, |_| {}, on_end).map_err(|_| NoResult::Busy)?;
    let Ok((ended, upload)) = ended.await else { return Err(other()) };
    let report = match ended {
        Some(Ok(report)) => report,
        Some(Err(error)) => return Err(refused(&upload, &error)),
        None => return Err(other()),
    };
    // The one thing that no archive is made of.
    if report.done == 0 {
        return Err(NoResult::Failed(Failed::Findings {
            message: "Aus keiner Zeile ist ein Dokument entstanden. Die Befunde nennt derselbe Aufruf mit check=true."
                .to_owned(),
            findings: report.findings.into_iter().map(|found| found.found.finding).collect(),
        })
        .into());
    }
    let (length, body) = body_stream::file(&file, upload).map_err(|_| other())?;
    let counts = [("vereinbar-done", report.done), ("vereinbar-failed", report.failed)];
    let mut response = ([(header::CONTENT_TYPE, media_type)], body).into_response();
    response.headers_mut().insert(header::CONTENT_LENGTH, length.into());
    for (name, count) in counts {
        response.headers_mut().insert(name, count.into());
    }
    Ok(response)
}

/// Line by line, while it is made.
fn lines(app: &Arc<App>, run: Run, upload: Upload, output: PathBuf) -> Answer {
    let (sender, body) = body_stream::channel();
    let cancel = Arc::clone(&run.cancel);
    let lines = Arc::new(Mutex::new(DocumentLines {
        runtime: Handle::current(),
        sender,
        cancel,
        manifest: None,
        sent: HashSet::new(),
        output,
    }));
    let ending = Arc::clone(&lines);
    let on_progress = move |progress: &Progress| locked(&lines).progress(progress);
    let on_end = move |ended: Ended| locked(&ending).end(ended, &upload);
    runs::start(app, run, on_progress, on_end).map_err(|_| NoResult::Busy)?;
    Ok(([(header::CONTENT_TYPE, "application/jsonl")], body).into_response())
}

fn locked(lines: &Mutex<DocumentLines>) -> MutexGuard<'_, DocumentLines> {
    lines.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Follows the manifest of a run, and sends on what it names.
struct DocumentLines {
    runtime: Handle,
    sender: mpsc::Sender<Bytes>,
    cancel: Arc<AtomicBool>,
    manifest: Option<BufReader<File>>,
    sent: HashSet<String>,
    output: PathBuf,
}

impl DocumentLines {
    fn progress(&mut self, progress: &Progress) {
        self.documents();
        self.send(&json!({
            "type": "progress",
            "phase": progress.phase.as_str(),
            "done": progress.done,
            "failed": progress.failed,
            "total": progress.total,
        }));
    }

    /// What was made since, as far as its line is complete.
    fn documents(&mut self) {
        if self.manifest.is_none() {
            self.manifest = File::open(self.output.join(MANIFEST)).ok().map(BufReader::new);
        }
        let mut entries: Vec<Value> = Vec::new();
        if let Some(manifest) = &mut self.manifest {
            let mut line = String::new();
            while manifest.read_line(&mut line).is_ok_and(|bytes| bytes > 0) && line.ends_with('\n') {
                entries.extend(serde_json::from_str::<Value>(&line).ok());
                line.clear();
            }
            // The rest of a line that is being written comes with the next look.
            let _ = manifest.seek_relative(-i64::try_from(line.len()).unwrap_or_default());
        }
        for entry in entries.iter().filter(|entry| entry.get("status").is_some_and(|status| status == "done")) {
            self.document(entry);
        }
    }

    /// A document, under the words that the manifest and the report have for it.
    fn document(&mut self, of: &Value) {
        let at = |key| of.get(key).cloned().unwrap_or_default();
        let Value::String(name) = at("file") else { return };
        if !self.sent.insert(name.clone()) {
            return;
        }
        let file = self.output.join(&name);
        let Ok(pdf) = std::fs::read(&file) else { return };
        // It has been handed on.
        let _ = std::fs::remove_file(&file);
        self.send(&json!({
            "type": "document",
            "row": at("row"),
            "source": at("source"),
            "form": at("form"),
            "file": name,
            "pdf": base64(&pdf),
        }));
    }

    fn end(&mut self, ended: Ended, upload: &Upload) {
        self.documents();
        let line = match ended {
            Some(Ok(report)) => {
                for state in &report.states {
                    self.document(&to_json::value(&state.document));
                }
                json!({ "type": "report", "report": shown(report) })
            }
            Some(Err(error)) => {
                let (detail, more) = runs::told(&error, upload.folder.path());
                json!({ "type": "problem", "detail": detail, "details": more })
            }
            None => json!({
                "type": "problem",
                "detail": FAULT,
                "details": [],
            }),
        };
        self.send(&line);
    }

    /// Sends a line, or stops the run where nobody reads it any more.
    fn send(&self, line: &Value) {
        let has_gone = self.cancel.load(Ordering::Relaxed);
        if !has_gone && !body_stream::send(&self.runtime, &self.sender, format!("{line}\n").into()) {
            self.cancel.store(true, Ordering::Relaxed);
        }
    }
}

/// The report without where its files lay for a while.
fn shown(mut report: Report) -> Report {
    report.outputs.clear();
    report
}

fn refused(upload: &Upload, error: &BatchError) -> Problem {
    let (message, details) = runs::told(error, upload.folder.path());
    let sentences: Vec<String> = std::iter::once(message).chain(details).collect();
    NoResult::Failed(Failed::Findings { message: sentences.join(" "), findings: Vec::new() }).into()
}

fn said(upload: &Upload, sentence: &str) -> Problem {
    Problem::request(without_folder(Some(upload.folder.path()), sentence))
}
