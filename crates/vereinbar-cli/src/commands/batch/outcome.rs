//! What came out of a run, for people.

use std::io::{self, Write};

use vereinbar::Severity;
use vereinbar_batch::{DocumentState, Report, RowState};
use vereinbar_tables::FoundInRows;

use crate::args::BatchCommand;
use crate::finding_text;

/// As many documents that were made are listed: after a correction one wants to see which.
const LISTED_MADE: usize = 20;
/// From as many rows on, whoever has several machines may want to know of them.
const MANY_ROWS: usize = 100_000;
/// As many findings are listed; the report as JSON has them all.
const LISTED: usize = 100;

/// Writes the findings and a summary.
pub(super) fn write(to: &mut impl Write, report: &Report, command: &BatchCommand) {
    // A reader that has gone away is no failure.
    let _ = findings(to, report, command).and_then(|()| made(to, report)).and_then(|()| summary(to, report, command));
}

/// What was found in the rows, and what kept documents from being made: each thing once.
fn findings(to: &mut impl Write, report: &Report, command: &BatchCommand) -> io::Result<()> {
    // The advice of the form is asked for by who checks; who makes documents has read it.
    let least = if command.check { Severity::Hint } else { Severity::Warning };
    let mut said: Vec<&FoundInRows> =
        report.findings.iter().filter(|found| found.found.finding.severity >= least).collect();
    // What keeps a form from being made stands first.
    said.sort_by_key(|found| std::cmp::Reverse(found.found.finding.severity));
    for found in said.iter().take(LISTED) {
        finding_text::write_in_table(to, &found.whereabouts(), &found.found.finding)?;
    }
    match said.len().saturating_sub(LISTED) {
        0 => Ok(()),
        more => writeln!(to, "… und {more} weitere Befunde; alle stehen im Bericht (--report oder --format json)."),
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
    if report.rows == 0 && !report.interrupted {
        return writeln!(to, "Unter den Überschriften steht keine Zeile; es wurde nichts erzeugt.");
    }
    if report.hints > 0 && !command.check {
        writeln!(to, "Die Hinweise zeigt derselbe Aufruf mit --check.")?;
    }
    if report.done > 0 && !command.check {
        let seconds = format!("{:.1}", report.seconds).replace('.', ",");
        writeln!(to, "{} Seiten in {seconds} s, {:.0} Dokumente je Sekunde.", report.pages, report.per_second)?;
    }
    if report.rows >= MANY_ROWS {
        writeln!(to, "Wann sich bei so vielen Zeilen mehrere Rechner lohnen, steht in docs/verteilt.md.")?;
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
        // A collective file alone is laid out in one go.
        let next = if command.out.is_some() || command.zip.is_some() {
            "Derselbe Aufruf macht dort weiter."
        } else {
            "Derselbe Aufruf beginnt von vorn."
        };
        match report.left {
            0 => writeln!(to, "Unterbrochen, bevor alle Zeilen gelesen waren. {next}")?,
            left => writeln!(to, "Unterbrochen: {} stehen noch aus. {next}", documents(left))?,
        }
    }
    Ok(())
}

fn rows(count: usize) -> String {
    if count == 1 { "1 Zeile".to_owned() } else { format!("{count} Zeilen") }
}

fn documents(count: usize) -> String {
    if count == 1 { "1 Dokument".to_owned() } else { format!("{count} Dokumente") }
}
