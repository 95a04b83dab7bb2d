use std::fmt::Write;
use std::io;
use std::path::PathBuf;

use crate::Diagnostic;
use crate::limits::{MAX_DEPTH, MAX_FILES, MAX_INPUTS, MAX_PPI, MIN_PPI};

/// Why no document came out.
///
/// `Display` is German and complete and says what to do. It holds no text of the document.
/// What Typst or the system says, in English, is in the fields, for a report.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EngineError {
    /// Typst refuses the template, or the finished document breaks the PDF standard. A
    /// fault of the template, ours or an overlay's.
    #[error(
        "Die Dokumentvorlage enthält einen Fehler{}. Wenn Sie eine eigene Vorlage verwenden, \
         prüfen Sie diese; sonst melden Sie den Fehler bitte.",
        place(.diagnostics)
    )]
    Template {
        /// All that Typst found, in its order.
        diagnostics: Vec<Diagnostic>,
    },

    /// The text holds characters that no embedded font can print, or that PDF/A forbids.
    #[error(
        "Der Text enthält Zeichen, die sich nicht drucken lassen: {}. Bitte ersetzen oder \
         löschen Sie diese Zeichen.",
        code_points(.characters)
    )]
    MissingGlyphs {
        /// The characters, each once, sorted.
        characters: Vec<char>,
    },

    /// Typst panicked. Other documents are not affected.
    #[error(
        "Beim Erzeugen des Dokuments ist ein interner Fehler aufgetreten. Andere Dokumente \
         sind davon nicht betroffen. Bitte melden Sie den Fehler."
    )]
    Panicked {
        /// The panic's message.
        detail: String,
    },

    /// This process was forked while its parent made documents. What the threads of the parent
    /// held locked then stays locked here, so that nothing would come of a call but waiting.
    #[error(
        "Dieser Prozess ist durch „fork“ entstanden, während im ursprünglichen Prozess Dokumente entstanden; er kann \
         keine erzeugen. Starten Sie Prozesse neu (in Python: multiprocessing mit „spawn“ oder „forkserver“), oder \
         verzweigen Sie, solange kein Dokument entsteht."
    )]
    Forked,

    /// The operating system gives no further thread.
    #[error(
        "Das Betriebssystem stellt keinen weiteren Thread bereit. Bitte beenden Sie andere \
         Programme oder verarbeiten Sie weniger Dokumente gleichzeitig."
    )]
    NoThread {
        /// What the system says.
        detail: String,
    },

    /// The folder with templates of one's own cannot be used.
    #[error("Der Vorlagenordner lässt sich nicht verwenden. {}: {problem}", .path.display())]
    Overlay {
        /// The folder, or the entry in it.
        path: PathBuf,
        /// What is wrong with it.
        #[source]
        problem: OverlayProblem,
    },

    /// A `.typ` file is not UTF-8.
    #[error("Die Vorlagendatei {path} ist kein UTF-8-Text. Bitte speichern Sie sie als UTF-8.")]
    NotUtf8 {
        /// The file.
        path: String,
    },

    /// The path of a template or input file is not plain: empty, absolute, with `.` or
    /// `..`, with a backslash or a control character, or longer than 255 bytes.
    #[error(
        "Der Dateiname „{}“ ist nicht zulässig. Erlaubt sind Namen und Ordner mit „/“ \
         dazwischen, ohne „..“ und höchstens 255 Byte lang.",
        .path.escape_debug()
    )]
    InvalidPath {
        /// The path.
        path: String,
    },

    /// The process has used too many different names of template files.
    #[error(
        "Dieser Prozess hat schon sehr viele verschieden benannte Vorlagen verwendet; weitere Namen nimmt er nicht an. \
         Geben Sie den Dateien gleichbleibende Namen, oder beginnen Sie einen neuen Prozess. Mit den bisherigen Namen \
         geht es weiter."
    )]
    TooManyNames,

    /// Neither the template files nor the inputs have the file to compile.
    #[error("Die Vorlage {path} gibt es nicht.")]
    MainNotFound {
        /// The path asked for.
        path: String,
    },

    /// The job has more than [`Job::MAX_INPUTS`](crate::Job::MAX_INPUTS) inputs.
    #[error("Das Dokument hat {count} Eingabedateien; höchstens {max} sind möglich.", max = MAX_INPUTS)]
    TooManyInputs {
        /// How many it has.
        count: usize,
    },

    /// A page was asked for that the document does not have.
    #[error("Seite {page} gibt es nicht: Das Dokument hat {}.", page_count(*.pages))]
    NoSuchPage {
        /// The page asked for.
        page: usize,
        /// How many pages there are.
        pages: usize,
    },

    /// The text is not a selection of pages.
    #[error(
        "Die Seitenauswahl ist nicht lesbar. Möglich sind „all“ für alle Seiten oder Nummern \
         und Bereiche wie „1“, „2-4“ oder „1,3-5“."
    )]
    PageSelection,

    /// The resolution is not between [`MIN_PPI`](crate::MIN_PPI) and
    /// [`MAX_PPI`](crate::MAX_PPI).
    #[error("Die Auflösung muss zwischen {MIN_PPI} und {MAX_PPI} ppi liegen.")]
    Resolution,

    /// The page has more than [`MAX_PIXELS`](crate::MAX_PIXELS) at this resolution.
    #[error(
        "Seite {page} ist für eine Vorschau in dieser Auflösung zu groß. Bitte wählen Sie eine \
         kleinere Auflösung."
    )]
    PageTooLarge {
        /// The page.
        page: usize,
    },
}

/// What is wrong with a folder of template files, or with an entry in it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OverlayProblem {
    /// The file or folder cannot be read.
    #[error("Datei oder Ordner ist nicht lesbar.")]
    Unreadable(#[source] io::Error),
    /// The folder is none.
    #[error("Das ist kein Ordner.")]
    NotAFolder,
    /// A symbolic link leads out of the folder, to a folder, or nowhere.
    #[error("Die Verknüpfung führt nicht zu einer Datei innerhalb des Ordners.")]
    Link,
    /// A device, a pipe or the like.
    #[error("Das ist keine gewöhnliche Datei.")]
    NotAFile,
    /// The name is not UTF-8 or holds a backslash or a control character.
    #[error("Der Name enthält unzulässige Zeichen.")]
    Name,
    /// There are more than 500 files.
    #[error("Der Ordner enthält mehr als {MAX_FILES} Dateien.")]
    TooManyFiles,
    /// There are folders in more than 16 levels.
    #[error("Der Ordner ist tiefer als {MAX_DEPTH} Ebenen geschachtelt.")]
    TooDeep,
    /// A file has more than 16 MiB, or all together more than 64 MiB.
    #[error("Die Dateien sind zu groß (höchstens 16 MiB je Datei und 64 MiB zusammen).")]
    TooLarge,
}

/// Where the first error with a known place is: " (letter/main.typ, Zeile 3)".
fn place(diagnostics: &[Diagnostic]) -> String {
    let mut text = String::new();
    if let Some(first) = diagnostics.iter().find(|diagnostic| diagnostic.file.is_some()) {
        let _ = write!(text, " ({}", first.file.as_deref().unwrap_or_default());
        if let Some(line) = first.line {
            let _ = write!(text, ", Zeile {line}");
        }
        text.push(')');
    }
    text
}

/// At most ten characters as code points, as they may be invisible: "U+4E2D, U+1F44D".
fn code_points(characters: &[char]) -> String {
    const SHOWN: usize = 10;
    let shown: Vec<String> = characters.iter().take(SHOWN).map(|&c| format!("U+{:04X}", u32::from(c))).collect();
    let mut text = shown.join(", ");
    if characters.len() > SHOWN {
        let _ = write!(text, " und {} weitere", characters.len() - SHOWN);
    }
    text
}

fn page_count(pages: usize) -> String {
    if pages == 1 { "1 Seite".to_owned() } else { format!("{pages} Seiten") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_read_as_german() {
        let error = EngineError::MissingGlyphs { characters: vec!['中', '👍'] };
        assert_eq!(
            error.to_string(),
            "Der Text enthält Zeichen, die sich nicht drucken lassen: U+4E2D, U+1F44D. Bitte \
             ersetzen oder löschen Sie diese Zeichen."
        );
        assert_eq!(
            EngineError::NoSuchPage { page: 3, pages: 1 }.to_string(),
            "Seite 3 gibt es nicht: Das Dokument hat 1 Seite."
        );
        assert_eq!(EngineError::Resolution.to_string(), "Die Auflösung muss zwischen 10 und 600 ppi liegen.");
        let many = EngineError::MissingGlyphs { characters: ('一'..'丏').collect() };
        assert!(many.to_string().contains("U+4E09 und 5 weitere"), "{many}");
    }
}
