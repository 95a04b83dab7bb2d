//! Dates in words: the form leaves it to words when something is to happen, and only
//! what they say for certain becomes a date.
//!
//! Days (`15.11.2027`, `15. November 2027`, `2027-11-15`), months (`November 2027`),
//! quarters (`3. Quartal 2027`, `Q3 2027`) and half-years, lists and ranges of them
//! (`Oktober 2027 und 2028`, `Oktober/November 2027`, `1.10. bis 15.10.2027`). Not
//! seasons, not years alone, not what is before, after or "oder".

mod parts;

use self::parts::{DateItem, DateToken, Unit, item, month, tokens, word, year};
use super::Datum;

/// The first and the last day of a date.
pub(crate) type Span = (Datum, Datum);

/// What the words say.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Dates {
    /// What is certain, in order of time, each once.
    pub(crate) spans: Vec<Span>,
    /// Whether the words say more than that: they are to be shown on their own, too.
    pub(crate) has_more: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    And,
    To,
}

/// Reads the words.
pub(super) fn read(text: &str) -> Dates {
    let tokens = tokens(text);
    let mut wann = Dates { has_more: tokens.iter().any(|token| word(token).is_some_and(repeats)), ..Dates::default() };
    let mut at = 0;
    while at < tokens.len() {
        let Some((items, end)) = chain(&tokens, at) else {
            wann.has_more |= says_a_time(&tokens, at);
            at += 1;
            continue;
        };
        let is_open = tokens.get(..at).is_some_and(|before| follows(before, is_vague))
            || matches!(tokens.get(end).and_then(word), Some("oder" | "bzw"));
        match resolve(&items) {
            Some(spans) if !is_open => wann.spans.extend(spans),
            _ => wann.has_more = true,
        }
        at = end;
    }
    wann.spans.sort_unstable();
    wann.spans.dedup();
    wann
}

/// What comes again and again has no one date.
fn repeats(word: &str) -> bool {
    ["jährlich", "monatlich", "wöchentlich", "quartalsweise"].iter().any(|rhythm| word.ends_with(rhythm))
        || matches!(word, "jedes" | "jeden" | "jeder" | "laufend" | "regelmäßig" | "jahresende")
}

/// Whether a token that belongs to no date might be one nevertheless.
fn says_a_time(tokens: &[DateToken], at: usize) -> bool {
    match tokens.get(at) {
        // The time of day says no more than the day does.
        Some(DateToken::Number(..)) => {
            let before = at.checked_sub(1).and_then(|before| tokens.get(before));
            let is_clock = |token: Option<&DateToken>| {
                token == Some(&DateToken::Sign(':')) || token.and_then(word).is_some_and(|word| word == "uhr")
            };
            !is_clock(before) && !is_clock(tokens.get(at + 1))
        }
        Some(DateToken::Word(word)) => month(word).is_some(),
        _ => false,
    }
}

/// Whether what goes before a date, articles and prepositions apart, is such a word.
fn follows(before: &[DateToken], is_such: fn(&str) -> bool) -> bool {
    const FILLERS: [&str; 13] =
        ["im", "am", "in", "den", "dem", "der", "die", "das", "vom", "zum", "anfang", "mitte", "ende"];
    let last = before.iter().rev().find(|token| word(token).is_none_or(|word| !FILLERS.contains(&word)));
    last.and_then(word).is_some_and(is_such)
}

/// „ab Oktober 2027“ does not say when.
fn is_vague(word: &str) -> bool {
    matches!(
        word,
        "ab" | "vor" | "nach" | "seit" | "oder" | "bzw" | "nicht" | "frühestens" | "außer" | "statt" | "zwischen"
    )
}

/// Parts of dates that belong together, from `start` on, and where they end.
fn chain(tokens: &[DateToken], start: usize) -> Option<(Vec<(Link, DateItem)>, usize)> {
    let (first, mut end) = item(tokens, start)?;
    let mut items = vec![(Link::And, first)];
    while let Some((link, next)) = link(tokens, end) {
        let Some((item, after)) = item(tokens, next).or_else(|| bare_year(tokens, next)) else { break };
        items.push((link, item));
        end = after;
    }
    // „1.“ alone is a number, no date.
    if let [(_, DateItem { unit: Unit::Ordinal(_), .. })] = items.as_slice() { None } else { Some((items, end)) }
}

/// A comma, a slash or a word between two dates, and fillers after it.
fn link(tokens: &[DateToken], at: usize) -> Option<(Link, usize)> {
    let link = match tokens.get(at)? {
        DateToken::Sign('/' | ',' | ';' | '&' | '+') => Link::And,
        DateToken::Sign('-' | '–' | '—') => Link::To,
        DateToken::Word(word) => match word.as_str() {
            "und" | "sowie" => Link::And,
            "bis" => Link::To,
            _ => return None,
        },
        _ => return None,
    };
    let mut next = at + 1;
    while tokens.get(next).and_then(word).is_some_and(|word| matches!(word, "und" | "im" | "am" | "den" | "zum")) {
        next += 1;
    }
    Some((link, next))
}

fn bare_year(tokens: &[DateToken], at: usize) -> Option<(DateItem, usize)> {
    let year = year(tokens, at)?;
    Some((DateItem { unit: Unit::Year, year: Some(year) }, at + 1))
}

/// The dates of a chain, if all of them are certain.
fn resolve(chain: &[(Link, DateItem)]) -> Option<Vec<Span>> {
    let mut items: Vec<DateItem> = chain.iter().map(|(_, item)| *item).collect();
    // What is missing stands behind: „Oktober und November 2027“, „1. und 3. Quartal 2027“.
    let mut next: Option<DateItem> = None;
    for item in items.iter_mut().rev() {
        if let (Unit::Ordinal(number), Some(next)) = (item.unit, next) {
            item.unit = match next.unit {
                Unit::Day(_, month) | Unit::Month(month) => Unit::Day(number, month),
                Unit::Quarter(_) => Unit::Quarter(number),
                Unit::Half(_) => Unit::Half(number),
                Unit::Ordinal(_) | Unit::Year => return None,
            };
        }
        item.year = item.year.or_else(|| next.and_then(|next| next.year));
        next = Some(*item);
    }
    // A year repeats what stands before it: „Oktober 2027 und 2028“.
    let mut spans: Vec<Span> = Vec::new();
    let mut earlier: Option<Unit> = None;
    for ((link, _), item) in chain.iter().zip(items) {
        let unit = if item.unit == Unit::Year { earlier? } else { item.unit };
        earlier = Some(unit);
        let span = span(unit, item.year?)?;
        match (link, spans.last_mut()) {
            (Link::To, Some(last)) if last.0 <= span.1 => last.1 = span.1,
            (Link::To, _) => return None,
            (Link::And, _) => spans.push(span),
        }
    }
    Some(spans)
}

fn span(unit: Unit, year: u16) -> Option<Span> {
    let months = |first: u16, last: u16| Some((day(year, first, 1)?, day(year, last, 1)?.last_of_month()));
    match unit {
        Unit::Day(number, month) => day(year, month, number).map(|day| (day, day)),
        Unit::Month(month) => months(month, month),
        Unit::Quarter(number @ 1..=4) => months(3 * number - 2, 3 * number),
        Unit::Half(number @ 1..=2) => months(6 * number - 5, 6 * number),
        _ => None,
    }
}

fn day(year: u16, month: u16, day: u16) -> Option<Datum> {
    Datum::from_ymd(year.into(), month.try_into().ok()?, day.try_into().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spans(text: &str) -> String {
        let wann = read(text);
        let mut words: Vec<String> = wann
            .spans
            .iter()
            .map(|(from, to)| if from == to { from.to_string() } else { format!("{from}..{to}") })
            .collect();
        if wann.has_more {
            words.push("+".to_owned());
        }
        words.join(" ")
    }

    #[test]
    fn days_months_quarters_and_half_years_are_certain() {
        for (text, expected) in [
            ("15.11.2027", "2027-11-15"),
            ("am 1.3.2028", "2028-03-01"),
            ("2027-11-15", "2027-11-15"),
            ("15. November 2027", "2027-11-15"),
            ("Trägergespräch am 15.11.2027, 10:30 Uhr", "2027-11-15"),
            ("November 2027", "2027-11-01..2027-11-30"),
            ("Ende Februar 2028", "2028-02-01..2028-02-29"),
            ("Nov. 2027", "2027-11-01..2027-11-30"),
            ("3. Quartal 2027", "2027-07-01..2027-09-30"),
            ("im dritten Quartal 2027", "2027-07-01..2027-09-30"),
            ("III. Quartal 2027", "2027-07-01..2027-09-30"),
            ("Q3 2027", "2027-07-01..2027-09-30"),
            ("Q4/2027", "2027-10-01..2027-12-31"),
            ("2. Halbjahr 2027", "2027-07-01..2027-12-31"),
            ("bis 30.11.2027", "2027-11-30"),
        ] {
            assert_eq!(spans(text), expected, "{text}");
        }
    }

    #[test]
    fn lists_and_ranges_share_what_is_said_once() {
        for (text, expected) in [
            ("November 2027 und November 2028", "2027-11-01..2027-11-30 2028-11-01..2028-11-30"),
            ("Oktober 2027 und 2028", "2027-10-01..2027-10-31 2028-10-01..2028-10-31"),
            ("Oktober 2027/2028", "2027-10-01..2027-10-31 2028-10-01..2028-10-31"),
            ("Oktober und November 2027", "2027-10-01..2027-10-31 2027-11-01..2027-11-30"),
            ("1. und 3. Quartal 2027", "2027-01-01..2027-03-31 2027-07-01..2027-09-30"),
            ("15./16.11.2027", "2027-11-15 2027-11-16"),
            ("1.10. bis 15.10.2027", "2027-10-01..2027-10-15"),
            ("Oktober–Dezember 2027", "2027-10-01..2027-12-31"),
            ("Oktober 2027 bis März 2028", "2027-10-01..2028-03-31"),
            ("15.11.2027, 14.11.2028 und 15.11.2027", "2027-11-15 2028-11-14"),
        ] {
            assert_eq!(spans(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_not_certain_stays_words() {
        for text in [
            "jährlich im Januar",
            "zwei Mal im Jahr, laufend",
            "Ende 2027",
            "Herbst 2027",
            "2027",
            "Schuljahr 2027/2028",
            "ab Oktober 2027",
            "nach dem 30.06.2027",
            "Oktober oder November 2027",
            "31.02.2027",
            "5. Quartal 2027",
            "im November",
            "30.11.",
            "März 2028 bis Oktober 2027",
            "99999999999999",
        ] {
            assert!(read(text).spans.is_empty(), "{text}: {}", spans(text));
        }
        assert_eq!(read("nach Abschluss der Hilfe"), Dates::default());
    }

    #[test]
    fn words_beside_a_date_are_not_lost() {
        assert_eq!(spans("Oktober 2027, Auswertung bis 30.11."), "2027-10-01..2027-10-31 +");
        assert_eq!(spans("halbjährlich, zuerst im März 2027"), "2027-03-01..2027-03-31 +");
        assert_eq!(spans("im Trägergespräch im März 2027"), "2027-03-01..2027-03-31");
    }

    #[test]
    fn any_text_is_read_without_harm() {
        for text in ["", "....", "1.1.1.1.1", "Q", "q9", "–", "und und", "1. bis", "Oktober /", "ſ İ ß 🎈"] {
            let _ = read(text);
        }
    }
}
