//! The agreement data model: German terms of art, one legal concept a file.
//!
//! The doc comments of this module are published text: the heading becomes the
//! `title`, the first paragraph after it the `description` in the JSON Schema;
//! what follows is for readers of these pages.
//!
//! Every part may be missing: a blank form is an agreement with nothing in it.
//! What is missing is left out when written, and an empty or blank text counts
//! as missing wherever the agreement is checked or printed.

mod ags;
mod anschrift;
mod art;
mod beidseitig;
mod datum;
mod fortsetzung;
mod massnahme;
mod massstab;
mod partei;
mod person;
mod qualitaetsdimension;
mod qualitaetsentwicklungsvereinbarung;
mod serde_help;
mod unterzeichnung;
mod vereinbarung;
mod zeitraum;
mod ziel;
mod zielueberpruefung;

pub use self::ags::{Ags, InvalidAgs};
pub use self::anschrift::Anschrift;
pub use self::art::{Art, QualitaetsentwicklungsvereinbarungArt, UnknownArt};
pub use self::beidseitig::{Beidseitig, Seite};
pub use self::datum::{Datum, InvalidDatum};
pub use self::fortsetzung::Fortsetzung;
pub use self::massnahme::Massnahme;
pub use self::massstab::{Massstab, Massstabscode};
pub use self::partei::Partei;
pub use self::person::Person;
pub use self::qualitaetsdimension::Qualitaetsdimension;
pub use self::qualitaetsentwicklungsvereinbarung::{FASSUNG, Qualitaetsentwicklungsvereinbarung};
pub use self::unterzeichnung::Unterzeichnung;
pub use self::vereinbarung::Vereinbarung;
pub use self::zeitraum::Zeitraum;
pub use self::ziel::Ziel;
pub use self::zielueberpruefung::Zielueberpruefung;
