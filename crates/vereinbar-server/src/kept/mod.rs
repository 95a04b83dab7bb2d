//! What is kept between two pages: evaluations, and lists with what came of them.

mod kept_evaluation;
mod list;
mod shelf;

pub(crate) use self::kept_evaluation::Evaluation;
pub(crate) use self::list::{List, ListProblem, ListState, MadeOfList, RunState};
pub(crate) use self::shelf::{KEPT, Shelf, Shelved};
