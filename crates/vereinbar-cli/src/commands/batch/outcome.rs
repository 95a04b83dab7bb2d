//! What came out of a run, for people.

use std::io::{self, Write};

use vereinbar::Severity;
use vereinbar_batch::{DocumentState, FailedDocument, Report, RowState};
use vereinbar_tables::RowFinding;

use crate::args::BatchCommand;
use crate::finding_text;

/// As many documents that were made are listed: after a correction one wants to see which.
const LISTED_MADE: usize = 20;
/// As many failures are listed; the report as JSON has them all.
const LISTED: usize = 100;

/// Writes the failures and a summary.
pub(super) fn write(to: &mut impl Write, report: &Report, command: &BatchCommand) {
    // A reader that has gone away is no failure.
    let _ = failures(to, report).and_then(|()| made(to, report)).and_then(|()| summary(to, report, command));
}

fn failures(to: &mut impl Write, report: &Report) -> io::Result<()> {
    for failure in report.failures.iter().take(LISTED) {
        let row = row(failure);
        // The advice of the form is the same in most rows; the manifest has it.
        for RowFinding { finding, column, .. } in &failure.findings {
            let column = column.as_ref().map_or_else(String::new, |column| format!(", Spalte {column}"));
            if finding.severity > Severity::Hint {
                finding_text::write(to, &format!("{row}{column}"), finding)?;
            }
        }
    }
    match report.failures.len().saturating_sub(LISTED) {
        0 => Ok(()),
        more => writeln!(to, "… und {more} weitere Zeilen; alle stehen im Bericht (--report oder --format json)."),
    }
}

/// Which rows gave which files, where they are few.
fn made(to: &mut impl Write, report: &Report) -> io::Result<()> {
    let made = || report.states.iter().filter(|one| one.state == RowState::Made);
    if made().count() > LISTED_MADE {
        return Ok(());
    }
    for DocumentState { document, state, .. } in made() {
        let place = document.source.clone().unwrap_or_else(|| format!("Zeile {}", document.row));
        writeln!(to, "{place} → {}: {}", document.file.as_deref().unwrap_or_default(), state.bezeichnung())?;
    }
    Ok(())
}

/// `Zeile 12 (Haus Nord.pdf)`
fn row(failure: &FailedDocument) -> String {
    let document = &failure.document;
    let place = document.source.clone().unwrap_or_else(|| format!("Zeile {}", document.row));
    match &document.file {
        Some(file) => format!("{place} ({file})"),
        None => place,
    }
}

fn summary(to: &mut impl Write, report: &Report, command: &BatchCommand) -> io::Result<()> {
    for note in &report.notes {
        writeln!(to, "{note}")?;
    }
    if command.check {
        write!(to, "{} geprüft: {} in Ordnung", rows(report.rows), report.done)?;
    } else {
        write!(to, "{} gelesen, {} erzeugt", rows(report.rows), documents(report.done))?;
    }
    if report.unchanged > 0 {
        write!(to, ", {} unverändert", report.unchanged)?;
    }
    if report.passed_over > 0 {
        write!(to, ", {} übergangen", report.passed_over)?;
    }
    write!(to, ", {} fehlgeschlagen", report.failed)?;
    for (severity, count) in [(Severity::Warning, report.warnings), (Severity::Hint, report.hints)] {
        if count > 0 {
            write!(to, "; {}: {count}", severity.mehrzahl())?;
        }
    }
    writeln!(to, ".")?;
    if report.done > 0 && !command.check {
        let seconds = format!("{:.1}", report.seconds).replace('.', ",");
        writeln!(to, "{} Seiten in {seconds} s, {:.0} Dokumente je Sekunde.", report.pages, report.per_second)?;
    }
    for output in &report.outputs {
        writeln!(to, "Geschrieben: {}", output.display())?;
    }
    if !report.orphans.is_empty() {
        let names = report.orphans.iter().take(5).cloned().collect::<Vec<_>>().join(", ");
        let more = if report.orphans.len() > 5 { " …" } else { "" };
        writeln!(to, "Zu keiner Zeile gehören mehr: {names}{more}. Mit --move-orphans ORDNER werden sie verschoben.")?;
    }
    for moved in &report.moved {
        writeln!(to, "Zu keiner Zeile mehr, verschoben: {}", moved.display())?;
    }
    if report.interrupted {
        writeln!(to, "Unterbrochen: {} stehen noch aus. Derselbe Aufruf macht dort weiter.", documents(report.left))?;
    }
    Ok(())
}

fn rows(count: usize) -> String {
    if count == 1 { "1 Zeile".to_owned() } else { format!("{count} Zeilen") }
}

fn documents(count: usize) -> String {
    if count == 1 { "1 Dokument".to_owned() } else { format!("{count} Dokumente") }
}
