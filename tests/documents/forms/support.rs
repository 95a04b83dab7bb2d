use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use vereinbar::{RenderOptions, Vereinbarung};
use vereinbar_tests::{root, write};

use crate::support::{output, render};

pub(super) fn fillable() -> RenderOptions {
    RenderOptions { fillable: true, ..RenderOptions::default() }
}

pub(super) fn signable() -> RenderOptions {
    RenderOptions { signature_fields: true, ..RenderOptions::default() }
}

/// Renders into a file of that name.
pub(super) fn save(name: &str, vereinbarung: &Vereinbarung, options: &RenderOptions) -> PathBuf {
    let file = file(name);
    write(&file, &render(vereinbarung, options).pdf);
    file
}

pub(super) fn file(name: &str) -> PathBuf {
    output(&format!("forms/{name}.pdf"))
}

/// For poppler, whose bindings are for the Python of the system.
pub(super) const POPPLER: &str = "fill_with_poppler.py";

/// Runs a script of `tests/forms` with Python or Node, and gives what it prints or why it failed.
pub(super) fn script(name: &str, arguments: &[&str]) -> Result<String, String> {
    let script = root().join("tests/forms").join(name);
    let is_python = script.extension().is_some_and(|extension| extension == "py");
    let mut command = if name == POPPLER {
        Command::new("/usr/bin/python3")
    } else if is_python {
        Command::new(root().join("build/venv/bin/python"))
    } else {
        Command::new("node")
    };
    let font = root().join("crates/vereinbar-pdf/assets/form-font/VereinbarForm-Regular.ttf");
    let output = command.arg(script).args(arguments).current_dir(root().join("build/node")).env("FONT", font).output();
    let output = output.unwrap_or_else(|error| panic!("{name}: {error}; what it needs comes with `make tools`"));
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(String::from_utf8_lossy(&output.stderr).into_owned())
    }
}

/// Fills in a form with a tool.
pub(super) fn fill(tool: &str, form: &Path, answers: &Value, out: &Path) -> Result<(), String> {
    let given = out.with_extension("json");
    write(&given, answers.to_string().as_bytes());
    let paths = [form, &given, out].map(|path| path.to_str().unwrap());
    if tool == "poppler" {
        return script(POPPLER, &paths).map(drop);
    }
    let by = if tool.starts_with("pdf-lib") || tool.starts_with("pdf.js") { "fill.mjs" } else { "fill.py" };
    script(by, &[&[tool], paths.as_slice()].concat()).map(drop)
}
