use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use vereinbar::RenderOptions;

use crate::args::PreviewCommand;
use crate::failure::Failure;
use crate::files;
use crate::output_options::Format;

/// `vereinbar preview`: one page under the name given, several with their numbers.
pub(super) fn run(command: &PreviewCommand) -> Result<ExitCode, Failure> {
    files::check_ending(&command.output.output, &["png"])?;
    let output = &command.output.output;
    let format = Format::Text;
    let vereinbarung = files::read_vereinbarung(&command.file, format)?;
    let options = RenderOptions {
        require_complete: command.require_complete,
        ..super::options::render_options(&command.document)?
    };
    let pages = super::options::renderer(&command.document.layout)?
        .preview(&vereinbarung, &options, &command.pages, command.ppi)
        .map_err(|error| Failure::Render { file: Some(command.file.clone()), error, format })?;
    if pages.len() > 1 && files::is_standard_stream(output) {
        return Err(Failure::SeveralPages);
    }
    let names: Vec<PathBuf> = match pages.as_slice() {
        [_] => vec![output.clone()],
        several => several.iter().map(|page| numbered(output, page.number)).collect(),
    };
    for name in &names {
        files::check_output(name, command.output.overwrite, Some(&command.file))?;
    }
    for (name, page) in names.iter().zip(&pages) {
        files::write(name, &page.bytes, command.output.overwrite)?;
        files::tell_written(name);
    }
    Ok(ExitCode::SUCCESS)
}

/// `bild.png` becomes `bild-3.png`.
fn numbered(output: &Path, number: usize) -> PathBuf {
    let mut name: OsString = output.file_stem().unwrap_or_default().to_owned();
    name.push(format!("-{number}."));
    name.push(output.extension().unwrap_or("png".as_ref()));
    output.with_file_name(name)
}
