use crate::modell::{Datum, Gefaehrdungsabgrenzung, Personalausstattung, Prozessschritt, Zeitraum};

part! {
    /// # Leistungsvereinbarung
    ///
    /// Teil I: Inhalt, Umfang und Qualität des Leistungsangebots.
    ///
    /// The first five contents of § 78c Abs. 1 SGB VIII have fields of their own; the two topics of the three-part agreement are [`hilfeprozess`](Self::hilfeprozess) and [`leistungs_und_gefaehrdungsbereich`](Self::leistungs_und_gefaehrdungsbereich).
    pub struct Leistungsvereinbarung {
        /// # Vereinbarung vom
        ///
        /// Tag, an dem die Leistungsvereinbarung geschlossen ist, wenn es nicht der Tag dieser Vereinbarung ist.
        pub vom: Option<Datum>,
        /// # Vereinbarungszeitraum
        ///
        /// Vereinbarungszeitraum der Leistungsvereinbarung. Ohne letzten Tag gilt sie unbefristet.
        pub zeitraum: Zeitraum,
        /// # Art des Leistungsangebots
        ///
        /// Was angeboten wird: Art und Grundstruktur des Leistungsangebots.
        pub art_des_angebots: Option<String>,
        /// # Ziele des Leistungsangebots
        ///
        /// Was mit der Leistung erreicht werden soll.
        pub ziele: Vec<String>,
        /// # Qualität des Leistungsangebots
        ///
        /// Merkmale der Qualität, die für die Leistung zugesagt sind.
        pub qualitaet: Vec<String>,
        /// # Zu betreuender Personenkreis
        ///
        /// Für wen das Angebot da ist.
        pub personenkreis: Personenkreis,
        /// # Aufnahme
        ///
        /// Unter welchen Voraussetzungen sich der Träger zur Erbringung der Leistung verpflichtet.
        pub aufnahme: Aufnahme,
        /// # Leistungen
        ///
        /// Was die Leistung umfasst, was zusätzlich und was nicht.
        pub leistungen: Leistungen,
        /// # Hilfeplanung und Gestaltung des Hilfeprozesses
        ///
        /// Wie Hilfeplanung und Hilfeprozess gestaltet werden: von der Anfrage bis zur Beendigung.
        pub hilfeprozess: Vec<Prozessschritt>,
        /// # Abgrenzung des Leistungs- und Gefährdungsbereiches
        ///
        /// Wo die Leistung endet und das Verfahren bei Kindeswohlgefährdung beginnt.
        pub leistungs_und_gefaehrdungsbereich: Gefaehrdungsabgrenzung,
        /// # Personal: personelle Ausstattung
        ///
        /// Die erforderliche personelle Ausstattung und die Qualifikation des Personals.
        pub personal: Personalausstattung,
        /// # Sachausstattung
        ///
        /// Die erforderliche sächliche Ausstattung.
        pub sachausstattung: Vec<String>,
        /// # Betriebsnotwendige Anlagen
        ///
        /// Die betriebsnotwendigen Anlagen der Einrichtung.
        pub betriebsnotwendige_anlagen: Vec<String>,
        /// # Schutz, Beteiligung und Inklusion
        ///
        /// Schutz vor Gewalt, Beteiligung, Beschwerde und inklusive Ausrichtung.
        pub schutz_und_beteiligung: Schutz,
        /// # Führungszeugnisse
        ///
        /// Wie § 72a SGB VIII eingehalten wird.
        pub fuehrungszeugnisse: Fuehrungszeugnisse,
        /// # Akten
        ///
        /// Aufbewahrung, Einsicht und Auskunft nach § 9b SGB VIII.
        pub akten: Akten,
        /// # Datenschutz
        ///
        /// Wie Sozialdaten geschützt werden.
        pub datenschutz: Option<String>,
        /// # Prüfung
        ///
        /// Wie die Leistung geprüft werden kann.
        pub pruefung: Option<String>,
        /// # Kündigung
        ///
        /// Mit welcher Frist und Form gekündigt werden kann.
        pub kuendigung: Option<String>,
    }
}

part! {
    /// # Personenkreis
    ///
    /// Für wen das Leistungsangebot da ist.
    pub struct Personenkreis {
        /// # Beschreibung
        ///
        /// Welche jungen Menschen und Familien das Angebot erreicht.
        pub beschreibung: Option<String>,
        /// # Alter von
        ///
        /// Mindestalter bei der Aufnahme in Jahren.
        #[schemars(range(min = 0, max = 27))]
        pub alter_von: Option<u32>,
        /// # Alter bis
        ///
        /// Höchstalter bei der Aufnahme in Jahren.
        #[schemars(range(min = 0, max = 27))]
        pub alter_bis: Option<u32>,
        /// # Ausschluss
        ///
        /// Für wen das Angebot nicht geeignet ist.
        pub ausschluss: Vec<String>,
    }
}

part! {
    /// # Aufnahme
    ///
    /// Wann und wie aufgenommen wird.
    pub struct Aufnahme {
        /// # Voraussetzungen
        ///
        /// Voraussetzungen, unter denen sich der Träger zur Erbringung der Leistung verpflichtet.
        pub voraussetzungen: Vec<String>,
        /// # Verfahren
        ///
        /// Wie die Aufnahme abläuft.
        pub verfahren: Vec<String>,
    }
}

part! {
    /// # Leistungen
    ///
    /// Was die Leistung umfasst.
    pub struct Leistungen {
        /// # Grundleistungen
        ///
        /// Was mit dem Entgelt abgegolten ist.
        pub grundleistungen: Vec<String>,
        /// # Zusatzleistungen
        ///
        /// Was im Einzelfall zusätzlich vereinbart werden kann. Was dafür gezahlt wird, steht in der Entgeltvereinbarung.
        pub zusatzleistungen: Vec<String>,
    }
}

part! {
    /// # Schutz, Beteiligung und Inklusion
    ///
    /// Qualitätsmerkmale, die § 77 und § 79a SGB VIII nennen.
    pub struct Schutz {
        /// # Gewaltschutz: Schutz vor Gewalt und Ausbeutung
        ///
        /// Wie junge Menschen vor Gewalt und Ausbeutung geschützt sind.
        pub gewaltschutz: Option<String>,
        /// # Beteiligung
        ///
        /// Wie junge Menschen beteiligt werden.
        pub beteiligung: Option<String>,
        /// # Beschwerde
        ///
        /// Wie sie sich beschweren können, auch außerhalb der Einrichtung.
        pub beschwerde: Option<String>,
        /// # Inklusion: inklusive Ausrichtung
        ///
        /// Wie das Angebot inklusiv ausgerichtet ist und Bedürfnisse junger Menschen mit Behinderungen berücksichtigt.
        pub inklusion: Option<String>,
    }
}

part! {
    /// # Führungszeugnisse
    ///
    /// Wie § 72a SGB VIII eingehalten wird.
    pub struct Fuehrungszeugnisse {
        /// # Regelung
        ///
        /// Was zu erweiterten Führungszeugnissen vereinbart ist.
        pub regelung: Option<String>,
        /// # Turnus in Jahren
        ///
        /// Spätestens nach wie vielen Jahren sie erneut vorgelegt werden.
        #[schemars(range(min = 1, max = 10))]
        pub turnus_jahre: Option<u32>,
    }
}

part! {
    /// # Akten
    ///
    /// Was zu den Akten über junge Menschen vereinbart ist (§ 9b SGB VIII).
    pub struct Akten {
        /// # Aufbewahrung
        ///
        /// Wie lange und wo Akten aufbewahrt werden.
        pub aufbewahrung: Option<String>,
        /// # Einsicht
        ///
        /// Wie Betroffene Einsicht nehmen können.
        pub einsicht: Option<String>,
        /// # Auskunft
        ///
        /// Wie Betroffene Auskunft erhalten.
        pub auskunft: Option<String>,
    }
}
