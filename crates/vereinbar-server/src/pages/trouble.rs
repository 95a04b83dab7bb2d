//! What is wrong, where nothing came of what was asked.

use maud::{Markup, html};
use vereinbar::Finding;

/// A sentence, and what more there is to say. The reader of the page begins there.
pub(super) fn trouble(sentence: &str, more: &Markup) -> Markup {
    html! {
        section.uebersicht role="alert" tabindex="-1" autofocus {
            h2 { (sentence) }
            (more)
        }
    }
}

/// A sentence, and a list of further ones.
pub(super) fn trouble_lines(sentence: &str, lines: &[String]) -> Markup {
    trouble(sentence, &html! { @if !lines.is_empty() { ul { @for line in lines { li { (line) } } } } })
}

/// A sentence, and what was found in the data.
pub(super) fn trouble_findings(sentence: &str, findings: &[Finding]) -> Markup {
    trouble(sentence, &finding_lines(findings))
}

/// Findings with their places; nothing where there are none.
pub(super) fn finding_lines(findings: &[Finding]) -> Markup {
    html! {
        @if !findings.is_empty() {
            ul {
                @for finding in findings {
                    li class=(finding.severity.as_str()) {
                        // What the form has no words for is named as the data name it.
                        @match (finding.place.as_str(), finding.path.as_str()) {
                            ("", "") => @if let Some(position) = &finding.position {
                                strong { "Zeile " (position.line) ", Spalte " (position.column) ": " }
                            },
                            ("", path) => strong { (path) ": " },
                            (place, _) => strong { (place) ": " },
                        }
                        (finding.message) " " (finding.remedy)
                    }
                }
            }
        }
    }
}
