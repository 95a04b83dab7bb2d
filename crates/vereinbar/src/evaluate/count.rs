//! Counting: every number with the agreements behind it.

use std::collections::BTreeMap;

use super::entry::{Entry, Form, Goal};
use super::last::{Last, last};
use super::time::{self, Timed};
use super::wording::{HilfeartKey, MassstabKey, Named, OwnWording, Spellings};
use super::{EvaluateOptions, decision};
use crate::auswertung::{
    Anteile, Artgruppe, Auswertung, AuswertungArt, BearbeiteteHilfeart, BearbeiteterMassstab, Befund, Dimensionszeile,
    Ergebnisse, Hilfeartzeile, Kennzahlen, MassnahmenBeiderSeiten, Massstabszeile, Matrixzelle, Namensgruppe,
    RowCounts, VereinbarungEintrag, Zaehlung, Zielergebnis, Ziellage,
};
use crate::modell::{
    Art, Datum, FASSUNG, Massnahmenstand, Massstabscode, Qualitaetsdimension, Seite, Zeitraum, Zielerreichung,
};
use crate::spelling::sort_key;

/// A name after its key in the order of names.
type LastName = Last<(String, String)>;

fn last_name(name: Option<&String>) -> LastName {
    last(name.map(|name| (sort_key(name), name.clone())))
}

impl RowCounts {
    fn add(&mut self, nr: u32, form: &Form) {
        self.vereinbarungen.add_agreement(nr);
        self.ziele.add(form.ziele.len(), nr);
        self.massnahmen.add(form.massnahmen.len(), nr);
        add_results(&mut self.ergebnisse, nr, form);
    }
}

fn add_results(ergebnisse: &mut Ergebnisse, nr: u32, form: &Form) {
    for ziel in &form.ziele {
        ergebnisse.grad_mut(ziel.grad).add(1, nr);
    }
}

#[derive(Default)]
struct Counter {
    kennzahlen: Kennzahlen,
    zeitraum: Zeitraum,
    oeffentliche_traeger: BTreeMap<LastName, Zaehlung>,
    traeger: BTreeMap<(usize, LastName), Zaehlung>,
    arten: BTreeMap<usize, (Art, Zaehlung, Zaehlung)>,
    dimensionen: BTreeMap<Last<Qualitaetsdimension>, RowCounts>,
    massstaebe: BTreeMap<Last<MassstabKey>, RowCounts>,
    matrix: BTreeMap<(Last<MassstabKey>, Last<Qualitaetsdimension>), RowCounts>,
    hilfearten: BTreeMap<Last<HilfeartKey>, RowCounts>,
    /// How the Maßstäbe and Hilfearten of one's own are written.
    massstab_spellings: Spellings,
    hilfeart_spellings: Spellings,
    ergebnisse: Ergebnisse,
    massnahmen: MassnahmenBeiderSeiten,
    /// The Ziele, by their first Maßstab; of each first what is assessed.
    ziele: Vec<(Last<MassstabKey>, Zielergebnis)>,
    vereinbarungen: Vec<VereinbarungEintrag>,
}

/// Evaluates the agreements, numbered in this order.
pub(super) fn count(options: &EvaluateOptions, entries: Vec<Entry>, befunde: Vec<Befund>) -> Auswertung {
    let mut counter = Counter::default();
    for (nr, entry) in (1..).zip(&entries) {
        counter.add(nr, entry, options.stichtag);
    }
    let timed = options.stichtag.map(|stichtag| time::timed(stichtag, &entries));
    for (nr, entry) in (1..).zip(entries) {
        counter.list(nr, entry);
    }
    counter.finish(options, timed, befunde)
}

impl Counter {
    fn add(&mut self, nr: u32, entry: &Entry, stichtag: Option<Datum>) {
        self.kennzahlen.vereinbarungen.add_agreement(nr);
        self.kennzahlen.vordrucke.add(entry.forms.len(), nr);
        // `None` is less than any day, and no day here.
        self.zeitraum.von = [self.zeitraum.von, entry.zeitraum.von].into_iter().flatten().min();
        self.zeitraum.bis = self.zeitraum.bis.max(entry.zeitraum.bis);
        self.oeffentliche_traeger.entry(last_name(entry.oeffentlicher_traeger.as_ref())).or_default().add_agreement(nr);
        self.traeger.entry((entry.rank, last_name(entry.traeger.as_ref()))).or_default().add_agreement(nr);
        let (_, agreements, forms) = self
            .arten
            .entry(entry.art_place())
            .or_insert_with(|| (entry.art, Zaehlung::default(), Zaehlung::default()));
        agreements.add_agreement(nr);
        forms.add(entry.forms.len(), nr);
        self.hilfearten(nr, entry);
        self.verabredungen(nr, entry);
        for form in &entry.forms {
            self.form(nr, form, |ziel| lage(ziel, entry.zeitraum, stichtag));
        }
    }

    fn list(&mut self, nr: u32, entry: Entry) {
        self.vereinbarungen.push(VereinbarungEintrag {
            nr,
            art: entry.art,
            aktenzeichen: entry.aktenzeichen,
            oeffentlicher_traeger: entry.oeffentlicher_traeger,
            traeger: entry.traeger,
            vereinbarungszeitraum: entry.zeitraum,
            vordrucke: entry.forms.len(),
            ziele: entry.forms.iter().map(|form| form.ziele.len()).sum(),
            massnahmen: entry.forms.iter().map(|form| form.massnahmen.len()).sum::<usize>() + entry.verabredungen.len(),
            quelle: Some(entry.quelle).filter(|quelle| !quelle.is_empty()),
        });
    }

    /// An agreement for several Hilfearten counts at each.
    fn hilfearten(&mut self, nr: u32, entry: &Entry) {
        for hilfeart in or_none(&entry.hilfearten) {
            let hilfeart = hilfeart.map(|hilfeart| self.hilfeart_spellings.key(hilfeart));
            let cell = self.hilfearten.entry(last(hilfeart)).or_default();
            cell.vereinbarungen.add_agreement(nr);
            cell.massnahmen.add(entry.verabredungen.len(), nr);
            for form in &entry.forms {
                cell.add(nr, form);
            }
        }
    }

    /// A Verabredung is a Maßnahme: who does what by when.
    fn verabredungen(&mut self, nr: u32, entry: &Entry) {
        for stand in &entry.verabredungen {
            self.massnahme(nr, None, *stand);
        }
    }

    fn massnahme(&mut self, nr: u32, seite: Option<Seite>, stand: Option<Massnahmenstand>) {
        self.kennzahlen.massnahmen.add(1, nr);
        self.massnahmen.seite(seite).stand_mut(stand).add(1, nr);
        let is_done = stand == Some(Massnahmenstand::Erledigt);
        self.kennzahlen.erledigte_massnahmen.add(usize::from(is_done), nr);
    }

    /// A form with several dimensions or Maßstäbe counts at each; with none, where
    /// none is given.
    fn form(&mut self, nr: u32, form: &Form, lage: impl Fn(&Goal) -> Option<Ziellage>) {
        let dimensionen = or_none(&form.dimensionen);
        let massstaebe: Vec<Option<MassstabKey>> = or_none(&form.massstaebe)
            .into_iter()
            .map(|massstab| massstab.map(|massstab| self.massstab_spellings.key(massstab)))
            .collect();
        for dimension in &dimensionen {
            self.dimensionen.entry(last(*dimension)).or_default().add(nr, form);
        }
        for massstab in massstaebe.iter().cloned() {
            let massstab = last(massstab);
            self.massstaebe.entry(massstab.clone()).or_default().add(nr, form);
            for dimension in &dimensionen {
                self.matrix.entry((massstab.clone(), last(*dimension))).or_default().add(nr, form);
            }
        }
        add_results(&mut self.ergebnisse, nr, form);
        for (seite, stand) in &form.massnahmen {
            self.massnahme(nr, Some(*seite), *stand);
        }
        for ziel in &form.ziele {
            self.ziel(nr, ziel, form, &massstaebe, lage(ziel));
        }
    }

    fn ziel(&mut self, nr: u32, ziel: &Goal, form: &Form, massstaebe: &[Option<MassstabKey>], lage: Option<Ziellage>) {
        let numbers = &mut self.kennzahlen;
        numbers.ziele.add(1, nr);
        numbers.bewertete_ziele.add(usize::from(ziel.is_assessed()), nr);
        numbers.erreichte_ziele.add(usize::from(ziel.grad == Some(Zielerreichung::Erreicht)), nr);
        let of_lage = match lage {
            Some(Ziellage::ImZeitraum) => Some(&mut numbers.ziele_im_zeitraum),
            Some(Ziellage::NachEnde) => Some(&mut numbers.ziele_nach_ende),
            Some(Ziellage::OhneEnde) => Some(&mut numbers.ziele_ohne_ende),
            _ => None,
        };
        if let Some(count) = of_lage {
            count.get_or_insert_default().add(1, nr);
        }
        let first = massstaebe.first().cloned().flatten();
        let row = Zielergebnis {
            vereinbarung: nr,
            vordruck: ziel.place.vordruck,
            ziel: ziel.place.ziel.unwrap_or_default(),
            qualitaetsdimensionen: form.dimensionen.clone(),
            massstaebe: massstaebe.iter().filter_map(|key| self.massstab(key.as_ref())).collect(),
            wortlaut: ziel.wortlaut.clone(),
            grad: ziel.grad,
            ergebnis: ziel.ergebnis.clone(),
            folge: ziel.folge.clone(),
            datum: ziel.datum,
            lage,
            indikatoren: ziel.indikatoren.clone(),
        };
        self.ziele.push((last(first), row));
    }

    fn massstab(&self, key: Option<&MassstabKey>) -> Option<BearbeiteterMassstab> {
        Some(match key? {
            MassstabKey::Code(code) => {
                BearbeiteterMassstab { code: Some(*code), bezeichnung: code.bezeichnung().to_owned() }
            }
            MassstabKey::Own(OwnWording { lower, .. }) => {
                BearbeiteterMassstab { code: None, bezeichnung: self.massstab_spellings.written(lower) }
            }
        })
    }

    fn finish(mut self, options: &EvaluateOptions, timed: Option<Timed>, befunde: Vec<Befund>) -> Auswertung {
        let timed = timed.map(|timed| timed.count(&mut self.kennzahlen, &mut self.massnahmen)).unwrap_or_default();
        let massstaebe_ohne_vereinbarung = Massstabscode::ALL
            .iter()
            .copied()
            .filter(|code| !self.massstaebe.contains_key(&last(Some(MassstabKey::Code(*code)))))
            .collect();
        let zielergebnisse = self.zielergebnisse();
        let matrix = std::mem::take(&mut self.matrix);
        let matrix = matrix.into_iter().map(|(((_, massstab), (_, qualitaetsdimension)), cell)| {
            Matrixzelle::new(self.massstab(massstab.as_ref()), qualitaetsdimension, cell)
        });
        let matrix = matrix.collect();
        let massstaebe = std::mem::take(&mut self.massstaebe);
        let massstaebe = massstaebe
            .into_iter()
            .map(|((_, massstab), cell)| Massstabszeile::new(self.massstab(massstab.as_ref()), cell));
        let grundsaetze_und_massstaebe: Vec<_> = massstaebe.collect();
        let hilfearten = self.hilfearten.into_iter().map(|((_, key), cell)| {
            let hilfeart = key.map(|key| match key {
                Named::Code(code) => {
                    BearbeiteteHilfeart { code: Some(code), bezeichnung: code.bezeichnung().to_owned() }
                }
                Named::Own(OwnWording { lower, .. }) => {
                    BearbeiteteHilfeart { code: None, bezeichnung: self.hilfeart_spellings.written(&lower) }
                }
            });
            Hilfeartzeile::new(hilfeart, cell)
        });
        let hilfearten = hilfearten.collect();
        let dimensionen = self
            .dimensionen
            .into_iter()
            .map(|((_, qualitaetsdimension), cell)| Dimensionszeile::new(qualitaetsdimension, cell));
        let group =
            |name: LastName, vereinbarungen| Namensgruppe { name: name.1.map(|(_, name)| name), vereinbarungen };
        let arten = self.arten.into_values();
        let mut auswertung = Auswertung {
            art: AuswertungArt::default(),
            fassung: FASSUNG,
            stichtag: options.stichtag,
            anonym: options.is_anonym(),
            intern: options.is_intern(),
            vorlage: options.vorlage.clone(),
            beschlussvorschlag: Vec::new(),
            zeitraum: self.zeitraum,
            vergleich: options
                .vorher
                .as_ref()
                .map(|vorher| vorher.compare(&self.kennzahlen, &grundsaetze_und_massstaebe)),
            kennzahlen: self.kennzahlen,
            oeffentliche_traeger: self.oeffentliche_traeger.into_iter().map(|(name, n)| group(name, n)).collect(),
            traeger: self.traeger.into_iter().map(|((_, name), n)| group(name, n)).collect(),
            arten: arten
                .map(|(art, vereinbarungen, vordrucke)| Artgruppe {
                    art,
                    vereinbarungen,
                    vordrucke,
                    ist_vordruck: art.is_one_vordruck(),
                })
                .collect(),
            hilfearten,
            qualitaetsdimensionen: dimensionen.collect(),
            grundsaetze_und_massstaebe,
            matrix,
            massstaebe_ohne_vereinbarung,
            anteile: Anteile::new(&self.ergebnisse),
            ergebnisse: self.ergebnisse,
            zielergebnisse,
            massnahmen: self.massnahmen,
            ueberfaellige_massnahmen: timed.ueberfaellige_massnahmen,
            massnahmen_ohne_meldung: timed.massnahmen_ohne_meldung,
            verstrichene_gespraeche: timed.verstrichene_gespraeche,
            beendete_vereinbarungen: timed.beendete_vereinbarungen,
            termine: timed.termine,
            vereinbarungen: self.vereinbarungen,
            befunde,
        };
        auswertung.beschlussvorschlag = decision::propose(&auswertung);
        auswertung
    }

    /// In the order of the Maßstäbe; of each the assessed ones first, the best before the others.
    fn zielergebnisse(&mut self) -> Vec<Zielergebnis> {
        let mut all = std::mem::take(&mut self.ziele);
        let order = |ziel: &Zielergebnis| (last(ziel.grad), ziel.vereinbarung, ziel.vordruck, ziel.ziel);
        all.sort_by(|(massstab, a), (other, b)| (massstab, order(a)).cmp(&(other, order(b))));
        let rows = all.into_iter().map(|(_, mut row)| {
            // How an own Maßstab is spelled is known now that all are.
            for massstab in row.massstaebe.iter_mut().filter(|massstab| massstab.code.is_none()) {
                massstab.bezeichnung = self.massstab_spellings.written(&massstab.bezeichnung.to_lowercase());
            }
            row
        });
        rows.collect()
    }
}

/// Whether a Ziel is assessed, or else whether its period is over.
fn lage(ziel: &Goal, zeitraum: Zeitraum, stichtag: Option<Datum>) -> Option<Ziellage> {
    if ziel.is_assessed() {
        return Some(Ziellage::Bewertet);
    }
    let stichtag = stichtag?;
    Some(match zeitraum.bis {
        Some(bis) if bis < stichtag => Ziellage::NachEnde,
        Some(_) => Ziellage::ImZeitraum,
        None => Ziellage::OhneEnde,
    })
}

fn or_none<T: Clone>(entries: &[T]) -> Vec<Option<T>> {
    if entries.is_empty() { vec![None] } else { entries.iter().cloned().map(Some).collect() }
}
