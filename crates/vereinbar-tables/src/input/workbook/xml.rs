//! Parts of a workbook as XML.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};

use quick_xml::events::BytesStart;
use quick_xml::name::QName;
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;

/// The parts of a workbook.
pub(super) type BookArchive = ZipArchive<BufReader<File>>;

pub(super) fn reader<R: Read>(part: R) -> Reader<BufReader<R>> {
    of_part(BufReader::with_capacity(64 << 10, part))
}

/// As the library that reads the cells does it.
pub(super) fn of_part<R: BufRead>(part: R) -> Reader<R> {
    let mut reader = Reader::from_reader(part);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.check_comments = false;
    reader
}

/// An attribute of this name, whatever stands before its colon.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &[u8]) -> Option<String> {
    value(tag, |key| key.local_name().as_ref() == name)
}

/// An attribute of exactly this name, where others differ only before the colon.
pub(super) fn exact(tag: &BytesStart<'_>, name: &[u8]) -> Option<String> {
    value(tag, |key| key.as_ref() == name)
}

fn value(tag: &BytesStart<'_>, is_it: impl Fn(QName<'_>) -> bool) -> Option<String> {
    let found = tag.attributes().with_checks(false).flatten().find(|attribute| is_it(attribute.key))?;
    let text = found.decoded_and_normalized_value(XmlVersion::Implicit1_0, tag.decoder()).ok()?;
    Some(text.into_owned())
}
