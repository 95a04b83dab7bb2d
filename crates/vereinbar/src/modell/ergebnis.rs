use schemars::JsonSchema;
use serde::Deserialize;

use super::Datum;

part! {
    /// # Ergebnis
    ///
    /// Was aus einem Ziel geworden ist, gemeinsam bewertet nach dem Vereinbarungszeitraum.
    ///
    /// It is entered when the Zielüberprüfung has been held; until then it is missing.
    pub struct Ergebnis {
        /// # Grad der Zielerreichung
        ///
        /// Wie weit das Ziel erreicht ist.
        pub grad: Option<Zielerreichung>,
        /// # Text der Bewertung
        ///
        /// Woran beide Seiten das Ergebnis erkennen.
        #[schemars(extend("x-mehrzeilig" = true))]
        pub text: Option<String>,
        /// # Folge
        ///
        /// Was aus dem Ergebnis folgt, zum Beispiel ein neues Ziel oder eine Änderung der Leistung.
        #[schemars(extend("x-mehrzeilig" = true))]
        pub folge: Option<String>,
        /// # Datum der Bewertung
        ///
        /// Tag der gemeinsamen Bewertung.
        pub datum: Option<Datum>,
    }
}

codes! {
    /// # Grad der Zielerreichung
    ///
    /// Wie weit ein Ziel erreicht ist.
    #[derive(Deserialize, JsonSchema)]
    #[non_exhaustive]
    pub enum Zielerreichung, "Diesen Grad der Zielerreichung gibt es nicht." {
        Erreicht: "erreicht", "erreicht";
        TeilweiseErreicht: "teilweise_erreicht", "teilweise erreicht";
        NichtErreicht: "nicht_erreicht", "nicht erreicht";
        Offen: "offen", "offen";
    }
}

entries!(Zielerreichung);
