//! Laying values over the base agreement.

use serde_json::Value;
use vereinbar::pointer::{PointerBuf, Step};

/// Takes out the places of lists that nothing was put into: who fills the first
/// and the third goal means two.
pub(crate) fn close(value: &mut Value) {
    match value {
        Value::Array(entries) => {
            entries.retain(|entry| !entry.is_null());
            entries.iter_mut().for_each(close);
        }
        Value::Object(fields) => fields.values_mut().for_each(close),
        _ => {}
    }
}

/// Where a path leads after [`close`]; `open` is the value before it.
pub(crate) fn closed(open: &Value, place: &PointerBuf) -> PointerBuf {
    let mut here = Some(open);
    place
        .steps()
        .iter()
        .map(|step| {
            let (step, next) = match (step, here) {
                (Step::Index(index), Some(Value::Array(entries))) => {
                    let gaps = entries.iter().take(*index).filter(|entry| entry.is_null()).count();
                    (Step::Index(index - gaps), entries.get(*index))
                }
                (Step::Key(key), Some(Value::Object(fields))) => (step.clone(), fields.get(key)),
                _ => (step.clone(), None),
            };
            here = next;
            step
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use vereinbar::Art;

    use vereinbar::pointer::set;

    use super::*;
    use crate::rows::heading::resolve;

    fn place(heading: &str) -> PointerBuf {
        resolve(Art::Qualitaetsentwicklungsvereinbarung, heading).unwrap().place
    }

    #[test]
    fn lays_cells_over_the_base() {
        let mut value = json!({"traeger": {"name": "alt", "rechtsform": "e. V."}, "ziele": [{"ziel": "eins"}]});
        set(&mut value, place("traeger.name").steps(), json!("neu"));
        set(&mut value, place("fortsetzung.gespraechsgrundlagen").steps(), json!(["a", "b"]));
        set(&mut value, place("ziele.2.ziel").steps(), json!("zwei"));
        close(&mut value);
        assert_eq!(
            value,
            json!({
                "traeger": {"name": "neu", "rechtsform": "e. V."},
                "ziele": [{"ziel": "eins"}, {"ziel": "zwei"}],
                "fortsetzung": {"gespraechsgrundlagen": ["a", "b"]},
            })
        );
    }

    #[test]
    fn places_that_stay_empty_are_none() {
        let mut value = json!({});
        set(&mut value, place("ziele.1.ziel").steps(), json!("eins"));
        set(&mut value, place("ziele.4.massnahmen.freier_traeger.3.wer").steps(), json!("wer"));
        let path = closed(&value, &place("ziele.4.massnahmen.freier_traeger.3.wer"));
        assert_eq!(path.to_string(), "/ziele/1/massnahmen/freier_traeger/0/wer");
        close(&mut value);
        assert_eq!(value, json!({"ziele": [{"ziel": "eins"}, {"massnahmen": {"freier_traeger": [{"wer": "wer"}]}}]}));
    }
}
