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
        #[schemars(extend("x-mehrzeilig" = true))]
        pub art_des_angebots: Option<String>,
        /// # Ziele des Leistungsangebots
        ///
        /// Was mit der Leistung erreicht werden soll.
        #[schemars(extend("x-mehrzeilig" = true))]
        pub ziele: Vec<String>,
        /// # Qualität des Leistungsangebots
        ///
        /// Merkmale der Qualität, die für die Leistung zugesagt sind.
        #[schemars(extend("x-mehrzeilig" = true))]
        pub qualitaet: Vec<String>,
        /// # Zu betreuender Personenkreis
        ///
        /// Für wen das Angebot da ist.
        pub personenkreis: Personenkreis,
        /// # Aufnahme und Belegung
        ///
        /// Unter welchen Voraussetzungen sich der Träger zur Erbringung der Leistung verpflichtet, und was zur Belegung gilt.
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
        #[schemars(extend("x-mehrzeilig" = true))]
        pub sachausstattung: Vec<String>,
        /// # Betriebsnotwendige Anlagen
        ///
        /// Die betriebsnotwendigen Anlagen der Einrichtung.
        #[schemars(extend("x-mehrzeilig" = true))]
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
        #[schemars(extend("x-vorgabe" = "Der Schutz der personenbezogenen Daten ist bei ihrer Verarbeitung in entsprechender Weise gewährleistet, wie er für Sozialdaten in der öffentlichen Jugendhilfe gilt (§ 61 Abs. 3 SGB VIII)."))]
        #[schemars(extend("x-mehrzeilig" = true))]
        pub datenschutz: Option<String>,
        /// # Prüfung
        ///
        /// Ob und wie der öffentliche Träger prüfen kann, dass die Leistung wie vereinbart erbracht wird.
        pub pruefung: Pruefung,
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
        #[schemars(extend("x-mehrzeilig" = true))]
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
        #[schemars(extend("x-mehrzeilig" = true))]
        pub ausschluss: Vec<String>,
    }
}

part! {
    /// # Aufnahme und Belegung
    ///
    /// Wann aufgenommen wird, und was zur Belegung gilt. Wie die Aufnahme abläuft, steht beim Hilfeprozess.
    pub struct Aufnahme {
        /// # Voraussetzungen
        ///
        /// Voraussetzungen, unter denen sich der Träger zur Erbringung der Leistung verpflichtet.
        #[schemars(extend("x-mehrzeilig" = true))]
        pub voraussetzungen: Vec<String>,
        /// # Belegung
        ///
        /// Ob eine Belegung zugesagt ist.
        #[schemars(extend("x-vorgabe" = "Die Vereinbarung begründet keine Pflicht zur Belegung; eine bestimmte Belegung wird nicht zugesichert."))]
        #[schemars(extend("x-mehrzeilig" = true))]
        pub belegung: Option<String>,
        /// # Freie Plätze
        ///
        /// Wie und wann der Träger freie Plätze meldet.
        #[schemars(extend("x-mehrzeilig" = true))]
        pub freie_plaetze: Option<String>,
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
        #[schemars(extend("x-mehrzeilig" = true))]
        pub grundleistungen: Vec<String>,
        /// # Zusatzleistungen
        ///
        /// Was im Einzelfall zusätzlich vereinbart werden kann. Was dafür gezahlt wird, steht in der Entgeltvereinbarung.
        #[schemars(extend("x-mehrzeilig" = true))]
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
        #[schemars(extend("x-mehrzeilig" = true))]
        pub gewaltschutz: Option<String>,
        /// # Beteiligung
        ///
        /// Wie junge Menschen beteiligt werden.
        #[schemars(extend("x-mehrzeilig" = true))]
        pub beteiligung: Option<String>,
        /// # Beschwerde
        ///
        /// Wie sie sich beschweren können, auch außerhalb der Einrichtung.
        #[schemars(extend("x-mehrzeilig" = true))]
        pub beschwerde: Option<String>,
        /// # Inklusion: inklusive Ausrichtung
        ///
        /// Wie das Angebot inklusiv ausgerichtet ist und Bedürfnisse junger Menschen mit Behinderungen berücksichtigt.
        #[schemars(extend("x-mehrzeilig" = true))]
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
        #[schemars(extend("x-mehrzeilig" = true))]
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
        #[schemars(extend("x-vorgabe" = "Der Träger bewahrt die Erziehungshilfe-, Eingliederungshilfe-, Heim- und Vormundschaftsakten nach Vollendung des 30. Lebensjahres der Person, die sie als minderjährige betreffen, 70 Jahre lang auf."))]
        #[schemars(extend("x-mehrzeilig" = true))]
        pub aufbewahrung: Option<String>,
        /// # Einsicht
        ///
        /// Wann und wie Betroffene Einsicht nehmen können.
        #[schemars(extend("x-vorgabe" = "Bei Vorliegen eines berechtigten Interesses gestattet der Träger der Person Einsicht in die betreffenden Akten."))]
        #[schemars(extend("x-mehrzeilig" = true))]
        pub einsicht: Option<String>,
        /// # Auskunft
        ///
        /// Wer Betroffenen wie Auskunft gibt.
        #[schemars(extend("x-vorgabe" = "Fachkräfte des Trägers erteilen Auskunft zu den betreffenden Akten."))]
        #[schemars(extend("x-mehrzeilig" = true))]
        pub auskunft: Option<String>,
    }
}

part! {
    /// # Prüfung
    ///
    /// Ob und wie der öffentliche Träger prüfen kann, dass die Leistung wie vereinbart erbracht wird.
    pub struct Pruefung {
        /// # Anlass
        ///
        /// Wann geprüft werden kann.
        #[schemars(extend("x-mehrzeilig" = true))]
        pub anlass: Option<String>,
        /// # Nachweise
        ///
        /// Was der Träger dafür vorlegt, zum Beispiel Dienstpläne und Nachweise über das Personal.
        #[schemars(extend("x-mehrzeilig" = true))]
        pub nachweise: Vec<String>,
        /// # Frist
        ///
        /// Bis wann die Nachweise vorliegen.
        pub frist: Option<String>,
        /// # Kosten
        ///
        /// Wer die Kosten der Prüfung trägt.
        pub kosten: Option<String>,
        /// # Ergebnis
        ///
        /// Was mit dem Ergebnis geschieht.
        #[schemars(extend("x-mehrzeilig" = true))]
        pub ergebnis: Option<String>,
    }
}
