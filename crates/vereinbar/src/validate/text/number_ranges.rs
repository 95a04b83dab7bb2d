//! Generated from the schema; `make update` writes it anew.

/// Kind, place (`*` is any entry of a list), least and greatest value of each whole number.
#[rustfmt::skip]
pub(super) static RANGES: &[(&str, &str, u64, u64)] = &[
    ("qualitaetsentwicklungsvereinbarung", "/fassung", 1, 2),
    ("leq_vereinbarung", "/fassung", 1, 2),
    ("leq_vereinbarung", "/einrichtung/betriebserlaubnis/plaetze", 1, 10000),
    ("leq_vereinbarung", "/einrichtung/anderweitig_vereinbarte_plaetze", 0, 10000),
    ("leq_vereinbarung", "/leistungsangebot/gruppen/*/plaetze", 1, 1000),
    ("leq_vereinbarung", "/leistungsangebot/plaetze", 1, 10000),
    ("leq_vereinbarung", "/leistungsvereinbarung/personenkreis/alter_von", 0, 27),
    ("leq_vereinbarung", "/leistungsvereinbarung/personenkreis/alter_bis", 0, 27),
    ("leq_vereinbarung", "/leistungsvereinbarung/fuehrungszeugnisse/turnus_jahre", 1, 10),
    ("leq_vereinbarung", "/entgeltvereinbarung/tagessatz/plaetze", 1, 10000),
    ("leq_vereinbarung", "/entgeltvereinbarung/tagessatz/berechnungstage", 1, 366),
    ("leq_vereinbarung", "/entgeltvereinbarung/fachleistungsstunden/*/jahresarbeitszeit/arbeitstage", 1, 366),
    ("leq_vereinbarung", "/entgeltvereinbarung/fachleistungsstunden/*/jahresarbeitszeit/direkte_minuten", 1, 60),
    ("leq_vereinbarung", "/entgeltvereinbarung/jahresbudget/raten", 1, 12),
    ("leq_vereinbarung", "/entgeltvereinbarung/rundung/stellen", 0, 2),
    ("leq_vereinbarung", "/entgeltvereinbarung/abwesenheit/laenger_als_tage", 1, 365),
    ("leq_vereinbarung", "/entgeltvereinbarung/abwesenheit/ab_tag", 1, 365),
    ("leq_vereinbarung", "/entgeltvereinbarung/abwesenheit/hoechstens_tage", 1, 366),
];
