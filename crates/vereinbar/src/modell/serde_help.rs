//! What the fields of the model share when they are read and written.

use serde::{Deserialize, Deserializer, de};

use super::FASSUNG;

/// Reads `null` as "missing". Scripts hand over `None` where a value is not known;
/// for `Option` serde does this by itself, for lists and nested parts this does.
pub(super) fn null_is_missing<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Default + Deserialize<'de>,
{
    Ok(Option::<T>::deserialize(deserializer)?.unwrap_or_default())
}

/// Whether a part holds nothing and so is left out when written.
pub(super) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// The version of data that name none.
pub(super) const fn default_fassung() -> u32 {
    FASSUNG
}

/// `null` is missing; versions count from 1.
pub(super) fn fassung<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    match Option::<u32>::deserialize(deserializer)? {
        None => Ok(FASSUNG),
        Some(0) => Err(de::Error::custom("fassung")),
        Some(fassung) => Ok(fassung),
    }
}
