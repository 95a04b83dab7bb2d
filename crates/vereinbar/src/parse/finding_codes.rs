//! The codes of reading and printing, in one table: what a finding is made from, and what
//! `docs/rules.md` lists.

use crate::finding::{Finding, Position};

/// A way in which a text or a filled form is no agreement.
pub(crate) struct Code {
    /// Stable English slug; the `code` of its findings.
    pub(crate) code: &'static str,
    /// What its findings say, where they do not say it more exactly.
    pub(crate) message: &'static str,
}

/// Declares the codes, and `CODES`, the list of them all, so that none can be left
/// out of the published table.
macro_rules! codes {
    ($($name:ident: $code:literal, $message:expr;)+) => {
        $(pub(crate) static $name: Code = Code { code: $code, message: $message };)+
        pub(crate) static CODES: &[&Code] = &[$(&$name),+];
    };
}

codes! {
    INPUT_TOO_LARGE: "input_too_large", "Die Daten sind größer als 8 MiB.";
    TOO_MANY_VALUES: "too_many_values", "Die Daten haben mehr Einträge, als eine Vereinbarung haben kann.";
    ENCODING: "encoding", "Die Datei ist nicht in UTF-8 gespeichert.";
    OTHER_FORMAT: "other_format", "Die Datei ist ein PDF, eine Office-Datei, ein Bild oder ein ZIP-Archiv.";
    EMPTY_INPUT: "empty_input", "Die Datei ist leer.";
    SYNTAX: "syntax", "Der Text ist kein gültiges JSON.";
    MISSING_ART: "missing_art", "Das Feld „art“ fehlt.";
    UNKNOWN_ART: "unknown_art", "Diese Art von Vereinbarung ist nicht bekannt.";
    FASSUNG_TOO_NEW: "fassung_too_new", "Die Daten haben eine neuere Fassung, als dieses Programm liest.";
    UNKNOWN_FIELD: "unknown_field", "Das Feld gibt es nicht; genannt wird das ähnlichste bekannte.";
    UNKNOWN_VALUE: "unknown_value", "Der Wert gehört nicht zur Auswahl; genannt wird der ähnlichste bekannte.";
    WRONG_TYPE: "wrong_type", "Der Wert hat nicht die erwartete Form (Text, Zahl, Wahrheitswert, Liste oder Objekt).";
    INVALID_FORMAT: "invalid_format",
        "Ein Datum, eine Zahl oder ein Amtlicher Gemeindeschlüssel ist nicht richtig geschrieben.";
    DUPLICATE_FIELD: "duplicate_field", "Ein Feld steht zweimal im selben Objekt.";
    FIELD_OVERFLOWS: "field_overflows", "Der Text ist länger als sein Feld; im Ausdruck des Formulars fehlt das Ende.";
    LAYOUT_UNSETTLED: "layout_unsettled",
        "Der Umbruch kommt zu keinem Ende: Seitenzahlen, und was sonst davon abhängt, können falsch sein.";
    FIELD_UNCLEAR: "field_unclear", "Was das Formular zeigt und was darin gespeichert ist, widerspricht sich.";
    FIELD_TICKED_TWICE: "field_ticked_twice", "Es ist mehr als ein Kästchen angekreuzt, obwohl nur eines gelten kann.";
    FIELDS_UNKNOWN: "fields_unknown", "Die Datei hat Formularfelder, die nicht zu diesem Vordruck gehören.";
    MORE_FAULTS: "more_faults", "Es gibt mehr als 100 Fehler; die ersten 100 werden genannt, der Rest gezählt.";
}

impl Code {
    /// A finding in the code's own words.
    pub(super) fn finding(&self, remedy: impl Into<String>) -> Finding {
        self.saying(self.message, remedy)
    }

    /// A finding that says it more exactly.
    pub(super) fn saying(&self, message: impl Into<String>, remedy: impl Into<String>) -> Finding {
        Finding::error(self.code, "Datenformat", message, remedy)
    }
}

impl Finding {
    pub(super) fn at(self, position: Position) -> Self {
        Self { position: Some(position), ..self }
    }
}
