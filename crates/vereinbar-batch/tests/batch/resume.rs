use std::fs;
use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::{Value, json};
use vereinbar::{Ausfuellhilfe, RenderOptions};
use vereinbar_batch::{BatchError, BatchOptions, Phase, run};

use crate::support::{batch, manifest, options, pdfs, rows};

fn some(count: usize) -> impl Iterator<Item = Value> {
    (0..count).map(|index| json!({"traeger.name": format!("T{index}")}))
}

/// So few at a time that a run of many can be interrupted on a machine of any size.
fn two_at_a_time(out: &Path) -> BatchOptions {
    BatchOptions { jobs: NonZeroUsize::new(2), ..options(out) }
}

#[test]
fn makes_only_what_has_changed() {
    let folder = tempfile::tempdir().unwrap();
    let options = options(folder.path());
    assert_eq!(batch(rows(some(3)), &options).unwrap().done, 3);
    let again = batch(rows(some(3)), &options).unwrap();
    assert_eq!((again.done, again.unchanged), (0, 3));
    // A row that is changed, one that is new, one that is gone.
    let changed = [
        json!({"traeger.name": "T0"}),
        json!({"traeger.name": "T1", "stand": "1.2.2027"}),
        json!({"traeger.name": "T9"}),
    ];
    let report = batch(rows(changed.clone()), &options).unwrap();
    assert_eq!((report.done, report.unchanged), (2, 1));
    assert_eq!(report.orphans, ["T2.pdf"]);
    // Options count, too; and a file that is gone.
    let with_help = RenderOptions { ausfuellhilfe: Ausfuellhilfe::Angehaengt, ..RenderOptions::default() };
    let other = BatchOptions { render: with_help, ..options.clone() };
    assert_eq!(batch(rows(changed.clone()), &other).unwrap().done, 3);
    fs::remove_file(folder.path().join("T9.pdf")).unwrap();
    assert_eq!(batch(rows(changed.clone()), &other).unwrap().done, 1);
    let anew = BatchOptions { resume: false, ..other };
    assert_eq!(batch(rows(changed), &anew).unwrap().done, 3);
}

#[test]
fn a_file_that_somebody_has_changed_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let options = options(folder.path());
    fs::write(folder.path().join("T0.pdf"), "unterschrieben").unwrap();
    fs::create_dir(folder.path().join("T1.pdf")).unwrap();
    let report = batch(rows(some(3)), &options).unwrap();
    assert_eq!((report.done, report.failed), (1, 2));
    assert_eq!(report.failures[0].findings[0].finding.code, "name_taken");
    assert_eq!(fs::read(folder.path().join("T0.pdf")).unwrap(), b"unterschrieben");
    // Also when it was made here, and changed afterwards.
    fs::write(folder.path().join("T2.pdf"), "auch").unwrap();
    assert_eq!(batch(rows(some(3)), &options).unwrap().failed, 3);
    let forced = BatchOptions { overwrite: true, ..options };
    assert_eq!(batch(rows(some(3)), &forced).unwrap().done, 2);
}

#[test]
fn an_interrupted_run_says_what_is_left_and_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let options = two_at_a_time(folder.path());
    let cancel = AtomicBool::new(false);
    let report = run(rows(some(400)), &options, &cancel, &mut |progress| {
        if progress.phase == Phase::Render {
            cancel.store(true, Ordering::Relaxed);
        }
    })
    .unwrap();
    assert!(report.interrupted && report.left > 0 && !report.is_success(), "{report:?}");
    assert_eq!(report.done + report.left, 400);
    assert_eq!(pdfs(folder.path()).len(), report.done);
    let rest = batch(rows(some(400)), &options).unwrap();
    assert_eq!((rest.done, rest.unchanged), (report.left, report.done));
    assert_eq!(manifest(folder.path()).len(), 400);
}

#[test]
fn an_interrupted_archive_goes_on_and_is_the_same_as_one_that_was_not() {
    let folder = tempfile::tempdir().unwrap();
    let archive =
        |name: &str| BatchOptions { zip: Some(folder.path().join(name)), out: None, ..two_at_a_time(folder.path()) };
    let cancel = AtomicBool::new(false);
    let report = run(rows(some(400)), &archive("a.zip"), &cancel, &mut |progress| {
        cancel.fetch_or(progress.phase == Phase::Render, Ordering::Relaxed);
    })
    .unwrap();
    assert!(report.interrupted && report.left > 0 && report.outputs.is_empty(), "{report:?}");
    assert!(!folder.path().join("a.zip").exists());
    // Meanwhile a row was taken out of the table; it had been made.
    let fewer = || rows(some(400).skip(1));
    let rest = batch(fewer(), &archive("a.zip")).unwrap();
    assert_eq!((rest.done, rest.unchanged), (report.left, report.done - 1));
    assert_eq!(
        (rest.orphans.as_slice(), rest.outputs.as_slice()),
        ([].as_slice(), [folder.path().join("a.zip")].as_slice())
    );
    batch(fewer(), &archive("b.zip")).unwrap();
    let bytes = |name: &str| fs::read(folder.path().join(name)).unwrap();
    assert!(bytes("a.zip") == bytes("b.zip"));
    // Nothing half done is left.
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
}

#[test]
fn rows_that_are_named_are_made_alone_and_the_others_keep_their_files() {
    let folder = tempfile::tempdir().unwrap();
    let options = options(folder.path());
    batch(rows(some(4)), &options).unwrap();
    let before = pdfs(folder.path());
    let changed = || rows((0..4).map(|index| json!({"traeger.name": format!("T{index}"), "stand": "1.2.2027"})));
    let only = BatchOptions { only: Some("2-3".parse().unwrap()), ..options.clone() };
    let report = batch(changed(), &only).unwrap();
    assert_eq!((report.done, report.passed_over), (2, 2));
    let after = pdfs(folder.path());
    let differs: Vec<&String> = before.keys().filter(|name| before[*name] != after[*name]).collect();
    assert_eq!(differs, ["T1.pdf", "T2.pdf"]);
    // The manifest still knows all four.
    assert_eq!(batch(changed(), &options).unwrap().unchanged, 2);
    let beyond = BatchOptions { only: Some("9".parse().unwrap()), ..options };
    assert!(matches!(batch(changed(), &beyond), Err(BatchError::NoSuchRow { row: 9 })));
}

#[test]
fn files_without_a_row_are_named_at_every_run_and_moved_when_that_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let (out, old) = (folder.path().join("out"), folder.path().join("alt"));
    let options = options(&out);
    batch(rows(some(3)), &options).unwrap();
    for _ in 0..2 {
        assert_eq!(batch(rows(some(2)), &options).unwrap().orphans, ["T2.pdf"]);
    }
    let moving = BatchOptions { move_orphans: Some(old.clone()), ..options.clone() };
    let report = batch(rows(some(2)), &moving).unwrap();
    assert_eq!((report.moved.as_slice(), report.orphans.len()), ([old.join("T2.pdf")].as_slice(), 0));
    assert_eq!(pdfs(&out).into_keys().collect::<Vec<_>>(), ["T0.pdf", "T1.pdf"]);
    assert_eq!(pdfs(&old).len(), 1);
    // Nothing is overwritten there.
    batch(rows(some(3)), &options).unwrap();
    batch(rows(some(2)), &moving).unwrap();
    assert_eq!(pdfs(&old).len(), 2);
    let inside = BatchOptions { move_orphans: Some(out.join("alt")), ..options };
    assert!(matches!(batch(rows(some(2)), &inside), Err(BatchError::OrphansInside(_))));
}

#[test]
fn rubbish_of_a_killed_run_is_taken_away_and_other_files_are_not() {
    let folder = tempfile::tempdir().unwrap();
    let rubbish = folder.path().join(".vereinbar-abc.tmp");
    let own = folder.path().join(".vereinbar-notiz");
    fs::write(&rubbish, "halb").unwrap();
    fs::write(&own, "mein").unwrap();
    fs::write(folder.path().join("batch.jsonl"), "{\"row\": 1, \"sta").unwrap();
    assert_eq!(batch(rows(some(1)), &options(folder.path())).unwrap().done, 1);
    assert!(!rubbish.exists() && own.exists());
    assert_eq!(manifest(folder.path()).len(), 1);
}

#[test]
fn two_runs_do_not_work_in_one_folder() {
    let folder = tempfile::tempdir().unwrap();
    let options = options(folder.path());
    let mut inner = None;
    run(rows(some(2)), &options, &AtomicBool::new(false), &mut |_| {
        inner.get_or_insert_with(|| batch(rows(some(2)), &options));
    })
    .unwrap();
    assert!(matches!(inner, Some(Err(BatchError::Busy(_)))));
    assert_eq!(batch(rows(some(2)), &options).unwrap().unchanged, 2);
}
