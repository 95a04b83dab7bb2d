//! What stands in the fields of the form, which is read and written as a cell of a table is,
//! but for what a text needs while it is typed.

use serde_json::Value;
use vereinbar::schema::{Kind, Node};
use vereinbar::spelling::line_ends;

/// What was typed as the data of the field. What does not fit is passed on as it is, for
/// `parse` to find.
pub(crate) fn read(field: Node, text: &str) -> Value {
    match field.kind() {
        // Blanks at the end of what is just being typed stay: what the draft tells is without them.
        Kind::Text => line_ends(text).into(),
        _ => field.read(text).unwrap_or_else(|| "".into()),
    }
}

/// The data of a field as it is shown.
pub(crate) fn shown(field: Node, value: &Value) -> String {
    match (field.kind(), value) {
        // What is chosen is told from the other choices by its code.
        (Kind::Code, Value::String(code)) => code.clone(),
        _ => field.write(value),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use vereinbar::Art;

    use super::*;

    #[test]
    fn what_is_shown_is_read_as_the_same() {
        let a = Node::root(Art::Qualitaetsentwicklungsvereinbarung);
        let leq = Node::root(Art::LeqVereinbarung);
        for (root, pointer, data, words) in [
            (a, "/stand", json!("2027-12-31"), "31.12.2027"),
            (leq, "/entgeltvereinbarung/tagessatz/betrag", json!("1243.95"), "1.243,95"),
            (leq, "/rahmenvertrag/beigetreten", json!(true), "ja"),
            // What `parse` refuses stays as it was typed.
            (a, "/stand", json!("31.2.2027"), "31.2.2027"),
            (leq, "/einrichtung/betriebserlaubnis/plaetze", json!("neun"), "neun"),
        ] {
            let field = root.at(pointer).unwrap();
            assert_eq!(shown(field, &data), words, "{pointer}");
            assert_eq!(read(field, words), data, "{pointer}");
            // Nothing is nothing, which a cell leaves out and a field sends.
            assert_eq!((read(field, " "), field.read(" ")), (json!(""), None), "{pointer}");
        }
    }

    #[test]
    fn a_choice_is_shown_by_its_code() {
        let dimension = Node::root(Art::Qualitaetsentwicklungsvereinbarung).at("/qualitaetsdimensionen/0").unwrap();
        assert_eq!(shown(dimension, &json!("prozessqualitaet")), "prozessqualitaet");
    }

    #[test]
    fn blanks_stay_while_a_text_is_typed() {
        let ziel = Node::root(Art::Qualitaetsentwicklungsvereinbarung).at("/ziele/0/ziel").unwrap();
        assert_eq!(read(ziel, " eins\r\nzwei \r\n"), json!(" eins\nzwei \n"));
        assert_eq!(shown(ziel, &json!(" eins\nzwei \n")), " eins\nzwei \n");
    }
}
