//! The LEQ-Vereinbarung: what a contract must be, besides what its references show.

use serde_json::Value;
use vereinbar::schema::{Kind, Node};
use vereinbar::{Art, RenderOptions, Vereinbarung, calculate, extract};
use vereinbar_tests::{check_json_reference, check_reference, write};

use crate::support::{
    LEQ, all_of, example_of, fixture_of, output, plain_text, reading_order, render, renderer, run, squeezed,
    tagged_text,
};

fn blank() -> Vereinbarung {
    Vereinbarung::blank(Art::LeqVereinbarung)
}

fn text_of(vereinbarung: &Vereinbarung) -> String {
    plain_text(&render(vereinbarung, &RenderOptions::default()).pdf)
}

#[test]
fn contracts_read_as_agreed() {
    for (name, vereinbarung) in [
        ("vordruck", blank()),
        ("beispiel", example_of(LEQ)),
        ("halb_ausgefuellt", fixture_of(LEQ, "halb_ausgefuellt")),
        ("fachleistungsstunde", fixture_of(LEQ, "vollstaendig_77_fachleistungsstunde")),
        ("nur_entgelt", fixture_of(LEQ, "vollstaendig_nur_entgelt_mit_bezug")),
    ] {
        let file = output(&format!("leq-{name}.pdf"));
        write(&file, &render(&vereinbarung, &RenderOptions::default()).pdf);
        check_reference(&format!("tests/references/{LEQ}/{name}.txt"), &reading_order(&file));
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

#[test]
fn each_contract_of_a_collection_has_the_pages_of_its_own_document() {
    let several = [example_of(LEQ), blank(), fixture_of(LEQ, "vollstaendig_pauschalen")];
    let options = RenderOptions::default();
    let layout = |pdf: &[u8]| {
        let file = output("leq-sammlung.pdf");
        write(&file, pdf);
        run("pdftotext".as_ref(), &["-layout", file.to_str().unwrap(), "-"])
    };
    let alone: String = several.iter().map(|v| layout(&render(v, &options).pdf)).collect();
    let collection = renderer().render_collection(&several, &options).unwrap();
    assert_eq!(collection.template_warnings, []);
    assert_eq!(layout(&collection.pdf), alone);
}

#[test]
fn every_contract_reads_back() {
    for (name, vereinbarung) in all_of(LEQ) {
        let pdf = render(&vereinbarung, &RenderOptions::default()).pdf;
        assert_eq!(extract(&pdf).unwrap(), vereinbarung, "{name}");
    }
}

/// A value with the text in every field that takes one.
fn everywhere(node: Node, text: &str) -> Option<Value> {
    match node.kind() {
        Kind::Code => node.codes().next().map(Value::from),
        Kind::Object => {
            // A Maßstab has a code or words of its own.
            let fields = node.properties().filter(|(key, _)| *key != "code");
            let filled = fields.filter_map(|(key, field)| Some((key.to_owned(), everywhere(field, text)?)));
            Some(Value::Object(filled.collect()))
        }
        Kind::List => Some(Value::Array(vec![everywhere(node.item()?, text)?])),
        Kind::Text | Kind::Plz => Some(text.into()),
        // Dates and amounts have a form of their own, numbers a sum.
        _ => None,
    }
}

/// How often the text stands in the data. The checksum of a file is no text of the contract.
fn places(value: &Value, text: &str) -> usize {
    match value {
        Value::String(found) => usize::from(found == text),
        Value::Array(entries) => entries.iter().map(|entry| places(entry, text)).sum(),
        Value::Object(fields) => fields.values().map(|field| places(field, text)).sum(),
        _ => 0,
    }
}

#[test]
fn every_text_of_the_data_is_printed_as_it_is_typed() {
    let text = "#a*_[$\"<x>";
    let value = everywhere(Node::root(Art::LeqVereinbarung), text).unwrap();
    let vereinbarung = vereinbar::parse(&value.to_string()).unwrap();
    let pdf = render(&vereinbarung, &RenderOptions::default()).pdf;
    let printed = tagged_text(&pdf);
    let found = printed.matches(&squeezed(text)).count();
    assert!(found >= places(&value, text), "{found} of {} in:\n{printed}", places(&value, text));
}
