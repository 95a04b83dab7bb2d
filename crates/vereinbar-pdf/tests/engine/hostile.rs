//! Attachments of files that are damaged or made to do harm.

use std::io::Write;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Document, EncryptionState, EncryptionVersion, Object, Permissions, Stream, dictionary, text_string};
use vereinbar_pdf::attachment::{self, AttachmentError, ReadLimit, ReadLimits};

use crate::attachments::{DATA, good, made, read};
use crate::templates::{letter, letters};

/// Reads within two seconds.
fn read_soon(pdf: &[u8]) -> Result<Vec<u8>, AttachmentError> {
    let start = Instant::now();
    let result = read(pdf);
    assert!(start.elapsed() < Duration::from_secs(2), "{:?}", start.elapsed());
    result
}

fn exceeds(which: ReadLimit) -> Result<Vec<u8>, AttachmentError> {
    Err(AttachmentError::LimitExceeded { which })
}

/// One GiB of zeros, deflated to one MiB.
static BOMB: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
    let zeros = vec![0; 1 << 20];
    for _ in 0..1024 {
        encoder.write_all(&zeros).unwrap();
    }
    encoder.finish().unwrap()
});

/// A file written by hand: objects in order, numbered from 1, then a table and a trailer.
struct ByHand {
    bytes: Vec<u8>,
    offsets: Vec<usize>,
}

impl ByHand {
    fn new() -> Self {
        Self { bytes: b"%PDF-1.7\n".to_vec(), offsets: Vec::new() }
    }

    fn object(&mut self, body: impl AsRef<[u8]>) {
        self.offsets.push(self.bytes.len());
        self.bytes.extend(format!("{} 0 obj\n", self.offsets.len()).bytes());
        self.bytes.extend(body.as_ref());
        self.bytes.extend(b"\nendobj\n");
    }

    fn stream(&mut self, dictionary: &str, content: &[u8]) {
        let mut body = format!("<<{dictionary}/Length {}>>stream\n", content.len()).into_bytes();
        body.extend(content);
        body.extend(b"\nendstream");
        self.object(body);
    }

    fn finish(self, trailer: &str) -> Vec<u8> {
        let entry = |offset: &usize| format!("{offset:010} 00000 n \n");
        let entries: Vec<String> = self.offsets.iter().map(entry).collect();
        let table = format!("xref\n0 {}\n0000000000 65535 f \n{}", entries.len() + 1, entries.concat());
        self.finish_with_table(&table, trailer)
    }

    fn finish_with_table(mut self, table: &str, trailer: &str) -> Vec<u8> {
        let start = self.bytes.len();
        self.bytes.extend(format!("{table}trailer\n<</Size 9{trailer}>>\nstartxref\n{start}\n%%EOF\n").bytes());
        self.bytes
    }
}

#[test]
fn refuses_what_is_no_pdf() {
    for bytes in [b"".as_slice(), b"%PDF", b"Sehr geehrte Damen und Herren", &[0; 5000], b"PK\x03\x04"] {
        assert_eq!(read_soon(bytes), Err(AttachmentError::NotAPdf));
    }
    let mut late = vec![b' '; 2000];
    late.extend(good());
    assert_eq!(read_soon(&late), Err(AttachmentError::NotAPdf));
}

#[test]
fn refuses_what_is_little_of_a_pdf() {
    for text in ["%PDF-1.7", "%PDF-1.7\n%%EOF", "%PDF-1.7\nstartxref\n0\n%%EOF", "%PDF-\ntrailer<</Root 1 0 R>>"] {
        assert_eq!(read_soon(text.as_bytes()), Err(AttachmentError::Damaged), "{text}");
    }
}

#[test]
fn survives_truncation_anywhere() {
    let good = good();
    let (mut whole, mut ends) = (0, 0);
    for end in (0..good.len()).step_by(good.len() / 150) {
        ends += 1;
        // Nothing else than what was written is taken for it.
        if let Ok(data) = read_soon(&good[..end]) {
            assert_eq!(data, DATA.as_bytes(), "{end}");
            whole += 1;
        }
    }
    // Krilla writes the attachment early; without the table at the end it is not always found.
    assert!(whole < ends / 2, "{whole} of {ends}");
}

#[test]
fn survives_mutations() {
    // Long enough to be deflated, and so to have a checksum.
    let data = format!(r#"{{"text": "{}"}}"#, "Unterschrift ".repeat(40));
    let good = letters().pdf(letter(data.clone())).unwrap().bytes;
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut random = |bound: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % bound as u64).unwrap()
    };
    for round in 0..400 {
        let mut pdf = good.clone();
        for _ in 0..=random(20) {
            let at = random(pdf.len());
            match (round % 4, random(3)) {
                (0, _) => pdf[at] ^= 1 << random(8),
                (1, _) => pdf[at] = b"0123456789 <>[]()/%R\n"[random(21)],
                (2, _) => drop({
                    let end = (at + random(40)).min(pdf.len());
                    pdf.drain(at..end)
                }),
                (_, 0) => drop(pdf.splice(at..at, b" 1 0 R ".iter().copied())),
                (_, 1) => drop(pdf.splice(at..at, b"<</Length 99999999999>>".iter().copied())),
                _ => drop(pdf.splice(at..at, b"[[[[(((".iter().copied())),
            }
        }
        // What comes out whole is the right data: the checksum sees to that.
        if let Ok(read) = read_soon(&pdf) {
            assert_eq!(read, data.as_bytes());
        }
    }
}

#[test]
fn refuses_an_encrypted_file() {
    for user_password in ["", "geheim"] {
        let mut document = Document::load_mem(&good()).unwrap();
        let id = Object::string_literal("0123456789abcdef");
        document.trailer.set("ID", vec![id.clone(), id]);
        let version = EncryptionVersion::V2 {
            document: &document,
            owner_password: "chef",
            user_password,
            key_length: 128,
            permissions: Permissions::all(),
        };
        let state = EncryptionState::try_from(version).unwrap();
        document.encrypt(&state).unwrap();
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).unwrap();
        assert_eq!(read_soon(&bytes), Err(AttachmentError::Encrypted));
    }
}

#[test]
fn refuses_a_file_that_claims_to_be_encrypted() {
    for key in ["/Encrypt 5 0 R", "/#45ncrypt <</Filter/Standard>>"] {
        let mut file = ByHand::new();
        file.object("<</Type/Catalog>>");
        assert_eq!(read_soon(&file.finish(&format!("/Root 1 0 R{key}"))), Err(AttachmentError::Encrypted));
    }
}

#[test]
fn a_bomb_as_attachment_goes_not_off() {
    let content = Stream::new(dictionary! { "Filter" => "FlateDecode" }, BOMB.clone());
    let file = dictionary! { "F" => text_string("data.json") };
    assert_eq!(read_soon(&made(file, content, |_, _| ())), exceeds(ReadLimit::Decompressed));
}

#[test]
fn a_bomb_as_object_stream_goes_not_off() {
    let mut file = ByHand::new();
    file.object("<</Type/Catalog>>");
    file.stream("/Type/ObjStm/N 1/First 4/Filter/FlateDecode", &BOMB);
    assert_eq!(read_soon(&file.finish("/Root 1 0 R")), exceeds(ReadLimit::Decompressed));
}

#[test]
fn a_bomb_as_cross_reference_stream_goes_not_off() {
    let mut file = ByHand::new();
    file.object("<</Type/Catalog>>");
    let start = file.bytes.len();
    file.stream("/Type/XRef/W[1 2 1]/Size 9/Root 1 0 R/Filter/FlateDecode", &BOMB);
    let mut bytes = file.bytes;
    bytes.extend(format!("startxref\n{start}\n%%EOF\n").bytes());
    assert_eq!(read_soon(&bytes), exceeds(ReadLimit::Decompressed));
}

#[test]
fn a_bomb_elsewhere_does_no_harm() {
    let file = dictionary! { "F" => text_string("data.json") };
    let pdf = made(file, Stream::new(dictionary! {}, DATA.into()), |document, _| {
        document.add_object(Stream::new(dictionary! { "Filter" => "FlateDecode" }, BOMB.clone()));
    });
    assert_eq!(read_soon(&pdf).unwrap(), DATA.as_bytes());
}

#[test]
fn cycles_end() {
    for catalog in [
        // A node that is its own kid, twice.
        "<</Type/Catalog/Names<</EmbeddedFiles 2 0 R>>/AF[2 0 R 2 0 R]>>",
        // References in a circle.
        "<</Type/Catalog/Names 3 0 R/AF 3 0 R>>",
    ] {
        let mut file = ByHand::new();
        file.object(catalog);
        file.object("<</Kids[2 0 R 2 0 R 3 0 R]/Names[(data.json) 3 0 R]>>");
        file.object("4 0 R");
        file.object("3 0 R");
        assert!(matches!(read_soon(&file.finish("/Root 1 0 R")), Err(AttachmentError::NotFound { .. })));
    }
    let mut file = ByHand::new();
    file.object("<</Type/Catalog>>");
    file.object("2 0 R");
    assert_eq!(read_soon(&file.finish("/Root 2 0 R")), Err(AttachmentError::Damaged));
}

#[test]
fn deep_nesting_ends() {
    for (open, close) in [("[", "]"), ("<</A", ">>"), ("(", ")")] {
        let mut file = ByHand::new();
        file.object("<</Type/Catalog/Names 2 0 R>>");
        file.object(format!("{}{}", open.repeat(100_000), close.repeat(100_000)));
        assert!(read_soon(&file.finish("/Root 1 0 R")).is_err(), "{open}");
    }
    // A tree of direct nodes, and one of 200 indirect ones.
    let mut file = ByHand::new();
    let tree = format!("{}{}", "<</Kids[".repeat(45), "]>>".repeat(45));
    file.object(format!("<</Type/Catalog/Names<</EmbeddedFiles {tree}>>>>"));
    assert!(read_soon(&file.finish("/Root 1 0 R")).is_err());
    let mut file = ByHand::new();
    file.object("<</Type/Catalog/Names<</EmbeddedFiles 2 0 R>>>>");
    (3..203).for_each(|next| file.object(format!("<</Kids[{next} 0 R {next} 0 R]>>")));
    assert_eq!(read_soon(&file.finish("/Root 1 0 R")), Err(AttachmentError::NotFound { others: 0 }));
}

#[test]
fn an_array_made_to_fill_memory_is_refused() {
    let mut file = ByHand::new();
    file.object("<</Type/Catalog>>");
    file.object(format!("[{}]", "1 ".repeat(8 << 20)));
    assert_eq!(read_soon(&file.finish("/Root 1 0 R")), exceeds(ReadLimit::Objects));

    // The same, compressed, in an object stream.
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(format!("9 0 [{}]", "1 ".repeat(8 << 20)).as_bytes()).unwrap();
    let mut file = ByHand::new();
    file.object("<</Type/Catalog>>");
    file.stream("/Type/ObjStm/N 1/First 4/Filter/FlateDecode", &encoder.finish().unwrap());
    assert_eq!(read_soon(&file.finish("/Root 1 0 R")), exceeds(ReadLimit::Decompressed));
}

#[test]
fn many_entries_for_one_large_object_are_refused() {
    let mut file = ByHand::new();
    file.object("<</Type/Catalog>>");
    file.object(format!("({})", "x".repeat(1 << 20)));
    let entry = format!("{:010} 00000 n \n", file.offsets[1]);
    let table =
        format!("xref\n0 100002\n0000000000 65535 f \n{:010} 00000 n \n{}", file.offsets[0], entry.repeat(100_000));
    assert_eq!(read_soon(&file.finish_with_table(&table, "/Root 1 0 R")), exceeds(ReadLimit::Objects));
}

#[test]
fn many_objects_are_refused() {
    let limits = ReadLimits { max_objects: 50, ..ReadLimits::default() };
    assert!(attachment::read(&good(), "data.json", &limits).is_ok());
    let limits = ReadLimits { max_objects: 5, ..ReadLimits::default() };
    assert_eq!(attachment::read(&good(), "data.json", &limits), exceeds(ReadLimit::Objects));

    let mut file = ByHand::new();
    file.object("<</Type/Catalog>>");
    (0..100_001).for_each(|_| file.object("1"));
    assert_eq!(read_soon(&file.finish("/Root 1 0 R")), exceeds(ReadLimit::Objects));
}

#[test]
fn large_files_are_refused() {
    let good = good();
    let limits = ReadLimits { max_file_bytes: good.len() - 1, ..ReadLimits::default() };
    assert_eq!(attachment::read(&good, "data.json", &limits), exceeds(ReadLimit::FileSize));
}

/// The reader goes on after an object that it cannot parse, so the budget never sees it.
#[test]
fn time_runs_out() {
    let mut file = ByHand::new();
    file.object("<</Type/Catalog>>");
    file.object(format!("[{}", "1 ".repeat(200_000)));
    let entry = format!("{:010} 00000 n \n", file.offsets[1]);
    let root = format!("{:010} 00000 n \n", file.offsets[0]);
    let table = format!("xref\n0 52\n0000000000 65535 f \n{root}{}", entry.repeat(50));
    let pdf = file.finish_with_table(&table, "/Root 1 0 R");
    let limits = ReadLimits { max_time: Duration::from_millis(10), ..ReadLimits::default() };
    let start = Instant::now();
    assert_eq!(attachment::read(&pdf, "data.json", &limits), exceeds(ReadLimit::Time));
    assert!(start.elapsed() < Duration::from_secs(1));
}
