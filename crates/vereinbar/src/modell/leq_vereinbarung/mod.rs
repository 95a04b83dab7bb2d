//! The Leistungs-, Qualitätsentwicklungs- und Entgeltvereinbarung: three parts in
//! their fixed order, and what stands around them.

mod anlage;
mod einrichtung;
mod entgeltvereinbarung;
mod fachleistungsstunde;
mod gefaehrdungsabgrenzung;
mod hilfeprozess;
mod kosten;
mod leistungsangebot;
mod leistungsvereinbarung;
mod personalausstattung;
mod qualitaetsentwicklung;
mod rechtsgrundlage;
mod schlussbestimmungen;
mod vereinbarung;

pub use self::anlage::Anlage;
pub use self::einrichtung::{Betriebserlaubnis, Einrichtung};
pub use self::entgeltvereinbarung::{
    Abwesenheit, Bezug, Entgeltvereinbarung, Foerderung, Investitionszustimmung, Pauschale,
};
pub use self::fachleistungsstunde::{Fachleistungsstunde, Jahresarbeitszeit, Minderzeit};
pub use self::gefaehrdungsabgrenzung::{Gefaehrdungsabgrenzung, Meldeweg};
pub use self::hilfeprozess::{Prozessphase, Prozessschritt};
pub use self::kosten::{
    Abzug, Bestandteilart, Entgeltbestandteil, Kostenart, Kostenposition, Rundung, Rundungsmodus, Rundungszeitpunkt,
    Tagessatz,
};
pub use self::leistungsangebot::{Angebotsform, Gruppe, Hilfeart, Hilfeartcode, Leistungsangebot};
pub use self::leistungsvereinbarung::{
    Akten, Aufnahme, Fuehrungszeugnisse, Leistungen, Leistungsvereinbarung, Personenkreis, Schutz,
};
pub use self::personalausstattung::{Personalausstattung, Personalbereich, Stelle};
pub use self::qualitaetsentwicklung::{
    Gespraechstermin, Qualitaetsentwicklung, Rahmenbedingung, Rahmenbedingungsart, Traegergespraeche, Vordruck,
};
pub use self::rechtsgrundlage::{OeffentlicheStelle, Rahmenvertrag, Rechtsgrundlage, Schiedsstelle, Vorgaenger};
pub use self::schlussbestimmungen::{Bestimmung, Kuendigung, Schlussbestimmungen, Vereinbarungsteil};
pub use self::vereinbarung::LeqVereinbarung;
