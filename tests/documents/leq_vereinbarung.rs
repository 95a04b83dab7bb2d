//! The LEQ-Vereinbarung: what a contract must be, besides what its references show.

use vereinbar::{Art, RenderOptions, Vereinbarung, calculate};
use vereinbar_tests::check_json_reference;

use crate::documents::check;
use crate::support::{LEQ, example_of, fixture_of, plain_text, render, renderer, squeezed};

fn blank() -> Vereinbarung {
    Vereinbarung::blank(Art::LeqVereinbarung)
}

fn text_of(vereinbarung: &Vereinbarung) -> String {
    plain_text(&render(vereinbarung, &RenderOptions::default()).pdf)
}

#[test]
fn contracts_read_as_agreed() {
    for (name, vereinbarung) in [
        ("halb_ausgefuellt", fixture_of(LEQ, "halb_ausgefuellt")),
        ("fachleistungsstunde", fixture_of(LEQ, "vollstaendig_77_fachleistungsstunde")),
        ("nur_entgelt", fixture_of(LEQ, "vollstaendig_nur_entgelt_mit_bezug")),
    ] {
        check(name, &vereinbarung, &RenderOptions::default());
    }
}

/// The calculation beside the example is what the official compiler prints.
#[test]
fn calculation_of_the_example_is_up_to_date() {
    let Vereinbarung::LeqVereinbarung(example) = example_of(LEQ) else { unreachable!() };
    let berechnung = serde_json::to_value(calculate(&example)).unwrap();
    check_json_reference("templates/leq_vereinbarung/berechnung.json", &berechnung);
}

#[test]
fn example_has_the_entgelt_of_s1_and_the_length_of_a_contract() {
    let rendered = render(&example_of(LEQ), &RenderOptions::default());
    assert!((10..=20).contains(&rendered.pages), "{} pages", rendered.pages);
    let text = plain_text(&rendered.pdf);
    for figure in ["163,14", "14,25", "177,39", "141,91", "3.120,75", "509.115,00", "44.480,00"] {
        assert!(text.contains(figure), "{figure}");
    }
}

/// Seed B: three parts in this order, the Entgelt last on purpose, and their topics.
#[test]
fn parts_and_topics_stand_in_their_order() {
    for vereinbarung in [blank(), example_of(LEQ)] {
        let text = squeezed(&text_of(&vereinbarung));
        let mut from = text.find(&squeezed("Inhalt")).unwrap();
        // The contents name them all, and so does the contract itself.
        for _ in 0..2 {
            for topic in [
                "Leistungsvereinbarung",
                "Hilfeplanung und Gestaltung des Hilfeprozesses",
                "Abgrenzung des Leistungs- und Gefährdungsbereiches",
                "Qualitätsentwicklungsvereinbarung",
                "Trägergespräche zur Qualitätsentwicklung und -bewertung",
                "Schaffung von Rahmenbedingungen",
                "Entgeltvereinbarung",
                "Anpassung des Entgelts",
            ] {
                let found = text[from..].find(&squeezed(topic));
                from += found.unwrap_or_else(|| panic!("{topic} is missing, or not in its place"));
            }
        }
    }
}

#[test]
fn every_page_counts_and_all_but_the_first_name_the_aktenzeichen() {
    let rendered = render(&example_of(LEQ), &RenderOptions::default());
    let text = plain_text(&rendered.pdf);
    for (index, page) in text.trim_end_matches('\u{c}').split('\u{c}').enumerate() {
        assert!(page.contains(&format!("Seite {} von {}", index + 1, rendered.pages)), "{page}");
        assert!(page.contains("51.30-LEQ-2027-007"), "page {}: {page}", index + 1);
    }
}

#[test]
fn gaps_are_room_to_write_in_every_state() {
    let half = text_of(&fixture_of(LEQ, "halb_ausgefuellt"));
    for heading in ["Leistungsvereinbarung", "Qualitätsentwicklungsvereinbarung", "Entgeltvereinbarung", "Anlage K"] {
        assert!(half.contains(heading), "{heading}");
    }
    assert!(renderer().render(&blank(), &RenderOptions::default()).unwrap().findings.is_empty());
}
