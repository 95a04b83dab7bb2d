//! What the values of arguments are, and what is said of one that is none.

use std::num::NonZeroUsize;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use jiff::ZonedDateTime;
use vereinbar::Art;
use vereinbar::limits::{MAX_PPI, MIN_PPI};
use vereinbar::modell::Datum;

/// Says what an argument is, and lists the kinds of agreement.
pub(crate) fn kinds(what: &str) -> String {
    let kinds: Vec<String> = Art::ALL.iter().map(|art| format!("{art} (kurz {})", art.short())).collect();
    match kinds.as_slice() {
        [first @ .., last] if !first.is_empty() => format!("{what}: {} oder {last}", first.join(", ")),
        _ => format!("{what}: {}", kinds.concat()),
    }
}

/// A whole number from 1 to `MOST`.
pub(crate) fn number<const MOST: usize>(text: &str) -> Result<NonZeroUsize, String> {
    let number = text.parse().ok().filter(|number: &NonZeroUsize| number.get() <= MOST);
    number.ok_or_else(|| format!("Möglich ist eine ganze Zahl von 1 bis {MOST}."))
}

/// A port; 0 is one that is free.
pub(crate) fn port(text: &str) -> Result<u16, String> {
    text.parse().map_err(|_| format!("Möglich ist eine ganze Zahl von 0 bis {}.", u16::MAX))
}

/// Pixels per inch.
pub(crate) fn ppi(text: &str) -> Result<f32, String> {
    let number = text.replace(',', ".").parse().ok().filter(|number| (MIN_PPI..=MAX_PPI).contains(number));
    number.ok_or_else(|| format!("Möglich ist eine Zahl von {MIN_PPI} bis {MAX_PPI}."))
}

pub(crate) fn yes_or_no(text: &str) -> Result<bool, &'static str> {
    match text {
        "ja" => Ok(true),
        "nein" => Ok(false),
        _ => Err("Möglich sind: ja, nein."),
    }
}

/// A day as people or programs write it. `heute` is the day of the clock, where the command
/// runs; nothing else reads a clock.
pub(crate) fn day(text: &str) -> Result<Datum, &'static str> {
    let read = if text == "heute" {
        let today = ZonedDateTime::now().date();
        let [month, day] = [today.month(), today.day()].map(|number| u8::try_from(number).unwrap_or_default());
        Datum::from_ymd(i32::from(today.year()), month, day)
    } else {
        text.parse().or_else(|_| Datum::parse_deutsch(text)).ok()
    };
    read.ok_or("Schreiben Sie den Tag als TT.MM.JJJJ, zum Beispiel 30.06.2027, oder heute.")
}

/// A kind of agreement by its code or its short name.
pub(crate) fn art() -> impl TypedValueParser<Value = Art> {
    let names = Art::ALL.iter().map(|art| PossibleValue::new(art.as_str()).alias(art.short()));
    PossibleValuesParser::new(names).try_map(|name| Art::named(&name))
}

/// A parser for one of a few names that completion and messages know.
pub(crate) fn parser<T>(all: &'static [T], name: fn(&T) -> &'static str) -> impl TypedValueParser<Value = T>
where
    T: Copy + Send + Sync + 'static,
{
    let names: Vec<PossibleValue> = all.iter().map(|value| PossibleValue::new(name(value))).collect();
    PossibleValuesParser::new(names)
        .try_map(move |text| all.iter().copied().find(|value| name(value) == text).ok_or("unbekannter Wert"))
}
