use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Zaehlung;
use crate::modell::{Massnahmenstand, Massstabscode, Seite, Zielerreichung};

/// What stands where nothing is given.
pub(crate) const OHNE_ANGABE: &str = "ohne Angabe";

/// Every code, and then none.
fn and_none<T: Copy>(codes: &[T]) -> impl Iterator<Item = Option<T>> {
    codes.iter().copied().map(Some).chain([None])
}

/// # Namensgruppe
///
/// Vereinbarungen, die einen Namen teilen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Namensgruppe {
    /// # Name
    ///
    /// Der Name; fehlt, wo keiner angegeben ist.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// # Vereinbarungen
    ///
    /// Die Vereinbarungen dazu.
    pub vereinbarungen: Zaehlung,
}

/// # Bearbeiteter Maßstab
///
/// Ein Grundsatz oder Maßstab: ein Eintrag des Katalogs oder ein eigener.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct BearbeiteterMassstab {
    /// # Code
    ///
    /// Eintrag des Katalogs; fehlt bei einem eigenen Maßstab.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<Massstabscode>,
    /// # Bezeichnung
    ///
    /// Der Maßstab in Worten.
    pub bezeichnung: String,
}

/// # Ergebnisse
///
/// Ziele nach dem Grad, zu dem sie erreicht sind.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Ergebnisse {
    /// # Erreicht
    ///
    /// Ziele, die erreicht sind.
    pub erreicht: Zaehlung,
    /// # Teilweise erreicht
    ///
    /// Ziele, die teilweise erreicht sind.
    pub teilweise_erreicht: Zaehlung,
    /// # Nicht erreicht
    ///
    /// Ziele, die nicht erreicht sind.
    pub nicht_erreicht: Zaehlung,
    /// # Offen
    ///
    /// Ziele, deren Ergebnis offen ist.
    pub offen: Zaehlung,
    /// # Ohne Angabe
    ///
    /// Ziele, zu denen noch kein Ergebnis eingetragen ist.
    pub ohne_angabe: Zaehlung,
}

impl Ergebnisse {
    /// The count of each degree, in order, with its word; last what has none.
    pub fn each(&self) -> impl Iterator<Item = (&'static str, &Zaehlung)> {
        and_none(Zielerreichung::ALL)
            .map(|grad| (grad.map_or(OHNE_ANGABE, Zielerreichung::bezeichnung), self.grad(grad)))
    }

    const fn grad(&self, grad: Option<Zielerreichung>) -> &Zaehlung {
        match grad {
            Some(Zielerreichung::Erreicht) => &self.erreicht,
            Some(Zielerreichung::TeilweiseErreicht) => &self.teilweise_erreicht,
            Some(Zielerreichung::NichtErreicht) => &self.nicht_erreicht,
            Some(Zielerreichung::Offen) => &self.offen,
            None => &self.ohne_angabe,
        }
    }

    pub(crate) const fn grad_mut(&mut self, grad: Option<Zielerreichung>) -> &mut Zaehlung {
        match grad {
            Some(Zielerreichung::Erreicht) => &mut self.erreicht,
            Some(Zielerreichung::TeilweiseErreicht) => &mut self.teilweise_erreicht,
            Some(Zielerreichung::NichtErreicht) => &mut self.nicht_erreicht,
            Some(Zielerreichung::Offen) => &mut self.offen,
            None => &mut self.ohne_angabe,
        }
    }
}

/// # Maßnahmen beider Seiten
///
/// Maßnahmen danach, welche Seite sie beiträgt.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct MassnahmenBeiderSeiten {
    /// # Öffentlicher Träger
    ///
    /// Maßnahmen des öffentlichen Trägers.
    pub oeffentlicher_traeger: Staende,
    /// # Freier Träger
    ///
    /// Maßnahmen des freien Trägers.
    pub freier_traeger: Staende,
    /// # Verabredungen
    ///
    /// Was in Trägergesprächen verabredet ist: wer macht was bis wann. Es gehört zu keinem Ziel und keiner Seite.
    pub verabredungen: Staende,
}

impl MassnahmenBeiderSeiten {
    /// Those of a side; without one, what is agreed on when both sides talk.
    pub(crate) const fn seite(&mut self, seite: Option<Seite>) -> &mut Staende {
        match seite {
            Some(Seite::OeffentlicherTraeger) => &mut self.oeffentlicher_traeger,
            Some(Seite::FreierTraeger) => &mut self.freier_traeger,
            None => &mut self.verabredungen,
        }
    }
}

/// # Stände
///
/// Maßnahmen nach ihrem Stand.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Staende {
    /// # Entfallen
    ///
    /// Maßnahmen, die nicht mehr vorgesehen sind.
    pub entfallen: Zaehlung,
    /// # Offen
    ///
    /// Maßnahmen, die noch nicht begonnen sind.
    pub offen: Zaehlung,
    /// # Verschoben
    ///
    /// Maßnahmen, die verschoben sind.
    pub verschoben: Zaehlung,
    /// # Laufend
    ///
    /// Maßnahmen, an denen gearbeitet wird.
    pub laufend: Zaehlung,
    /// # Erledigt
    ///
    /// Maßnahmen, die erledigt sind.
    pub erledigt: Zaehlung,
    /// # Ohne Angabe
    ///
    /// Maßnahmen, zu denen noch kein Stand eingetragen ist.
    pub ohne_angabe: Zaehlung,
    /// # Überfällig
    ///
    /// Von den offenen, laufenden und verschobenen: Maßnahmen, deren Tag vor dem Stichtag liegt. Fehlt ohne Stichtag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ueberfaellig: Option<Zaehlung>,
    /// # Ohne Meldung
    ///
    /// Von denen ohne Angabe: Maßnahmen, deren Tag vor dem Stichtag liegt. Fehlt ohne Stichtag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ohne_meldung: Option<Zaehlung>,
}

impl Staende {
    /// The count of each state, in order, with its word; last what has none.
    pub fn each(&self) -> impl Iterator<Item = (&'static str, &Zaehlung)> {
        and_none(Massnahmenstand::ALL)
            .map(|stand| (stand.map_or(OHNE_ANGABE, Massnahmenstand::bezeichnung), self.stand(stand)))
    }

    const fn stand(&self, stand: Option<Massnahmenstand>) -> &Zaehlung {
        match stand {
            Some(Massnahmenstand::Offen) => &self.offen,
            Some(Massnahmenstand::Laufend) => &self.laufend,
            Some(Massnahmenstand::Erledigt) => &self.erledigt,
            Some(Massnahmenstand::Verschoben) => &self.verschoben,
            Some(Massnahmenstand::Entfallen) => &self.entfallen,
            None => &self.ohne_angabe,
        }
    }

    pub(crate) const fn stand_mut(&mut self, stand: Option<Massnahmenstand>) -> &mut Zaehlung {
        match stand {
            Some(Massnahmenstand::Offen) => &mut self.offen,
            Some(Massnahmenstand::Laufend) => &mut self.laufend,
            Some(Massnahmenstand::Erledigt) => &mut self.erledigt,
            Some(Massnahmenstand::Verschoben) => &mut self.verschoben,
            Some(Massnahmenstand::Entfallen) => &mut self.entfallen,
            None => &mut self.ohne_angabe,
        }
    }
}
