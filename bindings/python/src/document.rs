//! The functions that make a document.

mod isolated;
mod print;

pub(crate) use self::isolated::Isolated;
pub(crate) use self::print::{check_letterhead, content_key, context, keys_in, preview, render, report};
