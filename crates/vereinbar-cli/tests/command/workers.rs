//! The processes in which the command has documents made and read.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use serde_json::{Value, json};
use vereinbar::{
    Art, Ausfuellhilfe, RenderOptions, Renderer, ValidateOptions, Vereinbarung, check, extract_all, parse_bytes,
};
use vereinbar_evaluate::{EvaluateOptions, Inputs, RunOptions, evaluate};
use vereinbar_tests::{fixtures, hash_table, sha256};
use vereinbar_workers::{DrawnPage, Processes, Undrawn, WorkerCommand, WorkerOptions, WrittenOptions};

use crate::desk::{Desk, example, root};

/// What has a run work in processes, however few documents it has.
const IN_PROCESSES: [&str; 2] = ["--time-limit", "120"];
const ART: &str = "qualitaetsentwicklungsvereinbarung";

/// A table of invented providers.
pub(crate) fn table(desk: &Desk, rows: usize) {
    let mut table = String::from("traeger.name\n");
    (0..rows).for_each(|row| writeln!(table, "T{row:04}").unwrap());
    desk.write("liste.csv", &table);
}

/// Templates of one's own that do `what` for the provider `T0001` alone.
pub(crate) fn templates(desk: &Desk, what: &str) {
    desk.run(&["templates", "export", "eigene"]).expect(0, &[]);
    let main = desk.path("eigene").join(ART).join("main.typ");
    let text = fs::read_to_string(&main).unwrap();
    let mine = format!("#if json(\"daten.json\").at(\"traeger\").at(\"name\") == \"T0001\" {{ {what} }}\n");
    fs::write(&main, format!("{text}\n{mine}")).unwrap();
}

/// The report of a run.
fn report(desk: &Desk, arguments: &[&str], code: i32) -> Value {
    let run = desk.run(&[&["batch", "liste.csv", "--art", ART, "--format", "json"], arguments].concat());
    serde_json::from_slice(&run.expect(code, &[]).stdout).unwrap()
}

#[test]
fn processes_give_the_bytes_of_the_table() {
    let worker = WorkerCommand::new(env!("CARGO_BIN_EXE_vereinbar")).argument("worker");
    let hashes = hash_table();
    let cancel = AtomicBool::new(false);
    let processes = Processes::start(&worker, WorkerOptions::default().limits(), 2, None).unwrap();
    let options = WrittenOptions::from(&RenderOptions::default());
    let with_help =
        WrittenOptions::from(&RenderOptions { ausfuellhilfe: Ausfuellhilfe::Angehaengt, ..RenderOptions::default() });
    let check_hash = |agreement: Vereinbarung, options: &WrittenOptions, name: &str| {
        let sealed = check(agreement, ValidateOptions::default()).seal().unwrap();
        let pdf = processes.render(&sealed, options, &cancel).unwrap().unwrap().pdf;
        assert_eq!(Some(&sha256(&pdf)), hashes.get(name), "{name}");
        // And the way back.
        let read = processes.extract_all(&pdf, &cancel).unwrap().unwrap();
        let there: Vec<String> =
            extract_all(&pdf).unwrap().into_iter().map(|file| file.vereinbarung.unwrap().to_json()).collect();
        assert_eq!(
            read.into_iter().map(|file| file.vereinbarung.unwrap().to_json()).collect::<Vec<_>>(),
            there,
            "{name}"
        );
    };
    for &art in Art::ALL {
        let example = fs::read(root().join(format!("templates/{art}/daten.json"))).unwrap();
        check_hash(parse_bytes(&example).unwrap(), &options, &format!("{art}/beispiel.pdf"));
        check_hash(Vereinbarung::blank(art), &options, &format!("{art}/vordruck.pdf"));
        for fixture in fixtures(art.as_str(), "valid") {
            check_hash(parse_bytes(&fixture.bytes).unwrap(), &options, &format!("{art}/{}.pdf", fixture.name));
        }
    }
    // Other options, and then the first ones again.
    let art = Art::Qualitaetsentwicklungsvereinbarung;
    check_hash(Vereinbarung::blank(art), &with_help, &format!("{art}/mit_ausfuellhilfe.pdf"));
    check_hash(Vereinbarung::blank(art), &options, &format!("{art}/vordruck.pdf"));
}

#[test]
fn processes_draw_the_pages_of_a_renderer() {
    let worker = WorkerCommand::new(env!("CARGO_BIN_EXE_vereinbar")).argument("worker");
    let cancel = AtomicBool::new(false);
    let processes = Processes::start(&worker, WorkerOptions::default().limits(), 1, None).unwrap();
    let options = RenderOptions::default();
    let agreement = parse_bytes(&fs::read(example()).unwrap()).unwrap();
    let sealed = check(agreement.clone(), ValidateOptions::default()).seal().unwrap();
    let drawn = |pages: &str, ppi| {
        processes.preview(&sealed, &(&options).into(), &pages.parse().unwrap(), ppi, &cancel).unwrap()
    };
    let renderer = Renderer::new().unwrap();
    for pages in ["all", "2", "1,2-2"] {
        let here = renderer.preview(&agreement, &options, &pages.parse().unwrap(), 20.0).unwrap();
        let here: Vec<DrawnPage> = here.into_iter().map(DrawnPage::from).collect();
        assert!(drawn(pages, 20.0) == Ok(here), "{pages}");
    }
    assert!(matches!(drawn("9", 20.0), Err(Undrawn::NoSuchPage { pages: 2 })));
    assert!(matches!(drawn("1", 1.0), Err(Undrawn::Refused(message)) if message.contains("10")));
}

#[test]
fn a_run_makes_the_same_files_in_threads_and_in_processes() {
    let desk = Desk::new();
    table(&desk, 20);
    let files = |out: &str, more: &[&str]| {
        report(&desk, &[&["--out", out], more].concat(), 0);
        let names = (0..20).map(|row| desk.path(out).join(format!("T{row:04}.pdf")));
        names.map(|name| fs::read(name).unwrap()).collect::<Vec<_>>()
    };
    let threads = files("a", &[]);
    assert!(files("b", &["--jobs", "1", "--memory-limit", "1000"]) == threads);
    assert!(files("c", &IN_PROCESSES) == threads);
}

#[test]
fn a_document_that_does_not_end_costs_itself_alone() {
    let desk = Desk::new();
    table(&desk, 6);
    templates(&desk, "for i in range(1000000) { for j in range(1000000) { } }");
    let report = report(&desk, &["--out", "out", "--templates", "eigene", "--time-limit", "10"], 1);
    assert_eq!((&report["done"], &report["failed"]), (&json!(5), &json!(1)), "{}", report["failures"]);
    let failure = &report["failures"][0];
    assert_eq!((&failure["row"], &failure["findings"][0]["code"]), (&json!(3), &json!("time_limit")));
    let message = failure["findings"][0]["message"].as_str().unwrap();
    assert!(message.contains("länger als 10 s"), "{message}");
}

#[test]
fn templates_that_never_end_are_given_up() {
    let desk = Desk::new();
    table(&desk, 40);
    templates(&desk, "}\n#{ for i in range(1000000) { for j in range(1000000) { } }");
    let report = report(&desk, &["--out", "out", "--templates", "eigene", "--time-limit", "1", "--jobs", "2"], 1);
    let codes: Vec<&str> = report["failures"]
        .as_array()
        .unwrap()
        .iter()
        .map(|failure| failure["findings"][0]["code"].as_str().unwrap())
        .collect();
    let count = |code: &str| codes.iter().filter(|other| **other == code).count();
    // Some were under way when it was enough.
    assert!((10..20).contains(&count("time_limit")), "{codes:?}");
    assert_eq!(count("time_limit") + count("not_tried"), 40);
}

#[cfg(target_os = "linux")]
#[test]
fn a_document_that_takes_too_much_memory_costs_itself_alone() {
    let desk = Desk::new();
    table(&desk, 6);
    templates(&desk, "let all = (); for i in range(100000) { all.push(str(i) * 1000000) }");
    let options = ["--out", "out", "--templates", "eigene", "--memory-limit", "300", "--time-limit", "120"];
    let report = report(&desk, &options, 1);
    assert_eq!((&report["done"], &report["failed"]), (&json!(5), &json!(1)), "{}", report["failures"]);
    let finding = &report["failures"][0]["findings"][0];
    assert_eq!(finding["code"], "memory_limit");
    assert!(finding["message"].as_str().unwrap().contains("300 MiB"), "{finding}");
    assert!(finding["remedy"].as_str().unwrap().contains("--memory-limit"), "{finding}");
}

/// Where there is no room for a thread, the system speaks of threads.
#[cfg(target_os = "linux")]
#[test]
fn a_limit_of_memory_below_any_document_is_named() {
    let desk = Desk::new();
    table(&desk, 1);
    let report = report(&desk, &["--out", "out", "--memory-limit", "1"], 1);
    let finding = &report["failures"][0]["findings"][0];
    assert_eq!(finding["code"], "memory_limit", "{finding}");
    assert!(finding["message"].as_str().unwrap().contains("1 MiB"), "{finding}");
}

#[test]
fn an_evaluation_reads_pdfs_in_processes_with_the_same_result() {
    let desk = Desk::new();
    desk.run(&["render", &example(), "-o", "a.pdf"]).expect(0, &[]);
    desk.run(&["render", &root().join("templates/leq_vereinbarung/daten.json").display().to_string(), "-o", "b.pdf"])
        .expect(0, &[]);
    fs::write(desk.path("c.pdf"), b"%PDF-1.7 kein PDF").unwrap();
    let files = ["a.pdf", "b.pdf", "c.pdf"].map(|name| desk.path(name));
    let threads = evaluate(
        Inputs::paths(&files),
        &EvaluateOptions::default(),
        RunOptions::default(),
        &AtomicBool::new(false),
        &mut |_| {},
    )
    .unwrap();
    let threads: Value = serde_json::from_str(&threads.auswertung.to_json()).unwrap();
    let names = files.each_ref().map(|file| file.to_str().unwrap());
    let run = desk.run(&[&["evaluate"], &names[..], &["-o", "-", "--format", "json"], &IN_PROCESSES].concat());
    let processes: Value = serde_json::from_slice(&run.expect(1, &[]).stdout).unwrap();
    assert_eq!(processes, threads);
    assert_eq!(processes["kennzahlen"]["vereinbarungen"]["anzahl"], json!(2));
    // The limit is far below what reading takes, and the file larger than what a process keeps in reserve: so it is held,
    // and there are processes.
    if cfg!(target_os = "linux") {
        let mut large = fs::read(&files[0]).unwrap();
        let end = large.windows(10).rposition(|window| window == b"\nstartxref").unwrap();
        let end = large[end..].to_vec();
        large.push(b'%');
        large.resize(large.len() + (60 << 20), b'x');
        large.extend(end);
        fs::write(desk.path("d.pdf"), large).unwrap();
        let read = ["evaluate", "d.pdf", "-o", "-", "--format", "json"];
        desk.run(&[&read[..], &IN_PROCESSES].concat()).expect(0, &[]);
        let desk = desk.run(&[&read[..], &["--memory-limit", "1"]].concat());
        desk.expect(2, &["d.pdf: ", "mehr als 1 MiB Arbeitsspeicher", "--memory-limit"]);
    }
}

#[test]
fn a_process_without_work_ends_by_itself() {
    let desk = Desk::new();
    let run = desk.run(&["worker"]).expect(0, &[]);
    assert!(run.stdout.is_empty() && run.stderr.is_empty());
    // Nothing of it is said to people.
    assert!(!desk.run(&["--help"]).expect(0, &[]).out().contains("worker"));
}

/// Runs that go on while something is killed; how processes are looked for is the system's.
#[cfg(target_os = "linux")]
mod killed {
    use std::collections::BTreeSet;
    use std::process::{Child, Stdio};
    use std::thread::sleep;
    use std::time::Duration;

    use super::*;
    use crate::process_table::{children, is_there, kill, until};

    /// A run that does not outlive the test.
    struct Running(Child);

    impl Running {
        fn new(desk: &Desk, arguments: &[&str]) -> Self {
            let all = [&["batch", "liste.csv", "--art", ART, "--format", "json"], arguments].concat();
            let mut command = desk.command(&all);
            command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
            Self(command.spawn().unwrap())
        }

        fn signal(&self, signal: &str) {
            kill(signal, self.0.id());
        }

        /// The processes that work for it.
        fn workers(&self) -> Vec<u32> {
            children(self.0.id())
        }

        /// Exit code and report, once it has ended.
        fn end(mut self) -> (Option<i32>, Value) {
            let report = serde_json::from_reader(self.0.stdout.take().unwrap()).unwrap_or_default();
            (self.0.wait().unwrap().code(), report)
        }
    }

    impl Drop for Running {
        fn drop(&mut self) {
            let _ = self.0.kill();
            let _ = self.0.wait();
        }
    }

    /// One process works until its time is over, and a second one has the rest: there is no third.
    #[test]
    fn a_document_that_does_not_end_is_tried_once() {
        let desk = Desk::new();
        table(&desk, 4);
        templates(&desk, "for i in range(1000000) { for j in range(1000000) { } }");
        let options = ["--out", "out", "--templates", "eigene", "--jobs", "1", "--time-limit", "10"];
        let mut run = Running::new(&desk, &options);
        let mut workers = BTreeSet::new();
        while run.0.try_wait().unwrap().is_none() {
            workers.extend(run.workers());
            sleep(Duration::from_millis(5));
        }
        let (code, report) = run.end();
        let counts = (&report["done"], &report["failed"]);
        assert_eq!((code, counts), (Some(1), (&json!(3), &json!(1))), "{}", report["failures"]);
        assert_eq!(report["failures"][0]["findings"][0]["code"], "time_limit");
        assert_eq!(workers.len(), 2, "{workers:?}");
    }

    fn count(folder: &Path) -> usize {
        fs::read_dir(folder).map_or(0, |entries| {
            entries
                .filter(|entry| entry.as_ref().unwrap().path().extension().is_some_and(|ending| ending == "pdf"))
                .count()
        })
    }

    #[test]
    fn twenty_killed_workers_lose_nothing() {
        let desk = Desk::new();
        table(&desk, 400);
        report(&desk, &["--out", "ganz", "--jobs", "2"], 0);
        let run = Running::new(&desk, &["--out", "out", "--jobs", "2"]);
        let (out, mut killed) = (desk.path("out"), 0);
        while killed < 20 {
            // A document whose process is killed twice is given up: so the oldest is, which has
            // done with what another one has left.
            let wanted = 15 * (killed + 1);
            until(|| count(&out) >= wanted, "the run goes on");
            until(|| run.workers().len() == 2, "a worker takes the place of the one before");
            kill("-KILL", run.workers().into_iter().min().unwrap());
            killed += 1;
        }
        let (code, report) = run.end();
        assert_eq!(
            (code, &report["done"], &report["failed"]),
            (Some(0), &json!(400), &json!(0)),
            "{}",
            report["failures"]
        );
        for entry in fs::read_dir(desk.path("ganz")).unwrap().map(|entry| entry.unwrap().path()) {
            let name = entry.file_name().unwrap();
            if entry.extension().is_some_and(|ending| ending == "pdf") {
                assert!(fs::read(&entry).unwrap() == fs::read(out.join(name)).unwrap(), "{}", name.display());
            }
        }
    }

    #[test]
    fn no_process_is_left_however_the_run_ends() {
        let desk = Desk::new();
        table(&desk, 4);
        templates(&desk, "for i in range(1000000) { for j in range(1000000) { } }");
        for signal in ["-KILL", "-INT", "-TERM"] {
            let out = format!("out{signal}");
            let run = Running::new(&desk, &["--out", &out, "--templates", "eigene", "--jobs", "2"]);
            // Only the document without an end is left, and a process that works on it.
            until(|| count(&desk.path(&out)) == 3 && !run.workers().is_empty(), "processes work");
            sleep(Duration::from_millis(300));
            let workers = run.workers();
            assert!(!workers.is_empty());
            run.signal(signal);
            let (code, report) = run.end();
            until(|| !workers.iter().any(|worker| is_there(*worker)), "a process is left");
            if signal != "-KILL" {
                // The document is given up, and neither failed nor made.
                assert_eq!((code, &report["failed"]), (Some(130), &json!(0)), "{}", report["failures"]);
                assert!(report["left"].as_u64().unwrap() >= 1, "{}", report["failures"]);
            }
        }
    }
}
