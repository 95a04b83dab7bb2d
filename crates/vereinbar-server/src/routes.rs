//! Which address leads where.

use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn_with_state, map_response};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use vereinbar::limits::MAX_PDF_BYTES;

use crate::addresses::{BATCH, PROGRAMS};
use crate::app::App;
use crate::pages::message;
use crate::{access, api, assets, pages};

/// The largest form: an agreement of 1 MiB, as data and as fields, escaped.
const MAX_FORM_BYTES: usize = 8 << 20;
/// The largest upload: a PDF, and the fields around it.
const MAX_UPLOAD_BYTES: usize = MAX_PDF_BYTES + (1 << 20);

/// The largest upload of many files.
const MAX_FILES_BYTES: usize = 256 << 20;

/// All routes behind the guard.
pub(crate) fn router(app: Arc<App>) -> Router {
    let forms = Router::new()
        .route("/", get(pages::start))
        .route("/neu/{art}", get(pages::edit_new))
        .route("/formular", get(pages::begin).post(pages::edit))
        .route("/seiten", get(pages::begin).post(pages::all_sheets))
        .route("/speichern", get(pages::begin).post(pages::save))
        .route("/ordner", get(pages::begin).post(pages::store_in_folder))
        .route("/ordner/{name}", get(pages::open_stored))
        .layer(DefaultBodyLimit::max(MAX_FORM_BYTES));
    let uploads = Router::new()
        .route("/oeffnen", get(pages::begin).post(pages::open))
        .route("/pdf", get(pages::begin).post(pages::download_pdf))
        .route("/json", get(pages::begin).post(pages::download_json))
        .layer(DefaultBodyLimit::max(MAX_UPLOAD_BYTES));
    let many = Router::new()
        .route("/vergleich", get(pages::choose_two).post(pages::compare_two))
        .route("/auswertung", get(pages::new_evaluation).post(pages::evaluate_files))
        .route("/auswertung/{id}", get(pages::show_evaluation))
        .route("/auswertung/{id}/verwerfen", get(pages::begin).post(pages::discard_evaluation))
        .route("/auswertung/{id}/{file}", get(pages::download_report))
        .route("/liste", get(pages::new_list).post(pages::take_list))
        .route("/liste/{id}", get(pages::show_list))
        .route("/liste/{id}/spalten", get(pages::begin).post(pages::confirm_columns))
        .route("/liste/{id}/erzeugen", get(pages::begin).post(pages::make_documents))
        .route("/liste/{id}/abbrechen", get(pages::begin).post(pages::cancel_run))
        .route("/liste/{id}/verwerfen", get(pages::begin).post(pages::discard_list))
        .route("/liste/{id}/verlauf", get(pages::follow_run))
        .route("/liste/{id}/datei/{name}", get(pages::list_file))
        .layer(DefaultBodyLimit::max(MAX_FILES_BYTES));
    let programs_of_many = api::router_of_many().layer(DefaultBodyLimit::max(MAX_FILES_BYTES));
    let programs = api::router().layer(DefaultBodyLimit::max(MAX_UPLOAD_BYTES));
    Router::new()
        .merge(forms)
        .merge(uploads)
        .merge(many)
        .merge(programs)
        .merge(programs_of_many)
        .route("/assets/{name}", get(assets::asset))
        .fallback(nowhere)
        .method_not_allowed_fallback(other_method)
        .layer(from_fn_with_state(Arc::clone(&app), access::guard))
        .layer(from_fn_with_state(Arc::clone(&app), in_time))
        .layer(map_response(access::protect))
        .with_state(app)
}

/// What the times of [`TimeLimits`](crate::time_limits::TimeLimits) are to who asks.
const TOO_LATE: &str = "Die Anfrage war nach einer Minute nicht vollständig angekommen und bearbeitet. Senden Sie weniger auf \
    einmal, oder versuchen Sie es noch einmal.";
const RUN_TOO_LONG: &str = "Der Lauf war nach 15 Minuten nicht zu Ende und ist abgebrochen. Teilen Sie die Tabelle, oder nehmen \
    Sie die Dokumente einzeln entgegen, während sie entstehen (format=jsonl).";

async fn in_time(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let start = Instant::now();
    let is_run = request.uri().path() == BATCH;
    let limit = if is_run { app.limits.run } else { app.limits.request };
    let for_programs = request.uri().path().starts_with(PROGRAMS);
    let answer = tokio::time::timeout(limit, next.run(request)).await;
    let response = answer.unwrap_or_else(|_| {
        if is_run {
            say(for_programs, StatusCode::GATEWAY_TIMEOUT, "too_long", RUN_TOO_LONG)
        } else {
            say(for_programs, StatusCode::REQUEST_TIMEOUT, "timeout", TOO_LATE)
        }
    });
    app.metrics.answered(response.status().as_u16(), start.elapsed());
    response
}

async fn nowhere(request: Request) -> Response {
    let for_programs = request.uri().path().starts_with(PROGRAMS);
    say(for_programs, StatusCode::NOT_FOUND, "not_found", "Diese Seite gibt es nicht.")
}

async fn other_method(request: Request) -> Response {
    let for_programs = request.uri().path().starts_with(PROGRAMS);
    say(for_programs, StatusCode::METHOD_NOT_ALLOWED, "method", "So lässt sich diese Adresse nicht aufrufen.")
}

fn say(for_programs: bool, status: StatusCode, code: &'static str, message: &str) -> Response {
    if for_programs {
        api::Problem::new(status, code, message).into_response()
    } else {
        message::page(status, "Das ging nicht", message)
    }
}

#[cfg(test)]
mod tests {
    use std::pin::Pin;
    use std::sync::Mutex;
    use std::task::{Context, Poll};
    use std::time::Duration;
    use vereinbar_workers::WorkerOptions;

    use axum::body::{Body, Bytes};
    use axum::http::header;
    use axum::http::response::Parts;
    use hyper::body::Frame;
    use hyper::service::Service as _;
    use hyper_util::service::TowerToHyperService;
    use tokio::sync::oneshot;

    use super::*;
    use crate::access::Access;
    use crate::options::ServeOptions;
    use crate::tasks::{Busy, Done, Failed, ServeTask, TaskRunner};
    use crate::time_limits::TimeLimits;

    const SHORT: Duration = Duration::from_millis(50);
    const LONG: Duration = Duration::from_mins(10);
    const JSON: &str = "application/json";
    const FILES: &str = "multipart/form-data; boundary=x";
    const FORM: &str = "application/x-www-form-urlencoded";

    /// Takes every task and does none.
    #[derive(Default)]
    struct NeverDone(Mutex<Vec<oneshot::Sender<Result<Done, Failed>>>>);

    impl TaskRunner for NeverDone {
        fn start(&self, _: ServeTask) -> Result<oneshot::Receiver<Result<Done, Failed>>, Busy> {
            let (answer, receiver) = oneshot::channel();
            self.0.lock().unwrap().push(answer);
            Ok(receiver)
        }
    }

    /// A body of which nothing more comes.
    struct NeverSent;

    impl hyper::body::Body for NeverSent {
        type Data = Bytes;
        type Error = std::convert::Infallible;

        fn poll_frame(self: Pin<&mut Self>, _: &mut Context) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
            Poll::Pending
        }
    }

    /// Has no room for a task.
    struct NoRoom;

    impl TaskRunner for NoRoom {
        fn start(&self, _: ServeTask) -> Result<oneshot::Receiver<Result<Done, Failed>>, Busy> {
            Err(Busy)
        }
    }

    /// The answer to a request that may do everything, and what was counted of it.
    fn ask(limits: TimeLimits, path: &str, media_type: &str, body: impl FnOnce(&App) -> Body) -> (u16, String, String) {
        let (head, body, counted) = ask_of(Box::new(NeverDone::default()), limits, path, media_type, body);
        (head.status.as_u16(), body, counted)
    }

    /// The same, of who does the tasks so, with the head of the answer.
    fn ask_of(
        runner: Box<dyn TaskRunner>,
        limits: TimeLimits,
        path: &str,
        media_type: &str,
        body: impl FnOnce(&App) -> Body,
    ) -> (Parts, String, String) {
        let (access, token) = Access::new(&ServeOptions::default(), 8080).unwrap();
        let app = Arc::new(App::new(access, None, runner, WorkerOptions::default(), limits));
        let request = Request::post(path)
            .header(header::HOST, "localhost:8080")
            .header(header::AUTHORIZATION, format!("Bearer {token}"))
            .header(header::COOKIE, app.access.set_cookie())
            .header(header::CONTENT_TYPE, media_type)
            .body(body(&app))
            .unwrap();
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_time().build().unwrap();
        runtime.block_on(async {
            let response = TowerToHyperService::new(router(Arc::clone(&app))).call(request).await.unwrap();
            let (head, body) = response.into_parts();
            let body = axum::body::to_bytes(body, usize::MAX).await.unwrap();
            (head, String::from_utf8(body.to_vec()).unwrap(), app.metrics.text())
        })
    }

    /// The fields of a form that shows a draft.
    fn form_of_a_draft(app: &App) -> Body {
        let draft = crate::data::Draft::blank(vereinbar::Art::LeqVereinbarung).to_json();
        let fields = [("_formular", app.access.form_token()), ("daten", &draft)];
        Body::from(form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish())
    }

    #[test]
    fn more_jobs_than_may_wait_are_sent_away_with_a_time() {
        let limits = TimeLimits { request: LONG, run: LONG, task: LONG };
        for (path, media_type, sign) in [
            ("/v1/validate", JSON, "urn:vereinbar:problem:busy"),
            ("/v1/preview", JSON, "urn:vereinbar:problem:busy"),
            ("/formular", FORM, "<!DOCTYPE html>"),
        ] {
            let body = |app: &App| if media_type == JSON { Body::from("{}") } else { form_of_a_draft(app) };
            let (head, answer, counted) = ask_of(Box::new(NoRoom), limits, path, media_type, body);
            let waits = head.headers.get(header::RETRY_AFTER).and_then(|seconds| seconds.to_str().ok()?.parse().ok());
            assert_eq!((head.status.as_u16(), waits), (503, Some(2)), "{path}: {answer}");
            assert!(answer.contains(sign), "{answer}");
            assert!(counted.contains("vereinbar_busy_total 1"), "{counted}");
        }
    }

    #[test]
    fn a_request_that_does_not_arrive_in_time_is_given_up() {
        let limits = TimeLimits { request: SHORT, run: LONG, task: LONG };
        for (path, media_type, sign) in [
            ("/v1/validate", JSON, "urn:vereinbar:problem:timeout"),
            ("/v1/evaluate", FILES, "urn:vereinbar:problem:timeout"),
            ("/v1/batch", FILES, "urn:vereinbar:problem:timeout"),
            ("/formular", FORM, "<!DOCTYPE html>"),
            ("/liste", FILES, "<!DOCTYPE html>"),
        ] {
            let (status, answer, counted) = ask(limits, path, media_type, |_| Body::new(NeverSent));
            assert_eq!(status, 408, "{path}: {answer}");
            assert!(answer.contains(sign) && answer.contains("nicht vollständig angekommen"), "{answer}");
            assert!(counted.contains("{status=\"4xx\"} 1"), "{counted}");
        }
    }

    #[test]
    fn a_run_that_takes_too_long_is_given_up_and_says_so() {
        let limits = TimeLimits { request: LONG, run: SHORT, task: LONG };
        let (status, answer, _) = ask(limits, "/v1/batch", FILES, |_| Body::new(NeverSent));
        assert_eq!(status, 504, "{answer}");
        assert!(answer.contains("urn:vereinbar:problem:too_long") && answer.contains("format=jsonl"), "{answer}");
    }

    #[test]
    fn more_files_than_may_be_are_refused() {
        let limits = TimeLimits { request: LONG, run: LONG, task: LONG };
        let part = "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.json\"\r\n\r\n{}\r\n";
        let body = format!("{}--x--\r\n", part.repeat(crate::upload::MAX_FILES + 1));
        let (status, answer, _) = ask(limits, "/v1/evaluate", FILES, |_| Body::from(body));
        assert_eq!(status, 413, "{answer}");
        assert!(answer.contains("urn:vereinbar:problem:too_large") && answer.contains("höchstens 5000"), "{answer}");
    }

    #[test]
    fn more_fields_than_may_be_and_longer_ones_are_refused() {
        let limits = TimeLimits { request: LONG, run: LONG, task: LONG };
        let field = |value: &str| format!("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n{value}\r\n");
        for (fields, expected) in [
            (field("").repeat(crate::upload::MAX_FIELDS), 400),
            (field("").repeat(crate::upload::MAX_FIELDS + 1), 413),
            (field(&"a".repeat(crate::upload::MAX_FIELD_BYTES)), 400),
            (field(&"a".repeat(crate::upload::MAX_FIELD_BYTES + 1)), 413),
        ] {
            // Without a file, what is not too much is refused for that.
            let (status, answer, _) = ask(limits, "/v1/evaluate", FILES, |_| Body::from(format!("{fields}--x--\r\n")));
            assert_eq!(status, expected, "{answer}");
        }
    }

    #[test]
    fn a_task_that_takes_too_long_is_given_up() {
        let limits = TimeLimits { request: LONG, run: LONG, task: SHORT };
        let sentence = format!("in {} Sekunden nicht fertig", TimeLimits::SERVED.task.as_secs());
        for path in ["/v1/validate", "/v1/render", "/v1/preview"] {
            let (status, answer, counted) = ask(limits, path, JSON, |_| Body::from("{}"));
            assert_eq!(status, 504, "{path}: {answer}");
            assert!(answer.contains("urn:vereinbar:problem:too_long") && answer.contains(&sentence), "{answer}");
            assert!(counted.contains("vereinbar_timed_out_total 1"), "{counted}");
        }
        let (status, answer, _) = ask(limits, "/formular", FORM, form_of_a_draft);
        assert_eq!(status, 504, "{answer}");
        assert!(answer.contains(&sentence), "{answer}");
    }
}
