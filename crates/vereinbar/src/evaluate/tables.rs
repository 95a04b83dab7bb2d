//! The evaluation as tables: the one source for CSV, XLSX, Python and the report.

mod columns;
mod compared;
mod lists;

use self::columns::{
    ANZAHL, ANZAHL_VEREINBARUNGEN, DIMENSION, MASSNAHMEN, MASSSTAB, OEFFENTLICHER_TRAEGER, SEITE, STAND, TRAEGER,
    VEREINBARUNGEN, VORDRUCKE, ZIELE, dimension, massstab, number, table, text,
};
use self::compared::{compared_massstaebe, compared_numbers};
use self::lists::{WER, befunde, due, ended, indikatoren, past_talks, side, termine, vereinbarungen, zielergebnisse};
use super::result_table::{ColumnKind, ResultCell, ResultColumn, ResultTable};
use crate::auswertung::{
    AnteileAnAllen, AnteileAnDenBewerteten, Artgruppe, Auswertung, Ergebnisse, Hilfeartzeile, Massstabszeile,
    Namensgruppe, OHNE_ANGABE, Zaehlung,
};
use crate::modell::{Seite, Zielerreichung};

/// Every table of an evaluation, in the order of the report. Those about what is
/// due, over and ahead are missing where there was no Stichtag, those of the comparison
/// where there was nothing to compare with; others may have no rows. There is no column for
/// what is left out.
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
        hilfearten(auswertung),
        dimensionen(auswertung),
        massstaebe(auswertung),
        matrix(auswertung),
        without_agreement(auswertung),
        ergebnisse(auswertung),
        zielergebnisse(auswertung),
        indikatoren(auswertung),
        massnahmen(auswertung),
    ];
    let late = auswertung.ueberfaellige_massnahmen.as_deref();
    let unknown = auswertung.massnahmen_ohne_meldung.as_deref();
    let dated = [
        late.map(|list| due("ueberfaellige_massnahmen", "Überfällige Maßnahmen", auswertung, list)),
        unknown.map(|list| due("massnahmen_ohne_meldung", "Maßnahmen ohne Meldung", auswertung, list)),
        past_talks(auswertung),
        ended(auswertung),
        termine(auswertung),
    ];
    let dated = dated.into_iter().flatten();
    tables.extend(dated.map(|table| if auswertung.anonym { without(&WER, table) } else { table }));
    if let Some(vergleich) = &auswertung.vergleich {
        tables.extend([compared_numbers(vergleich), compared_massstaebe(vergleich)]);
    }
    tables.push(vereinbarungen(auswertung));
    tables.push(befunde(auswertung));
    tables
}

fn kennzahlen(auswertung: &Auswertung) -> ResultTable {
    let rows = auswertung.kennzahlen.each().map(|(kennzahl, count)| counted(kennzahl.bezeichnung(), count).into());
    table("kennzahlen", "Kennzahlen", vec![text("kennzahl", "Kennzahl"), ANZAHL, VEREINBARUNGEN], rows.collect())
}

/// What the numbers are of, so that they can be cited.
fn angaben(auswertung: &Auswertung) -> ResultTable {
    let named = |groups: &[Namensgruppe]| groups.iter().filter(|group| group.name.is_some()).count();
    let vorlage = auswertung.vorlage.as_ref();
    let yes_no = |is: bool| ResultCell::from(if is { "ja" } else { "nein" });
    let rows = [
        ("Stichtag", auswertung.stichtag.into()),
        ("Beginn des Zeitraums", auswertung.zeitraum.von.into()),
        ("Ende des Zeitraums", auswertung.zeitraum.bis.into()),
        ("Öffentliche Träger", named(&auswertung.oeffentliche_traeger).into()),
        ("Träger", named(&auswertung.traeger).into()),
        ("Anonym", yes_no(auswertung.anonym)),
        ("Interne Fassung", yes_no(auswertung.intern)),
        ("Vorlage-Nr.", vorlage.map_or(ResultCell::Empty, |vorlage| (&vorlage.vorlage_nr).into())),
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

fn counted(what: &str, count: &Zaehlung) -> [ResultCell; 3] {
    [what.into(), count.anzahl.into(), count.vereinbarungen.as_slice().into()]
}

fn groups(name: &'static str, title: &'static str, first: ResultColumn, groups: &[Namensgruppe]) -> ResultTable {
    let row =
        |group: &Namensgruppe| counted(group.name.as_deref().unwrap_or(OHNE_ANGABE), &group.vereinbarungen).into();
    table(name, title, vec![first, ANZAHL, VEREINBARUNGEN], groups.iter().map(row).collect())
}

fn arten(auswertung: &Auswertung) -> ResultTable {
    let row = |group: &Artgruppe| {
        let [word, anzahl, numbers] = counted(group.art.bezeichnung(), &group.vereinbarungen);
        vec![word, anzahl, group.vordrucke.anzahl.into(), numbers]
    };
    let columns = vec![text("art", "Art der Vereinbarung"), ANZAHL, VORDRUCKE, VEREINBARUNGEN];
    table("arten", "Arten", columns, auswertung.arten.iter().map(row).collect())
}

fn dimensionen(auswertung: &Auswertung) -> ResultTable {
    let rows = auswertung.qualitaetsdimensionen.iter().map(|row| {
        let mut cells = vec![dimension(row.qualitaetsdimension)];
        cells.extend(counts_and_agreements(&row.vereinbarungen, &row.ziele, &row.massnahmen));
        cells
    });
    let columns = vec![DIMENSION, ANZAHL_VEREINBARUNGEN, ZIELE, MASSNAHMEN, VEREINBARUNGEN];
    table("qualitaetsdimensionen", "Qualitätsdimensionen", columns, rows.collect())
}

fn counts_and_agreements(vereinbarungen: &Zaehlung, ziele: &Zaehlung, massnahmen: &Zaehlung) -> [ResultCell; 4] {
    [
        vereinbarungen.anzahl.into(),
        ziele.anzahl.into(),
        massnahmen.anzahl.into(),
        vereinbarungen.vereinbarungen.as_slice().into(),
    ]
}

fn hilfearten(auswertung: &Auswertung) -> ResultTable {
    let row = |row: &Hilfeartzeile| {
        let first = row.hilfeart.as_ref().map_or(OHNE_ANGABE, |hilfeart| hilfeart.bezeichnung.as_str());
        let counts = counts_and_agreements(&row.vereinbarungen, &row.ziele, &row.massnahmen);
        with_results(first.into(), counts, &row.ergebnisse)
    };
    let rows = auswertung.hilfearten.iter().map(row).collect();
    table("hilfearten", "Hilfearten", columns_with_results(text("hilfeart", "Hilfeart")), rows)
}

fn massstaebe(auswertung: &Auswertung) -> ResultTable {
    let row = |row: &Massstabszeile| {
        let counts = counts_and_agreements(&row.vereinbarungen, &row.ziele, &row.massnahmen);
        with_results(massstab(row.massstab.as_ref()), counts, &row.ergebnisse)
    };
    let rows = auswertung.grundsaetze_und_massstaebe.iter().map(row).collect();
    table("grundsaetze_und_massstaebe", "Grundsätze und Maßstäbe", columns_with_results(MASSSTAB), rows)
}

/// A row of what is counted, with the results of its Ziele.
fn with_results(first: ResultCell, counts: [ResultCell; 4], ergebnisse: &Ergebnisse) -> Vec<ResultCell> {
    let [agreements, ziele, massnahmen, numbers] = counts;
    let mut cells = vec![first, agreements, ziele, massnahmen];
    cells.extend(ergebnisse.each().map(|(_, count)| count.anzahl.into()));
    cells.push(numbers);
    cells
}

fn columns_with_results(first: ResultColumn) -> Vec<ResultColumn> {
    let mut columns = vec![first, ANZAHL_VEREINBARUNGEN, ZIELE, MASSNAHMEN];
    columns.extend(Zielerreichung::ALL.iter().map(|grad| ResultColumn {
        name: grad.as_str(),
        title: format!("Ziele {}", grad.bezeichnung()).into(),
        kind: ColumnKind::Number,
    }));
    columns.extend([number("ohne_angabe", "Ziele ohne Angabe"), VEREINBARUNGEN]);
    columns
}

fn matrix(auswertung: &Auswertung) -> ResultTable {
    let rows = auswertung.matrix.iter().map(|cell| {
        let mut cells = vec![massstab(cell.massstab.as_ref()), dimension(cell.qualitaetsdimension)];
        cells.extend(counts_and_agreements(&cell.vereinbarungen, &cell.ziele, &cell.massnahmen));
        cells
    });
    let columns = vec![MASSSTAB, DIMENSION, ANZAHL_VEREINBARUNGEN, ZIELE, MASSNAHMEN, VEREINBARUNGEN];
    table("matrix", "Matrix", columns, rows.collect())
}

fn without_agreement(auswertung: &Auswertung) -> ResultTable {
    let codes = auswertung.massstaebe_ohne_vereinbarung.iter();
    let rows = codes.map(|code| vec![code.bezeichnung().into(), code.source().into()]);
    let columns = vec![MASSSTAB, text("quelle", "Quelle")];
    table("massstaebe_ohne_vereinbarung", "Maßstäbe ohne Vereinbarung", columns, rows.collect())
}

fn ergebnisse(auswertung: &Auswertung) -> ResultTable {
    let shares = &auswertung.anteile;
    let of_all =
        shares.an_allen.map(|AnteileAnAllen { erreicht, teilweise_erreicht, nicht_erreicht, offen, ohne_angabe }| {
            [erreicht, teilweise_erreicht, nicht_erreicht, offen, ohne_angabe]
        });
    let of_assessed =
        shares.an_den_bewerteten.map(|AnteileAnDenBewerteten { erreicht, teilweise_erreicht, nicht_erreicht }| {
            [erreicht, teilweise_erreicht, nicht_erreicht]
        });
    let rows = auswertung.ergebnisse.each().enumerate().map(|(place, (grad, count))| {
        let [grad, anzahl, numbers] = counted(grad, count);
        let share = of_all.and_then(|shares| shares.get(place).copied());
        let of_assessed = of_assessed.and_then(|shares| shares.get(place).copied());
        vec![grad, anzahl, share.into(), of_assessed.into(), numbers]
    });
    let columns = vec![
        text("grad", "Grad der Zielerreichung"),
        ANZAHL,
        number("prozent_an_allen", "Prozent aller Ziele"),
        number("prozent_an_den_bewerteten", "Prozent der bewerteten Ziele"),
        VEREINBARUNGEN,
    ];
    table("ergebnisse", "Ergebnisse der Ziele", columns, rows.collect())
}

fn massnahmen(auswertung: &Auswertung) -> ResultTable {
    let sides = [
        (Some(Seite::OeffentlicherTraeger), &auswertung.massnahmen.oeffentlicher_traeger),
        (Some(Seite::FreierTraeger), &auswertung.massnahmen.freier_traeger),
        (None, &auswertung.massnahmen.verabredungen),
    ];
    let mut rows = Vec::new();
    for (seite, staende) in sides {
        let late = staende.ueberfaellig.as_ref().map(|count| ("davon überfällig", count));
        let unknown = staende.ohne_meldung.as_ref().map(|count| ("davon ohne Meldung, Frist vorbei", count));
        for (stand, count) in staende.each().chain(late).chain(unknown) {
            let mut row = vec![side(seite).into()];
            row.extend(counted(stand, count));
            rows.push(row);
        }
    }
    table("massnahmen", "Maßnahmen", vec![SEITE, STAND, ANZAHL, VEREINBARUNGEN], rows)
}
