//! Texts that are heavy to lay out: what is refused is refused at once, and the heaviest
//! that is not takes no longer than a page of text may.

use std::time::{Duration, Instant};

use serde_json::json;
use vereinbar::{Letterhead, Logo, RenderError, RenderOptions, Renderer, Severity, Stage, parse, validate};
use vereinbar_tests::thread_time;

/// Stated in docs/reliability.md; a tenth of it is usual.
const BOUND: Duration = Duration::from_secs(20);
const SENTENCE: &str = "Ein Satz mit Wörtern, der lang genug ist, um gebrochen zu werden. ";

fn agreement(text: &str) -> vereinbar::Vereinbarung {
    let text: String = text.chars().take(9_990).collect();
    parse(&json!({"art": "qualitaetsentwicklungsvereinbarung", "ziele": [{"ziel": text}]}).to_string()).unwrap()
}

#[test]
fn the_heaviest_text_that_is_allowed_is_laid_out_in_bounded_time() {
    let renderer = Renderer::new().unwrap();
    for text in [
        format!("a{}", "\u{301}".repeat(30)).repeat(330),
        format!("\u{628}{} ", "\u{64b}".repeat(30)).repeat(310),
        "\u{202e}".repeat(30) + &SENTENCE.repeat(150),
        "\u{200d} \u{200d} x".repeat(30) + &SENTENCE.repeat(140),
        format!("{}x ", "\u{ad}".repeat(30)).repeat(310),
        "\u{202b}a\u{202c} ".repeat(2_400),
        " ".repeat(9_900) + SENTENCE,
        "\u{a0}".repeat(9_900) + SENTENCE,
        "\u{2003}".repeat(9_900) + SENTENCE,
        "a".repeat(9_990),
    ] {
        let start = Instant::now();
        let name: String = text.chars().take(3).flat_map(char::escape_unicode).collect();
        renderer.render(&agreement(&text), &RenderOptions::default()).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(start.elapsed() < BOUND, "{name}: {:?}", start.elapsed());
    }
}

/// Laid out, each would take minutes, more than 10 GB, or end in a panic.
#[test]
fn what_would_be_too_heavy_is_a_finding_with_its_place() {
    let renderer = Renderer::new().unwrap();
    for (text, code) in [
        (format!("a{}", "\u{301}".repeat(9_900)), "marks_too_many"),
        (format!("{}{SENTENCE}", "\u{202e}".repeat(3_000)), "marks_too_many"),
        ("\u{200d} ".repeat(4_600) + SENTENCE, "marks_too_many"),
        ("\u{200d} \u{200d} x".repeat(1_900), "marks_too_many"),
        ("\u{202b}a ".repeat(63) + SENTENCE, "directions_too_deep"),
    ] {
        let vereinbarung = agreement(&text);
        let (took, (findings, result)) = thread_time(|| {
            let findings = validate(&vereinbarung, &Stage::Entwurf.into());
            (findings, renderer.render(&vereinbarung, &RenderOptions::default()))
        });
        let found = findings.iter().find(|finding| finding.code == code).unwrap();
        assert_eq!((found.place.as_str(), found.severity), ("Ziel 1 › Ziel", Severity::Error), "{code}");
        assert!(!found.remedy.is_empty());
        let error = result.unwrap_err();
        assert!(matches!(error, RenderError::Findings { .. }), "{error}");
        assert!(took < Duration::from_secs(2), "{took:?}");
    }
}

/// A logo that can be read and not drawn is said to be at fault, not the template.
#[test]
fn a_logo_that_cannot_be_drawn_is_a_fault_of_the_logo() {
    let renderer = Renderer::new().unwrap();
    // The head of a PNG of 8 by 8 points, and nothing behind it.
    let mut cut = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x08\0\0\0\x08\x08\x02\0\0\0".to_vec();
    cut.extend([0x4b, 0x6d, 0x29, 0xdc]);
    let logo = Logo::new(cut, "Wappen").unwrap();
    let options = RenderOptions { letterhead: Some(Letterhead::new().logo(logo)), ..RenderOptions::default() };
    let error = renderer.render(&agreement("Ein Ziel"), &options).unwrap_err();
    assert!(matches!(error, RenderError::Letterhead(_)), "{error:?}");
    assert!(error.to_string().starts_with("Das Logo"), "{error}");
}
