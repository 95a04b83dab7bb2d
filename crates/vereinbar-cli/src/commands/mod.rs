//! The commands: each reads, calls the library, and writes.

mod bar;
mod batch;
mod calculate;
mod columns;
mod dispatch;
mod evaluate;
mod extract;
mod interruption;
mod options;
mod preview;
mod refresh;
mod render;
mod schema;
mod serve;
mod set;
mod table;
mod validate;

pub(crate) use self::dispatch::run;
