//! A table of any kind gives rows or says why it gives none. The first byte chooses the ending of the file.

#![no_main]

use std::convert::Infallible;
use std::fs;
use std::ops::ControlFlow;

use libfuzzer_sys::fuzz_target;
use vereinbar::{Art, parse};
use vereinbar_tables::{Base, Row, RowSink, Source, TableError, TablePlace};

const ENDINGS: [&str; 5] = ["csv", "xlsx", "ods", "jsonl", "json"];

#[derive(Default)]
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

    fn place(&mut self, _: TablePlace) {}

    fn name(&mut self, _: String) {}

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
        Ok(if self.0 < 1000 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
    }
}

fuzz_target!(|bytes: &[u8]| {
    let Some((choice, table)) = bytes.split_first() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("liste").with_extension(ENDINGS[usize::from(*choice) % ENDINGS.len()]);
    fs::write(&file, table).expect("a file");
    let base = Base::new(None, Some(Art::Qualitaetsentwicklungsvereinbarung));
    if let Err(Failed(error)) = Source::file(&file).read(base, &mut Rows::default()) {
        assert!(!error.to_string().is_empty());
    }
});
