//! Why a call has no result (RFC 9457).

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use vereinbar::Finding;

use crate::app::{NoResult, TOO_LONG};
use crate::tasks::Failed;

/// A problem. Programs go by `type`, `status` and the codes of the findings; the sentences
/// are for people.
pub(crate) struct Problem {
    status: StatusCode,
    code: &'static str,
    detail: String,
    findings: Vec<Finding>,
}

impl Problem {
    pub(crate) fn new(status: StatusCode, code: &'static str, detail: impl Into<String>) -> Self {
        Self { status, code, detail: detail.into(), findings: Vec::new() }
    }

    /// What the caller asked for cannot be.
    pub(super) fn request(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "request", detail)
    }
}

impl From<NoResult> for Problem {
    fn from(refused: NoResult) -> Self {
        match refused {
            NoResult::Busy => Self::new(
                StatusCode::SERVICE_UNAVAILABLE,
                "busy",
                "Gerade warten zu viele Aufträge. Versuchen Sie es noch einmal.",
            ),
            NoResult::TooLong => Self::new(StatusCode::GATEWAY_TIMEOUT, "too_long", TOO_LONG),
            NoResult::Failed(Failed::Findings { message, findings }) => {
                Self { findings, ..Self::new(StatusCode::UNPROCESSABLE_ENTITY, "findings", message) }
            }
            NoResult::Failed(Failed::Asked(message)) => Self::request(message),
            NoResult::Failed(Failed::Fault(message)) => Self::new(StatusCode::INTERNAL_SERVER_ERROR, "fault", message),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let body = json!({
            "type": format!("urn:vereinbar:problem:{}", self.code),
            "title": title(self.code),
            "status": self.status.as_u16(),
            "detail": self.detail,
            "findings": self.findings,
        });
        let mut response = json_body("application/problem+json", &body);
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        if self.status == StatusCode::SERVICE_UNAVAILABLE {
            headers.insert(header::RETRY_AFTER, HeaderValue::from_static("2"));
        }
        response
    }
}

/// An answer of JSON.
pub(super) fn json_body(media_type: &'static str, value: &Value) -> Response {
    ([(header::CONTENT_TYPE, media_type)], value.to_string()).into_response()
}

/// The kinds of problem, each with its title.
pub(super) const TITLES: [(&str, &str); 11] = [
    ("findings", "Die Angaben sind nicht, wie sie sein müssen"),
    ("request", "Der Aufruf ist nicht, wie er sein muss"),
    ("media_type", "In dieser Form wird nichts angenommen"),
    ("too_large", "Zu groß"),
    ("refused", "Nicht erlaubt"),
    ("not_found", "Nicht gefunden"),
    ("method", "Falsche Methode"),
    ("timeout", "Nicht rechtzeitig angekommen"),
    ("busy", "Ausgelastet"),
    ("storage", "Kein Platz"),
    ("too_long", "Dauert zu lange"),
];

fn title(code: &str) -> &'static str {
    TITLES.iter().find(|(own, _)| *own == code).map_or("Fehler des Programms", |(_, title)| title)
}
