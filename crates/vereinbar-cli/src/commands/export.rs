use std::process::ExitCode;

use vereinbar::export_templates;

use crate::args::ExportCommand;
use crate::failure::Failure;
use crate::tell::tell;

/// `vereinbar templates export`
pub(super) fn run(command: &ExportCommand) -> Result<ExitCode, Failure> {
    let ExportCommand { folder, overwrite } = command;
    let written = export_templates(folder, *overwrite).map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists if folder.is_dir() => Failure::Exists(folder.clone()),
        _ => Failure::Unwritable { file: folder.clone(), error },
    })?;
    tell(format_args!(
        "{} Dateien in {} geschrieben. LIESMICH.md sagt, wie es weitergeht.",
        written.len(),
        folder.display()
    ));
    Ok(ExitCode::SUCCESS)
}
