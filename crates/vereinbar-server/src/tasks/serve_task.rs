use std::path::PathBuf;
use std::sync::Arc;

use vereinbar::auswertung::Auswertung;
use vereinbar::{Art, Difference, Finding, PageSelection, RenderOptions, ValidateOptions};
use vereinbar_evaluate::{EvaluateOptions, Evaluated};
use vereinbar_tables::{Proposals, TableFormat};
use vereinbar_workers::DrawnPage;

use crate::data::{Draft, View, ViewOptions};

/// What is to be done.
pub(crate) enum ServeTask {
    /// Read an agreement from JSON or PDF, and check it.
    Check { bytes: Vec<u8>, options: ValidateOptions },
    /// Make its PDF.
    Render { bytes: Vec<u8>, options: Box<RenderOptions> },
    /// Draw its pages.
    Preview { bytes: Vec<u8>, options: Box<RenderOptions>, pages: PageSelection, ppi: f32 },
    /// What there is to say about a draft, and its page.
    View { draft: Draft, look: ViewOptions },
    /// Read two agreements, and say what has changed.
    Compare { before: Vec<u8>, after: Vec<u8> },
    /// Read many, and evaluate them.
    Evaluate { files: Vec<PathBuf>, options: Box<EvaluateOptions> },
    /// An evaluation as a file.
    Report { auswertung: Arc<Auswertung>, format: ReportFormat },
    /// A page of the report on an evaluation, or its last one.
    ReportPage { auswertung: Arc<Auswertung>, page: usize, ppi: f32 },
    /// What the headings of a table may mean.
    Propose { table: PathBuf, art: Option<Art> },
    /// A table of agreements, or to fill in where there are none.
    Table { files: Vec<PathBuf>, art: Option<Art>, entries: usize, format: TableFormat },
}

vereinbar::codes! {
    /// What an evaluation is written as.
    #[derive(Default)]
    pub(crate) enum ReportFormat, "So wird eine Auswertung nicht geschrieben." {
        #[default]
        Json: "json", "Daten (JSON)";
        Pdf: "pdf", "Bericht (PDF)";
        Xlsx: "xlsx", "Tabellen (Excel)";
        Ics: "ics", "Termine (Kalender)";
    }
}

impl ReportFormat {
    pub(crate) const fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Pdf => "application/pdf",
            Self::Xlsx => XLSX,
            Self::Ics => "text/calendar; charset=utf-8",
        }
    }
}

pub(crate) const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// What came of it.
pub(crate) enum Done {
    /// The agreement as canonical JSON, its findings, and its calculation as JSON.
    Checked {
        json: String,
        findings: Vec<Finding>,
        berechnung: Option<String>,
    },
    Rendered {
        pdf: Vec<u8>,
        pages: usize,
        /// Those about the agreement.
        findings: Vec<Finding>,
        /// Those that show only once it is laid out.
        of_layout: Vec<Finding>,
    },
    Pages(Vec<DrawnPage>),
    View(Box<View>),
    Compared {
        art: Art,
        differences: Vec<Difference>,
    },
    Evaluated(Box<Evaluated>),
    File(Vec<u8>),
    Proposed(Proposals),
}

/// Why nothing came of it.
pub(crate) enum Failed {
    /// What was handed over is no agreement, or not as it has to be.
    Findings { message: String, findings: Vec<Finding> },
    /// What was asked for does not exist.
    Asked(String),
    /// A fault of the program.
    Fault(String),
}
