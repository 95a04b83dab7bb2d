//! The forms as text, in reading order: what a caseworker can review in a diff.

use vereinbar::{Art, Ausfuellhilfe, RenderOptions, Vereinbarung};
use vereinbar_tests::{check_reference, root, write};

use crate::support::{ART, example, fixture, output, plain_text, reading_order, render, squeezed};

pub(crate) fn check(name: &str, vereinbarung: &Vereinbarung, options: &RenderOptions) {
    let art = vereinbarung.art();
    let file = output(&format!("{art}-{name}.pdf"));
    write(&file, &render(vereinbarung, options).pdf);
    check_reference(&format!("tests/references/{art}/{name}.txt"), &reading_order(&file));
}

fn blank() -> Vereinbarung {
    Vereinbarung::blank(Art::Qualitaetsentwicklungsvereinbarung)
}

#[test]
fn half_filled_form_reads_as_agreed() {
    check("halb_ausgefuellt", &fixture("halb_ausgefuellt"), &RenderOptions::default());
}

#[test]
fn one_sided_form_reads_as_agreed() {
    check("einseitig", &fixture("einseitig"), &RenderOptions::default());
}

#[test]
fn long_form_reads_as_agreed() {
    let lang = fixture("lang");
    check("lang", &lang, &RenderOptions::default());
    let pages = render(&lang, &RenderOptions::default()).pages;
    assert!((30..60).contains(&pages), "{pages} pages");
}

#[test]
fn ausfuellhilfe_reads_as_agreed() {
    let options = RenderOptions { ausfuellhilfe: Ausfuellhilfe::Allein, ..RenderOptions::default() };
    check("ausfuellhilfe", &blank(), &options);
}

/// Every line of the office's form and of its help stands in the product, in
/// its order. `vordruck.txt` is the source document, line by line; what the
/// form draws as a rule to write on is left out there.
#[test]
fn every_line_of_the_source_document_is_printed_in_order() {
    let options = RenderOptions { ausfuellhilfe: Ausfuellhilfe::Angehaengt, ..RenderOptions::default() };
    let printed = squeezed(&plain_text(&render(&blank(), &options).pdf));
    let source = std::fs::read_to_string(root().join(format!("tests/fixtures/{ART}/vordruck.txt"))).unwrap();
    let mut rest = printed.as_str();
    for line in source.lines().map(squeezed).filter(|line| !line.is_empty()) {
        let found = rest.find(&line).unwrap_or_else(|| panic!("not printed, or not in this place: {line}"));
        rest = &rest[found + line.len()..];
    }
}

/// A title page without its signatures, or signatures without their form, is what nobody wants to get.
#[test]
fn signatures_stay_together_and_are_never_alone() {
    for vereinbarung in [blank(), example(), fixture("lang"), fixture("vollstaendig_mehrere_unterzeichnende")] {
        let pdf = render(&vereinbarung, &RenderOptions::default()).pdf;
        let text = plain_text(&pdf);
        let last = text.trim_end_matches('\u{c}').rsplit('\u{c}').next().unwrap();
        for expected in ["(Ort, Datum)", "(Öffentlicher Jugendhilfeträger)", "(Leistungsträger)"] {
            assert!(last.contains(expected), "{expected} is not on the last page:\n{last}");
        }
        assert!(last.contains("Der Qualitätsdialog wird fortgesetzt am"), "the signatures stand alone:\n{last}");
    }
}

#[test]
fn every_page_names_title_aktenzeichen_and_number() {
    let rendered = render(&fixture("lang"), &RenderOptions::default());
    let text = plain_text(&rendered.pdf);
    for (index, page) in text.trim_end_matches('\u{c}').split('\u{c}').enumerate() {
        let number = format!("Seite {} von {}", index + 1, rendered.pages);
        assert!(page.contains(&number), "page {}: {page}", index + 1);
        let footer = "Qualitätsentwicklungsvereinbarung · Aktenzeichen 51.2-QE-015/2027";
        assert!(page.split_whitespace().collect::<Vec<_>>().join(" ").contains(footer), "page {}: {page}", index + 1);
    }
}
