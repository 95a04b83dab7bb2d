use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{BearbeiteterMassstab, Ergebnisse};
use crate::modell::{Datum, Qualitaetsdimension, Seite, Zahl, Zielerreichung};

/// # Ziel mit Ergebnis
///
/// Ein vereinbartes Ziel und was daraus geworden ist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Zielergebnis {
    /// # Vereinbarung
    ///
    /// Nummer der Vereinbarung.
    pub vereinbarung: u32,
    /// # Vordruck
    ///
    /// Nummer des Vordrucks in Teil II; fehlt, wo die Vereinbarung selbst der Vordruck ist.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vordruck: Option<u32>,
    /// # Nummer des Ziels
    ///
    /// Nummer des Ziels im Vordruck.
    pub ziel: u32,
    /// # Qualitätsdimensionen
    ///
    /// Die Qualitätsdimensionen des Vordrucks.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub qualitaetsdimensionen: Vec<Qualitaetsdimension>,
    /// # Grundsätze und Maßstäbe
    ///
    /// Die Maßstäbe des Vordrucks; nach dem ersten ist die Liste geordnet.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub massstaebe: Vec<BearbeiteterMassstab>,
    /// # Wortlaut
    ///
    /// Das Ziel, wie es vereinbart ist. Zeilenumbrüche sind durch Leerzeichen ersetzt.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wortlaut: Option<String>,
    /// # Grad der Zielerreichung
    ///
    /// Wie weit es erreicht ist; fehlt, wo nichts eingetragen ist.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grad: Option<Zielerreichung>,
    /// # Ergebnis
    ///
    /// Woran beide Seiten es erkennen. Zeilenumbrüche sind durch Leerzeichen ersetzt.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ergebnis: Option<String>,
    /// # Folge
    ///
    /// Was aus dem Ergebnis folgt. Zeilenumbrüche sind durch Leerzeichen ersetzt.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub folge: Option<String>,
    /// # Datum der Bewertung
    ///
    /// Tag der gemeinsamen Bewertung.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub datum: Option<Datum>,
    /// # Lage
    ///
    /// Ob es bewertet ist, und wenn nicht, ob der Zeitraum am Stichtag noch läuft. Fehlt ohne Stichtag bei einem Ziel, das nicht bewertet ist.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lage: Option<Ziellage>,
    /// # Indikatoren
    ///
    /// Die Zahlen, an denen seine Kriterien gemessen werden, soweit welche angegeben sind.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub indikatoren: Vec<GemessenerIndikator>,
}

/// # Gemessener Indikator
///
/// Eine Zahl, an der ein Kriterium gemessen wird: wo sie stand, wohin sie soll, was gemessen wurde.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct GemessenerIndikator {
    /// # Seite
    ///
    /// Wessen Kriterium es ist.
    pub seite: Seite,
    /// # Woran
    ///
    /// Das Kriterium, wie es vereinbart ist. Zeilenumbrüche sind durch Leerzeichen ersetzt.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub woran: Option<String>,
    /// # Einheit
    ///
    /// Worin gemessen wird.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub einheit: Option<String>,
    /// # Ausgangswert
    ///
    /// Die Zahl zu Beginn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ausgangswert: Option<Zahl>,
    /// # Zielwert
    ///
    /// Die Zahl, bei der das Kriterium erfüllt ist.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zielwert: Option<Zahl>,
    /// # Istwert
    ///
    /// Die Zahl, die gemessen wurde.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub istwert: Option<Zahl>,
    /// # Quelle
    ///
    /// Woher die Zahlen stammen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quelle: Option<String>,
    /// # Stichtag
    ///
    /// Tag, dessen Stand der Istwert wiedergibt.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stichtag: Option<Datum>,
}

codes! {
    /// # Lage des Ziels
    ///
    /// Ob ein Ziel bewertet ist, und wenn nicht, ob das noch aussteht.
    #[derive(JsonSchema)]
    #[non_exhaustive]
    pub enum Ziellage, "Diese Lage gibt es nicht." {
        /// Es ist erreicht, teilweise erreicht oder nicht erreicht.
        Bewertet: "bewertet", "bewertet";
        /// Es ist nicht bewertet, und sein Zeitraum läuft am Stichtag noch.
        ImZeitraum: "im_zeitraum", "Zeitraum läuft noch";
        /// Es ist nicht bewertet, obwohl sein Zeitraum vor dem Stichtag zu Ende ist.
        NachEnde: "nach_ende", "beendet ohne Ergebnis";
        /// Es ist nicht bewertet, und das Ende seines Zeitraums ist nicht angegeben.
        OhneEnde: "ohne_ende", "ohne Ergebnis, Ende nicht angegeben";
    }
}

/// # Anteile
///
/// Anteile der Ergebnisse in ganzen Prozent, die zusammen 100 ergeben: gerundet nach den größten Resten.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Anteile {
    /// # An allen Zielen
    ///
    /// Anteile an allen Zielen; fehlt, wo es keine gibt.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub an_allen: Option<AnteileAnAllen>,
    /// # An den bewerteten Zielen
    ///
    /// Anteile an den Zielen, die bewertet sind; fehlt, wo keines bewertet ist.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub an_den_bewerteten: Option<AnteileAnDenBewerteten>,
}

/// # Anteile an allen Zielen
///
/// In ganzen Prozent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AnteileAnAllen {
    /// # Erreicht
    ///
    /// Ziele, die erreicht sind, in Prozent.
    pub erreicht: u32,
    /// # Teilweise erreicht
    ///
    /// Ziele, die teilweise erreicht sind, in Prozent.
    pub teilweise_erreicht: u32,
    /// # Nicht erreicht
    ///
    /// Ziele, die nicht erreicht sind, in Prozent.
    pub nicht_erreicht: u32,
    /// # Offen
    ///
    /// Ziele, deren Ergebnis offen ist, in Prozent.
    pub offen: u32,
    /// # Ohne Angabe
    ///
    /// Ziele, zu denen noch kein Ergebnis eingetragen ist, in Prozent.
    pub ohne_angabe: u32,
}

/// # Anteile an den bewerteten Zielen
///
/// In ganzen Prozent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AnteileAnDenBewerteten {
    /// # Erreicht
    ///
    /// Ziele, die erreicht sind, in Prozent.
    pub erreicht: u32,
    /// # Teilweise erreicht
    ///
    /// Ziele, die teilweise erreicht sind, in Prozent.
    pub teilweise_erreicht: u32,
    /// # Nicht erreicht
    ///
    /// Ziele, die nicht erreicht sind, in Prozent.
    pub nicht_erreicht: u32,
}

impl Anteile {
    pub(crate) fn new(ergebnisse: &Ergebnisse) -> Self {
        let Ergebnisse { erreicht, teilweise_erreicht, nicht_erreicht, offen, ohne_angabe } = ergebnisse;
        let counts = [erreicht, teilweise_erreicht, nicht_erreicht, offen, ohne_angabe].map(|count| count.anzahl);
        let [reached, partly, not, ..] = counts;
        Self {
            an_allen: whole_percent(counts).map(
                |[erreicht, teilweise_erreicht, nicht_erreicht, offen, ohne_angabe]| AnteileAnAllen {
                    erreicht,
                    teilweise_erreicht,
                    nicht_erreicht,
                    offen,
                    ohne_angabe,
                },
            ),
            an_den_bewerteten: whole_percent([reached, partly, not]).map(
                |[erreicht, teilweise_erreicht, nicht_erreicht]| AnteileAnDenBewerteten {
                    erreicht,
                    teilweise_erreicht,
                    nicht_erreicht,
                },
            ),
        }
    }
}

/// Shares in whole per cent that give 100 together: each is cut, and what is missing goes
/// to those with the largest remainders, of equal ones to the first.
fn whole_percent<const N: usize>(counts: [usize; N]) -> Option<[u32; N]> {
    let total: usize = counts.iter().sum();
    if total == 0 {
        return None;
    }
    let mut shares = counts.map(|count| 100 * count / total);
    let missing = 100 - shares.iter().sum::<usize>();
    let mut order: Vec<usize> = (0..N).collect();
    let remainder = |place: &usize| counts.get(*place).map_or(0, |count| 100 * count % total);
    order.sort_by_key(|place| std::cmp::Reverse(remainder(place)));
    for place in order.into_iter().take(missing) {
        if let Some(share) = shares.get_mut(place) {
            *share += 1;
        }
    }
    Some(shares.map(|share| u32::try_from(share).unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::whole_percent;

    #[test]
    fn shares_give_a_hundred_together() {
        assert_eq!(whole_percent([0, 0]), None);
        assert_eq!(whole_percent([1, 1, 1]), Some([34, 33, 33]));
        assert_eq!(whole_percent([1, 2]), Some([33, 67]));
        // Rounded each for itself they would give 99.
        assert_eq!(whole_percent([17, 12, 6, 3, 30]), Some([25, 18, 9, 4, 44]));
        for a in 0..20 {
            for b in 0..20 {
                for c in 1..20 {
                    let shares = whole_percent([a, b, c]).unwrap();
                    assert_eq!(shares.iter().sum::<u32>(), 100, "{a} {b} {c}");
                    // None is off by one per cent or more.
                    for (share, count) in shares.into_iter().zip([a, b, c]) {
                        let total = a + b + c;
                        assert!((usize::try_from(share).unwrap() * total).abs_diff(100 * count) < total, "{a} {b} {c}");
                    }
                }
            }
        }
    }
}
