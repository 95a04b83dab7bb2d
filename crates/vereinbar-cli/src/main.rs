//! The command `vereinbar`: arguments, files, messages and exit codes. What it
//! does is in the crate `vereinbar`.

mod args;
mod commands;
mod failure;
mod files;
mod finding_text;
mod help;
#[cfg(test)]
mod option_words;
mod output_options;
mod tell;
mod usage;
mod values;
mod worker_process;

use std::panic;
use std::process::ExitCode;

/// Typst makes many small allocations: a dense allocator is a third faster.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    // A panic is a fault of the program. The engine turns those of its threads into
    // errors; what is left is said below, and neither with a stack trace.
    panic::set_hook(Box::new(|_| {}));
    panic::catch_unwind(run).unwrap_or_else(|_| {
        tell::tell(
            "Fehler: Im Programm ist ein interner Fehler aufgetreten. Bitte melden Sie ihn mit dem Aufruf, der dazu führte.",
        );
        ExitCode::from(failure::FAULT)
    })
}

fn run() -> ExitCode {
    if worker_process::is_asked_for() {
        return worker_process::work();
    }
    match help::read() {
        Ok(arguments) => commands::run(arguments).unwrap_or_else(|failure| failure.report()),
        Err(error) => usage::explain(&error),
    }
}
