//! The evaluation as tables: the one source for CSV, XLSX, Python and the report.

use std::borrow::Cow;

use super::result_table::{ColumnKind, ResultCell, ResultColumn, ResultTable};
use crate::auswertung::{
    Artgruppe, Auswertung, BearbeiteterMassstab, Massstabszeile, Namensgruppe, OHNE_ANGABE, Zaehlung,
};
use crate::modell::{Massnahmenstand, Qualitaetsdimension, Seite, Zielerreichung};

const NR: ResultColumn = number("nr", "Nr.");
const ANZAHL: ResultColumn = number("anzahl", "Anzahl");
const VEREINBARUNG: ResultColumn = number("vereinbarung", "Vereinbarung Nr.");
const VEREINBARUNGEN: ResultColumn = column("vereinbarungen", "Vereinbarungen", ColumnKind::Agreements);
const OEFFENTLICHER_TRAEGER: ResultColumn = text("oeffentlicher_traeger", "Öffentlicher Träger");
const TRAEGER: ResultColumn = text("traeger", "Träger");
const MASSSTAB: ResultColumn = text("massstab", "Grundsatz oder Maßstab");
const DIMENSION: ResultColumn = text("qualitaetsdimension", "Qualitätsdimension");
const ANZAHL_VEREINBARUNGEN: ResultColumn = number("anzahl_vereinbarungen", "Anzahl Vereinbarungen");
const ZIELE: ResultColumn = number("ziele", "Ziele");
const MASSNAHMEN: ResultColumn = number("massnahmen", "Maßnahmen");
const SEITE: ResultColumn = text("seite", "Seite");
const STAND: ResultColumn = text("stand", "Stand");
const VORDRUCK: ResultColumn = number("vordruck", "Vordruck");
const ZIEL: ResultColumn = number("ziel", "Ziel");
const WER: ResultColumn = text("wer", "Wer");
const WAS: ResultColumn = long("was", "Was");

const fn column(name: &'static str, title: &'static str, kind: ColumnKind) -> ResultColumn {
    ResultColumn { name, title: Cow::Borrowed(title), kind }
}

const fn text(name: &'static str, title: &'static str) -> ResultColumn {
    column(name, title, ColumnKind::Text)
}

const fn long(name: &'static str, title: &'static str) -> ResultColumn {
    column(name, title, ColumnKind::LongText)
}

const fn number(name: &'static str, title: &'static str) -> ResultColumn {
    column(name, title, ColumnKind::Number)
}

const fn date(name: &'static str, title: &'static str) -> ResultColumn {
    column(name, title, ColumnKind::Date)
}

/// Every table of an evaluation, in the order of the report. Those about what is
/// overdue and ahead are missing where there was no Stichtag; others may have no rows.
/// Without names there is no column for what is left out.
///
/// Words stand as they are printed, days and numbers as such.
///
/// ```
/// use vereinbar::evaluate::{EvaluateOptions, Evaluator, tables};
/// let auswertung = Evaluator::new(EvaluateOptions::default()).finish();
/// let tables = tables(&auswertung);
/// assert_eq!(tables[0].name, "kennzahlen");
/// assert_eq!(tables[0].columns[1].title, "Anzahl");
/// ```
#[must_use]
pub fn tables(auswertung: &Auswertung) -> Vec<ResultTable> {
    let mut tables = vec![
        kennzahlen(auswertung),
        angaben(auswertung),
        groups("oeffentliche_traeger", "Öffentliche Träger", OEFFENTLICHER_TRAEGER, &auswertung.oeffentliche_traeger),
        groups("traeger", "Träger", TRAEGER, &auswertung.traeger),
        arten(auswertung),
        dimensionen(auswertung),
        massstaebe(auswertung),
        matrix(auswertung),
        unbearbeitet(auswertung),
        ergebnisse(auswertung),
        massnahmen(auswertung),
    ];
    let dated = [overdue(auswertung), termine(auswertung)].into_iter().flatten();
    tables.extend(dated.map(|table| if auswertung.anonym { without(&WER, table) } else { table }));
    tables.push(vereinbarungen(auswertung));
    tables.push(befunde(auswertung));
    tables
}

fn table(
    name: &'static str,
    title: &'static str,
    columns: Vec<ResultColumn>,
    rows: Vec<Vec<ResultCell>>,
) -> ResultTable {
    ResultTable { name, title, columns, rows }
}

fn kennzahlen(auswertung: &Auswertung) -> ResultTable {
    let numbers = &auswertung.kennzahlen;
    let mut rows = vec![
        counted("Vereinbarungen", &numbers.vereinbarungen),
        counted("Ziele", &numbers.ziele),
        counted("Maßnahmen", &numbers.massnahmen),
    ];
    rows.extend(numbers.ueberfaellige_massnahmen.as_ref().map(|count| counted("überfällige Maßnahmen", count)));
    table("kennzahlen", "Kennzahlen", vec![text("kennzahl", "Kennzahl"), ANZAHL, VEREINBARUNGEN], rows)
}

/// What the numbers are of, so that they can be cited.
fn angaben(auswertung: &Auswertung) -> ResultTable {
    let named = |groups: &[Namensgruppe]| groups.iter().filter(|group| group.name.is_some()).count();
    let rows = [
        ("Stichtag", auswertung.stichtag.into()),
        ("Beginn des Zeitraums", auswertung.zeitraum.von.into()),
        ("Ende des Zeitraums", auswertung.zeitraum.bis.into()),
        ("Öffentliche Träger", named(&auswertung.oeffentliche_traeger).into()),
        ("Träger", named(&auswertung.traeger).into()),
        ("Anonym", if auswertung.anonym { "ja" } else { "nein" }.into()),
    ];
    let rows = rows.map(|(what, value): (&str, ResultCell)| vec![what.into(), value]);
    table("angaben", "Angaben", vec![text("angabe", "Angabe"), text("wert", "Wert")], rows.into())
}

/// The table without a column.
fn without(column: &ResultColumn, mut table: ResultTable) -> ResultTable {
    if let Some(place) = table.columns.iter().position(|candidate| candidate == column) {
        table.columns.remove(place);
        for row in &mut table.rows {
            row.remove(place);
        }
    }
    table
}

fn counted(what: &str, count: &Zaehlung) -> Vec<ResultCell> {
    vec![what.into(), count.anzahl.into(), count.vereinbarungen.as_slice().into()]
}

fn groups(name: &'static str, title: &'static str, first: ResultColumn, groups: &[Namensgruppe]) -> ResultTable {
    let row = |group: &Namensgruppe| counted(group.name.as_deref().unwrap_or(OHNE_ANGABE), &group.vereinbarungen);
    table(name, title, vec![first, ANZAHL, VEREINBARUNGEN], groups.iter().map(row).collect())
}

fn arten(auswertung: &Auswertung) -> ResultTable {
    let row = |group: &Artgruppe| counted(group.art.bezeichnung(), &group.vereinbarungen);
    let columns = vec![text("art", "Art der Vereinbarung"), ANZAHL, VEREINBARUNGEN];
    table("arten", "Arten", columns, auswertung.arten.iter().map(row).collect())
}

fn dimensionen(auswertung: &Auswertung) -> ResultTable {
    let rows = auswertung.qualitaetsdimensionen.iter().map(|row| {
        let mut cells = vec![dimension(row.qualitaetsdimension)];
        cells.extend(three(&row.vereinbarungen, &row.ziele, &row.massnahmen));
        cells
    });
    let columns = vec![DIMENSION, ANZAHL_VEREINBARUNGEN, ZIELE, MASSNAHMEN, VEREINBARUNGEN];
    table("qualitaetsdimensionen", "Qualitätsdimensionen", columns, rows.collect())
}

fn three(vereinbarungen: &Zaehlung, ziele: &Zaehlung, massnahmen: &Zaehlung) -> [ResultCell; 4] {
    [
        vereinbarungen.anzahl.into(),
        ziele.anzahl.into(),
        massnahmen.anzahl.into(),
        vereinbarungen.vereinbarungen.as_slice().into(),
    ]
}

fn massstaebe(auswertung: &Auswertung) -> ResultTable {
    let row = |row: &Massstabszeile| {
        let mut cells = vec![massstab(row.massstab.as_ref())];
        let [agreements, ziele, massnahmen, numbers] = three(&row.vereinbarungen, &row.ziele, &row.massnahmen);
        cells.extend([agreements, ziele, massnahmen]);
        cells.extend(row.ergebnisse.each().map(|(_, count)| count.anzahl.into()));
        cells.push(numbers);
        cells
    };
    let mut columns = vec![MASSSTAB, ANZAHL_VEREINBARUNGEN, ZIELE, MASSNAHMEN];
    columns.extend(Zielerreichung::ALL.iter().map(|grad| ResultColumn {
        name: grad.as_str(),
        title: format!("Ziele {}", grad.bezeichnung()).into(),
        kind: ColumnKind::Number,
    }));
    columns.extend([number("ohne_angabe", "Ziele ohne Angabe"), VEREINBARUNGEN]);
    let rows = auswertung.grundsaetze_und_massstaebe.iter().map(row).collect();
    table("grundsaetze_und_massstaebe", "Grundsätze und Maßstäbe", columns, rows)
}

fn matrix(auswertung: &Auswertung) -> ResultTable {
    let rows = auswertung.matrix.iter().map(|cell| {
        let mut cells = vec![massstab(cell.massstab.as_ref()), dimension(cell.qualitaetsdimension)];
        cells.extend(three(&cell.vereinbarungen, &cell.ziele, &cell.massnahmen));
        cells
    });
    let columns = vec![MASSSTAB, DIMENSION, ANZAHL_VEREINBARUNGEN, ZIELE, MASSNAHMEN, VEREINBARUNGEN];
    table("matrix", "Matrix", columns, rows.collect())
}

fn unbearbeitet(auswertung: &Auswertung) -> ResultTable {
    let rows =
        auswertung.unbearbeitete_massstaebe.iter().map(|code| vec![code.bezeichnung().into(), code.source().into()]);
    let columns = vec![MASSSTAB, text("quelle", "Quelle")];
    table("unbearbeitete_massstaebe", "Unbearbeitete Maßstäbe", columns, rows.collect())
}

fn ergebnisse(auswertung: &Auswertung) -> ResultTable {
    let rows = auswertung.ergebnisse.each().map(|(grad, count)| counted(grad, count)).collect();
    let columns = vec![text("grad", "Grad der Zielerreichung"), ANZAHL, VEREINBARUNGEN];
    table("ergebnisse", "Ergebnisse der Ziele", columns, rows)
}

fn massnahmen(auswertung: &Auswertung) -> ResultTable {
    let sides = [
        (Seite::OeffentlicherTraeger, &auswertung.massnahmen.oeffentlicher_traeger),
        (Seite::FreierTraeger, &auswertung.massnahmen.freier_traeger),
    ];
    let mut rows = Vec::new();
    for (side, staende) in sides {
        let overdue = staende.ueberfaellig.as_ref().map(|count| ("davon überfällig", count));
        for (stand, count) in staende.each().chain(overdue) {
            let mut row = vec![side.bezeichnung().into()];
            row.extend(counted(stand, count));
            rows.push(row);
        }
    }
    table("massnahmen", "Maßnahmen", vec![SEITE, STAND, ANZAHL, VEREINBARUNGEN], rows)
}

fn overdue(auswertung: &Auswertung) -> Option<ResultTable> {
    let rows = auswertung.ueberfaellige_massnahmen.as_ref()?.iter().map(|massnahme| {
        let mut row = vec![
            ResultCell::Date(massnahme.bis),
            ResultCell::Number(massnahme.tage),
            massnahme.seite.bezeichnung().into(),
            (&massnahme.wer).into(),
            (&massnahme.was).into(),
            stand(massnahme.stand),
            massnahme.vereinbarung.into(),
            massnahme.vordruck.into(),
            massnahme.ziel.into(),
        ];
        row.extend(parties(auswertung, massnahme.vereinbarung));
        row
    });
    let columns = vec![
        date("bis", "Bis"),
        number("tage", "Tage überfällig"),
        SEITE,
        WER,
        WAS,
        STAND,
        VEREINBARUNG,
        VORDRUCK,
        ZIEL,
        OEFFENTLICHER_TRAEGER,
        TRAEGER,
    ];
    Some(table("ueberfaellige_massnahmen", "Überfällige Maßnahmen", columns, rows.collect()))
}

fn termine(auswertung: &Auswertung) -> Option<ResultTable> {
    let rows = auswertung.termine.as_ref()?.iter().map(|termin| {
        let mut row = vec![
            termin.von.into(),
            termin.bis.into(),
            (&termin.wann).into(),
            termin.art.bezeichnung().into(),
            termin.seite.map_or(ResultCell::Empty, |seite| seite.bezeichnung().into()),
            (&termin.wer).into(),
            (&termin.was).into(),
            termin.vereinbarung.into(),
            termin.vordruck.into(),
            termin.ziel.into(),
        ];
        row.extend(parties(auswertung, termin.vereinbarung));
        row
    });
    let columns = vec![
        date("von", "Von"),
        date("bis", "Bis"),
        text("wann", "Wann (Wortlaut)"),
        text("art", "Termin"),
        SEITE,
        WER,
        WAS,
        VEREINBARUNG,
        VORDRUCK,
        ZIEL,
        OEFFENTLICHER_TRAEGER,
        TRAEGER,
    ];
    Some(table("termine", "Termine", columns, rows.collect()))
}

/// Who has made the agreement.
fn parties(auswertung: &Auswertung, nr: u32) -> [ResultCell; 2] {
    auswertung.vereinbarung(nr).map_or([ResultCell::Empty, ResultCell::Empty], |vereinbarung| {
        [(&vereinbarung.oeffentlicher_traeger).into(), (&vereinbarung.traeger).into()]
    })
}

fn vereinbarungen(auswertung: &Auswertung) -> ResultTable {
    let rows = auswertung.vereinbarungen.iter().map(|entry| {
        let mut row = vec![
            entry.nr.into(),
            entry.art.bezeichnung().into(),
            (&entry.oeffentlicher_traeger).into(),
            (&entry.traeger).into(),
            entry.vereinbarungszeitraum.von.into(),
            entry.vereinbarungszeitraum.bis.into(),
            entry.ziele.into(),
            entry.massnahmen.into(),
        ];
        if !auswertung.anonym {
            row.extend([(&entry.aktenzeichen).into(), (&entry.quelle).into()]);
        }
        row
    });
    let mut columns = vec![
        NR,
        text("art", "Art der Vereinbarung"),
        OEFFENTLICHER_TRAEGER,
        TRAEGER,
        date("von", "Von"),
        date("bis", "Bis"),
        ZIELE,
        MASSNAHMEN,
    ];
    if !auswertung.anonym {
        columns.extend([text("aktenzeichen", "Aktenzeichen"), text("quelle", "Quelle")]);
    }
    table("vereinbarungen", "Vereinbarungen", columns, rows.collect())
}

fn befunde(auswertung: &Auswertung) -> ResultTable {
    let rows = auswertung.befunde.iter().map(|befund| {
        let mut row = vec![
            befund.art.bezeichnung().into(),
            befund.meldung.as_str().into(),
            befund.vereinbarungen.as_slice().into(),
        ];
        if !auswertung.anonym {
            let quellen = befund.quellen.join("; ");
            row.push(if quellen.is_empty() { ResultCell::Empty } else { ResultCell::Text(quellen) });
        }
        row
    });
    let mut columns = vec![text("befund", "Befund"), long("meldung", "Meldung"), VEREINBARUNGEN];
    if !auswertung.anonym {
        columns.push(long("quellen", "Quellen"));
    }
    table("befunde", "Befunde", columns, rows.collect())
}

fn massstab(massstab: Option<&BearbeiteterMassstab>) -> ResultCell {
    massstab.map_or(OHNE_ANGABE, |massstab| massstab.bezeichnung.as_str()).into()
}

fn dimension(dimension: Option<Qualitaetsdimension>) -> ResultCell {
    dimension.map_or(OHNE_ANGABE, Qualitaetsdimension::bezeichnung).into()
}

fn stand(stand: Option<Massnahmenstand>) -> ResultCell {
    stand.map_or(OHNE_ANGABE, Massnahmenstand::bezeichnung).into()
}
