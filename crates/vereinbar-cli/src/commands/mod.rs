//! The commands: each reads, calls the library, and writes.

mod bar;
mod batch;
mod calculate;
mod dispatch;
mod evaluate;
mod export;
mod extract;
mod interruption;
mod options;
mod preview;
mod propose_columns;
mod refresh;
mod render;
mod schema;
mod serve;
mod set_values;
mod table;
mod validate;
mod watch;

pub(crate) use self::dispatch::run;
