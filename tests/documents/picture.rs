//! A page as a picture, and how it is kept small.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::ops::Range;

use png::{BitDepth, ColorType, Compression, Decoder, Encoder, Transformations};

/// Red, green and blue.
type Pixel = [u8; 3];

/// How far two shades may be apart that look the same.
const SAME_SHADE: u8 = 24;
/// References have 16 shades of each colour; a page differs from its own by half a step.
const STEP: u8 = 17;

pub(crate) struct Picture {
    width: usize,
    pixels: Vec<Pixel>,
}

impl Picture {
    /// Reads a PNG; `None` if it is none.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let mut decoder = Decoder::new(Cursor::new(bytes));
        decoder.set_transformations(Transformations::EXPAND);
        let mut reader = decoder.read_info().ok()?;
        let mut buffer = vec![0; reader.output_buffer_size()?];
        let info = reader.next_frame(&mut buffer).ok()?;
        let pixels = buffer[..info.buffer_size()].chunks(info.color_type.samples());
        let pixels = pixels.map(|pixel| pixel.first_chunk().copied()).collect::<Option<_>>()?;
        Some(Self { width: info.width as usize, pixels })
    }

    /// A PNG with few shades and a palette, a quarter of the size.
    pub(crate) fn reduced(&self) -> Vec<u8> {
        let shades = |pixel: &Pixel| pixel.map(|shade| (shade.saturating_add(STEP / 2)) / STEP * STEP);
        let mut palette = BTreeMap::new();
        for pixel in &self.pixels {
            let next = u8::try_from(palette.len()).expect("a page has few colours");
            palette.entry(shades(pixel)).or_insert(next);
        }
        let mut colours = vec![0; palette.len() * 3];
        for (colour, index) in &palette {
            colours[usize::from(*index) * 3..][..3].copy_from_slice(colour);
        }
        let indices: Vec<u8> = self.pixels.iter().map(|pixel| palette[&shades(pixel)]).collect();
        let mut bytes = Vec::new();
        let size = [self.width, self.pixels.len() / self.width].map(|side| u32::try_from(side).unwrap());
        let mut encoder = Encoder::new(&mut bytes, size[0], size[1]);
        encoder.set_color(ColorType::Indexed);
        encoder.set_depth(BitDepth::Eight);
        encoder.set_palette(colours);
        encoder.set_compression(Compression::High);
        // Neighbouring indices of a palette are no neighbouring shades.
        encoder.set_filter(png::Filter::NoFilter);
        encoder.write_header().unwrap().write_image_data(&indices).unwrap();
        bytes
    }

    /// The share of pixels that differ visibly from a reference; all of them where the sizes do.
    pub(crate) fn differing(&self, reference: &Self) -> f64 {
        if (self.width, self.pixels.len()) != (reference.width, reference.pixels.len()) {
            return 1.0;
        }
        let is_other =
            |(a, b): &(&Pixel, &Pixel)| a.iter().zip(*b).any(|(a, b)| a.abs_diff(*b) > SAME_SHADE + STEP / 2);
        self.pixels.iter().zip(&reference.pixels).filter(is_other).count() as f64 / self.pixels.len() as f64
    }

    /// The page once for each of its longer lines of text, with that one moved down by a pixel.
    pub(crate) fn with_lines_shifted(&self) -> Vec<Self> {
        let rows: Vec<&[Pixel]> = self.pixels.chunks(self.width).collect();
        let is_blank = |row: &[Pixel]| row.iter().all(|pixel| pixel == &row[0]);
        let mut lines: Vec<Range<usize>> = Vec::new();
        for index in (0..rows.len()).filter(|index| !is_blank(rows[*index])) {
            match lines.last_mut().filter(|line| line.end == index) {
                Some(line) => line.end += 1,
                None => lines.push(index..index + 1),
            }
        }
        let is_text = |line: &Range<usize>| line.len() >= 5 && self.length(line) > self.width / 4;
        let shifted = lines.into_iter().filter(is_text).map(|line| {
            let mut moved = rows.clone();
            moved[line.start..=line.end].rotate_right(1);
            Self { width: self.width, pixels: moved.concat() }
        });
        shifted.collect()
    }

    /// How far the ink of a line reaches.
    fn length(&self, line: &Range<usize>) -> usize {
        let has_ink = |column: &usize| line.clone().any(|row| self.pixels[row * self.width + column][0] < 128);
        let columns = || (0..self.width).filter(has_ink);
        columns().max().unwrap_or_default() - columns().min().unwrap_or_default()
    }

    pub(crate) fn in_black_and_white(&self) -> Self {
        let grey = |pixel: &Pixel| [pixel.iter().copied().max().unwrap_or_default(); 3];
        Self { width: self.width, pixels: self.pixels.iter().map(grey).collect() }
    }
}
