//! A value of the agreement, and where it stands.

use std::ops::Deref;

use super::checker::Checker;
use super::rule::{Rule, Saying};
use crate::modell::{Beidseitig, Filled, Seite, Unterzeichnende, Unterzeichnung};
use crate::pointer::{PlaceId, Step};
use crate::validate::{ProfileLimits, ValidateOptions};

/// `field!(ziel.massnahmen)`: a field of a value, its name taken for its key, so that the
/// two cannot differ. Fields of fields are written with points: `field!(angebot.anschrift.plz)`.
macro_rules! field {
    ($at:ident $(.$field:ident)+) => {
        $at.field(&$at.value()$(.$field)+, &[$(stringify!($field)),+])
    };
}
pub(in crate::validate) use field;

/// A value of the agreement while it is checked: it reads as the value itself, knows
/// where it stands, and takes what there is to say about it. A copy is the same place.
///
/// [`field!`] goes on to a field, [`each`](At::each) to the entries of a list.
pub(in crate::validate) struct At<'a, T> {
    checker: &'a Checker<'a>,
    place: PlaceId,
    value: &'a T,
}

// Not derived: that would ask `T: Copy`.
impl<T> Clone for At<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for At<'_, T> {}

impl<T> Deref for At<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.value
    }
}

impl<'a, T> At<'a, T> {
    /// The whole agreement.
    pub(in crate::validate) const fn root(checker: &'a Checker<'a>, value: &'a T) -> Self {
        Self { checker, place: PlaceId::ROOT, value }
    }

    /// The value, which lives longer than this.
    pub(in crate::validate) const fn value(self) -> &'a T {
        self.value
    }

    pub(in crate::validate) const fn checker(self) -> &'a Checker<'a> {
        self.checker
    }

    pub(in crate::validate) const fn options(self) -> &'a ValidateOptions {
        self.checker.options
    }

    pub(in crate::validate) const fn limits(self) -> &'a ProfileLimits {
        &self.checker.options.profile.limits
    }

    /// The field of these names; use [`field!`].
    pub(in crate::validate) fn field<U>(self, value: &'a U, names: &[&'static str]) -> At<'a, U> {
        let below = |place, name: &&'static str| self.checker.places.below(place, Step::Key(*name));
        At { checker: self.checker, place: names.iter().fold(self.place, below), value }
    }

    /// The place alone, whatever stands there.
    pub(in crate::validate) const fn place(self) -> At<'a, ()> {
        At { checker: self.checker, place: self.place, value: &() }
    }

    /// Reports a finding: a rule in its own words, or what it [says](Rule::saying) of this.
    pub(in crate::validate) fn report(self, saying: impl Into<Saying>) {
        self.checker.report_at(saying.into(), self.place);
    }
}

impl<T: Filled> At<'_, T> {
    /// Reports a finding where nothing is entered.
    pub(in crate::validate) fn require(self, saying: impl Into<Saying>) {
        if !self.is_filled() {
            self.report(saying);
        }
    }
}

impl<'a, T> At<'a, Vec<T>> {
    /// The entries of the list.
    pub(in crate::validate) fn each(self) -> impl Iterator<Item = At<'a, T>> {
        let Self { checker, place, value } = self;
        let entries = value.iter().enumerate();
        entries.map(move |(index, value)| At { checker, place: checker.places.below(place, Step::Index(index)), value })
    }
}

impl<'a, T: Filled> At<'a, Beidseitig<T>> {
    pub(in crate::validate) fn seite(self, seite: Seite) -> At<'a, Vec<T>> {
        match seite {
            Seite::OeffentlicherTraeger => field!(self.oeffentlicher_traeger),
            Seite::FreierTraeger => field!(self.freier_traeger),
        }
    }

    /// The entries of both sides that hold anything.
    pub(in crate::validate) fn each_filled(self) -> impl Iterator<Item = At<'a, T>> {
        let entries = Seite::ALL.iter().flat_map(move |&seite| self.seite(seite).each());
        entries.filter(|entry| entry.is_filled())
    }

    /// What the form asks of both sides: reports `both` when neither has an entry that
    /// holds anything, `one` for the side that has none.
    pub(in crate::validate) fn require_both(self, both: &'static Rule, one: &'static Rule) {
        if !self.is_filled() {
            self.report(both);
            return;
        }
        for &seite in Seite::ALL {
            self.seite(seite).require(one);
        }
    }
}

impl<'a> At<'a, Unterzeichnung> {
    pub(in crate::validate) fn seite(self, seite: Seite) -> At<'a, Vec<Unterzeichnende>> {
        match seite {
            Seite::OeffentlicherTraeger => field!(self.oeffentlicher_traeger),
            Seite::FreierTraeger => field!(self.freier_traeger),
        }
    }
}
