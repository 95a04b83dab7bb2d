//! Values as people write and read them: `31.12.2027`, `1.243,95`, ja and nein.

use serde_json::Value;
use vereinbar::modell::{Betrag, Datum, Zahl};
use vereinbar::schema::{Kind, Node};

pub(crate) const YES: &str = "ja";
pub(crate) const NO: &str = "nein";

/// What was typed as the data of the field. What does not fit is passed on as it is, for
/// `parse` to find.
pub(crate) fn read(field: Node, text: &str) -> Value {
    let typed = text.replace("\r\n", "\n");
    let text = typed.trim();
    let number = || text.trim_end_matches(['€', '%']).trim_end_matches("EUR").trim();
    match field.kind() {
        Kind::Datum | Kind::Zeitangabe => {
            let written: String = text.split_whitespace().collect();
            Datum::parse_deutsch(&written).map_or_else(|_| text.to_owned(), |datum| datum.to_string()).into()
        }
        Kind::Betrag => {
            Betrag::parse_deutsch(number()).map_or_else(|_| text.to_owned(), |read| read.to_string()).into()
        }
        Kind::Zahl => Zahl::parse_deutsch(number()).map_or_else(|_| text.to_owned(), |read| read.to_string()).into(),
        Kind::Integer => text.parse::<u64>().map_or_else(|_| text.into(), Value::from),
        Kind::Boolean => match text {
            YES => true.into(),
            NO => false.into(),
            other => other.into(),
        },
        // Blanks at the end of what is just being typed stay.
        Kind::Text => typed.into(),
        _ => text.into(),
    }
}

/// The data of a field as it is shown.
pub(crate) fn shown(field: Node, value: &Value) -> String {
    let text = match value {
        Value::String(text) => text.as_str(),
        Value::Bool(true) => YES,
        Value::Bool(false) => NO,
        Value::Number(number) => return number.to_string().replace('.', ","),
        _ => "",
    };
    let german = match field.kind() {
        Kind::Datum | Kind::Zeitangabe => text.parse::<Datum>().ok().map(Datum::deutsch),
        Kind::Betrag => text.parse::<Betrag>().ok().map(Betrag::deutsch),
        Kind::Zahl => text.parse::<Zahl>().ok().map(Zahl::deutsch),
        _ => None,
    };
    german.unwrap_or_else(|| text.to_owned())
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
    fn understands_what_people_type() {
        let leq = Node::root(Art::LeqVereinbarung);
        let betrag = leq.at("/entgeltvereinbarung/tagessatz/betrag").unwrap();
        for (typed, amount) in [
            ("1.243,95 €", "1243.95"),
            ("1243,9", "1243.90"),
            ("177", "177.00"),
            ("177.39", "177.39"),
            ("1,2,3", "1,2,3"),
        ] {
            assert_eq!(read(betrag, typed), json!(amount), "{typed}");
        }
        let stand = leq.at("/stand").unwrap();
        for typed in ["1.2.2027", " 01. 02. 2027 ", "2027-02-01"] {
            assert_eq!(read(stand, typed), json!("2027-02-01"), "{typed}");
        }
        let ziel = Node::root(Art::Qualitaetsentwicklungsvereinbarung).at("/ziele/0/ziel").unwrap();
        assert_eq!(read(ziel, "eins\r\nzwei "), json!("eins\nzwei "));
    }
}
