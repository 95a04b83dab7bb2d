//! Reading back: the agreement out of a PDF that `render` made.

use std::time::Duration;

use serde::Serialize;
use serde_json::Value;
use vereinbar_pdf::acroform::{self, FilledField, RefreshError};
use vereinbar_pdf::attachment::{self, AttachmentError, ReadLimits};

use crate::fillable::{Answered, answered};
use crate::finding::{Finding, Severity};
use crate::limits::{MAX_COLLECTION_BYTES, MAX_INPUT_BYTES};
use crate::modell::{Art, Vereinbarung};
use crate::parse::{ParseError, parse, parse_bytes};
use crate::render::ATTACHMENT;
use crate::schema::{Kind, Node};

/// Why a PDF gives no agreement.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ExtractError {
    /// The file is no PDF, is damaged, encrypted or too large, or carries no
    /// `vereinbarung.json`.
    #[error(transparent)]
    Attachment(#[from] AttachmentError),
    /// It carries one that cannot be read as an agreement.
    #[error("Die Daten im PDF lassen sich nicht lesen. {0}")]
    Parse(#[from] ParseError),
}

impl ExtractError {
    /// What was found wrong with the attached data; empty for
    /// [`ExtractError::Attachment`].
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        match self {
            Self::Parse(error) => error.findings(),
            Self::Attachment(_) => &[],
        }
    }
}

/// Reads the agreement that a PDF carries as `vereinbarung.json`, with what was entered in
/// its fields if it is a fillable form: the fields win. [`extract_answers()`] says what they changed.
///
/// The file may come from anywhere: size, number of objects, decompressed size
/// and time are limited, and nothing in it is run. The data in it are limited as
/// [`parse()`](crate::parse()) limits any: size, depth, number of values. What comes back equals the
/// agreement that was rendered.
///
/// # Errors
/// [`ExtractError`] with a German message that says what to do.
///
/// ```
/// use vereinbar::{RenderOptions, Renderer, extract, parse};
/// let v = parse(r#"{"art": "qualitaetsentwicklungsvereinbarung", "stand": "2026-12-01"}"#)?;
/// let document = Renderer::new()?.render(&v, &RenderOptions::default())?;
/// assert_eq!(extract(&document.pdf)?, v);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn extract(pdf: &[u8]) -> Result<Vereinbarung, ExtractError> {
    Ok(extract_answers(pdf)?.complete()?)
}

/// What a filled form says.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Answers {
    /// The agreement that the file carries, with the answers in it. What cannot be read is
    /// left out, and is one of the errors in [`findings`](Self::findings).
    pub vereinbarung: Vereinbarung,
    /// Where the answers are others than what the file carries.
    pub changes: Vec<Change>,
    /// What is wrong with the answers: a date that is none, a choice made twice, a text that is
    /// longer than its field.
    pub findings: Vec<Finding>,
}

/// A place where a form says something else than the agreement that it carries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Change {
    /// Where: a JSON Pointer (RFC 6901) into the agreement that the file carries.
    pub path: String,
    /// The same place in the form's words.
    pub place: String,
    /// What was done.
    pub kind: ChangeKind,
}

codes! {
    /// What was done in a field.
    pub enum ChangeKind, "Diese Änderung gibt es nicht." {
        /// It was empty.
        Filled: "filled", "ausgefüllt";
        /// It held something else.
        Changed: "changed", "geändert";
        /// It held something.
        Emptied: "emptied", "geleert";
    }
}

impl Answers {
    /// The agreement, if every answer could be read.
    fn complete(self) -> Result<Vereinbarung, ParseError> {
        let errors: Vec<Finding> =
            self.findings.into_iter().filter(|finding| finding.severity == Severity::Error).collect();
        if errors.is_empty() { Ok(self.vereinbarung) } else { Err(ParseError::new(errors, 0)) }
    }
}

/// Reads the agreement as [`extract()`], and says what the answers of a fillable form have
/// changed and what is wrong with them. Whichever program has filled it in, line ends are
/// `\n`, and entries of lists that were left empty are none.
///
/// # Errors
/// [`ExtractError`], but not for single answers that cannot be read: they are findings.
///
/// ```
/// use vereinbar::{RenderOptions, Renderer, extract_answers, parse};
/// let v = parse(r#"{"art": "qualitaetsentwicklungsvereinbarung", "stand": "2026-12-01"}"#)?;
/// let options = RenderOptions { fillable: true, ..RenderOptions::default() };
/// let form = Renderer::new()?.render(&v, &options)?;
/// let answers = extract_answers(&form.pdf)?;
/// assert_eq!((answers.vereinbarung, answers.changes.len()), (v, 0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn extract_answers(pdf: &[u8]) -> Result<Answers, ExtractError> {
    let limits = ReadLimits { max_decompressed_bytes: MAX_INPUT_BYTES, ..ReadLimits::DEFAULT };
    let (json, fields) = acroform::read(pdf, ATTACHMENT, &limits)?;
    Ok(answers(&json, fields)?)
}

fn answers(json: &[u8], fields: Option<Vec<FilledField>>) -> Result<Answers, ParseError> {
    let vereinbarung = parse_bytes(json)?;
    let Some(fields) = fields.filter(|fields| !fields.is_empty()) else {
        return Ok(Answers { vereinbarung, changes: Vec::new(), findings: Vec::new() });
    };
    let art = vereinbarung.art();
    // It was written by this crate.
    let carried: Value = serde_json::from_str(&vereinbarung.to_json()).unwrap_or_default();
    let Answered { mut data, changed, mut findings } = answered(art, &carried, &fields);
    let changes: Vec<Change> = changed.into_iter().map(|path| change(art, &carried, &data, path)).collect();
    if changes.is_empty() {
        return Ok(Answers { vereinbarung, changes, findings });
    }
    let root = Node::root(art);
    let vereinbarung = loop {
        match parse(&data.to_string()) {
            Ok(vereinbarung) => break vereinbarung,
            Err(error) => {
                let removed = error.findings().iter().filter(|finding| take_out(&mut data, &finding.path)).count();
                if removed == 0 {
                    return Err(error);
                }
                findings.extend(error.into_findings().into_iter().map(|found| of_a_field(root, found)));
            }
        }
    };
    findings.sort_by_key(|finding| root.order(&finding.path));
    Ok(Answers { vereinbarung, changes, findings })
}

/// What `parse` says of a value, for who has written it into a field: the text with these lines
/// and columns is nobody's, and people write days and numbers in another way than the data.
fn of_a_field(root: Node, finding: Finding) -> Finding {
    let finding = Finding { position: None, ..finding };
    let (message, remedy) = match root.at(&finding.path).map(Node::kind) {
        Some(Kind::Datum) => (
            "Das ist kein gültiges Datum zwischen 1900 und 2199.",
            "Schreiben Sie Tag, Monat und Jahr, zum Beispiel 30.06.2027.",
        ),
        Some(Kind::Betrag | Kind::Zahl | Kind::Integer) => {
            ("Das ist keine Zahl, die hier stehen kann.", "Schreiben Sie nur die Zahl, zum Beispiel 1.243,95.")
        }
        _ => return finding,
    };
    Finding { message: message.to_owned(), remedy: remedy.to_owned(), ..finding }
}

fn change(art: Art, carried: &Value, data: &Value, path: String) -> Change {
    let kind = match (carried.pointer(&path), data.pointer(&path)) {
        (_, None) => ChangeKind::Emptied,
        (None, _) => ChangeKind::Filled,
        _ => ChangeKind::Changed,
    };
    Change { place: Node::root(art).place(&path), path, kind }
}

/// Takes out what cannot be read; whether there was something.
fn take_out(data: &mut Value, path: &str) -> bool {
    let Some((parent, key)) = path.rsplit_once('/') else { return false };
    match data.pointer_mut(parent) {
        Some(Value::Object(fields)) => fields.shift_remove(key).is_some(),
        // The places of the other entries stay until all are read.
        Some(Value::Array(entries)) => {
            let entry = key.parse().ok().and_then(|index: usize| entries.get_mut(index));
            entry.is_some_and(|entry| !std::mem::take(entry).is_null())
        }
        _ => false,
    }
}

/// The most that a collective file may have; one of a thousand agreements has less.
const COLLECTION: ReadLimits = ReadLimits {
    max_file_bytes: MAX_COLLECTION_BYTES,
    max_objects: 2_000_000,
    max_decompressed_bytes: 256 << 20,
    max_time: Duration::from_mins(2),
};

/// An agreement that a PDF carries.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Extracted {
    /// The name of the attached file: `vereinbarung.json`, or in a collective file
    /// `vereinbarung-0001.json` and so on.
    pub name: String,
    /// The agreement, or why its data cannot be read.
    pub vereinbarung: Result<Vereinbarung, ParseError>,
}

/// What the report of an evaluation carries.
const EVALUATION: &str = "auswertung.json";

/// Reads every agreement that a PDF carries: one, or as many as a collective file has,
/// in their order. The report of an evaluation has none, which is no error.
///
/// # Errors
/// [`ExtractError::Attachment`] as of [`extract()`]. Data that cannot be read are in
/// the list.
pub fn extract_all(pdf: &[u8]) -> Result<Vec<Extracted>, ExtractError> {
    let limits = ReadLimits { max_decompressed_bytes: MAX_INPUT_BYTES, ..ReadLimits::DEFAULT };
    let json: Vec<(String, Vec<u8>)> = match acroform::read(pdf, ATTACHMENT, &limits) {
        Ok((json, fields)) => {
            let vereinbarung = answers(&json, fields).and_then(Answers::complete);
            return Ok(vec![Extracted { name: ATTACHMENT.to_owned(), vereinbarung }]);
        }
        // Only then, as the limits are wider.
        Err(error @ (AttachmentError::NotFound { others: 1.. } | AttachmentError::LimitExceeded { .. })) => {
            let is_wanted = |name: &str| name == EVALUATION || is_of_a_collection(name);
            let files = attachment::read_all(pdf, is_wanted, &COLLECTION)?;
            if files.is_empty() {
                return Err(error.into());
            }
            files.into_iter().filter(|file| file.name != EVALUATION).map(|file| (file.name, file.content)).collect()
        }
        Err(error) => return Err(error.into()),
    };
    let extracted = |(name, json): (String, Vec<u8>)| Extracted { name, vereinbarung: parse_bytes(&json) };
    Ok(json.into_iter().map(extracted).collect())
}

/// `vereinbarung-0001.json`, as the template of a collective file calls them.
fn is_of_a_collection(name: &str) -> bool {
    let number = name.strip_prefix("vereinbarung-").and_then(|rest| rest.strip_suffix(".json"));
    number.is_some_and(|number| number.len() >= 4 && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Draws the fields of a filled form anew from what is in them, with the font of the form: a
/// file that a program has damaged while it filled it in conforms to PDF/A-3a and PDF/UA-1
/// again. What was entered stays as it is.
///
/// # Errors
/// [`RefreshError`]: no form, signed already, or not readable.
///
/// ```
/// use vereinbar::{Art, RenderOptions, Renderer, Vereinbarung, refresh};
/// let options = RenderOptions { fillable: true, ..RenderOptions::default() };
/// let blank = Vereinbarung::blank(Art::Qualitaetsentwicklungsvereinbarung);
/// let form = Renderer::new()?.render(&blank, &options)?;
/// assert!(refresh(&form.pdf)?.starts_with(b"%PDF-1.7"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn refresh(pdf: &[u8]) -> Result<Vec<u8>, RefreshError> {
    acroform::refresh(pdf, &ReadLimits::DEFAULT)
}
