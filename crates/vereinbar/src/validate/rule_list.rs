//! The list of all rules, and the table that is made from it.

use std::fmt::Write as _;
use std::iter;

use super::checking::rule::Rule;
use super::checking::ruled::Ruled as _;
use super::{
    fortsetzung, kriterium, massnahme, massstab, partei, qualitaetsdimension, text, unterzeichnung, zeitangabe,
    zeitraum, ziel, zielueberpruefung,
};
use crate::finding::Severity;
use crate::modell::{Art, of_kind};
use crate::parse;

/// The rules that every kind has.
static SHARED: &[&[&Rule]] = &[
    partei::RULES,
    zeitraum::RULES,
    qualitaetsdimension::RULES,
    massstab::RULES,
    ziel::RULES,
    kriterium::RULES,
    massnahme::RULES,
    zielueberpruefung::RULES,
    fortsetzung::RULES,
    zeitangabe::RULES,
    unterzeichnung::RULES,
    text::RULES,
];

/// The rules with the heading under which they are listed.
fn sections() -> impl Iterator<Item = (&'static str, &'static [&'static [&'static Rule]])> {
    let kinds = Art::ALL.iter().map(|art| (art.bezeichnung(), of_kind!(art, Kind => Kind::RULES)));
    iter::once(("All kinds", SHARED)).chain(kinds)
}

/// Every rule that [`validate`](crate::validate()) checks: those of all kinds of
/// agreement, then those of one.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    sections().flat_map(|(_, modules)| modules).copied().flatten().copied()
}

/// The table of all rules and reading errors as `docs/rules.md` publishes it.
#[must_use]
pub fn rules_markdown() -> String {
    let mut table = String::from(INTRODUCTION);
    // Writing to a String cannot fail.
    for (heading, modules) in sections() {
        let _ = write!(table, "\n### {heading}\n\n{HEAD}");
        for rule in modules.iter().copied().flatten() {
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
    }
    table.push_str(READING);
    for code in parse::CODES {
        let _ = writeln!(table, "| `{}` | {} |", code.code, code.message);
    }
    table
}

fn weight(severity: Option<Severity>) -> &'static str {
    severity.map_or("–", Severity::bezeichnung)
}

const INTRODUCTION: &str = "\
# Rules

<!-- Generated from crates/vereinbar/src/validate; `make update` writes it anew. -->

What `vereinbar validate` (Rust and Python: `validate`) checks. A finding has the rule's code, a severity, a JSON
Pointer, a German message with what to do, and the source. The tool reports; it gives no legal advice and calls no
agreement void. [row-findings.md](row-findings.md) lists what is said of tables, and of documents that were not made.

`–`: not checked at this stage. An office may set another severity, or `off`, in a profile
(`schema/pruefprofil.schema.json`; examples in `docs/profile`). It holds at the stages at which the rule is checked; a
rule with `–` at both is checked at both once a profile names it. Rules whose source is „Prüfprofil“ compare with a
limit that only a profile gives. The limits of `vereinbar` itself (`vereinbarung_too_large`, `text_too_long`,
`list_too_long`, `number_out_of_range`, `marks_too_many`, `directions_too_deep`) cannot be changed.

## Findings of validate
";

const HEAD: &str = "\
| Code | Entwurf | Unterschriftsreif | Befund und Abhilfe | Quelle |
|---|---|---|---|---|
";

const READING: &str = "
## Findings of reading and printing

Most are errors: the text cannot be read as an agreement. Each has line and column where there is a place to name.
`layout_unsettled` is a warning about a document that was made, `field_overflows` one about a form or its answers.

| Code | Befund |
|---|---|
";
