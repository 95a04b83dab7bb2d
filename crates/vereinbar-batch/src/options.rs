//! What is made of the rows, and where it goes.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use vereinbar::{Art, RenderOptions, Vereinbarung};
use vereinbar_workers::WorkerOptions;

use crate::RowSelection;

/// The most documents in one collective file. It is laid out as a whole, which takes
/// about 4 MB of memory a document.
pub const MAX_COMBINED: usize = 1000;

/// The most rows of a batch: as many as a workbook has. What each became is in memory and in
/// the report.
pub const MAX_ROWS: usize = 1_048_576;

/// What is made of the rows, and where it goes. At least one of `out`, `zip` and
/// `combined` must be set, or `check`.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own in every interface")]
pub struct BatchOptions {
    /// The agreement that all rows share; each row lays its values over it.
    pub base: Option<Vereinbarung>,
    /// The kind of agreement, where neither `base` nor the rows say it.
    pub art: Option<Art>,
    /// How each document is made. With `require_complete` a row that is not ready
    /// to be signed fails.
    pub render: RenderOptions,
    /// A folder with template files of one's own.
    pub templates: Option<PathBuf>,
    /// How files are named: text with headings in braces, also those of columns for notes
    /// (`{#Nr}`), and `{nr}`, which counts the rows, so that it changes when the table is
    /// sorted. Without it, `{traeger.name}`. Rows
    /// that give one name have behind it what tells them apart, such as the Aktenzeichen;
    /// where nothing does, they fail.
    pub name: Option<String>,
    /// Make one form for each Qualitätsdimension and Maßstab that a row names, as
    /// the Ausfüllhilfe asks.
    pub per_massstab: bool,
    /// How many documents are made at the same time; without it, as many as there
    /// are cores. It changes neither bytes nor order.
    pub jobs: Option<NonZeroUsize>,
    /// Whether documents are made in processes of their own, and what one may take. A run of
    /// few documents, without own templates and without a limit that was asked for, is made in
    /// this process all the same, since that is quicker. A collective file always is.
    pub workers: WorkerOptions,
    /// The folder for the PDFs and the manifest `batch.jsonl`.
    pub out: Option<PathBuf>,
    /// A ZIP archive of the PDFs.
    pub zip: Option<PathBuf>,
    /// One PDF with all documents, for the printer.
    pub combined: Option<PathBuf>,
    /// Let each document of `combined` begin on an odd page, for a printer that prints both
    /// sides of the paper.
    pub duplex: bool,
    /// Check every row, and make nothing.
    pub check: bool,
    /// An XLSX copy of the table with what was found marked in it, written over what is
    /// there. It needs a table that is a file.
    pub marked: Option<PathBuf>,
    /// Skip what the manifest says is done and what is unchanged since.
    pub resume: bool,
    /// Overwrite an archive or collective file that exists, and PDFs that were
    /// changed since they were made; with `only`, those of its rows.
    pub overwrite: bool,
    /// Make the documents of these rows alone; what the others have made stays as it is.
    pub only: Option<RowSelection>,
    /// Where files of earlier runs go that belong to no row any more; without it they stay
    /// and are named. A folder outside `out`.
    pub move_orphans: Option<PathBuf>,
}

impl BatchOptions {
    /// Whether each document becomes a file of its own, or would.
    pub(crate) const fn gives_files(&self) -> bool {
        self.out.is_some() || self.zip.is_some() || self.check
    }
}

impl Default for BatchOptions {
    fn default() -> Self {
        Self {
            base: None,
            art: None,
            render: RenderOptions::default(),
            templates: None,
            name: None,
            per_massstab: false,
            jobs: None,
            workers: WorkerOptions::default(),
            out: None,
            zip: None,
            combined: None,
            duplex: false,
            check: false,
            marked: None,
            resume: true,
            overwrite: false,
            only: None,
            move_orphans: None,
        }
    }
}
