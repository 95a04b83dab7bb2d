//! One name for one document, whatever the order of the rows.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use vereinbar::digest::Digest;
use vereinbar::file_name::{folded, safe, with_suffix};
use vereinbar_tables::rows_in_words;

use super::naming::Naming;
use crate::RowDocument;

/// Why a document is not made that nothing tells from another.
pub(crate) const SAME_NAME: &str = "Mehrere Zeilen ergeben denselben Dateinamen.";

/// The names that are asked for, and what tells those apart that are the same.
#[derive(Default)]
pub(crate) struct Names {
    /// By the digest of the name as a system sees it that does not tell capitals apart.
    asked: BTreeMap<Digest, Group>,
}

/// The documents of one name.
#[derive(Default)]
struct Group {
    /// With whether it is to be made.
    documents: Vec<(RowDocument, bool)>,
    /// Of each document, hashes of its marks, one after the other; 0 where there is none.
    marks: Vec<u64>,
    tells_apart: Apart,
    /// All marks of those that have the same ones as another, or none.
    equal: BTreeSet<Vec<u64>>,
}

/// What makes the names of a group different.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
enum Apart {
    /// There is but one of that name.
    #[default]
    Alone,
    /// These marks.
    Marks(Vec<usize>),
    /// Nothing does.
    Nothing,
}

impl Names {
    /// Takes a document that is to be made.
    pub(crate) fn ask(&mut self, document: RowDocument, naming: &Naming) {
        self.take(document, true, naming);
    }

    /// Takes one that cannot be made. Its name stays its own: once the row is put right, no
    /// other file changes its name.
    pub(crate) fn ask_for_failed(&mut self, document: &RowDocument, naming: &Naming) {
        self.take(document.clone(), false, naming);
    }

    fn take(&mut self, document: RowDocument, is_made: bool, naming: &Naming) {
        let group = self.asked.entry(key(&naming.stem)).or_default();
        group.documents.push((document, is_made));
        group.marks.extend(naming.marks.iter().map(|mark| hash(mark)));
    }

    /// When all have asked: says who gets which name, and gives those that nothing tells
    /// apart and that are to be made, each with all rows it is not told from, in German.
    pub(crate) fn settle(&mut self) -> Vec<(RowDocument, Rc<str>)> {
        let mut same = Vec::new();
        for group in self.asked.values_mut().filter(|group| group.documents.len() > 1) {
            same.extend(group.settle());
        }
        same.sort_by_key(|(document, _)| document.row);
        same
    }

    /// The file of a document; `None` for one that nothing tells from another.
    pub(crate) fn file(&self, naming: &Naming) -> Option<String> {
        let group = self.asked.get(&key(&naming.stem))?;
        let marks = match &group.tells_apart {
            Apart::Alone => return Some(format!("{}.pdf", naming.stem)),
            Apart::Nothing => return None,
            Apart::Marks(marks) => marks,
        };
        let own: Vec<u64> = naming.marks.iter().map(|mark| hash(mark)).collect();
        if group.equal.contains(&own) {
            return None;
        }
        let words = marks.iter().filter_map(|mark| naming.marks.get(*mark)).filter(|mark| !mark.is_empty());
        let words = words.map(String::as_str).collect::<Vec<_>>().join(", ");
        Some(format!("{}.pdf", safe(&with_suffix(&naming.stem, &format!(" ({words})")))))
    }
}

impl Group {
    fn settle(&mut self) -> Vec<(RowDocument, Rc<str>)> {
        let width = self.marks.len() / self.documents.len();
        let mut alike: BTreeMap<&[u64], Vec<usize>> = BTreeMap::new();
        for index in 0..self.documents.len() {
            let own = self.marks.get(index * width..(index + 1) * width).unwrap_or_default();
            alike.entry(own).or_default().push(index);
        }
        // What is not told from another keeps no third from a name of its own.
        let has_marks = |own: &[u64]| own.iter().any(|mark| *mark != 0);
        let (single, equal): (Vec<_>, Vec<_>) =
            alike.into_iter().partition(|(own, documents)| documents.len() == 1 && has_marks(own));
        let rest = || equal.iter().filter(|(own, _)| has_marks(own)).map(|(own, _)| *own);
        let told: Vec<&[u64]> = single.iter().map(|(own, _)| *own).chain(rest()).collect();
        let marks = what_tells_apart(&told, width).filter(|_| !single.is_empty());
        let mut same: Vec<(RowDocument, Rc<str>)> = Vec::new();
        let mut take = |documents: &[usize], among: &[usize]| {
            let rows: Rc<str> = self.rows(among).into();
            let made = documents.iter().filter_map(|index| self.documents.get(*index)).filter(|(_, is_made)| *is_made);
            same.extend(made.map(|(document, _)| (document.clone(), Rc::clone(&rows))));
        };
        let all: Vec<usize> = (0..self.documents.len()).collect();
        if marks.is_none() {
            take(&all, &all);
        } else {
            for (own, documents) in &equal {
                // One alone has no marks, and may be any of the others.
                take(documents, if has_marks(own) || documents.len() > 1 { documents } else { &all });
            }
        }
        let equal = equal.into_iter().map(|(own, _)| own.to_vec()).collect();
        (self.tells_apart, self.equal) = (marks.map_or(Apart::Nothing, Apart::Marks), equal);
        same
    }

    /// The rows of some of its documents, in German.
    fn rows(&self, documents: &[usize]) -> String {
        let documents = || documents.iter().filter_map(|index| self.documents.get(*index));
        let mut rows: Vec<usize> = documents().map(|(document, _)| document.row).collect();
        rows.sort_unstable();
        rows.dedup();
        let sources: Vec<String> = documents().filter_map(|(document, _)| document.source.clone()).collect();
        rows_in_words(&rows, &sources)
    }
}

/// The first mark that all have and none shares with another; failing that, the first two, or
/// three, that together no two have in common.
fn what_tells_apart(all: &[&[u64]], width: usize) -> Option<Vec<usize>> {
    let one = (0..width).map(|first| vec![first]);
    let two = (0..width).flat_map(|first| (first + 1..width).map(move |second| vec![first, second]));
    let three = (0..width).flat_map(|first| {
        (first + 1..width).flat_map(move |second| (second + 1..width).map(move |third| vec![first, second, third]))
    });
    let tells = |marks: &Vec<usize>| {
        let mut known = BTreeSet::new();
        all.iter().all(|own| {
            let own: Vec<u64> = marks.iter().map(|mark| own.get(*mark).copied().unwrap_or_default()).collect();
            own.iter().any(|mark| *mark != 0) && known.insert(own)
        })
    };
    one.chain(two).chain(three).find(tells)
}

fn key(stem: &str) -> Digest {
    Digest::of(folded(stem).as_bytes())
}

/// The same in every process, unlike that of the standard library.
fn hash(mark: &str) -> u64 {
    if mark.is_empty() {
        return 0;
    }
    Digest::of(folded(mark).as_bytes()).short().max(1)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn row(row: usize) -> RowDocument {
        RowDocument { row, ..RowDocument::default() }
    }

    /// The files of rows; in the second run the table is turned round.
    fn files(rows: &[(&str, Value)]) -> Vec<Option<String>> {
        let namings: Vec<Naming> = rows.iter().map(|(name, data)| Naming::new(&safe(name), None, data)).collect();
        let mut names = Names::default();
        namings.iter().enumerate().for_each(|(index, naming)| names.ask(row(index), naming));
        names.settle();
        let mut turned = Names::default();
        namings.iter().enumerate().rev().for_each(|(index, naming)| turned.ask(row(index), naming));
        turned.settle();
        let files: Vec<_> = namings.iter().map(|naming| names.file(naming)).collect();
        assert_eq!(files, namings.iter().map(|naming| turned.file(naming)).collect::<Vec<_>>());
        files
    }

    fn is(files: Vec<Option<String>>, expected: &[&str]) {
        assert_eq!(files.into_iter().map(Option::unwrap_or_default).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn namesakes_are_told_apart_by_what_their_rows_say() {
        let az = |text: &str| json!({"aktenzeichen": text});
        is(
            files(&[("Müller", az("1/27")), ("Mu\u{308}ller", az("9/27"))]),
            &["Müller (1-27).pdf", "Müller (9-27).pdf"],
        );
        is(
            files(&[("Straße", az("1")), ("STRASSE", az("2")), ("x", az(""))]),
            &["Straße (1).pdf", "STRASSE (2).pdf", "x.pdf"],
        );
        let ort = |text: &str| json!({"traeger": {"anschrift": {"ort": text}}});
        is(files(&[("A", ort("Nord")), ("A", ort("Süd"))]), &["A (Nord).pdf", "A (Süd).pdf"]);
        let both = |massstab: &str, dimension: &str| json!({"grundsaetze_und_massstaebe": [{"code": massstab}], "qualitaetsdimensionen": [dimension]});
        is(
            files(&[("A", both("x", "1")), ("A", both("x", "2")), ("A", both("y", "1"))]),
            &["A (x, 1).pdf", "A (x, 2).pdf", "A (y, 1).pdf"],
        );
    }

    #[test]
    fn what_nothing_tells_apart_gets_no_name() {
        let same = [("A", json!({"aktenzeichen": "1"})), ("a", json!({"aktenzeichen": "1"})), ("B", json!({}))];
        is(files(&same), &["", "", "B.pdf"]);
        let mut names = Names::default();
        for (index, (name, data)) in same.iter().enumerate() {
            names.ask(row(index + 2), &Naming::new(name, None, data));
        }
        let rows = || Rc::from("Zeilen 2 und 3");
        assert_eq!(names.settle(), [(row(2), rows()), (row(3), rows())]);
    }

    #[test]
    fn rows_that_are_equal_keep_no_other_from_its_name() {
        let az = |text: &str| json!({"aktenzeichen": text});
        let rows = [("A", az("1")), ("A", az("2")), ("A", az("3")), ("A", az("3")), ("A", az("")), ("B", az("3"))];
        is(files(&rows), &["A (1).pdf", "A (2).pdf", "", "", "", "B.pdf"]);
        let mut names = Names::default();
        for (index, (name, data)) in rows.iter().enumerate() {
            names.ask(row(index + 2), &Naming::new(name, None, data));
        }
        let same: Vec<_> =
            names.settle().into_iter().map(|(document, rows)| (document.row, rows.to_string())).collect();
        let of = |row, rows: &str| (row, rows.to_owned());
        assert_eq!(same, [of(4, "Zeilen 4 und 5"), of(5, "Zeilen 4 und 5"), of(6, "Zeilen 2 bis 6")]);
        // Once they are told apart, the others keep their names.
        let put_right = [("A", az("1")), ("A", az("2")), ("A", az("3")), ("A", az("4")), ("B", az("3"))];
        is(files(&put_right), &["A (1).pdf", "A (2).pdf", "A (3).pdf", "A (4).pdf", "B.pdf"]);
        // Three marks where two do not do.
        let three = |a: &str, b: &str, c: &str| json!({"aktenzeichen": a, "stand": b, "wirksam_ab": c});
        let all = [
            ("A", three("1", "1", "1")),
            ("A", three("1", "1", "2")),
            ("A", three("1", "2", "1")),
            ("A", three("2", "1", "1")),
        ];
        assert!(files(&all).iter().all(Option::is_some));
    }

    /// Each naming all others, it would be quadratic.
    #[test]
    fn many_rows_of_one_name_are_named_in_short() {
        let mut names = Names::default();
        let naming = Naming::new("A", None, &json!({}));
        (0..100_000).for_each(|index| names.ask(row(index), &naming));
        let begun = std::time::Instant::now();
        let same = names.settle();
        assert!(begun.elapsed().as_secs() < 20, "{:?}", begun.elapsed());
        assert_eq!(same.len(), 100_000);
        assert_eq!(same[1], (row(1), Rc::from("Zeilen 0 bis 99999")));
    }

    #[test]
    fn long_names_keep_what_tells_them_apart() {
        let long = "x".repeat(400);
        let az = |text: &str| json!({"aktenzeichen": text});
        let files = files(&[(&long, az("1")), (&long, az("2"))]);
        assert!(files[0].as_ref().unwrap().ends_with("x (1).pdf") && files[0] != files[1], "{files:?}");
        assert!(files.iter().flatten().all(|file| file.chars().count() <= 124));
    }
}
