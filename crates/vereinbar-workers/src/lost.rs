//! Why a document is lost, or no process was started.

use std::io;

use vereinbar::system::reason;

use crate::Limits;

/// Why a process gave no answer. It costs this document; the next one has a new process.
///
/// `Display` is German and complete, with a remedy; it holds nothing of the document.
#[derive(Debug, thiserror::Error)]
#[error("{} {}", self.message(), self.remedy())]
#[non_exhaustive]
pub enum Lost {
    /// It took longer than it may.
    Time(Limits),
    /// It took more memory than it may.
    Memory(Limits),
    /// The process has crashed or was killed, twice with the same document.
    Died,
    /// There is no process any more, and a new one does not start.
    NotStarted(#[source] NotStarted),
    /// The run was interrupted before it was done.
    Interrupted,
}

impl Lost {
    /// A stable English code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Time(_) => "time_limit",
            Self::Memory(_) => "memory_limit",
            Self::Died => "worker_died",
            Self::NotStarted(_) => "worker_not_started",
            Self::Interrupted => "interrupted",
        }
    }

    /// What happened: a German sentence.
    #[must_use]
    pub fn message(&self) -> String {
        match self {
            Self::Time(limits) => {
                let seconds = limits.time.as_secs_f64().to_string().replace('.', ",");
                format!("Die Arbeit an diesem Dokument dauerte länger als {seconds} s; sie wurde abgebrochen.")
            }
            Self::Memory(limits) => format!(
                "Die Arbeit an diesem Dokument brauchte mehr als {} MiB Arbeitsspeicher; sie wurde abgebrochen.",
                limits.memory
            ),
            Self::Died => "Der Prozess, der an diesem Dokument arbeitete, ist zweimal abgestürzt.".to_owned(),
            Self::NotStarted(error) => format!("Für dieses Dokument ließ sich kein Prozess starten. {error}"),
            Self::Interrupted => "Die Arbeit an diesem Dokument wurde unterbrochen.".to_owned(),
        }
    }

    /// What to do: a German sentence.
    #[must_use]
    pub const fn remedy(&self) -> &'static str {
        match self {
            Self::Time(_) => {
                "Prüfen Sie eigene Vorlagen und sehr lange Texte, oder erlauben Sie mehr Zeit (--time-limit, in Python \
                 time_limit)."
            }
            Self::Memory(_) => {
                "Prüfen Sie eigene Vorlagen und sehr lange Texte, oder erlauben Sie mehr (--memory-limit, in Python \
                 memory_limit)."
            }
            Self::Died => "Die anderen Dokumente sind davon nicht betroffen. Bitte melden Sie den Fehler.",
            Self::NotStarted(_) | Self::Interrupted => "Wiederholen Sie den Aufruf.",
        }
    }
}

/// Why a process does not start.
///
/// `Display` is a German sentence.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum NotStarted {
    /// The system does not start it.
    #[error("{}", reason(.0))]
    System(#[source] io::Error),
    /// What was started does not answer, or is something else.
    #[error("Das gestartete Programm antwortet nicht so, wie vereinbar es tut.")]
    NoAnswer,
    /// What was started is another version of `vereinbar`, whose documents may be others.
    #[error("Das gestartete Programm ist eine andere Fassung von vereinbar.")]
    OtherVersion,
}

impl NotStarted {
    /// What to say where threads did the work instead: a German sentence.
    #[must_use]
    pub fn done_by_threads(&self) -> String {
        format!(
            "Eigene Prozesse ließen sich nicht starten; es ging ohne sie, und ohne Grenzen für Zeit und Speicher. Grund: {self}"
        )
    }
}
