//! What holds for every kind of agreement, for those to come as well.

use vereinbar::{Art, RenderOptions, Vereinbarung, extract, parse};

use crate::documents::check;
use crate::images;
use crate::literal::{everywhere, places};
use crate::support::{all, example_of, output, render, renderer, run, squeezed, tagged_text};
use vereinbar_tests::write;

/// The blank form and the example.
fn both(art: Art) -> [(&'static str, Vereinbarung); 2] {
    [("vordruck", Vereinbarung::blank(art)), ("beispiel", example_of(art.as_str()))]
}

#[test]
fn blank_form_and_example_read_as_agreed() {
    for (name, vereinbarung) in Art::ALL.iter().flat_map(|art| both(*art)) {
        check(name, &vereinbarung, &RenderOptions::default());
    }
}

#[test]
fn first_page_of_blank_form_and_example_looks_as_agreed() {
    for (name, vereinbarung) in Art::ALL.iter().flat_map(|art| both(*art)) {
        images::check(name, &vereinbarung, 1);
    }
}

#[test]
fn every_document_reads_back() {
    for (name, vereinbarung) in all() {
        let pdf = render(&vereinbarung, &RenderOptions::default()).pdf;
        assert_eq!(extract(&pdf).unwrap(), vereinbarung, "{name}");
    }
}

#[test]
fn each_agreement_of_a_collection_has_the_pages_of_its_own_document() {
    let options = RenderOptions::default();
    for art in Art::ALL {
        let several = both(*art).map(|(_, vereinbarung)| vereinbarung);
        let layout = |pdf: &[u8]| {
            let file = output(&format!("sammlung/{art}.pdf"));
            write(&file, pdf);
            run("pdftotext".as_ref(), &["-layout", file.to_str().unwrap(), "-"])
        };
        let alone: String = several.iter().map(|v| layout(&render(v, &options).pdf)).collect();
        let collection = renderer().render_collection(&several, &options.clone().into()).unwrap();
        assert_eq!(collection.template_warnings, []);
        assert_eq!(layout(&collection.pdf), alone);
    }
}

#[test]
fn every_text_of_the_data_is_printed_as_it_is_typed() {
    let text = "#a*_[$\"<x>";
    for art in Art::ALL {
        let value = everywhere(*art, text);
        let vereinbarung = parse(&value.to_string()).unwrap();
        let printed = tagged_text(&render(&vereinbarung, &RenderOptions::default()).pdf);
        let found = printed.matches(&squeezed(text)).count();
        assert!(found >= places(&value, text), "{art}: {found} of {} in:\n{printed}", places(&value, text));
    }
}
