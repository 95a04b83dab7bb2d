use std::fs;

use serde_json::json;
use vereinbar_batch::{BatchError, BatchOptions};

use crate::support::{batch, options, pdfs, rows};

#[test]
fn no_row_writes_outside_the_folder_or_over_another() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("tief/drinnen");
    let names = [
        "CON",
        "con",
        "..\\..\\weg",
        "../../weg",
        "/tmp/weg",
        "C:\\weg",
        "Punkte...",
        "Punkte",
        "Müller",
        "Mu\u{308}ller",
        "MÜLLER",
        "Haus",
        "haus ",
        "",
        ".",
        "..",
        ".vereinbar-x.tmp",
        "batch.jsonl",
        "a\u{202e}fdp",
        "語",
        "zwei\nZeilen",
        "x\u{0}y",
    ];
    let long = "L".repeat(5000);
    let all: Vec<&str> = names.iter().copied().chain([long.as_str()]).collect();
    let report = batch(rows(all.iter().map(|name| json!({"traeger": {"name": name}}))), &options(&out)).unwrap();
    assert_eq!((report.done, report.failed), (all.len(), 0), "{:?}", report.failures);
    let made = pdfs(&out);
    assert_eq!(made.len(), all.len(), "{:?}", made.keys());
    // Nothing else came into being, neither above nor below.
    let count = |path: &std::path::Path| fs::read_dir(path).unwrap().count();
    assert_eq!((count(folder.path()), count(&folder.path().join("tief")), count(&out)), (1, 1, all.len() + 1));
    for name in made.keys() {
        assert!(
            name.chars().count() <= 130 && !name.starts_with('.') && !name.contains(['/', '\\', ':', '\n']),
            "{name}"
        );
    }
    for expected in
        ["CON_.pdf", "con_-2.pdf", "Punkte.pdf", "Punkte-2.pdf", "Müller.pdf", "Müller-2.pdf", "MÜLLER-3.pdf"]
    {
        assert!(made.contains_key(expected), "{expected} is not in {:?}", made.keys());
    }
}

#[test]
fn a_pattern_names_the_files() {
    let folder = tempfile::tempdir().unwrap();
    let named = |name: &str| BatchOptions { name: Some(name.to_owned()), ..options(folder.path()) };
    let two = || rows([json!({"traeger.name": "A"}), json!({"traeger.name": "B", "aktenzeichen": "51/2"})]);
    batch(two(), &named("{nr}-{traeger.name} {aktenzeichen}")).unwrap();
    assert_eq!(pdfs(folder.path()).into_keys().collect::<Vec<_>>(), ["0001-A.pdf", "0002-B 51-2.pdf"]);
    let Err(BatchError::Name(message)) = batch(two(), &named("{traeger.nahme}")) else { panic!() };
    assert!(message.contains("traeger.name"), "{message}");
}

#[test]
fn one_row_may_be_several_forms() {
    let folder = tempfile::tempdir().unwrap();
    let row = || {
        rows([json!({
            "traeger.name": "Haus",
            "qualitaetsdimensionen": "prozessqualitaet, strukturqualitaet",
            "grundsaetze_und_massstaebe.1.code": "Partizipation",
            "grundsaetze_und_massstaebe.2.bezeichnung": "Eigener Maßstab",
        })])
    };
    let report = batch(row(), &options(folder.path())).unwrap();
    assert_eq!((report.documents, report.warnings), (1, 2));
    let per_massstab = BatchOptions { per_massstab: true, ..options(folder.path()) };
    let report = batch(row(), &per_massstab).unwrap();
    assert_eq!((report.rows, report.documents, report.done, report.warnings), (1, 4, 4, 0));
    assert_eq!(report.orphans, ["Haus.pdf"]);
    assert_eq!(
        pdfs(folder.path()).into_keys().collect::<Vec<_>>(),
        [
            "Haus-prozessqualitaet-Eigener Maßstab.pdf",
            "Haus-prozessqualitaet-partizipation.pdf",
            "Haus-strukturqualitaet-Eigener Maßstab.pdf",
            "Haus-strukturqualitaet-partizipation.pdf",
            "Haus.pdf",
        ]
    );
}
