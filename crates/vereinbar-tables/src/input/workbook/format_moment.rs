//! What a section of a number format makes of a day or a time.

use super::format_code::{FormatSection, MomentUnit, Part};
use super::shown_day::MONTHS;

/// A day with its time, and the number that a spreadsheet has for both.
#[derive(Debug, Clone, Copy)]
pub(super) struct Moment {
    pub(super) year: u16,
    pub(super) month: u8,
    pub(super) day: u8,
    pub(super) hour: u8,
    pub(super) minute: u8,
    pub(super) second: u8,
    pub(super) milli: u16,
    pub(super) number: f64,
}

const DAYS: [&str; 7] = ["Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"];

/// What is shown of a moment; `None` where that is not known.
pub(super) fn shown(section: &FormatSection, moment: &Moment) -> Option<String> {
    let has_half = section.parts.iter().any(|part| matches!(part, Part::Moment(MomentUnit::HalfDay, _)));
    let mut text = String::new();
    for part in &section.parts {
        match part {
            Part::Literal(character) => text.push(*character),
            Part::Moment(unit, length) => {
                let is_name = matches!(unit, MomentUnit::Month | MomentUnit::Day) && *length > 2;
                if is_name && section.is_foreign {
                    return None;
                }
                text.push_str(&of_unit(*unit, *length, moment, has_half)?);
            }
            _ => return None,
        }
    }
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn of_unit(unit: MomentUnit, length: usize, moment: &Moment, has_half: bool) -> Option<String> {
    let padded = |number: u64| format!("{number:0length$}");
    let short = |name: &str| name.chars().take(length - 1).collect::<String>();
    if length > 5 {
        return None;
    }
    let month = || MONTHS.get(usize::from(moment.month).checked_sub(1)?).copied();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "no number of a moment is below zero")]
    let seconds = (moment.number * 86_400.0).round() as u64;
    Some(match unit {
        MomentUnit::Year if length <= 2 => format!("{:02}", moment.year % 100),
        MomentUnit::Year => moment.year.to_string(),
        MomentUnit::Month if length == 3 => match month()? {
            "März" => "Mrz".to_owned(),
            name => name.chars().take(3).collect(),
        },
        MomentUnit::Month if length == 4 => month()?.to_owned(),
        MomentUnit::Month if length == 5 => month()?.chars().take(1).collect(),
        MomentUnit::Month => padded(moment.month.into()),
        MomentUnit::Day if length == 3 => short(weekday(moment)?),
        MomentUnit::Day if length > 3 => weekday(moment)?.to_owned(),
        MomentUnit::Day => padded(moment.day.into()),
        MomentUnit::Hour if has_half => padded(u64::from((moment.hour + 11) % 12 + 1)),
        MomentUnit::Hour => padded(moment.hour.into()),
        MomentUnit::HalfDay => match (moment.hour < 12, length) {
            (true, 1) => "A",
            (false, 1) => "P",
            (true, _) => "AM",
            (false, _) => "PM",
        }
        .to_owned(),
        MomentUnit::Minute => padded(moment.minute.into()),
        MomentUnit::Second => padded(moment.second.into()),
        MomentUnit::Fraction => format!("{:03}", moment.milli).chars().take(length).collect(),
        MomentUnit::AllHours => padded(seconds / 3600),
        MomentUnit::AllMinutes => padded(seconds / 60),
        MomentUnit::AllSeconds => padded(seconds),
    })
}

/// Of the calendar, which Excel leaves only before March 1900.
fn weekday(moment: &Moment) -> Option<&'static str> {
    let (month, year) = match moment.month {
        month @ 1..=2 => (u32::from(month) + 12, u32::from(moment.year).checked_sub(1)?),
        month => (u32::from(month), u32::from(moment.year)),
    };
    // Zeller: Saturday is 0.
    let since_saturday =
        (u32::from(moment.day) + 13 * (month + 1) / 5 + year + year / 4 + year / 400 + 6 * (year / 100)) % 7;
    DAYS.get((since_saturday as usize + 6) % 7).copied()
}
