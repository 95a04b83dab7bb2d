//! A run: work handed out, and what the workers counted put together.

mod evaluate;
mod run_options;
mod work;

pub use self::evaluate::{Collected, Evaluated, collect, collect_one, evaluate};
pub use self::run_options::RunOptions;
