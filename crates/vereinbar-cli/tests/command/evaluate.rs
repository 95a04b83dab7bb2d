//! The commands on the LEQ-Vereinbarung, and the evaluation across agreements.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use serde_json::{Value, json};

use crate::desk::{Desk, example, fixture, root};

fn leq() -> String {
    root().join("templates/leq_vereinbarung/daten.json").display().to_string()
}

fn read(desk: &Desk, name: &str) -> Value {
    serde_json::from_slice(&fs::read(desk.path(name)).unwrap()).unwrap()
}

#[test]
fn calculates_the_entgelt_from_data_and_from_the_pdf() {
    let desk = Desk::new();
    let from_data = desk.run(&["calculate", &leq()]).expect(0, &[]).out();
    let berechnung: Value = serde_json::from_str(&from_data).unwrap();
    assert_eq!(berechnung["tagessatz"]["betrag"], "177.39");
    assert_eq!(berechnung["tagessatz"]["bestandteile"][0]["betrag"], "163.14");
    desk.run(&["render", &leq(), "-o", "leq.pdf"]).expect(0, &["leq.pdf geschrieben ("]);
    assert_eq!(desk.run(&["calculate", "leq.pdf"]).expect(0, &[]).out(), from_data);
    desk.run(&["calculate", "leq.pdf", "-o", "entgelt.json"]).expect(0, &["entgelt.json geschrieben."]);
    desk.run(&["calculate", &example()]).expect(1, &["kein Entgelt", "leq_vereinbarung"]);
}

#[test]
fn stichtag_and_profile_decide_what_is_found() {
    let desk = Desk::new();
    let codes = |arguments: &[&str]| {
        let line = desk.run(arguments).out();
        let found: Value = serde_json::from_str(&line).unwrap();
        let codes: Vec<String> =
            found["findings"].as_array().unwrap().iter().map(|f| f["code"].as_str().unwrap().to_owned()).collect();
        codes
    };
    let leq = leq();
    assert_eq!(codes(&["validate", &leq, "--format", "json"]), [""; 0]);
    let with_day = ["validate", &leq, "--format", "json", "--stichtag", "16.11.2026"];
    assert_eq!(codes(&with_day), ["schiedsstelle_possible"]);
    desk.write("profil.json", r#"{"severity": {"schiedsstelle_possible": "off"}}"#);
    assert_eq!(codes(&[&with_day[..], &["--profile", "profil.json"]].concat()), [""; 0]);
    desk.write("profil.json", r#"{"severity": {"schiedstelle_possible": "off"}}"#);
    desk.run(&["validate", &leq, "--profile", "profil.json"])
        .expect(2, &["kein lesbares Prüfprofil", "schiedsstelle_possible"]);
    desk.run(&["validate", &leq, "--stichtag", "morgen"]).expect(2, &["TT.MM.JJJJ", "heute"]);
}

/// A profile can let a document through, or stop it.
#[test]
fn profile_holds_for_documents_too() {
    let desk = Desk::new();
    desk.write("profil.json", r#"{"severity": {"vereinbarungszeitraum_reversed": "warning"}}"#);
    let reversed = fixture("invalid/zeitraum_umgekehrt");
    desk.run(&["render", &reversed, "-o", "v.pdf"]).expect(1, &["kein Dokument"]);
    desk.run(&["render", &reversed, "-o", "v.pdf", "--profile", "profil.json"]).expect(0, &["Warnung"]);
}

#[test]
fn evaluation_is_written_in_every_form() {
    let desk = Desk::new();
    fs::copy(example(), desk.path("a.json")).unwrap();
    fs::copy(leq(), desk.path("b.json")).unwrap();
    desk.write("kaputt.json", "{");
    for output in ["bericht.pdf", "bericht.json", "bericht.xlsx", "termine.ics"] {
        desk.run(&["evaluate", "a.json", "b.json", "kaputt.json", "--stichtag", "2028-01-31", "-o", output])
            .expect(1, &[output, "kaputt.json", "2 Vereinbarungen ausgewertet, 2 gelesen, 1 nicht lesbar."]);
    }
    assert!(fs::read(desk.path("bericht.pdf")).unwrap().starts_with(b"%PDF-"));
    assert!(fs::read(desk.path("bericht.xlsx")).unwrap().starts_with(b"PK"));
    assert!(fs::read_to_string(desk.path("termine.ics")).unwrap().starts_with("BEGIN:VCALENDAR\r\n"));
    assert_eq!(read(&desk, "bericht.json")["kennzahlen"]["vereinbarungen"]["anzahl"], 2);
    desk.run(&["evaluate", "a.json", "-o", "t.csv"]).expect(0, &["t-matrix.csv geschrieben", "Ohne --stichtag"]);
    assert!(fs::read(desk.path("t-matrix.csv")).unwrap().starts_with("\u{feff}".as_bytes()));

    desk.run(&["evaluate", "a.json", "-o", "bericht.pdf"]).expect(2, &["--overwrite"]);
    desk.run(&["evaluate", "a.json", "-o", "ohne.ics"]).expect(2, &["Stichtag"]);
    desk.run(&["evaluate", "kaputt.json", "-o", "leer.pdf"]).expect(2, &["kaputt.json", "keine lesbare Vereinbarung"]);
    desk.run(&["evaluate", "a.json", "-o", "bericht.docx"]).expect(2, &[".pdf, .json, .csv, .xlsx und .ics"]);
    desk.run(&["evaluate", "a.json", "-o", "b.csv", "--format", "pdf"]).expect(2, &["passt nicht zur Form"]);
    desk.run(&["evaluate", "fehlt", "-o", "leer.pdf"]).expect(2, &["„fehlt“ gibt es nicht"]);
    assert!(!desk.files().contains(&"leer.pdf".to_owned()));
}

#[test]
fn a_paper_for_a_committee_is_anonymous_unless_asked_otherwise_and_compares() {
    let desk = Desk::new();
    fs::copy(example(), desk.path("a.json")).unwrap();
    desk.write("vorlage.json", r#"{"vorlage_nr": "2028/117", "gremium": "Jugendhilfeausschuss"}"#);
    let run = |more: &[&str]| desk.run(&[&["evaluate", "a.json", "--stichtag", "2028-01-31"], more].concat());
    run(&["-o", "intern.json"]).expect(0, &[]);
    let intern = read(&desk, "intern.json");
    assert_eq!((&intern["anonym"], &intern["intern"]), (&json!(false), &json!(true)));
    // Nothing is left out in silence.
    run(&["--vorlage", "vorlage.json", "-o", "b.json"]).expect(0, &["Die Vorlage ist öffentlich", "--anonym=nein"]);
    let public = fs::read_to_string(desk.path("b.json")).unwrap();
    assert!(!public.contains("Beispielträger") && public.contains("2028/117"));
    run(&["--vorlage", "vorlage.json", "--anonym=nein", "-o", "c.json"]).expect(0, &[]);
    let named = fs::read_to_string(desk.path("c.json")).unwrap();
    assert!(named.contains("Beispielträger") && !named.contains("a.json"));
    run(&["--anonym", "--vorher", "intern.json", "-o", "d.json"]).expect(0, &[]);
    let compared = read(&desk, "d.json");
    assert_eq!(compared["anonym"], true);
    assert_eq!(compared["vergleich"]["kennzahlen"][0]["unterschied"], 0);
    for listen in ["ohne", "allein", "angehaengt"] {
        let file = format!("{listen}.pdf");
        run(&["--listen", listen, "-o", &file]).expect(0, &[&file]);
    }
    run(&["--vorher", "a.json", "-o", "e.json"]).expect(2, &["keine Auswertung von vereinbar"]);
    desk.write("falsch.json", r#"{"vorlagenummer": "1"}"#);
    run(&["--vorlage", "falsch.json", "-o", "e.json"]).expect(2, &["keine lesbaren Angaben zur Vorlage", "vorlage_nr"]);
    run(&["--anonym=vielleicht", "-o", "e.json"]).expect(2, &["ja, nein"]);
    run(&["--listen", "oben", "-o", "e.json"]).expect(2, &["angehaengt"]);
}

#[test]
fn what_has_no_day_is_not_in_the_calendar_and_that_is_said() {
    let desk = Desk::new();
    let mut agreement: Value = serde_json::from_slice(&fs::read(example()).unwrap()).unwrap();
    agreement["ziele"][0]["zielueberpruefung"] = json!({"freier_traeger": [{"wie": "Akten", "wann": "Herbst 2028"}]});
    desk.write("a.json", &agreement.to_string());
    desk.run(&["evaluate", "a.json", "--stichtag", "2028-01-31", "-o", "t.ics"])
        .expect(0, &["2 Termine stehen nicht im Kalender"]);
}

const MASSSTAEBE: [&str; 5] =
    ["partizipation", "kinderrechte", "wirkungsorientierung", "gender_mainstreaming", "zusammenarbeit"];
const DIMENSIONEN: [&str; 3] = ["ergebnisqualitaet", "prozessqualitaet", "strukturqualitaet"];
const GRADE: [&str; 5] = ["erreicht", "teilweise_erreicht", "nicht_erreicht", "offen", ""];
const STAENDE: [&str; 4] = ["offen", "laufend", "erledigt", ""];

/// What stands in a row, and what the evaluation must make of it.
struct Row {
    massstab: &'static str,
    dimension: &'static str,
    grad: &'static str,
    stand: &'static str,
    bis: &'static str,
}

fn row(number: usize) -> Row {
    Row {
        massstab: MASSSTAEBE[number % 5],
        dimension: DIMENSIONEN[number % 3],
        grad: GRADE[number * 7 % 5],
        stand: STAENDE[number * 3 % 4],
        bis: if (number / 4).is_multiple_of(2) { "30.06.2027" } else { "30.06.2028" },
    }
}

/// The PDFs of a batch, read back and evaluated, give the numbers that a count over
/// the rows of the table gives.
#[test]
fn a_thousand_pdfs_evaluate_to_the_numbers_of_their_table() {
    let desk = Desk::new();
    let mut table = String::from(
        "traeger.name;aktenzeichen;qualitaetsdimensionen.1;grundsaetze_und_massstaebe.1.code;ziele.1.ziel;\
         ziele.1.ergebnis.grad;ziele.1.massnahmen.freier_traeger.1.was;ziele.1.massnahmen.freier_traeger.1.stand;\
         ziele.1.massnahmen.freier_traeger.1.bis\n",
    );
    for number in 0..1000 {
        let Row { massstab, dimension, grad, stand, bis } = row(number);
        // Every hundredth row is broken.
        let stand = if number % 100 == 50 { "fertig" } else { stand };
        writeln!(table, "Träger {number:04};AZ {number};{dimension};{massstab};Ziel;{grad};Maßnahme;{stand};{bis}")
            .unwrap();
    }
    desk.write("liste.csv", &table);
    let art = ["--art", "qualitaetsentwicklungsvereinbarung"];
    let run = desk.run(&[&["batch", "liste.csv", "--out", "pdf"], &art[..]].concat());
    assert_eq!(run.code, 1, "{}{}", run.out(), run.stderr);
    desk.run(&["evaluate", "pdf", "--stichtag", "2028-01-01", "-o", "a.json"])
        .expect(0, &["990 Vereinbarungen ausgewertet"]);
    let auswertung = read(&desk, "a.json");

    let rows = || (0..1000).filter(|number| number % 100 != 50).map(row);
    let count = |holds: &dyn Fn(&Row) -> bool| rows().filter(holds).count();
    assert_eq!(auswertung["kennzahlen"]["vereinbarungen"]["anzahl"], count(&|_| true));
    for (key, staende) in
        [("ueberfaellige_massnahmen", ["offen", "laufend"].as_slice()), ("massnahmen_ohne_meldung", &[""])]
    {
        let expected = count(&|row| row.bis == "30.06.2027" && staende.contains(&row.stand));
        assert!(expected > 100);
        assert_eq!(auswertung["kennzahlen"][key]["anzahl"], expected, "{key}");
    }
    let mut cells: BTreeMap<(String, String), usize> = BTreeMap::new();
    for cell in auswertung["matrix"].as_array().unwrap() {
        let place = [&cell["qualitaetsdimension"], &cell["massstab"]["code"]];
        let place = place.map(|code| code.as_str().unwrap().to_owned());
        let behind = &cell["vereinbarungen"];
        assert_eq!(behind["anzahl"], behind["vereinbarungen"].as_array().unwrap().len());
        cells.insert(place.into(), usize::try_from(behind["anzahl"].as_u64().unwrap()).unwrap());
    }
    for dimension in DIMENSIONEN {
        for massstab in MASSSTAEBE {
            let counted = cells.get(&(dimension.to_owned(), massstab.to_owned())).copied().unwrap_or_default();
            let expected = count(&|row| row.dimension == dimension && row.massstab == massstab);
            assert_eq!(counted, expected, "{dimension} {massstab}");
        }
    }
    for (grad, key) in GRADE.map(|grad| (grad, if grad.is_empty() { "ohne_angabe" } else { grad })) {
        assert_eq!(auswertung["ergebnisse"][key]["anzahl"], count(&|row| row.grad == grad), "{key}");
    }
    for (stand, key) in STAENDE.map(|stand| (stand, if stand.is_empty() { "ohne_angabe" } else { stand })) {
        let counted = &auswertung["massnahmen"]["freier_traeger"][key]["anzahl"];
        assert_eq!(*counted, count(&|row| row.stand == stand), "{key}");
    }
    assert_eq!(auswertung["massnahmen"]["oeffentlicher_traeger"]["erledigt"]["anzahl"], json!(0));
}
