//! What is printed beside the fields.

use lopdf::{Document, Object};

use super::fields::get;
use super::support::{fillable, save};
use crate::support::{ART, LEQ, all, fixture_of, run};

/// From left, top, right and bottom, from the top of the page, in points.
#[derive(Debug, Clone, Copy)]
struct Place {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Place {
    fn is_beside(self, other: Self) -> bool {
        self.right <= other.left || other.right <= self.left
    }

    fn has_within(self, x: f64, y: f64) -> bool {
        (self.left..self.right).contains(&x) && (self.top..self.bottom).contains(&y)
    }
}

/// So much stays free between a word and a field, at least.
const APART: f64 = 3.0;

/// The words of each page, each where its letters are: Noto Sans has room above and below them.
fn words(file: &str) -> Vec<Vec<(String, Place)>> {
    let boxes = run("pdftotext".as_ref(), &["-bbox", file, "-"]);
    let number = |line: &str, name: &str| -> f64 {
        line.split(&format!("{name}=\"")).nth(1).unwrap().split('"').next().unwrap().parse().unwrap()
    };
    let mut pages = Vec::new();
    for line in boxes.lines().map(str::trim) {
        if line.starts_with("<page ") {
            pages.push(Vec::new());
        } else if line.starts_with("<word ") {
            let text = line.split('>').nth(1).unwrap().split('<').next().unwrap().to_owned();
            let (top, bottom) = (number(line, "yMin"), number(line, "yMax"));
            let height = bottom - top;
            let place = Place {
                left: number(line, "xMin"),
                top: top + 0.23 * height,
                right: number(line, "xMax"),
                bottom: bottom - 0.05 * height,
            };
            pages.last_mut().unwrap().push((text, place));
        }
    }
    pages
}

/// The fields for texts of each page, and whether something stands in them.
fn fields(pdf: &[u8]) -> Vec<Vec<(Place, bool)>> {
    let document = Document::load_mem(pdf).unwrap();
    let of_page = |page| {
        let page = document.get_dictionary(page).unwrap();
        let height = numbers(get(&document, page, b"MediaBox").unwrap())[3];
        let annotations = get(&document, page, b"Annots").map_or(&[][..], |list| list.as_array().unwrap());
        let annotations = annotations.iter().map(|one| document.dereference(one).unwrap().1.as_dict().unwrap());
        let texts = annotations
            .filter(|one| get(&document, one, b"FT").is_some_and(|kind| *kind == Object::Name(b"Tx".to_vec())));
        texts
            .map(|field| {
                let rect = numbers(get(&document, field, b"Rect").unwrap());
                let place = Place { left: rect[0], top: height - rect[3], right: rect[2], bottom: height - rect[1] };
                let value = get(&document, field, b"V").map_or(&[][..], |value| value.as_str().unwrap());
                (place, !value.is_empty())
            })
            .collect()
    };
    document.get_pages().into_values().map(of_page).collect()
}

fn numbers(array: &Object) -> Vec<f64> {
    array.as_array().unwrap().iter().map(|number| f64::from(number.as_float().unwrap())).collect()
}

#[test]
fn no_word_touches_a_field_that_is_not_its_own() {
    let (mut contracts, mut near, mut touching) = (0, 0, Vec::new());
    // Of the contract, whose files are large, those that differ most.
    let is_looked_at = |name: &str| {
        let kinds = ["vordruck", "halb_ausgefuellt", "vollstaendig_77_fachleistungsstunde"];
        name.starts_with(ART) && !name.ends_with("-lang") || kinds.iter().any(|kind| name == format!("{LEQ}-{kind}"))
    };
    for (name, vereinbarung) in all().into_iter().filter(|(name, _)| is_looked_at(name)) {
        contracts += usize::from(name.starts_with(LEQ));
        let file = save(&format!("apart-{name}"), &vereinbarung, &fillable());
        let fields = fields(&std::fs::read(&file).unwrap());
        let words = words(file.to_str().unwrap());
        assert_eq!(fields.len(), words.len(), "{name}");
        for (page, (fields, words)) in fields.iter().zip(&words).enumerate() {
            for (field, is_filled) in fields {
                for (word, place) in words {
                    let (x, y) = (f64::midpoint(place.left, place.right), f64::midpoint(place.top, place.bottom));
                    let is_its_own = *is_filled && field.has_within(x, y);
                    let gap = (place.top - field.bottom).max(field.top - place.bottom);
                    if is_its_own || place.is_beside(*field) {
                        continue;
                    }
                    near += usize::from(gap < 4.0 * APART);
                    if gap < APART {
                        touching.push(format!("{name}, page {}: {word} by {gap:.2}", page + 1));
                    }
                }
            }
        }
    }
    assert_eq!(contracts, 3);
    assert!(near > 500, "{near}");
    assert!(touching.is_empty(), "{}", touching.join("\n"));
}

#[test]
fn what_is_printed_in_a_row_is_level_with_its_field() {
    let file = save("apart-row", &fixture_of(LEQ, "halb_ausgefuellt"), &fillable());
    let fields = fields(&std::fs::read(&file).unwrap());
    let pages = words(file.to_str().unwrap());
    for word in ["insgesamt", "Pädagogik"] {
        let found = pages.iter().enumerate().find_map(|(page, words)| {
            let (_, place) = words.iter().find(|(text, _)| text == word)?;
            Some((page, *place))
        });
        let (page, place) = found.unwrap_or_else(|| panic!("{word} is not printed"));
        let is_level = |(field, _): &&(Place, bool)| field.top <= place.top && place.bottom <= field.bottom;
        assert!(fields[page].iter().filter(is_level).count() > 0, "{word}");
    }
}

#[test]
fn a_list_of_boxes_stays_on_one_page() {
    let file = save("apart-boxes", &fixture_of(LEQ, "halb_ausgefuellt"), &fillable());
    let pages = words(file.to_str().unwrap());
    let has = |word: &str| pages.iter().position(|words| words.iter().any(|(text, _)| text == word)).unwrap();
    assert_eq!(has("Jugendwohnen"), has("Vorläufige"));
}
