//! A workbook of any XML gives rows or says why it gives none: what is random is packed as a workbook here, since random
//! bytes are no archive. The first byte chooses whose it is; a zero parts the parts.

#![no_main]

use std::io::{Cursor, Write as _};

use libfuzzer_sys::fuzz_target;
use vereinbar::Art;
use vereinbar_fuzz::{file, read_rows};
use vereinbar_tables::Source;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The parts of an XLSX, those that are random first, each with what it is when the input has no more.
const EXCEL: [(&str, &str); 6] = [
    ("xl/worksheets/sheet1.xml", ""),
    ("xl/sharedStrings.xml", "<sst><si><t>Haus</t></si></sst>"),
    ("xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"),
    ("xl/workbook.xml", "<workbook><sheets><sheet name=\"Liste\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>"),
    (
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"a\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" \
         Target=\"worksheets/sheet1.xml\"/></Relationships>",
    ),
    (
        "_rels/.rels",
        "<Relationships><Relationship Id=\"a\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" \
         Target=\"xl/workbook.xml\"/></Relationships>",
    ),
];
const OPEN_DOCUMENT: [(&str, &str); 1] = [("content.xml", "")];

fuzz_target!(|bytes: &[u8]| {
    let Some((choice, parts)) = bytes.split_first() else { return };
    let (ending, names) = if choice % 2 == 0 { ("xlsx", &EXCEL[..]) } else { ("ods", &OPEN_DOCUMENT[..]) };
    let mut parts = parts.split(|byte| *byte == 0);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, usual) in names {
        archive.start_file(*name, SimpleFileOptions::default()).expect("a part");
        archive.write_all(parts.next().unwrap_or(usual.as_bytes())).expect("in memory");
    }
    let bytes = archive.finish().expect("in memory").into_inner();
    let (_folder, path) = file(&format!("liste.{ending}"), &bytes);
    read_rows(Source::file(&path), Art::Qualitaetsentwicklungsvereinbarung);
});
