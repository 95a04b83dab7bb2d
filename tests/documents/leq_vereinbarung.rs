//! The LEQ-Vereinbarung: what a contract must be, besides what its references show.

use vereinbar::{Art, RenderOptions, Vereinbarung, calculate, parse};
use vereinbar_tests::check_json_reference;

use crate::blanks::blanks;
use crate::documents::check;
use crate::support::{LEQ, example_of, fixture_of, plain_text, render, renderer, squeezed};

/// What seed B names, in its order.
const TOPICS: &[&str] = &[
    "Teil I – Leistungsvereinbarung",
    "Hilfeplanung und Gestaltung des Hilfeprozesses",
    "Abgrenzung des Leistungs- und Gefährdungsbereiches",
    "Teil II – Qualitätsentwicklungsvereinbarung",
    "Trägergespräche zur Qualitätsentwicklung und -bewertung",
    "Schaffung von Rahmenbedingungen",
    "Teil III – Entgeltvereinbarung",
    "Anpassung des Entgelts",
];

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
        let mut from = 0;
        for topic in TOPICS {
            let found = text[from..].find(&squeezed(topic));
            from += found.unwrap_or_else(|| panic!("{topic} is missing, or not in its place"));
        }
    }
}

/// A long contract has contents, which name them all before the contract itself does.
#[test]
fn contents_are_worth_a_page_only_in_a_long_contract() {
    for short in [example_of(LEQ), fixture_of(LEQ, "vollstaendig_nur_entgelt_mit_bezug")] {
        assert!(!text_of(&short).lines().any(|line| line.trim() == "Inhalt"));
    }
    let text = squeezed(&text_of(&fixture_of(LEQ, "lang")));
    let mut from = text.find(&squeezed("Inhalt")).unwrap();
    for topic in TOPICS.iter().chain(TOPICS) {
        let found = text[from..].find(&squeezed(topic));
        from += found.unwrap_or_else(|| panic!("{topic} is missing, or not in its place"));
    }
}

/// Whether there are contents depends on the pages, and the pages on the contents: `render` fails
/// where that does not settle.
#[test]
fn contents_are_there_or_not_at_whatever_length() {
    let (mut with, mut without) = (0, 0);
    for lines in (0..60).step_by(12) {
        for further in [40, 80, 120] {
            let mut value = serde_json::to_value(blank()).unwrap();
            value["praeambel"] = vec!["Zeile"; lines].into();
            value["leistungsvereinbarung"]["datenschutz"] = "Zeile\n".repeat(further).trim().into();
            let text = text_of(&parse(&value.to_string()).unwrap());
            let has_contents = text.lines().any(|line| line.trim() == "Inhalt");
            *if has_contents { &mut with } else { &mut without } += 1;
        }
    }
    assert!(with > 0 && without > 0, "{with} with contents, {without} without");
}

/// The yearly case: the Entgelt anew, the other parts stay in force.
#[test]
fn an_agreement_of_the_entgelt_alone_is_short() {
    let rendered = render(&fixture_of(LEQ, "vollstaendig_nur_entgelt_mit_bezug"), &RenderOptions::default());
    assert!(rendered.pages <= 3, "{} pages", rendered.pages);
    let text = plain_text(&rendered.pdf);
    assert_eq!(text.lines().next().map(str::trim), Some("Entgeltvereinbarung"));
    let squeezed_text = squeezed(&text);
    let still = "Die Leistungsvereinbarung vom 10.12.2025 und die Qualitätsentwicklungsvereinbarung vom 10.12.2025 gelten weiter.";
    assert!(squeezed_text.contains(&squeezed(still)));
    for absent in ["Präambel", "Ziel und Aufbau", "entfällt", "Teil I –", "Teil II –"] {
        assert!(!text.contains(absent), "{absent}");
    }
}

/// Each party signs at its place and on its day, and the sentence above says what a contract is.
#[test]
fn each_party_signs_for_itself() {
    let text = squeezed(&text_of(&example_of(LEQ)));
    for words in [
        "wird auf der Grundlage des § 78b SGB VIII folgende Vereinbarung geschlossen:",
        "Für den öffentlichen Träger der Jugendhilfe",
        "Für den Träger der Einrichtung",
        "Musterstadt, 01.12.2026",
        "Musterdorf, 03.12.2026",
    ] {
        assert!(text.contains(&squeezed(words)), "{words}");
    }
    let both = text_of(&fixture_of(LEQ, "vollstaendig_beide_rechtsgrundlagen"));
    let both = squeezed(&both);
    assert!(both.contains(&squeezed("auf der Grundlage des § 77 SGB VIII und des § 78b SGB VIII")));
    assert!(both.contains(&squeezed("nein, zur Erläuterung")));
}

/// At its foot; and all but the first say at their head which part they belong to.
#[test]
fn every_page_counts_and_names_the_aktenzeichen_and_all_but_the_first_their_part() {
    let rendered = render(&example_of(LEQ), &RenderOptions::default());
    let text = plain_text(&rendered.pdf);
    let pages: Vec<&str> = text.trim_end_matches('\u{c}').split('\u{c}').collect();
    assert_eq!(pages.len(), rendered.pages);
    for (number, page) in (1..).zip(pages) {
        let foot = format!("· Aktenzeichen 51.30-LEQ-2027-007 Seite {number} von {}", rendered.pages);
        assert!(page.lines().any(|line| line.ends_with(&foot)), "page {number}: {page}");
        let is_head = |line: &str| {
            let part = line.strip_prefix("Aktenzeichen 51.30-LEQ-2027-007 ");
            part.is_some_and(|part| ["Teil I", "Schluss", "Anlage"].iter().any(|start| part.starts_with(start)))
        };
        assert_eq!(page.lines().any(is_head), number > 1, "page {number}: {page}");
    }
}

/// And none is where something stands.
#[test]
fn gaps_are_room_to_write_in_a_blank_contract_and_in_one_that_is_filled_half() {
    let half = fixture_of(LEQ, "halb_ausgefuellt");
    let [of_blank, of_half] = [&blank(), &half].map(|contract| blanks(contract, false));
    for gap in ["/einrichtung/anschrift", "/leistungsvereinbarung/sachausstattung", "/entgeltvereinbarung/abrechnung"] {
        assert!(of_blank.contains(gap) && of_half.contains(gap), "{gap}: {of_half:?}");
    }
    for filled in ["/traeger/name", "/einrichtung/name"] {
        assert!(of_blank.contains(filled) && !of_half.contains(filled), "{filled}: {of_blank:?}");
    }
}

#[test]
fn a_contract_that_is_filled_half_has_all_its_parts_and_a_blank_one_has_no_findings() {
    let half = text_of(&fixture_of(LEQ, "halb_ausgefuellt"));
    for heading in ["Leistungsvereinbarung", "Qualitätsentwicklungsvereinbarung", "Entgeltvereinbarung", "Anlage K"] {
        assert!(half.contains(heading), "{heading}");
    }
    assert!(renderer().render(&blank(), &RenderOptions::default()).unwrap().findings.is_empty());
}
