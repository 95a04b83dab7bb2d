//! Objects of a PDF as this module writes and reads them.

use lopdf::{Dictionary, Document, Object, Stream, StringFormat, decode_text_string, dictionary};

/// A text string: what can be seen of ASCII as it is, anything else as UTF-16 with its mark. In the encoding of PDF,
/// control characters stand for accents or nothing.
pub(super) fn text(text: &str) -> Object {
    if text.bytes().all(|byte| matches!(byte, b'\n' | b' '..=b'~')) {
        return Object::String(text.as_bytes().to_vec(), StringFormat::Literal);
    }
    let mut bytes = vec![0xfe, 0xff];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Literal)
}

pub(super) fn name(name: &str) -> Object {
    Object::Name(name.as_bytes().to_vec())
}

/// A number with four decimal places, which is finer than any device.
pub(super) fn number(number: f32) -> Object {
    Object::Real((number * 1e4).round() / 1e4)
}

/// A text string as a program has written it: UTF-16, UTF-8, or the encoding of PDF; with the
/// line ends of this system.
pub(super) fn read_text(object: &Object) -> Option<String> {
    let bytes = object.as_str().ok()?;
    let text = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => decode_text_string(object).unwrap_or_else(|_| String::from_utf8_lossy(bytes).into_owned()),
    };
    Some(text.replace("\r\n", "\n").replace('\r', "\n"))
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units: Vec<u16> = bytes.chunks(2).filter_map(|pair| Some(unit([*pair.first()?, *pair.get(1)?]))).collect();
    String::from_utf16_lossy(&units)
}

/// A value, with references followed; `None` where there is none.
pub(super) fn get<'a>(document: &'a Document, dictionary: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
    let (_, object) = document.dereference(dictionary.get(key).ok()?).ok()?;
    (!object.is_null()).then_some(object)
}

pub(super) fn get_dictionary<'a>(
    document: &'a Document,
    dictionary: &'a Dictionary,
    key: &[u8],
) -> Option<&'a Dictionary> {
    get(document, dictionary, key)?.as_dict().ok()
}

/// Width and height of an annotation.
pub(super) fn size(annotation: &Dictionary) -> Option<(f32, f32)> {
    let rect = annotation.get(b"Rect").ok()?.as_array().ok()?;
    let mut at = rect.iter().map(|number| number.as_float().ok());
    let (x1, y1, x2, y2) = (at.next()??, at.next()??, at.next()??, at.next()??);
    Some(((x2 - x1).abs(), (y2 - y1).abs()))
}

/// What is drawn in a field: a form XObject of the field's size.
pub(super) fn drawing((width, height): (f32, f32), content: String, resources: Dictionary) -> Stream {
    let bounds = vec![0.into(), 0.into(), number(width), number(height)];
    let dictionary = dictionary! {
        "Type" => name("XObject"), "Subtype" => name("Form"), "BBox" => bounds, "Resources" => resources,
    };
    Stream::new(dictionary, content.into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_read_however_they_are_encoded() {
        let string = |bytes: &[u8]| Object::String(bytes.to_vec(), StringFormat::Literal);
        for (object, expected) in [
            (text("Größe ő\n„x“"), "Größe ő\n„x“"),
            (text("plain\n"), "plain\n"),
            (text("\0\u{17}\u{18}\t\u{7f}"), "\0\u{17}\u{18}\t\u{7f}"),
            (string(b"\xef\xbb\xbfGr\xc3\xb6\xc3\x9fe\r\n"), "Größe\n"),
            (string(b"\xff\xfeG\0r\0"), "Gr"),
            (string(b"Gr\xf6\xdfe\ra"), "Größe\na"),
            (string(b"\xfe\xff\0G\0"), "G"),
        ] {
            assert_eq!(read_text(&object).as_deref(), Some(expected));
        }
        assert_eq!(read_text(&Object::Integer(1)), None);
    }
}
