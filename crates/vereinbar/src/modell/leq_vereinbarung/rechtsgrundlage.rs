use schemars::JsonSchema;
use serde::Deserialize;

use crate::modell::Datum;

codes! {
    /// # Rechtsgrundlage
    ///
    /// Worauf eine Vereinbarung zwischen öffentlichem Träger und Leistungserbringer beruht.
    ///
    /// The rules that are checked depend on it: §§ 78a to 78g bind only where § 78b applies.
    #[derive(Deserialize, JsonSchema)]
    #[non_exhaustive]
    pub enum Rechtsgrundlage, "Diese Rechtsgrundlage gibt es nicht." {
        /// Vereinbarungen über Kostenübernahme und Qualitätsentwicklung bei ambulanten Leistungen.
        SgbViii77: "sgb_viii_77", "§ 77 SGB VIII (ambulante Leistungen)", kurz "§ 77 SGB VIII";
        /// Leistungs-, Entgelt- und Qualitätsentwicklungsvereinbarung für teilstationäre und stationäre Leistungen.
        SgbViii78b: "sgb_viii_78b", "§ 78b SGB VIII (teilstationäre und stationäre Leistungen)", kurz "§ 78b SGB VIII";
    }
}

codes! {
    /// # Abschließende Stelle
    ///
    /// Wer auf der öffentlichen Seite abschließt.
    #[derive(Deserialize, JsonSchema)]
    #[non_exhaustive]
    pub enum OeffentlicheStelle, "Diese Stelle gibt es nicht." {
        Jugendamt: "jugendamt", "Jugendamt";
        Kommission: "kommission", "Kommission nach § 78e Abs. 3 SGB VIII", kurz "Kommission";
        Landesbehoerde: "landesbehoerde", "Landesbehörde";
    }
}

entries!(OeffentlicheStelle, Rechtsgrundlage);

part! {
    /// # Rahmenvertrag
    ///
    /// Ein Rahmenvertrag des Landes nach § 78f SGB VIII.
    pub struct Rahmenvertrag {
        /// # Gilt
        ///
        /// Ob für diese Vereinbarung ein Rahmenvertrag gilt. Bei „nein“ wird das gesagt, und die übrigen Angaben entfallen.
        pub gilt: Option<bool>,
        /// # Bezeichnung
        ///
        /// Name des Rahmenvertrags.
        pub bezeichnung: Option<String>,
        /// # Stand
        ///
        /// Tag, dessen Fassung gilt.
        pub stand: Option<Datum>,
        /// # Beigetreten
        ///
        /// Ob der Träger dem Rahmenvertrag beigetreten ist.
        pub beigetreten: Option<bool>,
    }
}

part! {
    /// # Vorgänger
    ///
    /// Die Vereinbarung, an deren Stelle diese tritt oder die sie ändert.
    pub struct Vorgaenger {
        /// # Ist Nachtrag
        ///
        /// Ob diese Vereinbarung die frühere nur ändert und sie im Übrigen fortgilt. Fehlt die Angabe, tritt sie an deren Stelle.
        pub ist_nachtrag: Option<bool>,
        /// # Aktenzeichen
        ///
        /// Ihr Aktenzeichen oder ihre Vertragsnummer.
        pub aktenzeichen: Option<String>,
        /// # Vereinbarung vom
        ///
        /// Tag, an dem sie geschlossen ist.
        pub vom: Option<Datum>,
    }
}

part! {
    /// # Hauptbeleger
    ///
    /// Ein anderer örtlicher Träger, der die Einrichtung überwiegend belegt. Er ist zu hören (§ 78e Abs. 2 SGB VIII).
    pub struct Hauptbeleger {
        /// # Name
        ///
        /// Wer die Einrichtung überwiegend belegt.
        pub name: Option<String>,
        /// # Gehört am
        ///
        /// Tag, an dem er gehört wurde.
        pub gehoert_am: Option<Datum>,
        /// # Stellungnahme
        ///
        /// Was er dazu gesagt hat, kurz.
        pub stellungnahme: Option<String>,
    }
}

part! {
    /// # Schiedsstelle
    ///
    /// Angaben zum Verfahren vor der Schiedsstelle nach § 78g SGB VIII.
    pub struct Schiedsstelle {
        /// # Eingang des Antrags
        ///
        /// Tag, an dem der Antrag bei der Schiedsstelle eingegangen ist.
        pub antrag_eingang: Option<Datum>,
        /// # Entscheidung am
        ///
        /// Tag der Entscheidung.
        pub entscheidung_am: Option<Datum>,
    }
}
