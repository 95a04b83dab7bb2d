//! What costs time: reading, checking, printing. Tasks and their results are data, so that
//! whoever does them need not be in this process.

mod contract;
mod perform;
mod serve_task;
mod task_pool;

pub(crate) use self::contract::{Busy, TaskRunner};
pub(crate) use self::serve_task::{Done, Failed, ServeTask};
pub(crate) use self::task_pool::TaskPool;
