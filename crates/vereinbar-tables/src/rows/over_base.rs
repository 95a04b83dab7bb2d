//! Records of a table laid over what all rows share.

use std::ops::ControlFlow;
use std::sync::Arc;

use serde_json::Value;
use vereinbar::{Art, Severity};

use super::base::{Base, Row, RowSink};
use super::column::{Column, columns};
use super::found::rows_in_words;
use super::heading::{is_known, means_some};
use super::laid::Laid;
use super::no_agreement::{TRAEGER_NAME, name_column, traeger_of_base, without_traeger};
use super::row_finding::RowFinding;
use super::shared::{Shared, art_named};
use crate::TableError;
use crate::columns::{Columns, Mapping, normalized};
use crate::error::shared_line;
use crate::input::{Cell, Record, RecordSink, RowPlace, SideSheets, TablePlace};
use crate::row_codes;

/// Lays records over the base, and hands them on.
pub(crate) struct OverBase<'a, S> {
    base: Base,
    given: Columns,
    /// What `given` means in a kind of agreement.
    mapping: Option<(Art, Mapping)>,
    columns: Arc<[Column]>,
    /// Whether the columns are those of a file, where a spreadsheet names them by letters.
    is_file: bool,
    /// The column for the name of the Träger, with its heading.
    name_column: Option<(usize, String)>,
    /// Whether a row has named its own.
    is_named: bool,
    /// The rows before that one, which have named none.
    before: Vec<usize>,
    sink: &'a mut S,
}

impl<'a, S: RowSink> OverBase<'a, S> {
    pub(crate) fn new(base: Base, given: Columns, sink: &'a mut S) -> Self {
        Self {
            base,
            given,
            mapping: None,
            columns: Arc::default(),
            is_file: false,
            name_column: None,
            is_named: false,
            before: Vec::new(),
            sink,
        }
    }

    /// What the office's own headings mean.
    fn mapping(&mut self, art: Art) -> Result<&Mapping, TableError> {
        if self.mapping.as_ref().is_none_or(|(of, _)| *of != art) {
            self.mapping = Some((art, self.given.resolve(art).map_err(TableError::Headings)?));
        }
        self.mapping.as_ref().map(|(_, mapping)| mapping).ok_or(TableError::NoArt)
    }

    /// The kinds of agreement that it may be.
    fn kinds(&self) -> &[Art] {
        self.base.art.as_ref().map_or(Art::ALL, std::slice::from_ref)
    }

    /// How many of these somebody has said the meaning of, and the others.
    fn given_and_others(&self, headings: &[String]) -> (usize, Vec<String>) {
        let is_given = |heading: &String| {
            !heading.starts_with('#') && self.given.headings().any(|given| given == normalized(heading))
        };
        let (given, others): (Vec<String>, Vec<String>) = headings.iter().cloned().partition(is_given);
        (given.len(), others)
    }

    /// What there is to say of a row that leaves the column for the Träger empty.
    fn unnamed(&mut self, number: usize, laid: &Laid) -> Option<RowFinding> {
        let (index, heading) = self.name_column.as_ref()?;
        if laid.says(TRAEGER_NAME) {
            self.is_named = true;
            let before = std::mem::take(&mut self.before);
            if !before.is_empty() {
                self.sink.note(format!(
                    "{}: Hier fehlt der Name des Trägers, den andere Zeilen nennen; es gilt der aus den gemeinsamen Angaben.",
                    rows_in_words(&before, &[])
                ));
            }
            return None;
        }
        // A row that becomes no paper needs no name.
        if laid.findings.iter().any(|found| found.finding.severity == Severity::Error) {
            return None;
        }
        let found = match laid.value.pointer(TRAEGER_NAME).and_then(Value::as_str) {
            None => without_traeger(),
            Some(_) if self.is_named => traeger_of_base(),
            Some(_) => {
                self.before.push(number);
                return None;
            }
        };
        Some(found.in_column(heading.as_str()).at(self.is_file.then_some(*index)))
    }

    fn lay(&mut self, record: Record) -> Result<Result<Laid, RowFinding>, TableError> {
        Ok(match record {
            Record::Broken(why) => Err(RowFinding::error(row_codes::UNREADABLE_ROW, why, "Berichtigen Sie die Zeile.")),
            Record::Cells(cells) => {
                let art = self.base.art.ok_or(TableError::NoArt)?;
                Ok(Laid::cells(&self.base.value, art, &self.columns, &cells))
            }
            Record::Object(fields) => {
                let named = fields.get("art").and_then(Value::as_str).and_then(art_named);
                match self.base.art.or(named) {
                    Some(art) => {
                        self.mapping(art)?;
                        let none = Mapping::new();
                        let mapping = self.mapping.as_ref().map_or(&none, |(_, mapping)| mapping);
                        Ok(Laid::object(&self.base.value, art, mapping, fields))
                    }
                    None => Err(RowFinding::error(
                        row_codes::MISSING_ART,
                        "Hier steht nicht, welche Art von Vereinbarung entstehen soll.",
                        "Ergänzen Sie das Feld „art“, oder nennen Sie für alle eine Grundlage oder die Art.",
                    )
                    .in_column("art")),
                }
            }
        })
    }
}

impl<S: RowSink> RecordSink for OverBase<'_, S> {
    type Error = S::Error;

    fn note(&mut self, note: String) {
        self.sink.note(note);
    }

    fn is_interrupted(&self) -> bool {
        self.sink.is_interrupted()
    }

    fn unseen(&mut self, rows: &[usize]) {
        let rows = rows_in_words(rows, &[]);
        self.sink.note(format!("{rows}: In der Tabelle ausgeblendet oder herausgefiltert; gelesen wird trotzdem."));
    }

    fn place(&mut self, place: TablePlace) {
        self.is_file = true;
        self.sink.place(place);
    }

    fn side_sheets(&mut self, sheets: SideSheets) -> Result<(), S::Error> {
        let SideSheets { shared, mapping } = sheets;
        if !mapping.is_empty() {
            let own = Columns::of_rows(&mapping).map_err(|error| TableError::Sheet(error.to_string()))?;
            self.given = std::mem::take(&mut self.given).over(&own);
        }
        let Some(values) = Shared::read(&shared) else {
            if !shared.is_empty() {
                self.sink.note(Shared::NONE.to_owned());
            }
            return Ok(());
        };
        if let Some(pattern) = values.name() {
            self.sink.name(pattern);
        }
        self.base = values.over(&self.base, |row, found| {
            let what = shared_line(row, found);
            self.sink.note(format!("Im Blatt „Gemeinsam“, {what}"));
        })?;
        Ok(())
    }

    fn known_headings(&self, headings: &[String]) -> usize {
        let (given, others) = self.given_and_others(headings);
        given + self.kinds().iter().map(|art| known_headings(*art, &others)).max().unwrap_or_default()
    }

    fn may_be_headings(&self, headings: &[String], enough: usize) -> bool {
        let (given, others) = self.given_and_others(headings);
        self.kinds().iter().any(|art| may_be_headings(*art, &others, enough.saturating_sub(given)))
    }

    fn headings(&mut self, headings: Vec<String>, first: &[Cell]) -> Result<(), S::Error> {
        let art = self.base.art.or_else(|| art_in_column(&headings, first)).ok_or(TableError::NoArt)?;
        self.base.art = Some(art);
        let is_file = self.is_file;
        let mapping = self.mapping(art)?;
        self.columns = columns(art, mapping, &headings, is_file).map_err(TableError::Headings)?.into();
        self.name_column = name_column(&self.columns).map(|(index, heading)| (index, heading.to_owned()));
        for given in self.given.headings() {
            if !headings.iter().any(|heading| normalized(heading) == given) {
                self.sink.note(format!(
                    "Die Zuordnung nennt „{given}“; eine Spalte mit dieser Überschrift hat die Tabelle nicht."
                ));
            }
        }
        Ok(())
    }

    fn record(&mut self, place: RowPlace, record: Record) -> Result<ControlFlow<()>, S::Error> {
        let mut content = self.lay(record)?;
        if let Ok(laid) = &mut content {
            let unnamed = self.unnamed(place.row, laid);
            laid.findings.extend(unnamed);
        }
        self.sink.row(Row { number: place.row, file: place.file, content })
    }
}

/// The kind that a column `art` names in the first row.
pub(crate) fn art_in_column(headings: &[String], first: &[Cell]) -> Option<Art> {
    let column = headings.iter().position(|heading| heading == "art")?;
    match first.get(column)? {
        Cell::Text(text) => art_named(text),
        _ => None,
    }
}

/// Of so many unknown headings it is looked up what they may mean.
const LOOKED_AT: usize = 100;

/// How many of these are known.
pub(crate) fn known_headings(art: Art, headings: &[String]) -> usize {
    headings.iter().filter(|text| is_known(art, text)).count()
}

/// Whether as many of these as `enough` are known or may mean one that is. What a heading
/// may mean takes long to find out, so none is asked for that is not needed.
pub(crate) fn may_be_headings(art: Art, headings: &[String], enough: usize) -> bool {
    let known = known_headings(art, headings);
    let texts = headings.iter().filter(|text| !text.is_empty());
    let unknown = texts.filter(|text| !is_known(art, text)).take(LOOKED_AT);
    known + unknown.filter(|text| means_some(art, text)).take(enough.saturating_sub(known)).count() >= enough
}
