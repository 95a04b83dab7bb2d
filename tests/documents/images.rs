//! A few pages as pictures: what text cannot show.

use std::io::Cursor;

use vereinbar::{Art, PageSelection, RenderOptions, Vereinbarung};
use vereinbar_tests::{panic_with, root, updates, write};

use crate::support::{LEQ, example, example_of, fixture, output, renderer};

/// Small, so that the references stay small; enough to see a page fall apart.
const PPI: f32 = 40.0;
/// Machines may round a pixel of an edge differently; more is a change.
const DIFFERING_PIXELS: f64 = 0.002;

pub(crate) fn check(name: &str, vereinbarung: &Vereinbarung, page: usize) {
    let art = vereinbarung.art();
    let pages = renderer().preview(vereinbarung, &RenderOptions::default(), &PageSelection::page(page), PPI).unwrap();
    let path = format!("tests/references/{art}/{name}-{page}.png");
    let actual = &pages[0].bytes;
    if updates() {
        write(&root().join(path), actual);
        return;
    }
    write(&output(&format!("{art}-{name}-{page}.png")), actual);
    let expected = std::fs::read(root().join(&path)).unwrap_or_default();
    if expected != *actual {
        let share = differing_share(&expected, actual);
        if share > DIFFERING_PIXELS {
            panic_with(
                &path,
                &format!("{:.1} % of the pixels; now: build/documents/{art}-{name}-{page}.png", share * 100.0),
            );
        }
    }
}

/// The share of pixels that differ visibly; all of them where the sizes do.
fn differing_share(expected: &[u8], actual: &[u8]) -> f64 {
    match (decode(expected), decode(actual)) {
        (Some((size, a)), Some((other, b))) if size == other && a.len() == b.len() => {
            let differing = a.iter().zip(&b).filter(|(a, b)| a.abs_diff(**b) > 24).count();
            differing as f64 / a.len() as f64
        }
        _ => 1.0,
    }
}

fn decode(bytes: &[u8]) -> Option<((u32, u32), Vec<u8>)> {
    let mut reader = png::Decoder::new(Cursor::new(bytes)).read_info().ok()?;
    let mut pixels = vec![0; reader.output_buffer_size()?];
    let info = reader.next_frame(&mut pixels).ok()?;
    pixels.truncate(info.buffer_size());
    Some(((info.width, info.height), pixels))
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
