//! Who draws pages: a process where there are any, so that a document that takes too much costs
//! its pages alone.

use std::sync::LazyLock;
use std::sync::atomic::AtomicBool;

use vereinbar::{PageSelection, RenderError, RenderOptions, Renderer, ValidateOptions, Vereinbarung, check};
use vereinbar_workers::{DrawnPage, Lost, Processes, Undrawn, WrittenOptions};

/// Nobody is interrupted: who asks has given up by then.
pub(crate) static NEVER: AtomicBool = AtomicBool::new(false);

#[derive(Clone, Copy)]
pub(crate) struct Artist<'a> {
    pub(crate) renderer: &'a Renderer,
    pub(crate) processes: Option<&'a Processes>,
}

/// Why no pages were drawn.
pub(crate) enum NoPages {
    Render(RenderError),
    Lost(Lost),
}

impl Artist<'_> {
    /// Pages of an agreement. What the process refuses, within its limits, is told here by why.
    pub(crate) fn pages(
        self,
        vereinbarung: Vereinbarung,
        options: &RenderOptions,
        pages: &PageSelection,
        ppi: f32,
    ) -> Result<Vec<DrawnPage>, NoPages> {
        let checked = check(vereinbarung, options.validate_options());
        if let Some((processes, sealed)) = self.processes.zip(checked.seal()) {
            let drawn = processes.preview(&sealed, &options.into(), pages, ppi, &NEVER).map_err(NoPages::Lost)?;
            if let Ok(drawn) = drawn {
                return Ok(drawn);
            }
        }
        let drawn = self.renderer.preview(&checked, options, pages, ppi).map_err(NoPages::Render)?;
        Ok(drawn.into_iter().map(DrawnPage::from).collect())
    }

    /// A page of a draft without contradictions, or its last one; or all of them.
    pub(super) fn draft(
        self,
        vereinbarung: &Vereinbarung,
        page: Option<usize>,
        ppi: f32,
    ) -> Result<Vec<DrawnPage>, Lost> {
        // One text for all, so that a process knows it from the last time.
        static OPTIONS: LazyLock<WrittenOptions> = LazyLock::new(|| (&RenderOptions::default()).into());
        let draw = |selection: &PageSelection| match self.processes {
            Some(processes) => match check(vereinbarung.clone(), ValidateOptions::default()).seal() {
                Some(sealed) => processes.preview(&sealed, &OPTIONS, selection, ppi, &NEVER),
                None => Ok(Ok(Vec::new())),
            },
            None => Ok(self
                .renderer
                .preview(vereinbarung, &RenderOptions::default(), selection, ppi)
                .map(|pages| pages.into_iter().map(DrawnPage::from).collect())
                .map_err(Undrawn::from)),
        };
        let drawn = match draw(&page.map_or(PageSelection::All, PageSelection::page))? {
            // The page has gone with what was on it.
            Err(Undrawn::NoSuchPage { pages }) => draw(&PageSelection::page(pages))?,
            drawn => drawn,
        };
        Ok(drawn.unwrap_or_default())
    }
}
