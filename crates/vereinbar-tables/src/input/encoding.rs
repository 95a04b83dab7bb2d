//! Which characters a text file is written in: told from its bytes, since no
//! office knows.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek as _, SeekFrom};
use std::path::Path;

use encoding_rs::{CoderResult, Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

const CHUNK_BYTES: usize = 64 << 10;

/// Opens a text file as UTF-8, and says what it was written in.
pub(super) fn open(path: &Path) -> io::Result<(impl Read, &'static str)> {
    let mut file = File::open(path)?;
    let (encoding, name) = detect(&mut file)?;
    file.seek(SeekFrom::Start(0))?;
    Ok((Utf8::new(BufReader::with_capacity(CHUNK_BYTES, file), encoding), name))
}

/// A byte order mark decides. Without one, text that is UTF-8 to its end is
/// that: Windows-1252 with umlauts practically never is.
fn detect(file: &mut File) -> io::Result<(&'static Encoding, &'static str)> {
    let mut start = Vec::new();
    file.take(3).read_to_end(&mut start)?;
    match start.as_slice() {
        [0xef, 0xbb, 0xbf] => return Ok((UTF_8, "UTF-8 mit BOM")),
        [0xff, 0xfe, ..] => return Ok((UTF_16LE, "UTF-16")),
        [0xfe, 0xff, ..] => return Ok((UTF_16BE, "UTF-16")),
        _ => {}
    }
    file.seek(SeekFrom::Start(0))?;
    let mut bytes = vec![0; CHUNK_BYTES];
    let mut kept = 0;
    loop {
        let free = bytes.get_mut(kept..).unwrap_or_default();
        let read = file.read(free)?;
        let filled = bytes.get(..kept + read).unwrap_or_default();
        match std::str::from_utf8(filled) {
            Ok(_) => kept = 0,
            // A character that the chunk cuts through.
            Err(error) if error.error_len().is_none() && read > 0 => {
                let valid = error.valid_up_to();
                kept = filled.len() - valid;
                bytes.copy_within(valid..valid + kept, 0);
            }
            Err(_) => return Ok((WINDOWS_1252, "Windows-1252")),
        }
        if read == 0 {
            return Ok((UTF_8, "UTF-8"));
        }
    }
}

/// Decodes while it is read.
struct Utf8<R> {
    inner: R,
    decoder: Decoder,
    input: Vec<u8>,
    /// What of `input` is not decoded yet.
    open: std::ops::Range<usize>,
    output: Vec<u8>,
    given: usize,
    is_done: bool,
}

impl<R: Read> Utf8<R> {
    fn new(inner: R, encoding: &'static Encoding) -> Self {
        Self {
            inner,
            decoder: encoding.new_decoder_with_bom_removal(),
            input: vec![0; CHUNK_BYTES],
            open: 0..0,
            output: Vec::with_capacity(CHUNK_BYTES),
            given: 0,
            is_done: false,
        }
    }

    fn decode(&mut self) -> io::Result<()> {
        self.given = 0;
        self.output.resize(CHUNK_BYTES, 0);
        let mut written = 0;
        while written == 0 && !self.is_done {
            if self.open.is_empty() {
                self.open = 0..self.inner.read(&mut self.input)?;
            }
            let is_last = self.open.is_empty();
            let source = self.input.get(self.open.clone()).unwrap_or_default();
            let (result, read, out, _) = self.decoder.decode_to_utf8(source, &mut self.output, is_last);
            self.open.start += read;
            written = out;
            self.is_done = is_last && result == CoderResult::InputEmpty;
        }
        self.output.truncate(written);
        Ok(())
    }
}

impl<R: Read> Read for Utf8<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.given == self.output.len() {
            self.decode()?;
        }
        let rest = self.output.get(self.given..).unwrap_or_default();
        let count = rest.len().min(buffer.len());
        if let (Some(to), Some(from)) = (buffer.get_mut(..count), rest.get(..count)) {
            to.copy_from_slice(from);
        }
        self.given += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (String, &'static str) {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), bytes).unwrap();
        let (mut reader, name) = open(file.path()).unwrap();
        let mut text = String::new();
        reader.read_to_string(&mut text).unwrap();
        (text, name)
    }

    #[test]
    fn tells_encodings_apart() {
        assert_eq!(read("Träger €".as_bytes()), ("Träger €".into(), "UTF-8"));
        assert_eq!(read(b"\xef\xbb\xbfTr\xc3\xa4ger"), ("Träger".into(), "UTF-8 mit BOM"));
        assert_eq!(read(b"Tr\xe4ger \x80 \x84so\x93"), ("Träger € „so“".into(), "Windows-1252"));
        assert_eq!(read(b"\xff\xfeT\0r\0\xe4\0"), ("Trä".into(), "UTF-16"));
        assert_eq!(read(b""), (String::new(), "UTF-8"));
    }

    #[test]
    fn a_late_umlaut_and_a_cut_character_are_seen() {
        let text = "ä".repeat(CHUNK_BYTES) + "x";
        assert_eq!(read(text.as_bytes()), (text, "UTF-8"));
        let odd = "x".to_owned() + &"ä".repeat(2 * CHUNK_BYTES);
        assert_eq!(read(odd.as_bytes()), (odd, "UTF-8"));
        let mut late = vec![b'x'; 3 * CHUNK_BYTES];
        late.push(0xe4);
        let (text, name) = read(&late);
        assert!(text.ends_with("xä") && text.len() == late.len() + 1 && name == "Windows-1252");
        // A character cut off by the end of the file is none.
        assert_eq!(read(b"x\xc3").1, "Windows-1252");
    }
}
