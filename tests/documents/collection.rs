//! Many agreements in one file: the pages of each are those of its own document.

use vereinbar::{Art, RenderError, RenderOptions, Vereinbarung, parse};
use vereinbar_tests::write;

use crate::support::{example, fixture, output, render, renderer, run};

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
    let collection = renderer().render_collection(&several, &options).unwrap();
    assert_eq!(collection.template_warnings, []);
    assert!(collection.pdf.ends_with(b"%%EOF\n"));
    assert_eq!(text("alle", &collection.pdf), alone.concat());
}

#[test]
fn each_agreement_has_its_bookmark_and_its_data() {
    let several = [example(), fixture("halb_ausgefuellt")];
    let collection = renderer().render_collection(&several, &RenderOptions::default()).unwrap();
    let file = output("sammlung/lesezeichen.pdf");
    write(&file, &collection.pdf);
    let outline = run("pdftohtml".as_ref(), &["-xml", "-stdout", "-i", file.to_str().unwrap()]);
    let wanted = "<item page=\"1\">Beispielträger Jugendhilfe gGmbH – Qualitätsentwicklungsvereinbarung</item>";
    assert!(outline.contains(wanted), "{outline}");
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
    let error = renderer().render_collection(&[] as &[Vereinbarung], &RenderOptions::default()).unwrap_err();
    assert!(matches!(error, RenderError::Collection));
}
