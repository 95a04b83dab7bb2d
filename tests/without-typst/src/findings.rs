//! Every fixture with the complete list of its findings.

use std::collections::BTreeSet;
use std::fs;

use serde_json::{Value, json};
use vereinbar::{Art, Finding, Profile, Severity, Stage, ValidateOptions, parse_bytes, rules, validate};
use vereinbar_tests::{Fixture, check_reference, fixtures, root};

use crate::written::written;

const ART: &str = "qualitaetsentwicklungsvereinbarung";
const LEQ: &str = "leq_vereinbarung";

/// What is said of an agreement: the findings of `parse`, or those of both stages.
fn findings(bytes: &[u8]) -> Vec<(&'static str, Vec<Finding>)> {
    match parse_bytes(bytes) {
        Err(error) => vec![("parse", error.findings().to_vec())],
        Ok(vereinbarung) => {
            Stage::ALL.iter().map(|stage| (stage.as_str(), validate(&vereinbarung, &(*stage).into()))).collect()
        }
    }
}

#[test]
fn invalid_fixtures_give_all_their_findings() {
    for art in Art::ALL {
        for fixture in fixtures(art.as_str(), "invalid") {
            let found = findings(&fixture.bytes);
            assert!(
                found.iter().any(|(_, list)| !list.is_empty()),
                "{art}: {} has nothing wrong with it",
                fixture.name
            );
            check_reference(&format!("tests/fixtures/{art}/invalid/{}.findings.json", fixture.name), &written(&found));
        }
    }
}

/// `options/*.json`: a fixture with the stage, the day and the profile it is
/// checked with; a profile by name is one of `docs/profile`.
fn findings_with_options(fixture: &Fixture) -> Vec<(&'static str, Vec<Finding>)> {
    let text = |key: &str| fixture.options[key].as_str();
    let profile = match &fixture.options["profile"] {
        Value::Null => Profile::default(),
        Value::String(name) => {
            let file = root().join("docs/profile").join(name).with_extension("json");
            Profile::parse(&fs::read_to_string(file).unwrap()).unwrap()
        }
        profile => Profile::parse(&profile.to_string()).unwrap(),
    };
    let stage: Stage = text("stage").unwrap().parse().unwrap();
    let stichtag = text("stichtag").map(|stichtag| stichtag.parse().unwrap());
    let options = ValidateOptions { stage, stichtag, profile };
    vec![(stage.as_str(), validate(&parse_bytes(&fixture.bytes).unwrap(), &options))]
}

#[test]
fn options_give_the_findings_that_they_should() {
    for fixture in fixtures(LEQ, "options") {
        let path = format!("tests/fixtures/{LEQ}/options/{}.findings.json", fixture.name);
        check_reference(&path, &written(&findings_with_options(&fixture)));
    }
}

#[test]
fn profiles_are_read_and_reject_what_they_do_not_know() {
    for entry in fs::read_dir(root().join("docs/profile")).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        let profile = Profile::parse(&text).unwrap();
        assert!(profile.name.is_some() && profile.note.is_some());
        assert_eq!(Profile::parse(&serde_json::to_string(&profile).unwrap()), Ok(profile));
    }
    let faults = |text: &str| {
        let error = Profile::parse(text).unwrap_err();
        error.findings().iter().map(|finding| (finding.path.clone(), finding.remedy.clone())).collect::<Vec<_>>()
    };
    let text = r#"{"severity": {"ziele_meny": "off", "ziele_many": "warn", "text_too_long": "off"}, "limits": {"max_ziele": 0, "max_ziel": 4}}"#;
    let found = faults(text);
    let paths: Vec<&str> = found.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "/severity/ziele_meny",
            "/severity/ziele_many",
            "/severity/text_too_long",
            "/limits/max_ziele",
            "/limits/max_ziel"
        ]
    );
    assert_eq!(found[0].1, "Gemeint ist vielleicht „ziele_many“.");
    assert_eq!(found[1].1, "Gemeint ist vielleicht „warning“.");
    assert_eq!(found[4].1, "Gemeint ist vielleicht „max_ziele“.");
    assert_eq!(faults("[]").len(), 1);
    assert_eq!(faults("{").len(), 1);
    assert_eq!(Profile::parse("\u{feff}{}"), Ok(Profile::default()));
}

/// A rule that rests on one Rechtsgrundlage is silent under the other.
#[test]
fn rules_follow_the_rechtsgrundlage() {
    let (of_77, of_78b) = ("§ 77 Abs. 1 SGB VIII", "§ 78");
    let (mut checked, mut spoken) = (0, [BTreeSet::new(), BTreeSet::new()]);
    for fixture in fixtures(LEQ, "invalid") {
        let Ok(mut json) = serde_json::from_slice::<Value>(&fixture.bytes) else { continue };
        for (number, (grundlage, own, silent)) in
            [("sgb_viii_77", of_77, of_78b), ("sgb_viii_78b", of_78b, of_77)].into_iter().enumerate()
        {
            json["rechtsgrundlagen"] = json!([grundlage]);
            let Ok(vereinbarung) = vereinbar::parse(&json.to_string()) else { continue };
            checked += 1;
            for finding in validate(&vereinbarung, &Stage::Unterschriftsreif.into()) {
                let shared = ["rahmenvertrag_not_joined", "verband_name_missing", "hilfeart_within_78a"];
                let is_silent = !finding.source.starts_with(silent) || shared.contains(&finding.code);
                assert!(is_silent, "{}: {} under {grundlage}", fixture.name, finding.code);
                if finding.source.starts_with(own) && !shared.contains(&finding.code) {
                    spoken[number].insert(finding.code);
                }
            }
        }
    }
    // Under its own each does speak.
    assert!(checked > 150, "{checked}");
    assert!(spoken[0].len() >= 3 && spoken[1].len() >= 15, "{spoken:?}");
}

#[test]
fn valid_fixtures_can_be_read_and_do_not_contradict_themselves() {
    for fixture in Art::ALL.iter().flat_map(|art| fixtures(art.as_str(), "valid")) {
        let vereinbarung = parse_bytes(&fixture.bytes).unwrap_or_else(|error| panic!("{}: {error}", fixture.name));
        let errors: Vec<_> = validate(&vereinbarung, &Stage::Entwurf.into())
            .into_iter()
            .filter(|finding| finding.severity == Severity::Error)
            .collect();
        assert_eq!(errors, [], "{}", fixture.name);
        if fixture.name.starts_with("vollstaendig") {
            assert_eq!(validate(&vereinbarung, &Stage::Unterschriftsreif.into()), [], "{}", fixture.name);
        }
    }
}

#[test]
fn a_blank_form_is_in_order_as_a_draft() {
    for art in vereinbar::Art::ALL {
        assert_eq!(validate(&vereinbar::Vereinbarung::blank(*art), &Stage::Entwurf.into()), []);
    }
}

/// A rule that no fixture breaks is a rule that nobody has seen at work.
#[test]
fn every_rule_is_broken_by_a_fixture() {
    let seen: BTreeSet<String> = Art::ALL
        .iter()
        .flat_map(|art| fixtures(art.as_str(), "invalid"))
        .flat_map(|fixture| findings(&fixture.bytes))
        .chain(fixtures(LEQ, "options").iter().flat_map(findings_with_options))
        .flat_map(|(_, list)| list)
        .map(|finding| finding.code.to_owned())
        .collect();
    let published: BTreeSet<String> = vereinbar::rules_markdown()
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split('`').next())
        .map(str::to_owned)
        .collect();
    // Those that need bytes which are no fixture: see `input_that_is_no_text_is_a_finding` and `effort`,
    // and for filled forms tests/documents/forms/answers.rs,
    // and for what the layout shows tests/documents/render.rs.
    let elsewhere = [
        "encoding",
        "input_too_large",
        "other_format",
        "too_many_values",
        "more_faults",
        "vereinbarung_too_large",
        "field_overflows",
        "field_ticked_twice",
        "field_unclear",
        "fields_unknown",
        "layout_unsettled",
    ]
    .map(str::to_owned)
    .into();
    let unseen: Vec<_> =
        published.difference(&seen).cloned().collect::<BTreeSet<_>>().difference(&elsewhere).cloned().collect();
    assert_eq!(unseen, Vec::<String>::new(), "no fixture breaks these rules");
    let unpublished: Vec<_> = seen.difference(&published).collect();
    assert_eq!(unpublished, Vec::<&String>::new(), "these codes are in no table");
}

#[test]
fn input_that_is_no_text_is_a_finding() {
    let code = |bytes: &[u8]| parse_bytes(bytes).unwrap_err().findings()[0].code;
    assert_eq!(code(&vec![b' '; vereinbar::limits::MAX_INPUT_BYTES + 1]), "input_too_large");
    assert_eq!(code(b"{\"art\": \"tr\xe4ger\"}"), "encoding");
    assert_eq!(code(b"\xff\xfe{\x00}\x00"), "encoding");
    assert_eq!(code(b"%PDF-1.7\n%\xe2\xe3"), "other_format");
    assert_eq!(code(b"PK\x03\x04\x14\x00"), "other_format");
    assert_eq!(code(b"\x89PNG\r\n\x1a\n"), "other_format");
    assert_eq!(code(b"\xff\xd8\xff\xe0"), "other_format");
    assert_eq!(code(b""), "empty_input");
    let error = parse_bytes(b"{\n\"art\": \"\xe4\"}").unwrap_err();
    assert_eq!(error.findings()[0].position.map(|position| (position.line, position.column)), Some((2, 9)));
}

/// Whatever may be printed can also be read back from its indented JSON.
#[test]
fn an_agreement_at_its_limit_can_be_written_and_read_again() {
    let at = |texts: usize| {
        let side = |count: usize| json!({"oeffentlicher_traeger": vec![json!({"woran": "a"}); count.min(200)]});
        let ziele: Vec<Value> = (0..texts / 200).map(|_| json!({"kriterien": side(200)})).collect();
        parse_bytes(json!({"art": ART, "ziele": ziele, "aktenzeichen": "x".repeat(9_000)}).to_string().as_bytes())
            .unwrap()
    };
    let large = at(40_000);
    assert_eq!(vereinbar::parse(&large.to_json()).unwrap(), large);
    let text = json!({"art": ART, "ziele": vec![json!({"ziel": "x".repeat(9_900)}); 110]}).to_string();
    let findings = validate(&vereinbar::parse(&text).unwrap(), &Stage::Entwurf.into());
    assert!(findings.iter().any(|finding| finding.code == "vereinbarung_too_large" && finding.path.is_empty()));
}

#[test]
fn codes_of_rules_are_slugs_and_unique() {
    let codes: Vec<&str> = rules().map(|rule| rule.code).collect();
    assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len());
    for code in codes {
        assert!(code.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_'), "{code}");
    }
}

#[test]
fn the_published_table_of_rules_is_up_to_date() {
    check_reference("docs/rules.md", &vereinbar::rules_markdown());
}

/// Findings end up in logs; what a user typed does not.
#[test]
fn findings_repeat_no_free_text() {
    let text = "Geheimnis7";
    let json = json!({
        "art": ART, "aktenzeichen": text, "stand": "2027-01-01",
        "jugendamt": {"name": text, "anschrift": {"plz": text}},
        "traeger": {"name": text},
        "grundsaetze_und_massstaebe": [{"bezeichnung": text}, {"bezeichnung": text}],
        "ziele": [{"ziel": text, "zielueberpruefung": {"freier_traeger": [{"wie": text, "wann": text}]}}],
    });
    let broken = json!({"art": ART, "stand": text, "jugendamt": {"ags": text}, "qualitaetsdimensionen": [text, 5], "traeger": text});
    let leq = json!({
        "art": LEQ, "rechtsgrundlagen": ["sgb_viii_78b"], "traeger": {"name": text}, "verband": {"rechtsform": text},
        "leistungsangebot": {"bezeichnung": text, "gruppen": [{"name": text, "plaetze": 3}], "plaetze": 4},
        "leistungsvereinbarung": {"ziele": [text], "personal": {"stellen": [{"funktion": text}]}, "datenschutz": format!("Anlage 7 {text}")},
        "entgeltvereinbarung": {
            "tagessatz": {"bestandteile": [{"bezeichnung": format!("Nachzahlung {text}"), "kosten": [{"bezeichnung": text}]}]},
            "pauschalen": [{"bezeichnung": text, "betrag": "304", "betrag_je_tag": "11"}],
        },
        "anlagen": [{"nummer": text, "sha256": text}],
    });
    let wrong = json!({"art": LEQ, "rechtsgrundlagen": text, "entgeltvereinbarung": {"tagessatz": {"auslastung": text, "betrag": text}}});
    for json in [json, broken, leq, wrong] {
        let found = json!(findings(json.to_string().as_bytes())).to_string();
        assert!(found.contains("\"code\""), "{found}");
        assert!(!found.contains(text), "{found}");
    }
}
