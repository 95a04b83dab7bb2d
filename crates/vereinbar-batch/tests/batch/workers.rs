//! Processes that cannot be had: the documents are made all the same, and it is said.

use std::time::Duration;

use serde_json::json;
use vereinbar_batch::{BatchOptions, WorkerCommand, WorkerOptions};

use crate::support::{batch, options, pdfs, rows};

#[test]
fn without_processes_it_goes_on_in_threads_and_that_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let with = |workers: WorkerOptions, name: &str| {
        let options = BatchOptions { workers, ..options(&folder.path().join(name)) };
        let report = batch(rows([json!({"traeger.name": "A"}), json!({"traeger.name": "B"})]), &options).unwrap();
        assert_eq!((report.done, report.failed), (2, 0));
        (report.notes, pdfs(&folder.path().join(name)))
    };
    let (said, expected) = with(WorkerOptions::default(), "threads");
    assert!(said.is_empty(), "{said:?}");
    let limited = WorkerOptions { time_limit: Some(Duration::from_mins(1)), ..WorkerOptions::default() };
    let (said, made) = with(limited.clone(), "limited");
    assert!(made == expected && said.len() == 1 && said[0].contains("gelten nur in eigenen Prozessen"), "{said:?}");
    // None, one that ends at once, and one that says something else.
    let programs: &[(&str, &str)] = if cfg!(unix) {
        &[("nirgends", "nicht vorhanden"), ("true", "antwortet nicht"), ("cat", "antwortet nicht")]
    } else {
        &[]
    };
    for (program, reason) in programs {
        let worker = Some(WorkerCommand::new(*program));
        let (said, made) = with(WorkerOptions { worker, ..limited.clone() }, program);
        assert!(made == expected, "{program}");
        assert!(said.len() == 1 && said[0].contains("ohne Grenzen für Zeit und Speicher"), "{program}: {said:?}");
        assert!(said[0].contains(reason), "{said:?}");
    }
    // Few documents and no limit: nobody starts anything.
    let worker = Some(WorkerCommand::new("nirgends"));
    assert!(with(WorkerOptions { worker, ..WorkerOptions::default() }, "few").0.is_empty());
}
