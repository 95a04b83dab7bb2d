//! Templates of one's own: given out, changed, and what is wrong with them.

use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

use crate::desk::{Desk, example};

#[test]
fn what_is_given_out_prints_the_same() {
    let desk = Desk::new();
    let file = example();
    desk.run(&["templates", "export", "eigene"]).expect(0, &["LIESMICH.md"]);
    assert!(fs::read_to_string(desk.path("eigene/LIESMICH.md")).unwrap().contains("--watch"));
    desk.run(&["templates", "export", "eigene"]).expect(2, &["gibt es schon", "--overwrite"]);
    desk.run(&["templates", "export", "eigene", "--overwrite"]).expect(0, &[]);
    desk.run(&["render", &file, "-o", "a.pdf"]).expect(0, &[]);
    desk.run(&["render", &file, "-o", "b.pdf", "--templates", "eigene"]).expect(0, &[]);
    assert_eq!(fs::read(desk.path("a.pdf")).unwrap(), fs::read(desk.path("b.pdf")).unwrap());
}

#[test]
fn a_file_that_replaces_nothing_names_the_nearest() {
    let desk = Desk::new();
    let file = example();
    fs::create_dir_all(desk.path("eigene")).unwrap();
    let render = || desk.run(&["render", &file, "-o", "a.pdf", "--templates", "eigene"]);
    render().expect(2, &["liegt keine Datei, die eine eingebaute Vorlage ersetzt", "vereinbar templates export"]);
    desk.write("eigene/farben.typ", "");
    render().expect(2, &["eigene/farben.typ", "gemeint ist vielleicht gemeinsam/farben.typ"]);
    assert!(!desk.path("a.pdf").exists());
}

/// A change of a template or of the data makes the document anew; a broken one is said and
/// ends nothing, and Ctrl-C does.
#[cfg(unix)]
#[test]
fn watching_makes_the_document_anew_with_every_change() {
    let desk = Desk::new();
    fs::copy(example(), desk.path("v.json")).unwrap();
    fs::create_dir_all(desk.path("eigene/gemeinsam")).unwrap();
    let colours = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../templates/gemeinsam/farben.typ");
    let farben = "eigene/gemeinsam/farben.typ";
    fs::copy(colours, desk.path(farben)).unwrap();
    let log = fs::File::create(desk.path("log")).unwrap();
    let arguments = ["render", "v.json", "-o", "v.pdf", "--templates", "eigene", "--color", "#ffff00", "--watch"];
    let mut child = desk.command(&arguments).stdout(Stdio::null()).stderr(log).spawn().unwrap();
    let said = || fs::read_to_string(desk.path("log")).unwrap();
    let until = |is_so: &dyn Fn() -> bool, what: &str| {
        let begun = Instant::now();
        while !is_so() {
            assert!(begun.elapsed() < Duration::from_mins(1), "{what}: {}", said());
            thread::sleep(Duration::from_millis(50));
        }
    };
    let document = || fs::read(desk.path("v.pdf")).unwrap_or_default();
    // What a step makes: another document than before, and as many times as there were steps it is said.
    let anew = |before: &[u8], step: usize| {
        until(&|| document() != before, "another document");
        until(&|| said().matches("v.pdf geschrieben").count() >= step, "it is said");
        document()
    };
    until(&|| said().contains("beobachtet"), "it is watched");
    let first = anew(&[], 1);
    desk.write(farben, "#let lesbar(farbe) = black\n");
    let second = anew(&first, 2);
    // What is wrong with a template is said, and the document stays as it was.
    desk.write(farben, "#let lesbar(farbe) = { nmae }\n");
    until(&|| said().contains("Den Namen „nmae“ gibt es hier nicht"), "what is broken is said");
    assert!(document() == second);
    desk.write(farben, "#let lesbar(farbe) = rgb(\"#123456\")\n");
    let third = anew(&second, 3);
    assert!(third != first);
    // And the data.
    let data = fs::read_to_string(desk.path("v.json")).unwrap();
    let other = data.replace("Beispielträger", "Anderer Träger");
    assert_ne!(other, data);
    desk.write("v.json", &other);
    let fourth = anew(&third, 4);
    assert_eq!(vereinbar::extract(&fourth).unwrap(), vereinbar::parse(&other).unwrap());
    std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(130));
    desk.run(&["render", "-", "-o", "x.pdf", "--watch"]).expect(2, &["--watch braucht"]);
}

/// Every row fails at the same place, which is said once.
#[test]
fn a_broken_template_is_one_finding_of_all_rows() {
    let desk = Desk::new();
    let rows: Vec<String> = (1..=25).map(|number| format!("Haus {number}")).collect();
    desk.write("liste.csv", &format!("traeger.name\n{}\n", rows.join("\n")));
    fs::create_dir_all(desk.path("eigene/gemeinsam")).unwrap();
    desk.write("eigene/gemeinsam/farben.typ", "#let lesbar(farbe) = { nmae }\n");
    let batch = ["batch", "liste.csv", "--art", "qev", "--out", "f", "--templates", "eigene", "--color", "#ffff00"];
    let said = desk.run(&batch).expect(1, &[]).out();
    assert_eq!(said.matches("(gemeinsam/farben.typ, Zeile 1)").count(), 1, "{said}");
    assert!(said.contains("Zeilen 2 bis 26 (Haus 1.pdf, ") && said.contains("Haus 5.pdf und 20 weitere)"), "{said}");
    assert!(said.contains("25 fehlgeschlagen"), "{said}");
    let json = desk.run(&[&batch[..], &["--format", "json"]].concat()).expect(1, &[]).out();
    let report: serde_json::Value = serde_json::from_str(&json).unwrap();
    let broken: Vec<_> =
        report["findings"].as_array().unwrap().iter().filter(|one| one["code"] == "not_rendered").collect();
    assert_eq!(broken.len(), 1);
    assert_eq!((broken[0]["rows"].as_array().unwrap().len(), broken[0]["files"].as_array().unwrap().len()), (25, 25));
    assert_eq!(report["failures"].as_array().unwrap().len(), 25);
}

/// Numbers of pages may be wrong then, whatever makes the document.
#[test]
fn a_layout_that_does_not_settle_is_told_by_all_who_make_a_document() {
    let desk = Desk::new();
    desk.run(&["templates", "export", "eigene"]).expect(0, &[]);
    let of_kind = "qualitaetsentwicklungsvereinbarung";
    for file in [&format!("{of_kind}/main"), &format!("{of_kind}/sammlung"), "auswertung/main"] {
        let file = format!("eigene/{file}.typ");
        let text = fs::read_to_string(desk.path(&file)).unwrap();
        desk.write(&file, &format!("{text}\n#context if query(<eigene>) == () [#metadata(none)<eigene>]\n"));
    }
    desk.write("liste.csv", "traeger.name\nHaus Nord gGmbH\nHaus Süd e. V.\n");
    let told = "Der Umbruch kommt zu keinem Ende";
    let evaluated = example();
    for arguments in [
        &["blank", "qev", "-o", "a.pdf"][..],
        &["render", &evaluated, "-o", "b.pdf"],
        &["set", &evaluated, "traeger.name=Haus West", "-o", "c.pdf"],
        &["batch", "liste.csv", "--art", "qev", "--out", "f"],
        &["batch", "liste.csv", "--art", "qev", "--combined", "alle.pdf"],
        &["evaluate", &evaluated, "-o", "bericht.pdf"],
    ] {
        let run = desk.run(&[arguments, &["--templates", "eigene"]].concat());
        let said = format!("{}{}", run.stderr, String::from_utf8_lossy(&run.stdout));
        assert_eq!(said.matches(told).count(), 1, "{arguments:?}: {said}");
        assert!(!said.contains("nimmt das so nicht an"), "{said}");
        // With the templates that are built in it is not told.
        let run = desk.run(&[arguments, &["--overwrite"]].concat()).expect(0, &[]);
        let said = format!("{}{}", run.stderr, run.out());
        assert!(!said.contains(told), "{arguments:?}: {said}");
    }
}
