//! Counting: every number with the agreements behind it.

use std::collections::BTreeMap;

use super::EvaluateOptions;
use super::entry::{Ahead, Entry, Form, MassstabKey, Overdue, OwnMassstab};
use crate::auswertung::{
    Artgruppe, Auswertung, AuswertungArt, BearbeiteterMassstab, Befund, Dimensionszeile, Ergebnisse, Kennzahlen,
    MassnahmenBeiderSeiten, Massstabszeile, Matrixzelle, Namensgruppe, Termin, UeberfaelligeMassnahme,
    VereinbarungEintrag, Zaehlung,
};
use crate::modell::{Art, FASSUNG, Massstabscode, Qualitaetsdimension, Seite, Zeitraum};
use crate::spelling::sort_key;

/// What is missing comes last.
type Last<T> = (bool, Option<T>);

/// A name after its key in the order of names.
type LastName = Last<(String, String)>;

fn last_name(name: Option<&String>) -> LastName {
    last(name.map(|name| (sort_key(name), name.clone())))
}

fn last<T>(value: Option<T>) -> Last<T> {
    (value.is_none(), value)
}

#[derive(Default)]
struct Cell {
    vereinbarungen: Zaehlung,
    ziele: Zaehlung,
    massnahmen: Zaehlung,
    ergebnisse: Ergebnisse,
}

impl Cell {
    fn add(&mut self, nr: u32, form: &Form) {
        self.vereinbarungen.add_agreement(nr);
        self.ziele.add(form.ziele.len(), nr);
        self.massnahmen.add(form.massnahmen.len(), nr);
        add_results(&mut self.ergebnisse, nr, form);
    }
}

fn add_results(ergebnisse: &mut Ergebnisse, nr: u32, form: &Form) {
    for grad in &form.ziele {
        ergebnisse.grad_mut(*grad).add(1, nr);
    }
}

#[derive(Default)]
struct Counter {
    kennzahlen: Kennzahlen,
    zeitraum: Zeitraum,
    oeffentliche_traeger: BTreeMap<LastName, Zaehlung>,
    traeger: BTreeMap<(usize, LastName), Zaehlung>,
    arten: BTreeMap<usize, (Art, Zaehlung)>,
    dimensionen: BTreeMap<Last<Qualitaetsdimension>, Cell>,
    massstaebe: BTreeMap<Last<MassstabKey>, Cell>,
    matrix: BTreeMap<(Last<MassstabKey>, Last<Qualitaetsdimension>), Cell>,
    /// How the Maßstäbe of one's own are written.
    spellings: BTreeMap<String, String>,
    ergebnisse: Ergebnisse,
    massnahmen: MassnahmenBeiderSeiten,
    overdue: Vec<(u32, Overdue)>,
    ahead: Vec<(u32, Ahead)>,
    vereinbarungen: Vec<VereinbarungEintrag>,
}

/// Evaluates the agreements, numbered in this order.
pub(super) fn count(options: &EvaluateOptions, entries: Vec<Entry>, befunde: Vec<Befund>) -> Auswertung {
    let mut counter = Counter::default();
    for (nr, entry) in (1..).zip(entries) {
        counter.add(nr, entry);
    }
    counter.finish(options, befunde)
}

impl Counter {
    fn add(&mut self, nr: u32, entry: Entry) {
        let ziele = entry.forms.iter().map(|form| form.ziele.len()).sum();
        let massnahmen = entry.forms.iter().map(|form| form.massnahmen.len()).sum();
        self.kennzahlen.vereinbarungen.add_agreement(nr);
        self.kennzahlen.ziele.add(ziele, nr);
        self.kennzahlen.massnahmen.add(massnahmen, nr);
        // `None` is less than any day, and no day here.
        self.zeitraum.von = [self.zeitraum.von, entry.zeitraum.von].into_iter().flatten().min();
        self.zeitraum.bis = self.zeitraum.bis.max(entry.zeitraum.bis);
        self.oeffentliche_traeger.entry(last_name(entry.oeffentlicher_traeger.as_ref())).or_default().add_agreement(nr);
        self.traeger.entry((entry.rank, last_name(entry.traeger.as_ref()))).or_default().add_agreement(nr);
        self.arten.entry(entry.art_place()).or_insert_with(|| (entry.art, Zaehlung::default())).1.add_agreement(nr);
        for form in &entry.forms {
            self.form(nr, form);
        }
        self.overdue.extend(entry.overdue.into_iter().map(|overdue| (nr, overdue)));
        self.ahead.extend(entry.ahead.into_iter().map(|ahead| (nr, ahead)));
        self.vereinbarungen.push(VereinbarungEintrag {
            nr,
            art: entry.art,
            aktenzeichen: entry.aktenzeichen,
            oeffentlicher_traeger: entry.oeffentlicher_traeger,
            traeger: entry.traeger,
            vereinbarungszeitraum: entry.zeitraum,
            ziele,
            massnahmen,
            quelle: Some(entry.quelle).filter(|quelle| !quelle.is_empty()),
        });
    }

    /// A form with several dimensions or Maßstäbe counts at each; with none, where
    /// none is given.
    fn form(&mut self, nr: u32, form: &Form) {
        let dimensionen = or_none(&form.dimensionen);
        let massstaebe: Vec<Option<MassstabKey>> = or_none(&form.massstaebe)
            .into_iter()
            .map(|massstab| massstab.map(|massstab| self.spell(massstab)))
            .collect();
        for dimension in &dimensionen {
            self.dimensionen.entry(last(*dimension)).or_default().add(nr, form);
        }
        for massstab in massstaebe {
            let massstab = last(massstab);
            self.massstaebe.entry(massstab.clone()).or_default().add(nr, form);
            for dimension in &dimensionen {
                self.matrix.entry((massstab.clone(), last(*dimension))).or_default().add(nr, form);
            }
        }
        add_results(&mut self.ergebnisse, nr, form);
        for (seite, stand) in &form.massnahmen {
            self.massnahmen.seite(*seite).stand_mut(*stand).add(1, nr);
        }
    }

    /// The key under which a Maßstab of one's own counts however it is written; the
    /// spelling that comes first in the alphabet is shown.
    fn spell(&mut self, massstab: MassstabKey) -> MassstabKey {
        let MassstabKey::Own(own) = massstab else { return massstab };
        let spelling = self.spellings.entry(own.lower.clone()).or_insert_with(|| own.written.clone());
        if own.written < *spelling {
            spelling.clone_from(&own.written);
        }
        MassstabKey::Own(OwnMassstab { written: String::new(), ..own })
    }

    fn massstab(&self, key: Option<&MassstabKey>) -> Option<BearbeiteterMassstab> {
        Some(match key? {
            MassstabKey::Code(code) => {
                BearbeiteterMassstab { code: Some(*code), bezeichnung: code.bezeichnung().to_owned() }
            }
            MassstabKey::Own(OwnMassstab { lower, .. }) => {
                let bezeichnung = self.spellings.get(lower).unwrap_or(lower).clone();
                BearbeiteterMassstab { code: None, bezeichnung }
            }
        })
    }

    fn finish(mut self, options: &EvaluateOptions, befunde: Vec<Befund>) -> Auswertung {
        let overdue = options.stichtag.map(|_| self.overdue());
        let termine = options.stichtag.map(|_| self.termine());
        let unbearbeitete_massstaebe = Massstabscode::ALL
            .iter()
            .copied()
            .filter(|code| !self.massstaebe.contains_key(&last(Some(MassstabKey::Code(*code)))))
            .collect();
        let matrix = std::mem::take(&mut self.matrix);
        let matrix = matrix.into_iter().map(|(((_, massstab), (_, qualitaetsdimension)), cell)| Matrixzelle {
            massstab: self.massstab(massstab.as_ref()),
            qualitaetsdimension,
            vereinbarungen: cell.vereinbarungen,
            ziele: cell.ziele,
            massnahmen: cell.massnahmen,
        });
        let matrix = matrix.collect();
        let massstaebe = std::mem::take(&mut self.massstaebe);
        let massstaebe = massstaebe.into_iter().map(|((_, massstab), cell)| Massstabszeile {
            massstab: self.massstab(massstab.as_ref()),
            vereinbarungen: cell.vereinbarungen,
            ziele: cell.ziele,
            massnahmen: cell.massnahmen,
            ergebnisse: cell.ergebnisse,
        });
        let grundsaetze_und_massstaebe = massstaebe.collect();
        let dimensionen = self.dimensionen.into_iter().map(|((_, qualitaetsdimension), cell)| Dimensionszeile {
            qualitaetsdimension,
            vereinbarungen: cell.vereinbarungen,
            ziele: cell.ziele,
            massnahmen: cell.massnahmen,
        });
        let group =
            |name: LastName, vereinbarungen| Namensgruppe { name: name.1.map(|(_, name)| name), vereinbarungen };
        Auswertung {
            art: AuswertungArt::default(),
            fassung: FASSUNG,
            stichtag: options.stichtag,
            anonym: options.anonym,
            zeitraum: self.zeitraum,
            kennzahlen: self.kennzahlen,
            oeffentliche_traeger: self.oeffentliche_traeger.into_iter().map(|(name, n)| group(name, n)).collect(),
            traeger: self.traeger.into_iter().map(|((_, name), n)| group(name, n)).collect(),
            arten: self.arten.into_values().map(|(art, vereinbarungen)| Artgruppe { art, vereinbarungen }).collect(),
            qualitaetsdimensionen: dimensionen.collect(),
            grundsaetze_und_massstaebe,
            matrix,
            unbearbeitete_massstaebe,
            ergebnisse: self.ergebnisse,
            massnahmen: self.massnahmen,
            ueberfaellige_massnahmen: overdue,
            termine,
            vereinbarungen: self.vereinbarungen,
            befunde,
        }
    }

    /// The longest overdue first.
    fn overdue(&mut self) -> Vec<UeberfaelligeMassnahme> {
        let mut all = std::mem::take(&mut self.overdue);
        let total = self.kennzahlen.ueberfaellige_massnahmen.insert(Zaehlung::default());
        let mut sides = [Zaehlung::default(), Zaehlung::default()];
        // Counted in the order of the agreements, before they are sorted.
        for (nr, overdue) in &all {
            total.add(1, *nr);
            let [public, free] = &mut sides;
            match overdue.seite {
                Seite::OeffentlicherTraeger => public.add(1, *nr),
                Seite::FreierTraeger => free.add(1, *nr),
            }
        }
        let [public, free] = sides;
        self.massnahmen.oeffentlicher_traeger.ueberfaellig = Some(public);
        self.massnahmen.freier_traeger.ueberfaellig = Some(free);
        all.sort_by(|(nr, a), (other, b)| (a.bis, nr, a.place).cmp(&(b.bis, other, b.place)));
        let row = |(vereinbarung, Overdue { seite, place, wer, was, bis, tage, stand })| UeberfaelligeMassnahme {
            vereinbarung,
            vordruck: place.vordruck,
            ziel: place.ziel.unwrap_or_default(),
            seite,
            wer,
            was,
            bis,
            tage,
            stand,
        };
        all.into_iter().map(row).collect()
    }

    fn termine(&mut self) -> Vec<Termin> {
        let mut all = std::mem::take(&mut self.ahead);
        // A stable sort: what is equal stays in the order of the agreement.
        all.sort_by(|(nr, a), (other, b)| {
            (last(a.span), a.art, nr, a.place).cmp(&(last(b.span), b.art, other, b.place))
        });
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
}

fn or_none<T: Clone>(entries: &[T]) -> Vec<Option<T>> {
    if entries.is_empty() { vec![None] } else { entries.iter().cloned().map(Some).collect() }
}
