//! The largest agreements that there may be: checked, printed, read back and evaluated in bounded time and memory.

use std::fs;
use std::process::Stdio;
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use vereinbar::limits::{MAX_NAMED, MAX_VEREINBARUNG_BYTES};
use vereinbar_batch::MAX_ROWS;

use crate::desk::Desk;

/// Stated in docs/reliability.md; of the time a tenth is usual, of the memory two thirds.
const BOUND: (Duration, u64) = (Duration::from_mins(2), 1536);
const SENTENCE: &str = "Kinder und Jugendliche bringen ihre Sicht in jedes Gespräch ein. ";

/// An agreement that is filled up to the limit, by texts of this length.
fn agreement(chars: usize) -> Value {
    let text: String = SENTENCE.chars().cycle().take(chars).collect::<String>().trim().to_owned();
    let mut whole = json!({
        "art": "qualitaetsentwicklungsvereinbarung",
        "stand": "2026-12-01",
        "traeger": {"name": "Beispielträger"},
        "ziele": []
    });
    let mut bytes = whole.to_string().len();
    let massnahme = json!({"was": text});
    for _ in 0..200 {
        let sides = || json!([massnahme, massnahme, massnahme, massnahme, massnahme]);
        let ziel = json!({
            "ziel": text,
            "massnahmen": {"freier_traeger": sides(), "oeffentlicher_traeger": sides()},
        });
        bytes += ziel.to_string().len() + 1;
        if bytes > MAX_VEREINBARUNG_BYTES {
            break;
        }
        whole["ziele"].as_array_mut().unwrap().push(ziel);
    }
    whole
}

/// Runs the command, which is to end with `code`, and gives how long it took and how much
/// memory, in MiB.
fn measured(desk: &Desk, arguments: &[&str], code: i32) -> (Duration, u64) {
    let begun = Instant::now();
    let mut command = desk.command(arguments);
    let mut run = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let mut most = 0;
    let status = loop {
        let status = fs::read_to_string(format!("/proc/{}/status", run.id())).unwrap_or_default();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.split_whitespace().next()?.parse().ok());
        most = most.max(peak.unwrap_or(0));
        if let Some(status) = run.try_wait().unwrap() {
            break status;
        }
        sleep(Duration::from_millis(5));
    };
    assert_eq!(status.code(), Some(code), "{arguments:?}");
    (begun.elapsed(), most / 1024)
}

#[test]
fn an_agreement_at_the_limit_takes_bounded_time_and_memory() {
    for chars in [9_900, 440] {
        let desk = Desk::new();
        let json = agreement(chars).to_string();
        assert!(json.len() > MAX_VEREINBARUNG_BYTES - 120_000, "{} bytes", json.len());
        desk.write("groß.json", &json);
        for call in [
            &["validate", "groß.json"][..],
            &["render", "groß.json", "-o", "groß.pdf"],
            &["extract", "groß.pdf", "-o", "zurück.json"],
            &["evaluate", "groß.json", "groß.pdf", "-o", "auswertung.json"],
            &["evaluate", "groß.json", "-o", "auswertung.pdf"],
        ] {
            let (takes, memory) = measured(&desk, call, 0);
            let pdf = fs::metadata(desk.path("groß.pdf")).map_or(0, |file| file.len());
            eprintln!(
                "{} kB, {chars} characters a text, {call:?}: {takes:.1?}, {memory} MiB, PDF of {pdf} bytes",
                json.len() / 1000
            );
            assert!(takes < BOUND.0 && memory < BOUND.1, "{call:?}: {takes:?}, {memory} MiB");
        }
        let back: Value = serde_json::from_slice(&fs::read(desk.path("zurück.json")).unwrap()).unwrap();
        assert_eq!(back["ziele"], agreement(chars)["ziele"]);
    }
}

/// Two bytes are a row that is none, and what is kept of it is a number.
#[test]
fn a_million_rows_that_are_none_are_counted_in_bounded_memory() {
    const ROWS: usize = 1_000_000;
    /// Stated in docs/reliability.md.
    const MOST: u64 = 512;
    let desk = Desk::new();
    desk.write("liste.json", &format!("[{}0]", "0,".repeat(ROWS - 1)));
    desk.write("zeilen.jsonl", &("0\n".repeat(ROWS) + &agreement(440).to_string()));
    let batch = ["batch", "liste.json", "--art", "qev", "--check", "--report", "bericht.json"];
    for (call, code) in [
        (&batch[..], 1),
        (&["evaluate", "zeilen.jsonl", "liste.json", "-o", "auswertung.json"], 1),
        (&["evaluate", "zeilen.jsonl", "-o", "auswertung.pdf"], 1),
    ] {
        let (takes, memory) = measured(&desk, call, code);
        eprintln!("{call:?}: {takes:.1?}, {memory} MiB");
        assert!(takes < BOUND.0 && memory < MOST, "{call:?}: {takes:?}, {memory} MiB");
    }
    let read = |name: &str| -> Value { serde_json::from_slice(&fs::read(desk.path(name)).unwrap()).unwrap() };
    let report = read("bericht.json");
    assert_eq!((&report["rows"], &report["failed"], &report["done"]), (&json!(ROWS), &json!(ROWS), &json!(0)));
    assert_eq!(report["failures"].as_array().unwrap().len(), MAX_NAMED);
    assert_eq!(report["more_failures"], json!(ROWS - MAX_NAMED));
    assert!(report["notes"].to_string().contains("nennt der Bericht die ersten 5000, 995000 weitere zählt er"));
    let befunde = read("auswertung.json")["befunde"].clone();
    let rest = befunde.as_array().unwrap().iter().find(|befund| befund.get("weitere").is_some()).unwrap().clone();
    assert_eq!(befunde.as_array().unwrap().len(), MAX_NAMED + 1);
    assert_eq!(rest["weitere"], json!(2 * ROWS - MAX_NAMED));
    desk.write("zeilen.jsonl", &("0\n".repeat(6000) + &agreement(440).to_string()));
    let told = ["… und 5980 weitere Befunde; die ersten 5000 stehen in der Auswertung.", "6000 nicht lesbar."];
    desk.run(&["evaluate", "zeilen.jsonl", "-o", "klein.json"]).expect(1, &told);

    desk.write("liste.json", &format!("[{}0]", "0,".repeat(MAX_ROWS)));
    desk.run(&batch).expect(2, &["mehr als 1048576 Zeilen"]);
}
