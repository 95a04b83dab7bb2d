//! Runs of `batch` that are killed at any moment, their end included, and begun again.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::batch::some;
use crate::desk::Desk;
use crate::process_table::{children, is_there, until};
use crate::workers::table;

const ROWS: usize = 60;
/// What a run may make: a folder, in threads and in processes; an archive; a collective file; all at once.
const RUNS: [&[&str]; 5] = [
    &["--out", "out"],
    &["--out", "out", "--time-limit", "120", "--jobs", "2"],
    &["--zip", "alle.zip", "--overwrite"],
    &["--combined", "alle.pdf", "--overwrite"],
    &["--out", "out", "--zip", "alle.zip", "--combined", "alle.pdf", "--report", "bericht.json", "--overwrite"],
];
/// What stands where a run will put its files.
const OLD: &str = "{\"alt\": true}";
/// How the names end of what a run keeps for itself meanwhile.
const OWN: [&str; 3] = [".tmp", ".lock", "batch.jsonl"];
/// How often a run is killed by `make test`; `make test-kills` does more.
const ROUNDS: u64 = 10;

/// A desk with the table, and older files where the new ones come.
fn desk(arguments: &[&str]) -> Desk {
    let desk = Desk::new();
    table(&desk, ROWS);
    for name in ["alle.zip", "alle.pdf"].iter().filter(|name| arguments.contains(name)) {
        desk.write(name, OLD);
    }
    desk
}

fn command(desk: &Desk, arguments: &[&str]) -> std::process::Command {
    let all = ["batch", "liste.csv", "--art", "qev", "--format", "json"];
    let mut command = desk.command(&[&all, arguments].concat());
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// Every file below a folder by its way from there, without what differs from run to run: times.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap()) {
        let name = entry.file_name().into_string().unwrap();
        if entry.path().is_dir() {
            found.extend(files(&entry.path()).into_iter().map(|(file, bytes)| (format!("{name}/{file}"), bytes)));
        } else {
            let bytes = fs::read(entry.path()).unwrap();
            let bytes = match name.as_str() {
                "batch.jsonl" => without_times(&bytes),
                // Which documents were made and which were there is another thing each time.
                "bericht.json" => Vec::new(),
                _ => bytes,
            };
            found.insert(name, bytes);
        }
    }
    found
}

/// The lines of a manifest that are whole; a run that is killed may leave a half one.
fn without_times(manifest: &[u8]) -> Vec<u8> {
    let lines = manifest.split(|byte| *byte == b'\n');
    let mut lines = lines.filter_map(|line| serde_json::from_slice::<Value>(line).ok()).collect::<Vec<_>>();
    for line in &mut lines {
        line.as_object_mut().unwrap().retain(|key, _| key != "ms");
    }
    serde_json::to_vec(&lines).unwrap()
}

#[test]
fn a_run_that_is_killed_at_any_moment_leaves_nothing_half_and_loses_nothing() {
    let rounds = std::env::var("VEREINBAR_KILLS").map_or(ROUNDS, |rounds| rounds.parse().unwrap());
    let whole = RUNS.map(|arguments| {
        let desk = desk(arguments);
        let begun = Instant::now();
        assert!(command(&desk, arguments).status().unwrap().success());
        (files(&desk.path("")), begun.elapsed())
    });
    let (folder, _) = &whole[0];
    let (mut seed, mut alive, mut kills) = (rounds, [0; RUNS.len()], 0);
    for round in 0..rounds {
        let which = usize::try_from(round).unwrap() % RUNS.len();
        let (arguments, (whole, takes)) = (RUNS[which], &whole[which]);
        let mut place = desk(arguments);
        for time in 0..=some(&mut seed, 2) {
            // Every second time towards the end, where archives are closed and files moved to their places. Else at
            // any moment, and first while it is still far from its end.
            let thousandths = match (round % 2, time) {
                (0, 0) => some(&mut seed, 400),
                (0, _) => some(&mut seed, 1000),
                _ => 850 + some(&mut seed, 250),
            };
            let mut wait = takes.mul_f64(f64::from(u32::try_from(thousandths).unwrap()) / 1000.0);
            let mut run = command(&place, arguments).spawn().unwrap();
            sleep(wait);
            // On a machine that others use, whole runs may have taken longer than this one does.
            while (round % 2, time) == (0, 0) && run.try_wait().unwrap().is_some() {
                wait /= 2;
                place = desk(arguments);
                run = command(&place, arguments).spawn().unwrap();
                sleep(wait);
            }
            let workers = children(run.id());
            alive[which] += usize::from(run.try_wait().unwrap().is_none());
            kills += 1;
            run.kill().unwrap();
            run.wait().unwrap();
            until(|| !workers.iter().any(|worker| is_there(*worker)), "a process is left");
            for (name, bytes) in files(&place.path("")) {
                let is_own = OWN.iter().any(|ending| name.ends_with(ending));
                let is_old = bytes == OLD.as_bytes();
                // What an archive is made of is what a folder would hold.
                let expected = name
                    .strip_prefix(".alle.zip.teile/")
                    .map_or_else(|| whole.get(&name), |part| folder.get(&format!("out/{part}")));
                assert!(is_own || is_old || expected == Some(&bytes), "round {round}: {name} is half");
            }
            if let Ok(report) = fs::read(place.path("bericht.json")) {
                assert!(serde_json::from_slice::<Value>(&report).is_ok(), "round {round}: the report is half");
            }
        }
        assert!(command(&place, arguments).status().unwrap().success(), "round {round}: {arguments:?}");
        let after = files(&place.path(""));
        assert_eq!(after.keys().collect::<Vec<_>>(), whole.keys().collect::<Vec<_>>(), "round {round}");
        let other: Vec<&String> = after.keys().filter(|name| after[*name] != whole[*name]).collect();
        assert!(other.is_empty(), "round {round}: {other:?} differ");
    }
    let each: Vec<Duration> = whole.iter().map(|(_, takes)| *takes).collect();
    eprintln!(
        "{rounds} rounds, {kills} kills, of each kind {alive:?} before the run had ended; whole runs take {each:.1?}"
    );
    for round in (0..rounds).step_by(2) {
        let which = usize::try_from(round).unwrap() % RUNS.len();
        assert!(alive[which] > 0, "{:?}: each run had ended before it was killed", RUNS[which]);
    }
}
