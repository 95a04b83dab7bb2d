//! What holds of several Ziele is said once.

use std::collections::HashMap;

use crate::finding::Finding;
use crate::modell::Art;
use crate::pointer::{PointerBuf, Step};
use crate::schema::Node;

/// Findings that say the same of several Ziele become one, where the first of them stands.
/// They are in the order of the form.
pub(super) fn say(findings: Vec<Finding>, art: Art) -> Vec<Finding> {
    if findings.len() < 2 {
        return findings;
    }
    let mut said: Vec<(Finding, Vec<usize>)> = Vec::with_capacity(findings.len());
    let mut first_of: HashMap<(&'static str, &'static str, String, String), usize> = HashMap::new();
    for finding in findings {
        let Some((of_any_ziel, number)) = apart(&finding.path) else {
            said.push((finding, Vec::new()));
            continue;
        };
        // The rest of a finding follows from its rule and its message.
        let key = (finding.code, finding.source, finding.message.clone(), of_any_ziel);
        let first = *first_of.entry(key).or_insert(said.len());
        match said.get_mut(first) {
            Some((said, numbers)) => {
                said.further_paths.push(finding.path);
                numbers.push(number);
            }
            None => said.push((finding, vec![number])),
        }
    }
    let in_words = |(finding, numbers): (Finding, Vec<usize>)| {
        if finding.further_paths.is_empty() {
            return finding;
        }
        Finding { place: Node::root(art).place_in_several(&finding.path, &written(&numbers)), ..finding }
    };
    said.into_iter().map(in_words).collect()
}

/// The path without the number of its Ziel, and the number.
fn apart(path: &str) -> Option<(String, usize)> {
    if !path.contains("/ziele/") {
        return None;
    }
    let path: PointerBuf = path.parse().ok()?;
    let list = path.steps().iter().position(|step| matches!(step, Step::Key(key) if key == "ziele"))?;
    let Some(Step::Index(number)) = path.steps().get(list + 1) else { return None };
    let rest = path.steps().iter().enumerate().filter(|(at, _)| *at != list + 1);
    Some((rest.map(|(_, step)| step.to_string()).collect(), number + 1))
}

/// Numbers as people list them: `1 bis 3 und 5`.
fn written(numbers: &[usize]) -> String {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for &number in numbers {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => runs.push((number, number)),
        }
    }
    let mut parts: Vec<String> = Vec::new();
    for (first, last) in runs {
        match last - first {
            0 => parts.push(first.to_string()),
            1 => parts.extend([first.to_string(), last.to_string()]),
            _ => parts.push(format!("{first} bis {last}")),
        }
    }
    match parts.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} und {last}", before.join(", ")),
        _ => parts.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::modell::{Qualitaetsentwicklungsvereinbarung, Vereinbarung, Ziel};
    use crate::validate::{Stage, validate};

    #[test]
    fn the_same_of_several_ziele_is_said_once_and_loses_no_place() {
        let ziele = vec![Ziel { ziel: Some("Kinder sind gesund.".to_owned()), ..Ziel::default() }; 6];
        let v: Vereinbarung = Qualitaetsentwicklungsvereinbarung { ziele, ..Default::default() }.into();
        let findings = validate(&v, &Stage::Unterschriftsreif.into());
        let [finding] = findings.iter().filter(|finding| finding.code == "kriterien_missing").collect::<Vec<_>>()[..]
        else {
            panic!("said once")
        };
        assert_eq!(finding.place, "Ziel 1 bis 6 › Kriterien zur Zielerreichung");
        let paths: Vec<String> = (0..6).map(|number| format!("/ziele/{number}/kriterien")).collect();
        assert_eq!(finding.paths().collect::<Vec<_>>(), paths);
        assert!(finding.to_string().ends_with("[/ziele/0/kriterien, /ziele/1/kriterien, /ziele/2/kriterien, /ziele/3/kriterien, /ziele/4/kriterien, /ziele/5/kriterien]"));
    }

    #[test]
    fn numbers_are_listed_as_people_do() {
        for (numbers, expected) in [
            (&[1][..], "1"),
            (&[1, 2], "1 und 2"),
            (&[1, 2, 3], "1 bis 3"),
            (&[1, 3, 5], "1, 3 und 5"),
            (&[1, 2, 3, 5, 6], "1 bis 3, 5 und 6"),
        ] {
            assert_eq!(written(numbers), expected);
        }
    }
}
