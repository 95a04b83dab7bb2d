//! A run: work handed out, and what the workers counted put together.

mod evaluate;
mod worker;

pub use self::evaluate::{EvaluateOptions, Evaluated, evaluate};
