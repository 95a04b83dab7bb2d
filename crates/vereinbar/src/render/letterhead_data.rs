//! The letterhead as data for another process, which checks it as if it were new.

use serde::{Deserialize, Serialize};

use super::letterhead::{Letterhead, Logo};
use super::letterhead_error::LetterheadError;

/// The parts of a letterhead.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LetterheadData {
    logo: Option<LogoData>,
    traeger_logo: Option<LogoData>,
    lines: Vec<String>,
    color: Option<String>,
}

/// A picture: its bytes as hexadecimal digits, and the words for it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct LogoData {
    bytes: String,
    alt_text: String,
}

impl From<Letterhead> for LetterheadData {
    fn from(letterhead: Letterhead) -> Self {
        let Letterhead { logo, traeger_logo, lines, color } = letterhead;
        Self { logo: logo.map(Into::into), traeger_logo: traeger_logo.map(Into::into), lines, color }
    }
}

impl TryFrom<LetterheadData> for Letterhead {
    type Error = LetterheadError;

    fn try_from(data: LetterheadData) -> Result<Self, LetterheadError> {
        let LetterheadData { logo, traeger_logo, lines, color } = data;
        let [logo, traeger_logo] = [logo, traeger_logo].map(|logo| logo.map(Logo::try_from).transpose());
        let mut letterhead = Self { logo: logo?, traeger_logo: traeger_logo?, ..Self::new() }.lines(lines)?;
        if let Some(color) = color {
            letterhead = letterhead.color(&color)?;
        }
        Ok(letterhead)
    }
}

impl From<Logo> for LogoData {
    fn from(logo: Logo) -> Self {
        const DIGITS: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
        let digit = |value: u8| DIGITS.get(usize::from(value)).copied().unwrap_or_default();
        let bytes = logo.bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect();
        Self { bytes, alt_text: logo.alt_text }
    }
}

impl TryFrom<LogoData> for Logo {
    type Error = LetterheadError;

    fn try_from(data: LogoData) -> Result<Self, LetterheadError> {
        let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        let pairs = data.bytes.as_bytes().chunks(2);
        let bytes: Option<Vec<u8>> =
            pairs.map(|pair| Some(digit(*pair.first()?)? << 4 | digit(*pair.get(1)?)?)).collect();
        Self::new(bytes.ok_or(LetterheadError::Damaged)?, data.alt_text)
    }
}

#[cfg(test)]
mod tests {
    use crate::{Ausfuellhilfe, Letterhead, Logo, Profile, RenderOptions, Standard, Wortlaut};

    #[test]
    fn options_come_back_as_they_were() {
        let logo =
            Logo::new(b"<svg xmlns='http://www.w3.org/2000/svg'><!-- \xc3\xa4 --></svg>".to_vec(), "Wappen").unwrap();
        let letterhead = Letterhead::new().logo(logo.clone()).traeger_logo(logo).lines(["ä", "b"]).unwrap();
        let options = RenderOptions {
            standard: Standard::Ua1,
            ausfuellhilfe: Ausfuellhilfe::Angehaengt,
            wortlaut: Wortlaut::Berichtigt,
            quelle: Some("Empfehlungen".to_owned()),
            letterhead: Some(letterhead.color("#123456").unwrap()),
            require_complete: true,
            fillable: true,
            signature_fields: true,
            stichtag: Some("2027-01-01".parse().unwrap()),
            profile: Profile::parse(r#"{"name": "a", "severity": {"ziele_many": "off"}, "limits": {"max_ziele": 4}}"#)
                .unwrap(),
        };
        for options in [options, RenderOptions::default()] {
            let json = serde_json::to_string(&options).unwrap();
            assert_eq!(serde_json::from_str::<RenderOptions>(&json).unwrap(), options, "{json}");
        }
    }

    #[test]
    fn a_letterhead_is_checked_as_if_it_were_new() {
        for letterhead in [
            r#"{"logo": null, "traeger_logo": null, "lines": [], "color": "rot"}"#,
            r#"{"logo": {"bytes": "474946", "alt_text": "a"}, "traeger_logo": null, "lines": [], "color": null}"#,
            r#"{"logo": {"bytes": "4", "alt_text": "a"}, "traeger_logo": null, "lines": [], "color": null}"#,
        ] {
            assert!(serde_json::from_str::<Letterhead>(letterhead).is_err(), "{letterhead}");
        }
    }
}
