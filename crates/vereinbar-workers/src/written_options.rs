//! Options as they are told to a process.

use std::sync::Arc;

use vereinbar::RenderOptions;

/// The options of documents, written once for all of them.
#[derive(Debug, Clone)]
pub struct WrittenOptions(pub(crate) Arc<str>);

impl From<&RenderOptions> for WrittenOptions {
    fn from(options: &RenderOptions) -> Self {
        // Texts, numbers and codes. What cannot be written is refused by who reads it: nothing at
        // all would be the options of the document before.
        Self(serde_json::to_string(options).unwrap_or_else(|_| "null".to_owned()).into())
    }
}
