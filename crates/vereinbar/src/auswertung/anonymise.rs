//! Leaving out who the Träger are: their names become numbers, in texts, too.

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};

use super::entry::{Digest, Entry, Name};

/// The names of all Träger, and what to write instead.
#[derive(Default)]
pub(super) struct Names {
    numbers: BTreeMap<String, usize>,
    /// By the first word of a name: all its words, longest first, and the replacement.
    patterns: BTreeMap<String, Vec<(Vec<String>, String)>>,
}

/// What a text calls a Träger whose agreement does not name it.
const NAMELESS: &str = "der Träger";
/// Words of the legal form, which texts leave out.
const LEGAL_FORMS: [&str; 16] = [
    "ggmbh",
    "gmbh",
    "mbh",
    "gug",
    "ug",
    "haftungsbeschränkt",
    "ag",
    "gag",
    "eg",
    "kg",
    "kgaa",
    "co",
    "e",
    "v",
    "ev",
    "gemeinnützige",
];
/// A rest of a name shorter than that is no name by itself.
const SHORTEST: usize = 4;

impl Names {
    /// The number of a Träger says nothing: neither where its name stands in the
    /// alphabet nor, to someone who guesses the name and computes its digest, whose it
    /// is. The order is by digests that the content of all agreements goes into.
    pub(super) fn new(entries: &[Entry]) -> Self {
        let mut digests: Vec<&Digest> = entries.iter().map(|entry| &entry.digest).collect();
        digests.sort_unstable();
        let all = digests.iter().fold(Sha256::new(), Sha256::chain_update).finalize();
        let mut order: Vec<(Vec<u8>, &String)> = entries
            .iter()
            .filter_map(|entry| entry.traeger.as_ref())
            .map(|name| (Sha256::new().chain_update(all).chain_update(name).finalize().to_vec(), name))
            .collect();
        order.sort_unstable();
        order.dedup();
        let mut names = Self::default();
        for (number, (_, name)) in (1..).zip(order) {
            names.numbers.insert(name.clone(), number);
        }
        for entry in entries {
            let number = entry.traeger.as_ref().and_then(|name| names.number(name));
            let replacement = number.map_or_else(|| NAMELESS.to_owned(), |number| format!("Träger {number}"));
            for name in &entry.names {
                match name {
                    Name::Organisation(name) => names.organisation(name, &replacement),
                    Name::Person(name) => names.person(name, &replacement),
                }
            }
            if let Some(name) = &entry.traeger {
                names.organisation(name, &replacement);
            }
        }
        for patterns in names.patterns.values_mut() {
            patterns.sort_unstable_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b)));
            patterns.dedup_by(|later, first| later.0 == first.0);
        }
        names
    }

    /// The number that stands for the Träger of this name.
    pub(super) fn number(&self, name: &str) -> Option<usize> {
        self.numbers.get(name).copied()
    }

    fn organisation(&mut self, name: &str, replacement: &str) {
        let words: Vec<String> = tokens(name).into_iter().map(|token| token.word).collect();
        let legal = words.iter().rev().take_while(|word| LEGAL_FORMS.contains(&word.as_str())).count();
        let short = words.get(..words.len() - legal).unwrap_or_default().to_vec();
        if short.len() > 1 || short.first().is_some_and(|word| word.chars().count() >= SHORTEST) {
            self.pattern(short, replacement);
        }
        self.pattern(words, replacement);
    }

    fn person(&mut self, name: &str, replacement: &str) {
        let words: Vec<String> = tokens(name).into_iter().map(|token| token.word).collect();
        if let Some(last) = words.last() {
            for title in ["frau", "herr", "herrn"] {
                self.pattern(vec![title.to_owned(), last.clone()], replacement);
            }
        }
        if words.len() > 1 {
            // Without „Dr.“, which texts leave out.
            let plain = words.iter().filter(|word| !matches!(word.as_str(), "dr" | "prof")).cloned().collect();
            self.pattern(plain, replacement);
            self.pattern(words, replacement);
        }
    }

    fn pattern(&mut self, words: Vec<String>, replacement: &str) {
        if let Some(first) = words.first() {
            self.patterns.entry(first.clone()).or_default().push((words, replacement.to_owned()));
        }
    }

    /// The text without names. It finds a name in any case and spacing, without its
    /// legal form and in the genitive; an abbreviation it does not find.
    pub(super) fn redact(&self, text: &str) -> String {
        let tokens = tokens(text);
        let mut redacted = String::with_capacity(text.len());
        let (mut at, mut copied) = (0, 0);
        while let Some(token) = tokens.get(at) {
            let Some((length, replacement)) = self.matching(tokens.get(at..).unwrap_or_default()) else {
                at += 1;
                continue;
            };
            let end = tokens.get(at + length - 1).map_or(token.end, |last| last.end);
            redacted.push_str(text.get(copied..token.start).unwrap_or_default());
            redacted.push_str(replacement);
            copied = end;
            at += length;
        }
        redacted.push_str(text.get(copied..).unwrap_or_default());
        redacted
    }

    fn matching(&self, tokens: &[Token]) -> Option<(usize, &str)> {
        let first = &tokens.first()?.word;
        let stem = first.strip_suffix('s').unwrap_or(first);
        // A name of one word may stand in the genitive.
        let candidates = [first.as_str(), stem].into_iter().filter_map(|word| self.patterns.get(word)).flatten();
        candidates
            .filter(|(words, _)| {
                words.len() <= tokens.len()
                    && words.iter().zip(tokens).enumerate().all(|(index, (word, token))| {
                        let genitive = || index + 1 == words.len() && token.word.strip_suffix('s') == Some(word);
                        token.word == *word || genitive()
                    })
            })
            .map(|(words, replacement)| (words.len(), replacement.as_str()))
            .max_by_key(|(length, _)| *length)
    }
}

struct Token {
    /// In lower case.
    word: String,
    start: usize,
    end: usize,
}

/// The words of a text: runs of letters and digits.
fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    for (start, c) in text.char_indices() {
        if !c.is_alphanumeric() {
            continue;
        }
        let end = start + c.len_utf8();
        match tokens.last_mut() {
            Some(last) if last.end == start => last.end = end,
            _ => tokens.push(Token { word: String::new(), start, end }),
        }
    }
    for token in &mut tokens {
        token.word = text.get(token.start..token.end).unwrap_or_default().to_lowercase();
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::super::AuswertungOptions;
    use super::*;
    use crate::parse;

    fn names() -> Names {
        let agreements = [
            r#"{"art": "leq_vereinbarung", "traeger": {"name": "Kinderland Nord gGmbH", "vertreten_durch": [{"name": "Dr. Jonas Winter"}]}, "einrichtung": {"name": "Haus Lindenhof"}}"#,
            r#"{"art": "qualitaetsentwicklungsvereinbarung", "traeger": {"name": "Brückenwerk e. V."}}"#,
        ];
        let options = AuswertungOptions { anonym: true, ..AuswertungOptions::default() };
        let entries = agreements.map(|json| Entry::new(&parse(json).unwrap(), "x.json", &options));
        Names::new(&entries)
    }

    #[test]
    fn finds_names_without_legal_form_in_any_case_and_in_the_genitive() {
        let names = names();
        let nord = format!("Träger {}", names.number("Kinderland Nord gGmbH").unwrap());
        let bruecke = format!("Träger {}", names.number("Brückenwerk e. V.").unwrap());
        assert_ne!(nord, bruecke);
        for (text, expected) in [
            ("Die Kinderland Nord gGmbH schult.", format!("Die {nord} schult.")),
            ("Leitung von KINDERLAND  Nord", format!("Leitung von {nord}")),
            ("das Team Kinderland Nords", format!("das Team {nord}")),
            ("Brückenwerk e.V. und Brückenwerks Team", format!("{bruecke}. und {bruecke} Team")),
            ("Jonas Winter, Herr Winter", format!("{nord}, {nord}")),
            ("im Winter im Haus Lindenhof", format!("im Winter im {nord}")),
            ("Kinderland Süd, Brückenwerkstatt", "Kinderland Süd, Brückenwerkstatt".to_owned()),
            ("", String::new()),
        ] {
            assert_eq!(names.redact(text), expected, "{text}");
        }
    }
}
