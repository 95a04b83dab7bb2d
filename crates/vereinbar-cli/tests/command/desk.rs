//! A folder in which the command is run, and what the command said.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

pub(crate) fn example() -> String {
    root().join("templates/qualitaetsentwicklungsvereinbarung/daten.json").display().to_string()
}

/// A fixture of form A as a file, such as `invalid/kein_json`.
pub(crate) fn fixture(name: &str) -> String {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.json"));
    let agreement = vereinbar_tests::fixture("qualitaetsentwicklungsvereinbarung", name).bytes;
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    // Another test may be reading the same.
    let mut written = tempfile::NamedTempFile::new_in(file.parent().unwrap()).unwrap();
    written.write_all(&agreement).unwrap();
    written.persist(&file).unwrap();
    file.display().to_string()
}

/// Runs the command in a folder of its own.
pub(crate) struct Desk(TempDir);

impl Desk {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, content: &str) {
        fs::write(self.path(name), content).unwrap();
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vereinbar"));
        command.current_dir(self.0.path()).args(arguments).env_remove("NO_COLOR");
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        Run::from(self.command(arguments).stdin(Stdio::null()).output().unwrap())
    }

    pub(crate) fn run_with_input(&self, arguments: &[&str], input: &[u8]) -> Run {
        let mut child = self
            .command(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(input).unwrap();
        Run::from(child.wait_with_output().unwrap())
    }

    /// No temporary file is left behind.
    pub(crate) fn files(&self) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(self.0.path()).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) stdout: Vec<u8>,
    pub(crate) stderr: String,
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap(),
            stdout: output.stdout,
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Run {
    #[track_caller]
    pub(crate) fn expect(self, code: i32, messages: &[&str]) -> Self {
        assert_eq!(self.code, code, "{}{}", self.out(), self.stderr);
        for message in messages {
            assert!(self.stderr.contains(message), "{message:?} is not in: {}", self.stderr);
        }
        for debris in ["Error {", "Some(", "panicked", "Err("] {
            assert!(!self.stderr.contains(debris), "{}", self.stderr);
        }
        self
    }

    pub(crate) fn out(&self) -> String {
        String::from_utf8_lossy(&self.stdout).into_owned()
    }
}
