//! Reading the agreements of a file.

use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use serde::de::IgnoredAny;
use serde_json::Value;
use vereinbar::auswertung::{AuswertungArt, Befund};
use vereinbar::entgelt::BerechnungArt;
use vereinbar::evaluate::Evaluator;
use vereinbar::limits::{MAX_COLLECTION_BYTES, MAX_INPUT_BYTES};
use vereinbar::parse_bytes;
use vereinbar_tables::files::{self, BatchReportArt, Line, Lines, MANIFEST, WalkResult, ending, without_bom};
use vereinbar_workers::Lost;

use super::pdf_reader::{NotRead, PdfReader};

/// What a folder's file is, by its ending.
const ENDINGS: [&str; 4] = ["json", "jsonl", "ndjson", "pdf"];
/// The most lines that are handed on at once, and after how many bytes they are.
const CHUNK_LINES: usize = 64;
const CHUNK_BYTES: usize = 1 << 20;

// Why data are no agreement is not repeated: it may name fields that somebody has made
// up, and of a list the places are not those of the file.
const NO_AGREEMENT: &str = "Die Datei ist keine lesbare Vereinbarung; `vereinbar validate` nennt die Stellen.";
const NO_AGREEMENT_IN_PDF: &str =
    "Die Daten im PDF sind keine lesbare Vereinbarung; `vereinbar extract` nennt die Stellen.";
const NO_AGREEMENT_IN_LIST: &str = "Der Eintrag ist keine lesbare Vereinbarung; `vereinbar validate` nennt die Stellen, wenn er in einer eigenen Datei steht.";
const NO_AGREEMENT_IN_LINE: &str = "Die Zeile ist keine lesbare Vereinbarung; `vereinbar validate` nennt die Stellen, wenn sie in einer eigenen Datei steht.";

/// What became of a piece of work.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Tally {
    pub(crate) read: usize,
    pub(crate) failed: usize,
}

impl Tally {
    pub(crate) const READ: Self = Self { read: 1, failed: 0 };
    pub(crate) const FAILED: Self = Self { read: 0, failed: 1 };

    pub(crate) const fn add(&mut self, other: Self) {
        self.read += other.read;
        self.failed += other.failed;
    }
}

/// Reads a file that is no JSON Lines; of a list, until `cancel` is set.
pub(crate) fn file(path: &Path, evaluator: &mut Evaluator, pdfs: &PdfReader, cancel: &AtomicBool) -> Tally {
    let quelle = path.display().to_string();
    match bytes(path) {
        Ok(bytes) => content(&bytes, quelle, evaluator, pdfs, cancel),
        Err(reason) => fail(evaluator, quelle, reason),
    }
}

/// Reads what stands in a file that is no JSON Lines; of a list, until `cancel` is set.
pub(crate) fn content(
    bytes: &[u8],
    quelle: String,
    evaluator: &mut Evaluator,
    pdfs: &PdfReader,
    cancel: &AtomicBool,
) -> Tally {
    if bytes.len() > MAX_COLLECTION_BYTES {
        return fail(evaluator, quelle, too_large());
    }
    if bytes.get(..1024).unwrap_or(bytes).windows(5).any(|window| window == b"%PDF-") {
        return pdf(bytes, &quelle, evaluator, pdfs, cancel);
    }
    let text = without_bom(bytes).trim_ascii_start();
    if text.starts_with(b"[") {
        return list(text, &quelle, evaluator, cancel);
    }
    match parse_bytes(bytes) {
        Ok(vereinbarung) => {
            evaluator.add(&vereinbarung, &quelle);
            Tally::READ
        }
        // An earlier evaluation or a report lies beside the agreements.
        Err(_) if is_own(text) => Tally::default(),
        // Its reader says what is wrong with a PDF that is none.
        Err(_) if ending(Path::new(&quelle)).as_deref() == Some("pdf") => pdf(bytes, &quelle, evaluator, pdfs, cancel),
        Err(_) => fail(evaluator, quelle, NO_AGREEMENT),
    }
}

fn bytes(path: &Path) -> Result<Vec<u8>, String> {
    match files::read(path, MAX_COLLECTION_BYTES as u64) {
        Ok(Some(bytes)) => Ok(bytes),
        Ok(None) => Err(too_large()),
        Err(error) => Err(unreadable(&error).to_owned()),
    }
}

fn too_large() -> String {
    format!("Die Datei ist größer als {} MiB.", MAX_COLLECTION_BYTES >> 20)
}

/// A complete German sentence.
pub(crate) fn unreadable(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::NotFound => "Die Datei gibt es nicht mehr.",
        io::ErrorKind::PermissionDenied => "Die Berechtigung zum Lesen fehlt.",
        _ => "Das kann nicht gelesen werden.",
    }
}

fn pdf(bytes: &[u8], quelle: &str, evaluator: &mut Evaluator, pdfs: &PdfReader, cancel: &AtomicBool) -> Tally {
    let extracted = match pdfs.read(bytes, cancel) {
        Ok(extracted) => extracted,
        // The run ends, and says so itself.
        Err(NotRead::Lost(Lost::Interrupted)) => return Tally::default(),
        Err(NotRead::Lost(lost)) => return fail(evaluator, quelle.to_owned(), lost.to_string()),
        // What the data have to say is left out, see `NO_AGREEMENT`.
        Err(NotRead::Refused(reason)) => {
            return fail(evaluator, quelle.to_owned(), reason.unwrap_or_else(|| NO_AGREEMENT_IN_PDF.to_owned()));
        }
    };
    let is_collection = extracted.len() > 1;
    let mut tally = Tally::default();
    for file in extracted {
        if cancel.load(Ordering::Relaxed) {
            break;
        }
        let quelle = if is_collection { format!("{quelle}, {}", file.name) } else { quelle.to_owned() };
        tally.add(match file.vereinbarung {
            Some(vereinbarung) => {
                evaluator.add(&vereinbarung, &quelle);
                Tally::READ
            }
            None => fail(evaluator, quelle, NO_AGREEMENT_IN_PDF),
        });
    }
    tally
}

/// A list of agreements.
fn list(text: &[u8], quelle: &str, evaluator: &mut Evaluator, cancel: &AtomicBool) -> Tally {
    // Gone through twice: nothing of a list counts that breaks off, and to keep where its
    // entries are may take more than the list.
    if entries(text, &mut |_| !cancel.load(Ordering::Relaxed)).is_none() {
        return fail(evaluator, quelle.to_owned(), "Das ist keine gültige JSON-Liste.");
    }
    let mut tally = Tally::default();
    let mut number = 0_usize;
    entries(text, &mut |entry| {
        number += 1;
        let quelle = format!("{quelle}, Eintrag {number}");
        tally.add(match parse_bytes(entry) {
            Ok(vereinbarung) => {
                evaluator.add(&vereinbarung, &quelle);
                Tally::READ
            }
            Err(_) => fail(evaluator, quelle, NO_AGREEMENT_IN_LIST),
        });
        !cancel.load(Ordering::Relaxed)
    });
    tally
}

/// Hands over the entries of a JSON list, as they are written there, until `take` says that
/// it is enough; `None` when it is none.
fn entries<'a>(text: &'a [u8], take: &mut impl FnMut(&'a [u8]) -> bool) -> Option<()> {
    let is_end = |rest: &[u8]| rest.trim_ascii().is_empty();
    let mut rest = text.strip_prefix(b"[")?.trim_ascii_start();
    if let Some(rest) = rest.strip_prefix(b"]") {
        return is_end(rest).then_some(());
    }
    loop {
        let mut values = serde_json::Deserializer::from_slice(rest).into_iter::<IgnoredAny>();
        values.next()?.ok()?;
        let (entry, after) = rest.split_at_checked(values.byte_offset())?;
        if !take(entry) {
            return Some(());
        }
        match after.trim_ascii_start().split_first()? {
            (b',', after) => rest = after.trim_ascii_start(),
            (b']', after) => return is_end(after).then_some(()),
            _ => return None,
        }
    }
}

/// Lines of a file, from `first` on.
pub(crate) fn lines(quelle: &str, first: usize, lines: &[Line], evaluator: &mut Evaluator) -> Tally {
    let mut tally = Tally::default();
    for (number, line) in (first..).zip(lines) {
        let quelle = || format!("{quelle}, Zeile {number}");
        let Some(line) = line else {
            let reason = format!("Die Zeile ist länger als {} MiB.", MAX_INPUT_BYTES >> 20);
            tally.add(fail(evaluator, quelle(), reason));
            continue;
        };
        if line.trim_ascii().is_empty() {
            continue;
        }
        tally.add(match parse_bytes(line) {
            Ok(vereinbarung) => {
                evaluator.add(&vereinbarung, &quelle());
                Tally::READ
            }
            Err(_) => fail(evaluator, quelle(), NO_AGREEMENT_IN_LINE),
        });
    }
    tally
}

/// Hands over the lines of a file in pieces, each with the number of its first line,
/// until `piece` says that it is enough.
pub(crate) fn pieces(path: &Path, piece: &mut impl FnMut(usize, Vec<Line>) -> bool) -> io::Result<()> {
    let (mut first, mut lines, mut size) = (1, Vec::new(), 0);
    for line in Lines::open(path, MAX_INPUT_BYTES as u64)? {
        let line = line?;
        size += line.as_ref().map_or(MAX_INPUT_BYTES, Vec::len);
        lines.push(line);
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

/// Hands over a file, or those below a folder that may hold agreements.
pub(crate) fn files_below(path: &Path, found: &mut impl FnMut(WalkResult)) {
    let is_read = |path: &Path| {
        path.file_name().is_some_and(|name| name != MANIFEST)
            && ending(path).is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
    };
    files::walk(path, &is_read, found);
}

/// Whether the file is JSON Lines.
pub(crate) fn is_lines(path: &Path) -> bool {
    matches!(ending(path).as_deref(), Some("jsonl" | "ndjson"))
}

/// What `vereinbar` writes that is no agreement, by its `art`: an evaluation, what
/// `calculate` gives, the report of a batch.
const OWN: [&str; 3] =
    [AuswertungArt::Auswertung.as_str(), BerechnungArt::Berechnung.as_str(), BatchReportArt::BatchReport.as_str()];

fn is_own(text: &[u8]) -> bool {
    let value: Value = serde_json::from_slice(text).unwrap_or_default();
    value.get("art").and_then(Value::as_str).is_some_and(|art| OWN.contains(&art))
}

pub(crate) fn fail(evaluator: &mut Evaluator, quelle: String, reason: impl Into<String>) -> Tally {
    evaluator.report(Befund::unreadable(quelle, reason));
    Tally::FAILED
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_taken_apart_without_being_written_anew() {
        let entries = |text: &'static str| {
            let mut all = Vec::new();
            entries(text.as_bytes(), &mut |entry| {
                all.push(entry);
                true
            })
            .map(|()| all)
        };
        assert_eq!(entries("[ ]\n").map(|entries| entries.len()), Some(0));
        assert_eq!(
            entries("[{\"a\": [1, \"]\"]} , 12,null\n, \"ä\"]  "),
            Some(vec![b"{\"a\": [1, \"]\"]}".as_slice(), b"12", b"null", "\"ä\"".as_bytes()])
        );
        for broken in ["", "{}", "[", "[1", "[1,", "[1,]", "[1 2]", "[1]x", "[,]", "[{]", "[1][2]"] {
            assert_eq!(entries(broken), None, "{broken}");
        }
    }
}
