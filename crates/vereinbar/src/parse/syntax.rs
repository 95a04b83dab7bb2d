//! serde_json's words about broken JSON, in German.
//!
//! It gives no code but syntax or end of the text; what exactly is wrong with the
//! syntax stands only in its English message.

use super::{finding_codes, scanner};
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
    (
        "recursion limit",
        "Die Daten sind zu tief verschachtelt.",
        "Eine Vereinbarung braucht nicht annähernd so viele Ebenen.",
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

/// What serde_json says of a text that ends too early.
const ENDS: (&str, &str) = (
    "Die Daten brechen hier ab.",
    "Es fehlt eine schließende Klammer oder ein Anführungszeichen, oder die Datei ist unvollständig.",
);

pub(super) fn finding(error: &serde_json::Error, text: &str) -> Finding {
    let (message, remedy) = if error.is_eof() { ENDS } else { words(error).unwrap_or(OTHER) };
    finding_codes::SYNTAX.saying(message, remedy).at(scanner::of_serde(text, error))
}

const OTHER: (&str, &str) =
    ("Ab hier ist der Text kein gültiges JSON.", "Prüfen Sie Klammern, Kommas und Anführungszeichen.");

fn words(error: &serde_json::Error) -> Option<(&'static str, &'static str)> {
    let english = error.to_string();
    let (_, message, remedy) = MESSAGES.iter().find(|(beginning, ..)| english.starts_with(beginning))?;
    Some((message, remedy))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A release of serde_json that words its errors anew is noticed here.
    #[test]
    fn every_message_is_one_of_serde_json() {
        let examples = [
            "[1,]",
            "{\"a\": 1 2",
            "[1 2",
            "{\"a\" 1}",
            "{a: 1}",
            "[\"\n\"]",
            "[\"\\x\"]",
            "1 2",
            &"[".repeat(200),
            "[}",
            "[01]",
            "[\"\\udc00\"]",
            "[\"\\ud800\"]",
            "[\"\\ud800\\u0041\"]",
        ];
        let errors: Vec<_> =
            examples.iter().map(|json| serde_json::from_str::<serde_json::Value>(json).unwrap_err()).collect();
        for (example, error) in examples.iter().zip(&errors) {
            assert!(error.is_syntax() && words(error).is_some(), "{example}: {error}");
        }
        for (beginning, ..) in MESSAGES {
            assert!(errors.iter().any(|error| error.to_string().starts_with(beginning)), "{beginning}");
        }
        assert!(serde_json::from_str::<serde_json::Value>("[\"").unwrap_err().is_eof());
    }
}
