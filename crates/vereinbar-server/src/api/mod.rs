//! The interface for programs: JSON or PDF in, PDF or JSON out, errors as RFC 9457.

mod batch;
mod formats;
mod handlers;
mod many;
mod openapi;
mod openapi_many;
mod openapi_parts;
mod problem;
mod query;
mod router;

pub use self::openapi::openapi;
pub(crate) use self::problem::Problem;
pub(crate) use self::router::{router, router_of_many};
