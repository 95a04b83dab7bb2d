//! The head of the first page: logo, lines, accent colour.

use serde::{Deserialize, Serialize};

use super::letterhead_data::{LetterheadData, LogoData};
use super::letterhead_error::LetterheadError;
use super::logo_file::ending;

/// The most lines a letterhead has room for.
const MAX_LINES: usize = 8;
/// The longest line, in characters.
const MAX_LINE_CHARS: usize = 120;
/// The largest logo, in bytes. It goes into every document.
const MAX_LOGO_BYTES: usize = 5 << 20;

/// The contrast that text needs on white (WCAG 2.1, 1.4.3).
const READABLE_CONTRAST: f64 = 4.5;

/// What the files of the pictures are called.
pub(super) const LOGO: &str = "logo";
pub(super) const TRAEGER_LOGO: &str = "traeger-logo";

/// What an office prints at the head of the first page.
///
/// ```
/// use vereinbar::{Letterhead, Logo};
/// let logo = Logo::new(b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>".to_vec(), "Wappen des Landkreises")?;
/// let letterhead = Letterhead::new()
///     .logo(logo)
///     .lines(["Landkreis Musterland", "Jugendamt"])?
///     .color("#1d4e79")?;
/// # Ok::<(), vereinbar::LetterheadError>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "LetterheadData", into = "LetterheadData")]
pub struct Letterhead {
    pub(super) logo: Option<Logo>,
    pub(super) traeger_logo: Option<Logo>,
    pub(super) lines: Vec<String>,
    pub(super) color: Option<String>,
}

/// A picture with the words that a screen reader says in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    pub(super) bytes: Vec<u8>,
    pub(super) ending: &'static str,
    pub(super) alt_text: String,
}

impl Logo {
    /// The name of the file.
    pub(super) fn file(&self, name: &str) -> String {
        format!("{name}.{}", self.ending)
    }

    /// Takes a PNG, JPEG or SVG file, told apart by its content.
    ///
    /// # Errors
    /// [`LetterheadError`] when it is none of these or too large, or when
    /// `alt_text` is blank: PDF/UA asks for words in place of every picture.
    pub fn new(bytes: Vec<u8>, alt_text: impl Into<String>) -> Result<Self, LetterheadError> {
        let alt_text = alt_text.into();
        if alt_text.trim().is_empty() {
            return Err(LetterheadError::NoAltText);
        }
        if bytes.len() > MAX_LOGO_BYTES {
            return Err(LetterheadError::LogoTooLarge);
        }
        let ending = ending(&bytes)?;
        Ok(Self { bytes, ending, alt_text })
    }
}

impl Letterhead {
    /// A letterhead with nothing in it.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the logo.
    #[must_use]
    pub fn logo(mut self, logo: Logo) -> Self {
        self.logo = Some(logo);
        self
    }

    /// Sets the logo of the Träger der freien Jugendhilfe, on the right: an agreement is the
    /// paper of two houses. It stands on agreements alone, not on a report.
    #[must_use]
    pub fn traeger_logo(mut self, logo: Logo) -> Self {
        self.traeger_logo = Some(logo);
        self
    }

    /// The pictures with the names under which the templates find them.
    pub(super) fn pictures(&self) -> impl Iterator<Item = (String, &[u8])> {
        let pictures = [(LOGO, &self.logo), (TRAEGER_LOGO, &self.traeger_logo)];
        pictures.into_iter().filter_map(|(name, logo)| {
            let logo = logo.as_ref()?;
            Some((logo.file(name), logo.bytes.as_slice()))
        })
    }

    /// Sets the lines beside or below the logo, at most 8 of 120 characters.
    ///
    /// # Errors
    /// [`LetterheadError::TooMuchText`].
    pub fn lines<S: Into<String>>(mut self, lines: impl IntoIterator<Item = S>) -> Result<Self, LetterheadError> {
        let lines: Vec<String> = lines.into_iter().map(Into::into).collect();
        if lines.len() > MAX_LINES || lines.iter().any(|line| line.chars().count() > MAX_LINE_CHARS) {
            return Err(LetterheadError::TooMuchText);
        }
        self.lines = lines;
        Ok(self)
    }

    /// Sets the accent colour, `#rrggbb`. Where text is printed in it, it is
    /// darkened as far as contrast needs.
    ///
    /// # Errors
    /// [`LetterheadError::UnknownColor`].
    pub fn color(mut self, color: &str) -> Result<Self, LetterheadError> {
        let is_hex = color
            .strip_prefix('#')
            .is_some_and(|hex| hex.len() == 6 && hex.bytes().all(|byte| byte.is_ascii_hexdigit()));
        if !is_hex {
            return Err(LetterheadError::UnknownColor);
        }
        self.color = Some(color.to_owned());
        Ok(self)
    }

    /// What is otherwise in print than it was asked for: a German sentence. Text in a light
    /// colour cannot be read on white, so the templates darken it
    /// (`templates/gemeinsam/farben.typ`); this says so.
    #[must_use]
    pub fn remark(&self) -> Option<String> {
        let color = self.color.as_ref()?;
        let channel = |at: usize| u8::from_str_radix(color.get(at..at + 2)?, 16).ok();
        let [red, green, blue] = [channel(1)?, channel(3)?, channel(5)?].map(linear);
        // Relative luminance and contrast as WCAG 2.1 defines them.
        let contrast = 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
        (contrast < READABLE_CONTRAST).then(|| {
            format!(
                "Die Farbe {color} ist auf Weiß zu hell zum Lesen; gedruckt wird sie so viel dunkler, wie es dafür nötig \
                 ist (Kontrast 4,5 zu 1)."
            )
        })
    }
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

/// A channel of a colour as light.
fn linear(channel: u8) -> f64 {
    let share = f64::from(channel) / 255.0;
    if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_logo_has_words_and_a_limit() {
        assert_eq!(Logo::new(b"<svg/>".to_vec(), " "), Err(LetterheadError::NoAltText));
        assert_eq!(Logo::new(vec![0; MAX_LOGO_BYTES + 1], "Logo"), Err(LetterheadError::LogoTooLarge));
        assert_eq!(Logo::new(b"GIF89a".to_vec(), "Logo"), Err(LetterheadError::UnknownFormat));
    }

    #[test]
    fn says_that_a_light_colour_is_printed_darker() {
        let remark = |color| Letterhead::new().color(color).unwrap().remark();
        assert!(remark("#ffff00").unwrap().contains("dunkler"));
        // 4.48 and 4.54 to 1.
        assert!(remark("#777777").is_some());
        assert_eq!(remark("#767676"), None);
        assert_eq!(remark("#1d4e79"), None);
        assert_eq!(Letterhead::new().remark(), None);
    }

    #[test]
    fn refuses_colours_and_lines_that_do_not_fit() {
        assert!(Letterhead::new().color("#1D4e79").is_ok());
        for color in ["1d4e79", "#1d4e7", "#1d4e7g", "rot", "#１２３"] {
            assert_eq!(Letterhead::new().color(color), Err(LetterheadError::UnknownColor));
        }
        assert_eq!(Letterhead::new().lines(["x"; 9]), Err(LetterheadError::TooMuchText));
        assert_eq!(Letterhead::new().lines(["x".repeat(121)]), Err(LetterheadError::TooMuchText));
    }
}
