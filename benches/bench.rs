//! Measures this project: `make bench` runs it for each row of the table, each in
//! a process of its own, so that peak memory is that row's.
//!
//! ```text
//! bench data WORKLOAD COUNT FOLDER   the agreements, for the peer
//! bench fonts FOLDER                 the fonts, for the peer
//! bench ours WORKLOAD COUNT THREADS [FILE]  documents from JSON text to PDF bytes; the last, with its data, into files
//! bench floor WORKLOAD COUNT         PDF export alone
//! bench steps STEP COUNT             one step again and again, for who counts instructions
//! ```

#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a tool for developers"
)]

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use std::{env, fs, hint, thread};

use serde_json::{Value, json};
use vereinbar::{Art, RenderOptions, Renderer, Stage, extract, parse, validate};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Made before the clock runs.
const WARM_UP: usize = 50;

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["data", workload, count, folder] => {
            fs::create_dir_all(folder).unwrap();
            let lines: Vec<String> = vereinbarungen(workload, number(count)).collect();
            fs::write(Path::new(folder).join(format!("{workload}.jsonl")), lines.join("\n") + "\n").unwrap();
        }
        ["fonts", folder] => {
            fs::create_dir_all(folder).unwrap();
            for (name, bytes) in vereinbar_pdf::fonts() {
                fs::write(Path::new(folder).join(name), bytes).unwrap();
            }
        }
        ["ours", workload, count, threads] => ours(workload, number(count), number(threads), None),
        ["ours", workload, count, threads, file] => ours(workload, number(count), number(threads), Some(file)),
        ["floor", workload, count] => floor(workload, number(count)),
        ["steps", step, count] => steps(step, number(count)),
        _ => println!(
            "bench data WORKLOAD COUNT FOLDER | fonts FOLDER | ours WORKLOAD COUNT THREADS [FILE] | floor WORKLOAD COUNT | \
             steps STEP COUNT"
        ),
    }
}

fn number(text: &str) -> usize {
    text.parse().expect("a number")
}

/// The agreements of a workload as JSON text, `WARM_UP` more than asked for.
///
/// - `serie`: what a Serienbrief changes: the Träger, and the wording of the goals
/// - `unique`: every text
/// - `contract`: as `serie`, for the LEQ-Vereinbarung
/// - `goals-N`: as `unique`, with so many goals
fn vereinbarungen(workload: &str, count: usize) -> impl Iterator<Item = String> {
    let goals = workload.strip_prefix("goals-").map(number);
    let (art, is_serie) = match workload {
        "serie" => (Art::Qualitaetsentwicklungsvereinbarung, true),
        "contract" => (Art::LeqVereinbarung, true),
        _ if workload == "unique" || goals.is_some() => (Art::Qualitaetsentwicklungsvereinbarung, false),
        _ => panic!("serie, unique, contract or goals-N"),
    };
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../templates").join(art.as_str()).join("daten.json");
    let mut example: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    if let (Some(goals), Some(ziele)) = (goals, example.get_mut("ziele").and_then(Value::as_array_mut)) {
        let given = ziele.clone();
        *ziele = given.into_iter().cycle().take(goals).enumerate().map(|(index, ziel)| renamed(ziel, index)).collect();
    }
    (0..count + WARM_UP).map(move |index| {
        let mut vereinbarung = example.clone();
        if is_serie {
            vereinbarung["traeger"]["name"] = json!(format!("Träger Nummer {index} gGmbH"));
            for ziel in vereinbarung.get_mut("ziele").and_then(Value::as_array_mut).into_iter().flatten() {
                append(&mut ziel["ziel"], index);
            }
        } else {
            vary(&mut vereinbarung, index);
        }
        vereinbarung.to_string()
    })
}

/// No goal says the same as another.
fn renamed(mut ziel: Value, index: usize) -> Value {
    vary(&mut ziel, index);
    ziel
}

fn append(text: &mut Value, index: usize) {
    *text = json!(format!("{} (Fassung {index})", text.as_str().unwrap()));
}

/// Every text that is free is another in each agreement.
fn vary(value: &mut Value, index: usize) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                let is_fixed = matches!(
                    key.as_str(),
                    "art" | "ags" | "plz" | "stand" | "von" | "bis" | "am" | "datum" | "code" | "qualitaetsdimensionen"
                );
                if !is_fixed {
                    vary(value, index);
                }
            }
        }
        Value::Array(entries) => entries.iter_mut().for_each(|entry| vary(entry, index)),
        Value::String(_) => append(value, index),
        _ => {}
    }
}

struct Made {
    took: Duration,
    pages: usize,
    bytes: usize,
}

fn make(renderer: &Renderer, json: &str) -> Made {
    let begun = Instant::now();
    let document = renderer.render(&parse(json).unwrap(), &RenderOptions::default()).unwrap();
    Made { took: begun.elapsed(), pages: document.pages, bytes: document.pdf.len() }
}

fn ours(workload: &str, count: usize, threads: usize, file: Option<&str>) {
    let renderer = Renderer::new().unwrap();
    let all: Vec<String> = vereinbarungen(workload, count).collect();
    let (warm_up, all) = all.split_at(WARM_UP);
    let run = |vereinbarungen: &[String]| -> Vec<Made> {
        let next = AtomicUsize::new(0);
        thread::scope(|scope| {
            let workers: Vec<_> = (0..threads)
                .map(|_| {
                    scope.spawn(|| {
                        let mut made = Vec::new();
                        while let Some(json) = vereinbarungen.get(next.fetch_add(1, Ordering::Relaxed)) {
                            made.push(make(&renderer, json));
                        }
                        made
                    })
                })
                .collect();
            workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
        })
    };
    run(warm_up);
    let (begun, used) = (Instant::now(), cpu_seconds());
    let made = run(all);
    let (took, used) = (begun.elapsed(), cpu_seconds().zip(used).map(|(now, then)| now - then));
    let same = file.map(|file| {
        let json = all.last().unwrap();
        fs::write(Path::new(file).with_extension("json"), json).unwrap();
        let vereinbarung = parse(json).unwrap();
        let pdf = || renderer.render(&vereinbarung, &RenderOptions::default()).unwrap().pdf;
        let first = pdf();
        fs::write(file, &first).unwrap();
        // As the peers do: times with a resolution of a second must not look the same by chance.
        thread::sleep(Duration::from_millis(1100));
        pdf() == first
    });
    print(&made, took, used, same);
}

/// Each document twice: the second time everything but the export comes from
/// Typst's cache.
fn floor(workload: &str, count: usize) {
    let renderer = Renderer::new().unwrap();
    let mut made = Vec::new();
    for (index, json) in vereinbarungen(workload, count).enumerate() {
        make(&renderer, &json);
        let again = make(&renderer, &json);
        if index >= WARM_UP {
            made.push(again);
        }
    }
    let took = made.iter().map(|made| made.took).sum();
    print(&made, took, None, None);
}

/// One step `count` times, each time with other data, and nothing else that depends on the
/// count: what two counts differ in is what the step takes (`instructions.py`).
fn steps(step: &str, count: usize) {
    let renderer = Renderer::new().unwrap();
    match step {
        "serie" | "unique" | "contract" => {
            for json in vereinbarungen(step, count).take(count) {
                make(&renderer, &json);
            }
        }
        "parse" => {
            for json in vereinbarungen("unique", count).take(count) {
                hint::black_box(parse(&json).unwrap());
            }
        }
        "validate" => {
            let vereinbarung = parse(&vereinbarungen("unique", 0).next().unwrap()).unwrap();
            for _ in 0..count {
                hint::black_box(validate(&vereinbarung, &Stage::Unterschriftsreif.into()));
            }
        }
        "extract" => {
            let json = vereinbarungen("unique", 0).next().unwrap();
            let pdf = renderer.render(&parse(&json).unwrap(), &RenderOptions::default()).unwrap().pdf;
            for _ in 0..count {
                hint::black_box(extract(&pdf).unwrap());
            }
        }
        _ => panic!("serie, unique, contract, parse, validate or extract"),
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts are small")]
fn print(made: &[Made], took: Duration, cpu: Option<f64>, same: Option<bool>) {
    let mut times: Vec<f64> = made.iter().map(|made| made.took.as_secs_f64() * 1000.0).collect();
    times.sort_by(f64::total_cmp);
    let percentile = |percent: usize| times.get((times.len() * percent / 100).min(times.len() - 1)).copied();
    let result = json!({
        "per_second": made.len() as f64 / took.as_secs_f64(),
        "per_cpu_second": cpu.map(|cpu| made.len() as f64 / cpu),
        "p50": percentile(50),
        "p95": percentile(95),
        "p99": percentile(99),
        "peak_mb": peak_kib().map(|kib| kib as f64 / 1024.0),
        "pages": made.iter().map(|made| made.pages).sum::<usize>(),
        "bytes": made.iter().map(|made| made.bytes).sum::<usize>(),
        "same": same,
    });
    println!("{result}");
}

fn peak_kib() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}

/// What this process has used of all cores, where the system tells.
#[expect(clippy::cast_precision_loss, reason = "a few minutes")]
fn cpu_seconds() -> Option<f64> {
    /// `USER_HZ` of Linux on all machines that there are today.
    const TICKS_A_SECOND: f64 = 100.0;
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace().skip(11);
    let mut ticks = || fields.next()?.parse::<u64>().ok();
    Some((ticks()? + ticks()?) as f64 / TICKS_A_SECOND)
}
