//! Who may ask: the guard before every route, and the headers behind it.

mod guard;
mod headers;
mod token;

pub(crate) use self::guard::guard;
pub(crate) use self::headers::protect;
pub(crate) use self::token::{Access, hex};
