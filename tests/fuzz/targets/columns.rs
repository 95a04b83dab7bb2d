//! Which fields the headings of an office fill, and a table of such headings. The first line is the mapping, the
//! rest the table.

#![no_main]

use libfuzzer_sys::fuzz_target;
use vereinbar::Art;
use vereinbar_fuzz::{file, read_rows};
use vereinbar_tables::{Columns, Proposal, Source, TableFormat, propose, proposed};

fuzz_target!(|text: &str| {
    let Some((mapping, table)) = text.split_once('\n') else { return };
    let (_folder, path) = file("liste.csv", table.as_bytes());
    for art in Art::ALL {
        match Columns::parse(mapping) {
            Ok(columns) => {
                assert!(columns.headings().all(|heading| !heading.contains('\n')));
                read_rows(Source::file(&path).columns(columns), *art);
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
