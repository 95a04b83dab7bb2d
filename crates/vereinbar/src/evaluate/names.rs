//! One name for each party: however it is spelled, and told apart where several have it.

use std::collections::BTreeMap;

use super::entry::{Address, Entry};
use super::same::name_key;
use super::versions::Remark;
use crate::auswertung::Befundart;

/// Gives each party one name, the spelling that comes first in the alphabet. Träger of the
/// same name at different addresses are different ones; they are called by name and place,
/// and a finding says so.
pub(super) fn tell_apart(entries: &mut [Entry]) -> Vec<Remark> {
    let public = spellings(entries.iter().filter_map(|entry| entry.oeffentlicher_traeger.as_ref()));
    let free = spellings(entries.iter().filter_map(|entry| entry.traeger_name.as_ref()));
    let mut named: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, entry) in entries.iter_mut().enumerate() {
        if let Some(name) = &mut entry.oeffentlicher_traeger {
            public.get(&name_key(name)).inspect(|spelling| name.clone_from(spelling));
        }
        if let Some(name) = &entry.traeger_name {
            let key = name_key(name);
            entry.traeger = free.get(&key).cloned();
            named.entry(key).or_default().push(index);
        }
    }
    let mut remarks = Vec::new();
    for indices in named.into_values() {
        let places = places(indices.iter().filter_map(|index| entries.get(*index)?.anschrift.as_ref()));
        if places.len() < 2 {
            continue;
        }
        let mut towns: Vec<_> = places.iter().map(|place| place.ort.as_deref().map(name_key)).collect();
        towns.sort_unstable();
        towns.dedup();
        let by_town = towns.len() == places.len();
        for index in &indices {
            if let Some(Entry { anschrift: Some(own), traeger: Some(name), .. }) = entries.get_mut(*index) {
                let place = places.iter().find(|place| !place.differs(own)).unwrap_or(own);
                let street = place.strasse.as_deref().filter(|_| !by_town);
                for word in [street, place.ort.as_deref()].into_iter().flatten() {
                    name.push_str(", ");
                    name.push_str(word);
                }
            }
        }
        let such = indices.iter().filter_map(|index| entries.get(*index));
        remarks.push(Remark::about(Befundart::GleicherName, such));
    }
    remarks
}

/// Of each name the spelling that comes first.
fn spellings<'a>(names: impl Iterator<Item = &'a String>) -> BTreeMap<String, String> {
    let mut spellings: BTreeMap<String, String> = BTreeMap::new();
    for name in names {
        let spelling = spellings.entry(name_key(name)).or_insert_with(|| name.clone());
        if name < spelling {
            spelling.clone_from(name);
        }
    }
    spellings
}

/// The addresses that differ; the fullest of each, in an order that does not depend on
/// that of the agreements.
fn places<'a>(all: impl Iterator<Item = &'a Address>) -> Vec<Address> {
    let mut all: Vec<&Address> = all.collect();
    let missing = |place: &Address| {
        [place.strasse.is_none(), place.plz.is_none(), place.ort.is_none()].into_iter().filter(|is| *is).count()
    };
    let written = |place: &Address| (place.strasse.clone(), place.plz.clone(), place.ort.clone());
    all.sort_by_cached_key(|place| (missing(place), place.key(), written(place)));
    let mut places: Vec<Address> = Vec::new();
    for place in all {
        if places.iter().all(|other| other.differs(place)) {
            places.push(place.clone());
        }
    }
    places
}
