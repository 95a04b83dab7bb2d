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

    use super::super::told::told;
    use super::*;

    #[test]
    fn what_is_shown_is_read_as_the_same() {
        let a = Node::root(Art::Qualitaetsentwicklungsvereinbarung);
        let leq = Node::root(Art::LeqVereinbarung);
        for (root, pointer, data, words) in [
            (a, "/stand", json!("2027-12-31"), "31.12.2027"),
            (a, "/fortsetzung/am", json!("2027-12-31"), "31.12.2027"),
            (a, "/fortsetzung/am", json!("3. Quartal 2027"), "3. Quartal 2027"),
            (a, "/aktenzeichen", json!("51-1/27"), "51-1/27"),
            (a, "/traeger/anschrift/plz", json!("01234"), "01234"),
            (leq, "/entgeltvereinbarung/tagessatz/betrag", json!("1243.95"), "1.243,95"),
            (leq, "/entgeltvereinbarung/tagessatz/auslastung", json!("95.5"), "95,5"),
            (leq, "/einrichtung/betriebserlaubnis/plaetze", json!(9), "9"),
            (leq, "/rahmenvertrag/beigetreten", json!(true), "ja"),
            // What `parse` refuses stays as it was typed.
            (a, "/stand", json!("31.2.2027"), "31.2.2027"),
            (leq, "/entgeltvereinbarung/tagessatz/betrag", json!("viel"), "viel"),
            (leq, "/einrichtung/betriebserlaubnis/plaetze", json!("neun"), "neun"),
        ] {
            let field = root.at(pointer).unwrap();
            assert_eq!(shown(field, &data), words, "{pointer}");
            assert_eq!(read(field, words), data, "{pointer}");
        }
    }

    #[test]
    fn a_field_and_a_cell_read_the_same() {
        let a = Node::root(Art::Qualitaetsentwicklungsvereinbarung);
        let leq = Node::root(Art::LeqVereinbarung);
        let betrag = "/entgeltvereinbarung/tagessatz/betrag";
        let prozent = "/entgeltvereinbarung/tagessatz/auslastung";
        let plaetze = "/einrichtung/betriebserlaubnis/plaetze";
        let beigetreten = "/rahmenvertrag/beigetreten";
        for (root, pointer, text, data) in [
            (leq, "/stand", "1.2.2027", json!("2027-02-01")),
            (leq, "/stand", " 01. 02. 2027 ", json!("2027-02-01")),
            (leq, "/stand", "2027-02-01", json!("2027-02-01")),
            (leq, "/stand", "2027-02-01 00:00:00", json!("2027-02-01")),
            (leq, "/stand", "31.2.2027", json!("31.2.2027")),
            (a, "/fortsetzung/am", "1.7.2027", json!("2027-07-01")),
            (a, "/fortsetzung/am", " 3. Quartal 2027", json!("3. Quartal 2027")),
            (leq, betrag, "1.234,50", json!("1234.50")),
            (leq, betrag, "1 234,50 €", json!("1234.50")),
            (leq, betrag, "1234,5 EUR", json!("1234.5")),
            (leq, betrag, "177.39", json!("177.39")),
            (leq, betrag, "12.345", json!("12345")),
            (leq, betrag, "1,2,3", json!("1,2,3")),
            (leq, betrag, "1,243.95", json!("1,243.95")),
            (leq, betrag, "12,", json!("12,")),
            (leq, betrag, "5 %", json!("5 %")),
            (leq, prozent, "95,5 %", json!("95.5")),
            (leq, plaetze, "9", json!(9)),
            (leq, plaetze, "1.000", json!(1000)),
            (leq, plaetze, "-1", json!(-1)),
            (leq, plaetze, "9,5", json!("9,5")),
            (leq, beigetreten, "ja", json!(true)),
            (leq, beigetreten, "X", json!(true)),
            (leq, beigetreten, "Nein", json!(false)),
            (leq, beigetreten, "vielleicht", json!("vielleicht")),
            (leq, "/traeger/ags", "1001", json!("01001")),
            (leq, "/traeger/ags", " 05911 ", json!("05911")),
            (a, "/traeger/anschrift/plz", " 01234 ", json!("01234")),
            (a, "/traeger/anschrift/plz", "1234", json!("1234")),
            (a, "/qualitaetsdimensionen/0", "Prozessqualität", json!("prozessqualitaet")),
            (a, "/qualitaetsdimensionen/0", "prozessqualitaet", json!("prozessqualitaet")),
            (a, "/qualitaetsdimensionen/0", "Güte", json!("Güte")),
            (a, "/ziele/0/ziel", " eins\r\nzwei\rdrei ", json!("eins\nzwei\ndrei")),
            (a, "/traeger/name", "ja", json!("ja")),
        ] {
            let field = root.at(pointer).unwrap_or_else(|| panic!("{pointer}"));
            assert_eq!(told(&read(field, text)), data, "{pointer}: {text}");
            assert_eq!(field.read(text), Some(data), "{pointer}: {text}");
            for nothing in ["", " ", "\r\n"] {
                assert_eq!(told(&read(field, nothing)), json!(""), "{pointer}");
                assert_eq!(field.read(nothing), None, "{pointer}");
            }
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
