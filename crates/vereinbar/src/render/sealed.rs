//! An agreement that was checked, as bytes for a place outside of memory.

use std::hash::{BuildHasher as _, DefaultHasher, Hash as _, Hasher as _, RandomState};
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::sheet::{Sheet, written};
use crate::modell::Art;
use crate::validate::{Checked, Stage};

/// An agreement that was checked and has no errors, as bytes: what a document is made
/// of, and a seal which only this process can set, and those that it has given its
/// [key](Self::key). So it may be laid aside, in a
/// temporary file or a database, and printed later without another check.
///
/// ```
/// use vereinbar::{RenderOptions, Renderer, Sealed, ValidateOptions, check, parse};
///
/// let v = parse(r#"{"art": "qualitaetsentwicklungsvereinbarung", "stand": "2026-12-01"}"#)?;
/// let sealed = check(v, ValidateOptions::default()).seal().ok_or("it has errors")?;
/// let mut bytes = sealed.into_bytes();
///
/// let sealed = Sealed::open(bytes.clone()).ok_or("nobody has touched it")?;
/// assert!(Renderer::new()?.render(&sealed, &RenderOptions::default())?.pdf.starts_with(b"%PDF-"));
///
/// bytes.push(b' ');
/// assert!(Sealed::open(bytes).is_none());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// The seal, a line that says what follows, the agreement, its calculation.
    text: String,
    art: Art,
    stage: Stage,
    /// Where the agreement begins, and where it ends.
    json: (usize, usize),
}

/// The length of a seal, in hexadecimal digits.
const SEAL: usize = 16;
/// Between the parts of the first line.
const SEPARATOR: char = ' ';

impl Checked {
    /// Puts what a document is made of under seal; `None` when there are errors.
    #[must_use]
    pub fn seal(&self) -> Option<Sealed> {
        if self.has_errors() {
            return None;
        }
        let json = self.json();
        let berechnung = self.berechnung().map(written).unwrap_or_default();
        let (art, stage) = (self.vereinbarung().art(), self.options().stage);
        let content = format!("{art} {stage} {}\n{json}{berechnung}", json.len());
        Sealed::read(format!("{}{content}", seal(&content)))
    }
}

impl Sealed {
    /// Takes the bytes back; `None` when this process has not written exactly these.
    #[must_use]
    pub fn open(bytes: Vec<u8>) -> Option<Self> {
        let text = String::from_utf8(bytes).ok()?;
        let (own, content) = text.split_at_checked(SEAL)?;
        (own == seal(content)).then(|| Self::read(text)).flatten()
    }

    /// The bytes, for [`open`](Self::open).
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.text.into_bytes()
    }

    /// What this process seals with, for another one of the same program that is to open it.
    ///
    /// ```
    /// use vereinbar::Sealed;
    /// // A process that has sealed something keeps the key that it has.
    /// assert!(Sealed::take_key(Sealed::key()));
    /// ```
    #[must_use]
    pub fn key() -> SealKey {
        *KEY.get_or_init(SealKey::draw)
    }

    /// Lets this process open what another one has sealed: to be called before anything is
    /// sealed or opened. Whether it can: not with a key of another build of this library, and
    /// not where this process has a key of its own already.
    #[must_use]
    pub fn take_key(key: SealKey) -> bool {
        key.is_understood() && *KEY.get_or_init(|| key) == key
    }

    /// The kind of agreement.
    #[must_use]
    pub const fn art(&self) -> Art {
        self.art
    }

    /// The stage for which it was checked.
    #[must_use]
    pub const fn stage(&self) -> Stage {
        self.stage
    }

    /// The canonical JSON, as [`Checked::json`] gives it.
    #[must_use]
    pub fn json(&self) -> &str {
        let (from, to) = self.json;
        self.text.get(from..to).unwrap_or_default()
    }

    /// Reads the first line.
    fn read(text: String) -> Option<Self> {
        let (line, _) = text.split_once('\n')?;
        let (art, rest) = line.get(SEAL..)?.split_once(SEPARATOR)?;
        let (stage, length) = rest.split_once(SEPARATOR)?;
        let from = line.len() + 1;
        let to = from.checked_add(length.parse().ok()?)?;
        let (art, stage) = (art.parse().ok()?, stage.parse().ok()?);
        text.is_char_boundary(to).then_some(Self { art, stage, json: (from, to), text })
    }

    pub(super) fn sheet(&self) -> Sheet<'_> {
        let berechnung = self.text.get(self.json.1..).filter(|berechnung| !berechnung.is_empty());
        Sheet { art: self.art, json: self.json().into(), berechnung: berechnung.map(Into::into), fields: None }
    }
}

/// The keys of the hash that a seal is, drawn anew by each process.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealKey {
    keys: [u64; 2],
    /// What they make of nothing: the hash may be another one in another build.
    probe: u64,
}

static KEY: OnceLock<SealKey> = OnceLock::new();

impl SealKey {
    fn draw() -> Self {
        let random = RandomState::new();
        let keys = [random.hash_one(0), random.hash_one(1)];
        Self { keys, probe: hash(keys, "") }
    }

    fn is_understood(self) -> bool {
        self.probe == hash(self.keys, "")
    }
}

/// It tells what was written with these keys from everything else, a change by accident or on
/// purpose included.
fn seal(content: &str) -> String {
    format!("{:0width$x}", hash(Sealed::key().keys, content), width = SEAL)
}

fn hash(keys: [u64; 2], content: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    (keys, content).hash(&mut hasher);
    hasher.finish()
}
