use std::fmt;
use std::str::FromStr;

use vereinbar_pdf::Standard;

use super::Letterhead;
use crate::modell::Datum;
use crate::validate::{Profile, Stage, ValidateOptions};

/// How a document is made. The default is what an office archives: PDF/A-3a and
/// PDF/UA-1 with the data attached, no letterhead, no Ausfüllhilfe.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RenderOptions {
    /// The PDF standard. Under `a-2a+ua-1` the data is not attached, since
    /// PDF/A-2 does not allow it; such a file cannot be read back.
    pub standard: Standard,
    /// Whether the Ausfüllhilfe is printed.
    pub ausfuellhilfe: Ausfuellhilfe,
    /// Logo, lines and accent colour of the office.
    pub letterhead: Option<Letterhead>,
    /// Refuse an agreement that is not ready to be signed.
    pub require_complete: bool,
    /// As in [`ValidateOptions::stichtag`].
    pub stichtag: Option<Datum>,
    /// As in [`ValidateOptions::profile`].
    pub profile: Profile,
}

impl RenderOptions {
    /// How an agreement is checked before it is printed.
    #[must_use]
    pub fn validate_options(&self) -> ValidateOptions {
        ValidateOptions { stage: self.stage(), stichtag: self.stichtag, profile: self.profile.clone() }
    }

    /// Whether an agreement that was checked for these has been checked for what is asked here.
    pub(super) fn asks_for(&self, checked: &ValidateOptions) -> bool {
        let ValidateOptions { stage, stichtag, profile } = checked;
        (*stage, *stichtag, profile) == (self.stage(), self.stichtag, &self.profile)
    }

    pub(super) const fn stage(&self) -> Stage {
        if self.require_complete { Stage::Unterschriftsreif } else { Stage::Entwurf }
    }
}

/// Whether the help for filling in the form is printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Ausfuellhilfe {
    /// The form alone.
    #[default]
    Ohne,
    /// After the form, on a page of its own.
    Angehaengt,
    /// The help alone; no data is attached.
    Allein,
}

impl Ausfuellhilfe {
    /// Every choice, the default first.
    pub const ALL: [Self; 3] = [Self::Ohne, Self::Angehaengt, Self::Allein];

    /// The slug: `ohne`, `angehaengt`, `allein`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ohne => "ohne",
            Self::Angehaengt => "angehaengt",
            Self::Allein => "allein",
        }
    }
}

impl fmt::Display for Ausfuellhilfe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The text names no choice of [`Ausfuellhilfe`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("Das ist keine Angabe zur Ausfüllhilfe. Möglich sind: ohne, angehaengt, allein.")]
pub struct UnknownAusfuellhilfe;

impl FromStr for Ausfuellhilfe {
    type Err = UnknownAusfuellhilfe;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|choice| choice.as_str() == text).ok_or(UnknownAusfuellhilfe)
    }
}
