//! Findings as they stand in a file beside their fixture.

use serde_json::{Map, Value, json};
use vereinbar::{Finding, rules};

/// The findings by stage, one a line.
pub(crate) fn written(findings: &[(&str, Vec<Finding>)]) -> String {
    let stages: Vec<String> = findings.iter().map(|(stage, list)| format!("  \"{stage}\": {}", lines(list))).collect();
    format!("{{\n{}\n}}\n", stages.join(",\n"))
}

fn lines(findings: &[Finding]) -> String {
    if findings.is_empty() {
        return "[]".to_owned();
    }
    let lines: Vec<String> = findings.iter().map(|finding| format!("    {}", line(finding))).collect();
    format!("[\n{}\n  ]", lines.join(",\n"))
}

fn line(finding: &Finding) -> String {
    let fields: Vec<String> = own(finding).iter().map(|(key, value)| format!("\"{key}\": {value}")).collect();
    format!("{{{}}}", fields.join(", "))
}

/// What the finding says in the words of its rule is left out: it stands in
/// `docs/rules.md`. So a text that is there is one that the agreement has made.
fn own(finding: &Finding) -> Map<String, Value> {
    let rule = rules().find(|rule| rule.code == finding.code);
    let words = rule.map_or([None; 3], |rule| [rule.message, rule.remedy, rule.source].map(Some));
    let said = ["message", "remedy", "source"].into_iter().zip(words);
    let is_own = |key: &str, value: &Value| !said.clone().any(|(said, words)| said == key && value.as_str() == words);
    let Value::Object(fields) = json!(finding) else { unreachable!() };
    fields.into_iter().filter(|(key, value)| is_own(key, value)).collect()
}
