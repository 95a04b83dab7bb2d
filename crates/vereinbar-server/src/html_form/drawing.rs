//! What every part of a form needs to be drawn.

use std::collections::HashSet;

use serde_json::Value;
use vereinbar::Finding;
use vereinbar::modell::Filled as _;

use super::probe;
use crate::data::Draft;
use crate::html_form::sections::is_in;

pub(super) struct Drawing<'a> {
    pub(super) draft: &'a Draft,
    pub(super) findings: &'a [Finding],
    /// The field that the reader is taken to.
    pub(super) focus: Option<&'a str>,
    asked: &'static HashSet<String>,
}

impl<'a> Drawing<'a> {
    pub(super) fn new(draft: &'a Draft, findings: &'a [Finding], focus: Option<&'a str>) -> Self {
        Self { draft, findings, focus, asked: probe::asked(draft.art) }
    }

    pub(super) fn value(&self, pointer: &str) -> &'a Value {
        self.draft.at(pointer)
    }

    /// What was found at that very place.
    pub(super) fn at(&self, pointer: &str) -> Vec<&'a Finding> {
        self.findings.iter().filter(|finding| finding.paths().any(|path| path == pointer)).collect()
    }

    /// What was found there or below.
    pub(super) fn within(&self, pointer: &str) -> Vec<&'a Finding> {
        self.findings.iter().filter(|finding| finding.paths().any(|path| is_in(pointer, path))).collect()
    }

    /// Whether the form asks for that field of a row.
    pub(super) fn is_asked(&self, pointer: &str) -> bool {
        self.asked.contains(&probe::of_any_row(pointer))
    }

    /// Whether what is folded up should be seen.
    pub(super) fn is_worth_seeing(&self, pointer: &str) -> bool {
        self.value(pointer).is_filled()
            || !self.within(pointer).is_empty()
            || self.focus.is_some_and(|focus| is_in(pointer, focus))
    }
}
