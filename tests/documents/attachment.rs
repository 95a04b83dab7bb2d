//! The PDF carries its data, and gives it back.

use vereinbar::{Ausfuellhilfe, ExtractError, RenderOptions, Standard, extract, limits};
use vereinbar_pdf::attachment::{self, AttachmentError, ReadLimits};

use crate::support::{all, example, render};

#[test]
fn what_is_extracted_equals_what_was_rendered() {
    for (name, vereinbarung) in all() {
        for standard in Standard::ALL.into_iter().filter(|standard| standard.allows_attachment()) {
            let pdf = render(&vereinbarung, &RenderOptions { standard, ..RenderOptions::default() }).pdf;
            assert_eq!(extract(&pdf).unwrap(), vereinbarung, "{name}, {standard}");
        }
    }
}

#[test]
fn the_attachment_is_the_canonical_json() {
    let pdf = render(&example(), &RenderOptions::default()).pdf;
    let json = attachment::read(&pdf, "vereinbarung.json", &ReadLimits::default()).unwrap();
    assert_eq!(String::from_utf8(json).unwrap(), example().to_json());
}

/// The document says what is printed, the data what was meant.
#[test]
fn characters_without_a_glyph_are_replaced_in_print_only() {
    let json = r#"{"art": "qualitaetsentwicklungsvereinbarung", "traeger": {"name": "Träger 🧡 漢"}}"#;
    let vereinbarung = vereinbar::parse(json).unwrap();
    let rendered = render(&vereinbarung, &RenderOptions::default());
    assert!(crate::support::plain_text(&rendered.pdf).contains("Träger \u{fffd} \u{fffd}"));
    assert_eq!(extract(&rendered.pdf).unwrap(), vereinbarung);
    assert_eq!(rendered.findings[0].code, "character_unprintable");
    assert_eq!(rendered.findings[0].path, "/traeger/name");
}

#[test]
fn a_document_without_data_is_told_from_a_broken_one() {
    let without = [
        RenderOptions { standard: Standard::A2aUa1, ..RenderOptions::default() },
        RenderOptions { ausfuellhilfe: Ausfuellhilfe::Allein, ..RenderOptions::default() },
    ];
    for options in without {
        let pdf = render(&example(), &options).pdf;
        let error = extract(&pdf).unwrap_err();
        assert!(matches!(error, ExtractError::Attachment(AttachmentError::NotFound { others: 0 })), "{error:?}");
    }
    let pdf = render(&example(), &RenderOptions::default()).pdf;
    let broken = &pdf[..pdf.len() / 3];
    assert!(matches!(extract(broken).unwrap_err(), ExtractError::Attachment(_)));
    assert!(matches!(extract(b"{}").unwrap_err(), ExtractError::Attachment(AttachmentError::NotAPdf)));
}

#[test]
fn attached_data_that_is_no_agreement_gives_findings() {
    let template = br#"#pdf.attach("/vereinbarung.json", read("/data.json", encoding: none))
        #set document(title: "x", date: datetime(year: 2027, month: 1, day: 1))"#;
    let engine = vereinbar_pdf::Engine::new([("main.typ".to_owned(), template.as_slice().into())]).unwrap();
    let error = |json: &str| {
        let job = vereinbar_pdf::Job::new("main.typ").input("data.json", json);
        extract(&engine.pdf(job.standard(Standard::Plain)).unwrap().bytes).unwrap_err()
    };
    assert_eq!(error(r#"{"art": "mietvertrag"}"#).findings()[0].code, "unknown_art");
    // A small file may hold much: what is wrong with it is not listed without end.
    let many = |entries| {
        let json = format!(r#"{{"art": "qualitaetsentwicklungsvereinbarung", "ziele": [0{}]}}"#, ",0".repeat(entries));
        let findings = error(&json).findings().to_vec();
        (findings.len(), findings.last().unwrap().code)
    };
    assert_eq!(many(64_000), (limits::MAX_FINDINGS + 1, "more_faults"));
    assert_eq!(many(limits::MAX_VALUES), (1, "too_many_values"));
}
