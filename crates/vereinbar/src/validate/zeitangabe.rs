//! A time that may be given in words.

use super::checking::at::At;
use super::checking::rule::rules;
use crate::modell::Zeitangabe;

rules! {
    NO_SUCH_DAY: "zeitangabe_no_such_day", DOUBT,
        "Das ist wie ein Tag geschrieben, den es aber nicht gibt oder der nicht zwischen 1900 und 2199 liegt.",
        "Berichtigen Sie den Tag, oder schreiben Sie die Zeit in Worten.",
        "Plausibilität";
}

pub(super) fn check(zeitangabe: At<'_, Option<Zeitangabe>>) {
    if zeitangabe.as_ref().is_some_and(Zeitangabe::is_no_such_day) {
        zeitangabe.report(&NO_SUCH_DAY);
    }
}
