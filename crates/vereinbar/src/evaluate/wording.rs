//! What is taken from a catalogue or worded freely: however it is written, it is the same.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::modell::{Hilfeart, Hilfeartcode, Massstab, Massstabscode};
use crate::spelling::sort_key;

/// Without blanks at the ends, line feeds and double blanks; blank is missing.
pub(super) fn words(text: Option<&String>) -> Option<String> {
    let words: Vec<&str> = text?.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// An entry in the order of the catalogue, then those of one's own.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) enum Named<C> {
    Code(C),
    Own(OwnWording),
}

pub(super) type MassstabKey = Named<Massstabscode>;
pub(super) type HilfeartKey = Named<Hilfeartcode>;

/// What is not in the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OwnWording {
    /// Its place in the order of names.
    sort: String,
    /// However it is written, it is the same.
    pub(super) lower: String,
    pub(super) written: String,
}

impl<C: Copy + PartialEq> Named<C> {
    /// An own wording that is an entry of the catalogue counts as that entry.
    fn new(code: Option<C>, own: Option<&String>, catalogue: &[C], word: fn(C) -> &'static str) -> Option<Self> {
        if let Some(code) = code {
            return Some(Self::Code(code));
        }
        let written = words(own)?;
        let lower = written.to_lowercase();
        let code = catalogue.iter().find(|code| word(**code).to_lowercase() == lower);
        Some(code.map_or_else(|| Self::own(written), |code| Self::Code(*code)))
    }

    pub(super) fn own(written: String) -> Self {
        Self::Own(OwnWording { sort: sort_key(&written), lower: written.to_lowercase(), written })
    }

    pub(super) fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Code(code), Self::Code(other)) => code == other,
            (Self::Own(own), Self::Own(other)) => own.lower == other.lower,
            _ => false,
        }
    }

    /// Changes the words of what is not in the catalogue.
    pub(super) fn reword(&mut self, reword: impl Fn(&str) -> String) {
        if let Self::Own(OwnWording { written, .. }) = self {
            *self = Self::own(reword(written));
        }
    }
}

impl From<&Massstab> for Option<MassstabKey> {
    fn from(massstab: &Massstab) -> Self {
        let Massstab { code, bezeichnung, .. } = massstab;
        Named::new(*code, bezeichnung.as_ref(), Massstabscode::ALL, Massstabscode::bezeichnung)
    }
}

impl From<&Hilfeart> for Option<HilfeartKey> {
    fn from(hilfeart: &Hilfeart) -> Self {
        let Hilfeart { code, bezeichnung, .. } = hilfeart;
        Named::new(*code, bezeichnung.as_ref(), Hilfeartcode::ALL, Hilfeartcode::bezeichnung)
    }
}

/// The entries, each once, in their order.
pub(super) fn each_once<'a, T: 'a, C: Copy + PartialEq + Ord>(entries: &'a [T]) -> Vec<Named<C>>
where
    Option<Named<C>>: From<&'a T>,
{
    let mut named: Vec<Named<C>> = entries.iter().filter_map(Option::<Named<C>>::from).collect();
    named.sort_unstable();
    named.dedup_by(|a, b| a.is_same(b));
    named
}

/// How what is one's own is written, by its lower case: the spelling that comes first in
/// the alphabet is shown.
#[derive(Default)]
pub(super) struct Spellings(BTreeMap<String, String>);

impl Spellings {
    /// The key under which it counts however it is written.
    pub(super) fn key<C>(&mut self, named: Named<C>) -> Named<C> {
        let Named::Own(own) = named else { return named };
        let spelling = self.0.entry(own.lower.clone()).or_insert_with(|| own.written.clone());
        if own.written < *spelling {
            spelling.clone_from(&own.written);
        }
        Named::Own(OwnWording { written: String::new(), ..own })
    }

    pub(super) fn written(&self, lower: &str) -> String {
        self.0.get(lower).map_or(lower, String::as_str).to_owned()
    }
}
