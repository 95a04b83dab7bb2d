//! The tree of names: a field has one part of its name, and a parent for the rest.

use std::collections::BTreeMap;

use lopdf::{Document, Object, ObjectId, dictionary};

use super::object::text;

/// The fields of a form by their full names.
#[derive(Default)]
pub(super) struct NameTree {
    /// In the order of reading.
    roots: Vec<Object>,
    kids: BTreeMap<ObjectId, Vec<Object>>,
    groups: BTreeMap<String, ObjectId>,
}

impl NameTree {
    /// Gives a field its place. Its dictionary is in the document already.
    pub(super) fn add(&mut self, document: &mut Document, full_name: &str, field: ObjectId) {
        let parent = full_name.rsplit_once('.').map(|(group, _)| self.group(document, group));
        self.hang(document, full_name, field, parent);
    }

    /// Puts another object in the place of a field.
    pub(super) fn replace(&mut self, document: &Document, old: ObjectId, new: ObjectId) {
        let parent = document.get_dictionary(new).and_then(|field| field.get(b"Parent")).and_then(Object::as_reference);
        let siblings = match parent {
            Ok(parent) => self.kids.entry(parent).or_default(),
            Err(_) => &mut self.roots,
        };
        for sibling in siblings.iter_mut().filter(|sibling| sibling.as_reference().is_ok_and(|id| id == old)) {
            *sibling = new.into();
        }
    }

    /// Whether a name is that of a group of fields.
    pub(super) fn is_group(&self, full_name: &str) -> bool {
        self.groups.contains_key(full_name)
    }

    fn group(&mut self, document: &mut Document, full_name: &str) -> ObjectId {
        if let Some(known) = self.groups.get(full_name) {
            return *known;
        }
        let group = document.add_object(dictionary! {});
        self.groups.insert(full_name.to_owned(), group);
        self.add(document, full_name, group);
        group
    }

    fn hang(&mut self, document: &mut Document, full_name: &str, field: ObjectId, parent: Option<ObjectId>) {
        let own = full_name.rsplit_once('.').map_or(full_name, |(_, own)| own);
        if let Ok(dictionary) = document.get_dictionary_mut(field) {
            dictionary.set("T", text(own));
            if let Some(parent) = parent {
                dictionary.set("Parent", parent);
            }
        }
        match parent {
            Some(parent) => self.kids.entry(parent).or_default().push(field.into()),
            None => self.roots.push(field.into()),
        }
    }

    /// Writes the tree, and gives its roots.
    pub(super) fn finish(self, document: &mut Document) -> Vec<Object> {
        for (group, kids) in self.kids {
            if let Ok(dictionary) = document.get_dictionary_mut(group) {
                dictionary.set("Kids", kids);
            }
        }
        self.roots
    }
}
