use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// # Zählung
///
/// Eine Anzahl und die Vereinbarungen, aus denen sie sich ergibt.
///
/// The number is at least the length of the list: of one agreement several Ziele
/// may be counted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Zaehlung {
    /// # Anzahl
    ///
    /// Wie viele es sind.
    pub anzahl: usize,
    /// # Vereinbarungen
    ///
    /// Nummern der Vereinbarungen, in denen sie stehen, aufsteigend.
    pub vereinbarungen: Vec<u32>,
}

impl Zaehlung {
    /// Counts `count` more in the agreement of this number. Agreements come in
    /// ascending order.
    pub(crate) fn add(&mut self, count: usize, nr: u32) {
        if count > 0 {
            self.anzahl += count;
            if self.vereinbarungen.last() != Some(&nr) {
                self.vereinbarungen.push(nr);
            }
        }
    }

    /// Counts the agreement itself, once.
    pub(crate) fn add_agreement(&mut self, nr: u32) {
        if self.vereinbarungen.last() != Some(&nr) {
            self.add(1, nr);
        }
    }

    /// Whether nothing was counted.
    #[must_use]
    pub const fn is_zero(&self) -> bool {
        self.anzahl == 0
    }
}
