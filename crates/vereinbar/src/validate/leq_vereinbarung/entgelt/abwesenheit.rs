//! The Entgelt during absence: a share, from one day on that is said once.

use super::kosten::IMPOSSIBLE;
use crate::modell::{Abwesenheit, Zahl};
use crate::validate::at::{At, field};
use crate::validate::rule::rules;

rules! {
    CONTRADICTORY: "abwesenheit_contradictory", DOUBT,
        "Ab welchem Tag der Abwesenheit das verminderte Entgelt gilt, ist auf zweierlei Weise gesagt.",
        "Tragen Sie beide Zahlen in ihre Felder ein, und nehmen Sie den Satz aus der Regelung.",
        "Plausibilität";
}

/// Days as a Regelung writes them out, each with its number.
const ORDINALS: &[(&str, u32)] = &[
    ("ersten", 1),
    ("zweiten", 2),
    ("dritten", 3),
    ("vierten", 4),
    ("fünften", 5),
    ("sechsten", 6),
    ("siebten", 7),
    ("achten", 8),
    ("neunten", 9),
    ("zehnten", 10),
];

pub(super) fn check(abwesenheit: At<'_, Abwesenheit>) {
    if abwesenheit.prozent.is_some_and(|prozent| prozent > Zahl::from(100)) {
        let message = "Bei Abwesenheit kann nicht mehr als das ganze Entgelt gezahlt werden.";
        field!(abwesenheit.prozent).report(IMPOSSIBLE.saying(message));
    }
    let Some(ab_tag) = abwesenheit.ab_tag else { return };
    if let Some(tage) = abwesenheit.laenger_als_tage.filter(|tage| tage.saturating_add(1) < ab_tag) {
        field!(abwesenheit.ab_tag).report(CONTRADICTORY.saying(format!(
            "Das verminderte Entgelt gilt ab dem {ab_tag}. Tag, wenn die Abwesenheit länger als {tage} Tage dauert; die Tage dazwischen bleiben offen."
        )));
    }
    if let Some(other) = first_day(abwesenheit.regelung.as_deref().unwrap_or_default()).filter(|day| *day != ab_tag) {
        field!(abwesenheit.regelung).report(CONTRADICTORY.saying(format!(
            "Das verminderte Entgelt gilt ab dem {ab_tag}. Tag, nach der Regelung aber vom {other}. Tag an."
        )));
    }
}

/// The day from which something applies in the words of the Regelung: „vom ersten Tag
/// an“, „ab dem 1. Tag“.
fn first_day(regelung: &str) -> Option<u32> {
    let words: Vec<&str> = regelung.split_whitespace().collect();
    words.windows(3).find_map(|window| match window {
        ["vom" | "dem" | "Vom", day, tag] if tag.starts_with("Tag") => ordinal(day),
        _ => None,
    })
}

fn ordinal(word: &str) -> Option<u32> {
    let named = ORDINALS.iter().find(|(name, _)| *name == word).map(|(_, number)| *number);
    named.or_else(|| word.strip_suffix('.')?.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::first_day;

    #[test]
    fn reads_from_which_day_on() {
        for (regelung, day) in [
            ("Dauert sie länger als drei Tage, gilt das verminderte Entgelt vom ersten Tag an.", Some(1)),
            ("Es gilt ab dem 4. Tag.", Some(4)),
            ("Vom zehnten Tag an wird der Platz neu belegt.", Some(10)),
            ("Gezählt werden volle Tage.", None),
            ("Nach dem dritten Monat", None),
            ("vom", None),
        ] {
            assert_eq!(first_day(regelung), day, "{regelung}");
        }
    }
}
