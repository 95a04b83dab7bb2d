//! The sections that a form is shown in, one at a time.

use vereinbar::Art;
use vereinbar::schema::{Kind, Node};

/// An object with at least so many parts that have parts themselves is shown as several
/// sections: Teil I of a contract is, a party is not.
const PARTS_OF_A_CHAPTER: usize = 3;

/// What is shown at a time.
#[derive(Debug, Clone)]
pub(crate) struct Section {
    /// The JSON Pointer of its first field, which names it.
    pub(crate) id: String,
    pub(crate) title: String,
    /// The title of the part of the agreement that it belongs to, where that has several.
    pub(crate) chapter: Option<&'static str>,
    /// Its fields with their pointers, in the form's order.
    pub(crate) fields: Vec<(String, Node)>,
}

impl Section {
    /// Whether a place is in this section.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.fields.iter().any(|(pointer, _)| is_in(pointer, path))
    }
}

/// Whether a place is that one, or below it.
pub(crate) fn is_in(place: &str, path: &str) -> bool {
    path.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The sections of a kind of agreement, in the form's order.
pub(crate) fn sections(art: Art) -> Vec<Section> {
    let mut sections = Vec::new();
    collect(Node::root(art), "", None, &mut sections);
    sections
}

/// Which section a place is in; what belongs to none is shown with the first.
pub(crate) fn section_of(sections: &[Section], path: &str) -> usize {
    let below = |section: &Section| path.len() > 1 && section.id.starts_with(&format!("{path}/"));
    sections
        .iter()
        .position(|section| section.has(path))
        // The place is a whole part of the agreement: its first section.
        .or_else(|| sections.iter().position(below))
        .unwrap_or(0)
}

fn collect(object: Node, at: &str, chapter: Option<&'static str>, sections: &mut Vec<Section>) {
    // Single fields that follow each other are one section.
    let mut single: Vec<(String, Node)> = Vec::new();
    for (key, field) in object.properties() {
        if at.is_empty() && matches!(key, "art" | "fassung") {
            continue;
        }
        let pointer = format!("{at}/{key}");
        match field.kind() {
            Kind::Object if chapter.is_none() && is_chapter(field) => {
                flush(&mut single, chapter, sections);
                collect(field, &pointer, Some(field.title()), sections);
            }
            Kind::Object | Kind::List => {
                flush(&mut single, chapter, sections);
                sections.push(Section {
                    id: pointer.clone(),
                    title: field.title().to_owned(),
                    chapter,
                    fields: vec![(pointer, field)],
                });
            }
            _ => single.push((pointer, field)),
        }
    }
    flush(&mut single, chapter, sections);
}

fn flush(single: &mut Vec<(String, Node)>, chapter: Option<&'static str>, sections: &mut Vec<Section>) {
    let fields = std::mem::take(single);
    let titles: Vec<&str> = fields.iter().map(|(_, field)| field.title()).collect();
    let title = match titles.as_slice() {
        [] => return,
        [only] => (*only).to_owned(),
        [first, second] => format!("{first} und {second}"),
        [first, .., last] => format!("{first} bis {last}"),
    };
    let id = fields.first().map(|(pointer, _)| pointer.clone()).unwrap_or_default();
    sections.push(Section { id, title, chapter, fields });
}

fn is_chapter(object: Node) -> bool {
    let has_parts = |node: Node| match node.kind() {
        Kind::Object => true,
        Kind::List => node.item().is_some_and(|item| item.kind() == Kind::Object),
        _ => false,
    };
    object.properties().filter(|(_, field)| has_parts(*field)).count() >= PARTS_OF_A_CHAPTER
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn form_a_has_a_section_for_each_of_its_questions() {
        let titles: Vec<String> =
            sections(Art::Qualitaetsentwicklungsvereinbarung).into_iter().map(|section| section.title).collect();
        assert_eq!(titles.first().map(String::as_str), Some("Aktenzeichen und Stand"));
        assert!(titles.iter().any(|title| title == "Ziele"), "{titles:?}");
        assert!(titles.len() < 15, "{titles:?}");
    }

    /// The places that hold a single value, in the first entry of each list.
    fn leaves(node: Node, at: &str) -> Vec<String> {
        match node.kind() {
            Kind::Object => node.properties().flat_map(|(key, field)| leaves(field, &format!("{at}/{key}"))).collect(),
            Kind::List => leaves(node.item().unwrap(), &format!("{at}/0")),
            _ => vec![at.to_owned()],
        }
    }

    #[test]
    fn every_field_of_every_kind_is_in_one_section() {
        for &art in Art::ALL {
            let sections = sections(art);
            let leaves: Vec<String> = leaves(Node::root(art), "")
                .into_iter()
                .filter(|pointer| !matches!(pointer.as_str(), "/art" | "/fassung"))
                .collect();
            assert!(leaves.len() > 20, "{leaves:?}");
            for pointer in leaves {
                let shown: Vec<&str> = sections
                    .iter()
                    .filter(|section| section.has(&pointer))
                    .map(|section| section.id.as_str())
                    .collect();
                assert_eq!(shown.len(), 1, "{pointer}: {shown:?}");
            }
            for (index, section) in sections.iter().enumerate() {
                assert_eq!(section_of(&sections, &section.id), index);
                assert!(!section.title.is_empty());
            }
        }
    }

    #[test]
    fn a_contract_has_its_parts_as_chapters() {
        let sections = sections(Art::LeqVereinbarung);
        let chapters: std::collections::BTreeSet<_> = sections.iter().filter_map(|section| section.chapter).collect();
        assert_eq!(chapters.len(), 3, "{chapters:?}");
        assert_eq!(
            sections[section_of(&sections, "/leistungsvereinbarung")].chapter,
            Some("Teil I: Leistungsvereinbarung")
        );
        assert_eq!(section_of(&sections, ""), 0);
    }
}
