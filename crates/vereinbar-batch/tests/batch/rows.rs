use std::sync::atomic::AtomicBool;

use serde_json::{Value, json};
use vereinbar::{Art, RenderOptions, Severity};
use vereinbar_batch::{BatchError, BatchOptions, RowFinding, Source, TableError};
use vereinbar_tables::{TableFormat, TableOptions, table};

use crate::support::{batch, options, pdfs, rows, vereinbarung};

#[test]
fn findings_name_row_column_and_pointer() {
    let folder = tempfile::tempdir().unwrap();
    let report = batch(
        rows([
            json!({"traeger.name": "A"}),
            // The third goal becomes the second, and the column is named all the same.
            json!({"traeger.name": "B", "ziele.3.massnahmen.freier_traeger.2.erledigt_am": "bald", "ziele.3.ziel": "x"}),
            json!({"vereinbarungszeitraum": {"bis": "31.12.2026"}}),
            json!({"ziele": "eins"}),
        ]),
        &options(folder.path()),
    )
    .unwrap();
    let found: Vec<_> = report
        .failures
        .iter()
        .map(|failure| {
            let RowFinding { finding, column, .. } = &failure.findings[0];
            (failure.document.row, finding.code, column.as_deref().unwrap_or_default(), finding.path.as_str())
        })
        .collect();
    assert_eq!(
        found,
        [
            (
                2,
                "invalid_format",
                "ziele.3.massnahmen.freier_traeger.2.erledigt_am",
                "/ziele/1/massnahmen/freier_traeger/0/erledigt_am"
            ),
            (3, "vereinbarungszeitraum_reversed", "vereinbarungszeitraum.bis", "/vereinbarungszeitraum/bis"),
            (4, "wrong_type", "ziele", "/ziele/0"),
        ]
    );
}

#[test]
fn only_complete_rows_where_that_is_asked() {
    let folder = tempfile::tempdir().unwrap();
    let render = RenderOptions { require_complete: true, ..RenderOptions::default() };
    let complete = BatchOptions { render, ..options(folder.path()) };
    let report = batch(rows([json!({"traeger.name": "A"})]), &complete).unwrap();
    assert_eq!((report.done, report.failed), (0, 1));
    assert!(report.failures[0].findings.iter().any(|found| found.finding.severity == Severity::Error));
}

#[test]
fn an_error_of_the_caller_ends_the_run_before_anything_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let source = Source::rows([Ok(json!({"traeger.name": "A"})), Err("weg".into()), Ok(Value::Null)]);
    assert!(matches!(batch(source, &options(folder.path())), Err(BatchError::Table(TableError::Rows(_)))));
    assert!(!folder.path().join("A.pdf").exists());
}

#[test]
fn headings_that_all_rows_have_are_checked_before_the_first() {
    let folder = tempfile::tempdir().unwrap();
    let source = |names: &[&str]| rows([json!({"traeger.name": "A", "#": "x"})]).headings(names.iter().copied());
    let error = batch(source(&["traeger.name", "treager.name", "ziele", "traeger.name"]), &options(folder.path()));
    let Err(BatchError::Table(TableError::Headings(problems))) = error else { panic!("{error:?}") };
    assert_eq!(
        problems.iter().map(|problem| problem.finding.code).collect::<Vec<_>>(),
        ["unknown_heading", "incomplete_heading", "duplicate_heading"]
    );
    assert!(!folder.path().join("A.pdf").exists());
    let report = batch(source(&["traeger.name", "#"]), &options(folder.path())).unwrap();
    assert_eq!((report.done, report.failed), (1, 0));
    let blank = [json!({"stand": null}), json!({"stand": " "}), json!({"stand": "morgen"})];
    let report = batch(rows(blank).headings(["stand"]), &options(folder.path())).unwrap();
    assert_eq!((report.rows, report.failures[0].document.row), (1, 3));

    // Which kind it is, the first row says, too.
    let row = json!({"art": "qualitaetsentwicklungsvereinbarung", "traeger.name": "B"});
    let without = BatchOptions { base: None, ..options(folder.path()) };
    let report = batch(rows([row]).headings(["art", "traeger.name"]), &without).unwrap();
    assert_eq!(report.done, 1);
    let error = batch(rows([json!({"traeger.name": "C"})]).headings(["traeger.name"]), &without);
    assert!(matches!(error, Err(BatchError::Table(TableError::NoArt))));
}

#[test]
fn findings_name_the_row_of_the_spreadsheet() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.csv");
    std::fs::write(&file, "traeger.name;stand\n\"A\nB\";1.1.2027\n\n\nC;morgen\n").unwrap();
    let report = batch(Source::file(&file), &options(&folder.path().join("out"))).unwrap();
    assert_eq!((report.done, report.failures[0].document.row), (1, 5));
    let RowFinding { finding, column, .. } = &report.failures[0].findings[0];
    assert_eq!((finding.code, column.as_deref(), finding.path.as_str()), ("invalid_format", Some("stand"), "/stand"));
}

/// The remedy leads to an agreement without a finding, and a fault is named once.
#[test]
fn a_postcode_of_four_digits_is_said_once_and_one_with_its_country_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let check = BatchOptions { check: true, ..options(folder.path()) };
    let row =
        |name: &str, plz: &str| json!({"traeger": {"name": name, "anschrift": {"plz": plz, "ort": "Musterstadt"}}});
    let report = batch(rows([row("A", "1067"), row("B", "A-1010"), row("C", "01067")]), &check).unwrap();
    let found: Vec<_> = report.findings.iter().map(|found| (found.found.finding.code, found.rows.clone())).collect();
    assert_eq!(found, [("plz_four_digits", vec![1])]);
}

/// A sum without a word beside it, and forms that are to be blank.
#[test]
fn a_row_without_traeger_is_made_only_where_its_file_has_a_name() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.csv");
    let found = |table: &str, options: BatchOptions| {
        std::fs::write(&file, table).unwrap();
        let report = batch(Source::file(&file), &BatchOptions { check: true, ..options }).unwrap();
        let found: Vec<_> =
            report.findings.iter().map(|found| (found.found.finding.code, found.found.finding.severity)).collect();
        (report.failed, found)
    };
    let named = |name: &str| BatchOptions { name: Some(name.to_owned()), ..options(folder.path()) };
    let table = "traeger.name;aktenzeichen\nHaus;51/1\n;25\n";
    assert_eq!(found(table, options(folder.path())), (1, vec![("row_without_traeger", Severity::Error)]));
    assert_eq!(found(table, named("Formular {nr} {traeger.name}")).0, 1);
    assert_eq!(found(table, named("{aktenzeichen}")), (0, vec![("row_without_traeger", Severity::Warning)]));
    // Without the column nothing is forgotten; but the file is called what all are called.
    let table = "aktenzeichen;qualitaetsdimensionen\n51/1;prozessqualitaet\n";
    assert_eq!(found(table, options(folder.path())), (0, vec![("file_name_of_kind", Severity::Warning)]));
    assert_eq!(found(table, named("{aktenzeichen}")), (0, vec![]));
    assert_eq!(found(table, BatchOptions { per_massstab: true, ..options(folder.path()) }), (0, vec![]));
}

#[test]
fn broken_rows_do_not_stop_the_others_but_wrong_headings_stop_all() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let file = folder.path().join("liste.csv");
    std::fs::write(&file, "traeger.nahme\nA\n").unwrap();
    let error = batch(Source::file(&file), &options(&out));
    assert!(matches!(error, Err(BatchError::Table(TableError::Headings(_)))));
    assert!(pdfs(&out).is_empty());
    let file = folder.path().join("liste.jsonl");
    std::fs::write(&file, "{\"traeger.name\": \"A\"}\n{\"traeger.name\": \n{\"traeger.name\": \"C\"}\n").unwrap();
    let report = batch(Source::file(&file), &options(&out)).unwrap();
    assert_eq!(pdfs(&out).into_keys().collect::<Vec<_>>(), ["A.pdf", "C.pdf"]);
    // The row lies over the base.
    let vereinbarung = vereinbarung(&out, "C.pdf");
    assert_eq!((&vereinbarung["traeger"]["name"], &vereinbarung["stand"]), (&json!("C"), &json!("2026-12-01")));
    assert_eq!((report.failures[0].document.row, report.failures[0].findings[0].finding.code), (2, "unreadable_row"));
    let nowhere = BatchOptions { out: None, ..options(&out) };
    assert!(matches!(batch(Source::file(&file), &nowhere), Err(BatchError::NoOutput)));
}

#[test]
fn an_interruption_is_obeyed_while_a_workbook_is_opened() {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("liste.xlsx");
    let table = table(Art::Qualitaetsentwicklungsvereinbarung, &TableOptions::default(), TableFormat::Xlsx).unwrap();
    std::fs::write(&book, table).unwrap();
    for check in [false, true] {
        let options = BatchOptions { check, ..options(folder.path()) };
        let report = vereinbar_batch::run(Source::file(&book), &options, &AtomicBool::new(true), &mut |_| {}).unwrap();
        assert!(report.interrupted && !report.is_success());
        // Of one that was opened there would be a note.
        assert_eq!((report.rows, report.notes), (0, vec![]));
    }
}
