//! What is shown of a day: the whole of it, a month, a year, or anything else. Spreadsheets keep
//! a whole day, whatever they show.

use vereinbar::modell::Datum;

use crate::input::cell::Cell;

pub(super) const MONTHS: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];

/// A day as a cell, by what is shown of it: the day itself where all of it is shown and
/// nothing else, and otherwise with what is shown. A month with its year has one spelling.
pub(super) fn shown_day(day: Datum, shown: &str) -> Cell {
    // As nearly every day is shown.
    if shown.trim().is_empty() || shown == day.deutsch() {
        return Cell::Date(day);
    }
    let words = Words::of(shown);
    match words.left_by(day) {
        Left { is_whole: true, others: 0 } => Cell::Date(day),
        _ if words.is_year_of(day) => Cell::Period(day, day.year().to_string()),
        _ if words.is_month_of(day) => Cell::Period(day, month_and_year(day)),
        _ => Cell::Period(day, shown.trim().to_owned()),
    }
}

/// Whether all of a day is to be seen, whatever stands beside it.
pub(crate) fn shows_whole_day(day: Datum, shown: &str) -> bool {
    Words::of(shown).left_by(day).is_whole
}

/// `März 2027`
fn month_and_year(day: Datum) -> String {
    let month = MONTHS.get(usize::from(day.month()).saturating_sub(1)).copied().unwrap_or_default();
    format!("{month} {}", day.year())
}

/// The numbers and words that are shown.
struct Words<'a>(Vec<&'a str>);

/// What is left of words when those of a day are taken away.
struct Left {
    is_whole: bool,
    others: usize,
}

impl<'a> Words<'a> {
    fn of(mut text: &'a str) -> Self {
        let mut words = Vec::new();
        while let Some(start) = text.find(char::is_alphanumeric) {
            text = text.get(start..).unwrap_or_default();
            let is_number = text.starts_with(|c: char| c.is_ascii_digit());
            let is_other = |c: char| !c.is_alphanumeric() || c.is_ascii_digit() != is_number;
            let (word, rest) = text.split_at(text.find(is_other).unwrap_or(text.len()));
            words.push(word);
            text = rest;
        }
        Self(words)
    }

    fn left_by(&self, day: Datum) -> Left {
        let mut left = self.0.clone();
        let mut take = |is_it: &dyn Fn(&str) -> bool| {
            let found = left.iter().position(|word| is_it(word));
            found.map(|index| left.remove(index)).is_some()
        };
        let has_year = take(&|word| is_number(word, day.year(), 4)) || take(&|word| is_short_year(word, day));
        let has_month = take(&|word| is_month_name(word, day)) || take(&|word| is_number(word, day.month().into(), 2));
        let has_day = take(&|word| is_number(word, day.day().into(), 2));
        while take(&is_weekday) {}
        // Midnight is what a program writes that keeps no time.
        let is_time = left.len() > 1 && left.iter().all(|word| is_number(word, 0, 2));
        let others = if is_time { 0 } else { left.len() };
        Left { is_whole: has_year && has_month && has_day, others }
    }

    fn is_year_of(&self, day: Datum) -> bool {
        matches!(self.0.as_slice(), [year] if is_number(year, day.year(), 4))
    }

    /// A month before its year, or a year in full before its month: `27. Dez` may be a day.
    fn is_month_of(&self, day: Datum) -> bool {
        let is_month = |word: &str| is_month_name(word, day) || is_number(word, day.month().into(), 2);
        let is_year = |word: &str| is_number(word, day.year(), 4);
        match self.0.as_slice() {
            [first, second] => {
                (is_month(first) && is_year(second))
                    || (is_year(first) && is_month(second))
                    || (is_month_name(first, day) && is_short_year(second, day))
            }
            _ => false,
        }
    }
}

/// Whether a word is this number, in no more digits than it is written with.
fn is_number(word: &str, number: i32, digits: usize) -> bool {
    word.len() <= digits && word.bytes().all(|byte| byte.is_ascii_digit()) && word.parse() == Ok(number)
}

fn is_short_year(word: &str, day: Datum) -> bool {
    word.len() == 2 && is_number(word, day.year() % 100, 2)
}

/// A month's name or its beginning, in German or English.
fn is_month_name(word: &str, day: Datum) -> bool {
    const ENGLISH: [(&str, u8); 5] = [("january", 1), ("march", 3), ("may", 5), ("october", 10), ("december", 12)];
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let word = word.to_lowercase();
    let begins = |name: &str| word.chars().count() >= 3 && name.to_lowercase().starts_with(&word);
    let german = MONTHS.get(usize::from(day.month()).saturating_sub(1));
    let others = [("mrz", 3), ("february", 2), ("june", 6), ("july", 7)].into_iter().chain(ENGLISH);
    german.is_some_and(|name| begins(name))
        || others.filter(|(_, month)| *month == day.month()).any(|(name, _)| begins(name))
}

/// `Fr`, `Freitag`, `Fri`: of a day that is shown, too, it says nothing more.
fn is_weekday(word: &str) -> bool {
    const NAMES: [&str; 15] = [
        "montag",
        "dienstag",
        "mittwoch",
        "donnerstag",
        "freitag",
        "samstag",
        "sonnabend",
        "sonntag",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let word = word.to_lowercase();
    word.len() >= 2 && NAMES.iter().any(|name| name.starts_with(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_of_a_day_is_told_by_its_words() {
        let cell = |iso: &str, shown: &str| shown_day(iso.parse().unwrap(), shown);
        for shown in [
            "03.12.2027",
            "3.12.27",
            "2027-12-03",
            "12/3/2027",
            "3. Dezember 2027",
            "Fr, 3. Dez 27",
            "Freitag, Dezember 03, 2027",
            "Fri Dec  3 00:00:00 2027",
            "03.12.2027 00:00",
            "",
        ] {
            assert_eq!(cell("2027-12-03", shown), Cell::Date("2027-12-03".parse().unwrap()), "{shown}");
        }
        for shown in ["Dez 27", "Dezember 2027", "12/2027", "2027-12", "12.2027", "December 2027"] {
            let Cell::Period(_, text) = cell("2027-12-03", shown) else { panic!("{shown}") };
            assert_eq!(text, "Dezember 2027", "{shown}");
        }
        for (iso, shown) in [
            ("2027-12-03", "2027"),
            ("2027-12-03", "3. Dezember"),
            ("2027-12-03", "03.12."),
            ("2027-12-27", "27. Dez"),
            ("2027-12-27", "27.12."),
            ("2027-02-17", "KW 7"),
            ("2027-12-03", "4. Quartal 2027"),
            ("2027-12-03", "Jahr 2027"),
            ("2027-12-03", "bis Dezember 2027"),
            ("2027-12-03", "03.12.2027 13:30"),
            ("2027-12-03", "13:30"),
            ("2027-12-03", "ab 03.12.2027"),
        ] {
            assert_eq!(cell(iso, shown), Cell::Period(iso.parse().unwrap(), shown.to_owned()), "{shown}");
        }
        for (shown, is_whole) in [("03.12.2027 13:30", true), ("ab 3.12.27", true), ("13:30", false), ("03.12.", false)]
        {
            assert_eq!(shows_whole_day("2027-12-03".parse().unwrap(), shown), is_whole, "{shown}");
        }
    }
}
