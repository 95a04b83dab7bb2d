//! Why a PDF gives no attachment.

use super::limits::ReadLimit;

/// Why a PDF gives no attachment.
///
/// `Display` is German and says what to do; it holds nothing from the file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AttachmentError {
    /// The file does not begin as a PDF does.
    #[error("Die Datei ist keine PDF-Datei. Bitte wählen Sie die PDF-Datei der Vereinbarung.")]
    NotAPdf,
    /// The PDF is encrypted, be it only against changes.
    #[error(
        "Die PDF-Datei ist verschlüsselt oder mit einem Kennwort geschützt. Bitte speichern Sie \
         sie ohne Schutz und versuchen Sie es erneut."
    )]
    Encrypted,
    /// The PDF or the attachment cannot be read.
    #[error(
        "Die PDF-Datei ist beschädigt oder unvollständig. Bitte fordern Sie sie erneut an oder \
         laden Sie sie noch einmal herunter."
    )]
    Damaged,
    /// The PDF is sound and has no attachment of this name.
    #[error(
        "Die PDF-Datei enthält die gesuchten Daten nicht ({}). Vermutlich wurde sie mit einem \
         anderen Programm erzeugt oder neu gedruckt. Bitte verwenden Sie die ursprüngliche Datei.",
        other_attachments(*.others)
    )]
    NotFound {
        /// How many other attachments it has.
        others: usize,
    },
    /// The PDF exceeds a limit.
    #[error("{which}; deshalb wurde sie nicht gelesen. Bitte prüfen Sie, ob es die richtige Datei ist.")]
    LimitExceeded {
        /// The limit.
        which: ReadLimit,
    },
    /// The operating system gives no thread to read on.
    #[error(
        "Das Betriebssystem stellt keinen weiteren Thread bereit. Bitte beenden Sie andere \
         Programme und versuchen Sie es erneut."
    )]
    NoThread,
}

fn other_attachments(count: usize) -> String {
    match count {
        0 => "keine Anlagen".to_owned(),
        1 => "1 andere Anlage".to_owned(),
        _ => format!("{count} andere Anlagen"),
    }
}

impl From<ReadLimit> for AttachmentError {
    fn from(which: ReadLimit) -> Self {
        Self::LimitExceeded { which }
    }
}
