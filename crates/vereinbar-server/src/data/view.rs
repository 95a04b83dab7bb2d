//! What there is to say about a draft, and its page.

use std::io::Cursor;

use serde_json::{Map, Value};
use vereinbar::pointer::{PointerBuf, Step};
use vereinbar::schema::{Kind, Node, in_written_words};
use vereinbar::{Finding, Severity, Stage, Vereinbarung, parse, validate};
use vereinbar_workers::{DrawnPage, Lost};

use super::artist::Artist;
use super::draft::Draft;

/// What stands beside the form.
pub(crate) struct View {
    /// All findings at the stage that was asked for, in the order of the form.
    pub(crate) findings: Vec<Finding>,
    /// Where something is still missing before it can be signed.
    pub(crate) open: Vec<String>,
    /// The page that was asked for, or the last one, or all; none where nothing can be drawn.
    pub(crate) pages: Vec<DrawnPage>,
    /// Why they could not be drawn, where they took too much.
    pub(crate) lost: Option<Lost>,
    /// What keeps it from being printed; the pages leave it out.
    pub(crate) obstacle: Option<Obstacle>,
}

/// What keeps a draft from being printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Obstacle {
    /// Something cannot be read: there are no data of it either.
    Unreadable,
    /// Something contradicts itself, or is more than can be.
    Contradiction,
}

/// What to look for.
pub(crate) struct ViewOptions {
    pub(crate) stage: Stage,
    /// The page to draw, none for all of them.
    pub(crate) page: Option<usize>,
    pub(crate) ppi: f32,
    /// Places whose page is drawn instead, where one can tell.
    pub(crate) seek: Vec<String>,
}

/// Looks at a draft.
pub(crate) fn view(artist: Artist, draft: &Draft, look: &ViewOptions) -> View {
    let (readable, mut findings) = readable(draft.told());
    let is_unreadable = !findings.is_empty();
    let Some(vereinbarung) = readable else {
        return View {
            findings,
            open: Vec::new(),
            pages: Vec::new(),
            lost: None,
            obstacle: Some(Obstacle::Unreadable),
        };
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
    findings.extend(of_rules(look.stage).into_iter().filter(|finding| !unread.contains(&finding.path)));
    let root = Node::root(draft.art);
    findings.sort_by_cached_key(|finding| root.order(&finding.path));
    let (printable, is_left_out) = without_contradictions(vereinbarung);
    let pages = printable.map_or_else(
        || Ok(Vec::new()),
        |printable| {
            let sought = if look.seek.is_empty() { None } else { page_of(artist, &printable, &look.seek)? };
            artist.draft(&printable, sought.or(look.page), look.ppi)
        },
    );
    let (pages, lost) = match pages {
        Ok(pages) => (pages, None),
        Err(lost) => (Vec::new(), Some(lost)),
    };
    let obstacle = match (is_unreadable, is_left_out) {
        (true, _) => Some(Obstacle::Unreadable),
        (false, true) => Some(Obstacle::Contradiction),
        (false, false) => None,
    };
    View { findings, open, pages, lost, obstacle }
}

/// The page on which these places are printed: the first one that is another without what they hold, or with
/// something in them where they are empty. So no template has to say where it prints what.
fn page_of(artist: Artist, vereinbarung: &Vereinbarung, places: &[String]) -> Result<Option<usize>, Lost> {
    /// Enough to tell letters from none.
    const PPI: f32 = 30.0;
    let Some(other) = with_other(vereinbarung, places) else { return Ok(None) };
    let (own, other) = (artist.draft(vereinbarung, None, PPI)?, artist.draft(&other, None, PPI)?);
    let differs = |page: &DrawnPage| other.get(page.number - 1).is_none_or(|other| type_area(other) != type_area(page));
    Ok(own.iter().find(|page| differs(page)).map(|page| page.number))
}

/// The same without what these places hold, or with something in them where they are empty.
fn with_other(vereinbarung: &Vereinbarung, places: &[String]) -> Option<Vereinbarung> {
    let mut other: Value = serde_json::from_str(&vereinbarung.to_json()).ok()?;
    let is_changed = take_all_out(&mut other, places.iter().map(String::as_str));
    if !is_changed {
        let place = places.first()?;
        let (parent, key) = place.rsplit_once('/')?;
        let node = Node::root(vereinbarung.art()).at(place)?;
        let value = Map::from_iter([(key.to_owned(), something(node))]);
        put(&mut other, parent, value);
    }
    without_contradictions(parse(&other.to_string()).ok()?).0
}

/// What is printed between head and foot, which name the number of pages.
fn type_area(page: &DrawnPage) -> Option<Vec<u8>> {
    /// The part of the height that head and foot take, each.
    const MARGIN: usize = 12;
    let mut reader = png::Decoder::new(Cursor::new(&page.bytes)).read_info().ok()?;
    let mut pixels = vec![0; reader.output_buffer_size()?];
    let info = reader.next_frame(&mut pixels).ok()?;
    let rows = info.height as usize;
    let (first, last) = (rows / MARGIN * info.line_size, (rows - rows / MARGIN) * info.line_size);
    pixels.get(first..last).map(<[u8]>::to_vec)
}

/// Puts fields into the object at a place, which is made where it is missing.
fn put(value: &mut Value, place: &str, fields: Map<String, Value>) {
    let mut here = value;
    for step in place.split('/').skip(1) {
        let Value::Object(own) = here else { return };
        here = own.entry(step).or_insert_with(|| Map::new().into());
    }
    if let Value::Object(own) = here {
        own.extend(fields);
    }
}

/// A value that can be printed.
fn something(node: Node) -> Value {
    match node.kind() {
        Kind::Object => node
            .properties()
            .take(1)
            .map(|(key, field)| (key.to_owned(), something(field)))
            .collect::<Map<_, _>>()
            .into(),
        Kind::List => node.item().map(something).into_iter().collect(),
        Kind::Code => node.codes().next().into(),
        Kind::Boolean => true.into(),
        Kind::Integer => node.minimum().unwrap_or(1).into(),
        Kind::Datum => "2027-01-01".into(),
        Kind::Betrag | Kind::Zahl => "1".into(),
        Kind::Ags | Kind::Plz => "12345".into(),
        _ => "X".into(),
    }
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
                let is_taken_out = take_all_out(&mut told, findings.iter().map(|finding| finding.path.as_str()));
                // Line and column are those of a text that nobody has seen.
                found.extend(findings.into_iter().map(|finding| {
                    let mut finding = in_written_words(finding);
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
        let is_taken_out = take_all_out(&mut value, errors.iter().flat_map(|finding| finding.paths()));
        match parse(&value.to_string()) {
            Ok(rest) if is_taken_out => vereinbarung = rest,
            _ => break,
        }
    }
    (None, true)
}

/// Takes values out of the data, and says whether there were any.
fn take_all_out<'a>(value: &mut Value, paths: impl Iterator<Item = &'a str>) -> bool {
    let mut is_taken = false;
    for path in paths {
        is_taken |= take_out(value, path);
    }
    is_taken
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

#[cfg(test)]
mod tests {
    use serde_json::json;
    use vereinbar::Renderer;

    use super::*;

    fn seen(value: &Value, stage: Stage) -> View {
        let draft = Draft::from_json(&value.to_string()).unwrap();
        let look = ViewOptions { stage, page: Some(1), ppi: 20.0, seek: Vec::new() };
        view(Artist { renderer: &Renderer::new().unwrap(), processes: None }, &draft, &look)
    }

    #[test]
    fn a_draft_is_drawn_although_some_of_it_cannot_be_read_or_contradicts_itself() {
        let view = seen(
            &json!({
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
        let stand = view.findings.iter().find(|finding| finding.path == "/stand").unwrap();
        // As the field asks for it.
        assert!(stand.remedy.contains("TT.MM.JJJJ"), "{}", stand.remedy);
        assert!(codes.iter().any(|(_, path)| *path == "/jugendamt/ags"), "{codes:?}");
        assert!(view.findings.iter().all(|finding| finding.position.is_none()));
        assert_eq!(view.obstacle, Some(Obstacle::Unreadable));
        assert_eq!(view.pages.len(), 1);
    }

    #[test]
    fn a_page_beyond_the_last_is_the_last() {
        let draft = Draft::blank(vereinbar::Art::Qualitaetsentwicklungsvereinbarung);
        let renderer = Renderer::new().unwrap();
        let look = ViewOptions { stage: Stage::Entwurf, page: Some(99), ppi: 20.0, seek: Vec::new() };
        let view = view(Artist { renderer: &renderer, processes: None }, &draft, &look);
        let page = view.pages.first().unwrap();
        assert_eq!(page.number, page.of);
        assert!(view.obstacle.is_none() && view.findings.is_empty() && !view.open.is_empty());
    }

    #[test]
    fn the_page_of_a_section_is_found_filled_or_not() {
        let renderer = Renderer::new().unwrap();
        let seek = |draft: &Draft, place: &str| {
            let look = ViewOptions { stage: Stage::Entwurf, page: Some(1), ppi: 20.0, seek: vec![place.to_owned()] };
            let view = view(Artist { renderer: &renderer, processes: None }, draft, &look);
            view.pages.first().map(|page| (page.number, page.of)).unwrap()
        };
        let blank = Draft::blank(vereinbar::Art::Qualitaetsentwicklungsvereinbarung);
        assert_eq!(seek(&blank, "/jugendamt").0, 1);
        let (last, of) = seek(&blank, "/unterzeichnung");
        assert!(last > 1 && last == of, "{last} of {of}");
        let mut value = blank.value.clone();
        value["fortsetzung"] = json!({"einladung_durch": "Jugendamt"});
        let filled = Draft { value, ..blank };
        assert!(seek(&filled, "/fortsetzung").0 > 1);
        let contract = Draft::blank(vereinbar::Art::LeqVereinbarung);
        assert!(seek(&contract, "/entgeltvereinbarung/tagessatz").0 > 5);
    }
}
