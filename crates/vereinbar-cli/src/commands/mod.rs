//! The commands: each reads, calls the library, and writes.

mod batch;
mod extract;
mod preview;
mod render;
mod schema;
mod table;
mod validate;

use std::process::ExitCode;

use vereinbar::{Letterhead, Logo, RenderOptions, Renderer};

use crate::args::{Arguments, Command, DocumentOptions, Format};
use crate::failure::Failure;
use crate::files;

/// Runs the command and gives its exit code.
pub(crate) fn run(arguments: Arguments) -> Result<ExitCode, Failure> {
    match arguments.command {
        Command::Render(command) => render::render(&command),
        Command::Blank(command) => render::blank(&command),
        Command::Validate(command) => Ok(validate::run(&command)),
        Command::Extract(command) => extract::run(&command),
        Command::Preview(command) => preview::run(&command),
        Command::Batch(command) => batch::run(&command),
        Command::Table(command) => table::run(&command),
        Command::Schema(command) => schema::run(&command),
        Command::Completions(command) => {
            let mut script = Vec::new();
            clap_complete::generate(command.shell, &mut crate::args::command(), "vereinbar", &mut script);
            files::write("-".as_ref(), &script, false)?;
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// The renderer, with templates of one's own where a folder is named.
fn renderer(document: &DocumentOptions) -> Result<Renderer, Failure> {
    let make = || {
        let renderer = Renderer::new()?;
        match &document.templates {
            Some(folder) => renderer.with_templates(folder),
            None => Ok(renderer),
        }
    };
    make().map_err(|error| Failure::Render { file: None, error, format: Format::Text })
}

/// The options of a document, with the logo read.
fn render_options(document: &DocumentOptions) -> Result<RenderOptions, Failure> {
    let mut letterhead = Letterhead::new();
    if let (Some(file), Some(alt_text)) = (&document.logo, &document.logo_alt) {
        letterhead = letterhead.logo(Logo::new(files::read(file)?, alt_text).map_err(Failure::Letterhead)?);
    }
    letterhead = letterhead.lines(document.letterhead_line.iter().cloned()).map_err(Failure::Letterhead)?;
    if let Some(color) = &document.color {
        letterhead = letterhead.color(color).map_err(Failure::Letterhead)?;
    }
    let has_letterhead = letterhead != Letterhead::new();
    Ok(RenderOptions {
        standard: document.standard,
        ausfuellhilfe: document.ausfuellhilfe,
        letterhead: has_letterhead.then_some(letterhead),
        require_complete: false,
    })
}
