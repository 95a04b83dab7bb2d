//! What is written where a name belongs and is none: totals, footers, titles of groups,
//! placeholders.
//!
//! A name has a word of its own. What consists of words that any list has, and of numbers, names
//! nobody.

use std::iter;

use super::list_words::{
    ABBREVIATIONS, BESIDE_OPEN, BESIDE_TOTALS, COUNTED, GROUPS, LEGAL_FORMS, MONTHS, NOTES, OPEN, SMALL, SUBTOTALS,
    TOTALS, TRAEGER, WORDS_OF_TOTALS,
};

/// What a text is that names no Träger, with the word that tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NotListed {
    Total(&'static str),
    Footer(&'static str),
    Group,
}

/// What a text is, if it names nobody: a total, a footer or the title of a group.
pub(super) fn not_listed(text: &str) -> Option<NotListed> {
    let text = text.trim().to_lowercase();
    let found = total(&text).map(NotListed::Total).or_else(|| footer(&text).map(NotListed::Footer));
    found.or_else(|| is_title(&text).then_some(NotListed::Group)).filter(|_| !has_legal_form(&text))
}

/// „Region Süd“: the title of a group, where the row says nothing else.
pub(super) fn begins_a_group(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    words(&text).next().is_some_and(|word| GROUPS.contains(&word)) && !has_legal_form(&text)
}

/// `-`, `...`, `25`, `n. n.`, `k. A.`, `xxx`, „bitte eintragen“, „Name des Trägers“: neither a
/// placeholder nor a number is anybody's name.
pub(super) fn names_nobody(name: &str) -> bool {
    let name = name.to_lowercase();
    let letters: String = name.chars().filter(|c| c.is_alphanumeric()).collect();
    let has_letters = letters.chars().any(char::is_alphabetic);
    let is_x = has_letters && letters.bytes().all(|letter| letter == b'x') && (letters.len() > 1 || name == "x");
    let is_open = |word: &str| OPEN.contains(&word) || TRAEGER.contains(&word) || matches!(word, "keine" | "keiner");
    let is_beside = |word: &str| BESIDE_OPEN.contains(&word) || SMALL.contains(&word);
    // „Träger 7“ is one of several.
    let is_numbered =
        || letters.contains(|c: char| c.is_ascii_digit()) && !words(&name).any(|word| OPEN.contains(&word));
    let has_no_own_word =
        words(&name).any(is_open) && words(&name).all(|word| is_open(word) || is_beside(word)) && !is_numbered();
    !name.is_empty() && (!has_letters || is_x || ABBREVIATIONS.contains(&letters.as_str()) || has_no_own_word)
}

/// The words of a text in small letters: its runs of letters.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty())
}

/// „Summe 8 e. V.“, „Quelle: Leben gGmbH (haftungsbeschränkt)“, „Summe 8 e. V. Musterstadt“: the
/// Rechtsform ends a name, or has little behind it. In a sentence it is nobody's.
fn has_legal_form(text: &str) -> bool {
    const MAX_WORDS: usize = 5;
    let text = text.split('(').next().unwrap_or_default().replace("e. v", "e.v").replace("e v", "e.v");
    let words: Vec<&str> = text.split_whitespace().map(|word| word.trim_end_matches(['.', ')', ','])).collect();
    let is_form = |word: &&str| LEGAL_FORMS.contains(word);
    let behind = words.get(1..).unwrap_or_default();
    behind.last().is_some_and(is_form) || (words.len() <= MAX_WORDS && behind.iter().any(is_form))
}

/// „Summe: 25 Träger“, „Summe Nord“, „25 Träger“, „Träger gesamt“, „Σ“, „Nord Ergebnis“: what
/// people and spreadsheets write below a list. A name such as „Gesamtverein“ is none.
fn total(text: &str) -> Option<&'static str> {
    let sign = [("σ", "Σ"), ("ς", "Σ"), ("∑", "Σ"), ("ø", "Ø")];
    let stands_alone = |rest: &str| !rest.starts_with(char::is_alphabetic);
    if let Some((_, sign)) = sign.into_iter().find(|(sign, _)| text.strip_prefix(sign).is_some_and(stands_alone)) {
        return Some(sign);
    }
    let within = |list: &'static [&'static str], word: &str| list.iter().copied().find(|known| *known == word);
    let first = words(text).next()?;
    let last = words(text).last()?;
    if let Some(word) = within(&TOTALS, first) {
        return Some(word);
    }
    // How Excel names its Teilergebnisse.
    if let Some(word) = within(&SUBTOTALS, last).filter(|_| first != last) {
        return Some(word);
    }
    let of_totals = |word: &str| within(&TOTALS, word).or_else(|| within(&WORDS_OF_TOTALS, word));
    let is_beside = |word: &str| within(&BESIDE_TOTALS, word).is_some() || SMALL.contains(&word);
    let counted = |word: &str| within(&TRAEGER, word).or_else(|| within(&COUNTED, word));
    if words(text).all(|word| of_totals(word).is_some() || counted(word).is_some() || is_beside(word))
        && let Some(word) = words(text).find_map(of_totals)
    {
        return Some(word);
    }
    // „25 Träger“, „Träger: 25“, „Nord (3 Träger)“.
    let inside = text.split_once('(').and_then(|(_, rest)| rest.strip_suffix(')'));
    // „Träger 7“ is one of several.
    let has_number = |text: &str| {
        text.contains(|c: char| c.is_ascii_digit())
            && (text.starts_with(|c: char| c.is_ascii_digit()) || text.contains([':', '=', '(']))
    };
    let is_count = |text: &&str| has_number(text) && words(text).all(|word| counted(word).is_some());
    iter::once(text).chain(inside).filter(is_count).find_map(|text| words(text).find_map(counted))
}

/// „Stand: 1.12.2026“, „Seite 1 von 3“, „Hinweis: …“, „* ohne Gewähr“: what is printed below a list.
fn footer(text: &str) -> Option<&'static str> {
    if is_footnote(text) {
        return Some("fußnote");
    }
    // „(Stand: …)“, „– Ende –“.
    let text = text.trim_matches(|c: char| !c.is_alphanumeric() && c != ':');
    let (word, rest) = first_word(text);
    let next = first_word(rest).0;
    let has_colon = rest.trim_start_matches(['.', ' ']).starts_with(':');
    let has_number = rest.starts_with(|c: char| c.is_ascii_digit());
    let is_month = || !next.is_empty() && MONTHS.iter().any(|month| next.len() >= 3 && month.starts_with(next));
    let is_one = match word {
        "seite" | "blatt" | "page" | "s" => return is_page(word, rest).then_some("seite"),
        "ende" | "listenende" => {
            return words(rest).all(|word| matches!(word, "der" | "liste" | "tabelle")).then_some("ende");
        }
        "gez" => return rest.starts_with('.').then_some("gez."),
        "stand" | "datenstand" => has_number || matches!(next, "vom" | "am" | "per" | "zum") || is_month(),
        "datum" => has_number,
        "erstellt" | "gedruckt" | "ausgedruckt" | "ausdruck" | "bearbeitet" => {
            matches!(next, "am" | "vom" | "von" | "durch" | "mit")
        }
        "hinweis" | "hinweise" | "anmerkung" | "anmerkungen" | "bemerkung" | "bemerkungen" | "fußnote" | "legende" => {
            rest.is_empty() || has_number || rest.starts_with(['-', '–', '!'])
        }
        _ => false,
    };
    NOTES.into_iter().find(|note| *note == word).filter(|_| is_one || has_colon)
}

/// „* ohne Gewähr“, „1) vorläufig“, „¹ vorläufig“, „Alle Angaben ohne Gewähr“, „© Landkreis“.
fn is_footnote(text: &str) -> bool {
    let behind = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_numbered = behind.len() < text.len() && behind.len() + 2 >= text.len() && behind.starts_with(')');
    text.starts_with(['*', '¹', '²', '³', '©']) && text.chars().nth(1).is_some()
        || is_numbered
        || text.trim_end_matches(['.', '!']).ends_with("ohne gewähr")
}

/// „Seite 1 von 3“, „S. 1“, „Seite: 1“, „Seite - 1 -“.
fn is_page(word: &str, rest: &str) -> bool {
    let is_sign = |c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '.' | '/' | '-' | '–' | ':');
    let numbers = rest.replace("von", "").replace("of", "").replace("stand", "");
    numbers.chars().all(is_sign)
        && numbers.contains(|c: char| c.is_ascii_digit())
        && (word != "s" || rest.starts_with('.'))
}

/// „--- Nord ---“, „Landkreis Nord:“.
fn is_title(text: &str) -> bool {
    let is_line = |c: char| matches!(c, '-' | '–' | '—' | '=' | '_' | '#');
    let line = |characters: &mut dyn Iterator<Item = char>| characters.take_while(|c| is_line(*c)).count();
    (line(&mut text.chars()) > 1 && line(&mut text.chars().rev()) > 1) || text.ends_with(':')
}

/// The letters that a text begins with, and what follows them.
fn first_word(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    (word, rest.trim_start())
}

impl NotListed {
    /// The word that tells, as it is written; none where it is not a word.
    pub(super) fn word(self) -> Option<String> {
        let (Self::Total(word) | Self::Footer(word)) = self else { return None };
        let mut letters = word.chars();
        let first: String = letters.next()?.to_uppercase().collect();
        Some(iter::once(first).chain(letters.map(String::from)).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_below_a_list_is_told_from_names() {
        for text in "Summe: 25 Träger|Summe der Träger|SUMME|Summen|Endsumme: 7|Gesamt|Gesamt (25)|Gesamtergebnis|\
                     Teilergebnis|Nord Ergebnis|Anzahl Träger|25 Träger|Träger gesamt|Einrichtungen insgesamt:|\
                     1.025 Vereinbarungen|Σ|Σ 25|∑=25|Insgesamt 25|Mittelwert|Durchschnitt: 3|Ergebnis|Nord Summe|\
                     Nord Anzahl|Nord Mittelwert|Nord Total|Nord - Summe|Gesamtmittelwert|Gesamtmaximum|Subtotal|\
                     Grand Total|Summe EUR|Summe Nord|Summe netto|Summe – 25 Träger|Summe Musterstadt|Gesamtbetrag|\
                     Übertrag|Übertrag von Seite 1|Ø 3,5|Ø|25 Verträge|25 Träger insgesamt|insgesamt 25 Träger|\
                     Träger: 25|Träger (25)|Nord (3 Träger)|Anzahl Verträge|Summe aller Entgelte|Gesamt/25|Max|Total:"
            .split('|')
        {
            assert!(matches!(not_listed(text), Some(NotListed::Total(_))), "{text}");
        }
        for text in "Stand: 1.12.2026|Stand 01.12.2026|Stand Dezember 2026|Stand Dez. 2026|Stand vom 1.12.|\
                     Datenstand: heute|(Stand: 1.12.2026)|[Stand 1.12.2026]|Stand per 1.12.2026|Stand am 1.12.2026|\
                     Seite 1|Seite 1 von 3|Seite 1/3|Seite: 1|Seite - 1 -|S. 1|Page 1 of 3|Blatt 2|\
                     Hinweis: bitte prüfen|Hinweis - bitte prüfen|HINWEIS!|Anmerkung 1|Fußnote: vorläufig|\
                     * ohne Gewähr|*ohne Gewähr|** ohne Gewähr|1) vorläufig|¹ vorläufig|¹) vorläufig|\
                     Alle Angaben ohne Gewähr|Erstellt am 1.12.2026|Erstellt von Muster|Ausdruck vom 1.12.2026|\
                     Ausgedruckt am 1.12.|Ende der Liste|Ende|- Ende -|*** Ende ***|--- Ende der Liste ---|ENDE!|\
                     gez. Muster|Verfasser: Muster|Tel.: 0351|Datum 1.12.2026|© Landkreis|Seite 1 von 3 Stand 2026"
            .split('|')
        {
            assert!(matches!(not_listed(text), Some(NotListed::Footer(_))), "{text}");
        }
        for text in ["--- Nord ---", "Landkreis Nord:", "== Süd =="] {
            assert_eq!(not_listed(text), Some(NotListed::Group), "{text}");
        }
        for (text, is_one) in [("Region Süd", true), ("Regionalverband", false), ("Bezirk Nord e. V.", false)] {
            assert_eq!(begins_a_group(text), is_one, "{text}");
        }
        for name in "Gesamtverein|Summe e. V.|Summe 8 e. V.|Summe 8 e V|Summe 8 e.V. Kiel|Summe 8 eV|Total 2000 gGmbH|Stand 2 gGmbH|\
                     Quelle: Leben gGmbH|Anzahl 3 Stiftung (gemeinnützig)|Total Sozial gGmbH|25 Freunde e. V.|\
                     25 Freunde|Stand Up gGmbH|Stand-Up|Seitenwechsel e. V.|Seite an Seite e. V.|Seite an Seite|\
                     Σωκράτης e. V.|Hinweisgeber e. V.|1001 Träger der Hoffnung gGmbH|Träger im Kiez|\
                     Träger Total Sozial|Total Sozial|Ende gut alles gut|Offen e. V.|Xaver|語|Insgesamt glücklich|\
                     Gesamt-Elternbeirat|Minimum Kindeswohl gGmbH|Stück für Stück|Name e. V.|NN e. V.|X gGmbH|A|Nord|\
                     Max e. V.|Café Max|Haus am See|Träger A|Neue Wege|Hier und Jetzt|Gesamtverband Nord|Freie Schule|\
                     Ausdruck und Tanz|Datum e.V. Berlin|Østerbro|Für alle|Leer|Frei|4) e. V.|Träger gGmbH|./x|Träger 0001|Träger 7|Einrichtung 12"
            .split('|')
        {
            assert!(not_listed(name).is_none() && !names_nobody(name), "{name}: {:?}", not_listed(name));
        }
        for text in
            "-|–|...|…|?|25|1.12.2026|***|n. n.|N.N.|k. A.|xxx|XX|x|NaN|s. o.|TBA|dto.|ebd.|wie oben|siehe oben|\
                     nicht vergeben|Nicht bekannt|noch offen|Bitte hier eintragen|bitte ergänzen|wird nachgereicht|\
                     Name des Trägers|Träger Name|[Name]|<Name>|Name|Träger|Träger (Fortsetzung)|Neuer Träger|\
                     Freie Träger|Hier Namen eintragen|keine Angabe|keine|1 / 3|Fortsetzung nächste Seite|gestrichen|\
                     Es folgen weitere Träger|Weiter auf Seite 2|siehe Blatt 2|s. Anlage|Datum|Unterschrift"
                .split('|')
        {
            assert!(names_nobody(text), "{text}");
        }
    }
}
