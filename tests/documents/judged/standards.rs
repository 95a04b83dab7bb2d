//! veraPDF judges the files as they are given out.

use std::path::PathBuf;

use vereinbar::{Art, Ausfuellhilfe, CollectionOptions, Letterhead, Logo, RenderOptions, Standard, Vereinbarung};
use vereinbar_tests::write;

use crate::auswertung::reports;
use crate::judged::judge::{assert_conform, verdicts};
use crate::support::{all, all_of, example, example_of, output, render, renderer};

fn save(name: &str, vereinbarung: &Vereinbarung, options: &RenderOptions) -> PathBuf {
    let file = output(&format!("standards/{name}.pdf"));
    write(&file, &render(vereinbarung, options).pdf);
    file
}

fn letterhead() -> Letterhead {
    let svg = br##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 60"><rect width="60" height="60" fill="#7aa"/></svg>"##;
    Letterhead::new()
        .logo(Logo::new(svg.to_vec(), "Wappen des Landkreises Musterland").unwrap())
        .traeger_logo(Logo::new(svg.to_vec(), "Logo des Beispielträgers").unwrap())
        .lines(["Landkreis Musterland", "Jugendamt · Rathausplatz 1 · 12345 Musterstadt"])
        .unwrap()
        .color("#e0b000")
        .unwrap()
}

#[test]
fn every_document_is_pdf_a_3a_and_pdf_ua_1() {
    let blank = Vereinbarung::blank(Art::Qualitaetsentwicklungsvereinbarung);
    let mut files: Vec<PathBuf> =
        all().iter().map(|(name, vereinbarung)| save(name, vereinbarung, &RenderOptions::default())).collect();
    for choice in [Ausfuellhilfe::Angehaengt, Ausfuellhilfe::Allein] {
        let options = RenderOptions { ausfuellhilfe: choice, ..RenderOptions::default() };
        files.push(save(&format!("ausfuellhilfe-{choice}"), &blank, &options));
    }
    let options = RenderOptions { letterhead: Some(letterhead()), ..RenderOptions::default() };
    for art in Art::ALL {
        files.push(save(&format!("briefkopf-{art}"), &example_of(art.as_str()), &options));
    }
    assert_conform("3a", &files);
    assert_conform("ua1", &files);
}

/// A file that is put together afterwards would fail here: the collection is made in one go.
#[test]
fn a_collection_is_pdf_a_3a_and_pdf_ua_1() {
    let collections = Art::ALL.iter().map(|art| {
        let file = output(&format!("standards/sammlung-{art}.pdf"));
        write(&file, &collection(art.as_str()));
        file
    });
    let files: Vec<PathBuf> = collections.collect();
    assert_conform("3a", &files);
    assert_conform("ua1", &files);
}

fn collection(art: &str) -> Vec<u8> {
    let agreements: Vec<Vereinbarung> =
        all_of(art).into_iter().filter(|(name, _)| name != "lang").map(|(_, vereinbarung)| vereinbarung).collect();
    let options = RenderOptions {
        letterhead: Some(letterhead()),
        ausfuellhilfe: Ausfuellhilfe::Angehaengt,
        ..RenderOptions::default()
    };
    // With empty pages between them.
    let options = CollectionOptions { render: options, duplex: true };
    let collection = renderer().render_collection(&agreements, &options).unwrap();
    assert_eq!(collection.template_warnings, []);
    collection.pdf
}

#[test]
fn a_report_is_pdf_a_3a_and_pdf_ua_1() {
    let files: Vec<PathBuf> = reports()
        .into_iter()
        .map(|(name, pdf)| {
            let file = output(&format!("standards/{name}.pdf"));
            write(&file, &pdf);
            file
        })
        .collect();
    assert_conform("3a", &files);
    assert_conform("ua1", &files);
}

#[test]
fn other_standards_are_what_they_say() {
    let options = |standard| RenderOptions { standard, ..RenderOptions::default() };
    let a2a = save("a-2a", &example(), &options(Standard::A2aUa1));
    assert_conform("2a", std::slice::from_ref(&a2a));
    assert_conform("ua1", &[a2a, save("ua-1", &example(), &options(Standard::Ua1))]);
}

/// The judge is awake: a file that claims nothing, and one that is damaged
/// after it was made, do not pass.
#[test]
fn judge_rejects_known_bad_files() {
    let options = |standard| RenderOptions { standard, ..RenderOptions::default() };
    let plain = save("known-bad-plain", &example(), &options(Standard::Plain));
    let mut bytes = render(&example(), &RenderOptions::default()).pdf;
    let root = bytes.windows(15).rposition(|window| window == b"/StructTreeRoot").unwrap();
    bytes[root + 14] = b'X';
    let damaged = output("standards/known-bad-untagged.pdf");
    write(&damaged, &bytes);
    for flavour in ["3a", "ua1"] {
        assert_eq!(verdicts(flavour, &[plain.clone(), damaged.clone()]), [false, false]);
    }
}
