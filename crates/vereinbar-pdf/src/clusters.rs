//! Letters with marks that come out of the document as they went in.
//!
//! A letter and the marks on it ("A" and U+030B) are one cluster of several glyphs. Typst
//! 0.15 gives each of these glyphs the text of the whole cluster, and a mark that is
//! raised becomes a text item of its own. Whoever copies or searches the text, or has it
//! read aloud, then gets the cluster twice. Here each glyph is left with its own
//! character: the letter with the letter's, each mark with the mark's.

use std::ops::Range;

use typst::layout::{Em, Frame, FrameItem};
use typst::model::Document;
use typst::text::{Glyph, TextItem};
use typst_layout::PagedDocument;

/// The document with each mark's glyph carrying the mark alone. Documents without such
/// letters, nearly all, come back as they are.
pub(crate) fn split(document: PagedDocument) -> PagedDocument {
    if !document.pages().iter().any(|page| has_marks(&page.frame)) {
        return document;
    }
    let mut pages: typst::ecow::EcoVec<_> = document.pages().into();
    for page in pages.make_mut() {
        split_frame(&mut page.frame);
    }
    PagedDocument::new(pages, document.info().clone())
}

fn has_marks(frame: &Frame) -> bool {
    frame.items().any(|(_, item)| match item {
        FrameItem::Group(group) => has_marks(&group.frame),
        FrameItem::Text(text) => text.glyphs.iter().any(|glyph| is_mark(text, glyph)),
        _ => false,
    })
}

/// A glyph that takes no room of its own and stands for a cluster of several characters.
fn is_mark(item: &TextItem, glyph: &Glyph) -> bool {
    glyph.x_advance == Em::zero() && cluster(item, glyph).chars().nth(1).is_some()
}

fn cluster<'a>(item: &'a TextItem, glyph: &Glyph) -> &'a str {
    item.text.get(glyph.range()).unwrap_or_default()
}

fn split_frame(frame: &mut Frame) {
    let mut texts = own_texts(frame).into_iter();
    frame.retain(|item| {
        match item {
            FrameItem::Group(group) => split_frame(&mut group.frame),
            FrameItem::Text(text) => {
                if let Some(own) = texts.next() {
                    assign(text, own);
                }
            }
            _ => {}
        }
        true
    });
}

/// For each text item of the frame, for each of its glyphs: the text that is its own, or
/// `None` where nothing changes.
fn own_texts(frame: &Frame) -> Vec<Vec<Option<String>>> {
    let items: Vec<&TextItem> = frame
        .items()
        .filter_map(|(_, item)| if let FrameItem::Text(text) = item { Some(text) } else { None })
        .collect();
    let glyphs: Vec<(&TextItem, &Glyph)> =
        items.iter().flat_map(|item| item.glyphs.iter().map(move |glyph| (*item, glyph))).collect();
    let mut own: Vec<Option<String>> = Vec::with_capacity(glyphs.len());
    let mut rest = glyphs.as_slice();
    while let [(item, letter), after @ ..] = rest {
        let text = cluster(item, letter);
        let marks =
            after.iter().take_while(|(item, glyph)| is_mark(item, glyph) && cluster(item, glyph) == text).count();
        let characters: Vec<char> = text.chars().collect();
        // With more marks than characters the glyphs are something else than marks.
        let split_at = if marks == 0 { None } else { characters.len().checked_sub(marks).filter(|&count| count > 0) };
        match split_at.and_then(|count| characters.split_at_checked(count)) {
            Some((base, each)) => {
                own.push(Some(base.iter().collect()));
                own.extend(each.iter().map(|mark| Some(mark.to_string())));
            }
            None => own.extend(std::iter::repeat_n(None, marks + 1)),
        }
        rest = after.get(marks..).unwrap_or_default();
    }
    let mut own = own.into_iter();
    items.iter().map(|item| own.by_ref().take(item.glyphs.len()).collect()).collect()
}

/// Writes the item's text anew from its glyphs' texts.
fn assign(item: &mut TextItem, own: Vec<Option<String>>) {
    if own.iter().all(Option::is_none) {
        return;
    }
    let mut text = String::with_capacity(item.text.len());
    let mut previous = None;
    let old = item.text.clone();
    for (glyph, own) in item.glyphs.iter_mut().zip(own) {
        let start = text.len();
        if let Some(own) = own {
            text.push_str(&own);
        } else if let Some((range, new)) = &previous
            && *range == glyph.range
        {
            // Glyphs that share a cluster go on sharing it.
            glyph.range = Range::clone(new);
            continue;
        } else {
            text.push_str(old.get(glyph.range()).unwrap_or_default());
        }
        let range = std::mem::replace(&mut glyph.range, offset(start)..offset(text.len()));
        previous = Some((range, glyph.range.clone()));
    }
    item.text = text.into();
}

/// The new text is never longer than the old one, whose ranges were `u16` already.
fn offset(bytes: usize) -> u16 {
    u16::try_from(bytes).unwrap_or(u16::MAX)
}
