//! Takes agreements and evaluates them together.

use super::anonymise::TraegerNames;
use super::entry::Entry;
use super::names::tell_apart;
use super::unreadable::Unreadable;
use super::versions::{Sorted, sort_out};
use super::{EvaluateOptions, OtherOptions, count};
use crate::auswertung::{Auswertung, Befund, Befundart};
use crate::modell::Vereinbarung;
use crate::spelling::sort_key;

/// Takes agreements, one after the other, and evaluates them together.
///
/// What it keeps of an agreement are its counts, its Ziele with what came of them, and the
/// texts of what is due or ahead: some hundred bytes to a few kilobytes. The order in which agreements come
/// does not matter, so several threads may each have an `Evaluator` of their own,
/// which are [`merged`](Self::merge) at the end; so may several processes, whose evaluators
/// travel [as bytes](Self::to_bytes). Their options must be equal.
///
/// ```
/// use vereinbar::evaluate::{EvaluateOptions, Evaluator};
/// use vereinbar::parse;
///
/// let v = parse(r#"{
///     "art": "qualitaetsentwicklungsvereinbarung",
///     "traeger": {"name": "Beispielträger Jugendhilfe gGmbH"},
///     "grundsaetze_und_massstaebe": [{"code": "partizipation"}],
///     "ziele": [{"ziel": "Kinder bringen ihre Sicht ein.", "ergebnis": {"grad": "erreicht"}}]
/// }"#)?;
/// let mut evaluator = Evaluator::new(EvaluateOptions::default());
/// evaluator.add(&v, "vereinbarung.json");
/// evaluator.add(&v, "vereinbarung.pdf");
/// let auswertung = evaluator.finish();
/// // Both are the same agreement, which is said.
/// assert_eq!(auswertung.kennzahlen.vereinbarungen.anzahl, 1);
/// assert_eq!(auswertung.befunde.len(), 1);
/// assert_eq!(auswertung.ergebnisse.erreicht.vereinbarungen, [1]);
/// # Ok::<(), vereinbar::ParseError>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Evaluator {
    pub(super) options: EvaluateOptions,
    pub(super) entries: Vec<Entry>,
    pub(super) befunde: Vec<Befund>,
    pub(super) unreadable: Unreadable,
}

impl Evaluator {
    /// Nothing added yet.
    #[must_use]
    pub const fn new(options: EvaluateOptions) -> Self {
        Self { options, entries: Vec::new(), befunde: Vec::new(), unreadable: Unreadable::new() }
    }

    /// Takes an agreement. `quelle` says where it is from, usually the path of its
    /// file; it appears in the list of agreements and in findings.
    pub fn add(&mut self, vereinbarung: &Vereinbarung, quelle: &str) {
        self.entries.push(Entry::new(vereinbarung, quelle, &self.options));
    }

    /// Takes a finding, such as a file that cannot be read. Of these the first
    /// [`MAX_NAMED`](crate::limits::MAX_NAMED) are named, and one more says how many are left.
    pub fn report(&mut self, befund: Befund) {
        match befund.art {
            Befundart::NichtLesbar => self.unreadable.add(befund),
            _ => self.befunde.push(befund),
        }
    }

    /// Takes what another one has taken, in whatever order. Versions and copies are told
    /// at [`finish`](Self::finish), so it gives what one that has taken all would give.
    ///
    /// # Errors
    /// [`OtherOptions`] where the options differ; then nothing is taken.
    pub fn merge(&mut self, mut other: Self) -> Result<(), OtherOptions> {
        if self.options != other.options {
            return Err(OtherOptions);
        }
        self.entries.append(&mut other.entries);
        self.befunde.append(&mut other.befunde);
        self.unreadable.merge(other.unreadable);
        Ok(())
    }

    /// How agreements are evaluated.
    #[must_use]
    pub const fn options(&self) -> &EvaluateOptions {
        &self.options
    }

    /// How many agreements were added, copies and older versions included.
    #[must_use]
    pub const fn added(&self) -> usize {
        self.entries.len()
    }

    /// Evaluates what was added.
    #[must_use]
    pub fn finish(self) -> Auswertung {
        let Self { options, entries, mut befunde, unreadable } = self;
        befunde.extend(unreadable.into_befunde());
        let Sorted { mut counted, mut remarks } = sort_out(entries);
        remarks.append(&mut tell_apart(&mut counted));
        if options.is_anonym() {
            let names = TraegerNames::new(&counted);
            for entry in &mut counted {
                without_names(entry, &names);
            }
        }
        let intern = options.is_intern();
        if !intern {
            for befund in &mut befunde {
                befund.quellen.clear();
            }
            for entry in &mut counted {
                entry.quelle.clear();
            }
        }
        counted.sort_by_cached_key(order);
        let numbers = (1..).zip(&counted).map(|(nr, entry)| (entry.digest, nr)).collect();
        befunde.extend(remarks.into_iter().map(|remark| remark.into_befund(&numbers, intern)));
        befunde.sort();
        count::count(&options, counted, befunde)
    }
}

/// The order of the list of agreements; what is missing comes last, and the digest
/// decides between equals. Without names it says nothing about them.
fn order(entry: &Entry) -> impl Ord + use<> {
    let name = |name: &Option<String>| (name.is_none(), name.as_deref().map(sort_key), name.clone());
    (
        name(&entry.oeffentlicher_traeger),
        (entry.traeger.is_none(), entry.rank, name(&entry.traeger)),
        entry.art_place(),
        (entry.zeitraum.von, entry.zeitraum.bis),
        entry.aktenzeichen.clone(),
        entry.digest,
    )
}

fn without_names(entry: &mut Entry, names: &TraegerNames) {
    let own = names.owner(entry);
    if let Some(traeger) = &mut entry.traeger
        && let Some(number) = names.number(traeger)
    {
        entry.rank = number;
        *traeger = format!("Träger {number}");
    }
    entry.aktenzeichen = None;
    entry.traeger_name = None;
    entry.anschrift = None;
    entry.names.clear();
    let wer = entry.due.iter_mut().map(|due| &mut due.wer).chain(entry.ahead.iter_mut().map(|ahead| &mut ahead.wer));
    for wer in wer.chain(entry.past.iter_mut().map(|past| &mut past.wer)) {
        *wer = None;
    }
    let ziele = entry.forms.iter_mut().flat_map(|form| &mut form.ziele);
    let ziele = ziele.flat_map(|ziel| {
        let of_indicators =
            ziel.indikatoren.iter_mut().flat_map(|one| [&mut one.woran, &mut one.einheit, &mut one.quelle]);
        [&mut ziel.wortlaut, &mut ziel.ergebnis, &mut ziel.folge].into_iter().chain(of_indicators)
    });
    let texts = entry
        .due
        .iter_mut()
        .map(|due| &mut due.was)
        .chain(entry.ahead.iter_mut().flat_map(|ahead| [&mut ahead.was, &mut ahead.wann]))
        .chain(ziele)
        .flatten();
    for text in texts {
        *text = names.redact(text, own);
    }
    for massstab in entry.forms.iter_mut().flat_map(|form| &mut form.massstaebe) {
        massstab.reword(|written| names.redact(written, own));
    }
    for hilfeart in &mut entry.hilfearten {
        hilfeart.reword(|written| names.redact(written, own));
    }
}
