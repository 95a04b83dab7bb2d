//! Agreements that are there already, as a table: the way back from forms to a list.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use vereinbar::schema::{Kind, Node};
use vereinbar::{Art, Vereinbarung};

use super::fields::{Field, groups, is_front};
use super::list_sheet;
use super::make::{book, fitting};
use super::{TableFormat, TableOptions};
use crate::book::{BookCell, BookColumn, BookRow, BookSheet, Choices, Content, Look};
use crate::input;
use crate::letters::MAX_COLUMNS;
use crate::rows::{BETWEEN, Heading, Laid, SHARED_NAME};
use crate::{Base, TableError};

/// The column with the name of the file that an agreement comes from, which its form keeps.
const FILE: &str = "#Datei";
/// What a cell of Excel holds at most.
const MAX_CELL_CHARS: usize = 32_767;

/// An agreement that becomes a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilledRow {
    /// What its file is called, without the ending; empty where it is in none of its own.
    pub name: String,
    /// The agreement.
    pub vereinbarung: Vereinbarung,
}

impl FilledRow {
    fn called(&self) -> &str {
        if self.name.is_empty() { "Eine Vereinbarung ohne eigene Datei" } else { &self.name }
    }
}

/// A table of agreements.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FilledTable {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many agreements are in it: all that say something.
    pub rows: usize,
    /// What a batch over the table would make otherwise than it was: German sentences.
    pub notes: Vec<String>,
}

/// A value in the way from the agreement to a field.
struct Leaf {
    /// Where its column stands in the order of the form.
    order: Vec<usize>,
    path: String,
    words: String,
    node: Node,
    content: Content,
}

/// Agreements of one kind as the table that a batch makes them of again: what all of them
/// share is in `Gemeinsam`, and the names of their files are kept. As CSV it is the list
/// alone, with everything in each row.
///
/// # Errors
/// [`TableError::SeveralKinds`] where the agreements are of more than one kind,
/// [`TableError::NoRows`] where there is none, [`TableError::TooManyEntries`] and
/// [`TableError::TooManyFields`] where a spreadsheet has fewer columns.
pub fn filled(rows: &[FilledRow], options: &TableOptions, format: TableFormat) -> Result<FilledTable, TableError> {
    let art = rows.first().map(|row| row.vereinbarung.art()).ok_or(TableError::NoRows)?;
    if rows.iter().any(|row| row.vereinbarung.art() != art) {
        return Err(TableError::SeveralKinds);
    }
    let mut notes = Vec::new();
    let (rows, empty): (Vec<&FilledRow>, Vec<&FilledRow>) =
        rows.iter().partition(|row| !leaves(art, &vereinbar::to_json::value(&row.vereinbarung)).is_empty());
    for row in empty {
        notes.push(format!("{}: Die Vereinbarung ist leer; sie steht nicht in der Tabelle.", row.called()));
    }
    let values: Vec<Value> = rows.iter().map(|row| vereinbar::to_json::value(&row.vereinbarung)).collect();
    let leaves: Vec<Vec<Leaf>> = values.iter().map(|value| leaves(art, value)).collect();
    let shared = if format == TableFormat::Csv { BTreeMap::new() } else { shared(&leaves) };
    for ((row, leaves), value) in rows.iter().zip(&leaves).zip(&values) {
        notes.extend(differs(art, row, leaves, value));
    }

    let mut known: BTreeMap<Vec<usize>, Field> = BTreeMap::new();
    for leaf in leaves.iter().flatten() {
        known.entry(leaf.order.clone()).or_insert_with(|| leaf.field());
    }
    let in_list: Vec<Field> = known.values().filter(|field| !shared.contains_key(&field.path)).cloned().collect();
    // One more has the names of the files.
    if in_list.len() >= MAX_COLUMNS || known.len() > MAX_COLUMNS {
        return Err(TableError::TooManyFields(known.len()));
    }
    let mut choices = Choices::default();
    let mut sheet = list_sheet::of_fields(&in_list, &mut choices);
    let order: Vec<String> =
        groups(&in_list).into_iter().flat_map(|group| group.fields).map(|(field, _)| field.path.clone()).collect();
    let columns: BTreeMap<&str, usize> = order.iter().enumerate().map(|(index, path)| (path.as_str(), index)).collect();
    for (row, leaves) in rows.iter().zip(&leaves) {
        let cells = leaves.iter().filter_map(|leaf| {
            let column = *columns.get(leaf.path.as_str())?;
            Some(BookCell { column, look: leaf.look(), content: leaf.content.clone() })
        });
        let name = BookCell { column: order.len(), look: Look::Text, content: Content::Text(row.name.clone()) };
        sheet.rows.push(BookRow { cells: cells.chain([name]).collect(), folds: None });
    }
    named(&mut sheet, order.len());
    let mut values: Vec<(String, Content)> = shared.into_iter().collect();
    values.push((SHARED_NAME.to_owned(), Content::Text(format!("{{{FILE}}}"))));
    let mut fields = fitting(art, options.entries)?;
    let paths: BTreeSet<String> = fields.iter().map(|field| field.path.clone()).collect();
    fields.extend(known.into_values().filter(|field| !paths.contains(&field.path)));
    let bytes = book(art, &fields, &values, sheet, &options.columns, choices, format)?;
    Ok(FilledTable { bytes, rows: rows.len(), notes })
}

/// The column with the names of the files, behind all others.
fn named(sheet: &mut BookSheet, column: usize) {
    let words = ["Datei", "Name des PDFs", FILE];
    for ((row, look), words) in sheet.rows.iter_mut().zip([Look::Group, Look::Heading, Look::Path]).zip(words) {
        row.cells.push(BookCell::text(column, look, words));
    }
    sheet.columns.push(BookColumn { width: 40, ..BookColumn::default() });
}

/// What all agreements have alike, except for what tells them apart in the first place.
fn shared(leaves: &[Vec<Leaf>]) -> BTreeMap<String, Content> {
    let [first, others @ ..] = leaves else { return BTreeMap::new() };
    if others.is_empty() {
        return BTreeMap::new();
    }
    let mut shared: BTreeMap<String, Content> = first
        .iter()
        .filter(|leaf| !leaf.path.starts_with("traeger.") && leaf.path != "aktenzeichen")
        .map(|leaf| (leaf.path.clone(), leaf.content.clone()))
        .collect();
    for leaves in others {
        let own: BTreeMap<&str, &Content> = leaves.iter().map(|leaf| (leaf.path.as_str(), &leaf.content)).collect();
        shared.retain(|path, content| own.get(path.as_str()).is_some_and(|own| *own == content));
    }
    // Where one column more is empty, the front keeps what people look for.
    shared.retain(|path, _| !is_front(path) || path.starts_with("vereinbarungszeitraum"));
    shared
}

/// Every value of an agreement, with the field that it fills.
fn leaves(art: Art, value: &Value) -> Vec<Leaf> {
    let mut found = Vec::new();
    collect(Node::root(art), value, &mut Way::default(), &mut found);
    found.retain(|leaf| !matches!(leaf.path.as_str(), "art" | "fassung"));
    found
}

#[derive(Default, Clone)]
struct Way {
    order: Vec<usize>,
    path: Vec<String>,
    words: Vec<String>,
}

impl Way {
    fn below(&self, order: usize, key: &str, words: &str) -> Self {
        let mut below = self.clone();
        below.order.push(order);
        below.path.push(key.to_owned());
        below.words.push(words.to_owned());
        below
    }

    fn leaf(&self, node: Node, content: Content) -> Leaf {
        let (order, path, words) = (self.order.clone(), self.path.join("."), self.words.join(BETWEEN));
        Leaf { order, path, words, node, content }
    }
}

fn collect(node: Node, value: &Value, way: &mut Way, found: &mut Vec<Leaf>) {
    match (node.kind(), value) {
        (Kind::Object, Value::Object(fields)) => {
            for (order, (key, child)) in node.properties().enumerate() {
                if let Some(value) = fields.get(key) {
                    collect(child, value, &mut way.below(order, key, child.title()), found);
                }
            }
        }
        (Kind::List, Value::Array(entries)) => {
            let Some(item) = node.item() else { return };
            if let Some(content) = in_one_cell(node, item, entries) {
                found.push(way.leaf(node, content));
                return;
            }
            for (index, entry) in entries.iter().enumerate() {
                let number = (index + 1).to_string();
                collect(item, entry, &mut way.below(index, &number, &number), found);
            }
        }
        (_, value) => found.push(way.leaf(node, content(node, value))),
    }
}

/// A list of single values as the lines of one cell, where it comes back from there.
fn in_one_cell(node: Node, item: Node, entries: &[Value]) -> Option<Content> {
    if matches!(item.kind(), Kind::Object | Kind::List) {
        return None;
    }
    let lines = entries.iter().map(|entry| match content(item, entry) {
        Content::Text(text) => Some(text),
        _ => None,
    });
    let text = lines.collect::<Option<Vec<String>>>()?.join("\n");
    let back = input::Cell::Text(text.clone()).value(node);
    (back.as_ref().and_then(Value::as_array).map(Vec::as_slice) == Some(entries)).then_some(Content::Text(text))
}

/// What a cell has to hold so that it is read as this value.
fn content(node: Node, value: &Value) -> Content {
    let candidates: Vec<Content> = match value {
        Value::String(text) => match node.kind() {
            Kind::Datum | Kind::Zeitangabe => {
                let texts = [Content::Text(text.clone()), Content::Text(format!("'{text}"))];
                text.parse().map(Content::Date).into_iter().chain(texts).collect()
            }
            Kind::Betrag | Kind::Zahl => {
                text.parse().map(Content::Number).into_iter().chain([Content::Text(text.clone())]).collect()
            }
            Kind::Code => node
                .words(text)
                .next()
                .into_iter()
                .chain([text.as_str()])
                .map(|text| Content::Text(text.to_owned()))
                .collect(),
            _ => vec![Content::Text(text.clone())],
        },
        Value::Number(number) => number.as_f64().map(Content::Number).into_iter().collect(),
        Value::Bool(is_true) => vec![Content::Text(if *is_true { "ja" } else { "nein" }.to_owned())],
        _ => Vec::new(),
    };
    let is_read_back = |content: &&Content| same(node, read(content).value(node).as_ref(), value);
    candidates.iter().find(is_read_back).or(candidates.first()).cloned().unwrap_or(Content::Empty)
}

/// Whether a cell was read as the value, an amount being the same in either spelling.
fn same(node: Node, read: Option<&Value>, value: &Value) -> bool {
    let number = |value: &Value| value.as_str().and_then(|text| text.parse::<vereinbar::modell::Zahl>().ok());
    match (read, node.kind()) {
        (Some(read), Kind::Betrag | Kind::Zahl) => {
            read == value || number(read).is_some_and(|read| Some(read) == number(value))
        }
        (read, _) => read == Some(value),
    }
}

/// The cell as a reader of the file hands it over.
fn read(content: &Content) -> input::Cell {
    match content {
        Content::Empty => input::Cell::Empty,
        Content::Text(text) => input::Cell::Text(text.clone()),
        Content::Number(number) => input::Cell::Number(*number),
        Content::Date(day) => input::Cell::Date(*day),
    }
}

/// What is not the same when the row is read again: German sentences.
fn differs(art: Art, row: &FilledRow, leaves: &[Leaf], value: &Value) -> Vec<String> {
    let name = row.called();
    let mut notes = Vec::new();
    for leaf in leaves {
        if let Content::Text(text) = &leaf.content
            && text.chars().count() > MAX_CELL_CHARS
        {
            notes.push(format!("{name}: „{}“ ist länger, als eine Zelle von Excel fasst.", leaf.words));
        }
    }
    let headings: Vec<Heading> = leaves.iter().filter_map(|leaf| Heading::parse(art, &leaf.path).ok()).collect();
    let cells: Vec<input::Cell> = leaves.iter().map(|leaf| read(&leaf.content)).collect();
    let laid = Laid::fields(&Base::new(None, Some(art)).value, art, headings.iter().zip(&cells));
    for finding in &laid.findings {
        let place = finding.column.as_deref().and_then(|path| leaves.iter().find(|leaf| leaf.path == path));
        let place = place.map_or("Die Zeile", |leaf| &leaf.words);
        notes.push(format!("{name}: {place}: {} {}", finding.finding.message, finding.finding.remedy));
    }
    let is_same = vereinbar::parse(&laid.value.to_string()).is_ok_and(|read| read == row.vereinbarung);
    if !is_same && notes.is_empty() {
        let places: Vec<&str> = leaves
            .iter()
            .filter(|leaf| {
                let heading = Heading::parse(art, &leaf.path).ok();
                let own = heading.as_ref().and_then(|heading| heading.value_in(value));
                own.is_none_or(|own| !same(leaf.node, read(&leaf.content).value(leaf.node).as_ref(), own))
            })
            .map(|leaf| leaf.words.as_str())
            .collect();
        let places = if places.is_empty() {
            "Einträge ohne Inhalt".to_owned()
        } else {
            format!("„{}“", places.join("“, „"))
        };
        notes.push(format!(
            "{name}: {places} stehen in der Tabelle nicht ganz so wie in der Datei; aus der Zeile entsteht ein anderes PDF."
        ));
    }
    notes
}

impl Leaf {
    fn field(&self) -> Field {
        Field { path: self.path.clone(), words: self.words.clone(), node: self.node }
    }

    /// What is written as text is to stay text.
    fn look(&self) -> Look {
        match (&self.content, self.field().look()) {
            (Content::Text(_), _) => Look::Text,
            (Content::Date(_), _) => Look::Date,
            (_, look) => look,
        }
    }
}
