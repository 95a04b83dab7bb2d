//! The same agreement twice, and newer versions of an agreement: each counts once.

use std::collections::BTreeMap;

use super::entry::{Digest, Entry, MassstabKey};
use super::{Befund, Befundart};
use crate::modell::{Art, Datum, Qualitaetsdimension};

/// What is counted, and the findings about the rest. A finding names the agreement
/// it is about by its digest, as there are no numbers yet.
pub(super) struct Sorted {
    pub(super) counted: Vec<Entry>,
    pub(super) remarks: Vec<Remark>,
}

pub(super) struct Remark {
    pub(super) art: Befundart,
    pub(super) about: Vec<Digest>,
    pub(super) quellen: Vec<String>,
}

/// What versions of an agreement share. A form for each dimension and Maßstab is
/// made under one Aktenzeichen, and the next agreement keeps it, too: what they are
/// about and when they begin tells them apart.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Identity {
    art: usize,
    aktenzeichen: String,
    traeger: Option<String>,
    von: Option<Datum>,
    form: Option<(Vec<Qualitaetsdimension>, Vec<MassstabKey>)>,
}

impl Identity {
    fn of(entry: &Entry) -> Option<Self> {
        let form = match (entry.art, entry.forms.first()) {
            (Art::Qualitaetsentwicklungsvereinbarung, Some(form)) => {
                Some((form.dimensionen.clone(), form.massstaebe.clone()))
            }
            _ => None,
        };
        Some(Self {
            art: entry.art_place(),
            aktenzeichen: entry.aktenzeichen.clone()?,
            traeger: entry.traeger.clone(),
            von: entry.zeitraum.von,
            form,
        })
    }
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

    let mut versions: BTreeMap<Identity, Vec<Entry>> = BTreeMap::new();
    let mut rest = Vec::new();
    for entry in counted {
        match Identity::of(&entry) {
            Some(identity) => versions.entry(identity).or_default().push(entry),
            None => rest.push(entry),
        }
    }
    for (_, mut group) in versions {
        if group.len() > 1 {
            group = newest(group, &mut remarks);
        }
        rest.append(&mut group);
    }
    Sorted { counted: rest, remarks }
}

/// The later Stand is the newer version; with the same Stand the one with more
/// results.
fn newest(mut group: Vec<Entry>, remarks: &mut Vec<Remark>) -> Vec<Entry> {
    let rank = |entry: &Entry| (entry.stand, entry.entered);
    group.sort_by(|a, b| {
        rank(b).cmp(&rank(a)).then_with(|| a.quelle.cmp(&b.quelle)).then_with(|| a.digest.cmp(&b.digest))
    });
    let best = group.first().map(rank);
    let older = group.split_off(group.partition_point(|entry| Some(rank(entry)) == best));
    let about: Vec<Digest> = group.iter().map(|entry| entry.digest).collect();
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
    pub(super) fn into_befund(self, numbers: &BTreeMap<Digest, u32>, anonym: bool) -> Befund {
        let mut nrs: Vec<u32> = self.about.iter().filter_map(|digest| numbers.get(digest).copied()).collect();
        nrs.sort_unstable();
        Befund::new(self.art, nrs, if anonym { Vec::new() } else { self.quellen })
    }
}
