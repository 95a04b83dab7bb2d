//! What people write into a place, in a cell of a table or a field of a form, and the value
//! of the data that it stands for.

use serde_json::{Map, Value, json};

use super::node::{Kind, Node};
use super::written_numbers::{number, whole_number};
use crate::modell::{Art, Betrag, Datum, Zahl};
use crate::spelling::{fold, line_ends};

impl Node {
    /// The value that a text stands for; `None` where it says nothing. German dates and
    /// numbers are understood where the place asks for them, words of the form for codes,
    /// and a line for each entry of a list. What does not fit is passed on as it is, for
    /// [`parse`](crate::parse()) to find.
    ///
    /// ```
    /// use serde_json::json;
    /// use vereinbar::{Art, schema::Node};
    /// let root = Node::root(Art::Qualitaetsentwicklungsvereinbarung);
    /// let stand = root.at("/stand").expect("the form has it");
    /// assert_eq!(stand.read(" 1.12.2026 "), Some(json!("2026-12-01")));
    /// assert_eq!(stand.read("bald"), Some(json!("bald")));
    /// assert_eq!(stand.read(" "), None);
    /// ```
    #[must_use]
    pub fn read(self, text: &str) -> Option<Value> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        Some(match self.kind() {
            Kind::List => return self.list(text),
            Kind::Object => self.object(text),
            Kind::Datum | Kind::Zeitangabe => date(text).into(),
            Kind::Integer => whole_number(text).map_or_else(|| text.into(), Value::from),
            Kind::Betrag => number::<Betrag>(text, text).into(),
            // As the data themselves are written: what `1.125` means is for whoever wrote it to say.
            Kind::Zahl => {
                let digits = text.strip_suffix('%').filter(|_| self.is_percent()).unwrap_or(text);
                number::<Zahl>(digits, text).into()
            }
            Kind::Boolean => boolean(text).map_or_else(|| text.into(), Value::from),
            Kind::Ags => zeros(text, &[5, 8]).into(),
            Kind::Code => self.code(text).into(),
            Kind::Plz | Kind::Text => line_ends(text).into(),
        })
    }

    /// A value as people write it: the text that [`read`](Self::read) understands.
    ///
    /// ```
    /// use serde_json::json;
    /// use vereinbar::{Art, schema::Node};
    /// let root = Node::root(Art::LeqVereinbarung);
    /// let betrag = root.at("/entgeltvereinbarung/tagessatz/betrag").expect("the form has it");
    /// assert_eq!(betrag.write(&json!("1243.95")), "1.243,95");
    /// ```
    #[must_use]
    pub fn write(self, value: &Value) -> String {
        match value {
            Value::Null => String::new(),
            Value::String(text) => self.write_text(text),
            Value::Bool(yes) => if *yes { "ja" } else { "nein" }.to_owned(),
            // As digits, for a point of JSON may look like one of thousands: `1.234`.
            Value::Number(number) => self.write_text(&number.to_string()),
            Value::Array(entries) => {
                let item = self.item().unwrap_or(self);
                let between = if is_prose(item) { BETWEEN_PROSE } else { "\n" };
                let lines: Vec<String> =
                    entries.iter().map(|entry| item.write(entry)).filter(|line| !line.is_empty()).collect();
                lines.join(between)
            }
            Value::Object(fields) => self.write_object(fields),
        }
    }

    fn write_text(self, text: &str) -> String {
        let written = match self.kind() {
            Kind::Datum | Kind::Zeitangabe => text.parse().ok().map(Datum::deutsch),
            Kind::Betrag => text.parse().ok().map(Betrag::deutsch),
            Kind::Zahl => text.parse().ok().map(Zahl::deutsch),
            Kind::Code => self.words(text).next().map(str::to_owned),
            _ => None,
        };
        written.unwrap_or_else(|| text.to_owned())
    }

    fn list(self, text: &str) -> Option<Value> {
        let item = self.item()?;
        let is_choice = item.kind() == Kind::Code;
        let entries: Vec<Value> = if is_prose(item) {
            text.split(BETWEEN_PROSE).filter_map(|part| item.read(part)).collect()
        } else {
            let parts = text.split(|c| matches!(c, '\n' | '\r') || (is_choice && matches!(c, ',' | ';')));
            parts.filter_map(|part| item.read(part)).collect()
        };
        (!entries.is_empty()).then(|| entries.into())
    }

    /// What has parts and is written in one line: an entry of a catalogue or in words of one's
    /// own, an address, a person with its function.
    fn object(self, text: &str) -> Value {
        if let (Some(code), Some(_)) = (self.property("code"), self.property("bezeichnung")) {
            let known = code.code(text);
            let is_code = code.codes().any(|code| code == known);
            return if is_code { json!({"code": known}) } else { json!({"bezeichnung": text}) };
        }
        if is_prose(self) {
            return json!({"text": text});
        }
        if self.property("plz").is_some() {
            return address(text);
        }
        if self.property("funktion").is_some() {
            let function = text.strip_suffix(')').and_then(|text| text.split_once(" ("));
            return match function.or_else(|| text.split_once(", ")) {
                Some((name, function)) => json!({"name": name.trim(), "funktion": function.trim()}),
                None => json!({"name": text}),
            };
        }
        text.into()
    }

    fn write_object(self, fields: &Map<String, Value>) -> String {
        let text = |key: &str| {
            let value = fields.get(key)?;
            Some(self.property(key)?.write(value)).filter(|text| !text.is_empty())
        };
        if self.property("code").is_some() {
            return text("bezeichnung").or_else(|| text("code")).unwrap_or_default();
        }
        if self.property("plz").is_some() {
            let place: Vec<String> = ["plz", "ort"].into_iter().filter_map(text).collect();
            let place = Some(place.join(" ")).filter(|place| !place.is_empty());
            let parts: Vec<String> = [text("strasse"), text("zusatz"), place].into_iter().flatten().collect();
            return parts.join(", ");
        }
        if is_prose(self) {
            return text("text").unwrap_or_default();
        }
        match (text("name"), text("funktion")) {
            (Some(name), Some(function)) => format!("{name} ({function})"),
            (name, function) => name.or(function).unwrap_or_default(),
        }
    }

    /// Whether a number here is percent, behind which the sign may stand; elsewhere `50 %` of
    /// a post would become 50 of them.
    #[must_use]
    pub fn is_percent(self) -> bool {
        self.kind() == Kind::Zahl && [self.title(), self.help()].iter().any(|words| words.contains("Prozent"))
    }

    /// Whether a text may be one of two numbers here: in `1.125` the point may stand before
    /// decimal places, as in the data, or behind the thousands, as [`write`](Self::write) has it
    /// in German. Amounts and whole numbers have no three decimal places, so there it is clear.
    ///
    /// ```
    /// use vereinbar::{Art, schema::Node};
    /// let root = Node::root(Art::LeqVereinbarung);
    /// let stellen = root.at("/leistungsvereinbarung/personal/stellen/0/umfang").expect("the form has it");
    /// assert!(stellen.has_unclear_point("1.125") && !stellen.has_unclear_point("0.125"));
    /// assert!(!stellen.has_unclear_point("1,125") && !stellen.has_unclear_point("1125"));
    /// ```
    #[must_use]
    pub fn has_unclear_point(self, text: &str) -> bool {
        let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let text = text.trim();
        let number = text.strip_suffix('%').map_or(text, str::trim_end);
        self.kind() == Kind::Zahl
            && number.split_once('.').is_some_and(|(whole, places)| {
                // No thousands begin with a zero.
                (1..=3).contains(&whole.len())
                    && !whole.starts_with('0')
                    && places.len() == 3
                    && is_digits(whole)
                    && is_digits(places)
            })
    }

    /// The code, where the words people use for it are written.
    fn code(self, text: &str) -> String {
        let written = fold(text);
        // The short name of a kind of agreement.
        let short = Art::named(&written).ok().map(Art::as_str);
        let is_meant = |code: &&str| {
            *code == written || Some(*code) == short || self.words(code).any(|word| fold(word) == written)
        };
        self.codes().find(is_meant).unwrap_or(text).to_owned()
    }
}

/// Entries that may have several lines have an empty one between them.
const BETWEEN_PROSE: &str = "\n\n";

/// Whether it is a clause, whose words are its text.
fn is_prose(node: Node) -> bool {
    node.property("text").is_some() && node.property("titel").is_some()
}

/// `Gartenstraße 7, Hinterhaus, 12345 Musterstadt`; what stands in another order is taken
/// for the street as it is, so that nothing is lost.
fn address(text: &str) -> Value {
    let parts: Vec<&str> = text.split([',', '\n']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let Some((last, first)) = parts.split_last() else { return Value::Null };
    let is_code = |word: &str| word.len() >= 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let Some((plz, ort)) = last.split_once(' ').filter(|(plz, _)| is_code(plz)) else {
        return json!({"strasse": text.replace('\n', ", ")});
    };
    let mut address = Map::new();
    if let Some((street, more)) = first.split_first() {
        address.insert("strasse".to_owned(), (*street).into());
        if !more.is_empty() {
            address.insert("zusatz".to_owned(), more.join(", ").into());
        }
    }
    address.insert("plz".to_owned(), plz.into());
    address.insert("ort".to_owned(), ort.trim().into());
    address.into()
}

/// So programs write the time of day of a day.
const MIDNIGHT: [&str; 3] = [" 00:00:00", "T00:00:00", " 00:00"];

/// What people and spreadsheets write for yes and no.
fn boolean(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "ja" | "j" | "x" | "wahr" | "true" | "1" => Some(true),
        "nein" | "n" | "falsch" | "false" | "0" => Some(false),
        _ => None,
    }
}

/// `31.12.2027` as `2027-12-31`, and a day at midnight, as programs write days, as the day; anything
/// else as it is.
fn date(text: &str) -> String {
    let day = MIDNIGHT.iter().find_map(|midnight| text.strip_suffix(midnight)).unwrap_or(text);
    if let Ok(datum) = day.parse::<Datum>() {
        return datum.to_string();
    }
    let written: String = day.split_whitespace().collect();
    Datum::parse_deutsch(&written).map_or_else(|_| text.to_owned(), |datum| datum.to_string())
}

/// Digits with the leading zero that Excel drops put back. Where one still leads, none was dropped.
#[must_use]
pub fn zeros(digits: &str, lengths: &[usize]) -> String {
    let is_one_short = digits.bytes().all(|byte| byte.is_ascii_digit()) && lengths.contains(&(digits.len() + 1));
    if is_one_short && !digits.starts_with('0') { format!("0{digits}") } else { digits.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(art: Art, path: &str) -> Node {
        Node::root(art).at(path).unwrap()
    }

    #[test]
    fn reads_what_people_write_as_what_the_place_asks_for() {
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
            (leq, betrag, "1,234", json!("1,234")),
            (leq, betrag, "-5", json!("-5")),
            (leq, prozent, "1,23456", json!("1,23456")),
            (leq, prozent, "1,234", json!("1.234")),
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
            assert_eq!(field.read(text), Some(data), "{pointer}: {text}");
            for nothing in ["", " ", "\r\n"] {
                assert_eq!(field.read(nothing), None, "{pointer}");
            }
        }
    }

    /// What cannot be read stands in its field again, and is read again with the next answer.
    #[test]
    fn what_is_read_once_is_the_same_when_it_is_read_again() {
        let texts = [
            "1,234",
            "12,345 €",
            "1.234",
            "1,23456",
            "-1,234",
            "0,125",
            "1 234,5",
            "1.234.567,891",
            "95,5 %",
            "31.2.2027",
        ];
        for path in [
            "/entgeltvereinbarung/tagessatz/betrag",
            "/entgeltvereinbarung/tagessatz/auslastung",
            "/entgeltvereinbarung/tagessatz/tage_je_monat",
            "/leistungsangebot/plaetze",
            "/stand",
            "/traeger/ags",
        ] {
            let field = at(Art::LeqVereinbarung, path);
            for text in texts {
                let once = field.read(text).unwrap();
                let again = field.read(&field.write(&once)).unwrap();
                assert_eq!(field.write(&again), field.write(&once), "{path}: {text}");
            }
        }
    }

    #[test]
    fn a_sign_of_percent_is_read_where_percent_is_asked_for() {
        let leq = |path: &str, text: &str| at(Art::LeqVereinbarung, path).read(text);
        assert_eq!(leq("/entgeltvereinbarung/tagessatz/auslastung", "95,5 %"), Some(json!("95.5")));
        assert_eq!(leq("/entgeltvereinbarung/tagessatz/tage_je_monat", "95,5 %"), Some(json!("95,5 %")));
        assert_eq!(leq("/entgeltvereinbarung/tagessatz/betrag", "95,5 %"), Some(json!("95,5 %")));
    }

    #[test]
    fn a_point_before_three_digits_may_mean_two_things() {
        let node = |path: &str| at(Art::LeqVereinbarung, path);
        let umfang = node("/leistungsvereinbarung/personal/stellen/0/umfang");
        for (text, is_unclear) in [
            ("1.125", true),
            (" 12.345 ", true),
            ("1.125,5", false),
            ("1.125.000", false),
            ("0.125", false),
            ("1.1250", false),
            ("1.12", false),
            ("1125.125", false),
            ("1,125", false),
        ] {
            assert_eq!(umfang.has_unclear_point(text), is_unclear, "{text}");
        }
        assert!(node("/entgeltvereinbarung/tagessatz/auslastung").has_unclear_point("1.125 %"));
        // Euros have two decimal places, and places none.
        for path in ["/entgeltvereinbarung/tagessatz/betrag", "/leistungsangebot/plaetze"] {
            assert!(!node(path).has_unclear_point("1.125"), "{path}");
        }
        // Whatever is written reads back.
        assert_eq!(umfang.read(&umfang.write(&json!("1125"))), Some(json!("1125")));
        assert_eq!(umfang.read(&umfang.write(&json!("1.125"))), Some(json!("1.125")));
    }

    #[test]
    fn a_kind_of_agreement_has_a_short_name() {
        let art = at(Art::LeqVereinbarung, "/art");
        for text in ["leq", "LEQ", "LEQ-Vereinbarung", "leq_vereinbarung"] {
            assert_eq!(art.read(text), Some(json!("leq_vereinbarung")), "{text}");
        }
        assert_eq!(art.read("qev"), Some(json!("qev")));
    }

    #[test]
    fn only_a_zero_that_was_dropped_is_put_back() {
        for (digits, read) in [("1001", "01001"), ("0591", "0591"), ("1001000", "01001000"), ("05911", "05911")] {
            assert_eq!(zeros(digits, &[5, 8]), read);
        }
    }

    #[test]
    fn a_number_of_json_is_written_as_the_number_it_is() {
        let auslastung = at(Art::LeqVereinbarung, "/entgeltvereinbarung/tagessatz/auslastung");
        assert_eq!(auslastung.write(&json!(1.234)), "1,234");
        assert_eq!(auslastung.read("1,234"), Some(json!("1.234")));
    }

    #[test]
    fn what_is_written_reads_back() {
        let a = Art::Qualitaetsentwicklungsvereinbarung;
        for (art, path, value, text) in [
            (a, "/stand", json!("2026-12-01"), "01.12.2026"),
            (a, "/fortsetzung/am", json!("3. Quartal 2027"), "3. Quartal 2027"),
            (a, "/fortsetzung/gespraechsgrundlagen", json!(["eins", "zwei"]), "eins\nzwei"),
            (a, "/qualitaetsdimensionen/0", json!("prozessqualitaet"), "Prozessqualität"),
            (
                a,
                "/grundsaetze_und_massstaebe",
                json!([{"code": "partizipation"}, {"bezeichnung": "Eigenes"}]),
                "Partizipation\nEigenes",
            ),
            (
                a,
                "/traeger/anschrift",
                json!({"strasse": "Gartenstraße 7", "zusatz": "Haus B", "plz": "12345", "ort": "Bad Muster"}),
                "Gartenstraße 7, Haus B, 12345 Bad Muster",
            ),
            (
                a,
                "/traeger/vertreten_durch",
                json!([{"name": "Alex Muster", "funktion": "Geschäftsführung"}, {"name": "Kim Beispiel"}]),
                "Alex Muster (Geschäftsführung)\nKim Beispiel",
            ),
            (Art::LeqVereinbarung, "/entgeltvereinbarung/tagessatz/betrag", json!("1243.95"), "1.243,95"),
        ] {
            let node = at(art, path);
            assert_eq!(node.write(&value), text);
            assert_eq!(node.read(text), Some(value), "{text}");
        }
        assert_eq!(at(a, "/traeger/anschrift").read("beim Rathaus"), Some(json!({"strasse": "beim Rathaus"})));
    }
}
