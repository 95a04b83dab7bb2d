//! The options as text that says when a document is to be made again.

use std::collections::BTreeMap;

use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::letterhead::{Letterhead, Logo};
use super::options::RenderOptions;
use crate::modell::Datum;
use crate::validate::{Profile, ProfileLimits, RuleSeverity};

/// The form of a [`Key`]: to be counted up when what it says comes to mean something else.
const VERSION: u32 = 1;

/// Everything that decides whether there is a document, and what it looks like.
#[derive(Serialize)]
struct Key<'a> {
    version: u32,
    standard: &'a str,
    ausfuellhilfe: &'a str,
    wortlaut: &'a str,
    quelle: Option<&'a str>,
    letterhead: Option<LetterheadKey<'a>>,
    require_complete: bool,
    fillable: bool,
    signature_fields: bool,
    stichtag: Option<Datum>,
    severity: &'a BTreeMap<String, RuleSeverity>,
    limits: &'a ProfileLimits,
}

#[derive(Serialize)]
struct LetterheadKey<'a> {
    logo: Option<LogoKey<'a>>,
    traeger_logo: Option<LogoKey<'a>>,
    lines: &'a [String],
    color: Option<&'a str>,
}

/// The picture's kind and SHA-256, and the words for it.
type LogoKey<'a> = (&'a str, [u8; 32], &'a str);

impl RenderOptions {
    /// The options as text, for the key of a cache: equal options give equal text, and
    /// options that could give another document another text. It is the same on every
    /// machine; of the profile, its name and its note are left out.
    ///
    /// ```
    /// use vereinbar::{RenderOptions, Standard};
    /// let plain = RenderOptions { standard: Standard::Plain, ..RenderOptions::default() };
    /// assert_eq!(plain.key(), plain.clone().key());
    /// assert_ne!(plain.key(), RenderOptions::default().key());
    /// ```
    #[must_use]
    pub fn key(&self) -> String {
        // Taken apart as a whole, so that no new option is forgotten here.
        let Self {
            standard,
            ausfuellhilfe,
            wortlaut,
            quelle,
            letterhead,
            require_complete,
            fillable,
            signature_fields,
            stichtag,
            profile,
        } = self;
        let Profile { name: _, note: _, severity, limits } = profile;
        let key = Key {
            version: VERSION,
            standard: standard.as_str(),
            ausfuellhilfe: ausfuellhilfe.as_str(),
            wortlaut: wortlaut.as_str(),
            quelle: quelle.as_deref(),
            letterhead: letterhead.as_ref().map(LetterheadKey::new),
            require_complete: *require_complete,
            fillable: *fillable,
            signature_fields: *signature_fields,
            stichtag: *stichtag,
            severity,
            limits,
        };
        crate::to_json::text(&key)
    }
}

impl<'a> LetterheadKey<'a> {
    fn new(letterhead: &'a Letterhead) -> Self {
        let Letterhead { logo, traeger_logo, lines, color } = letterhead;
        let key = |logo: &'a Logo| {
            let Logo { bytes, ending, alt_text } = logo;
            (*ending, Sha256::digest(bytes).into(), alt_text.as_str())
        };
        let (logo, traeger_logo) = (logo.as_ref().map(key), traeger_logo.as_ref().map(key));
        Self { logo, traeger_logo, lines, color: color.as_deref() }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use vereinbar_pdf::Standard;

    use super::*;
    use crate::render::{Ausfuellhilfe, Wortlaut};

    fn with_profile(json: &str) -> RenderOptions {
        RenderOptions { profile: Profile::parse(json).unwrap(), ..RenderOptions::default() }
    }

    fn with_letterhead(letterhead: Letterhead) -> RenderOptions {
        RenderOptions { letterhead: Some(letterhead), ..RenderOptions::default() }
    }

    fn logo(bytes: &[u8], alt_text: &str) -> Logo {
        Logo::new(bytes.to_vec(), alt_text).unwrap()
    }

    #[test]
    fn each_option_changes_it() {
        let plain = RenderOptions::default();
        let all = [
            plain.clone(),
            RenderOptions { standard: Standard::Plain, ..plain.clone() },
            RenderOptions { ausfuellhilfe: Ausfuellhilfe::Angehaengt, ..plain.clone() },
            RenderOptions { wortlaut: Wortlaut::Berichtigt, ..plain.clone() },
            RenderOptions { quelle: Some("a".to_owned()), ..plain.clone() },
            RenderOptions { require_complete: true, ..plain.clone() },
            RenderOptions { fillable: true, ..plain.clone() },
            RenderOptions { signature_fields: true, ..plain.clone() },
            RenderOptions { stichtag: Some("2027-01-01".parse().unwrap()), ..plain.clone() },
            with_profile(r#"{"severity": {"ziele_many": "off"}}"#),
            with_profile(r#"{"severity": {"ziele_many": "error"}}"#),
            with_profile(r#"{"limits": {"max_ziele": 4}}"#),
            with_letterhead(Letterhead::new()),
            with_letterhead(Letterhead::new().color("#123456").unwrap()),
            with_letterhead(Letterhead::new().lines(["a", "b"]).unwrap()),
            with_letterhead(Letterhead::new().lines(["b", "a"]).unwrap()),
            with_letterhead(Letterhead::new().logo(logo(b"<svg/>", "a"))),
            with_letterhead(Letterhead::new().logo(logo(b"<svg/>", "b"))),
            with_letterhead(Letterhead::new().traeger_logo(logo(b"<svg/>", "b"))),
            with_letterhead(Letterhead::new().logo(logo(b"<svg />", "a"))),
        ];
        let keys: BTreeSet<String> = all.iter().map(RenderOptions::key).collect();
        assert_eq!(keys.len(), all.len());
    }

    #[test]
    fn what_is_not_printed_does_not() {
        let written = with_profile(r#"{"severity": {"ziele_many": "off", "plz_unusual": "warning"}}"#);
        let otherwise = with_profile(
            r#"{"name": "Musterland", "note": "2027", "severity": {"plz_unusual": "warning", "ziele_many": "off"}}"#,
        );
        assert_eq!(written.key(), otherwise.key());
    }

    /// Should this fail, documents of earlier runs are made again: raise the version where
    /// that is meant, or keep the form.
    #[test]
    fn its_form_is_kept() {
        assert_eq!(
            RenderOptions::default().key(),
            r#"{"version":1,"standard":"a-3a+ua-1","ausfuellhilfe":"ohne","wortlaut":"original","quelle":null,"letterhead":null,"require_complete":false,"fillable":false,"signature_fields":false,"stichtag":null,"severity":{},"limits":{}}"#
        );
    }
}
