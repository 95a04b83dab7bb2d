//! Which fields of the form a cell can fill.

use vereinbar::Art;
use vereinbar::schema::{Kind, Node};

/// Whether one cell can fill a field: a single value, or a list of single values.
pub(crate) fn fits_a_cell(field: Node) -> bool {
    match field.kind() {
        Kind::Object => false,
        Kind::List => field.item().is_some_and(|item| !matches!(item.kind(), Kind::Object | Kind::List)),
        _ => true,
    }
}

/// Every heading that a cell can fill, with its field and the words of the form
/// for the way to it. Lists have as many places as `entries` says.
pub(crate) fn headings(art: Art, entries: usize) -> Vec<(String, Node, String)> {
    let mut found = Vec::new();
    collect(Node::root(art), String::new(), String::new(), entries, &mut found);
    found
}

/// The first heading at or below a field with this path and these words: path and words.
pub(super) fn first_below(field: Node, path: String, words: String) -> Option<(String, String)> {
    let mut found = Vec::new();
    collect(field, path, words, 1, &mut found);
    found.into_iter().next().map(|(path, _, words)| (path, words))
}

/// How many headings that are, without making them.
pub(crate) fn headings_count(art: Art, entries: usize) -> usize {
    fn below(field: Node, entries: usize) -> usize {
        match field.kind() {
            Kind::Object => field.properties().map(|(_, child)| below(child, entries)).fold(0, usize::saturating_add),
            Kind::List => match field.item() {
                Some(item) if item.kind() == Kind::Text => 1,
                Some(item) => below(item, entries).saturating_mul(entries),
                None => 0,
            },
            _ => 1,
        }
    }
    below(Node::root(art), entries)
}

fn collect(field: Node, path: String, words: String, entries: usize, found: &mut Vec<(String, Node, String)>) {
    let join = |separator: &str, start: &str, end: &str| match start {
        "" => end.to_owned(),
        start => format!("{start}{separator}{end}"),
    };
    match field.kind() {
        Kind::Object => {
            for (key, child) in field.properties() {
                let words = join(" › ", &words, child.title());
                collect(child, join(".", &path, key), words, entries, found);
            }
        }
        Kind::List => {
            let Some(item) = field.item() else { return };
            if item.kind() == Kind::Text {
                found.push((path, field, words));
                return;
            }
            for number in 1..=entries {
                collect(item, format!("{path}.{number}"), format!("{words} › {number}"), entries, found);
            }
        }
        _ => found.push((path, field, words)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_every_heading_in_the_order_of_the_form() {
        let headings = headings(Art::Qualitaetsentwicklungsvereinbarung, 2);
        let paths: Vec<&str> = headings.iter().map(|(path, ..)| path.as_str()).collect();
        for path in [
            "aktenzeichen",
            "traeger.anschrift.plz",
            "qualitaetsdimensionen.2",
            "grundsaetze_und_massstaebe.1.code",
            "ziele.1.kriterien.freier_traeger.2.woran",
            "fortsetzung.gespraechsgrundlagen",
            "ziele.2.massnahmen.oeffentlicher_traeger.2.bis",
        ] {
            assert!(paths.contains(&path), "{path} is not in {paths:?}");
        }
        assert!(
            paths.iter().position(|path| *path == "ziele.1.ziel")
                < paths.iter().position(|path| *path == "fortsetzung.am")
        );
        assert!(headings.iter().all(|(_, field, _)| fits_a_cell(*field)));
    }

    #[test]
    fn headings_are_counted_as_they_are_made() {
        for (art, entries) in Art::ALL.iter().flat_map(|art| [1, 2, 4].map(|entries| (*art, entries))) {
            assert_eq!(headings_count(art, entries), headings(art, entries).len());
        }
        assert!(headings_count(Art::LeqVereinbarung, 200) > 1 << 20);
    }
}
