//! The command `vereinbar batch`, as offices call it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;

const BASE: &str = r#"{
    "art": "qualitaetsentwicklungsvereinbarung",
    "stand": "2026-12-01",
    "jugendamt": {"name": "Landkreis Musterland"},
    "vereinbarungszeitraum": {"von": "2027-01-01", "bis": "2028-12-31"},
    "ziele": [{"ziel": "Kinder bringen ihre Sicht ein."}]
}"#;

/// A folder with a base and a table of invented providers, one in a hundred broken.
struct Office {
    folder: TempDir,
}

impl Office {
    fn new(rows: usize) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("basis.json"), BASE).unwrap();
        let mut table = String::from("traeger.name;vereinbarungszeitraum.bis;fortsetzung.gespraechsgrundlagen\r\n");
        for row in 0..rows {
            let end = if row % 100 == 50 { "31.12.2026" } else { "31.12.2028" };
            writeln!(table, "\"Träger {row:04} gGmbH\";{end};\"GEHEIM eins {row}\nGEHEIM zwei\"\r").unwrap();
        }
        // As Excel in a German office saves it.
        let bytes: Vec<u8> = table.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
        fs::write(folder.path().join("liste.csv"), bytes).unwrap();
        Self { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vereinbar"));
        command.current_dir(self.folder.path());
        command.args(["batch", "liste.csv", "--base", "basis.json"]).args(arguments);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    fn start(&self, arguments: &[&str]) -> Running {
        Running(self.command(arguments).stderr(Stdio::null()).spawn().unwrap())
    }
}

/// A run that goes on beside the test, and does not outlive it.
struct Running(Child);

impl Running {
    /// Waits until `is_there`, as long as the run goes on; at most a minute.
    fn until(&mut self, mut is_there: impl FnMut() -> bool) {
        let begun = Instant::now();
        while !is_there() && self.0.try_wait().unwrap().is_none() {
            assert!(begun.elapsed() < Duration::from_mins(1), "the run goes on, but nothing comes of it");
            sleep(Duration::from_millis(1));
        }
    }

    fn kill(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }

    /// Exit code and standard output, once it has ended.
    fn end(mut self) -> (Option<i32>, Vec<u8>) {
        let mut stdout = Vec::new();
        self.0.stdout.take().unwrap().read_to_end(&mut stdout).unwrap();
        (self.0.wait().unwrap().code(), stdout)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It has ended by itself, or else it is ended now.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn pdfs(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let Ok(entries) = fs::read_dir(folder) else { return BTreeMap::new() };
    entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "pdf"))
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(&path).unwrap()))
        .collect()
}

fn manifest(folder: &Path) -> Vec<Value> {
    let text = fs::read_to_string(folder.join("batch.jsonl")).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_thousand_providers_with_ten_broken_rows() {
    let office = Office::new(1000);
    let begun = Instant::now();
    let output = office.run(&["--out", "out", "--format", "json"]);
    eprintln!("1000 rows in {:.1} s", begun.elapsed().as_secs_f64());
    assert_eq!(output.status.code(), Some(1));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&report["rows"], &report["done"], &report["failed"]), (&1000.into(), &990.into(), &10.into()));
    assert_eq!(report["notes"][0], "CSV in Windows-1252, getrennt durch „;“.");
    let rows: Vec<u64> = report["failures"].as_array().unwrap().iter().map(|f| f["row"].as_u64().unwrap()).collect();
    assert_eq!(rows, (0..10).map(|i| 52 + 100 * i).collect::<Vec<_>>());
    for failure in report["failures"].as_array().unwrap() {
        assert_eq!(failure["findings"][0]["column"], "vereinbarungszeitraum.bis");
        assert_eq!(failure["findings"][0]["path"], "/vereinbarungszeitraum/bis");
    }
    let made = pdfs(&office.path("out"));
    assert_eq!(made.len(), 990);
    assert!(made.values().all(|pdf| pdf.starts_with(b"%PDF-1.7") && pdf.ends_with(b"%%EOF\n")));
    assert!(made.contains_key("Träger 0999 gGmbH.pdf"));
    let lines = manifest(&office.path("out"));
    assert_eq!(
        lines.iter().map(|line| line["row"].as_u64().unwrap()).collect::<Vec<_>>(),
        (2..=1001).collect::<Vec<_>>()
    );
    assert_eq!(lines.iter().filter(|line| line["status"] == "done").count(), 990);
    // What users have typed stays in their documents.
    let said = [output.stdout, output.stderr, fs::read(office.path("out/batch.jsonl")).unwrap()].concat();
    assert!(!String::from_utf8_lossy(&said).contains("GEHEIM"));

    // For people.
    let again = office.run(&["--out", "out", "--report", "bericht.json"]);
    let text = String::from_utf8(again.stdout).unwrap();
    assert_eq!(again.status.code(), Some(1));
    for part in [
        "Zeilen 52, 152, 252, 352, 452, 552, 652, 752, 852 und 952, Spalte B (vereinbarungszeitraum.bis)",
        "1000 Zeilen gelesen, 0 Dokumente erzeugt, 990 unverändert, 10 fehlgeschlagen",
    ] {
        assert!(text.contains(part), "{text}");
    }
    let report: Value = serde_json::from_slice(&fs::read(office.path("bericht.json")).unwrap()).unwrap();
    assert_eq!(report["unchanged"], 990);
    // It is replaced without being asked; another file is not.
    assert_eq!(office.run(&["--check", "--report", "bericht.json"]).status.code(), Some(1));
    fs::write(office.path("anderes.json"), BASE).unwrap();
    let refused = office.run(&["--check", "--report", "anderes.json"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8(refused.stderr).unwrap().contains("anderes.json"));
    assert_eq!(fs::read_to_string(office.path("anderes.json")).unwrap(), BASE);
}

/// Numbers that differ from kill to kill, but not from test to test.
pub(crate) fn some(seed: &mut u64, below: u64) -> u64 {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*seed >> 33) % below
}

fn count(folder: &Path) -> usize {
    let Ok(entries) = fs::read_dir(folder) else { return 0 };
    entries
        .filter(|entry| entry.as_ref().is_ok_and(|entry| entry.path().extension().is_some_and(|e| e == "pdf")))
        .count()
}

#[test]
fn killed_twenty_times_and_resumed_the_files_are_the_same() {
    let office = Office::new(300);
    assert_eq!(office.run(&["--out", "ganz"]).status.code(), Some(1));
    let whole = pdfs(&office.path("ganz"));
    assert_eq!(whole.len(), 297);

    let mut seed = 1;
    let mut counts = Vec::new();
    let mut alive = 0;
    for _ in 0..20 {
        let wanted = count(&office.path("out")) + usize::try_from(some(&mut seed, 20)).unwrap();
        let mut run = office.start(&["--out", "out"]);
        run.until(|| count(&office.path("out")) >= wanted);
        sleep(Duration::from_millis(some(&mut seed, 30)));
        alive += usize::from(run.0.try_wait().unwrap().is_none());
        // SIGKILL.
        run.kill();
        let made = pdfs(&office.path("out"));
        counts.push(made.len());
        // No half file, at no time.
        assert!(made.iter().all(|(name, pdf)| whole.get(name) == Some(pdf)));
    }
    eprintln!("files after each kill: {counts:?}; {alive} of the runs had not ended");
    assert!(alive >= 10, "{alive} of twenty runs had not ended when they were killed");
    assert!(counts.is_sorted(), "{counts:?}");
    let output = office.run(&["--out", "out", "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    eprintln!("left for the last run: {}", report["done"]);
    assert!(pdfs(&office.path("out")) == whole);
    // Neither what was half done nor the lock is left.
    let names = |folder: &str| fs::read_dir(office.path(folder)).unwrap().count();
    assert_eq!(names("out"), 297 + 1);
    // And the manifest says the same of every row.
    let hashes = |folder: &str| -> Vec<(Value, Value, Value)> {
        let lines = manifest(&office.path(folder));
        lines.iter().map(|line| (line["row"].clone(), line["input"].clone(), line["output"].clone())).collect()
    };
    assert_eq!(hashes("out"), hashes("ganz"));
}

#[cfg(unix)]
#[test]
fn ctrl_c_finishes_what_is_begun_and_says_what_is_left() {
    let office = Office::new(1000);
    let mut run = office.start(&["--out", "out", "--format", "json"]);
    run.until(|| count(&office.path("out")) >= 5);
    let kill = Command::new("kill").args(["-INT", &run.0.id().to_string()]).status().unwrap();
    assert!(kill.success());
    let (code, stdout) = run.end();
    assert_eq!(code, Some(130));
    let report: Value = serde_json::from_slice(&stdout).unwrap();
    let (done, left) = (report["done"].as_u64().unwrap(), report["left"].as_u64().unwrap());
    assert!(report["interrupted"] == true && left > 0 && done + left <= 1000, "{report}");
    assert_eq!(pdfs(&office.path("out")).len() as u64, done);
    assert_eq!(manifest(&office.path("out")).iter().filter(|line| line["status"] == "done").count() as u64, done);
}

/// The window that it runs in is closed.
#[cfg(target_os = "linux")]
#[test]
fn a_window_that_is_closed_leaves_neither_lock_nor_half_files() {
    let office = Office::new(1000);
    // Where the tests run under `nohup`, the run is not to pass over the signal.
    let mut command = Command::new("env");
    command.args([
        "--default-signal=HUP",
        env!("CARGO_BIN_EXE_vereinbar"),
        "batch",
        "liste.csv",
        "--base",
        "basis.json",
    ]);
    command.args(["--out", "out", "--zip", "alle.zip", "--format", "json"]).current_dir(office.folder.path());
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut run = Running(command.spawn().unwrap());
    run.until(|| count(&office.path("out")) >= 5);
    assert!(Command::new("kill").args(["-HUP", &run.0.id().to_string()]).status().unwrap().success());
    let (code, stdout) = run.end();
    assert_eq!(code, Some(130));
    let report: Value = serde_json::from_slice(&stdout).unwrap();
    assert!(report["interrupted"] == true && report["left"].as_u64().unwrap() > 0, "{report}");
    let made = pdfs(&office.path("out"));
    assert_eq!(made.len() as u64, report["done"].as_u64().unwrap());
    let is_half = |pdf: &[u8]| !(pdf.starts_with(b"%PDF-") && pdf.trim_ascii_end().ends_with(b"%%EOF"));
    assert!(!made.values().any(|pdf| is_half(pdf)));
    // Beside the documents and the manifest nothing is left: no lock, no temporary file, no half archive.
    assert_eq!(fs::read_dir(office.path("out")).unwrap().count(), made.len() + 1);
    assert_eq!(fs::read_dir(office.folder.path()).unwrap().count(), 3);
    assert_eq!(manifest(&office.path("out")).iter().filter(|line| line["status"] == "done").count(), made.len());
}

#[test]
fn check_makes_nothing() {
    let office = Office::new(60);
    let output = office.run(&["--check"]);
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("60 Zeilen geprüft: 59 in Ordnung, 1 fehlgeschlagen"), "{text}");
    assert_eq!(fs::read_dir(office.folder.path()).unwrap().count(), 2);
}

#[test]
fn wrong_usage_is_told_in_german() {
    let office = Office::new(2);
    for (arguments, message) in [
        (&["--out", "out", "--name", "{traeger.nahme}"][..], "traeger.name"),
        (&["--out", "out", "--jobs", "0"], "ganze Zahl von 1 bis 200"),
        (&[], "-o, --out <ORDNER>"),
        (&["--out", "out", "--logo", "nirgends.png", "--logo-alt", "Logo"], "nirgends.png"),
    ] {
        let output = office.run(arguments);
        let text = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.code() == Some(2) && text.contains(message), "{arguments:?}: {text}");
    }
    // The table is not written over, whatever is said.
    let output = office.run(&["--zip", "liste.csv", "--overwrite"]);
    assert!(output.status.code() == Some(2) && fs::read(office.path("liste.csv")).unwrap().starts_with(b"traeger"));
    fs::write(office.path("liste.csv"), "treager.name\nA\n").unwrap();
    let output = office.run(&["--out", "out"]);
    let text = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(text.contains("Spalte A (treager.name)") && text.contains("„traeger.name“"), "{text}");
    assert!(pdfs(&office.path("out")).is_empty());
}

#[test]
fn the_table_is_there_to_be_filled() {
    let office = Office::new(0);
    let command = |arguments: &[&str]| {
        Command::new(env!("CARGO_BIN_EXE_vereinbar"))
            .current_dir(office.folder.path())
            .args(arguments)
            .output()
            .unwrap()
    };
    let table = ["table", "qualitaetsentwicklungsvereinbarung", "-o", "liste.xlsx"];
    assert!(command(&table).status.success());
    assert_eq!(command(&table).status.code(), Some(2));
    let check = command(&["batch", "liste.xlsx", "--base", "basis.json", "--check"]);
    // Nothing was checked, and that is said.
    assert_eq!(check.status.code(), Some(1), "{}", String::from_utf8_lossy(&check.stderr));
    assert!(String::from_utf8_lossy(&check.stdout).contains("steht keine Zeile"));
}
