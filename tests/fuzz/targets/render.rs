//! Every agreement is printed, or has findings: its template never fails, and what is printed carries the data.
//!
//! The first byte chooses the options, the second the agreement to begin with; then, line by line, a place and what
//! is written there, as `words` has them: `/ziele/0/ziel` and a text, or a value of JSON.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use vereinbar::pointer::{Step, set};
use vereinbar::{
    Art, Ausfuellhilfe, RenderError, RenderOptions, Renderer, Standard, Vereinbarung, Wortlaut, extract, parse, to_json,
};
use vereinbar_fuzz::{assert_told, examples};

static RENDERER: LazyLock<Renderer> = LazyLock::new(|| Renderer::new().expect("the templates"));
static AGREEMENTS: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let blank = Art::ALL.iter().map(|art| Vereinbarung::blank(*art));
    blank.chain(examples()).map(|agreement| to_json::value(&agreement)).collect()
});

fn options(choice: u8) -> RenderOptions {
    RenderOptions {
        standard: Standard::ALL[usize::from(choice & 3)],
        ausfuellhilfe: if choice & 4 == 0 { Ausfuellhilfe::Ohne } else { Ausfuellhilfe::Angehaengt },
        wortlaut: if choice & 8 == 0 { Wortlaut::Original } else { Wortlaut::Berichtigt },
        fillable: choice & 0x30 == 0x30,
        require_complete: choice & 0x30 == 0x10,
        signature_fields: choice & 0x30 == 0x20,
        ..RenderOptions::default()
    }
}

fn steps(place: &str) -> Vec<Step<String>> {
    let step = |part: &str| part.parse().map_or_else(|_| Step::Key(part.to_owned()), Step::Index);
    place.split('/').skip(1).map(step).collect()
}

fuzz_target!(|text: &str| {
    let mut characters = text.chars();
    let (Some(choice), Some(begin)) = (characters.next(), characters.next()) else { return };
    let (choice, begin) = (u32::from(choice) as u8, u32::from(begin) as usize);
    let mut data = AGREEMENTS[begin % AGREEMENTS.len()].clone();
    for line in characters.as_str().lines() {
        let Some((place, written)) = line.split_once(' ') else { continue };
        let steps = steps(place);
        // A list is filled up to what is named, and is not to be longer than it may be.
        if steps.iter().any(|step| matches!(step, Step::Index(40..))) {
            continue;
        }
        set(&mut data, &steps, serde_json::from_str(written).unwrap_or_else(|_| written.replace('\u{b}', "\n").into()));
    }
    let Ok(agreement) = parse(&data.to_string()) else { return };
    let options = options(choice);
    match RENDERER.render(&agreement, &options) {
        Ok(document) => {
            assert_eq!(document.template_warnings, []);
            assert_told(&document.findings);
            if options.standard != Standard::A2aUa1 {
                assert_eq!(extract(&document.pdf).expect("it carries its data"), agreement);
            }
        }
        Err(RenderError::Findings { findings, .. }) => {
            assert!(!findings.is_empty());
            assert_told(&findings);
        }
        Err(RenderError::Fillable(_)) => assert!(options.fillable),
        Err(error) => panic!("{error}"),
    }
});
