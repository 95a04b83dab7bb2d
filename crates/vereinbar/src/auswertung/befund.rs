use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::limits::MAX_NAMED;

/// # Befund
///
/// Was beim Auswerten aufgefallen ist, zum Beispiel eine Datei, die nicht gelesen werden konnte.
///
/// Apart from the names of files it holds no free text of a user. It is no
/// [`Finding`](crate::Finding): that is about one agreement, for who can mend it, and has a
/// rule, a place and a remedy; this is a remark in a public report about which
/// agreements were counted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Befund {
    /// # Art des Befunds
    ///
    /// Worum es geht.
    pub art: Befundart,
    /// # Weitere
    ///
    /// Wie viele es über die einzeln genannten hinaus sind; nur bei sehr vielen, die nicht lesbar sind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weitere: Option<u32>,
    /// # Vereinbarungen
    ///
    /// Nummern der gezählten Vereinbarungen, um die es geht.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub vereinbarungen: Vec<u32>,
    /// # Quellen
    ///
    /// Die Dateien, um die es geht; bei mehreren zuerst die gezählte. Nur in der internen Fassung.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub quellen: Vec<String>,
    /// # Meldung
    ///
    /// Was aufgefallen ist, in einem vollständigen Satz.
    pub meldung: String,
}

codes! {
    /// # Art des Befunds
    ///
    /// Was beim Auswerten auffallen kann.
    #[derive(Deserialize, JsonSchema)]
    #[non_exhaustive]
    pub enum Befundart, "Diese Art von Befund gibt es nicht." {
        NichtLesbar: "nicht_lesbar", "nicht lesbar";
        UnklareFassung: "unklare_fassung", "unklare Fassung";
        AeltereFassung: "aeltere_fassung", "ältere Fassung";
        BerichtigteFassung: "berichtigte_fassung", "berichtigte Fassung";
        GleichesAktenzeichen: "gleiches_aktenzeichen", "gleiches Aktenzeichen";
        AnderesAktenzeichen: "anderes_aktenzeichen", "anderes Aktenzeichen";
        GleicherName: "gleicher_name", "gleicher Name";
        Doppelt: "doppelt", "doppelt";
        Leer: "leer", "leer";
        OhneZeile: "ohne_zeile", "ohne Zeile";
    }
}

impl Befund {
    /// A file, or a line of one, that cannot be read. `reason` is a complete German
    /// sentence and repeats no free text of a user.
    #[must_use]
    pub fn unreadable(quelle: impl Into<String>, reason: impl Into<String>) -> Self {
        Self {
            art: Befundart::NichtLesbar,
            weitere: None,
            vereinbarungen: Vec::new(),
            quellen: vec![quelle.into()],
            meldung: reason.into(),
        }
    }

    /// So many more than are named that cannot be read.
    pub(crate) fn more_unreadable(count: u64) -> Self {
        let meldung = format!(
            "Die ersten {MAX_NAMED} werden genannt, {count} weitere gezählt. Meist ist es eine Datei, die keine \
             Vereinbarungen enthält; lassen Sie sie weg."
        );
        let weitere = Some(u32::try_from(count).unwrap_or(u32::MAX));
        Self { art: Befundart::NichtLesbar, weitere, vereinbarungen: Vec::new(), quellen: Vec::new(), meldung }
    }

    /// Files in a folder of a batch to which its table has no row any more.
    #[must_use]
    pub fn without_row(quellen: Vec<String>) -> Self {
        Self::new(Befundart::OhneZeile, Vec::new(), quellen)
    }

    pub(crate) fn new(art: Befundart, vereinbarungen: Vec<u32>, quellen: Vec<String>) -> Self {
        let meldung = match art {
            Befundart::NichtLesbar => "Das kann nicht gelesen werden.",
            Befundart::UnklareFassung => {
                "Diese Fassungen einer Vereinbarung unterscheiden sich, und weder Stand noch Ergebnisse sagen, welche \
                 die neuere ist; jede ist gezählt. Entfernen Sie die überholten."
            }
            Befundart::AeltereFassung => {
                "Von dieser Vereinbarung liegen mehrere Fassungen vor; gezählt ist nur die neueste."
            }
            Befundart::BerichtigteFassung => {
                "Unter demselben Aktenzeichen liegen Fassungen vor, in denen Träger, Beginn, Qualitätsdimension oder \
                 Maßstab berichtigt sind; gezählt ist nur die neueste. Entfernen Sie die überholten."
            }
            Befundart::GleichesAktenzeichen => {
                "Diese Vereinbarungen haben dasselbe Aktenzeichen, denselben Beginn und denselben Vordruck, aber \
                 verschiedene Träger; jede ist gezählt. Prüfen Sie Aktenzeichen und Namen."
            }
            Befundart::AnderesAktenzeichen => {
                "Diese Vereinbarungen stimmen in Träger, Beginn und Vordruck überein, haben aber verschiedene \
                 Aktenzeichen; jede ist gezählt. Prüfen Sie, ob es dieselbe ist."
            }
            Befundart::GleicherName => {
                "Träger gleichen Namens haben verschiedene Anschriften; sie sind als verschiedene Träger gezählt. \
                 Prüfen Sie, ob es derselbe ist."
            }
            Befundart::Doppelt => "Dieselbe Vereinbarung liegt mehrfach vor; sie ist einmal gezählt.",
            Befundart::OhneZeile => {
                "Zu diesen Dateien hat die Tabelle, aus der der Ordner entstand, keine Zeile mehr; sie sind gezählt. Sind \
                 sie überholt, verschiebt sie `vereinbar batch` mit --move-orphans."
            }
            Befundart::Leer => "In diesem Vordruck ist nichts eingetragen; er ist nicht gezählt.",
        };
        Self { art, weitere: None, vereinbarungen, quellen, meldung: meldung.to_owned() }
    }
}
