//! serde_json's words about broken JSON, in German.

use super::error::input_finding;
use super::position;
use crate::finding::Finding;

/// Beginning of serde_json's message, what it means, and what to do.
const MESSAGES: &[(&str, &str, &str)] = &[
    ("trailing comma", "Vor der schließenden Klammer steht ein Komma zu viel.", "Entfernen Sie es."),
    ("expected `,` or `}`", "Hier fehlt ein Komma oder eine schließende Klammer }.", "Ergänzen Sie das Fehlende."),
    ("expected `,` or `]`", "Hier fehlt ein Komma oder eine schließende Klammer ].", "Ergänzen Sie das Fehlende."),
    ("expected `:`", "Nach dem Namen des Feldes fehlt ein Doppelpunkt.", "Ergänzen Sie ihn."),
    (
        "key must be a string",
        "Der Name eines Feldes steht nicht in geraden Anführungszeichen.",
        "Setzen Sie ihn in \"…\".",
    ),
    (
        "control character",
        "In einem Text steht ein Zeilenumbruch oder ein anderes Steuerzeichen.",
        "Schreiben Sie einen Zeilenumbruch im Text als \\n.",
    ),
    (
        "invalid escape",
        "Nach einem umgekehrten Schrägstrich steht ein Zeichen, das dort nicht vorkommt.",
        "Schreiben Sie den Schrägstrich selbst als \\\\.",
    ),
    (
        "trailing characters",
        "Nach dem Ende der Daten folgt weiterer Text.",
        "Eine Datei enthält genau eine Vereinbarung; entfernen Sie den Rest.",
    ),
    ("recursion limit", "Die Daten sind zu tief verschachtelt.", "Eine Vereinbarung braucht höchstens sechs Ebenen."),
    (
        "EOF",
        "Die Daten brechen hier ab.",
        "Es fehlt eine schließende Klammer oder ein Anführungszeichen, oder die Datei ist unvollständig.",
    ),
    (
        "expected value",
        "Hier fehlt ein Wert, oder er ist nicht richtig geschrieben.",
        "Texte und Datumsangaben stehen in geraden Anführungszeichen \"…\".",
    ),
    (
        "invalid number",
        "Diese Zahl ist nicht richtig geschrieben.",
        "Zahlen haben weder führende Nullen noch ein Komma; Texte stehen in \"…\".",
    ),
    (
        "invalid unicode",
        "Ein mit \\u geschriebenes Zeichen ist nicht vollständig.",
        "Schreiben Sie das Zeichen selbst.",
    ),
    (
        "lone leading surrogate",
        "Ein mit \\u geschriebenes Zeichen ist nicht vollständig.",
        "Schreiben Sie das Zeichen selbst.",
    ),
    (
        "unexpected end of hex escape",
        "Ein mit \\u geschriebenes Zeichen ist nicht vollständig.",
        "Schreiben Sie das Zeichen selbst.",
    ),
];

pub(super) fn finding(error: &serde_json::Error, text: &str) -> Finding {
    let english = error.to_string();
    let (message, remedy) = MESSAGES.iter().find(|(beginning, ..)| english.starts_with(beginning)).map_or(
        ("Ab hier ist der Text kein gültiges JSON.", "Prüfen Sie Klammern, Kommas und Anführungszeichen."),
        |&(_, message, remedy)| (message, remedy),
    );
    input_finding("syntax", message, remedy).at(position::of_serde(text, error))
}
