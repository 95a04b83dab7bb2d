use schemars::JsonSchema;
use serde::Deserialize;

codes! {
    /// # Qualitätsdimension
    ///
    /// Zentrale Dimension von Qualität: Ergebnis-, Prozess- oder Strukturqualität.
    ///
    /// The three dimensions of form A; their descriptions are the Ausfüllhilfe's.
    #[derive(Deserialize, JsonSchema)]
    pub enum Qualitaetsdimension, "Diese Qualitätsdimension gibt es nicht." {
        /// Dieses Feld ist anzukreuzen, wenn die Vereinbarungspartner vor allem die Ergebnisse und Wirksamkeit der ambulanten Hilfen zur Erziehung gemeinsam weiterentwickeln wollen.
        Ergebnisqualitaet: "ergebnisqualitaet", "Ergebnisqualität";
        /// Dieses Feld ist anzukreuzen, wenn die gemeinsame Qualitätsentwicklung auf eine Verbesserung des Prozesses der Hilfeplanung und der Leistungserbringung zielt (z.B. Kernprozesse: Fallannahme/-übernahme/Hilfedurchführung/Beendigung der Hilfe, Schnittstellenmanagement, Dokumentation/Berichtswesen, Krisen- und Beschwerdemanagement, Verankerung von Beteiligung oder kollegialer Beratung o. ä.).
        Prozessqualitaet: "prozessqualitaet", "Prozessqualität";
        /// Dieses Feld ist anzukreuzen, wenn die Vereinbarungspartner mit den Maßnahmen zur Qualitätsentwicklung vor allem die organisatorische (z. B. Organisation/Konzeption des Leistungsanbieters), personelle (z. B. Qualifikation, Supervision, Fortbildung, Zusatzausbildung, Vertretungsregelungen etc.) und sachliche Ausstattung (Räumlichkeiten, Kommunikationstechnik, Mobilität etc.) für die Leistungserbringung anpassen wollen.
        Strukturqualitaet: "strukturqualitaet", "Strukturqualität";
    }
}

entries!(Qualitaetsdimension);
