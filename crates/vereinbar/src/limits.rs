//! The limits of what is read and printed, in one place.
//!
//! They keep a wrong or hostile input from using up memory or time; real
//! agreements stay far below (form A, 40 pages: about 0.1 MB). Over a limit is
//! a finding, never a crash or a hang.

/// The largest input that `parse` reads, in bytes: 8 MiB. It leaves room for
/// any agreement within [`MAX_VEREINBARUNG_BYTES`], however its JSON is indented.
pub const MAX_INPUT_BYTES: usize = 8 * 1024 * 1024;

/// The most values (texts, numbers, lists, parts) that `parse` reads. In JSON without
/// white space each takes at least three bytes, so no agreement within
/// [`MAX_VEREINBARUNG_BYTES`] has more.
pub const MAX_VALUES: usize = MAX_VEREINBARUNG_BYTES / 3;

/// The most findings that `parse` names one by one; one more says how many are left.
pub const MAX_FINDINGS: usize = 100;

/// The most documents that a report names as failed, and the most files, lines and entries
/// that an evaluation names as unreadable, one by one; the others are counted.
pub const MAX_NAMED: usize = 5_000;

/// The largest agreement, in bytes of its JSON without white space: 1 MiB. That
/// is some 300 pages.
pub const MAX_VEREINBARUNG_BYTES: usize = 1024 * 1024;

#[cfg(feature = "render")]
pub use vereinbar_pdf::{MAX_PPI, MIN_PPI};

/// The largest PDF that `extract` reads, in bytes: 64 MiB.
#[cfg(feature = "render")]
pub const MAX_PDF_BYTES: usize = vereinbar_pdf::attachment::ReadLimits::DEFAULT.max_file_bytes;

/// The largest file with many agreements, in bytes: 512 MiB for a table, a list or a
/// collective PDF. One of a thousand documents has less.
pub const MAX_COLLECTION_BYTES: usize = 512 << 20;

/// The longest text in one field, in characters.
pub const MAX_TEXT_CHARS: usize = 10_000;

/// The most Ziele that a blank form has room for.
pub const MAX_BLANK_ZIELE: usize = 20;

/// The most entries of each side of a Ziel that a blank form has room for.
pub const MAX_BLANK_ZEILEN: usize = 12;

/// The longest list, in entries.
pub const MAX_LIST_ITEMS: usize = 200;
