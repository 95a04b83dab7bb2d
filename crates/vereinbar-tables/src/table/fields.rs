//! The fields of a form as a table has them: in which order, in which groups, with which
//! help.

use vereinbar::Art;
use vereinbar::schema::{Kind, Node};

use crate::book::{Choices, Look};
use crate::rows::{headings, headings_count};

/// The fields in which agreements of one list differ, in this order; where a kind has them.
const FRONT: [&str; 13] = [
    "traeger.name",
    "aktenzeichen",
    "traeger.rechtsform",
    "traeger.anschrift.strasse",
    "traeger.anschrift.plz",
    "traeger.anschrift.ort",
    "traeger.vertreten_durch.1.name",
    "traeger.vertreten_durch.1.funktion",
    "einrichtung.name",
    "leistungsangebot.bezeichnung",
    "angebot",
    "vereinbarungszeitraum.von",
    "vereinbarungszeitraum.bis",
];
/// What they are called together.
const FRONT_TITLE: &str = "Meist gebraucht";

/// A field with its path and the form's words for the way to it.
#[derive(Clone)]
pub(super) struct Field {
    pub(super) path: String,
    pub(super) words: String,
    pub(super) node: Node,
}

/// Fields that belong together.
pub(super) struct Group<'a> {
    pub(super) title: String,
    pub(super) is_front: bool,
    /// With the words that are left below the title.
    pub(super) fields: Vec<(&'a Field, String)>,
}

/// What no table asks for.
const UNASKED: [&str; 2] = ["art", "fassung"];

/// How many fields [`all`] gives, without making them.
pub(super) fn count(art: Art, entries: usize) -> usize {
    headings_count(art, entries).saturating_sub(UNASKED.len())
}

/// Every field that a cell can fill, in the form's order.
pub(super) fn all(art: Art, entries: usize) -> Vec<Field> {
    headings(art, entries)
        .into_iter()
        // The workbook says which form it is; the format's version is the newest.
        .filter(|(path, ..)| !UNASKED.contains(&path.as_str()))
        .map(|(path, node, words)| Field { path, words, node })
        .collect()
}

/// Whether a field is one in which agreements of a list differ.
pub(super) fn is_front(path: &str) -> bool {
    FRONT.contains(&path)
}

/// The groups: what is needed most first, then the parts of the form.
pub(super) fn groups(fields: &[Field]) -> Vec<Group<'_>> {
    let front = FRONT.iter().filter_map(|path| fields.iter().find(|field| field.path == *path));
    let front: Vec<_> = front.map(|field| (field, field.words.clone())).collect();
    let mut groups = Vec::new();
    if !front.is_empty() {
        groups.push(Group { title: FRONT_TITLE.to_owned(), is_front: true, fields: front });
    }
    for field in fields.iter().filter(|field| !is_front(&field.path)) {
        let (title, words) = parted(field);
        match groups.last_mut() {
            Some(group) if !group.is_front && group.title == title => group.fields.push((field, words)),
            _ => groups.push(Group { title, is_front: false, fields: vec![(field, words)] }),
        }
    }
    // Single fields between the parts are one group as well.
    let mut joined: Vec<Group<'_>> = Vec::new();
    for group in groups {
        let is_single =
            |group: &Group<'_>| !group.is_front && group.fields.iter().all(|(field, _)| !field.path.contains('.'));
        match joined.last_mut() {
            Some(last) if is_single(last) && is_single(&group) => {
                "Einzelne Angaben".clone_into(&mut last.title);
                last.fields.extend(group.fields);
            }
            _ => joined.push(group),
        }
    }
    joined
}

/// The part of the form that a field belongs to, an entry of a list being a part of its
/// own; and the words below it.
fn parted(field: &Field) -> (String, String) {
    let keys: Vec<&str> = field.path.split('.').collect();
    let words: Vec<&str> = field.words.split(crate::rows::BETWEEN).collect();
    let is_entry = keys.get(1).is_some_and(|key| key.bytes().all(|byte| byte.is_ascii_digit()));
    let depth = if is_entry && keys.len() > 2 { 2 } else { 1 };
    let join = |words: Option<&[&str]>| words.unwrap_or_default().join(crate::rows::BETWEEN);
    if words.len() > depth {
        (join(words.get(..depth)), join(words.get(depth..)))
    } else {
        (field.words.clone(), field.words.clone())
    }
}

impl Field {
    /// How its cells look.
    pub(super) fn look(&self) -> Look {
        match self.node.kind() {
            Kind::Datum => Look::Date,
            Kind::Integer | Kind::Betrag | Kind::Zahl => Look::Number,
            _ => Look::Text,
        }
    }

    /// How wide its column is, in characters.
    pub(super) fn width(&self) -> usize {
        match self.node.kind() {
            Kind::List => 40,
            Kind::Text if self.node.max_length().is_none_or(|length| length > 300) => 40,
            Kind::Text | Kind::Zeitangabe | Kind::Code => 24,
            _ => 14,
        }
    }

    /// Its list to choose from.
    pub(super) fn list(&self, choices: &mut Choices) -> Option<usize> {
        let entries = match self.node.kind() {
            Kind::Code => {
                self.node.codes().map(|code| self.node.words(code).next().unwrap_or(code).to_owned()).collect()
            }
            Kind::Boolean => vec!["ja".to_owned(), "nein".to_owned()],
            _ => return None,
        };
        let title = if self.node.kind() == Kind::Boolean { "Ja oder nein" } else { self.node.title() };
        Some(choices.add(title, entries))
    }

    /// What the form says about it, and how its cells are filled in.
    pub(super) fn help(&self) -> String {
        let is_choice = self.node.item().is_some_and(|item| item.kind() == Kind::Code);
        let how = match self.node.kind() {
            Kind::List if is_choice => "Mehrere mit Komma getrennt.",
            Kind::List => "Ein Eintrag je Zeile; neue Zeile in der Zelle mit Alt+Eingabe.",
            Kind::Datum => "Ein Datum, zum Beispiel 31.12.2027.",
            Kind::Zeitangabe => "Ein Datum, zum Beispiel 31.12.2027, oder Worte wie 3. Quartal 2027.",
            Kind::Code | Kind::Boolean => "Wählen Sie aus der Liste.",
            Kind::Integer => "Eine ganze Zahl.",
            Kind::Betrag | Kind::Zahl => "Eine Zahl.",
            _ => "",
        };
        [self.node.help(), how].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_in_one_group_and_the_front_is_there() {
        for art in Art::ALL {
            let fields = all(*art, 2);
            assert_eq!(count(*art, 2), fields.len());
            let groups = groups(&fields);
            assert_eq!(groups.iter().map(|group| group.fields.len()).sum::<usize>(), fields.len());
            assert!(groups[0].is_front && groups[0].fields[0].0.path == "traeger.name");
            assert!(groups.iter().skip(1).all(|group| !group.title.is_empty()));
        }
        for path in FRONT {
            let has = |art: &Art| all(*art, 1).iter().any(|field| field.path == path);
            assert!(Art::ALL.iter().any(has), "{path}");
        }
    }
}
