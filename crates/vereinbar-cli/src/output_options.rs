//! Where and how something is written, as most commands are told.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

#[derive(Args)]
pub(crate) struct RequiredOutput {
    /// Wohin: eine Datei, oder - für Standardausgabe.
    #[arg(short, long, value_name = "DATEI")]
    pub(crate) output: PathBuf,
    /// Eine vorhandene Datei überschreiben.
    #[arg(long)]
    pub(crate) overwrite: bool,
}

#[derive(Args)]
pub(crate) struct OptionalOutput {
    /// Wohin: eine Datei; ohne Angabe Standardausgabe.
    #[arg(short, long, value_name = "DATEI", default_value = "-")]
    pub(crate) output: PathBuf,
    /// Eine vorhandene Datei überschreiben.
    #[arg(long)]
    pub(crate) overwrite: bool,
}

#[derive(Args)]
pub(crate) struct FormatOption {
    /// Form der Befunde: text (Vorgabe) oder json.
    #[arg(long, value_name = "FORM", default_value = "text")]
    pub(crate) format: Format,
}

/// How findings are written.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Text,
    Json,
}

/// How an evaluation is written.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum EvaluationFormat {
    Pdf,
    Json,
    Csv,
    Xlsx,
    Ics,
}
