//! Which address leads where.

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn_with_state, map_response};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use vereinbar::limits::MAX_PDF_BYTES;

use crate::app::App;
use crate::pages::message;
use crate::{access, api, assets, pages};

/// What is for programs.
pub(crate) const PROGRAMS: &str = "/v1/";
/// Style sheets, fonts and scripts, which are no secret.
pub(crate) const ASSETS: &str = "/assets/";
/// Says that the service is there, and nothing else.
pub(crate) const HEALTH: &str = "/v1/health";

/// The largest form: an agreement of 1 MiB, as data and as fields, escaped.
const MAX_FORM_BYTES: usize = 8 << 20;
/// The largest upload: a PDF, and the fields around it.
const MAX_UPLOAD_BYTES: usize = MAX_PDF_BYTES + (1 << 20);
/// How long a request may take, the sending of its body included.
const MAX_TIME: Duration = Duration::from_secs(60);

/// All routes behind the guard.
pub(crate) fn router(app: Arc<App>) -> Router {
    let forms = Router::new()
        .route("/", get(pages::start))
        .route("/neu/{art}", get(pages::new))
        .route("/formular", get(pages::begin).post(pages::form))
        .route("/seiten", get(pages::begin).post(pages::sheets))
        .route("/speichern", get(pages::begin).post(pages::save))
        .route("/ordner", get(pages::begin).post(pages::store))
        .route("/ordner/{name}", get(pages::open_stored))
        .layer(DefaultBodyLimit::max(MAX_FORM_BYTES));
    let uploads = Router::new()
        .route("/oeffnen", get(pages::begin).post(pages::open))
        .route("/pdf", get(pages::begin).post(pages::pdf))
        .route("/json", get(pages::begin).post(pages::json))
        .layer(DefaultBodyLimit::max(MAX_UPLOAD_BYTES));
    let programs = api::router().layer(DefaultBodyLimit::max(MAX_UPLOAD_BYTES));
    Router::new()
        .merge(forms)
        .merge(uploads)
        .merge(programs)
        .route("/assets/{name}", get(assets::asset))
        .fallback(nowhere)
        .method_not_allowed_fallback(other_method)
        .layer(from_fn_with_state(Arc::clone(&app), access::guard))
        .layer(from_fn_with_state(Arc::clone(&app), in_time))
        .layer(map_response(access::protect))
        .with_state(app)
}

async fn in_time(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let start = Instant::now();
    let for_programs = request.uri().path().starts_with(PROGRAMS);
    let answer = tokio::time::timeout(MAX_TIME, next.run(request)).await;
    let response = answer.unwrap_or_else(|_| {
        say(for_programs, StatusCode::REQUEST_TIMEOUT, "timeout", "Die Anfrage kam nicht rechtzeitig an.")
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
