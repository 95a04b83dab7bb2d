//! The interface for programs: JSON or PDF in, PDF or JSON out, errors as RFC 9457.

mod handlers;
mod openapi;
mod problem;
mod query;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

pub use self::openapi::openapi;
pub(crate) use self::problem::Problem;

use crate::app::App;

pub(crate) fn router() -> Router<Arc<App>> {
    Router::new()
        .route("/v1/validate", post(handlers::validate))
        .route("/v1/render", post(handlers::render))
        .route("/v1/preview", post(handlers::preview))
        .route("/v1/extract", post(handlers::extract))
        .route("/v1/calculate", post(handlers::calculate))
        .route("/v1/schema", get(handlers::schema))
        .route("/v1/schema/{art}", get(handlers::schema_of))
        .route("/v1/openapi.json", get(handlers::description))
        .route("/v1/health", get(handlers::health))
        .route("/v1/metrics", get(handlers::metrics))
}
