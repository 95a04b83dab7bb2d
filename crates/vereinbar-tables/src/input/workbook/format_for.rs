//! The other way round: a number format of Excel that shows a value as it was shown, so that a
//! copy can be read as the table itself, and its numbers can be changed.

use vereinbar::modell::Datum;

use super::format_moment::Moment;
use super::number_format::NumberFormat;
use crate::input::cell::Cell;

/// Longer codes Excel does not take.
const MAX_CODE_BYTES: usize = 200;

/// The code with which a number, a share or a day shows what its cell says; `None` where there
/// is none.
pub(crate) fn format_for(cell: &Cell) -> Option<String> {
    match cell {
        Cell::Shown(number, shown) => {
            let code_for = |text: &str| {
                let same = Cell::Shown(*number, text.to_owned());
                codes(text).find(|code| of_number(code, *number) == same)
            };
            // As it was written in English.
            code_for(shown).or_else(|| code_for(&swapped(shown)))
        }
        Cell::Percent(share, shown) => {
            let percent = |code: String| code.replace("\" %\"", " %");
            let found = codes(shown).map(percent).find(|code| of_number(code, *share) == *cell);
            found.or_else(|| Some("0.##########%".to_owned()))
        }
        Cell::Period(day, shown) => Some(code_of_day(*day, shown)).filter(|code| of_day(code, *day) == *cell),
        // What was not understood stays so.
        Cell::Unclear(_) => Some("# ??/??".to_owned()),
        _ => None,
    }
}

/// The code that has the parts of a day where they are shown, and all else as it is.
fn code_of_day(day: Datum, shown: &str) -> String {
    let mut left = [Some((day.day(), "d")), Some((day.month(), "m"))];
    let mut code = String::new();
    let mut rest = shown;
    while let Some(first) = rest.chars().next() {
        let is_same = |c: char| {
            if first.is_ascii_digit() {
                c.is_ascii_digit()
            } else {
                c.is_alphabetic() == first.is_alphabetic() && !c.is_ascii_digit()
            }
        };
        let (run, behind) = rest.split_at(rest.find(|c| !is_same(c)).unwrap_or(rest.len()));
        rest = behind;
        let number = run.parse::<i32>().ok();
        let part =
            left.iter_mut().find(|part| part.is_some_and(|(value, _)| run.len() <= 2 && number == Some(value.into())));
        if let Some((_, letter)) = part.and_then(Option::take) {
            code.push_str(&letter.repeat(run.len()));
        } else if number == Some(day.year()) {
            code.push_str("yyyy");
        } else if run.len() == 2 && number == Some(day.year() % 100) {
            code.push_str("yy");
        } else if let Some(name) = NAMES.into_iter().find(|name| first.is_alphabetic() && of_day_text(name, day) == run)
        {
            code.push_str(name);
        } else {
            // Some signs need no marks around them.
            let is_plain = run.chars().all(|c| matches!(c, ' ' | '.' | ',' | '-' | ':'));
            code.push_str(&if is_plain { run.to_owned() } else { quoted(run).unwrap_or_default() });
        }
    }
    if code.len() > MAX_CODE_BYTES { String::new() } else { code }
}

/// Names of months and days.
const NAMES: [&str; 4] = ["mmmm", "mmm", "dddd", "ddd"];

fn of_number(code: &str, number: f64) -> Cell {
    NumberFormat::of_code(code).map_or(Cell::Number(number), |format| format.number(number))
}

/// `1.234,50` for `1,234.50`.
fn swapped(text: &str) -> String {
    let other = |c: char| match c {
        '.' => ',',
        ',' => '.',
        c => c,
    };
    text.chars().map(other).collect()
}

fn of_day_text(code: &str, day: Datum) -> String {
    match of_day(code, day) {
        Cell::Period(_, text) => text,
        _ => String::new(),
    }
}

fn of_day(code: &str, day: Datum) -> Cell {
    let moment = Moment {
        year: u16::try_from(day.year()).unwrap_or_default(),
        month: day.month(),
        day: day.day(),
        hour: 0,
        minute: 0,
        second: 0,
        milli: 0,
        // Any day.
        number: 1000.0,
    };
    NumberFormat::of_code(code).map_or(Cell::Date(day), |format| format.moment(&moment))
}

/// The codes that one of the numbers in a text may have, with the text around it.
fn codes(shown: &str) -> impl Iterator<Item = String> {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = shown.get(from..).and_then(|rest| rest.find(|c: char| c.is_ascii_digit())) {
        let rest = shown.get(from + start..).unwrap_or_default();
        let run = rest.split(|c| !is_part(c)).next().unwrap_or_default().trim_end_matches(['.', ',']);
        let (before, behind) = (shown.get(..from + start), rest.get(run.len()..));
        // Excel itself writes the sign of a number below zero.
        let before = before.unwrap_or_default();
        let before = before.strip_prefix('-').unwrap_or(before);
        let around = quoted(before).zip(quoted(behind.unwrap_or_default()));
        if let Some((before, behind)) = around {
            found.extend(digits(run).into_iter().map(|digits| format!("{before}{digits}{behind}")));
        }
        from += start + run.len().max(1);
    }
    found.into_iter().filter(|code| code.len() <= MAX_CODE_BYTES)
}

/// The places that write a number so: as many as it needs, or as many as it has.
fn digits(run: &str) -> Vec<String> {
    let (whole, decimals) = run.split_once(',').unwrap_or((run, ""));
    let places = |digits: &str| "0".repeat(digits.len());
    let decimals = if decimals.is_empty() { String::new() } else { format!(".{}", places(decimals)) };
    let whole = if whole.contains('.') { vec!["#,##0".to_owned()] } else { vec!["0".to_owned(), places(whole)] };
    whole.into_iter().map(|whole| format!("{whole}{decimals}")).collect()
}

fn quoted(text: &str) -> Option<String> {
    match text {
        "" => Some(String::new()),
        text if text.contains(['"', '\n']) => None,
        text => Some(format!("\"{text}\"")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_shows_what_was_shown() {
        let shown = |number, text: &str| format_for(&Cell::Shown(number, text.to_owned()));
        for (number, text, code) in [
            (7.0, "007", "000"),
            (1010.0, "1010", "0000"),
            (9.0, "9 Plätze", "0\" Plätze\""),
            (7.0, "51-007/27", "\"51-\"000\"/27\""),
            (1234.5, "1.234,50 €", "#,##0.00\" €\""),
            (-5.0, "-5,00", "0.00"),
            (7.0, "Nr. 7", "\"Nr. \"0"),
        ] {
            assert_eq!(shown(number, text).as_deref(), Some(code), "{text}");
        }
        for (number, text) in [(1.0, "ja"), (7.0, "Nr. \"7\""), (177.39, "12"), (342_000.0, "342")] {
            assert_eq!(shown(number, text), None, "{text}");
        }
        let percent = |share, text: &str| format_for(&Cell::Percent(share, text.to_owned())).unwrap();
        assert_eq!((percent(0.805, "81 %"), percent(0.028, "2,80 %")), ("0 %".to_owned(), "0.00 %".to_owned()));
        let day = |text: &str| format_for(&Cell::Period("2027-12-03".parse().unwrap(), text.to_owned()));
        for (text, code) in [
            ("2027", "yyyy"),
            ("Dezember 2027", "mmmm yyyy"),
            ("3. Dezember", "d. mmmm"),
            ("Fr", "ddd"),
            ("Freitag, 3. Dez", "dddd, d. mmm"),
            ("03.12.2027 13:30", "dd.mm.yyyy \"13\":\"30\""),
            ("ab 3.12.27", "\"ab\" d.mm.yy"),
            ("3. December", "d. \"December\""),
            ("KW 3", "\"KW\" d"),
        ] {
            assert_eq!(day(text).as_deref(), Some(code), "{text}");
        }
        assert_eq!(shown(1234.5, "1,234.50 €").as_deref(), Some("#,##0.00\" €\""));
        assert_eq!((day("13:30"), day("KW 48")), (None, None));
    }
}
