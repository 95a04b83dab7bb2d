//! A finding on its way between two processes.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};
use vereinbar::{Finding, Position, Severity};

/// How many different codes and sources are kept for good; all rules together have fewer.
const MAX_WORDS: usize = 5000;

/// What a [`Finding`] holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct FindingData {
    code: String,
    severity: String,
    path: String,
    further_paths: Vec<String>,
    place: String,
    message: String,
    remedy: String,
    source: String,
    position: Option<(usize, usize)>,
}

impl From<&Finding> for FindingData {
    fn from(finding: &Finding) -> Self {
        Self {
            code: finding.code.to_owned(),
            severity: finding.severity.to_string(),
            path: finding.path.clone(),
            further_paths: finding.further_paths.clone(),
            place: finding.place.clone(),
            message: finding.message.clone(),
            remedy: finding.remedy.clone(),
            source: finding.source.to_owned(),
            position: finding.position.map(|Position { line, column }| (line, column)),
        }
    }
}

impl From<FindingData> for Finding {
    fn from(data: FindingData) -> Self {
        let FindingData { code, severity, path, further_paths, place, message, remedy, source, position } = data;
        let mut finding = Self::error(word(code), word(source), message, remedy);
        finding.severity = severity.parse().unwrap_or(Severity::Error);
        finding.path = path;
        finding.further_paths = further_paths;
        finding.place = place;
        finding.position = position.map(|(line, column)| Position { line, column });
        finding
    }
}

/// A word of the program, for good: the other process is of the same build, and has no others.
fn word(word: String) -> &'static str {
    static KNOWN: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = known.get(word.as_str()) {
        return known;
    }
    if known.len() >= MAX_WORDS {
        return "";
    }
    let word: &'static str = word.leak();
    known.insert(word);
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_come_back_as_they_were() {
        let text = r#"{"art": "qualitaetsentwicklungsvereinbarung", "stand": "morgen", "traeger": {"nahme": 1}}"#;
        let parsed = vereinbar::parse(text).unwrap_err();
        let v = vereinbar::parse(
            r#"{"art": "qualitaetsentwicklungsvereinbarung", "ziele": [{"ziel": "a"}, {"ziel": "b"}]}"#,
        );
        let validated = vereinbar::validate(&v.unwrap(), &vereinbar::Stage::Unterschriftsreif.into());
        assert!(validated.iter().any(|finding| !finding.further_paths.is_empty()));
        for finding in parsed.findings().iter().chain(&validated) {
            let data = FindingData::from(finding);
            let json = serde_json::to_string(&data).unwrap();
            assert_eq!(Finding::from(serde_json::from_str::<FindingData>(&json).unwrap()), *finding);
        }
    }
}
