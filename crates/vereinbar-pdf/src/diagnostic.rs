//! The one place where Typst's diagnostics become ours.

use std::fmt::{self, Write as _};

use typst::diag::SourceDiagnostic;
use typst::syntax::{DiagSpan, DiagSpanKind, FileId, Lines, VirtualRoot};
use typst::{World, WorldExt};

use crate::german;

/// As much of a line is shown.
const MAX_EXCERPT_CHARS: usize = 160;

/// What Typst says about a template: an error or a warning, in Typst's own English.
///
/// Meant for whoever writes templates, and for reports. [`in_german`](Self::in_german) is for
/// people; `Display` gives all of it as Typst says it:
///
/// ```text
/// error: unknown variable: nmae (letter/main.typ:3:12)
///   hint: ...
///   while calling `letterhead` (letter/main.typ:9:2)
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Diagnostic {
    /// Whether the document failed over it.
    pub severity: DiagnosticSeverity,
    /// What is wrong.
    pub message: String,
    /// The file it was found in, if any: the path of a template file or an input.
    pub file: Option<String>,
    /// The line, counted from 1.
    pub line: Option<usize>,
    /// The column, in characters, counted from 1.
    pub column: Option<usize>,
    /// That line, as the file has it; of a template file, not of data.
    pub excerpt: Option<String>,
    /// How it might be mended.
    pub hints: Vec<String>,
    /// The calls that led there, innermost first, each with its place.
    pub trace: Vec<String>,
}

/// How serious a [`Diagnostic`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DiagnosticSeverity {
    /// No document came out.
    Error,
    /// The document came out all the same.
    Warning,
}

impl Diagnostic {
    /// All of it in German, with the line it is about. What Typst says is translated where it
    /// is usual, and follows in its own words.
    ///
    /// ```text
    /// Fehler in letter/main.typ, Zeile 3, Spalte 12: Den Namen „nmae“ gibt es hier nicht. (Typst: unknown variable: nmae)
    ///    3 | #let head = nmae
    ///      |             ^
    ///   beim Aufruf von „letterhead“ (letter/main.typ:9:2)
    /// ```
    #[must_use]
    pub fn in_german(&self) -> String {
        let mut text = match self.severity {
            DiagnosticSeverity::Error => "Fehler".to_owned(),
            DiagnosticSeverity::Warning => "Warnung".to_owned(),
        };
        if let Some(file) = &self.file {
            let _ = write!(text, " in {file}");
            for (word, number) in [("Zeile", self.line), ("Spalte", self.column)] {
                if let Some(number) = number {
                    let _ = write!(text, ", {word} {number}");
                }
            }
        }
        let _ = write!(text, ": {} (Typst: {})", german::translated(&self.message), self.message);
        if let (Some(excerpt), Some(line)) = (&self.excerpt, self.line) {
            let number = line.to_string();
            let margin = " ".repeat(number.len());
            let _ = write!(text, "\n  {number} | {excerpt}");
            // A tab stays one, so that the mark stands below its letter.
            let before = excerpt.chars().take(self.column.unwrap_or(1) - 1);
            let before: String = before.map(|letter| if letter == '\t' { '\t' } else { ' ' }).collect();
            let _ = write!(text, "\n  {margin} | {before}^");
        }
        for hint in &self.hints {
            let _ = write!(text, "\n  Hinweis von Typst: {hint}");
        }
        for step in &self.trace {
            let _ = write!(text, "\n  {}", german::traced(step));
        }
        text
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            DiagnosticSeverity::Error => "error",
            DiagnosticSeverity::Warning => "warning",
        };
        write!(f, "{severity}: {}", self.message)?;
        let place = Place { file: self.file.clone(), line: self.line, column: self.column };
        if place.file.is_some() {
            write!(f, " ({place})")?;
        }
        for hint in &self.hints {
            write!(f, "\n  hint: {hint}")?;
        }
        for step in &self.trace {
            write!(f, "\n  {step}")?;
        }
        Ok(())
    }
}

/// Maps Typst's diagnostics, looking up the places they point to in `world`.
pub(crate) fn convert<'a>(
    world: &dyn World,
    diagnostics: impl IntoIterator<Item = &'a SourceDiagnostic>,
) -> Vec<Diagnostic> {
    diagnostics.into_iter().map(|diagnostic| convert_one(world, diagnostic)).collect()
}

fn convert_one(world: &dyn World, diagnostic: &SourceDiagnostic) -> Diagnostic {
    let Place { file, line, column } = Place::of(world, diagnostic.span);
    let with_place = |text: String, span: DiagSpan| {
        let place = Place::of(world, span);
        if place.file.is_some() { format!("{text} ({place})") } else { text }
    };
    Diagnostic {
        severity: match diagnostic.severity {
            typst::diag::Severity::Error => DiagnosticSeverity::Error,
            typst::diag::Severity::Warning => DiagnosticSeverity::Warning,
        },
        message: diagnostic.message.to_string(),
        file,
        line,
        column,
        excerpt: Place::excerpt(world, diagnostic.span),
        hints: diagnostic.hints.iter().map(|hint| with_place(hint.v.to_string(), hint.span)).collect(),
        trace: diagnostic.trace.iter().map(|step| with_place(step.v.to_string(), step.span.into())).collect(),
    }
}

/// A place in a file, as far as it is known.
#[derive(Default)]
struct Place {
    file: Option<String>,
    line: Option<usize>,
    column: Option<usize>,
}

impl Place {
    fn of(world: &dyn World, span: DiagSpan) -> Self {
        let Some(id) = span.id() else { return Self::default() };
        let position = world.range(span).and_then(|range| lines(world, span, id)?.byte_to_line_column(range.start));
        Self {
            file: Some(display(id)),
            line: position.map(|(line, _)| line + 1),
            column: position.map(|(_, column)| column + 1),
        }
    }

    /// The line itself. What is no Typst code may hold the text of a document, and is left out.
    fn excerpt(world: &dyn World, span: DiagSpan) -> Option<String> {
        let id = span.id()?;
        let DiagSpanKind::Number { .. } = span.get() else { return None };
        let lines = lines(world, span, id)?;
        let (line, _) = lines.byte_to_line_column(world.range(span)?.start)?;
        let text = lines.text().get(lines.line_to_range(line)?)?;
        Some(text.trim_end().chars().take(MAX_EXCERPT_CHARS).collect())
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.file.as_deref().unwrap_or_default())?;
        for number in [self.line, self.column].into_iter().flatten() {
            write!(f, ":{number}")?;
        }
        Ok(())
    }
}

/// The lines of the file that `span` points into: of the parsed source, or, where Typst
/// gives a byte range (an error in `data.json`), of the bytes as text.
fn lines(world: &dyn World, span: DiagSpan, id: FileId) -> Option<Lines<String>> {
    match span.get() {
        DiagSpanKind::Detached => None,
        DiagSpanKind::Number { .. } => Some(world.source(id).ok()?.lines().clone()),
        DiagSpanKind::Range { .. } => {
            let bytes = world.file(id).ok()?;
            Some(Lines::new(bytes.as_str().ok()?.to_owned()))
        }
    }
}

fn display(id: FileId) -> String {
    let path = id.vpath().get_without_slash();
    match id.root() {
        VirtualRoot::Project => path.to_owned(),
        VirtualRoot::Package(package) => format!("{package}/{path}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_is_shown_with_a_mark_below_the_place() {
        let about = Diagnostic {
            severity: DiagnosticSeverity::Error,
            message: "unknown variable: nmae".to_owned(),
            file: Some("a/main.typ".to_owned()),
            line: Some(12),
            column: Some(11),
            excerpt: Some("#let kopf=nmae".to_owned()),
            hints: vec!["if you meant to use subtraction, add spaces".to_owned()],
            trace: Vec::new(),
        };
        assert_eq!(
            about.in_german(),
            "Fehler in a/main.typ, Zeile 12, Spalte 11: Den Namen „nmae“ gibt es hier nicht. (Typst: unknown variable: nmae)\n  \
             12 | #let kopf=nmae\n     |           ^\n  Hinweis von Typst: if you meant to use subtraction, add spaces"
        );
    }
}
