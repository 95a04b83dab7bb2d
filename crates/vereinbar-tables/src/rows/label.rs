//! The form's words for the way to a field, `Träger › Anschrift › Postleitzahl`, as a
//! heading that people read.

use vereinbar::limits::MAX_LIST_ITEMS;
use vereinbar::pointer::{PointerBuf, Step};
use vereinbar::schema::{Kind, Node};
use vereinbar::spelling::fold;

/// What stands between the words, as it is printed.
pub(crate) const BETWEEN: &str = " › ";

/// Follows the words of the form below a field; `None` where they lead nowhere, or to more
/// than one. For each the name in the data may stand; `>` is read as `›`.
pub(super) fn by_label(from: Node, text: &str) -> Option<(PointerBuf, Node)> {
    let mut field = from;
    let mut place = PointerBuf::new();
    for part in text.split(['›', '>']) {
        let step = match field.kind() {
            Kind::Object => Step::Key(key(field, &fold(part.trim()))?.to_owned()),
            Kind::List => {
                let number =
                    part.trim().parse::<usize>().ok().filter(|number| (1..=MAX_LIST_ITEMS).contains(number))?;
                Step::Index(number - 1)
            }
            _ => return None,
        };
        field = field.below(&step)?;
        place.push(step);
    }
    Some((place, field))
}

/// The field of an object that has this title, or this name in the data.
fn key(object: Node, folded: &str) -> Option<&'static str> {
    let mut titled = object.properties().filter(|(_, field)| fold(field.title()) == folded);
    match (titled.next(), titled.next()) {
        (Some((key, _)), None) => Some(key),
        (Some(_), Some(_)) => None,
        (None, _) => object.properties().find(|(key, _)| *key == folded).map(|(key, _)| key),
    }
}

/// The words for the way to a place.
pub(crate) fn label(root: Node, place: &PointerBuf) -> String {
    let mut field = Some(root);
    let mut words = Vec::new();
    for step in place.steps() {
        field = field.and_then(|field| field.below(step));
        words.push(match step {
            Step::Key(_) => field.map_or("", Node::title).to_owned(),
            Step::Index(index) => (index + 1).to_string(),
        });
    }
    words.join(BETWEEN)
}

#[cfg(test)]
mod tests {
    use vereinbar::Art;

    use super::super::field::headings;
    use crate::rows::heading::resolve;

    #[test]
    fn every_field_is_found_by_its_words_and_has_them_back() {
        for art in Art::ALL {
            for (path, _, words) in headings(*art, 2) {
                let heading = resolve(*art, &words).unwrap_or_else(|_| panic!("{art}: {words}"));
                assert_eq!((heading.path(), heading.label(*art)), (path, words), "{art}");
            }
        }
    }

    #[test]
    fn words_may_be_short_and_written_otherwise() {
        let path = |text: &str| resolve(Art::Qualitaetsentwicklungsvereinbarung, text).map(|heading| heading.path());
        for text in [
            "Träger › Anschrift › Postleitzahl",
            "träger>anschrift>postleitzahl",
            "Tra\u{308}ger der freien Jugendhilfe › Anschrift › PLZ",
        ] {
            assert_eq!(path(text).unwrap(), "traeger.anschrift.plz", "{text}");
        }
        assert_eq!(path("Aktenzeichen").unwrap(), "aktenzeichen");
        for text in ["Postleitzahl", "Träger › Anschrift", "Ziele › Ziel", "Ziele › 0 › Ziel", "›", "Träger ›"]
        {
            assert!(path(text).is_err(), "{text}");
        }
    }
}
