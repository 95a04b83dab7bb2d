//! What is wrong with a value before an agreement is made of it: what somebody's table has
//! damaged, or never had.

use serde_json::Value;
use vereinbar::Severity;
use vereinbar::modell::Plz;
use vereinbar::schema::{Kind, Node};

use super::row_finding::RowFinding;
use crate::input::{Cell, TOO_LONG, is_error, is_exponential, shows_whole_day};
use crate::row_codes;

const WITHOUT_POINT: &str = "Schreiben Sie die Zahl ohne Punkt, Nachkommastellen hinter einem Komma (1125 oder 1,125).";

/// Why a cell that says something has no value.
pub(super) fn no_value(cell: &Cell) -> Option<RowFinding> {
    let (code, message, remedy) = match cell {
        Cell::Error => (
            row_codes::CELL_ERROR,
            "In der Zelle steht statt eines Wertes ein Fehler der Tabellenkalkulation.",
            "Berichtigen Sie die Formel, oder leeren Sie die Zelle.",
        ),
        Cell::NoResult => (
            row_codes::FORMULA_WITHOUT_RESULT,
            "Die Zelle hat eine Formel ohne Ergebnis.",
            "Öffnen und speichern Sie die Datei einmal in Excel.",
        ),
        Cell::Merged(_) => (
            row_codes::CELL_MERGED,
            "Die Zelle ist mit der darüber verbunden; der Wert gilt nur für die erste Zeile.",
            "Heben Sie die Verbindung auf, und füllen Sie jede Zeile aus.",
        ),
        _ => return None,
    };
    Some(RowFinding::error(code, message, remedy))
}

/// Below a merged cell lies something that is not read.
pub(super) fn cell_covered() -> RowFinding {
    RowFinding::warning(
        row_codes::CELL_COVERED,
        "Die Zelle liegt unter einer verbundenen; was in ihr steht, ist nicht zu sehen und wird nicht gelesen.",
        "Heben Sie die Verbindung auf, und prüfen Sie, was gemeint ist.",
    )
}

/// What is wrong with a value that a row says.
pub(super) fn value_problem(field: Node, value: &Value) -> Option<RowFinding> {
    match value.as_str() {
        Some(text) if is_error(text) => no_value(&Cell::Error),
        // As a spreadsheet writes it into CSV.
        Some(text) if is_exponential(text) => Some(number_too_long()),
        Some(text) if refers_above(field, text) => Some(RowFinding::warning(
            row_codes::REFERS_ABOVE,
            "Hier steht nur ein Verweis auf die Zeile darüber; gedruckt wird er so, wie er dasteht.",
            "Schreiben Sie aus, was gemeint ist.",
        )),
        Some(text) if has_swallowed_a_row(field, text) => Some(RowFinding::warning(
            row_codes::ROW_SWALLOWED,
            "Der Text geht über mehrere Zeilen, und Trennzeichen stehen darin: Vielleicht gehört ein Teil davon in andere \
             Spalten oder Zeilen.",
            "Prüfen Sie die Anführungszeichen der Zelle; der Text eines Feldes steht in einer Zeile.",
        )),
        Some(text) if field.kind() == Kind::Datum && is_year(text) => Some(year_only()),
        _ => plz_problem(field, value),
    }
}

/// A year, where a day is asked for. It has the code of what `parse` says of it, which is not
/// said again.
fn year_only() -> RowFinding {
    RowFinding::error(
        row_codes::INVALID_FORMAT,
        "Hier steht nur ein Jahr; gebraucht wird ein Tag.",
        "Schreiben Sie den Tag als TT.MM.JJJJ, zum Beispiel 31.12.2027.",
    )
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.parse::<u16>().is_ok_and(|year| (1900..2200).contains(&year))
}

/// What a cell that is read may not have meant, or cannot say.
pub(super) fn doubt(field: Node, cell: &Cell) -> Option<RowFinding> {
    let is_of_number = || matches!(field.kind(), Kind::Integer | Kind::Betrag | Kind::Zahl);
    match (field.kind(), cell) {
        (_, Cell::Unclear(_)) => Some(format_unclear(is_of_number())),
        (_, Cell::Number(number) | Cell::Shown(number, _)) if number.abs() >= TOO_LONG && !is_of_number() => {
            Some(number_too_long())
        }
        (_, Cell::Shown(number, text)) if is_of_number() && !shows(text, *number) => Some(shown_otherwise()),
        (_, Cell::Percent(share, text)) if is_of_number() && !shows(text, share * 100.0) => Some(shown_otherwise()),
        (Kind::Plz, Cell::Number(_)) if cell.text().len() == 4 => {
            let mut found = RowFinding::warning(
                row_codes::PLZ_NUMBER,
                "Die Postleitzahl ist als Zahl mit vier Ziffern gespeichert; sie wird mit einer Null davor gedruckt.",
                "Ist eine ausländische gemeint, schreiben Sie sie mit ihrem Land (A-1010).",
            );
            found.finding.severity = Severity::Hint;
            Some(found)
        }
        (Kind::Text | Kind::Plz | Kind::Zeitangabe, Cell::Bool(_)) => Some(RowFinding::warning(
            row_codes::TRUTH_VALUE,
            "In der Zelle steht ein Wahrheitswert; gedruckt wird WAHR oder FALSCH.",
            "Ist ein Text gemeint, formatieren Sie die Zelle als Text, und schreiben Sie ihn noch einmal.",
        )),
        (Kind::Datum, Cell::Period(day, shown)) if !shows_whole_day(*day, shown) => Some(RowFinding::warning(
            row_codes::DAY_NOT_SHOWN,
            "Die Zelle zeigt von einem Tag nur einen Teil, etwa Monat oder Jahr; gedruckt wird der Tag.",
            "Formatieren Sie die Zelle als Datum mit Tag, und prüfen Sie ihn.",
        )),
        (Kind::Zahl, Cell::Number(number)) if field.is_percent() && *number > 0.0 && *number < 1.0 => {
            Some(RowFinding::warning(
                row_codes::PERCENT_BELOW_ONE,
                "Hier werden Prozent gebraucht; das ist weniger als eines und vielleicht ein Anteil.",
                "Schreiben Sie für 0,95 also 95, oder formatieren Sie die Zelle als Prozent.",
            ))
        }
        (_, Cell::Text(text)) if field.has_unclear_point(text) => {
            let message = "Vor drei Ziffern steht ein Punkt: Gemeint sein können Tausender oder Nachkommastellen.";
            Some(RowFinding::error(row_codes::NUMBER_UNCLEAR, message, WITHOUT_POINT))
        }
        _ => None,
    }
}

/// Nobody knows what the cell shows: a fraction, an exponent, days of another language.
fn format_unclear(is_of_number: bool) -> RowFinding {
    if is_of_number {
        return RowFinding::warning(
            row_codes::FORMAT_UNCLEAR,
            "Die Zelle zeigt die Zahl in einem Format, das nicht gelesen werden kann; gedruckt wird die Zahl selbst.",
            "Formatieren Sie die Zelle als Zahl, und prüfen Sie sie.",
        );
    }
    RowFinding::error(
        row_codes::FORMAT_UNCLEAR,
        "Die Zelle zeigt anderes, als gedruckt würde: Ihr Zahlenformat kann nicht gelesen werden.",
        "Formatieren Sie die Zelle als Text, und schreiben Sie noch einmal, was gedruckt werden soll.",
    )
}

fn shown_otherwise() -> RowFinding {
    RowFinding::warning(
        row_codes::SHOWN_OTHERWISE,
        "Die Zelle zeigt anderes, als gedruckt wird: Sie rundet die Zahl oder zeigt sie in einem Zahlenformat nicht.",
        "Formatieren Sie die Zelle so, dass sie alle Nachkommastellen zeigt, und prüfen Sie die Zahl.",
    )
}

fn number_too_long() -> RowFinding {
    RowFinding::error(
        row_codes::NUMBER_TOO_LONG,
        "Die Zahl hat mehr als 15 Ziffern; Tabellenkalkulationen verlieren die letzten.",
        "Formatieren Sie die Zelle als Text, und schreiben Sie alle Ziffern noch einmal.",
    )
}

/// Whether one of the numbers that are shown is this one, with all its decimal places.
fn shows(text: &str, number: f64) -> bool {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let runs = text.split(|c| !is_part(c)).map(|run| run.trim_matches(['.', ',']));
    let same = |run: String| run.parse::<f64>().is_ok_and(|shown| (shown - number.abs()).abs() <= number.abs() * 1e-9);
    let mut runs = runs.filter(|run| !run.is_empty()).peekable();
    // Nothing but a dash is a zero in a column of amounts.
    let is_dash = runs.peek().is_none() && number == 0.0 && text.contains(['-', '–']);
    is_dash || runs.any(|run| same(run.replace('.', "").replace(',', ".")) || same(run.replace(',', "")))
}

/// A number that may be another one; of JSON it is read as the data themselves are written.
pub(super) fn unclear_point() -> RowFinding {
    RowFinding::warning(
        row_codes::NUMBER_UNCLEAR,
        "Vor drei Ziffern steht ein Punkt; gelesen werden Nachkommastellen, wie in den Daten, und keine Tausender.",
        WITHOUT_POINT,
    )
}

/// A share in percent where the field does not ask for percent, and nothing beside it says
/// that it is.
pub(super) fn percent_of_nothing() -> RowFinding {
    RowFinding::warning(
        row_codes::PERCENT_CELL,
        "Die Zelle ist als Prozent formatiert, das Feld nicht: Gedruckt wird der Anteil, aus 80 % also 0,8.",
        "Sind Prozent gemeint, schreiben Sie als Einheit „%“; sonst formatieren Sie die Zelle als Zahl.",
    )
}

/// Whether a unit is percent.
pub(super) fn is_percent(unit: &str) -> bool {
    matches!(unit.to_lowercase().replace([' ', '.'], "").as_str(), "%" | "prozent" | "vh" | "prozentpunkte")
}

/// A postcode that somebody's table has damaged.
pub(super) fn plz_problem(field: Node, value: &Value) -> Option<RowFinding> {
    let plz = value.as_str().filter(|_| field.kind() == Kind::Plz)?;
    if Plz::from(plz).has_lost_a_zero() {
        Some(RowFinding::error(
            row_codes::PLZ_FOUR_DIGITS,
            "Die Postleitzahl hat vier Ziffern: Tabellenkalkulationen lassen die Null am Anfang weg.",
            "Schreiben Sie sie mit fünf Ziffern (01067), eine ausländische mit ihrem Land (A-1010).",
        ))
    } else if is_fraction(plz) {
        Some(RowFinding::error(
            row_codes::PLZ_NOT_WHOLE,
            "Die Postleitzahl ist eine Zahl mit Nachkommastellen.",
            "Schreiben Sie sie mit fünf Ziffern, zum Beispiel 01067.",
        ))
    } else {
        None
    }
}

/// `1067,5`: what was calculated, or belongs into another column.
fn is_fraction(plz: &str) -> bool {
    let mut parts = plz.trim().split(['.', ',']);
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    matches!((parts.next(), parts.next(), parts.next()), (Some(one), Some(other), None) if is_number(one) && is_number(other))
}

/// `dto.`, `s. o.`, a ditto mark: what is meant stands in the row above.
fn refers_above(field: Node, text: &str) -> bool {
    /// No such word is longer.
    const MAX_BYTES: usize = 12;
    const WORDS: [&str; 7] = ["dto", "dito", "so", "wo", "ebd", "ebenda", "wieoben"];
    if text.len() > MAX_BYTES || !matches!(field.kind(), Kind::Text | Kind::Plz) || field.has_lines() {
        return false;
    }
    let letters: String = text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
    let is_abbreviated = || text.contains(['.', ' ']) || letters.len() > 2;
    let is_mark = || matches!(text, "\"" | "''" | "„" | "“" | "”" | "〃" | "-\"-" | "--\"--" | "- \" -");
    is_mark() || (WORDS.contains(&letters.as_str()) && is_abbreviated())
}

/// `Haus 1;A;01067` and below it `Haus 2`, in a field of one line: a quotation mark has
/// taken the end of a row and the beginning of the next. A comma may stand in a name.
fn has_swallowed_a_row(field: Node, text: &str) -> bool {
    let is_line = field.kind() == Kind::Text && !field.has_lines();
    let commas = || text.lines().any(|line| line.matches(',').count() > 1);
    is_line && text.contains('\n') && (text.contains([';', '\t']) || commas())
}

#[cfg(test)]
mod tests {
    use vereinbar::Art;

    use super::*;
    use crate::rows::heading::resolve;

    #[test]
    fn a_number_is_seen_in_what_is_shown() {
        for (text, number, is_seen) in [
            ("9 Plätze", 9.0, true),
            ("1.234,50 €", 1234.5, true),
            ("1,234.50", 1234.5, true),
            ("1,8 : 1", 1.8, true),
            ("-5,00", -5.0, true),
            ("- €", 0.0, true),
            ("177", 177.39, false),
            ("342", 342_000.0, false),
            ("ja", 1.0, false),
            ("nein", 0.0, false),
            ("81 %", 80.5, false),
        ] {
            assert_eq!(shows(text, number), is_seen, "{text}");
        }
    }

    #[test]
    fn a_postcode_with_decimal_places_is_no_postcode() {
        for (plz, is_one) in
            [("1067,5", true), ("1067.5", true), ("D-01069", false), ("01067", false), ("SW1A 1AA", false)]
        {
            assert_eq!(is_fraction(plz), is_one, "{plz}");
        }
    }

    #[test]
    fn a_word_for_the_row_above_is_doubted() {
        let field = |heading| resolve(Art::Qualitaetsentwicklungsvereinbarung, heading).unwrap().field;
        for (heading, text, is_one) in [
            ("traeger.anschrift.ort", "dto.", true),
            ("traeger.anschrift.ort", "s. o.", true),
            ("traeger.anschrift.plz", "\"", true),
            ("aktenzeichen", "wie oben", true),
            ("aktenzeichen", "SO", false),
            ("traeger.anschrift.ort", "Oben", false),
            ("ziele.1.ziel", "s. o.", false),
        ] {
            assert_eq!(refers_above(field(heading), text), is_one, "{text}");
        }
    }

    #[test]
    fn a_name_of_several_lines_with_separators_is_doubted() {
        let field = |heading| resolve(Art::Qualitaetsentwicklungsvereinbarung, heading).unwrap().field;
        let name = field("traeger.name");
        for (text, is_one) in [
            ("Haus 1;A;01067;Dresden\nHaus 2", true),
            ("Haus 1\tA\nHaus 2", true),
            ("Haus 1,A,01067\nHaus 2", true),
            ("Verein für Bildung, Kultur\nund Sport e. V.", false),
            ("Haus 1; früher Haus 2", false),
        ] {
            assert_eq!(has_swallowed_a_row(name, text), is_one, "{text:?}");
        }
        assert!(!has_swallowed_a_row(field("ziele.1.ziel"), "Eins; zwei.\nDrei."));
    }
}
