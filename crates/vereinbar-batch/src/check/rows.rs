//! The first pass: every row is read, laid over the base, parsed and validated
//! before anything is printed.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use vereinbar::file_name::safe;
use vereinbar::limits::MAX_NAMED;
use vereinbar::{Art, Finding, Sealed, Severity, ValidateOptions, check, parse, validate};
use vereinbar_tables::workers::{Phase, Progress, TICK};
use vereinbar_tables::{Laid, Row, RowFinding, RowFindings, RowSink, TableError, TablePlace, row_codes};

use super::spool::{NotMade, Spool, SpooledRow};
use crate::names::{Names, Naming, Pattern, RowName, SAME_NAME};
use crate::{BatchError, BatchOptions, FailedDocument, MAX_ROWS, Report, RowDocument, RowSelection};

/// What is said of names that change when the table is sorted.
const COUNTED: &str = "{nr} im Muster für die Dateinamen zählt die Zeilen: Wird die Tabelle sortiert oder eine Zeile \
                       eingefügt, heißen die Dateien anders. Eine eigene Spalte bleibt bei ihrer Zeile, zum Beispiel {#Nr}.";

/// Takes the rows of a source; what is in order goes to the spool.
pub(crate) struct Check<'a> {
    options: &'a BatchOptions,
    validate: Arc<ValidateOptions>,
    cancel: &'a AtomicBool,
    on_progress: &'a mut dyn FnMut(&Progress),
    report: &'a mut Report,
    /// `None` where nothing is to be made.
    spool: Option<Spool>,
    pattern: Option<(Art, Pattern)>,
    /// How the workbook wants files to be named.
    named: Option<String>,
    names: Names,
    /// What of it is named as failed, with what its file would be called.
    failed: Vec<(FailedDocument, Option<Naming>)>,
    findings: RowFindings,
    /// Where the headings stand.
    place: Option<TablePlace>,
    /// Of the rows that alone are to be made, those that are there.
    seen: Vec<usize>,
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
            validate: Arc::new(options.render.validate_options()),
            cancel,
            on_progress,
            report,
            spool,
            pattern: None,
            named: None,
            names: Names::default(),
            failed: Vec::new(),
            findings: RowFindings::default(),
            place: None,
            seen: Vec::new(),
            begun,
            told: begun,
        };
        // A wrong pattern is said before a long table is read.
        if let Some(art) = art {
            check.pattern(art)?;
        }
        Ok(check)
    }

    /// A row that alone is to be made and that the table does not have.
    pub(crate) fn missing_row(&self) -> Option<usize> {
        let mut named = self.options.only.iter().flat_map(RowSelection::named);
        if self.is_interrupted() { None } else { named.find(|row| !self.seen.contains(row)) }
    }

    /// The names of all files, what is to be made, and where the headings stand. Documents that
    /// would have one name and that nothing tells apart have failed.
    pub(crate) fn finish(mut self) -> (Names, Option<Spool>, Option<TablePlace>) {
        self.report.interrupted = self.is_interrupted();
        // Where there are no files, nothing needs a name.
        let same = if self.options.gives_files() { self.names.settle() } else { Vec::new() };
        for (mut failure, naming) in std::mem::take(&mut self.failed) {
            failure.document.file = naming.as_ref().and_then(|naming| self.names.file(naming));
            self.report.fail(failure);
        }
        for (document, rows) in same {
            self.fail_for_name(document, &rows);
        }
        self.tell();
        self.report.seconds_check = self.begun.elapsed().as_secs_f64();
        self.report.findings = self.findings.into_found();
        (self.names, self.spool, self.place)
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
            let text = self.options.name.as_deref().or(self.named.as_deref()).unwrap_or(Pattern::DEFAULT);
            let pattern = Pattern::parse(art, text).map_err(BatchError::Name)?;
            let is_told = self.report.notes.iter().any(|note| note == COUNTED);
            if pattern.counts_rows() && self.options.gives_files() && !is_told {
                self.report.notes.push(COUNTED.to_owned());
            }
            self.pattern = Some((art, pattern));
        }
        self.pattern.as_ref().map(|(_, pattern)| pattern).ok_or(BatchError::Table(TableError::NoArt))
    }

    /// Reads and checks what a row makes. Nothing of it is done again when it is printed.
    fn check(&mut self, row: RowDocument, mut laid: Laid) -> Result<(), BatchError> {
        let number = self.report.rows;
        let name = self.pattern(laid.art)?.name(number, &laid.value, &laid.remarks).map_err(BatchError::Name)?;
        let doubt = self.doubt_name(&name, &mut laid);
        let (name, laid) = (name.text, &laid);
        let vereinbarung = match parse(&laid.value.to_string()) {
            Ok(vereinbarung) => vereinbarung,
            Err(error) => {
                let naming = Naming::new(&name, None, &laid.value);
                if self.is_passed_over(row.row) {
                    return self.pass_over(row, naming);
                }
                return self.fail(row, Some(naming), laid.all(error.findings()));
            }
        };
        let forms = if self.options.per_massstab { vereinbarung.per_massstab() } else { vec![(vereinbarung, None)] };
        for (vereinbarung, form) in forms {
            let naming = Naming::new(&name, form.as_deref(), &laid.value);
            let document = RowDocument { form: form.map(|form| safe(&form)), ..row.clone() };
            if self.is_passed_over(row.row) {
                self.pass_over(document, naming)?;
                continue;
            }
            // What is not printed need not be written.
            let (found, checked) = if self.spool.is_none() {
                (validate(&vereinbarung, &self.validate), None)
            } else {
                let checked = check(vereinbarung, Arc::clone(&self.validate));
                (checked.findings().to_vec(), Some(checked))
            };
            let mut findings = laid.all(&found);
            findings.extend(doubt.clone());
            if errors(&findings) > 0 {
                self.fail(document, Some(naming), findings)?;
            } else {
                self.accept(document, naming, checked.and_then(|checked| checked.seal()), &findings)?;
            }
        }
        Ok(())
    }

    /// Nothing tells whose paper it would be, and nothing what its file is called: no row of
    /// the list. Without a column for the Träger such forms may be meant.
    fn doubt_name(&self, name: &RowName, laid: &mut Laid) -> Option<RowFinding> {
        let is_failed = errors(&laid.findings) > 0;
        let unnamed = laid.findings.iter_mut().find(|found| found.finding.code == row_codes::ROW_WITHOUT_TRAEGER.code);
        match unnamed {
            Some(found) if !name.is_of_row => found.finding.severity = Severity::Error,
            // A row that becomes no paper needs no name.
            None if is_failed => {}
            None if name.is_of_kind && self.options.gives_files() && !self.options.per_massstab => {
                let mut finding = Finding::error(
                    row_codes::FILE_NAME_OF_KIND.code,
                    "Ausgabe",
                    "Nichts in der Zeile benennt die Datei; sie heißt nur nach der Art der Vereinbarung.",
                    "Tragen Sie den Träger ein, oder geben Sie ein Muster für die Namen an (--name, in Python name=…).",
                );
                finding.severity = Severity::Warning;
                return Some(RowFinding::new(finding));
            }
            _ => {}
        }
        None
    }

    /// Whether only other rows are to be made.
    fn is_passed_over(&self, row: usize) -> bool {
        self.options.only.as_ref().is_some_and(|only| !only.contains(row))
    }

    /// Keeps the name for a document that is not to be made now, so that no other takes it.
    fn pass_over(&mut self, document: RowDocument, naming: Naming) -> Result<(), BatchError> {
        self.report.passed_over += 1;
        self.names.ask_for_failed(&document, &naming);
        self.push(document, Some(naming), &[], Err(NotMade::PassedOver))
    }

    /// `sealed` is what it is made of, if it is to be made.
    fn accept(
        &mut self,
        document: RowDocument,
        naming: Naming,
        sealed: Option<Sealed>,
        findings: &[RowFinding],
    ) -> Result<(), BatchError> {
        self.report.documents += 1;
        self.remember(&document, findings);
        for finding in findings {
            match finding.finding.severity {
                Severity::Warning => self.report.warnings += 1,
                Severity::Hint => self.report.hints += 1,
                Severity::Error => {}
            }
        }
        if self.spool.is_none() {
            self.report.done += 1;
        }
        self.names.ask(document.clone(), &naming);
        sealed.map_or(Ok(()), |sealed| self.push(document, Some(naming), findings, Ok(sealed)))
    }

    fn fail(
        &mut self,
        document: RowDocument,
        naming: Option<Naming>,
        findings: Vec<RowFinding>,
    ) -> Result<(), BatchError> {
        self.report.documents += 1;
        self.report.failed += 1;
        self.remember(&document, &findings);
        let reason = reason(errors(&findings));
        if let Some(naming) = &naming {
            self.names.ask_for_failed(&document, naming);
        }
        self.push(document.clone(), naming.clone(), &findings, Err(NotMade::Failed(reason.clone())))?;
        if self.failed.len() < MAX_NAMED {
            self.failed.push((FailedDocument { document, reason, findings }, naming));
        }
        Ok(())
    }

    /// `rows` says all rows of the name, so that it is one finding of all.
    fn fail_for_name(&mut self, document: RowDocument, rows: &str) {
        self.report.failed += 1;
        if self.spool.is_none() {
            self.report.done -= 1;
        }
        let finding = RowFinding::new(Finding::error(
            row_codes::SAME_FILE_NAME.code,
            "Ausgabe",
            format!("Denselben Dateinamen ergeben: {rows}; nichts unterscheidet die Dateien."),
            "Tragen Sie ein Aktenzeichen ein, streichen Sie eine doppelte Zeile, oder geben Sie ein Muster für die Namen \
             an, zum Beispiel mit einer eigenen Spalte: {traeger.name} {#Nr}.",
        ));
        let reason = SAME_NAME.to_owned();
        self.remember(&document, std::slice::from_ref(&finding));
        self.report.fail(FailedDocument { document, reason, findings: vec![finding] });
    }

    fn remember(&mut self, document: &RowDocument, findings: &[RowFinding]) {
        for finding in findings {
            self.findings.add(document.row, document.source.as_deref(), finding);
        }
    }

    fn push(
        &mut self,
        document: RowDocument,
        naming: Option<Naming>,
        findings: &[RowFinding],
        content: Result<Sealed, NotMade>,
    ) -> Result<(), BatchError> {
        let Some(spool) = &mut self.spool else { return Ok(()) };
        let findings = vereinbar::to_json::value(&findings);
        spool
            .push(SpooledRow { document, naming, findings, content })
            .map_err(|error| BatchError::Unwritable { path: self.options.out.clone().unwrap_or_default(), error })
    }
}

impl RowSink for Check<'_> {
    type Error = BatchError;

    fn note(&mut self, note: String) {
        self.report.notes.push(note);
    }

    fn place(&mut self, place: TablePlace) {
        self.place = Some(place);
    }

    fn is_interrupted(&self) -> bool {
        self.cancel.load(Ordering::Relaxed)
    }

    fn name(&mut self, pattern: String) {
        self.named = Some(pattern);
        self.pattern = None;
    }

    fn row(&mut self, row: Row) -> Result<ControlFlow<()>, BatchError> {
        if self.is_interrupted() {
            return Ok(ControlFlow::Break(()));
        }
        if self.report.rows == MAX_ROWS {
            return Err(BatchError::TooManyRows);
        }
        self.report.rows += 1;
        let document = RowDocument { row: row.number, source: row.file, ..RowDocument::default() };
        self.seen.extend(self.options.only.iter().flat_map(RowSelection::named).filter(|named| *named == row.number));
        match row.content {
            _ if self.is_passed_over(row.number) && row.content.is_err() => self.report.passed_over += 1,
            Ok(laid) => self.check(document, laid)?,
            Err(finding) => self.fail(document, None, vec![finding])?,
        }
        if self.told.elapsed() >= TICK {
            self.tell();
        }
        Ok(ControlFlow::Continue(()))
    }
}

/// Why a row with so many errors makes no document: a German sentence.
#[must_use]
pub fn reason(errors: usize) -> String {
    match errors {
        1 => "Die Zeile hat einen Fehler.".to_owned(),
        errors => format!("Die Zeile hat {errors} Fehler."),
    }
}

fn errors(findings: &[RowFinding]) -> usize {
    findings.iter().filter(|found| found.finding.severity == Severity::Error).count()
}
