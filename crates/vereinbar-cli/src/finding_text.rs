//! Findings, for people and for machines.

use std::fmt;
use std::io::Write;

use anstyle::{AnsiColor, Style};
use vereinbar::pointer::{PointerBuf, Step};
use vereinbar::{FileFindings, Finding, Severity, to_json};

use crate::output_options::Format;

/// Writes the findings of one file: as text, or as one line of JSON with the
/// reason, where there is one that keeps the command from its result.
pub(crate) fn findings(
    to: &mut impl Write,
    file: &str,
    findings: &[Finding],
    format: Format,
    error: Option<&dyn fmt::Display>,
) {
    // A reader that has gone away, or a closed standard error, is no failure.
    let _ = match format {
        Format::Json => {
            let line = FileFindings { file: file.to_owned(), error: error.map(ToString::to_string), findings };
            writeln!(to, "{}", to_json::value(&line))
        }
        Format::Text => findings.iter().try_for_each(|finding| write(to, file, finding)),
    };
}

/// Where, what, what to do; `at` is the file, or the row of a table:
///
/// ```text
/// Fehler   vereinbarung.json:4:5  Vereinbarungszeitraum › bis
///          Der Vereinbarungszeitraum endet …
///          → Prüfen Sie beide Tage …
///          vereinbarungszeitraum.bis
/// ```
///
/// The code, which is English, is for programs: JSON has it.
pub(crate) fn write(to: &mut impl Write, at: &str, finding: &Finding) -> std::io::Result<()> {
    let paths = finding.paths().filter(|path| !path.is_empty()).map(dotted).collect::<Vec<_>>();
    written(to, at, finding, &paths.join(", "))
}

/// The same for what was found in a table, whose column says where it is.
pub(crate) fn write_in_table(to: &mut impl Write, at: &str, finding: &Finding) -> std::io::Result<()> {
    written(to, at, finding, "")
}

/// The path as the headings of a table have it, with positions from 1, as the words before it
/// count. JSON has the pointer.
fn dotted(path: &str) -> String {
    let Ok(pointer) = path.parse::<PointerBuf>() else { return path.to_owned() };
    let steps = pointer.steps().iter().map(|step| match step {
        Step::Key(key) => key.clone(),
        Step::Index(index) => (index + 1).to_string(),
    });
    steps.collect::<Vec<_>>().join(".")
}

fn written(to: &mut impl Write, at: &str, finding: &Finding, paths: &str) -> std::io::Result<()> {
    const INDENT: &str = "         ";
    let style = Style::new().bold().fg_color(Some(color(finding.severity).into()));
    let faint = Style::new().dimmed();
    let word = finding.severity.bezeichnung();
    let gap = &INDENT[word.chars().count().min(INDENT.len())..];
    let position =
        finding.position.map_or_else(String::new, |position| format!(":{}:{}", position.line, position.column));
    let place = if finding.place.is_empty() { String::new() } else { format!("  {}", finding.place) };
    writeln!(to, "{style}{word}{style:#}{gap}{at}{position}{place}")?;
    writeln!(to, "{INDENT}{}", finding.message)?;
    if !finding.remedy.is_empty() {
        writeln!(to, "{INDENT}→ {}", finding.remedy)?;
    }
    if paths.is_empty() { Ok(()) } else { writeln!(to, "{INDENT}{faint}{paths}{faint:#}") }
}

const fn color(severity: Severity) -> AnsiColor {
    match severity {
        Severity::Error => AnsiColor::Red,
        Severity::Warning => AnsiColor::Yellow,
        Severity::Hint => AnsiColor::Cyan,
    }
}
