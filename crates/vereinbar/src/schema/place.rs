//! A pointer in the words of the form, and in the order of the form.

use super::node::{Kind, Node};
use crate::pointer::{PointerBuf, Step};

const SEPARATOR: &str = " › ";
/// What the entries of most lists are called, for they have no numbers of their own.
const ENTRY: &str = "Nr.";
const ZIEL: &str = "Ziel";

/// What the documents call the entries of a list: form A has the headings
/// "Ziel 1", "Ziel 2".
fn numbered(list: &str) -> &'static str {
    match list {
        "ziele" => ZIEL,
        "vordrucke" => "Vordruck",
        _ => ENTRY,
    }
}

impl Node {
    /// A JSON Pointer below this place in the form's words. Steps that the schema
    /// does not know are left out.
    ///
    /// ```
    /// use vereinbar::{Art, schema::Node};
    /// let place = Node::root(Art::Qualitaetsentwicklungsvereinbarung).place("/ziele/0/kriterien/freier_traeger/1");
    /// assert_eq!(place, "Ziel 1 › Kriterien zur Zielerreichung › Freier Träger › Nr. 2");
    /// ```
    #[must_use]
    pub fn place(self, pointer: &str) -> String {
        self.place_with(pointer, None)
    }

    /// As [`place`](Self::place), in several Ziele: `1 bis 3` for the number of its Ziel.
    pub(crate) fn place_in_several(self, pointer: &str, ziele: &str) -> String {
        self.place_with(pointer, Some(ziele))
    }

    fn place_with(self, pointer: &str, ziele: Option<&str>) -> String {
        let mut node = self;
        let mut words: Vec<String> = Vec::new();
        let mut entry = ENTRY;
        for step in steps(pointer).steps() {
            let Some(below) = node.below(step) else { break };
            match step {
                Step::Key(key) => {
                    entry = numbered(key);
                    words.push(below.title().to_owned());
                }
                Step::Index(index) => {
                    if entry != ENTRY {
                        // "Ziel 1" says that it is one of the Ziele.
                        words.pop();
                    }
                    match ziele.filter(|_| entry == ZIEL) {
                        Some(ziele) => words.push(format!("{entry} {ziele}")),
                        None => words.push(format!("{entry} {}", index + 1)),
                    }
                }
            }
            node = below;
        }
        words.join(SEPARATOR)
    }

    /// A sort key that puts JSON Pointers below this place into the order of the form.
    ///
    /// ```
    /// use vereinbar::{Art, schema::Node};
    /// let root = Node::root(Art::Qualitaetsentwicklungsvereinbarung);
    /// assert!(root.order("/ziele/9/ziel") < root.order("/ziele/10/ziel"));
    /// ```
    #[must_use]
    pub fn order(self, pointer: &str) -> Vec<usize> {
        let mut node = Some(self);
        let position = |step: &Step<String>| {
            let here = node.take()?;
            node = here.below(step);
            match step {
                Step::Key(key) => here.properties().position(|(name, _)| name == key),
                Step::Index(index) => (here.kind() == Kind::List).then_some(*index),
            }
        };
        // What the form does not have comes last.
        steps(pointer).steps().iter().map(position).map(|position| position.unwrap_or(usize::MAX)).collect()
    }
}

fn steps(pointer: &str) -> PointerBuf {
    pointer.parse().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::modell::Art;

    #[test]
    fn says_a_pointer_in_the_forms_words() {
        let place = |pointer| Node::root(Art::Qualitaetsentwicklungsvereinbarung).place(pointer);
        assert_eq!(
            place("/ziele/0/kriterien/freier_traeger/1"),
            "Ziel 1 › Kriterien zur Zielerreichung › Freier Träger › Nr. 2"
        );
        assert_eq!(place("/ziele"), "Ziele");
        assert_eq!(place("/traeger/anschrift/plz"), "Träger der freien Jugendhilfe › Anschrift › Postleitzahl");
        assert_eq!(place("/traeger/unbekannt"), "Träger der freien Jugendhilfe");
        assert_eq!(place("/traeger/0"), "Träger der freien Jugendhilfe");
        assert_eq!(place(""), "");
        assert_eq!(place("ziele"), "");
    }

    #[test]
    fn orders_pointers_as_the_form_does() {
        let order = |pointer| Node::root(Art::Qualitaetsentwicklungsvereinbarung).order(pointer);
        assert!(order("/vereinbarungszeitraum/bis") < order("/ziele"));
        assert!(order("/ziele/9/ziel") < order("/ziele/10/ziel"));
        assert!(order("/ziele/0/kriterien") < order("/ziele/0/massnahmen/oeffentlicher_traeger/0/wer"));
        assert!(order("/ziele") < order("/ziele/0"));
        assert!(order("/unterzeichnung") < order("/unbekannt"));
    }
}
