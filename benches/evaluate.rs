//! Measures reading and evaluating: `make bench-evaluate`. Making the files and reading
//! them are processes of their own, so that peak memory is that of reading.
//!
//! ```text
//! evaluate make COUNT FOLDER PDFs of as many agreements, and the same as JSON Lines
//! evaluate read FOLDER       reads the folder's PDFs, and says how fast
//! ```

#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a tool for developers"
)]

use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::time::Instant;
use std::{env, fs};

use serde_json::{Value, json};
use vereinbar_batch::{BatchOptions, Source, run};
use vereinbar_evaluate::{EvaluateOptions, Inputs, csv, evaluate, ics, xlsx};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["make", count, folder] => make(count.parse().expect("a number"), Path::new(folder)),
        ["read", path] => read(Path::new(path)),
        _ => println!("evaluate make COUNT FOLDER | evaluate read FOLDER"),
    }
}

/// The example, with other parties, results and dates in each.
fn vereinbarungen(count: usize) -> impl Iterator<Item = Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../templates/qualitaetsentwicklungsvereinbarung/daten.json");
    let example: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    (0..count).map(move |index| {
        let mut vereinbarung = example.clone();
        vereinbarung["aktenzeichen"] = json!(format!("51.2-QE-{index:05}/2027"));
        vereinbarung["traeger"]["name"] = json!(format!("Träger Nummer {} gGmbH", index % 700));
        vereinbarung["ziele"][0]["ergebnis"] = json!({"grad": if index % 2 == 0 { "erreicht" } else { "offen" }});
        vereinbarung
    })
}

fn make(count: usize, folder: &Path) {
    fs::create_dir_all(folder).unwrap();
    let lines: Vec<String> = vereinbarungen(count).map(|vereinbarung| vereinbarung.to_string()).collect();
    fs::write(folder.join("agreements.jsonl"), lines.join("\n") + "\n").unwrap();
    let options =
        BatchOptions { out: Some(folder.join("pdf")), name: Some("{nr}".to_owned()), ..BatchOptions::default() };
    let report =
        run(Source::rows(vereinbarungen(count).map(Ok)), &options, &AtomicBool::new(false), &mut |_| {}).unwrap();
    assert!(report.is_success());
}

#[expect(clippy::cast_precision_loss, reason = "counts are small")]
fn read(path: &Path) {
    let options = EvaluateOptions { stichtag: Some("2027-07-01".parse().unwrap()), ..EvaluateOptions::default() };
    let begun = Instant::now();
    let evaluated = evaluate(Inputs::paths([path]), &options, None, &AtomicBool::new(false), &mut |_| {}).unwrap();
    let seconds = begun.elapsed().as_secs_f64();
    let peak = peak_kib();
    let json = evaluated.auswertung.to_json().len();
    let begun = Instant::now();
    let tables = vereinbar::evaluate::tables(&evaluated.auswertung);
    let outputs = [
        tables.iter().map(|table| csv(table).unwrap().len()).sum::<usize>(),
        xlsx(&evaluated.auswertung).unwrap().len(),
        ics(&evaluated.auswertung).unwrap_or_default().len(),
    ];
    let result = json!({
        "agreements": evaluated.read,
        "failed": evaluated.failed,
        "first_finding": evaluated.auswertung.befunde.first(),
        "per_second": evaluated.read as f64 / seconds,
        "seconds": seconds,
        "peak_mb": peak.map(|kib| kib as f64 / 1024.0),
        "json_bytes": json,
        "csv_xlsx_ics_bytes": outputs,
        "seconds_outputs": begun.elapsed().as_secs_f64(),
        "peak_mb_with_outputs": peak_kib().map(|kib| kib as f64 / 1024.0),
    });
    println!("{result}");
}

fn peak_kib() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}
