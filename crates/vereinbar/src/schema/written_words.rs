//! Findings in the words of who writes into a cell of a table or a field of a form.

use crate::finding::Finding;
use crate::modell::{InvalidDatum, InvalidDezimal};

/// A finding of [`parse`](crate::parse()) about what was written into a cell or a field, which
/// takes days and numbers as people write them: so that is how it asks for them.
///
/// ```
/// use vereinbar::{Finding, parse, schema::in_written_words};
/// let error = parse(r#"{"art": "qualitaetsentwicklungsvereinbarung", "stand": "31.2.2027"}"#).unwrap_err();
/// let finding: Finding = error.into_findings().remove(0);
/// assert_eq!(in_written_words(finding).remedy, "Schreiben Sie den Tag als TT.MM.JJJJ, zum Beispiel 30.06.2027.");
/// ```
#[must_use]
pub fn in_written_words(mut finding: Finding) -> Finding {
    if finding.message == InvalidDatum.to_string() {
        "Das ist kein gültiges Datum zwischen 1900 und 2199.".clone_into(&mut finding.message);
        "Schreiben Sie den Tag als TT.MM.JJJJ, zum Beispiel 30.06.2027.".clone_into(&mut finding.remedy);
    }
    for (stellen, words, example) in [(2, "zwei", "1.243,95"), (4, "vier", "7,8")] {
        if finding.message == (InvalidDezimal { stellen }).to_string() {
            finding.message =
                format!("Das ist keine Zahl von 0 bis 999.999.999 mit höchstens {words} Nachkommastellen.");
            finding.remedy =
                format!("Schreiben Sie nur Ziffern, und ein Komma vor den Nachkommastellen, zum Beispiel {example}.");
        }
    }
    finding
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_refused_is_asked_for_as_people_write_it() {
        let fields =
            r#""stand": "31.2.2027", "entgeltvereinbarung": {"tagessatz": {"betrag": "1,2,3", "auslastung": "viel"}}"#;
        let findings =
            crate::parse(&format!(r#"{{"art": "leq_vereinbarung", {fields}}}"#)).unwrap_err().into_findings();
        let remedies: Vec<String> = findings.into_iter().map(|finding| in_written_words(finding).remedy).collect();
        assert_eq!(remedies.len(), 3);
        for (remedy, example) in remedies.iter().zip(["30.06.2027.", "1.243,95.", "7,8."]) {
            assert!(remedy.ends_with(example), "{remedy}");
        }
        let other = crate::parse("{}").unwrap_err().into_findings().remove(0);
        assert_eq!(in_written_words(other.clone()), other);
    }
}
