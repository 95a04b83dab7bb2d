//! The same agreement twice, and newer versions of an agreement: each counts once.

use std::collections::BTreeMap;

use super::entry::{ContentDigest, Entry};
use super::same::{is_same_content, is_same_period, is_same_public_side, is_same_traeger, name_key};
use super::wording::MassstabKey;
use crate::auswertung::{Befund, Befundart};
use crate::modell::{Datum, Qualitaetsdimension};

/// An Aktenzeichen under which more different ones stand is that of a subject and marks no
/// agreement.
const MAX_OF_AKTENZEICHEN: usize = 400;

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
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct About {
    art: usize,
    traeger: Option<String>,
    von: Option<Datum>,
    form: Option<(Vec<Qualitaetsdimension>, Vec<MassstabKey>)>,
}

impl About {
    fn of(entry: &Entry) -> Self {
        let form = entry.only_form().map(|form| (form.dimensionen.clone(), form.massstaebe.clone()));
        let traeger = entry.traeger_name.as_deref().map(name_key);
        Self { art: entry.art_place(), traeger, von: entry.zeitraum.von, form }
    }
}

/// What versions share besides where the Aktenzeichen does not say that they are some:
/// the public side, and what a Träger may have several of.
type Sides = (Option<String>, [Option<String>; 2]);

fn sides(entry: &Entry) -> Sides {
    (entry.oeffentlicher_traeger.as_deref().map(name_key), entry.angebot.clone())
}

/// Whether they are at addresses that are not the same.
fn is_elsewhere(a: &Entry, b: &Entry) -> bool {
    matches!((&a.anschrift, &b.anschrift), (Some(a), Some(b)) if a.differs(b))
}

/// Sorts out blanks, copies and older versions.
pub(super) fn sort_out(entries: Vec<Entry>) -> Sorted {
    let mut remarks = Vec::new();
    let once = each_once(entries, &mut remarks);
    let mut versions: BTreeMap<About, Vec<Entry>> = BTreeMap::new();
    for entry in once {
        versions.entry(About::of(&entry)).or_default().push(entry);
    }
    let mut groups = Groups::default();
    for (about, group) in versions {
        groups.add(&about, group);
    }
    let Groups { numbered, plain, unclear } = groups;
    let mut counted = newest_of_numbered(numbered, &mut remarks);
    remarks.extend(same_number_of_others(&counted));
    remarks.extend(other_numbers(&counted, &unclear));
    for entries in plain {
        counted.append(&mut newest(entries, Befundart::AeltereFassung, &mut remarks));
    }
    for (about, sides_of, entries) in unclear {
        let mut entries = newest(entries, Befundart::AeltereFassung, &mut remarks);
        let is_such = |entry: &&Entry| sides(entry) == sides_of && About::of(entry) == about;
        let all = || entries.iter().chain(counted.iter().filter(is_such));
        remarks.push(Remark::about(Befundart::UnklareFassung, all()));
        counted.append(&mut entries);
    }
    Sorted { counted, remarks }
}

/// Without blanks and copies.
fn each_once(mut entries: Vec<Entry>, remarks: &mut Vec<Remark>) -> Vec<Entry> {
    entries.retain_mut(|entry| {
        if entry.is_blank {
            let quellen = vec![std::mem::take(&mut entry.quelle)];
            remarks.push(Remark { art: Befundart::Leer, about: Vec::new(), quellen });
        }
        !entry.is_blank
    });
    // Which copy comes first must not depend on when it was read.
    entries.sort_by(|a, b| (&a.digest, &a.quelle).cmp(&(&b.digest, &b.quelle)));
    let mut once: Vec<Entry> = Vec::new();
    for entry in entries {
        match (once.last(), remarks.last_mut()) {
            (Some(last), Some(Remark { art: Befundart::Doppelt, about, quellen }))
                if last.digest == entry.digest && about.contains(&entry.digest) =>
            {
                quellen.push(entry.quelle);
            }
            (Some(last), _) if last.digest == entry.digest => {
                let quellen = vec![last.quelle.clone(), entry.quelle];
                remarks.push(Remark { art: Befundart::Doppelt, about: vec![entry.digest], quellen });
            }
            _ => once.push(entry),
        }
    }
    once
}

/// Agreements that are versions of each other.
#[derive(Default)]
struct Groups {
    /// By kind and Aktenzeichen; each list holds those that are about the same.
    numbered: BTreeMap<(usize, String), Vec<Vec<Entry>>>,
    plain: Vec<Vec<Entry>>,
    /// Without an Aktenzeichen, and there are several that they may be versions of.
    unclear: Vec<(About, Sides, Vec<Entry>)>,
}

impl Groups {
    /// Takes agreements that are about the same.
    fn add(&mut self, about: &About, group: Vec<Entry>) {
        let mut numbered: BTreeMap<String, Vec<Entry>> = BTreeMap::new();
        let mut plain: BTreeMap<Sides, Vec<Vec<Entry>>> = BTreeMap::new();
        for entry in group {
            match (entry.aktenzeichen.clone(), &entry.traeger_name) {
                (Some(aktenzeichen), _) => numbered.entry(aktenzeichen).or_default().push(entry),
                (None, Some(_)) => at_its_address(plain.entry(sides(&entry)).or_default(), entry),
                // Nothing says whose it is.
                (None, None) => self.plain.push(vec![entry]),
            }
        }
        for (sides_of, places) in plain {
            for mut entries in places {
                let is_other = |others: &&mut Vec<Entry>| {
                    others.iter().any(|other| {
                        sides(other) == sides_of && !entries.iter().any(|entry| is_elsewhere(entry, other))
                    })
                };
                let mut others = numbered.values_mut().filter(is_other);
                match (others.next(), others.next()) {
                    (Some(other), None) => other.append(&mut entries),
                    (None, _) => self.plain.push(entries),
                    (Some(_), Some(_)) => self.unclear.push((about.clone(), sides_of.clone(), entries)),
                }
            }
        }
        for (aktenzeichen, entries) in numbered {
            self.numbered.entry((about.art, aktenzeichen)).or_default().push(entries);
        }
    }
}

/// Puts an agreement to those of the same name that are not elsewhere.
fn at_its_address(places: &mut Vec<Vec<Entry>>, entry: Entry) {
    match places.iter_mut().find(|place| !place.iter().any(|other| is_elsewhere(other, &entry))) {
        Some(place) => place.push(entry),
        None => places.push(vec![entry]),
    }
}

/// The newest of each Aktenzeichen; what was corrected in a later version is no other
/// agreement.
fn newest_of_numbered(numbered: BTreeMap<(usize, String), Vec<Vec<Entry>>>, remarks: &mut Vec<Remark>) -> Vec<Entry> {
    let mut counted = Vec::new();
    for groups in numbered.into_values() {
        let mut joined: Vec<(Vec<Entry>, Befundart)> = Vec::new();
        let is_mark = groups.len() <= MAX_OF_AKTENZEICHEN;
        for mut group in groups {
            let mut art = Befundart::AeltereFassung;
            // It may be a correction of several that had nothing in common before.
            let mut at = 0;
            while is_mark && at < joined.len() {
                if joined.get(at).is_some_and(|(other, _)| is_correction(other, &group)) {
                    group.append(&mut joined.swap_remove(at).0);
                    art = Befundart::BerichtigteFassung;
                } else {
                    at += 1;
                }
            }
            joined.push((group, art));
        }
        for (group, art) in joined {
            counted.append(&mut newest(group, art, remarks));
        }
    }
    counted
}

fn is_correction(some: &[Entry], others: &[Entry]) -> bool {
    some.iter().any(|a| {
        others.iter().any(|b| {
            is_same_public_side(a, b)
                && is_same_period(a.zeitraum, b.zeitraum)
                && is_same_traeger(a, b)
                && is_same_content(a, b)
        })
    })
}

/// Agreements of different Träger that share all the rest, Aktenzeichen included.
fn same_number_of_others(counted: &[Entry]) -> Vec<Remark> {
    let mut same: BTreeMap<_, Vec<&Entry>> = BTreeMap::new();
    for entry in counted {
        let about = About { traeger: None, ..About::of(entry) };
        same.entry((about, sides(entry), entry.aktenzeichen.clone())).or_default().push(entry);
    }
    let differ = |entries: &&Vec<&Entry>| {
        let mut names: Vec<_> = entries.iter().map(|entry| entry.traeger_name.as_deref().map(name_key)).collect();
        names.sort_unstable();
        names.dedup();
        names.len() > 1
    };
    let differing = same.values().filter(differ);
    differing.map(|entries| Remark::about(Befundart::GleichesAktenzeichen, entries.iter().copied())).collect()
}

/// Agreements that share all but the Aktenzeichen.
fn other_numbers(counted: &[Entry], unclear: &[(About, Sides, Vec<Entry>)]) -> Vec<Remark> {
    let mut same: BTreeMap<_, Vec<&Entry>> = BTreeMap::new();
    for entry in counted.iter().filter(|entry| entry.traeger_name.is_some() && entry.zeitraum.von.is_some()) {
        same.entry((About::of(entry), sides(entry))).or_default().push(entry);
    }
    // Of those that are unclear more is said.
    same.retain(|(about, sides), entries| {
        let numbers = || entries.iter().map(|entry| &entry.aktenzeichen);
        let is_several = numbers().any(|number| numbers().next().is_some_and(|first| first != number));
        let is_apart = entries.iter().any(|entry| entries.first().is_some_and(|first| is_elsewhere(first, entry)));
        is_several && !is_apart && !unclear.iter().any(|(other, others, _)| other == about && others == sides)
    });
    same.values().map(|entries| Remark::about(Befundart::AnderesAktenzeichen, entries.iter().copied())).collect()
}

/// The later Stand is the newer version; with the same Stand the one with the later
/// result, then the one with more results that say something, then with more at all.
fn newest(mut group: Vec<Entry>, art: Befundart, remarks: &mut Vec<Remark>) -> Vec<Entry> {
    if group.len() < 2 {
        return group;
    }
    let rank = |entry: &Entry| (entry.stand, entry.latest, entry.settled, entry.entered);
    group.sort_by(|a, b| {
        rank(b).cmp(&rank(a)).then_with(|| a.quelle.cmp(&b.quelle)).then_with(|| a.digest.cmp(&b.digest))
    });
    let best = group.first().map(rank);
    let older = group.split_off(group.partition_point(|entry| Some(rank(entry)) == best));
    if !older.is_empty() {
        let mut remark = Remark::about(art, group.iter());
        remark.quellen.extend(older.into_iter().map(|entry| entry.quelle));
        remarks.push(remark);
    }
    if group.len() > 1 {
        remarks.push(Remark::about(Befundart::UnklareFassung, group.iter()));
    }
    group
}

impl Remark {
    pub(super) fn about<'a>(art: Befundart, entries: impl Iterator<Item = &'a Entry>) -> Self {
        let (about, quellen) = entries.map(|entry| (entry.digest, entry.quelle.clone())).unzip();
        Self { art, about, quellen }
    }

    /// With the numbers that the agreements have by now.
    pub(super) fn into_befund(self, numbers: &BTreeMap<ContentDigest, u32>, intern: bool) -> Befund {
        let mut nrs: Vec<u32> = self.about.iter().filter_map(|digest| numbers.get(digest).copied()).collect();
        nrs.sort_unstable();
        Befund::new(self.art, nrs, if intern { self.quellen } else { Vec::new() })
    }
}
