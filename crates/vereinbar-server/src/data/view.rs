//! What there is to say about a draft, and its page.

use serde_json::Value;
use vereinbar::pointer::{PointerBuf, Step};
use vereinbar::{EngineError, Finding, PageSelection, PngPage, RenderError, RenderOptions, Renderer, Severity, Stage};
use vereinbar::{Vereinbarung, parse, validate};

use super::draft::Draft;

/// What stands beside the form.
pub(crate) struct View {
    /// All findings at the stage that was asked for, in the order of the form.
    pub(crate) findings: Vec<Finding>,
    /// Where something is still missing before it can be signed.
    pub(crate) open: Vec<String>,
    /// The page that was asked for, or the last one, or all; none where nothing can be drawn.
    pub(crate) pages: Vec<PngPage>,
    /// Whether something is left out of the pages because it cannot be read, or contradicts itself.
    pub(crate) is_partial: bool,
}

/// Looks at a draft. `page` is the page to draw, none for all of them.
pub(crate) fn view(renderer: &Renderer, draft: Draft, stage: Stage, page: Option<usize>, ppi: f32) -> View {
    let (readable, mut findings) = readable(draft.told());
    let is_unreadable = !findings.is_empty();
    let Some(vereinbarung) = readable else {
        return View { findings, open: Vec::new(), pages: Vec::new(), is_partial: true };
    };
    let of_rules = |stage: Stage| validate(&vereinbarung, &stage.into());
    let ready = of_rules(Stage::Unterschriftsreif);
    let open = ready
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .map(|finding| finding.path.clone())
        .collect();
    let unread: Vec<String> = findings.iter().map(|finding| finding.path.clone()).collect();
    // What could not be read is not missing.
    findings.extend(of_rules(stage).into_iter().filter(|finding| !unread.contains(&finding.path)));
    let root = vereinbar::schema::Node::root(draft.art);
    findings.sort_by_cached_key(|finding| root.order(&finding.path));
    let (printable, is_left_out) = without_contradictions(vereinbarung);
    let pages = printable.map(|printable| draw(renderer, &printable, page, ppi)).unwrap_or_default();
    View { findings, open, pages, is_partial: is_unreadable || is_left_out }
}

/// How often values are taken out before a draft is given up: those of one round may be
/// what hid the next.
const ROUNDS: usize = 5;

/// The agreement without what cannot be read, and what was found about that.
fn readable(mut told: Value) -> (Option<Vereinbarung>, Vec<Finding>) {
    let mut found = Vec::new();
    for _ in 0..ROUNDS {
        match parse(&told.to_string()) {
            Ok(vereinbarung) => return (Some(vereinbarung), found),
            Err(error) => {
                let findings = error.into_findings();
                let is_taken_out =
                    findings.iter().fold(false, |taken, finding| take_out(&mut told, &finding.path) || taken);
                // Line and column are those of a text that nobody has seen.
                found.extend(findings.into_iter().map(|mut finding| {
                    finding.position = None;
                    finding
                }));
                if !is_taken_out {
                    break;
                }
            }
        }
    }
    (None, found)
}

/// The agreement without what contradicts itself, for the preview alone.
fn without_contradictions(vereinbarung: Vereinbarung) -> (Option<Vereinbarung>, bool) {
    let mut vereinbarung = vereinbarung;
    for round in 0..ROUNDS {
        let findings = validate(&vereinbarung, &Stage::Entwurf.into());
        let errors: Vec<&Finding> = findings.iter().filter(|finding| finding.severity == Severity::Error).collect();
        if errors.is_empty() {
            return (Some(vereinbarung), round > 0);
        }
        let mut value: Value = serde_json::from_str(&vereinbarung.to_json()).unwrap_or_default();
        let paths = errors.iter().flat_map(|finding| finding.paths());
        let is_taken_out = paths.fold(false, |taken, path| take_out(&mut value, path) || taken);
        match parse(&value.to_string()) {
            Ok(rest) if is_taken_out => vereinbarung = rest,
            _ => break,
        }
    }
    (None, true)
}

/// Takes a value out of the data; the rows of lists keep their numbers.
fn take_out(value: &mut Value, path: &str) -> bool {
    let Ok(mut pointer) = path.parse::<PointerBuf>() else { return false };
    let Some(last) = pointer.pop() else { return false };
    let Some(parent) = value.pointer_mut(&pointer.to_string()) else { return false };
    match (last, parent) {
        (Step::Key(key), Value::Object(fields)) => fields.remove(&key).is_some(),
        (Step::Index(index), Value::Array(entries)) => match entries.get_mut(index) {
            Some(entry) if entry.is_object() && entry != &Value::Object(serde_json::Map::new()) => {
                *entry = Value::Object(serde_json::Map::new());
                true
            }
            Some(_) => {
                entries.remove(index);
                true
            }
            None => false,
        },
        _ => false,
    }
}

fn draw(renderer: &Renderer, vereinbarung: &Vereinbarung, page: Option<usize>, ppi: f32) -> Vec<PngPage> {
    let options = RenderOptions::default();
    let selection = page.map_or(PageSelection::All, PageSelection::page);
    match renderer.preview(vereinbarung, &options, &selection, ppi) {
        Ok(pages) => pages,
        // The page has gone with what was on it.
        Err(RenderError::Engine(EngineError::NoSuchPage { pages: last, .. })) => {
            renderer.preview(vereinbarung, &options, &PageSelection::page(last), ppi).unwrap_or_default()
        }
        Err(_) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn seen(value: Value, stage: Stage) -> View {
        let draft = Draft::from_json(&value.to_string()).unwrap();
        view(&Renderer::new().unwrap(), draft, stage, Some(1), 20.0)
    }

    #[test]
    fn a_draft_is_drawn_although_some_of_it_cannot_be_read_or_contradicts_itself() {
        let view = seen(
            json!({
                "art": "qualitaetsentwicklungsvereinbarung",
                "stand": "31.2.2027",
                "vereinbarungszeitraum": {"von": "2027-01-01", "bis": "2026-01-01"},
                "jugendamt": {"ags": "abc"},
            }),
            Stage::Entwurf,
        );
        let codes: Vec<(&str, &str)> =
            view.findings.iter().map(|finding| (finding.code, finding.path.as_str())).collect();
        assert!(codes.contains(&("vereinbarungszeitraum_reversed", "/vereinbarungszeitraum/bis")), "{codes:?}");
        assert!(codes.iter().any(|(_, path)| *path == "/stand"), "{codes:?}");
        assert!(codes.iter().any(|(_, path)| *path == "/jugendamt/ags"), "{codes:?}");
        assert!(view.findings.iter().all(|finding| finding.position.is_none()));
        assert!(view.is_partial);
        assert_eq!(view.pages.len(), 1);
    }

    #[test]
    fn a_page_beyond_the_last_is_the_last() {
        let draft = Draft::blank(vereinbar::Art::Qualitaetsentwicklungsvereinbarung);
        let renderer = Renderer::new().unwrap();
        let view = view(&renderer, draft, Stage::Entwurf, Some(99), 20.0);
        let page = view.pages.first().unwrap();
        assert_eq!(page.number, page.of);
        assert!(!view.is_partial && view.findings.is_empty() && !view.open.is_empty());
    }
}
