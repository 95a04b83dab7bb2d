use crate::attachment::AttachmentError;

/// Why a document was not made a form. A fault of the template, ours or an overlay's.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FormError {
    /// The file is not as Typst writes it.
    #[error(
        "Die Formularfelder lassen sich nicht anlegen: Die Datei ist nicht so aufgebaut wie erwartet. Bitte melden Sie den Fehler."
    )]
    Structure,
    /// The link does not say what it is to become.
    #[error("Die Vorlage erklärt ein Formularfeld in einer Form, die es nicht gibt. Bitte melden Sie den Fehler.")]
    Declaration,
    /// Something stands in the box of a field, or it runs over the end of a page or line.
    #[error(
        "Das Formularfeld {path} ist in der Vorlage nicht leer oder läuft über ein Zeilen- oder Seitenende. Bitte melden Sie den Fehler."
    )]
    NotEmpty {
        /// Where its value stands in the data.
        path: String,
    },
    /// The caller knows no such place in the data.
    #[error("Das Formularfeld {path} der Vorlage gehört zu keiner Angabe der Daten. Bitte melden Sie den Fehler.")]
    Unknown {
        /// The place that the template names.
        path: String,
    },
    /// One name for two kinds of field, or for a field and a group of fields.
    #[error("Das Formularfeld {path} ist in der Vorlage auf zweierlei Art erklärt. Bitte melden Sie den Fehler.")]
    Kinds {
        /// Where its value stands in the data.
        path: String,
    },
}

/// Why a form was not drawn anew.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RefreshError {
    /// It cannot be read.
    #[error(transparent)]
    Unreadable(#[from] AttachmentError),
    /// It has no form fields.
    #[error("Die PDF-Datei enthält keine Formularfelder. Bitte wählen Sie die Datei des ausgefüllten Formulars.")]
    NoForm,
    /// It is signed, and any change would break that.
    #[error(
        "Die PDF-Datei ist unterschrieben; neu gezeichnet würde sie die Unterschrift verlieren. Bitte verwenden Sie die Datei vor der Unterschrift."
    )]
    Signed,
}
