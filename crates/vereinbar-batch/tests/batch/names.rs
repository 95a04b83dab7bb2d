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
        "./x",
        "..y",
        ".vereinbar-x.tmp",
        "batch.jsonl",
        "a\u{202e}fdp",
        "語",
        "zwei\nZeilen",
        "x\u{0}y",
    ];
    let long = "L".repeat(5000);
    let all: Vec<&str> = names.iter().copied().chain([long.as_str()]).collect();
    let row = |(index, name): (usize, &&str)| json!({"aktenzeichen": format!("51/{index}"), "traeger": {"name": name}});
    let report = batch(rows(all.iter().enumerate().map(row)), &options(&out)).unwrap();
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
    for expected in [
        "CON_ (51-0).pdf",
        "con_ (51-1).pdf",
        "C--weg.pdf",
        "Müller (51-8).pdf",
        "MÜLLER (51-10).pdf",
        "Qualitätsentwicklungsvereinbarung.pdf",
        "語.pdf",
    ] {
        assert!(made.contains_key(expected), "{expected} is not in {:?}", made.keys());
    }
}

#[test]
fn a_pattern_names_the_files() {
    let folder = tempfile::tempdir().unwrap();
    let named = |name: &str| BatchOptions { name: Some(name.to_owned()), ..options(folder.path()) };
    let two = || rows([json!({"traeger.name": "A"}), json!({"traeger.name": "B", "aktenzeichen": "51/2"})]);
    let counted = batch(two(), &named("{nr}-{traeger.name} {aktenzeichen}")).unwrap();
    // Its names change when the table is sorted, which is said once.
    let notes = |report: &vereinbar_batch::Report| report.notes.iter().filter(|note| note.contains("{#Nr}")).count();
    assert_eq!(notes(&counted), 1);
    assert_eq!(pdfs(folder.path()).into_keys().collect::<Vec<_>>(), ["0001-A.pdf", "0002-B 51-2.pdf"]);
    let own = batch(two(), &BatchOptions { check: true, ..named("{traeger.name}") }).unwrap();
    assert_eq!(notes(&own), 0);
    let Err(BatchError::Name(message)) = batch(two(), &named("{traeger.nahme}")) else { panic!() };
    assert!(message.contains("traeger.name"), "{message}");
}

/// One of two namesakes has signed: the table may be sorted, and each keeps its file.
#[test]
fn sorting_the_table_changes_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let row = |number: &str, ziel: &str| json!({"traeger.name": "Kinderhilfe Süd e. V.", "aktenzeichen": number, "ziele.1.ziel": ziel});
    let table = || vec![row("51-1/27", "Eins."), row("51-9/27", "Neun."), json!({"traeger.name": "Haus"})];
    assert_eq!(batch(rows(table()), &options(folder.path())).unwrap().done, 3);
    let made = pdfs(folder.path());
    let names = ["Haus.pdf", "Kinderhilfe Süd e. V (51-1-27).pdf", "Kinderhilfe Süd e. V (51-9-27).pdf"];
    assert_eq!(made.keys().collect::<Vec<_>>(), names);
    let report = batch(rows(table().into_iter().rev()), &options(folder.path())).unwrap();
    assert_eq!((report.unchanged, report.orphans.len()), (3, 0));
    assert_eq!(pdfs(folder.path()), made);
}

#[test]
fn rows_that_nothing_tells_apart_fail_before_anything_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let table = || rows([json!({"traeger.name": "A"}), json!({"traeger.name": "B"}), json!({"traeger.name": "a"})]);
    let expected = |report: &vereinbar_batch::Report| {
        let failures: Vec<_> =
            report.failures.iter().map(|failure| (failure.document.row, failure.findings[0].finding.code)).collect();
        assert_eq!(failures, [(1, "same_file_name"), (3, "same_file_name")]);
        assert_eq!((report.done, report.failed, report.documents), (1, 2, 3));
    };
    expected(&batch(table(), &BatchOptions { check: true, ..options(folder.path()) }).unwrap());
    expected(&batch(table(), &options(folder.path())).unwrap());
    assert_eq!(pdfs(folder.path()).into_keys().collect::<Vec<_>>(), ["B.pdf"]);
    // In one file for the printer nobody needs a name.
    let combined = folder.path().join("alle.pdf");
    let options = BatchOptions { out: None, combined: Some(combined.clone()), ..options(folder.path()) };
    assert_eq!((batch(table(), &options).unwrap().done, combined.exists()), (3, true));
    // And an own number tells them apart.
    let named = BatchOptions { name: Some("{traeger.name} {#Nr}".to_owned()), ..options };
    let named = BatchOptions { out: Some(folder.path().join("x")), combined: None, ..named };
    let numbered =
        rows(["A", "B", "a"].iter().enumerate().map(|(index, name)| json!({"traeger.name": name, "#Nr": index})));
    assert_eq!(batch(numbered, &named).unwrap().done, 3);
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
