//! What is kept between two pages: evaluations, and lists with what came of them.

mod evaluation;
mod list;
mod shelf;

pub(crate) use self::evaluation::Evaluation;
pub(crate) use self::list::{List, ListProblem, ListState, Made, RunState};
pub(crate) use self::shelf::{KEPT, Shelf, Shelved};
