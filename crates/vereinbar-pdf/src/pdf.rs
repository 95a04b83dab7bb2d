use typst::diag::{SourceDiagnostic, Warned};
use typst::ecow::EcoVec;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;

use crate::world::JobWorld;
use crate::{Diagnostic, EngineError, Standard, clusters, diagnostic, glyphs};

/// What Typst says of a document that laying it out again would change, before it says what changes.
const UNSETTLED: &str = "document did not converge within five attempts";

/// A finished PDF file.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Pdf {
    /// The file. It ends with a line feed after `%%EOF`, so that an incremental update,
    /// and with it a signature, leaves PDF/A intact.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// What Typst remarked on the way, also of what does not settle; empty for a sound template.
    pub warnings: Vec<Diagnostic>,
    /// Whether laying it out again would change nothing; otherwise numbers of pages and what else
    /// depends on the layout may be wrong.
    pub is_settled: bool,
}

/// Lays the document out.
pub(crate) fn layout(world: &JobWorld) -> Result<(PagedDocument, EcoVec<SourceDiagnostic>), EngineError> {
    let Warned { output, warnings } = typst::compile::<PagedDocument>(world);
    match output {
        Ok(document) => Ok((document, warnings)),
        Err(errors) => Err(EngineError::Template { diagnostics: diagnostic::convert(world, &errors) }),
    }
}

/// Lays the document out and writes it as PDF.
pub(crate) fn export(world: &JobWorld, standard: Standard, ident: String) -> Result<Pdf, EngineError> {
    let (document, warnings) = layout(world)?;
    let document = clusters::split(document);
    let options = PdfOptions {
        ident: if ident.is_empty() { Smart::Auto } else { Smart::Custom(ident) },
        creator: Smart::Custom(Some(concat!("vereinbar ", env!("CARGO_PKG_VERSION")).to_owned())),
        // No clock: without `set document(date: ..)` the file has no date, which PDF/A refuses.
        timestamp: None,
        page_ranges: None,
        standards: standard.conformance()?,
        tagged: true,
        pretty: false,
    };
    let mut bytes = typst_pdf::pdf(&document, &options).map_err(|errors| {
        let characters = glyphs::unprintable(&document);
        if characters.is_empty() {
            EngineError::Template { diagnostics: diagnostic::convert(world, &errors) }
        } else {
            EngineError::MissingGlyphs { characters }
        }
    })?;
    if !bytes.ends_with(b"\n") {
        bytes.push(b'\n');
    }
    let mut warnings = diagnostic::convert(world, &warnings);
    let is_settled = warnings.iter().all(|warning| warning.message != UNSETTLED);
    warnings.retain(|warning| warning.message != UNSETTLED);
    Ok(Pdf { bytes, pages: document.pages().len(), warnings, is_settled })
}
