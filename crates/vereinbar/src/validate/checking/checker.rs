//! Collects findings while an agreement is walked.

use std::cell::RefCell;
use std::fmt;

use super::once;
use super::rule::Saying;
use crate::finding::Finding;
use crate::modell::Art;
use crate::pointer::{PlaceId, Places};
use crate::schema::Node;
use crate::validate::{Stage, ValidateOptions};

pub(in crate::validate) struct Checker<'a> {
    pub(in crate::validate) options: &'a ValidateOptions,
    pub(in crate::validate) art: Art,
    pub(super) places: Places,
    findings: RefCell<Vec<Finding>>,
}

impl<'a> Checker<'a> {
    pub(in crate::validate) const fn new(art: Art, options: &'a ValidateOptions) -> Self {
        Self { options, art, places: Places::new(), findings: RefCell::new(Vec::new()) }
    }

    /// Reports a finding at a place that was visited.
    pub(in crate::validate) fn report_at(&self, saying: Saying, place: PlaceId) {
        self.record(saying, || self.places.pointer(place));
    }

    /// Reports a finding at a JSON Pointer.
    pub(in crate::validate) fn report(&self, saying: impl Into<Saying>, at: impl fmt::Display) {
        self.record(saying.into(), || at.to_string());
    }

    fn record(&self, saying: Saying, path: impl FnOnce() -> String) {
        let Saying { rule, message, source } = saying;
        let own = match self.options.stage {
            Stage::Entwurf => rule.entwurf,
            Stage::Unterschriftsreif => rule.unterschriftsreif,
        };
        let Some(severity) = self.options.profile.weigh(rule, own) else { return };
        let path = path();
        self.findings.borrow_mut().push(Finding {
            code: rule.code,
            severity,
            place: Node::root(self.art).place(&path),
            path,
            further_paths: Vec::new(),
            message: message.into_owned(),
            remedy: rule.remedy.to_owned(),
            source,
            position: None,
        });
    }

    /// The findings in the order of the form.
    pub(in crate::validate) fn into_findings(self) -> Vec<Finding> {
        let mut findings = self.findings.into_inner();
        // Only who has something to say asks the schema for the order.
        findings.sort_by_cached_key(|finding| Node::root(self.art).order(&finding.path));
        once::say(findings, self.art)
    }
}
