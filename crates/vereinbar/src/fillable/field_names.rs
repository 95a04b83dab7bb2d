//! The names of form fields: the way to the value in the data, as people who script forms
//! read it. `/ziele/0/massnahmen/freier_traeger/1/wer` is `ziele-1.massnahmen.freier_traeger-2.wer`:
//! entries are counted from 1, as they are on the form, and no part is a number alone,
//! which some programs take for the number of a widget.

use crate::pointer::{PointerBuf, Step};

/// What is entered beside boxes that stand for the same list.
const MORE: &str = "weitere";

/// The name of the field for a place.
pub(super) fn of_place(place: &PointerBuf) -> String {
    let mut name = String::new();
    for step in place.steps() {
        match step {
            Step::Key(key) => {
                if !name.is_empty() {
                    name.push('.');
                }
                name.push_str(key);
            }
            Step::Index(index) => {
                name.push('-');
                name.push_str(&(index + 1).to_string());
            }
        }
    }
    name
}

/// The name of the box for a code of a list.
pub(super) fn of_code(list: &PointerBuf, code: &str) -> String {
    format!("{}.{code}", of_place(list))
}

/// The name of what is entered beside the boxes of a list.
pub(super) fn of_more(list: &PointerBuf) -> String {
    format!("{}.{MORE}", of_place(list))
}

/// The place that a name stands for, were it one of ours; and without the last part, where
/// that is what [`of_code`] or [`of_more`] has added.
pub(super) fn place(name: &str) -> PointerBuf {
    let mut place = PointerBuf::new();
    for part in name.split('.') {
        let (key, index) = match part.rsplit_once('-') {
            Some((key, number)) => (key, number.parse::<usize>().ok().and_then(|number| number.checked_sub(1))),
            None => (part, None),
        };
        place.push(Step::Key(if index.is_some() { key } else { part }.to_owned()));
        if let Some(index) = index {
            place.push(Step::Index(index));
        }
    }
    place
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_back() {
        for (pointer, name) in [
            ("/ziele/0/massnahmen/freier_traeger/11/wer", "ziele-1.massnahmen.freier_traeger-12.wer"),
            ("/jugendamt/name", "jugendamt.name"),
            ("/fortsetzung/gespraechsgrundlagen", "fortsetzung.gespraechsgrundlagen"),
        ] {
            let pointer: PointerBuf = pointer.parse().unwrap();
            assert_eq!(of_place(&pointer), name);
            assert_eq!(place(name), pointer);
        }
        // Names of other forms become places that the schema does not have.
        for name in ["", ".", "a-", "a-0", "a-99999999999999999999", "-1", "x.y.z"] {
            let _ = place(name);
        }
    }
}
