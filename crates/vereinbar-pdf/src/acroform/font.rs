//! The font of the fields: metrics, and how it is written into a file.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::LazyLock;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use ttf_parser::{Face, GlyphId};

use super::object::{name, text};

/// Made by `assets/form-font/make_font.py`, which says what it has to have.
static DATA: &[u8] = include_bytes!("../../assets/form-font/VereinbarForm-Regular.ttf");
const BASE: &str = "VereinbarForm-Regular";
/// What appearances call it.
pub(super) const RESOURCE: &str = "VereinbarForm";

static FONT: LazyLock<Option<FormFont>> = LazyLock::new(FormFont::new);

/// What a file needs of the font, made once.
pub(super) struct FormFont {
    glyphs: BTreeMap<char, u16>,
    /// Of each glyph, in thousandths of the size of the type.
    advances: Vec<u16>,
    pub(super) ascent: f32,
    pub(super) descent: f32,
    descriptor: Dictionary,
    file: Stream,
    to_unicode: Stream,
}

/// The font; `None` if the embedded file were none, which a test excludes.
pub(super) fn font() -> Option<&'static FormFont> {
    FONT.as_ref()
}

impl FormFont {
    fn new() -> Option<Self> {
        let face = Face::parse(DATA, 0).ok()?;
        // The units of the file are thousandths, which are those of a PDF.
        if face.units_per_em() != 1000 {
            return None;
        }
        let mut glyphs = BTreeMap::new();
        for table in face.tables().cmap?.subtables.into_iter().filter(ttf_parser::cmap::Subtable::is_unicode) {
            table.codepoints(|point| {
                if let (Some(c), Some(glyph)) = (char::from_u32(point), table.glyph_index(point)) {
                    glyphs.insert(c, glyph.0);
                }
            });
        }
        let advance = |glyph| face.glyph_hor_advance(GlyphId(glyph)).unwrap_or_default();
        let advances = (0..face.number_of_glyphs()).map(advance).collect();
        let bounds = face.global_bounding_box();
        let bounds = [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max].map(|value| i64::from(value).into());
        let descriptor = dictionary! {
            "Type" => name("FontDescriptor"), "FontName" => name(BASE),
            // Not symbolic.
            "Flags" => 32,
            "FontBBox" => bounds.to_vec(), "ItalicAngle" => 0,
            "Ascent" => i64::from(face.ascender()), "Descent" => i64::from(face.descender()),
            "CapHeight" => i64::from(face.capital_height()?), "StemV" => 80,
        };
        let length = i64::try_from(DATA.len()).ok()?;
        Some(Self {
            to_unicode: compressed(Dictionary::new(), to_unicode(&glyphs).into_bytes())?,
            file: compressed(dictionary! {"Length1" => length}, DATA.to_vec())?,
            glyphs,
            advances,
            ascent: f32::from(face.ascender()) / 1000.0,
            descent: f32::from(face.descender()) / 1000.0,
            descriptor,
        })
    }

    /// Puts the font into a file. A composite font: with a simple one other programs could
    /// not write ő, ș, ẞ or „.
    pub(super) fn embed(&self, document: &mut Document) -> ObjectId {
        let mut descriptor = self.descriptor.clone();
        descriptor.set("FontFile2", document.add_object(self.file.clone()));
        let descriptor = document.add_object(descriptor);
        let widths = self.advances.iter().map(|&width| i64::from(width).into()).collect();
        let descendant = document.add_object(dictionary! {
            "Type" => name("Font"), "Subtype" => name("CIDFontType2"), "BaseFont" => name(BASE),
            "CIDSystemInfo" => dictionary! {"Registry" => text("Adobe"), "Ordering" => text("Identity"), "Supplement" => 0},
            "FontDescriptor" => descriptor, "DW" => 0, "W" => vec![Object::Integer(0), Object::Array(widths)],
            "CIDToGIDMap" => name("Identity"),
        });
        let to_unicode = document.add_object(self.to_unicode.clone());
        document.add_object(dictionary! {
            "Type" => name("Font"), "Subtype" => name("Type0"), "BaseFont" => name(BASE),
            "Encoding" => name("Identity-H"), "DescendantFonts" => vec![descendant.into()], "ToUnicode" => to_unicode,
        })
    }

    /// The glyph of a character, of U+FFFD for what the font lacks.
    pub(super) fn glyph(&self, c: char) -> u16 {
        let glyph = self.glyphs.get(&c).or_else(|| self.glyphs.get(&char::REPLACEMENT_CHARACTER));
        glyph.copied().unwrap_or_default()
    }

    /// The distance of two base lines, as a part of the size of the type.
    pub(super) fn leading(&self) -> f32 {
        self.ascent - self.descent
    }

    fn width(&self, text: &str, type_size: f32) -> f32 {
        let advance = |c| self.advances.get(usize::from(self.glyph(c))).copied().unwrap_or_default();
        let thousandths: u32 = text.chars().map(|c| u32::from(advance(c))).sum();
        #[expect(clippy::cast_precision_loss, reason = "a line has few characters")]
        let thousandths = thousandths as f32;
        thousandths * type_size / 1000.0
    }

    /// The lines that a text takes at this width, broken at blanks, a word that is longer than
    /// a line wherever the line ends.
    pub(super) fn lines(&self, text: &str, type_size: f32, width: f32) -> Vec<String> {
        let mut lines = Vec::new();
        for paragraph in text.split('\n') {
            let mut line = String::new();
            for word in paragraph.split(' ') {
                if !line.is_empty() && self.width(&format!("{line} {word}"), type_size) > width {
                    lines.push(std::mem::take(&mut line));
                } else if !line.is_empty() {
                    line.push(' ');
                }
                if self.width(word, type_size) <= width {
                    line.push_str(word);
                    continue;
                }
                for c in word.chars() {
                    let mut longer = line.clone();
                    longer.push(c);
                    if !line.is_empty() && self.width(&longer, type_size) > width {
                        lines.push(std::mem::take(&mut line));
                    }
                    line.push(c);
                }
            }
            lines.push(line);
        }
        lines
    }
}

/// How much white space is between a field's edge and its text, in points; programs use about as much.
pub(super) const PADDING: f32 = 2.0;

/// How high a field of several lines has to be for a text, in points. Programs set lines
/// up to a sixth farther apart than this one.
///
/// ```
/// use vereinbar_pdf::acroform::height_of;
/// let short = height_of("Elternabende", 10.0, 200.0);
/// assert!(height_of(&"Elternabende ".repeat(20), 10.0, 200.0) > 4.0 * short);
/// ```
#[must_use]
pub fn height_of(text: &str, type_size: f32, width: f32) -> f32 {
    const SPARE: f32 = 7.0 / 6.0;
    drawn_height(text, type_size, width) * SPARE
}

/// How high a text is as it is drawn here.
pub(super) fn drawn_height(text: &str, type_size: f32, width: f32) -> f32 {
    let Some(font) = font() else { return 0.0 };
    let lines = font.lines(text, type_size, width - 2.0 * PADDING).len();
    #[expect(clippy::cast_precision_loss, reason = "a text has few lines")]
    let lines = lines as f32;
    lines * font.leading() * type_size + 2.0 * PADDING
}

/// Whether a text is longer than its field: what is beyond is not seen in print.
pub(super) fn overflows(text: &str, type_size: f32, is_multiline: bool, (width, height): (f32, f32)) -> bool {
    let Some(font) = font() else { return false };
    // Empty lines at the end are not missed.
    let text = text.trim_end();
    if is_multiline {
        // Half a line: fields are not measured that well.
        drawn_height(text, type_size, width) > height + 0.5 * font.leading() * type_size
    } else {
        text.contains('\n') || font.width(text, type_size) > width
    }
}

fn compressed(dictionary: Dictionary, content: Vec<u8>) -> Option<Stream> {
    let mut stream = Stream::new(dictionary, content);
    stream.compress().ok()?;
    Some(stream)
}

/// Of each glyph its character, for who copies the text. The first of several characters
/// of a glyph.
fn to_unicode(glyphs: &BTreeMap<char, u16>) -> String {
    let mut characters = BTreeMap::new();
    for (&c, &glyph) in glyphs {
        characters.entry(glyph).or_insert(c);
    }
    let characters: Vec<(u16, char)> = characters.into_iter().collect();
    let mut map = String::from(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo \
         <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n\
         1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n",
    );
    // No more are allowed in one section.
    for section in characters.chunks(100) {
        let _ = writeln!(map, "{} beginbfchar", section.len());
        for (glyph, c) in section {
            let _ = write!(map, "<{glyph:04X}><");
            for unit in c.encode_utf16(&mut [0; 2]) {
                let _ = write!(map, "{unit:04X}");
            }
            map.push_str(">\n");
        }
        map.push_str("endbfchar\n");
    }
    map.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend");
    map
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn has_the_letters_of_german_offices() {
        let font = font().expect("the embedded font is one");
        let missing = font.glyph(char::REPLACEMENT_CHARACTER);
        for c in "äöüßẞÄÖÜ őșżŁ „“‚‘–— €§•… ΑΒΓαβγ Жж".chars() {
            assert_ne!(font.glyph(c), missing, "{c}");
        }
        assert_eq!(font.glyph('漢'), missing);
        assert!((font.width("nnnn", 10.0) - 4.0 * font.width("n", 10.0)).abs() < 1e-3);
    }

    #[test]
    fn breaks_lines_at_blanks_and_long_words_anywhere() {
        let font = font().expect("the embedded font is one");
        let width = font.width("Größe und", 10.0).max(font.width("Übergänge", 10.0));
        assert_eq!(font.lines("Größe und Übergänge\n\nx", 10.0, width), ["Größe und", "Übergänge", "", "x"]);
        let long = "W".repeat(50);
        let lines = font.lines(&long, 10.0, 100.0);
        assert!(lines.len() > 3 && lines.concat() == long, "{lines:?}");
    }

    #[test]
    fn knows_what_is_longer_than_its_field() {
        assert!(!overflows("kurz", 10.0, false, (100.0, 17.0)));
        assert!(overflows(&"lang ".repeat(20), 10.0, false, (100.0, 17.0)));
        assert!(overflows("zwei\nZeilen", 10.0, false, (100.0, 17.0)));
        assert!(!overflows("zwei\nZeilen\n\n\n", 10.0, true, (100.0, 34.0)));
        assert!(overflows(&"lang ".repeat(40), 10.0, true, (100.0, 34.0)));
    }
}
