//! Why a command ends without its result, and with which code.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anstyle::{AnsiColor, Style};
use vereinbar::auswertung::{FruehereAuswertungError, VorlageError};
use vereinbar::entgelt::NOTHING_TO_CALCULATE;
use vereinbar::system::reason;
use vereinbar::{
    EngineError, ExtractError, Finding, LetterheadError, ParseError, ProfileError, RefreshError, RenderError, Stage,
    TooMuchRoom,
};
use vereinbar_batch::BatchError;
use vereinbar_evaluate::EvaluateError;
use vereinbar_server::ServeError;
use vereinbar_tables::{SetError, TableError};

use crate::finding_text;
use crate::output_options::Format;
use crate::tell::tell;

/// Findings, or a document that was refused for them.
pub(crate) const FINDINGS: u8 = 1;
/// Wrong usage, or input that cannot be read.
pub(crate) const WRONG_USAGE: u8 = 2;
/// A fault of the program.
pub(crate) const FAULT: u8 = 3;

/// A reason to stop. `Display` is what a clerk reads.
pub(crate) enum Failure {
    /// The input cannot be opened or read.
    Unreadable { file: PathBuf, error: io::Error },
    /// What is to be read as a file is a pipe or a device.
    NoPlainFile(PathBuf),
    /// The input is no agreement.
    Parse { file: PathBuf, error: ParseError, format: Format },
    /// The PDF gives no agreement.
    Extract { file: PathBuf, error: ExtractError, format: Format },
    /// The form was not drawn anew.
    Refresh { file: PathBuf, error: RefreshError },
    /// The document was not made.
    Render { file: Option<PathBuf>, error: RenderError, format: Format },
    /// The batch could not begin or go on.
    Batch { error: BatchError, format: Format, standard_input: Option<PathBuf> },
    /// A table, or a file that says what its columns mean.
    Table(TableError),
    /// What is to be set cannot be.
    Set(SetError),
    /// The PDF carries data of `vereinbar`, but no agreement.
    NoVereinbarung(PathBuf),
    /// Of what is to be set, the value is missing.
    NoValue(String),
    /// Of what is to be set, the field is missing.
    NoField(String),
    /// What was set contradicts the rest, which the findings say.
    Contradicts(Stage),
    /// The profile cannot be used.
    Profile { file: PathBuf, error: ProfileError },
    /// The earlier evaluation cannot be compared with.
    Vorher { file: PathBuf, error: FruehereAuswertungError },
    /// What is said of the Vorlage cannot be used.
    Vorlage { file: PathBuf, error: VorlageError },
    /// The letterhead cannot be used.
    Letterhead(LetterheadError),
    /// A blank form has no such room.
    Room(TooMuchRoom),
    /// The service does not start.
    Serve(ServeError),
    /// Agreements could not be evaluated.
    Evaluate(EvaluateError),
    /// There is no agreement to evaluate.
    NothingToEvaluate,
    /// A calendar needs a day.
    NoStichtag,
    /// The name's ending says another form.
    OtherEnding(PathBuf),
    /// Several tables cannot go to standard output.
    SeveralTables,
    /// The agreement has nothing to calculate.
    NothingToCalculate(PathBuf),
    /// The output exists, and nobody said to overwrite it.
    Exists(PathBuf),
    /// Input and output are the same file.
    SameFile(PathBuf),
    /// The name of the output says another format than is written.
    WrongEnding { file: PathBuf, written: &'static [&'static str] },
    /// Several pages cannot go to standard output.
    SeveralPages,
    /// The output cannot be written.
    Unwritable { file: PathBuf, error: io::Error },
    /// A table is no single agreement.
    IsTable(PathBuf),
    /// Standard input is read twice.
    OneStandardInput,
    /// Standard input and output do not change.
    NothingToWatch,
    /// Changes cannot be watched.
    Watch(notify::Error),
}

impl Failure {
    /// Prints the reason and gives the exit code.
    pub(crate) fn report(&self) -> ExitCode {
        if let Self::Unwritable { error, .. } = self
            && error.kind() == io::ErrorKind::BrokenPipe
        {
            // Whoever was reading has seen enough.
            return ExitCode::SUCCESS;
        }
        let (file, findings, format) = self.details();
        if !findings.is_empty() || format == Format::Json {
            finding_text::findings(&mut anstream::stderr(), &file, findings, format, Some(self));
        }
        if let Self::Render { error: RenderError::Engine(EngineError::Template { diagnostics }), .. } = self {
            for diagnostic in diagnostics {
                tell(diagnostic.in_german());
            }
        }
        if format == Format::Text {
            let bold = Style::new().bold().fg_color(Some(AnsiColor::Red.into()));
            tell(format_args!("{bold}Fehler:{bold:#} {self}"));
        }
        ExitCode::from(self.exit_code())
    }

    /// The code that the process ends with.
    pub(crate) fn exit_code(&self) -> u8 {
        match self {
            Self::Render { error: RenderError::Findings { .. }, .. }
            | Self::Contradicts(_)
            | Self::Set(_)
            | Self::NothingToCalculate(_) => FINDINGS,
            Self::Render { error: RenderError::Engine(EngineError::Panicked { .. }), .. } => FAULT,
            _ => WRONG_USAGE,
        }
    }

    /// The file, what was found in it, and how that is to be written.
    pub(crate) fn details(&self) -> (String, &[Finding], Format) {
        match self {
            Self::Parse { file, error, format } => (files_name(file), error.findings(), *format),
            Self::Extract { file, error, format } => (files_name(file), error.findings(), *format),
            Self::Render { file, error, format } => {
                (file.as_deref().map(files_name).unwrap_or_default(), error.findings(), *format)
            }
            Self::Profile { file, error } => (files_name(file), error.findings(), Format::Text),
            Self::Vorlage { file, error } => (files_name(file), error.findings(), Format::Text),
            Self::Batch { format, .. } => (String::new(), &[], *format),
            _ => (String::new(), &[], Format::Text),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { file, error } => {
                write!(f, "{} kann nicht gelesen werden: {}", files_name(file), reason(error))
            }
            Self::NoPlainFile(file) => write!(
                f,
                "{} ist keine gewöhnliche Datei, sondern zum Beispiel eine Pipe. Speichern Sie den Inhalt als Datei.",
                files_name(file)
            ),
            Self::Parse { file, .. } => write!(f, "{} ist keine lesbare Vereinbarung.", files_name(file)),
            Self::Extract { file, error, .. } if !error.findings().is_empty() => {
                write!(f, "Die Daten in {} sind keine lesbare Vereinbarung.", files_name(file))
            }
            Self::Extract { file, error, .. } => write!(f, "{}: {error}", files_name(file)),
            Self::NoVereinbarung(file) => {
                write!(f, "{} ist ein Bericht von vereinbar und enthält keine Vereinbarung.", files_name(file))
            }
            Self::Refresh { file, error } => write!(f, "{}: {error}", files_name(file)),
            Self::NoValue(text) => write!(
                f,
                "In „{text}“ fehlt das Gleichheitszeichen. Schreiben Sie Feld=Wert, zum Beispiel \
                 ziele.1.ergebnis.grad=erreicht."
            ),
            Self::NoField(text) => write!(
                f,
                "In „{text}“ fehlt das Feld vor dem Gleichheitszeichen. Schreiben Sie Feld=Wert, zum Beispiel \
                 ziele.1.ergebnis.grad=erreicht."
            ),
            Self::Render { error: RenderError::Findings { stage, .. }, .. } | Self::Contradicts(stage) => {
                f.write_str(stage.no_document())
            }
            Self::Render { error, .. } => write!(f, "{error}"),
            Self::Batch { error, standard_input, .. } => batch(f, error, standard_input.as_deref()),
            Self::Table(error) => write!(f, "{error}"),
            Self::Set(error) => write!(f, "{error}"),
            Self::Profile { file, .. } => write!(f, "{} ist kein lesbares Prüfprofil.", files_name(file)),
            Self::Vorher { file, error } => write!(f, "{}: {error}", files_name(file)),
            Self::Vorlage { file, .. } => write!(f, "{} enthält keine lesbaren Angaben zur Vorlage.", files_name(file)),
            Self::Letterhead(error) => write!(f, "{error}"),
            Self::Serve(error) => serve(f, error),
            Self::Room(error) => write!(f, "{error}"),
            Self::Evaluate(error) => write!(f, "{error}"),
            Self::NothingToEvaluate => f.write_str(
                "Unter den angegebenen Pfaden liegt keine lesbare Vereinbarung (.json, .jsonl, .pdf); es wurde nichts \
                 geschrieben.",
            ),
            Self::NoStichtag => f.write_str(
                "Ein Kalender braucht einen Stichtag. Geben Sie ihn an, zum Beispiel --stichtag 2028-01-31.",
            ),
            Self::OtherEnding(file) => write!(
                f,
                "Die Endung von {} passt nicht zur Form. Möglich sind .pdf, .json, .csv, .xlsx und .ics.",
                files_name(file)
            ),
            Self::SeveralTables => f.write_str(
                "Auf die Standardausgabe passt nur eine Tabelle. Nennen Sie eine Datei, oder --format json.",
            ),
            Self::NothingToCalculate(file) => {
                write!(f, "{}: {NOTHING_TO_CALCULATE} `vereinbar validate` sagt, was fehlt.", files_name(file))
            }
            Self::Exists(file) => write!(
                f,
                "{} gibt es schon. Wählen Sie einen anderen Namen, oder überschreiben Sie die Datei mit --overwrite.",
                files_name(file)
            ),
            Self::WrongEnding { file, written } => write!(
                f,
                "{} kann so nicht geschrieben werden: Nennen Sie einen Namen, der auf .{} endet.",
                files_name(file),
                written.join(" oder .")
            ),
            Self::SameFile(file) => {
                write!(
                    f,
                    "{} ist Ein- und Ausgabe zugleich. Wählen Sie für die Ausgabe einen anderen Namen.",
                    files_name(file)
                )
            }
            Self::SeveralPages => f.write_str(
                "Auf die Standardausgabe passt nur eine Seite. Wählen Sie sie mit --pages, oder nennen Sie eine Datei.",
            ),
            Self::IsTable(file) => write!(
                f,
                "{} ist eine Tabelle. Für jede Zeile ein Formular erzeugt: vereinbar batch {} --art ART --out ORDNER",
                files_name(file),
                file.display()
            ),
            Self::OneStandardInput => f.write_str(
                "Tabelle und Grundlage können nicht beide von der Standardeingabe kommen. Nennen Sie eine Datei.",
            ),
            Self::NothingToWatch => f.write_str(
                "--watch braucht für Ein- und Ausgabe eine Datei; Standardeingabe und -ausgabe ändern sich nicht.",
            ),
            Self::Watch(error) => watch(f, error),
            Self::Unwritable { file, error } => {
                write!(f, "{} kann nicht geschrieben werden: {}", files_name(file), reason(error))
            }
        }
    }
}

fn batch(f: &mut fmt::Formatter<'_>, error: &BatchError, standard_input: Option<&Path>) -> fmt::Result {
    // It was read from a file that is gone when this is read.
    if let Some(file) = standard_input {
        return f.write_str(&error.to_string().replace(&file.display().to_string(), "Die Standardeingabe"));
    }
    write!(f, "{error}")
}

fn serve(f: &mut fmt::Formatter<'_>, error: &ServeError) -> fmt::Result {
    write!(f, "{error}")?;
    match error {
        ServeError::Port { error, .. } | ServeError::Folder { error, .. } | ServeError::System(error) => {
            write!(f, " {}", reason(error))
        }
        _ => Ok(()),
    }
}

fn watch(f: &mut fmt::Formatter<'_>, error: &notify::Error) -> fmt::Result {
    f.write_str("Änderungen lassen sich hier nicht beobachten.")?;
    match &error.kind {
        notify::ErrorKind::Io(error) => write!(f, " {}", reason(error)),
        notify::ErrorKind::PathNotFound => f.write_str(" Eine der Dateien ist nicht vorhanden."),
        _ => f.write_str(" Rufen Sie den Befehl ohne --watch auf."),
    }
}

/// A file's name as it is shown.
pub(crate) fn files_name(file: &Path) -> String {
    if file == Path::new("-") { "Standardeingabe oder -ausgabe".to_owned() } else { file.display().to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_of_the_program_has_a_code_of_its_own() {
        let render = |error| Failure::Render { file: None, error: RenderError::Engine(error), format: Format::Text };
        assert_eq!(render(EngineError::Panicked { detail: String::new() }).exit_code(), 3);
        assert_eq!(render(EngineError::Resolution).exit_code(), 2);
        assert_eq!(Failure::NoValue(String::new()).exit_code(), 2);
        assert_eq!(Failure::Contradicts(Stage::Entwurf).exit_code(), 1);
    }
}
