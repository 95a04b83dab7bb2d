//! Findings as people read them: at their field, and above the form.

use maud::{Markup, html};
use vereinbar::{Finding, Severity};

use super::sections::{Section, section_of};

/// The id of what is said at a field.
pub(super) fn id(pointer: &str) -> String {
    format!("befund{pointer}")
}

/// At a field or a group.
pub(super) fn at(pointer: &str, findings: &[&Finding]) -> Markup {
    html! {
        @if !findings.is_empty() {
            div.befunde id=(id(pointer)) {
                @for finding in findings { (sentence(finding)) }
            }
        }
    }
}

fn sentence(finding: &Finding) -> Markup {
    html! {
        p class={ "befund " (finding.severity.as_str()) } {
            strong { (finding.severity.bezeichnung()) ": " }
            (finding.message) " " (finding.remedy)
        }
    }
}

/// Above the form: what was found in this section, each with a way to its field.
pub(super) fn summary(findings: &[&Finding]) -> Markup {
    html! {
        @if !findings.is_empty() {
            section.uebersicht aria-labelledby="uebersicht" {
                h3 #uebersicht { (Severity::counted(findings.iter().map(|finding| finding.severity))) " in diesem Abschnitt" }
                ul {
                    @for finding in findings {
                        li class=(finding.severity.as_str()) {
                            span.schwere { (finding.severity.bezeichnung()) }
                            " "
                            a href={ "#" (finding.path) } { (finding.message) }
                        }
                    }
                }
            }
        }
    }
}

/// All of them, by section, each a button that leads to its field.
pub(crate) fn all_findings(sections: &[Section], findings: &[Finding]) -> Markup {
    let of = |index: usize| findings.iter().filter(move |finding| section_of(sections, &finding.path) == index);
    html! {
        @for (index, section) in sections.iter().enumerate() {
            @if of(index).next().is_some() {
                h3 {
                    @if let Some(chapter) = section.chapter { span.kapitel { (chapter) " · " } }
                    (section.title)
                }
                ul.alle-befunde {
                    @for finding in of(index) {
                        li class=(finding.severity.as_str()) {
                            div {
                                p { strong { (finding.severity.bezeichnung()) ": " } (finding.message) " " (finding.remedy) }
                                p.ort { (finding.place) }
                            }
                            button.klein type="submit" formaction={ "/formular#" (finding.path) } name="zu" value=(finding.path) {
                                "Ändern" span.nur-vorlesen { ": " (finding.place) }
                            }
                        }
                    }
                }
            }
        }
    }
}
