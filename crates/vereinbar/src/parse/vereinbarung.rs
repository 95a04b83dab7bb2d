use serde::de::DeserializeSeed;
use serde::{Deserialize as _, Deserializer};

use super::error::ParseError;
use super::{finding_codes, header, nfc, outline, read, scanner};
use crate::finding::Finding;
use crate::limits::MAX_INPUT_BYTES;
use crate::modell::{Art, Vereinbarung, of_agreement, of_kind};
use crate::schema::Node;

/// Reads an agreement from JSON text.
///
/// A byte order mark at the beginning is accepted. Every part may be missing;
/// `null` counts as missing. Texts are kept in the normal form NFC, in which
/// DIN 91379 has its letters: an `ü` of two characters becomes one. Only `art` must be there. What comes back may still
/// be incomplete or contradict itself: that is [`validate`](crate::validate())'s
/// to say.
///
/// # Errors
/// [`ParseError`] with all findings when the text is no JSON, its `art` or
/// `fassung` is not known, or a field is unknown or holds the wrong kind of
/// value. Each has JSON Pointer, line and column.
///
/// ```
/// let v = vereinbar::parse(r#"{"art": "qualitaetsentwicklungsvereinbarung", "stand": "2026-12-01"}"#)?;
/// assert_eq!(v.art().as_str(), "qualitaetsentwicklungsvereinbarung");
///
/// let error = vereinbar::parse(r#"{"art": "qualitaetsentwicklungsvereinbarung", "treager": {}}"#).unwrap_err();
/// assert_eq!(error.findings()[0].code, "unknown_field");
/// assert_eq!(error.findings()[0].path, "/treager");
/// # Ok::<(), vereinbar::ParseError>(())
/// ```
pub fn parse(text: &str) -> Result<Vereinbarung, ParseError> {
    let text = read::limited(text)?;
    #[cfg(test)]
    crate::effort::count(|effort| effort.read += 1);
    if let Some(vereinbarung) = at_once(text) {
        return Ok(vereinbarung);
    }
    let art = header::read(text)?;
    Err(read::explained(Node::root(art), text, OfKind(art)))
}

/// Reads an agreement from the bytes of a file, which must be UTF-8.
///
/// # Errors
/// As [`parse()`], and with the finding `encoding` when the bytes are not UTF-8.
pub fn parse_bytes(bytes: &[u8]) -> Result<Vereinbarung, ParseError> {
    if bytes.len() > MAX_INPUT_BYTES {
        return Err(read::too_large().into());
    }
    if let Some(finding) = other_format(bytes) {
        return Err(finding.into());
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => parse(text),
        Err(error) => {
            let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
            let position = scanner::of_offset(&String::from_utf8_lossy(valid), valid.len());
            Err(finding_codes::ENCODING.finding("Speichern Sie sie als UTF-8.").at(position).into())
        }
    }
}

/// Files that are handed over by mistake, told by their first bytes.
fn other_format(bytes: &[u8]) -> Option<Finding> {
    let (what, remedy) = if bytes.starts_with(b"%PDF-") {
        ("eine PDF-Datei", "Lesen Sie ihre Daten mit `vereinbar extract` (in Rust und Python: `extract`).")
    } else if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        ("eine Datei von Word, Excel oder ein ZIP-Archiv", "Speichern Sie die Daten als JSON.")
    } else if bytes.starts_with(b"\x89PNG") || bytes.starts_with(b"\xff\xd8\xff") || bytes.starts_with(b"GIF8") {
        ("ein Bild", "Nehmen Sie die Datei mit den Daten der Vereinbarung.")
    } else {
        return None;
    };
    Some(finding_codes::OTHER_FORMAT.saying(format!("Das ist {what}, keine JSON-Datei."), remedy))
}

/// The quick way, which good input takes. `None` where there is something to find.
fn at_once(text: &str) -> Option<Vereinbarung> {
    if outline::may_have_too_many_values(text) {
        header::read(text).ok()?;
    }
    let art = header::first_art(text)?;
    let mut json = serde_json::Deserializer::from_str(text);
    let vereinbarung = OfKind(art).deserialize(&mut json).ok()?;
    json.end().ok()?;
    let vereinbarung = if nfc::may_change(text) { normalized(vereinbarung) } else { vereinbarung };
    (vereinbarung.fassung().number() <= art.fassung()).then_some(vereinbarung)
}

fn normalized(vereinbarung: Vereinbarung) -> Vereinbarung {
    of_agreement!(vereinbarung, held => nfc::normalized(*held).into())
}

/// An agreement of a kind that is known before it is read.
struct OfKind(Art);

impl<'de> DeserializeSeed<'de> for OfKind {
    type Value = Vereinbarung;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        of_kind!(self.0, Kind => Kind::deserialize(deserializer).map(Vereinbarung::from))
    }
}
