//! What the headings of a table may mean, for a person to confirm.

use std::ops::ControlFlow;

use vereinbar::Art;
use vereinbar::spelling::fold;

use super::mapping::{Columns, UNCONFIRMED, normalized};
use crate::input::{Cell, Record, RecordSink, RowPlace, SideSheets};
use crate::rows::{Heading, art_in_column, art_of, candidates, known_headings, may_be_headings};
use crate::{Source, TableError};

vereinbar::codes! {
    /// How certain a proposal is.
    #[non_exhaustive]
    pub enum Confidence, "So sicher ist kein Vorschlag." {
        /// The heading is a field itself, or its words; nothing is to be confirmed.
        Known: "known", "bekannt";
        /// One field has this name, or people call it so.
        One: "one", "eindeutig";
        /// Several fields have this name; the first is that of the Träger.
        Several: "several", "mehrere möglich";
        /// What offices note beside: a number, a telephone number, a remark.
        Remark: "remark", "Bemerkung";
        /// Nothing says what it is.
        Unknown: "unknown", "unbekannt";
    }
}

/// What a heading may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Proposal {
    /// The heading, as it stands in the table.
    pub heading: String,
    /// How certain it is.
    pub confidence: Confidence,
    /// The fields that it may mean, by the form's words for the way to each; the first is
    /// proposed. Empty for a column of notes.
    pub fields: Vec<String>,
}

/// What offices call a field in their lists, folded; not what the form calls it.
const EVERYDAY: [(&str, &[&str]); 16] = [
    ("aktenzeichen", &["az", "az.", "geschaeftszeichen", "gz", "aktennummer"]),
    ("traeger.name", &["traeger", "name", "name_des_traegers", "traegername", "anbieter", "leistungserbringer"]),
    ("einrichtung.name", &["einrichtung", "name_der_einrichtung"]),
    ("traeger.anschrift.strasse", &["strasse", "strasse_und_hausnummer", "strasse_nr.", "str."]),
    ("traeger.anschrift.plz", &["plz", "postleitzahl"]),
    ("traeger.anschrift.ort", &["ort", "stadt", "wohnort", "sitz"]),
    ("traeger.rechtsform", &["rechtsform"]),
    (
        "traeger.vertreten_durch.1.name",
        &["vertreten_durch", "vertretung", "vertreter", "vertreterin", "geschaeftsfuehrung", "ansprechpartner"],
    ),
    ("traeger.vertreten_durch.1.funktion", &["funktion", "position"]),
    ("vereinbarungszeitraum.von", &["beginn", "von", "gueltig_ab", "ab", "laufzeit_von", "vertragsbeginn"]),
    ("vereinbarungszeitraum.bis", &["ende", "bis", "gueltig_bis", "laufzeit_bis", "vertragsende"]),
    ("unterzeichnung.datum", &["unterschrift_am", "unterschrieben_am", "datum_der_unterschrift", "unterschrift"]),
    ("qualitaetsdimensionen", &["dimension", "dimensionen", "qualitaetsdimension"]),
    ("grundsaetze_und_massstaebe.1.code", &["massstab", "massstaebe", "grundsatz"]),
    ("ziele.1.ziel", &["ziel"]),
    ("angebot", &["angebot", "leistung"]),
];

/// What offices note beside the data, folded.
const NOTES: [&str; 27] = [
    "bemerkung",
    "bemerkungen",
    "notiz",
    "notizen",
    "anmerkung",
    "anmerkungen",
    "nr",
    "nr.",
    "lfd._nr.",
    "lfd_nr",
    "lfd.nr.",
    "laufende_nummer",
    "id",
    "telefon",
    "tel",
    "tel.",
    "telefonnummer",
    "fax",
    "e_mail",
    "email",
    "mail",
    "status",
    "sachbearbeitung",
    "zustaendig",
    "erledigt",
    "wiedervorlage",
    "kommentar",
];

/// What the headings of a table may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Proposals {
    /// The kind of agreement.
    pub art: Art,
    /// For each heading what it may mean, in the order of the columns.
    pub proposals: Vec<Proposal>,
}

/// Reads the headings of a table and says what each may mean in an agreement of this kind,
/// which a workbook may name itself. Columns without a heading are left out, and those that the
/// sheet `Spalten` of the workbook confirms.
///
/// # Errors
/// [`TableError`] where the table cannot be read or has no headings, [`TableError::NoArtOfList`]
/// where nothing says the kind, [`TableError::OtherArt`] where the workbook is for another one.
pub fn propose(source: Source<'_>, art: Option<Art>) -> Result<Proposals, TableError> {
    let mut sink = Headings { art, own: Columns::default(), found: Vec::new() };
    source.records(&mut sink)?;
    let art = sink.art.ok_or(TableError::NoArtOfList)?;
    let named = sink.found.iter().filter(|heading| !heading.is_empty() && !heading.starts_with('#'));
    let proposals = named.map(|heading| proposal(art, heading));
    Ok(Proposals { art, proposals: proposals.filter(|open| !sink.own.confirms(&open.heading)).collect() })
}

impl Proposal {
    /// Proposals as a mapping: what is to be confirmed has a question mark before it, with
    /// which nothing is made.
    #[must_use]
    pub fn columns(proposals: &[Self]) -> Columns {
        Columns::new(proposals.iter().filter(|proposal| proposal.confidence != Confidence::Known).map(|proposal| {
            let field = proposal.fields.first().map_or("#", String::as_str);
            (proposal.heading.as_str(), vec![format!("{UNCONFIRMED} {field}")])
        }))
    }
}

fn proposal(art: Art, heading: &str) -> Proposal {
    let proposal = |confidence, fields| Proposal { heading: normalized(heading), confidence, fields };
    if let Some(known) = Heading::find(art, heading) {
        return proposal(Confidence::Known, vec![known.label(art)]);
    }
    let folded = fold(&normalized(heading));
    let everyday = EVERYDAY.iter().find(|(_, words)| words.contains(&folded.as_str()));
    let everyday = everyday.and_then(|(path, _)| Heading::find(art, path)).map(|heading| heading.label(art));
    if everyday.is_none() && NOTES.contains(&folded.as_str()) {
        return proposal(Confidence::Remark, Vec::new());
    }
    let meant = candidates(art, &normalized(heading)).into_iter().map(|candidate| candidate.words);
    let others: Vec<String> = meant.filter(|words| Some(words) != everyday.as_ref()).collect();
    let fields: Vec<String> = everyday.into_iter().chain(others).collect();
    let confidence = match fields.len() {
        0 => Confidence::Unknown,
        1 => Confidence::One,
        _ => Confidence::Several,
    };
    proposal(confidence, fields)
}

/// Takes the headings of a table, and nothing else.
struct Headings {
    art: Option<Art>,
    /// What the workbook says itself.
    own: Columns,
    found: Vec<String>,
}

impl Headings {
    /// The kinds of agreement that it may be.
    fn kinds(&self) -> &[Art] {
        self.art.as_ref().map_or(Art::ALL, std::slice::from_ref)
    }
}

impl RecordSink for Headings {
    type Error = TableError;

    fn note(&mut self, _: String) {}

    fn side_sheets(&mut self, sheets: SideSheets) -> Result<(), TableError> {
        self.art = art_of(&sheets.shared, self.art)?;
        // What is wrong with it is said when it is used.
        self.own = Columns::of_rows(&sheets.mapping).unwrap_or_default();
        Ok(())
    }

    fn known_headings(&self, headings: &[String]) -> usize {
        self.kinds().iter().map(|art| known_headings(*art, headings)).max().unwrap_or_default()
    }

    fn may_be_headings(&self, headings: &[String], enough: usize) -> bool {
        self.kinds().iter().any(|art| {
            let is_one =
                |heading: &&String| !heading.is_empty() && proposal(*art, heading).confidence != Confidence::Unknown;
            may_be_headings(*art, headings, enough) || headings.iter().filter(is_one).take(enough).count() >= enough
        })
    }

    fn headings(&mut self, headings: Vec<String>, first: &[Cell]) -> Result<(), TableError> {
        self.art = self.art.or_else(|| art_in_column(&headings, first));
        self.found = headings;
        Ok(())
    }

    fn record(&mut self, _: RowPlace, record: Record) -> Result<ControlFlow<()>, TableError> {
        if let Record::Object(fields) = record {
            self.found = fields.into_iter().map(|(heading, _)| heading).collect();
        }
        Ok(ControlFlow::Break(()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ART: Art = Art::Qualitaetsentwicklungsvereinbarung;

    #[test]
    fn everyday_words_name_fields_of_some_kind_and_one_each() {
        let mut all: Vec<&str> = Vec::new();
        for (path, words) in EVERYDAY {
            assert!(Art::ALL.iter().any(|art| Heading::parse(*art, path).is_ok()), "{path}");
            all.extend(words);
        }
        all.extend(&NOTES);
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
        for word in all {
            assert_eq!(fold(word), word);
        }
    }

    #[test]
    fn the_headings_of_an_office_get_proposals() {
        let of = |heading| {
            let Proposal { confidence, fields, .. } = proposal(ART, heading);
            (confidence, fields.first().cloned().unwrap_or_default())
        };
        let traeger = "Träger der freien Jugendhilfe";
        assert_eq!(of("traeger.name"), (Confidence::Known, format!("{traeger} › Name")));
        assert_eq!(of("Stra\u{df}e"), (Confidence::Several, format!("{traeger} › Anschrift › Straße und Hausnummer")));
        assert_eq!(of("PLZ").1, format!("{traeger} › Anschrift › Postleitzahl"));
        assert_eq!(of("Vertreten\ndurch").1, format!("{traeger} › Vertreten durch › 1 › Name"));
        assert_eq!(of("Beginn").0, Confidence::One);
        assert_eq!(of("Lfd. Nr."), (Confidence::Remark, String::new()));
        assert_eq!(of("xyzzy"), (Confidence::Unknown, String::new()));
    }

    #[test]
    fn what_a_workbook_says_itself_holds_once_it_is_confirmed() {
        let own = |field: &str| Columns::new([("PLZ", vec![field.to_owned()])]);
        assert!(own("traeger.anschrift.plz").confirms("PLZ") && own("#").confirms("PLZ"));
        assert!(!own("? traeger.anschrift.plz").confirms("PLZ") && !own("#").confirms("Ort"));
    }

    #[test]
    fn a_proposal_makes_nothing_before_it_is_confirmed() {
        let proposals = ["traeger.name", "PLZ", "Bemerkung", "xyzzy"].map(|heading| proposal(ART, heading));
        let columns = Proposal::columns(&proposals);
        assert_eq!(columns.headings().collect::<Vec<_>>(), ["PLZ", "Bemerkung", "xyzzy"]);
        let problems = columns.resolve(ART).err().unwrap();
        let told: Vec<_> = problems.iter().map(|problem| (problem.finding.code, problem.column.as_deref())).collect();
        assert_eq!(told, [("unconfirmed_column", Some("PLZ, Bemerkung, xyzzy"))]);
        assert!(Columns::parse(&columns.to_json().replace("? ", "")).unwrap().resolve(ART).is_ok());
    }
}
