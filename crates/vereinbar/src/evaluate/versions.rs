//! The same agreement twice, and newer versions of an agreement: each counts once.

use std::collections::BTreeMap;

use super::entry::{ContentDigest, Entry, MassstabKey};
use crate::auswertung::{Befund, Befundart};
use crate::modell::{Datum, Qualitaetsdimension};

/// What is counted, and the findings about the rest. A finding names the agreement
/// it is about by its digest, as there are no numbers yet.
pub(super) struct Sorted {
    pub(super) counted: Vec<Entry>,
    pub(super) remarks: Vec<Remark>,
}

pub(super) struct Remark {
    pub(super) art: Befundart,
    pub(super) about: Vec<ContentDigest>,
    pub(super) quellen: Vec<String>,
}

/// What versions of an agreement share, whether or not they have an Aktenzeichen. A
/// form for each dimension and Maßstab is made under one Aktenzeichen, and the next
/// agreement keeps it, too: what they are about and when they begin tells them apart.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct About {
    art: usize,
    traeger: Option<String>,
    von: Option<Datum>,
    form: Option<(Vec<Qualitaetsdimension>, Vec<MassstabKey>)>,
}

impl About {
    fn of(entry: &Entry) -> Self {
        let form = entry.only_form().map(|form| (form.dimensionen.clone(), form.massstaebe.clone()));
        Self { art: entry.art_place(), traeger: entry.traeger.clone(), von: entry.zeitraum.von, form }
    }
}

/// What versions share besides where the Aktenzeichen does not say that they are some:
/// the public side, and what a Träger may have several of.
type Sides = (Option<String>, [Option<String>; 2]);

fn sides(entry: &Entry) -> Sides {
    (entry.oeffentlicher_traeger.clone(), entry.angebot.clone())
}

/// Sorts out blanks, copies and older versions.
pub(super) fn sort_out(mut entries: Vec<Entry>) -> Sorted {
    let mut remarks = Vec::new();
    entries.retain_mut(|entry| {
        if entry.is_blank {
            let quellen = vec![std::mem::take(&mut entry.quelle)];
            remarks.push(Remark { art: Befundart::Leer, about: Vec::new(), quellen });
        }
        !entry.is_blank
    });
    // Which copy comes first must not depend on when it was read.
    entries.sort_by(|a, b| (&a.digest, &a.quelle).cmp(&(&b.digest, &b.quelle)));
    let mut counted: Vec<Entry> = Vec::new();
    for entry in entries {
        match (counted.last(), remarks.last_mut()) {
            (Some(last), Some(Remark { art: Befundart::Doppelt, about, quellen }))
                if last.digest == entry.digest && about.contains(&entry.digest) =>
            {
                quellen.push(entry.quelle);
            }
            (Some(last), _) if last.digest == entry.digest => {
                let quellen = vec![last.quelle.clone(), entry.quelle];
                remarks.push(Remark { art: Befundart::Doppelt, about: vec![entry.digest], quellen });
            }
            _ => counted.push(entry),
        }
    }

    let mut versions: BTreeMap<About, Vec<Entry>> = BTreeMap::new();
    for entry in counted {
        versions.entry(About::of(&entry)).or_default().push(entry);
    }
    let mut rest = Vec::new();
    for group in versions.into_values() {
        rest.append(&mut newest_of_each(group, &mut remarks));
    }
    Sorted { counted: rest, remarks }
}

/// The newest of each agreement, of agreements that are about the same.
fn newest_of_each(group: Vec<Entry>, remarks: &mut Vec<Remark>) -> Vec<Entry> {
    let mut numbered: BTreeMap<String, Vec<Entry>> = BTreeMap::new();
    let mut plain: BTreeMap<Sides, Vec<Entry>> = BTreeMap::new();
    let mut counted = Vec::new();
    for entry in group {
        match (entry.aktenzeichen.clone(), &entry.traeger) {
            (Some(aktenzeichen), _) => numbered.entry(aktenzeichen).or_default().push(entry),
            (None, Some(_)) => plain.entry(sides(&entry)).or_default().push(entry),
            // Nothing says whose it is.
            (None, None) => counted.push(entry),
        }
    }
    // Of which Aktenzeichen a version without one may be.
    let mut unclear = Vec::new();
    for (sides_of, mut entries) in plain {
        let mut others = numbered.iter_mut().filter(|(_, others)| others.iter().any(|entry| sides(entry) == sides_of));
        match (others.next(), others.next()) {
            (Some((_, other)), None) => other.append(&mut entries),
            (None, _) => counted.append(&mut newest(entries, remarks)),
            (Some(_), Some(_)) => unclear.push((sides_of, newest(entries, remarks))),
        }
    }
    for entries in numbered.into_values() {
        counted.append(&mut newest(entries, remarks));
    }
    for (sides_of, mut entries) in unclear {
        let all = || entries.iter().chain(counted.iter().filter(|entry| sides(entry) == sides_of));
        let about = all().map(|entry| entry.digest).collect();
        let quellen = all().map(|entry| entry.quelle.clone()).collect();
        remarks.push(Remark { art: Befundart::UnklareFassung, about, quellen });
        counted.append(&mut entries);
    }
    counted
}

/// The later Stand is the newer version; with the same Stand the one with the later
/// result, then the one with more results that say something, then with more at all.
fn newest(mut group: Vec<Entry>, remarks: &mut Vec<Remark>) -> Vec<Entry> {
    if group.len() < 2 {
        return group;
    }
    let rank = |entry: &Entry| (entry.stand, entry.latest, entry.settled, entry.entered);
    group.sort_by(|a, b| {
        rank(b).cmp(&rank(a)).then_with(|| a.quelle.cmp(&b.quelle)).then_with(|| a.digest.cmp(&b.digest))
    });
    let best = group.first().map(rank);
    let older = group.split_off(group.partition_point(|entry| Some(rank(entry)) == best));
    let about: Vec<ContentDigest> = group.iter().map(|entry| entry.digest).collect();
    let quellen: Vec<String> = group.iter().map(|entry| entry.quelle.clone()).collect();
    if !older.is_empty() {
        let quellen = quellen.iter().cloned().chain(older.into_iter().map(|entry| entry.quelle)).collect();
        remarks.push(Remark { art: Befundart::AeltereFassung, about: about.clone(), quellen });
    }
    if group.len() > 1 {
        remarks.push(Remark { art: Befundart::UnklareFassung, about, quellen });
    }
    group
}

impl Remark {
    /// With the numbers that the agreements have by now.
    pub(super) fn into_befund(self, numbers: &BTreeMap<ContentDigest, u32>, anonym: bool) -> Befund {
        let mut nrs: Vec<u32> = self.about.iter().filter_map(|digest| numbers.get(digest).copied()).collect();
        nrs.sort_unstable();
        Befund::new(self.art, nrs, if anonym { Vec::new() } else { self.quellen })
    }
}
