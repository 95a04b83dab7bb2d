//! The evaluation as CSV, XLSX and iCalendar.

use std::io::{Cursor, Read as _};
use std::sync::atomic::AtomicBool;

use icalendar::{Calendar, CalendarComponent, Component as _, DatePerhapsTime, Event};
use serde_json::{Value, json};
use vereinbar::auswertung::Auswertung;
use vereinbar::evaluate::tables;
use vereinbar::parse;
use vereinbar_evaluate::{EvaluateError, EvaluateOptions, Input, Inputs, csv, evaluate, ics, xlsx};

use crate::inputs::{at, vereinbarung};

fn evaluated(vereinbarungen: &[Value], options: &EvaluateOptions) -> Auswertung {
    let items = vereinbarungen.iter().map(|vereinbarung| {
        let vereinbarung = parse(&vereinbarung.to_string()).unwrap();
        Ok(Input::Vereinbarung { vereinbarung, quelle: "=q;uelle.json".to_owned() })
    });
    evaluate(Inputs::items(items), options, None, &AtomicBool::new(false), &mut |_| {}).unwrap().auswertung
}

fn example() -> Auswertung {
    let mut one = vereinbarung("=SUMME(A1)");
    one["jugendamt"] = json!({"name": "Landkreis Musterland"});
    one["vereinbarungszeitraum"] = json!({"von": "2027-01-01", "bis": "2028-12-31"});
    let massnahme = json!({"wer": "@ASD; „Team“", "was": "a \"b\"; c\td, e\\f", "bis": "2027-09-30"});
    let overdue = json!({"was": "-1", "bis": "2027-06-29"});
    one["ziele"][0]["massnahmen"] = json!({"oeffentlicher_traeger": [massnahme, massnahme, overdue]});
    one["ziele"][0]["zielueberpruefung"] =
        json!({"freier_traeger": [{"wie": "ä".repeat(200), "wann": "Dezember 2027"}]});
    one["fortsetzung"] = json!({"am": "2199-12-31"});
    evaluated(&[one], &at("2027-06-30"))
}

fn table(auswertung: &Auswertung, name: &str) -> String {
    let tables = tables(auswertung);
    let table = tables.iter().find(|table| table.name == name).unwrap();
    String::from_utf8(csv(table).unwrap()).unwrap()
}

#[test]
fn csv_opens_in_german_excel_and_holds_no_formulas() {
    let auswertung = example();
    let text = table(&auswertung, "vereinbarungen");
    let lines: Vec<&str> = text.strip_prefix('\u{feff}').unwrap().split("\r\n").collect();
    assert_eq!(
        lines[0],
        r#""Nr.";"Art der Vereinbarung";"Öffentlicher Träger";"Träger";"Von";"Bis";"Vordrucke";"Ziele";"Maßnahmen";"Aktenzeichen";"Quelle""#
    );
    assert_eq!(
        lines[1],
        r#"1;"Qualitätsentwicklungsvereinbarung";"Landkreis Musterland";"'=SUMME(A1)";"01.01.2027";"31.12.2028";1;1;3;"";"'=q;uelle.json""#
    );
    assert_eq!(lines[2..], [""]);
    let text = table(&auswertung, "massnahmen_ohne_meldung");
    assert!(text.contains(r#""29.06.2027";1;"öffentlicher Träger";"";"'-1";"ohne Angabe";1;"";1;"#), "{text}");
    let text = table(&auswertung, "termine");
    assert!(text.contains(r#""'@ASD; „Team“";"a ""b""; c d, e\f""#), "{text}");
    assert!(table(&auswertung, "kennzahlen").contains("\"Vereinbarungen insgesamt\";1;\"Nr. 1\"\r\n"));
}

#[test]
fn without_a_stichtag_there_is_no_calendar_and_no_table_of_dates() {
    let auswertung = evaluated(&[vereinbarung("A")], &EvaluateOptions::default());
    assert_eq!(ics(&auswertung), None);
    let names: Vec<_> = tables(&auswertung).iter().map(|table| table.name).collect();
    for dated in ["termine", "ueberfaellige_massnahmen", "massnahmen_ohne_meldung", "beendete_vereinbarungen"] {
        assert!(!names.contains(&dated), "{dated}");
    }
}

#[test]
fn a_workbook_has_a_sheet_for_each_table() {
    let auswertung = example();
    let bytes = xlsx(&auswertung).unwrap();
    assert_eq!(bytes, xlsx(&auswertung).unwrap());
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut part = |name: &str| {
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    let workbook = part("xl/workbook.xml");
    let tables = tables(&auswertung);
    for table in &tables {
        assert!(workbook.contains(&format!("name=\"{}\"", table.title)), "{}", table.title);
    }
    let termine = tables.iter().position(|table| table.name == "termine").unwrap() + 1;
    let sheet = part(&format!("xl/worksheets/sheet{termine}.xml"));
    // The first row stays in view, dates are numbers with a format, nothing is a formula.
    assert!(sheet.contains("state=\"frozen\"") && sheet.contains("<autoFilter"));
    assert!(sheet.contains("<v>46660</v>"), "30.09.2027");
    assert!(!sheet.contains("<f>"));
    assert!(part("xl/sharedStrings.xml").contains("<t>@ASD; „Team“</t>"));
    assert!(part("docProps/core.xml").contains("2027-06-30T00:00:00Z"));
}

#[test]
fn an_empty_evaluation_has_all_outputs() {
    let auswertung = evaluated(&[], &at("2027-06-30"));
    assert!(xlsx(&auswertung).unwrap().starts_with(b"PK"));
    assert!(tables(&auswertung).iter().all(|table| csv(table).unwrap().starts_with(b"\xef\xbb\xbf")));
    assert!(ics(&auswertung).unwrap().starts_with(b"BEGIN:VCALENDAR\r\n"));
}

#[test]
fn what_cannot_be_written_is_an_error_and_no_empty_file() {
    let mut table = tables(&example()).remove(0);
    table.rows[0].pop();
    let error = csv(&table).unwrap_err();
    assert!(matches!(error, EvaluateError::Output(_)));
    assert!(error.to_string().ends_with("zum Beispiel JSON."));
}

#[test]
fn the_calendar_holds_every_certain_date() {
    let auswertung = example();
    let bytes = ics(&auswertung).unwrap();
    assert_eq!(bytes, ics(&auswertung).unwrap());
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.lines().all(|line| line.len() <= 75), "folded at 75 octets");
    assert!(text.split("\r\n").all(|line| !line.contains('\n')), "lines end as RFC 5545 asks");
    let unfolded = text.replace("\r\n ", "");
    let lines: Vec<&str> = unfolded.split("\r\n").collect();
    let all = |name: &str| -> Vec<&str> { lines.iter().filter_map(|line| line.strip_prefix(name)).collect() };
    assert_eq!(all("DTSTART;VALUE=DATE:"), ["20270930", "20270930", "20271201", "21991231"]);
    // The end is the day after; after the last day that is known there is none.
    assert_eq!(all("DTEND;VALUE=DATE:"), ["20271001", "20271001", "20280101"]);
    assert_eq!(all("DTSTAMP:"), ["20270630T000000Z"; 4]);
    let uids = all("UID:");
    assert_eq!(uids.iter().collect::<std::collections::BTreeSet<_>>().len(), 4, "{uids:?}");
    assert_eq!(all("SUMMARY:")[0], "Maßnahme: =SUMME(A1)");
    assert!(all("DESCRIPTION:")[0].starts_with(r#"Was: a "b"\; c d\, e\\f\nWer: @ASD\; „Team“\nSeite:"#));
    assert!(unfolded.contains(&"ä".repeat(200)));
}

/// Another reader of the format finds the same.
#[test]
fn the_calendar_is_read_by_an_independent_parser() {
    let auswertung = example();
    let text = String::from_utf8(ics(&auswertung).unwrap()).unwrap();
    let calendar: Calendar = text.parse().unwrap();
    let events: Vec<&Event> = calendar.components.iter().filter_map(CalendarComponent::as_event).collect();
    let termine = auswertung.termine.as_ref().unwrap();
    assert_eq!(events.len(), termine.len());
    for (event, termin) in events.into_iter().zip(termine) {
        let Some(DatePerhapsTime::Date(start)) = event.get_start() else { panic!("no day") };
        assert_eq!(start.to_string(), termin.von.unwrap().to_string());
        assert!(
            event
                .get_description()
                .unwrap()
                .contains(termin.was.as_deref().unwrap_or_default().split('\t').next().unwrap())
        );
        assert!(event.get_uid().unwrap().ends_with("@vereinbar"));
    }
}
