use vereinbar::{Finding, PageSelection, PngPage, RenderOptions, ValidateOptions};

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
}

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
        findings: Vec<Finding>,
    },
    Pages(Vec<PngPage>),
    View(Box<View>),
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
