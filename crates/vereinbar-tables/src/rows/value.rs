//! What a cell becomes in a field: Excel dates, German dates and numbers
//! are understood where the field asks for them.

use serde_json::Value;
use vereinbar::modell::Datum;
use vereinbar::schema::{Kind, Node, zeros};
use vereinbar::spelling::line_ends;

use crate::input::Cell;

/// 1 March 1900, before which Excel counts one day too many, and its number there.
const EXCEL_FIRST: (Datum, i64) = (Datum::from_ymd(1900, 3, 1).expect("a day of the calendar"), 61);

impl Cell {
    /// The cell as a value of the field; `None` where it says nothing. What does
    /// not fit is passed on as it is, for `parse` to find.
    pub(crate) fn value(&self, field: Node) -> Option<Value> {
        if self.is_empty() {
            return None;
        }
        if field.kind() == Kind::List {
            return self.list(field).map(Value::Array);
        }
        Some(match (field.kind(), self) {
            (Kind::Datum | Kind::Zeitangabe, Self::Number(number)) => {
                excel_day(*number).map_or_else(|| german_number(*number), |day| day.to_string()).into()
            }
            // As in a spreadsheet, what stands behind an apostrophe is meant as it is written.
            (Kind::Zeitangabe, Self::Text(text)) if text.starts_with('\'') => {
                text.trim_start_matches('\'').trim().into()
            }
            (Kind::Integer, Self::Number(_)) => self.whole_number().map_or_else(|| self.text().into(), Value::from),
            (Kind::Betrag | Kind::Zahl, Self::Number(_)) => self.decimal().unwrap_or_else(|| self.text()).into(),
            // A foreign postal code may have four digits; Excel's number had a zero once.
            (Kind::Plz, Self::Number(_)) => zeros(&self.text(), &[5]).into(),
            (Kind::Datum | Kind::Zeitangabe, Self::Date(datum)) => datum.to_string().into(),
            (_, Self::Date(datum)) => datum.deutsch().into(),
            _ => return field.read(&self.text()),
        })
    }

    fn list(&self, field: Node) -> Option<Vec<Value>> {
        let Value::Array(entries) = (match self {
            Self::Date(_) | Self::Number(_) => return self.value(field.item()?).map(|value| vec![value]),
            _ => field.read(&self.text())?,
        }) else {
            return None;
        };
        Some(entries)
    }

    pub(crate) fn text(&self) -> String {
        match self {
            Self::Empty | Self::Error | Self::NoResult | Self::Merged => String::new(),
            // A name with blanks at its end is another name.
            Self::Text(text) => line_ends(text.trim()),
            Self::Number(number) => german_number(*number),
            Self::Date(datum) => datum.to_string(),
        }
    }

    fn whole_number(&self) -> Option<i64> {
        let number: f64 = self.decimal()?.parse().ok()?;
        // Whole and in range.
        #[expect(clippy::cast_possible_truncation, reason = "whole and below 1e15")]
        (number.fract() == 0.0 && number.abs() < 1e15).then_some(number as i64)
    }

    /// The number with a point before its decimal places.
    fn decimal(&self) -> Option<String> {
        match self {
            // A formula's 0.30000000000000004 is 0.3.
            Self::Number(number) => {
                let digits = format!("{number:.9}");
                Some(digits.trim_end_matches('0').trim_end_matches('.').to_owned())
            }
            _ => None,
        }
    }
}

/// Excel's number of a day, which a cell holds that was not formatted as a date.
fn excel_day(number: f64) -> Option<Datum> {
    let (first, number_of_first) = EXCEL_FIRST;
    #[expect(clippy::cast_possible_truncation, reason = "beyond the range of an i64 there is no day either")]
    let days = number.floor() as i64;
    first.plus_days(days.checked_sub(number_of_first).filter(|days| *days >= 0)?)
}

/// A number as German offices write it, without separators of thousands.
fn german_number(number: f64) -> String {
    format!("{number}").replace('.', ",")
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use vereinbar::Art;

    use super::*;
    use crate::rows::heading::resolve;

    fn value(heading: &str, cell: &Cell) -> Option<Value> {
        cell.value(resolve(Art::Qualitaetsentwicklungsvereinbarung, heading).unwrap().field)
    }

    fn text(heading: &str, text: &str) -> Option<Value> {
        value(heading, &Cell::Text(text.to_owned()))
    }

    #[test]
    fn understands_dates() {
        for written in ["31.12.2027", "2027-12-31", " 31.12.2027 "] {
            assert_eq!(text("stand", written), Some(json!("2027-12-31")), "{written}");
        }
        assert_eq!(text("stand", "1.2.2027"), Some(json!("2027-02-01")));
        assert_eq!(value("stand", &Cell::Number(46752.0)), Some(json!("2027-12-31")));
        assert_eq!(value("stand", &Cell::Number(61.0)), Some(json!("1900-03-01")));
        assert_eq!(value("stand", &Cell::Date("2027-12-31".parse().unwrap())), Some(json!("2027-12-31")));
        // A time may be a day or words.
        let wann = "ziele.1.zielueberpruefung.freier_traeger.1.wann";
        assert_eq!(value(wann, &Cell::Date("2027-12-31".parse().unwrap())), Some(json!("2027-12-31")));
        assert_eq!(text(wann, "31.12.2027"), Some(json!("2027-12-31")));
        assert_eq!(text(wann, "3. Quartal 2027"), Some(json!("3. Quartal 2027")));
        // A date where words are asked for is written as people write it.
        assert_eq!(value("aktenzeichen", &Cell::Date("2027-12-31".parse().unwrap())), Some(json!("31.12.2027")));
        assert_eq!(text("fortsetzung.am", "1.2.2027"), Some(json!("2027-02-01")));
        assert_eq!(text("fortsetzung.am", "'1.2.2027"), Some(json!("1.2.2027")));
        // `parse` says what is wrong with these.
        for written in ["31.02.2027", "morgen", "12/31/2027", "1.2.27"] {
            assert_eq!(text("stand", written), Some(json!(written)));
        }
    }

    #[test]
    fn understands_whole_numbers() {
        assert_eq!(text("fassung", "1"), Some(json!(1)));
        assert_eq!(value("fassung", &Cell::Number(1.0)), Some(json!(1)));
        assert_eq!(text("fassung", "eins"), Some(json!("eins")));
        assert_eq!(value("aktenzeichen", &Cell::Number(12.5)), Some(json!("12,5")));
    }

    #[test]
    fn understands_amounts_and_yes_and_no() {
        let leq = |heading, cell: &Cell| cell.value(resolve(Art::LeqVereinbarung, heading).unwrap().field);
        let betrag = "entgeltvereinbarung.tagessatz.betrag";
        for (cell, amount) in [
            (Cell::Text("1.243,95 €".into()), "1243.95"),
            (Cell::Number(1243.95), "1243.95"),
            (Cell::Number(0.1 + 0.2), "0.3"),
            (Cell::Number(177.0), "177"),
            // `parse` says what is wrong with these.
            (Cell::Number(177.391), "177.391"),
            (Cell::Text("viel".into()), "viel"),
        ] {
            assert_eq!(leq(betrag, &cell), Some(json!(amount)), "{cell:?}");
        }
        for (text, read) in [("ja", json!(true)), ("Nein", json!(false)), ("x", json!(true)), ("oft", json!("oft"))] {
            assert_eq!(leq("rahmenvertrag.beigetreten", &Cell::Text(text.into())), Some(read), "{text}");
        }
    }

    #[test]
    fn puts_back_the_zeros_that_excel_drops() {
        assert_eq!(value("jugendamt.ags", &Cell::Number(1001.0)), Some(json!("01001")));
        assert_eq!(text("jugendamt.ags", "9162000"), Some(json!("09162000")));
        assert_eq!(value("traeger.anschrift.plz", &Cell::Number(1067.0)), Some(json!("01067")));
        assert_eq!(text("traeger.anschrift.plz", "1010"), Some(json!("1010")));
        assert_eq!(value("aktenzeichen", &Cell::Number(1067.0)), Some(json!("1067")));
    }

    #[test]
    fn fills_lists_line_by_line_and_takes_words_for_codes() {
        assert_eq!(text("fortsetzung.gespraechsgrundlagen", "eins\r\n\r\n zwei "), Some(json!(["eins", "zwei"])));
        assert_eq!(
            text("qualitaetsdimensionen", "Prozessqualität, strukturqualitaet"),
            Some(json!(["prozessqualitaet", "strukturqualitaet"]))
        );
        assert_eq!(
            text("grundsaetze_und_massstaebe.1.code", "Gender Mainstreaming"),
            Some(json!("gender_mainstreaming"))
        );
        assert_eq!(text("qualitaetsdimensionen.1", "Qualität"), Some(json!("Qualität")));
    }

    #[test]
    fn an_empty_cell_says_nothing() {
        for heading in ["stand", "traeger.name", "fortsetzung.gespraechsgrundlagen", "fassung"] {
            for cell in [Cell::Empty, Cell::Text(String::new()), Cell::Text(" \n\t ".into())] {
                assert_eq!(value(heading, &cell), None);
            }
        }
    }
}
