//! Reading the agreements of a file.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Read as _};
use std::path::Path;

use serde_json::Value;
use vereinbar::auswertung::{Auswerter, Befund};
use vereinbar::limits::MAX_INPUT_BYTES;
use vereinbar::{extract_all, parse, parse_bytes};

/// The largest PDF or list of agreements that is read.
const MAX_FILE_BYTES: u64 = 512 << 20;
/// The most lines that are handed on at once, and after how many bytes they are.
const CHUNK_LINES: usize = 64;
const CHUNK_BYTES: usize = 1 << 20;

/// What became of a piece of work.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tally {
    pub(super) read: usize,
    pub(super) failed: usize,
}

impl Tally {
    pub(super) const READ: Self = Self { read: 1, failed: 0 };
    pub(super) const FAILED: Self = Self { read: 0, failed: 1 };

    pub(super) const fn add(&mut self, other: Self) {
        self.read += other.read;
        self.failed += other.failed;
    }
}

/// Reads a file that is no JSON Lines.
pub(super) fn file(path: &Path, auswerter: &mut Auswerter) -> Tally {
    let quelle = path.display().to_string();
    let bytes = match bytes(path) {
        Ok(bytes) => bytes,
        Err(reason) => return fail(auswerter, quelle, reason),
    };
    if bytes.get(..1024).unwrap_or(&bytes).windows(5).any(|window| window == b"%PDF-") {
        return pdf(&bytes, &quelle, auswerter);
    }
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes).trim_ascii_start();
    if text.starts_with(b"[") {
        return list(text, &quelle, auswerter);
    }
    match parse_bytes(&bytes) {
        Ok(agreement) => {
            auswerter.add(&agreement, &quelle);
            Tally::READ
        }
        // An earlier evaluation lies beside the agreements.
        Err(_) if is_evaluation(text) => Tally::default(),
        Err(error) => fail(auswerter, quelle, error.to_string()),
    }
}

fn bytes(path: &Path) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes));
    match read {
        Ok(read) if read as u64 > MAX_FILE_BYTES => Err("Die Datei ist größer als 512 MiB.".to_owned()),
        Ok(_) => Ok(bytes),
        Err(error) => Err(unreadable(&error).to_owned()),
    }
}

/// A complete German sentence.
pub(super) fn unreadable(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::NotFound => "Die Datei gibt es nicht mehr.",
        io::ErrorKind::PermissionDenied => "Die Berechtigung zum Lesen fehlt.",
        _ => "Das kann nicht gelesen werden.",
    }
}

fn pdf(bytes: &[u8], quelle: &str, auswerter: &mut Auswerter) -> Tally {
    let extracted = match extract_all(bytes) {
        Ok(extracted) => extracted,
        Err(error) => return fail(auswerter, quelle.to_owned(), error.to_string()),
    };
    let is_collection = extracted.len() > 1;
    let mut tally = Tally::default();
    for file in extracted {
        let quelle = if is_collection { format!("{quelle}, {}", file.name) } else { quelle.to_owned() };
        tally.add(match file.vereinbarung {
            Ok(agreement) => {
                auswerter.add(&agreement, &quelle);
                Tally::READ
            }
            Err(error) => fail(auswerter, quelle, error.to_string()),
        });
    }
    tally
}

/// A list of agreements.
fn list(text: &[u8], quelle: &str, auswerter: &mut Auswerter) -> Tally {
    let Ok(entries) = serde_json::from_slice::<Vec<Value>>(text) else {
        return fail(auswerter, quelle.to_owned(), "Das ist keine gültige JSON-Liste.");
    };
    let mut tally = Tally::default();
    for (number, entry) in (1..).zip(entries) {
        let quelle = format!("{quelle}, Eintrag {number}");
        tally.add(match parse(&entry.to_string()) {
            Ok(agreement) => {
                auswerter.add(&agreement, &quelle);
                Tally::READ
            }
            Err(error) => fail(auswerter, quelle, error.to_string()),
        });
    }
    tally
}

/// Lines of a file, from `first` on.
pub(super) fn lines(quelle: &str, first: usize, lines: &[Line], auswerter: &mut Auswerter) -> Tally {
    let mut tally = Tally::default();
    for (number, line) in (first..).zip(lines) {
        let quelle = || format!("{quelle}, Zeile {number}");
        let Some(line) = line else {
            let reason = format!("Die Zeile ist länger als {} MiB.", MAX_INPUT_BYTES >> 20);
            tally.add(fail(auswerter, quelle(), reason));
            continue;
        };
        let line = if number == 1 { line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line) } else { line };
        if line.trim_ascii().is_empty() {
            continue;
        }
        tally.add(match parse_bytes(line) {
            Ok(agreement) => {
                auswerter.add(&agreement, &quelle());
                Tally::READ
            }
            Err(error) => fail(auswerter, quelle(), error.to_string()),
        });
    }
    tally
}

/// A line, or that it is too long.
pub(super) type Line = Option<Vec<u8>>;

/// Hands over the lines of a file in pieces, each with the number of its first line,
/// until `piece` says that it is enough.
pub(super) fn pieces(path: &Path, piece: &mut impl FnMut(usize, Vec<Line>) -> bool) -> io::Result<()> {
    const LIMIT: u64 = MAX_INPUT_BYTES as u64 + 1;
    let mut reader = BufReader::new(File::open(path)?);
    let (mut first, mut lines, mut size) = (1, Vec::new(), 0);
    loop {
        let mut line = Vec::new();
        let read = reader.by_ref().take(LIMIT).read_until(b'\n', &mut line)?;
        if read == 0 {
            break;
        }
        size += read;
        if read as u64 == LIMIT && !line.ends_with(b"\n") {
            reader.skip_until(b'\n')?;
            lines.push(None);
        } else {
            lines.push(Some(line));
        }
        if lines.len() == CHUNK_LINES || size >= CHUNK_BYTES {
            let count = lines.len();
            if !piece(first, std::mem::take(&mut lines)) {
                return Ok(());
            }
            (first, size) = (first + count, 0);
        }
    }
    if !lines.is_empty() {
        piece(first, lines);
    }
    Ok(())
}

fn is_evaluation(text: &[u8]) -> bool {
    serde_json::from_slice::<Value>(text).is_ok_and(|value| value.get("art").is_some_and(|art| art == "auswertung"))
}

pub(super) fn fail(auswerter: &mut Auswerter, quelle: String, reason: impl Into<String>) -> Tally {
    auswerter.report(Befund::unreadable(quelle, reason));
    Tally::FAILED
}
