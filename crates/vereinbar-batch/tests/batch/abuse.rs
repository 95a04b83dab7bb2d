//! What others leave or do in the folder, and tables that are made to go wrong.

use std::fs;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use serde_json::json;
use vereinbar::limits::MAX_NAMED;
use vereinbar_batch::{BatchError, BatchOptions, Source, run};

use crate::support::{base, batch, manifest, options, pdfs, rows};

fn house(name: &str) -> serde_json::Value {
    json!({"traeger.name": name})
}

/// Somebody who may write in the folder lays links there: what they lead to is not touched.
#[cfg(unix)]
#[test]
fn links_in_the_place_of_lock_and_manifest_are_not_followed() {
    for own in [".vereinbar-batch.lock", "batch.jsonl"] {
        let place = tempfile::tempdir().unwrap();
        let (victim, out) = (place.path().join("victim"), place.path().join("out"));
        fs::write(&victim, "wichtig").unwrap();
        fs::create_dir(&out).unwrap();
        std::os::unix::fs::symlink(&victim, out.join(own)).unwrap();
        let error = batch(rows([house("Haus Nord")]), &options(&out)).unwrap_err();
        assert!(matches!(&error, BatchError::NoFile(path) if path.ends_with(own)), "{own}: {error}");
        assert!(error.to_string().contains("Verknüpfung"), "{error}");
        assert_eq!(fs::read_to_string(&victim).unwrap(), "wichtig", "{own}");
        assert!(out.join(own).is_symlink() && pdfs(&out).is_empty(), "{own}");
    }
}

/// A killed run has kept its lock file; it says nothing.
#[test]
fn a_lock_that_nobody_holds_stops_no_run() {
    let out = tempfile::tempdir().unwrap();
    fs::write(out.path().join(".vereinbar-batch.lock"), "").unwrap();
    assert_eq!(batch(rows([house("Haus Nord")]), &options(out.path())).unwrap().done, 1);
    assert!(!out.path().join(".vereinbar-batch.lock").exists());
}

#[test]
fn what_a_killed_archive_has_left_is_taken_away_and_a_living_one_is_not() {
    let place = tempfile::tempdir().unwrap();
    let [dead, living, other] =
        [".vereinbar-dead.tmp", ".vereinbar-living.tmp", "brief.tmp"].map(|name| place.path().join(name));
    for file in [&dead, &living, &other] {
        fs::write(file, "x").unwrap();
    }
    let held = fs::File::open(&living).unwrap();
    held.lock().unwrap();
    let options =
        BatchOptions { base: Some(base()), zip: Some(place.path().join("alle.zip")), ..BatchOptions::default() };
    assert_eq!(batch(rows([house("Haus Nord")]), &options).unwrap().done, 1);
    assert!(!dead.exists() && living.exists() && other.exists());
}

#[cfg(unix)]
#[test]
fn a_folder_that_vanishes_during_the_run_is_not_reported_as_written() {
    let place = tempfile::tempdir().unwrap();
    let out = place.path().join("out");
    let mut is_gone = false;
    // One after the other, and so many that the run is told of several times before its end.
    let options = BatchOptions { jobs: NonZeroUsize::new(1), ..options(&out) };
    let result = run(
        rows((0..400).map(|number| house(&format!("Haus {number}")))),
        &options,
        &AtomicBool::new(false),
        &mut |progress| {
            if progress.done > 0 && !is_gone && out.join("Haus 0.pdf").exists() {
                is_gone = true;
                // At once: into a folder that is emptied file by file the others go on writing.
                fs::rename(&out, place.path().join("gone")).unwrap();
            }
        },
    );
    assert!(is_gone, "{result:?}");
    let error = result.unwrap_err();
    let names_it =
        matches!(&error, BatchError::Gone(path) | BatchError::Unwritable { path, .. } if path.starts_with(&out));
    assert!(names_it, "{error}");
}

/// Typst cannot be stopped in a document of 200 agreements; the run does not wait for it.
#[test]
fn a_collective_file_obeys_an_interruption_within_a_second() {
    let place = tempfile::tempdir().unwrap();
    let combined = place.path().join("alle.pdf");
    let options = |file: PathBuf| BatchOptions { base: Some(base()), combined: Some(file), ..BatchOptions::default() };
    let several = || rows((0..200).map(|number| house(&format!("Haus {number}"))));
    // How long all of it takes: on a machine that others use as well, a second may not be enough.
    let mut begun: Option<Instant> = None;
    let whole = run(several(), &options(place.path().join("ganz.pdf")), &AtomicBool::new(false), &mut |progress| {
        if progress.phase == vereinbar_batch::Phase::Combine {
            begun.get_or_insert_with(Instant::now);
        }
    });
    let takes = begun.unwrap().elapsed();
    assert_eq!(whole.unwrap().done, 200);
    let cancel = AtomicBool::new(false);
    let mut stopped: Option<Instant> = None;
    let report = run(several(), &options(combined.clone()), &cancel, &mut |progress| {
        if progress.phase == vereinbar_batch::Phase::Combine && progress.elapsed > Duration::from_millis(150) {
            stopped.get_or_insert_with(Instant::now);
            cancel.store(true, Ordering::Relaxed);
        }
    })
    .unwrap();
    let Some(stopped) = stopped else { panic!("200 agreements take longer") };
    let waited = stopped.elapsed();
    assert!(waited < (takes / 3).max(Duration::from_secs(1)), "{waited:?} of {takes:?}");
    assert!(report.interrupted && report.left == 200 && !combined.exists());
}

#[test]
fn rows_that_name_a_field_twice_are_refused() {
    let place = tempfile::tempdir().unwrap();
    let table = place.path().join("liste.jsonl");
    fs::write(
        &table,
        "{\"traeger.name\": \"Haus Nord\", \"traeger.name\": \"Haus Süd\"}\n\
         {\"traeger.name\": \"Haus Nord\", \"traeger\": {\"name\": \"Haus Süd\"}}\n\
         {\"traeger.name\": \"Haus West\", \"traeger\": {\"rechtsform\": \"e. V.\"}}\n",
    )
    .unwrap();
    let out = place.path().join("out");
    let report = batch(Source::file(&table), &options(&out)).unwrap();
    let failed: Vec<(usize, &str)> =
        report.failures.iter().map(|failure| (failure.document.row, failure.findings[0].finding.code)).collect();
    assert_eq!((report.done, failed.len()), (1, 2), "{failed:?}");
    assert_eq!(failed[1], (2, "field_twice"));
    assert!(report.failures[0].findings[0].finding.message.contains("zweimal"), "{failed:?}");
    assert_eq!(pdfs(&out).keys().collect::<Vec<_>>(), ["Haus West.pdf"]);
}

#[test]
fn a_json_list_has_a_limit() {
    let place = tempfile::tempdir().unwrap();
    let table = place.path().join("liste.json");
    // Takes no room on the disk.
    fs::File::create(&table).unwrap().set_len(120 << 20).unwrap();
    let error = batch(Source::file(&table), &options(&place.path().join("out"))).unwrap_err();
    assert!(error.to_string().contains("32 MiB"), "{error}");
}

/// The report stays readable; who wants each of them has the manifest.
#[test]
fn of_many_rows_that_fail_the_first_are_named_and_all_are_counted() {
    const ROWS: usize = MAX_NAMED + 40;
    let out = tempfile::tempdir().unwrap();
    let broken = rows((0..ROWS).map(|_| json!({"vereinbarungszeitraum.bis": "nie"})).chain([house("Haus Nord")]));
    let report = batch(broken, &options(out.path())).unwrap();
    assert_eq!((report.rows, report.failed, report.done), (ROWS + 1, ROWS, 1));
    assert_eq!((report.failures.len(), report.more_failures), (MAX_NAMED, 40));
    assert!(report.failures.iter().map(|failure| failure.document.row).eq(1..=MAX_NAMED));
    let note = "nennt der Bericht die ersten 5000, 40 weitere zählt er; ihre Zeilen stehen bei den Befunden.";
    assert!(report.notes.iter().any(|told| told.ends_with(note)), "{:?}", report.notes);
    assert!(report.findings.iter().any(|found| found.rows.len() == ROWS));
    assert_eq!((report.states.len(), manifest(out.path()).len()), (ROWS + 1, ROWS + 1));
}
