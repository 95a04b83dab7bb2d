//! What a template may declare as a field, and what is refused.

use vereinbar_pdf::acroform::{Control, Declared, DeclaredFields, DeclaredKind, FormError, FormField};
use vereinbar_pdf::{Job, Standard};

use crate::templates::{contains, engine};

/// Makes a document of a body, with its fields.
fn stamped(body: &str) -> Result<Vec<u8>, FormError> {
    described(body, |place| Some(text(place)))
}

/// Its fields as somebody else describes them.
fn described(body: &str, describe: impl Fn(&Declared) -> Option<FormField>) -> Result<Vec<u8>, FormError> {
    let template = format!(
        r#"#set document(title: "t", date: datetime(year: 2027, month: 1, day: 1))
        #set page(height: 60mm, margin: 10mm)
        #let feld(art, pfad, leer, zeilen: 1) = link("vereinbar-feld:" + (art, str(zeilen), "10", pfad).join(":"), leer)
        #let leer = block(width: 100%, height: 8mm, stroke: 1pt)
        {body}"#
    );
    let pdf = engine(&[("main.typ", &template)]).pdf(Job::new("main.typ").standard(Standard::Plain)).unwrap();
    let declared = DeclaredFields::read(&pdf.bytes)?;
    let fields = declared.places().iter().map(describe).collect();
    declared.stamp(fields)
}

fn text(place: &Declared) -> FormField {
    let name = place.path.trim_start_matches('/').replace('/', ".");
    let control = match place.kind {
        DeclaredKind::Check => Control::Check { is_on: false },
        DeclaredKind::Text => Control::Text { value: "Größe".to_owned() },
        DeclaredKind::Signature => Control::Signature,
    };
    FormField { name, label: "Beschriftung".to_owned(), control }
}

#[test]
fn an_empty_box_becomes_a_field_and_the_rest_stays() {
    let body =
        r#"Text davor #feld("text", "/a/b", leer) #feld("sig", "/c", leer) #link("https://example.org")[Verweis]"#;
    let pdf = stamped(body).unwrap();
    assert!(contains(&pdf, "/FT/Tx") && contains(&pdf, "/FT/Sig") && contains(&pdf, "/SigFlags"));
    assert!(contains(&pdf, "https://example.org") && !contains(&pdf, "vereinbar-feld"));
    assert!(pdf.ends_with(b"%%EOF\n"));
    assert_eq!(pdf, stamped(body).unwrap());
    // A document without fields is one as well.
    assert!(stamped("nur Text").is_ok());
}

#[test]
fn what_breaks_the_rules_is_refused_with_the_name_of_the_field() {
    let not_empty = |path: &str| FormError::NotEmpty { path: path.to_owned() };
    let kinds = |path: &str| FormError::Kinds { path: path.to_owned() };
    for (body, expected) in [
        (r#"#feld("text", "/a", block(width: 100%)[Text])"#, not_empty("/a")),
        (r#"#feld("text", "/a", [#leer #leer Rest])"#, not_empty("/a")),
        // Half of it on the next page.
        (
            r#"#v(30mm) #feld("text", "/b", block(width: 100%, height: 30mm, fill: red, breakable: true))"#,
            not_empty("/b"),
        ),
        (r#"#feld("text", "/a", leer) #feld("check", "/a", leer)"#, kinds("/a")),
        (r#"#feld("text", "/a", leer) #feld("text", "/a/b", leer)"#, kinds("/a/b")),
        (r#"#feld("text", "/a/b", leer) #feld("text", "/a", leer)"#, kinds("/a")),
        (r#"#feld("button", "/a", leer)"#, FormError::Declaration),
        (r#"#link("vereinbar-feld:text", leer)"#, FormError::Declaration),
    ] {
        assert_eq!(stamped(body).unwrap_err(), expected, "{body}");
    }
    let unknown = described(r#"#feld("text", "/a", leer)"#, |_| None).unwrap_err();
    assert_eq!(unknown, FormError::Unknown { path: "/a".to_owned() });
    assert!(unknown.to_string().contains("/a"));
}

#[test]
fn places_of_one_name_are_one_field_with_several_widgets() {
    let pdf = stamped(r#"#feld("text", "/a", leer) #feld("text", "/a", leer, zeilen: 3) #feld("text", "/a", leer)"#);
    let pdf = String::from_utf8_lossy(&pdf.unwrap()).into_owned();
    assert_eq!((pdf.matches("/Subtype/Widget").count(), pdf.matches("/FT/Tx").count()), (3, 1));
    // Of several lines in one of them: of several lines.
    assert_eq!(pdf.matches("/Ff 4096").count(), 1);
}

#[test]
fn what_typst_has_not_written_is_refused() {
    let cut = |pdf: &[u8]| DeclaredFields::read(pdf).err();
    for pdf in
        [b"".as_slice(), b"%PDF-1.7", b"%PDF-1.7\nstartxref\n9\n%%EOF\n", b"%PDF-1.7\nxref\n0 9\nstartxref\n9\n%%EOF"]
    {
        assert_eq!(cut(pdf), Some(FormError::Structure));
    }
}
