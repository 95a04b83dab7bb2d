//! The Leistungs-, Qualitätsentwicklungs- und Entgeltvereinbarung: its parts in
//! the order of the agreement.
//!
//! Rules that rest on §§ 78a to 78g SGB VIII are silent under § 77, and the
//! other way round; without a Rechtsgrundlage only what both share is checked.

mod abschluss;
mod anlage;
mod context;
mod entgelt;
mod leistung;
mod qualitaetsentwicklung;
mod rechtsgrundlage;
mod schlussbestimmungen;
mod teile;
mod vereinbarung;
