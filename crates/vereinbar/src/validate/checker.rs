//! Collects findings while an agreement is walked.

use super::rule::Rule;
use super::{Stage, ValidateOptions};
use crate::finding::Finding;
use crate::modell::{Art, Beidseitig, Filled, Seite};
use crate::pointer::Pointer;
use crate::schema::{order, place};

/// What has rules of its own: each kind of agreement.
pub(super) trait Ruled {
    /// The rules that this kind alone has, in the order of the agreement.
    const RULES: &'static [&'static [&'static Rule]];

    /// Checks it, apart from what holds for the texts of every kind.
    fn check(&self, checker: &mut Checker);
}

pub(super) struct Checker {
    art: Art,
    pub(super) options: ValidateOptions,
    findings: Vec<Finding>,
}

impl Checker {
    pub(super) const fn new(art: Art, options: ValidateOptions) -> Self {
        Self { art, options, findings: Vec::new() }
    }

    /// Reports a finding in the rule's own words.
    pub(super) fn report(&mut self, rule: &'static Rule, at: Pointer<'_>) {
        self.report_with(rule, at, rule.message);
    }

    /// Reports a finding whose message names dates or numbers of the agreement.
    pub(super) fn report_with(&mut self, rule: &'static Rule, at: Pointer<'_>, message: impl Into<String>) {
        self.report_from(rule, at, message, rule.source);
    }

    /// Reports a finding whose rule has another source in this kind of agreement.
    pub(super) fn report_from(
        &mut self,
        rule: &'static Rule,
        at: Pointer<'_>,
        message: impl Into<String>,
        source: &'static str,
    ) {
        let own = match self.options.stage {
            Stage::Entwurf => rule.entwurf,
            Stage::Unterschriftsreif => rule.unterschriftsreif,
        };
        let Some(severity) = self.options.profile.weigh(rule, own) else { return };
        let path = at.to_string();
        self.findings.push(Finding {
            code: rule.code,
            severity,
            place: place(self.art, &path),
            path,
            message: message.into(),
            remedy: rule.remedy.to_owned(),
            source,
            position: None,
        });
    }

    /// What the form asks of both sides: `both` when neither has an entry that
    /// holds anything, `one` for the side that has none.
    pub(super) fn check_sides<T: Filled>(
        &mut self,
        at: Pointer<'_>,
        sides: &Beidseitig<T>,
        [both, one]: [&'static Rule; 2],
    ) {
        let empty = [Seite::OeffentlicherTraeger, Seite::FreierTraeger]
            .map(|seite| !sides.seite(seite).iter().any(T::is_filled));
        match empty {
            [true, true] => self.report(both, at),
            [true, false] => self.report(one, at.key(Seite::OeffentlicherTraeger.as_str())),
            [false, true] => self.report(one, at.key(Seite::FreierTraeger.as_str())),
            [false, false] => {}
        }
    }

    /// The findings in the order of the form.
    pub(super) fn into_findings(mut self) -> Vec<Finding> {
        self.findings.sort_by_cached_key(|finding| order(self.art, &finding.path));
        self.findings
    }
}
