//! What becomes of a file that there is no room for: the old one stays as it is, and what is wrong is said.

use std::collections::BTreeSet;
use std::fs;
use std::process::{Command, Stdio};

use crate::desk::{Desk, Run, example};
use crate::workers::table;

/// The documents of an archive, with which the next run goes on.
const PARTS: &str = ".alle.zip.teile";
const OLD: &[u8] = b"was vorher da war";

/// A call, the file that it writes, and how much of that is written before there is no more room, in blocks of the
/// shell: none of it, or a part.
struct Case {
    arguments: &'static [&'static str],
    file: &'static str,
    blocks: &'static [u32],
}

const fn case(arguments: &'static [&'static str], file: &'static str, blocks: &'static [u32]) -> Case {
    Case { arguments, file, blocks }
}

const BATCH: &[&str] = &["batch", "liste.csv", "--art", "qev", "--overwrite"];
const EVALUATE: &[&str] = &["evaluate", "vereinbarungen", "--overwrite", "--stichtag", "2027-06-01", "-o"];

const CASES: &[(&[&str], Case)] = &[
    (BATCH, case(&["--zip", "alle.zip"], "alle.zip", &[0])),
    (BATCH, case(&["--combined", "alle.pdf"], "alle.pdf", &[0, 20])),
    (BATCH, case(&["--check", "--marked", "abschrift.xlsx"], "abschrift.xlsx", &[0, 2])),
    (EVALUATE, case(&["auswertung.pdf"], "auswertung.pdf", &[0, 20])),
    (EVALUATE, case(&["auswertung.xlsx"], "auswertung.xlsx", &[0, 2])),
    (EVALUATE, case(&["auswertung.json"], "auswertung.json", &[0, 1])),
    (EVALUATE, case(&["auswertung.ics"], "auswertung.ics", &[0])),
    (&["render", "vereinbarungen/a.json", "--overwrite", "-o"], case(&["a.pdf"], "a.pdf", &[0, 20])),
    (&["table", "qev", "--overwrite", "-o"], case(&["leer.xlsx"], "leer.xlsx", &[0, 2])),
];

fn desk() -> Desk {
    let desk = Desk::new();
    table(&desk, 8);
    fs::create_dir(desk.path("vereinbarungen")).unwrap();
    fs::copy(example(), desk.path("vereinbarungen/a.json")).unwrap();
    desk
}

/// Runs the command where no file may be longer than this. The shell ignores the signal that comes with it, so that
/// it is an error like any other.
fn run_with_room_for(blocks: u32, desk: &Desk, arguments: &[&str]) -> Run {
    let mut command = Command::new("sh");
    command.current_dir(desk.path("")).stdin(Stdio::null());
    command.args(["-c", &format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$@\""), "sh"]);
    command.arg(env!("CARGO_BIN_EXE_vereinbar")).args(arguments);
    Run::from(command.output().unwrap())
}

#[test]
fn a_file_that_there_is_no_room_for_leaves_the_old_one_and_is_told() {
    for (call, Case { arguments, file, blocks }) in CASES {
        for blocks in *blocks {
            let desk = desk();
            fs::write(desk.path(file), OLD).unwrap();
            let before = desk.files();
            let run = run_with_room_for(*blocks, &desk, &[*call, *arguments].concat());
            let run = run.expect(2, &["Die Datei ist zu groß."]);
            // Of a batch it may be what is kept beside it meanwhile.
            assert!(run.stderr.contains(file) || call == &BATCH, "{}", run.stderr);
            assert_eq!(run.stderr.lines().count(), 1, "{}", run.stderr);
            assert_eq!(fs::read(desk.path(file)).unwrap(), OLD, "{file} with {blocks} blocks: {}", run.stderr);
            let left: Vec<String> = desk.files().into_iter().filter(|name| name != PARTS).collect();
            assert_eq!(left, before, "{file} with {blocks} blocks");
        }
    }
}

/// No document can be written, and an archive of none is not put in the place of an older one.
#[test]
fn an_archive_of_no_documents_leaves_the_old_one() {
    let desk = desk();
    fs::write(desk.path("alle.zip"), OLD).unwrap();
    let run = run_with_room_for(8, &desk, &[BATCH, &["--zip", "alle.zip"]].concat()).expect(1, &[]);
    let said = run.out() + &run.stderr;
    for part in ["Die Datei kann nicht geschrieben werden: Die Datei ist zu groß.", "8 fehlgeschlagen"] {
        assert!(said.contains(part), "{said}");
    }
    assert!(!said.contains("Geschrieben"), "{said}");
    assert_eq!(fs::read(desk.path("alle.zip")).unwrap(), OLD);
}

/// A report of a run is written last; the documents are there, and are found by the next run.
#[test]
fn a_report_that_there_is_no_room_for_is_told() {
    let desk = desk();
    fs::write(desk.path("bericht.json"), "{}").unwrap();
    let arguments = [BATCH, &["--check", "--report", "bericht.json"]].concat();
    run_with_room_for(0, &desk, &arguments).expect(2, &["bericht.json", "Die Datei ist zu groß."]);
    assert_eq!(fs::read(desk.path("bericht.json")).unwrap(), b"{}");
    assert_eq!(desk.files(), ["bericht.json", "liste.csv", "vereinbarungen"]);
}

/// A disk that is full, where one can be had: a file system of 256 KiB in memory.
#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_is_full_is_named_and_the_old_file_stays() {
    struct Mounted<'a>(&'a Desk);
    impl Drop for Mounted<'_> {
        fn drop(&mut self) {
            let _ = Command::new("umount").arg(self.0.path("disk")).status();
        }
    }
    let desk = desk();
    fs::create_dir(desk.path("disk")).unwrap();
    let mut mount = Command::new("mount");
    mount.args(["-t", "tmpfs", "-o", "size=256k", "vereinbar"]).arg(desk.path("disk")).stderr(Stdio::null());
    if !mount.status().is_ok_and(|status| status.success()) {
        eprintln!("not root: a full disk is stood for by a limit of the length of a file");
        return;
    }
    let mounted = Mounted(&desk);
    for (call, Case { arguments, file, .. }) in CASES {
        let old = desk.path("disk").join(file);
        fs::write(&old, OLD).unwrap();
        // Room for a few kilobytes.
        let filler = desk.path("disk/voll");
        let room = fs::metadata(&old).unwrap().len();
        fs::write(&filler, vec![b'x'; (256 << 10) - 8192 - usize::try_from(room).unwrap()]).unwrap();
        let there = format!("disk/{file}");
        let arguments: Vec<&str> = [*call, *arguments]
            .concat()
            .into_iter()
            .map(|word| if word == *file { there.as_str() } else { word })
            .collect();
        let run = desk.run(&arguments);
        let is_small = run.code != 2;
        if is_small {
            assert!(matches!(run.code, 0 | 1), "{file}: {} {}", run.code, run.stderr);
            assert!(["auswertung.ics", "auswertung.json", "abschrift.xlsx"].contains(file), "{file}: {}", run.stderr);
        } else {
            let run = run.expect(2, &["Der Datenträger ist voll."]);
            assert!(run.stderr.contains(file) || call == &BATCH, "{}", run.stderr);
            assert_eq!(run.stderr.lines().count(), 1, "{}", run.stderr);
            assert_eq!(fs::read(&old).unwrap(), OLD, "{file}");
        }
        let left =
            fs::read_dir(desk.path("disk")).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let left: BTreeSet<String> = left.filter(|name| name != PARTS).collect();
        assert_eq!(left, BTreeSet::from([(*file).to_owned(), "voll".to_owned()]));
        let _ = fs::remove_dir_all(desk.path("disk").join(PARTS));
        fs::remove_file(&old).unwrap();
        fs::remove_file(&filler).unwrap();
    }
    drop(mounted);
}
