//! What is evaluated, and how the agreements of a file are read.

mod inputs;
mod pdf_reader;
mod vereinbarungen;

pub(crate) use self::inputs::InputsFrom;
pub use self::inputs::{Input, InputResult, Inputs};
pub(crate) use self::pdf_reader::PdfReader;
pub(crate) use self::vereinbarungen::{Tally, content, fail, file, files_below, is_lines, lines, pieces, unreadable};
