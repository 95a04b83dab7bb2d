//! A list at each of its steps.

use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};
use vereinbar::{Finding, Severity};
use vereinbar_batch::{FailedDocument, Report};
use vereinbar_tables::row_codes::ROW_WITHOUT_TRAEGER;

use super::columns_form as mapping;
use super::findings_of_rows::{counts, findings};
use super::made_files::{COMBINED, MARKED, REPORT, ZIP};
use crate::data::SentFields;
use crate::form_request::FORM_TOKEN;
use crate::kept::{List, ListState, MadeOfList, RunState};
use crate::pages::shell::{self, Area};
use crate::pages::trouble::trouble_lines;

/// As many rows that failed are listed; the report has more of them.
const LISTED: usize = 100;

pub(super) fn page(id: &str, list: &List, form_token: &str) -> Response {
    let state = list.state().clone();
    let main = if let RunState::Running(_) = list.run_state() {
        running(id, list, &state, form_token)
    } else if state.checked.is_some() || state.made.is_some() {
        html! {
            (head(list, if state.made.is_some() { "Formulare" } else { "Geprüft" }))
            @if let Some(problem) = &state.problem { (trouble_lines(&problem.message, &problem.details)) }
            @if let Some(made) = &state.made { (documents(id, list, made)) }
            @if let Some(report) = &state.checked { (checked(id, list, &state, report, form_token)) }
            (discard(id, form_token))
        }
    } else {
        columns(id, list, None, form_token)
    };
    shell::page(StatusCode::OK, Area::List, "Liste", Some("mehrere.js"), false, &main)
}

/// The headings to confirm, with why the table was not read where that is so.
pub(super) fn columns(id: &str, list: &List, sent: Option<(&SentFields, &[String])>, form_token: &str) -> Markup {
    let state = list.state().clone();
    let has_open = mapping::open(&state.proposals).next().is_some();
    html! {
        (head(list, if has_open { "Spalten zuordnen" } else { "Nicht geprüft" }))
        @if sent.is_none() { @if let Some(problem) = &state.problem { (trouble_lines(&problem.message, &problem.details)) } }
        @if has_open { (mapping::form(id, list, sent, form_token)) } @else {
            form method="post" action={ "/liste/" (id) "/spalten" } {
                input type="hidden" name=(FORM_TOKEN) value=(form_token);
                button.haupt type="submit" { "Noch einmal prüfen" }
            }
        }
        (discard(id, form_token))
    }
}

fn head(list: &List, title: &str) -> Markup {
    html! {
        div.brotkrumen { a href="/liste" { "‹ Andere Tabelle" } }
        h1 { (title) }
        p.unterzeile {
            (list.table_name()) " · " (list.art.bezeichnung())
            @if let Some(base) = &list.base_name { " · Grundlage " (base) }
        }
    }
}

/// While it goes on. Without JavaScript the page is loaded again by the link.
fn running(id: &str, list: &List, state: &ListState, form_token: &str) -> Markup {
    let progress = match list.run_state() {
        RunState::Running(progress) => progress,
        _ => None,
    };
    let (done, total) = (progress.map(|progress| progress.done), progress.and_then(|progress| progress.total));
    html! {
        (head(list, if state.is_check { "Die Tabelle wird geprüft" } else { "Die Formulare entstehen" }))
        section.karte.lauf data-verlauf={ "/liste/" (id) "/verlauf" } {
            progress aria-label="Fortschritt" max=[total] value=[total.and(done)] {}
            p.stand-des-laufs { @if let Some(done) = done { (done) @if let Some(total) = total { " von " (total) } } @else { "Beginnt …" } }
            p.nur-vorlesen role="status" {}
            div.taten {
                form method="post" action={ "/liste/" (id) "/abbrechen" } {
                    input type="hidden" name=(FORM_TOKEN) value=(form_token);
                    button type="submit" { "Abbrechen" }
                }
                a.knopf.nur-ohne-skript href={ "/liste/" (id) } { "Stand neu laden" }
            }
        }
    }
}

/// What was made.
fn documents(id: &str, list: &List, made: &MadeOfList) -> Markup {
    let report = &made.report;
    let link =
        |name: &str, words: &str| html! { a.knopf.haupt href={ "/liste/" (id) "/datei/" (name) } download { (words) } };
    html! {
        section #ergebnis.urteil.(if report.failed == 0 { "gut" } else { "offen" }) tabindex="-1" autofocus {
            h2 { (forms(report.done)) " erzeugt" @if report.failed > 0 { ", " (report.failed) " nicht" } }
            p { (rows(report.rows)) " gelesen, " (report.pages) " Seiten in " (seconds(report.seconds)) " Sekunden." }
            @for note in &report.notes { p { (note) } }
        }
        section.karte.angaben aria-labelledby="laden" {
            h2 #laden { "Herunterladen" }
            div.taten {
                @if made.file.is_some() {
                    @if made.file == Some(list.file(ZIP)) { (link(ZIP, "Alle Formulare (ZIP)")) } @else { (link(COMBINED, "Sammeldatei (PDF)")) }
                }
                a.knopf href={ "/liste/" (id) "/datei/" (REPORT) } download { "Bericht (JSON)" }
            }
        }
        @if !report.failures.is_empty() {
            section aria-labelledby="nicht-erzeugt" {
                h2 #nicht-erzeugt { "Nicht erzeugt" }
                ul.alle-befunde {
                    @for failure in report.failures.iter().take(LISTED) {
                        li.error { div { p { "Zeile " (failure.document.row) @if let Some(file) = file_of(failure) { " (" (file) ")" } ": " (failure.reason) } } }
                    }
                }
                @if report.failed > LISTED { p { "… und " (report.failed - LISTED) " weitere." } }
            }
        }
        (findings(report))
    }
}

/// What was found, and what can be made of it.
fn checked(id: &str, list: &List, state: &ListState, report: &Report, form_token: &str) -> Markup {
    html! {
        @if state.made.is_none() {
            section #ergebnis.urteil.(if report.failed == 0 && report.rows > 0 { "gut" } else { "offen" }) tabindex="-1" autofocus {
                h2 {
                    @if report.rows == 0 { "Unter den Überschriften steht keine Zeile" }
                    @else if report.failed == 0 { (forms(report.done)) " können entstehen" }
                    @else { (report.done) " von " (report.documents) " Formularen können entstehen" }
                }
                p { (rows(report.rows)) " geprüft: " (counts(report)) "." }
                @for note in &report.notes { p { (note) } }
            }
        }
        @if report.done > 0 { (make(id, list, state, report, form_token)) }
        @if !report.findings.is_empty() && list.file(MARKED).exists() {
            section.karte.angaben aria-labelledby="markiert" {
                h2 #markiert { "Zum Berichtigen" }
                p { "Eine Abschrift Ihrer Tabelle, in der jeder Befund an seiner Zelle steht. Berichtigen Sie sie, und laden Sie sie als neue Tabelle hoch." }
                a.knopf href={ "/liste/" (id) "/datei/" (MARKED) } download { "Geprüfte Tabelle (Excel)" }
            }
        }
        // What was found while documents were made stands with them.
        @if state.made.is_none() { (findings(report)) }
    }
}

fn make(id: &str, list: &List, state: &ListState, report: &Report, form_token: &str) -> Markup {
    html! {
        section.karte.angaben aria-labelledby="erzeugen" {
            h2 #erzeugen { @if state.made.is_some() { "Noch einmal anders" } @else { "Erzeugen" } }
            form method="post" action={ "/liste/" (id) "/erzeugen" } {
                input type="hidden" name=(FORM_TOKEN) value=(form_token);
                fieldset.feld {
                    legend { "Was soll entstehen?" }
                    label.wahl { input type="radio" name="ausgabe" value="zip" checked; span { "Ein Formular je Datei, als ZIP" } }
                    label.wahl { input type="radio" name="ausgabe" value="sammeldatei"; span { "Eine Sammeldatei für den Drucker" } }
                }
                details.weitere #erzeugen-mehr {
                    summary { "Weitere Angaben" }
                    div.felder {
                        div {
                        label.wahl { input type="checkbox" name="require_complete" value="ja"; span { "Nur, was unterschriftsreif ist" } }
                        label.wahl { input type="checkbox" name="signature_fields" value="ja"; span { "Mit Unterschriftsfeldern; nur im ZIP, und nur, was unterschriftsreif ist" } }
                        @if list.art.is_one_vordruck() { label.wahl { input type="checkbox" name="per_massstab" value="ja"; span { "Ein Formular je Qualitätsdimension und Maßstab" } } }
                        label.wahl { input type="checkbox" name="duplex" value="ja"; span { "Sammeldatei für beidseitigen Druck" } }
                        }
                        div.feld {
                            label for="name" { "Dateinamen" }
                            p.hinweis #name-hinweis { "Text mit Überschriften in geschweiften Klammern, zum Beispiel {nr} {traeger.name}. Ohne Angabe heißen die Dateien nach dem Träger." }
                            input #name type="text" name="name" autocomplete="off" aria-describedby="name-hinweis";
                        }
                    }
                }
                button.haupt type="submit" { (forms(report.done)) " erzeugen" }
            }
        }
    }
}

fn discard(id: &str, form_token: &str) -> Markup {
    html! {
        form.verwerfen method="post" action={ "/liste/" (id) "/verwerfen" } {
            input type="hidden" name=(FORM_TOKEN) value=(form_token);
            p.hinweis { "Tabelle und Formulare sind aufbewahrt, bis Sie sie verwerfen, eine Stunde lang nicht ansehen, acht neuere dazukommen oder Sie das Programm beenden." }
            button.weg type="submit" { "Verwerfen" }
        }
    }
}

/// What its file would be called. Of a row that names nobody there is no name to say.
fn file_of(failure: &FailedDocument) -> Option<&str> {
    let is_wrong = |finding: &Finding| finding.code == ROW_WITHOUT_TRAEGER.code && finding.severity == Severity::Error;
    let is_unnamed = failure.findings.iter().any(|found| is_wrong(&found.finding));
    failure.document.file.as_deref().filter(|_| !is_unnamed)
}

fn forms(count: usize) -> String {
    if count == 1 { "1 Formular".to_owned() } else { format!("{count} Formulare") }
}

fn rows(count: usize) -> String {
    if count == 1 { "1 Zeile".to_owned() } else { format!("{count} Zeilen") }
}

fn seconds(seconds: f64) -> String {
    format!("{seconds:.1}").replace('.', ",")
}
