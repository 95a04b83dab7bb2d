use std::path::Path;
use std::process::ExitCode;

use vereinbar::{BlankOptions, RenderOptions, Rendered, Vereinbarung};

use crate::args::{BlankCommand, RenderCommand};
use crate::failure::{Failure, files_name};
use crate::output_options::{Format, RequiredOutput};
use crate::tell::tell;
use crate::{files, finding_text};

use super::watch::watch;

/// `vereinbar render`
pub(super) fn render(command: &RenderCommand) -> Result<ExitCode, Failure> {
    let RequiredOutput { output, overwrite } = &command.output;
    files::check_output(output, *overwrite, Some(&command.file))?;
    files::check_ending(output, &["pdf"])?;
    if !command.watch {
        return once(command, *overwrite);
    }
    if [&command.file, output].iter().any(|file| files::is_standard_stream(file)) {
        return Err(Failure::NothingToWatch);
    }
    // What this run has written itself it may write again.
    let mut may_replace = *overwrite;
    watch(&super::options::files(&command.file, &command.document), || {
        let written = once(command, may_replace);
        may_replace |= written.is_ok();
        written
    })
}

/// Makes the document once.
fn once(command: &RenderCommand, overwrite: bool) -> Result<ExitCode, Failure> {
    let format = command.format.format;
    let vereinbarung = files::read_vereinbarung(&command.file, format)?;
    let options = RenderOptions {
        require_complete: command.require_complete,
        fillable: command.fillable,
        signature_fields: command.signature_fields,
        ..super::options::render_options(&command.document)?
    };
    let rendered = super::options::renderer(&command.document.layout)?
        .render(&vereinbarung, &options)
        .map_err(|error| Failure::Render { file: Some(command.file.clone()), error, format })?;
    if format == Format::Json || !rendered.findings.is_empty() {
        finding_text::findings(&mut anstream::stderr(), &files_name(&command.file), &rendered.findings, format, None);
    }
    finish(&rendered, &command.output.output, overwrite, format)
}

/// `vereinbar blank`
pub(super) fn blank(command: &BlankCommand) -> Result<ExitCode, Failure> {
    files::check_output(&command.output.output, command.output.overwrite, None)?;
    files::check_ending(&command.output.output, &["pdf"])?;
    let options = RenderOptions { fillable: command.fillable, ..super::options::render_options(&command.document)? };
    let room = BlankOptions { ziele: command.ziele, zeilen: command.zeilen };
    let blank = Vereinbarung::blank_with_room(command.art, room).map_err(Failure::Room)?;
    let rendered = super::options::renderer(&command.document.layout)?
        .render(&blank, &options)
        .map_err(|error| Failure::Render { file: None, error, format: Format::Text })?;
    // Of the agreement there is nothing to say: it is blank.
    rendered.of_layout().for_each(tell);
    finish(&rendered, &command.output.output, command.output.overwrite, Format::Text)
}

/// Writes a document, and says what is to be said of it.
pub(super) fn finish(rendered: &Rendered, output: &Path, overwrite: bool, format: Format) -> Result<ExitCode, Failure> {
    files::write(output, &rendered.pdf, overwrite)?;
    tell_of_templates(rendered);
    if format == Format::Text && !files::is_standard_stream(output) {
        tell(format_args!("{} geschrieben ({}).", output.display(), pages(rendered.pages)));
        note_on_folder(output);
    }
    Ok(ExitCode::SUCCESS)
}

/// Says what Typst remarks about the templates.
pub(super) fn tell_of_templates(rendered: &Rendered) {
    for warning in &rendered.template_warnings {
        tell(warning.in_german());
    }
}

fn pages(count: usize) -> String {
    if count == 1 { "1 Seite".to_owned() } else { format!("{count} Seiten") }
}

/// A name without `.pdf` opens in no program by a double click.
fn note_on_folder(output: &Path) {
    if output.extension().is_none() {
        tell("Der Name hat keine Endung .pdf; manche Programme öffnen die Datei dann nicht.");
    }
}
