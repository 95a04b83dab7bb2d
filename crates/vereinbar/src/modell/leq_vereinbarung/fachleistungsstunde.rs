use schemars::JsonSchema;
use serde::Deserialize;

use crate::modell::{Betrag, Entgeltbestandteil, Entgeltschritt, Zahl};

part! {
    /// # Fachleistungsstunde
    ///
    /// Das Entgelt je Fachleistungsstunde: Jahreskosten geteilt durch die Netto-Jahresarbeitszeit.
    pub struct Fachleistungsstunde {
        /// # Bezeichnung
        ///
        /// Wofür sie gilt, wenn es mehrere gibt.
        pub bezeichnung: Option<String>,
        /// # Qualifikation
        ///
        /// Für welche Qualifikation des Personals sie gilt.
        pub qualifikation: Option<String>,
        /// # Entgeltbestandteile
        ///
        /// Woraus sie sich zusammensetzt.
        pub bestandteile: Vec<Entgeltbestandteil>,
        /// # Jahresarbeitszeit
        ///
        /// Wie viele Stunden im Jahr geleistet werden.
        pub jahresarbeitszeit: Jahresarbeitszeit,
        /// # Betrag je Stunde
        ///
        /// Vereinbartes Entgelt; es wird mit dem berechneten verglichen. Ohne Bestandteile gilt es selbst.
        pub betrag: Option<Betrag>,
        /// # Schritte
        ///
        /// Ab wann sich das Entgelt ändert.
        pub schritte: Vec<Entgeltschritt>,
    }
}

part! {
    /// # Regelung zur Fachleistungsstunde
    ///
    /// Was eine Fachleistungsstunde bezahlt und wie sie gezählt wird; es gilt für alle.
    pub struct Stundenregelung {
        /// # Abgegolten
        ///
        /// Was mit der Fachleistungsstunde bezahlt ist, zum Beispiel Vor- und Nachbereitung, Fahrten, Dokumentation, Gespräche im Team.
        pub abgegolten: Vec<String>,
        /// # Fahrten
        ///
        /// Wie Fahrzeiten und Fahrtkosten gezählt werden.
        pub fahrten: Option<String>,
        /// # Ausgefallene Termine
        ///
        /// Was gilt, wenn ein Termin ausfällt.
        pub ausfall: Option<String>,
        /// # Gruppen
        ///
        /// Wie Stunden mit mehreren jungen Menschen oder Familien gezählt werden.
        pub gruppen: Option<String>,
    }
}

part! {
    /// # Jahresarbeitszeit
    ///
    /// Von der Arbeitszeit eines Jahres zu den Stunden, die in Rechnung gestellt werden können.
    pub struct Jahresarbeitszeit {
        /// # Arbeitstage
        ///
        /// Arbeitstage eines Jahres vor Abzug. Fehlt die Angabe: 365 Siebtel der Wochenstunden sind die Brutto-Stunden.
        #[schemars(range(min = 1, max = 366))]
        pub arbeitstage: Option<u32>,
        /// # Wochenstunden
        ///
        /// Vertragliche Arbeitszeit je Woche.
        pub wochenstunden: Option<Zahl>,
        /// # Stunden je Tag
        ///
        /// Vertragliche Arbeitszeit je Tag. Fehlt die Angabe: ein Fünftel der Wochenstunden.
        pub stunden_je_tag: Option<Zahl>,
        /// # Allgemeine Minderzeiten
        ///
        /// Tage oder Stunden, in denen nicht gearbeitet wird: Urlaub, Krankheit, Feiertage.
        pub minderzeiten: Vec<Minderzeit>,
        /// # Fachliche Minderzeit in Prozent
        ///
        /// Fach- und fallspezifische Minderzeiten: Anteil an der Brutto-Jahresarbeitszeit in Prozent.
        pub fachliche_minderzeit_prozent: Option<Zahl>,
        /// # Direkte Minuten
        ///
        /// Minuten je Fachleistungsstunde, die am jungen Menschen oder in der Familie geleistet werden. Fehlt die Angabe, wird mit 60 gerechnet.
        #[schemars(range(min = 1, max = 60))]
        pub direkte_minuten: Option<u32>,
        /// # Vereinbarte Netto-Stunden
        ///
        /// Netto-Stunden einer Vollzeitstelle, wenn sie ausgehandelt sind. Sie gelten anstelle der berechneten.
        pub netto_stunden: Option<Zahl>,
        /// # Netto-Stunden je
        ///
        /// Für welchen Zeitraum die vereinbarten Netto-Stunden gelten. Fehlt die Angabe: je Jahr.
        pub netto_stunden_je: Option<Stundenzeitraum>,
        /// # Stellen
        ///
        /// Wie viele Vollzeitstellen hinter den Kosten stehen; so oft werden die Netto-Stunden geleistet. Fehlt die Angabe: 1.
        pub stellen: Option<Zahl>,
    }
}

codes! {
    /// # Zeitraum der Netto-Stunden
    ///
    /// Für welchen Zeitraum Stunden gelten.
    #[derive(Deserialize, JsonSchema)]
    #[non_exhaustive]
    pub enum Stundenzeitraum, "Diesen Zeitraum der Netto-Stunden gibt es nicht." {
        Jahr: "jahr", "Jahr";
        Monat: "monat", "Monat";
    }
}

entries!(Stundenzeitraum);

part! {
    /// # Minderzeit
    ///
    /// Tage oder Stunden im Jahr, in denen nicht gearbeitet wird.
    pub struct Minderzeit {
        /// # Bezeichnung
        ///
        /// Wodurch sie entsteht.
        pub bezeichnung: Option<String>,
        /// # Tage
        ///
        /// Tage im Jahr.
        pub tage: Option<Zahl>,
        /// # Stunden
        ///
        /// Stunden im Jahr, wenn sie nicht nach Tagen zählt.
        pub stunden: Option<Zahl>,
    }
}
