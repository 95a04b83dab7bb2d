//! Why a table is not read to its end.

use std::error::Error;
use std::io;
use std::path::{Path, PathBuf};

use vereinbar::Art;
use vereinbar::system::reason;

use crate::letters::MAX_COLUMNS;
use crate::rows::RowFinding;

/// Why a table is not read. A row that is wrong is no such error: it is handed over with
/// what is wrong with it.
///
/// `Display` is German and complete; it holds no text of the rows.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TableError {
    /// A file or folder cannot be read.
    #[error("{} kann nicht gelesen werden: {}", .path.display(), reason(.error))]
    Unreadable {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        #[source]
        error: io::Error,
    },
    /// The file is no table of a kind that is read.
    #[error("{} kann nicht gelesen werden: {detail}", .path.display())]
    NoTable {
        /// The file.
        path: PathBuf,
        /// What is wrong with it: complete German sentences.
        detail: String,
    },
    /// Headings that are not known, or stand there twice.
    #[error(
        "Die Überschriften der Tabelle stimmen nicht; es wurde nichts erzeugt.\n{}\nWas eigene Überschriften bedeuten, \
         sagt eine Zuordnung (--columns, in Python columns=…) oder das Blatt „Spalten“ der Arbeitsmappe; Vorschläge \
         macht: vereinbar columns LISTE --art ART -o spalten.xlsx (in Python vereinbar.columns).",
        lines(.0)
    )]
    Headings(Vec<RowFinding>),
    /// The sheet `Gemeinsam` of a workbook is wrong: the number of each row, and what was found there.
    #[error("Das Blatt „Gemeinsam“ stimmt nicht; es wurde nichts erzeugt.\n{}", numbered(.0))]
    Shared(Vec<(usize, RowFinding)>),
    /// Another sheet beside the list is wrong: a complete German sentence.
    #[error("{0}")]
    Sheet(String),
    /// The workbook is for another kind of agreement than the one that was named.
    #[error(
        "Die Arbeitsmappe ist für die Art „{workbook}“, angegeben ist „{named}“. Lassen Sie die Angabe weg, oder \
         nehmen Sie die richtige Arbeitsmappe."
    )]
    OtherArt {
        /// What the workbook says.
        workbook: Art,
        /// What was named.
        named: Art,
    },
    /// The ending of a name says no format that is written.
    #[error("{} kann so nicht geschrieben werden: {detail}", .path.display())]
    Ending {
        /// The file.
        path: PathBuf,
        /// What would be right: a complete German sentence.
        detail: &'static str,
    },
    /// Agreements of several kinds do not fit into one table.
    #[error(
        "Es sind Vereinbarungen mehrerer Arten; eine Tabelle ist für eine Art. Nennen Sie die Art, oder trennen Sie die \
         Dateien in Ordner."
    )]
    SeveralKinds,
    /// There is no agreement to make a table of.
    #[error(
        "Unter den angegebenen Pfaden liegt keine lesbare Vereinbarung (.json, .pdf); es wurde nichts geschrieben."
    )]
    NoRows,
    /// A table with so many places in each list has more fields than a spreadsheet has columns.
    #[error(
        "Mit {entries} Plätzen je Liste hat die Vereinbarung {columns} Felder; Excel und LibreOffice haben höchstens \
         {MAX_COLUMNS} Spalten. Möglich sind bis zu {most} (--entries, in Python entries=…)."
    )]
    TooManyEntries {
        /// The places in each list.
        entries: usize,
        /// The fields.
        columns: usize,
        /// As many places in each list would do.
        most: usize,
    },
    /// Agreements fill more fields than a spreadsheet has columns: how many.
    #[error(
        "Die Vereinbarungen füllen zusammen {0} verschiedene Felder; Excel und LibreOffice haben höchstens \
         {MAX_COLUMNS} Spalten. Teilen Sie sie auf mehrere Tabellen auf."
    )]
    TooManyFields(usize),
    /// A table cannot be written, which none should cause.
    #[error("Die Tabelle kann nicht geschrieben werden. Bitte melden Sie den Fehler.")]
    Unwritten(#[source] Box<dyn Error + Send + Sync>),
    /// Nothing says which kind of agreement the rows are.
    #[error(
        "Welche Art von Vereinbarung soll entstehen? Nennen Sie sie, zum Beispiel mit --art qev (in Python art=\"…\"), \
         oder eine Grundlage mit den gemeinsamen Angaben (--base DATEI), oder schreiben Sie die Art in eine Spalte „art“."
    )]
    NoArt,
    /// Nothing says for which kind of agreement a list is.
    #[error(
        "Für welche Art von Vereinbarung ist die Liste? Nennen Sie sie, zum Beispiel mit --art qev (in Python \
         art=\"qev\"); die Arbeitsmappe von vereinbar table sagt sie selbst."
    )]
    NoArtOfList,
    /// Whatever hands the rows over has failed.
    #[error("Die Zeilen konnten nicht vollständig gelesen werden.")]
    Rows(#[source] Box<dyn Error + Send + Sync>),
}

impl TableError {
    pub(crate) fn unreadable(path: &Path, error: io::Error) -> Self {
        Self::Unreadable { path: path.to_owned(), error }
    }

    pub(crate) fn no_table(path: &Path, detail: impl Into<String>) -> Self {
        Self::NoTable { path: path.to_owned(), detail: detail.into() }
    }
}

fn lines(problems: &[RowFinding]) -> String {
    problems.iter().map(|problem| format!("  {problem}")).collect::<Vec<_>>().join("\n")
}

fn numbered(problems: &[(usize, RowFinding)]) -> String {
    problems.iter().map(|(row, found)| format!("  {}", shared_line(*row, found))).collect::<Vec<_>>().join("\n")
}

/// What was found in a row of the sheet `Gemeinsam`, with the name of its field.
pub(crate) fn shared_line(row: usize, found: &RowFinding) -> String {
    let vereinbar::Finding { message, remedy, place, .. } = &found.finding;
    let field = match (place.as_str(), found.column.as_deref()) {
        ("", None) => String::new(),
        ("", Some(name)) | (name, _) => format!(", {name}"),
    };
    format!("Zeile {row}{field}: {message} {remedy}")
}
