use std::io;
use std::path::PathBuf;

/// Why the server does not start, or stopped.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ServeError {
    /// It would be open to other computers without a token.
    #[error(
        "Wer den Dienst für andere Rechner öffnet, gibt ein Token vor: mindestens 16 Zeichen, zum Beispiel --token mit dem, was `openssl rand -hex 16` ausgibt."
    )]
    NoToken,
    /// It would listen everywhere, and does not know how it is called there.
    #[error(
        "Unter dieser Adresse ist der Dienst überall erreichbar. Nennen Sie mit --host den Namen, unter dem er aufgerufen wird, zum Beispiel --host formulare.example."
    )]
    NoHost,
    /// The token is too short, or has characters that an address cannot have.
    #[error(
        "Das Token ist zu kurz oder enthält andere Zeichen als Buchstaben ohne Umlaute, Ziffern, Punkt, Bindestrich, Unterstrich und Tilde. Nehmen Sie mindestens 16 Zeichen."
    )]
    WeakToken,
    /// The port cannot be opened.
    #[error(
        "Der Anschluss {port} lässt sich nicht öffnen. Vielleicht belegt ihn ein anderes Programm; wählen Sie mit --port einen anderen."
    )]
    Port {
        /// Which.
        port: u16,
        /// What the system says.
        #[source]
        error: io::Error,
    },
    /// The folder cannot be read.
    #[error("Der Ordner {} lässt sich nicht lesen. Prüfen Sie, ob es ihn gibt und ob Sie ihn öffnen dürfen.", .folder.display())]
    Folder {
        /// Which.
        folder: PathBuf,
        /// What the system says.
        #[source]
        error: io::Error,
    },
    /// The templates, which are part of the program, cannot be used.
    #[error(transparent)]
    Render(#[from] vereinbar::RenderError),
    /// The system gives no threads, random numbers or connections.
    #[error("Der Dienst kann nicht arbeiten, weil das System etwas verweigert.")]
    System(#[source] io::Error),
}
