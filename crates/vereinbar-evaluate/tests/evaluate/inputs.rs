//! Folders, JSON, JSON Lines and PDFs in, one evaluation out.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::{Value, json};
use vereinbar::auswertung::Befundart;
use vereinbar::limits::MAX_NAMED;
use vereinbar::{RenderOptions, parse};
use vereinbar_batch::{BatchOptions, table_from};
use vereinbar_evaluate::{
    EvaluateError, EvaluateOptions, Evaluated, Evaluator, Input, Inputs, Phase, collect, evaluate,
};
use vereinbar_tables::{TableFormat, TableOptions};

use crate::batch::{batch, options};

pub(crate) fn at(stichtag: &str) -> EvaluateOptions {
    EvaluateOptions { stichtag: Some(stichtag.parse().unwrap()), ..EvaluateOptions::default() }
}

fn run(inputs: Inputs<'_>, options: &EvaluateOptions) -> Result<Evaluated, EvaluateError> {
    evaluate(inputs, options, None, &AtomicBool::new(false), &mut |_| {})
}

fn paths<const N: usize>(paths: [&Path; N]) -> Inputs<'static> {
    Inputs::paths(paths)
}

/// A small agreement of a Träger.
pub(crate) fn vereinbarung(traeger: &str) -> Value {
    json!({"art": "qualitaetsentwicklungsvereinbarung", "traeger": {"name": traeger}, "ziele": [{"ziel": "x"}]})
}

/// Träger with their sources.
fn read(evaluated: &Evaluated) -> BTreeMap<String, String> {
    let list = evaluated.auswertung.vereinbarungen.iter();
    list.map(|entry| (entry.traeger.clone().unwrap(), entry.quelle.clone().unwrap())).collect()
}

#[test]
fn reads_any_mix_of_files_in_folders_of_any_depth() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    // A run leaves PDFs and its manifest.
    batch(["P1", "P2"].map(|name| json!({"traeger.name": name})), &options(&root.join("b/pdf"))).unwrap();
    let write = |name: &str, text: String| {
        let file = root.join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    };
    write("a.json", vereinbarung("J").to_string());
    write("b/list.JSON", json!([vereinbarung("L1"), vereinbarung("L2"), {"art": "unbekannt"}]).to_string());
    write("b/c/lines.jsonl", format!("\u{feff}{}\r\n\n{{}}\n{}", vereinbarung("Z1"), vereinbarung("Z2")));
    write("b/leer.jsonl", String::new());
    write("kaputt.pdf", "%PDF-1.7\nleider nicht".to_owned());
    write("notizen.txt", "GEHEIM".to_owned());
    write(".versteckt.json", "GEHEIM".to_owned());
    write(".git/x.json", "GEHEIM".to_owned());
    // An earlier evaluation is no agreement.
    write("auswertung.json", json!({"art": "auswertung", "fassung": 2}).to_string());

    // Nor are a calculation and the report of a run.
    let leq =
        parse(r#"{"art": "leq_vereinbarung", "entgeltvereinbarung": {"pauschalen": [{"betrag": "3"}]}}"#).unwrap();
    let vereinbar::Vereinbarung::LeqVereinbarung(leq) = leq else { panic!("another kind") };
    write("berechnung.json", serde_json::to_string(&vereinbar::calculate(&leq)).unwrap());
    write("bericht.json", serde_json::to_string(&vereinbar_batch::Report::default()).unwrap());

    let evaluated = run(paths([root]), &EvaluateOptions::default()).unwrap();
    let sources = read(&evaluated);
    let names: Vec<_> = sources.keys().map(String::as_str).collect();
    assert_eq!(names, ["J", "L1", "L2", "P1", "P2", "Z1", "Z2"]);
    let at = |name: &str| root.join(name).display().to_string();
    assert_eq!(sources["J"], at("a.json"));
    assert_eq!(sources["L2"], at("b/list.JSON") + ", Eintrag 2");
    assert_eq!(sources["P1"], at("b/pdf/P1.pdf"));
    assert_eq!(sources["Z2"], at("b/c/lines.jsonl") + ", Zeile 4");
    assert_eq!((evaluated.read, evaluated.failed, evaluated.interrupted), (7, 3, false));
    let befunde: Vec<_> = evaluated.auswertung.befunde.iter().map(|befund| befund.quellen[0].clone()).collect();
    assert_eq!(befunde, [at("b/c/lines.jsonl") + ", Zeile 3", at("b/list.JSON") + ", Eintrag 3", at("kaputt.pdf")]);
    assert!(evaluated.auswertung.befunde.iter().all(|befund| befund.art == Befundart::NichtLesbar));
    assert!(!evaluated.auswertung.to_json().contains("GEHEIM"));
}

#[test]
fn the_same_agreement_as_json_and_as_pdf_counts_once() {
    let folder = tempfile::tempdir().unwrap();
    batch([json!({"traeger.name": "A"})], &options(folder.path())).unwrap();
    let pdf = folder.path().join("A.pdf");
    let json = folder.path().join("A.json");
    fs::write(&json, vereinbar::extract(&fs::read(&pdf).unwrap()).unwrap().to_json()).unwrap();
    // A file that is named twice is read once.
    let evaluated = run(paths([folder.path(), &pdf, &json]), &EvaluateOptions::default()).unwrap();
    assert_eq!((evaluated.read, evaluated.auswertung.vereinbarungen.len()), (2, 1));
    let befund = &evaluated.auswertung.befunde[0];
    assert_eq!(befund.art, Befundart::Doppelt);
    assert_eq!(befund.quellen, [json.display().to_string(), pdf.display().to_string()]);
}

#[test]
fn a_collective_file_holds_as_many_agreements_as_it_has() {
    let folder = tempfile::tempdir().unwrap();
    let combined = folder.path().join("alle.pdf");
    let alone = BatchOptions { combined: Some(combined.clone()), out: None, ..options(folder.path()) };
    batch((0..12).map(|index| json!({"traeger.name": format!("T{index:02}")})), &alone).unwrap();
    let evaluated = run(paths([&combined]), &EvaluateOptions::default()).unwrap();
    let sources = read(&evaluated);
    assert_eq!(sources.len(), 12);
    assert_eq!(sources["T03"], combined.display().to_string() + ", vereinbarung-0004.json");
}

#[test]
fn the_result_depends_neither_on_the_number_of_workers_nor_on_the_order() {
    let folder = tempfile::tempdir().unwrap();
    let lines: Vec<String> = (0..500).map(|index| vereinbarung(&format!("T{:03}", index % 300)).to_string()).collect();
    fs::write(folder.path().join("a.jsonl"), lines.join("\n")).unwrap();
    for index in 0..40 {
        let name = folder.path().join(format!("{index}.json"));
        fs::write(name, if index % 7 == 0 { "{".to_owned() } else { vereinbarung(&format!("J{index}")).to_string() })
            .unwrap();
    }
    let all: BTreeSet<PathBuf> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
    let results: Vec<String> = [(1, false), (2, true), (5, false)]
        .into_iter()
        .map(|(jobs, reversed)| {
            let mut all: Vec<&PathBuf> = all.iter().collect();
            if reversed {
                all.reverse();
            }
            let (inputs, never) = (Inputs::paths(all), AtomicBool::new(false));
            let evaluated = evaluate(inputs, &at("2027-06-30"), NonZeroUsize::new(jobs), &never, &mut |_| {}).unwrap();
            assert_eq!((evaluated.read, evaluated.failed), (534, 6));
            evaluated.auswertung.to_json()
        })
        .collect();
    assert_eq!(results[0], results[1]);
    assert_eq!(results[0], results[2]);
}

#[test]
fn a_program_hands_over_agreements_and_paths() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.json"), vereinbarung("Datei").to_string()).unwrap();
    let vereinbarung = parse(&vereinbarung("Programm").to_string()).unwrap();
    let items = [
        Ok(Input::Vereinbarung { vereinbarung, quelle: "Fachverfahren 7".to_owned() }),
        Ok(Input::Path(folder.path().to_owned())),
    ];
    let evaluated = run(Inputs::items(items), &EvaluateOptions::default()).unwrap();
    assert_eq!(read(&evaluated)["Programm"], "Fachverfahren 7");
    assert_eq!(evaluated.auswertung.vereinbarungen.len(), 2);

    let failing = run(Inputs::items([Err("kaputt".into())]), &EvaluateOptions::default());
    assert!(matches!(failing, Err(EvaluateError::Inputs(_))));
    let missing = folder.path().join("fehlt");
    let error = run(paths([&missing]), &EvaluateOptions::default()).unwrap_err();
    assert!(matches!(&error, EvaluateError::NotFound(path) if *path == missing));
    assert!(error.to_string().contains("gibt es nicht"));
}

#[test]
fn progress_is_told_and_a_run_can_be_stopped() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.json"), vereinbarung("A").to_string()).unwrap();
    let mut last = None;
    let cancel = AtomicBool::new(false);
    evaluate(paths([folder.path()]), &EvaluateOptions::default(), None, &cancel, &mut |progress| {
        assert_eq!(progress.phase, Phase::Evaluate);
        last = Some((progress.done, progress.total));
    })
    .unwrap();
    assert_eq!(last, Some((1, Some(1))));

    // Without end, until it is stopped.
    let endless = (0..).map(|index| {
        let vereinbarung = parse(&vereinbarung(&format!("T{index}")).to_string()).unwrap();
        Ok(Input::Vereinbarung { vereinbarung, quelle: String::new() })
    });
    let evaluated = evaluate(Inputs::items(endless), &EvaluateOptions::default(), None, &cancel, &mut |progress| {
        cancel.fetch_or(progress.done > 20, Ordering::Relaxed);
    })
    .unwrap();
    assert!(evaluated.interrupted);
    assert!(evaluated.read > 20);
    assert_eq!(evaluated.read, evaluated.auswertung.vereinbarungen.len());
}

#[test]
fn a_run_that_is_stopped_within_its_last_file_is_interrupted() {
    let folder = tempfile::tempdir().unwrap();
    let list = folder.path().join("alle.json");
    let all: Vec<Value> = (0..20_000).map(|index| vereinbarung(&format!("T{index}"))).collect();
    fs::write(&list, Value::from(all).to_string()).unwrap();
    let cancel = AtomicBool::new(false);
    // The only file is handed out at once; the first progress is told while it is read, or after.
    let evaluated = evaluate(paths([&list]), &EvaluateOptions::default(), None, &cancel, &mut |_| {
        cancel.store(true, Ordering::Relaxed);
    })
    .unwrap();
    assert!(evaluated.interrupted);
}

#[test]
fn a_finding_repeats_nothing_of_what_cannot_be_read() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: String| fs::write(folder.path().join(name), text).unwrap();
    let mut bad = vereinbarung("A");
    bad["Haus Nord gGmbH"] = json!({"Haus Nord gGmbH": "Haus Nord gGmbH"});
    let mut worse = vereinbarung("A");
    worse["stand"] = json!("Haus Nord gGmbH");
    worse["traeger"]["Haus Nord gGmbH"] = json!(1);
    write("a.json", bad.to_string());
    write("b.json", json!([bad, worse, "Haus Nord gGmbH"]).to_string());
    write("c.jsonl", format!("{bad}\n{worse}\nHaus Nord gGmbH\n"));
    write("d.json", "Haus Nord gGmbH".to_owned());
    write("e.json", "[Haus Nord gGmbH".to_owned());
    write("f.pdf", "Haus Nord gGmbH".to_owned());
    write("Haus Nord gGmbH.json", worse.to_string());
    let mut options = at("2027-06-30");
    options.anonym = Some(true);
    let evaluated = run(paths([folder.path()]), &options).unwrap();
    assert_eq!((evaluated.read, evaluated.failed), (0, 11));
    let json = evaluated.auswertung.to_json();
    assert!(!json.contains("Haus Nord"), "{json}");
    // Nor a place, which in a list would be a wrong one.
    assert!(evaluated.auswertung.befunde.iter().all(|befund| !befund.meldung.contains("Spalte")));
}

/// What goes into the rows of a batch comes out of its PDFs, counted another way.
#[test]
fn the_pdfs_of_a_batch_evaluate_to_what_its_rows_say() {
    const MASSSTAEBE: [&str; 3] = ["kinderrechte", "partizipation", "wirkungsorientierung"];
    const GRADE: [&str; 4] = ["erreicht", "teilweise_erreicht", "nicht_erreicht", "offen"];
    let table: Vec<Value> = (0..1000_usize)
        .map(|index| {
            let mut row = json!({
                "traeger.name": format!("Träger {:02}", index % 37),
                "aktenzeichen": format!("51-{index}"),
                "qualitaetsdimensionen.1": "prozessqualitaet",
                "grundsaetze_und_massstaebe.1.code": MASSSTAEBE[index % 3],
                "ziele.1.massnahmen.freier_traeger.1.was": "Schulung",
                "ziele.1.massnahmen.freier_traeger.1.bis": format!("2027-{:02}-15", index % 12 + 1),
            });
            if let Some(grad) = GRADE.get(index % 5) {
                row["ziele.1.ergebnis.grad"] = json!(grad);
            }
            if index % 4 == 0 {
                row["ziele.1.massnahmen.freier_traeger.1.stand"] = json!("erledigt");
            }
            row
        })
        .collect();
    let folder = tempfile::tempdir().unwrap();
    let named = BatchOptions { name: Some("{nr}".to_owned()), ..options(folder.path()) };
    let report = batch(table.clone(), &named).unwrap();
    assert_eq!(report.done, 1000, "{:?}", report.failures.first());

    let auswertung = run(paths([folder.path()]), &at("2027-06-30")).unwrap().auswertung;
    // The row of each agreement, by its Aktenzeichen.
    let rows_behind = |numbers: &[u32]| -> BTreeSet<usize> {
        let row = |nr: &u32| {
            let az = auswertung.vereinbarung(*nr).unwrap().aktenzeichen.clone().unwrap();
            az.strip_prefix("51-").unwrap().parse().unwrap()
        };
        numbers.iter().map(row).collect()
    };
    let rows_with = |is_such: &dyn Fn(&Value) -> bool| -> BTreeSet<usize> {
        table.iter().enumerate().filter(|(_, row)| is_such(row)).map(|(index, _)| index).collect()
    };
    assert_eq!(auswertung.kennzahlen.ziele.anzahl, 1000);
    assert_eq!(auswertung.traeger.len(), 37);
    for group in &auswertung.traeger {
        let rows = rows_with(&|row| row["traeger.name"].as_str() == group.name.as_deref());
        assert_eq!(rows_behind(&group.vereinbarungen.vereinbarungen), rows);
    }
    assert_eq!(auswertung.matrix.len(), 3);
    for (cell, code) in auswertung.matrix.iter().zip(MASSSTAEBE) {
        let rows = rows_with(&|row| row["grundsaetze_und_massstaebe.1.code"] == code);
        assert_eq!(rows_behind(&cell.ziele.vereinbarungen), rows);
        assert_eq!((cell.ziele.anzahl, cell.massnahmen.anzahl), (rows.len(), rows.len()));
    }
    let results = auswertung.ergebnisse.each();
    for ((_, count), grad) in results.zip(GRADE.map(Value::from).into_iter().chain([Value::Null])) {
        let rows = rows_with(&|row| row["ziele.1.ergebnis.grad"] == grad);
        assert_eq!((count.anzahl, rows_behind(&count.vereinbarungen)), (rows.len(), rows));
    }
    let unknown = rows_with(&|row| {
        row["ziele.1.massnahmen.freier_traeger.1.stand"].is_null()
            && row["ziele.1.massnahmen.freier_traeger.1.bis"].as_str().unwrap() < "2027-06-30"
    });
    let count = auswertung.kennzahlen.massnahmen_ohne_meldung.as_ref().unwrap();
    assert_eq!(auswertung.kennzahlen.ueberfaellige_massnahmen.as_ref().unwrap().anzahl, 0);
    assert_eq!((count.anzahl, rows_behind(&count.vereinbarungen)), (unknown.len(), unknown));
    // Rows that differ in no more than their Aktenzeichen are two each, which is said.
    assert_eq!(auswertung.befunde.len(), 111);
    assert!(auswertung.befunde.iter().all(|befund| befund.art == Befundart::AnderesAktenzeichen));
}

/// What a Träger enters counts, not what the form was sent out with.
#[test]
fn a_folder_of_300_filled_forms_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let render = RenderOptions { fillable: true, ..RenderOptions::default() };
    let forms = BatchOptions { render, ..options(folder.path()) };
    batch((0..300).map(|number| json!({"traeger.name": format!("Träger {number}")})), &forms).unwrap();
    let (sent, filled) = (b"(31.12.2028)", b"(31.12.2029)");
    for (number, entry) in fs::read_dir(folder.path()).unwrap().enumerate() {
        let file = entry.unwrap().path();
        if number % 2 == 0 && file.extension().is_some_and(|ending| ending == "pdf") {
            let mut form = fs::read(&file).unwrap();
            let at = form.windows(sent.len()).position(|window| window == sent).unwrap();
            form[at..at + sent.len()].copy_from_slice(filled);
            fs::write(&file, form).unwrap();
        }
    }
    let evaluated = run(paths([folder.path()]), &at("2028-01-31")).unwrap();
    let ends = evaluated.auswertung.vereinbarungen.iter().map(|entry| entry.vereinbarungszeitraum.bis.unwrap().year());
    let changed = ends.filter(|year| *year == 2029).count();
    assert_eq!(evaluated.auswertung.vereinbarungen.len(), 300);
    assert!((140..=160).contains(&changed), "{changed}");
    // And as rows, to be gone on with.
    let folders = [folder.path().to_owned()];
    let table = table_from(&folders, None, &TableOptions::default(), TableFormat::Csv).unwrap();
    assert_eq!((table.agreements, table.left_out.as_slice()), (300, [].as_slice()));
    assert_eq!(String::from_utf8(table.bytes).unwrap().matches("31.12.2029").count(), changed);
}

/// Whoever may write in the folder lays there what has no end: links in circles, pipes, folders
/// in folders.
#[cfg(unix)]
#[test]
fn hostile_folders_come_to_an_end_and_count_each_file_once() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    let deep: PathBuf = std::iter::once(root.to_owned()).chain((0..60).map(|_| "tief".into())).collect();
    fs::create_dir_all(&deep).unwrap();
    fs::write(deep.join("unten.json"), vereinbarung("Unten").to_string()).unwrap();
    fs::write(root.join("oben.json"), vereinbarung("Oben").to_string()).unwrap();
    symlink(root, root.join("kreis")).unwrap();
    symlink(root, deep.join("kreis")).unwrap();
    symlink(root.join("zwei"), root.join("eins")).unwrap();
    symlink(root.join("eins"), root.join("zwei")).unwrap();
    symlink(root.join("oben.json"), root.join("noch einmal.json")).unwrap();
    symlink(root.join("nirgends.json"), root.join("ins Leere.json")).unwrap();
    symlink("/dev/zero", root.join("endlos.json")).unwrap();
    let pipe = root.join("rohr.json");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let closed = [root.join("verschlossen.json"), root.join("verschlossen")];
    fs::write(&closed[0], vereinbarung("Verschlossen").to_string()).unwrap();
    fs::create_dir(&closed[1]).unwrap();
    for path in &closed {
        fs::set_permissions(path, fs::Permissions::from_mode(0o000)).unwrap();
    }
    // Root may read everything.
    let is_closed = fs::File::open(&closed[0]).is_err();
    let begun = std::time::Instant::now();
    let evaluated = run(paths([root]), &EvaluateOptions::default()).unwrap();
    let takes = begun.elapsed();
    fs::set_permissions(&closed[1], fs::Permissions::from_mode(0o700)).unwrap();
    assert!(takes < std::time::Duration::from_secs(20), "{takes:?}");
    let mut read: Vec<String> = read(&evaluated).into_keys().collect();
    read.retain(|traeger| traeger != "Verschlossen");
    assert_eq!(read, ["Oben", "Unten"]);
    let refused = evaluated.auswertung.befunde.iter().filter(|befund| befund.art == Befundart::NichtLesbar).count();
    assert_eq!((evaluated.read, evaluated.failed, refused), if is_closed { (2, 2, 2) } else { (3, 0, 0) });
    assert_eq!(evaluated.auswertung.befunde.len(), refused, "no file is there twice");
}

#[test]
fn of_many_unreadable_lines_the_first_are_named_and_all_are_counted() {
    const EACH: usize = MAX_NAMED + 700;
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.jsonl"), "0\n".repeat(EACH) + &vereinbarung("A").to_string()).unwrap();
    fs::write(folder.path().join("b.json"), format!("[{}{}]", "0,".repeat(EACH), vereinbarung("B"))).unwrap();
    let evaluated = |jobs| {
        let options = EvaluateOptions::default();
        evaluate(paths([folder.path()]), &options, NonZeroUsize::new(jobs), &AtomicBool::new(false), &mut |_| {})
    };
    let one = evaluated(1).unwrap();
    assert_eq!((one.read, one.failed), (2, 2 * EACH));
    let (rest, named) = one.auswertung.befunde.split_last().unwrap();
    assert_eq!((named.len(), rest.weitere), (MAX_NAMED, u32::try_from(2 * EACH - MAX_NAMED).ok()));
    assert_eq!(rest.meldung.split(" Meist").next(), Some("Die ersten 5000 werden genannt, 6400 weitere gezählt."));
    assert!(named.iter().all(|befund| befund.quellen[0].contains("a.jsonl, Zeile ")));
    // Neither how many work nor how it is shared out shows in the result.
    assert_eq!(evaluated(3).unwrap().auswertung, one.auswertung);
    let part = |name: &str| {
        let options = EvaluateOptions::default();
        let path = folder.path().join(name);
        let part = collect(paths([&path]), &options, None, &AtomicBool::new(false), &mut |_| {}).unwrap();
        Evaluator::from_bytes(&part.evaluator.to_bytes().unwrap()).unwrap()
    };
    let mut both = part("b.json");
    both.merge(part("a.jsonl")).unwrap();
    assert_eq!(both.finish(), one.auswertung);
}
