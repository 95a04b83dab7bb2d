//! What depends on the Stichtag: what is due, over or ahead.

use std::collections::BTreeMap;

use super::entry::{Ahead, Due, Entry, Past};
use super::last::last;
use super::same::name_key;
use crate::auswertung::{
    BeendeteVereinbarung, FaelligeMassnahme, Kennzahlen, MassnahmenBeiderSeiten, Termin, VerstrichenesGespraech,
    Zaehlung,
};
use crate::modell::{Datum, Seite};

/// The lists of an evaluation that there are with a Stichtag only.
#[derive(Default)]
pub(super) struct TimedLists {
    pub(super) ueberfaellige_massnahmen: Option<Vec<FaelligeMassnahme>>,
    pub(super) massnahmen_ohne_meldung: Option<Vec<FaelligeMassnahme>>,
    pub(super) verstrichene_gespraeche: Option<Vec<VerstrichenesGespraech>>,
    pub(super) beendete_vereinbarungen: Option<Vec<BeendeteVereinbarung>>,
    pub(super) termine: Option<Vec<Termin>>,
}

/// What was found at a Stichtag, in the order of the agreements.
pub(super) struct Timed {
    due: Vec<(u32, Due)>,
    ahead: Vec<(u32, Ahead)>,
    past: Vec<VerstrichenesGespraech>,
    ended: Vec<BeendeteVereinbarung>,
}

/// Looks at agreements, numbered in this order.
pub(super) fn timed(stichtag: Datum, entries: &[Entry]) -> Timed {
    let mut timed = Timed { due: Vec::new(), ahead: Vec::new(), past: Vec::new(), ended: Vec::new() };
    let successors = successors(entries);
    for ((nr, entry), nachfolge) in (1..).zip(entries).zip(successors) {
        timed.due.extend(entry.due.iter().map(|due| (nr, due.clone())));
        timed.ahead.extend(entry.ahead.iter().map(|ahead| (nr, ahead.clone())));
        timed.past.extend(entry.past.iter().filter(|past| nachfolge.is_none() && is_silent_since(entry, past)).map(
            |Past { art, am, wer }| VerstrichenesGespraech {
                art: *art,
                am: *am,
                tage: stichtag.days_since(*am),
                vereinbarung: nr,
                wer: wer.clone(),
            },
        ));
        timed.ended.extend(ended(stichtag, nr, entry, nachfolge));
    }
    timed
}

/// Whether the agreement says nothing that is of that day or later.
fn is_silent_since(entry: &Entry, past: &Past) -> bool {
    [entry.stand, entry.latest].into_iter().flatten().all(|day| day < past.am)
}

/// An agreement whose period is over, if it lacks a result or a successor.
fn ended(stichtag: Datum, nr: u32, entry: &Entry, nachfolge: Option<u32>) -> Option<BeendeteVereinbarung> {
    let ende = entry.zeitraum.bis.filter(|bis| *bis < stichtag)?;
    let ziele = entry.forms.iter().flat_map(|form| &form.ziele);
    let ziele_ohne_ergebnis = ziele.clone().filter(|ziel| !ziel.is_assessed()).count();
    (ziele_ohne_ergebnis > 0 || nachfolge.is_none()).then(|| BeendeteVereinbarung {
        vereinbarung: nr,
        ende,
        tage: stichtag.days_since(ende),
        ziele: ziele.count(),
        ziele_ohne_ergebnis,
        nachfolge,
    })
}

/// Of each agreement the next one of the same kind and parties: it begins and ends later.
/// Where the Träger has no name, nobody knows.
fn successors(entries: &[Entry]) -> Vec<Option<u32>> {
    let key = |entry: &Entry| {
        let public = entry.oeffentlicher_traeger.as_deref().map(name_key);
        Some((entry.art_place(), public, entry.traeger.clone()?, entry.angebot.clone()))
    };
    let mut same: BTreeMap<_, Vec<(Datum, u32, &Entry)>> = BTreeMap::new();
    for (nr, entry) in (1..).zip(entries) {
        if let (Some(key), Some(von)) = (key(entry), entry.zeitraum.von) {
            same.entry(key).or_default().push((von, nr, entry));
        }
    }
    for list in same.values_mut() {
        list.sort_by_key(|(von, nr, _)| (*von, *nr));
    }
    let next = |entry: &Entry| {
        let (own, bis) = (entry.zeitraum.von?, entry.zeitraum.bis?);
        let list = same.get(&key(entry)?)?;
        let later = list.iter().filter(|(von, ..)| *von > own);
        let ends_later = |(_, _, other): &&(Datum, u32, &Entry)| other.zeitraum.bis.is_none_or(|end| end > bis);
        later.into_iter().find(ends_later).map(|(_, nr, _)| *nr)
    };
    entries.iter().map(next).collect()
}

impl Timed {
    /// Counts it in, and gives the lists in their order.
    pub(super) fn count(self, kennzahlen: &mut Kennzahlen, massnahmen: &mut MassnahmenBeiderSeiten) -> TimedLists {
        let Self { due, ahead, mut past, mut ended } = self;
        let counted = |numbers: &mut dyn Iterator<Item = u32>| {
            let mut count = Zaehlung::default();
            for nr in numbers {
                count.add(1, nr);
            }
            count
        };
        let without_result = ended.iter().filter(|agreement| agreement.ziele_ohne_ergebnis > 0);
        let without_successor = ended.iter().filter(|agreement| agreement.nachfolge.is_none());
        kennzahlen.beendet_ohne_ergebnis = Some(counted(&mut without_result.map(|agreement| agreement.vereinbarung)));
        kennzahlen.beendet_ohne_nachfolge =
            Some(counted(&mut without_successor.map(|agreement| agreement.vereinbarung)));
        kennzahlen.verstrichene_gespraeche = Some(counted(&mut past.iter().map(|talk| talk.vereinbarung)));
        for of_lage in
            [&mut kennzahlen.ziele_im_zeitraum, &mut kennzahlen.ziele_nach_ende, &mut kennzahlen.ziele_ohne_ende]
        {
            of_lage.get_or_insert_default();
        }
        let (late, unknown): (Vec<_>, Vec<_>) = due.into_iter().partition(|(_, due)| due.stand.is_some());
        kennzahlen.ueberfaellige_massnahmen = Some(counted(&mut late.iter().map(|(nr, _)| *nr)));
        kennzahlen.massnahmen_ohne_meldung = Some(counted(&mut unknown.iter().map(|(nr, _)| *nr)));
        for seite in Seite::ALL.iter().copied().map(Some).chain([None]) {
            let of_side = |list: &[(u32, Due)]| {
                counted(&mut list.iter().filter(|(_, due)| due.place.seite == seite).map(|(nr, _)| *nr))
            };
            let staende = massnahmen.seite(seite);
            staende.ueberfaellig = Some(of_side(&late));
            staende.ohne_meldung = Some(of_side(&unknown));
        }
        // Counted in the order of the agreements, before they are sorted.
        past.sort_by_key(|talk| (talk.am, talk.vereinbarung, talk.art));
        ended.sort_by_key(|agreement| (agreement.ende, agreement.vereinbarung));
        TimedLists {
            ueberfaellige_massnahmen: Some(oldest_first(late)),
            massnahmen_ohne_meldung: Some(oldest_first(unknown)),
            verstrichene_gespraeche: Some(past),
            beendete_vereinbarungen: Some(ended),
            termine: Some(termine(ahead)),
        }
    }
}

fn oldest_first(mut all: Vec<(u32, Due)>) -> Vec<FaelligeMassnahme> {
    all.sort_by(|(nr, a), (other, b)| (a.bis, nr, a.place).cmp(&(b.bis, other, b.place)));
    let row = |(vereinbarung, Due { place, wer, was, bis, tage, stand })| FaelligeMassnahme {
        vereinbarung,
        vordruck: place.vordruck,
        ziel: place.ziel,
        seite: place.seite,
        wer,
        was,
        bis,
        tage,
        stand,
    };
    all.into_iter().map(row).collect()
}

fn termine(mut all: Vec<(u32, Ahead)>) -> Vec<Termin> {
    // A stable sort: what is equal stays in the order of the agreement.
    all.sort_by(|(nr, a), (other, b)| (last(a.span), a.art, nr, a.place).cmp(&(last(b.span), b.art, other, b.place)));
    let row = |(vereinbarung, Ahead { art, span, wann, place, wer, was }): (u32, Ahead)| Termin {
        art,
        von: span.map(|(von, _)| von),
        bis: span.map(|(_, bis)| bis),
        wann,
        vereinbarung,
        vordruck: place.vordruck,
        ziel: place.ziel,
        seite: place.seite,
        wer,
        was,
    };
    all.into_iter().map(row).collect()
}
