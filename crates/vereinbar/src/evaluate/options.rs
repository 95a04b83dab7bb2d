//! How agreements are evaluated.

use crate::modell::Datum;

/// How agreements are evaluated.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EvaluateOptions {
    /// The day against which is measured what is overdue and what is ahead. There is
    /// no clock: without it neither is evaluated.
    pub stichtag: Option<Datum>,
    /// Leave out who the Träger are: their names become „Träger 1“, „Träger 2“ …, also
    /// in texts; Aktenzeichen, sources and who does or invites (`wer`, where employees
    /// are named) are left out. The public side stays, and so does which side does what.
    ///
    /// In texts the names of Träger, Verband and Einrichtung and of who represents them
    /// are found in any case, without their legal form and in the genitive; names of a
    /// single word only with their capital letter. A name that several share is that of
    /// the agreement's own Träger, or else „ein Träger“; a person is „eine Person“.
    /// Abbreviations of names and other persons are not found: whoever publishes the
    /// evaluation reads it first.
    pub anonym: bool,
}
