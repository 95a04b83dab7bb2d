//! How agreements are evaluated.

use crate::auswertung::{FruehereAuswertung, Vorlage};
use crate::modell::Datum;

/// How agreements are evaluated.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EvaluateOptions {
    /// The day against which is measured what is overdue, what has ended and what is
    /// ahead. There is no clock: without it none of that is evaluated.
    pub stichtag: Option<Datum>,
    /// Leave out who the Träger are: their names become „Träger 1“, „Träger 2“ …, also
    /// in texts; Aktenzeichen, sources and who does or invites (`wer`, where employees
    /// are named) are left out. The public side stays, and so does which side does what.
    ///
    /// Without a word on it (`None`) it is so exactly where the `vorlage` is
    /// [public](Vorlage::is_public): what is published names nobody unless somebody has
    /// said that it shall.
    ///
    /// In texts the names of Träger, Verband and Einrichtung and of who represents them
    /// are found in any case, without their legal form and in the genitive; names of a
    /// single word only with their capital letter. A name that several share is that of
    /// the agreement's own Träger, or else „ein Träger“; a person is „eine Person“.
    /// Abbreviations of names and other persons are not found: whoever publishes the
    /// evaluation reads it first.
    pub anonym: Option<bool>,
    /// An earlier evaluation to compare with.
    pub vorher: Option<FruehereAuswertung>,
    /// The paper for a committee that the evaluation belongs to.
    pub vorlage: Option<Vorlage>,
}

impl EvaluateOptions {
    /// Whether the names of the Träger are left out.
    #[must_use]
    pub fn is_anonym(&self) -> bool {
        self.anonym.unwrap_or_else(|| self.is_public())
    }

    /// Whether it is an internal version, which may name files.
    #[must_use]
    pub fn is_intern(&self) -> bool {
        !self.is_anonym() && !self.is_public()
    }

    fn is_public(&self) -> bool {
        self.vorlage.as_ref().is_some_and(Vorlage::is_public)
    }
}
