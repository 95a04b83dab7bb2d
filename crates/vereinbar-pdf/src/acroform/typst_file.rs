//! A file as Typst has written it, of which only what a form changes is parsed and written
//! anew; the rest, which is most of it, is copied as it stands.

use std::io::Write as _;

use lopdf::{Document, Object, Writer};

/// An entry of a cross-reference table.
const ENTRY_BYTES: usize = 20;
/// Where an entry says whether its object is in use.
const ENTRY_STATE: usize = 17;

/// How Typst begins objects that no form changes: streams, and elements of the structure
/// other than links. Where it writes otherwise one day, more is parsed than need be.
const STREAM: &[u8] = b"<</Length ";
const ELEMENT: &[u8] = b"<</Type/StructElem/S/";
const LINK: &[u8] = b"Link/";

/// The file, and of it what a form changes.
pub(super) struct TypstFile<'a> {
    head: &'a [u8],
    /// Of each number the bytes of its object; empty where there is none.
    objects: Vec<&'a [u8]>,
    /// Without the objects that are copied.
    pub(super) document: Document,
}

impl<'a> TypstFile<'a> {
    /// `None` for a file that Typst has not written so.
    pub(super) fn read(bytes: &'a [u8]) -> Option<Self> {
        let (table, offsets) = offsets(bytes)?;
        let mut ends: Vec<usize> = offsets.iter().map(|&(_, offset)| offset).collect();
        ends.sort_unstable();
        let head = bytes.get(..*ends.first()?)?;
        ends.push(xref_offset(bytes)?);

        let mut objects = vec![[].as_slice(); offsets.last()?.0 + 1];
        let mut parsed = bytes.to_vec();
        for (number, offset) in offsets {
            let end = ends.get(ends.partition_point(|&end| end <= offset))?;
            let object = bytes.get(offset..*end)?;
            *objects.get_mut(number)? = object;
            if is_copied(object) {
                // To the parser it is not there.
                *parsed.get_mut(table + number * ENTRY_BYTES + ENTRY_STATE)? = b'f';
            }
        }
        let document = Document::load_mem(&parsed).ok()?;
        Some(Self { head, objects, document })
    }

    /// The file with what the document has become, and a line feed at its end: without, the
    /// first incremental update would break PDF/A.
    pub(super) fn written(self) -> Option<Vec<u8>> {
        let Self { head, objects, mut document } = self;
        let mut bytes = head.to_vec();
        bytes.reserve(2 * objects.iter().map(|object| object.len()).sum::<usize>());
        let mut table = Vec::new();
        for number in 1..=document.max_id {
            let offset = bytes.len();
            if let Some(object) = document.objects.get(&(number, 0)) {
                let blank = if Writer::need_separator(object) { " " } else { "" };
                write!(bytes, "{number} 0 obj\n{blank}").ok()?;
                Writer::write_object(&mut bytes, object).ok()?;
                bytes.extend_from_slice(b"\nendobj\n");
            } else {
                match objects.get(usize::try_from(number).ok()?) {
                    Some(object) if !object.is_empty() => bytes.extend_from_slice(object),
                    // Typst numbers without gaps.
                    _ => return None,
                }
            }
            write!(table, "{offset:010} 00000 n\r\n").ok()?;
        }
        let offset = bytes.len();
        let count = document.max_id + 1;
        write!(bytes, "xref\n0 {count}\n0000000000 65535 f\r\n").ok()?;
        bytes.extend_from_slice(&table);
        bytes.extend_from_slice(b"trailer\n");
        document.trailer.set("Size", i64::from(count));
        Writer::write_object(&mut bytes, &Object::Dictionary(document.trailer)).ok()?;
        write!(bytes, "\nstartxref\n{offset}\n%%EOF\n").ok()?;
        Some(bytes)
    }
}

fn is_copied(object: &[u8]) -> bool {
    let content = object.iter().position(|&byte| byte == b'<').and_then(|begin| object.get(begin..));
    let content = content.unwrap_or_default();
    content.starts_with(STREAM) || content.strip_prefix(ELEMENT).is_some_and(|kind| !kind.starts_with(LINK))
}

/// Where the cross-reference table stands.
fn xref_offset(bytes: &[u8]) -> Option<usize> {
    let tail = bytes.trim_ascii_end().strip_suffix(b"%%EOF")?.trim_ascii_end();
    let digits = tail.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let (before, number) = tail.split_at(tail.len() - digits);
    before.trim_ascii_end().strip_suffix(b"startxref")?;
    str::from_utf8(number).ok()?.parse().ok()
}

/// Where the entries of the cross-reference table stand, and of each object in use its number
/// and offset. Typst writes one table of one section.
fn offsets(bytes: &[u8]) -> Option<(usize, Vec<(usize, usize)>)> {
    let xref = xref_offset(bytes)?;
    let rest = bytes.get(xref..)?.strip_prefix(b"xref\n0 ")?;
    let digits = rest.iter().position(|&byte| byte == b'\n')?;
    let count: usize = str::from_utf8(rest.get(..digits)?).ok()?.parse().ok()?;
    let entries = rest.get(digits + 1..)?;
    let table = bytes.len() - entries.len();
    let mut offsets = Vec::with_capacity(count);
    for (number, entry) in entries.chunks_exact(ENTRY_BYTES).take(count).enumerate() {
        if entry.get(ENTRY_STATE) == Some(&b'n') {
            offsets.push((number, str::from_utf8(entry.get(..10)?).ok()?.parse().ok()?));
        }
    }
    Some((table, offsets))
}
