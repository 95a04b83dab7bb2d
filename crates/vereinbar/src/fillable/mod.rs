//! Fillable forms: which field stands for which place of the data, what is printed beside
//! the fields, and what the answers make of an agreement.

mod answers;
mod describe;
mod field_findings;
mod field_names;
mod template_data;

pub(crate) use self::answers::{Answered, answered};
pub(crate) use self::describe::describe;
pub(crate) use self::field_findings::too_long;
pub(crate) use self::template_data::{Plan, emptied, without};
