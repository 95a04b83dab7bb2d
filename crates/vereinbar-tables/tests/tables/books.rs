//! Workbooks that tests write.

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::path::Path;

use zip::write::SimpleFileOptions;

/// An ODS whose sheet `Liste` has these rows; each cell is XML.
pub(crate) fn ods(file: &Path, rows: &[&[String]]) {
    let rows = rows.iter().map(|cells| format!("<table:table-row>{}</table:table-row>", cells.concat()));
    let rows = rows.collect::<Vec<_>>().concat();
    content(file, &format!(r#"<table:table table:name="Liste">{rows}</table:table>"#));
}

/// An ODS with these tables.
pub(crate) fn content(file: &Path, tables: &str) {
    let content = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" office:version="1.3"><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"#
    );
    let mut zip = zip::ZipWriter::new(File::create(file).unwrap());
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, text) in [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        (
            "META-INF/manifest.xml",
            "<?xml version=\"1.0\"?><manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>",
        ),
        ("content.xml", &content),
    ] {
        zip.start_file(name, stored).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap();
}

/// A cell of an ODS with a text, each line a paragraph.
pub(crate) fn text(text: &str) -> String {
    let lines = text.replace('\n', "</text:p><text:p>");
    format!(r#"<table:table-cell office:value-type="string"><text:p>{lines}</text:p></table:table-cell>"#)
}

/// A cell of an ODS with these attributes, which shows this text.
pub(crate) fn cell(attributes: &str, shown: &str) -> String {
    format!("<table:table-cell {attributes}><text:p>{shown}</text:p></table:table-cell>")
}

/// Writes every part of an archive anew, as `changed` gives it of its name and text.
pub(crate) fn rewritten(file: &Path, changed: impl Fn(&str, String) -> String) {
    let mut archive = zip::ZipArchive::new(File::open(file).unwrap()).unwrap();
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        let name = part.name().to_owned();
        let text = changed(&name, text);
        parts.push((name, text));
    }
    let mut writer = zip::ZipWriter::new(File::create(file).unwrap());
    for (name, text) in parts {
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap();
}
