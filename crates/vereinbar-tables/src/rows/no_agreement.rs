//! Rows that are no agreement: what people write below a list, and what names nobody.

use vereinbar::Art;
use vereinbar::pointer::PointerBuf;

use super::column::Column;
use super::row_finding::RowFinding;
use crate::columns::normalized;
use crate::input::Cell;

/// What is said of the Träger in every kind of agreement, and its name.
const TRAEGER: &str = "/traeger/";
pub(super) const TRAEGER_NAME: &str = "/traeger/name";

/// The code of what is found in a row that leaves the column for the name of the Träger empty
/// while nothing else names one: a warning, since its file may have a name of its own.
pub const ROW_WITHOUT_TRAEGER: &str = "row_without_traeger";

/// The codes of rows that are none of the list.
pub(super) const NO_AGREEMENT: [&str; 3] = [HEADING_ROW, TOTALS_ROW, FOOTER_ROW];
const HEADING_ROW: &str = "heading_row";
const TOTALS_ROW: &str = "totals_row";
const FOOTER_ROW: &str = "footer_row";

/// The column for the name of the Träger: its place, and its heading.
pub(super) fn name_column(columns: &[Column]) -> Option<(usize, &str)> {
    columns.iter().enumerate().find_map(|(index, column)| {
        let Column::Known(headings) = column else { return None };
        let is_name = |place: &PointerBuf| place.to_string() == TRAEGER_NAME;
        headings.iter().find(|heading| is_name(&heading.place)).map(|heading| (index, heading.text.as_str()))
    })
}

/// What a row is that is none of the list: the headings once more, or what people write below.
pub(super) fn below_a_list(art: Art, columns: &[Column], cells: &[Cell]) -> Option<RowFinding> {
    if is_heading_row(art, columns, cells) {
        return Some(heading_row());
    }
    let name = name_column(columns).and_then(|(index, _)| Some((index, cells.get(index)?.text())));
    let name = name.filter(|(_, text)| !text.is_empty());
    if let Some((index, name)) = &name
        && names_nobody(name)
    {
        let at = first_words(cells).filter(|(_, text)| not_listed(text).is_some());
        return Some(match at {
            Some((at, text)) => in_its_column(not_listed(&text)?.finding(), columns, at),
            None => in_its_column(nobody(), columns, *index),
        });
    }
    // Of a row that names a Träger its name counts, whatever its first column says.
    let (at, text) = name.or_else(|| first_words(cells))?;
    let none = not_listed(&text)?;
    (!describes_traeger(columns, cells)).then(|| in_its_column(none.finding(), columns, at))
}

/// The same of a row whose values have no columns: each with its heading, its place and itself.
pub(super) fn none_of_a_list(values: &[(&str, String, &str)]) -> Option<RowFinding> {
    if values.len() > 1 && values.iter().all(|(heading, _, value)| normalized(heading) == normalized(value)) {
        return Some(heading_row());
    }
    let (heading, _, name) = values.iter().find(|(_, place, _)| place == TRAEGER_NAME)?;
    let found = if names_nobody(name.trim()) {
        nobody()
    } else {
        let is_described = values.iter().any(|(_, place, value)| describes(place, value));
        not_listed(name).filter(|_| !is_described)?.finding()
    };
    Some(found.in_column(*heading))
}

fn heading_row() -> RowFinding {
    const MESSAGE: &str = "Hier stehen die Überschriften noch einmal; eine Vereinbarung ist das nicht.";
    RowFinding::error(HEADING_ROW, MESSAGE, "Streichen Sie die Zeile.")
}

/// The first cell that has words in it; a number or a mark may stand before what is meant.
fn first_words(cells: &[Cell]) -> Option<(usize, String)> {
    let texts = cells.iter().map(Cell::text).enumerate().filter(|(_, text)| !text.is_empty());
    let mut texts = texts.filter(|(_, text)| text.chars().any(char::is_alphabetic) || not_listed(text).is_some());
    texts.next()
}

/// Whether the row says more of a Träger than the name: where it is, who stands for it.
fn describes_traeger(columns: &[Column], cells: &[Cell]) -> bool {
    columns.iter().zip(cells).any(|(column, cell)| {
        let Column::Known(headings) = column else { return false };
        headings.iter().any(|heading| describes(&heading.place.to_string(), &cell.text()))
    })
}

fn describes(place: &str, text: &str) -> bool {
    place.starts_with(TRAEGER) && place != TRAEGER_NAME && text.chars().any(char::is_alphabetic)
}

/// Whether every cell that says something says what its column is called.
fn is_heading_row(art: Art, columns: &[Column], cells: &[Cell]) -> bool {
    let named = columns.iter().filter(|column| !matches!(column, Column::Nameless)).count();
    let mut same = 0;
    for (column, cell) in columns.iter().zip(cells).filter(|(_, cell)| !cell.is_empty()) {
        if !is_called(art, column, &normalized(&cell.text())) {
            return false;
        }
        same += 1;
    }
    same > 1 || (same == 1 && named == 1)
}

fn is_called(art: Art, column: &Column, text: &str) -> bool {
    match column {
        Column::Known(headings) => headings.iter().any(|heading| {
            let word = heading.field.title();
            let is_label = || text.ends_with(word) && normalized(&heading.label(art)) == text;
            text == word || is_label() || normalized(&heading.text) == text || heading.path() == text
        }),
        Column::Remark(heading) => {
            normalized(heading) == text || heading.strip_prefix('#').is_some_and(|word| normalized(word) == text)
        }
        Column::Nameless => false,
    }
}

/// What a text is that names no Träger, with the word that tells.
#[derive(Debug, PartialEq, Eq)]
enum NotListed {
    Total(&'static str),
    Footer(&'static str),
}

impl NotListed {
    fn finding(&self) -> RowFinding {
        const REMEDY: &str = "Streichen Sie die Zeile. Ist es ein Träger, schreiben Sie seine Rechtsform hinter den Namen \
                              (e. V., gGmbH), oder tragen Sie seine Anschrift oder Vertretung ein.";
        let (code, word, kind) = match self {
            Self::Total(word) => (TOTALS_ROW, word, "die Zeile mit der Summe"),
            Self::Footer(word) => (FOOTER_ROW, word, "eine Fußzeile der Liste"),
        };
        let mut letters = word.chars();
        let word: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
        let message = format!("„{word}“: Das sieht wie {kind} aus, nicht wie eine Vereinbarung.");
        RowFinding::error(code, message, REMEDY)
    }
}

fn in_its_column(found: RowFinding, columns: &[Column], index: usize) -> RowFinding {
    let heading = match columns.get(index) {
        Some(Column::Known(headings)) => headings.first().map(|heading| heading.text.clone()),
        Some(Column::Remark(heading)) => Some(heading.clone()),
        Some(Column::Nameless) | None => None,
    };
    let found = match heading {
        Some(heading) => found.in_column(heading),
        None => found,
    };
    found.at(Some(index))
}

fn nobody() -> RowFinding {
    RowFinding::error(
        "no_name",
        "Das ist kein Name eines Trägers, sondern ein Platzhalter oder eine Zahl.",
        "Schreiben Sie den Namen aus, oder streichen Sie die Zeile.",
    )
}

/// A row says nothing in the column for the Träger, and nothing else names one.
pub(super) fn without_traeger() -> RowFinding {
    RowFinding::warning(
        ROW_WITHOUT_TRAEGER,
        "Hier fehlt der Name des Trägers, und auch die gemeinsamen Angaben nennen keinen.",
        "Tragen Sie ihn ein, oder streichen Sie die Zeile. Soll das Formular keinen Träger nennen, entfernen Sie die \
         Spalte.",
    )
}

/// A row has the Träger that all share, while another has one of its own.
pub(super) fn traeger_of_base() -> RowFinding {
    RowFinding::warning(
        "traeger_of_base",
        "Hier fehlt der Name des Trägers, den andere Zeilen nennen; es gilt der aus den gemeinsamen Angaben.",
        "Tragen Sie ihn ein, wenn er gemeint ist; gehört die Zeile nicht zur Liste, streichen Sie sie.",
    )
}

/// What a list counts.
const COUNTED: [&str; 8] =
    ["träger", "vereinbarungen", "formulare", "einrichtungen", "zeilen", "einträge", "datensätze", "stück"];

/// Words for a total.
const TOTALS: [&str; 19] = [
    "summe",
    "summen",
    "gesamtsumme",
    "zwischensumme",
    "teilsumme",
    "endsumme",
    "gesamt",
    "gesamtzahl",
    "gesamtanzahl",
    "gesamtergebnis",
    "teilergebnis",
    "zwischenergebnis",
    "insgesamt",
    "total",
    "anzahl",
    "mittelwert",
    "durchschnitt",
    "maximum",
    "minimum",
];

/// How names end that are those of a Träger, whatever they begin with.
const LEGAL_FORMS: [&str; 13] =
    ["e.v", "gmbh", "ggmbh", "ag", "gag", "kg", "ug", "gug", "eg", "gbr", "stiftung", "verein", "verband"];

fn not_listed(text: &str) -> Option<NotListed> {
    let text = text.trim().to_lowercase();
    let found = total(&text).map(NotListed::Total).or_else(|| footer(&text).map(NotListed::Footer));
    found.filter(|_| !has_legal_form(&text))
}

/// „Summe 8 e. V.“, „Quelle: Leben gGmbH (haftungsbeschränkt)“.
fn has_legal_form(text: &str) -> bool {
    let text = text.split('(').next().unwrap_or_default().replace("e. v", "e.v").replace("e v", "e.v");
    let last = text.trim_end_matches([' ', '.', ')']).rsplit(char::is_whitespace).next().unwrap_or_default();
    text.trim() != last && LEGAL_FORMS.contains(&last)
}

/// „Summe: 25 Träger“, „Summe der Träger“, „25 Träger“, „Träger gesamt“, „Σ“, „Nord Ergebnis“: what
/// people and spreadsheets write below a list. A name such as „Gesamtverein“ is none.
fn total(text: &str) -> Option<&'static str> {
    const OF: [&str; 7] = ["der", "aller", "über", "von", "an", "alle", "des"];
    if text.starts_with(['σ', 'ς', '∑']) {
        return text.chars().nth(1).is_none_or(|next| !next.is_alphabetic()).then_some("Σ");
    }
    let (word, rest) = first_word(text);
    if word.is_empty() {
        let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
        let counted = COUNTED.into_iter().find(|counted| *counted == rest.trim());
        return counted.filter(|_| rest.len() < text.len());
    }
    let next = first_word(rest).0;
    if COUNTED.contains(&word) {
        let end = rest.trim_end_matches(|c: char| !c.is_alphabetic());
        return TOTALS.into_iter().find(|total| *total == next && *total == end);
    }
    // How Excel names its Teilergebnisse.
    if text.ends_with(" ergebnis") {
        return Some("ergebnis");
    }
    let total = TOTALS.into_iter().find(|total| *total == word)?;
    let is_one = rest.is_empty()
        || rest.starts_with(|c: char| matches!(c, ':' | '=' | '(') || c.is_ascii_digit())
        || OF.contains(&next)
        || COUNTED.contains(&next);
    is_one.then_some(total)
}

/// „Stand: 1.12.2026“, „Seite 1 von 3“, „Hinweis: …“, „* ohne Gewähr“: what is printed below a list.
fn footer(text: &str) -> Option<&'static str> {
    const NOTES: [&str; 27] = [
        "stand",
        "datenstand",
        "seite",
        "blatt",
        "datum",
        "druckdatum",
        "ausdruck",
        "quelle",
        "quellen",
        "hinweis",
        "hinweise",
        "anmerkung",
        "anmerkungen",
        "bemerkung",
        "bemerkungen",
        "fußnote",
        "fußnoten",
        "legende",
        "erläuterung",
        "erläuterungen",
        "erstellt",
        "gedruckt",
        "ersteller",
        "bearbeiter",
        "bearbeitet",
        "ansprechpartner",
        "rückfragen",
    ];
    let mut characters = text.chars();
    match (characters.next(), characters.next()) {
        (Some('*'), Some(' ' | ')')) | (Some('¹' | '²' | '³'), Some(_)) => return Some("fußnote"),
        _ => {}
    }
    let (word, rest) = first_word(text);
    let is_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | '/' | '-' | ' ');
    let next = first_word(rest).0;
    let is_one = match word {
        "seite" | "blatt" => !rest.is_empty() && rest.replace("von", "").chars().all(is_number),
        "stand" | "datenstand" => {
            next == "vom" || rest.starts_with(|c: char| c == ':' || c.is_ascii_digit()) || MONTHS.contains(&next)
        }
        "erstellt" | "gedruckt" | "ausdruck" | "bearbeitet" => {
            matches!(next, "am" | "vom" | "von" | "durch" | "mit") || rest.starts_with(':')
        }
        "ende" => return matches!(rest, "" | "der liste" | "der tabelle").then_some("ende"),
        "listenende" => return rest.is_empty().then_some("ende"),
        _ => rest.starts_with(':'),
    };
    NOTES.into_iter().find(|note| *note == word).filter(|_| is_one)
}

const MONTHS: [&str; 12] = [
    "januar",
    "februar",
    "märz",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "dezember",
];

/// `-`, `...`, `25`, `n. n.`, `k. A.`, `xxx`: neither a placeholder nor a number is anybody's name.
fn names_nobody(name: &str) -> bool {
    const PLACEHOLDERS: [&str; 22] = [
        "nn",
        "ka",
        "oa",
        "na",
        "nan",
        "nat",
        "none",
        "null",
        "tbd",
        "so",
        "dito",
        "unbekannt",
        "nichtbekannt",
        "offen",
        "nochoffen",
        "folgt",
        "entfällt",
        "keine",
        "keiner",
        "keineangabe",
        "ohneangabe",
        "nachzutragen",
    ];
    let letters: String = name.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
    let is_x = letters.len() > 1 && letters.bytes().all(|letter| letter == b'x');
    !name.is_empty() && (!letters.chars().any(char::is_alphabetic) || is_x || PLACEHOLDERS.contains(&letters.as_str()))
}

/// The letters that a text begins with, and what follows them.
fn first_word(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    (word, rest.trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_below_a_list_is_told_from_names() {
        let of = |text: &str| not_listed(text);
        for total in [
            "Summe: 25 Träger",
            "Summe der Träger",
            "SUMME",
            "Summen",
            "Endsumme: 7",
            "Gesamt",
            "Gesamt (25)",
            "Gesamtergebnis",
            "Teilergebnis",
            "Nord Ergebnis",
            "Anzahl Träger",
            "25 Träger",
            "Träger gesamt",
            "Einrichtungen insgesamt:",
            "1.025 Vereinbarungen",
            "Σ",
            "Σ 25",
            "∑=25",
            "Insgesamt 25",
            "Mittelwert",
            "Durchschnitt: 3",
        ] {
            assert!(matches!(of(total), Some(NotListed::Total(_))), "{total}");
        }
        for footer in [
            "Stand: 1.12.2026",
            "Stand 01.12.2026",
            "Stand Dezember 2026",
            "Stand vom 1.12.",
            "Datenstand: heute",
            "Seite 1",
            "Seite 1 von 3",
            "Seite 1/3",
            "Blatt 2",
            "Hinweis: bitte prüfen",
            "Fußnote: vorläufig",
            "* ohne Gewähr",
            "¹ vorläufig",
            "Erstellt am 1.12.2026",
            "Erstellt von Muster",
            "Ausdruck vom 1.12.2026",
            "Ende der Liste",
        ] {
            assert!(matches!(of(footer), Some(NotListed::Footer(_))), "{footer}");
        }
        for name in [
            "Gesamtverein",
            "Summe e. V.",
            "Summe 8 e. V.",
            "Summe 8 e V",
            "Total 2000 gGmbH",
            "Stand 2 gGmbH",
            "Quelle: Leben gGmbH",
            "Anzahl 3 Stiftung (gemeinnützig)",
            "Total Sozial gGmbH",
            "25 Freunde e. V.",
            "Stand Up gGmbH",
            "Seitenwechsel e. V.",
            "Seite an Seite e. V.",
            "Σωκράτης e. V.",
            "Hinweisgeber e. V.",
            "1001 Träger der Hoffnung gGmbH",
            "Träger im Kiez",
            "Träger Total Sozial",
            "Ende gut alles gut",
            "Offen e. V.",
            "Xaver",
            "語",
        ] {
            assert!(of(name).is_none() && !names_nobody(name), "{name}");
        }
        for placeholder in
            ["-", "–", "...", "…", "?", "25", "1.12.2026", "***", "n. n.", "N.N.", "k. A.", "xxx", "XX", "NaN", "s. o."]
        {
            assert!(names_nobody(placeholder), "{placeholder}");
        }
    }
}
