//! The letterhead as data for another process, which checks it as if it were new.

use serde::{Deserialize, Serialize};

/// The parts of a letterhead.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LetterheadData {
    pub(super) logo: Option<LogoData>,
    pub(super) traeger_logo: Option<LogoData>,
    pub(super) lines: Vec<String>,
    pub(super) color: Option<String>,
}

/// A picture: its bytes as hexadecimal digits, and the words for it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LogoData {
    pub(super) bytes: String,
    pub(super) alt_text: String,
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
