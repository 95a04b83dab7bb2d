//! What the operating system says, in German.

use std::fmt;
use std::io::{Error, ErrorKind};

/// A reason of our own, which [`reason`] tells as it is: a German sentence.
///
/// ```
/// use std::io::Error;
/// use vereinbar::system::{OwnReason, reason};
///
/// assert_eq!(reason(&Error::other(OwnReason("Das ist zu tief."))), "Das ist zu tief.");
/// ```
#[derive(Debug)]
pub struct OwnReason(pub &'static str);

impl fmt::Display for OwnReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl std::error::Error for OwnReason {}

/// Why the system refuses to read or to write: a German sentence that goes behind the one
/// that names the file. What is no usual reason is named by its number, by which whoever
/// looks after the machine finds it; its English text is left out.
///
/// ```
/// use std::io::{Error, ErrorKind};
/// use vereinbar::system::reason;
///
/// assert_eq!(reason(&ErrorKind::NotFound.into()), "Die Datei oder der Ordner ist nicht vorhanden.");
/// let error = std::fs::read_dir("src/lib.rs").unwrap_err();
/// assert!(!reason(&error).contains("os error"));
/// ```
#[must_use]
pub fn reason(error: &Error) -> String {
    if let Some(OwnReason(own)) = error.get_ref().and_then(|inner| inner.downcast_ref()) {
        return (*own).to_owned();
    }
    let known = match error.kind() {
        ErrorKind::NotFound => "Die Datei oder der Ordner ist nicht vorhanden.",
        ErrorKind::PermissionDenied => "Die Berechtigung fehlt.",
        ErrorKind::AlreadyExists => {
            "Unter diesem Namen gibt es schon etwas, zum Beispiel eine Datei statt des Ordners."
        }
        ErrorKind::IsADirectory => "Das ist ein Ordner, keine Datei.",
        ErrorKind::NotADirectory => "Ein Teil des Pfades ist kein Ordner.",
        ErrorKind::DirectoryNotEmpty => "Der Ordner ist nicht leer.",
        ErrorKind::StorageFull => "Der Datenträger ist voll.",
        ErrorKind::QuotaExceeded => "Der Platz, der Ihnen auf dem Datenträger zusteht, ist verbraucht.",
        ErrorKind::FileTooLarge => "Die Datei ist zu groß.",
        ErrorKind::ReadOnlyFilesystem => "Der Datenträger lässt sich nur lesen.",
        ErrorKind::InvalidFilename => "Der Name ist zu lang oder enthält Zeichen, die hier nicht möglich sind.",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => "Ein anderes Programm benutzt die Datei gerade.",
        ErrorKind::StaleNetworkFileHandle
        | ErrorKind::TimedOut
        | ErrorKind::ConnectionAborted
        | ErrorKind::ConnectionReset
        | ErrorKind::HostUnreachable
        | ErrorKind::NetworkUnreachable
        | ErrorKind::NetworkDown
        | ErrorKind::NotConnected => "Das Netzlaufwerk ist nicht erreichbar.",
        ErrorKind::CrossesDevices => "Quelle und Ziel liegen auf verschiedenen Datenträgern.",
        ErrorKind::UnexpectedEof => "Die Datei endet mittendrin.",
        ErrorKind::InvalidData => "Der Inhalt ist nicht so, wie er geschrieben wurde.",
        ErrorKind::OutOfMemory => "Der Arbeitsspeicher reicht nicht.",
        ErrorKind::BrokenPipe => "Das Programm, das die Ausgabe liest, ist beendet.",
        ErrorKind::Unsupported => "Das ist auf diesem Datenträger nicht möglich.",
        ErrorKind::Interrupted => "Der Vorgang wurde unterbrochen.",
        _ => by_number(error.raw_os_error()),
    };
    match (known, error.raw_os_error()) {
        ("", Some(number)) => format!("Das System nennt den Fehler {number}."),
        ("", None) => "Das System nennt keinen Grund.".to_owned(),
        (known, _) => known.to_owned(),
    }
}

/// Reasons for which the standard library has no kind; empty where there is none.
fn by_number(number: Option<i32>) -> &'static str {
    match number {
        // Excel or a reader of PDFs has it open: the sharing and lock violations of Windows.
        Some(32 | 33) if cfg!(windows) => "Ein anderes Programm hat die Datei geöffnet. Schließen Sie sie dort.",
        // EIO, EMFILE and ENFILE, ELOOP of Linux and macOS.
        Some(5) if cfg!(unix) => "Der Datenträger meldet einen Fehler beim Lesen oder Schreiben.",
        Some(23 | 24) if cfg!(unix) => "Es sind zu viele Dateien gleichzeitig geöffnet.",
        Some(40) if cfg!(target_os = "linux") => "Verknüpfungen verweisen im Kreis aufeinander.",
        Some(62) if cfg!(target_os = "macos") => "Verknüpfungen verweisen im Kreis aufeinander.",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_reason_is_english() {
        // More numbers than any system has; those that are not known are named by number.
        for number in 1..=140 {
            let error = Error::from_raw_os_error(number);
            let reason = reason(&error);
            assert!(reason.ends_with('.') && !reason.contains("os error"), "{reason}");
            let english = error.to_string();
            let english = english.split(" (").next().unwrap_or_default();
            assert!(!reason.contains(english), "{reason}");
        }
        assert_eq!(reason(&Error::other("some detail")), "Das System nennt keinen Grund.");
        assert_eq!(
            reason(&ErrorKind::AlreadyExists.into()),
            "Unter diesem Namen gibt es schon etwas, zum Beispiel eine Datei statt des Ordners."
        );
    }
}
