//! A row over the base agreement: what it changes, and which column is to blame
//! for a finding.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Map, Value};
use vereinbar::pointer::{PointerBuf, Step, set};
use vereinbar::schema::{Kind, Node, in_written_words};
use vereinbar::{Art, Finding, Severity};

use super::column::Column;
use super::heading::{Heading, unknown, walk};
use super::lay;
use super::no_agreement::{NO_AGREEMENT, below_a_list, none_of_a_list};
use super::row_finding::RowFinding;
use super::value::decimal;
use super::value_problem::{
    cell_covered, doubt, is_percent, no_value, percent_of_nothing, unclear_point, value_problem,
};
use crate::columns::{Mapped, Mapping, normalized};
use crate::input::Cell;
use crate::letters::letters;
use crate::row_codes;

/// A cell that says something.
#[derive(Debug)]
struct LaidCell<P> {
    heading: String,
    /// Which column of a table it stands in, counted from 0.
    index: Option<usize>,
    place: P,
}

/// What stands in the columns for notes, by their headings, with the `#`; empty where
/// nothing does.
pub type Remarks = BTreeMap<String, String>;

/// A row laid over the base, with the way from places back to columns.
#[derive(Debug)]
#[non_exhaustive]
pub struct Laid {
    /// Which kind of agreement it is to be.
    pub art: Art,
    /// The agreement as JSON.
    pub value: Value,
    /// Each cell that says something, with its place.
    columns: Vec<LaidCell<String>>,
    /// The columns of the table, for cells that say nothing where something belongs.
    table: Arc<[Column]>,
    /// What stands in its columns for notes.
    pub remarks: Remarks,
    /// What is wrong with the row before it is read as an agreement.
    pub findings: Vec<RowFinding>,
}

impl Laid {
    /// Lays the cells of a table's row over the base.
    pub(crate) fn cells(base: &Value, art: Art, columns: &Arc<[Column]>, cells: &[Cell]) -> Self {
        let mut laying = Laying::new(base);
        for column in columns.iter() {
            if let Column::Remark(heading) = column {
                laying.remark(heading, "");
            }
        }
        for (index, cell) in cells.iter().enumerate() {
            laying.index = Some(index);
            match (columns.get(index), cell) {
                (_, Cell::Covered) => laying.findings.push(cell_covered().at(Some(index))),
                // A note over several rows is one of each of them.
                (Some(Column::Remark(heading)), Cell::Merged(says)) => laying.remark(heading, says),
                (Some(Column::Known(headings)), Cell::Merged(_)) => laying.cell(headings, cell),
                _ if cell.is_empty() => {}
                (Some(Column::Remark(heading)), _) => laying.remark(heading, &cell.text()),
                (Some(Column::Known(headings)), _) => laying.cell(headings, cell),
                (Some(Column::Nameless) | None, _) => laying.findings.push(
                    RowFinding::error(
                        row_codes::CELL_WITHOUT_HEADING,
                        format!("In Spalte {} steht etwas, aber die Spalte hat keine Überschrift.", letters(index)),
                        "Ergänzen Sie die Überschrift, oder leeren Sie die Zelle.",
                    )
                    .at(Some(index)),
                ),
            }
        }
        laying.findings.extend(below_a_list(art, columns, cells));
        laying.finish(art, columns)
    }

    /// Lays single cells over the base, each with its field.
    pub(crate) fn fields<'a>(base: &Value, art: Art, cells: impl IntoIterator<Item = (&'a Heading, &'a Cell)>) -> Self {
        let mut laying = Laying::new(base);
        for (heading, cell) in cells {
            laying.cell(std::slice::from_ref(heading), cell);
        }
        laying.finish(art, &Arc::default())
    }

    /// Lays an object over the base: its keys are the office's own headings, those that are
    /// known, or nested fields.
    pub(crate) fn object(base: &Value, art: Art, mapping: &Mapping, fields: Map<String, Value>) -> Self {
        let mut laying = Laying::new(base);
        let mut own = Map::new();
        for (key, value) in fields {
            match mapping.get(&normalized(&key)) {
                None => drop(own.insert(key, value)),
                Some(_) if value.is_null() => {}
                Some(Mapped::Remark) => laying.remark(&format!("#{key}"), &remark(&value)),
                Some(Mapped::Fields(headings)) => {
                    for heading in headings {
                        laying.doubt(&key, heading.field, &value);
                        if let Some(value) = converted(heading.field, value.clone()) {
                            laying.field(&key, heading.place.clone(), heading.field, value);
                        }
                    }
                }
            }
        }
        laying.object(art, Node::root(art), &PointerBuf::new(), "", own);
        laying.findings.extend(none_of_a_list(&laying.texts()));
        laying.finish(art, &Arc::default())
    }

    /// What was found in the row itself, and then in its agreement: `findings`, each with the
    /// column it comes from. What the table is to blame for is said once; of a cell that is
    /// wrong, nothing lesser.
    #[must_use]
    pub fn all(&self, findings: &[Finding]) -> Vec<RowFinding> {
        // Of what is no agreement, nothing else is wrong.
        if let Some(found) =
            self.findings.iter().find(|found| NO_AGREEMENT.iter().any(|none| none.code == found.finding.code))
        {
            return vec![found.clone()];
        }
        let mut all = self.findings.clone();
        let blamed = findings.iter().map(|finding| self.blame(finding.clone()));
        let is_said = |found: &RowFinding| {
            let is_lesser = found.column.is_some() && found.finding.severity < Severity::Error;
            let is_wrong = |said: &RowFinding| is_lesser && said.finding.severity == Severity::Error;
            let is_it = |said: &RowFinding| {
                let is_same =
                    said.finding.code == found.finding.code && said.finding.severity >= found.finding.severity;
                said.column == found.column && (is_same || is_wrong(said))
            };
            self.findings.iter().any(is_it)
        };
        all.extend(blamed.filter(|found| !is_said(found)));
        all
    }

    /// The finding with the column it comes from.
    #[must_use]
    pub fn blame(&self, finding: Finding) -> RowFinding {
        let path = finding.path.as_str();
        let is_below = |place: &str| path.strip_prefix(place).is_some_and(|rest| rest.starts_with('/'));
        // The last of two columns that fill the same place has its way.
        let exact = self.columns.iter().rev().find(|cell| cell.place == path);
        let cell = exact.or_else(|| self.columns.iter().rev().find(|cell| is_below(&cell.place)));
        let column = cell.map(|cell| (cell.heading.clone(), cell.index)).or_else(|| self.empty(path));
        let found = RowFinding::new(in_written_words(finding));
        match column {
            Some((heading, index)) => found.in_column(heading).at(index),
            None => found,
        }
    }

    /// Whether the row itself says something at a place.
    pub(super) fn says(&self, place: &str) -> bool {
        self.columns.iter().any(|cell| cell.place == place)
    }

    /// The column whose cell is empty where something belongs.
    fn empty(&self, path: &str) -> Option<(String, Option<usize>)> {
        self.table.iter().enumerate().find_map(|(index, column)| match column {
            Column::Known(headings) => {
                let heading = headings.iter().find(|heading| heading.place.to_string() == path)?;
                Some((heading.text.clone(), Some(index)))
            }
            Column::Remark(_) | Column::Nameless => None,
        })
    }
}

/// What says in which unit a number beside it is.
const UNIT: &str = "einheit";

struct Laying {
    value: Value,
    columns: Vec<LaidCell<PointerBuf>>,
    /// Which of them are shares that are shown in percent, where the field does not ask for it.
    shares: Vec<(usize, f64)>,
    /// Which column is laid.
    index: Option<usize>,
    remarks: Remarks,
    findings: Vec<RowFinding>,
}

impl Laying {
    /// Whether the row has said before what is to stand there: of `traeger.name` beside
    /// `traeger: {name: …}` one would be lost in silence.
    fn is_taken(&self, place: &PointerBuf) -> bool {
        let steps = place.steps();
        self.columns.iter().any(|filled| {
            let other = filled.place.steps();
            let is_in_a_list = || self.value.pointer(&place.to_string()).is_some_and(|value| !value.is_null());
            other.starts_with(steps) || (steps.starts_with(other) && is_in_a_list())
        })
    }

    fn new(base: &Value) -> Self {
        Self {
            value: base.clone(),
            columns: Vec::new(),
            shares: Vec::new(),
            index: None,
            remarks: Remarks::new(),
            findings: Vec::new(),
        }
    }

    fn set(&mut self, heading: String, place: PointerBuf, value: Value) {
        set(&mut self.value, place.steps(), value);
        self.columns.push(LaidCell { heading, index: self.index, place });
    }

    fn field(&mut self, heading: &str, place: PointerBuf, field: Node, value: Value) {
        if let Some(problem) = value_problem(field, &value) {
            self.findings.push(problem.in_column(heading).at(self.index));
        }
        self.set(heading.to_owned(), place, value);
    }

    fn cell(&mut self, headings: &[Heading], cell: &Cell) {
        if let Some(error) = no_value(cell) {
            self.findings.extend(headings.first().map(|heading| error.in_column(heading.text.as_str()).at(self.index)));
            return;
        }
        for heading in headings {
            if let Some(found) = doubt(heading.field, cell) {
                self.findings.push(found.in_column(heading.text.as_str()).at(self.index));
            }
            let Some(value) = cell.value(heading.field) else { continue };
            self.field(&heading.text, heading.place.clone(), heading.field, value);
            if let Cell::Percent(share, _) = cell
                && matches!(heading.field.kind(), Kind::Betrag | Kind::Zahl)
                && !heading.field.is_percent()
            {
                self.shares.push((self.columns.len() - 1, *share));
            }
        }
    }

    /// Shares beside which the row says that they are percent become that; of the others it
    /// is said what they become.
    fn settle_shares(&mut self) {
        for (column, share) in std::mem::take(&mut self.shares) {
            let Some(cell) = self.columns.get(column) else { continue };
            let mut unit = cell.place.clone();
            unit.pop();
            unit.push(Step::Key(UNIT.to_owned()));
            let unit = self.value.pointer(&unit.to_string()).and_then(Value::as_str);
            if unit.is_some_and(is_percent) {
                set(&mut self.value, cell.place.steps(), decimal(share * 100.0).into());
            } else {
                self.findings.push(percent_of_nothing().in_column(cell.heading.as_str()).at(cell.index));
            }
        }
    }

    /// What a value of JSON may not have meant.
    fn doubt(&mut self, heading: &str, field: Node, value: &Value) {
        let found = match value {
            Value::Number(number) => Cell::of_json(number).and_then(|cell| doubt(field, &cell)),
            // It is as the data themselves would be written.
            Value::String(text) if field.has_unclear_point(text) => Some(unclear_point()),
            Value::Bool(is_true) => doubt(field, &Cell::Bool(*is_true)),
            _ => None,
        };
        self.findings.extend(found.map(|found| found.in_column(heading)));
    }

    /// The texts that the row has said: heading, place and text of each.
    fn texts(&self) -> Vec<(&str, String, &str)> {
        let said = self.columns.iter().map(|cell| (cell.heading.as_str(), cell.place.to_string()));
        said.map(|(heading, place)| {
            let text = self.value.pointer(&place).and_then(Value::as_str).unwrap_or_default();
            (heading, place, text)
        })
        .collect()
    }

    fn remark(&mut self, heading: &str, text: &str) {
        self.remarks.insert(heading.to_owned(), text.trim().to_owned());
    }

    fn object(&mut self, art: Art, field: Node, at: &PointerBuf, prefix: &str, fields: Map<String, Value>) {
        for (key, value) in fields {
            if value.is_null() {
                continue;
            }
            if key.starts_with('#') {
                self.remark(&key, &remark(&value));
                continue;
            }
            let heading = if prefix.is_empty() { key.clone() } else { format!("{prefix}.{key}") };
            let Some((below, field)) = walk(field, &key) else {
                self.findings.push(*unknown(art, &heading, "Dieses Feld gibt es nicht."));
                continue;
            };
            let place: PointerBuf = at.steps().iter().chain(below.steps()).cloned().collect();
            match value {
                Value::Object(fields) if field.kind() == Kind::Object => {
                    self.object(art, field, &place, &heading, fields);
                }
                value => {
                    if self.is_taken(&place) {
                        let twice = RowFinding::error(
                            row_codes::FIELD_TWICE,
                            "Dieses Feld steht in der Zeile zweimal, einmal mit Punkten und einmal verschachtelt.",
                            "Streichen Sie eines davon.",
                        );
                        self.findings.push(twice.in_column(heading.as_str()));
                    }
                    self.doubt(&heading, field, &value);
                    if let Some(value) = converted(field, value) {
                        self.field(&heading, place, field, value);
                    }
                }
            }
        }
    }

    fn finish(mut self, art: Art, table: &Arc<[Column]>) -> Laid {
        self.settle_shares();
        if self.columns.is_empty() && self.findings.is_empty() && self.remarks.values().any(|text| !text.is_empty()) {
            self.findings.push(RowFinding::error(
                row_codes::ONLY_REMARKS,
                "In dieser Zeile stehen nur Bemerkungen.",
                "Füllen Sie die Zeile aus, oder streichen Sie sie.",
            ));
        }
        let mut has_moved = false;
        let columns = self
            .columns
            .into_iter()
            .map(|LaidCell { heading, index, place }| {
                let closed = lay::closed(&self.value, &place);
                has_moved |= closed != place;
                LaidCell { heading, index, place: closed.to_string() }
            })
            .collect();
        lay::close(&mut self.value);
        // Where entries have moved up, an empty cell may not be the place that its heading names.
        let table = if has_moved { Arc::default() } else { Arc::clone(table) };
        Laid { art, value: self.value, columns, table, remarks: self.remarks, findings: self.findings }
    }
}

fn remark(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// A JSON value as the field wants it: texts as cells are read, everything else
/// as it is. `None` for a text that says nothing.
pub(super) fn converted(field: Node, value: Value) -> Option<Value> {
    match (value, field.kind()) {
        // As the data themselves are written, with a point before the decimal places.
        (Value::String(text), _) if field.has_unclear_point(&text) => Some(Value::String(text)),
        (Value::String(text), _) => Cell::Text(text).value(field),
        (Value::Number(number), Kind::Integer | Kind::Object) => Some(Value::Number(number)),
        // A program that reads tables hands over numbers where digits are meant.
        (Value::Number(number), _) => Cell::of_json(&number)?.value(field),
        (Value::Array(entries), Kind::List) => {
            let item = field.item()?;
            Some(entries.into_iter().filter_map(|entry| converted(item, entry)).collect())
        }
        (Value::Object(fields), Kind::Object) => {
            let fields = fields.into_iter().filter_map(|(key, value)| {
                let value = match field.property(&key) {
                    Some(child) => converted(child, value)?,
                    None => value,
                };
                Some((key, value))
            });
            Some(Value::Object(fields.collect()))
        }
        (Value::Null, _) => None,
        (value, _) => Some(value),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::rows::heading::resolve;

    const ART: Art = Art::Qualitaetsentwicklungsvereinbarung;

    fn object(base: &Value, row: Value) -> Laid {
        let Value::Object(fields) = row else { panic!() };
        Laid::object(base, ART, &Mapping::new(), fields)
    }

    #[test]
    fn objects_may_be_flat_nested_or_both() {
        let base = json!({"traeger": {"name": "alt", "rechtsform": "e. V."}});
        let laid = object(
            &base,
            json!({
                "traeger.name": "neu",
                "vereinbarungszeitraum": {"von": "1.1.2027", "bis": null},
                "ziele": [{"ziel": "eins", "massnahmen": {"freier_traeger": [{"bis": "31.12.2027", "was": " "}]}}],
                "ziele.2.ziel": "zwei",
                "traeger.anschrift.plz": 1067,
                "stand": 46752,
                "#Bemerkung": "egal",
            }),
        );
        let codes: Vec<_> = laid.findings.iter().map(|found| found.finding.code).collect();
        assert_eq!(codes, ["plz_number"]);
        assert_eq!(
            laid.value,
            json!({
                "traeger": {"name": "neu", "rechtsform": "e. V.", "anschrift": {"plz": "01067"}},
                "vereinbarungszeitraum": {"von": "2027-01-01"},
                "ziele": [
                    {"ziel": "eins", "massnahmen": {"freier_traeger": [{"bis": "2027-12-31"}]}},
                    {"ziel": "zwei"},
                ],
                "stand": "2027-12-31",
            })
        );
    }

    #[test]
    fn an_unknown_field_is_named_with_the_nearest() {
        let laid = object(&json!({}), json!({"traeger": {"nahme": "x"}}));
        let finding = &laid.findings[0];
        assert_eq!((finding.finding.code, finding.column.as_deref()), ("unknown_heading", Some("traeger.nahme")));
        assert_eq!(finding.finding.remedy, "Gemeint ist vielleicht „traeger.name“.");
    }

    #[test]
    fn cells_without_a_heading_and_broken_formulas_are_found() {
        let columns =
            [Column::Known(vec![resolve(ART, "traeger.name").unwrap()]), Column::Remark("#Notiz".into())].into();
        let laid = Laid::cells(
            &json!({}),
            ART,
            &columns,
            &[Cell::Error, Cell::Text("Bemerkung".into()), Cell::Text("x".into())],
        );
        let codes: Vec<_> = laid.findings.iter().map(|found| found.finding.code).collect();
        assert_eq!(codes, ["cell_error", "cell_without_heading"]);
        assert!(laid.findings[1].finding.message.contains("Spalte C"));
    }

    #[test]
    fn a_decimal_number_in_json_is_read_as_the_format_writes_it() {
        let umfang = "leistungsvereinbarung.personal.stellen.1.umfang";
        let field = resolve(Art::LeqVereinbarung, umfang).unwrap().field;
        for (value, read) in
            [(json!("12.345"), "12.345"), (json!("1.1250"), "1.1250"), (json!("0,5"), "0.5"), (json!(0.25), "0.25")]
        {
            assert_eq!(converted(field, value), Some(json!(read)));
        }
    }

    #[test]
    fn nothing_that_a_cell_says_hides_what_weighs_more() {
        use Severity::{Error, Warning};
        let mut laid = object(&json!({}), json!({"stand": "1.12.2026"}));
        let finding = |(code, severity)| {
            let mut finding = Finding::error(code, "", "", "");
            (finding.severity, finding.path) = (severity, "/stand".to_owned());
            finding
        };
        for (said, found, is_told) in [
            (("a", Warning), ("a", Error), true),
            (("a", Warning), ("a", Warning), false),
            (("a", Warning), ("b", Warning), true),
            (("a", Error), ("b", Warning), false),
            (("a", Error), ("b", Error), true),
        ] {
            laid.findings = vec![RowFinding::new(finding(said)).in_column("stand")];
            assert_eq!(laid.all(&[finding(found)]).len() == 2, is_told, "{said:?}, {found:?}");
        }
    }
}
