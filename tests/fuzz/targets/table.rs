//! A table of any kind gives rows or says why it gives none. The first byte chooses the ending of the file.

#![no_main]

use libfuzzer_sys::fuzz_target;
use vereinbar::Art;
use vereinbar_fuzz::{file, read_rows};
use vereinbar_tables::Source;

const ENDINGS: [&str; 5] = ["csv", "xlsx", "ods", "jsonl", "json"];

fuzz_target!(|bytes: &[u8]| {
    let Some((choice, table)) = bytes.split_first() else { return };
    let ending = ENDINGS[usize::from(*choice) % ENDINGS.len()];
    let (_folder, path) = file(&format!("liste.{ending}"), table);
    read_rows(Source::file(&path), Art::Qualitaetsentwicklungsvereinbarung);
});
