//! Who is who: whether two names, addresses, periods or forms are those of the same.

use super::entry::{Address, Entry, Form};
use crate::modell::Zeitraum;
use crate::spelling::fold;

/// Words of the legal form, which names are compared without.
pub(super) const LEGAL_FORMS: [&str; 16] = [
    "ggmbh",
    "gmbh",
    "mbh",
    "gug",
    "ug",
    "haftungsbeschränkt",
    "ag",
    "gag",
    "eg",
    "kg",
    "kgaa",
    "co",
    "e",
    "v",
    "ev",
    "gemeinnützige",
];
/// Names this alike are one with a typing error, if they are as long as that and have the
/// same digits.
const LIKE_ENOUGH: f64 = 0.9;
const LONG_ENOUGH: usize = 10;
/// As many days lie between a beginning and the corrected one at most, where the ends do
/// not say whether it is the same period.
const CORRECTED_DAYS: i64 = 183;

/// A name however it is written: small letters and digits alone.
pub(super) fn name_key(name: &str) -> String {
    fold(name).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The words of a name without its legal form.
fn core(name: &str) -> Vec<String> {
    let lower = name.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.filter(|word| !LEGAL_FORMS.contains(word)).map(fold).collect()
}

/// Whether one name is a correction of the other: the same words but for the legal form,
/// some more of them, or one typing error. Numbers in names tell them apart.
pub(super) fn is_like(a: &str, b: &str) -> bool {
    if name_key(a) == name_key(b) {
        return true;
    }
    let (words, others) = (core(a), core(b));
    let is_part = |some: &[String], all: &[String]| !some.is_empty() && some.iter().all(|word| all.contains(word));
    if digits(a) != digits(b) {
        return false;
    }
    if is_part(&words, &others) || is_part(&others, &words) {
        return true;
    }
    let (joined, other) = (words.concat(), others.concat());
    joined.chars().count() >= LONG_ENOUGH && strsim::normalized_levenshtein(&joined, &other) >= LIKE_ENOUGH
}

fn digits(name: &str) -> String {
    name.chars().filter(char::is_ascii_digit).collect()
}

impl Address {
    /// However it is written: `Musterstraße 1` and `Musterstr. 1` are the same.
    pub(super) fn key(&self) -> String {
        let street = self.strasse.as_deref().map(|street| name_key(street).replace("strasse", "str"));
        let ort = self.ort.as_deref().map(name_key);
        [street, self.plz.clone(), ort].map(Option::unwrap_or_default).join("/")
    }

    /// Whether they are in different places: what one of them does not say is no difference.
    pub(super) fn differs(&self, other: &Self) -> bool {
        let differs = |a: &Option<String>, b: &Option<String>, key: fn(&str) -> String| match (a, b) {
            (Some(a), Some(b)) => key(a) != key(b),
            _ => false,
        };
        differs(&self.strasse, &other.strasse, |street| name_key(street).replace("strasse", "str"))
            || differs(&self.plz, &other.plz, str::to_owned)
            || differs(&self.ort, &other.ort, name_key)
    }
}

/// Whether both are agreements of the same Träger: a name alike, or the same address.
pub(super) fn is_same_traeger(a: &Entry, b: &Entry) -> bool {
    let by_name = match (&a.traeger_name, &b.traeger_name) {
        (Some(a), Some(b)) => is_like(a, b),
        // Whoever fills the name in later corrects it.
        _ => true,
    };
    let is_whole = |place: &&Address| place.strasse.is_some() && place.ort.is_some();
    by_name
        || match (a.anschrift.as_ref().filter(is_whole), b.anschrift.as_ref().filter(is_whole)) {
            (Some(a), Some(b)) => a.key() == b.key(),
            _ => false,
        }
}

/// Whether the public sides may be the same.
pub(super) fn is_same_public_side(a: &Entry, b: &Entry) -> bool {
    match (&a.oeffentlicher_traeger, &b.oeffentlicher_traeger) {
        (Some(a), Some(b)) => is_like(a, b),
        _ => true,
    }
}

/// Whether one period is the other with a corrected day: they share more than half of the
/// shorter one. The next agreement begins where the last one ends, or a little before.
pub(super) fn is_same_period(a: Zeitraum, b: Zeitraum) -> bool {
    let (Some(von), Some(other)) = (a.von, b.von) else { return true };
    if let (Some(bis), Some(end)) = (a.bis, b.bis) {
        let length = |from, to: crate::modell::Datum| to.days_since(from).max(0) + 1;
        let shared = bis.min(end).days_since(von.max(other)) + 1;
        return 2 * shared > length(von, bis).min(length(other, end));
    }
    von.days_since(other).abs() <= CORRECTED_DAYS
}

/// Whether both are about the same: form A by its dimensions and Maßstäbe, or by its Ziele,
/// a LEQ-Vereinbarung by Einrichtung and Leistungsangebot, or by its Ziele.
///
/// A form for each Maßstab is made under one Aktenzeichen; where dimensions or Maßstäbe
/// differ, the wording of the Ziele says whether they were corrected.
pub(super) fn is_same_content(a: &Entry, b: &Entry) -> bool {
    if a.only_form().is_none() && b.only_form().is_none() {
        let same = |a: &Option<String>, b: &Option<String>| a.is_none() || b.is_none() || a == b;
        return a.angebot.iter().zip(&b.angebot).all(|(a, b)| same(a, b)) || share_goals(&goals(a), &goals(b));
    }
    // One in which nothing is entered has none.
    let nothing = Form::default();
    let (form, other) = (a.only_form().unwrap_or(&nothing), b.only_form().unwrap_or(&nothing));
    if form.dimensionen == other.dimensionen && form.massstaebe == other.massstaebe {
        return true;
    }
    let (goals, others) = (goals(a), goals(b));
    if goals.is_empty() || others.is_empty() { is_completed(form, other) } else { share_goals(&goals, &others) }
}

/// Whether one of them only says more: the same Maßstäbe, and a dimension was added.
fn is_completed(a: &Form, b: &Form) -> bool {
    let part = |some: &Form, all: &Form| some.dimensionen.iter().all(|one| all.dimensionen.contains(one));
    !a.massstaebe.is_empty() && a.massstaebe == b.massstaebe && (part(a, b) || part(b, a))
}

fn goals(entry: &Entry) -> Vec<String> {
    let goals = entry.forms.iter().flat_map(|form| &form.ziele);
    let mut goals: Vec<String> = goals.filter_map(|goal| goal.wortlaut.as_deref()).map(name_key).collect();
    goals.sort_unstable();
    goals.dedup();
    goals
}

/// Whether more than half of the fewer ones stand in both.
fn share_goals(a: &[String], b: &[String]) -> bool {
    let shared = a.iter().filter(|goal| b.binary_search(goal).is_ok()).count();
    2 * shared > a.len().min(b.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_corrected_name_is_like_the_old_one() {
        for (a, b) in [
            ("Kinderland Nord gGmbH", "Kinderland Nord gGmbh"),
            ("Kinderland Nord e.V.", "Kinderland Nord e. V."),
            ("Kinderland Nord e. V.", "Kinderland Nord gGmbH"),
            ("Beispielträger gGmbH", "Beispielträger Jugendhilfe gGmbH"),
            ("Beispieltraeger gGmbH", "Beispielträger gGmbH"),
            ("Jugendhilfe Lindenhof", "Jugendhife Lindenhof"),
        ] {
            assert!(is_like(a, b) && is_like(b, a), "{a}, {b}");
        }
        for (a, b) in [
            ("Kinderland Nord", "Kinderland Süd"),
            ("Träger 1", "Träger 2"),
            ("Träger Nr. 11 der Jugendhilfe", "Träger Nr. 12 der Jugendhilfe"),
            ("Haus A gGmbH", "Haus B gGmbH"),
            ("gGmbH", "Brückenwerk gGmbH"),
        ] {
            assert!(!is_like(a, b) && !is_like(b, a), "{a}, {b}");
        }
    }

    #[test]
    fn a_corrected_day_leaves_the_period_and_the_next_one_is_another() {
        let period = |von: &str, bis: &str| Zeitraum { von: von.parse().ok(), bis: bis.parse().ok() };
        let first = period("2027-01-01", "2028-12-31");
        for same in [period("2027-01-10", "2028-12-31"), period("2027-07-01", ""), period("", "2028-12-31")] {
            assert!(is_same_period(first, same), "{same:?}");
        }
        for other in [period("2029-01-01", "2030-12-31"), period("2028-07-01", "2030-06-30"), period("2028-01-01", "")]
        {
            assert!(!is_same_period(first, other), "{other:?}");
        }
    }

    #[test]
    fn addresses_are_the_same_however_they_are_written() {
        let place = |strasse: &str, ort: &str| Address {
            strasse: Some(strasse.to_owned()),
            plz: None,
            ort: Some(ort.to_owned()),
        };
        assert!(!place("Musterstraße 1", "Musterstadt").differs(&place("Musterstr. 1", "MUSTERSTADT")));
        assert!(place("Musterstraße 1", "Musterstadt").differs(&place("Musterstraße 2", "Musterstadt")));
        assert!(!place("Musterstraße 1", "Musterstadt").differs(&Address::default()));
    }
}
