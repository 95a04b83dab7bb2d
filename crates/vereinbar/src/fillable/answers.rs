//! What the answers in a form make of the agreement that it carries.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use vereinbar_pdf::acroform::{Entered, FilledField};

use super::describe::{coded, codes, more};
use super::field_findings::finding;
use super::field_names as names;
use super::template_data::remove;
use crate::finding::{Finding, Severity};
use crate::limits::MAX_LIST_ITEMS;
use crate::modell::{Art, Filled};
use crate::parse::{FIELD_OVERFLOWS, FIELD_TICKED_TWICE, FIELD_UNCLEAR, FIELDS_UNKNOWN};
use crate::pointer::{PointerBuf, Step, set};
use crate::schema::{Kind, Node};

/// An agreement with the answers in it.
pub(crate) struct Answered {
    /// As JSON, which may hold what is no value of its place.
    pub(crate) data: Value,
    /// Where the answers are others than what the file carries.
    pub(crate) changed: BTreeSet<String>,
    /// What is wrong with the form; values are for `parse` to judge.
    pub(crate) findings: Vec<Finding>,
}

/// Puts the answers into the agreement. A field in which stands what was printed into it
/// changes nothing, so what a field cannot hold (the line breaks of an entry) stays.
pub(crate) fn answered(art: Art, carried: &Value, fields: &[FilledField]) -> Answered {
    let mut answers = Taking {
        root: Node::root(art),
        carried,
        answered: Answered { data: carried.clone(), changed: BTreeSet::new(), findings: Vec::new() },
        lists: BTreeSet::new(),
        boxes: Vec::new(),
        unknown: 0,
    };
    for field in fields {
        answers.take(field);
    }
    answers.finish()
}

struct Taking<'a> {
    root: Node,
    carried: &'a Value,
    answered: Answered,
    /// The lists that have fields.
    lists: BTreeSet<String>,
    /// Of each list with boxes to tick: where it is, a code and whether it is ticked, in the
    /// form's order.
    boxes: Vec<(PointerBuf, String, bool)>,
    unknown: usize,
}

/// Whether a field still has what was printed into it. Line ends in it are those of this system, whatever they were.
fn is_as_printed(printed: &str, text: &str) -> bool {
    printed.replace("\r\n", "\n").replace('\r', "\n").trim() == text
}

impl Taking<'_> {
    fn take(&mut self, field: &FilledField) {
        let mut place = names::place(&field.name);
        let is_within = |step: &Step<String>| !matches!(step, Step::Index(index) if *index >= MAX_LIST_ITEMS);
        if !place.steps().iter().all(is_within) {
            self.unknown += 1;
            return;
        }
        let known = match &field.entered {
            Entered::Text(text) => self.text(&place, text),
            Entered::Check { is_on, agrees } => self.check(&mut place, *is_on, *agrees),
            Entered::Choice { codes, agrees } => self.choice(&place, codes, *agrees),
            Entered::Signature { .. } => Some(()),
            _ => None,
        };
        match known {
            None => self.unknown += 1,
            Some(()) if field.overflows => {
                self.find(
                    FIELD_OVERFLOWS.code,
                    Severity::Warning,
                    &place,
                    FIELD_OVERFLOWS.message,
                    "Übernommen wurde der ganze Text. Drucken Sie die Vereinbarung aus den Daten; dort hat er Platz.",
                );
            }
            Some(()) => {}
        }
    }

    /// `None` where the form has no such field.
    fn text(&mut self, place: &PointerBuf, text: &str) -> Option<()> {
        let text = text.trim();
        if let Some(node) = self.root.at(&place.to_string()) {
            self.note_lists(place);
            let before = self.carried.pointer(&place.to_string()).unwrap_or(&Value::Null);
            if !is_as_printed(&node.write(before), text) {
                self.put(place, node.read(text));
            }
            return Some(());
        }
        // Beside the boxes of a list.
        let mut list = place.clone();
        list.pop();
        let node = self.root.at(&list.to_string()).filter(|node| node.kind() == Kind::List)?;
        if names::of_more(&list) != names::of_place(place) {
            return None;
        }
        let before = self.carried.pointer(&list.to_string()).unwrap_or(&Value::Null);
        if !is_as_printed(&more(node, before), text) {
            let mut entries: Vec<Value> =
                before.as_array().into_iter().flatten().filter(|entry| entry.get("code").is_some()).cloned().collect();
            if let Some(Value::Array(own)) = node.read(text) {
                entries.extend(own);
            }
            self.put(&list, (!entries.is_empty()).then_some(Value::Array(entries)));
        }
        Some(())
    }

    fn check(&mut self, place: &mut PointerBuf, is_on: bool, agrees: bool) -> Option<()> {
        let Some(Step::Key(code)) = place.pop() else { return None };
        let node = self.root.at(&place.to_string())?;
        coded(node)?.codes().find(|known| *known == code)?;
        if !agrees {
            self.unclear(place);
        }
        self.boxes.push((place.clone(), code, is_on));
        Some(())
    }

    fn choice(&mut self, place: &PointerBuf, chosen: &[String], agrees: bool) -> Option<()> {
        let node = self.root.at(&place.to_string()).filter(|node| node.kind() == Kind::Code)?;
        self.note_lists(place);
        if chosen.len() > 1 {
            self.find(
                FIELD_TICKED_TWICE.code,
                Severity::Error,
                place,
                FIELD_TICKED_TWICE.message,
                "Kreuzen Sie nur eines an.",
            );
            self.put(place, None);
            return Some(());
        }
        if !agrees {
            self.unclear(place);
        }
        let code = chosen.first().filter(|code| node.codes().any(|known| known == code.as_str()));
        if chosen.len() != usize::from(code.is_some()) {
            return None;
        }
        let before = self.carried.pointer(&place.to_string()).and_then(Value::as_str);
        if before != code.map(String::as_str) {
            self.put(place, code.map(|code| code.as_str().into()));
        }
        Some(())
    }

    fn unclear(&mut self, place: &PointerBuf) {
        self.find(
            FIELD_UNCLEAR.code,
            Severity::Warning,
            place,
            FIELD_UNCLEAR.message,
            "Übernommen wurde, was die Seite zeigt. Vergleichen Sie.",
        );
    }

    /// Where the data change.
    fn put(&mut self, place: &PointerBuf, value: Option<Value>) {
        let path = place.to_string();
        match value {
            Some(value) => set(&mut self.answered.data, place.steps(), value),
            None => remove(&mut self.answered.data, &path),
        }
        self.answered.changed.insert(path);
    }

    /// What stands in entries of lists: those that stay empty are no entries.
    fn note_lists(&mut self, place: &PointerBuf) {
        let mut way = PointerBuf::new();
        for step in place.steps() {
            if let Step::Index(_) = step {
                self.lists.insert(way.to_string());
            }
            way.push(step.clone());
        }
    }

    fn find(&mut self, code: &'static str, severity: Severity, place: &PointerBuf, message: &str, remedy: &str) {
        self.answered.findings.push(finding(self.root, code, severity, &place.to_string(), message, remedy));
    }

    fn finish(mut self) -> Answered {
        self.tick();
        if self.unknown > 0 {
            let place = PointerBuf::new();
            let count = self.unknown;
            let message = format!("Die Datei hat {count} Formularfelder, die nicht zu diesem Vordruck gehören.");
            self.find(
                FIELDS_UNKNOWN.code,
                Severity::Warning,
                &place,
                &message,
                "Sie wurden nicht gelesen. Prüfen Sie, ob es die richtige Datei ist.",
            );
        }
        if !self.answered.changed.is_empty() {
            // From the inside out: an entry may hold lists of its own.
            let mut lists: Vec<&String> = self.lists.iter().collect();
            lists.sort_by_key(|list| std::cmp::Reverse(list.matches('/').count()));
            for list in lists {
                if let Some(Value::Array(entries)) = self.answered.data.pointer_mut(list) {
                    entries.retain(Filled::is_filled);
                }
            }
        }
        self.answered
    }

    /// What is ticked, for each list.
    fn tick(&mut self) {
        let mut boxes = std::mem::take(&mut self.boxes);
        while let Some((list, ..)) = boxes.first() {
            let list = list.clone();
            let (own, rest): (Vec<_>, Vec<_>) = boxes.into_iter().partition(|(other, ..)| *other == list);
            boxes = rest;
            let path = list.to_string();
            let before: Vec<&str> = self.carried.pointer(&path).map(|held| codes(held).collect()).unwrap_or_default();
            let ticked: Vec<&str> = own.iter().filter(|(.., is_on)| *is_on).map(|(_, code, _)| code.as_str()).collect();
            // What has no box stays.
            let is_boxed = |code: &&str| own.iter().any(|(_, boxed, _)| boxed == code);
            let same = before.iter().filter(|code| is_boxed(code)).collect::<BTreeSet<_>>() == ticked.iter().collect();
            if same {
                continue;
            }
            let is_object = self.root.at(&path).and_then(Node::item).is_some_and(|item| item.kind() == Kind::Object);
            let entry = |code: &str| if is_object { json!({"code": code}) } else { code.into() };
            let kept = before.iter().filter(|code| !is_boxed(code) || ticked.contains(code)).copied();
            let added = ticked.iter().filter(|code| !before.contains(code)).copied();
            let mut entries: Vec<Value> = kept.chain(added).map(entry).collect();
            if is_object {
                let held = self.answered.data.pointer(&path).and_then(Value::as_array);
                entries.extend(held.into_iter().flatten().filter(|entry| entry.get("code").is_none()).cloned());
            }
            self.put(&list, (!entries.is_empty()).then_some(Value::Array(entries)));
        }
    }
}
