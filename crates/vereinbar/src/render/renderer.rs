//! The renderer: an agreement, several, or an evaluation to a document.

use super::error::RenderError;
use super::logo_blame::blamed;
use super::missing_glyphs::with_printable;
use super::options::{CollectionOptions, RenderOptions, ReportOptions};
use super::printable::Printable;
use super::sheet::Sheet;
use super::{FillableConflict, collection, input, own_templates, with_fields};
use crate::auswertung::Auswertung;
use crate::finding::{Finding, Severity};
use crate::parse::{FIELD_OVERFLOWS, LAYOUT_UNSETTLED};
use std::path::Path;
use vereinbar_pdf::{Diagnostic, OverlayFiles, PageSelection, Pdf, PngPage};

/// Makes documents. Made once, then shared: `Send + Sync`, a clone is a handle
/// to the same.
///
/// ```
/// use vereinbar::{Art, RenderOptions, ReportOptions, Renderer, Vereinbarung};
/// let renderer = Renderer::new()?;
/// let vordruck = renderer.render(
///     &Vereinbarung::blank(Art::Qualitaetsentwicklungsvereinbarung),
///     &RenderOptions::default(),
/// )?;
/// assert!(vordruck.pdf.starts_with(b"%PDF-"));
/// # Ok::<(), vereinbar::RenderError>(())
/// ```
#[derive(Debug, Clone)]
pub struct Renderer {
    engine: vereinbar_pdf::Engine,
    /// What was laid over the embedded templates, in this order.
    own: Vec<OverlayFiles>,
}

/// A document, and what there is to say about it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rendered {
    /// The PDF file. The same agreement with the same options gives the same bytes.
    pub pdf: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// Warnings and hints about the agreement, as `validate` gives them, and those
    /// [of the layout](Self::of_layout).
    pub findings: Vec<Finding>,
    /// What Typst remarked about the templates: nothing for the embedded ones, so
    /// it concerns templates of one's own.
    pub template_warnings: Vec<Diagnostic>,
}

impl Rendered {
    /// Those of the findings that show only once the document is laid out: each text that is longer
    /// than its field, and that the layout does not settle, which may be with templates of one's own.
    pub fn of_layout(&self) -> impl Iterator<Item = &Finding> {
        let codes = [FIELD_OVERFLOWS.code, LAYOUT_UNSETTLED.code];
        self.findings.iter().filter(move |finding| codes.contains(&finding.code))
    }

    fn new(pdf: Pdf, mut findings: Vec<Finding>) -> Self {
        if !pdf.is_settled {
            let remedy = "Sehen Sie die Seitenzahlen nach. Bei eigenen Vorlagen: Was gedruckt wird, darf nicht davon \
                          abhängen, auf welcher Seite es steht.";
            let finding = Finding::error(LAYOUT_UNSETTLED.code, "Vorlage", LAYOUT_UNSETTLED.message, remedy);
            findings.push(Finding { severity: Severity::Warning, ..finding });
        }
        Self { pdf: pdf.bytes, pages: pdf.pages, findings, template_warnings: pdf.warnings }
    }
}

impl Renderer {
    /// Takes the embedded templates. Takes under a millisecond; nothing is read
    /// from disk.
    ///
    /// # Errors
    /// [`RenderError::Engine`] if the embedded templates cannot be used, which a
    /// test of this crate excludes.
    pub fn new() -> Result<Self, RenderError> {
        let files = vereinbar_templates::files().map(|(path, bytes)| (path.to_owned(), bytes.into()));
        Ok(Self { engine: vereinbar_pdf::Engine::new(files)?, own: Vec::new() })
    }

    /// The same templates with the files of a folder laid over them: a file there
    /// replaces the template file of the same relative path, for example
    /// `gemeinsam/farben.typ`. The folder is read now and not looked at again.
    /// [`export_templates`](crate::export_templates) writes the built-in ones.
    ///
    /// # Errors
    /// [`RenderError::ReplacesNothing`] if a file in it is none of the templates and none makes
    /// use of it, [`RenderError::NoTemplates`] if no file is one of them, and
    /// [`RenderError::Engine`] if the folder cannot be read or holds what is no plain file.
    pub fn with_templates(&self, folder: &Path) -> Result<Self, RenderError> {
        let overlay = OverlayFiles::read(folder)?;
        own_templates::check(folder, &overlay)?;
        self.with_overlay(overlay)
    }

    /// The template files of one's own, path and content, in the order in which they were laid
    /// over the embedded ones: for [`with_template_files`](Self::with_template_files) in another
    /// process.
    pub fn own_templates(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.own.iter().flat_map(OverlayFiles::files)
    }

    /// The same templates with files laid over them that were
    /// [read before](Self::own_templates); of two with one path the last counts.
    ///
    /// # Errors
    /// [`RenderError::Engine`] if a path is not plain, or a template is no UTF-8.
    pub fn with_template_files(&self, files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Result<Self, RenderError> {
        self.with_overlay(OverlayFiles::from_files(files)?)
    }

    fn with_overlay(&self, overlay: OverlayFiles) -> Result<Self, RenderError> {
        let engine = self.engine.with_overlay(overlay.clone())?;
        Ok(Self { engine, own: self.own.iter().cloned().chain([overlay]).collect() })
    }

    /// Makes the PDF. What is missing is printed as room to write, unless
    /// [`RenderOptions::require_complete`] asks for a document that is ready to be signed; what
    /// contradicts itself is refused.
    ///
    /// # Errors
    /// - [`RenderError::Findings`] when the agreement contradicts itself, or, with
    ///   [`RenderOptions::require_complete`], when it is not ready to be signed.
    /// - [`RenderError::Fillable`] where [`RenderOptions::fillable`] does not go with other options.
    /// - [`RenderError::Letterhead`] when a logo cannot be drawn.
    /// - [`RenderError::Engine`] and [`RenderError::Form`] when a template fails.
    pub fn render<'a>(
        &self,
        document: impl Into<Printable<'a>>,
        options: &RenderOptions,
    ) -> Result<Rendered, RenderError> {
        let (sheet, mut findings) = document.into().prepare(options)?;
        let (pdf, of_fields) = with_fields::document(&self.engine, sheet, options)
            .map_err(|error| blamed(&self.engine, options.letterhead.as_ref(), error))?;
        findings.extend(of_fields);
        Ok(Rendered::new(pdf, findings))
    }

    /// Makes one PDF of several agreements of one kind, for the printer: each begins
    /// on a page of its own and counts its own pages, has its bookmarks below its
    /// Träger's name, and attaches its data as `vereinbarung-0001.json` and so on.
    /// The findings are those of all, with the number of the agreement, from 0,
    /// before their path. Memory grows with the number of agreements.
    ///
    /// ```
    /// use vereinbar::{Art, CollectionOptions, Renderer, Vereinbarung};
    /// let blank = Vereinbarung::blank(Art::Qualitaetsentwicklungsvereinbarung);
    /// let options = CollectionOptions { duplex: true, ..CollectionOptions::default() };
    /// let both = Renderer::new()?.render_collection([&blank, &blank], &options)?;
    /// assert!(both.pdf.starts_with(b"%PDF-"));
    /// # Ok::<(), vereinbar::RenderError>(())
    /// ```
    ///
    /// # Errors
    /// As [`render`](Self::render), for the first agreement that has errors; and
    /// [`RenderError::Collection`] when there is none, or not of one kind.
    pub fn render_collection<'a, P: Into<Printable<'a>>>(
        &self,
        documents: impl IntoIterator<Item = P>,
        options: &CollectionOptions,
    ) -> Result<Rendered, RenderError> {
        if options.render.fillable || options.render.signature_fields {
            return Err(RenderError::Fillable(FillableConflict::Collection));
        }
        let (mut sheets, mut findings) = (Vec::new(), Vec::new());
        for (index, document) in documents.into_iter().enumerate() {
            let document = document.into();
            if sheets.first().is_some_and(|first: &Sheet<'_>| first.art != document.art()) {
                return Err(RenderError::Collection);
            }
            let (sheet, found) = document.prepare(&options.render)?;
            sheets.push(sheet);
            let at = |path| format!("/{index}{path}");
            findings.extend(found.into_iter().map(|finding| Finding {
                path: at(finding.path),
                further_paths: finding.further_paths.into_iter().map(at).collect(),
                ..finding
            }));
        }
        if sheets.is_empty() {
            return Err(RenderError::Collection);
        }
        let pdf = with_printable(|also| self.engine.pdf(collection::job(&sheets, options, also)))
            .map_err(|error| blamed(&self.engine, options.render.letterhead.as_ref(), error))?;
        Ok(Rendered::new(pdf, findings))
    }

    /// Makes the report on an evaluation, with its data attached as `auswertung.json`.
    ///
    /// # Errors
    /// [`RenderError::Engine`] when a template fails.
    pub fn render_auswertung(&self, auswertung: &Auswertung, options: &ReportOptions) -> Result<Rendered, RenderError> {
        let pdf = with_printable(|also| self.engine.pdf(input::report(auswertung, options, also)))
            .map_err(|error| blamed(&self.engine, options.letterhead.as_ref(), error))?;
        Ok(Rendered::new(pdf, Vec::new()))
    }

    /// Draws pages of the report on an evaluation, as [`preview`](Self::preview) does those of
    /// an agreement.
    ///
    /// # Errors
    /// As [`render_auswertung`](Self::render_auswertung); also [`RenderError::Engine`] when a
    /// page does not exist or the resolution is out of bounds.
    pub fn preview_auswertung(
        &self,
        auswertung: &Auswertung,
        options: &ReportOptions,
        pages: &PageSelection,
        ppi: f32,
    ) -> Result<Vec<PngPage>, RenderError> {
        with_printable(|also| self.engine.png(input::report(auswertung, options, also), pages, ppi))
            .map_err(|error| blamed(&self.engine, options.letterhead.as_ref(), error))
    }

    /// Draws pages as PNG images, at `ppi` pixels per inch (10 to 600; 110 is
    /// good on a screen).
    ///
    /// # Errors
    /// As [`render`](Self::render); also [`RenderError::Engine`] when a page does
    /// not exist or the resolution is out of bounds.
    pub fn preview<'a>(
        &self,
        document: impl Into<Printable<'a>>,
        options: &RenderOptions,
        pages: &PageSelection,
        ppi: f32,
    ) -> Result<Vec<PngPage>, RenderError> {
        let (sheet, _) = document.into().prepare(options)?;
        with_printable(|also| self.engine.png(input::job(&sheet, options, also), pages, ppi))
            .map_err(|error| blamed(&self.engine, options.letterhead.as_ref(), error))
    }
}
