//! The way of a form, from the office to the provider and back to the signatures.

use serde_json::{Value, json};
use vereinbar::{Art, Stage, Vereinbarung, extract, extract_answers, validate};
use vereinbar_tests::root;

use super::support::{file, fill, fillable, save, script, signable};
use crate::judged::judge::assert_conform;

/// What a person enters into the blank form A.
fn answers() -> Value {
    let mut answers = json!({
        "jugendamt.name": "Landkreis Musterland",
        "traeger.name": "Beispielträger Jugendhilfe gGmbH",
        "vereinbarungszeitraum.von": "1.1.2027",
        "vereinbarungszeitraum.bis": "31.12.2028",
        "qualitaetsdimensionen.prozessqualitaet": true,
        "grundsaetze_und_massstaebe": "Partizipation",
        "ziele-1.ziel": "Kinder bringen ihre Sicht ein –\nin jedem Hilfeplangespräch.",
        "fortsetzung.am": "15.11.2028",
        "fortsetzung.einladung_durch": "das Jugendamt",
        "fortsetzung.gespraechsgrundlagen": "Bericht\n\nBefragung der Kinder",
        "unterzeichnung.ort": "Musterstadt",
        "unterzeichnung.datum": "01.12.2026",
    });
    let fields = answers.as_object_mut().unwrap();
    for side in ["oeffentlicher_traeger", "freier_traeger"] {
        // The second row is used, the first left empty.
        let entry = |part: &str, key: &str| format!("ziele-1.{part}.{side}-2.{key}");
        fields.insert(entry("kriterien", "woran"), "90 % der Gespräche mit „ő ș ẞ“".into());
        fields.insert(entry("massnahmen", "was"), "Vordruck ergänzen".into());
        fields.insert(entry("massnahmen", "wer"), "Leitung".into());
        fields.insert(entry("massnahmen", "bis"), "30.6.2027".into());
        fields.insert(entry("zielueberpruefung", "wie"), "Stichprobe".into());
        fields.insert(entry("zielueberpruefung", "wann"), "3. Quartal 2028".into());
        fields.insert(format!("unterzeichnung.{side}-1.name"), format!("Alex {side}").into());
        fields.insert(format!("unterzeichnung.{side}-1.funktion"), "Leitung".into());
    }
    answers
}

#[test]
fn a_blank_form_becomes_a_record_that_both_have_signed() {
    let form = save("way-1-blank", &Vereinbarung::blank(Art::Qualitaetsentwicklungsvereinbarung), &fillable());
    let filled = file("way-2-filled");
    fill("pypdf, incremental", &form, &answers(), &filled).unwrap();

    let answers = extract_answers(&std::fs::read(&filled).unwrap()).unwrap();
    assert_eq!(answers.findings, []);
    let agreement = answers.vereinbarung;
    let json: Value = serde_json::from_str(&agreement.to_json()).unwrap();
    assert_eq!(json["ziele"].as_array().unwrap().len(), 1, "the empty Ziel is none");
    assert_eq!(json["ziele"][0]["ziel"], "Kinder bringen ihre Sicht ein –\nin jedem Hilfeplangespräch.");
    let measures = json!([{"was": "Vordruck ergänzen", "wer": "Leitung", "bis": "2027-06-30"}]);
    for side in ["oeffentlicher_traeger", "freier_traeger"] {
        let mut read = json["ziele"][0]["massnahmen"][side].clone();
        read[0].as_object_mut().unwrap().sort_keys();
        let mut measures = measures.clone();
        measures[0].as_object_mut().unwrap().sort_keys();
        assert_eq!(read, measures);
    }
    assert_eq!(json["fortsetzung"]["gespraechsgrundlagen"], json!(["Bericht", "Befragung der Kinder"]));
    let errors = validate(&agreement, &Stage::Unterschriftsreif.into());
    assert!(errors.iter().all(|finding| finding.severity != vereinbar::Severity::Error), "{errors:?}");

    let record = save("way-3-record", &agreement, &signable());
    let (once, twice) = (file("way-4-signed-once"), file("way-5-signed-twice"));
    let stamp = root().join("docs/unterschrift/stempel.pdf");
    let paths = [&record, &stamp, &once, &twice].map(|path| path.to_str().unwrap());
    let said = script("sign.py", &paths).unwrap();
    let valid: Vec<&str> = said.lines().collect();
    assert_eq!(
        valid,
        ["unterzeichnung.oeffentlicher_traeger-1 True FORM_FILLING", "unterzeichnung.freier_traeger-1 True NONE"]
    );
    assert_eq!(extract(&std::fs::read(&twice).unwrap()).unwrap(), agreement, "its data are in the signed file");
    let files = [form, filled, record, once, twice];
    assert_conform("3a", &files);
    assert_conform("ua1", &files);
}
