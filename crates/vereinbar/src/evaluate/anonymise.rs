//! Leaving out who the Träger are: their names become numbers, in texts, too, and
//! persons become nobody in particular.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest as _, Sha256};

use super::entry::{ContentDigest, Entry, Telltale};
use super::same::LEGAL_FORMS;

/// The names of all Träger, and whose they are.
#[derive(Default)]
pub(super) struct TraegerNames {
    numbers: BTreeMap<String, usize>,
    /// By the first word of a name: all its words, and what is known of it.
    patterns: BTreeMap<String, BTreeMap<Vec<String>, Pattern>>,
}

#[derive(Default)]
struct Pattern {
    /// Whose name it is; none for a person.
    owners: BTreeSet<Owner>,
    /// A word that means something else where it does not begin with a capital letter.
    is_capital: bool,
}

/// Whose name it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Owner {
    /// The Träger of this number.
    Number(usize),
    /// That of an agreement which does not name it.
    Nameless(ContentDigest),
}

/// What a text calls a Träger whose agreement does not name it.
const NAMELESS: &str = "der Träger";
/// What stands for a name of several, or of one that has no number.
const SOME: &str = "ein Träger";
const PERSON: &str = "eine Person";
/// A rest of a name shorter than that is no name by itself.
const SHORTEST: usize = 4;

impl TraegerNames {
    /// The number of a Träger says nothing: neither where its name stands in the
    /// alphabet nor, to someone who guesses the name and computes its digest, whose it
    /// is. The order is by digests that the content of all agreements goes into.
    pub(super) fn new(entries: &[Entry]) -> Self {
        let mut digests: Vec<&ContentDigest> = entries.iter().map(|entry| &entry.digest).collect();
        digests.sort_unstable();
        let all = digests.iter().fold(Sha256::new(), |all, digest| all.chain_update(digest.as_bytes())).finalize();
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
            let owner = names.owner(entry);
            for name in &entry.names {
                match name {
                    Telltale::Organisation(name) => names.organisation(name, owner),
                    Telltale::Person(name) => names.person(name),
                }
            }
            if let Some(name) = &entry.traeger_name {
                names.organisation(name, owner);
            }
        }
        names
    }

    /// Whose agreement it is.
    pub(super) fn owner(&self, entry: &Entry) -> Owner {
        let number = entry.traeger.as_ref().and_then(|name| self.number(name));
        number.map_or(Owner::Nameless(entry.digest), Owner::Number)
    }

    /// The number that stands for the Träger of this name.
    pub(super) fn number(&self, name: &str) -> Option<usize> {
        self.numbers.get(name).copied()
    }

    fn organisation(&mut self, name: &str, owner: Owner) {
        let tokens = tokens(name);
        let is_capital = tokens.first().is_some_and(|first| first.is_capital);
        let words: Vec<String> = tokens.into_iter().map(|token| token.word).collect();
        let legal = words.iter().rev().take_while(|word| LEGAL_FORMS.contains(&word.as_str())).count();
        let short = words.get(..words.len() - legal).unwrap_or_default().to_vec();
        if short.len() > 1 || short.first().is_some_and(|word| word.chars().count() >= SHORTEST) {
            self.pattern(short, Some(owner), is_capital);
        }
        self.pattern(words, Some(owner), is_capital);
    }

    fn person(&mut self, name: &str) {
        let words: Vec<String> = tokens(name).into_iter().map(|token| token.word).collect();
        if let Some(last) = words.last() {
            for title in ["frau", "herr", "herrn"] {
                self.pattern(vec![title.to_owned(), last.clone()], None, false);
            }
        }
        if words.len() > 1 {
            // Without „Dr.“, which texts leave out.
            let plain: Vec<String> =
                words.iter().filter(|word| !matches!(word.as_str(), "dr" | "prof")).cloned().collect();
            // What is left of „Dr. Winter“ is a season.
            if plain.len() > 1 {
                self.pattern(plain, None, false);
            }
            self.pattern(words, None, false);
        }
    }

    fn pattern(&mut self, words: Vec<String>, owner: Option<Owner>, is_capital: bool) {
        let Some(first) = words.first().cloned() else { return };
        let is_capital = is_capital && words.len() == 1;
        let patterns = self.patterns.entry(first).or_default();
        let is_new = !patterns.contains_key(&words);
        let pattern = patterns.entry(words).or_default();
        pattern.owners.extend(owner);
        pattern.is_capital = is_capital && (is_new || pattern.is_capital);
    }

    /// The text of an agreement without names. It finds a name in any case and spacing,
    /// without its legal form and in the genitive, of a single word only with its
    /// capital letter; an abbreviation it does not find.
    pub(super) fn redact(&self, text: &str, own: Owner) -> String {
        let tokens = tokens(text);
        let mut redacted = String::with_capacity(text.len());
        let (mut at, mut copied) = (0, 0);
        while let Some(token) = tokens.get(at) {
            let Some((length, pattern)) = self.matching(tokens.get(at..).unwrap_or_default(), own) else {
                at += 1;
                continue;
            };
            let end = tokens.get(at + length - 1).map_or(token.end, |last| last.end);
            redacted.push_str(text.get(copied..token.start).unwrap_or_default());
            redacted.push_str(&pattern.replacement(own));
            copied = end;
            at += length;
        }
        redacted.push_str(text.get(copied..).unwrap_or_default());
        redacted
    }

    /// The longest name these words begin with; of equally long ones that of the
    /// agreement's own Träger.
    fn matching(&self, tokens: &[NameToken], own: Owner) -> Option<(usize, &Pattern)> {
        let first = tokens.first()?;
        let stem = first.word.strip_suffix('s').unwrap_or(&first.word);
        // A name of one word may stand in the genitive.
        let candidates = [first.word.as_str(), stem].into_iter().filter_map(|word| self.patterns.get(word)).flatten();
        candidates
            .filter(|(words, pattern)| {
                words.len() <= tokens.len()
                    && (!pattern.is_capital || first.is_capital || first.is_address)
                    && words.iter().zip(tokens).enumerate().all(|(index, (word, token))| {
                        let genitive = || index + 1 == words.len() && token.word.strip_suffix('s') == Some(word);
                        token.word == *word || genitive()
                    })
            })
            .map(|(words, pattern)| (words.len(), pattern))
            .max_by_key(|(length, pattern)| (*length, pattern.owners.contains(&own)))
    }
}

impl Pattern {
    /// What stands for the name in an agreement of `own`.
    fn replacement(&self, own: Owner) -> String {
        let owner = self.owners.get(&own).or_else(|| self.owners.first().filter(|_| self.owners.len() == 1));
        match owner {
            Some(Owner::Number(number)) => format!("Träger {number}"),
            Some(Owner::Nameless(_)) if owner == Some(&own) => NAMELESS.to_owned(),
            _ if self.owners.is_empty() => PERSON.to_owned(),
            _ => SOME.to_owned(),
        }
    }
}

struct NameToken {
    /// In lower case.
    word: String,
    /// Whether it begins with a capital letter, or with none of either kind.
    is_capital: bool,
    /// Whether it is part of an address such as `info@haus.de`, where nothing has one.
    is_address: bool,
    start: usize,
    end: usize,
}

/// The words of a text: runs of letters and digits.
fn tokens(text: &str) -> Vec<NameToken> {
    let mut tokens: Vec<NameToken> = Vec::new();
    for (start, c) in text.char_indices() {
        if !c.is_alphanumeric() {
            continue;
        }
        let end = start + c.len_utf8();
        match tokens.last_mut() {
            Some(last) if last.end == start => last.end = end,
            _ => {
                let is_capital = !c.is_lowercase();
                tokens.push(NameToken { word: String::new(), is_capital, is_address: false, start, end });
            }
        }
    }
    for token in &mut tokens {
        token.word = text.get(token.start..token.end).unwrap_or_default().to_lowercase();
        let before = text.get(..token.start).unwrap_or_default();
        let mut after = text.get(token.end..).unwrap_or_default().chars();
        token.is_address = before.ends_with(['@', '/', '.'])
            || after.next() == Some('.') && after.next().is_some_and(char::is_alphabetic);
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluate::EvaluateOptions;
    use crate::parse;

    fn names() -> TraegerNames {
        let agreements = [
            r#"{"art": "leq_vereinbarung", "traeger": {"name": "Kinderland Nord gGmbH", "vertreten_durch": [{"name": "Dr. Jonas Winter"}]}, "einrichtung": {"name": "Haus Lindenhof"}}"#,
            r#"{"art": "qualitaetsentwicklungsvereinbarung", "traeger": {"name": "Brückenwerk e. V."}}"#,
        ];
        let options = EvaluateOptions { anonym: Some(true), ..EvaluateOptions::default() };
        let entries = agreements.map(|json| Entry::new(&parse(json).unwrap(), "x.json", &options));
        TraegerNames::new(&entries)
    }

    #[test]
    fn finds_names_without_legal_form_in_any_case_and_in_the_genitive() {
        let names = names();
        let number = |name: &str| names.number(name).unwrap();
        let own = Owner::Number(number("Kinderland Nord gGmbH"));
        let nord = format!("Träger {}", number("Kinderland Nord gGmbH"));
        let bruecke = format!("Träger {}", number("Brückenwerk e. V."));
        assert_ne!(nord, bruecke);
        for (text, expected) in [
            ("Die Kinderland Nord gGmbH schult.", format!("Die {nord} schult.")),
            ("Leitung von KINDERLAND  Nord", format!("Leitung von {nord}")),
            ("das Team Kinderland Nords", format!("das Team {nord}")),
            ("Brückenwerk e.V. und Brückenwerks Team", format!("{bruecke}. und {bruecke} Team")),
            ("BRÜCKENWERK, info@brückenwerk.de", format!("{bruecke}, info@{bruecke}.de")),
            ("Jonas Winter, Herr Winter", "eine Person, eine Person".to_owned()),
            ("im Winter im Haus Lindenhof", format!("im Winter im {nord}")),
            ("Kinderland Süd, Brückenwerkstatt", "Kinderland Süd, Brückenwerkstatt".to_owned()),
            ("", String::new()),
        ] {
            assert_eq!(names.redact(text, own), expected, "{text}");
        }
    }

    #[test]
    fn a_name_of_several_is_that_of_the_own_traeger_or_of_some() {
        let options = EvaluateOptions { anonym: Some(true), ..EvaluateOptions::default() };
        let of = |traeger: &str| {
            let json = r#"{"art": "leq_vereinbarung", "traeger": {"name": "NAME", "vertreten_durch": [{"name": "Anna Müller"}]}, "einrichtung": {"name": "Sonnenhof"}}"#;
            Entry::new(&parse(&json.replace("NAME", traeger)).unwrap(), "x.json", &options)
        };
        let entries = ["Haus Nord gGmbH", "Haus Nord e. V.", "Zusammen e. V.", ""].map(of);
        let names = TraegerNames::new(&entries);
        let [ggmbh, ev, zusammen, nameless] = entries.each_ref().map(|entry| names.owner(entry));
        let said = |owner: Owner| {
            let Owner::Number(number) = owner else { panic!("no number") };
            format!("Träger {number}")
        };
        for own in [ggmbh, ev] {
            assert_eq!(names.redact("Haus Nord, Sonnenhof", own), format!("{0}, {0}", said(own)));
            assert_eq!(names.redact("Haus Nord gGmbH", own), said(ggmbh));
        }
        assert_eq!(names.redact("mit Haus Nord", zusammen), "mit ein Träger");
        assert_eq!(names.redact("Sonnenhof", nameless), "der Träger");
        assert_eq!(names.redact("Anna Müller und Frau Müller", ev), "eine Person und eine Person");
        let text = format!("Wir arbeiten zusammen mit {}.", said(zusammen));
        assert_eq!(names.redact("Wir arbeiten zusammen mit Zusammen.", ev), text);
    }
}
