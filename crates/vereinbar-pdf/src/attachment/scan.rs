//! Looking at the bytes of a file before a parser does.

use super::error::AttachmentError;
use super::limits::{ReadLimit, ReadLimits};

/// Where the header must begin; programs accept so much in front of it.
const HEADER_WINDOW: usize = 1024;

/// How many tokens any file may have.
const BASE_TOKENS: usize = 1 << 20;
/// Bytes of a file for each further token. Compressed data, read as text, has a token in
/// 13.5 bytes; an array of numbers made to fill memory, one in two.
const BYTES_PER_TOKEN: usize = 12;
/// Where many objects are allowed, how many tokens each may have; the limits by default
/// allow fewer than any file may have.
const TOKENS_PER_OBJECT: usize = 10;

/// Refuses what is no PDF, what is encrypted, and what is too large or too dense to parse.
pub(super) fn check(pdf: &[u8], limits: &ReadLimits) -> Result<(), AttachmentError> {
    if pdf.len() > limits.max_file_bytes {
        return Err(ReadLimit::FileSize.into());
    }
    let head = pdf.get(..HEADER_WINDOW).unwrap_or(pdf);
    if !head.windows(5).any(|window| window == b"%PDF-") {
        return Err(AttachmentError::NotAPdf);
    }
    // The reader would decrypt a file whose password is empty, by a way that keeps to no
    // budget. The key stands in the open even where the rest is compressed.
    if has_encrypt_key(pdf) {
        return Err(AttachmentError::Encrypted);
    }
    let most = (BASE_TOKENS + pdf.len() / BYTES_PER_TOKEN).max(limits.max_objects.saturating_mul(TOKENS_PER_OBJECT));
    if tokens(pdf) > most {
        return Err(ReadLimit::Objects.into());
    }
    Ok(())
}

/// White space and delimiters (ISO 32000-1, 7.2.2).
const fn is_regular(byte: u8) -> bool {
    !matches!(
        byte,
        0 | b'\t' | b'\n' | 12 | b'\r' | b' ' | b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%'
    )
}

/// Whether the key `Encrypt` occurs anywhere, with a value behind it. In text, say of an
/// attachment that is not compressed, hardly anything follows that could be one.
fn has_encrypt_key(pdf: &[u8]) -> bool {
    pdf.split(|&byte| byte == b'/').skip(1).any(|rest| {
        let end = rest.iter().position(|&byte| !is_regular(byte)).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        is_encrypt(name) && begins_with_value(after)
    })
}

fn begins_with_value(bytes: &[u8]) -> bool {
    let rest = bytes.trim_ascii_start();
    match rest.first() {
        // A name: cut off by the split at slashes.
        None => true,
        Some(byte) => {
            matches!(byte, 0 | b'%' | b'<' | b'(' | b'[' | b'+' | b'-' | b'.' | b'0'..=b'9')
                || [b"null".as_slice(), b"true", b"false"].iter().any(|word| rest.starts_with(word))
        }
    }
}

/// Whether the name is `Encrypt`, be it with escapes (`#45ncrypt`).
fn is_encrypt(name: &[u8]) -> bool {
    const NAME: &[u8] = b"Encrypt";
    const LONGEST: usize = 3 * NAME.len();
    if name == NAME {
        return true;
    }
    if name.len() > LONGEST || !name.contains(&b'#') {
        return false;
    }
    let mut rest = name;
    let mut plain = Vec::with_capacity(name.len());
    while let Some((&byte, after)) = rest.split_first() {
        let escaped = match (byte, after) {
            (b'#', [high, low, ..]) => hex(*high).zip(hex(*low)).map(|(high, low)| high * 16 + low),
            _ => None,
        };
        plain.push(escaped.unwrap_or(byte));
        rest = if escaped.is_some() { after.get(2..).unwrap_or_default() } else { after };
    }
    plain == NAME
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

/// How many values the bytes could be parsed into at most: runs of regular characters, and
/// the delimiters that open one.
fn tokens(pdf: &[u8]) -> usize {
    let mut count = 0;
    let mut in_token = false;
    for &byte in pdf {
        let regular = is_regular(byte);
        let opens = matches!(byte, b'(' | b'<' | b'[' | b'/');
        count += usize::from(opens || (regular && !in_token));
        in_token = regular || byte == b'/';
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_key_encrypt_in_every_spelling() {
        for pdf in [
            "/Encrypt 5 0 R",
            "<</Encrypt<<>>>>",
            "/#45ncrypt 5 0 R",
            "/#45#6e#63#72#79#70#74\r\n5 0 R",
            "/Encrypt%\n5 0 R",
            "/Encrypt null",
            "/Encrypt/Standard",
        ] {
            assert!(has_encrypt_key(pdf.as_bytes()), "{pdf}");
        }
        for pdf in [
            "/EncryptMetadata true",
            "(Encrypt) 5",
            "/Encryp# 5",
            "/#4 5",
            "/Encrypt#20 5",
            "// 5",
            r#"{"text": "siehe /Encrypt"}"#,
            "/Encrypt und mehr",
        ] {
            assert!(!has_encrypt_key(pdf.as_bytes()), "{pdf}");
        }
    }

    #[test]
    fn compressed_data_is_not_dense() {
        let mut state = 1_u32;
        let noise: Vec<u8> = std::iter::repeat_with(|| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state.to_be_bytes()[0]
        })
        .take(1 << 20)
        .collect();
        assert!(tokens(&noise) < noise.len() / BYTES_PER_TOKEN, "{}", tokens(&noise));
    }

    #[test]
    fn counts_tokens() {
        assert_eq!(tokens(b"<</Type/Page /Kids[1 0 R 2 0 R]>>"), 12);
        assert_eq!(tokens(b"   "), 0);
        assert_eq!(tokens(b"1 2 3"), 3);
    }
}
