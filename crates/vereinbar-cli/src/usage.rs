//! clap's words about a wrong call, in German.

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::ExitCode;

use anstyle::{AnsiColor, Style};
use clap::Command;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::failure::WRONG_USAGE;
use crate::tell::tell;

/// Prints help or version to standard output, anything else as a message.
pub(crate) fn explain(error: &clap::Error) -> ExitCode {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        // A reader that has gone away is no failure.
        let _ = write!(anstream::stdout(), "{}", error.render().ansi());
        return ExitCode::SUCCESS;
    }
    let bold = Style::new().bold().fg_color(Some(AnsiColor::Red.into()));
    tell(format_args!("{bold}Fehler:{bold:#} {}", message(error)));
    if let Some(suggestion) = suggestion(error) {
        tell(format_args!("Gemeint ist vielleicht: {suggestion}"));
    }
    tell(format_args!("Hilfe zeigt: vereinbar {}--help", subcommand()));
    ExitCode::from(WRONG_USAGE)
}

/// The subcommand that was called, if it is one, followed by a blank.
fn subcommand() -> String {
    let called = std::env::args().nth(1).unwrap_or_default();
    if known(&called).is_some() { format!("{called} ") } else { String::new() }
}

fn known(name: &str) -> Option<Command> {
    let mut command = crate::help::command();
    // Only what is built knows how it is written.
    command.build();
    command.get_subcommands().find(|command| command.get_name() == name).cloned()
}

/// What is missing, each with its help, and a call that has all of it.
fn missing(error: &clap::Error) -> String {
    let called = std::env::args().nth(1).unwrap_or_default();
    let names = match error.get(ContextKind::InvalidArg) {
        Some(ContextValue::Strings(names)) => names.clone(),
        _ => Vec::new(),
    };
    let command = known(&called);
    let arguments = || command.iter().flat_map(Command::get_arguments);
    let mut text = "Es fehlt noch:".to_owned();
    for name in names {
        let argument = arguments().find(|argument| argument.to_string() == name);
        let help = argument.and_then(clap::Arg::get_help).map_or_else(String::new, |help| format!("  {help}"));
        let short = argument.and_then(clap::Arg::get_short).map_or_else(String::new, |short| format!("-{short}, "));
        // Writing to a String cannot fail.
        let _ = write!(text, "\n  {short}{name}{help}");
    }
    if let Some(example) = crate::help::example(&called) {
        let _ = write!(text, "\nZum Beispiel: {example}");
    }
    text
}

fn message(error: &clap::Error) -> String {
    let argument = context(error, ContextKind::InvalidArg);
    let value = context(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
            format!("Es fehlt der Befehl. Möglich sind: {}.", commands())
        }
        ErrorKind::InvalidSubcommand => {
            let called = context(error, ContextKind::InvalidSubcommand);
            format!("Den Befehl „{called}“ gibt es nicht. Möglich sind: {}.", commands())
        }
        ErrorKind::UnknownArgument => format!("Die Angabe „{argument}“ gibt es hier nicht."),
        ErrorKind::MissingRequiredArgument => missing(error),
        ErrorKind::ArgumentConflict => {
            let other = context(error, ContextKind::PriorArg);
            if other.is_empty() || other == argument {
                format!("Die Angabe „{argument}“ steht mehrmals da; möglich ist sie einmal.")
            } else {
                format!("Die Angaben „{argument}“ und „{other}“ schließen einander aus. Lassen Sie eine davon weg.")
            }
        }
        ErrorKind::InvalidValue
        | ErrorKind::ValueValidation
        | ErrorKind::TooFewValues
        | ErrorKind::WrongNumberOfValues => {
            if value.is_empty() {
                format!("Nach „{argument}“ fehlt ein Wert.")
            } else {
                format!("„{value}“ ist kein gültiger Wert für „{argument}“.{}", expected(error))
            }
        }
        ErrorKind::TooManyValues => format!("Zu „{argument}“ sind es zu viele Werte."),
        ErrorKind::NoEquals => format!("Nach „{argument}“ fehlt ein Gleichheitszeichen."),
        ErrorKind::InvalidUtf8 => "Eine Angabe ist kein gültiger Text (UTF-8).".to_owned(),
        _ => "Der Aufruf ist nicht richtig.".to_owned(),
    }
}

/// What would have been right: the possible values, or what our own type says.
fn expected(error: &clap::Error) -> String {
    let possible = context(error, ContextKind::ValidValue);
    if !possible.is_empty() {
        return format!(" Möglich sind: {possible}.");
    }
    // Messages of our own types are German; those of the standard library are not.
    std::error::Error::source(error)
        .filter(|source| !source.is::<std::num::ParseFloatError>())
        .map_or_else(String::new, |source| format!(" {source}"))
}

fn suggestion(error: &clap::Error) -> Option<String> {
    [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]
        .into_iter()
        .map(|kind| context(error, kind))
        .find(|text| !text.is_empty())
}

/// The commands that are possible: those of the one that was called, if it has some.
fn commands() -> String {
    let called = std::env::args().nth(1).unwrap_or_default();
    let command = known(&called).filter(Command::has_subcommands).unwrap_or_else(crate::help::command);
    command.get_subcommands().map(clap::Command::get_name).collect::<Vec<_>>().join(", ")
}

fn context(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}
