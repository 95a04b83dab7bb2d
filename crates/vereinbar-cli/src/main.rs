//! The command `vereinbar`: arguments, files, messages and exit codes. What it
//! does is in the crate `vereinbar`.

mod args;
mod commands;
mod failure;
mod files;
mod report;
mod usage;

use std::process::ExitCode;

/// Typst makes many small allocations: a dense allocator is a third faster
/// (docs/architecture.md).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let arguments = match args::read() {
        Ok(arguments) => arguments,
        Err(error) => return usage::explain(&error),
    };
    match commands::run(arguments) {
        Ok(code) => code,
        Err(failure) => failure.report(),
    }
}
