//! Why a run does not begin, or ends before its time.

use std::io;
use std::path::{Path, PathBuf};

use vereinbar::RenderError;
use vereinbar::system::reason;
use vereinbar_tables::TableError;

use crate::{MAX_COMBINED, MAX_ROWS};

/// Why a batch is not made. A row that fails is no such error: it is in the
/// [`Report`](crate::Report), and the others are made.
///
/// `Display` is German and complete; it holds no text of the rows.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BatchError {
    /// The table cannot be read, or its headings are wrong.
    #[error(transparent)]
    Table(#[from] TableError),
    /// A template file cannot be read.
    #[error("{} kann nicht gelesen werden: {}", .path.display(), reason(.error))]
    Unreadable {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        #[source]
        error: io::Error,
    },
    /// The pattern of the names cannot be used.
    #[error("Das Muster für die Dateinamen ist nicht richtig: {0}")]
    Name(String),
    /// Neither a folder nor a file to write to, and not only a check.
    #[error(
        "Es fehlt, wohin geschrieben werden soll: ein Ordner (--out), ein ZIP-Archiv (--zip) oder eine Sammeldatei (--combined)."
    )]
    NoOutput,
    /// An option of a collective file, without one.
    #[error(
        "Auf zwei Seiten des Papiers (duplex) wird nur eine Sammeldatei eingerichtet. Nennen Sie auch, wohin sie \
         geschrieben werden soll (combined)."
    )]
    DuplexWithoutCombined,
    /// Files that no run of this folder has made would be overwritten.
    #[error("{}", existing(.0))]
    Exists(Vec<PathBuf>),
    /// What has no table cannot be copied as one.
    #[error("Eine Abschrift mit den Befunden gibt es nur von einer Tabelle (CSV, XLSX, ODS), die als Datei vorliegt.")]
    NothingToMark,
    /// The copy would be written over the table itself.
    #[error(
        "{} ist Ein- und Ausgabe zugleich: Die Abschrift mit den Befunden ersetzt nicht die Liste. Wählen Sie einen anderen \
         Namen.",
        .0.display()
    )]
    MarkedIsTable(PathBuf),
    /// The name of the copy says another format.
    #[error("{} kann so nicht geschrieben werden: Die Abschrift mit den Befunden endet auf .xlsx.", .0.display())]
    MarkedIsNoWorkbook(PathBuf),
    /// The name of an archive or collective file says another format.
    #[error("{} kann so nicht geschrieben werden: Nennen Sie einen Namen, der auf .{ending} endet.", .path.display())]
    OtherEnding {
        /// The file.
        path: PathBuf,
        /// How it is to end.
        ending: &'static str,
    },
    /// More documents than one collective file can hold.
    #[error(
        "Eine Sammeldatei fasst höchstens {MAX_COMBINED} Vereinbarungen, hier sind es {documents}. Teilen Sie die Tabelle auf."
    )]
    TooManyCombined {
        /// How many there are.
        documents: usize,
    },
    /// More rows than one run takes.
    #[error("Die Liste hat mehr als {MAX_ROWS} Zeilen; es wurde nichts erzeugt. Teilen Sie sie auf.")]
    TooManyRows,
    /// In the place of a file that a run keeps for itself lies something else.
    #[error(
        "{} ist eine Verknüpfung oder keine gewöhnliche Datei; darüber hinweg wird nichts geschrieben. Entfernen Sie sie, \
         oder wählen Sie einen anderen Ordner.",
        .0.display()
    )]
    NoFile(PathBuf),
    /// The folder was moved or deleted while the run worked in it.
    #[error("Der Ordner {} ist während des Laufs verschwunden, und mit ihm, was geschrieben war. Wiederholen Sie den Aufruf.", .0.display())]
    Gone(PathBuf),
    /// A row that alone was to be made is not in the table.
    #[error(
        "Zeile {row} gibt es in der Tabelle nicht; es wurde nichts erzeugt. Nennen Sie Zeilen, wie sie die Tabelle zählt."
    )]
    NoSuchRow {
        /// Its number.
        row: usize,
    },
    /// Files that belong to no row are to be moved to where they would still be evaluated.
    #[error(
        "{} liegt im Ordner der PDFs. Wählen Sie für Dateien, die zu keiner Zeile mehr gehören, einen Ordner daneben.",
        .0.display()
    )]
    OrphansInside(PathBuf),
    /// Another run works in the folder.
    #[error("Im Ordner {} arbeitet gerade ein anderer Lauf. Warten Sie, bis er fertig ist.", .0.display())]
    Busy(PathBuf),
    /// The output cannot be written, so no further row can be.
    #[error("{} kann nicht geschrieben werden: {}", named(.path), reason(.error))]
    Unwritable {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        #[source]
        error: io::Error,
    },
    /// The templates or the collective file.
    #[error(transparent)]
    Render(#[from] RenderError),
}

impl BatchError {
    /// Names the file or folder that cannot be written.
    pub(crate) fn unwritable(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |error| Self::Unwritable { path, error }
    }
}

/// A path, or what stands for the folder that has none.
fn named(path: &Path) -> String {
    if path == Path::new(".") { "Der aktuelle Ordner".to_owned() } else { path.display().to_string() }
}

fn existing(files: &[PathBuf]) -> String {
    let names = files.iter().take(3).map(|file| file.display().to_string()).collect::<Vec<_>>().join(", ");
    let more = match files.len().saturating_sub(3) {
        0 => String::new(),
        more => format!(" und {more} weitere"),
    };
    format!(
        "{names}{more} gibt es schon, und kein früherer Lauf hat das geschrieben. Wählen Sie einen leeren Ordner oder \
         einen anderen Namen, oder erlauben Sie das Überschreiben \
         (--overwrite, in Python overwrite=True)."
    )
}
