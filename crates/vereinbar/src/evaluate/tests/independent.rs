//! The same numbers counted another way: by walking over the JSON that goes in, value
//! by value, knowing nothing of the model.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::{at, evaluate};
use crate::auswertung::{Befundart, Zaehlung};

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> Option<&'a str> {
        from.get(self.roll(from.len() + 1)).copied()
    }

    fn list(&mut self, longest: usize, one: impl Fn(&mut Self) -> Value) -> Value {
        (0..self.roll(longest + 1)).map(|_| one(self)).collect()
    }
}

const DIMENSIONEN: [&str; 3] = ["ergebnisqualitaet", "prozessqualitaet", "strukturqualitaet"];
const CODES: [&str; 3] = ["kinderrechte", "partizipation", "wirkungsorientierung"];
const GRADE: [&str; 4] = ["erreicht", "teilweise_erreicht", "nicht_erreicht", "offen"];
const STAENDE: [&str; 5] = ["offen", "laufend", "erledigt", "verschoben", "entfallen"];
const SEITEN: [&str; 2] = ["oeffentlicher_traeger", "freier_traeger"];
const STICHTAG: &str = "2027-06-30";

fn set(object: &mut Value, key: &str, value: Option<&str>) {
    if let Some(value) = value {
        object[key] = value.into();
    }
}

fn massnahme(dice: &mut Dice) -> Value {
    let mut massnahme = json!({"was": "y"});
    let month = dice.roll(13);
    if month > 0 {
        massnahme["bis"] = format!("2027-{month:02}-{:02}", dice.roll(28) + 1).into();
    }
    set(&mut massnahme, "stand", dice.pick(&STAENDE));
    massnahme
}

fn ziel(dice: &mut Dice) -> Value {
    let mut ziel = json!({"ziel": "x", "massnahmen": {}});
    for seite in SEITEN {
        ziel["massnahmen"][seite] = dice.list(3, massnahme);
    }
    if let Some(grad) = dice.pick(&GRADE) {
        ziel["ergebnis"] = json!({"grad": grad});
    }
    ziel
}

fn vordruck(dice: &mut Dice) -> Value {
    let mut vordruck = json!({"ziele": dice.list(3, ziel)});
    vordruck["qualitaetsdimensionen"] = dice.pick(&DIMENSIONEN).into_iter().collect();
    let massstab = dice.pick(&CODES).map(|code| json!({"code": code}));
    vordruck["grundsaetze_und_massstaebe"] = massstab.into_iter().collect();
    vordruck
}

/// None, one of the catalogue or one of one's own, in capital letters or not.
fn hilfearten(dice: &mut Dice) -> Value {
    match dice.roll(4) {
        0 => json!([]),
        1 => json!([{"code": "sgb_viii_31"}]),
        2 => json!([{"bezeichnung": "Landeshilfe"}, {"code": "sgb_viii_34"}]),
        _ => json!([{"bezeichnung": "LANDESHILFE"}]),
    }
}

/// What a Hilfeart is called in the counts.
fn hilfeart(value: &Value) -> String {
    format!("{} {}", value["code"], value["bezeichnung"].as_str().unwrap_or_default().to_lowercase())
}

/// Each one is another, by its Träger or its Aktenzeichen.
fn agreements(count: usize) -> Vec<Value> {
    let mut dice = Dice(7);
    let one = |index: usize| {
        let parties = json!({"name": format!("Amt {}", dice.roll(4))});
        let aktenzeichen = format!("51-{index}");
        let traeger = json!({"name": format!("Träger {:02}", dice.roll(20))});
        let zeitraum = json!({"von": format!("20{}-01-01", 20 + dice.roll(9)), "bis": "2029-12-31"});
        if dice.roll(3) == 0 {
            json!({
                "art": "leq_vereinbarung", "aktenzeichen": aktenzeichen, "oeffentlicher_traeger": parties,
                "traeger": traeger,
                "leistungsangebot": {"hilfearten": hilfearten(&mut dice)},
                "qualitaetsentwicklungsvereinbarung": {
                    "zeitraum": zeitraum, "vordrucke": dice.list(4, vordruck),
                    "traegergespraeche": {"termine": [{"verabredungen": dice.list(3, massnahme)}]},
                },
            })
        } else {
            let mut form = vordruck(&mut dice);
            form["art"] = "qualitaetsentwicklungsvereinbarung".into();
            form["aktenzeichen"] = aktenzeichen.into();
            form["jugendamt"] = parties;
            form["traeger"] = traeger;
            form["vereinbarungszeitraum"] = zeitraum;
            form["hilfearten"] = hilfearten(&mut dice);
            form
        }
    };
    (0..count).map(one).collect()
}

/// How many there are of each, and in which agreements (by their Aktenzeichen).
type Counts = BTreeMap<String, (usize, BTreeSet<String>)>;

fn tally(counts: &mut Counts, key: String, count: usize, aktenzeichen: &str) {
    if count > 0 {
        let entry = counts.entry(key).or_default();
        entry.0 += count;
        entry.1.insert(aktenzeichen.to_owned());
    }
}

/// By its state, and whether it is late or not reported.
fn tally_massnahme(counts: &mut Counts, whose: &str, massnahme: &Value, az: &str) {
    tally(counts, format!("stand {whose} {}", massnahme["stand"]), 1, az);
    // ISO days sort as texts.
    if massnahme["bis"].as_str().is_some_and(|bis| bis < STICHTAG) {
        match massnahme["stand"].as_str() {
            Some("erledigt" | "entfallen") => {}
            Some(_) => tally(counts, format!("überfällig {whose}"), 1, az),
            None => tally(counts, format!("ohne Meldung {whose}"), 1, az),
        }
    }
}

/// The walk over the input.
fn walk(agreements: &[Value]) -> Counts {
    let mut counts = Counts::new();
    for agreement in agreements {
        let az = agreement["aktenzeichen"].as_str().unwrap();
        let part = &agreement["qualitaetsentwicklungsvereinbarung"];
        let is_leq = agreement["art"] == "leq_vereinbarung";
        let amt = if is_leq { &agreement["oeffentlicher_traeger"] } else { &agreement["jugendamt"] };
        tally(&mut counts, format!("amt {}", amt["name"]), 1, az);
        tally(&mut counts, format!("träger {}", agreement["traeger"]["name"]), 1, az);
        tally(&mut counts, format!("art {}", agreement["art"]), 1, az);
        let vordrucke: Vec<&Value> =
            if is_leq { part["vordrucke"].as_array().unwrap().iter().collect() } else { vec![agreement] };
        let own = if is_leq { &agreement["leistungsangebot"]["hilfearten"] } else { &agreement["hilfearten"] };
        let mut hilfearten: Vec<String> = own.as_array().unwrap().iter().map(hilfeart).collect();
        if hilfearten.is_empty() {
            hilfearten.push("keine".to_owned());
        }
        let termine = part.pointer("/traegergespraeche/termine").and_then(Value::as_array);
        let verabredungen: Vec<&Value> =
            termine.into_iter().flatten().flat_map(|termin| termin["verabredungen"].as_array().unwrap()).collect();
        for hilfeart in &hilfearten {
            tally(&mut counts, format!("vereinbarungen {hilfeart}"), 1, az);
            tally(&mut counts, format!("massnahmen {hilfeart}"), verabredungen.len(), az);
        }
        for verabredung in verabredungen {
            tally_massnahme(&mut counts, "verabredungen", verabredung, az);
        }
        let mut cells = BTreeSet::new();
        for vordruck in vordrucke {
            let ziele = vordruck["ziele"].as_array().unwrap();
            let massstab = vordruck["grundsaetze_und_massstaebe"].pointer("/0/code").unwrap_or(&Value::Null);
            let dimension = vordruck["qualitaetsdimensionen"].pointer("/0").unwrap_or(&Value::Null);
            let cell = format!("{massstab} {dimension}");
            if !(ziele.is_empty() && massstab.is_null() && dimension.is_null()) {
                cells.insert(cell.clone());
            }
            for ziel in ziele {
                tally(&mut counts, format!("ziele {cell}"), 1, az);
                for hilfeart in &hilfearten {
                    tally(&mut counts, format!("ziele {hilfeart}"), 1, az);
                }
                let grad = &ziel["ergebnis"]["grad"];
                tally(&mut counts, format!("grad {grad}"), 1, az);
                tally(&mut counts, format!("grad {massstab} {grad}"), 1, az);
                for seite in SEITEN {
                    for massnahme in ziel["massnahmen"][seite].as_array().unwrap() {
                        tally(&mut counts, format!("massnahmen {cell}"), 1, az);
                        for hilfeart in &hilfearten {
                            tally(&mut counts, format!("massnahmen {hilfeart}"), 1, az);
                        }
                        tally_massnahme(&mut counts, seite, massnahme, az);
                    }
                }
            }
        }
        for cell in cells {
            tally(&mut counts, format!("vereinbarungen {cell}"), 1, az);
        }
    }
    counts
}

/// The same out of the evaluation, as its JSON says it.
fn evaluated(auswertung: &Value) -> Counts {
    let mut counts = Counts::new();
    let list = auswertung["vereinbarungen"].as_array().unwrap();
    let mut take = |key: String, count: &Value| {
        let numbers = count["vereinbarungen"].as_array().unwrap();
        let agreements = numbers.iter().map(|nr| {
            let entry = &list[usize::try_from(nr.as_u64().unwrap()).unwrap() - 1];
            assert_eq!(entry["nr"], *nr);
            entry["aktenzeichen"].as_str().unwrap().to_owned()
        });
        let number = usize::try_from(count["anzahl"].as_u64().unwrap()).unwrap();
        if number > 0 {
            counts.insert(key, (number, agreements.collect()));
        }
    };
    let each = |key: &str| auswertung[key].as_array().unwrap().iter();
    for (key, word) in [("oeffentliche_traeger", "amt"), ("traeger", "träger")] {
        each(key).for_each(|group| take(format!("{word} {}", group["name"]), &group["vereinbarungen"]));
    }
    each("arten").for_each(|group| take(format!("art {}", group["art"]), &group["vereinbarungen"]));
    for cell in each("matrix") {
        for what in ["vereinbarungen", "ziele", "massnahmen"] {
            take(format!("{what} {} {}", cell["massstab"]["code"], cell["qualitaetsdimension"]), &cell[what]);
        }
    }
    for row in each("hilfearten") {
        let name = row.get("hilfeart").map_or("keine".to_owned(), |own| match own.get("code") {
            // The catalogue's own words are no wording of one's own.
            Some(code) => hilfeart(&json!({"code": code})),
            None => hilfeart(own),
        });
        for what in ["vereinbarungen", "ziele", "massnahmen"] {
            take(format!("{what} {name}"), &row[what]);
        }
    }
    let grad = |key: &str| if key == "ohne_angabe" { Value::Null } else { key.into() };
    for (key, count) in auswertung["ergebnisse"].as_object().unwrap() {
        take(format!("grad {}", grad(key)), count);
    }
    for row in each("grundsaetze_und_massstaebe") {
        for (key, count) in row["ergebnisse"].as_object().unwrap() {
            take(format!("grad {} {}", row["massstab"]["code"], grad(key)), count);
        }
    }
    for seite in SEITEN.into_iter().chain(["verabredungen"]) {
        for (key, count) in auswertung["massnahmen"][seite].as_object().unwrap() {
            let key = match key.as_str() {
                "ueberfaellig" => format!("überfällig {seite}"),
                "ohne_meldung" => format!("ohne Meldung {seite}"),
                _ => format!("stand {seite} {}", grad(key)),
            };
            take(key, count);
        }
    }
    counts
}

#[test]
fn every_number_and_the_agreements_behind_it_are_those_of_an_independent_count() {
    let agreements = agreements(400);
    let auswertung = evaluate(&agreements, &at(STICHTAG));
    assert_eq!(auswertung.vereinbarungen.len(), 400);
    let (is, should) = (evaluated(&serde_json::from_str(&auswertung.to_json()).unwrap()), walk(&agreements));
    for (key, count) in &should {
        assert_eq!(is.get(key), Some(count), "{key}");
    }
    assert_eq!(is.len(), should.len());
    assert!(should.len() > 60, "{}", should.len());

    let sum = |what: &str| -> usize {
        SEITEN
            .iter()
            .chain(&["verabredungen"])
            .filter_map(|seite| should.get(&format!("{what} {seite}")))
            .map(|(count, _)| count)
            .sum()
    };
    assert_eq!(auswertung.ueberfaellige_massnahmen.as_ref().unwrap().len(), sum("überfällig"));
    assert_eq!(auswertung.massnahmen_ohne_meldung.as_ref().unwrap().len(), sum("ohne Meldung"));
    assert!(sum("überfällig") > 50 && sum("ohne Meldung") > 50);
    let graded = should.iter().filter(|(key, _)| GRADE[..3].iter().any(|grad| **key == format!("grad \"{grad}\"")));
    assert_eq!(auswertung.kennzahlen.bewertete_ziele.anzahl, graded.map(|(_, (count, _))| count).sum::<usize>());
    assert_eq!(auswertung.zielergebnisse.len(), auswertung.kennzahlen.ziele.anzahl);
    let vordrucke: usize = auswertung.vereinbarungen.iter().map(|entry| entry.vordrucke).sum();
    assert_eq!(auswertung.kennzahlen.vordrucke.anzahl, vordrucke);
    let massnahmen: usize =
        should.iter().filter(|(key, _)| key.starts_with("stand ")).map(|(_, (count, _))| count).sum();
    assert_eq!(auswertung.kennzahlen.massnahmen.anzahl, massnahmen);
    let earliest = agreements.iter().map(|agreement| {
        let part = &agreement["qualitaetsentwicklungsvereinbarung"]["zeitraum"]["von"];
        part.as_str().or_else(|| agreement["vereinbarungszeitraum"]["von"].as_str()).unwrap()
    });
    assert_eq!(auswertung.zeitraum.von.unwrap().to_string(), earliest.min().unwrap());
    // Each has an Aktenzeichen of its own, and some share all the rest that tells them apart.
    assert!(!auswertung.befunde.is_empty());
    assert!(auswertung.befunde.iter().all(|befund| befund.art == Befundart::AnderesAktenzeichen));
}

#[test]
fn a_count_is_zero_or_names_an_agreement() {
    let mut count = Zaehlung::default();
    assert!(count.is_zero());
    count.add(0, 1);
    assert_eq!(count, Zaehlung::default());
    count.add(2, 3);
    count.add(1, 3);
    count.add_agreement(3);
    assert_eq!((count.anzahl, count.vereinbarungen.as_slice()), (3, [3].as_slice()));
}
