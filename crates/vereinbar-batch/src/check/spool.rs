//! What was checked, kept under seal in a file without a name until it is printed: so
//! what is printed is what was checked, nothing is checked twice, and memory stays level.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, BufWriter, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use vereinbar::Sealed;

use crate::RowDocument;

/// A document to be made, or one that cannot be.
#[derive(Debug)]
pub(crate) struct SpooledRow {
    pub(crate) document: RowDocument,
    /// Its findings, as they go into the manifest.
    pub(crate) findings: Value,
    /// What it is made of, or why it cannot be made.
    pub(crate) content: Result<Sealed, String>,
}

/// The line before what a document is made of.
#[derive(Serialize, Deserialize)]
struct Line {
    document: RowDocument,
    findings: Value,
    /// How many bytes follow, or why none do.
    content: Result<u64, String>,
}

/// Takes documents.
pub(crate) struct Spool(BufWriter<File>);

impl Spool {
    /// A file in the folder that vanishes with the process, however that ends.
    pub(crate) fn new(folder: &Path) -> io::Result<Self> {
        Ok(Self(BufWriter::new(tempfile::tempfile_in(folder)?)))
    }

    pub(crate) fn push(&mut self, row: SpooledRow) -> io::Result<()> {
        let SpooledRow { document, findings, content } = row;
        let content = content.map(Sealed::into_bytes);
        let length = content.as_ref().map(|bytes| bytes.len() as u64).map_err(Clone::clone);
        serde_json::to_writer(&mut self.0, &Line { document, findings, content: length })?;
        self.0.write_all(b"\n")?;
        self.0.write_all(&content.unwrap_or_default())
    }

    pub(crate) fn finish(self) -> io::Result<Spooled> {
        Ok(Spooled(self.0.into_inner().map_err(io::IntoInnerError::into_error)?))
    }
}

/// Gives them back in order.
pub(crate) struct Spooled(File);

impl Spooled {
    /// From the beginning.
    pub(crate) fn rows(&mut self) -> io::Result<SpooledRows<'_>> {
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
        let Line { document, findings, content } = serde_json::from_str(&self.line)?;
        let content = match content {
            Ok(length) => Ok(self.sealed(length)?),
            Err(reason) => Err(reason),
        };
        Ok(Some(SpooledRow { document, findings, content }))
    }

    fn sealed(&mut self, length: u64) -> io::Result<Sealed> {
        let mut bytes = Vec::new();
        self.reader.by_ref().take(length).read_to_end(&mut bytes)?;
        // Whoever has changed the file has not checked it.
        Sealed::open(bytes).ok_or_else(|| io::Error::from(io::ErrorKind::InvalidData))
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
    use vereinbar::{ValidateOptions, check, parse};

    use super::*;

    fn sealed(ziel: &str) -> Sealed {
        let json = format!(r#"{{"art": "qualitaetsentwicklungsvereinbarung", "ziele": [{{"ziel": "{ziel}"}}]}}"#);
        check(parse(&json).unwrap(), ValidateOptions::default()).seal().unwrap()
    }

    fn spool(rows: usize) -> Spooled {
        let mut spool = Spool::new(&std::env::temp_dir()).unwrap();
        for row in 0..rows {
            let document = RowDocument { row, file: Some(format!("{row}.pdf")), ..RowDocument::default() };
            let content = if row == 1 { Err("Darum.".to_owned()) } else { Ok(sealed(&"ä".repeat(row))) };
            spool.push(SpooledRow { document, findings: Value::Null, content }).unwrap();
        }
        spool.finish().unwrap()
    }

    #[test]
    fn gives_back_what_it_took() {
        let mut spooled = spool(3);
        for _ in 0..2 {
            let rows: Vec<SpooledRow> = spooled.rows().unwrap().map(Result::unwrap).collect();
            assert_eq!(rows[0].content, Ok(sealed("")));
            assert_eq!(rows[1].content, Err("Darum.".to_owned()));
            assert_eq!(rows[2].content, Ok(sealed("ää")));
            assert_eq!(rows[2].document.file.as_deref(), Some("2.pdf"));
        }
    }

    #[test]
    fn refuses_what_it_has_not_written() {
        let mut spooled = spool(1);
        spooled.0.seek(SeekFrom::End(-4)).unwrap();
        spooled.0.write_all(b" ").unwrap();
        let error = spooled.rows().unwrap().next().unwrap().unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::InvalidData);
    }
}
