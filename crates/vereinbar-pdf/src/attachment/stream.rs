use std::io::Read;

use flate2::read::ZlibDecoder;
use lopdf::{Object, Stream};

use super::error::AttachmentError;
use super::limits::{ReadLimit, ReadLimits};

/// The content of an attached file: stored as it is, or deflated.
///
/// The reader's own decoder gives what it could decode of a corrupt stream; half an
/// attachment is worse than none, so this one insists on an intact stream and checksum.
pub(super) fn decode(stream: &Stream, limits: &ReadLimits) -> Result<Vec<u8>, AttachmentError> {
    let limit = limits.max_decompressed_bytes;
    if !is_deflated(stream)? {
        if stream.content.len() > limit {
            return Err(ReadLimit::Decompressed.into());
        }
        return Ok(stream.content.clone());
    }
    let mut content = Vec::new();
    ZlibDecoder::new(stream.content.as_slice())
        .take(limit as u64 + 1)
        .read_to_end(&mut content)
        .map_err(|_| AttachmentError::Damaged)?;
    if content.len() > limit {
        return Err(ReadLimit::Decompressed.into());
    }
    Ok(content)
}

/// No other filter, and no predictor, occurs with attached files.
fn is_deflated(stream: &Stream) -> Result<bool, AttachmentError> {
    let absent = |key: &[u8]| matches!(stream.dict.get(key), Err(_) | Ok(Object::Null));
    if !absent(b"DecodeParms") && !plain_parameters(stream) {
        return Err(AttachmentError::Damaged);
    }
    if absent(b"Filter") {
        return Ok(false);
    }
    match stream.filters().as_deref() {
        Ok([]) => Ok(false),
        Ok([b"FlateDecode"]) => Ok(true),
        _ => Err(AttachmentError::Damaged),
    }
}

/// Whether the parameters leave the data as it is: none, or predictor 1.
fn plain_parameters(stream: &Stream) -> bool {
    let plain = |parameters: &Object| match parameters {
        Object::Null => true,
        Object::Dictionary(dictionary) => dictionary.get(b"Predictor").and_then(Object::as_i64).unwrap_or(1) == 1,
        _ => false,
    };
    match stream.dict.get(b"DecodeParms") {
        Ok(Object::Array(list)) => list.iter().all(plain),
        Ok(parameters) => plain(parameters),
        Err(_) => true,
    }
}
