//! The bounds of what is rendered.

/// The lowest resolution of a preview, in pixels per inch.
pub const MIN_PPI: f32 = 10.0;
/// The highest resolution of a preview, in pixels per inch.
pub const MAX_PPI: f32 = 600.0;
/// The most pixels a page of a preview may have: an A3 page at 600 ppi, 280 MB while it is
/// drawn.
pub const MAX_PIXELS: f64 = 70e6;

/// The most input files a job may have.
pub(crate) const MAX_INPUTS: usize = 32;

/// The most files of an overlay, and folders in each other.
pub(crate) const MAX_FILES: usize = 500;
pub(crate) const MAX_DEPTH: usize = 16;
pub(crate) const MAX_FILE_BYTES: u64 = 16 << 20;
pub(crate) const MAX_TOTAL_BYTES: u64 = 64 << 20;
