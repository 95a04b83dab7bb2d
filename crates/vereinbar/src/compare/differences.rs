//! The walk along the schema, in both agreements at once.

use serde_json::Value;

use super::align::align;
use super::{Difference, DifferenceKind, DifferentKinds};
use crate::modell::{Filled as _, Vereinbarung};
use crate::pointer::{PointerBuf, Step};
use crate::schema::{Kind, Node};
use crate::to_json;

/// What changed from one agreement to a later one, in the order of the form: what is new, what
/// is gone, what reads otherwise, which entries of a list stand elsewhere.
///
/// Entries of a list belong together when they are equal, or say the same in their first
/// field, or stand in the same place; choices are compared as sets.
///
/// ```
/// use vereinbar::{DifferenceKind, compare, parse};
/// let before = parse(r#"{"art": "qualitaetsentwicklungsvereinbarung", "stand": "2026-12-01"}"#)?;
/// let after = parse(r#"{"art": "qualitaetsentwicklungsvereinbarung", "stand": "2027-02-01"}"#)?;
/// let differences = compare(&before, &after)?;
/// assert_eq!((differences[0].kind, differences[0].path.as_str()), (DifferenceKind::Changed, "/stand"));
/// assert_eq!(differences[0].after.as_deref(), Some("01.02.2027"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`DifferentKinds`] where the two are of different kinds.
pub fn compare(before: &Vereinbarung, after: &Vereinbarung) -> Result<Vec<Difference>, DifferentKinds> {
    let art = after.art();
    if before.art() != art {
        return Err(DifferentKinds { before: before.art(), after: art });
    }
    let mut walk = ComparingWalk { root: Node::root(art), places: BothPlaces::default(), found: Vec::new() };
    walk.compare(walk.root, &to_json::value(before), &to_json::value(after));
    Ok(walk.found)
}

/// Where the walk is in each of the two.
#[derive(Default)]
struct BothPlaces {
    before: PointerBuf,
    after: PointerBuf,
}

impl BothPlaces {
    fn push(&mut self, before: Step<String>, after: Step<String>) {
        self.before.push(before);
        self.after.push(after);
    }

    fn pop(&mut self) {
        self.before.pop();
        self.after.pop();
    }
}

struct ComparingWalk {
    root: Node,
    places: BothPlaces,
    found: Vec<Difference>,
}

impl ComparingWalk {
    fn compare(&mut self, node: Node, before: &Value, after: &Value) {
        if before == after || !(before.is_filled() || after.is_filled()) {
            return;
        }
        match node.kind() {
            Kind::Object => {
                for (key, field) in node.properties() {
                    // The format of the data says nothing about the agreement.
                    if self.places.after.steps().is_empty() && matches!(key, "art" | "fassung") {
                        continue;
                    }
                    self.places.push(Step::Key(key.to_owned()), Step::Key(key.to_owned()));
                    let at = |value: &Value| value.get(key).cloned().unwrap_or_default();
                    self.compare(field, &at(before), &at(after));
                    self.places.pop();
                }
            }
            Kind::List => {
                let Some(item) = node.item() else { return };
                if item.kind() == Kind::Code {
                    self.choices(item, entries(before), entries(after));
                } else {
                    self.list(item, entries(before), entries(after));
                }
            }
            _ => self.tell(node, before, after),
        }
    }

    fn list(&mut self, item: Node, before: &[Value], after: &[Value]) {
        let same_name = |a: &Value, b: &Value| name(item, a).is_some_and(|name_a| name(item, b) == Some(name_a));
        for pair in align(before, after, same_name) {
            // What is new or gone has one place: that in the agreement that has it.
            let step = Step::Index(pair.after.or(pair.before).unwrap_or_default());
            self.places.push(pair.before.map_or_else(|| step.clone(), Step::Index), step);
            if pair.has_moved {
                self.found.push(self.difference(DifferenceKind::Moved, None, None));
            } else {
                let at = |entries: &[Value], index: Option<usize>| {
                    index.and_then(|index| entries.get(index)).cloned().unwrap_or_default()
                };
                self.compare(item, &at(before, pair.before), &at(after, pair.after));
            }
            self.places.pop();
        }
    }

    /// A set of codes: what is ticked, and what is no longer.
    fn choices(&mut self, item: Node, before: &[Value], after: &[Value]) {
        for (index, code) in after.iter().enumerate().filter(|(_, code)| !before.contains(code)) {
            self.places.push(Step::Index(index), Step::Index(index));
            self.tell(item, &Value::Null, code);
            self.places.pop();
        }
        for (index, code) in before.iter().enumerate().filter(|(_, code)| !after.contains(code)) {
            self.places.push(Step::Index(index), Step::Index(index));
            self.tell(item, code, &Value::Null);
            self.places.pop();
        }
    }

    fn tell(&mut self, node: Node, before: &Value, after: &Value) {
        let written = |value: &Value| value.is_filled().then(|| node.write(value));
        let (before, after) = (written(before), written(after));
        let kind = match (&before, &after) {
            (None, Some(_)) => DifferenceKind::Added,
            (Some(_), None) => DifferenceKind::Removed,
            _ => DifferenceKind::Changed,
        };
        self.found.push(self.difference(kind, before, after));
    }

    fn difference(&self, kind: DifferenceKind, before: Option<String>, after: Option<String>) -> Difference {
        let in_both = !matches!(kind, DifferenceKind::Added | DifferenceKind::Removed);
        let (own, other) = match kind {
            DifferenceKind::Removed => (&self.places.before, &self.places.after),
            _ => (&self.places.after, &self.places.before),
        };
        let path = own.to_string();
        let path_before = Some(other.to_string()).filter(|other| in_both && *other != path);
        Difference {
            kind,
            place: self.root.place(&path),
            place_before: path_before.as_ref().map(|path| self.root.place(path)),
            path,
            path_before,
            before,
            after,
        }
    }
}

fn entries(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// What an entry is known by: what it says in the first field that is filled.
fn name(item: Node, entry: &Value) -> Option<&Value> {
    let mut fields = item.properties().filter_map(|(key, _)| entry.get(key));
    fields.find(|value| value.is_filled() && !value.is_object() && !value.is_array())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::modell::Art;
    use crate::parse;

    fn compared(before: &Value, after: &Value) -> Vec<(DifferenceKind, String, String, String)> {
        let read = |value: &Value| {
            let mut value = value.clone();
            value["art"] = "qualitaetsentwicklungsvereinbarung".into();
            parse(&value.to_string()).unwrap()
        };
        let differences = compare(&read(before), &read(after)).unwrap();
        let text = Option::unwrap_or_default;
        differences.into_iter().map(|one| (one.kind, one.place, text(one.before), text(one.after))).collect()
    }

    #[test]
    fn fields_are_named_and_written_as_the_form_does() {
        let before = json!({
            "stand": "2026-12-01",
            "traeger": {"name": "Alt"},
            "qualitaetsdimensionen": ["strukturqualitaet", "prozessqualitaet"],
        });
        let after = json!({
            "aktenzeichen": "51-1",
            "stand": "2027-02-01",
            "qualitaetsdimensionen": ["prozessqualitaet", "ergebnisqualitaet"],
        });
        assert_eq!(
            compared(&before, &after),
            [
                (DifferenceKind::Added, "Aktenzeichen".to_owned(), String::new(), "51-1".to_owned()),
                (DifferenceKind::Changed, "Stand".to_owned(), "01.12.2026".to_owned(), "01.02.2027".to_owned()),
                (
                    DifferenceKind::Removed,
                    "Träger der freien Jugendhilfe › Name".to_owned(),
                    "Alt".to_owned(),
                    String::new()
                ),
                (
                    DifferenceKind::Added,
                    "Qualitätsdimensionen › Nr. 2".to_owned(),
                    String::new(),
                    "Ergebnisqualität".to_owned()
                ),
                (
                    DifferenceKind::Removed,
                    "Qualitätsdimensionen › Nr. 1".to_owned(),
                    "Strukturqualität".to_owned(),
                    String::new()
                ),
            ]
        );
        assert_eq!(compared(&after, &after), []);
    }

    #[test]
    fn a_ziel_in_between_is_the_only_thing_that_is_new() {
        let ziel = |text: &str, wer: &str| json!({"ziel": text, "massnahmen": {"freier_traeger": [{"wer": wer}]}});
        let before = json!({"ziele": [ziel("Eins", "Leitung"), ziel("Zwei", "Leitung")]});
        let after = json!({"ziele": [ziel("Eins", "Leitung"), ziel("Neu", "Team"), ziel("Zwei", "Träger")]});
        let found = compared(&before, &after);
        assert_eq!(
            found.iter().map(|one| (one.0, one.1.as_str())).collect::<Vec<_>>(),
            [
                (DifferenceKind::Added, "Ziel 2 › Ziel"),
                (
                    DifferenceKind::Added,
                    "Ziel 2 › Maßnahmen und Verfahren zur Zielerreichung › Freier Träger › Nr. 1 › Wer"
                ),
                (
                    DifferenceKind::Changed,
                    "Ziel 3 › Maßnahmen und Verfahren zur Zielerreichung › Freier Träger › Nr. 1 › Wer"
                ),
            ]
        );
        assert_eq!((found[2].2.as_str(), found[2].3.as_str()), ("Leitung", "Träger"));
    }

    #[test]
    fn what_stands_elsewhere_has_moved_and_nothing_else() {
        let before = json!({"fortsetzung": {"gespraechsgrundlagen": ["A", "B", "C"]}});
        let after = json!({"fortsetzung": {"gespraechsgrundlagen": ["C", "A", "B"]}});
        let found = compared(&before, &after);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].0, DifferenceKind::Moved);
    }

    #[test]
    fn other_kinds_are_not_compared() {
        let [a, b] = [Art::Qualitaetsentwicklungsvereinbarung, Art::LeqVereinbarung].map(Vereinbarung::blank);
        assert_eq!(compare(&a, &b), Err(DifferentKinds { before: a.art(), after: b.art() }));
    }
}
