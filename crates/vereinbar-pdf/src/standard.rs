use std::fmt;
use std::str::FromStr;

use typst_pdf::{PdfStandard, PdfStandards};

use crate::EngineError;

/// The PDF standard a document is written to.
///
/// The name ([`as_str`](Self::as_str), `Display`, `FromStr`) is stable and is what
/// options and files carry:
///
/// | name | what it is |
/// |---|---|
/// | `a-3a+ua-1` | PDF/A-3a and PDF/UA-1 in one file: archivable, accessible, may carry files |
/// | `a-2a+ua-1` | the same without attached files, for archives that refuse them |
/// | `ua-1` | accessible, not archivable |
/// | `plain` | PDF 1.7, tagged, nothing enforced |
///
/// ```
/// use vereinbar_pdf::Standard;
///
/// assert_eq!("a-3a+ua-1".parse(), Ok(Standard::A3aUa1));
/// assert_eq!(Standard::default().to_string(), "a-3a+ua-1");
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Standard {
    /// PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) in one file. The default.
    #[default]
    A3aUa1,
    /// PDF/A-2a (ISO 19005-2) and PDF/UA-1: no attached files.
    A2aUa1,
    /// PDF/UA-1 alone.
    Ua1,
    /// PDF 1.7 without a conformance claim.
    Plain,
}

impl Standard {
    /// Every standard, the default first.
    pub const ALL: [Self; 4] = [Self::A3aUa1, Self::A2aUa1, Self::Ua1, Self::Plain];

    /// The stable name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::A3aUa1 => "a-3a+ua-1",
            Self::A2aUa1 => "a-2a+ua-1",
            Self::Ua1 => "ua-1",
            Self::Plain => "plain",
        }
    }

    /// Whether a file of this standard may carry attached files. Only PDF/A-2 forbids
    /// them; a template that attaches one fails there.
    #[must_use]
    pub const fn allows_attachment(self) -> bool {
        !matches!(self, Self::A2aUa1)
    }

    /// What Typst is to enforce.
    pub(crate) fn conformance(self) -> Result<PdfStandards, EngineError> {
        let list: &[PdfStandard] = match self {
            Self::A3aUa1 => &[PdfStandard::A_3a, PdfStandard::Ua_1],
            Self::A2aUa1 => &[PdfStandard::A_2a, PdfStandard::Ua_1],
            Self::Ua1 => &[PdfStandard::Ua_1],
            Self::Plain => &[],
        };
        if list.is_empty() {
            return Ok(PdfStandards::default());
        }
        PdfStandards::new(list).map_err(|error| EngineError::Panicked { detail: error.message().to_string() })
    }
}

impl fmt::Display for Standard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Standard {
    type Err = UnknownStandard;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|standard| standard.as_str() == name).ok_or(UnknownStandard)
    }
}

/// The name is none of [`Standard::ALL`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("Diesen PDF-Standard gibt es nicht. Möglich sind: {}.", Standard::ALL.map(Standard::as_str).join(", "))]
pub struct UnknownStandard;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_back_to_their_standard() {
        for standard in Standard::ALL {
            assert_eq!(standard.as_str().parse(), Ok(standard));
            assert!(UnknownStandard.to_string().contains(standard.as_str()));
        }
        assert_eq!("A-3A+UA-1".parse::<Standard>(), Err(UnknownStandard));
        assert_eq!("".parse::<Standard>(), Err(UnknownStandard));
    }

    #[test]
    fn every_combination_exists_in_typst() {
        for standard in Standard::ALL {
            assert!(standard.conformance().is_ok(), "{standard}");
        }
    }
}
