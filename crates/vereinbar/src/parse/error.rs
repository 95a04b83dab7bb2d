use crate::finding::Finding;

/// The text is no agreement that can be read. All that was found, in the order
/// of the document.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("Die Daten sind keine lesbare Vereinbarung: {}", summary(.findings, *.unnamed))]
pub struct ParseError {
    findings: Vec<Finding>,
    /// How many faults the last finding stands for.
    unnamed: usize,
}

fn summary(findings: &[Finding], unnamed: usize) -> String {
    let Some(first) = findings.first() else { return String::new() };
    // The finding that counts the rest is none of its own.
    let named = findings.len() - usize::from(unnamed > 0);
    match named - 1 + unnamed {
        0 => first.to_string(),
        1 => format!("{first} Dazu kommt 1 weiterer Befund."),
        more => format!("{first} Dazu kommen {more} weitere Befunde."),
    }
}

impl ParseError {
    /// What was found; at least one, all of them errors. After the first
    /// [`MAX_FINDINGS`](crate::limits::MAX_FINDINGS) faults the last finding says how
    /// many more there are.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// What was found, without a copy.
    #[must_use]
    pub fn into_findings(self) -> Vec<Finding> {
        self.findings
    }

    pub(crate) const fn new(findings: Vec<Finding>, unnamed: usize) -> Self {
        Self { findings, unnamed }
    }
}

impl From<Finding> for ParseError {
    fn from(finding: Finding) -> Self {
        Self::new(vec![finding], 0)
    }
}
