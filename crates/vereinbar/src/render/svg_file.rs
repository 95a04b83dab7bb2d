//! What an SVG may be as a logo, before anything of it is drawn.
//!
//! usvg, by which Typst draws it, unfolds what refers to something else, for each reference
//! anew and to any depth, and it decodes pictures within the picture. So the parts that
//! multiply are refused by name, and the rest is measured as it will be unfolded. XML, style
//! sheets and references are read by the libraries that usvg reads them with: nothing is
//! spelled so that one sees it and the other does not.

use std::collections::HashMap;

use roxmltree::{Document, Node, NodeId, ParsingOptions};
use simplecss::{DeclarationTokenizer, StyleSheet};
use svgtypes::{FuncIRI, IRI};

use super::letterhead_error::LetterheadError;

/// What leaves a part of an element: the property with which something refers to it, and the
/// element. It is drawn for each reference, and counted so; one that is itself clipped or
/// masked would be drawn for each way that leads to it.
const CUTS: [(&str, &str); 2] = [("clip-path", "clipPath"), ("mask", "mask")];
/// Elements that are decoded, or drawn anew wherever something refers to them.
const REFUSED: [&str; 8] = ["image", "feImage", "filter", "pattern", "marker", "foreignObject", "textPath", "tref"];
/// Properties of the kind. Some filters need no element, `blur(9px)`, and lines may be dashed
/// in any number of pieces.
const REFUSED_PROPERTIES: [&str; 2] = ["filter", "stroke-dasharray"];
/// The most nodes, elements and texts: of the file, and of what it unfolds to.
const MAX_NODES: u32 = 20_000;
/// The most bytes of attributes that it unfolds to, with what a style sheet adds.
const MAX_UNFOLDED_BYTES: u64 = 2 << 20;
/// How deep elements may lie in each other, uses included.
const MAX_DEPTH: u32 = 64;
/// The longest attribute that elements within may take over, each for itself.
const MAX_ATTRIBUTE_BYTES: usize = 10_000;
/// The longest style sheet, all of them together.
const MAX_STYLE_BYTES: usize = 64 << 10;
/// How often a rule of a style sheet may be tried on an element. A rule that looks at what
/// surrounds an element counts as often as that may be.
const MAX_RULE_TRIALS: u64 = 20_000_000;
/// The longest text, in bytes.
const MAX_TEXT_BYTES: u64 = 1_000;
/// The most colours of gradients: as if each node were filled with the longest of them.
const MAX_STOPS: u64 = 500_000;
/// How often a gradient may refer to another one, and that again.
const MAX_LINKS: usize = 8;

/// Refuses an SVG that takes more time or memory than a logo may.
pub(super) fn check(text: &str) -> Result<(), LetterheadError> {
    // Entities can hide and repeat anything.
    if text.contains("<!ENTITY") {
        return Err(LetterheadError::SvgPart("!ENTITY"));
    }
    let options = ParsingOptions { allow_dtd: true, nodes_limit: 2 * MAX_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).map_err(|error| match error {
        roxmltree::Error::NodesLimitReached => LetterheadError::SvgTooComplex,
        _ => LetterheadError::Damaged,
    })?;
    Measure::new(&document)?.document(&document)
}

/// What a part of the picture comes to once it is unfolded.
#[derive(Clone, Copy, Default)]
struct Unfolded {
    nodes: u64,
    bytes: u64,
    text: u64,
    height: u32,
    is_cut: bool,
}

impl Unfolded {
    /// Takes in a part that lies within, or is referred to.
    fn add(&mut self, part: Self) {
        self.nodes = self.nodes.saturating_add(part.nodes);
        self.bytes = self.bytes.saturating_add(part.bytes);
        self.text = self.text.saturating_add(part.text);
        self.height = self.height.max(part.height + 1);
        self.is_cut |= part.is_cut;
    }

    fn is_within_bounds(&self) -> bool {
        self.nodes <= MAX_NODES.into()
            && self.bytes <= MAX_UNFOLDED_BYTES
            && self.text <= MAX_TEXT_BYTES
            && self.height <= MAX_DEPTH
    }
}

struct Measure<'a> {
    /// All elements of a name; which of them is meant, usvg decides in different ways.
    named: HashMap<&'a str, Vec<Node<'a, 'a>>>,
    sheet: StyleSheet<'a>,
    /// The colours of the longest gradient.
    stops: u64,
    known: HashMap<NodeId, Unfolded>,
}

impl<'a> Measure<'a> {
    fn new(document: &'a Document<'a>) -> Result<Self, LetterheadError> {
        let mut named: HashMap<&str, Vec<Node<'_, '_>>> = HashMap::new();
        let mut sheet = StyleSheet::new();
        let (mut style_bytes, mut elements, mut stops) = (0, 0, 0);
        for node in document.descendants().filter(Node::is_element) {
            elements += 1;
            if let Some(name) = REFUSED.iter().find(|name| **name == node.tag_name().name()) {
                return Err(LetterheadError::SvgPart(name));
            }
            if node.tag_name().name().ends_with("Gradient") {
                stops = stops.max(node.children().filter(Node::is_element).count() as u64);
            }
            if let Some(id) = node.attribute("id") {
                named.entry(id).or_default().push(node);
            }
            if let Some(text) = node.text().filter(|_| node.tag_name().name() == "style") {
                style_bytes += text.len();
                if style_bytes > MAX_STYLE_BYTES {
                    return Err(LetterheadError::SvgTooComplex);
                }
                sheet.parse_more(text);
            }
        }
        let trials: u64 =
            sheet.rules.iter().map(|rule| trials(&rule.selector.to_string())).fold(0, u64::saturating_add);
        if trials.saturating_mul(elements) > MAX_RULE_TRIALS {
            return Err(LetterheadError::SvgTooComplex);
        }
        Ok(Self { named, sheet, stops, known: HashMap::new() })
    }

    fn document(mut self, document: &'a Document<'a>) -> Result<(), LetterheadError> {
        let whole = self.element(document.root_element(), 0)?;
        if whole.nodes * self.stops > MAX_STOPS { Err(LetterheadError::SvgTooComplex) } else { Ok(()) }
    }

    /// What an element unfolds to, measured once. One that refers to itself goes too deep.
    fn element(&mut self, node: Node<'a, 'a>, depth: u32) -> Result<Unfolded, LetterheadError> {
        if depth > MAX_DEPTH {
            return Err(LetterheadError::SvgTooComplex);
        }
        if let Some(known) = self.known.get(&node.id()) {
            return if depth + known.height > MAX_DEPTH { Err(LetterheadError::SvgTooComplex) } else { Ok(*known) };
        }
        let name = node.tag_name().name();
        let mut unfolded = Unfolded { nodes: 1, ..Unfolded::default() };
        let mut cuts = Vec::new();
        self.for_each_property(node, |name, value| {
            unfolded.bytes += value.len() as u64;
            if value.len() > MAX_ATTRIBUTE_BYTES && !matches!(name, "d" | "points") {
                return Err(LetterheadError::SvgTooComplex);
            }
            if let Some(name) = REFUSED_PROPERTIES.iter().find(|refused| **refused == name && value.trim() != "none") {
                return Err(LetterheadError::SvgPart(name));
            }
            let cuts_by = CUTS.iter().any(|(property, _)| *property == name);
            // What the element around it is cut by would be drawn once more.
            if cuts_by && value.trim() == "inherit" {
                return Err(LetterheadError::SvgTooComplex);
            }
            cuts.extend(FuncIRI::from_str(value).ok().filter(|_| cuts_by).map(|FuncIRI(id)| id));
            Ok(())
        })?;
        for child in node.children() {
            if child.is_element() {
                unfolded.add(self.element(child, depth + 1)?);
            } else {
                unfolded.nodes += 1;
                unfolded.text +=
                    child.text().filter(|_| matches!(name, "text" | "tspan" | "a")).map_or(0, str::len) as u64;
            }
        }
        if name == "use" {
            for target in self.links(node) {
                unfolded.add(self.element(target, depth + 1)?);
            }
        }
        if name.ends_with("Gradient") {
            self.check_gradient(node)?;
        }
        let cuts: Vec<_> = cuts.into_iter().filter_map(|id| self.named.get(id)).flatten().copied().collect();
        for cut in cuts {
            unfolded.is_cut = true;
            unfolded.add(self.element(cut, depth + 1)?);
        }
        let is_cut_twice = unfolded.is_cut && CUTS.iter().any(|(_, element)| *element == name);
        if is_cut_twice || !unfolded.is_within_bounds() {
            return Err(LetterheadError::SvgTooComplex);
        }
        self.known.insert(node.id(), unfolded);
        Ok(unfolded)
    }

    /// The elements that `href` names.
    fn links(&self, node: Node<'a, 'a>) -> Vec<Node<'a, 'a>> {
        let hrefs = node.attributes().filter(|attribute| attribute.name() == "href");
        let ids = hrefs.filter_map(|attribute| IRI::from_str(attribute.value()).ok());
        ids.filter_map(|IRI(id)| self.named.get(id)).flatten().copied().collect()
    }

    /// All that is said of an element, wherever: attributes, `style`, style sheets.
    fn for_each_property(
        &self,
        node: Node<'a, 'a>,
        mut take: impl FnMut(&str, &'a str) -> Result<(), LetterheadError>,
    ) -> Result<(), LetterheadError> {
        for attribute in node.attributes().filter(|attribute| is_drawn(attribute.namespace())) {
            take(attribute.name(), attribute.value())?;
        }
        let own = DeclarationTokenizer::from(node.attribute("style").unwrap_or_default());
        let rules = self.sheet.rules.iter().filter(|rule| rule.selector.matches(&Styled(node)));
        let mut of_rules = rules.flat_map(|rule| &rule.declarations);
        own.into_iter().try_for_each(|declaration| take(declaration.name, declaration.value))?;
        of_rules.try_for_each(|declaration| take(declaration.name, declaration.value))
    }

    fn check_gradient(&self, gradient: Node<'a, 'a>) -> Result<(), LetterheadError> {
        let mut links = vec![gradient];
        for _ in 0..MAX_LINKS {
            links = links.into_iter().flat_map(|link| self.links(link)).take(MAX_LINKS).collect();
        }
        if links.is_empty() { Ok(()) } else { Err(LetterheadError::SvgTooComplex) }
    }
}

/// How many elements a rule looks at, at most, to know whether it is for one.
fn trials(selector: &str) -> u64 {
    let around = selector.bytes().filter(|byte| matches!(byte, b' ' | b'>' | b'+')).count();
    u64::from(MAX_DEPTH).saturating_pow(u32::try_from(around).unwrap_or(u32::MAX))
}

/// Whether a name of this namespace is one of SVG.
fn is_drawn(namespace: Option<&str>) -> bool {
    namespace.is_none_or(|namespace| namespace.starts_with("http://www.w3.org/"))
}

/// An element as a rule of a style sheet sees it: as usvg shows it.
struct Styled<'a>(Node<'a, 'a>);

impl simplecss::Element for Styled<'_> {
    fn parent_element(&self) -> Option<Self> {
        self.0.parent_element().map(Styled)
    }

    fn prev_sibling_element(&self) -> Option<Self> {
        self.0.prev_sibling_element().map(Styled)
    }

    fn has_local_name(&self, name: &str) -> bool {
        self.0.tag_name().name() == name
    }

    fn attribute_matches(&self, name: &str, operator: simplecss::AttributeOperator<'_>) -> bool {
        self.0.attribute(name).is_some_and(|value| operator.matches(value))
    }

    fn pseudo_class_matches(&self, class: simplecss::PseudoClass<'_>) -> bool {
        class == simplecss::PseudoClass::FirstChild && self.prev_sibling_element().is_none()
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;

    fn judged(inside: &str) -> Result<(), LetterheadError> {
        let begun = Instant::now();
        let result = check(&format!(
            "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' \
             xmlns:s='http://www.w3.org/2000/svg' viewBox='0 0 60 60'>{inside}</svg>"
        ));
        let took = begun.elapsed();
        assert!(took < Duration::from_secs(5), "{took:?} for {}", inside.get(..200).unwrap_or(inside));
        result
    }

    /// `count` levels, each of them made of the one below.
    fn levels(count: usize, level: impl Fn(usize) -> String) -> String {
        (0..count).map(level).collect()
    }

    #[test]
    fn logos_as_drawing_programs_write_them_are_taken() {
        for inside in [
            "<g fill='none' style='stroke-dasharray:none;filter:none'><path d='M0 0h9v9z' stroke='red'/></g>",
            "<style>.st0{clip-path:url(#SVGID_2_);fill:#E30613;} g path{opacity:.5}</style><defs>\
             <rect id='SVGID_1_' width='9' height='9'/></defs><clipPath id='SVGID_2_'>\
             <use xlink:href='#SVGID_1_' style='overflow:visible;'/></clipPath>\
             <g class='st0'><g class='st0'><path class='st0' d='M0 0h9v9z'/></g></g>",
            "<linearGradient id='a'><stop offset='0'/><stop offset='1' stop-color='#fff'/></linearGradient>\
             <radialGradient id='b' xlink:href='#a' r='9'/><circle fill='url(#b)' r='9'/>",
            "<mask id='a' style='mask-type:luminance'><rect width='9' height='9'/></mask><g mask='url(#a)'><path/></g>",
            "<symbol id='stern'><polygon points='0,0 9,0 9,9'/></symbol><use href='#stern'/><use href='#stern' x='9'/>",
            "<a href='https://example.org'><text y='9'>Landkreis <tspan>Musterland</tspan></text></a>",
            "<title>filter</title><metadata><!-- <image/> --><![CDATA[<pattern/>]]></metadata>",
            "<path color-interpolation-filters='linearRGB' d='M0 0h9'/>",
        ] {
            assert_eq!(judged(inside), Ok(()), "{inside}");
        }
        let doctype = "<?xml version='1.0'?><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'svg11.dtd'>";
        assert_eq!(check(&format!("{doctype}<svg xmlns='http://www.w3.org/2000/svg'/>")), Ok(()));
    }

    #[test]
    fn what_is_decoded_or_multiplies_is_refused_by_name() {
        for (inside, name) in [
            ("<image href='data:image/png;base64,iVBORw0KGgo='/>", "image"),
            ("<image xlink:href='wappen.png'/>", "image"),
            ("<s:image href='data:image/png;base64,iVBORw0KGgo='/>", "image"),
            ("<g><defs><s:pattern id='m'><rect/></s:pattern></defs></g>", "pattern"),
            ("<marker id='m'/>", "marker"),
            ("<foreignObject/>", "foreignObject"),
            ("<text><textPath href='#a'>x</textPath></text>", "textPath"),
            ("<filter id='a'><feGaussianBlur stdDeviation='500'/></filter>", "filter"),
            ("<filter id='a'><feImage href='#a'/></filter>", "filter"),
            ("<g filter='blur(500px)'/>", "filter"),
            ("<g style='f&#105;lter: blur(500px)'/>", "filter"),
            ("<style>g { filter : blur(500px) }</style><g/>", "filter"),
            ("<style><![CDATA[g{filter:blur(9px)}]]></style><g/>", "filter"),
            ("<path d='M0 0h99999' stroke='red' stroke-dasharray='.001'/>", "stroke-dasharray"),
        ] {
            assert_eq!(judged(inside), Err(LetterheadError::SvgPart(name)), "{inside}");
        }
        let entity = "<!DOCTYPE svg [<!ENTITY a '<image/>'>]><svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>";
        assert_eq!(check(entity), Err(LetterheadError::SvgPart("!ENTITY")));
        assert_eq!(judged("<g>"), Err(LetterheadError::Damaged));
    }

    #[test]
    fn an_svg_that_unfolds_to_too_much_is_refused_at_once() {
        let rect = "<rect width='9' height='9'/>";
        let uses = levels(20, |i| format!("<g id='a{}'><use href='#a{i}'/><use xlink:href=' #a{i} '/></g>", i + 1));
        let clipped = |how: &str| {
            levels(20, |i| {
                let how = how.replace('#', &format!("#c{i}"));
                format!("<clipPath id='c{}'><rect id='r{}' class='r{i}' {how}/><rect {how}/></clipPath>", i + 1, i + 1)
            })
        };
        let rules = levels(20, |i| format!(".r{i}{{clip-path:url(#c{i})}}"));
        let many = |part: &str, times: usize| part.repeat(times);
        for inside in [
            format!("<g id='a0'>{rect}</g>{uses}<use href='#a20'/>"),
            "<g id='a'><use href='#b'/><use href='#b'/></g><g id='b'><use href='#c'/></g><g id='c'><use href='#a'/></g>".into(),
            format!("<clipPath id='c0'>{rect}</clipPath>{}<g clip-path='url(#c20)'/>", clipped("clip-path='url(#)'")),
            format!("<mask id='c0'>{rect}</mask>{}", clipped("mask='url(#)'").replace("clipPath", "mask")),
            format!("<mask id='c0'>{rect}</mask>{}", clipped("mask='url(#)'")),
            format!("<clipPath id='c0'>{rect}</clipPath>{}<g/>", clipped("style='clip-path:url( \"#\" )'")),
            format!("<style>{rules}</style><clipPath id='c0'>{rect}</clipPath>{}", clipped("")),
            format!(
                "<g id='a' clip-path='url(#d)'/><clipPath id='d'>{rect}</clipPath>\
                 <clipPath id='c'><use href='#a'/></clipPath>"
            ),
            format!("<clipPath id='c'>{}</clipPath>{}", many(rect, 500), many("<g clip-path='url(#c)'/>", 500)),
            many("<g>", 200_000) + &many("</g>", 200_000),
            many("<g>", 65) + &many("</g>", 65),
            many("<g/>", 170_000),
            many("<!-- -->", 400_000),
            format!("<path id='a' d='{}'/>{}", many("h1", 50_000), many("<use href='#a'/>", 50)),
            format!("<path d='{}'/>", many("h1", 2_000_000)),
            format!("<g stroke-width='{}'/>", many("1 ", 6_000)),
            format!("<style>q {} rect{{fill:red}}</style>{rect}", many("* ", 9)),
            format!("<style>{}</style>{}", many(".a{x:y}", 3_000), many("<g/>", 9_000)),
            format!("<style>{}</style>", many(".a{x:y}", 10_000)),
            format!("<style>g{{stroke:{}}}</style>{}", many("x", 9_000), many("<g/>", 9_000)),
            format!("<text>{}</text>", many("a\u{301}", 500)),
            format!("<linearGradient id='a'>{}</linearGradient>{}", many("<stop/>", 100), many("<g/>", 5_000)),
            levels(20, |i| format!("<linearGradient id='a{i}' href='#a{}'/>", i + 1)),
            "<linearGradient id='a' href='#a'/>".into(),
            format!("<g clip-path='url(#c)'><g style='clip-path: inherit'/></g><clipPath id='c'>{rect}</clipPath>"),
        ] {
            let start = inside.get(..200).unwrap_or(&inside);
            assert_eq!(judged(&inside), Err(LetterheadError::SvgTooComplex), "{start}");
        }
    }
}
