//! Finding the characters that keep a finished layout from being exported.

use std::collections::BTreeSet;

use typst::layout::{Frame, FrameItem};
use typst::text::TextItem;
use typst_layout::PagedDocument;

use crate::covers;

/// The characters in `document` that keep it from being exported, sorted.
///
/// These are the ones that [`covers`] says no to. If there are none, but there are gaps
/// all the same, it is the characters of those: each has a glyph, but their combination
/// has none.
pub(crate) fn unprintable(document: &PagedDocument) -> Vec<char> {
    let mut found = Found::default();
    for page in document.pages() {
        found.search(&page.frame);
    }
    let characters = if found.uncovered.is_empty() { found.gaps } else { found.uncovered };
    characters.into_iter().collect()
}

#[derive(Default)]
struct Found {
    uncovered: BTreeSet<char>,
    /// Behind the glyph 0, `.notdef`.
    gaps: BTreeSet<char>,
}

impl Found {
    fn search(&mut self, frame: &Frame) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => self.search(&group.frame),
                FrameItem::Text(text) => self.read(text),
                _ => {}
            }
        }
    }

    fn read(&mut self, text: &TextItem) {
        self.uncovered.extend(text.text.chars().filter(|&c| !covers(c)));
        for glyph in text.glyphs.iter().filter(|glyph| glyph.id == 0) {
            self.gaps.extend(text.text.get(glyph.range()).unwrap_or_default().chars());
        }
    }
}
