//! What was typed, and the data it stands for.

mod artist;
mod draft;
mod field_text;
mod sent_fields;
mod told;
mod view;

pub(crate) use self::artist::{Artist, NEVER, NoPages};
pub(crate) use self::draft::{Action, Draft, Move, is_choice};
pub(crate) use self::field_text::shown;
pub(crate) use self::sent_fields::SentFields;
pub(crate) use self::view::{Obstacle, View, ViewOptions, view};
