//! Every document, byte for byte as it was: the table that Python and the command are compared with, too.

use std::collections::BTreeMap;
use std::fs;

use vereinbar::evaluate::{EvaluateOptions, Evaluator};
use vereinbar::{Art, Ausfuellhilfe, RenderOptions, ReportOptions, Vereinbarung, parse_bytes};
use vereinbar_tests::{check_hashes, root, sha256, update_hashes};

use crate::support::{all_of, example_of, render, renderer};

/// The documents by the name that they have in the table.
fn documents() -> BTreeMap<String, Vec<u8>> {
    let options = RenderOptions::default();
    let mut documents = BTreeMap::new();
    for art in Art::ALL.iter().map(|art| art.as_str()) {
        for (name, vereinbarung) in all_of(art) {
            documents.insert(format!("{art}/{name}.pdf"), render(&vereinbarung, &options).pdf);
        }
        let several = [example_of(art), Vereinbarung::blank(art.parse().unwrap())];
        let collection = renderer().render_collection(&several, &options.clone().into()).unwrap();
        documents.insert(format!("{art}/sammlung.pdf"), collection.pdf);
    }
    let form = Vereinbarung::blank(Art::Qualitaetsentwicklungsvereinbarung);
    for (choice, name) in [(Ausfuellhilfe::Allein, "ausfuellhilfe"), (Ausfuellhilfe::Angehaengt, "mit_ausfuellhilfe")] {
        let options = RenderOptions { ausfuellhilfe: choice, ..RenderOptions::default() };
        documents.insert(format!("{}/{name}.pdf", form.art()), render(&form, &options).pdf);
    }
    documents.insert("auswertung/bericht.pdf".to_owned(), report());
    documents
}

/// The report on the agreements of `tests/fixtures/auswertung`.
fn report() -> Vec<u8> {
    let folder = "tests/fixtures/auswertung";
    let mut evaluator = Evaluator::new(EvaluateOptions::default());
    for entry in fs::read_dir(root().join(folder)).unwrap() {
        let file = entry.unwrap();
        let name = format!("{folder}/{}", file.file_name().to_str().unwrap());
        evaluator.add(&parse_bytes(&fs::read(file.path()).unwrap()).unwrap(), &name);
    }
    renderer().render_auswertung(&evaluator.finish(), &ReportOptions::default()).unwrap().pdf
}

#[test]
fn every_document_has_the_bytes_of_the_table() {
    let documents = documents();
    for (name, pdf) in &documents {
        assert!(pdf.ends_with(b"%%EOF\n"), "{name}: a later signature would break PDF/A");
    }
    let hashes = documents.iter().map(|(name, pdf)| (name.clone(), sha256(pdf))).collect();
    update_hashes(&hashes);
    check_hashes(&hashes);
}
