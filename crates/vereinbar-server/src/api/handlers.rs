//! The calls.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{FromRequest as _, Path, Request, State};
use axum::http::{HeaderName, StatusCode, Uri, header};
use axum::response::{IntoResponse as _, Response};
use serde_json::{Value, json};
use vereinbar::entgelt::NOTHING_TO_CALCULATE;
use vereinbar::limits::{MAX_INPUT_BYTES, MAX_PDF_BYTES};
use vereinbar::{Art, Finding, RenderOptions, ValidateOptions};

use super::Problem;
use super::problem::json_body;
use super::query::{OF_PREVIEW, OF_RENDER, OF_VALIDATE, Query};
use crate::app::{App, NoResult};
use crate::form_request;
use crate::pages::base64;
use crate::tasks::{Done, ServeTask};

pub(super) type Answer = Result<Response, Problem>;

pub(super) const JSON: &str = "application/json";
const PDF: &str = "application/pdf";

/// The agreement of a call: JSON, or a PDF that carries its data.
async fn body(app: &Arc<App>, request: Request, takes: &[&str]) -> Result<Vec<u8>, Problem> {
    let media_type = takes.iter().find(|media_type| form_request::has_media_type(request.headers(), media_type));
    let Some(media_type) = media_type else {
        return Err(Problem::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "media_type",
            format!("Die Kopfzeile „Content-Type“ muss sagen, was gesendet wird. Möglich sind: {}.", takes.join(", ")),
        ));
    };
    let is_pdf = *media_type == PDF;
    // Before a large body is taken into memory.
    let _permit = if is_pdf { app.uploads.acquire().await.ok() } else { None };
    let too_large = || {
        let (json, pdf) = (MAX_INPUT_BYTES >> 20, MAX_PDF_BYTES >> 20);
        let detail = format!("JSON darf höchstens {json} MiB haben, ein PDF {pdf} MiB.");
        Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too_large", detail)
    };
    let bytes = if is_pdf {
        Bytes::from_request(request, app).await.map_err(|error| error.status())
    } else {
        axum::body::to_bytes(request.into_body(), MAX_INPUT_BYTES).await.map_err(|_| StatusCode::PAYLOAD_TOO_LARGE)
    };
    let bytes = bytes.map_err(|status| match status {
        StatusCode::PAYLOAD_TOO_LARGE => too_large(),
        _ => Problem::request("Die Anfrage kam unvollständig an."),
    })?;
    if bytes.starts_with(b"%PDF-") != is_pdf {
        return Err(Problem::request(format!("Gesendet wurde etwas anderes, als „Content-Type: {media_type}“ sagt.")));
    }
    Ok(bytes.to_vec())
}

/// A task of another kind than was asked for, which does not happen.
pub(super) fn other() -> Problem {
    NoResult::fault().into()
}

pub(super) async fn check(
    app: &App,
    bytes: Vec<u8>,
    options: ValidateOptions,
) -> Result<(String, Vec<Finding>, Option<String>), Problem> {
    match app.run(ServeTask::Check { bytes, options }).await {
        Ok(Done::Checked { json, findings, berechnung }) => Ok((json, findings, berechnung)),
        Ok(_) => Err(other()),
        Err(refused) => Err(refused.into()),
    }
}

/// `POST /v1/validate`: all findings. That there are some is a result, no problem.
pub(super) async fn validate(State(app): State<Arc<App>>, uri: Uri, request: Request) -> Answer {
    let options = Query::of(&uri, &OF_VALIDATE)?.validate_options()?;
    let bytes = body(&app, request, &[JSON, PDF]).await?;
    let (_, findings, _) = check(&app, bytes, options).await?;
    Ok(json_body(JSON, &json!({ "findings": findings })))
}

/// `POST /v1/render`: the PDF; how much there is to say about it, and what, is in its header.
pub(super) async fn render(State(app): State<Arc<App>>, uri: Uri, request: Request) -> Answer {
    let options = Query::of(&uri, &OF_RENDER)?.render_options()?;
    let bytes = body(&app, request, &[JSON, PDF]).await?;
    match app.run(ServeTask::Render { bytes, options: Box::new(options) }).await {
        Ok(Done::Rendered { pdf, pages, mut findings, of_layout }) => {
            findings.extend(of_layout);
            let mut codes: Vec<&str> = findings.iter().map(|finding| finding.code).collect();
            codes.sort_unstable();
            codes.dedup();
            let told = [
                (header::CONTENT_TYPE, PDF.to_owned()),
                (HeaderName::from_static("vereinbar-pages"), pages.to_string()),
                (HeaderName::from_static("vereinbar-findings"), findings.len().to_string()),
                (HeaderName::from_static("vereinbar-finding-codes"), codes.join(", ")),
            ];
            Ok((told, pdf).into_response())
        }
        Ok(_) => Err(other()),
        Err(refused) => Err(refused.into()),
    }
}

/// `POST /v1/preview`: pages as pictures.
pub(super) async fn preview(State(app): State<Arc<App>>, uri: Uri, request: Request) -> Answer {
    let query = Query::of(&uri, &OF_PREVIEW)?;
    let (pages, ppi) = (query.pages()?, query.ppi()?);
    let options: Box<RenderOptions> = Box::new(query.render_options()?);
    let bytes = body(&app, request, &[JSON, PDF]).await?;
    match app.run(ServeTask::Preview { bytes, options, pages, ppi }).await {
        Ok(Done::Pages(pages)) => {
            let of = pages.first().map_or(0, |page| page.of);
            let pages: Vec<Value> =
                pages.iter().map(|page| json!({ "number": page.number, "png": base64(&page.bytes) })).collect();
            Ok(json_body(JSON, &json!({ "of": of, "pages": pages })))
        }
        Ok(_) => Err(other()),
        Err(refused) => Err(refused.into()),
    }
}

/// `POST /v1/extract`: the data of a PDF.
pub(super) async fn extract(State(app): State<Arc<App>>, uri: Uri, request: Request) -> Answer {
    Query::of(&uri, &[])?;
    let bytes = body(&app, request, &[PDF]).await?;
    let (json, ..) = check(&app, bytes, ValidateOptions::default()).await?;
    Ok(([(header::CONTENT_TYPE, JSON)], json).into_response())
}

/// `POST /v1/calculate`: the Entgelt.
pub(super) async fn calculate(State(app): State<Arc<App>>, uri: Uri, request: Request) -> Answer {
    Query::of(&uri, &[])?;
    let bytes = body(&app, request, &[JSON, PDF]).await?;
    let (_, findings, berechnung) = check(&app, bytes, ValidateOptions::default()).await?;
    let Some(berechnung) = berechnung else {
        return Err(NoResult::Failed(crate::tasks::Failed::Findings {
            message: NOTHING_TO_CALCULATE.to_owned(),
            findings,
        })
        .into());
    };
    Ok(([(header::CONTENT_TYPE, JSON)], berechnung).into_response())
}

/// `GET /v1/schema`: the schema of all kinds.
pub(super) async fn schema(uri: Uri) -> Answer {
    Query::of(&uri, &[])?;
    Ok(json_body(JSON, vereinbar::schema(None)))
}

/// `GET /v1/schema/{art}`
pub(super) async fn schema_of(uri: Uri, Path(art): Path<String>) -> Answer {
    Query::of(&uri, &[])?;
    let art: Art = art
        .parse()
        .map_err(|error: vereinbar::UnknownCode| Problem::new(StatusCode::NOT_FOUND, "not_found", error.to_string()))?;
    Ok(json_body(JSON, vereinbar::schema(Some(art))))
}

/// `GET /v1/openapi.json`
pub(super) async fn description() -> Response {
    json_body(JSON, &super::openapi())
}

/// `GET /v1/health`
pub(super) async fn health() -> Response {
    json_body(JSON, &json!({ "status": "ok", "version": env!("CARGO_PKG_VERSION") }))
}

/// `GET /v1/metrics`
pub(super) async fn metrics(State(app): State<Arc<App>>) -> Response {
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], app.metrics.text()).into_response()
}
