//! Words that stand in any list, in small letters, and belong to nobody's name.

/// Words for a Träger, which stand in headings and are counted.
pub(super) const TRAEGER: [&str; 14] = [
    "träger",
    "trägers",
    "trägern",
    "traeger",
    "trägername",
    "einrichtung",
    "einrichtungen",
    "leistungserbringer",
    "leistungserbringers",
    "leistungserbringern",
    "anbieter",
    "anbieters",
    "anbietern",
    "vertragspartner",
];

/// What else a list counts.
pub(super) const COUNTED: [&str; 20] = [
    "vereinbarung",
    "vereinbarungen",
    "vertrag",
    "verträge",
    "verträgen",
    "formular",
    "formulare",
    "zeilen",
    "eintrag",
    "einträge",
    "datensatz",
    "datensätze",
    "stück",
    "entgelt",
    "entgelte",
    "kosten",
    "betrag",
    "beträge",
    "plätze",
    "fälle",
];

/// Words that Excel and LibreOffice put behind the name of a group whose rows they sum up.
pub(super) const SUBTOTALS: [&str; 7] =
    ["ergebnis", "summe", "anzahl", "mittelwert", "maximum", "minimum", "standardabweichung"];

/// Words for a total that no name without a Rechtsform begins with.
pub(super) const TOTALS: [&str; 26] = [
    "summe",
    "summen",
    "gesamtsumme",
    "zwischensumme",
    "teilsumme",
    "endsumme",
    "gesamtzahl",
    "gesamtanzahl",
    "gesamtergebnis",
    "gesamtmittelwert",
    "gesamtdurchschnitt",
    "gesamtmaximum",
    "gesamtminimum",
    "gesamtbetrag",
    "gesamtkosten",
    "teilergebnis",
    "zwischenergebnis",
    "endergebnis",
    "mittelwert",
    "subtotal",
    "übertrag",
    "saldo",
    "endbetrag",
    "zwischenstand",
    "endstand",
    "quersumme",
];

/// Words for a total that a name may begin with: „Total Sozial“.
pub(super) const WORDS_OF_TOTALS: [&str; 14] = [
    "gesamt",
    "insgesamt",
    "total",
    "totals",
    "sum",
    "anzahl",
    "ergebnis",
    "ergebnisse",
    "durchschnitt",
    "maximum",
    "minimum",
    "max",
    "min",
    "median",
];

/// What stands beside a total: its currency, its part of the list.
pub(super) const BESIDE_TOTALS: [&str; 20] = [
    "eur",
    "euro",
    "teur",
    "netto",
    "brutto",
    "prozent",
    "grand",
    "nord",
    "süd",
    "ost",
    "west",
    "mitte",
    "region",
    "bezirk",
    "kreis",
    "landkreis",
    "stadt",
    "gruppe",
    "seite",
    "blatt",
];

/// Small words, which are nobody's own.
pub(super) const SMALL: [&str; 30] = [
    "der", "die", "das", "des", "dem", "den", "ein", "eine", "einen", "aller", "alle", "allen", "von", "vom", "am",
    "an", "und", "oder", "in", "im", "je", "pro", "für", "mit", "auf", "über", "zu", "zum", "zur", "per",
];

/// Words of those who leave a name open, or ask for one.
pub(super) const OPEN: [&str; 37] = [
    "name",
    "names",
    "namen",
    "eintragen",
    "einzutragen",
    "ausfüllen",
    "auszufüllen",
    "ergänzen",
    "nachtragen",
    "nachzutragen",
    "nachgereicht",
    "nachgetragen",
    "vergeben",
    "bekannt",
    "unbekannt",
    "benannt",
    "offen",
    "folgt",
    "folgen",
    "entfällt",
    "angabe",
    "angaben",
    "oben",
    "dito",
    "dto",
    "ebenda",
    "ebd",
    "platzhalter",
    "fortsetzung",
    "forts",
    "tba",
    "tbd",
    "todo",
    "gestrichen",
    "gelöscht",
    "storniert",
    "gekündigt",
];

/// Words that stand beside those.
pub(super) const BESIDE_OPEN: [&str; 31] = [
    "bitte",
    "hier",
    "nicht",
    "noch",
    "nichts",
    "wird",
    "werden",
    "wie",
    "siehe",
    "s",
    "kein",
    "keine",
    "keiner",
    "ohne",
    "neu",
    "neuer",
    "neue",
    "neuen",
    "frei",
    "freie",
    "freier",
    "freien",
    "öffentlicher",
    "öffentliche",
    "öffentlichen",
    "nächste",
    "seite",
    "weitere",
    "weiterer",
    "zurzeit",
    "nr",
];

/// How names end that are those of a Träger, whatever they begin with.
pub(super) const LEGAL_FORMS: [&str; 14] =
    ["e.v", "ev", "gmbh", "ggmbh", "ag", "gag", "kg", "ug", "gug", "eg", "gbr", "stiftung", "verein", "verband"];

/// Of a footer that says when it was written.
pub(super) const MONTHS: [&str; 12] = [
    "januar",
    "februar",
    "märz",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "dezember",
];

/// What stands before a colon.
pub(super) const NOTES: [&str; 34] = [
    "stand",
    "datenstand",
    "datum",
    "druck",
    "druckdatum",
    "ausdruck",
    "ausgedruckt",
    "quelle",
    "quellen",
    "hinweis",
    "hinweise",
    "anmerkung",
    "anmerkungen",
    "bemerkung",
    "bemerkungen",
    "fußnote",
    "fußnoten",
    "legende",
    "erläuterung",
    "erläuterungen",
    "erstellt",
    "erstellungsdatum",
    "gedruckt",
    "ersteller",
    "verfasser",
    "autor",
    "bearbeiter",
    "bearbeitet",
    "sachbearbeitung",
    "ansprechpartner",
    "kontakt",
    "tel",
    "telefon",
    "rückfragen",
];

/// What the title of a group begins with.
pub(super) const GROUPS: [&str; 12] = [
    "region",
    "landkreis",
    "kreis",
    "bezirk",
    "stadtbezirk",
    "sozialraum",
    "planungsraum",
    "stadtteil",
    "ortsteil",
    "bereich",
    "gruppe",
    "abschnitt",
];

/// Letters that stand for no name: `n. n.`, `k. A.`, and what programs write for nothing.
pub(super) const ABBREVIATIONS: [&str; 11] = ["nn", "ka", "oa", "na", "nan", "nat", "none", "null", "so", "sa", "zzt"];
