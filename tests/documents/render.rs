//! What `render` and `preview` accept and refuse.

use std::fs;

use vereinbar::evaluate::Evaluator;
use vereinbar::{
    Art, Ausfuellhilfe, BlankOptions, EngineError, Letterhead, Logo, PageSelection, RenderError, RenderOptions,
    ReportOptions, Severity, Stage, Vereinbarung, Wortlaut,
};

use crate::aloud::read_aloud;
use crate::support::{example, fixture, plain_text, render, renderer};

fn contradictory() -> Vereinbarung {
    let json = r#"{"art": "qualitaetsentwicklungsvereinbarung", "vereinbarungszeitraum": {"von": "2027-01-01", "bis": "2026-01-01"}}"#;
    vereinbar::parse(json).unwrap()
}

#[test]
fn refuses_contradictions_but_not_gaps() {
    let error = renderer().render(&contradictory(), &RenderOptions::default()).unwrap_err();
    assert!(matches!(error, RenderError::Findings { stage: Stage::Entwurf, .. }));
    assert_eq!(error.findings()[0].code, "vereinbarungszeitraum_reversed");
    render(&fixture("leer"), &RenderOptions::default());
    assert!(renderer().preview(&contradictory(), &RenderOptions::default(), &PageSelection::All, 72.0).is_err());
}

#[test]
fn refuses_gaps_when_asked_to() {
    let options = RenderOptions { require_complete: true, ..RenderOptions::default() };
    assert_eq!(render(&example(), &options).findings, []);
    let error = renderer().render(&fixture("halb_ausgefuellt"), &options).unwrap_err();
    assert!(matches!(error, RenderError::Findings { stage: Stage::Unterschriftsreif, .. }));
    assert!(error.findings().iter().any(|finding| finding.severity == Severity::Error));
}

#[test]
fn draws_the_pages_that_are_asked_for() {
    let pages = renderer().preview(&example(), &RenderOptions::default(), &"2".parse().unwrap(), 72.0).unwrap();
    assert_eq!(pages.iter().map(|page| page.number).collect::<Vec<_>>(), [2]);
    // A4 is 595 x 842 points: the width stands in the PNG's header.
    assert_eq!(pages[0].bytes[16..24], [0, 0, 2, 83, 0, 0, 3, 74]);
    let error = renderer().preview(&example(), &RenderOptions::default(), &"9".parse().unwrap(), 72.0).unwrap_err();
    assert!(matches!(error, RenderError::Engine(EngineError::NoSuchPage { page: 9, .. })), "{error}");
}

#[test]
fn a_folder_replaces_single_template_files() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("qualitaetsentwicklungsvereinbarung");
    fs::create_dir(&path).unwrap();
    let help = "#let name-der-hilfe = [Hilfe]\n#let ausfuellhilfe = [Hilfe des Landkreises]\n";
    fs::write(path.join("ausfuellhilfe.typ"), help).unwrap();
    let own = renderer().with_templates(folder.path()).unwrap();
    let options = RenderOptions { ausfuellhilfe: vereinbar::Ausfuellhilfe::Angehaengt, ..RenderOptions::default() };
    let text = plain_text(&own.render(&example(), &options).unwrap().pdf);
    assert!(text.contains("Hilfe des Landkreises") && text.contains("Ziel 1"), "{text}");
    // The embedded templates are as they were.
    assert!(!plain_text(&render(&example(), &options).pdf).contains("Hilfe des Landkreises"));

    fs::write(path.join("main.typ"), "#let x = \n#panic()").unwrap();
    let error = renderer().with_templates(folder.path()).unwrap().render(&example(), &options).unwrap_err();
    let RenderError::Engine(EngineError::Template { diagnostics }) = &error else { panic!("{error}") };
    assert_eq!(diagnostics[0].file.as_deref(), Some("qualitaetsentwicklungsvereinbarung/main.typ"));
    assert!(error.to_string().contains("main.typ, Zeile 1"), "{error}");
}

#[test]
fn own_templates_whose_layout_does_not_settle_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("qualitaetsentwicklungsvereinbarung");
    fs::create_dir(&path).unwrap();
    let help = "#let name-der-hilfe = [Hilfe]\n#let ausfuellhilfe = context [
        #if query(<hilfe>) == () [#metadata(none)<hilfe>]\n]\n";
    fs::write(path.join("ausfuellhilfe.typ"), help).unwrap();
    let own = renderer().with_templates(folder.path()).unwrap();
    let help = vereinbar::Ausfuellhilfe::Angehaengt;
    let render = RenderOptions { ausfuellhilfe: help, ..RenderOptions::default() };
    let with_fields = RenderOptions { fillable: true, ..render.clone() };
    for options in [&render, &with_fields] {
        let document = own.render(&example(), options).unwrap();
        assert_eq!(document.of_layout().map(|finding| finding.code).collect::<Vec<_>>(), ["layout_unsettled"]);
    }
    let collection = own.render_collection([&example(), &example()], &render.clone().into()).unwrap();
    assert_eq!(collection.of_layout().count(), 1);
    assert_eq!(self::render(&example(), &render).of_layout().count(), 0);
}

fn logo(alt_text: &str) -> Logo {
    let svg = br#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 60"><circle cx="30" cy="30" r="30"/></svg>"#;
    Logo::new(svg.to_vec(), alt_text).unwrap()
}

#[test]
fn letterhead_stands_on_the_first_page_only() {
    let letterhead =
        Letterhead::new().logo(logo("Wappen")).lines(["Landkreis Musterland #1", "Fachbereich *Jugend*"]).unwrap();
    let options = RenderOptions { letterhead: Some(letterhead), ..RenderOptions::default() };
    let text = plain_text(&render(&example(), &options).pdf);
    let pages: Vec<&str> = text.split('\u{c}').collect();
    assert!(pages[0].contains("Landkreis Musterland #1") && pages[0].contains("Fachbereich *Jugend*"), "{}", pages[0]);
    assert!(!pages[1].contains("Fachbereich"));
}

/// An agreement is the paper of two houses; a report is that of one.
#[test]
fn both_houses_have_their_logo_on_an_agreement() {
    let letterhead = Letterhead::new().logo(logo("Wappen")).lines(["Jugendamt"]).unwrap();
    let options = RenderOptions {
        letterhead: Some(letterhead.traeger_logo(logo("Signet des Trägers"))),
        ..RenderOptions::default()
    };
    for art in Art::ALL {
        let heard = read_aloud(&render(&Vereinbarung::blank(*art), &options).pdf);
        let places = ["[Wappen]", "Jugendamt", "[Signet des Trägers]", "H1: "].map(|words| heard.find(words).unwrap());
        assert!(places.is_sorted(), "{heard}");
    }
    let report = ReportOptions { letterhead: options.letterhead, ..ReportOptions::default() };
    let report = renderer().render_auswertung(&Evaluator::default().finish(), &report).unwrap();
    let heard = read_aloud(&report.pdf);
    assert!(heard.contains("[Wappen]") && !heard.contains("Signet"), "{heard}");
}

#[test]
fn the_forms_own_words_are_put_right_when_asked_to() {
    let text = |wortlaut| {
        let ausfuellhilfe = Ausfuellhilfe::Angehaengt;
        let options = RenderOptions { wortlaut, ausfuellhilfe, ..RenderOptions::default() };
        read_aloud(&render(&Vereinbarung::blank(Art::Qualitaetsentwicklungsvereinbarung), &options).pdf)
    };
    let (original, berichtigt) = (text(Wortlaut::Original), text(Wortlaut::Berichtigt));
    for (slip, right) in [
        ("(Leistungsträger)", "(Leistungserbringer)"),
        ("Hilfe,  Schnittstellenmanagement", "Hilfe, Schnittstellenmanagement"),
        ("weiter entwickelt werden?", "weiterentwickelt werden?"),
        ("z.B. Kinderrechte", "z. B. Kinderrechte"),
    ] {
        assert!(original.contains(slip) && !original.contains(right), "{slip}");
        assert!(berichtigt.contains(right) && !berichtigt.contains(slip), "{right}");
    }
}

#[test]
fn what_the_help_refers_to_is_named_at_its_end_when_it_is_known() {
    let help = |quelle: Option<&str>| {
        let options = RenderOptions {
            ausfuellhilfe: Ausfuellhilfe::Allein,
            quelle: quelle.map(str::to_owned),
            ..RenderOptions::default()
        };
        let rendered = render(&Vereinbarung::blank(Art::Qualitaetsentwicklungsvereinbarung), &options);
        assert_eq!(rendered.pages, 1);
        read_aloud(&rendered.pdf)
    };
    let plain = help(None);
    assert_eq!(plain, help(Some(" ")));
    let named = help(Some("Empfehlungen #Musterland"));
    let added = named.strip_prefix(&plain).unwrap();
    assert_eq!(added.trim(), "P: Die Empfehlungen, auf die hier verwiesen wird: Empfehlungen #Musterland");
}

#[test]
fn a_blank_form_has_the_room_that_is_asked_for() {
    let number = |number: usize| number.try_into().ok();
    for art in Art::ALL {
        let heard = |ziele, zeilen| {
            let blank = Vereinbarung::blank_with_room(*art, BlankOptions { ziele, zeilen }).unwrap();
            read_aloud(&render(&blank, &RenderOptions::default()).pdf)
        };
        let count = |heard: &str| {
            // In a contract they stand below the title of their annex.
            let titles = heard.lines().filter_map(|line| line.trim_start().split_once(": Ziel "));
            let ziele = titles.filter(|(tag, _)| tag.starts_with('H')).map(|(_, rest)| rest);
            let numbered = ziele.filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
            (numbered.count(), heard.matches(": was]").count())
        };
        // As many as form A has, where nothing is said.
        let form = heard(None, None);
        if *art == Art::Qualitaetsentwicklungsvereinbarung {
            assert_eq!(heard(number(2), number(3)), form);
        }
        assert_eq!(count(&form), (2, 12), "{art}");
        let (several, long) = (heard(number(4), None), heard(None, number(5)));
        assert_eq!(count(&several), (4, 24), "{art}");
        assert_eq!(count(&long), (2, 20), "{art}");
        let one = heard(number(1), number(1));
        assert_eq!(count(&one), (1, 2), "{art}");
    }
}
