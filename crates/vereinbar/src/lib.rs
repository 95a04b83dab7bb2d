//! `vereinbar` turns agreement data into the official forms of German youth
//! welfare (PDF), and the forms back into data.

mod characters;
#[cfg(feature = "render")]
mod extract;
mod finding;
pub mod limits;
pub mod modell;
mod parse;
mod pointer;
#[cfg(feature = "render")]
mod render;
mod schema;
mod validate;

#[cfg(feature = "render")]
pub use self::extract::{ExtractError, extract};
pub use self::finding::{Finding, Position, Severity};
pub use self::modell::{Art, Vereinbarung};
pub use self::parse::{ParseError, parse, parse_bytes};
#[cfg(feature = "render")]
pub use self::render::{
    Ausfuellhilfe, Letterhead, LetterheadError, Logo, RenderError, RenderOptions, Rendered, Renderer,
    UnknownAusfuellhilfe,
};
pub use self::schema::{SCHEMA_VERSION, schema};
pub use self::validate::{Rule, Stage, UnknownStage, rules, rules_markdown, validate};
#[cfg(feature = "render")]
pub use vereinbar_pdf::{
    Diagnostic, EngineError, PageSelection, PngPage, Standard, UnknownStandard, attachment::AttachmentError,
};
