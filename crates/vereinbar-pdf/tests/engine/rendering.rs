use vereinbar_pdf::{DiagnosticSeverity, EngineError, Job, PageSelection, Standard};

use crate::templates::{LETTER, contains, engine, letter, letters};

const PLAIN: &str = r#"#set document(title: "t", date: datetime(year: 2027, month: 1, day: 1))
"#;

#[test]
fn produces_a_pdf_of_every_standard() {
    let engine = letters();
    for standard in Standard::ALL {
        let json = format!(r#"{{"text": "Grüße", "attach": {}}}"#, standard.allows_attachment());
        let pdf = engine.pdf(letter(json).standard(standard)).unwrap();
        assert!(pdf.bytes.starts_with(b"%PDF-1.7"), "{standard}");
        assert!(pdf.bytes.ends_with(b"%%EOF\n"), "{standard}");
        assert!(contains(&pdf.bytes, concat!("vereinbar ", env!("CARGO_PKG_VERSION"))), "{standard}");
        assert!(contains(&pdf.bytes, "/StructTreeRoot"), "{standard}");
        assert_eq!(pdf.pages, 1);
        assert_eq!(pdf.warnings, []);

        let archival = matches!(standard, Standard::A3aUa1 | Standard::A2aUa1);
        assert_eq!(contains(&pdf.bytes, "pdfaid:part"), archival, "{standard}");
        assert_eq!(contains(&pdf.bytes, "pdfuaid:part"), standard != Standard::Plain, "{standard}");
    }
}

#[test]
fn pdf_a_2_refuses_an_attachment() {
    let error = letters().pdf(letter(r#"{"text": "x"}"#).standard(Standard::A2aUa1)).unwrap_err();
    let EngineError::Template { diagnostics } = error else { panic!("{error}") };
    assert!(diagnostics[0].message.contains("attached file"), "{}", diagnostics[0]);
}

#[test]
fn the_same_job_gives_the_same_bytes() {
    let engine = letters();
    let job = letter(r#"{"text": "Grüße"}"#);
    let first = engine.pdf(job.clone()).unwrap();
    engine.pdf(letter(r#"{"text": "anderes"}"#)).unwrap();
    assert!(engine.pdf(job.clone()).unwrap() == first);
    assert!(letters().pdf(job.clone()).unwrap() == first);
    assert!(engine.pdf(job.ident("another")).unwrap() != first);
}

#[test]
fn a_file_without_a_date_has_none() {
    let engine = engine(&[("main.typ", "Hallo")]);
    let pdf = engine.pdf(Job::new("main.typ").standard(Standard::Plain)).unwrap();
    assert!(!contains(&pdf.bytes, "CreationDate"));
    assert!(!contains(&pdf.bytes, "xmp:CreateDate"));
    assert!(matches!(engine.pdf(Job::new("main.typ")), Err(EngineError::Template { .. })));
}

#[test]
fn an_error_in_the_template_tells_where() {
    let engine = engine(&[
        ("a/main.typ", "#import \"lib.typ\": head\n= Titel\n#head(1)\n"),
        ("a/lib.typ", "#let head(x) = {\n  x + nmae\n}\n"),
    ]);
    let error = engine.pdf(Job::new("a/main.typ")).unwrap_err();
    assert_eq!(
        error.to_string(),
        "Die Dokumentvorlage enthält einen Fehler (a/lib.typ, Zeile 2). Wenn Sie eine eigene \
         Vorlage verwenden, prüfen Sie diese; sonst melden Sie den Fehler bitte."
    );
    let EngineError::Template { diagnostics } = error else { panic!("{error}") };
    let [diagnostic] = diagnostics.as_slice() else { panic!("{diagnostics:?}") };
    assert_eq!(diagnostic.severity, DiagnosticSeverity::Error);
    assert_eq!(diagnostic.message, "unknown variable: nmae");
    assert_eq!(diagnostic.file.as_deref(), Some("a/lib.typ"));
    assert_eq!((diagnostic.line, diagnostic.column), (Some(2), Some(7)));
    assert_eq!(diagnostic.trace, ["while calling `head` (a/main.typ:3:2)"]);
    assert!(diagnostic.to_string().starts_with("error: unknown variable: nmae (a/lib.typ:2:7)\n"));
}

#[test]
fn an_error_in_an_input_tells_where() {
    let error = letters().pdf(letter("{\n  \"text\": ä\n}")).unwrap_err();
    let EngineError::Template { diagnostics } = error else { panic!("{error}") };
    assert_eq!(diagnostics[0].file.as_deref(), Some("letter/main.typ"));
    let engine = engine(&[("main.typ", "#json(\"data.json\")")]);
    let error = engine.pdf(Job::new("main.typ").input("data.json", "{\n  \"text\": ä\n}")).unwrap_err();
    let EngineError::Template { diagnostics } = error else { panic!("{error}") };
    assert_eq!(diagnostics[0].file.as_deref(), Some("data.json"));
    assert_eq!(diagnostics[0].line, Some(2));
}

#[test]
fn warnings_come_with_the_document() {
    let engine = engine(&[("main.typ", "#set text(font: \"Nirgends\")\nHallo")]);
    let pdf = engine.pdf(Job::new("main.typ").standard(Standard::Plain)).unwrap();
    assert_eq!(pdf.warnings.len(), 1);
    assert_eq!(pdf.warnings[0].severity, DiagnosticSeverity::Warning);
    assert_eq!(pdf.warnings[0].line, Some(1));
}

#[test]
fn a_layout_that_does_not_settle_is_told() {
    for (template, is_settled) in [("#context if query(heading) == () [= Eins]", false), ("= Eins", true)] {
        let engine = engine(&[("main.typ", template)]);
        let pdf = engine.pdf(Job::new("main.typ").standard(Standard::Plain)).unwrap();
        assert_eq!((pdf.is_settled, pdf.warnings.is_empty()), (is_settled, is_settled));
    }
}

#[test]
fn an_input_wins_over_a_template_file() {
    let engine = engine(&[
        ("main.typ", "#set page(height: auto)\n#include \"part.typ\""),
        ("part.typ", "Vorlage #pagebreak() Vorlage"),
    ]);
    let pages = |job: Job| engine.pdf(job.standard(Standard::Plain)).unwrap().pages;
    let job = Job::new("main.typ");
    assert_eq!(pages(job.clone()), 2);
    assert_eq!(pages(job.clone().input("part.typ", "Eingabe")), 1);
    let last = job.clone().input("part.typ", "1").input("part.typ", "#pagebreak() #pagebreak()");
    assert_eq!(pages(last), 3);
    assert_eq!(pages(job.input("main.typ", "Eingabe")), 1);
    assert_eq!(pages(Job::new("other.typ").input("other.typ", "Eingabe")), 1);
}

#[test]
fn a_template_reaches_nothing_else() {
    let refused = |code: &str| {
        let engine = engine(&[("a/main.typ", &format!("{PLAIN}{code}"))]);
        match engine.pdf(Job::new("a/main.typ")) {
            Err(EngineError::Template { diagnostics }) => diagnostics[0].message.clone(),
            other => panic!("{code}: {other:?}"),
        }
    };
    assert!(refused("#read(\"/etc/passwd\")").contains("file not found"));
    assert!(refused("#read(\"main.txt\")").contains("file not found"));
    assert!(refused("#read(\"../../../etc/passwd\")").contains("path"));
    assert!(refused("#import \"@preview/cetz:0.3.0\"").contains("package not found"));
    assert!(refused("#datetime.today()").contains("date"));
    assert!(refused("#sys.inputs.x").contains("does not contain key"));
}

#[test]
fn a_job_that_is_wrong_in_itself_is_refused() {
    let engine = letters();
    let error = |job: Job| engine.pdf(job).unwrap_err();
    assert!(matches!(error(Job::new("no.typ")), EngineError::MainNotFound { .. }));
    assert!(matches!(error(Job::new("../main.typ")), EngineError::InvalidPath { .. }));
    assert!(matches!(error(letter("{}").input("/x", "")), EngineError::InvalidPath { .. }));
    let many = (0..32).fold(letter("{}"), |job, _| job.input("letter/x", ""));
    assert!(matches!(error(many), EngineError::TooManyInputs { count: 33 }));
}

#[test]
fn a_typ_file_must_be_utf_8() {
    let files = [("main.typ".to_owned(), b"\xff".as_slice().into())];
    let error = vereinbar_pdf::Engine::new(files).unwrap_err();
    assert!(matches!(&error, EngineError::NotUtf8 { path } if path == "main.typ"), "{error}");
}

#[test]
fn draws_pages_at_the_resolution() {
    let engine = engine(&[("main.typ", "#set page(width: 72pt, height: 144pt)\n#pagebreak()\n#pagebreak()")]);
    let job = || Job::new("main.typ");
    let png = |pages: &str, ppi| engine.png(job(), &pages.parse().unwrap(), ppi);
    let size = |bytes: &[u8]| {
        assert!(bytes.starts_with(b"\x89PNG\r\n\x1a\n"));
        let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
        (number(16), number(20))
    };
    let pages = png("all", 72.0).unwrap();
    assert_eq!(pages.iter().map(|page| page.number).collect::<Vec<_>>(), [1, 2, 3]);
    assert_eq!(size(&pages[0].bytes), (72, 144));
    let pages = png("3,1", 150.0).unwrap();
    assert_eq!(pages.iter().map(|page| page.number).collect::<Vec<_>>(), [1, 3]);
    assert_eq!(size(&pages[1].bytes), (150, 300));
    assert!(png("2", 150.0).unwrap() == png("2", 150.0).unwrap());

    assert!(matches!(png("4", 72.0), Err(EngineError::NoSuchPage { page: 4, pages: 3 })));
    assert!(matches!(png("all", 601.0), Err(EngineError::Resolution)));
}

#[test]
fn refuses_to_draw_a_page_beyond_all_measure() {
    let engine = engine(&[("main.typ", "#set page(width: 100cm, height: 100cm)\nHallo")]);
    let error = engine.png(Job::new("main.typ"), &PageSelection::All, 300.0).unwrap_err();
    assert!(matches!(error, EngineError::PageTooLarge { page: 1 }));
    let engine = crate::templates::engine(&[("main.typ", "#set page(width: 1e9cm)\nHallo")]);
    let error = engine.png(Job::new("main.typ"), &PageSelection::All, 10.0).unwrap_err();
    assert!(matches!(error, EngineError::PageTooLarge { page: 1 }));
}

#[test]
fn a_preview_shows_characters_without_a_glyph() {
    let pages = letters().png(letter(r#"{"text": "中"}"#), &PageSelection::All, 20.0).unwrap();
    assert_eq!(pages.len(), 1);
}

/// typst-render makes a pixmap of a tile and unwraps it; a tile of 360,000 km is too large.
#[test]
fn a_panic_in_typst_is_an_error_and_the_next_call_works() {
    let broken = "#rect(fill: tiling(size: (1e9pt, 1e9pt))[x])";
    let engine = engine(&[("broken.typ", broken), ("letter/main.typ", LETTER)]);
    let error = engine.png(Job::new("broken.typ"), &PageSelection::All, 72.0).unwrap_err();
    assert!(matches!(error, EngineError::Panicked { .. }), "{error}");
    assert_eq!(engine.pdf(letter(r#"{"text": "x"}"#)).unwrap().pages, 1);
}
