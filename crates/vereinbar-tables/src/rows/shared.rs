//! The sheet `Gemeinsam` of a workbook: what all rows share, a field a row.

use vereinbar::schema::Node;
use vereinbar::{Art, Severity};

use super::base::Base;
use super::heading::resolve;
use super::laid::Laid;
use super::row_finding::RowFinding;
use crate::TableError;
use crate::input::{Cell, SideRow, columns_of};
use crate::row_codes;

/// The row that says how files are named; it is no field of an agreement.
pub(crate) const NAME: &str = "#Dateiname";
/// The row that says which kind of agreement the workbook is for.
pub(crate) const ART: &str = "art";

/// What the sheet says.
pub(super) struct Shared<'a> {
    /// Number, field and value of each row that says something.
    rows: Vec<(usize, String, &'a Cell)>,
    /// What is wrong with rows that name no field.
    problems: Vec<(usize, RowFinding)>,
}

impl<'a> Shared<'a> {
    /// What is said of a sheet of that name which is none of ours.
    pub(super) const NONE: &'static str =
        "Das Blatt „Gemeinsam“ wird nicht gelesen: Es hat keine Spalten mit den Überschriften „Wert“ und „Feld“.";

    /// `None` where the sheet has no such columns.
    pub(super) fn read(rows: &'a [SideRow]) -> Option<Self> {
        let [value_column, field_column] = columns_of(rows, ["wert", "feld"])?;
        let mut found = Vec::new();
        let mut problems = Vec::new();
        for row in rows.iter().skip_while(|row| !row.is_heading(field_column, "feld")).skip(1) {
            let Some(cell) = row.cells.get(value_column) else { continue };
            match row.text(field_column) {
                field if cell.is_empty() && (field.is_empty() || !matches!(cell, Cell::Merged(_))) => {}
                field if field.is_empty() => problems.push((
                    row.number,
                    RowFinding::error(
                        row_codes::VALUE_WITHOUT_FIELD,
                        "Hier steht ein Wert, aber kein Feld.",
                        "Ergänzen Sie das Feld in der Spalte „Feld“, oder leeren Sie die Zelle.",
                    ),
                )),
                field => found.push((row.number, field, cell)),
            }
        }
        Some(Self { rows: found, problems })
    }

    /// How files are named, where the sheet says so.
    pub(super) fn name(&self) -> Option<String> {
        self.rows.iter().find(|(_, field, _)| field == NAME).map(|(.., cell)| cell.text())
    }

    /// The base with what the sheet says laid over it; `doubt` takes what is only doubtful.
    pub(super) fn over(&self, base: &Base, mut doubt: impl FnMut(usize, &RowFinding)) -> Result<Base, TableError> {
        let art = self.art(base)?;
        let empty = Base::new(None, Some(art));
        let value = if base.art.is_some() { &base.value } else { &empty.value };
        let mut cells = Vec::new();
        let mut problems = self.problems.clone();
        for (number, field, cell) in &self.rows {
            if field == ART || field.starts_with('#') {
                continue;
            }
            match resolve(art, field) {
                Ok(heading)
                    if cells.iter().any(|(_, known, _): &(usize, super::Heading, _)| known.place == heading.place) =>
                {
                    let twice = RowFinding::error(
                        row_codes::DUPLICATE_HEADING,
                        "Dieses Feld steht schon weiter oben.",
                        "Leeren Sie eine der beiden Zellen.",
                    );
                    problems.push((*number, in_words(art, &heading, twice.in_column(field.as_str()))));
                }
                Ok(heading) => cells.push((*number, heading, *cell)),
                Err(problem) => problems.push((*number, no_field(*problem))),
            }
        }
        let laid = Laid::fields(value, art, cells.iter().map(|(_, heading, cell)| (heading, *cell)));
        // Which row is to blame, and what its field is called.
        let told = |finding: RowFinding| {
            let is_it = |heading: &super::Heading| Some(&heading.text) == finding.column.as_ref();
            match cells.iter().find(|(_, heading, _)| is_it(heading)) {
                Some((number, heading, _)) => (*number, in_words(art, heading, finding)),
                None => (0, finding),
            }
        };
        let (errors, doubts): (Vec<_>, Vec<_>) =
            laid.findings.iter().cloned().map(told).partition(|(_, found)| found.finding.severity == Severity::Error);
        problems.extend(errors);
        for (number, found) in &doubts {
            doubt(*number, found);
        }
        if let Err(error) = vereinbar::parse(&laid.value.to_string()) {
            // What the sheet is to blame for has been taken above.
            problems.extend(laid.all(error.findings()).into_iter().skip(laid.findings.len()).map(told));
        }
        if problems.is_empty() {
            Ok(Base { value: laid.value, art: Some(art) })
        } else {
            problems.sort_by_key(|(number, _)| *number);
            Err(TableError::Shared(problems))
        }
    }

    /// The kind that sheet and base agree on.
    fn art(&self, base: &Base) -> Result<Art, TableError> {
        let Some((number, _, cell)) = self.rows.iter().find(|(_, field, _)| field == ART) else {
            return base.art.ok_or(TableError::NoArt);
        };
        let text = cell.text();
        let Some(art) = art_named(&text) else {
            let kinds = Art::ALL.iter().map(|art| art.bezeichnung()).collect::<Vec<_>>().join("“, „");
            let problem = RowFinding::error(
                row_codes::INVALID_CODE,
                "Diese Art von Vereinbarung gibt es nicht.",
                format!("Wählen Sie eine aus: „{kinds}“."),
            );
            let mut problems = self.problems.clone();
            problems.push((*number, problem));
            problems.sort_by_key(|(number, _)| *number);
            return Err(TableError::Shared(problems));
        };
        match base.art {
            Some(other) if other != art => Err(TableError::OtherArt { workbook: art, named: other }),
            _ => Ok(art),
        }
    }
}

/// The kind of agreement that is written so: its code, a short name, or its words.
pub(super) fn art_named(text: &str) -> Option<Art> {
    let is_named = |art: &&Art| {
        let field = Node::root(**art).property(ART);
        field.and_then(|field| field.read(text)).is_some_and(|value| value == art.as_str())
    };
    Art::ALL.iter().find(is_named).copied()
}

/// In this sheet a field stands in a cell, and not above a column.
fn no_field(mut found: RowFinding) -> RowFinding {
    let finding = &mut found.finding;
    if finding.code == row_codes::UNKNOWN_HEADING.code {
        "Dieses Feld ist nicht bekannt.".clone_into(&mut finding.message);
        if !finding.remedy.starts_with("Gemeint") {
            "Berichtigen Sie es, oder setzen Sie # davor: dann gilt die Zeile als Bemerkung."
                .clone_into(&mut finding.remedy);
        }
    }
    found
}

/// The kind that a sheet `Gemeinsam` names, or that was named otherwise.
pub(crate) fn art_of(rows: &[SideRow], named: Option<Art>) -> Result<Option<Art>, TableError> {
    match Shared::read(rows) {
        Some(shared) if shared.rows.iter().any(|(_, field, _)| field == ART) => {
            shared.art(&Base::new(None, named)).map(Some)
        }
        _ => Ok(named),
    }
}

/// The finding with its field in the words of the form.
fn in_words(art: Art, heading: &super::Heading, mut found: RowFinding) -> RowFinding {
    if found.finding.place.is_empty() {
        found.finding.place = Node::root(art).place(&heading.place.to_string());
    }
    found
}
