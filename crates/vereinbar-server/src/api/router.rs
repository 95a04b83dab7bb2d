//! Which call leads where.

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

use super::{batch, handlers, many};
use crate::addresses::BATCH;
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

/// The calls that take several files.
pub(crate) fn router_of_many() -> Router<Arc<App>> {
    Router::new()
        .route("/v1/compare", post(many::compare))
        .route("/v1/evaluate", post(many::evaluate))
        .route("/v1/table", get(many::empty_table).post(many::filled_table))
        .route(BATCH, post(batch::batch))
}
