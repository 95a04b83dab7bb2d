//! Attachments of files as programs write them.

use lopdf::{Document, Object, SaveOptions, Stream, StringFormat, dictionary, text_string};
use vereinbar_pdf::attachment::{self, AttachmentError, ReadLimit, ReadLimits};

use crate::templates::{letter, letters};

pub(crate) const DATA: &str = r#"{"text": "Grüße an alle, die hier unterschreiben: 0123456789"}"#;

pub(crate) fn read(pdf: &[u8]) -> Result<Vec<u8>, AttachmentError> {
    attachment::read(pdf, "data.json", &ReadLimits::default())
}

/// A document of this crate with [`DATA`] attached as `data.json`.
pub(crate) fn good() -> Vec<u8> {
    letters().pdf(letter(DATA)).unwrap().bytes
}

/// A document with one page, one file specification, and whatever `edit` does to it. It is
/// handed the file specification's and the catalog's id.
pub(crate) fn made(
    file: lopdf::Dictionary,
    content: Stream,
    edit: impl FnOnce(&mut Document, lopdf::ObjectId),
) -> Vec<u8> {
    let mut document = Document::with_version("1.7");
    let pages = document.new_object_id();
    let page = document.add_object(dictionary! { "Type" => "Page", "Parent" => pages });
    document.set_object(pages, dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 });
    let content = document.add_object(content);
    let mut file = file;
    file.set("EF", dictionary! { "F" => content });
    let file = document.add_object(file);
    let catalog = document.add_object(dictionary! {
        "Type" => "Catalog",
        "Pages" => pages,
        "Names" => dictionary! {
            "EmbeddedFiles" => dictionary! { "Names" => vec![text_string("data.json"), file.into()] },
        },
    });
    document.trailer.set("Root", catalog);
    edit(&mut document, catalog);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

fn called(name: Object) -> lopdf::Dictionary {
    dictionary! { "Type" => "Filespec", "F" => name }
}

fn plain() -> Stream {
    Stream::new(dictionary! {}, DATA.into())
}

#[test]
fn reads_back_what_was_attached() {
    assert_eq!(read(&good()).unwrap(), DATA.as_bytes());
}

#[test]
fn reads_large_attachments_up_to_the_limit() {
    let json = format!(r#"{{"text": "x", "more": "{}"}}"#, "ä".repeat(100_000));
    let pdf = letters().pdf(letter(json.clone())).unwrap().bytes;
    assert_eq!(read(&pdf).unwrap(), json.as_bytes());
    let limits = ReadLimits { max_decompressed_bytes: json.len(), ..ReadLimits::default() };
    assert!(attachment::read(&pdf, "data.json", &limits).is_ok());
    let limits = ReadLimits { max_decompressed_bytes: json.len() - 1, ..ReadLimits::default() };
    let error = attachment::read(&pdf, "data.json", &limits).unwrap_err();
    assert_eq!(error, AttachmentError::LimitExceeded { which: ReadLimit::Decompressed });
}

#[test]
fn reads_files_that_another_program_saved_again() {
    let save = |options: Option<SaveOptions>| {
        let mut document = Document::load_mem(&good()).unwrap();
        let mut bytes = Vec::new();
        match options {
            Some(options) => document.save_with_options(&mut bytes, options).unwrap(),
            None => document.save_to(&mut bytes).unwrap(),
        }
        bytes
    };
    let modern = SaveOptions::builder().use_object_streams(true).use_xref_streams(true).build();
    for pdf in [save(None), save(Some(modern))] {
        assert_eq!(read(&pdf).unwrap(), DATA.as_bytes());
    }
}

#[test]
fn reads_a_file_with_an_incremental_update() {
    let bytes = good();
    let previous = Document::load_mem(&bytes).unwrap();
    let mut update = lopdf::IncrementalDocument::create_from(bytes, previous);
    update.new_document.add_object(dictionary! { "Type" => "Signature" });
    let mut bytes = Vec::new();
    update.save_to(&mut bytes).unwrap();
    assert_eq!(read(&bytes).unwrap(), DATA.as_bytes());
}

#[test]
fn reads_a_file_with_something_in_front() {
    let mut bytes = b"\r\nFrom: somebody\r\n".to_vec();
    bytes.extend(good());
    assert_eq!(read(&bytes).unwrap(), DATA.as_bytes());
}

#[test]
fn reads_a_file_with_a_damaged_cross_reference_table() {
    let mut bytes = good();
    let at = bytes.windows(9).rposition(|window| window == b"startxref").unwrap();
    bytes.truncate(at);
    bytes.extend(b"startxref\n17\n%%EOF");
    assert_eq!(read(&bytes).unwrap(), DATA.as_bytes());
}

#[test]
fn compares_decoded_names() {
    let utf_16 = Object::String(b"\xfe\xff\0d\0a\0t\0a\0.\0j\0s\0o\0n".into(), StringFormat::Hexadecimal);
    let utf_8 = Object::String(b"\xef\xbb\xbfdata.json".into(), StringFormat::Literal);
    for name in [Object::string_literal("data.json"), utf_16, utf_8] {
        assert_eq!(read(&made(called(name), plain(), |_, _| ())).unwrap(), DATA.as_bytes());
    }
    // /UF wins a reader's eye, but either name will do.
    let mut file = called(Object::string_literal("data.json"));
    file.set("UF", text_string("dätä.json"));
    assert_eq!(read(&made(file, plain(), |_, _| ())).unwrap(), DATA.as_bytes());
}

#[test]
fn finds_files_in_a_deep_tree_and_associated_files() {
    let deep = made(called(text_string("data.json")), plain(), |document, catalog| {
        let names = document.get_dictionary(catalog).unwrap().get(b"Names").unwrap().as_dict().unwrap().clone();
        let mut node = names.get(b"EmbeddedFiles").unwrap().clone();
        for _ in 0..10 {
            let id = document.add_object(node);
            node = dictionary! { "Kids" => vec![id.into()] }.into();
        }
        let catalog = document.get_dictionary_mut(catalog).unwrap();
        catalog.set("Names", dictionary! { "EmbeddedFiles" => node });
    });
    assert_eq!(read(&deep).unwrap(), DATA.as_bytes());

    let associated = made(called(text_string("data.json")), plain(), |document, catalog| {
        let catalog = document.get_dictionary_mut(catalog).unwrap();
        let names = catalog.remove(b"Names").unwrap();
        let tree = names.as_dict().unwrap().get(b"EmbeddedFiles").unwrap().as_dict().unwrap().clone();
        let file = tree.get(b"Names").unwrap().as_array().unwrap()[1].clone();
        catalog.set("AF", vec![file]);
    });
    assert_eq!(read(&associated).unwrap(), DATA.as_bytes());
}

#[test]
fn counts_other_attachments_without_naming_them() {
    let pdf = made(called(text_string("geheim.txt")), plain(), |_, _| ());
    let error = read(&pdf).unwrap_err();
    assert_eq!(error, AttachmentError::NotFound { others: 1 });
    assert!(!error.to_string().contains("geheim"));
    assert!(error.to_string().contains("1 andere Anlage"), "{error}");

    let none = letters().pdf(letter(r#"{"text": "x", "attach": false}"#)).unwrap().bytes;
    assert_eq!(read(&none).unwrap_err(), AttachmentError::NotFound { others: 0 });
}

#[test]
fn reads_no_other_filter_and_no_half_attachment() {
    let file = || called(text_string("data.json"));
    let with = |filter: Object, content: &[u8]| {
        read(&made(file(), Stream::new(dictionary! { "Filter" => filter }, content.into()), |_, _| ()))
    };
    let mut deflated = Stream::new(dictionary! {}, DATA.repeat(50).into());
    deflated.compress().unwrap();
    let deflated = deflated.content;
    assert_eq!(with("FlateDecode".into(), &deflated).unwrap(), DATA.repeat(50).as_bytes());
    assert_eq!(with(vec!["FlateDecode".into()].into(), &deflated).unwrap(), DATA.repeat(50).as_bytes());
    assert_eq!(with(Object::Array(vec![]), DATA.as_bytes()).unwrap(), DATA.as_bytes());

    let damaged = Err(AttachmentError::Damaged);
    assert_eq!(with("ASCIIHexDecode".into(), b"3132>"), damaged);
    assert_eq!(with(vec!["FlateDecode".into(), "FlateDecode".into()].into(), &deflated), damaged);
    assert_eq!(with(7.into(), &deflated), damaged);
    assert_eq!(with("FlateDecode".into(), &deflated[..deflated.len() / 2]), damaged);
    let mut wrong_checksum = deflated.clone();
    *wrong_checksum.last_mut().unwrap() ^= 1;
    assert_eq!(with("FlateDecode".into(), &wrong_checksum), damaged);
    let sized = |size: usize| {
        let dictionary = dictionary! { "Params" => dictionary! { "Size" => i64::try_from(size).unwrap() } };
        read(&made(file(), Stream::new(dictionary, DATA.into()), |_, _| ()))
    };
    assert_eq!(sized(DATA.len()).unwrap(), DATA.as_bytes());
    assert_eq!(sized(DATA.len() + 1), damaged);
    let predicted = dictionary! { "Filter" => "FlateDecode", "DecodeParms" => dictionary! { "Predictor" => 12 } };
    assert_eq!(read(&made(file(), Stream::new(predicted, deflated), |_, _| ())), damaged);
}

/// A document with attachments of these names, each with its name as content.
fn with(first: &str, more: &[&str]) -> Vec<u8> {
    made(called(text_string(first)), Stream::new(dictionary! {}, first.into()), |document, catalog| {
        let files: Vec<Object> = more
            .iter()
            .map(|name| {
                let content = document.add_object(Stream::new(dictionary! {}, (*name).into()));
                let mut file = called(text_string(name));
                file.set("EF", dictionary! { "F" => content });
                document.add_object(file).into()
            })
            .collect();
        document.get_object_mut(catalog).unwrap().as_dict_mut().unwrap().set("AF", files);
    })
}

#[test]
fn reads_all_attachments_that_are_wanted_in_the_order_of_their_names() {
    let pdf = with("c-2.json", &["logo.png", "c-1.json", "c-3.json"]);
    let read = |limits: &ReadLimits| attachment::read_all(&pdf, |name| name.starts_with("c-"), limits);
    let all = read(&ReadLimits::default()).unwrap();
    let names: Vec<&str> = all.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["c-1.json", "c-2.json", "c-3.json"]);
    assert!(all.iter().all(|file| file.content == file.name.as_bytes()));
    assert_eq!(attachment::read_all(&pdf, |_| false, &ReadLimits::default()).unwrap(), []);
    // The limit is for all of them together.
    let of = |max_decompressed_bytes| ReadLimits { max_decompressed_bytes, ..ReadLimits::default() };
    assert_eq!(read(&of(24)).unwrap().len(), 3);
    assert_eq!(read(&of(23)), Err(AttachmentError::LimitExceeded { which: ReadLimit::Decompressed }));
}
