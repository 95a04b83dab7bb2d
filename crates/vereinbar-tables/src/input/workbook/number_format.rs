//! What a number format of Excel shows: `80 %` for 0.8, `007` for 7, `3. Dezember` of a day. The
//! library that reads the cells tells days by it, and drops the rest.
//!
//! What a cell shows is what is meant, so a format is either understood as Excel has it, or the
//! cell says that it is not.

use super::format_code::{FormatSection, MomentUnit, Part, sections};
use super::format_digits;
use super::format_moment::{self, Moment};
use super::shown_day::shown_day;
use crate::input::cell::{Cell, day_of, number_as_shown, time_of_day};

/// A longer code is nobody's.
const MAX_CODE_BYTES: usize = 2000;

/// What a format shows, where that is not the number or the day itself.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct NumberFormat {
    /// Of numbers.
    sections: Vec<FormatSection>,
    /// Of texts.
    text: Option<FormatSection>,
}

impl NumberFormat {
    /// Of a format that every workbook knows by its number, as German offices see it.
    pub(super) fn built_in(id: usize) -> Option<Self> {
        Self::of_code(match id {
            1 => "0",
            2 => "0.00",
            3 => "#,##0",
            4 => "#,##0.00",
            5 | 6 => "#,##0 \"€\";-#,##0 \"€\"",
            7 | 8 => "#,##0.00 \"€\";-#,##0.00 \"€\"",
            9 => "0%",
            10 => "0.00%",
            11 | 48 => "0.00E+00",
            12 | 13 => "# ?/?",
            15 => "dd. mmm yy",
            16 => "dd. mmm",
            17 => "mmm yy",
            18 => "h:mm AM/PM",
            19 => "h:mm:ss AM/PM",
            20 => "hh:mm",
            21 => "hh:mm:ss",
            22 => "dd.mm.yyyy hh:mm",
            37 | 38 => "#,##0;-#,##0",
            39 | 40 => "#,##0.00;-#,##0.00",
            41 => "#,##0;-#,##0;\"-\"",
            42 => "#,##0 \"€\";-#,##0 \"€\";\"- €\"",
            43 => "#,##0.00;-#,##0.00;\"-\"",
            44 => "#,##0.00 \"€\";-#,##0.00 \"€\";\"- €\"",
            45 => "mm:ss",
            46 => "[h]:mm:ss",
            47 => "mm:ss.0",
            // Days of other countries.
            27..=36 | 50..=58 => "g",
            _ => return None,
        })
    }

    /// Of the code of a format; `None` where it shows the number itself, or a whole day.
    pub(super) fn of_code(code: &str) -> Option<Self> {
        let mut sections = if code.len() > MAX_CODE_BYTES { unknown() } else { sections(code) };
        // The fourth is that of texts, and so is the last that has a place for one.
        let has_text = sections.len() == 4 || sections.last().is_some_and(|last| last.has(Part::Text));
        let text = if has_text { sections.pop() } else { None };
        if sections.len() > 3 {
            sections = unknown();
        }
        let is_text_itself = text.as_ref().is_none_or(|text| text.parts == [Part::Text] && !text.is_unknown);
        let is_itself = match sections.as_slice() {
            [] => true,
            [one] => one.condition.is_none() && !one.is_unknown && is_itself(one),
            _ => false,
        };
        if is_itself && is_text_itself {
            return None;
        }
        // A number in a cell for texts shows its digits.
        if sections.is_empty() {
            let parts = text.iter().flat_map(|text| &text.parts);
            let parts = parts.map(|part| if *part == Part::Text { Part::General } else { *part }).collect();
            sections = vec![FormatSection { parts, ..text.clone().unwrap_or_default() }];
        }
        Some(Self { sections, text })
    }

    /// A number as a cell, that is no day.
    pub(super) fn number(&self, number: f64) -> Cell {
        let Some((section, is_signed)) = self.section(number) else { return Cell::Unclear(number) };
        if section.is_moment() {
            return Cell::Unclear(number);
        }
        let Some(text) = shown(section, number, is_signed) else { return Cell::Unclear(number) };
        match number_as_shown(number, &text) {
            _ if section.has(Part::Percent) => Cell::percent(number, &text),
            // Digits that somebody has counted have lost no zero, and are no number of a day.
            Cell::Number(_) if section.parts.starts_with(&[Part::Digit('0'); 2]) => Cell::Shown(number, text),
            cell => cell,
        }
    }

    /// A number as a cell, that the library takes for a day.
    pub(super) fn moment(&self, moment: &Moment) -> Cell {
        let number = moment.number;
        let Some((section, _)) = self.section(number) else { return Cell::Unclear(number) };
        if !section.is_moment() {
            return self.number(number);
        }
        let Some(text) = format_moment::shown(section, moment).filter(|_| number >= 0.0) else {
            return Cell::Unclear(number);
        };
        let counts_on = |part: &Part| matches!(part, Part::Moment(unit, _) if matches!(unit, MomentUnit::AllHours | MomentUnit::AllMinutes | MomentUnit::AllSeconds));
        if section.parts.iter().any(counts_on) || number < 1.0 {
            // A whole minute is written without seconds.
            let has_zero_seconds = text.ends_with(":00") && moment.second == 0;
            return Cell::Text(if has_zero_seconds { time_of_day(number * 86_400.0) } else { text });
        }
        match day_of(&format!("{:04}-{:02}-{:02}", moment.year, moment.month, moment.day)) {
            Cell::Date(day) => shown_day(day, &text),
            _ => Cell::of_text(text),
        }
    }

    /// A text as it is shown; `None` where it is not changed.
    pub(super) fn text(&self, text: &str) -> Option<String> {
        let section = self.text.as_ref().filter(|section| section.parts != [Part::Text])?;
        let mut shown = String::new();
        for part in &section.parts {
            match part {
                Part::Text => shown.push_str(text),
                Part::Literal(character) => shown.push(*character),
                _ => {}
            }
        }
        Some(shown)
    }

    /// The section for a number, and whether a sign belongs before what it shows.
    fn section(&self, number: f64) -> Option<(&FormatSection, bool)> {
        let is_below = number < 0.0;
        let (section, is_signed) = if self.sections.iter().any(|section| section.condition.is_some()) {
            // What Excel does with signs there, nobody needs.
            let holds = |section: &&FormatSection| section.condition.is_none_or(|condition| condition.holds(number));
            (self.sections.iter().find(holds).filter(|_| !is_below)?, false)
        } else {
            match self.sections.as_slice() {
                [one] => (one, is_below),
                // Excel does not leave out a number for want of a section.
                [_, below] if is_below => (Some(below).filter(|below| !below.parts.is_empty())?, false),
                [above, _] => (above, false),
                [above, below, zero] => match number {
                    _ if is_below => (below, false),
                    0.0 => (zero, false),
                    _ => (above, false),
                },
                _ => return None,
            }
        };
        (!section.is_unknown && !number.is_nan()).then_some((section, is_signed))
    }
}

fn unknown() -> Vec<FormatSection> {
    vec![FormatSection { is_unknown: true, ..FormatSection::default() }]
}

/// Whether a section shows the number, or the whole of a day and nothing else.
fn is_itself(section: &FormatSection) -> bool {
    let has = |units: [MomentUnit; 3]| {
        units.iter().all(|unit| section.parts.iter().any(|part| matches!(part, Part::Moment(of, _) if of == unit)))
    };
    let is_of_a_day = |part: &Part| match part {
        Part::Moment(unit, _) => matches!(unit, MomentUnit::Day | MomentUnit::Month | MomentUnit::Year),
        Part::Literal(character) => !character.is_alphanumeric(),
        _ => false,
    };
    matches!(section.parts.as_slice(), [] | [Part::General])
        || (has([MomentUnit::Day, MomentUnit::Month, MomentUnit::Year])
            && !section.parts.contains(&Part::Moment(MomentUnit::Month, 5))
            && section.parts.iter().all(is_of_a_day))
}

/// What a section shows of a number that is no day.
fn shown(section: &FormatSection, number: f64, is_signed: bool) -> Option<String> {
    let text = format_digits::shown(&section.parts, number.abs())?;
    let is_nothing = !text.chars().any(|c| matches!(c, '1'..='9') || c.is_alphabetic());
    Some(if is_signed && !is_nothing { format!("-{text}") } else { text })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown_of(code: &str, number: f64) -> Cell {
        NumberFormat::of_code(code).map_or(Cell::Number(number), |format| format.number(number))
    }

    #[test]
    fn a_number_is_shown_as_excel_shows_it() {
        for (code, number, text) in [
            ("000", 7.0, "007"),
            ("000", 1234.0, "1234"),
            ("\"D-\"00000", 1067.0, "D-01067"),
            ("00\\-000", 7.0, "00-007"),
            ("00-000", 123_456.0, "123-456"),
            ("\"51-\"000\"/27\"", 7.0, "51-007/27"),
            ("000;[Red]-000", -7.0, "-007"),
            ("0\" %\"", 80.0, "80 %"),
            ("_-*x000_-", 7.0, "007"),
            ("#\"/2027\"", 7.0, "7/2027"),
            ("General\"/27\"", 7.5, "7,5/27"),
            ("0.00", 51.1, "51,10"),
            ("0.0#", 51.0, "51,0"),
            ("0", 51.5, "52"),
            ("0.00", -0.005, "-0,01"),
            ("0", -0.4, "0"),
            ("#,##0.00 \"€\"", 1234.5, "1.234,50 €"),
            ("#,##0.00\\ [$€-407]", 1_234_567.005, "1.234.567,01 €"),
            ("_-* #,##0.00\\ \"€\"_-;\\-* #,##0.00\\ \"€\"_-", -5.0, "-5,00 €"),
            ("#,##0,", 342_000.0, "342"),
            ("0.0,,\" Mio.\"", 1_500_000.0, "1,5 Mio."),
            ("0\" Tage\";0\" Tage Verzug\"", -3.0, "3 Tage Verzug"),
            ("0\" Tage\";;\"keine\"", 0.0, "keine"),
            ("[>99]0\" Tage\";0\" Stunden\"", 5.0, "5 Stunden"),
            ("[>99]0\" Tage\";0\" Stunden\"", 100.0, "100 Tage"),
            ("[=1]0\" Monat\";0\" Monate\"", 1.0, "1 Monat"),
            ("[<5]0\" klein\";[<10]0\" mittel\";0\" groß\"", 7.0, "7 mittel"),
            ("[<5]0\" klein\";[<10]0\" mittel\";0\" groß\"", 70.0, "70 groß"),
            ("\"ja\";;\"nein\"", 1.0, "ja"),
            ("0;-0;\"-\"??", 0.0, "-"),
            ("\"Az. \"@", 7.0, "Az. 7"),
            ("0.00\\ \\S\\t\\d\\.", 1.5, "1,50 Std."),
            ("[Color 5]00", 7.0, "07"),
        ] {
            assert_eq!(shown_of(code, number), Cell::Shown(number, text.to_owned()), "{code}");
        }
        for (code, number) in [("0", 51.0), ("General", 51.5), ("@", 51.0), ("", 7.0), ("General;@", 7.0), ("#", 7.0)] {
            assert_eq!(shown_of(code, number), Cell::Number(number), "{code}");
        }
        for (code, text) in [("0%", "81 %"), ("0.0\\ %", "80,5 %"), ("[Red]0.00%;-0%", "80,50 %")] {
            assert_eq!(shown_of(code, 0.805), Cell::Percent(0.805, text.to_owned()), "{code}");
        }
        for (code, number) in [("000;;", 0.0), (";;;", 7.0), ("#", 0.0)] {
            assert_eq!(shown_of(code, number), Cell::Empty, "{code}");
        }
    }

    #[test]
    fn a_format_that_is_not_understood_says_so() {
        for code in ["# ?/?", "0.00E+00", "0000/00", "00.00.0000", "xyz0", "[DBNum1]0", "0;-0;0;@;0", "g", "0%%%"] {
            assert_eq!(shown_of(code, 7.0), Cell::Unclear(7.0), "{code}");
        }
        assert_eq!(shown_of(&"0".repeat(100_000), 7.0), Cell::Unclear(7.0));
        assert_eq!(shown_of("[<5]0", -7.0), Cell::Unclear(-7.0));
        assert_eq!(shown_of("000", 1e300), Cell::Unclear(1e300));
        assert!(matches!(shown_of("000", f64::NAN), Cell::Unclear(_)));
        // A day where the library sees none.
        assert_eq!(shown_of("[>9]dd.mm.;0", 46724.0), Cell::Unclear(46724.0));
    }

    #[test]
    fn of_a_day_is_shown_what_its_format_says() {
        let moment =
            Moment { year: 2027, month: 12, day: 3, hour: 13, minute: 30, second: 0, milli: 0, number: 46724.5625 };
        let of = |code: &str| NumberFormat::of_code(code).map(|format| format.moment(&moment));
        for (code, text) in [
            ("d. mmmm", "3. Dezember"),
            ("dd.mm.", "03.12."),
            ("d-mmm", "3-Dez"),
            ("mmm\\ yy", "Dezember 2027"),
            ("[$-407]MMMM\\ YYYY;@", "Dezember 2027"),
            ("mm/yyyy", "Dezember 2027"),
            ("yyyy-mm", "Dezember 2027"),
            ("yyyy", "2027"),
            ("\"Jahr \"yyyy", "Jahr 2027"),
            ("\"bis \"mmmm yyyy", "bis Dezember 2027"),
            ("\"ab \"dd.mm.yyyy", "ab 03.12.2027"),
            ("dddd, d. mmmm", "Freitag, 3. Dezember"),
            ("ddd", "Fr"),
            ("mmmmm", "D"),
            ("dd.mm.yyyy hh:mm", "03.12.2027 13:30"),
            ("h:mm AM/PM", "1:30 PM"),
            ("hh:mm", "13:30"),
            ("d/m", "3.12"),
        ] {
            let Some(Cell::Period(_, shown)) = of(code) else { panic!("{code}: {:?}", of(code)) };
            assert_eq!(shown, text, "{code}");
        }
        for code in
            ["dd.mm.yyyy", "yyyy-mm-dd", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "dddd, d. mmmm yyyy", "d/m/yy"]
        {
            assert_eq!(of(code), None, "{code}");
        }
        assert_eq!(of("[$-409]d. mmmm"), Some(Cell::Unclear(46724.5625)));
        assert_eq!(of("[h]:mm"), Some(Cell::Text("1121389:30".to_owned())));
        assert_eq!(of("mm:ss.0"), Some(Cell::Period("2027-12-03".parse().unwrap(), "30:00,0".to_owned())));
        // What the library takes for a day though it is none.
        assert_eq!(of("Standard\" Tage\""), Some(Cell::Shown(46724.5625, "46724,5625 Tage".to_owned())));
    }

    #[test]
    fn a_text_has_what_its_format_says_around_it() {
        let of = |code: &str| NumberFormat::of_code(code).and_then(|format| format.text("7"));
        assert_eq!((of("\"Az. \"@"), of("0;-0;0;@\"/27\"")), (Some("Az. 7".to_owned()), Some("7/27".to_owned())));
        assert_eq!((of("000"), of("000;@")), (None, None));
    }
}
