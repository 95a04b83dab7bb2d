//! The commands: each reads, calls the library, and writes.

mod bar;
mod batch;
mod calculate;
mod dispatch;
mod evaluate;
mod extract;
mod interruption;
mod options;
mod preview;
mod propose_columns;
mod refresh;
mod render;
mod schema;
mod set_values;
mod table;
mod validate;

pub(crate) use self::dispatch::run;
