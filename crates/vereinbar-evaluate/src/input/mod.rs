//! What is evaluated, and how the agreements of a file are read.

mod agreements;
mod inputs;

pub(crate) use self::agreements::{Tally, fail, file, files_below, is_lines, lines, pieces, unreadable};
pub(crate) use self::inputs::InputsFrom;
pub use self::inputs::{Input, InputResult, Inputs};
