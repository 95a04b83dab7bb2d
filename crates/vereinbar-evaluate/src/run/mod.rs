//! A run: work handed out, and what the workers counted put together.

mod evaluate;
mod work;

pub use self::evaluate::{Collected, Evaluated, collect, collect_one, evaluate};
