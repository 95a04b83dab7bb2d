//! Form fields: from links of a template to fields that any PDF reader fills in, and from
//! such a file back to what was entered.
//!
//! A template declares a field by a link over an empty box,
//! `#link("vereinbar-feld:text:3:10:/ziele/0/ziel", box(width: 100%, height: 20mm))`: what
//! it is (`text`, `check` or `sig`), over how many lines, the size of its type in points, and
//! where its value stands in the data. Typst writes a link annotation with rectangle, place
//! in the order of reading and element of the structure tree; [`DeclaredFields::stamp`] makes a
//! widget and a `Form` of these. What the field is called and what is in it says the caller, so that
//! neither travels in the link.
//!
//! When Typst writes form fields itself, this module shrinks to [`read`] and [`refresh`].

mod appearance;
mod control;
mod declared;
mod entered;
mod error;
mod font;
mod name_tree;
mod object;
mod redraw;
mod stamping;
mod typst_file;

pub use self::control::{Control, FormField};
pub use self::declared::{Declared, DeclaredFields, DeclaredKind};
pub use self::entered::{Entered, FilledField, read};
pub use self::error::{FormError, RefreshError};
pub use self::font::height_of;
pub use self::redraw::refresh;
