//! The profile of an office: what it sets, and the file that it is read from.

mod file;
mod settings;

pub use self::file::{ProfileError, profile_schema};
pub use self::settings::{Profile, ProfileLimits, RuleSeverity};
