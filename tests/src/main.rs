//! What comes out: documents, read back, looked at and judged.

mod attachment;
mod characters;
mod determinism;
mod documents;
mod images;
mod literal;
mod official_compiler;
mod render;
mod standards;
mod support;
