//! What holds for any input.

use proptest::prelude::*;
use serde_json::{Value, json};
use vereinbar::{Stage, Vereinbarung, parse, parse_bytes, validate};

const ART: &str = "qualitaetsentwicklungsvereinbarung";

/// Any text: letters, marks, controls, quotes, emoji.
fn text() -> BoxedStrategy<String> {
    prop_oneof![any::<String>(), "[ \\PC\n\r\t]{0,40}", Just(String::new())].boxed()
}

fn datum() -> BoxedStrategy<String> {
    (1900..2200_i32, 1..=12_u8, 1..=28_u8).prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}")).boxed()
}

fn sides(entry: impl Strategy<Value = Value> + Clone) -> impl Strategy<Value = Value> {
    let side = prop::collection::vec(entry, 0..3);
    (side.clone(), side).prop_map(|(public, free)| json!({"oeffentlicher_traeger": public, "freier_traeger": free}))
}

fn vereinbarung() -> impl Strategy<Value = Value> {
    let person = (text(), text()).prop_map(|(name, funktion)| json!({"name": name, "funktion": funktion})).boxed();
    let partei = (text(), prop::option::of("[0-9]{5}|[0-9]{8}"), prop::collection::vec(person.clone(), 0..3)).prop_map(
        |(name, ags, people)| json!({"name": name, "ags": ags, "anschrift": {"plz": name}, "vertreten_durch": people}),
    );
    let massnahme = (text(), text(), prop::option::of(datum()))
        .prop_map(|(wer, was, bis)| json!({"wer": wer, "was": was, "bis": bis}));
    let pruefung = (text(), text()).prop_map(|(wie, wann)| json!({"wie": wie, "wann": wann}));
    let ziel = (text(), sides(text().prop_map(Value::from)), sides(massnahme), sides(pruefung))
        .prop_map(|(ziel, kriterien, massnahmen, zielueberpruefung)| json!({"ziel": ziel, "kriterien": kriterien, "massnahmen": massnahmen, "zielueberpruefung": zielueberpruefung}));
    let dimension = prop::sample::select(vec!["ergebnisqualitaet", "prozessqualitaet", "strukturqualitaet"]);
    (
        (partei.clone(), partei, prop::option::of(datum()), prop::option::of(datum())),
        (prop::collection::vec(dimension, 0..4), prop::collection::vec(text(), 0..3)),
        prop::collection::vec(ziel, 0..4),
        prop::collection::vec(person, 0..3),
    )
        .prop_map(|((jugendamt, traeger, von, bis), (dimensionen, massstaebe), ziele, people)| {
            json!({
                "art": ART, "fassung": 1, "stand": von,
                "jugendamt": jugendamt, "traeger": traeger,
                "vereinbarungszeitraum": {"von": von, "bis": bis},
                "qualitaetsdimensionen": dimensionen,
                "grundsaetze_und_massstaebe": massstaebe.iter().map(|text| json!({"bezeichnung": text})).collect::<Vec<_>>(),
                "ziele": ziele,
                "fortsetzung": {"am": bis, "gespraechsgrundlagen": massstaebe},
                "unterzeichnung": {"datum": von, "freier_traeger": people},
            })
        })
}

/// Good input with one field renamed, one value replaced, or cut off somewhere.
fn damaged() -> impl Strategy<Value = String> {
    (vereinbarung(), any::<prop::sample::Index>(), 0..4_u8, text()).prop_map(|(value, index, how, junk)| {
        let json = value.to_string();
        let cut = (0..=index.index(json.len())).rev().find(|cut| json.is_char_boundary(*cut)).unwrap_or(0);
        let (head, tail) = json.split_at(cut);
        match how {
            0 => head.to_owned(),
            1 => format!("{head}{junk}{tail}"),
            2 => json.replacen("name", &junk, 1),
            _ => json.replacen(':', ":[", 1),
        }
    })
}

fn read(json: &str) -> Vereinbarung {
    parse(json).unwrap_or_else(|error| panic!("{error}\n{json}"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn writing_and_reading_again_is_the_identity(value in vereinbarung()) {
        let first = read(&value.to_string());
        let written = first.to_json();
        let second = read(&written);
        prop_assert_eq!(&first, &second);
        prop_assert_eq!(written, second.to_json());
    }

    #[test]
    fn validate_never_panics_and_names_places_that_the_form_has(value in vereinbarung()) {
        let vereinbarung = read(&value.to_string());
        for stage in Stage::ALL {
            for finding in validate(&vereinbarung, stage) {
                prop_assert!(finding.path.starts_with('/'), "{:?}", finding);
                prop_assert!(!finding.place.is_empty() && !finding.message.is_empty() && !finding.remedy.is_empty());
            }
        }
    }

    #[test]
    fn damaged_input_is_read_or_gives_findings_with_positions(json in damaged()) {
        if let Err(error) = parse(&json) {
            prop_assert!(!error.findings().is_empty());
            for finding in error.findings() {
                prop_assert!(finding.position.is_some() || finding.code == "empty_input" || finding.code == "missing_art", "{:?}", finding);
            }
        }
    }

    #[test]
    fn any_bytes_are_read_or_give_findings(bytes in any::<Vec<u8>>()) {
        if let Err(error) = parse_bytes(&bytes) {
            prop_assert!(!error.findings().is_empty());
        }
    }
}
