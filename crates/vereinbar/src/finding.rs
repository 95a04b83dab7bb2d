//! Findings: the one currency in which reading, checking and printing say what
//! is wrong, where, and what to do.

use std::fmt;
use std::sync::OnceLock;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

codes! {
    /// How much a finding weighs.
    #[derive(JsonSchema)]
    pub enum Severity, "Diese Schwere gibt es nicht." {
        /// Advice of the form; nothing is wrong.
        Hint: "hint", "Hinweis";
        /// Probably not as intended; the document can be made.
        Warning: "warning", "Warnung";
        /// The agreement contradicts itself, or lacks what this stage needs.
        Error: "error", "Fehler";
    }
}

impl Severity {
    /// The word for several findings that weigh so much.
    #[must_use]
    pub fn mehrzahl(self) -> String {
        let word = self.bezeichnung().to_owned();
        match self {
            Self::Hint => word + "e",
            Self::Warning => word + "en",
            Self::Error => word,
        }
    }

    /// How many findings there are of each severity, in words, the gravest first.
    ///
    /// ```
    /// use vereinbar::Severity;
    /// assert_eq!(Severity::counted([Severity::Warning, Severity::Error, Severity::Error]), "2 Fehler, 1 Warnung");
    /// assert_eq!(Severity::counted([]), "keine Befunde");
    /// ```
    #[must_use]
    pub fn counted(severities: impl IntoIterator<Item = Self>) -> String {
        let severities: Vec<Self> = severities.into_iter().collect();
        let number = |severity| severities.iter().filter(|own| **own == severity).count();
        let counts: Vec<String> = Self::ALL
            .iter()
            .rev()
            .filter_map(|&severity| match number(severity) {
                0 => None,
                1 => Some(format!("1 {}", severity.bezeichnung())),
                number => Some(format!("{number} {}", severity.mehrzahl())),
            })
            .collect();
        if counts.is_empty() { "keine Befunde".to_owned() } else { counts.join(", ") }
    }
}

/// A place in the text that was read, counted from 1; columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in characters.
    pub column: usize,
}

/// One thing that was found, with its place and a remedy.
///
/// Rely on [`code`](Self::code), [`severity`](Self::severity) and
/// [`path`](Self::path); the German texts may be reworded in any release. They
/// hold no free text of the user, so they may go into logs; dates, numbers and
/// names of fields do occur in them.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Finding {
    /// The rule's stable English slug, as listed in `docs/rules.md`, of rows in
    /// `docs/row-findings.md`.
    pub code: &'static str,
    /// How much it weighs at the stage that was asked for.
    pub severity: Severity,
    /// Where: a JSON Pointer (RFC 6901) into the agreement; empty for the whole.
    pub path: String,
    /// Where else the same is to be said, in the order of the form: what holds of several
    /// Ziele is said once, and [`place`](Self::place) names them all.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub further_paths: Vec<String>,
    /// The same place in the form's words, such as `Ziel 1 bis 3 › Kriterien zur Zielerreichung`.
    pub place: String,
    /// What was found: a complete German sentence.
    pub message: String,
    /// What to do about it: a complete German sentence.
    pub remedy: String,
    /// Where the rule comes from: the form's wording, a norm or a standard.
    pub source: &'static str,
    /// Where in the text that was read, for findings of `parse`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position: Option<Position>,
}

/// What was found in one file: what the command writes as a line with `--format json`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[schemars(title = "Findings of a file")]
pub struct FileFindings<'a> {
    /// The file, as it was named.
    pub file: String,
    /// Why the command did not give its result: a German sentence; `null` where it did.
    pub error: Option<String>,
    /// All that was found, in the order of the document.
    pub findings: &'a [Finding],
}

/// The JSON Schema of [`FileFindings`].
///
/// ```
/// assert_eq!(vereinbar::findings_schema()["properties"]["findings"]["type"], "array");
/// ```
#[must_use]
pub fn findings_schema() -> &'static Value {
    static FINDINGS: OnceLock<Value> = OnceLock::new();
    FINDINGS.get_or_init(|| crate::schema::of_written::<FileFindings<'_>>("findings"))
}

impl Finding {
    /// An error about what was handed over rather than about a field in it: the text that
    /// is no agreement, the row of a table, the document that was not made.
    ///
    /// ```
    /// use vereinbar::Finding;
    /// let finding = Finding::error("storage_full", "Ausgabe", "Der Datenträger ist voll.", "Schaffen Sie Platz.");
    /// assert_eq!(finding.to_string(), "Fehler: Der Datenträger ist voll. Schaffen Sie Platz.");
    /// ```
    #[must_use]
    pub fn error(
        code: &'static str,
        source: &'static str,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self {
            code,
            severity: Severity::Error,
            path: String::new(),
            further_paths: Vec::new(),
            place: String::new(),
            message: message.into(),
            remedy: remedy.into(),
            source,
            position: None,
        }
    }

    /// Every place it is about: [`path`](Self::path), then [`further_paths`](Self::further_paths).
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.path).chain(&self.further_paths).map(String::as_str)
    }

    /// The line that [`Display`](fmt::Display) gives, with a place outside of the
    /// agreement, such as `Spalte stand`, before the one inside.
    ///
    /// # Errors
    /// What `f` fails with.
    pub fn write_line(&self, f: &mut impl fmt::Write, outside: Option<&dyn fmt::Display>) -> fmt::Result {
        f.write_str(self.severity.bezeichnung())?;
        if let Some(Position { line, column }) = self.position {
            write!(f, " in Zeile {line}, Spalte {column}")?;
        }
        if let Some(outside) = outside {
            write!(f, ", {outside}")?;
        }
        if !self.place.is_empty() {
            write!(f, ", {}", self.place)?;
        }
        write!(f, ": {}", self.message)?;
        if !self.remedy.is_empty() {
            write!(f, " {}", self.remedy)?;
        }
        if !self.path.is_empty() {
            write!(f, " [{}", self.path)?;
            for path in &self.further_paths {
                write!(f, ", {path}")?;
            }
            f.write_str("]")?;
        }
        Ok(())
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write_line(f, None)
    }
}
