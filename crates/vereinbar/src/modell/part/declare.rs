//! How the structs of the model are declared: once, by their fields.

use serde::{Deserialize, Deserializer};

/// Declares a part of an agreement: a struct of which every field may be missing.
///
/// Each field is read with `null` as missing, left out when it holds nothing, and asked
/// by [`Filled`](super::Filled): a new one needs its own line and nothing else.
macro_rules! part {
    ($(#[$($of_part:tt)*])* pub struct $Part:ident { $($fields:tt)+ }) => {
        part! { @declare [$(#[$($of_part)*])*] $Part [] [] $($fields)+ }
    };
    // `head`: fields with attributes of their own, before the others; `counted`: those of
    // them that are entries.
    (
        @declare [$($of_part:tt)*] $Part:ident [$($head:tt)*] [$($counted:ident),*]
        $($(#[$($of_field:tt)*])* pub $field:ident: $Type:ty,)+
    ) => {
        #[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
        #[derive(::serde::Serialize, ::serde::Deserialize, ::schemars::JsonSchema)]
        $($of_part)*
        #[serde(deny_unknown_fields)]
        pub struct $Part {
            $($head)*
            $(
                $(#[$($of_field)*])*
                #[serde(
                    default,
                    deserialize_with = "crate::modell::part::null_is_missing",
                    skip_serializing_if = "crate::modell::part::is_missing"
                )]
                pub $field: $Type,
            )+
        }

        impl $crate::modell::Filled for $Part {
            fn is_filled(&self) -> bool {
                $($crate::modell::Filled::is_filled(&self.$counted) ||)*
                $($crate::modell::Filled::is_filled(&self.$field))||+
            }
        }
    };
}

/// Declares a kind of agreement. As [`part!`], but it begins with what every kind says
/// of itself: its `art`, the one field that must be there, its `fassung`, `aktenzeichen`
/// and `stand`. Kind, version and Stand fill in nothing.
macro_rules! agreement {
    (
        $(#[$($of_agreement:tt)*])*
        pub struct $Agreement:ident {
            $(#[$($of_art:tt)*])*
            pub art: $Art:ty,
            $(#[$($of_fassung:tt)*])*
            pub fassung: Fassung,
            $(#[$($of_aktenzeichen:tt)*])*
            pub aktenzeichen: Option<String>,
            $(#[$($of_stand:tt)*])*
            pub stand: Option<Datum>,
            $($fields:tt)+
        }
    ) => {
        part! {
            @declare [$(#[$($of_agreement)*])*] $Agreement [
                $(#[$($of_art)*])*
                pub art: $Art,
                $(#[$($of_fassung)*])*
                #[serde(default, deserialize_with = "crate::modell::part::null_is_missing")]
                pub fassung: $crate::modell::Fassung,
                $(#[$($of_aktenzeichen)*])*
                #[serde(default, skip_serializing_if = "Option::is_none")]
                pub aktenzeichen: Option<String>,
                $(#[$($of_stand)*])*
                #[serde(default, skip_serializing_if = "Option::is_none")]
                pub stand: Option<$crate::modell::Datum>,
            ] [aktenzeichen]
            $($fields)+
        }
    };
}

/// Reads `null` as "missing". Scripts hand over `None` where a value is not known.
pub(in crate::modell) fn null_is_missing<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Default + Deserialize<'de>,
{
    Ok(Option::<T>::deserialize(deserializer)?.unwrap_or_default())
}

/// Whether a field is as a missing one is read, and so is left out when written.
pub(in crate::modell) fn is_missing<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
