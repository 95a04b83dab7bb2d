//! What came of an evaluation, for people.

use maud::{Markup, html};
use vereinbar::auswertung::{Auswertung, Kennzahl};
use vereinbar::evaluate::{ResultTable, tables};
use vereinbar_workers::DrawnPage;

use super::result_tables::table;
use super::shell::base64;
use crate::form_request::FORM_TOKEN;
use crate::kept::Evaluation;
use crate::tasks::ReportFormat;
use crate::words::without_commands;

/// What is late, unknown or ahead: these tables stand first.
const DUE: [&str; 5] = [
    "ueberfaellige_massnahmen",
    "massnahmen_ohne_meldung",
    "verstrichene_gespraeche",
    "beendete_vereinbarungen",
    "termine",
];
/// What is wrong in itself is no table that people look for.
const SHOWN_OTHERWISE: [&str; 3] = ["kennzahlen", "angaben", "befunde"];

pub(super) fn result(id: &str, evaluation: &Evaluation, page: Option<&DrawnPage>, form_token: &str) -> Markup {
    let auswertung = &*evaluation.auswertung;
    let tables = tables(auswertung);
    let filled = || tables.iter().filter(|table| !table.rows.is_empty());
    let due: Vec<&ResultTable> = filled().filter(|table| DUE.contains(&table.name)).collect();
    let others: Vec<&ResultTable> =
        filled().filter(|table| !DUE.contains(&table.name) && !SHOWN_OTHERWISE.contains(&table.name)).collect();
    html! {
        div.brotkrumen { a href="/auswertung" { "‹ Andere Dateien auswerten" } }
        h1 { "Auswertung" }
        p.unterzeile { (counts(evaluation)) }
        (downloads(id, auswertung))
        section aria-labelledby="zahlen" {
            h2 #zahlen { "Kennzahlen" }
            dl.kennzahlen {
                @for (kennzahl, count) in auswertung.kennzahlen.each() {
                    div class=[is_late(kennzahl).then_some(if count.is_zero() { "gut" } else { "offen" })] {
                        dt { (kennzahl.bezeichnung()) }
                        dd { (count.anzahl) }
                    }
                }
            }
        }
        @if let Some(page) = page { (sheet(id, page)) }
        section aria-labelledby="faellig" {
            h2 #faellig { "Überfällig, offen, bevorstehend" }
            @if auswertung.stichtag.is_none() {
                p { "Ohne Stichtag bleibt offen, was überfällig ist, was beendet ist und was bevorsteht." }
            } @else if due.is_empty() {
                p { "Nichts ist überfällig, und nichts steht bevor." }
            }
            @for one in due { (table(one)) }
        }
        @if !auswertung.befunde.is_empty() { (remarks(auswertung)) }
        details.weitere #alle-tabellen {
            summary { "Alle Tabellen" }
            @for one in others { (table(one)) }
        }
        form.verwerfen method="post" action={ "/auswertung/" (id) "/verwerfen" } {
            input type="hidden" name=(FORM_TOKEN) value=(form_token);
            p.hinweis { "Die Auswertung ist aufbewahrt, bis Sie sie verwerfen, eine Stunde lang nicht ansehen oder das Programm beenden." }
            button.weg type="submit" { "Auswertung verwerfen" }
        }
    }
}

fn counts(evaluation: &Evaluation) -> String {
    let counted = evaluation.auswertung.kennzahlen.vereinbarungen.anzahl;
    let mut words = vec![
        format!("{counted} {} ausgewertet", if counted == 1 { "Vereinbarung" } else { "Vereinbarungen" }),
        format!("{} gelesen", evaluation.read),
        format!("{} nicht lesbar", evaluation.failed),
    ];
    if let Some(stichtag) = evaluation.auswertung.stichtag {
        words.push(format!("Stichtag {}", stichtag.deutsch()));
    }
    if evaluation.auswertung.anonym {
        words.push("ohne die Namen der Träger".to_owned());
    }
    words.join(" · ")
}

fn downloads(id: &str, auswertung: &Auswertung) -> Markup {
    let format = |format: ReportFormat| {
        html! {
            a.knopf.haupt[format == ReportFormat::Pdf] href={ "/auswertung/" (id) "/auswertung." (format) } download { (format.bezeichnung()) }
        }
    };
    html! {
        section.karte aria-labelledby="laden" {
            h2 #laden { "Herunterladen" }
            div.taten {
                (format(ReportFormat::Pdf))
                (format(ReportFormat::Xlsx))
                @if auswertung.stichtag.is_some() { (format(ReportFormat::Ics)) }
                (format(ReportFormat::Json))
            }
        }
    }
}

/// A page of the report, which has the charts.
fn sheet(id: &str, page: &DrawnPage) -> Markup {
    let to = |number: usize| format!("/auswertung/{id}?seite={number}#bericht");
    html! {
        section aria-labelledby="bericht" {
            div.vorschau-kopf {
                h2 #bericht { "Bericht" }
                nav.blaettern aria-label="Seiten des Berichts" {
                    @if page.number > 1 { a.knopf.klein href=(to(page.number - 1)) { span aria-hidden="true" { "‹" } span.nur-vorlesen { "Vorige Seite" } } }
                    span { "Seite " (page.number) " von " (page.of) }
                    @if page.number < page.of { a.knopf.klein href=(to(page.number + 1)) { span aria-hidden="true" { "›" } span.nur-vorlesen { "Nächste Seite" } } }
                }
            }
            img.blatt src={ "data:image/png;base64," (base64(&page.bytes)) }
                alt={ "Seite " (page.number) " von " (page.of) " des Berichts. Als PDF ist er barrierefrei; die Zahlen stehen auch in den Tabellen." };
        }
    }
}

fn remarks(auswertung: &Auswertung) -> Markup {
    html! {
        section aria-labelledby="aufgefallen" {
            h2 #aufgefallen { "Aufgefallen" }
            ul.alle-befunde {
                @for befund in &auswertung.befunde {
                    li { div { p { (without_commands(&befund.meldung)) } @if !befund.quellen.is_empty() { p.ort { (befund.quellen.join(", ")) } } } }
                }
            }
        }
    }
}

/// Whether it counts what should not be.
const fn is_late(kennzahl: Kennzahl) -> bool {
    matches!(
        kennzahl,
        Kennzahl::UeberfaelligeMassnahmen
            | Kennzahl::MassnahmenOhneMeldung
            | Kennzahl::BeendetOhneErgebnis
            | Kennzahl::BeendetOhneNachfolge
            | Kennzahl::VerstricheneGespraeche
    )
}
