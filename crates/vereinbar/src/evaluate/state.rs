//! An evaluation that is not finished, as bytes: counted in several places, it is put
//! together in one.
//!
//! A line with name, format, version and SHA-256, then JSON. What a version keeps of an
//! agreement is its own affair, so another version's bytes are refused: numbers that were
//! counted by two sets of rules would add up without a word.

use serde::{Deserialize, Serialize};

use super::entry::Entry;
use super::{EvaluateOptions, Evaluator, MAX_STATE_BYTES, StateError};
use crate::auswertung::{Befund, Befundart, FruehereAuswertung, Vorlage};
use crate::digest::Digest;
use crate::modell::Datum;

/// What the first line begins with.
const NAME: &str = "vereinbar-evaluator";
/// Raised with every change of what follows the first line.
const FORMAT: u32 = 2;
/// No first line is longer.
const MAX_HEAD_BYTES: usize = 200;

#[derive(Serialize)]
struct WrittenState<'a> {
    options: OptionsOf<&'a FruehereAuswertung, &'a Vorlage>,
    entries: &'a [Entry],
    befunde: Vec<BefundOf>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KeptState {
    options: OptionsOf<FruehereAuswertung, Vorlage>,
    entries: Vec<Entry>,
    befunde: Vec<BefundOf>,
}

/// The fields of a [`Befund`] in their order.
type BefundOf = (Befundart, Option<u32>, Vec<u32>, Vec<String>, String);

/// The options, held or borrowed.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct OptionsOf<F, V> {
    stichtag: Option<Datum>,
    anonym: Option<bool>,
    vorher: Option<F>,
    vorlage: Option<V>,
}

impl Evaluator {
    /// What was taken so far, options included, for another process: a text of some
    /// kilobytes for each agreement. It holds names and texts of the agreements, also of an
    /// evaluation without names, which are left out at [`finish`](Self::finish) only.
    ///
    /// # Errors
    /// [`StateError::TooLarge`] where [`from_bytes`](Self::from_bytes) would refuse them.
    ///
    /// ```
    /// use vereinbar::evaluate::{EvaluateOptions, Evaluator};
    ///
    /// let v = vereinbar::parse(r#"{"art": "qualitaetsentwicklungsvereinbarung", "aktenzeichen": "51-1"}"#)?;
    /// let mut evaluator = Evaluator::new(EvaluateOptions::default());
    /// evaluator.add(&v, "a.json");
    /// let bytes = evaluator.to_bytes()?;
    /// let again = Evaluator::from_bytes(&bytes)?;
    /// assert_eq!(again.finish(), evaluator.finish());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn to_bytes(&self) -> Result<Vec<u8>, StateError> {
        let Self { options: EvaluateOptions { stichtag, anonym, vorher, vorlage }, entries, befunde, unreadable } =
            self;
        let options =
            OptionsOf { stichtag: *stichtag, anonym: *anonym, vorher: vorher.as_ref(), vorlage: vorlage.as_ref() };
        let befunde = befunde.iter().cloned().chain(unreadable.clone().into_befunde());
        let befunde = befunde.map(|Befund { art, weitere, vereinbarungen, quellen, meldung }| {
            (art, weitere, vereinbarungen, quellen, meldung)
        });
        let befunde = befunde.collect();
        let body = crate::to_json::text(&WrittenState { options, entries, befunde });
        let mut bytes = head(body.as_bytes()).into_bytes();
        if bytes.len() + body.len() > MAX_STATE_BYTES {
            return Err(StateError::TooLarge);
        }
        bytes.extend_from_slice(body.as_bytes());
        Ok(bytes)
    }

    /// Reads what [`to_bytes`](Self::to_bytes) gave. The check is one against accidents, not
    /// against forgery: whoever can write a state can write its numbers.
    ///
    /// # Errors
    /// [`StateError`] for anything else; memory stays within a small multiple of the bytes.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, StateError> {
        if bytes.len() > MAX_STATE_BYTES {
            return Err(StateError::TooLarge);
        }
        let first = bytes.get(..MAX_HEAD_BYTES).unwrap_or(bytes);
        // A name that was cut off is a state that was cut off.
        if first.is_empty() || !first.starts_with(NAME.as_bytes().get(..first.len()).unwrap_or(NAME.as_bytes())) {
            return Err(StateError::NoState);
        }
        let end = first.iter().position(|byte| *byte == b'\n').ok_or(StateError::Damaged)?;
        let (given, body) = bytes.split_at_checked(end + 1).ok_or(StateError::Damaged)?;
        let own = head(b"");
        let of_version =
            |head: &[u8]| head.iter().rposition(|byte| *byte == b' ').map(|end| head.get(..end).map(<[u8]>::to_vec));
        if of_version(given) != of_version(own.as_bytes()) {
            return Err(StateError::OtherVersion);
        }
        if given != head(body).as_bytes() {
            return Err(StateError::Damaged);
        }
        let KeptState { options, entries, befunde } = serde_json::from_slice(body).map_err(|_| StateError::Damaged)?;
        let OptionsOf { stichtag, anonym, vorher, vorlage } = options;
        let mut evaluator = Self::new(EvaluateOptions { stichtag, anonym, vorher, vorlage });
        evaluator.entries = entries;
        for (art, weitere, vereinbarungen, quellen, meldung) in befunde {
            evaluator.report(Befund { art, weitere, vereinbarungen, quellen, meldung });
        }
        Ok(evaluator)
    }
}

/// The first line of a state.
pub(super) fn head(body: &[u8]) -> String {
    format!("{NAME} {FORMAT} {} {}\n", env!("CARGO_PKG_VERSION"), Digest::of(body))
}
