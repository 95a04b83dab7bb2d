//! File names: a pattern filled with the data of a row.

use serde_json::Value;
use vereinbar::Art;
use vereinbar::file_name::safe;
use vereinbar_tables::{Heading, Remarks};

/// How files are named: text with `{…}` for what the row says. In the braces
/// stands a heading, also that of a column for notes (`#Nr`), or `nr` for the number of the row.
#[derive(Debug)]
pub(crate) struct Pattern {
    parts: Vec<Part>,
    /// What a document is called where nothing of the pattern is entered.
    otherwise: &'static str,
}

#[derive(Debug)]
enum Part {
    Text(String),
    Number,
    Field(Heading),
    /// A column for notes, such as `#Nr`.
    Remark(String),
}

impl Pattern {
    /// What is used where nothing is said.
    pub(crate) const DEFAULT: &'static str = "{traeger.name}";

    /// Reads a pattern; the error is a complete German sentence.
    pub(crate) fn parse(art: Art, text: &str) -> Result<Self, String> {
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let (inside, after) = after.split_once('}').ok_or("Es fehlt eine schließende Klammer „}“.")?;
            parts.push(Part::Text(before.to_owned()));
            parts.push(placeholder(art, inside.trim())?);
            rest = after;
        }
        if rest.contains('}') {
            return Err("Es fehlt eine öffnende Klammer „{“.".to_owned());
        }
        parts.push(Part::Text(rest.strip_suffix(".pdf").unwrap_or(rest).to_owned()));
        if text.trim().is_empty() {
            return Err("Es ist leer.".to_owned());
        }
        Ok(Self { parts, otherwise: art.bezeichnung() })
    }

    /// Whether the place of a row in the table is in its name.
    pub(crate) fn counts_rows(&self) -> bool {
        self.parts.iter().any(|part| matches!(part, Part::Number))
    }

    /// The name for a row, without its ending. It is safe, but others may have it. Where
    /// nothing of the pattern is entered, the Träger or the kind of agreement is its name.
    /// The error is a complete German sentence: the table has no such column for notes.
    pub(crate) fn name(&self, number: usize, vereinbarung: &Value, remarks: &Remarks) -> Result<RowName, String> {
        let number = format!("{number:04}");
        let mut name = String::new();
        let mut is_of_row = false;
        for part in &self.parts {
            match part {
                Part::Text(text) => name.push_str(text),
                Part::Number => name.push_str(&number),
                Part::Field(heading) => {
                    let text = text_of(heading.value_in(vereinbarung));
                    is_of_row |= !text.trim().is_empty();
                    name.push_str(&text);
                }
                Part::Remark(heading) => {
                    let text = remark(remarks, heading).ok_or_else(|| missing(remarks, heading))?;
                    is_of_row |= !text.is_empty();
                    name.push_str(text);
                }
            }
        }
        let name = safe(&name);
        if !name.is_empty() {
            return Ok(RowName { text: name, is_of_row, is_of_kind: false });
        }
        let traeger = safe(&text_of(vereinbarung.pointer("/traeger/name")));
        let is_of_kind = traeger.is_empty();
        let text = if is_of_kind { self.otherwise.to_owned() } else { traeger };
        Ok(RowName { text, is_of_row: !is_of_kind, is_of_kind })
    }
}

/// What a row would name its file, without the ending.
#[derive(Debug)]
pub(crate) struct RowName {
    pub(crate) text: String,
    /// Whether anything that is entered is in it.
    pub(crate) is_of_row: bool,
    /// Whether only the kind of agreement names the file.
    pub(crate) is_of_kind: bool,
}

fn placeholder(art: Art, inside: &str) -> Result<Part, String> {
    if inside == "nr" {
        return Ok(Part::Number);
    }
    if inside.starts_with('#') {
        return Ok(Part::Remark(inside.to_owned()));
    }
    Heading::parse(art, inside).map(Part::Field).map_err(|problem| {
        let vereinbar::Finding { message, remedy, .. } = problem.finding;
        format!("„{inside}“: {message} {remedy}")
    })
}

/// What stands in a column for notes: the one of this heading, or the only one that differs
/// from it in nothing but capitals.
fn remark<'a>(remarks: &'a Remarks, heading: &str) -> Option<&'a String> {
    let is_alike = |known: &&String| known.to_lowercase() == heading.to_lowercase();
    let mut alike = remarks.keys().filter(is_alike);
    let mut only = || alike.next().filter(|_| alike.next().is_none());
    remarks.get(heading).or_else(|| remarks.get(only()?))
}

fn missing(remarks: &Remarks, heading: &str) -> String {
    const SHOWN: usize = 6;
    let mut known: Vec<String> = remarks.keys().take(SHOWN).map(|known| format!("{{{known}}}")).collect();
    if remarks.len() > SHOWN {
        known.push("…".to_owned());
    }
    let known = if known.is_empty() { "keine".to_owned() } else { known.join(", ") };
    format!("„{heading}“: Diese Spalte gibt es in der Tabelle nicht. Spalten für Notizen sind: {known}.")
}

fn text_of(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Array(entries)) => entries.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("-"),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const ART: Art = Art::Qualitaetsentwicklungsvereinbarung;

    #[test]
    fn fills_a_pattern() {
        let vereinbarung =
            json!({"traeger": {"name": "Haus Nord"}, "ziele": [{"ziel": "Ziel"}], "qualitaetsdimensionen": ["a", "b"]});
        let remarks = Remarks::from([("#Nr".to_owned(), "A/7".to_owned()), ("#Leer".to_owned(), String::new())]);
        let result = |pattern| Pattern::parse(ART, pattern).unwrap().name(7, &vereinbarung, &remarks);
        let name = |pattern| result(pattern).unwrap().text;
        assert_eq!(name("{nr}-{traeger.name}"), "0007-Haus Nord");
        assert_eq!(name("QEV {traeger.name} {ziele.1.ziel}.pdf"), "QEV Haus Nord Ziel");
        assert_eq!(name("{traeger.name}{aktenzeichen}"), "Haus Nord");
        assert_eq!(name("{qualitaetsdimensionen}"), "a-b");
        assert_eq!(name("{aktenzeichen}"), "Haus Nord");
        let nothing = Pattern::parse(ART, "{aktenzeichen}").unwrap().name(7, &json!({}), &remarks);
        let nothing = nothing.unwrap();
        assert!(nothing.is_of_kind && !nothing.is_of_row);
        assert_eq!(nothing.text, "Qualitätsentwicklungsvereinbarung");
        assert_eq!(name("{#Nr} {traeger.name}{#Leer}"), "A-7 Haus Nord");
        assert!(!result("Formular {nr} {aktenzeichen}{#Leer}").unwrap().is_of_row);
        assert!(result("Formular {#Nr}").unwrap().is_of_row && !result("{aktenzeichen}").unwrap().is_of_kind);
        // Capitals do not count, where that leaves but one.
        assert_eq!(name("{#nr}"), "A-7");
        let twice = Remarks::from([("#Nr".to_owned(), "1".to_owned()), ("#NR".to_owned(), "2".to_owned())]);
        let of_two = |pattern| Pattern::parse(ART, pattern).unwrap().name(7, &vereinbarung, &twice);
        assert_eq!(of_two("{#NR}").unwrap().text, "2");
        assert!(of_two("{#nr}").is_err());
        let message = result("{#Zeichen}").unwrap_err();
        assert!(message.contains("„#Zeichen“") && message.contains("{#Nr}"), "{message}");
        for (pattern, part) in [
            ("{traeger.nam}", "traeger.name"),
            ("{nr", "schließende"),
            ("nr}", "öffnende"),
            ("{traeger}", "ganzer Teil"),
            (" ", "leer"),
        ] {
            let error = Pattern::parse(ART, pattern).unwrap_err();
            assert!(error.contains(part), "{pattern}: {error}");
        }
    }
}
