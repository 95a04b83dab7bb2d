//! „Pro Qualitätsdimension und -maßstab ist deshalb ein Vordruck auszufüllen“
//! (Ausfüllhilfe): one row as several forms.

use vereinbar::Vereinbarung;
use vereinbar::modell::Massstab;

/// The forms that an agreement makes, each with what tells it apart in a file's
/// name. One form has nothing to be told apart by.
pub(crate) fn split(vereinbarung: Vereinbarung) -> Vec<(Vereinbarung, Option<String>)> {
    let Vereinbarung::Qualitaetsentwicklungsvereinbarung(whole) = &vereinbarung else {
        return vec![(vereinbarung, None)];
    };
    let dimensions = each(&whole.qualitaetsdimensionen);
    let massstaebe = each(&whole.grundsaetze_und_massstaebe);
    if dimensions.len() * massstaebe.len() == 1 {
        return vec![(vereinbarung, None)];
    }
    let mut forms = Vec::new();
    for dimension in &dimensions {
        for massstab in &massstaebe {
            let mut form = whole.clone();
            form.qualitaetsdimensionen = dimension.to_vec();
            form.grundsaetze_und_massstaebe = massstab.to_vec();
            let words = [
                (dimensions.len() > 1).then(|| dimension.first().map_or_else(String::new, ToString::to_string)),
                (massstaebe.len() > 1).then(|| massstab_word(massstab)),
            ];
            let words: Vec<String> = words.into_iter().flatten().collect();
            forms.push((Vereinbarung::Qualitaetsentwicklungsvereinbarung(form), Some(words.join("-"))));
        }
    }
    forms
}

/// Each entry as a list of its own; no entry is one list, too.
fn each<T>(entries: &[T]) -> Vec<&[T]> {
    if entries.is_empty() { vec![entries] } else { entries.chunks(1).collect() }
}

fn massstab_word(massstab: &[Massstab]) -> String {
    let Some(massstab) = massstab.first() else { return String::new() };
    match (massstab.code, &massstab.bezeichnung) {
        (_, Some(bezeichnung)) => bezeichnung.clone(),
        (Some(code), None) => code.as_str().to_owned(),
        (None, None) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(json: &str) -> Vec<Option<String>> {
        split(vereinbar::parse(json).unwrap()).into_iter().map(|(_, word)| word).collect()
    }

    #[test]
    fn makes_one_form_for_each_dimension_and_massstab() {
        let head = r#"{"art": "qualitaetsentwicklungsvereinbarung""#;
        assert_eq!(words(&format!("{head}}}")), [None]);
        assert_eq!(words(&format!(r#"{head}, "qualitaetsdimensionen": ["prozessqualitaet"]}}"#)), [None]);
        let both = r#""qualitaetsdimensionen": ["prozessqualitaet", "strukturqualitaet"], "grundsaetze_und_massstaebe": [{"code": "partizipation"}, {"bezeichnung": "Eigener"}]"#;
        let expected = [
            "prozessqualitaet-partizipation",
            "prozessqualitaet-Eigener",
            "strukturqualitaet-partizipation",
            "strukturqualitaet-Eigener",
        ];
        assert_eq!(words(&format!("{head}, {both}}}")), expected.map(|word| Some(word.to_owned())));
        let one = r#""qualitaetsdimensionen": ["prozessqualitaet", "strukturqualitaet"], "grundsaetze_und_massstaebe": [{"code": "partizipation"}]"#;
        assert_eq!(words(&format!("{head}, {one}}}")).len(), 2);
        assert_eq!(words(&format!("{head}, {one}}}"))[0].as_deref(), Some("prozessqualitaet"));
    }
}
