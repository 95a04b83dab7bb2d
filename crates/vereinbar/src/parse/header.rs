//! The beginning: which kind of agreement is this, and can it be read?

use super::error::ParseError;
use super::scanner::{Name, Scanner};
use super::{finding_codes, outline, scanner};
use crate::finding::Finding;
use crate::modell::Art;

/// A field of the agreement: where its name stands, and its value.
#[derive(Clone, Copy)]
struct Field<'a> {
    offset: usize,
    value: &'a str,
}

/// The kind that the first field `art` names. Reads no further than that, and
/// anything may follow.
pub(super) fn first_art(text: &str) -> Option<Art> {
    let mut scanner = Scanner::new(text);
    scanner.enter(b'{')?;
    while let Some(Name { name, .. }) = scanner.next_name() {
        let value = scanner.value()?;
        if name == "art" {
            return art(value);
        }
    }
    None
}

/// Reads `art` and `fassung` of a text that may be anything.
pub(super) fn read(text: &str) -> Result<Art, ParseError> {
    if text.trim().is_empty() {
        let remedy = "Eine leere Vereinbarung schreibt man als {\"art\": \"qualitaetsentwicklungsvereinbarung\"}.";
        return Err(finding_codes::EMPTY_INPUT.finding(remedy).into());
    }
    outline::check(text)?;
    let mut scanner = Scanner::new(text);
    let start = scanner.offset();
    if scanner.enter(b'{').is_none() {
        // A list or a number may be good JSON, but it is no agreement.
        let finding = finding_codes::WRONG_TYPE
            .saying("Hier wird ein Objekt { … } erwartet.", "Eine Datei enthält genau eine Vereinbarung.");
        return Err(finding.at(scanner::of_offset(text, start)).into());
    }
    let (mut art, mut fassung) = (None, None);
    while let Some(Name { name, offset }) = scanner.next_name() {
        let Some(value) = scanner.value() else { break };
        let field = match name.as_ref() {
            "art" => &mut art,
            "fassung" => &mut fassung,
            _ => continue,
        };
        if field.replace(Field { offset, value }).is_some() {
            let finding = finding_codes::DUPLICATE_FIELD.saying(
                "Das Feld „art“ oder „fassung“ steht zweimal in den Daten.",
                "Lassen Sie nur eines von beiden stehen.",
            );
            return Err(finding.at(scanner::of_offset(text, offset)).into());
        }
    }
    let art = known_art(art, text)?;
    check_fassung(art, fassung, text)?;
    Ok(art)
}

fn art(value: &str) -> Option<Art> {
    serde_json::from_str::<String>(value).ok()?.parse().ok()
}

fn known_art(field: Option<Field<'_>>, text: &str) -> Result<Art, ParseError> {
    let known = Art::ALL.iter().map(|art| format!("„{art}“")).collect::<Vec<_>>().join(", ");
    let Some(field) = field.filter(|field| field.value != "null") else {
        let finding = finding_codes::MISSING_ART.saying(
            "Das Feld „art“ fehlt; ohne es ist nicht bekannt, um welche Vereinbarung es sich handelt.",
            format!("Ergänzen Sie es; möglich ist: {known}."),
        );
        return Err(finding.into());
    };
    art(field.value).ok_or_else(|| {
        at_field(finding_codes::UNKNOWN_ART.finding(format!("Möglich ist: {known}.")), text, "/art", field)
    })
}

fn check_fassung(art: Art, field: Option<Field<'_>>, text: &str) -> Result<(), ParseError> {
    let known = art.fassung();
    match field.map(|field| (field, field.value.parse::<u64>())) {
        Some((field, Ok(fassung))) if fassung > u64::from(known) => {
            let finding = finding_codes::FASSUNG_TOO_NEW.saying(
                format!("Die Daten haben die Fassung {fassung}; dieses Programm liest bis zur Fassung {known}."),
                "Verwenden Sie eine neuere Version von vereinbar.",
            );
            Err(at_field(finding, text, "/fassung", field))
        }
        // Anything else that is wrong with it is found where all fields are read.
        _ => Ok(()),
    }
}

fn at_field(finding: Finding, text: &str, path: &str, field: Field<'_>) -> ParseError {
    Finding { path: path.to_owned(), ..finding.at(scanner::of_offset(text, field.offset)) }.into()
}
