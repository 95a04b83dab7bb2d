//! What several commands make of their options.

use std::path::{Path, PathBuf};

use vereinbar::{Letterhead, Logo, Profile, RenderOptions, Renderer};

use crate::args::{CheckOptions, DocumentOptions, LayoutOptions};
use crate::failure::Failure;
use crate::files;
use crate::output_options::Format;
use crate::tell::tell;

/// The renderer, with templates of one's own where a folder is named.
pub(super) fn renderer(layout: &LayoutOptions) -> Result<Renderer, Failure> {
    let make = || {
        let renderer = Renderer::new()?;
        match &layout.templates {
            Some(folder) => renderer.with_templates(folder),
            None => Ok(renderer),
        }
    };
    make().map_err(|error| Failure::Render { file: None, error, format: Format::Text })
}

/// The options of an agreement's document, with logo and profile read.
pub(super) fn render_options(document: &DocumentOptions) -> Result<RenderOptions, Failure> {
    let mut layout = layout_options(&document.layout)?;
    if let (Some(file), Some(alt_text)) = (&document.traeger_logo, &document.traeger_logo_alt) {
        let logo = Logo::new(files::read_plain(file)?, alt_text).map_err(Failure::Letterhead)?;
        layout.letterhead = Some(layout.letterhead.unwrap_or_default().traeger_logo(logo));
    }
    Ok(RenderOptions {
        ausfuellhilfe: document.ausfuellhilfe,
        wortlaut: document.wortlaut,
        quelle: document.quelle.clone(),
        stichtag: document.check.stichtag,
        profile: profile(&document.check)?,
        ..layout
    })
}

/// The files and folders that a document is made of.
pub(super) fn files(input: &Path, document: &DocumentOptions) -> Vec<PathBuf> {
    let layout = &document.layout;
    let named = [&layout.logo, &document.traeger_logo, &layout.templates, &document.check.profile];
    std::iter::once(input.to_owned()).chain(named.into_iter().flatten().cloned()).collect()
}

/// The options of any document of an agreement, with the logo read.
fn layout_options(layout: &LayoutOptions) -> Result<RenderOptions, Failure> {
    Ok(RenderOptions { standard: layout.standard, letterhead: letterhead(layout)?, ..RenderOptions::default() })
}

/// The letterhead, where there is one, with the logo read.
pub(super) fn letterhead(layout: &LayoutOptions) -> Result<Option<Letterhead>, Failure> {
    let mut letterhead = Letterhead::new();
    if let (Some(file), Some(alt_text)) = (&layout.logo, &layout.logo_alt) {
        letterhead = letterhead.logo(Logo::new(files::read_plain(file)?, alt_text).map_err(Failure::Letterhead)?);
    }
    letterhead = letterhead.lines(layout.letterhead_line.iter().cloned()).map_err(Failure::Letterhead)?;
    if let Some(color) = &layout.color {
        letterhead = letterhead.color(color).map_err(Failure::Letterhead)?;
    }
    if let Some(remark) = letterhead.remark() {
        tell(remark);
    }
    let has_letterhead = letterhead != Letterhead::new();
    Ok(has_letterhead.then_some(letterhead))
}

/// The profile of the office, where one is named.
pub(super) fn profile(check: &CheckOptions) -> Result<Profile, Failure> {
    let Some(file) = &check.profile else { return Ok(Profile::default()) };
    let bytes = files::read(file)?;
    Profile::parse(&String::from_utf8_lossy(&bytes)).map_err(|error| Failure::Profile { file: file.clone(), error })
}
