//! The code of a number format of Excel, read into its sections and their parts.

use std::iter::Peekable;
use std::str::Chars;

/// A part of a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Literal(char),
    /// `0`, `#` or `?`.
    Digit(char),
    /// Before the decimal places.
    Point,
    /// Between thousands, or for a thousandth.
    Comma,
    Percent,
    /// The digits of the number, whatever they are.
    General,
    /// A text, in the place of `@`.
    Text,
    /// Of a day or time, with how often its letter stands there.
    Moment(MomentUnit, usize),
    /// Between the parts of a day; of digits it makes a fraction.
    Slash,
}

/// What a letter means that is of a day or time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MomentUnit {
    Year,
    Month,
    Day,
    Hour,
    Minute,
    Second,
    /// The decimal places of a second.
    Fraction,
    /// `AM` or `PM`.
    HalfDay,
    /// Hours, minutes, seconds that are counted on: `39:00`.
    AllHours,
    AllMinutes,
    AllSeconds,
}

/// For which numbers a section is: those that compare so with its number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Condition {
    is_less: bool,
    is_equal: bool,
    is_more: bool,
    than: f64,
}

impl Condition {
    pub(super) fn holds(self, number: f64) -> bool {
        match number.partial_cmp(&self.than) {
            Some(std::cmp::Ordering::Less) => self.is_less,
            Some(std::cmp::Ordering::Equal) => self.is_equal,
            Some(std::cmp::Ordering::Greater) => self.is_more,
            None => false,
        }
    }

    fn read(text: &str) -> Option<Self> {
        let end = text.find(|c| !matches!(c, '<' | '>' | '=')).unwrap_or(text.len());
        let (sign, number) = text.split_at(end);
        let (is_less, is_equal, is_more) = match sign {
            "<" => (true, false, false),
            "<=" => (true, true, false),
            "=" => (false, true, false),
            ">=" => (false, true, true),
            ">" => (false, false, true),
            "<>" => (true, false, true),
            _ => return None,
        };
        Some(Self { is_less, is_equal, is_more, than: number.trim().parse().ok()? })
    }
}

/// What stands between semicolons.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct FormatSection {
    pub(super) condition: Option<Condition>,
    pub(super) parts: Vec<Part>,
    /// Whether something in it is not understood.
    pub(super) is_unknown: bool,
    /// Whether days and months have the names of another language.
    pub(super) is_foreign: bool,
}

impl FormatSection {
    pub(super) fn is_moment(&self) -> bool {
        self.parts.iter().any(|part| matches!(part, Part::Moment(..)))
    }

    pub(super) fn has(&self, part: Part) -> bool {
        self.parts.contains(&part)
    }

    /// What a character means turns out when all of them are known.
    fn settled(mut self) -> Self {
        let count = |is_it: fn(&Part) -> bool| self.parts.iter().filter(|part| is_it(part)).count();
        let digits = count(|part| matches!(part, Part::Digit(_)));
        let [general, texts, points, slashes, percents] = [
            count(|part| *part == Part::General),
            count(|part| *part == Part::Text),
            count(|part| *part == Part::Point),
            count(|part| *part == Part::Slash),
            count(|part| *part == Part::Percent),
        ];
        if self.is_moment() {
            self.is_unknown |= general + texts + percents > 0;
            self.parts = of_a_moment(&self.parts);
            self.is_unknown |= self.parts.iter().any(|part| matches!(part, Part::Digit(_)));
        } else {
            // A slash between digits is that of a fraction.
            self.is_unknown |= (slashes > 0 && digits > 0) || points > 1 || (points > 0 && digits == 0);
            self.is_unknown |= usize::from(digits > 0) + general + texts > 1 || (percents > 0 && digits == 0);
            for part in self.parts.iter_mut().filter(|part| **part == Part::Slash) {
                *part = Part::Literal('/');
            }
        }
        self
    }
}

/// Of a day or time: `m` beside hours or seconds is a minute, a point before zeros behind
/// seconds is that of their decimal places, and all other signs stand for themselves.
fn of_a_moment(parts: &[Part]) -> Vec<Part> {
    let unit = |part: &Part| match part {
        Part::Moment(unit, _) => Some(*unit),
        _ => None,
    };
    let mut found: Vec<Part> = Vec::new();
    let mut last = None;
    let mut is_fraction = false;
    for (index, part) in parts.iter().copied().enumerate() {
        let behind = parts.get(index + 1..).unwrap_or_default();
        match part {
            Part::Moment(MomentUnit::Month, length @ 1..=2)
                if matches!(last, Some(MomentUnit::Hour | MomentUnit::AllHours))
                    || behind.iter().find_map(unit) == Some(MomentUnit::Second) =>
            {
                found.push(Part::Moment(MomentUnit::Minute, length));
            }
            Part::Point if last == Some(MomentUnit::Second) && behind.first() == Some(&Part::Digit('0')) => {
                is_fraction = true;
                found.push(Part::Literal(','));
                continue;
            }
            Part::Digit('0') if is_fraction => {
                match found.last_mut() {
                    Some(Part::Moment(MomentUnit::Fraction, places)) => *places += 1,
                    _ => found.push(Part::Moment(MomentUnit::Fraction, 1)),
                }
                continue;
            }
            // How German offices separate the parts of a day, whatever the code says.
            Part::Point | Part::Slash => found.push(Part::Literal('.')),
            Part::Comma => found.push(Part::Literal(',')),
            part => found.push(part),
        }
        is_fraction = false;
        last = unit(&part).or(last);
    }
    found
}

/// The sections of a code.
pub(super) fn sections(code: &str) -> Vec<FormatSection> {
    let mut found = Vec::new();
    let mut section = FormatSection::default();
    let mut rest = code.chars().peekable();
    while let Some(character) = rest.next() {
        match character {
            ';' => found.push(std::mem::take(&mut section).settled()),
            '\\' => section.parts.extend(rest.next().map(Part::Literal)),
            '"' => section.parts.extend(rest.by_ref().take_while(|c| *c != '"').map(Part::Literal)),
            // As wide as the next character, or filled with it.
            '_' => {
                rest.next();
                section.parts.push(Part::Literal(' '));
            }
            '*' => drop(rest.next()),
            '[' => {
                let inside: String = rest.by_ref().take_while(|c| *c != ']').collect();
                section.bracket(&inside);
            }
            '0' | '#' | '?' => section.parts.push(Part::Digit(character)),
            '.' => section.parts.push(Part::Point),
            ',' => section.parts.push(Part::Comma),
            '%' => section.parts.push(Part::Percent),
            '@' => section.parts.push(Part::Text),
            '/' => section.parts.push(Part::Slash),
            letter if letter.is_ascii_alphabetic() => section.letters(letter, &mut rest),
            other => section.parts.push(Part::Literal(other)),
        }
    }
    found.push(section.settled());
    found
}

impl FormatSection {
    /// What begins with a letter.
    fn letters(&mut self, letter: char, rest: &mut Peekable<Chars<'_>>) {
        let word = |word: &str| -> bool {
            let ahead: String = std::iter::once(letter).chain(rest.clone()).take(word.len()).collect();
            ahead.eq_ignore_ascii_case(word)
        };
        let known = [
            ("general", Part::General),
            ("standard", Part::General),
            ("am/pm", Part::Moment(MomentUnit::HalfDay, 2)),
            ("a/p", Part::Moment(MomentUnit::HalfDay, 1)),
        ];
        if let Some((name, part)) = known.into_iter().find(|(name, _)| word(name)) {
            rest.nth(name.len() - 2);
            self.parts.push(part);
            return;
        }
        let Some(unit) = unit(letter) else {
            self.is_unknown = true;
            return;
        };
        let mut length = 1;
        while rest.next_if(|next| next.eq_ignore_ascii_case(&letter)).is_some() {
            length += 1;
        }
        self.parts.push(Part::Moment(unit, length));
    }

    /// A colour, a condition, a currency with its language, or hours that are counted on.
    fn bracket(&mut self, inside: &str) {
        let lower = inside.to_ascii_lowercase();
        let mut letters = lower.chars();
        let first = letters.next().unwrap_or_default();
        if matches!(first, 'h' | 'm' | 's') && letters.all(|letter| letter == first) {
            let unit = match first {
                'h' => MomentUnit::AllHours,
                'm' => MomentUnit::AllMinutes,
                _ => MomentUnit::AllSeconds,
            };
            self.parts.push(Part::Moment(unit, lower.len()));
        } else if matches!(first, '<' | '>' | '=') {
            self.condition = Condition::read(inside);
            self.is_unknown |= self.condition.is_none();
        } else if let Some(currency) = inside.strip_prefix('$') {
            let (sign, language) = currency.split_once('-').unwrap_or((currency, ""));
            self.parts.extend(sign.chars().map(Part::Literal));
            self.is_foreign |= !is_german(language);
        } else {
            let name = lower.trim_start_matches("color").trim_start_matches("farbe");
            let is_colour = !lower.is_empty() && lower.chars().all(char::is_alphabetic);
            self.is_unknown |= !is_colour && name.trim().parse::<u8>().is_err();
        }
    }
}

fn unit(letter: char) -> Option<MomentUnit> {
    Some(match letter.to_ascii_lowercase() {
        'y' => MomentUnit::Year,
        'm' => MomentUnit::Month,
        'd' => MomentUnit::Day,
        'h' => MomentUnit::Hour,
        's' => MomentUnit::Second,
        _ => return None,
    })
}

/// Whether a language is German, or that of the computer.
fn is_german(language: &str) -> bool {
    /// What stands for the long day and the time of the computer.
    const OF_THE_SYSTEM: [u32; 2] = [0xF800, 0xF400];
    let language = language.to_ascii_lowercase();
    if language.is_empty() || language.starts_with("de") || language.starts_with("x-sys") {
        return true;
    }
    let digits = language.split(',').next().unwrap_or_default();
    u32::from_str_radix(digits, 16).is_ok_and(|number| OF_THE_SYSTEM.contains(&number) || number & 0x3ff == 7)
}
