//! A document as it is heard: the structure tree in its order, with roles, texts, and the
//! words in the place of pictures. The references are for people to read.

use std::collections::HashMap;
use std::fmt::Write as _;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Encoding, Object, ObjectId};
use vereinbar::{Art, Ausfuellhilfe, RenderOptions, Vereinbarung};
use vereinbar_tests::check_reference;

use crate::auswertung;
use crate::support::{all, example_of, render};

/// The text of each marked part of the pages.
type Texts = HashMap<(ObjectId, i64), String>;

struct Voice<'a> {
    document: &'a Document,
    texts: Texts,
    said: String,
    /// What is not yet said of the line.
    line: String,
    /// How deep the line lies, and how deep the tree is entered.
    line_depth: usize,
    depth: usize,
}

/// The document, a line for each block: its role, and what is said.
pub(crate) fn read_aloud(pdf: &[u8]) -> String {
    let document = Document::load_mem(pdf).unwrap();
    let texts = document.page_iter().flat_map(|page| texts_of_page(&document, page)).collect();
    let mut voice =
        Voice { document: &document, texts, said: String::new(), line: String::new(), line_depth: 0, depth: 0 };
    let root = document.catalog().unwrap().get_deref(b"StructTreeRoot", &document).unwrap().as_dict().unwrap();
    voice.kids(root, None);
    voice.end_line();
    voice.said
}

fn texts_of_page(document: &Document, page: ObjectId) -> Texts {
    let fonts = document.get_page_fonts(page).unwrap();
    let encodings: HashMap<&[u8], Encoding<'_>> =
        fonts.iter().map(|(name, font)| (name.as_slice(), font.get_font_encoding(document).unwrap())).collect();
    let mut texts = Texts::new();
    // What each open mark says: a part of the page, or nothing.
    let mut marks: Vec<(Option<i64>, bool)> = Vec::new();
    let mut font: &[u8] = b"";
    let content = Content::decode(&document.get_page_content(page)).unwrap();
    for operation in &content.operations {
        let operands = &operation.operands;
        match operation.operator.as_str() {
            "BMC" | "BDC" => {
                let (part, is_silent) = marks.last().copied().unwrap_or((None, true));
                let properties = operands.get(1).and_then(|properties| properties.as_dict().ok());
                let number = properties.and_then(|it| it.get(b"MCID").ok()).and_then(|id| id.as_i64().ok());
                let (part, mut is_silent) = if number.is_some() { (number, false) } else { (part, is_silent) };
                if operands.first().and_then(|tag| tag.as_name().ok()) == Some(b"Artifact") {
                    is_silent = true;
                }
                let words = properties.and_then(|it| it.get(b"ActualText").ok());
                if let (Some(words), Some(part), false) = (words, part, is_silent) {
                    let words = lopdf::decode_text_string(words).unwrap();
                    texts.entry((page, part)).or_default().push_str(&words);
                    is_silent = true;
                }
                marks.push((part, is_silent));
            }
            "EMC" => drop(marks.pop()),
            "Tf" => font = operands[0].as_name().unwrap(),
            "Tj" | "TJ" => {
                let Some((Some(part), false)) = marks.last().copied() else { continue };
                let shown = match &operands[0] {
                    Object::Array(pieces) => pieces.as_slice(),
                    one => std::slice::from_ref(one),
                };
                let text = texts.entry((page, part)).or_default();
                for bytes in shown.iter().filter_map(|piece| piece.as_str().ok()) {
                    text.push_str(&Document::decode_text(&encodings[font], bytes).unwrap());
                }
            }
            _ => {}
        }
    }
    texts
}

impl Voice<'_> {
    fn kids(&mut self, element: &Dictionary, page: Option<ObjectId>) {
        let Ok(kids) = element.get_deref(b"K", self.document) else { return };
        match kids {
            Object::Array(kids) => kids.iter().for_each(|kid| self.kid(kid, page)),
            one => self.kid(one, page),
        }
    }

    fn kid(&mut self, kid: &Object, page: Option<ObjectId>) {
        match self.document.dereference(kid).unwrap().1 {
            Object::Integer(part) => self.part(page, *part),
            Object::Dictionary(kid) if kid.has_type(b"MCR") => {
                let page = kid.get(b"Pg").and_then(Object::as_reference).ok().or(page);
                self.part(page, kid.get(b"MCID").unwrap().as_i64().unwrap());
            }
            Object::Dictionary(kid) if kid.has(b"S") => self.element(kid, page),
            _ => {}
        }
    }

    fn part(&mut self, page: Option<ObjectId>, part: i64) {
        if let Some(text) = self.texts.get(&(page.unwrap(), part)).cloned() {
            self.say(&text);
        }
    }

    fn say(&mut self, text: &str) {
        if self.line.is_empty() {
            self.line_depth = self.depth;
        }
        self.line.push_str(text);
    }

    fn element(&mut self, element: &Dictionary, page: Option<ObjectId>) {
        let page = element.get(b"Pg").and_then(Object::as_reference).ok().or(page);
        let role = String::from_utf8_lossy(element.get(b"S").unwrap().as_name().unwrap()).into_owned();
        let words = element.get(b"Alt").ok().map(|words| lopdf::decode_text_string(words).unwrap());
        match role.as_str() {
            // They mean nothing by themselves.
            "Document" | "Div" | "NonStruct" | "Part" => {
                self.end_line();
                self.kids(element, page);
                self.end_line();
            }
            "Span" | "Strong" | "Em" | "Link" | "Lbl" | "LBody" | "Reference" => self.kids(element, page),
            "Figure" => self.say(&format!("[{}]", words.unwrap_or_default())),
            role => {
                self.end_line();
                let scope = self.scope(element).map(|scope| format!(" ({scope})")).unwrap_or_default();
                self.say(&format!("{role}{scope}: "));
                let has_own_line = ["L", "Table", "TR", "THead", "TBody", "TFoot", "TOC"].contains(&role);
                if has_own_line {
                    self.end_line();
                }
                self.depth += 1;
                self.kids(element, page);
                self.end_line();
                self.depth -= 1;
            }
        }
    }

    /// What a head of a table is the head of.
    fn scope(&self, element: &Dictionary) -> Option<String> {
        let attributes = match element.get_deref(b"A", self.document).ok()? {
            Object::Array(attributes) => attributes.clone(),
            one => vec![one.clone()],
        };
        let dictionaries =
            attributes.iter().filter_map(|one| self.document.dereference(one).ok()?.1.as_dict().ok().cloned());
        let scope = dictionaries.into_iter().find_map(|attributes| Some(attributes.get(b"Scope").ok()?.clone()))?;
        Some(String::from_utf8_lossy(scope.as_name().ok()?).into_owned())
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        if !line.trim().is_empty() {
            writeln!(self.said, "{}{}", "  ".repeat(self.line_depth), line.trim_end().replace('\u{ad}', "")).unwrap();
        }
    }
}

#[test]
fn blank_forms_and_examples_are_heard_as_agreed() {
    for art in Art::ALL {
        for (name, vereinbarung) in [("vordruck", Vereinbarung::blank(*art)), ("beispiel", example_of(art.as_str()))] {
            let heard = read_aloud(&render(&vereinbarung, &RenderOptions::default()).pdf);
            check_reference(&format!("tests/references/{art}/{name}.vorgelesen.txt"), &heard);
        }
    }
}

#[test]
fn the_report_is_heard_as_agreed() {
    let heard = read_aloud(&auswertung::report_of_few());
    check_reference("tests/references/auswertung/bericht.vorgelesen.txt", &heard);
    assert!(!heard.contains("[]"), "a silent picture");
    // Two words that are one where nobody sees the end of a line: `TrägergesprächErgebnis`, `3Vereinbarungen`.
    let run_together = |two: &[char]| two[1].is_uppercase() && (two[0].is_lowercase() || two[0].is_ascii_digit());
    let words: Vec<&str> = heard.split_whitespace().filter(|word| !word.contains(['/', '.', '-'])).collect();
    let together: Vec<&&str> =
        words.iter().filter(|word| word.chars().collect::<Vec<_>>().windows(2).any(run_together)).collect();
    assert!(together.iter().all(|word| word.contains("gGmbH")), "{together:?}");
    assert_eq!(heard.lines().filter(|line| line.trim_start().starts_with("H1: ")).count(), 1);
}

/// A picture without words would be a blank or a box that nobody hears.
#[test]
fn nothing_is_silent_and_there_is_one_title() {
    for (name, vereinbarung) in all() {
        let options = RenderOptions { ausfuellhilfe: Ausfuellhilfe::Angehaengt, ..RenderOptions::default() };
        let heard = read_aloud(&render(&vereinbarung, &options).pdf);
        assert!(!heard.contains("[]"), "{name}");
        if name.starts_with(Art::Qualitaetsentwicklungsvereinbarung.as_str()) {
            let titles = heard.lines().filter(|line| line.trim_start().starts_with("H1: ")).count();
            assert_eq!(titles, 1, "{name}");
        }
    }
}
