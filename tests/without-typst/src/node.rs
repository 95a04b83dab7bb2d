//! The walk along the schema is of one mind with the schema, and with `parse`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::{Map, Value, json};
use vereinbar::pointer::{PointerBuf, Step};
use vereinbar::schema::{Kind, Node};
use vereinbar::spelling::fold;
use vereinbar::{Art, ParseError, limits, parse, schema};
use vereinbar_tests::root;

/// Every place of an agreement that holds a single value, and the first entry of each list.
fn leaves(art: Art) -> Vec<(PointerBuf, Node)> {
    fn collect(node: Node, at: &mut PointerBuf, found: &mut Vec<(PointerBuf, Node)>) {
        let mut visit = |step: Step<String>, child: Node| {
            at.push(step);
            collect(child, at, found);
            at.pop();
        };
        match node.kind() {
            Kind::Object => node.properties().for_each(|(key, child)| visit(Step::Key(key.to_owned()), child)),
            Kind::List => visit(Step::Index(0), node.item().unwrap()),
            _ => found.push((at.clone(), node)),
        }
    }
    let mut found = Vec::new();
    collect(Node::root(art), &mut PointerBuf::new(), &mut found);
    found
}

/// An agreement that says nothing but this.
fn only(art: Art, pointer: &PointerBuf, value: Value) -> Value {
    let inner = pointer.steps().iter().rev().fold(value, |value, step| match step {
        Step::Key(key) => json!({ key: value }),
        Step::Index(_) => json!([value]),
    });
    let Value::Object(mut fields) = inner else { panic!("{pointer}") };
    fields.entry("art").or_insert_with(|| art.as_str().into());
    fields.into()
}

/// A value that fits the kind.
fn fitting(node: Node) -> Value {
    match node.kind() {
        Kind::Code => node.codes().last().unwrap().into(),
        Kind::Boolean => true.into(),
        Kind::Integer => node.minimum().unwrap().into(),
        Kind::Datum => "2027-06-30".into(),
        Kind::Betrag => "1243.95".into(),
        Kind::Zahl => "7.8125".into(),
        Kind::Ags => "12999".into(),
        Kind::Plz => "01067".into(),
        Kind::Zeitangabe => "3. Quartal 2027".into(),
        Kind::Text => "Wörter".into(),
        other => panic!("{other:?} is no single value"),
    }
}

/// Values of every kind, right and wrong.
fn values(node: Node) -> Vec<Value> {
    let mut values = vec![
        json!("Wörter"),
        json!(""),
        json!("2027-06-30"),
        json!("30.06.2027"),
        json!("1243.95"),
        json!("7.8125"),
        json!("-1"),
        json!("12999"),
        json!("1299"),
        json!("01067"),
        json!(true),
        json!([]),
        json!({}),
        json!([null]),
    ];
    values.extend(node.codes().map(Value::from));
    if node.kind() == Kind::Integer {
        // A number beyond them is read, and found by `validate`.
        values.extend([node.minimum().into(), node.maximum().into()]);
    }
    values
}

#[test]
fn every_leaf_is_what_schema_and_parse_take_it_for() {
    for art in Art::ALL.iter().copied() {
        let validator =
            jsonschema::draft202012::options().should_validate_formats(true).build(schema(Some(art))).unwrap();
        let leaves = leaves(art);
        assert!(leaves.len() > 20, "{art}: {}", leaves.len());
        for (pointer, node) in leaves {
            let fits = only(art, &pointer, fitting(node));
            assert!(validator.is_valid(&fits) && parse(&fits.to_string()).is_ok(), "{art}: {pointer} {node:?}: {fits}");
            for value in values(node) {
                let json = only(art, &pointer, value.clone());
                let read = parse(&json.to_string());
                assert_eq!(read.is_ok(), validator.is_valid(&json), "{art}: {pointer} {node:?}: {value}");
                for finding in read.err().iter().flat_map(ParseError::findings) {
                    assert_eq!(finding.path, pointer.to_string());
                    // Before the kind is known nothing has a name.
                    assert_eq!(finding.place.is_empty(), finding.path == "/art", "{finding:?}");
                }
            }
        }
    }
}

#[test]
fn every_leaf_is_found_again_by_its_pointer_and_in_its_order() {
    for art in Art::ALL.iter().copied() {
        let root = Node::root(art);
        let leaves = leaves(art);
        for (pointer, node) in &leaves {
            let found = root.at(&pointer.to_string()).unwrap();
            assert_eq!((found.kind(), found.title()), (node.kind(), node.title()), "{art}: {pointer}");
            assert!(!root.place(&pointer.to_string()).is_empty(), "{art}: {pointer}");
        }
        let orders: Vec<_> = leaves.iter().map(|(pointer, _)| root.order(&pointer.to_string())).collect();
        assert!(orders.is_sorted(), "{art}");
        assert!(root.at("/traeger/unbekannt").is_none() && root.at("traeger").is_none());
    }
}

/// What the committed file of a schema says of each place that holds a single value, found without the walk: the
/// definition that it refers to, and over it what is said of the place itself.
fn published(art: Art) -> BTreeMap<String, Map<String, Value>> {
    fn collect(whole: &Value, own: &Value, at: &str, found: &mut BTreeMap<String, Map<String, Value>>) {
        let mut said = own["$ref"].as_str().map_or_else(Map::new, |reference| {
            whole.pointer(reference.strip_prefix('#').unwrap()).unwrap().as_object().unwrap().clone()
        });
        said.extend(own.as_object().unwrap().clone());
        if let Some(fields) = said.get("properties").and_then(Value::as_object) {
            fields.iter().for_each(|(key, field)| collect(whole, field, &format!("{at}/{key}"), found));
        } else if let Some(item) = said.get("items") {
            collect(whole, item, &format!("{at}/0"), found);
        } else {
            found.insert(at.to_owned(), said);
        }
    }
    let file = fs::read_to_string(root().join(format!("schema/{art}.schema.json"))).unwrap();
    let (whole, mut found) = (serde_json::from_str(&file).unwrap(), BTreeMap::new());
    collect(&whole, &whole, "", &mut found);
    found
}

#[test]
fn names_limits_and_codes_are_those_of_the_published_file() {
    for art in Art::ALL.iter().copied() {
        let published = published(art);
        let walked: BTreeSet<String> = leaves(art).iter().map(|(pointer, _)| pointer.to_string()).collect();
        assert!(walked.iter().eq(published.keys()), "{art}");
        assert!(Node::root(art).is_required("art") && !Node::root(art).is_required("traeger"));
        for (pointer, node) in leaves(art) {
            let said = &published[&pointer.to_string()];
            let text = |key: &str| said.get(key).and_then(Value::as_str);
            let number = |key: &str| said.get(key).and_then(Value::as_u64);
            // An entry of a list that is a mere text is called after its number.
            let is_entry = matches!(pointer.steps().last(), Some(Step::Index(_)));
            assert!(is_entry || !node.title().is_empty(), "{pointer}");
            assert_eq!(
                (node.title(), node.pattern()),
                (text("title").unwrap_or_default(), text("pattern")),
                "{pointer}"
            );
            let bounds = (node.minimum(), node.maximum(), node.max_length());
            assert_eq!(bounds, (number("minimum"), number("maximum"), number("maxLength")), "{pointer}");
            let codes = said.get("enum").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
            assert!(node.codes().eq(codes), "{pointer}");
            for code in node.codes() {
                let words = said.get("x-bezeichnungen").and_then(|words| words[code].as_str());
                assert_eq!(node.words(code).next(), words, "{pointer}: {code}");
            }
            let limit = match node.kind() {
                Kind::Text | Kind::Plz => node.max_length() == u64::try_from(limits::MAX_TEXT_CHARS).ok(),
                Kind::Datum | Kind::Betrag | Kind::Zahl | Kind::Ags => node.pattern().is_some(),
                Kind::Integer => node.minimum() < node.maximum() || pointer.to_string() == "/fassung",
                Kind::Code => node.codes().all(|code| node.words(code).next().is_some()),
                _ => true,
            };
            assert!(limit, "{pointer}");
        }
    }
}

/// A name that is written otherwise is still that name: no two are folded into one.
#[test]
fn names_of_fields_are_folded_already() {
    for (pointer, _) in Art::ALL.iter().copied().flat_map(leaves) {
        for step in pointer.steps() {
            if let Step::Key(key) = step {
                assert_eq!(&fold(key), key);
            }
        }
    }
}
