//! The agreement data model: German terms of art, one legal concept a file.
//!
//! The doc comments of this module are published text: the heading becomes the
//! `title`, the first paragraph after it the `description` in the JSON Schema;
//! what follows is for readers of these pages.
//!
//! Every part may be missing: a blank form is an agreement with nothing in it.
//! What is missing is left out when written, and an empty or blank text counts
//! as missing wherever the agreement is checked or printed: [`Filled`].
//!
//! # Stability
//! A new optional field is a minor change of the schema, and of this crate as well: make
//! parts with `..Default::default()`, as the examples here do, and take them apart with
//! `..`. What lists every field of a part is not covered by Semantic Versioning. The
//! structs are not `#[non_exhaustive]`, because that would forbid the literal at all.

#[macro_use]
mod part;

mod anschrift;
mod art;
mod beidseitig;
mod blank;
mod ergebnis;
mod fortsetzung;
mod kriterium;
mod leq_vereinbarung;
mod massnahme;
mod massstab;
mod partei;
mod per_massstab;
mod person;
mod qualitaetsdimension;
mod qualitaetsentwicklungsvereinbarung;
mod unterzeichnung;
mod vereinbarung;
mod werte;
mod zeitraum;
mod ziel;
mod zielueberpruefung;

pub use self::anschrift::Anschrift;
pub use self::art::{Art, LeqVereinbarungArt, QualitaetsentwicklungsvereinbarungArt};
pub use self::beidseitig::{Beidseitig, Seite};
pub use self::blank::{BlankOptions, TooMuchRoom};
pub use self::ergebnis::{Ergebnis, Zielerreichung};
pub use self::fortsetzung::Fortsetzung;
pub use self::kriterium::{Indikator, Kriterium};
pub use self::leq_vereinbarung::{
    Abwesenheit, Abzug, Akten, Angebotsform, Anlage, Aufnahme, Bestandteilart, Bestimmung, Betriebserlaubnis, Bezug,
    Bezugsgroesse, Bezugszeitraum, Einrichtung, Einzelentgelt, Entgeltbestandteil, Entgeltschritt, Entgeltvereinbarung,
    Fachleistungsstunde, Foerderung, Fuehrungszeugnisse, Gefaehrdungsabgrenzung, Gespraechstermin, Gruppe,
    Hauptbeleger, Hilfeart, Hilfeartcode, InsoweitErfahreneFachkraft, Investitionszustimmung, Jahresarbeitszeit,
    Jahresbudget, Kostenart, Kostengruppe, Kostenposition, Kuendigung, Leistungen, Leistungsangebot,
    Leistungsvereinbarung, LeqVereinbarung, Meldeweg, Mengeneinheit, Minderzeit, OeffentlicheStelle, Pauschale,
    Personalausstattung, Personalbereich, Personenkreis, Prozessphase, Prozessschritt, Pruefung, Qualitaetsentwicklung,
    Rahmenbedingung, Rahmenbedingungsart, Rahmenbedingungseinheit, Rahmenvertrag, Rechtsgrundlage, Rundung,
    Rundungsmodus, Rundungszeitpunkt, Schiedsstelle, Schlussbestimmungen, Schutz, Stelle, Stundenregelung,
    Stundenzeitraum, Tagessatz, Traegergespraeche, Vereinbarungsteil, Vordruck, Vorgaenger,
};
pub use self::massnahme::{Massnahme, Massnahmenstand};
pub use self::massstab::{Massstab, Massstabscode};
pub use self::part::Filled;
pub use self::partei::Partei;
pub use self::person::Person;
pub use self::qualitaetsdimension::Qualitaetsdimension;
pub use self::qualitaetsentwicklungsvereinbarung::Qualitaetsentwicklungsvereinbarung;
pub use self::unterzeichnung::{Unterzeichnende, Unterzeichnung};
pub use self::vereinbarung::Vereinbarung;
pub(crate) use self::vereinbarung::{of_agreement, of_kind};
pub(crate) use self::werte::zahl_deutsch;
pub use self::werte::{
    Ags, Betrag, Datum, Dezimal, FASSUNG, Fassung, InvalidAgs, InvalidDatum, InvalidDezimal, Plz, Zahl, Zeitangabe,
};
pub use self::zeitraum::Zeitraum;
pub use self::ziel::Ziel;
pub use self::zielueberpruefung::Zielueberpruefung;
