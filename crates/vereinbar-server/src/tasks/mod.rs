//! What costs time: reading, checking, printing. Tasks and their results are data, so that
//! whoever does them need not be in this process.

mod contract;
mod handed_over;
mod perform;
mod perform_many;
mod serve_task;
mod task_pool;

pub(crate) use self::contract::{Busy, TaskRunner};
pub(crate) use self::perform::Performer;
pub(crate) use self::serve_task::{Done, Failed, ReportFormat, ServeTask, XLSX};
pub(crate) use self::task_pool::TaskPool;
