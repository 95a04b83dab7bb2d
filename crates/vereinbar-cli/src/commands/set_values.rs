//! `vereinbar set`: single values of an agreement changed.

use std::process::ExitCode;

use serde_json::Value;
use vereinbar::{RenderOptions, Stage, ValidateOptions, check};
use vereinbar_tables::files::ending;

use crate::args::SetCommand;
use crate::failure::{Failure, files_name};
use crate::output_options::Format;
use crate::{files, finding_text};

/// `vereinbar set`
pub(super) fn run(command: &SetCommand) -> Result<ExitCode, Failure> {
    let (output, format) = (&command.output, command.format.format);
    // Read as a whole before, and written in one step: the same file may be meant.
    files::check_output(&output.output, output.overwrite, None)?;
    files::check_ending(&output.output, &["pdf", "json"])?;
    let pairs = command.values.iter().map(|text| {
        let (field, value) = text.split_once('=').ok_or_else(|| Failure::NoValue(text.clone()))?;
        match field.trim() {
            "" => Err(Failure::NoField(text.clone())),
            field => Ok((field, Value::String(value.to_owned()))),
        }
    });
    let pairs = pairs.collect::<Result<Vec<_>, Failure>>()?;
    let vereinbarung = files::read_vereinbarung(&command.file, format)?;
    let changed = vereinbar_tables::set(&vereinbarung, pairs).map_err(Failure::Set)?;
    let options = RenderOptions {
        require_complete: command.require_complete,
        ..super::options::render_options(&command.document)?
    };
    let is_json = matches!(ending(&output.output).as_deref(), Some("json"));
    if !is_json {
        let rendered = super::options::renderer(&command.document.layout)?
            .render(&changed, &options)
            .map_err(|error| Failure::Render { file: Some(command.file.clone()), error, format })?;
        if format == Format::Json || !rendered.findings.is_empty() {
            finding_text::findings(
                &mut anstream::stderr(),
                &files_name(&command.file),
                &rendered.findings,
                format,
                None,
            );
        }
        return super::render::finish(&rendered, &output.output, output.overwrite, format);
    }
    let stage = if command.require_complete { Stage::Unterschriftsreif } else { Stage::Entwurf };
    let options = ValidateOptions { stage, ..options.validate_options() };
    let checked = check(changed, options);
    let findings = checked.findings();
    if format == Format::Json || !findings.is_empty() {
        finding_text::findings(&mut anstream::stderr(), &files_name(&command.file), findings, format, None);
    }
    if findings.iter().any(|finding| finding.severity == vereinbar::Severity::Error) {
        return Err(Failure::Contradicts(stage));
    }
    files::write(&output.output, checked.vereinbarung().to_json().as_bytes(), output.overwrite)?;
    files::tell_written(&output.output);
    Ok(ExitCode::SUCCESS)
}
