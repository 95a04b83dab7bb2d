//! Why an evaluation in parts is not put together.

/// The most bytes of a state: some hundred thousand agreements.
pub const MAX_STATE_BYTES: usize = 1 << 30;

/// Bytes are no state of an [`Evaluator`](super::Evaluator), or cannot become one. `Display` is a German
/// sentence and repeats nothing of the bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum StateError {
    /// They are something else.
    #[error(
        "Das ist kein Zwischenstand einer Auswertung. Übergeben Sie die Bytes, die `to_bytes` gegeben hat, unverändert."
    )]
    NoState,
    /// Another version has made them, which may keep and count something else.
    #[error(
        "Der Zwischenstand stammt von einer anderen Version als {}. Erstellen Sie alle Zwischenstände einer Auswertung \
         mit derselben Version von vereinbar.",
        env!("CARGO_PKG_VERSION")
    )]
    OtherVersion,
    /// Some are missing, or others than they were.
    #[error(
        "Der Zwischenstand ist unvollständig oder verändert. Übertragen Sie ihn noch einmal, oder erstellen Sie ihn neu."
    )]
    Damaged,
    /// They are more than [`MAX_STATE_BYTES`].
    #[error(
        "Der Zwischenstand ist größer als {} MiB. Teilen Sie die Vereinbarungen auf mehr Zwischenstände auf.",
        MAX_STATE_BYTES >> 20
    )]
    TooLarge,
}

/// Two evaluations have different options, so that their numbers are no numbers of one
/// evaluation. `Display` is a German sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "Die Zwischenstände haben verschiedene Optionen (stichtag, anonym, vorher oder vorlage) und lassen sich nicht \
     zusammenführen. Erstellen Sie alle mit denselben."
)]
pub struct OtherOptions;
