/// What a declared place becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormField {
    /// Its name in the form, with a full stop between the parts. Places of the same name are
    /// one field that is shown in several places.
    pub name: String,
    /// What a screen reader says, and what a program shows over the field.
    pub label: String,
    /// What one can do with it, and what is in it.
    pub control: Control,
}

/// What one can do with a field, and what is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Control {
    /// Text is entered, over several lines if it was declared so.
    Text {
        /// What stands in it; empty for nothing.
        value: String,
    },
    /// One of some words is chosen from a list that opens.
    Select {
        /// The words.
        options: Vec<String>,
        /// The word that is chosen; empty for none.
        value: String,
    },
    /// It is ticked or not, whatever the others are.
    Check {
        /// Whether it is ticked.
        is_on: bool,
    },
    /// One of several that exclude each other; those of the same name belong together.
    Choice {
        /// The label of them all.
        group: String,
        /// What the group holds if this one is chosen: a name in ASCII.
        code: String,
        /// Whether it is chosen.
        is_on: bool,
    },
    /// It is signed.
    Signature,
}
