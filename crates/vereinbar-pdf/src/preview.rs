use std::ops::RangeInclusive;
use std::str::FromStr;

use typst::utils::Scalar;
use typst_render::RenderOptions;

use crate::world::JobWorld;
use crate::{EngineError, MAX_PIXELS, MAX_PPI, MIN_PPI, pdf};

/// Typographic points per inch.
const POINTS_PER_INCH: f64 = 72.0;

/// Which pages of a document to draw, counted from 1.
///
/// Written as `all`, or as numbers and ranges: `1`, `2-4`, `1,3-5`.
///
/// ```
/// use vereinbar_pdf::PageSelection;
///
/// assert_eq!("all".parse::<PageSelection>()?, PageSelection::All);
/// assert_eq!("1,3-5".parse::<PageSelection>()?, PageSelection::Ranges(vec![1..=1, 3..=5]));
/// # Ok::<(), vereinbar_pdf::EngineError>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum PageSelection {
    /// Every page.
    #[default]
    All,
    /// The pages in any of these ranges, each once, in the document's order.
    Ranges(Vec<RangeInclusive<usize>>),
}

impl PageSelection {
    /// One page.
    #[must_use]
    pub fn page(number: usize) -> Self {
        Self::Ranges(vec![number..=number])
    }

    /// The page numbers selected of a document with `count` pages.
    fn resolve(&self, count: usize) -> Result<Vec<usize>, EngineError> {
        let Self::Ranges(ranges) = self else { return Ok((1..=count).collect()) };
        for number in ranges.iter().flat_map(|range| [*range.start(), *range.end()]) {
            if number == 0 || number > count {
                return Err(EngineError::NoSuchPage { page: number, pages: count });
            }
        }
        Ok((1..=count).filter(|page| ranges.iter().any(|range| range.contains(page))).collect())
    }
}

impl FromStr for PageSelection {
    type Err = EngineError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.trim() == "all" {
            return Ok(Self::All);
        }
        let number = |text: &str| match text.trim().parse() {
            Ok(number) if number > 0 => Ok(number),
            _ => Err(EngineError::PageSelection),
        };
        let range = |text: &str| match text.split_once('-') {
            None => number(text).map(|page| page..=page),
            Some((first, last)) => {
                let (first, last) = (number(first)?, number(last)?);
                if first <= last { Ok(first..=last) } else { Err(EngineError::PageSelection) }
            }
        };
        text.split(',').map(range).collect::<Result<_, _>>().map(Self::Ranges)
    }
}

/// A page drawn as an image.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PngPage {
    /// The page's number, counted from 1.
    pub number: usize,
    /// How many pages the document has.
    pub of: usize,
    /// The image as a PNG file.
    pub bytes: Vec<u8>,
}

/// Refuses a resolution that is out of bounds, before any work is done.
pub(crate) fn check_resolution(ppi: f32) -> Result<(), EngineError> {
    // Not a number is in no range.
    if (MIN_PPI..=MAX_PPI).contains(&ppi) { Ok(()) } else { Err(EngineError::Resolution) }
}

/// Lays the document out and draws the selected pages.
pub(crate) fn draw(world: &JobWorld, pages: &PageSelection, ppi: f32) -> Result<Vec<PngPage>, EngineError> {
    check_resolution(ppi)?;
    let (document, _) = pdf::layout(world)?;
    let scale = f64::from(ppi) / POINTS_PER_INCH;
    let options = RenderOptions { pixel_per_pt: Scalar::new(scale), render_bleed: false };

    let mut images = Vec::new();
    let of = document.pages().len();
    for number in pages.resolve(of)? {
        // `resolve` gives no number beyond the last page.
        let Some(page) = document.pages().get(number - 1) else { continue };
        let size = page.frame.size();
        // Written so that a page of infinite size is refused, too.
        let pixels = (size.x.to_pt() * scale).max(1.0) * (size.y.to_pt() * scale).max(1.0);
        if pixels.is_nan() || pixels > MAX_PIXELS {
            return Err(EngineError::PageTooLarge { page: number });
        }
        let bytes = typst_render::render(page, &options)
            .encode_png()
            .map_err(|error| EngineError::Panicked { detail: format!("page {number} as PNG: {error}") })?;
        images.push(PngPage { number, of, bytes });
    }
    Ok(images)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parses_page_selections() {
        assert_eq!(" all ".parse::<PageSelection>().unwrap(), PageSelection::All);
        assert_eq!("2".parse::<PageSelection>().unwrap(), PageSelection::page(2));
        for text in ["", "0", "3-1", "1-", "-1", "1,,2", "1;2", "x", "99999999999999999999999"] {
            let error = text.parse::<PageSelection>().unwrap_err();
            assert!(matches!(error, EngineError::PageSelection), "{text}");
        }
    }

    #[test]
    fn resolves_each_page_once_and_in_order() {
        let selection = PageSelection::Ranges(vec![4..=5, 1..=2, 2..=4]);
        assert_eq!(selection.resolve(5).unwrap(), [1, 2, 3, 4, 5]);
        assert_eq!(PageSelection::All.resolve(2).unwrap(), [1, 2]);
        assert_eq!(PageSelection::Ranges(vec![]).resolve(2).unwrap(), [0usize; 0]);
        let huge = PageSelection::Ranges(vec![1..=usize::MAX]);
        assert!(matches!(huge.resolve(2), Err(EngineError::NoSuchPage { pages: 2, .. })));
    }

    #[test]
    fn refuses_resolutions_out_of_bounds() {
        for ppi in [f32::NAN, f32::INFINITY, 0.0, -72.0, 9.9, 600.1] {
            assert!(check_resolution(ppi).is_err(), "{ppi}");
        }
        assert!(check_resolution(72.0).is_ok());
    }
}
