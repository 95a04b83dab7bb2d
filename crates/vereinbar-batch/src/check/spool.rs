//! What was checked, kept under seal in a file without a name until it is printed: so
//! what is printed is what was checked, nothing is checked twice, and memory stays level.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, BufWriter, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use vereinbar::Sealed;

use crate::RowDocument;
use crate::names::{Names, Naming, SAME_NAME};

/// A document to be made, or one that cannot be.
#[derive(Debug)]
pub(crate) struct SpooledRow {
    pub(crate) document: RowDocument,
    /// What its file may be called; `None` for a row that cannot be read. The document has
    /// the name that comes of it.
    pub(crate) naming: Option<Naming>,
    /// Its findings, as they go into the manifest.
    pub(crate) findings: Value,
    /// What it is made of, or why it is not.
    pub(crate) content: Result<Sealed, NotMade>,
}

/// Why nothing is made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum NotMade {
    /// It cannot be: a German sentence.
    Failed(String),
    /// It is not to be now.
    PassedOver,
}

/// The line before what a document is made of.
#[derive(Serialize, Deserialize)]
struct Line {
    document: RowDocument,
    naming: Option<Naming>,
    findings: Value,
    /// How many bytes follow, or why none do.
    content: Result<u64, NotMade>,
}

/// Takes documents.
pub(crate) struct Spool(BufWriter<File>);

impl Spool {
    /// A file in the folder that vanishes with the process, however that ends.
    pub(crate) fn new(folder: &Path) -> io::Result<Self> {
        Ok(Self(BufWriter::new(tempfile::tempfile_in(folder)?)))
    }

    pub(crate) fn push(&mut self, row: SpooledRow) -> io::Result<()> {
        let SpooledRow { document, naming, findings, content } = row;
        let content = content.map(Sealed::into_bytes);
        let length = content.as_ref().map(|bytes| bytes.len() as u64).map_err(Clone::clone);
        serde_json::to_writer(&mut self.0, &Line { document, naming, findings, content: length })?;
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
    /// From the beginning, with the names that they have been given.
    pub(crate) fn rows<'a>(&'a mut self, names: &'a Names) -> io::Result<SpooledRows<'a>> {
        self.0.seek(SeekFrom::Start(0))?;
        Ok(SpooledRows { reader: BufReader::new(&mut self.0), line: String::new(), names })
    }
}

/// The documents from the beginning.
pub(crate) struct SpooledRows<'a> {
    reader: BufReader<&'a mut File>,
    line: String,
    names: &'a Names,
}

impl SpooledRows<'_> {
    fn read(&mut self) -> io::Result<Option<SpooledRow>> {
        self.line.clear();
        if self.reader.read_line(&mut self.line)? == 0 {
            return Ok(None);
        }
        let Line { mut document, naming, findings, content } = serde_json::from_str(&self.line)?;
        let content = match content {
            Ok(length) => Ok(self.sealed(length)?),
            Err(reason) => Err(reason),
        };
        document.file = naming.as_ref().and_then(|naming| self.names.file(naming));
        let has_name = document.file.is_some() || naming.is_none();
        let content = if has_name { content } else { content.and(Err(NotMade::Failed(SAME_NAME.to_owned()))) };
        Ok(Some(SpooledRow { document, naming, findings, content }))
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

    fn spool(rows: usize) -> (Spooled, Names) {
        let mut names = Names::default();
        let mut spool = Spool::new(&std::env::temp_dir()).unwrap();
        for row in 0..rows {
            let document = RowDocument { row, ..RowDocument::default() };
            let naming = Naming::new(&row.to_string(), None, &Value::Null);
            names.ask(document.clone(), &naming);
            let naming = Some(naming);
            let content =
                if row == 1 { Err(NotMade::Failed("Darum.".to_owned())) } else { Ok(sealed(&"ä".repeat(row))) };
            spool.push(SpooledRow { document, naming, findings: Value::Null, content }).unwrap();
        }
        names.settle();
        (spool.finish().unwrap(), names)
    }

    #[test]
    fn gives_back_what_it_took() {
        let (mut spooled, names) = spool(3);
        for _ in 0..2 {
            let rows: Vec<SpooledRow> = spooled.rows(&names).unwrap().map(Result::unwrap).collect();
            assert_eq!(rows[0].content, Ok(sealed("")));
            assert_eq!(rows[1].content, Err(NotMade::Failed("Darum.".to_owned())));
            assert_eq!(rows[2].content, Ok(sealed("ää")));
            assert_eq!(rows[2].document.file.as_deref(), Some("2.pdf"));
        }
    }

    #[test]
    fn refuses_what_it_has_not_written() {
        let (mut spooled, names) = spool(1);
        spooled.0.seek(SeekFrom::End(-4)).unwrap();
        spooled.0.write_all(b" ").unwrap();
        let error = spooled.rows(&names).unwrap().next().unwrap().unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::InvalidData);
    }
}
