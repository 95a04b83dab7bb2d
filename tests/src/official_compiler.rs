//! The templates are plain Typst: the official compiler makes the same pages
//! from the files as they lie there.

use vereinbar::RenderOptions;
use vereinbar_tests::{root, write};

use crate::support::{ART, LEQ, example_of, output, reading_order, render, run};

#[test]
fn official_compiler_makes_the_same_document_from_the_folder() {
    for art in [ART, LEQ] {
        check(art);
    }
}

fn check(art: &str) {
    let fonts = output("fonts");
    for (name, bytes) in vereinbar_pdf::fonts() {
        write(&fonts.join(name), bytes);
    }
    let official = output("official.pdf");
    let root = root();
    run(
        &root.join("build/venv/bin/python"),
        &[
            root.join("tests/official_compiler.py").to_str().unwrap(),
            root.join(format!("templates/{art}/main.typ")).to_str().unwrap(),
            root.join("templates").to_str().unwrap(),
            fonts.to_str().unwrap(),
            official.to_str().unwrap(),
        ],
    );
    let ours = output("ours.pdf");
    write(&ours, &render(&example_of(art), &RenderOptions::default()).pdf);
    assert_eq!(reading_order(&official), reading_order(&ours));
}
