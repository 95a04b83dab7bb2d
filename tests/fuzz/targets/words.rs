//! What people write into a place is read without a fault, and a value of the data reads back from its words.
//! The first line is the place.

#![no_main]

use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use vereinbar::Art;
use vereinbar::modell::Betrag;
use vereinbar::schema::{Kind, Node};

fuzz_target!(|text: &str| {
    let Some((place, written)) = text.split_once('\n') else { return };
    for art in Art::ALL {
        let Some(node) = Node::root(*art).at(place) else { continue };
        let Some(value) = node.read(written) else { continue };
        let words = node.write(&value);
        if matches!(node.kind(), Kind::Datum | Kind::Betrag | Kind::Integer | Kind::Boolean) {
            let again = node.read(&words).unwrap_or_default();
            assert!(is_same(&again, &value), "{place}: {written:?} is {value}, and {words:?} is {again}");
        }
    }
});

/// `178` and `178.00` are one amount.
fn is_same(one: &Value, other: &Value) -> bool {
    let amount = |value: &Value| value.as_str()?.parse::<Betrag>().ok();
    one == other || amount(one).is_some_and(|one| Some(one) == amount(other))
}
