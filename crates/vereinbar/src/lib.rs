//! `vereinbar` turns agreement data into the official forms of German youth
//! welfare (PDF), and the forms back into data.
//!
//! The verbs: [`parse()`] reads JSON, [`validate()`] checks it, `Renderer::render`
//! makes the PDF, `extract` reads it back, [`calculate`] finds the Entgelt,
//! [`schema()`] is the contract. The types of the agreement are in [`modell`],
//! German as the form words them, those of the calculation in [`entgelt`], those of an
//! evaluation across agreements in [`auswertung`]; [`evaluate`] counts it.
//! Everything that can be wrong comes as a [`Finding`] with place and remedy.
//!
//! ```
//! use vereinbar::{Stage, parse, validate};
//!
//! let vereinbarung = parse(r#"{
//!     "art": "qualitaetsentwicklungsvereinbarung",
//!     "traeger": {"name": "Beispielträger Jugendhilfe gGmbH"}
//! }"#)?;
//! let findings = validate(&vereinbarung, &Stage::Unterschriftsreif.into());
//! assert_eq!(findings[0].code, "jugendamt_missing");
//! assert_eq!(findings[0].path, "/jugendamt/name");
//! # Ok::<(), vereinbar::ParseError>(())
//! ```
//!
//! # Features
//! `render` (default): `Renderer` and `extract`, and with them Typst. Without it
//! the crate is everything but printing and reading PDFs.

#[macro_use]
mod codes;

pub mod auswertung;
mod characters;
mod compare;
pub mod digest;
#[cfg(test)]
mod effort;
pub mod entgelt;
pub mod evaluate;
#[cfg(feature = "render")]
mod extract;
pub mod file_name;
#[cfg(feature = "render")]
mod fillable;
mod finding;
pub mod limits;
pub mod modell;
mod parse;
pub mod pointer;
#[cfg(all(doctest, feature = "render"))]
mod readme;
#[cfg(feature = "render")]
mod render;
pub mod schema;
pub mod spelling;
pub mod system;
pub mod to_json;
mod validate;

pub use self::codes::UnknownCode;
pub use self::compare::{Difference, DifferenceKind, DifferentKinds, compare};
pub use self::entgelt::calculate;
#[cfg(feature = "render")]
pub use self::extract::{
    Answers, Change, ChangeKind, ExtractError, Extracted, extract, extract_all, extract_answers, refresh,
};
pub use self::finding::{FileFindings, Finding, Position, Severity, findings_schema};
pub use self::modell::{Art, BlankOptions, TooMuchRoom, Vereinbarung};
pub use self::parse::{ParseError, parse, parse_bytes};
#[cfg(feature = "render")]
pub use self::render::{
    Ausfuellhilfe, CollectionOptions, FillableConflict, Letterhead, LetterheadError, Listen, Logo, Printable,
    RenderError, RenderOptions, Rendered, Renderer, ReportOptions, SealKey, Sealed, Wortlaut, export_templates,
};
pub use self::schema::{BuilderSchema, SCHEMA_VERSION, auswertung_schema, berechnung_schema, builder_schema, schema};
pub use self::validate::{
    Checked, Profile, ProfileError, ProfileLimits, Rule, RuleSeverity, Stage, ValidateOptions, check, profile_schema,
    rules, rules_markdown, validate,
};
#[cfg(feature = "render")]
pub use vereinbar_pdf::{
    Diagnostic, EngineError, PageSelection, PngPage, Standard, UnknownStandard,
    acroform::{FormError, RefreshError},
    attachment::AttachmentError,
};
