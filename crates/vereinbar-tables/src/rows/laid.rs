//! A row over the base agreement: what it changes, and which column is to blame
//! for a finding.

use serde_json::{Map, Value};
use vereinbar::modell::Zahl;
use vereinbar::pointer::PointerBuf;
use vereinbar::schema::{Kind, Node};
use vereinbar::{Art, Finding};

use super::heading::{Heading, unknown, walk};
use super::lay;
use super::row_finding::RowFinding;
use crate::input::Cell;

/// A column of a table.
#[derive(Clone)]
pub(crate) enum Column {
    Known(Heading),
    /// Its heading begins with `#`: notes of the office.
    Remark,
    Nameless,
}

/// A row laid over the base, with the way from places back to columns.
#[derive(Debug)]
#[non_exhaustive]
pub struct Laid {
    /// Which kind of agreement it is to be.
    pub art: Art,
    /// The agreement as JSON.
    pub value: Value,
    /// Heading and place of each cell that says something.
    columns: Vec<(String, String)>,
    /// What is wrong with the row before it is read as an agreement.
    pub findings: Vec<RowFinding>,
}

impl Laid {
    /// Lays the cells of a table's row over the base.
    pub(crate) fn cells(base: &Value, art: Art, columns: &[Column], cells: &[Cell]) -> Self {
        let mut laying = Laying::new(base);
        for (index, cell) in cells.iter().enumerate() {
            match columns.get(index) {
                Some(Column::Remark) => {}
                _ if cell.is_empty() => {}
                Some(Column::Known(heading)) if *cell == Cell::Error => laying.findings.push(
                    RowFinding::error(
                        "cell_error",
                        "In der Zelle steht statt eines Wertes ein Fehler der Tabellenkalkulation.",
                        "Berichtigen Sie die Formel.",
                    )
                    .in_column(heading.text.as_str()),
                ),
                Some(Column::Known(heading)) => {
                    if let Some(value) = cell.value(heading.field) {
                        laying.set(heading.text.clone(), heading.place.clone(), value);
                    }
                }
                Some(Column::Nameless) | None => laying.findings.push(RowFinding::error(
                    "cell_without_heading",
                    format!("In Spalte {} steht etwas, aber die Spalte hat keine Überschrift.", letters(index)),
                    "Ergänzen Sie die Überschrift, oder leeren Sie die Zelle.",
                )),
            }
        }
        laying.finish(art)
    }

    /// Lays an object over the base: its keys are headings, or nested fields.
    pub(crate) fn object(base: &Value, art: Art, fields: Map<String, Value>) -> Self {
        let mut laying = Laying::new(base);
        laying.object(art, Node::root(art), &PointerBuf::new(), "", fields);
        laying.finish(art)
    }

    /// The finding with the column it comes from.
    #[must_use]
    pub fn blame(&self, finding: Finding) -> RowFinding {
        let path = finding.path.as_str();
        let is_below = |place: &str| path.strip_prefix(place).is_some_and(|rest| rest.starts_with('/'));
        // The last of two columns that fill the same place has its way.
        let exact = self.columns.iter().rev().find(|(_, place)| place == path);
        let column = exact.or_else(|| self.columns.iter().rev().find(|(_, place)| is_below(place)));
        RowFinding { column: column.map(|(heading, _)| heading.clone()), ..RowFinding::new(finding) }
    }
}

struct Laying {
    value: Value,
    columns: Vec<(String, PointerBuf)>,
    findings: Vec<RowFinding>,
}

impl Laying {
    fn new(base: &Value) -> Self {
        Self { value: base.clone(), columns: Vec::new(), findings: Vec::new() }
    }

    fn set(&mut self, heading: String, place: PointerBuf, value: Value) {
        lay::set(&mut self.value, place.steps(), value);
        self.columns.push((heading, place));
    }

    fn object(&mut self, art: Art, field: Node, at: &PointerBuf, prefix: &str, fields: Map<String, Value>) {
        for (key, value) in fields {
            if key.starts_with('#') || value.is_null() {
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
                    if let Some(value) = converted(field, value) {
                        self.set(heading, place, value);
                    }
                }
            }
        }
    }

    fn finish(mut self, art: Art) -> Laid {
        let columns = self
            .columns
            .iter()
            .map(|(heading, place)| (heading.clone(), lay::closed(&self.value, place).to_string()))
            .collect();
        lay::close(&mut self.value);
        Laid { art, value: self.value, columns, findings: self.findings }
    }
}

/// A JSON value as the field wants it: texts as cells are read, everything else
/// as it is. `None` for a text that says nothing.
fn converted(field: Node, value: Value) -> Option<Value> {
    match (value, field.kind()) {
        // What the format itself writes has a point before its decimal places: `12.345`.
        (Value::String(text), Kind::Betrag | Kind::Zahl) if text.parse::<Zahl>().is_ok() => Some(Value::String(text)),
        (Value::String(text), _) => Cell::Text(text).value(field),
        (Value::Number(number), Kind::Integer | Kind::Object) => Some(Value::Number(number)),
        // A program that reads tables hands over numbers where digits are meant.
        (Value::Number(number), _) => number.as_f64().and_then(|number| Cell::Number(number).value(field)),
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

/// How a spreadsheet names a column: A, B, …, Z, AA.
pub(crate) fn letters(index: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = index + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or_default()));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::rows::heading::resolve;

    const ART: Art = Art::Qualitaetsentwicklungsvereinbarung;

    fn object(base: &Value, row: Value) -> Laid {
        let Value::Object(fields) = row else { panic!() };
        Laid::object(base, ART, fields)
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
        assert_eq!(laid.findings, []);
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
        let columns = [Column::Known(resolve(ART, "traeger.name").unwrap()), Column::Remark];
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
        for (value, read) in [(json!("12.345"), "12.345"), (json!("0,5"), "0.5"), (json!(0.25), "0.25")] {
            assert_eq!(converted(field, value), Some(json!(read)));
        }
    }

    #[test]
    fn columns_are_named_as_spreadsheets_name_them() {
        assert_eq!([0, 25, 26, 701, 702].map(letters), ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}
