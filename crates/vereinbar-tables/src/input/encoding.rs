//! Which characters a text file is written in: told from its bytes, since no
//! office knows.

use std::fs::File;
use std::io::{self, Read, Seek as _, SeekFrom};
use std::path::Path;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use encoding_rs_io::DecodeReaderBytesBuilder;

const CHUNK_BYTES: usize = 64 << 10;

/// Opens a text file as UTF-8, and says what it was written in.
pub(super) fn open(path: &Path) -> io::Result<(impl Read, &'static str)> {
    let mut file = File::open(path)?;
    let (encoding, name) = detect(&mut file)?;
    file.seek(SeekFrom::Start(0))?;
    let decoder = DecodeReaderBytesBuilder::new().encoding(Some(encoding)).strip_bom(true).build(file);
    Ok((decoder, name))
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
