//! Collects findings while an agreement is walked.

mod once;

use std::cell::RefCell;
use std::fmt;

use super::rule::Saying;
use super::{Stage, ValidateOptions};
use crate::finding::Finding;
use crate::modell::Art;
use crate::pointer::Step;
use crate::schema::Node;

pub(super) struct Checker<'a> {
    pub(super) options: &'a ValidateOptions,
    pub(super) art: Art,
    /// The places that were visited, each with the one it lies in: a step costs a push,
    /// and nothing is written until a finding is.
    places: RefCell<Vec<(PlaceId, Step<&'static str>)>>,
    findings: RefCell<Vec<Finding>>,
}

/// A place that was visited.
#[derive(Clone, Copy)]
pub(super) struct PlaceId(Option<usize>);

impl PlaceId {
    pub(super) const ROOT: Self = Self(None);
}

impl<'a> Checker<'a> {
    pub(super) const fn new(art: Art, options: &'a ValidateOptions) -> Self {
        Self { options, art, places: RefCell::new(Vec::new()), findings: RefCell::new(Vec::new()) }
    }

    pub(super) fn place_below(&self, place: PlaceId, step: Step<&'static str>) -> PlaceId {
        let mut places = self.places.borrow_mut();
        places.push((place, step));
        PlaceId(Some(places.len() - 1))
    }

    /// Reports a finding at a place that was visited.
    pub(super) fn report_at(&self, saying: Saying, place: PlaceId) {
        self.record(saying, || self.path(place));
    }

    /// Reports a finding at a JSON Pointer.
    pub(super) fn report(&self, saying: impl Into<Saying>, at: impl fmt::Display) {
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

    /// The JSON Pointer to a place.
    fn path(&self, place: PlaceId) -> String {
        let places = self.places.borrow();
        let mut steps = Vec::new();
        let mut next = place;
        while let Some((before, step)) = next.0.and_then(|index| places.get(index)) {
            steps.push(step.to_string());
            next = *before;
        }
        steps.reverse();
        steps.concat()
    }

    /// The findings in the order of the form.
    pub(super) fn into_findings(self) -> Vec<Finding> {
        let mut findings = self.findings.into_inner();
        // Only who has something to say asks the schema for the order.
        findings.sort_by_cached_key(|finding| Node::root(self.art).order(&finding.path));
        once::say(findings, self.art)
    }
}
