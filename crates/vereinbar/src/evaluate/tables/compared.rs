//! The comparison with an earlier evaluation.

use super::columns::{MASSSTAB, massstab, number, table, text};
use crate::auswertung::Vergleich;
use crate::evaluate::result_table::{ResultCell, ResultTable};

pub(super) fn compared_numbers(vergleich: &Vergleich) -> ResultTable {
    let rows = vergleich.kennzahlen.iter().map(|row| {
        let difference = ResultCell::Number(row.unterschied);
        vec![row.kennzahl.bezeichnung().into(), row.vorher.into(), row.jetzt.into(), difference]
    });
    let columns = vec![
        text("kennzahl", "Kennzahl"),
        number("vorher", "Vorher"),
        number("jetzt", "Jetzt"),
        number("unterschied", "Unterschied"),
    ];
    table("vergleich_kennzahlen", "Vergleich der Kennzahlen", columns, rows.collect())
}

pub(super) fn compared_massstaebe(vergleich: &Vergleich) -> ResultTable {
    let rows = vergleich.grundsaetze_und_massstaebe.iter().map(|row| {
        vec![
            massstab(row.massstab.as_ref()),
            row.vereinbarungen_vorher.into(),
            row.vereinbarungen_jetzt.into(),
            row.erreicht_vorher.into(),
            row.erreicht_jetzt.into(),
        ]
    });
    let columns = vec![
        MASSSTAB,
        number("vereinbarungen_vorher", "Vereinbarungen vorher"),
        number("vereinbarungen_jetzt", "Vereinbarungen jetzt"),
        number("erreicht_vorher", "Erreichte Ziele vorher"),
        number("erreicht_jetzt", "Erreichte Ziele jetzt"),
    ];
    table("vergleich_massstaebe", "Vergleich der Maßstäbe", columns, rows.collect())
}
