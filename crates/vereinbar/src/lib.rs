//! `vereinbar` turns agreement data into the official forms of German youth
//! welfare (PDF), and the forms back into data.

mod characters;
mod finding;
pub mod limits;
pub mod modell;
mod parse;
mod pointer;
mod schema;
mod validate;

pub use self::finding::{Finding, Position, Severity};
pub use self::modell::{Art, Vereinbarung};
pub use self::parse::{ParseError, parse, parse_bytes};
pub use self::schema::{SCHEMA_VERSION, schema};
pub use self::validate::{Rule, Stage, UnknownStage, rules, rules_markdown, validate};
