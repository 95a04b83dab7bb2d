//! The largest agreements that there may be: checked, printed, read back and evaluated in bounded time and memory.

use std::fs;
use std::process::Stdio;
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use vereinbar::limits::MAX_VEREINBARUNG_BYTES;

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

/// Runs the command, and gives how long it took and how much memory, in MiB.
fn measured(desk: &Desk, arguments: &[&str]) -> (Duration, u64) {
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
    assert_eq!(status.code(), Some(0), "{arguments:?}");
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
            let (takes, memory) = measured(&desk, call);
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
