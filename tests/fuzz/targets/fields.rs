//! Whatever some program has written into the fields of a form: it is read or is a finding, and reads the same
//! once the form is drawn anew.
//!
//! The first byte chooses the form. Then, for each field: two bytes which one, one what is written into it, one how
//! many bytes follow, and these.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use lopdf::{Document, IncrementalDocument, Object, ObjectId, StringFormat};
use vereinbar::{Art, RenderOptions, Renderer, Vereinbarung, extract_answers, parse, refresh};
use vereinbar_fuzz::{assert_told, examples};

struct Form {
    bytes: Vec<u8>,
    document: Document,
    fields: Vec<ObjectId>,
}

static FORMS: LazyLock<Vec<Form>> = LazyLock::new(|| {
    let renderer = Renderer::new().expect("the templates");
    let options = RenderOptions { fillable: true, ..RenderOptions::default() };
    let blank = Art::ALL.iter().map(|art| Vereinbarung::blank(*art));
    let form = |agreement: Vereinbarung| {
        let bytes = renderer.render(&agreement, &options).expect("a form").pdf;
        let document = Document::load_mem(&bytes).expect("a PDF");
        let is_field = |object: &Object| {
            object.as_dict().is_ok_and(|entries| entries.has(b"T") && !entries.has(b"S") && !entries.has(b"Fields"))
        };
        let fields = document.objects.iter().filter(|(_, object)| is_field(object)).map(|(id, _)| *id).collect();
        Form { bytes, document, fields }
    };
    blank.chain(examples()).map(form).collect()
});

/// How a value may stand in a file.
fn value(kind: u8, bytes: &[u8]) -> Object {
    let text = |text: &str| {
        let units = text.encode_utf16().flat_map(u16::to_be_bytes);
        Object::String([0xfe, 0xff].into_iter().chain(units).collect(), StringFormat::Hexadecimal)
    };
    let written = String::from_utf8_lossy(bytes);
    match kind % 8 {
        0 | 1 => text(&written),
        2 => Object::String(bytes.to_vec(), StringFormat::Literal),
        3 => Object::Name(bytes.to_vec()),
        4 => Object::Array(written.lines().map(text).collect()),
        5 => Object::Null,
        6 => Object::Integer(bytes.iter().fold(0, |number, byte| number << 8 | i64::from(*byte))),
        _ => Object::Reference((bytes.iter().fold(0, |number, byte| number << 4 ^ u32::from(*byte)), 0)),
    }
}

fuzz_target!(|input: &[u8]| {
    let Some((choice, mut rest)) = input.split_first() else { return };
    let form = &FORMS[usize::from(*choice) % FORMS.len()];
    let mut filled = IncrementalDocument::create_from(form.bytes.clone(), form.document.clone());
    while let [high, low, kind, length, more @ ..] = rest {
        let (bytes, after) = more.split_at(usize::from(*length).min(more.len()));
        rest = after;
        let id = form.fields[usize::from(u16::from_be_bytes([*high, *low])) % form.fields.len()];
        filled.opt_clone_object_to_new_document(id).expect("a field of the form");
        let field = filled.new_document.get_object_mut(id).and_then(Object::as_dict_mut).expect("a dictionary");
        // Some programs set the state of a box alone, and some the value.
        field.set(if kind & 0x80 == 0 { "V" } else { "AS" }, value(*kind, bytes));
    }
    let mut pdf = Vec::new();
    filled.save_to(&mut pdf).expect("a PDF");
    match extract_answers(&pdf) {
        Ok(answers) => {
            assert_eq!(parse(&answers.vereinbarung.to_json()).as_ref(), Ok(&answers.vereinbarung));
            assert_told(&answers.findings);
            assert!(answers.changes.iter().all(|change| !change.path.is_empty() && !change.place.is_empty()));
            if let Ok(drawn) = refresh(&pdf) {
                let again = extract_answers(&drawn).expect("what was drawn anew is read");
                assert_eq!(again.vereinbarung, answers.vereinbarung);
            }
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
});
