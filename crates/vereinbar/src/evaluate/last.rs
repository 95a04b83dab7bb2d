//! An order in which what is missing comes last.

/// What is missing comes last.
pub(super) type Last<T> = (bool, Option<T>);

pub(super) fn last<T>(value: Option<T>) -> Last<T> {
    (value.is_none(), value)
}
