//! The report on an evaluation.

use vereinbar::auswertung::Auswertung;
use vereinbar::evaluate::{EvaluateOptions, Evaluator};
use vereinbar::{RenderOptions, Standard, Vereinbarung};
use vereinbar_tests::{check_reference, write};

use crate::support::{LEQ, all, example, example_of, fixture, output, plain_text, reading_order, renderer, run};

fn auswertung<'a>(several: impl IntoIterator<Item = &'a Vereinbarung>, anonym: bool) -> Auswertung {
    let stichtag = Some("2028-01-31".parse().unwrap());
    let mut evaluator = Evaluator::new(EvaluateOptions { stichtag, anonym });
    for (number, vereinbarung) in (1..).zip(several) {
        evaluator.add(vereinbarung, &format!("vereinbarung-{number}.json"));
    }
    evaluator.finish()
}

fn report(auswertung: &Auswertung) -> Vec<u8> {
    let rendered = renderer().render_auswertung(auswertung, &RenderOptions::default()).unwrap();
    assert_eq!(rendered.template_warnings, []);
    rendered.pdf
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
    ]
}

#[test]
fn report_reads_as_agreed() {
    let file = output("auswertung.pdf");
    write(&file, &report(&auswertung(&few(), false)));
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
    let options = RenderOptions { standard: Standard::A2aUa1, ..RenderOptions::default() };
    renderer().render_auswertung(&auswertung, &options).unwrap();
}

#[test]
fn a_report_without_names_has_none() {
    let several = [example(), example_of(LEQ), fixture("mit_ergebnissen")];
    let text = plain_text(&report(&auswertung(&several, true)));
    for name in ["Beispielträger", "Lindenhof", "51.2-QE", "51.30-LEQ", "vereinbarung-1.json"] {
        assert!(!text.contains(name), "{name}");
    }
    assert!(text.contains("Träger 1") && text.contains("Landkreis Musterland"), "{text}");
}

/// Each number of the overview leads to the agreements behind it.
#[test]
fn report_lists_the_agreements_behind_its_numbers() {
    let text = plain_text(&report(&auswertung(&few(), false)));
    for expected in ["51.30-LEQ-2027-007", "vereinbarung-2.json", "Beschlussvorschlag", "Partizipation"] {
        assert!(text.contains(expected), "{expected} is not in {text}");
    }
}
