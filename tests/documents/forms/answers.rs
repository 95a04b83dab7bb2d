//! Answers that are not as the form expects them.

use lopdf::{Document, Object, StringFormat};
use vereinbar::{
    Art, ChangeKind, RenderOptions, Severity, Vereinbarung, extract, extract_all, extract_answers, parse, refresh,
};

use super::support::fillable;
use crate::support::{ART, example_of, fixture, render};

/// A form in which values were changed by hand: the last part of a field's name, and what
/// is put into it.
fn filled(form: &[u8], change: &dyn Fn(&str, &mut lopdf::Dictionary)) -> Vec<u8> {
    let mut document = Document::load_mem(form).unwrap();
    for object in document.objects.values_mut() {
        let Ok(dictionary) = object.as_dict_mut() else { continue };
        let Some(name) = dictionary.get(b"T").ok().and_then(|name| name.as_str().ok()).map(<[u8]>::to_vec) else {
            continue;
        };
        // Elements of the structure have titles there, which are no names.
        if let Ok(name) = std::str::from_utf8(&name)
            && !dictionary.has(b"S")
        {
            change(name, dictionary);
        }
    }
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

fn text(text: &str) -> Object {
    let mut bytes = vec![0xfe, 0xff];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Literal)
}

fn blank() -> Vec<u8> {
    render(&Vereinbarung::blank(Art::Qualitaetsentwicklungsvereinbarung), &fillable()).pdf
}

#[test]
fn what_is_no_date_is_a_finding_and_the_rest_is_read() {
    let form = filled(&blank(), &|name, field| match name {
        "von" => field.set("V", text("bald")),
        "einladung_durch" => field.set("V", text(" das Jugendamt\r\n")),
        _ => {}
    });
    let answers = extract_answers(&form).unwrap();
    let [finding] = answers.findings.as_slice() else { panic!("{:?}", answers.findings) };
    assert_eq!((finding.code, finding.severity), ("invalid_format", Severity::Error));
    assert_eq!((finding.path.as_str(), finding.position), ("/vereinbarungszeitraum/von", None));
    // As people write it, not as the data have it.
    assert!(finding.remedy.contains("30.06.2027"), "{finding}");
    assert!(finding.place.contains("Vereinbarungszeitraum"), "{}", finding.place);
    assert!(answers.vereinbarung.to_json().contains("\"das Jugendamt\""), "{}", answers.vereinbarung.to_json());
    // Who asks for the agreement alone does not get half of it.
    assert!(extract(&form).unwrap_err().to_string().contains("Vereinbarungszeitraum"));
    assert!(extract_all(&form).unwrap()[0].vereinbarung.is_err());
}

#[test]
fn what_is_longer_than_its_field_is_read_whole_and_said() {
    let long = "Sehr ausführlich. ".repeat(200);
    let form = filled(&blank(), &|name, field| {
        if name == "ziel" {
            field.set("V", text(long.trim()));
        }
    });
    let answers = extract_answers(&form).unwrap();
    let codes: Vec<_> = answers.findings.iter().map(|finding| (finding.code, finding.path.as_str())).collect();
    assert_eq!(codes, [("field_overflows", "/ziele/0/ziel"), ("field_overflows", "/ziele/1/ziel")]);
    assert_eq!(extract(&form).unwrap().to_json().matches(long.trim()).count(), 2);
}

/// Who makes the form is told first, and not only who reads it.
#[test]
fn what_is_longer_than_its_field_is_told_when_the_form_is_made() {
    let long = "Sehr ausführlich beschrieben. ".repeat(300);
    let draft = |ziel: &str, name: &str| {
        parse(
            &serde_json::json!({
                "art": ART, "traeger": {"name": name},
                "ziele": [{"ziel": ziel.trim()}],
            })
            .to_string(),
        )
        .unwrap()
    };
    let told = |agreement: &Vereinbarung| {
        let form = render(agreement, &fillable());
        let of_fields = form.findings.iter().filter(|finding| finding.code == "field_overflows");
        let paths: Vec<String> = of_fields.map(|finding| finding.path.clone()).collect();
        // Whoever reads it is told the same, and nothing is lost.
        let read = extract_answers(&form.pdf).unwrap();
        let read_paths: Vec<String> = read.findings.into_iter().map(|finding| finding.path).collect();
        assert_eq!(paths, read_paths);
        assert_eq!(read.vereinbarung, *agreement);
        paths
    };
    assert_eq!(told(&draft(&long, "Beispielträger")), ["/ziele/0/ziel"]);
    // A field grows as far as a page has room.
    assert_eq!(told(&draft(&long[..1200], "Beispielträger Jugendhilfe gGmbH")), Vec::<String>::new());
    assert_eq!(told(&fixture("vollstaendig")), Vec::<String>::new());
}

#[test]
fn changes_are_told_and_emptied_entries_of_lists_are_gone() {
    let before = fixture("vollstaendig");
    let form = render(&before, &fillable()).pdf;
    let form = filled(&form, &|name, field| match name {
        "am" => field.set("V", text("1.2.2029")),
        "einladung_durch" | "wer" | "was" | "bis" => {
            field.remove(b"V");
        }
        _ => {}
    });
    let answers = extract_answers(&form).unwrap();
    let kind = |path: &str| answers.changes.iter().find(|change| change.path == path).map(|change| change.kind);
    assert_eq!(kind("/fortsetzung/am"), Some(ChangeKind::Changed));
    assert_eq!(kind("/ziele/0/massnahmen/freier_traeger/0/wer"), Some(ChangeKind::Emptied));
    let json: serde_json::Value = serde_json::from_str(&answers.vereinbarung.to_json()).unwrap();
    assert_eq!(json["fortsetzung"]["am"], "2029-02-01");
    assert_eq!(json["fortsetzung"].get("einladung_durch"), None);
    // All the entries that had nothing else are gone, and what was asked for elsewhere is not.
    for ziel in json["ziele"].as_array().unwrap() {
        assert_eq!(ziel.get("massnahmen"), None);
    }
    let kept = &json["ziele"][0]["zielueberpruefung"]["freier_traeger"];
    assert!(kept.as_array().is_some_and(|entries| !entries.is_empty()), "{kept}");
}

#[test]
fn a_choice_made_twice_and_a_state_that_contradicts_are_findings() {
    let form = render(&Vereinbarung::blank(Art::LeqVereinbarung), &fillable()).pdf;
    let mut document = Document::load_mem(&form).unwrap();
    for object in document.objects.values_mut() {
        let Ok(widget) = object.as_dict_mut() else { continue };
        let on = |code: &str| {
            let states =
                widget.get(b"AP").and_then(Object::as_dict).and_then(|ap| ap.get(b"N")).and_then(Object::as_dict);
            states.is_ok_and(|states| states.has(code.as_bytes()))
        };
        for code in ["stationaer", "ambulant"] {
            if on(code) {
                widget.set("AS", Object::Name(code.as_bytes().to_vec()));
                break;
            }
        }
        if widget.get(b"T").and_then(Object::as_str).is_ok_and(|name| name == b"sgb_viii_34") {
            widget.set("V", Object::Name(b"Yes".to_vec()));
        }
    }
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    let answers = extract_answers(&bytes).unwrap();
    let codes: Vec<_> = answers.findings.iter().map(|finding| (finding.code, finding.path.as_str())).collect();
    assert_eq!(
        codes,
        [("field_ticked_twice", "/leistungsangebot/form"), ("field_unclear", "/leistungsangebot/hilfearten")],
        "{:?}",
        answers.findings
    );
    // What the page shows counts.
    assert!(!answers.vereinbarung.to_json().contains("sgb_viii_34"));
    // Drawn anew, neither of the two choices has won.
    let again = extract_answers(&refresh(&bytes).unwrap()).unwrap();
    assert_eq!(again.vereinbarung, answers.vereinbarung);
    assert_eq!(again.findings[0].code, "field_ticked_twice");
}

/// Programs that tick a box in a state of their own, or keep a value alone.
#[test]
fn a_state_that_the_form_has_not_reads_the_same_once_it_is_drawn_anew() {
    let form = render(&Vereinbarung::blank(Art::LeqVereinbarung), &fillable()).pdf;
    let own = || Object::Name(b"Eigener".to_vec());
    for key in ["AS", "V"] {
        let bytes = filled(&form, &|name, field| {
            if name == "sgb_viii_34" {
                field.remove(b"AS");
                field.set(key, own());
            }
        });
        let answers = extract_answers(&bytes).unwrap();
        assert!(answers.vereinbarung.to_json().contains("sgb_viii_34"), "{key}");
        let again = extract_answers(&refresh(&bytes).unwrap()).unwrap();
        assert_eq!(again, answers, "{key}");
    }
    // Of buttons that exclude each other it is none.
    let bytes = filled(&form, &|name, field| {
        if name == "form" && field.has(b"Kids") {
            field.set("V", own());
        }
    });
    let mut document = Document::load_mem(&bytes).unwrap();
    for object in document.objects.values_mut() {
        let Ok(widget) = object.as_dict_mut() else { continue };
        if widget.has(b"AS") && !widget.has(b"T") {
            widget.remove(b"AS");
        }
    }
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    let answers = extract_answers(&bytes).unwrap();
    assert!(!answers.findings.is_empty());
    assert_eq!(extract_answers(&refresh(&bytes).unwrap()).unwrap(), answers);
}

#[test]
fn forms_of_others_are_refused_or_said() {
    // A form without our data.
    let mut document = Document::load_mem(&blank()).unwrap();
    let catalog = document.catalog_mut().unwrap();
    catalog.remove(b"AF");
    catalog.remove(b"Names");
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    let error = extract(&bytes).unwrap_err().to_string();
    assert!(error.contains("enthält die gesuchten Daten nicht"), "{error}");
    // Fields that are not ours, with entries beyond any list.
    let form = filled(&blank(), &|name, field| {
        if name == "ziel" || name == "von" {
            field.set("T", text("ziele-99999999"));
        }
    });
    let answers = extract_answers(&form).unwrap();
    assert_eq!(answers.findings[0].code, "fields_unknown");
    assert!(answers.findings[0].message.contains("3 Formularfelder"), "{}", answers.findings[0].message);
}

#[test]
fn only_forms_that_are_not_signed_are_drawn_anew() {
    let plain = render(&example_of(ART), &RenderOptions::default()).pdf;
    assert!(refresh(&plain).unwrap_err().to_string().contains("keine Formularfelder"));
    assert!(refresh(b"no pdf").is_err());
    let record = render(&example_of(ART), &super::support::signable()).pdf;
    assert!(refresh(&record).is_ok());
    let signed = filled(&record, &|_, field| {
        if field.has(b"FT") {
            field.set("V", lopdf::Dictionary::new());
        }
    });
    assert!(refresh(&signed).unwrap_err().to_string().contains("unterschrieben"));
}
