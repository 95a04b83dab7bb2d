//! Files and their lines, read within limits.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Read as _};
use std::path::Path;

/// Reads a file; `None` where it holds more than `limit` bytes.
///
/// # Errors
/// What the system says.
pub fn read(path: &Path, limit: u64) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    let read = File::open(path)?.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok((read as u64 <= limit).then_some(bytes))
}

/// The text without the byte order mark that Windows puts in front of UTF-8.
#[must_use]
pub fn without_bom(text: &[u8]) -> &[u8] {
    text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text)
}

/// A line with its end, or that it is too long.
pub type Line = Option<Vec<u8>>;

/// The lines of a file. One that is longer than the limit is passed over, and takes no
/// memory.
pub struct Lines {
    reader: BufReader<File>,
    limit: u64,
}

impl Lines {
    /// Opens a file; a line may have `limit` bytes, its end not counted. Byte order marks
    /// are left out, also where files with one were put together.
    ///
    /// # Errors
    /// What the system says.
    pub fn open(path: &Path, limit: u64) -> io::Result<Self> {
        Ok(Self { reader: BufReader::new(File::open(path)?), limit })
    }

    fn line(&mut self) -> io::Result<Option<Line>> {
        let mut line = Vec::new();
        let limit = self.limit.saturating_add(1);
        let read = self.reader.by_ref().take(limit).read_until(b'\n', &mut line)?;
        if read == 0 {
            return Ok(None);
        }
        if read as u64 == limit && !line.ends_with(b"\n") {
            self.reader.skip_until(b'\n')?;
            return Ok(Some(None));
        }
        let mark = line.len() - without_bom(&line).len();
        line.drain(..mark);
        Ok(Some(Some(line)))
    }
}

impl Iterator for Lines {
    type Item = io::Result<Line>;

    fn next(&mut self) -> Option<Self::Item> {
        self.line().transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_and_a_line_have_limits() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "\u{feff}ab\n\nabcdefgh\nabcdefghi\ne").unwrap();
        let lines: Vec<_> = Lines::open(file.path(), 8).unwrap().map(Result::unwrap).collect();
        let text = |text: &str| Some(text.as_bytes().to_vec());
        assert_eq!(lines, [text("ab\n"), text("\n"), text("abcdefgh\n"), None, text("e")]);
        assert_eq!(read(file.path(), 26).unwrap(), None);
        assert_eq!(read(file.path(), 27).unwrap().unwrap().len(), 27);
    }
}
