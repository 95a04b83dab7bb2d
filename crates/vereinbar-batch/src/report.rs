//! What came out of a run.

use std::path::PathBuf;
use std::sync::OnceLock;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use vereinbar::limits::MAX_NAMED;
use vereinbar_tables::files::BatchReportArt;
use vereinbar_tables::{FoundInRows, RowFinding};

/// What came out of a run. It serialises, for machines.
///
/// Apart from names of files it holds nothing that a user has written.
#[derive(Debug, Clone, Default, Serialize, JsonSchema)]
#[schemars(title = "Report of a batch")]
#[non_exhaustive]
pub struct Report {
    /// Tells the file from others of `vereinbar`.
    pub art: BatchReportArt,
    /// The version of `vereinbar`.
    pub version: &'static str,
    /// Remarks about the input, such as its encoding, and about a collective file: German sentences.
    pub notes: Vec<String>,
    /// Rows that were read.
    pub rows: usize,
    /// Documents they make; a row may make several.
    pub documents: usize,
    /// Documents that were made now, or that are in order, with `check`.
    pub done: usize,
    /// Documents that are unchanged since an earlier run.
    pub unchanged: usize,
    /// Documents that were not made. Why not is in `failures`, of all of them in `findings`.
    pub failed: usize,
    /// Documents that are left, because the run was interrupted.
    pub left: usize,
    /// Whether the run was interrupted.
    pub interrupted: bool,
    /// Warnings about documents that were made; `findings` has them.
    pub warnings: usize,
    /// Hints about documents that were made; `findings` has them.
    pub hints: usize,
    /// Pages of the documents that were made now.
    pub pages: usize,
    /// Bytes of the documents that were made now.
    pub bytes: u64,
    /// How long checking took.
    pub seconds_check: f64,
    /// How long the whole run took.
    pub seconds: f64,
    /// Documents made a second, over the whole run.
    pub per_second: f64,
    /// Where the documents are: folder, archive, collective file.
    pub outputs: Vec<PathBuf>,
    /// Files of earlier runs that no row makes any more, and that lie in the folder.
    pub orphans: Vec<String>,
    /// Such files that were moved now: where they are.
    pub moved: Vec<PathBuf>,
    /// Documents of rows that were not to be made now.
    pub passed_over: usize,
    /// What became of each document, in the order of the rows; not with `check`.
    pub states: Vec<DocumentState>,
    /// What was found in the rows, errors, warnings and hints, and what kept documents from
    /// being made: each once with all its rows, in the order in which it was found first.
    pub findings: Vec<FoundInRows>,
    /// What failed, in the order of the rows: the first 5000 that were found.
    pub failures: Vec<FailedDocument>,
    /// How many more failed, which are counted only; `findings` has their rows.
    pub more_failures: usize,
}

/// A document that a row makes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct RowDocument {
    /// The row, counted as the spreadsheet counts it; of JSON the line or the
    /// number of the entry.
    pub row: usize,
    /// The file that the row comes from, of a folder.
    pub source: Option<String>,
    /// Which of several forms of a row.
    pub form: Option<String>,
    /// The name of its file.
    pub file: Option<String>,
}

vereinbar::codes! {
    /// What became of a document.
    #[derive(JsonSchema)]
    #[non_exhaustive]
    pub enum RowState, "Diesen Zustand eines Dokuments gibt es nicht." {
        /// It was made now.
        Made: "made", "erzeugt";
        /// It is unchanged since an earlier run.
        Unchanged: "unchanged", "unverändert";
        /// It was not made.
        Failed: "failed", "fehlgeschlagen";
        /// It was not to be made now.
        PassedOver: "passed_over", "übergangen";
    }
}

/// What became of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct DocumentState {
    /// Which one.
    #[serde(flatten)]
    pub document: RowDocument,
    /// What became of it.
    pub state: RowState,
}

/// A document that was not made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct FailedDocument {
    /// Which one.
    #[serde(flatten)]
    pub document: RowDocument,
    /// At what it failed, in one German sentence: the row, or making the document. It
    /// sums up `findings`, which have code, place and remedy.
    pub reason: String,
    /// Why: what was found in the row, errors and others, or what kept the document from
    /// being made. At least one is an error.
    pub findings: Vec<RowFinding>,
}

/// The JSON Schema of a [`Report`], as `--report` and `--format json` write it.
///
/// ```
/// assert_eq!(vereinbar_batch::report_schema()["properties"]["rows"]["type"], "integer");
/// ```
#[must_use]
pub fn report_schema() -> &'static Value {
    static REPORT: OnceLock<Value> = OnceLock::new();
    REPORT.get_or_init(|| vereinbar::schema::of_written::<Report>("batch_report"))
}

impl Report {
    /// Whether every row became a document, or could.
    #[must_use]
    pub fn is_success(&self) -> bool {
        self.failed == 0 && !self.interrupted
    }

    /// Takes a document that failed, while there is room for it.
    pub(crate) fn fail(&mut self, failure: FailedDocument) {
        if self.failures.len() < MAX_NAMED {
            self.failures.push(failure);
        }
    }

    /// Puts what failed in order, and says how much of it is not named.
    pub(crate) fn finish_failures(&mut self) {
        // Rows that failed while they were printed come after those that failed before.
        self.failures.sort_by_key(|failure| failure.document.row);
        self.more_failures = self.failed.saturating_sub(self.failures.len());
        if self.more_failures > 0 {
            self.notes.push(format!(
                "Unter den Fehlschlägen nennt der Bericht die ersten {MAX_NAMED}, {} weitere zählt er; ihre Zeilen stehen bei den \
                 Befunden.",
                self.more_failures
            ));
        }
    }
}
