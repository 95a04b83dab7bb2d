//! The walk along the schema is of one mind with the schema, and with `parse`.

use serde_json::{Value, json};
use vereinbar::pointer::{PointerBuf, Step};
use vereinbar::schema::{Kind, Node};
use vereinbar::spelling::fold;
use vereinbar::{Art, ParseError, parse, schema};

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

#[test]
fn names_and_limits_are_those_of_the_schema() {
    for art in Art::ALL.iter().copied() {
        let published = schema(Some(art)).to_string();
        assert!(Node::root(art).is_required("art") && !Node::root(art).is_required("traeger"));
        for (pointer, node) in leaves(art) {
            // An entry of a list that is a mere text is called after its number.
            let is_entry = matches!(pointer.steps().last(), Some(Step::Index(_)));
            let title = format!("\"title\":{}", json!(node.title()));
            assert!(is_entry && node.title().is_empty() || published.contains(&title), "{pointer}");
            let limit = match node.kind() {
                Kind::Text | Kind::Plz => node.max_length().is_some(),
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
