//! Tables of an evaluation as HTML, which scroll by themselves where they are wide.

use maud::{Markup, html};
use vereinbar::evaluate::{ColumnKind, ResultTable};

/// As many rows are shown; the workbook has all.
const MAX_ROWS: usize = 200;

/// A table with its heading, where it has rows.
pub(super) fn table(table: &ResultTable) -> Markup {
    let id = format!("tabelle-{}", table.name);
    html! {
        div.ergebnis {
            h3 id=(id) { (table.title) " " span.anzahl { "(" (table.rows.len()) ")" } }
            // Before the hint, which the style shows where the table is wider than its place.
            div.tafel role="region" aria-labelledby=(id) tabindex="0" {
                table {
                    thead { tr { @for column in &table.columns { th scope="col" class=(class(column.kind)) { (column.title) } } } }
                    tbody {
                        @for row in table.rows.iter().take(MAX_ROWS) {
                            tr { @for (cell, column) in row.iter().zip(&table.columns) { td class=(class(column.kind)) { (cell.deutsch()) } } }
                        }
                    }
                }
            }
            p.hinweis.seitwaerts { "Diese Tabelle geht rechts weiter: Schieben Sie sie zur Seite, mit der Tastatur mit den Pfeiltasten." }
            @if table.rows.len() > MAX_ROWS {
                p.hinweis { "Gezeigt werden die ersten " (MAX_ROWS) " Zeilen; alle stehen in den Tabellen (Excel)." }
            }
        }
    }
}

fn class(kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::Number => "zahl",
        ColumnKind::LongText => "lang",
        ColumnKind::Date => "tag",
        _ => "text",
    }
}
