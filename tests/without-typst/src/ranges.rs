//! The ranges of whole numbers, which `validate` looks up without the schema.

use std::fmt::Write as _;

use serde_json::Value;
use vereinbar::{Art, schema};
use vereinbar_tests::check_reference;

#[test]
fn ranges_are_those_of_the_schema() {
    let mut source = String::from(
        "//! Generated from the schema; `make update` writes it anew.\n\n\
         /// Kind, place (`*` is any entry of a list), least and greatest value of each whole number.\n\
         #[rustfmt::skip]\n\
         pub(super) static RANGES: &[(&str, &str, u64, u64)] = &[\n",
    );
    for art in Art::ALL {
        let root = schema(Some(*art));
        visit(root, root, "", &mut |place, number| {
            let [minimum, maximum] = ["minimum", "maximum"].map(|limit| &number[limit]);
            writeln!(source, "    (\"{art}\", \"{place}\", {minimum}, {maximum}),").unwrap();
        });
    }
    source.push_str("];\n");
    check_reference("crates/vereinbar/src/validate/text/number_ranges.rs", &source);
}

/// Every whole number below a node of the schema, with its place.
fn visit(root: &Value, node: &Value, place: &str, number: &mut impl FnMut(&str, &Value)) {
    let definition = node["$ref"].as_str().and_then(|reference| root.pointer(reference.trim_start_matches('#')));
    let node = definition.unwrap_or(node);
    match node["type"].as_str() {
        Some("integer") => number(place, node),
        Some("array") => visit(root, &node["items"], &format!("{place}/*"), number),
        _ => {
            for (name, field) in node["properties"].as_object().into_iter().flatten() {
                visit(root, field, &format!("{place}/{name}"), number);
            }
        }
    }
}
