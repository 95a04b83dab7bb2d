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

    /// The name for a row, without its ending. It is safe, but others may have it. Where
    /// nothing of the pattern is entered, the Träger or the kind of agreement is its name.
    /// The error is a complete German sentence: the table has no such column for notes.
    pub(crate) fn name(&self, number: usize, vereinbarung: &Value, remarks: &Remarks) -> Result<String, String> {
        let number = format!("{number:04}");
        let mut name = String::new();
        for part in &self.parts {
            match part {
                Part::Text(text) => name.push_str(text),
                Part::Number => name.push_str(&number),
                Part::Field(heading) => name.push_str(&text_of(heading.value_in(vereinbarung))),
                Part::Remark(heading) => {
                    let missing = || format!("„{heading}“: Diese Spalte gibt es in der Tabelle nicht.");
                    name.push_str(remarks.get(heading).ok_or_else(missing)?);
                }
            }
        }
        let name = safe(&name);
        Ok(if name.is_empty() { self.otherwise(vereinbarung) } else { name })
    }

    /// Where nothing of the pattern is entered: the Träger, or the kind of agreement.
    fn otherwise(&self, vereinbarung: &Value) -> String {
        let traeger = safe(&text_of(vereinbarung.pointer("/traeger/name")));
        if traeger.is_empty() { self.otherwise.to_owned() } else { traeger }
    }
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
        let name = |pattern| result(pattern).unwrap();
        assert_eq!(name("{nr}-{traeger.name}"), "0007-Haus Nord");
        assert_eq!(name("QEV {traeger.name} {ziele.1.ziel}.pdf"), "QEV Haus Nord Ziel");
        assert_eq!(name("{traeger.name}{aktenzeichen}"), "Haus Nord");
        assert_eq!(name("{qualitaetsdimensionen}"), "a-b");
        assert_eq!(name("{aktenzeichen}"), "Haus Nord");
        let nothing = Pattern::parse(ART, "{aktenzeichen}").unwrap().name(7, &json!({}), &remarks);
        assert_eq!(nothing.unwrap(), "Qualitätsentwicklungsvereinbarung");
        assert_eq!(name("{#Nr} {traeger.name}{#Leer}"), "A-7 Haus Nord");
        assert!(result("{#nr}").unwrap_err().contains("#nr"));
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
