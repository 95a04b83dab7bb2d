//! The Leistungs-, Qualitätsentwicklungs- und Entgeltvereinbarung: three parts in
//! their fixed order, and what stands around them.

mod anlage;
mod einrichtung;
mod entgeltschritt;
mod entgeltvereinbarung;
mod fachleistungsstunde;
mod gefaehrdungsabgrenzung;
mod hilfeprozess;
mod kosten;
mod leistungsangebot;
mod leistungsvereinbarung;
mod pauschale;
mod personalausstattung;
mod qualitaetsentwicklung;
mod rechtsgrundlage;
mod rundung;
mod schlussbestimmungen;
mod vereinbarung;

pub use self::anlage::Anlage;
pub use self::einrichtung::{Betriebserlaubnis, Einrichtung};
pub use self::entgeltschritt::Entgeltschritt;
pub use self::entgeltvereinbarung::{
    Abwesenheit, Bezug, Einzelentgelt, Entgeltvereinbarung, Foerderung, Investitionszustimmung,
};
pub use self::fachleistungsstunde::{
    Fachleistungsstunde, Jahresarbeitszeit, Minderzeit, Stundenregelung, Stundenzeitraum,
};
pub use self::gefaehrdungsabgrenzung::{Gefaehrdungsabgrenzung, InsoweitErfahreneFachkraft, Meldeweg};
pub use self::hilfeprozess::{Prozessphase, Prozessschritt};
pub use self::kosten::{
    Abzug, Bestandteilart, Entgeltbestandteil, Kostenart, Kostengruppe, Kostenposition, Mengeneinheit, Tagessatz,
};
pub use self::leistungsangebot::{Angebotsform, Gruppe, Hilfeart, Hilfeartcode, Leistungsangebot};
pub use self::leistungsvereinbarung::{
    Akten, Aufnahme, Fuehrungszeugnisse, Leistungen, Leistungsvereinbarung, Personenkreis, Pruefung, Schutz,
};
pub use self::pauschale::{Jahresbudget, Pauschale};
pub use self::personalausstattung::{Personalausstattung, Personalbereich, Stelle};
pub use self::qualitaetsentwicklung::{
    Bezugsgroesse, Bezugszeitraum, Gespraechstermin, Qualitaetsentwicklung, Rahmenbedingung, Rahmenbedingungsart,
    Rahmenbedingungseinheit, Traegergespraeche, Vordruck,
};
pub use self::rechtsgrundlage::{
    Hauptbeleger, OeffentlicheStelle, Rahmenvertrag, Rechtsgrundlage, Schiedsstelle, Vorgaenger,
};
pub use self::rundung::{Rundung, Rundungsmodus, Rundungszeitpunkt};
pub use self::schlussbestimmungen::{Bestimmung, Kuendigung, Schlussbestimmungen, Vereinbarungsteil};
pub use self::vereinbarung::LeqVereinbarung;
