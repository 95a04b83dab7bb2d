//! What is drawn in a field. The frame is the page's; here is only what was entered.

use std::fmt::Write as _;

use super::font::{FormFont, PADDING, RESOURCE};

/// A stream of nothing has a length: some programs fail over an empty one.
pub(super) const NOTHING: &str = "q Q";

/// Text, from the top if it may have several lines, else in the middle.
pub(super) fn text(
    font: &FormFont,
    value: &str,
    type_size: f32,
    is_multiline: bool,
    (width, height): (f32, f32),
) -> String {
    if value.is_empty() {
        return "/Tx BMC\nEMC".to_owned();
    }
    let leading = font.leading() * type_size;
    let (lines, base) = if is_multiline {
        let lines = font.lines(value, type_size, width - 2.0 * PADDING);
        (lines, height - PADDING - font.ascent * type_size)
    } else {
        let base = (height - leading) / 2.0 - font.descent * type_size;
        (vec![value.replace('\n', " ")], base)
    };
    let mut content = format!(
        "/Tx BMC\nq\n1 1 {:.2} {:.2} re W n\nBT\n{}\n{leading:.2} TL {PADDING} {base:.2} Td\n",
        width - 2.0,
        height - 2.0,
        default_appearance(type_size),
    );
    for (number, line) in lines.iter().enumerate() {
        if number > 0 {
            content.push_str("T*\n");
        }
        content.push('<');
        for c in line.chars() {
            let _ = write!(content, "{:04X}", font.glyph(c));
        }
        content.push_str("> Tj\n");
    }
    content.push_str("ET\nQ\nEMC");
    content
}

/// How other programs are to draw text: in grey, which every colour space of the archive
/// allows.
pub(super) fn default_appearance(type_size: f32) -> String {
    format!("/{RESOURCE} {type_size} Tf 0 g")
}

/// A cross.
pub(super) fn cross((width, height): (f32, f32)) -> String {
    const MARGIN: f32 = 0.2;
    let (left, right) = (width * MARGIN, width * (1.0 - MARGIN));
    let (bottom, top) = (height * MARGIN, height * (1.0 - MARGIN));
    format!(
        "q 1.1 w 1 J 0 G {left:.2} {bottom:.2} m {right:.2} {top:.2} l {right:.2} {bottom:.2} m {left:.2} {top:.2} l S Q"
    )
}
