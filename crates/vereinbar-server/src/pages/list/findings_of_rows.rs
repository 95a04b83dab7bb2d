//! What was found in the rows of a table, each thing once with all its rows.

use maud::{Markup, html};
use vereinbar::Severity;
use vereinbar_batch::Report;
use vereinbar_tables::FoundInRows;

/// As many are listed.
const LISTED: usize = 100;

pub(super) fn findings(report: &Report) -> Markup {
    let mut found: Vec<&FoundInRows> = report.findings.iter().collect();
    // What keeps a form from being made stands first.
    found.sort_by_key(|one| std::cmp::Reverse(one.found.finding.severity));
    html! {
        @if !found.is_empty() {
            section aria-labelledby="befunde" {
                h2 #befunde { "Befunde" }
                ul.alle-befunde {
                    @for one in found.iter().take(LISTED) {
                        @let finding = &one.found.finding;
                        li class=(finding.severity.as_str()) {
                            div {
                                p { strong { (finding.severity.bezeichnung()) ": " } (finding.message) " " (finding.remedy) }
                                p.ort { (one.whereabouts()) @if !finding.place.is_empty() { " · " (finding.place) } }
                            }
                        }
                    }
                }
                @if found.len() > LISTED { p { "… und " (found.len() - LISTED) " weitere; alle stehen im Bericht." } }
            }
        }
    }
}

/// `3 Fehler, 1 Warnung`, of what was found in the rows.
pub(super) fn counts(report: &Report) -> String {
    Severity::counted(report.findings.iter().map(|one| one.found.finding.severity))
}
