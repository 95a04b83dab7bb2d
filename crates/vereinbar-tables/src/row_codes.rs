//! The codes of what is found in tables and of documents that a run does not make, in one table: what a finding is made
//! from, and what `docs/row-findings.md` lists.

use std::fmt::Write as _;

/// A code of findings about rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct RowCode {
    /// Stable English slug; the `code` of its findings.
    pub code: &'static str,
    /// What its findings say, where they do not say it more exactly.
    pub message: &'static str,
}

/// Declares the codes, and `CODES`, the list of them all, so that none can be left out of the published table.
macro_rules! row_codes {
    ($($name:ident: $code:literal, $message:literal;)+) => {
        $(#[doc = $message] pub const $name: RowCode = RowCode { code: $code, message: $message };)+

        /// All of them.
        pub const CODES: &[RowCode] = &[$($name),+];
    };
}

row_codes! {
    UNKNOWN_HEADING: "unknown_heading", "Die Überschrift nennt kein Feld.";
    INCOMPLETE_HEADING: "incomplete_heading", "Die Überschrift nennt einen Teil, der selbst Felder oder Nummern hat.";
    DUPLICATE_HEADING: "duplicate_heading", "Dasselbe Feld ist zweimal genannt.";
    FURTHER_HEADINGS: "further_headings", "Weitere Überschriften sind noch nicht geprüft.";
    UNCONFIRMED_COLUMN: "unconfirmed_column", "Diese Zuordnung ist vorgeschlagen und nicht bestätigt.";
    COLUMN_AND_REMARK: "column_and_remark", "Eine Spalte ist Bemerkung oder füllt Felder, nicht beides.";
    FIXED_FIELD: "fixed_field", "Die Art einer Vereinbarung ändert sich nicht.";
    GAP_IN_LIST: "gap_in_list", "Zwischen den Einträgen einer Liste bliebe eine Lücke.";
    MISSING_ART: "missing_art", "Es fehlt, um welche Art von Vereinbarung es geht.";
    INVALID_CODE: "invalid_code", "Diese Art von Vereinbarung gibt es nicht.";
    VALUE_WITHOUT_FIELD: "value_without_field", "Bei den gemeinsamen Angaben steht ein Wert, aber kein Feld.";
    CELL_WITHOUT_HEADING: "cell_without_heading", "In der Zelle steht etwas, aber die Spalte hat keine Überschrift.";
    FIELD_TWICE: "field_twice", "Ein Feld steht in der Zeile zweimal, einmal mit Punkten und einmal verschachtelt.";
    UNREADABLE_ROW: "unreadable_row", "Die Zeile kann nicht gelesen werden.";
    ONLY_REMARKS: "only_remarks", "In der Zeile stehen nur Bemerkungen.";
    HEADING_ROW: "heading_row", "In der Zeile stehen die Überschriften noch einmal.";
    TOTALS_ROW: "totals_row", "Die Zeile sieht wie die mit der Summe aus.";
    FOOTER_ROW: "footer_row", "Die Zeile sieht wie eine Fußzeile der Liste aus.";
    GROUP_ROW: "group_row", "Die Zeile sieht wie eine Zwischenüberschrift aus.";
    NO_NAME: "no_name", "Statt des Namens eines Trägers steht ein Platzhalter oder eine Zahl.";
    ROW_WITHOUT_TRAEGER: "row_without_traeger",
        "Es fehlt der Name des Trägers, und auch die gemeinsamen Angaben nennen keinen.";
    TRAEGER_OF_BASE: "traeger_of_base",
        "Es fehlt der Name des Trägers, den andere Zeilen nennen; es gilt der aus den gemeinsamen Angaben.";
    CELL_ERROR: "cell_error", "In der Zelle steht statt eines Wertes ein Fehler der Tabellenkalkulation.";
    FORMULA_WITHOUT_RESULT: "formula_without_result", "Die Zelle hat eine Formel ohne Ergebnis.";
    CELL_MERGED: "cell_merged", "Die Zelle ist mit der darüber verbunden; der Wert gilt nur für die erste Zeile.";
    CELL_COVERED: "cell_covered",
        "Die Zelle liegt unter einer verbundenen; was in ihr steht, ist nicht zu sehen und wird nicht gelesen.";
    REFERS_ABOVE: "refers_above", "In der Zelle steht nur ein Verweis auf die Zeile darüber.";
    ROW_SWALLOWED: "row_swallowed", "Der Text geht über mehrere Zeilen, und Trennzeichen stehen darin.";
    INVALID_FORMAT: "invalid_format", "Es steht nur ein Jahr da; gebraucht wird ein Tag.";
    DAY_NOT_SHOWN: "day_not_shown", "Die Zelle zeigt von einem Tag nur einen Teil, etwa Monat oder Jahr.";
    NUMBER_UNCLEAR: "number_unclear",
        "Vor drei Ziffern steht ein Punkt: Gemeint sein können Tausender oder Nachkommastellen.";
    NUMBER_TOO_LONG: "number_too_long",
        "Die Zahl hat mehr als 15 Ziffern; Tabellenkalkulationen verlieren die letzten.";
    PERCENT_BELOW_ONE: "percent_below_one",
        "Es werden Prozent gebraucht; das ist weniger als eines und vielleicht ein Anteil.";
    PERCENT_CELL: "percent_cell", "Die Zelle ist als Prozent formatiert, das Feld nicht: Gedruckt wird der Anteil.";
    SHOWN_OTHERWISE: "shown_otherwise",
        "Die Zelle zeigt anderes, als gedruckt wird: Sie rundet die Zahl oder zeigt sie in einem Zahlenformat nicht.";
    FORMAT_UNCLEAR: "format_unclear", "Das Zahlenformat der Zelle kann nicht gelesen werden.";
    TRUTH_VALUE: "truth_value", "In der Zelle steht ein Wahrheitswert; gedruckt wird WAHR oder FALSCH.";
    PLZ_NUMBER: "plz_number",
        "Die Postleitzahl ist als Zahl mit vier Ziffern gespeichert; sie wird mit einer Null davor gedruckt.";
    PLZ_FOUR_DIGITS: "plz_four_digits",
        "Die Postleitzahl hat vier Ziffern: Tabellenkalkulationen lassen die Null am Anfang weg.";
    PLZ_NOT_WHOLE: "plz_not_whole", "Die Postleitzahl ist eine Zahl mit Nachkommastellen.";
    FILE_NAME_OF_KIND: "file_name_of_kind",
        "Nichts in der Zeile benennt die Datei; sie heißt nur nach der Art der Vereinbarung.";
    SAME_FILE_NAME: "same_file_name", "Mehrere Zeilen ergeben denselben Dateinamen; nichts unterscheidet die Dateien.";
    NAME_TAKEN: "name_taken", "Unter dem Namen liegt schon eine Datei, die kein Lauf so geschrieben hat.";
    NO_FILE: "no_file", "Unter dem Namen liegt etwas, das keine Datei ist, zum Beispiel ein Ordner.";
    UNREADABLE_FILE: "unreadable_file", "Die vorhandene Datei kann nicht gelesen werden.";
    STORAGE_FULL: "storage_full", "Der Datenträger ist voll.";
    PERMISSION_DENIED: "permission_denied", "Die Datei darf nicht geschrieben werden.";
    UNWRITABLE: "unwritable", "Die Datei kann nicht geschrieben werden.";
    NOT_RENDERED: "not_rendered", "Aus der Vorlage wird kein Dokument.";
    NOT_TRIED: "not_tried",
        "Viele Dokumente nacheinander dauerten zu lange; dieses wurde nicht mehr versucht.";
    TIME_LIMIT: "time_limit", "Die Arbeit am Dokument dauerte länger, als sie darf.";
    MEMORY_LIMIT: "memory_limit", "Die Arbeit am Dokument brauchte mehr Arbeitsspeicher, als sie darf.";
    WORKER_DIED: "worker_died", "Der Prozess, der am Dokument arbeitete, ist zweimal abgestürzt.";
    WORKER_NOT_STARTED: "worker_not_started", "Für das Dokument ließ sich kein Prozess starten.";
    INTERRUPTED: "interrupted", "Die Arbeit am Dokument wurde unterbrochen.";
}

/// The table of all codes as `docs/row-findings.md` publishes it.
#[must_use]
pub fn codes_markdown() -> String {
    let mut table = String::from(INTRODUCTION);
    for RowCode { code, message } in CODES {
        // Writing to a String cannot fail.
        let _ = writeln!(table, "| `{code}` | {message} |");
    }
    table
}

const INTRODUCTION: &str = "\
# Findings of tables and runs

<!-- Generated from crates/vereinbar-tables/src/row_codes.rs; `make update` writes it anew. -->

What `batch`, `set` and `table` say of a table, its headings and cells, and of documents that were not made, besides what
[rules.md](rules.md) lists. `invalid_format`, `missing_art` and `plz_four_digits` stand there too. A finding says how much
it weighs, in which row and column it is, and what to do.

| Code | Befund |
|---|---|
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_slugs_and_unique() {
        for (index, RowCode { code, .. }) in CODES.iter().enumerate() {
            assert!(code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'), "{code}");
            assert!(CODES.iter().skip(index + 1).all(|other| other.code != *code), "{code}");
        }
    }
}
