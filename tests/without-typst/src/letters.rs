//! What `parse` does to letters.

use vereinbar::parse;
use vereinbar_tests::root;

/// Every text is kept in NFC, and so are the sequences of the norm.
#[test]
fn letters_of_din_91379_stay_as_the_norm_has_them() {
    let list = std::fs::read_to_string(root().join("tests/fixtures/din_91379/din_91379_latin_list_1.3.txt")).unwrap();
    let mut checked = 0;
    for line in list.lines() {
        let code_points = line.split(';').nth(2).unwrap().split_whitespace();
        let text: String =
            code_points.map(|hex| char::from_u32(u32::from_str_radix(hex, 16).unwrap()).unwrap()).collect();
        let json = serde_json::json!({"art": "leq_vereinbarung", "traeger": {"name": format!("–{text}–")}});
        let read = parse(&json.to_string()).unwrap();
        assert_eq!(read.traeger().name, Some(format!("–{text}–")), "{line}");
        checked += 1;
    }
    assert!(checked > 900, "{checked}");
}
