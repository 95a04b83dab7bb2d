//! What is kept of an agreement: its counts, its Ziele with what came of them, and the
//! texts of what is due or ahead. The agreement itself is dropped.

use serde::{Deserialize, Serialize};

use super::EvaluateOptions;
use super::wording::{HilfeartKey, MassstabKey, each_once, words};
use crate::auswertung::{GemessenerIndikator, Terminart};
use crate::digest::Digest;
use crate::modell::{
    Anschrift, Art, Datum, Filled, Fortsetzung, Gespraechstermin, Hilfeart, Kriterium, LeqVereinbarung, Massnahme,
    Massnahmenstand, Massstab, Partei, Qualitaetsdimension, Qualitaetsentwicklungsvereinbarung, Seite, Vereinbarung,
    Zeitangabe, Zeitraum, Ziel, Zielerreichung, Zielueberpruefung, of_agreement,
};

pub(super) type ContentDigest = Digest;

/// An agreement.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    /// Of its canonical JSON.
    pub(super) digest: ContentDigest,
    pub(super) art: Art,
    pub(super) aktenzeichen: Option<String>,
    pub(super) oeffentlicher_traeger: Option<String>,
    /// How the Träger is called here: by its name, unless several have it, or it is a number.
    pub(super) traeger: Option<String>,
    /// Its name, as the agreement has it.
    pub(super) traeger_name: Option<String>,
    pub(super) anschrift: Option<Address>,
    /// The number of the Träger, where numbers stand for names; else 0.
    pub(super) rank: usize,
    /// What else gives the Träger away: kept for an evaluation without names alone.
    pub(super) names: Vec<Telltale>,
    pub(super) zeitraum: Zeitraum,
    pub(super) stand: Option<Datum>,
    pub(super) quelle: String,
    pub(super) forms: Vec<Form>,
    pub(super) due: Vec<Due>,
    pub(super) ahead: Vec<Ahead>,
    pub(super) past: Vec<Past>,
    /// What is agreed on when both sides talk: state of each. It belongs to no Ziel.
    pub(super) verabredungen: Vec<Option<Massnahmenstand>>,
    pub(super) hilfearten: Vec<HilfeartKey>,
    /// Einrichtung and Angebot: a Träger agrees on each of its own.
    pub(super) angebot: [Option<String>; 2],
    /// The latest day of a result or of a Maßnahme that is done.
    pub(super) latest: Option<Datum>,
    /// How many results and states say more than that it is open.
    pub(super) settled: usize,
    /// How many results and states are entered.
    pub(super) entered: usize,
    /// Whether it is the blank form.
    pub(super) is_blank: bool,
}

/// What gives a Träger away in a text.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) enum Telltale {
    /// An organisation or a house.
    Organisation(String),
    Person(String),
}

/// Dimension, Maßstab and Ziele that belong together: form A itself, or a Vordruck
/// of Part II.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Form {
    pub(super) dimensionen: Vec<Qualitaetsdimension>,
    pub(super) massstaebe: Vec<MassstabKey>,
    pub(super) ziele: Vec<Goal>,
    /// Side and state of each Maßnahme.
    pub(super) massnahmen: Vec<(Seite, Option<Massnahmenstand>)>,
}

/// A Ziel, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Goal {
    pub(super) place: FormPlace,
    pub(super) grad: Option<Zielerreichung>,
    pub(super) wortlaut: Option<String>,
    pub(super) ergebnis: Option<String>,
    pub(super) folge: Option<String>,
    pub(super) datum: Option<Datum>,
    pub(super) indikatoren: Vec<GemessenerIndikator>,
}

/// Where a Träger is: street, postal code, town.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Address {
    pub(super) strasse: Option<String>,
    pub(super) plz: Option<String>,
    pub(super) ort: Option<String>,
}

/// Where something stands in an agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FormPlace {
    pub(super) vordruck: Option<u32>,
    pub(super) ziel: Option<u32>,
    pub(super) seite: Option<Seite>,
}

/// A Maßnahme whose day is over, and of which nobody says that it is done.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Due {
    /// Without a side it is a Verabredung, as is one that is ahead.
    pub(super) place: FormPlace,
    pub(super) wer: Option<String>,
    pub(super) was: Option<String>,
    pub(super) bis: Datum,
    pub(super) tage: i64,
    pub(super) stand: Option<Massnahmenstand>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Ahead {
    pub(super) art: Terminart,
    pub(super) span: Option<(Datum, Datum)>,
    pub(super) wann: Option<String>,
    pub(super) place: FormPlace,
    pub(super) wer: Option<String>,
    pub(super) was: Option<String>,
}

/// A talk whose day is over.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Past {
    pub(super) art: Terminart,
    pub(super) am: Datum,
    pub(super) wer: Option<String>,
}

impl Goal {
    /// Whether both sides have said what came of it.
    pub(super) fn is_assessed(&self) -> bool {
        self.grad.is_some_and(|grad| grad != Zielerreichung::Offen)
    }
}

impl Form {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Entry {
    pub(super) fn new(vereinbarung: &Vereinbarung, quelle: &str, options: &EvaluateOptions) -> Self {
        let mut entry = Self {
            digest: Digest::of(vereinbarung.to_json().as_bytes()),
            art: vereinbarung.art(),
            aktenzeichen: None,
            oeffentlicher_traeger: None,
            traeger: words(vereinbarung.traeger().name.as_ref()),
            traeger_name: words(vereinbarung.traeger().name.as_ref()),
            anschrift: address(&vereinbarung.traeger().anschrift),
            rank: 0,
            names: Vec::new(),
            zeitraum: Zeitraum::default(),
            stand: None,
            quelle: quelle.to_owned(),
            forms: Vec::new(),
            due: Vec::new(),
            ahead: Vec::new(),
            past: Vec::new(),
            verabredungen: Vec::new(),
            hilfearten: Vec::new(),
            angebot: [None, None],
            latest: None,
            settled: 0,
            entered: 0,
            is_blank: !vereinbarung.is_filled(),
        };
        let mut reader = Reader { entry: &mut entry, stichtag: options.stichtag };
        of_agreement!(vereinbarung, held => held.read(&mut reader));
        if options.is_anonym() {
            entry.names = names(vereinbarung);
        }
        entry
    }

    /// The form, where each agreement of its kind is one.
    pub(super) fn only_form(&self) -> Option<&Form> {
        self.forms.first().filter(|_| self.art.is_one_vordruck())
    }

    /// The place of its kind in the list of all kinds.
    pub(super) fn art_place(&self) -> usize {
        Art::ALL.iter().position(|art| *art == self.art).unwrap_or(usize::MAX)
    }
}

/// Reads an agreement into its entry.
struct Reader<'a> {
    entry: &'a mut Entry,
    stichtag: Option<Datum>,
}

/// What an evaluation takes from a kind of agreement.
trait Counted {
    /// Reads it into its entry.
    fn read(&self, reader: &mut Reader<'_>);

    /// The organisations, and then the persons, whose names give the Träger away, besides
    /// itself and those who represent it.
    fn names(&self) -> (Vec<&Option<String>>, Vec<&Option<String>>);
}

impl Counted for Qualitaetsentwicklungsvereinbarung {
    fn read(&self, reader: &mut Reader<'_>) {
        reader.head(self.aktenzeichen.as_ref(), &self.jugendamt, self.stand);
        reader.entry.angebot = [None, words(self.angebot.as_ref())];
        reader.hilfearten(&self.hilfearten);
        reader.entry.zeitraum = self.vereinbarungszeitraum;
        reader.form(&self.qualitaetsdimensionen, &self.grundsaetze_und_massstaebe, &self.ziele, None);
        reader.fortsetzung(&self.fortsetzung);
    }

    fn names(&self) -> (Vec<&Option<String>>, Vec<&Option<String>>) {
        (Vec::new(), self.unterzeichnung.freier_traeger.iter().map(|person| &person.name).collect())
    }
}

impl Counted for LeqVereinbarung {
    fn read(&self, reader: &mut Reader<'_>) {
        reader.head(self.aktenzeichen.as_ref(), &self.oeffentlicher_traeger, self.stand);
        let angebot = [&self.einrichtung.name, &self.leistungsangebot.bezeichnung];
        reader.entry.angebot = angebot.map(|name| words(name.as_ref()));
        reader.hilfearten(&self.leistungsangebot.hilfearten);
        let part = &self.qualitaetsentwicklungsvereinbarung;
        let periods = [part.zeitraum, self.leistungsvereinbarung.zeitraum];
        reader.entry.zeitraum =
            periods.into_iter().find(Zeitraum::is_filled).unwrap_or(Zeitraum { von: self.wirksam_ab, bis: None });
        for (number, vordruck) in (1..).zip(&part.vordrucke) {
            let massstaebe = &vordruck.grundsaetze_und_massstaebe;
            reader.form(&vordruck.qualitaetsdimensionen, massstaebe, &vordruck.ziele, Some(number));
        }
        for termin in &part.traegergespraeche.termine {
            reader.gespraech(termin);
        }
    }

    fn names(&self) -> (Vec<&Option<String>>, Vec<&Option<String>>) {
        let vertretende = self.verband.vertreten_durch.iter().map(|person| &person.name);
        let persons = vertretende.chain(self.unterzeichnung.freier_traeger.iter().map(|person| &person.name));
        (vec![&self.verband.name, &self.einrichtung.name], persons.collect())
    }
}

impl Reader<'_> {
    fn head(&mut self, aktenzeichen: Option<&String>, oeffentlicher_traeger: &Partei, stand: Option<Datum>) {
        self.entry.aktenzeichen = words(aktenzeichen);
        self.entry.oeffentlicher_traeger = words(oeffentlicher_traeger.name.as_ref());
        self.entry.stand = stand;
    }

    fn hilfearten(&mut self, hilfearten: &[Hilfeart]) {
        self.entry.hilfearten = each_once(hilfearten);
    }

    fn form(
        &mut self,
        dimensionen: &[Qualitaetsdimension],
        massstaebe: &[Massstab],
        ziele: &[Ziel],
        vordruck: Option<u32>,
    ) {
        let mut form = Form { dimensionen: dimensionen.to_vec(), massstaebe: each_once(massstaebe), ..Form::default() };
        form.dimensionen.sort_unstable();
        form.dimensionen.dedup();
        for (number, ziel) in (1..).zip(ziele).filter(|(_, ziel)| ziel.is_filled()) {
            let grad = ziel.ergebnis.grad;
            form.ziele.push(Goal {
                place: FormPlace { vordruck, ziel: Some(number), seite: None },
                grad,
                wortlaut: words(ziel.ziel.as_ref()),
                ergebnis: words(ziel.ergebnis.text.as_ref()),
                folge: words(ziel.ergebnis.folge.as_ref()),
                datum: ziel.ergebnis.datum,
                indikatoren: indikatoren(ziel),
            });
            self.entry.latest = self.entry.latest.max(ziel.ergebnis.datum);
            self.entry.settled += usize::from(grad.is_some_and(|grad| grad != Zielerreichung::Offen));
            self.entry.entered += usize::from(grad.is_some());
            for &seite in Seite::ALL {
                let place = FormPlace { vordruck, ziel: Some(number), seite: Some(seite) };
                for massnahme in ziel.massnahmen.seite(seite).iter().filter(|massnahme| massnahme.is_filled()) {
                    form.massnahmen.push((seite, self.massnahme(massnahme, place)));
                }
                for pruefung in ziel.zielueberpruefung.seite(seite) {
                    self.zielueberpruefung(pruefung, ziel, place);
                }
            }
        }
        if !form.is_empty() {
            self.entry.forms.push(form);
        }
    }

    /// Its state; what is due or ahead of it is kept.
    fn massnahme(&mut self, massnahme: &Massnahme, place: FormPlace) -> Option<Massnahmenstand> {
        let stand = stand(massnahme);
        self.entry.latest = self.entry.latest.max(massnahme.erledigt_am);
        self.entry.settled += usize::from(stand.is_some_and(|stand| stand != Massnahmenstand::Offen));
        self.entry.entered += usize::from(stand.is_some());
        self.frist(massnahme, stand, place);
        stand
    }

    fn frist(&mut self, massnahme: &Massnahme, stand: Option<Massnahmenstand>, place: FormPlace) {
        let (Some(stichtag), Some(frist)) = (self.stichtag, massnahme.geltende_frist()) else { return };
        if matches!(stand, Some(Massnahmenstand::Erledigt | Massnahmenstand::Entfallen)) {
            return;
        }
        let (wer, was) = (words(massnahme.wer.as_ref()), words(massnahme.was.as_ref()));
        match frist.frist() {
            Some(bis) if bis < stichtag => {
                let tage = stichtag.days_since(bis);
                self.entry.due.push(Due { place, wer, was, bis, tage, stand });
            }
            _ => self.when(Terminart::Massnahme, frist, false, place, (wer, was)),
        }
    }

    fn zielueberpruefung(&mut self, pruefung: &Zielueberpruefung, ziel: &Ziel, place: FormPlace) {
        let is_done = ziel.ergebnis.grad.is_some_and(|grad| grad != Zielerreichung::Offen);
        let was = words(pruefung.wie.as_ref());
        if let Some(wann) = &pruefung.wann {
            self.when(Terminart::Zielueberpruefung, wann, is_done, place, (None, was));
        }
    }

    /// What is ahead of a time that may be given in words: who does what. Without a date
    /// it is ahead until it is done.
    fn when(
        &mut self,
        art: Terminart,
        when: &Zeitangabe,
        is_done: bool,
        place: FormPlace,
        (wer, was): (Option<String>, Option<String>),
    ) {
        let Some(stichtag) = self.stichtag.filter(|_| when.is_filled()) else { return };
        // A day says all; words are shown as they stand.
        let wann = when.tag().is_none().then(|| when.as_str().split_whitespace().collect::<Vec<_>>().join(" "));
        let read = when.dates();
        let undated = (read.spans.is_empty() || read.has_more) && !is_done;
        let ahead = read.spans.iter().filter(|(_, bis)| *bis >= stichtag).map(|span| Some(*span));
        for span in ahead.chain(undated.then_some(None)) {
            let (wann, wer, was) = (wann.clone(), wer.clone(), was.clone());
            self.entry.ahead.push(Ahead { art, span, wann, place, wer, was });
        }
    }

    fn fortsetzung(&mut self, fortsetzung: &Fortsetzung) {
        let Some(am) = &fortsetzung.am else { return };
        let wer = words(fortsetzung.einladung_durch.as_ref());
        let was = list(&fortsetzung.gespraechsgrundlagen);
        if let Some(last) = am.frist() {
            self.past(Terminart::Qualitaetsdialog, last, wer.clone());
        }
        self.when(Terminart::Qualitaetsdialog, am, false, FormPlace::default(), (wer, was));
    }

    /// A talk that is agreed on: ahead or over, unless it has taken place; and what was
    /// agreed on there: who does what by when.
    fn gespraech(&mut self, termin: &Gespraechstermin) {
        for verabredung in termin.verabredungen.iter().filter(|verabredung| verabredung.is_filled()) {
            let stand = self.massnahme(verabredung, FormPlace::default());
            self.entry.verabredungen.push(stand);
        }
        self.entry.latest = self.entry.latest.max(termin.stattgefunden_am);
        let has_been = termin.stattgefunden_am.is_some() || termin.ergebnis.is_filled();
        let (Some(stichtag), Some(am), false) = (self.stichtag, termin.am, has_been) else { return };
        self.past(Terminart::Traegergespraech, am, None);
        if am >= stichtag {
            let (art, place) = (Terminart::Traegergespraech, FormPlace::default());
            let was = list(&termin.themen);
            self.entry.ahead.push(Ahead { art, span: Some((am, am)), wann: None, place, wer: None, was });
        }
    }

    /// A talk, if its last day is over.
    fn past(&mut self, art: Terminart, am: Datum, wer: Option<String>) {
        if self.stichtag.is_some_and(|stichtag| am < stichtag) {
            self.entry.past.push(Past { art, am, wer });
        }
    }
}

/// The indicators for which there is any number.
fn indikatoren(ziel: &Ziel) -> Vec<GemessenerIndikator> {
    let of_side = |seite: Seite| ziel.kriterien.seite(seite).iter().map(move |kriterium| (seite, kriterium));
    let each = Seite::ALL.iter().copied().flat_map(of_side);
    each.filter_map(|(seite, Kriterium { woran, indikator, .. })| {
        let numbers = [indikator.ausgangswert, indikator.zielwert, indikator.istwert];
        numbers.iter().any(Option::is_some).then(|| GemessenerIndikator {
            seite,
            woran: words(woran.as_ref()),
            einheit: words(indikator.einheit.as_ref()),
            ausgangswert: indikator.ausgangswert,
            zielwert: indikator.zielwert,
            istwert: indikator.istwert,
            quelle: words(indikator.quelle.as_ref()),
            stichtag: indikator.stichtag,
        })
    })
    .collect()
}

/// A day of completion says as much as the state.
fn stand(massnahme: &Massnahme) -> Option<Massnahmenstand> {
    massnahme.stand.or_else(|| massnahme.erledigt_am.map(|_| Massnahmenstand::Erledigt))
}

fn address(anschrift: &Anschrift) -> Option<Address> {
    let address = Address {
        strasse: words(anschrift.strasse.as_ref()),
        plz: anschrift.plz.as_ref().map(ToString::to_string),
        ort: words(anschrift.ort.as_ref()),
    };
    (address != Address::default()).then_some(address)
}

fn list(texts: &[String]) -> Option<String> {
    let texts: Vec<String> = texts.iter().filter_map(|text| words(Some(text))).collect();
    (!texts.is_empty()).then(|| texts.join("; "))
}

/// What gives the Träger away besides its name.
fn names(vereinbarung: &Vereinbarung) -> Vec<Telltale> {
    let (organisations, persons) = of_agreement!(vereinbarung, held => held.names());
    let organisations = organisations.into_iter().filter_map(|name| words(name.as_ref())).map(Telltale::Organisation);
    let vertretende = vereinbarung.traeger().vertreten_durch.iter().map(|person| &person.name);
    let persons = vertretende.chain(persons);
    organisations.chain(persons.filter_map(|name| words(name.as_ref())).map(Telltale::Person)).collect()
}
