//! The interface for programs: JSON or PDF in, PDF or JSON out, errors as RFC 9457.

mod handlers;
mod openapi;
mod problem;
mod query;
mod router;

pub use self::openapi::openapi;
pub(crate) use self::problem::Problem;
pub(crate) use self::router::router;
