//! The Leistungs-, Qualitätsentwicklungs- und Entgeltvereinbarung: its parts in
//! the order of the agreement.
//!
//! Rules that rest on §§ 78a to 78g SGB VIII are silent under § 77, and the
//! other way round; without a Rechtsgrundlage only what both share is checked.

mod abschluss;
mod abwesenheit;
mod anlage;
mod context;
mod einrichtung;
mod einzelentgelt;
mod entgeltvereinbarung;
mod fachleistungsstunde;
mod gefaehrdungsabgrenzung;
mod investition;
mod klauseln;
mod kosten;
mod leistungsangebot;
mod leistungsvereinbarung;
mod pauschale;
mod personalausstattung;
mod qualitaetsentwicklung;
mod rechtsgrundlage;
mod schlussbestimmungen;
mod schritt;
mod stellen;
mod tagessatz;
mod teile;
mod vereinbarung;
