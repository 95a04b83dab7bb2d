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
mod render;
mod schema;
mod serve;
mod table;
mod validate;

pub(crate) use self::dispatch::run;
