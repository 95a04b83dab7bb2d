//! The lists of an evaluation: Ziele, what is due, over or ahead, agreements, findings.

use super::columns::{
    MASSNAHMEN, MASSSTAB, NR, OEFFENTLICHER_TRAEGER, SEITE, STAND, TRAEGER, VEREINBARUNG, VEREINBARUNGEN, VORDRUCKE,
    ZIELE, date, long, number, table, text,
};
use crate::auswertung::{Auswertung, FaelligeMassnahme, OHNE_ANGABE, Terminart, Zielergebnis, Ziellage};
use crate::evaluate::result_table::{ResultCell, ResultColumn, ResultTable};
use crate::modell::{Massnahmenstand, Seite, Zahl, Zielerreichung};

const VORDRUCK: ResultColumn = number("vordruck", "Vordruck");
const ZIEL: ResultColumn = number("ziel", "Ziel");
const TAGE: ResultColumn = number("tage", "Tage seit der Frist");
pub(super) const WER: ResultColumn = text("wer", "Wer");
const WAS: ResultColumn = long("was", "Was");

/// What came of each Ziel.
pub(super) fn zielergebnisse(auswertung: &Auswertung) -> ResultTable {
    let row = |ziel: &Zielergebnis| {
        let massstaebe: Vec<&str> = ziel.massstaebe.iter().map(|massstab| massstab.bezeichnung.as_str()).collect();
        let massstaebe = if massstaebe.is_empty() { OHNE_ANGABE.to_owned() } else { massstaebe.join("; ") };
        let mut row = vec![
            ResultCell::Text(massstaebe),
            (&ziel.wortlaut).into(),
            ziel.grad.map_or(OHNE_ANGABE, Zielerreichung::bezeichnung).into(),
            (&ziel.ergebnis).into(),
            (&ziel.folge).into(),
            ziel.datum.into(),
            ziel.lage.map(Ziellage::bezeichnung).map_or(ResultCell::Empty, ResultCell::from),
            ziel.vereinbarung.into(),
            ziel.vordruck.into(),
            ziel.ziel.into(),
        ];
        row.extend(parties(auswertung, ziel.vereinbarung));
        row
    };
    let columns = vec![
        MASSSTAB,
        long("wortlaut", "Ziel im Wortlaut"),
        text("grad", "Grad der Zielerreichung"),
        long("ergebnis", "Ergebnis"),
        long("folge", "Folge"),
        date("datum", "Bewertet am"),
        text("lage", "Lage"),
        VEREINBARUNG,
        VORDRUCK,
        ZIEL,
        OEFFENTLICHER_TRAEGER,
        TRAEGER,
    ];
    table("zielergebnisse", "Ziele mit Ergebnis", columns, auswertung.zielergebnisse.iter().map(row).collect())
}

/// The numbers by which the criteria of the Ziele are measured.
pub(super) fn indikatoren(auswertung: &Auswertung) -> ResultTable {
    let zahl = |zahl: Option<Zahl>| zahl.map_or(ResultCell::Empty, |zahl| ResultCell::Text(zahl.deutsch()));
    let mut rows = Vec::new();
    for ziel in &auswertung.zielergebnisse {
        for indikator in &ziel.indikatoren {
            let mut row = vec![
                (&indikator.woran).into(),
                indikator.seite.bezeichnung().into(),
                zahl(indikator.ausgangswert),
                zahl(indikator.zielwert),
                zahl(indikator.istwert),
                (&indikator.einheit).into(),
                (&indikator.quelle).into(),
                indikator.stichtag.into(),
                ziel.vereinbarung.into(),
                ziel.vordruck.into(),
                ziel.ziel.into(),
            ];
            row.extend(parties(auswertung, ziel.vereinbarung));
            rows.push(row);
        }
    }
    let columns = vec![
        long("woran", "Kriterium"),
        SEITE,
        text("ausgangswert", "Ausgangswert"),
        text("zielwert", "Zielwert"),
        text("istwert", "Istwert"),
        text("einheit", "Einheit"),
        text("quelle", "Quelle"),
        date("stichtag", "Stand vom"),
        VEREINBARUNG,
        VORDRUCK,
        ZIEL,
        OEFFENTLICHER_TRAEGER,
        TRAEGER,
    ];
    table("indikatoren", "Indikatoren", columns, rows)
}

/// The side that does it; without one both agreed on it when they talked.
pub(super) fn side(seite: Option<Seite>) -> &'static str {
    seite.map_or(Terminart::Traegergespraech.bezeichnung(), Seite::bezeichnung)
}

pub(super) fn due(
    name: &'static str,
    title: &'static str,
    auswertung: &Auswertung,
    list: &[FaelligeMassnahme],
) -> ResultTable {
    let rows = list.iter().map(|massnahme| {
        let mut row = vec![
            ResultCell::Date(massnahme.bis),
            ResultCell::Number(massnahme.tage),
            side(massnahme.seite).into(),
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
        TAGE,
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
    table(name, title, columns, rows.collect())
}

/// Talks whose day is over.
pub(super) fn past_talks(auswertung: &Auswertung) -> Option<ResultTable> {
    let rows = auswertung.verstrichene_gespraeche.as_ref()?.iter().map(|talk| {
        let mut row = vec![
            ResultCell::Date(talk.am),
            ResultCell::Number(talk.tage),
            talk.art.bezeichnung().into(),
            (&talk.wer).into(),
            talk.vereinbarung.into(),
        ];
        row.extend(parties(auswertung, talk.vereinbarung));
        row
    });
    let columns =
        vec![date("am", "Am"), TAGE, text("art", "Termin"), WER, VEREINBARUNG, OEFFENTLICHER_TRAEGER, TRAEGER];
    Some(table("verstrichene_gespraeche", "Verstrichene Gespräche", columns, rows.collect()))
}

/// Agreements that have ended without result or successor.
pub(super) fn ended(auswertung: &Auswertung) -> Option<ResultTable> {
    let rows = auswertung.beendete_vereinbarungen.as_ref()?.iter().map(|agreement| {
        let mut row = vec![
            ResultCell::Date(agreement.ende),
            ResultCell::Number(agreement.tage),
            agreement.ziele.into(),
            agreement.ziele_ohne_ergebnis.into(),
            agreement.nachfolge.into(),
            agreement.vereinbarung.into(),
        ];
        row.extend(parties(auswertung, agreement.vereinbarung));
        row
    });
    let columns = vec![
        date("ende", "Ende"),
        TAGE,
        ZIELE,
        number("ziele_ohne_ergebnis", "Ziele ohne Ergebnis"),
        number("nachfolge", "Nachfolge Nr."),
        VEREINBARUNG,
        OEFFENTLICHER_TRAEGER,
        TRAEGER,
    ];
    Some(table("beendete_vereinbarungen", "Beendete Vereinbarungen", columns, rows.collect()))
}

pub(super) fn termine(auswertung: &Auswertung) -> Option<ResultTable> {
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

pub(super) fn vereinbarungen(auswertung: &Auswertung) -> ResultTable {
    let rows = auswertung.vereinbarungen.iter().map(|entry| {
        let mut row = vec![
            entry.nr.into(),
            entry.art.bezeichnung().into(),
            (&entry.oeffentlicher_traeger).into(),
            (&entry.traeger).into(),
            entry.vereinbarungszeitraum.von.into(),
            entry.vereinbarungszeitraum.bis.into(),
            entry.vordrucke.into(),
            entry.ziele.into(),
            entry.massnahmen.into(),
        ];
        if !auswertung.anonym {
            row.push((&entry.aktenzeichen).into());
        }
        if auswertung.intern {
            row.push((&entry.quelle).into());
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
        VORDRUCKE,
        ZIELE,
        MASSNAHMEN,
    ];
    if !auswertung.anonym {
        columns.push(text("aktenzeichen", "Aktenzeichen"));
    }
    if auswertung.intern {
        columns.push(text("quelle", "Quelle"));
    }
    table("vereinbarungen", "Vereinbarungen", columns, rows.collect())
}

pub(super) fn befunde(auswertung: &Auswertung) -> ResultTable {
    let rows = auswertung.befunde.iter().map(|befund| {
        let mut row = vec![
            befund.art.bezeichnung().into(),
            befund.meldung.as_str().into(),
            befund.vereinbarungen.as_slice().into(),
        ];
        if auswertung.intern {
            let quellen = befund.quellen.join("; ");
            row.push(if quellen.is_empty() { ResultCell::Empty } else { ResultCell::Text(quellen) });
        }
        row
    });
    let mut columns = vec![text("befund", "Befund"), long("meldung", "Meldung"), VEREINBARUNGEN];
    if auswertung.intern {
        columns.push(long("quellen", "Quellen"));
    }
    table("befunde", "Befunde", columns, rows.collect())
}

fn stand(stand: Option<Massnahmenstand>) -> ResultCell {
    stand.map_or(OHNE_ANGABE, Massnahmenstand::bezeichnung).into()
}
