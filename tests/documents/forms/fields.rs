//! The files as they are made.

use std::collections::BTreeSet;
use std::path::PathBuf;

use lopdf::{Dictionary, Document, Object};
use serde_json::json;
use vereinbar::{Art, RenderError, RenderOptions, Standard, Vereinbarung, extract, extract_answers, parse};
use vereinbar_tests::{check_reference, write};

use super::support::{file, fillable, save, script, signable};
use crate::judged::judge::{assert_conform, verdicts};
use crate::support::{ART, LEQ, all, example_of, render, renderer};

#[test]
fn forms_and_records_are_pdf_a_3a_and_pdf_ua_1() {
    let (mut files, mut records): (Vec<PathBuf>, Vec<PathBuf>) = (Vec::new(), Vec::new());
    // Of the contract, whose files are large, those that differ most.
    let is_judged = |name: &str| {
        let kinds = ["vordruck", "beispiel", "vollstaendig_77_fachleistungsstunde"];
        name.starts_with(ART) && !name.ends_with("-lang") || kinds.iter().any(|kind| name == format!("{LEQ}-{kind}"))
    };
    for (name, vereinbarung) in all().iter().filter(|(name, _)| is_judged(name)) {
        files.push(save(&format!("form-{name}"), vereinbarung, &fillable()));
        if renderer().render(vereinbarung, &signable()).is_ok() {
            records.push(save(&format!("record-{name}"), vereinbarung, &signable()));
        }
    }
    assert_eq!((files.len(), records.len()), (23, 17));
    files.append(&mut records);
    assert_conform("3a", &files);
    assert_conform("ua1", &files);
}

/// Nobody has touched it, so it says what it said before.
#[test]
fn a_form_that_nobody_has_filled_in_reads_back_unchanged() {
    for (name, vereinbarung) in all() {
        let form = render(&vereinbarung, &fillable());
        assert!(form.of_layout().all(|finding| finding.code != "layout_unsettled"), "{name}");
        let answers = extract_answers(&form.pdf).unwrap();
        assert_eq!((answers.changes, answers.vereinbarung), (Vec::new(), vereinbarung), "{name}");
    }
}

/// Signs that nobody sees have no sign of their own in the encoding of PDF.
#[test]
fn signs_that_nobody_sees_are_read_back_from_their_field() {
    let signs = (0..=0x9f).filter_map(char::from_u32).filter(|sign| sign.is_control());
    let mut compared = 0;
    let signs = signs.chain(['\u{ad}', '\u{200b}', '\u{2028}', '\u{feff}', '\u{fffd}', '\u{10ffff}']);
    for sign in signs {
        let text = format!("ab{sign}cd");
        let entry = json!([{ "wer": text, "bis": text }]);
        let data = json!({
            "art": ART,
            "traeger": { "name": text },
            "ziele": [{ "ziel": text, "massnahmen": { "oeffentlicher_traeger": entry } }],
        });
        let Ok(vereinbarung) = parse(&data.to_string()) else { continue };
        let Ok(form) = renderer().render(&vereinbarung, &fillable()) else { continue };
        assert_eq!(extract(&form.pdf).unwrap(), vereinbarung, "{sign:?}");
        compared += 1;
    }
    assert!(compared > 60, "{compared}");
}

#[test]
fn the_same_form_has_the_same_bytes_and_ends_with_a_line_feed() {
    for art in Art::ALL {
        let example = example_of(art.as_str());
        let form = render(&example, &fillable()).pdf;
        assert_eq!(form, render(&example, &fillable()).pdf);
        assert!(form.ends_with(b"%%EOF\n"));
        assert_ne!(form, render(&example, &RenderOptions::default()).pdf);
    }
}

pub(super) fn get<'a>(document: &'a Document, dictionary: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
    Some(document.dereference(dictionary.get(key).ok()?).unwrap().1)
}

/// Every widget of a document with the names of its field, from the root.
fn widgets(document: &Document) -> Vec<(&Dictionary, String)> {
    let widgets = document.objects.values().filter_map(|object| object.as_dict().ok());
    let widgets =
        widgets.filter(|object| object.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Widget"));
    widgets
        .map(|widget| {
            let mut name = String::new();
            let mut node = Some(widget);
            while let Some(dictionary) = node {
                if let Some(part) = get(document, dictionary, b"T") {
                    name = format!("{}.{name}", String::from_utf8_lossy(part.as_str().unwrap()));
                }
                node = get(document, dictionary, b"Parent").map(|parent| parent.as_dict().unwrap());
            }
            (widget, name.trim_end_matches('.').to_owned())
        })
        .collect()
}

#[test]
fn fields_have_names_labels_and_a_place_in_the_structure_and_states_agree() {
    for art in Art::ALL {
        let form = render(&example_of(art.as_str()), &fillable());
        let document = Document::load_mem(&form.pdf).unwrap();
        let widgets = widgets(&document);
        assert!(widgets.len() > 40, "{}", widgets.len());
        let catalog = document.catalog().unwrap();
        let acro_form = get(&document, catalog, b"AcroForm").unwrap().as_dict().unwrap();
        assert!(!acro_form.has(b"NeedAppearances") && !acro_form.has(b"XFA"));
        let elements: Vec<&Dictionary> = document.objects.values().filter_map(|object| object.as_dict().ok()).collect();
        let forms =
            elements.iter().filter(|element| element.get(b"S").and_then(Object::as_name).is_ok_and(|s| s == b"Form"));
        // The widget itself, not a list of one: or signatures would seem to change each other.
        let forms = forms.inspect(|form| assert!(form.get(b"K").unwrap().as_dict().is_ok()));
        assert_eq!(forms.count(), widgets.len());
        for (widget, name) in &widgets {
            assert!(widget.has(b"TU") && widget.has(b"StructParent") && widget.has(b"AP"), "{name}");
            assert!(!widget.has(b"A") && !name.is_empty(), "{name}");
            if let Some(state) = get(&document, widget, b"AS") {
                let parent = get(&document, widget, b"Parent").map(|parent| parent.as_dict().unwrap());
                let kept = get(&document, widget, b"V").or_else(|| get(&document, parent.unwrap(), b"V")).unwrap();
                assert!(state == kept || state.as_name().unwrap() == b"Off", "{name}");
            }
        }
        // A second field of a name would be another one for every program.
        let mut fields = BTreeSet::new();
        for (widget, name) in &widgets {
            if widget.has(b"T") {
                assert!(fields.insert(name.clone()), "{name} is there twice");
            }
        }
    }
}

#[test]
fn what_does_not_go_together_is_refused() {
    let example = example_of(ART);
    let refused = [
        RenderOptions { require_complete: true, ..fillable() },
        RenderOptions { signature_fields: true, ..fillable() },
        RenderOptions { standard: Standard::A2aUa1, ..fillable() },
    ];
    for options in refused {
        let error = renderer().render(&example, &options).unwrap_err();
        assert!(matches!(error, RenderError::Fillable(_)), "{error}");
    }
    for options in [fillable(), signable()] {
        let error = renderer().render_collection([&example], &options.into()).unwrap_err();
        assert!(matches!(error, RenderError::Fillable(_)), "{error}");
    }
    let draft = Vereinbarung::blank(Art::Qualitaetsentwicklungsvereinbarung);
    assert!(matches!(renderer().render(&draft, &signable()), Err(RenderError::Findings { .. })));
}

#[test]
fn a_record_holds_nothing_live_but_its_signatures() {
    let record = render(&example_of(LEQ), &signable());
    let document = Document::load_mem(&record.pdf).unwrap();
    let names: Vec<String> = widgets(&document).into_iter().map(|(_, name)| name).collect();
    assert!(names.len() >= 2 && names.iter().all(|name| name.starts_with("unterzeichnung.")), "{names:?}");
    assert_eq!(extract(&record.pdf).unwrap(), example_of(LEQ));
}

/// The judge is awake for what a form can be wrong in.
#[test]
fn judge_rejects_forms_that_are_known_to_be_bad() {
    let form = render(&example_of(ART), &fillable()).pdf;
    let changed = |name: &str, change: &dyn Fn(&mut Document)| {
        let mut document = Document::load_mem(&form).unwrap();
        change(&mut document);
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).unwrap();
        bytes.push(b'\n');
        let file = file(&format!("known-bad-{name}"));
        write(&file, &bytes);
        file
    };
    let link = changed("link", &|document| {
        let is_form = |object: &&mut Object| {
            object
                .as_dict()
                .and_then(|dictionary| dictionary.get(b"S"))
                .and_then(Object::as_name)
                .is_ok_and(|s| s == b"Form")
        };
        let element = document.objects.values_mut().find(is_form).unwrap();
        element.as_dict_mut().unwrap().set("S", Object::Name(b"Link".to_vec()));
    });
    let appearances = changed("need-appearances", &|document| {
        let id = document.catalog().unwrap().get(b"AcroForm").unwrap().as_reference().unwrap();
        document.get_dictionary_mut(id).unwrap().set("NeedAppearances", true);
    });
    // An update behind a file that ends without a line feed.
    let mut bytes = form.clone();
    bytes.truncate(form.len() - 1);
    let start = String::from_utf8_lossy(&form);
    let start: usize = start.rsplit("startxref\n").next().unwrap().lines().next().unwrap().trim().parse().unwrap();
    let root = Document::load_mem(&form).unwrap();
    let (id, _) = root.trailer.get(b"Root").unwrap().as_reference().unwrap();
    let size = root.max_id + 2;
    let at = bytes.len();
    bytes.extend(format!("{} 0 obj\n<<>>\nendobj\n", root.max_id + 1).bytes());
    let xref = bytes.len();
    bytes.extend(
        format!("xref\n{} 1\n{at:010} 00000 n \ntrailer\n<</Size {size}/Root {id} 0 R/Prev {start}>>\nstartxref\n{xref}\n%%EOF\n", root.max_id + 1)
            .bytes(),
    );
    let update = file("known-bad-update");
    write(&update, &bytes);
    let mut files = vec![link, appearances, update];
    let mut expected = vec![(true, false), (false, true), (false, true)];
    for (name, archive, access, spoil) in SPOILT {
        files.push(changed(name, &|document| {
            let is_text = |object: &&mut Dictionary| {
                object.has(b"Subtype") && object.get(b"FT").and_then(Object::as_name).is_ok_and(|kind| kind == b"Tx")
            };
            let mut fields = document.objects.values_mut().filter_map(|object| object.as_dict_mut().ok());
            spoil(fields.find(is_text).unwrap());
        }));
        expected.push((*archive, *access));
    }
    let verdicts = verdicts("3a", &files).into_iter().zip(verdicts("ua1", &files));
    for ((file, found), expected) in files.iter().zip(verdicts).zip(expected) {
        assert_eq!(found, expected, "{}", file.display());
    }
}

type Spoil = fn(&mut Dictionary);

/// What is wrong with one text field of a form: whether it is PDF/A-3a and PDF/UA-1 still.
const SPOILT: &[(&str, bool, bool, Spoil)] = &[
    ("no-label", true, false, |field| drop(field.remove(b"TU"))),
    ("not-in-the-structure", true, false, |field| drop(field.remove(b"StructParent"))),
    ("no-appearance", false, true, |field| drop(field.remove(b"AP"))),
    ("not-printed", false, true, |field| drop(field.remove(b"F"))),
    ("hidden", false, true, |field| field.set("F", 6)),
    ("action", false, true, |field| {
        let action = [("S", Object::Name(b"URI".to_vec())), ("URI", Object::string_literal("https://example.org"))];
        let action: Dictionary = action.into_iter().collect();
        field.set("A", action);
    }),
    ("second-appearance", false, true, |field| {
        let drawn = field.get(b"AP").and_then(Object::as_dict).and_then(|drawn| drawn.get(b"N")).unwrap().clone();
        field.get_mut(b"AP").and_then(Object::as_dict_mut).unwrap().set("D", drawn);
    }),
];

/// Read by a library that has no part in making it: each label, then its field with its widget,
/// in the order of reading; no name twice, states that agree, and every widget in its place.
#[test]
fn the_structure_is_read_by_another_library_as_it_is_filled_in() {
    for art in Art::ALL {
        let art_name = art.as_str();
        let blank = save(&format!("structure-{art_name}"), &Vereinbarung::blank(*art), &fillable());
        let read = script("structure.py", &[blank.to_str().unwrap()]).unwrap();
        check_reference(&format!("tests/references/{art_name}/formular.vorgelesen.txt"), &read);
        // With values, boxes that are ticked and a choice that is made.
        let filled = save(&format!("structure-{art_name}-filled"), &example_of(art_name), &fillable());
        let read = script("structure.py", &[filled.to_str().unwrap()]).unwrap();
        assert!(read.lines().filter(|line| line.starts_with("  [")).count() > 40, "{read}");
    }
}

/// What that library says of files that do not hold together.
#[test]
fn the_reader_of_the_structure_refuses_what_does_not_hold_together() {
    type Spoil = fn(&mut Dictionary);
    let is_field = |object: &Dictionary| object.has(b"FT") && object.has(b"Subtype");
    let spoilt: [(&str, &str, Spoil); 5] = [
        ("two fields are called", "ziel", |field| field.set("T", Object::string_literal("kriterien"))),
        ("has no label", "ziel", |field| drop(field.remove(b"TU"))),
        ("StructParent", "ziel", |field| field.set("StructParent", 0)),
        ("shown", "prozessqualitaet", |field| field.set("V", Object::Name(b"Yes".to_vec()))),
        ("is no widget", "ziel", |field| field.set("Subtype", Object::Name(b"Link".to_vec()))),
    ];
    let blank = render(&Vereinbarung::blank(Art::Qualitaetsentwicklungsvereinbarung), &fillable()).pdf;
    for (number, (expected, name, spoil)) in spoilt.into_iter().enumerate() {
        let mut document = Document::load_mem(&blank).unwrap();
        let is_named = |field: &Dictionary| {
            is_field(field) && field.get(b"T").and_then(Object::as_str).is_ok_and(|own| own == name.as_bytes())
        };
        let field =
            document.objects.values_mut().filter_map(|object| object.as_dict_mut().ok()).find(|field| is_named(field));
        spoil(field.unwrap());
        let path = file(&format!("structure-spoilt-{number}"));
        document.save(&path).unwrap();
        let error = script("structure.py", &[path.to_str().unwrap()]).unwrap_err();
        assert!(error.contains(expected), "{expected}: {error}");
    }
}
