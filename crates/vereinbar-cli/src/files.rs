//! Files: read whole and bounded, written under a temporary name and renamed.

use std::fs::File;
use std::io::{self, IsTerminal as _, Read as _, Write as _};
use std::path::Path;

use vereinbar::limits::{MAX_COLLECTION_BYTES, MAX_PDF_BYTES};
use vereinbar::{Vereinbarung, extract, parse_bytes};
use vereinbar_tables::files::{BatchReportArt, done, ending, says_other, undone};

use crate::failure::Failure;
use crate::output_options::Format;
use crate::tell::tell;

/// The largest file that is read: what `extract` takes at most, and one byte
/// more, so that its own limit speaks.
const MAX_BYTES: u64 = MAX_PDF_BYTES as u64 + 1;

/// Whether the argument stands for standard input or output.
pub(crate) fn is_standard_stream(file: &Path) -> bool {
    file == Path::new("-")
}

/// Reads a file or standard input.
pub(crate) fn read(file: &Path) -> Result<Vec<u8>, Failure> {
    read_up_to(file, MAX_BYTES)
}

/// Reads a file that may hold many agreements.
pub(crate) fn read_collection(file: &Path) -> Result<Vec<u8>, Failure> {
    read_up_to(file, MAX_COLLECTION_BYTES as u64 + 1)
}

fn read_up_to(file: &Path, limit: u64) -> Result<Vec<u8>, Failure> {
    let read = || {
        let mut bytes = Vec::new();
        if is_standard_stream(file) {
            let stdin = io::stdin();
            if stdin.is_terminal() {
                tell("Eingabe von der Tastatur; Ende mit Strg+D, Abbruch mit Strg+C.");
            }
            stdin.lock().take(limit).read_to_end(&mut bytes)?;
        } else {
            File::open(file)?.take(limit).read_to_end(&mut bytes)?;
        }
        Ok(bytes)
    };
    read().map_err(|error| Failure::Unreadable { file: file.to_owned(), error })
}

/// Reads a file that is no stream: a pipe in its place might never end.
pub(crate) fn read_plain(file: &Path) -> Result<Vec<u8>, Failure> {
    let kind = std::fs::metadata(file).map_err(|error| Failure::Unreadable { file: file.to_owned(), error })?;
    // Of a folder the system says itself what it is.
    if kind.is_file() || kind.is_dir() { read(file) } else { Err(Failure::NoPlainFile(file.to_owned())) }
}

/// Reads an agreement from JSON, or from a PDF that carries its data.
pub(crate) fn read_vereinbarung(file: &Path, format: Format) -> Result<Vereinbarung, Failure> {
    let bytes = read(file)?;
    if is_table(file, &bytes) {
        return Err(Failure::IsTable(file.to_owned()));
    }
    if bytes.starts_with(b"%PDF-") {
        extract(&bytes).map_err(|error| Failure::Extract { file: file.to_owned(), error, format })
    } else {
        parse_bytes(&bytes).map_err(|error| Failure::Parse { file: file.to_owned(), error, format })
    }
}

/// Whether it is rather a table: a workbook by what it holds, CSV by its name.
fn is_table(file: &Path, bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
        || matches!(ending(file).as_deref(), Some("csv" | "xlsx" | "xls" | "ods")) && !bytes.starts_with(b"%PDF-")
}

/// Says that a file was written; what went to standard output is seen there.
pub(crate) fn tell_written(file: &Path) {
    if !is_standard_stream(file) {
        tell(format_args!("{} geschrieben.", file.display()));
    }
}

/// Stops before any work is done when the output would overwrite something.
pub(crate) fn check_output(output: &Path, overwrite: bool, input: Option<&Path>) -> Result<(), Failure> {
    if is_standard_stream(output) {
        return Ok(());
    }
    if let Some(input) = input
        && let (Ok(a), Ok(b)) = (input.canonicalize(), output.canonicalize())
        && a == b
    {
        return Err(Failure::SameFile(output.to_owned()));
    }
    if output.is_dir() {
        return Err(Failure::Unwritable { file: output.to_owned(), error: io::ErrorKind::IsADirectory.into() });
    }
    if !overwrite && output.exists() {
        return Err(Failure::Exists(output.to_owned()));
    }
    Ok(())
}

/// Stops where the name of the output says another format than is written.
pub(crate) fn check_ending(output: &Path, written: &'static [&'static str]) -> Result<(), Failure> {
    if says_other(output, written) {
        return Err(Failure::WrongEnding { file: output.to_owned(), written });
    }
    Ok(())
}

/// Whether a file is the report of a batch. It begins with its tag.
pub(crate) fn is_batch_report(file: &Path) -> bool {
    let mut start = Vec::new();
    let read = File::open(file).and_then(|file| file.take(64).read_to_end(&mut start));
    let tag = format!("\"art\": \"{}\"", BatchReportArt::BatchReport);
    read.is_ok() && String::from_utf8_lossy(&start).trim_start_matches(['{', '\n', ' ']).starts_with(&tag)
}

/// Writes a file as a whole or not at all, or standard output.
pub(crate) fn write(output: &Path, bytes: &[u8], overwrite: bool) -> Result<(), Failure> {
    let result = if is_standard_stream(output) {
        let mut stdout = io::stdout().lock();
        stdout.write_all(bytes).and_then(|()| stdout.flush())
    } else {
        let folder = output.parent().unwrap_or(Path::new("."));
        undone(folder, "").and_then(|file| done(file, bytes, output, overwrite))
    };
    result.map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => Failure::Exists(output.to_owned()),
        _ => Failure::Unwritable { file: output.to_owned(), error },
    })
}
