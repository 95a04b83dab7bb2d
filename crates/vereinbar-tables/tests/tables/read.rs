//! What comes of a table.

use std::ops::ControlFlow;

use serde_json::Value;
use vereinbar::{Vereinbarung, parse};
use vereinbar_tables::{Base, Row, RowFinding, RowSink, Source, TableError};

/// What all rows share.
pub(crate) fn base() -> Vereinbarung {
    parse(
        r#"{
            "art": "qualitaetsentwicklungsvereinbarung",
            "vereinbarungszeitraum": {"von": "2027-01-01", "bis": "2028-12-31"},
            "ziele": [{"ziel": "Kinder bringen ihre Sicht ein."}]
        }"#,
    )
    .unwrap()
}

/// Keeps all that is read.
#[derive(Debug, Default)]
pub(crate) struct Read {
    pub(crate) notes: Vec<String>,
    pub(crate) rows: Vec<Row>,
}

impl RowSink for Read {
    type Error = TableError;

    fn note(&mut self, note: String) {
        self.notes.push(note);
    }

    fn row(&mut self, row: Row) -> Result<ControlFlow<()>, TableError> {
        self.rows.push(row);
        Ok(ControlFlow::Continue(()))
    }
}

impl Read {
    /// The agreements of the rows.
    pub(crate) fn values(&self) -> Vec<&Value> {
        self.rows.iter().filter_map(|row| row.content.as_ref().ok().map(|laid| &laid.value)).collect()
    }

    /// The numbers of the rows that have a finding, and the code of the first.
    pub(crate) fn findings(&self) -> Vec<(usize, &'static str)> {
        let first = |row: &Row| -> Option<&'static str> {
            let code = |found: &RowFinding| found.finding.code;
            match &row.content {
                Ok(laid) => laid.findings.first().map(code),
                Err(finding) => Some(code(finding)),
            }
        };
        self.rows.iter().filter_map(|row| Some((row.number, first(row)?))).collect()
    }
}

pub(crate) fn read(source: Source<'_>, base: Base) -> Result<Read, TableError> {
    let mut all = Read::default();
    source.read(base, &mut all)?;
    Ok(all)
}

/// Over [`base`].
pub(crate) fn over_base(source: Source<'_>) -> Result<Read, TableError> {
    read(source, Base::new(Some(&base()), None))
}
