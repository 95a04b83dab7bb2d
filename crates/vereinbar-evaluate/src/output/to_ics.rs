//! The dates ahead as a calendar (RFC 5545).
//!
//! Written by hand: of the format little is needed, and the crate for it takes the time
//! of day and random numbers where none are given, and folds lines an octet too late.

use std::collections::BTreeMap;

use vereinbar::auswertung::{Auswertung, Termin, VereinbarungEintrag};
use vereinbar::digest::Parts;
use vereinbar::modell::{Datum, Seite};

use super::cell_text::plain;

/// The dates ahead as an iCalendar file: an all-day event each, over several days where
/// the agreement names a month or a quarter. What has no certain day is left out.
/// `None` for an evaluation without a Stichtag, which has none.
///
/// Equal evaluations give the same bytes: an event is stamped with the Stichtag, and
/// known by what it is about, so that a later calendar replaces it.
#[must_use]
pub fn ics(auswertung: &Auswertung) -> Option<Vec<u8>> {
    let stichtag = auswertung.stichtag?;
    let mut calendar = CalendarLines::default();
    calendar.line("BEGIN", "VCALENDAR");
    calendar.line("VERSION", "2.0");
    calendar.line("PRODID", "-//vereinbar//Auswertung//DE");
    calendar.line("CALSCALE", "GREGORIAN");
    calendar.text("X-WR-CALNAME", "Termine der Qualitätsentwicklung");
    let mut same = BTreeMap::new();
    for termin in auswertung.termine.iter().flatten() {
        if let (Some(von), Some(bis), Some(vereinbarung)) =
            (termin.von, termin.bis, auswertung.vereinbarung(termin.vereinbarung))
        {
            let uid = uid(termin, vereinbarung);
            let count = same.entry(uid.clone()).or_insert(0_usize);
            *count += 1;
            let again = if *count == 1 { String::new() } else { format!("-{count}") };
            calendar.line("BEGIN", "VEVENT");
            calendar.line("UID", &format!("{uid}{again}@vereinbar"));
            calendar.line("DTSTAMP", &format!("{}T000000Z", compact(stichtag)));
            calendar.line("DTSTART;VALUE=DATE", &compact(von));
            // The end is the day after.
            if let Some(end) = bis.plus_days(1) {
                calendar.line("DTEND;VALUE=DATE", &compact(end));
            }
            let traeger = vereinbarung.traeger.as_deref().unwrap_or("ohne Träger");
            calendar.text("SUMMARY", &format!("{}: {traeger}", termin.art.bezeichnung()));
            calendar.text("DESCRIPTION", &description(termin, vereinbarung));
            calendar.text("CATEGORIES", termin.art.bezeichnung());
            // It takes nobody's time until there is an invitation.
            calendar.line("TRANSP", "TRANSPARENT");
            calendar.line("END", "VEVENT");
        }
    }
    calendar.line("END", "VCALENDAR");
    Some(calendar.0.into_bytes())
}

/// The lines of a calendar.
#[derive(Default)]
struct CalendarLines(String);

impl CalendarLines {
    /// The longest line, in octets and without its end (RFC 5545, 3.1).
    const LONGEST: usize = 75;

    /// A text, with what has a meaning of its own escaped (RFC 5545, 3.3.11).
    fn text(&mut self, name: &str, text: &str) {
        let mut escaped = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                '\n' => escaped.push_str("\\n"),
                '\\' | ';' | ',' => escaped.extend(['\\', c]),
                c => escaped.push(c),
            }
        }
        self.line(name, &escaped);
    }

    /// A line, folded where it is too long: never within a character.
    fn line(&mut self, name: &str, value: &str) {
        let mut octets = 0;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if octets + c.len_utf8() > Self::LONGEST {
                self.0.push_str("\r\n ");
                octets = 1;
            }
            self.0.push(c);
            octets += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// `20270630`.
fn compact(datum: Datum) -> String {
    format!("{:04}{:02}{:02}", datum.year(), datum.month(), datum.day())
}

fn description(termin: &Termin, vereinbarung: &VereinbarungEintrag) -> String {
    let seite = termin.seite.map(Seite::bezeichnung);
    let place = [("Vordruck", termin.vordruck), ("Ziel", termin.ziel)]
        .into_iter()
        .filter_map(|(word, number)| Some(format!("{word} {}", number?)))
        .collect::<Vec<_>>()
        .join(", ");
    let lines = [
        ("Was", termin.was.as_deref()),
        ("Wer", termin.wer.as_deref()),
        ("Seite", seite),
        ("Wann", termin.wann.as_deref()),
        ("Öffentlicher Träger", vereinbarung.oeffentlicher_traeger.as_deref()),
        ("Aktenzeichen", vereinbarung.aktenzeichen.as_deref()),
        ("Stelle", Some(place.as_str()).filter(|place| !place.is_empty())),
    ]
    .into_iter()
    .filter_map(|(word, value)| Some(format!("{word}: {}", plain(value?))));
    lines.collect::<Vec<_>>().join("\n").trim_end().to_owned()
}

/// What an event is about: not the number of the agreement, which the next evaluation
/// may give to another.
fn uid(termin: &Termin, vereinbarung: &VereinbarungEintrag) -> String {
    let mut parts = Parts::default();
    let number = |number: Option<u32>| number.unwrap_or_default().to_string();
    let day = |datum: Option<Datum>| datum.map(|datum| datum.to_string()).unwrap_or_default();
    for part in [
        vereinbarung.art.as_str(),
        vereinbarung.aktenzeichen.as_deref().unwrap_or_default(),
        vereinbarung.oeffentlicher_traeger.as_deref().unwrap_or_default(),
        vereinbarung.traeger.as_deref().unwrap_or_default(),
        &day(vereinbarung.vereinbarungszeitraum.von),
        termin.art.bezeichnung(),
        &number(termin.vordruck),
        &number(termin.ziel),
        termin.seite.map_or("", Seite::as_str),
        termin.was.as_deref().unwrap_or_default(),
        &day(termin.von),
    ] {
        parts.add(part.as_bytes());
    }
    parts.digest().to_string()
}
