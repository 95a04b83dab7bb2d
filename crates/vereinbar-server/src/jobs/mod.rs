//! What costs time: reading, checking, printing. Jobs and their results are data, so that
//! whoever does them need not be in this process.

mod contract;
mod job_pool;
mod perform;
mod perform_many;
mod serve_task;

pub(crate) use self::contract::{Busy, Jobs};
pub(crate) use self::job_pool::Pool;
pub(crate) use self::serve_task::{Done, Failed, ReportFormat, ServeTask, XLSX};
