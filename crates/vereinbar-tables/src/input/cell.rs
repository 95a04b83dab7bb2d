//! What stands in a cell of a table.

use vereinbar::modell::Datum;

/// A cell, as the file has it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell {
    Empty,
    Text(String),
    Number(f64),
    Date(Datum),
    /// A formula without a result, such as `#REF!`.
    Error,
}

impl Cell {
    pub(crate) fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            Self::Number(_) | Self::Date(_) | Self::Error => false,
        }
    }
}
