//! What a cell becomes in a field: Excel dates, German dates and numbers
//! are understood where the field asks for them.

use serde_json::{Number, Value};
use vereinbar::modell::Datum;
use vereinbar::schema::{Kind, Node, zeros};
use vereinbar::spelling::line_ends;

use crate::input::{Cell, german_number};

/// The first day that a number is read as, and its number in Excel: a smaller one, such as
/// 1231, was meant to be something else.
const EXCEL_FIRST: (Datum, i64) = (Datum::from_ymd(1950, 1, 1).expect("a day of the calendar"), 18264);

impl Cell {
    /// A number of JSON. A whole one has all its digits, where a spreadsheet would have rounded
    /// it.
    pub(super) fn of_json(number: &Number) -> Option<Self> {
        /// As many digits every number keeps.
        const DIGITS: usize = 15;
        let digits = number.to_string();
        let is_kept = number.is_f64() || digits.len() <= DIGITS;
        if is_kept { number.as_f64().map(Self::Number) } else { Some(Self::Text(digits)) }
    }

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
            (Kind::Integer, Self::Number(number) | Self::Shown(number, _) | Self::Unclear(number)) => {
                whole_number(*number).map_or_else(|| german_number(*number).into(), Value::from)
            }
            (Kind::Betrag | Kind::Zahl, Self::Number(number) | Self::Shown(number, _) | Self::Unclear(number)) => {
                decimal(*number).into()
            }
            (Kind::Zahl, Self::Percent(share, _)) if field.is_percent() => decimal(share * 100.0).into(),
            (Kind::Betrag | Kind::Zahl, Self::Percent(share, _)) => decimal(*share).into(),
            // A foreign postal code may have four digits; Excel's number had a zero once.
            (Kind::Plz, Self::Number(_)) => zeros(&self.text(), &[5]).into(),
            (Kind::Boolean, Self::Bool(is_true)) => (*is_true).into(),
            (Kind::Datum | Kind::Zeitangabe, Self::Date(datum)) | (Kind::Datum, Self::Period(datum, _)) => {
                datum.to_string().into()
            }
            (_, Self::Date(datum)) => datum.deutsch().into(),
            _ => return field.read(&self.text()),
        })
    }

    fn list(&self, field: Node) -> Option<Vec<Value>> {
        let Value::Array(entries) = (match self {
            Self::Date(_) | Self::Number(_) | Self::Percent(..) | Self::Shown(..) | Self::Bool(_) => {
                return self.value(field.item()?).map(|value| vec![value]);
            }
            _ => field.read(&self.text())?,
        }) else {
            return None;
        };
        Some(entries)
    }

    pub(crate) fn text(&self) -> String {
        match self {
            Self::Empty | Self::Error | Self::NoResult | Self::Merged(_) | Self::Covered | Self::Unclear(_) => {
                String::new()
            }
            // A name with blanks at its end is another name.
            Self::Text(text) => line_ends(text.trim()),
            Self::Number(number) => german_number(*number),
            Self::Percent(_, text) | Self::Shown(_, text) | Self::Period(_, text) => text.clone(),
            Self::Bool(is_true) => if *is_true { "WAHR" } else { "FALSCH" }.to_owned(),
            Self::Date(datum) => datum.to_string(),
        }
    }
}

fn whole_number(number: f64) -> Option<i64> {
    let number: f64 = decimal(number).parse().ok()?;
    // Whole and in range.
    #[expect(clippy::cast_possible_truncation, reason = "whole and below 1e15")]
    (number.fract() == 0.0 && number.abs() < 1e15).then_some(number as i64)
}

/// The number with a point before its decimal places.
pub(super) fn decimal(number: f64) -> String {
    // A formula's 0.30000000000000004 is 0.3.
    let digits = format!("{number:.9}");
    let digits = digits.trim_end_matches('0').trim_end_matches('.');
    if digits == "-0" { "0" } else { digits }.to_owned()
}

/// Excel's number of a day, which a cell holds that was not formatted as a date.
fn excel_day(number: f64) -> Option<Datum> {
    let (first, number_of_first) = EXCEL_FIRST;
    #[expect(clippy::cast_possible_truncation, reason = "beyond the range of an i64 there is no day either")]
    let days = number.floor() as i64;
    first.plus_days(days.checked_sub(number_of_first).filter(|days| *days >= 0)?)
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
        assert_eq!(value("stand", &Cell::Number(18264.0)), Some(json!("1950-01-01")));
        // Noon.
        assert_eq!(value("stand", &Cell::Number(46752.5)), Some(json!("2027-12-31")));
        // A year, the day of a month, the number of a workbook that counts from 1904.
        for (cell, text) in [(Cell::Number(2027.0), "2027"), (Cell::Number(1231.0), "1231")] {
            assert_eq!(value("stand", &cell), Some(json!(text)));
            assert_eq!(value("fortsetzung.am", &cell), Some(json!(text)));
        }
        assert_eq!(value("stand", &Cell::Shown(46752.0, "46752".into())), Some(json!("46752")));
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
        assert_eq!(value("fassung", &Cell::Number((0.1 + 0.2) * 10.0)), Some(json!(3)));
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
    fn a_share_in_percent_is_a_hundred_times_as_much_where_percent_is_asked_for() {
        let leq = |heading, cell: &Cell| cell.value(resolve(Art::LeqVereinbarung, heading).unwrap().field);
        assert_eq!(
            leq("entgeltvereinbarung.tagessatz.auslastung", &Cell::Percent(0.955, "95,5 %".into())),
            Some(json!("95.5"))
        );
        assert_eq!(
            leq("entgeltvereinbarung.tagessatz.schritte.1.prozent", &Cell::Percent(0.07, "7 %".into())),
            Some(json!("7"))
        );
        assert_eq!(
            leq("leistungsvereinbarung.personal.stellen.1.umfang", &Cell::Percent(0.5, "50 %".into())),
            Some(json!("0.5"))
        );
        assert_eq!(leq("aktenzeichen", &Cell::Percent(0.8, "80 %".into())), Some(json!("80 %")));
        assert_eq!(
            leq("einrichtung.betriebserlaubnis.plaetze", &Cell::Percent(0.8, "80 %".into())),
            Some(json!("80 %"))
        );
    }

    #[test]
    fn a_number_is_text_as_it_is_shown() {
        let shown = Cell::Shown(7.0, "007".into());
        assert_eq!(value("aktenzeichen", &shown), Some(json!("007")));
        assert_eq!(value("fassung", &shown), Some(json!(7)));
        assert_eq!(value("traeger.anschrift.plz", &Cell::Shown(1010.0, "1010".into())), Some(json!("1010")));
        assert_eq!(value("traeger.name", &Cell::Bool(true)), Some(json!("WAHR")));
        assert_eq!(value("aktenzeichen", &Cell::Number(-0.0)), Some(json!("0")));
        assert_eq!(decimal(-0.0), "0");
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
        // One thing that is no text is one entry, written as in a field of its own.
        let day = Cell::Date("2027-12-31".parse().unwrap());
        assert_eq!(value("fortsetzung.gespraechsgrundlagen", &day), Some(json!(["31.12.2027"])));
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
