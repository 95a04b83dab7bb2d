//! Printing: an agreement to PDF or to page images, through the embedded templates.

mod by_name;
mod collection;
mod error;
mod input;
mod key;
mod letterhead;
mod letterhead_data;
mod letterhead_error;
mod logo_blame;
mod logo_file;
mod missing_glyphs;
mod options;
mod own_templates;
mod printable;
mod renderer;
mod sealed;
mod sheet;
mod svg_file;
mod with_fields;

pub use self::error::{FillableConflict, RenderError};
pub(crate) use self::input::ATTACHMENT;
pub use self::letterhead::{Letterhead, Logo};
pub use self::letterhead_error::LetterheadError;
pub use self::options::{Ausfuellhilfe, CollectionOptions, Listen, RenderOptions, ReportOptions, Wortlaut};
pub use self::own_templates::export_templates;
pub use self::printable::Printable;
pub use self::renderer::{Rendered, Renderer};
pub use self::sealed::{SealKey, Sealed};
