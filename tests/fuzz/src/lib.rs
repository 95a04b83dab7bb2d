//! What the targets share.

use std::convert::Infallible;
use std::fs;
use std::ops::ControlFlow;
use std::path::PathBuf;

use tempfile::TempDir;
use vereinbar::{Art, Finding, Vereinbarung, parse, parse_bytes};
use vereinbar_tables::{Base, Row, RowSink, Source, TableError};

/// The example of each kind, as the templates have it.
///
/// # Panics
/// Where one cannot be read.
#[must_use]
pub fn examples() -> Vec<Vereinbarung> {
    let example = |art: &Art| {
        let path = format!("{art}/daten.json");
        let (_, bytes) =
            vereinbar_templates::files().find(|(file, _)| *file == path).expect("every kind has an example");
        parse_bytes(bytes).expect("an example is an agreement")
    };
    Art::ALL.iter().map(example).collect()
}

/// A file of this name with this content, in a folder that goes with the result.
///
/// # Panics
/// Where the system gives none.
#[must_use]
pub fn file(name: &str, content: &[u8]) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    fs::write(&path, content).expect("a file");
    (folder, path)
}

/// # Panics
/// Where a finding says nothing, or not what to do.
pub fn assert_told(findings: &[Finding]) {
    for finding in findings {
        assert!(!finding.message.is_empty() && !finding.remedy.is_empty(), "{finding:?}");
    }
}

/// A table gives rows or says why it gives none, and each row is an agreement or is told.
///
/// # Panics
/// Where nothing is said.
pub fn read_rows(source: Source, art: Art) {
    if let Err(Failed(error)) = source.read(Base::new(None, Some(art)), &mut Rows(0)) {
        assert!(!error.to_string().is_empty());
    }
}

/// So many rows tell what a table tells.
const MOST_ROWS: usize = 1000;

struct Rows(usize);

#[derive(Debug)]
struct Failed(TableError);

impl From<TableError> for Failed {
    fn from(error: TableError) -> Self {
        Self(error)
    }
}

impl From<Infallible> for Failed {
    fn from(never: Infallible) -> Self {
        match never {}
    }
}

impl RowSink for Rows {
    type Error = Failed;

    fn note(&mut self, note: String) {
        assert!(!note.is_empty());
    }

    fn row(&mut self, row: Row) -> Result<ControlFlow<()>, Failed> {
        self.0 += 1;
        match row.content {
            // What is laid is JSON of a kind: read, or refused with findings.
            Ok(laid) => {
                if let Err(error) = parse(&laid.value.to_string()) {
                    assert!(!laid.all(error.findings()).is_empty());
                }
            }
            Err(finding) => assert!(!finding.finding.message.is_empty()),
        }
        Ok(if self.0 < MOST_ROWS { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
    }
}
