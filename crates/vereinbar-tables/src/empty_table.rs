//! An empty table to fill in: every heading, with the form's help and lists to
//! choose from.

use std::collections::BTreeMap;

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, FormatAlign, Formula, Note,
    Workbook, Worksheet, XlsxError,
};
use vereinbar::Art;
use vereinbar::schema::{Kind, Node};

use crate::letters::letters;
use crate::rows::headings;

/// As far down cells are prepared.
const ROWS: u32 = 5000;
/// The sheet with the codes, which nobody needs to see.
const CHOICES: &str = "Auswahl";

/// An XLSX file with one column for each field of the form: the first row has the
/// headings, each with the form's help as a comment; dates are dates, digits stay
/// text, and codes have a list to choose from. Lists of parts, such as goals, have
/// `entries` places; more may be added as columns.
///
/// The same arguments give the same bytes.
///
/// # Panics
/// Never: what is written stays within the limits of Excel.
#[must_use]
pub fn table(art: Art, entries: usize) -> Vec<u8> {
    // Only names and sizes beyond Excel's limits fail, and a test writes the table.
    write(art, entries).unwrap_or_default()
}

fn write(art: Art, entries: usize) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // No clock.
    let created = ExcelDateTime::from_ymd(2026, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_title(art.bezeichnung()).set_creation_datetime(&created));
    let heading = Format::new().set_bold().set_background_color("DDE6EC").set_align(FormatAlign::Top);
    let texts = Format::new().set_num_format("@").set_text_wrap().set_align(FormatAlign::Top);
    let dates = Format::new().set_num_format("dd.mm.yyyy").set_align(FormatAlign::Top);
    let numbers = Format::new().set_align(FormatAlign::Top);

    let mut choices = Choices::default();
    let mut sheet = Worksheet::new();
    sheet.set_name("Liste")?;
    let fields = headings(art, entries);
    // Which form it is, the option or the base says; the format's version is the newest.
    let fields = fields.into_iter().filter(|(path, ..)| !matches!(path.as_str(), "art" | "fassung"));
    for (column, (path, field, words)) in (0_u16..).zip(fields) {
        let format = match field.kind() {
            Kind::Datum => &dates,
            Kind::Integer | Kind::Betrag | Kind::Zahl => &numbers,
            _ => &texts,
        };
        sheet.set_column_format(column, format)?;
        sheet.set_column_width(column, width(&path, field))?;
        sheet.write_string_with_format(0, column, &path, &heading)?;
        sheet.insert_note(
            0,
            column,
            &Note::new(help(field, &words)).add_author_prefix(false).set_width(360).set_height(180),
        )?;
        if let Some(list) = choices.list(field) {
            let validation = DataValidation::new()
                .allow_list_formula(Formula::new(list))
                // Other words are taken, too, and checked by `batch`.
                .set_error_style(DataValidationErrorStyle::Warning)
                .set_error_title("Nicht in der Liste")?
                .set_error_message("Wählen Sie einen Eintrag aus der Liste.")?;
            sheet.add_data_validation(1, column, ROWS, column, &validation)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    workbook.push_worksheet(sheet);
    workbook.push_worksheet(choices.sheet()?);
    workbook.save_to_buffer()
}

/// The codes, a column for each list.
#[derive(Default)]
struct Choices {
    columns: Vec<Vec<&'static str>>,
    known: BTreeMap<Vec<&'static str>, usize>,
}

impl Choices {
    /// Where the codes of a field stand: a formula. `None` for a field that has none.
    fn list(&mut self, field: Node) -> Option<String> {
        let codes: Vec<&'static str> = match field.kind() {
            Kind::Code => field.codes().collect(),
            Kind::Boolean => vec!["ja", "nein"],
            _ => return None,
        };
        let length = codes.len().max(1);
        let column = *self.known.entry(codes.clone()).or_insert_with(|| {
            self.columns.push(codes);
            self.columns.len() - 1
        });
        let letter = letters(column);
        Some(format!("={CHOICES}!${letter}$1:${letter}${length}"))
    }

    fn sheet(self) -> Result<Worksheet, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(CHOICES)?;
        for (column, codes) in (0_u16..).zip(self.columns) {
            for (row, code) in (0_u32..).zip(codes) {
                sheet.write_string(row, column, code)?;
            }
        }
        sheet.set_hidden(true);
        Ok(sheet)
    }
}

fn help(field: Node, words: &str) -> String {
    let how = match field.kind() {
        Kind::List => "Ein Eintrag je Zeile; neue Zeile in der Zelle mit Alt+Eingabe.",
        Kind::Datum => "Ein Datum, zum Beispiel 31.12.2027.",
        Kind::Zeitangabe => "Ein Datum, zum Beispiel 31.12.2027, oder Worte wie 3. Quartal 2027.",
        Kind::Code | Kind::Boolean => "Wählen Sie aus der Liste.",
        Kind::Integer => "Eine ganze Zahl.",
        Kind::Betrag | Kind::Zahl => "Eine Zahl.",
        _ => "",
    };
    [words, field.help(), how].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n")
}

fn width(path: &str, field: Node) -> f64 {
    let wanted = match field.kind() {
        Kind::List => 40,
        Kind::Text | Kind::Zeitangabe => 24,
        _ => 14,
    };
    #[expect(clippy::cast_precision_loss, reason = "a heading is short")]
    let heading = path.len() as f64 + 2.0;
    heading.max(f64::from(wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn has_every_heading_and_the_same_bytes_each_time() {
        let art = Art::Qualitaetsentwicklungsvereinbarung;
        let bytes = write(art, 2).unwrap();
        assert!(bytes.starts_with(b"PK"));
        assert_eq!(bytes, table(art, 2));
        assert_ne!(bytes, table(art, 3));
    }
}
