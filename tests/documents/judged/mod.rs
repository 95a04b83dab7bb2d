//! What other programs say about the files.

pub(crate) mod judge;
mod official_compiler;
mod readers;
mod standards;
