//! A few pages as pictures: what text cannot show.

use std::fs;

use vereinbar::{Art, PageSelection, RenderOptions, Vereinbarung};
use vereinbar_tests::{fail, root, updates, write, write_reference};

use crate::picture::Picture;
use crate::support::{LEQ, example, example_of, fixture, output, renderer};

/// Small, so that the references stay small; enough to see a page fall apart.
const PPI: f32 = 40.0;
/// Machines may round a pixel of an edge differently; more is a change.
const DIFFERING_PIXELS: f64 = 0.001;
/// What a reference may take in the repository.
const MAX_BYTES: usize = 20 * 1024;

fn picture(vereinbarung: &Vereinbarung, page: usize) -> Picture {
    let pages = renderer().preview(vereinbarung, &RenderOptions::default(), &PageSelection::page(page), PPI).unwrap();
    Picture::read(&pages[0].bytes).unwrap()
}

pub(crate) fn check(name: &str, vereinbarung: &Vereinbarung, page: usize) {
    let art = vereinbarung.art();
    let path = format!("tests/references/{art}/{name}-{page}.png");
    let actual = picture(vereinbarung, page);
    let small = actual.reduced();
    assert!(small.len() <= MAX_BYTES, "{path}: {} bytes", small.len());
    if updates() {
        write_reference(&path, &small);
        return;
    }
    write(&output(&format!("{art}-{name}-{page}.png")), &small);
    let expected = Picture::read(&fs::read(root().join(&path)).unwrap_or_default());
    // All of it where there is nothing to compare with.
    let share = expected.map_or(1.0, |expected| actual.differing(&expected));
    if share > DIFFERING_PIXELS {
        let percent = share * 100.0;
        fail(&path, &format!("{percent:.1} % of the pixels; now: build/documents/{art}-{name}-{page}.png"));
    }
}

/// A small reference still shows what a caseworker would notice.
#[test]
fn a_shifted_line_and_another_colour_are_seen() {
    for vereinbarung in [example(), example_of(LEQ)] {
        let page = picture(&vereinbarung, 1);
        let reference = Picture::read(&page.reduced()).unwrap();
        assert!(page.differing(&reference) == 0.0, "a page is like its reference");
        let shifted = page.with_lines_shifted();
        assert!(shifted.len() > 5, "{} lines", shifted.len());
        for page in shifted {
            let share = page.differing(&reference);
            assert!(share > DIFFERING_PIXELS, "{share}");
        }
        assert!(page.in_black_and_white().differing(&reference) > DIFFERING_PIXELS);
    }
}

#[test]
fn blank_form_looks_as_agreed() {
    let blank = Vereinbarung::blank(Art::Qualitaetsentwicklungsvereinbarung);
    for page in 2..=3 {
        check("vordruck", &blank, page);
    }
}

#[test]
fn complete_form_looks_as_agreed() {
    check("beispiel", &example(), 2);
}

#[test]
fn long_form_looks_as_agreed() {
    check("lang", &fixture("lang"), 2);
}

#[test]
fn long_names_look_as_agreed() {
    check("lange_namen", &fixture("lange_namen"), 1);
}

/// A part with tables, the Entgelt and the way of its calculation.
#[test]
fn contract_looks_as_agreed() {
    for page in [4, 10, 13] {
        check("beispiel", &example_of(LEQ), page);
    }
    check("vordruck", &Vereinbarung::blank(Art::LeqVereinbarung), 3);
}
