//! What was checked, kept in a file without a name until it is printed: so what
//! is printed is what was checked, and memory stays level.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, BufWriter, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A document to be made, or a row that is no document.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct SpooledRow {
    pub(crate) row: usize,
    pub(crate) source: Option<String>,
    pub(crate) form: Option<String>,
    /// The name of its file.
    pub(crate) file: Option<String>,
    /// Why it cannot be made.
    pub(crate) reason: Option<String>,
    /// Its findings, as they go into the manifest.
    pub(crate) findings: Value,
    /// Its agreement, as canonical JSON.
    #[serde(skip)]
    pub(crate) agreement: String,
}

/// Takes documents.
pub(crate) struct Spool(BufWriter<File>);

impl Spool {
    /// A file in the folder that vanishes with the process, however that ends.
    pub(crate) fn new(folder: &Path) -> io::Result<Self> {
        Ok(Self(BufWriter::new(tempfile::tempfile_in(folder)?)))
    }

    pub(crate) fn push(&mut self, item: &SpooledRow) -> io::Result<()> {
        serde_json::to_writer(&mut self.0, item)?;
        writeln!(self.0, "\n{}", item.agreement.len())?;
        self.0.write_all(item.agreement.as_bytes())
    }

    pub(crate) fn finish(self) -> io::Result<Spooled> {
        Ok(Spooled(self.0.into_inner().map_err(io::IntoInnerError::into_error)?))
    }
}

/// Gives them back in order.
pub(crate) struct Spooled(File);

impl Spooled {
    /// From the beginning.
    pub(crate) fn items(&mut self) -> io::Result<SpooledRows<'_>> {
        self.0.seek(SeekFrom::Start(0))?;
        Ok(SpooledRows { reader: BufReader::new(&mut self.0), line: String::new() })
    }
}

/// The documents from the beginning.
pub(crate) struct SpooledRows<'a> {
    reader: BufReader<&'a mut File>,
    line: String,
}

impl SpooledRows<'_> {
    fn read(&mut self) -> io::Result<Option<SpooledRow>> {
        self.line.clear();
        if self.reader.read_line(&mut self.line)? == 0 {
            return Ok(None);
        }
        let mut item: SpooledRow = serde_json::from_str(&self.line)?;
        self.line.clear();
        self.reader.read_line(&mut self.line)?;
        let length: u64 = self.line.trim().parse().map_err(io::Error::other)?;
        self.reader.by_ref().take(length).read_to_string(&mut item.agreement)?;
        Ok(Some(item))
    }
}

impl Iterator for SpooledRows<'_> {
    type Item = io::Result<SpooledRow>;

    fn next(&mut self) -> Option<Self::Item> {
        self.read().transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gives_back_what_it_took() {
        let mut spool = Spool::new(&std::env::temp_dir()).unwrap();
        for row in 0..3 {
            let file = Some(format!("{row}.pdf"));
            let agreement = "{\n \"a\": 1\n}\n".repeat(row);
            spool
                .push(&SpooledRow {
                    row,
                    source: None,
                    form: None,
                    file,
                    reason: None,
                    findings: Value::Null,
                    agreement,
                })
                .unwrap();
        }
        let mut spooled = spool.finish().unwrap();
        for _ in 0..2 {
            let items: Vec<SpooledRow> = spooled.items().unwrap().map(Result::unwrap).collect();
            assert_eq!(items.iter().map(|item| item.agreement.len()).collect::<Vec<_>>(), [0, 12, 24]);
            assert_eq!(items[2].file.as_deref(), Some("2.pdf"));
        }
    }
}
