//! Who may ask: the guard before every route, and the headers behind it.

mod headers;
mod request_guard;
mod token;

pub(crate) use self::headers::protect;
pub(crate) use self::request_guard::guard;
pub(crate) use self::token::{Access, random};
