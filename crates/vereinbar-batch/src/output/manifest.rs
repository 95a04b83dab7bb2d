//! The manifest `batch.jsonl`: what was made of what, a line a document. It is
//! written while a run goes on, and read by the next one.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use vereinbar::digest::Digest;
use vereinbar_tables::RowFinding;
use vereinbar_tables::files::{MANIFEST, MAX_LINE_BYTES};

use super::{folder, own_file};
use crate::{BatchError, RowDocument};

/// A line. Apart from the names of files it holds nothing that a user has written.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[schemars(title = "Line of batch.jsonl")]
pub(crate) struct ManifestEntry {
    #[serde(flatten)]
    pub(crate) document: RowDocument,
    #[serde(flatten)]
    pub(crate) outcome: Outcome,
    /// What was found in it, each with its column.
    #[serde(default)]
    #[schemars(with = "Vec<RowFinding>")]
    pub(crate) findings: Value,
    /// Whether no row of the table makes it any more.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) orphan: bool,
}

/// The JSON Schema of a line of the manifest `batch.jsonl`.
///
/// ```
/// assert_eq!(vereinbar_batch::manifest_schema()["type"], "object");
/// ```
#[must_use]
pub fn manifest_schema() -> &'static Value {
    static MANIFEST_LINE: OnceLock<Value> = OnceLock::new();
    MANIFEST_LINE.get_or_init(|| vereinbar::schema::of_written::<ManifestEntry>("batch_manifest"))
}

/// What became of a document.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "status", rename_all = "snake_case")]
pub(crate) enum Outcome {
    /// It was made.
    Done(Made),
    /// It was not.
    Failed {
        /// At what it failed: a German sentence.
        reason: String,
        /// What an earlier run has made under this name.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        made: Option<Made>,
    },
}

/// A document that was made.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema)]
pub(crate) struct Made {
    /// SHA-256 of the agreement, as the PDF carries it.
    #[schemars(with = "String")]
    pub(crate) input: Digest,
    /// SHA-256 of options, templates and version.
    #[schemars(with = "String")]
    pub(crate) context: Digest,
    /// SHA-256 of the PDF.
    #[schemars(with = "String")]
    pub(crate) output: Digest,
    /// How many pages it has.
    pub(crate) pages: usize,
    /// How many bytes it has.
    pub(crate) bytes: usize,
    /// How long it took, in milliseconds.
    pub(crate) ms: u64,
}

/// What an earlier run says about a file.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Earlier {
    pub(crate) made: Made,
    /// Whether the last run could not make it.
    pub(crate) is_failed: bool,
    line: Span,
}

/// Where a line stands in the file.
#[derive(Debug, Clone, Copy)]
struct Span {
    start: u64,
    bytes: u64,
}

/// The manifest of a folder, open for more lines.
pub(crate) struct Manifest {
    path: PathBuf,
    file: File,
    /// By a digest of the file's name, which is shorter than the name.
    earlier: BTreeMap<Digest, Earlier>,
    /// The line of each document of this run, in the order of the rows.
    lines: Vec<Span>,
    end: u64,
    /// Whether the file holds more than the lines of this run, or in another order.
    is_ragged: bool,
}

impl Manifest {
    /// Opens or begins the manifest. Lines that cannot be read, such as the torn
    /// last one of a killed run, count for nothing.
    pub(crate) fn open(folder: &Path) -> Result<Self, BatchError> {
        let path = folder.join(MANIFEST);
        let file = own_file::open(&path)?;
        Self::read_in(path, file).map_err(BatchError::unwritable(folder))
    }

    fn read_in(path: PathBuf, mut file: File) -> io::Result<Self> {
        let mut reader = BufReader::new(&mut file);
        let mut earlier = BTreeMap::new();
        let mut bytes = Vec::new();
        let mut end = 0;
        loop {
            bytes.clear();
            let read = reader.by_ref().take(MAX_LINE_BYTES).read_until(b'\n', &mut bytes)? as u64;
            if read == 0 {
                break;
            }
            if let Ok(entry) = serde_json::from_slice::<ManifestEntry>(&bytes) {
                let line = Span { start: end, bytes: read };
                if let Some((name, known)) = known(&entry, line) {
                    earlier.insert(name, known);
                }
            }
            end += read;
        }
        let is_torn = end > 0 && !bytes_end_with_line_feed(&mut file, end)?;
        file.seek(SeekFrom::End(0))?;
        if is_torn {
            file.write_all(b"\n")?;
            end += 1;
        }
        Ok(Self { path, file, earlier, lines: Vec::new(), end, is_ragged: end > 0 })
    }

    /// What an earlier run says about a file.
    pub(crate) fn earlier(&self, file: &str) -> Option<Earlier> {
        self.earlier.get(&Digest::of(file.as_bytes())).copied()
    }

    /// Adds a document of this run.
    pub(crate) fn push(&mut self, entry: &ManifestEntry) -> io::Result<()> {
        let mut line = serde_json::to_vec(entry)?;
        line.push(b'\n');
        // One write: a reader never sees half a line, save for a torn one at the end.
        self.file.write_all(&line)?;
        self.lines.push(Span { start: self.end, bytes: line.len() as u64 });
        self.end += line.len() as u64;
        Ok(())
    }

    /// Keeps what an earlier run has written about a document of this run.
    pub(crate) fn keep(&mut self, earlier: Earlier) {
        self.lines.push(earlier.line);
    }

    pub(crate) fn sync(&self) -> io::Result<()> {
        self.file.sync_data()
    }

    /// Files of earlier runs that are no document of this one; `made` are this
    /// run's files.
    pub(crate) fn orphans(&mut self, made: &std::collections::BTreeSet<Digest>) -> io::Result<Vec<ManifestEntry>> {
        let mut lines: Vec<Span> =
            self.earlier.iter().filter(|(name, _)| !made.contains(name)).map(|(_, earlier)| earlier.line).collect();
        lines.sort_by_key(|line| line.start);
        let mut entries = Vec::new();
        for line in lines {
            entries.extend(self.read(line)?);
        }
        Ok(entries)
    }

    fn read(&mut self, line: Span) -> io::Result<Option<ManifestEntry>> {
        self.file.seek(SeekFrom::Start(line.start))?;
        let mut bytes = Vec::new();
        (&mut self.file).take(line.bytes).read_to_end(&mut bytes)?;
        Ok(serde_json::from_slice(&bytes).ok())
    }

    /// Writes it anew with exactly the lines of this run, in the order of the
    /// rows: `rows` gives the row of a line by its number; then what belongs to no row.
    pub(crate) fn finish(mut self, rows: &[usize], orphans: &[ManifestEntry]) -> io::Result<()> {
        if !self.is_ragged {
            return self.file.sync_all();
        }
        let folder = self.path.parent().unwrap_or(Path::new("."));
        let mut fresh = folder::temporary(folder)?;
        for (index, line) in std::mem::take(&mut self.lines).into_iter().enumerate() {
            let Some(mut entry) = self.read(line)? else { continue };
            // A row may have moved since its document was made.
            let row = &mut entry.document.row;
            *row = rows.get(index).copied().unwrap_or(*row);
            write_line(&mut fresh, &entry)?;
        }
        for entry in orphans {
            write_line(&mut fresh, &ManifestEntry { orphan: true, ..entry.clone() })?;
        }
        fresh.as_file().sync_all()?;
        drop(self.file);
        fresh.persist(&self.path).map(drop).map_err(|error| error.error)
    }
}

fn write_line(to: &mut impl io::Write, entry: &ManifestEntry) -> io::Result<()> {
    let mut bytes = serde_json::to_vec(entry)?;
    bytes.push(b'\n');
    to.write_all(&bytes)
}

fn known(entry: &ManifestEntry, line: Span) -> Option<(Digest, Earlier)> {
    let (made, is_failed) = match entry.outcome {
        Outcome::Done(made) => (made, false),
        Outcome::Failed { made, .. } => (made?, true),
    };
    let file = entry.document.file.as_ref()?;
    Some((Digest::of(file.as_bytes()), Earlier { made, is_failed, line }))
}

fn bytes_end_with_line_feed(file: &mut File, end: u64) -> io::Result<bool> {
    file.seek(SeekFrom::Start(end - 1))?;
    let mut last = [0];
    file.read_exact(&mut last)?;
    Ok(last == *b"\n")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn entry(row: usize, file: &str, input: &[u8]) -> ManifestEntry {
        let [input, context, output] = [input, b"c", b"o"].map(Digest::of);
        ManifestEntry {
            document: RowDocument { row, file: Some(file.to_owned()), ..RowDocument::default() },
            outcome: Outcome::Done(Made { input, context, output, pages: 2, bytes: 3, ms: 4 }),
            findings: Value::Array(vec![]),
            orphan: false,
        }
    }

    #[test]
    fn survives_a_torn_line_and_is_put_in_order_at_the_end() {
        let folder = tempfile::tempdir().unwrap();
        let mut manifest = Manifest::open(folder.path()).unwrap();
        manifest.push(&entry(3, "b.pdf", b"b")).unwrap();
        manifest.push(&entry(9, "alt.pdf", b"alt")).unwrap();
        drop(manifest);
        let path = folder.path().join(MANIFEST);
        let mut text = std::fs::read_to_string(&path).unwrap();
        text.push_str(r#"{"row":4,"status":"done","file":"c.pd"#);
        std::fs::write(&path, text).unwrap();

        let mut manifest = Manifest::open(folder.path()).unwrap();
        let b = manifest.earlier("b.pdf").unwrap();
        assert_eq!(b.made.input, Digest::of(b"b"));
        assert!(manifest.earlier("c.pdf").is_none());
        manifest.push(&entry(2, "a.pdf", b"a")).unwrap();
        manifest.keep(b);
        let made = BTreeSet::from([Digest::of(b"a.pdf"), Digest::of(b"b.pdf")]);
        let orphans = manifest.orphans(&made).unwrap();
        let files: Vec<_> = orphans.iter().filter_map(|entry| entry.document.file.as_deref()).collect();
        assert_eq!(files, ["alt.pdf"]);
        manifest.finish(&[2, 5], &orphans).unwrap();

        let text = std::fs::read_to_string(&path).unwrap();
        let rows: Vec<(usize, String)> = text
            .lines()
            .map(|line| serde_json::from_str::<ManifestEntry>(line).unwrap())
            .map(|entry| (entry.document.row, entry.document.file.unwrap()))
            .collect();
        assert_eq!(rows, [(2, "a.pdf".to_owned()), (5, "b.pdf".to_owned()), (9, "alt.pdf".to_owned())]);
        std::fs::write(folder.path().join("alt.pdf"), "").unwrap();
        assert_eq!(vereinbar_tables::files::orphans(folder.path()).unwrap(), ["alt.pdf"]);
        // What belongs to no row is named again.
        let mut manifest = Manifest::open(folder.path()).unwrap();
        assert_eq!(manifest.orphans(&made).unwrap().len(), 1);
    }
}
