//! The first pass: every row is read, laid over the base, parsed and validated
//! before anything is printed.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use vereinbar::{Art, Finding, Severity, Vereinbarung, parse, validate};
use vereinbar_tables::{Laid, Phase, Progress, Row, RowFinding, RowSink, TICK, TableError};

use super::per_massstab::split;
use super::spool::{Spool, SpooledRow};
use crate::names::{ClaimedNames, Pattern, safe};
use crate::{BatchError, BatchOptions, FailedDocument, Report};

/// Where a row stands.
struct Place {
    row: usize,
    file: Option<String>,
}

/// Takes the rows of a source; what is in order goes to the spool.
pub(crate) struct Check<'a> {
    options: &'a BatchOptions,
    cancel: &'a AtomicBool,
    on_progress: &'a mut dyn FnMut(&Progress),
    report: &'a mut Report,
    /// `None` where nothing is to be made.
    spool: Option<Spool>,
    pattern: Option<(Art, Pattern)>,
    names: ClaimedNames,
    begun: Instant,
    told: Instant,
}

impl<'a> Check<'a> {
    pub(crate) fn new(
        options: &'a BatchOptions,
        art: Option<Art>,
        cancel: &'a AtomicBool,
        on_progress: &'a mut dyn FnMut(&Progress),
        report: &'a mut Report,
        spool: Option<Spool>,
    ) -> Result<Self, BatchError> {
        let begun = Instant::now();
        let mut check = Self {
            options,
            cancel,
            on_progress,
            report,
            spool,
            pattern: None,
            names: ClaimedNames::default(),
            begun,
            told: begun,
        };
        // A wrong pattern is said before a long table is read.
        if let Some(art) = art {
            check.pattern(art)?;
        }
        Ok(check)
    }

    /// The names of all files, and what is to be made.
    pub(crate) fn finish(mut self) -> (ClaimedNames, Option<Spool>) {
        self.tell();
        self.report.seconds_check = self.begun.elapsed().as_secs_f64();
        (self.names, self.spool)
    }

    fn tell(&mut self) {
        self.told = Instant::now();
        (self.on_progress)(&Progress {
            phase: Phase::Check,
            done: self.report.rows,
            failed: self.report.failed,
            unchanged: 0,
            total: None,
            elapsed: self.begun.elapsed(),
        });
    }

    fn pattern(&mut self, art: Art) -> Result<&Pattern, BatchError> {
        let is_right = self.pattern.as_ref().is_some_and(|(of, _)| *of == art);
        if !is_right {
            let text = self.options.name.as_deref().unwrap_or(Pattern::DEFAULT);
            self.pattern = Some((art, Pattern::parse(art, text).map_err(BatchError::Name)?));
        }
        self.pattern.as_ref().map(|(_, pattern)| pattern).ok_or(BatchError::Table(TableError::NoArt))
    }

    fn check(&mut self, place: &Place, laid: &Laid) -> Result<(), BatchError> {
        let number = self.report.rows;
        let name = self.pattern(laid.art)?.name(number, &laid.value);
        let agreement = match parse(&laid.value.to_string()) {
            Ok(agreement) => agreement,
            Err(error) => {
                let file = self.names.claim(&name, None);
                let findings = all(laid, error.into_findings());
                return self.fail(place, None, Some(file), findings);
            }
        };
        let forms = if self.options.per_massstab { split(agreement) } else { vec![(agreement, None)] };
        for (agreement, form) in forms {
            let file = self.names.claim(&name, form.as_deref());
            let form = form.map(|form| safe(&form));
            let findings = all(laid, validate(&agreement, &self.options.render.validate_options()));
            if findings.iter().any(|finding| finding.severity == Severity::Error) {
                self.fail(place, form, Some(file), findings)?;
            } else {
                self.accept(place, form, file, &agreement, &findings)?;
            }
        }
        Ok(())
    }

    fn accept(
        &mut self,
        place: &Place,
        form: Option<String>,
        file: String,
        agreement: &Vereinbarung,
        findings: &[RowFinding],
    ) -> Result<(), BatchError> {
        self.report.documents += 1;
        for finding in findings {
            match finding.severity {
                Severity::Warning => self.report.warnings += 1,
                Severity::Hint => self.report.hints += 1,
                Severity::Error => {}
            }
        }
        if self.spool.is_none() {
            self.report.done += 1;
            return Ok(());
        }
        self.push(&SpooledRow {
            row: place.row,
            source: place.file.clone(),
            form,
            file: Some(file),
            reason: None,
            findings: serde_json::to_value(findings).unwrap_or_default(),
            agreement: agreement.to_json(),
        })
    }

    fn fail(
        &mut self,
        place: &Place,
        form: Option<String>,
        file: Option<String>,
        findings: Vec<RowFinding>,
    ) -> Result<(), BatchError> {
        self.report.documents += 1;
        self.report.failed += 1;
        let errors = findings.iter().filter(|finding| finding.severity == Severity::Error).count();
        let reason = match errors {
            1 => "Die Zeile hat einen Fehler.".to_owned(),
            errors => format!("Die Zeile hat {errors} Fehler."),
        };
        self.push(&SpooledRow {
            row: place.row,
            source: place.file.clone(),
            form: form.clone(),
            file: file.clone(),
            reason: Some(reason.clone()),
            findings: serde_json::to_value(&findings).unwrap_or_default(),
            agreement: String::new(),
        })?;
        self.report.failures.push(FailedDocument {
            row: place.row,
            source: place.file.clone(),
            form,
            file,
            reason,
            findings,
        });
        Ok(())
    }

    fn push(&mut self, item: &SpooledRow) -> Result<(), BatchError> {
        let folder = self.options.out.clone().unwrap_or_default();
        match &mut self.spool {
            Some(spool) => spool.push(item).map_err(|error| BatchError::Unwritable { path: folder, error }),
            None => Ok(()),
        }
    }
}

impl RowSink for Check<'_> {
    type Error = BatchError;

    fn note(&mut self, note: String) {
        self.report.notes.push(note);
    }

    fn row(&mut self, row: Row) -> Result<ControlFlow<()>, BatchError> {
        if self.cancel.load(Ordering::Relaxed) {
            self.report.interrupted = true;
            return Ok(ControlFlow::Break(()));
        }
        self.report.rows += 1;
        let place = Place { row: row.number, file: row.file };
        match row.content {
            Ok(laid) => self.check(&place, &laid)?,
            Err(finding) => self.fail(&place, None, None, vec![finding])?,
        }
        if self.told.elapsed() >= TICK {
            self.tell();
        }
        Ok(ControlFlow::Continue(()))
    }
}

/// What was found in the row itself, and then in the agreement.
fn all(laid: &Laid, findings: Vec<Finding>) -> Vec<RowFinding> {
    let mut all = laid.findings.clone();
    all.extend(findings.into_iter().map(|finding| laid.blame(finding)));
    all
}
