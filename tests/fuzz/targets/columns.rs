//! Which fields the headings of an office fill, and a table of such headings. The first line is the mapping, the
//! rest the table.

#![no_main]

use std::convert::Infallible;
use std::ops::ControlFlow;

use libfuzzer_sys::fuzz_target;
use vereinbar::{Art, parse};
use vereinbar_fuzz::file;
use vereinbar_tables::{Base, Columns, Proposal, Row, RowSink, Source, TableError, TableFormat, propose, proposed};

struct Rows;

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
        if let Ok(laid) = row.content
            && let Err(error) = parse(&laid.value.to_string())
        {
            assert!(!laid.all(error.findings()).is_empty());
        }
        Ok(ControlFlow::Continue(()))
    }
}

fuzz_target!(|text: &str| {
    let Some((mapping, table)) = text.split_once('\n') else { return };
    let (_folder, path) = file("liste.csv", table.as_bytes());
    for art in Art::ALL {
        match Columns::parse(mapping) {
            Ok(columns) => {
                assert!(columns.headings().all(|heading| !heading.contains('\n')));
                let source = Source::file(&path).columns(columns);
                if let Err(Failed(error)) = source.read(Base::new(None, Some(*art)), &mut Rows) {
                    assert!(!error.to_string().is_empty());
                }
            }
            Err(error) => assert!(!error.to_string().is_empty()),
        }
        match propose(Source::file(&path), Some(*art)) {
            // What is written for a person to confirm reads back as it was proposed.
            Ok(found) => {
                assert!(found.proposals.iter().all(|proposal| !proposal.hint().is_empty()));
                let columns = Proposal::columns(&found.proposals);
                let written = proposed(*art, &found.proposals, TableFormat::Csv).expect("proposals are written");
                let (_folder, written) = file("spalten.csv", &written);
                let read = Columns::read(&written).expect("what was written is read");
                assert_eq!(read, columns);
            }
            Err(error) => assert!(!error.to_string().is_empty()),
        }
    }
});
