//! The documents of the command are those of the library, byte for byte.

use std::collections::BTreeMap;
use std::fs;

use vereinbar::Art;
use vereinbar_tests::{check_hashes, fixtures, sha256};

use crate::desk::{Desk, root};

/// The hash of the document that the command gives for these arguments.
fn hash(desk: &Desk, arguments: &[&str]) -> String {
    sha256(&desk.run(&[arguments, &["-o", "-"]].concat()).expect(0, &[]).stdout)
}

fn path(name: &str) -> String {
    root().join(name).display().to_string()
}

#[test]
fn every_document_has_the_bytes_of_the_table() {
    let desk = Desk::new();
    let mut hashes = BTreeMap::new();
    for art in Art::ALL.iter().map(|art| art.as_str()) {
        let example = path(&format!("templates/{art}/daten.json"));
        hashes.insert(format!("{art}/beispiel.pdf"), hash(&desk, &["render", &example]));
        hashes.insert(format!("{art}/vordruck.pdf"), hash(&desk, &["blank", art]));
        for fixture in fixtures(art, "valid") {
            let file = path(&format!("tests/fixtures/{art}/valid/{}.json", fixture.name));
            hashes.insert(format!("{art}/{}.pdf", fixture.name), hash(&desk, &["render", &file]));
        }
        fs::create_dir(desk.path(art)).unwrap();
        fs::copy(&example, desk.path(art).join("1.json")).unwrap();
        fs::write(desk.path(art).join("2.json"), format!(r#"{{"art": "{art}"}}"#)).unwrap();
        desk.run(&["batch", art, "--name", "{nr}", "--combined", "sammlung.pdf", "--overwrite"]).expect(0, &[]);
        hashes.insert(format!("{art}/sammlung.pdf"), sha256(&fs::read(desk.path("sammlung.pdf")).unwrap()));
    }
    let form = Art::Qualitaetsentwicklungsvereinbarung.as_str();
    for (choice, name) in [("allein", "ausfuellhilfe"), ("angehaengt", "mit_ausfuellhilfe")] {
        let hash = hash(&desk, &["blank", form, "--ausfuellhilfe", choice]);
        hashes.insert(format!("{form}/{name}.pdf"), hash);
    }
    let mut evaluate = desk.command(&["evaluate", "tests/fixtures/auswertung", "-o", "-", "--format", "pdf"]);
    let report = evaluate.current_dir(root()).output().unwrap();
    hashes.insert("auswertung/bericht.pdf".to_owned(), sha256(&report.stdout));
    check_hashes(&hashes);
}
