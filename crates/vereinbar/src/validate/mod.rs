//! Checking: what the form asks for, advises and forbids.
//!
//! The modules mirror [`modell`](crate::modell). Each rule names its source;
//! [`rules`] lists them, and `docs/rules.md` is made from that list. What the
//! form does not ask for and no norm demands is not a rule here.

mod check;
mod checking;
mod fortsetzung;
mod kriterium;
mod leq_vereinbarung;
mod massnahme;
mod massstab;
mod number_ranges;
mod options;
mod partei;
mod profile;
mod qualitaetsdimension;
mod qualitaetsentwicklungsvereinbarung;
mod rule_list;
mod text;
mod unterzeichnung;
mod zeitangabe;
mod zeitraum;
mod ziel;
mod zielueberpruefung;

#[cfg(feature = "render")]
pub(crate) use self::check::Found;
pub use self::check::{Checked, check, validate};
pub use self::checking::Rule;
pub use self::options::{Stage, ValidateOptions};
pub use self::profile::{Profile, ProfileError, ProfileLimits, RuleSeverity, profile_schema};
pub use self::rule_list::{rules, rules_markdown};
