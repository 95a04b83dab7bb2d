//! Single values of an agreement, changed by the headings that a table would have.

use serde_json::Value;
use vereinbar::Vereinbarung;
use vereinbar::limits::MAX_LIST_ITEMS;
use vereinbar::pointer::Step;
use vereinbar::schema::in_written_words;

use super::heading::{Heading, resolve};
use super::laid::converted;
use super::row_finding::RowFinding;
use super::value_problem::{doubt, plz_problem};
use crate::input::Cell;
use crate::row_codes::{self, RowCode};

/// Why values are not set.
///
/// `Display` is German and complete; it holds no text of the agreement.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("Es wurde nichts geändert.\n{}", lines(.0))]
pub struct SetError(Vec<RowFinding>);

impl SetError {
    /// What was found, each with the field as `column`.
    #[must_use]
    pub fn findings(&self) -> &[RowFinding] {
        &self.0
    }
}

/// The agreement with some values set: to each field, named as a heading of a table is, a
/// text as a cell would have it, or a value of JSON. `null` and an empty text take the
/// value out. A list goes on where it ends.
///
/// # Errors
/// [`SetError`] with all that is wrong; then nothing is set.
///
/// ```
/// use vereinbar_tables::set;
/// let v = vereinbar::parse(r#"{"art": "qualitaetsentwicklungsvereinbarung", "ziele": [{"ziel": "Beteiligung"}]}"#)?;
/// let v = set(&v, [("ziele.1.ergebnis.grad", "erreicht".into()), ("Stand", "1.12.2028".into())])?;
/// assert!(v.to_json().contains(r#""stand": "2028-12-01""#));
/// assert!(set(&v, [("ziele.3.ziel", "Ein Ziel zu viel".into())]).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn set(
    vereinbarung: &Vereinbarung,
    values: impl IntoIterator<Item = (impl AsRef<str>, Value)>,
) -> Result<Vereinbarung, SetError> {
    let art = vereinbarung.art();
    let mut json = vereinbar::to_json::value(vereinbarung);
    let mut problems = Vec::new();
    let mut known: Vec<Heading> = Vec::new();
    for (field, value) in values {
        let heading = match resolve(art, field.as_ref()) {
            Ok(heading) if heading.text == "art" => {
                problems.push(problem(
                    row_codes::FIXED_FIELD,
                    "Die Art einer Vereinbarung ändert sich nicht.",
                    &heading,
                ));
                continue;
            }
            Ok(heading) => heading,
            Err(found) => {
                problems.push(*found);
                continue;
            }
        };
        if known.iter().any(|other| other.place == heading.place) {
            problems.push(problem(row_codes::DUPLICATE_HEADING, "Dieses Feld ist zweimal genannt.", &heading));
        } else if let Some((list, length)) = beyond(&json, heading.place.steps()) {
            let message = format!("„{list}“ hat {length} Einträge; der nächste hat die Nummer {}.", length + 1);
            problems.push(problem(row_codes::GAP_IN_LIST, message, &heading));
        } else if let Some(found) = value.as_str().and_then(|text| doubt(heading.field, &Cell::Text(text.to_owned()))) {
            problems.push(found.in_column(heading.text.as_str()));
        } else {
            match converted(heading.field, value) {
                Some(value) => {
                    problems.extend(
                        plz_problem(heading.field, &value).map(|problem| problem.in_column(heading.text.as_str())),
                    );
                    vereinbar::pointer::set(&mut json, heading.place.steps(), value);
                }
                None => take(&mut json, heading.place.steps()),
            }
        }
        known.push(heading);
    }
    if problems.is_empty() {
        match vereinbar::parse(&json.to_string()) {
            Ok(changed) => return Ok(changed),
            Err(error) => problems.extend(error.findings().iter().map(|finding| {
                let column = known.iter().find(|heading| finding.path.as_str().starts_with(&heading.place.to_string()));
                let found = RowFinding::new(in_written_words(finding.clone()));
                match column {
                    Some(heading) => found.in_column(heading.text.as_str()),
                    None => found,
                }
            })),
        }
    }
    Err(SetError(problems))
}

fn problem(code: RowCode, message: impl Into<String>, heading: &Heading) -> RowFinding {
    RowFinding::error(code, message, "Berichtigen Sie die Angabe.").in_column(heading.text.as_str())
}

/// The list that a place leaves a gap in, with the number of its entries.
fn beyond(value: &Value, steps: &[Step<String>]) -> Option<(String, usize)> {
    let mut here = Some(value);
    let mut path: Vec<String> = Vec::new();
    for step in steps {
        match step {
            Step::Key(key) => {
                path.push(key.clone());
                here = here.and_then(|value| value.get(key));
            }
            Step::Index(index) => {
                let length = here.and_then(Value::as_array).map_or(0, Vec::len);
                if *index > length && length < MAX_LIST_ITEMS {
                    return Some((path.join("."), length));
                }
                path.push((index + 1).to_string());
                here = here.and_then(|value| value.get(index));
            }
        }
    }
    None
}

/// Takes a value out, and what it leaves empty.
fn take(value: &mut Value, steps: &[Step<String>]) {
    let Some((first, rest)) = steps.split_first() else { return };
    let is_empty = |value: &Value| {
        value.as_object().is_some_and(serde_json::Map::is_empty) || value.as_array().is_some_and(Vec::is_empty)
    };
    match (first, value) {
        (Step::Key(key), Value::Object(fields)) => {
            let Some(below) = fields.get_mut(key) else { return };
            take(below, rest);
            if rest.is_empty() || is_empty(below) {
                fields.shift_remove(key);
            }
        }
        (Step::Index(index), Value::Array(entries)) => {
            let Some(below) = entries.get_mut(*index) else { return };
            take(below, rest);
            if rest.is_empty() || is_empty(below) {
                entries.remove(*index);
            }
        }
        _ => {}
    }
}

fn lines(problems: &[RowFinding]) -> String {
    let line = |problem: &RowFinding| {
        let vereinbar::Finding { message, remedy, .. } = &problem.finding;
        let field = problem.column.as_ref().map_or_else(String::new, |column| format!("{column}: "));
        format!("  {field}{message} {remedy}")
    };
    problems.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn agreement() -> Vereinbarung {
        vereinbar::parse(
            r#"{"art": "qualitaetsentwicklungsvereinbarung", "ziele": [{"ziel": "A", "massnahmen": {"freier_traeger": [
                {"wer": "x", "bis": "2027-12-31"}, {"wer": "y"}]}}]}"#,
        )
        .unwrap()
    }

    fn codes(values: &[(&str, Value)]) -> Vec<&'static str> {
        let error = set(&agreement(), values.iter().cloned()).unwrap_err();
        error.findings().iter().map(|problem| problem.finding.code).collect()
    }

    #[test]
    fn values_are_read_as_cells_are_and_taken_out_again() {
        let massnahme = "ziele.1.massnahmen.freier_traeger";
        let state = |number: usize| format!("{massnahme}.{number}.stand");
        let changed = set(&agreement(), [(state(2), json!("Erledigt")), (state(3), json!("laufend"))]).unwrap();
        let value = vereinbar::to_json::value(&changed);
        let entries = value.pointer("/ziele/0/massnahmen/freier_traeger").unwrap();
        assert_eq!(entries[1], json!({"wer": "y", "stand": "erledigt"}));
        assert_eq!(entries[2], json!({"stand": "laufend"}));
        let back = set(&changed, [(state(2), json!("")), (state(3), Value::Null)]).unwrap();
        assert_eq!(back, agreement());
        let without = set(&agreement(), [(format!("{massnahme}.2.wer"), json!(""))]).unwrap();
        assert!(!without.to_json().contains("\"y\""));
    }

    #[test]
    fn what_is_wrong_is_named_and_nothing_is_set() {
        assert_eq!(codes(&[("ziele.1.zeil", json!("x"))]), ["unknown_heading"]);
        assert_eq!(codes(&[("ziele.3.ziel", json!("x")), ("art", json!("x"))]), ["gap_in_list", "fixed_field"]);
        assert_eq!(codes(&[("stand", json!("1.1.2027")), ("Stand", json!("2.1.2027"))]), ["duplicate_heading"]);
        assert_eq!(codes(&[("stand", json!("morgen"))]), ["invalid_format"]);
        let text = set(&agreement(), [("stand", json!("geheim"))]).unwrap_err().to_string();
        assert!(text.contains("stand: ") && !text.contains("geheim"), "{text}");
    }
}
