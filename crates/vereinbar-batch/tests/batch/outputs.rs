use std::fs::{self, File};
use std::io::Read as _;
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::{Value, json};
use vereinbar_batch::{BatchError, BatchOptions, Phase, run};

use crate::support::{batch, manifest, options, pdfs, rows};

fn three_houses() -> impl Iterator<Item = Value> {
    ["A", "B", "C"].into_iter().map(|name| json!({"traeger.name": name}))
}

#[test]
fn an_archive_holds_the_same_files_in_the_order_of_the_rows() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let zip = folder.path().join("alle.zip");
    let alone = folder.path().join("allein.zip");
    let both = BatchOptions { zip: Some(zip.clone()), ..options(&out) };
    batch(rows(three_houses()), &both).unwrap();
    batch(rows(three_houses()), &BatchOptions { zip: Some(alone.clone()), out: None, ..options(&out) }).unwrap();
    assert_eq!(fs::read(&zip).unwrap(), fs::read(&alone).unwrap());

    let mut archive = zip::ZipArchive::new(File::open(&zip).unwrap()).unwrap();
    assert_eq!(archive.file_names().collect::<Vec<_>>(), ["A.pdf", "B.pdf", "C.pdf"]);
    for (name, pdf) in pdfs(&out) {
        let mut bytes = Vec::new();
        archive.by_name(&name).unwrap().read_to_end(&mut bytes).unwrap();
        assert!(bytes == pdf);
    }

    // Never over something by accident.
    assert!(matches!(batch(rows(three_houses()), &both), Err(BatchError::Exists(_))));
    let report = batch(rows(three_houses()), &BatchOptions { overwrite: true, ..both }).unwrap();
    assert_eq!((report.done, report.unchanged), (0, 3));
    assert_eq!(fs::read(&zip).unwrap(), fs::read(&alone).unwrap());
    // Nothing half done is left.
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3);
}

#[test]
fn neither_bytes_nor_order_depend_on_the_number_of_workers() {
    let folder = tempfile::tempdir().unwrap();
    let source = || {
        rows((0..40).map(|index| json!({"traeger.name": format!("T{}", index % 35), "aktenzeichen": index.to_string(), "stand": if index % 9 == 5 { "morgen" } else { "" }})))
    };
    let outs = [1, 4].map(|jobs| {
        let out = folder.path().join(jobs.to_string());
        let report = batch(source(), &BatchOptions { jobs: NonZeroUsize::new(jobs), ..options(&out) }).unwrap();
        assert_eq!((report.done, report.failed), (36, 4));
        let mut lines = manifest(&out);
        for line in &mut lines {
            line.as_object_mut().unwrap().remove("ms");
        }
        assert_eq!(
            lines.iter().map(|line| line["row"].as_u64().unwrap()).collect::<Vec<_>>(),
            (1..=40).collect::<Vec<_>>()
        );
        (pdfs(&out), lines)
    });
    assert!(outs[0] == outs[1]);
}

#[test]
fn a_check_makes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let source = || rows(three_houses().chain([json!({"stand": "morgen"})]));
    let report = batch(source(), &BatchOptions { check: true, ..options(&out) }).unwrap();
    assert_eq!((report.rows, report.done, report.failed), (4, 3, 1));
    assert!(!out.exists());
}

#[test]
fn the_manifest_says_what_was_made_of_what() {
    let folder = tempfile::tempdir().unwrap();
    let source = rows([
        json!({"traeger.name": "A"}),
        json!({"traeger.name": "GEHEIM", "stand": "GEHEIM", "ziele.1.ziel": "GEHEIM"}),
    ]);
    let named = BatchOptions { name: Some("x{nr}".to_owned()), ..options(folder.path()) };
    let report = batch(source, &named).unwrap();
    let lines = manifest(folder.path());
    assert_eq!(lines[0]["status"], "done");
    assert_eq!(lines[0]["file"], "x0001.pdf");
    assert_eq!(lines[0]["pages"], 3);
    assert_eq!(lines[1]["status"], "failed");
    assert_eq!(lines[1]["findings"][0]["column"], "stand");
    assert_eq!(lines[1]["findings"][0]["path"], "/stand");
    // The input is what the PDF carries.
    let pdf = &pdfs(folder.path())["x0001.pdf"];
    let carried = vereinbar::extract(pdf).unwrap().to_json();
    let again = batch(rows([serde_json::from_str(&carried).unwrap()]), &named).unwrap();
    assert_eq!(again.unchanged, 1);
    // No free text of the user: neither here nor in the report.
    assert!(!fs::read_to_string(folder.path().join("batch.jsonl")).unwrap().contains("GEHEIM"));
    assert!(!serde_json::to_string(&report).unwrap().contains("GEHEIM"));
}

#[test]
fn one_file_holds_all_for_the_printer() {
    let folder = tempfile::tempdir().unwrap();
    let combined = folder.path().join("alle.pdf");
    let alone = BatchOptions { combined: Some(combined.clone()), out: None, ..options(folder.path()) };
    let report = batch(rows(three_houses().chain([json!({"stand": "morgen"})])), &alone).unwrap();
    assert_eq!((report.done, report.failed, report.pages), (3, 1, 9));
    let pdf = fs::read(&combined).unwrap();
    assert!(pdf.starts_with(b"%PDF-1.7") && pdf.ends_with(b"%%EOF\n"));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    // The same bytes again, and beside a folder.
    let beside =
        BatchOptions { combined: Some(combined.clone()), overwrite: true, ..options(&folder.path().join("out")) };
    batch(rows(three_houses()), &beside).unwrap();
    assert!(fs::read(&combined).unwrap() == pdf);
}

#[test]
fn a_collective_file_that_is_cancelled_is_not_there() {
    let folder = tempfile::tempdir().unwrap();
    let combined = folder.path().join("alle.pdf");
    let alone = BatchOptions { combined: Some(combined.clone()), out: None, ..options(folder.path()) };
    let cancel = AtomicBool::new(false);
    let report = run(rows(three_houses()), &alone, &cancel, &mut |progress| {
        cancel.fetch_or(progress.phase == Phase::Combine, Ordering::Relaxed);
    })
    .unwrap();
    assert!(report.interrupted);
    assert_eq!((report.done, report.left), (0, 3));
    assert!(!combined.exists());
}
