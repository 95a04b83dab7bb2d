//! Which table, and over which base.

use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};
use vereinbar::{Art, Finding};

use crate::app::App;
use crate::form_request::FORM_TOKEN;
use crate::pages::file_card::{AGREEMENT, FileCard};
use crate::pages::shell::{self, Area};
use crate::pages::trouble::trouble_findings;
use crate::words::breakable;

const TABLE: FileCard<'_> = FileCard {
    field: "tabelle",
    title: "Tabelle",
    label: "Excel, LibreOffice, CSV oder JSON-Zeilen",
    hint: "Mit Überschriften in der ersten Zeile, wie Sie sie führen; was sie bedeuten, bestätigen Sie im nächsten Schritt.",
    accept: ".xlsx,.ods,.csv,.jsonl,.ndjson,.json",
    is_required: true,
    takes_many: false,
};

const BASE: FileCard<'_> = FileCard {
    field: "grundlage",
    title: "Grundlage",
    label: "PDF von vereinbar oder JSON",
    hint: "Eine Vereinbarung mit dem, was in jeder Zeile gleich ist: Jugendamt, Zeitraum, Ziele. Ohne sie gilt nur die Tabelle.",
    accept: AGREEMENT,
    is_required: false,
    takes_many: false,
};

/// The page, with why a table was not taken and which kind was chosen then.
pub(super) fn page(
    app: &App,
    status: StatusCode,
    problem: Option<(&str, &[Finding])>,
    chosen: Option<Art>,
) -> Response {
    let main = html! {
        h1 { "Aus einer Liste viele Formulare" }
        p.gross { "Eine Tabelle mit einer Zeile je Vereinbarung, und eine Grundlage mit dem, was allen gemeinsam ist: Daraus entstehen alle Formulare auf einmal, wie bei einem Serienbrief, aber vorher geprüft." }
        @if let Some((message, findings)) = problem { (trouble_findings(message, findings)) }
        form method="post" action="/liste" enctype="multipart/form-data" {
            input type="hidden" name=(FORM_TOKEN) value=(app.access.form_token());
            div.spalten {
                (TABLE.with(&html! {}))
                (BASE.with(&html! {}))
            }
            (kinds(chosen))
            button.haupt type="submit" { "Weiter" }
        }
        section.karte.angaben aria-labelledby="leer" {
            h2 #leer { "Noch keine Tabelle?" }
            p { "Die leere Arbeitsmappe hat zu jedem Feld eine Spalte, mit den Worten des Formulars und Listen zum Auswählen." }
            div.taten {
                @for art in Art::ALL { a.knopf href={ "/liste/leer/datei/" (art) ".xlsx" } download { (breakable(art.bezeichnung())) } }
            }
        }
    };
    shell::page(status, Area::List, "Liste", Some("mehrere.js"), false, &main)
}

/// Asked for where no base says it.
fn kinds(chosen: Option<Art>) -> Markup {
    html! {
        section.karte.angaben aria-labelledby="art-titel" {
            div.feld {
                label for="art" #art-titel { "Art der Vereinbarung" }
                p.hinweis #art-hinweis { "Eine Grundlage sagt sie, und eine Arbeitsmappe von vereinbar auch." }
                select #art name="art" aria-describedby="art-hinweis" {
                    option value="" { "wie Grundlage oder Arbeitsmappe" }
                    @for &art in Art::ALL { option value=(art.as_str()) selected[chosen == Some(art)] { (art.bezeichnung()) } }
                }
            }
        }
    }
}
