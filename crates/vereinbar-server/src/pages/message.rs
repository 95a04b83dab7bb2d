//! A page that says one thing.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use maud::{Markup, html};

use super::shell::{self, Area};
use crate::app::{NoResult, TOO_LONG};
use crate::tasks::Failed;

/// A page with a sentence, and a way to where one begins.
pub(crate) fn page(status: StatusCode, title: &str, sentence: &str) -> Response {
    with_way(status, Area::Elsewhere, title, sentence, ("/", "Zur Startseite"))
}

/// The same with another way to go on, within a place.
pub(super) fn with_way(
    status: StatusCode,
    here: Area,
    title: &str,
    sentence: &str,
    (address, words): (&str, &str),
) -> Response {
    let way = html! { p { a.knopf href=(address) { (words) } } };
    said(status, here, title, sentence, &way)
}

/// For who may go nowhere from here.
pub(crate) fn outside(status: StatusCode, title: &str, sentence: &str) -> Response {
    said(status, Area::Outside, title, sentence, &html! {})
}

fn said(status: StatusCode, here: Area, title: &str, sentence: &str, way: &Markup) -> Response {
    let main = html! {
        h1 { (title) }
        p.gross { (sentence) }
        (way)
    };
    shell::page(status, here, title, None, false, &main)
}

/// Why a task has no result, where nothing else can be shown.
pub(crate) fn refused(refused: &NoResult) -> Response {
    match refused {
        NoResult::Busy => {
            let mut response = page(
                StatusCode::SERVICE_UNAVAILABLE,
                "Gerade ist viel zu tun",
                "Versuchen Sie es in einigen Sekunden noch einmal. Ihre Angaben sind noch da, wenn Sie in Ihrem Browser zurückgehen.",
            );
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("2"));
            response
        }
        NoResult::TooLong => page(StatusCode::GATEWAY_TIMEOUT, "Das dauerte zu lange", TOO_LONG),
        NoResult::Failed(Failed::Findings { message, .. } | Failed::Asked(message)) => {
            page(StatusCode::UNPROCESSABLE_ENTITY, "Das ging nicht", message)
        }
        NoResult::Failed(Failed::Fault(message)) => {
            page(StatusCode::INTERNAL_SERVER_ERROR, "Ein Fehler des Programms", message)
        }
    }
}
