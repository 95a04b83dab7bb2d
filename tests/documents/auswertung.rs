//! The report on an evaluation.

use vereinbar::auswertung::{Auswertung, FruehereAuswertung, Vorlage};
use vereinbar::evaluate::{EvaluateOptions, Evaluator};
use vereinbar::{Listen, ReportOptions, Standard, Vereinbarung};
use vereinbar_tests::{check_reference, write};

use crate::support::{LEQ, all, example, example_of, fixture, output, plain_text, reading_order, renderer, run};

fn auswertung<'a>(several: impl IntoIterator<Item = &'a Vereinbarung>, anonym: bool) -> Auswertung {
    evaluated(several, EvaluateOptions { anonym: Some(anonym), ..EvaluateOptions::default() })
}

fn evaluated<'a>(several: impl IntoIterator<Item = &'a Vereinbarung>, options: EvaluateOptions) -> Auswertung {
    let stichtag = Some("2028-01-31".parse().unwrap());
    let mut evaluator = Evaluator::new(EvaluateOptions { stichtag, ..options });
    for (number, vereinbarung) in (1..).zip(several) {
        evaluator.add(vereinbarung, &format!("vereinbarung-{number}.json"));
    }
    evaluator.finish()
}

/// A paper that is not public, with everything that its head may say, and compared with an earlier one.
fn paper() -> Auswertung {
    let before = evaluated(&few()[..1], EvaluateOptions::default());
    let vorlage = r#"{
        "vorlage_nr": "2028/117", "betreff": "Qualitätsentwicklung 2027", "gremium": "Jugendhilfeausschuss",
        "sitzung": "2028-03-14", "dienststelle": "Fachdienst Jugendhilfeplanung", "oeffentlich": false,
        "finanzielle_auswirkungen": "keine"
    }"#;
    let options = EvaluateOptions {
        vorher: Some(FruehereAuswertung::parse(&before.to_json()).unwrap()),
        vorlage: Some(Vorlage::parse(vorlage).unwrap()),
        ..EvaluateOptions::default()
    };
    evaluated(&few(), options)
}

fn report(auswertung: &Auswertung) -> Vec<u8> {
    report_with(auswertung, Listen::Angehaengt)
}

fn report_with(auswertung: &Auswertung, listen: Listen) -> Vec<u8> {
    let options = ReportOptions { listen, ..ReportOptions::default() };
    let rendered = renderer().render_auswertung(auswertung, &options).unwrap();
    assert_eq!(rendered.template_warnings, []);
    rendered.pdf
}

pub(crate) fn report_of_few() -> Vec<u8> {
    report(&auswertung(&few(), false))
}

fn few() -> [Vereinbarung; 3] {
    [example_of(LEQ), fixture("mit_ergebnissen"), fixture("eigener_massstab")]
}

/// What the tests of the standards judge: of few, of nothing, of everything, without names.
pub(crate) fn reports() -> Vec<(&'static str, Vec<u8>)> {
    let everything: Vec<Vereinbarung> = all().into_iter().map(|(_, vereinbarung)| vereinbarung).collect();
    vec![
        ("auswertung-wenige", report(&auswertung(&few(), false))),
        ("auswertung-leer", report(&auswertung([], false))),
        ("auswertung-alle", report(&auswertung(&everything, false))),
        ("auswertung-anonym", report(&auswertung(&everything, true))),
        ("auswertung-vorlage", report(&paper())),
        ("auswertung-ohne-listen", report_with(&paper(), Listen::Ohne)),
        ("auswertung-nur-listen", report_with(&paper(), Listen::Allein)),
    ]
}

#[test]
fn report_reads_as_agreed() {
    let file = output("auswertung.pdf");
    write(&file, &report_of_few());
    check_reference("tests/references/auswertung/bericht.txt", &reading_order(&file));
}

#[test]
fn report_carries_its_data() {
    let auswertung = auswertung(&few(), false);
    let pdf = report(&auswertung);
    let (file, data) = (output("auswertung-daten.pdf"), output("auswertung.json"));
    write(&file, &pdf);
    run("pdfdetach".as_ref(), &["-save", "1", "-o", data.to_str().unwrap(), file.to_str().unwrap()]);
    assert_eq!(std::fs::read_to_string(data).unwrap(), auswertung.to_json());
    let options = ReportOptions { standard: Standard::A2aUa1, ..ReportOptions::default() };
    renderer().render_auswertung(&auswertung, &options).unwrap();
}

#[test]
fn a_report_without_names_has_none() {
    let several = [example(), example_of(LEQ), fixture("mit_ergebnissen")];
    let [named, text] = [false, true].map(|anonym| plain_text(&report(&auswertung(&several, anonym))));
    for name in ["Beispielträger", "51.2-QE", "51.30-LEQ", "vereinbarung-1.json"] {
        assert!(named.contains(name), "{name} is not in {named}");
        assert!(!text.contains(name), "{name}");
    }
    assert!(text.contains("Träger 1") && text.contains("Landkreis Musterland"), "{text}");
}

/// Each number of the overview leads to the agreements behind it.
#[test]
fn report_lists_the_agreements_behind_its_numbers() {
    let text = plain_text(&report_of_few());
    for expected in ["51.30-LEQ-2027-007", "vereinbarung-2.json", "Beschlussvorschlag", "Partizipation"] {
        assert!(text.contains(expected), "{expected} is not in {text}");
    }
}

/// What the committee is to decide and what it has to know for that stand on the first page.
#[test]
fn the_first_page_of_a_paper_has_head_decision_and_summary() {
    let file = output("auswertung-vorlage.pdf");
    write(&file, &report(&paper()));
    let first = run("pdftotext".as_ref(), &["-l", "1", "-layout", file.to_str().unwrap(), "-"]);
    let mut at = 0;
    for expected in [
        "Qualitätsentwicklung 2027",
        "Interne Fassung",
        "2028/117",
        "14.03.2028",
        "Fachdienst Jugendhilfeplanung",
        "nichtöffentlich",
        "Beschlussvorschlag",
        "nimmt die Auswertung zur Kenntnis",
        "Zusammenfassung",
        "ohne Meldung",
    ] {
        let found = first[at..].find(expected).unwrap_or_else(|| panic!("{expected} is not in order in {first}"));
        at += found;
    }
}

/// The lists are an Anlage, which can be left out or printed by itself.
#[test]
fn lists_stand_in_the_anlage_alone() {
    let auswertung = paper();
    let of = |listen| plain_text(&report_with(&auswertung, listen));
    let (with, without, alone) = (of(Listen::Angehaengt), of(Listen::Ohne), of(Listen::Allein));
    for list in ["Liste der Vereinbarungen", "Nachweis der Zahlen", "vereinbarung-2.json"] {
        assert!(with.contains(list) && alone.contains(list) && !without.contains(list), "{list}");
    }
    for section in ["Beschlussvorschlag", "Vergleich mit der vorigen Auswertung"] {
        assert!(with.contains(section) && without.contains(section) && !alone.contains(section), "{section}");
    }
    // No room to write in a paper.
    assert!(!with.contains("Ergänzungen"));
}

/// What came of the Ziele is said with what follows.
#[test]
fn report_says_what_came_of_the_ziele() {
    let text = plain_text(&report_of_few());
    for expected in ["Was daraus folgt", "nächsten", "Maßstäbe ohne Vereinbarung"] {
        assert!(text.contains(expected), "{expected} is not in {text}");
    }
}

/// What says least is printed, too: a Ziel without Maßstab, Grad or Träger.
#[test]
fn a_ziel_alone_makes_a_report() {
    let json =
        r#"{"art": "qualitaetsentwicklungsvereinbarung", "ziele": [{"ziel": "Kinder bringen ihre Sicht ein."}]}"#;
    let one = vereinbar::parse(json).unwrap();
    let text = plain_text(&report(&auswertung([&one], false)));
    assert!(text.contains("Kinder bringen ihre Sicht ein.") && text.contains("ohne Angabe"), "{text}");
    let mut without_stichtag = Evaluator::new(EvaluateOptions::default());
    without_stichtag.add(&one, "vereinbarung.json");
    report(&without_stichtag.finish());
}
