//! What the committee may decide: sentences from the data.

use crate::auswertung::{Auswertung, Kennzahl};

/// Who decides, where the Vorlage does not say it.
const GREMIUM: &str = "Jugendhilfeausschuss";

/// What the administration is asked to do about a gap: where there is one, and where there
/// are several (`#`).
const GAPS: [(Kennzahl, &str, &str); 5] = [
    (
        Kennzahl::UeberfaelligeMassnahmen,
        "Eine Maßnahme ist überfällig; die Verwaltung wird beauftragt, mit beiden Seiten eine neue Frist oder ihren \
         Wegfall zu vereinbaren.",
        "# Maßnahmen sind überfällig; die Verwaltung wird beauftragt, mit beiden Seiten neue Fristen oder ihren \
         Wegfall zu vereinbaren.",
    ),
    (
        Kennzahl::MassnahmenOhneMeldung,
        "Zu einer Maßnahme, deren Frist vorbei ist, ist kein Stand gemeldet; die Verwaltung wird beauftragt, ihn \
         festzustellen.",
        "Zu # Maßnahmen, deren Frist vorbei ist, ist kein Stand gemeldet; die Verwaltung wird beauftragt, ihn \
         festzustellen.",
    ),
    (
        Kennzahl::BeendetOhneErgebnis,
        "Eine Vereinbarung ist beendet, ohne dass alle Ziele bewertet sind; die Verwaltung wird beauftragt, die \
         Bewertung nachzuholen und darüber zu berichten.",
        "# Vereinbarungen sind beendet, ohne dass alle Ziele bewertet sind; die Verwaltung wird beauftragt, die \
         Bewertung nachzuholen und darüber zu berichten.",
    ),
    (
        Kennzahl::BeendetOhneNachfolge,
        "Auf eine beendete Vereinbarung folgt unter den ausgewerteten keine neue; die Verwaltung wird beauftragt zu \
         prüfen, ob sie fortgesetzt wird.",
        "Auf # beendete Vereinbarungen folgt unter den ausgewerteten keine neue; die Verwaltung wird beauftragt zu \
         prüfen, ob sie fortgesetzt werden.",
    ),
    (
        Kennzahl::VerstricheneGespraeche,
        "Der Tag eines Gesprächs zur Qualitätsentwicklung ist vorbei, ohne dass danach etwas eingetragen ist; die \
         Verwaltung wird beauftragt, es nachzuholen oder zu dokumentieren.",
        "Der Tag von # Gesprächen zur Qualitätsentwicklung ist vorbei, ohne dass danach etwas eingetragen ist; die \
         Verwaltung wird beauftragt, sie nachzuholen oder zu dokumentieren.",
    ),
];

/// The decision of the Vorlage, or one from the data: to take note, and of each gap that
/// there is what the administration is asked to do about it.
pub(super) fn propose(auswertung: &Auswertung) -> Vec<String> {
    let vorlage = auswertung.vorlage.as_ref();
    if let Some(vorlage) = vorlage
        && vorlage.beschluss.iter().any(|paragraph| !paragraph.trim().is_empty())
    {
        return vorlage.beschluss.clone();
    }
    let gremium = vorlage.and_then(|vorlage| vorlage.gremium.as_deref()).map_or(GREMIUM, str::trim);
    let noted = if gremium.to_lowercase().ends_with("ausschuss") {
        format!("Der {gremium} nimmt die Auswertung zur Kenntnis.")
    } else {
        format!("Das Gremium ({gremium}) nimmt die Auswertung zur Kenntnis.")
    };
    let mut sentences = vec![noted];
    if auswertung.is_empty() {
        return sentences;
    }
    sentences.extend(without_agreement(auswertung));
    let count = |kennzahl| auswertung.kennzahlen.get(kennzahl).map_or(0, |count| count.anzahl);
    sentences.extend(GAPS.iter().filter_map(|(kennzahl, one, several)| match count(*kennzahl) {
        0 => None,
        1 => Some((*one).to_owned()),
        many => Some(several.replace('#', &many.to_string())),
    }));
    sentences
}

/// The Maßstäbe that nothing is agreed about.
fn without_agreement(auswertung: &Auswertung) -> Option<String> {
    let names: Vec<&str> = auswertung.massstaebe_ohne_vereinbarung.iter().map(|code| code.bezeichnung()).collect();
    let order = "die Verwaltung wird beauftragt zu prüfen, ob Vereinbarungen dazu angestrebt werden";
    match names.as_slice() {
        [] => None,
        [only] => Some(format!("Für den Maßstab {only} besteht keine Vereinbarung; {order}.")),
        [all @ .., last] => {
            Some(format!("Für die Maßstäbe {} und {last} besteht keine Vereinbarung; {order}.", all.join(", ")))
        }
    }
}
