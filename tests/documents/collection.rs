//! Many agreements in one file: the pages of each are those of its own document.

use vereinbar::{Art, CollectionOptions, RenderError, RenderOptions, Vereinbarung, parse};
use vereinbar_tests::write;

use crate::support::{example, fixture, fixture_of, output, render, renderer, run};

fn text(name: &str, pdf: &[u8]) -> String {
    let file = output(&format!("sammlung/{name}.pdf"));
    write(&file, pdf);
    run("pdftotext".as_ref(), &["-layout", file.to_str().unwrap(), "-"])
}

#[test]
fn each_agreement_has_the_pages_of_its_own_document() {
    let several = [example(), Vereinbarung::blank(Art::Qualitaetsentwicklungsvereinbarung), fixture("lang"), example()];
    let options = RenderOptions::default();
    let alone: Vec<String> =
        several.iter().enumerate().map(|(i, v)| text(&i.to_string(), &render(v, &options).pdf)).collect();
    let collection = renderer().render_collection(&several, &options.into()).unwrap();
    assert_eq!(collection.template_warnings, []);
    assert!(collection.pdf.ends_with(b"%%EOF\n"));
    assert_eq!(text("alle", &collection.pdf), alone.concat());
}

/// For both sides of the paper an empty page is put in, with nothing on it that could be
/// taken for a page of the agreement before it.
#[test]
fn for_both_sides_of_the_paper_each_agreement_begins_on_an_odd_page() {
    const END_OF_PAGE: char = '\u{c}';
    for (art, name) in [
        (Art::Qualitaetsentwicklungsvereinbarung, "vollstaendig_mit_zeiten_in_worten"),
        (Art::LeqVereinbarung, "vollstaendig_nur_entgelt_mit_bezug"),
    ] {
        let several = [fixture_of(art.as_str(), name), Vereinbarung::blank(art), fixture_of(art.as_str(), name)];
        let of_its_own = |(i, vereinbarung): (usize, &Vereinbarung)| {
            let text = text(&format!("{art}-{i}"), &render(vereinbarung, &RenderOptions::default()).pdf);
            let is_last = i + 1 == several.len();
            let odd = text.matches(END_OF_PAGE).count() % 2 == 1;
            if odd && !is_last { text + &END_OF_PAGE.to_string() } else { text }
        };
        let expected: String = several.iter().enumerate().map(of_its_own).collect();
        let options = CollectionOptions { duplex: true, ..CollectionOptions::default() };
        let collection = renderer().render_collection(&several, &options).unwrap();
        let pages = expected.matches(END_OF_PAGE).count();
        assert_eq!(collection.pages, pages, "{art}");
        assert_eq!(text(&format!("{art}-beidseitig"), &collection.pdf), expected, "{art}");
        let plain = renderer().render_collection(&several, &CollectionOptions::default()).unwrap();
        assert!(plain.pages < pages, "{art}: the fixtures have an odd number of pages");
    }
}

#[test]
fn each_agreement_has_its_bookmark_and_its_data() {
    let several = [example(), fixture("halb_ausgefuellt")];
    let collection = renderer().render_collection(&several, &CollectionOptions::default()).unwrap();
    let file = output("sammlung/lesezeichen.pdf");
    write(&file, &collection.pdf);
    let outline = run("pdftohtml".as_ref(), &["-xml", "-stdout", "-i", file.to_str().unwrap()]);
    // The second begins behind the pages of the first.
    let second = render(&several[0], &RenderOptions::default()).pages + 1;
    for page in [1, second] {
        let name = "Beispielträger Jugendhilfe gGmbH – Qualitätsentwicklungsvereinbarung";
        let wanted = format!("<item page=\"{page}\">{name}</item>");
        assert!(outline.contains(&wanted), "{wanted}: {outline}");
    }
    for (number, vereinbarung) in (1..).zip(&several) {
        let data = output(&format!("sammlung/{number}.json"));
        let arguments = ["-save", &number.to_string(), "-o", data.to_str().unwrap(), file.to_str().unwrap()];
        run("pdfdetach".as_ref(), &arguments);
        assert_eq!(&parse(&std::fs::read_to_string(&data).unwrap()).unwrap(), vereinbarung);
    }
    let names = run("pdfdetach".as_ref(), &["-list", file.to_str().unwrap()]);
    assert!(names.contains("vereinbarung-0001.json") && names.contains("vereinbarung-0002.json"), "{names}");
}

#[test]
fn a_collection_of_nothing_is_refused() {
    let error = renderer().render_collection(&[] as &[Vereinbarung], &CollectionOptions::default()).unwrap_err();
    assert!(matches!(error, RenderError::Collection));
}
