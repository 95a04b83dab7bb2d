//! What was found in all rows of a table, each thing once with the rows it was found in.

use std::collections::HashMap;
use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

use super::row_finding::RowFinding;

/// So many rows, or runs of rows, are named in a sentence.
const SHOWN_RUNS: usize = 40;
/// So many files are, whose names are longer.
const SHOWN_FILES: usize = 5;

/// One thing that was found, with every row it was found in: the same warning in 25 rows
/// stands here once. It serialises as one flat object.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct FoundInRows {
    /// What was found, and in which column.
    #[serde(flatten)]
    pub found: RowFinding,
    /// The rows, in their order, counted as in [`Row::number`](super::Row::number).
    pub rows: Vec<usize>,
    /// The file of each row, of a folder.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
    /// The files that could not be made, where it was found when they were.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<String>,
}

impl FoundInRows {
    /// Where it was found, in German: `Zeilen 4 bis 28 und 31, Spalte H (traeger.anschrift.plz)`.
    #[must_use]
    pub fn whereabouts(&self) -> String {
        let rows = rows_in_words(&self.rows, &self.sources);
        match (self.found.column_text(), self.files.as_slice()) {
            (Some(column), _) => format!("{rows}, {column}"),
            (None, []) => rows,
            (None, files) => format!("{rows} ({})", listed(files, SHOWN_FILES)),
        }
    }
}

/// `write_line` of the finding, with all its rows: one German line.
impl fmt::Display for FoundInRows {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.found.finding.write_line(f, Some(&self.whereabouts()))
    }
}

/// Collects what is found row by row.
///
/// Memory grows with what is different, and by one number for each row in which the same
/// is found.
#[derive(Debug, Default)]
pub struct RowFindings {
    found: Vec<FoundInRows>,
    known: HashMap<RowFinding, usize>,
}

impl RowFindings {
    /// Takes a finding of a row; rows come in their order.
    pub fn add(&mut self, row: usize, source: Option<&str>, finding: &RowFinding) {
        self.add_of_file(row, source, None, finding);
    }

    /// The same, with the file that could not be made.
    pub fn add_of_file(&mut self, row: usize, source: Option<&str>, file: Option<&str>, finding: &RowFinding) {
        let index = if let Some(index) = self.known.get(finding) {
            *index
        } else {
            self.known.insert(finding.clone(), self.found.len());
            let (rows, sources, files) = Default::default();
            self.found.push(FoundInRows { found: finding.clone(), rows, sources, files });
            self.found.len() - 1
        };
        let Some(found) = self.found.get_mut(index) else { return };
        found.files.extend(file.map(str::to_owned));
        // Several forms of one row have the same to say.
        if found.rows.last() != Some(&row) {
            found.rows.push(row);
            found.sources.extend(source.map(str::to_owned));
        }
    }

    /// All of it, in the order in which it was found first.
    #[must_use]
    pub fn into_found(self) -> Vec<FoundInRows> {
        self.found
    }
}

/// Which rows, in German: `Zeilen 4 bis 28 und 31`; of a folder, its files.
#[must_use]
pub fn rows_in_words(rows: &[usize], sources: &[String]) -> String {
    if sources.is_empty() { rows_text(rows) } else { listed(sources, SHOWN_RUNS) }
}

/// `Zeile 4`, `Zeilen 4 und 7`, `Zeilen 4 bis 28, 31 und 9 weitere`.
fn rows_text(rows: &[usize]) -> String {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for row in rows.iter().copied() {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == row => *last = row,
            _ => runs.push((row, row)),
        }
    }
    let left: usize = runs.iter().skip(SHOWN_RUNS).map(|(first, last)| last - first + 1).sum();
    let mut words: Vec<String> = runs
        .into_iter()
        .take(SHOWN_RUNS)
        .flat_map(|(first, last)| match last - first {
            0 => vec![first.to_string()],
            1 => vec![first.to_string(), last.to_string()],
            _ => vec![format!("{first} bis {last}")],
        })
        .collect();
    if left > 0 {
        words.push(format!("{left} weitere"));
    }
    let word = if rows.len() == 1 { "Zeile" } else { "Zeilen" };
    format!("{word} {}", enumerated(&words))
}

fn listed(names: &[String], shown: usize) -> String {
    let mut words: Vec<String> = names.iter().take(shown).cloned().collect();
    if names.len() > shown {
        words.push(format!("{} weitere", names.len() - shown));
    }
    enumerated(&words)
}

fn enumerated(words: &[String]) -> String {
    match words {
        [first @ .., last] if !first.is_empty() => format!("{} und {last}", first.join(", ")),
        _ => words.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::row_codes::UNKNOWN_HEADING;

    #[test]
    fn rows_are_named_as_people_name_them() {
        for (rows, text) in [
            (vec![4], "Zeile 4"),
            (vec![4, 5], "Zeilen 4 und 5"),
            (vec![4, 7], "Zeilen 4 und 7"),
            ((4..=28).chain([31]).collect(), "Zeilen 4 bis 28 und 31"),
        ] {
            assert_eq!(rows_text(&rows), text);
        }
        let many: Vec<usize> = (1..=43).map(|row| 2 * row).collect();
        assert!(rows_text(&many).ends_with(", 78, 80 und 3 weitere"));
    }

    #[test]
    fn the_same_in_several_rows_stands_once() {
        let one = RowFinding::error(UNKNOWN_HEADING, "Eins.", "").in_column("stand").at(Some(7));
        let other = RowFinding::error(UNKNOWN_HEADING, "Eins.", "").in_column("stand").at(Some(8));
        let mut findings = RowFindings::default();
        for row in 2..=26 {
            findings.add(row, None, &one);
            findings.add(row, None, &one);
        }
        findings.add(9, None, &other);
        let found = findings.into_found();
        assert_eq!(found.iter().map(|found| found.rows.len()).collect::<Vec<_>>(), [25, 1]);
        assert_eq!(found[0].whereabouts(), "Zeilen 2 bis 26, Spalte H (stand)");
        assert_eq!(found[1].to_string(), "Fehler, Zeile 9, Spalte I (stand): Eins.");
    }

    #[test]
    fn what_kept_files_from_being_made_names_some_of_them() {
        let taken = RowFinding::error(UNKNOWN_HEADING, "Eins.", "");
        let mut findings = RowFindings::default();
        for row in 2..=9 {
            findings.add_of_file(row, None, Some(&format!("Haus {row}.pdf")), &taken);
        }
        let found = findings.into_found();
        assert_eq!((found.len(), found[0].files.len()), (1, 8));
        let text = "Zeilen 2 bis 9 (Haus 2.pdf, Haus 3.pdf, Haus 4.pdf, Haus 5.pdf, Haus 6.pdf und 3 weitere)";
        assert_eq!(found[0].whereabouts(), text);
    }
}
