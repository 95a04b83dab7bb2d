//! An evaluation in parts: in any order and any parts it is that of all.

use proptest::prelude::*;
use serde_json::{Value, json};
use vereinbar::auswertung::{Befund, FruehereAuswertung, Vorlage};
use vereinbar::evaluate::{EvaluateOptions, Evaluator};
use vereinbar::{Vereinbarung, parse};

/// What is taken: an agreement, or a file that cannot be read.
#[derive(Debug, Clone)]
enum Taken {
    Vereinbarung(Box<Vereinbarung>),
    Unreadable,
}

fn one_of(words: &'static [&'static str]) -> impl Strategy<Value = Option<&'static str>> + Clone {
    prop::option::of(prop::sample::select(words))
}

fn ziel() -> impl Strategy<Value = Value> {
    let grad = one_of(&["erreicht", "teilweise_erreicht", "nicht_erreicht", "offen"]);
    let day = one_of(&["2027-01-31", "2027-09-30", "3. Quartal 2027"]);
    (one_of(&["Haus A hört zu.", "y"]), grad, day, one_of(&["offen", "erledigt"])).prop_map(
        |(ziel, grad, bis, stand)| {
            json!({
                "ziel": ziel, "ergebnis": {"grad": grad, "text": ziel},
                "kriterien": {"freier_traeger": [{"woran": ziel, "indikator": {"einheit": "%", "zielwert": "80.5"}}]},
                "massnahmen": {"freier_traeger": [{"was": ziel, "wer": "Leitung", "bis": bis, "stand": stand}]},
                "zielueberpruefung": {"oeffentlicher_traeger": [{"wann": bis, "wie": "Gespräch"}]},
            })
        },
    )
}

/// Of few Träger, numbers and days, so that copies, versions and corrections are many.
fn taken() -> impl Strategy<Value = Taken> {
    let head = (
        one_of(&["51-1", "51-2"]),
        one_of(&["Haus A gGmbH", "Haus A e. V.", "Haus B"]),
        one_of(&["Musterweg 1", "Musterweg 2"]),
        one_of(&["2027-01-01", "2027-01-10", "2028-01-01"]),
        one_of(&["2027-01-02", "2027-03-04"]),
        one_of(&["Landkreis Musterland", "Stadt Musterstadt"]),
    );
    let about =
        (one_of(&["partizipation", "kinderrechte"]), one_of(&["Eigener", "EIGENER"]), one_of(&["prozessqualitaet"]));
    (any::<prop::sample::Index>(), head, about, prop::collection::vec(ziel(), 0..3)).prop_map(
        |(kind, (aktenzeichen, name, strasse, von, stand, amt), (code, own, dimension), ziele)| {
            let massstaebe = json!([{"code": code, "bezeichnung": if code.is_none() { own } else { None }}]);
            let massstaebe = if code.is_none() && own.is_none() { json!([]) } else { massstaebe };
            let traeger = json!({"name": name, "anschrift": {"strasse": strasse, "ort": strasse.map(|_| "Musterstadt")}});
            let form = json!({
                "ziele": ziele, "grundsaetze_und_massstaebe": massstaebe,
                "qualitaetsdimensionen": dimension.into_iter().collect::<Vec<_>>(),
            });
            let agreement = match kind.index(6) {
                0 => return Taken::Unreadable,
                1 | 2 => json!({
                    "art": "leq_vereinbarung", "aktenzeichen": aktenzeichen, "traeger": traeger, "stand": stand,
                    "oeffentlicher_traeger": {"name": amt}, "wirksam_ab": von,
                    "einrichtung": {"name": own}, "leistungsangebot": {"hilfearten": [{"code": "sgb_viii_34"}]},
                    "qualitaetsentwicklungsvereinbarung": {
                        "vordrucke": [form], "traegergespraeche": {"termine": [{"am": von, "verabredungen": [{"was": own}]}]},
                    },
                }),
                _ => {
                    let mut agreement = form;
                    agreement["art"] = "qualitaetsentwicklungsvereinbarung".into();
                    agreement["aktenzeichen"] = json!(aktenzeichen);
                    agreement["traeger"] = traeger;
                    agreement["stand"] = json!(stand);
                    agreement["jugendamt"] = json!({"name": amt});
                    agreement["vereinbarungszeitraum"] = json!({"von": von, "bis": "2028-12-31"});
                    agreement["fortsetzung"] = json!({"am": stand, "einladung_durch": own});
                    agreement
                }
            };
            Taken::Vereinbarung(Box::new(parse(&agreement.to_string()).unwrap()))
        },
    )
}

fn options() -> impl Strategy<Value = EvaluateOptions> {
    let vorher = Evaluator::new(EvaluateOptions::default()).finish().to_json();
    let vorher = FruehereAuswertung::parse(&vorher).unwrap();
    let vorlage = Vorlage::parse(r#"{"vorlage_nr": "2027/1", "sitzung": "2027-09-01"}"#).unwrap();
    let day = prop::option::of(Just("2027-06-30".parse().unwrap()));
    (day, prop::option::of(any::<bool>()), prop::option::of(Just(vorher)), prop::option::of(Just(vorlage)))
        .prop_map(|(stichtag, anonym, vorher, vorlage)| EvaluateOptions { stichtag, anonym, vorher, vorlage })
}

fn take(evaluator: &mut Evaluator, number: usize, taken: &Taken) {
    let quelle = format!("{number}.json");
    match taken {
        Taken::Vereinbarung(vereinbarung) => evaluator.add(vereinbarung, &quelle),
        Taken::Unreadable => evaluator.report(Befund::unreadable(quelle, "Das ist beschädigt.")),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn in_any_order_and_any_parts_an_evaluation_is_that_of_all(
        all in prop::collection::vec((taken(), 0_usize..5, any::<u32>()), 0..24),
        options in options(),
        order in Just([0_usize, 1, 2, 3, 4]).prop_shuffle(),
        copies in prop::collection::vec(any::<prop::sample::Index>(), 0..4),
    ) {
        let mut all = all;
        for index in copies.iter().filter(|_| !all.is_empty()).map(|copy| copy.index(all.len())).collect::<Vec<_>>() {
            let (one, part, place) = all[index].clone();
            all.push((one, (part + 1) % 5, place.wrapping_mul(31)));
        }
        let mut whole = Evaluator::new(options.clone());
        let mut numbered: Vec<_> = all.iter().enumerate().collect();
        for (number, (one, ..)) in &numbered {
            take(&mut whole, *number, one);
        }

        let mut parts = vec![Evaluator::new(options.clone()); 5];
        numbered.sort_by_key(|(_, (_, _, place))| *place);
        for (number, (one, part, _)) in &numbered {
            take(&mut parts[*part], *number, one);
        }
        let mut merged = Evaluator::new(options);
        for index in order {
            let bytes = parts[index].to_bytes().unwrap();
            let read = Evaluator::from_bytes(&bytes).unwrap();
            prop_assert_eq!(read.to_bytes().unwrap(), bytes);
            merged.merge(read).unwrap();
        }
        prop_assert_eq!(merged.finish().to_json(), whole.finish().to_json());
    }

    #[test]
    fn bytes_that_are_no_state_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..400), at in any::<prop::sample::Index>()) {
        prop_assert!(Evaluator::from_bytes(&bytes).is_err());
        let mut state = Evaluator::default().to_bytes().unwrap();
        let place = at.index(state.len());
        state[place] = state[place].wrapping_add(1);
        prop_assert!(Evaluator::from_bytes(&state).is_err());
    }
}
