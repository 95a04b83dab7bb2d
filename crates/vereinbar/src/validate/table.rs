//! The list of all rules, and the table that is made from it.

use std::fmt::Write as _;

use super::rule::Rule;
use super::{
    fortsetzung, massnahme, massstab, partei, qualitaetsdimension, text, unterzeichnung, zeitraum, ziel,
    zielueberpruefung,
};
use crate::finding::Severity;
use crate::parse;

/// Every rule that [`validate`](crate::validate()) checks, in the order of the form.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    [
        partei::RULES,
        zeitraum::RULES,
        qualitaetsdimension::RULES,
        massstab::RULES,
        ziel::RULES,
        massnahme::RULES,
        zielueberpruefung::RULES,
        fortsetzung::RULES,
        unterzeichnung::RULES,
        text::RULES,
    ]
    .into_iter()
    .flatten()
    .copied()
}

/// The table of all rules and reading errors as `docs/rules.md` publishes it.
#[must_use]
pub fn rules_markdown() -> String {
    let mut table = String::from(INTRODUCTION);
    for rule in rules() {
        // Writing to a String cannot fail.
        let _ = writeln!(
            table,
            "| `{}` | {} | {} | {} {} | {} |",
            rule.code,
            weight(rule.entwurf),
            weight(rule.unterschriftsreif),
            rule.message,
            rule.remedy,
            rule.source
        );
    }
    table.push_str(READING);
    for (code, message) in parse::CODES {
        let _ = writeln!(table, "| `{code}` | {message} |");
    }
    table
}

fn weight(severity: Option<Severity>) -> &'static str {
    severity.map_or("–", Severity::deutsch)
}

const INTRODUCTION: &str = "\
# Rules

<!-- Generated from crates/vereinbar/src/validate; `make update` writes it anew. -->

What `vereinbar validate` (Rust and Python: `validate`) checks. A finding has the rule's code, a severity, a JSON
Pointer, a German message with what to do, and the source. `–`: not checked at this stage. The tool reports; it gives
no legal advice and calls no agreement void.

## Findings of validate

| Code | Entwurf | Unterschriftsreif | Befund und Abhilfe | Quelle |
|---|---|---|---|---|
";

const READING: &str = "
## Findings of parse

All of these are errors: the text cannot be read as an agreement. Each has line and column where there is a place to
name.

| Code | Befund |
|---|---|
";
