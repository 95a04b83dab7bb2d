//! What holds for any input.

use proptest::prelude::*;
use serde_json::{Value, json};
use vereinbar::{Art, Profile, Stage, ValidateOptions, Vereinbarung, parse, parse_bytes, schema, validate};

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
    let massnahme = (text(), text(), prop::option::of(prop_oneof![datum(), text()]))
        .prop_map(|(wer, was, bis)| json!({"wer": wer, "was": was, "bis": bis}));
    let pruefung = (text(), text()).prop_map(|(wie, wann)| json!({"wie": wie, "wann": wann}));
    let ziel = (text(), sides(text().prop_map(|woran| json!({"woran": woran}))), sides(massnahme), sides(pruefung))
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

/// A number as it is written in data: small and large, with and without places.
fn zahl(stellen: u8) -> BoxedStrategy<String> {
    prop_oneof![
        prop::string::string_regex(&format!("[0-9]{{1,9}}(\\.[0-9]{{1,{stellen}}})?")).unwrap(),
        prop::sample::select(vec!["0", "1", "95", "100", "999999999"]).prop_map(str::to_owned),
    ]
    .boxed()
}

fn bestandteil() -> impl Strategy<Value = Value> + Clone {
    let arten = prop::sample::select(vec!["grundleistung", "investition"]);
    let kostenarten = prop::sample::select(vec!["paedagogik", "leitung", "sachkosten", "miete", "abschreibung"]);
    let maybe = |stellen| prop::option::of(zahl(stellen));
    let share = (maybe(4), prop::collection::vec(kostenarten.clone(), 0..3));
    let kosten = (text(), kostenarten, maybe(4), maybe(2), maybe(2), maybe(2), share).prop_map(
        |(bezeichnung, kostenart, menge, satz, betrag, bisher, (prozent, von))| json!({"bezeichnung": bezeichnung, "kostenart": kostenart, "menge": menge, "satz": satz, "betrag": betrag, "bisher": bisher, "prozent": prozent, "prozent_von": von, "deckt": "I.8"}),
    );
    let abzug = maybe(2).prop_map(|betrag| json!({"betrag": betrag}));
    (arten, prop::collection::vec(kosten, 0..4), prop::collection::vec(abzug, 0..3), maybe(2), maybe(2)).prop_map(
        |(art, kosten, abzuege, betrag, bisher)| json!({"art": art, "kosten": kosten, "abzuege": abzuege, "betrag": betrag, "bisher": bisher}),
    ).boxed()
}

fn entgelt() -> impl Strategy<Value = Value> {
    let maybe = |stellen| prop::option::of(zahl(stellen));
    let bestandteile = || prop::collection::vec(bestandteil(), 0..3);
    let schritt = (prop::option::of(datum()), maybe(4), maybe(2))
        .prop_map(|(ab, prozent, betrag)| json!({"ab": ab, "prozent": prozent, "betrag": betrag}));
    let schritte = prop::collection::vec(schritt, 0..3).boxed();
    let tagessatz = (prop::option::of(0..20_000_u32), prop::option::of(0..400_u32), maybe(4), bestandteile(), maybe(2), maybe(4), schritte.clone()).prop_map(
        |(plaetze, tage, auslastung, bestandteile, betrag, monat, schritte)| json!({"plaetze": plaetze, "berechnungstage": tage, "auslastung": auslastung, "bestandteile": bestandteile, "betrag": betrag, "tage_je_monat": monat, "schritte": schritte}),
    );
    let agreed = (maybe(4), prop::option::of(prop::sample::select(vec!["jahr", "monat"])), maybe(4), maybe(4));
    let stunde = (prop::option::of(0..400_u32), maybe(4), (maybe(4), maybe(4)), maybe(4), agreed, bestandteile(), maybe(2), schritte.clone()).prop_map(
        |(tage, stunden, (minderzeit, in_stunden), prozent, (netto, je, stellen, woche), bestandteile, betrag, schritte)| json!({"jahresarbeitszeit": {"arbeitstage": tage, "stunden_je_tag": stunden, "wochenstunden": woche, "minderzeiten": [{"tage": minderzeit, "stunden": in_stunden}], "fachliche_minderzeit_prozent": prozent, "netto_stunden": netto, "netto_stunden_je": je, "stellen": stellen}, "bestandteile": bestandteile, "betrag": betrag, "schritte": schritte}),
    );
    let pauschale = (text(), maybe(2), maybe(4), maybe(2)).prop_map(|(bezeichnung, betrag, tage, je_tag)| json!({"bezeichnung": bezeichnung, "betrag": betrag, "tage_je_monat": tage, "betrag_je_tag": je_tag}));
    let budget = (bestandteile(), maybe(2), prop::option::of(0..14_u32), schritte).prop_map(|(bestandteile, betrag, raten, schritte)| json!({"bestandteile": bestandteile, "betrag": betrag, "raten": raten, "schritte": schritte}));
    let leistung =
        (text(), maybe(2)).prop_map(|(text, betrag)| json!({"bezeichnung": text, "betrag": betrag, "grundlage": text}));
    let foerderung = maybe(2).prop_map(|betrag| json!({"betrag": betrag}));
    let abwesenheit = (maybe(4), prop::option::of(0..400_u32), text()).prop_map(|(prozent, tag, text)| json!({"prozent": prozent, "ab_tag": tag, "laenger_als_tage": 3, "regelung": format!("vom {text} Tag an")}));
    (tagessatz, prop::collection::vec(stunde, 0..3), prop::collection::vec(pauschale, 0..3), prop::collection::vec(foerderung, 0..3), abwesenheit, budget, prop::collection::vec(leistung, 0..3)).prop_map(
        |(tagessatz, stunden, pauschalen, foerderungen, abwesenheit, budget, leistungen)| json!({"tagessatz": tagessatz, "fachleistungsstunden": stunden, "pauschalen": pauschalen, "oeffentliche_foerderungen": foerderungen, "abwesenheit": abwesenheit, "jahresbudget": budget, "zusatzleistungen": leistungen, "nebenleistungen": leistungen}),
    )
}

fn leq() -> impl Strategy<Value = Value> {
    let grundlage = prop::sample::select(vec!["sgb_viii_77", "sgb_viii_78b"]);
    let day = || prop::option::of(datum());
    (vereinbarung(), prop::option::of(grundlage), (day(), day(), day(), day()), entgelt(), text(), prop::option::of(zahl(4))).prop_map(
        |(form, grundlage, (von, bis, abschluss, eingang), mut entgelt, text, umfang)| {
            entgelt["zeitraum"] = json!({"von": von, "bis": bis});
            json!({
                "art": "leq_vereinbarung", "fassung": 2, "rechtsgrundlagen": grundlage.into_iter().collect::<Vec<_>>(), "wirksam_ab": von,
                "oeffentlicher_traeger": form["jugendamt"], "traeger": form["traeger"], "verband": {"name": text},
                "verhandlungsaufforderung_am": von, "schiedsstelle": {"antrag_eingang": eingang}, "praeambel": [text],
                "einrichtung": {"ags": form["jugendamt"]["ags"], "betriebserlaubnis": {"plaetze": 5}, "anderweitig_vereinbarte_plaetze": u32::MAX},
                "leistungsangebot": {"hilfearten": [{"code": "sgb_viii_34"}], "gruppen": [{"plaetze": u32::MAX}, {"plaetze": 3}], "plaetze": 7},
                "leistungsvereinbarung": {"ziele": [text], "datenschutz": format!("Anlage {text}"), "personal": {"stellen": [{"bereich": "paedagogik", "umfang": umfang}], "schluessel": umfang}, "leistungen": {"zusatzleistungen": [text]}},
                "qualitaetsentwicklungsvereinbarung": {"zeitraum": {"von": von, "bis": bis}, "vordrucke": [{"ziele": form["ziele"]}]},
                "entgeltvereinbarung": entgelt,
                "anlagen": [{"nummer": text, "sha256": text}],
                "unterzeichnung": {"datum": abschluss},
            })
        },
    )
}

/// Any agreement of any kind that its schema allows.
fn by_schema() -> BoxedStrategy<Value> {
    let kinds = Art::ALL.iter().map(|art| of_node(schema(Some(*art)), schema(Some(*art))));
    prop::strategy::Union::new(kinds.collect::<Vec<_>>()).boxed()
}

fn of_node(root: &'static Value, node: &'static Value) -> BoxedStrategy<Value> {
    let node = match node["$ref"].as_str() {
        Some(reference) => root.pointer(reference.trim_start_matches('#')).unwrap(),
        None => node,
    };
    if let Some(choices) = node["enum"].as_array() {
        return prop::sample::select(choices.as_slice()).boxed();
    }
    match node["type"].as_str().unwrap() {
        "object" => {
            let required = |key: &str| node["required"].as_array().is_some_and(|keys| keys.iter().any(|k| k == key));
            let field = |(key, field): (&'static String, &'static Value)| {
                let value = of_node(root, field).prop_map(Some);
                let missing = if required(key) { value.boxed() } else { prop_oneof![Just(None), value].boxed() };
                missing.prop_map(move |value| Some((key.clone(), value?)))
            };
            let fields: Vec<_> = node["properties"].as_object().unwrap().iter().map(field).collect();
            fields.prop_map(|fields| Value::Object(fields.into_iter().flatten().collect())).boxed()
        }
        "array" => prop::collection::vec(of_node(root, &node["items"]), 0..3).prop_map(Value::from).boxed(),
        "integer" => (node["minimum"].as_u64().unwrap_or(0)..=node["maximum"].as_u64().unwrap_or(9))
            .prop_map(Value::from)
            .boxed(),
        "boolean" => any::<bool>().prop_map(Value::from).boxed(),
        "string" if node["format"] == "date" => datum().prop_map(Value::from).boxed(),
        "string" => match node["pattern"].as_str() {
            Some(pattern) => {
                prop::string::string_regex(pattern.trim_matches(['^', '$'])).unwrap().prop_map(Value::from).boxed()
            }
            None => text().prop_map(Value::from).boxed(),
        },
        other => panic!("a strategy for {other} is missing"),
    }
}

fn any_kind() -> impl Strategy<Value = Value> {
    prop_oneof![vereinbarung(), leq(), by_schema()]
}

/// Options with every limit set.
fn options() -> impl Strategy<Value = ValidateOptions> {
    (prop::sample::select(Stage::ALL.to_vec()), prop::option::of(datum()), zahl(4)).prop_map(|(stage, stichtag, zahl)| {
        let limits = json!({
            "min_auslastung_prozent": zahl, "max_auslastung_prozent": zahl, "max_kostensteigerung_prozent": zahl,
            "max_fls_overhead_prozent": zahl, "max_fls_sachkosten_prozent": zahl, "max_fls_minderzeit_prozent": zahl,
            "max_plaetze_je_fachkraft": zahl, "tage_je_monat": zahl,
        });
        let severity = json!({"ziel_without_leistungsberechtigte": "hint", "personal_data_suspected": "error"});
        ValidateOptions {
            stage,
            stichtag: stichtag.map(|stichtag| stichtag.parse().unwrap()),
            profile: Profile::parse(&json!({"limits": limits, "severity": severity}).to_string()).unwrap(),
        }
    })
}

/// Good input with one field renamed, one value replaced, or cut off somewhere.
fn damaged() -> impl Strategy<Value = String> {
    (any_kind(), any::<prop::sample::Index>(), 0..4_u8, text()).prop_map(|(value, index, how, junk)| {
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
    fn writing_and_reading_again_is_the_identity(value in any_kind()) {
        let first = read(&value.to_string());
        let written = first.to_json();
        let second = read(&written);
        prop_assert_eq!(&first, &second);
        prop_assert_eq!(written, second.to_json());
    }

    #[test]
    fn validate_never_panics_and_names_places_that_the_form_has(value in any_kind(), options in options()) {
        let vereinbarung = read(&value.to_string());
        for finding in validate(&vereinbarung, &options) {
            prop_assert!(finding.path.starts_with('/'), "{:?}", finding);
            prop_assert!(!finding.place.is_empty() && !finding.message.is_empty() && !finding.remedy.is_empty());
        }
    }

    #[test]
    fn any_text_is_a_profile_or_gives_findings(text in text()) {
        if let Err(error) = Profile::parse(&text) {
            prop_assert!(!error.findings().is_empty());
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
