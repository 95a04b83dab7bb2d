//! Rows that are no agreement: what people write below a list, and what names nobody.

use vereinbar::pointer::PointerBuf;

use super::column::Column;
use super::row_finding::RowFinding;
use crate::input::Cell;

/// Where the name of the Träger belongs in every kind of agreement.
pub(super) const TRAEGER_NAME: &str = "/traeger/name";

/// The code of what is found in a row that leaves the column for the name of the Träger empty
/// while nothing else names one: a warning, since its file may have a name of its own.
pub const ROW_WITHOUT_TRAEGER: &str = "row_without_traeger";

const STRIKE: &str = "Streichen Sie die Zeile.";

/// The column for the name of the Träger: its place, and its heading.
pub(super) fn name_column(columns: &[Column]) -> Option<(usize, &str)> {
    columns.iter().enumerate().find_map(|(index, column)| {
        let Column::Known(headings) = column else { return None };
        let is_name = |place: &PointerBuf| place.to_string() == TRAEGER_NAME;
        headings.iter().find(|heading| is_name(&heading.place)).map(|heading| (index, heading.text.as_str()))
    })
}

/// What a row is that stands below a list, if it is none of it.
pub(super) fn below_a_list(columns: &[Column], cells: &[Cell]) -> Option<RowFinding> {
    let at = cells.iter().position(|cell| !cell.is_empty())?;
    let first = cells.get(at)?.text();
    // A row that names a Träger is one of the list, whatever its first column says.
    let is_named =
        name_column(columns).and_then(|(name, _)| cells.get(name).filter(|_| name != at)).is_some_and(|cell| {
            let name = cell.text();
            !name.trim().is_empty() && !names_nobody(&name) && !is_total(&name) && !is_footer(&name)
        });
    if is_named {
        return None;
    }
    if is_total(&first) {
        const MESSAGE: &str = "Das sieht wie die Zeile mit der Summe aus, nicht wie eine Vereinbarung.";
        return Some(RowFinding::error("totals_row", MESSAGE, STRIKE));
    }
    if is_footer(&first) {
        const MESSAGE: &str = "Das sieht wie eine Fußzeile der Liste aus, nicht wie eine Vereinbarung.";
        return Some(RowFinding::error("footer_row", MESSAGE, STRIKE));
    }
    let (index, heading) = name_column(columns)?;
    let name = cells.get(index).filter(|cell| !cell.is_empty())?.text();
    names_nobody(&name).then(|| {
        RowFinding::error(
            "no_name",
            "Das ist kein Name eines Trägers: Es steht kein Buchstabe darin.",
            "Schreiben Sie den Namen aus, oder streichen Sie die Zeile.",
        )
        .in_column(heading)
        .at(Some(index))
    })
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

/// „Summe: 25 Träger“, „Summe der Träger“, „25 Träger“, „Gesamt“, „Σ“: what people write below
/// a list. A name such as „Gesamtverein“ or „Summe e. V.“ is none.
fn is_total(text: &str) -> bool {
    const WORDS: [&str; 8] =
        ["summe", "gesamtsumme", "zwischensumme", "gesamt", "gesamtzahl", "insgesamt", "total", "anzahl"];
    const OF: [&str; 6] = ["der", "aller", "über", "von", "an", "alle"];
    let text = text.trim().to_lowercase();
    if text.starts_with(['σ', 'ς', '∑']) {
        return text.chars().nth(1).is_none_or(|next| !next.is_alphabetic());
    }
    let (word, rest) = first_word(&text);
    if word.is_empty() {
        let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
        return rest.len() < text.len() && COUNTED.contains(&rest.trim());
    }
    let next = rest.split_whitespace().next().unwrap_or_default();
    WORDS.contains(&word)
        && (rest.is_empty()
            || rest.starts_with(|c: char| matches!(c, ':' | '=' | '(') || c.is_ascii_digit())
            || OF.contains(&next)
            || COUNTED.contains(&next))
}

/// „Stand: 1.12.2026“, „Seite 1 von 3“, „Hinweis: …“: what is printed below a list.
fn is_footer(text: &str) -> bool {
    const NOTES: [&str; 12] = [
        "stand",
        "seite",
        "blatt",
        "datum",
        "druckdatum",
        "quelle",
        "hinweis",
        "hinweise",
        "anmerkung",
        "anmerkungen",
        "bemerkung",
        "legende",
    ];
    let text = text.trim().to_lowercase();
    let (word, rest) = first_word(&text);
    let is_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | '/' | '-' | ' ');
    match word {
        "seite" | "blatt" => !rest.is_empty() && rest.replace("von", "").chars().all(is_number),
        "stand" => {
            let month = rest.split_whitespace().next().unwrap_or_default();
            rest.starts_with([':', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9']) || MONTHS.contains(&month)
        }
        "erstellt" | "gedruckt" => rest.starts_with("am ") || rest.starts_with(':'),
        word => NOTES.contains(&word) && rest.starts_with(':'),
    }
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

/// `-`, `...`, `25`: neither a placeholder nor a number is anybody's name.
fn names_nobody(name: &str) -> bool {
    !name.is_empty() && !name.chars().any(char::is_alphabetic)
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
        for total in [
            "Summe: 25 Träger",
            "Summe der Träger",
            "SUMME",
            "Gesamt",
            "Gesamt (25)",
            "Anzahl Träger",
            "25 Träger",
            "1.025 Vereinbarungen",
            "Σ",
            "Σ 25",
            "∑=25",
            "Insgesamt 25",
        ] {
            assert!(is_total(total), "{total}");
        }
        for footer in [
            "Stand: 1.12.2026",
            "Stand 01.12.2026",
            "Stand Dezember 2026",
            "Seite 1",
            "Seite 1 von 3",
            "Seite 1/3",
            "Blatt 2",
            "Hinweis: bitte prüfen",
            "Erstellt am 1.12.2026",
        ] {
            assert!(is_footer(footer) && !is_total(footer), "{footer}");
        }
        for name in [
            "Gesamtverein",
            "Summe e. V.",
            "Total Sozial gGmbH",
            "25 Freunde e. V.",
            "Stand Up gGmbH",
            "Seitenwechsel e. V.",
            "Seite an Seite e. V.",
            "Σωκράτης e. V.",
            "Hinweisgeber e. V.",
            "1001 Träger der Hoffnung gGmbH",
            "語",
        ] {
            assert!(!is_total(name) && !is_footer(name) && !names_nobody(name), "{name}");
        }
        for placeholder in ["-", "–", "...", "…", "?", "25", "1.12.2026", "***"] {
            assert!(names_nobody(placeholder), "{placeholder}");
        }
    }
}
