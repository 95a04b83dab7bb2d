//! What is wrong with a value before an agreement is made of it: what somebody's table has
//! damaged, or never had.

use serde_json::Value;
use vereinbar::Severity;
use vereinbar::modell::Plz;
use vereinbar::schema::{Kind, Node};

use super::row_finding::RowFinding;
use crate::input::{Cell, is_error};

const NUMBER_UNCLEAR: &str = "number_unclear";
const WITHOUT_POINT: &str = "Schreiben Sie die Zahl ohne Punkt, Nachkommastellen hinter einem Komma (1125 oder 1,125).";

/// Why a cell that says something has no value.
pub(super) fn no_value(cell: &Cell) -> Option<RowFinding> {
    let (code, message, remedy) = match cell {
        Cell::Error => (
            "cell_error",
            "In der Zelle steht statt eines Wertes ein Fehler der Tabellenkalkulation.",
            "Berichtigen Sie die Formel, oder leeren Sie die Zelle.",
        ),
        Cell::NoResult => (
            "formula_without_result",
            "Die Zelle hat eine Formel ohne Ergebnis.",
            "Öffnen und speichern Sie die Datei einmal in Excel.",
        ),
        Cell::Merged => (
            "cell_merged",
            "Die Zelle ist mit der darüber verbunden; der Wert gilt nur für die erste Zeile.",
            "Heben Sie die Verbindung auf, und füllen Sie jede Zeile aus.",
        ),
        _ => return None,
    };
    Some(RowFinding::error(code, message, remedy))
}

/// What is wrong with a value that a row says.
pub(super) fn value_problem(field: Node, value: &Value) -> Option<RowFinding> {
    match value.as_str() {
        Some(text) if is_error(text) => no_value(&Cell::Error),
        Some(text) if has_swallowed_a_row(field, text) => Some(RowFinding::warning(
            "row_swallowed",
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
        "invalid_format",
        "Hier steht nur ein Jahr; gebraucht wird ein Tag.",
        "Schreiben Sie den Tag als TT.MM.JJJJ, zum Beispiel 31.12.2027.",
    )
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.parse::<u16>().is_ok_and(|year| (1900..2200).contains(&year))
}

/// What a cell that is read may not have meant.
pub(super) fn doubt(field: Node, cell: &Cell) -> Option<RowFinding> {
    match (field.kind(), cell) {
        (Kind::Plz, Cell::Number(_)) if cell.text().len() == 4 => {
            let mut found = RowFinding::warning(
                "plz_number",
                "Die Postleitzahl ist als Zahl mit vier Ziffern gespeichert; sie wird mit einer Null davor gedruckt.",
                "Ist eine ausländische gemeint, schreiben Sie sie mit ihrem Land (A-1010).",
            );
            found.finding.severity = Severity::Hint;
            Some(found)
        }
        (Kind::Text | Kind::Plz | Kind::Zeitangabe, Cell::Bool(_)) => Some(RowFinding::warning(
            "truth_value",
            "In der Zelle steht ein Wahrheitswert; gedruckt wird WAHR oder FALSCH.",
            "Ist ein Text gemeint, formatieren Sie die Zelle als Text, und schreiben Sie ihn noch einmal.",
        )),
        (Kind::Datum, Cell::Period(..)) => Some(RowFinding::warning(
            "day_not_shown",
            "Die Zelle zeigt von einem Tag nur Monat oder Jahr; gedruckt wird der Tag.",
            "Formatieren Sie die Zelle als Datum mit Tag, und prüfen Sie ihn.",
        )),
        (Kind::Zahl, Cell::Number(number)) if field.is_percent() && *number > 0.0 && *number < 1.0 => {
            Some(RowFinding::warning(
                "percent_below_one",
                "Hier werden Prozent gebraucht; das ist weniger als eines und vielleicht ein Anteil.",
                "Schreiben Sie für 0,95 also 95, oder formatieren Sie die Zelle als Prozent.",
            ))
        }
        (_, Cell::Text(text)) if field.has_unclear_point(text) => {
            let message = "Vor drei Ziffern steht ein Punkt: Gemeint sein können Tausender oder Nachkommastellen.";
            Some(RowFinding::error(NUMBER_UNCLEAR, message, WITHOUT_POINT))
        }
        _ => None,
    }
}

/// A number that may be another one; of JSON it is read as the data themselves are written.
pub(super) fn unclear_point() -> RowFinding {
    RowFinding::warning(
        NUMBER_UNCLEAR,
        "Vor drei Ziffern steht ein Punkt; gelesen werden Nachkommastellen, wie in den Daten, und keine Tausender.",
        WITHOUT_POINT,
    )
}

/// A share in percent where the field does not ask for percent, and nothing beside it says
/// that it is.
pub(super) fn percent_of_nothing() -> RowFinding {
    RowFinding::warning(
        "percent_cell",
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
            "plz_four_digits",
            "Die Postleitzahl hat vier Ziffern: Tabellenkalkulationen lassen die Null am Anfang weg.",
            "Schreiben Sie sie mit fünf Ziffern (01067), eine ausländische mit ihrem Land (A-1010).",
        ))
    } else if is_fraction(plz) {
        Some(RowFinding::error(
            "plz_not_whole",
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
    fn a_postcode_with_decimal_places_is_no_postcode() {
        for (plz, is_one) in
            [("1067,5", true), ("1067.5", true), ("D-01069", false), ("01067", false), ("SW1A 1AA", false)]
        {
            assert_eq!(is_fraction(plz), is_one, "{plz}");
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
