//! The guard: host, origin, token, before anything is read.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use crate::addresses::{ASSETS, HEALTH, PROGRAMS};
use crate::app::App;
use crate::pages::message;

/// Lets a request pass that comes from where it should, with what it needs.
pub(crate) async fn guard(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let headers = request.headers();
    let for_programs = path.starts_with(PROGRAMS);
    let refused = |status, message| refuse(&app, for_programs, status, message);

    // A name that leads here without being ours is how a web page reaches a local server
    // (DNS rebinding).
    let host = text(headers, header::HOST.as_str());
    if headers.get_all(header::HOST).iter().count() != 1 || !app.access.is_host(host) {
        return refused(
            StatusCode::MISDIRECTED_REQUEST,
            "Unter diesem Namen ist der Dienst nicht zu erreichen. Rufen Sie die Adresse auf, die das Programm genannt hat.",
        );
    }
    // `none` is an address that was typed, or opened from outside of a page.
    if !matches!(text(headers, "sec-fetch-site"), "" | "none" | "same-origin")
        || headers.get(header::ORIGIN).is_some_and(|origin| !app.access.is_origin(origin.to_str().unwrap_or_default()))
    {
        return refused(
            StatusCode::FORBIDDEN,
            "Die Anfrage kommt von einer fremden Seite. Sie wurde nicht ausgeführt.",
        );
    }
    if path.starts_with(ASSETS) || path == HEALTH {
        return next.run(request).await;
    }
    if for_programs {
        let given = text(headers, header::AUTHORIZATION.as_str());
        if !given.strip_prefix("Bearer ").is_some_and(|token| app.access.is_token(token)) {
            let mut response = refused(
                StatusCode::UNAUTHORIZED,
                "Es fehlt das Token. Senden Sie die Kopfzeile „Authorization: Bearer …“ mit dem Token aus der Adresse, \
                 die das Programm genannt hat.",
            );
            response.headers_mut().insert(header::WWW_AUTHENTICATE, header::HeaderValue::from_static("Bearer"));
            return response;
        }
        return next.run(request).await;
    }
    let given = request.uri().query().and_then(|query| query.strip_prefix("token="));
    if request.method() == Method::GET && path == "/" && given.is_some_and(|token| app.access.is_token(token)) {
        // The token is not to stay in the address, where it would be kept and copied.
        return (
            StatusCode::SEE_OTHER,
            [(header::SET_COOKIE, app.access.set_cookie()), (header::LOCATION, "/".into())],
        )
            .into_response();
    }
    if !headers
        .get_all(header::COOKIE)
        .iter()
        .any(|cookies| app.access.has_session(cookies.to_str().unwrap_or_default()))
    {
        return refused(
            StatusCode::UNAUTHORIZED,
            "Öffnen Sie die vollständige Adresse, die das Programm beim Start genannt hat. Nach einem Neustart gilt eine \
             neue.",
        );
    }
    next.run(request).await
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

fn refuse(app: &App, for_programs: bool, status: StatusCode, message: &str) -> Response {
    app.metrics.refused();
    if for_programs {
        crate::api::Problem::new(status, "refused", message).into_response()
    } else {
        // Under another name, or without the address that opens, the start page is refused as well.
        match status {
            StatusCode::MISDIRECTED_REQUEST | StatusCode::UNAUTHORIZED => {
                message::outside(status, "Nicht erlaubt", message)
            }
            _ => message::page(status, "Nicht erlaubt", message),
        }
    }
}
