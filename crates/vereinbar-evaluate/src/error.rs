//! Why agreements are not evaluated.

use std::error::Error;
use std::path::PathBuf;

use vereinbar::evaluate::OtherOptions;

/// Why agreements are not evaluated, or an evaluation is not written. A file that cannot be read is no such error: it is
/// a finding of the evaluation.
///
/// `Display` is German and complete; it holds no text of the agreements.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EvaluateError {
    /// A path that was named does not exist.
    #[error("Den Pfad „{}“ gibt es nicht. Prüfen Sie den Namen.", .0.display())]
    NotFound(PathBuf),
    /// Whatever hands the agreements over has failed.
    #[error("Die Vereinbarungen konnten nicht vollständig gelesen werden.")]
    Inputs(#[source] Box<dyn Error + Send + Sync>),
    /// Two parts were counted with different options.
    #[error(transparent)]
    Options(#[from] OtherOptions),
    /// A workbook or a table cannot be written, which no evaluation should cause.
    #[error("Die Auswertung kann in dieser Form nicht geschrieben werden. Wählen Sie eine andere, zum Beispiel JSON.")]
    Output(#[source] Box<dyn Error + Send + Sync>),
}
