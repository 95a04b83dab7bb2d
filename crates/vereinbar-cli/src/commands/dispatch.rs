//! Which command was called.

use std::process::ExitCode;

use super::{
    batch, calculate, evaluate, export, extract, preview, propose_columns, refresh, render, schema, serve, set_values,
    table, validate,
};
use crate::args::{Arguments, Command, TemplatesAction};
use crate::failure::Failure;
use crate::files;

/// Runs the command and gives its exit code.
pub(crate) fn run(arguments: Arguments) -> Result<ExitCode, Failure> {
    match arguments.command {
        Command::Render(command) => render::render(&command),
        Command::Blank(command) => render::blank(&command),
        Command::Validate(command) => validate::run(&command),
        Command::Calculate(command) => calculate::run(&command),
        Command::Evaluate(command) => evaluate::run(&command),
        Command::Extract(command) => extract::run(&command),
        Command::Refresh(command) => refresh::run(&command),
        Command::Preview(command) => preview::run(&command),
        Command::Batch(command) => batch::run(&command),
        Command::Table(command) => table::run(&command),
        Command::Columns(command) => propose_columns::run(&command),
        Command::Set(command) => set_values::run(&command),
        Command::Templates(command) => match command.action {
            TemplatesAction::Export(command) => export::run(&command),
        },
        Command::Serve(command) => serve::run(&command),
        Command::Schema(command) => schema::run(&command),
        Command::Completions(command) => {
            let mut script = Vec::new();
            clap_complete::generate(command.shell, &mut crate::help::command(), "vereinbar", &mut script);
            files::write("-".as_ref(), &script, false)?;
            Ok(ExitCode::SUCCESS)
        }
    }
}
