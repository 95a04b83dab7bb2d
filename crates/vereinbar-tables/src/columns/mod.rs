//! The office's own headings: which fields they fill.

mod mapping;
mod propose;

pub use self::mapping::{Columns, ColumnsError};
pub use self::propose::{Confidence, Proposal, Proposals, propose};

pub(crate) use self::mapping::{Mapped, Mapping, normalized};
