//! The columns that several tables have, and what stands in them.

use std::borrow::Cow;

use crate::auswertung::{BearbeiteterMassstab, OHNE_ANGABE};
use crate::evaluate::result_table::{ColumnKind, ResultCell, ResultColumn, ResultTable};
use crate::modell::Qualitaetsdimension;

pub(super) const NR: ResultColumn = number("nr", "Nr.");
pub(super) const ANZAHL: ResultColumn = number("anzahl", "Anzahl");
pub(super) const VEREINBARUNG: ResultColumn = number("vereinbarung", "Vereinbarung Nr.");
pub(super) const VEREINBARUNGEN: ResultColumn = column("vereinbarungen", "Vereinbarungen", ColumnKind::Agreements);
pub(super) const OEFFENTLICHER_TRAEGER: ResultColumn = text("oeffentlicher_traeger", "Öffentlicher Träger");
pub(super) const TRAEGER: ResultColumn = text("traeger", "Träger");
pub(super) const MASSSTAB: ResultColumn = text("massstab", "Grundsatz oder Maßstab");
pub(super) const DIMENSION: ResultColumn = text("qualitaetsdimension", "Qualitätsdimension");
pub(super) const ANZAHL_VEREINBARUNGEN: ResultColumn = number("anzahl_vereinbarungen", "Anzahl Vereinbarungen");
pub(super) const VORDRUCKE: ResultColumn = number("vordrucke", "Vordrucke");
pub(super) const ZIELE: ResultColumn = number("ziele", "Ziele");
pub(super) const MASSNAHMEN: ResultColumn = number("massnahmen", "Maßnahmen");
pub(super) const SEITE: ResultColumn = text("seite", "Seite");
pub(super) const STAND: ResultColumn = text("stand", "Stand");

pub(super) const fn column(name: &'static str, title: &'static str, kind: ColumnKind) -> ResultColumn {
    ResultColumn { name, title: Cow::Borrowed(title), kind }
}

pub(super) const fn text(name: &'static str, title: &'static str) -> ResultColumn {
    column(name, title, ColumnKind::Text)
}

pub(super) const fn long(name: &'static str, title: &'static str) -> ResultColumn {
    column(name, title, ColumnKind::LongText)
}

pub(super) const fn number(name: &'static str, title: &'static str) -> ResultColumn {
    column(name, title, ColumnKind::Number)
}

pub(super) const fn date(name: &'static str, title: &'static str) -> ResultColumn {
    column(name, title, ColumnKind::Date)
}

pub(super) fn table(
    name: &'static str,
    title: &'static str,
    columns: Vec<ResultColumn>,
    rows: Vec<Vec<ResultCell>>,
) -> ResultTable {
    ResultTable { name, title, columns, rows }
}

pub(super) fn massstab(massstab: Option<&BearbeiteterMassstab>) -> ResultCell {
    massstab.map_or(OHNE_ANGABE, |massstab| massstab.bezeichnung.as_str()).into()
}

pub(super) fn dimension(dimension: Option<Qualitaetsdimension>) -> ResultCell {
    dimension.map_or(OHNE_ANGABE, Qualitaetsdimension::bezeichnung).into()
}
