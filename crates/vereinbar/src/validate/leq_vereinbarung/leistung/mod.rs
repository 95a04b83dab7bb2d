//! Teil I: the Leistungsvereinbarung, and the Einrichtung and the Angebot that it is about.

pub(super) mod einrichtung;
pub(super) mod gap;
pub(super) mod gefaehrdungsabgrenzung;
pub(super) mod klauseln;
pub(super) mod leistungsangebot;
pub(super) mod leistungsvereinbarung;
pub(super) mod personalausstattung;
