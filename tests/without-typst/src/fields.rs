//! The reference of all fields, generated from the schema and the examples.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use serde_json::Value;
use vereinbar::Art;
use vereinbar::schema::{Kind, Node};
use vereinbar_tests::{check_reference, root};

const HEAD: &str = "\
# Alle Felder

<!-- Aus dem Schema erzeugt; `make update` schreibt die Datei neu. -->

Was in eine Vereinbarung eingetragen werden kann, in der Reihenfolge des Formulars. Jedes Feld darf fehlen, nur `art` nicht.

- **Feld** ist die Beschriftung im Formular, mit dem, was das Formular dazu sagt.
- **Pfad** ist der Name in den Daten, in Befunden und in den Überschriften einer Tabelle. `1` steht für die Nummer eines
  Eintrags: `ziele.2.ziel` ist das zweite Ziel. In JSON sind das Objekte und Listen: `{\"ziele\": [{\"ziel\": \"…\"}]}`.
- **Inhalt** ist, was dort stehen darf. Ein Katalog ist eine feste Auswahl: In den Daten steht der Code, in einer Tabelle
  auch das Wort. Die Kataloge stehen am Ende dieser Seite.
- **Beispiel** ist aus den erfundenen Beispielen [Qualitätsentwicklungsvereinbarung](../templates/qualitaetsentwicklungsvereinbarung/daten.json)
  und [LEQ-Vereinbarung](../templates/leq_vereinbarung/daten.json).

Was erst zusammen stimmen muss (etwa, dass ein Zeitraum nicht vor seinem Beginn endet), steht in [rules.md](rules.md).
";

const TABLE: &str = "| Feld | Pfad | Inhalt | Beispiel |\n|---|---|---|---|\n";

/// Longer examples say no more.
const EXAMPLE_CHARS: usize = 60;

/// What is written so far, and the catalogues that were met.
#[derive(Default)]
struct Reference {
    text: String,
    catalogues: BTreeMap<&'static str, Node>,
}

impl Reference {
    fn kind(&mut self, art: Art) {
        let example = fs::read_to_string(root().join(format!("templates/{art}/daten.json"))).unwrap();
        let example: Value = serde_json::from_str(&example).unwrap();
        write!(self.text, "\n## {}\n\n`art`: `{art}`\n", art.bezeichnung()).unwrap();
        let (mut in_table, mut had_section) = (false, false);
        for (key, field) in Node::root(art).properties() {
            let example = example.get(key);
            if matches!(field.kind(), Kind::Object | Kind::List) {
                writeln!(self.text, "\n### {}: `{key}`\n\n{}\n", field.title(), cell(first_line(field))).unwrap();
                self.text.push_str(TABLE);
                self.field(field, &mut Vec::new(), key, example, true);
                (in_table, had_section) = (false, true);
            } else {
                // Below another section it would be taken for a part of that.
                if had_section {
                    write!(self.text, "\n### {}: `{key}`\n\n{TABLE}", field.title()).unwrap();
                } else if !in_table {
                    write!(self.text, "\n{TABLE}").unwrap();
                    in_table = true;
                }
                self.field(field, &mut Vec::new(), key, example, false);
            }
        }
    }

    /// The rows of a field and of what is below it. The heading of a section has said what a
    /// section is.
    fn field(
        &mut self,
        field: Node,
        above: &mut Vec<&'static str>,
        path: &str,
        example: Option<&Value>,
        is_section: bool,
    ) {
        match field.kind() {
            Kind::Object => {
                if !is_section {
                    above.push(field.title());
                }
                for (key, below) in field.properties() {
                    let example = example.and_then(|example| example.get(key));
                    self.field(below, above, &format!("{path}.{key}"), example, false);
                }
                if !is_section {
                    above.pop();
                }
            }
            Kind::List if field.item().unwrap().kind() == Kind::Object => {
                if !is_section {
                    above.push(field.title());
                }
                let item = field.item().unwrap();
                for (key, below) in item.properties() {
                    let example =
                        example.and_then(|entries| entries.as_array()?.iter().find_map(|entry| entry.get(key)));
                    self.field(below, above, &format!("{path}.1.{key}"), example, false);
                }
                if !is_section {
                    above.pop();
                }
            }
            _ => {
                let label = above.iter().chain([&field.title()]).copied().collect::<Vec<_>>().join(" › ");
                let help = first_line(field);
                let help = if is_section || help.is_empty() { String::new() } else { format!("<br>{help}") };
                let content = self.content(field);
                let example = shown(example);
                writeln!(
                    self.text,
                    "| **{}**{} | `{path}` | {content} | {} |",
                    cell(&label),
                    cell(&help),
                    cell(&example)
                )
                .unwrap();
            }
        }
    }

    fn content(&mut self, field: Node) -> String {
        match field.kind() {
            Kind::List => {
                let item = self.content(field.item().unwrap());
                format!("Liste, bis {} Einträge: {item}", field.max_items().unwrap())
            }
            Kind::Code => match field.type_name() {
                Some(name) => {
                    self.catalogues.insert(name, field);
                    format!("Katalog [{name}](#{})", name.to_lowercase())
                }
                None => field.codes().map(|code| format!("`{code}`")).collect::<Vec<_>>().join(", "),
            },
            Kind::Boolean => "`true` (ja) oder `false` (nein)".to_owned(),
            Kind::Integer => {
                format!("ganze Zahl von {} bis {}", field.minimum().unwrap(), field.maximum().unwrap())
            }
            Kind::Datum => "Tag: `JJJJ-MM-TT`".to_owned(),
            Kind::Zeitangabe => "Tag: `JJJJ-MM-TT`, oder Worte".to_owned(),
            Kind::Betrag => "Betrag in Euro, als Text mit Punkt".to_owned(),
            Kind::Zahl => "Zahl, als Text mit Punkt".to_owned(),
            Kind::Ags => "Ziffern, 5 oder 8".to_owned(),
            Kind::Plz => "Postleitzahl, als Text".to_owned(),
            Kind::Text if field.has_lines() => "Text, auch mehrere Zeilen".to_owned(),
            Kind::Text => "Text".to_owned(),
            other => panic!("{other:?} has no words"),
        }
    }

    fn catalogues(&mut self) {
        self.text.push_str("\n## Kataloge\n");
        for (name, field) in std::mem::take(&mut self.catalogues) {
            let help = field.type_help();
            let lines = help.lines().map(|line| format!("{line}\n"));
            let mut lines = lines.collect::<Vec<_>>().join("\n");
            if !lines.is_empty() {
                lines.insert(0, '\n');
            }
            write!(self.text, "\n### {name}\n{lines}\n| Code | Wort | kurz |\n|---|---|---|\n").unwrap();
            for code in field.codes() {
                let words: Vec<&str> = field.words(code).collect();
                let short = words.get(1).copied().unwrap_or_default();
                writeln!(self.text, "| `{code}` | {} | {} |", cell(words[0]), cell(short)).unwrap();
            }
        }
    }
}

/// What follows are the entries of a catalogue, which have their own table.
fn first_line(field: Node) -> &'static str {
    field.help().lines().next().unwrap_or_default()
}

fn shown(example: Option<&Value>) -> String {
    let text = match example {
        None => return String::new(),
        Some(Value::Array(entries)) => return shown(entries.first()),
        Some(Value::String(text)) => text.replace('\n', " "),
        Some(other) => other.to_string(),
    };
    let mut short: String = text.chars().take(EXAMPLE_CHARS).collect();
    if short.len() < text.len() {
        let end = short.rfind(' ').unwrap_or(short.len());
        short.truncate(end);
        short.push_str(" …");
    }
    short
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}

fn reference() -> String {
    let mut reference = Reference { text: HEAD.to_owned(), ..Reference::default() };
    for art in Art::ALL {
        reference.kind(*art);
    }
    reference.catalogues();
    reference.text
}

#[test]
fn reference_of_the_fields_is_up_to_date() {
    check_reference("docs/felder.md", &reference());
}

/// What a table of the office has as heading is what one finds here.
#[test]
fn every_field_has_one_row_of_each_kind_and_every_catalogue_its_words() {
    fn count(node: Node) -> usize {
        match node.kind() {
            Kind::Object => node.properties().map(|(_, field)| count(field)).sum(),
            Kind::List if node.item().unwrap().kind() == Kind::Object => count(node.item().unwrap()),
            _ => 1,
        }
    }
    let reference = reference();
    let rows = reference.lines().filter(|line| line.starts_with("| **")).count();
    assert_eq!(rows, Art::ALL.iter().map(|art| count(Node::root(*art))).sum::<usize>());
    for link in reference.split("](#").skip(1).filter_map(|rest| rest.split(')').next()) {
        assert!(reference.to_lowercase().contains(&format!("\n### {link}\n")), "{link} leads nowhere");
    }
    assert!(reference.contains("| `erledigt` | erledigt |"));
}
