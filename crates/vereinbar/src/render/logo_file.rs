//! What the head of a picture file says, before anything of it is unpacked.

use super::letterhead_error::LetterheadError;
use crate::spelling::without_bom;

/// The most points that a picture may have: unpacked it takes four bytes for each, and a
/// file of a few bytes can promise any number.
const MAX_PIXELS: u64 = 16_000_000;

/// The ending of the name under which the template finds the picture; Typst tells the
/// format by it.
pub(super) fn ending(bytes: &[u8]) -> Result<&'static str, LetterheadError> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        let number = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
        let (width, height) = number(16).zip(number(20)).ok_or(LetterheadError::Damaged)?;
        check_size(width.into(), height.into())?;
        return Ok("png");
    }
    if bytes.starts_with(b"\xff\xd8\xff") {
        let JpegFrame { width, height, components } = jpeg_frame(bytes).ok_or(LetterheadError::Damaged)?;
        check_size(width.into(), height.into())?;
        // As printers want it; the archive formats want it with a colour profile.
        if components == 4 {
            return Err(LetterheadError::Cmyk);
        }
        return Ok("jpg");
    }
    let text = std::str::from_utf8(bytes).map_err(|_| LetterheadError::UnknownFormat)?;
    let head = without_bom(text).trim_start();
    if !(head.starts_with('<') && head.contains("<svg")) {
        return Err(LetterheadError::UnknownFormat);
    }
    super::svg_file::check(without_bom(text))?;
    Ok("svg")
}

fn check_size(width: u64, height: u64) -> Result<(), LetterheadError> {
    match width * height {
        0 => Err(LetterheadError::Damaged),
        pixels if pixels > MAX_PIXELS => Err(LetterheadError::TooManyPixels),
        _ => Ok(()),
    }
}

struct JpegFrame {
    width: u16,
    height: u16,
    components: u8,
}

/// The frame header: the first segment that describes the picture.
fn jpeg_frame(bytes: &[u8]) -> Option<JpegFrame> {
    let number = |at: usize| Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?));
    let mut at = 2;
    loop {
        // Any number of fill bytes may stand before a marker.
        while bytes.get(at..at + 2)? == b"\xff\xff" {
            at += 1;
        }
        let [0xff, marker] = *bytes.get(at..at + 2)? else { return None };
        match marker {
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                let components = *bytes.get(at + 9)?;
                return Some(JpegFrame { height: number(at + 5)?, width: number(at + 7)?, components });
            }
            // These have no length.
            0x01 | 0xd0..=0xd8 => at += 2,
            _ => at += 2 + usize::from(number(at + 2)?.max(2)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        bytes.extend(width.to_be_bytes());
        bytes.extend(height.to_be_bytes());
        bytes
    }

    fn jpeg(width: u16, height: u16, components: u8) -> Vec<u8> {
        let mut bytes = b"\xff\xd8\xff\xe0\0\x04ab\xff\xff\xc2\0\x11\x08".to_vec();
        bytes.extend(height.to_be_bytes());
        bytes.extend(width.to_be_bytes());
        bytes.push(components);
        bytes
    }

    #[test]
    fn pictures_are_told_by_their_content() {
        assert_eq!(ending(&png(800, 600)), Ok("png"));
        assert_eq!(ending(&jpeg(800, 600, 3)), Ok("jpg"));
        assert_eq!(ending(&jpeg(800, 600, 1)), Ok("jpg"));
        assert_eq!(ending("\u{feff}<?xml version='1.0'?>\n<svg/>".as_bytes()), Ok("svg"));
        for bytes in [b"GIF89a".as_slice(), b"", b"<html></html>", b"%PDF-1.7", b"\xff\xfe<\0s\0"] {
            assert_eq!(ending(bytes), Err(LetterheadError::UnknownFormat));
        }
    }

    #[test]
    fn nothing_is_unpacked_to_know_that_it_is_too_much() {
        for bytes in [png(100_000, 100_000), png(20_000, 20_000), png(u32::MAX, u32::MAX), jpeg(65_535, 65_535, 3)] {
            assert_eq!(ending(&bytes), Err(LetterheadError::TooManyPixels));
        }
        assert_eq!(ending(&jpeg(800, 600, 4)), Err(LetterheadError::Cmyk));
        for bytes in
            [png(0, 5), b"\x89PNG\r\n\x1a\n".to_vec(), b"\xff\xd8\xff\xe0\0".to_vec(), b"\xff\xd8\xffab".to_vec()]
        {
            assert_eq!(ending(&bytes), Err(LetterheadError::Damaged));
        }
    }
}
