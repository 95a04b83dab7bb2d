//! Programs that had no part in making the files read them as they are meant.

use std::path::PathBuf;
use std::process::Command;

use vereinbar::{Art, CollectionOptions, RenderOptions, Vereinbarung, refresh};
use vereinbar_tests::{root, write};

use crate::auswertung::report_of_few;
use crate::support::{all, example_of, output, render, renderer};

/// What was said, or what is wrong.
fn read(files: &[PathBuf]) -> Result<String, String> {
    let mut command = Command::new(root().join("build/venv/bin/python"));
    command.arg(root().join("tests/second_reader.py")).args(files);
    let output = command.output().expect("Python comes with `make tools`");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    if output.status.success() { Ok(text(&output.stdout)) } else { Err(text(&output.stderr)) }
}

fn save(name: &str, pdf: &[u8]) -> PathBuf {
    let file = output(&format!("readers/{name}.pdf"));
    write(&file, pdf);
    file
}

#[test]
fn qpdf_finds_no_fault_and_mupdf_reads_what_poppler_reads() {
    let mut files: Vec<PathBuf> = all()
        .iter()
        .map(|(name, vereinbarung)| save(name, &render(vereinbarung, &RenderOptions::default()).pdf))
        .collect();
    let fillable = RenderOptions { fillable: true, ..RenderOptions::default() };
    for art in Art::ALL {
        files.push(save(&format!("zum-ausfuellen-{art}"), &render(&Vereinbarung::blank(*art), &fillable).pdf));
    }
    let signable = RenderOptions { signature_fields: true, ..RenderOptions::default() };
    for art in Art::ALL {
        let example = example_of(&art.to_string());
        let form = render(&example, &fillable).pdf;
        files.push(save(&format!("neu-gezeichnet-{art}"), &refresh(&form).unwrap()));
        files.push(save(&format!("zum-unterschreiben-{art}"), &render(&example, &signable).pdf));
        let several = [example, Vereinbarung::blank(*art)];
        let collection = renderer().render_collection(&several, &CollectionOptions::default()).unwrap();
        files.push(save(&format!("sammlung-{art}"), &collection.pdf));
    }
    files.push(save("auswertung", &report_of_few()));
    assert_eq!(read(&files), Ok(format!("{} files\n", files.len())));
}

/// What is damaged is told, with its file.
#[test]
fn a_file_without_its_end_is_told() {
    let mut pdf = render(&crate::support::example(), &RenderOptions::default()).pdf;
    pdf.truncate(pdf.len() - 200);
    let file = save("known-bad-cut", &pdf);
    let said = read(std::slice::from_ref(&file)).unwrap_err();
    assert!(said.contains("known-bad-cut.pdf"), "{said}");
}
