//! An option is called the same in Rust and in the command. The Python package compares
//! its own with the command's (`bindings/python/tests/test_parity.py`).

use std::collections::BTreeSet;

use vereinbar::evaluate::EvaluateOptions;
use vereinbar::limits::{MAX_PPI, MIN_PPI};
use vereinbar::{BlankOptions, RenderOptions, ReportOptions, ValidateOptions};
use vereinbar_batch::BatchOptions;
use vereinbar_evaluate::RunOptions;
use vereinbar_server::ServeOptions;
use vereinbar_tables::TableOptions;
use vereinbar_workers::WorkerOptions;

/// The names of all fields; one that is missing here is an error of the compiler.
macro_rules! fields {
    ($type:ident { $($field:ident),* $(,)? }) => {{
        let _ = |options: $type| {
            let $type { $($field: _),* } = options;
        };
        vec![$(stringify!($field)),*]
    }};
}

/// Why a word is of one door only.
type Only = &'static [(&'static str, &'static str)];

const OUTPUT: Only =
    &[("output", "a function gives what the command writes to a file"), ("overwrite", "and writes over nothing")];
const FINDINGS: Only = &[("format", "a function gives findings as values")];
const LETTERHEAD: Only = &[
    ("logo", "one of what makes up `letterhead`"),
    ("logo_alt", "one of what makes up `letterhead`"),
    ("letterhead_line", "one of what makes up `letterhead`"),
    ("color", "one of what makes up `letterhead`"),
];
const TRAEGER_LOGO: Only =
    &[("traeger_logo", "one of what makes up `letterhead`"), ("traeger_logo_alt", "one of what makes up `letterhead`")];
const TEMPLATES: Only = &[("templates", "of the `Renderer`, which keeps them for many documents")];
const NO_LETTERHEAD: Only = &[("letterhead", "the command takes its parts one by one")];

fn check(command: &str, fields: &[&'static str], only_command: &[Only], only_rust: &[Only]) {
    let arguments = crate::help::command();
    let arguments = arguments.find_subcommand(command).unwrap().get_arguments();
    let in_command: BTreeSet<String> = arguments
        .filter(|argument| argument.get_id() != "help")
        .filter_map(|argument| Some(argument.get_long()?.replace('-', "_")))
        .collect();
    let mut expected: BTreeSet<String> = fields.iter().map(ToString::to_string).collect();
    for (word, _) in only_rust.iter().copied().flatten() {
        assert!(expected.remove(*word), "{command}: Rust has no option {word}, so it needs no reason");
    }
    for (word, _) in only_command.iter().copied().flatten() {
        assert!(expected.insert((*word).to_owned()), "{command}: Rust has {word}, so it needs no reason");
    }
    assert_eq!(in_command, expected, "{command}");
}

fn workers() -> Vec<&'static str> {
    fields!(WorkerOptions { worker, time_limit, memory_limit })
}

fn render() -> Vec<&'static str> {
    fields!(RenderOptions {
        standard,
        ausfuellhilfe,
        wortlaut,
        quelle,
        letterhead,
        require_complete,
        fillable,
        signature_fields,
        stichtag,
        profile
    })
}

/// clap's own words for a default are English and hidden; the help says it itself.
#[test]
fn the_help_names_each_default_and_each_limit() {
    let mut named = 0;
    for command in crate::help::command().get_subcommands() {
        for argument in command.get_arguments() {
            let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
            for default in argument.get_default_values().iter().map(|value| value.to_string_lossy()) {
                // Standard output.
                if argument.get_action().takes_values() && default != "-" {
                    let says =
                        help.contains(&format!("{default} (Vorgabe")) || help.contains(&format!("Vorgabe {default}"));
                    assert!(says, "{} {argument}: {help}", command.get_name());
                    named += 1;
                }
            }
            if argument.get_id() == "ppi" {
                assert!(help.contains(&format!("{MIN_PPI} bis {MAX_PPI}")), "{help}");
            }
        }
    }
    assert!(named > 10, "{named}");
}

#[test]
fn of_a_document() {
    const PAGES: Only = &[("pages", "an argument of `Renderer::preview`"), ("ppi", "as is this")];
    const NEVER: Only =
        &[("require_complete", "a blank form is never complete"), ("signature_fields", "and so is never signed")];
    const NO_FIELDS: Only = &[("fillable", "a picture has no fields"), ("signature_fields", "as is said of these")];
    const WATCH: Only = &[("watch", "a caller calls again")];
    check("render", &render(), &[OUTPUT, FINDINGS, LETTERHEAD, TRAEGER_LOGO, TEMPLATES, WATCH], &[NO_LETTERHEAD]);
    check("preview", &render(), &[OUTPUT, LETTERHEAD, TRAEGER_LOGO, TEMPLATES, PAGES], &[NO_LETTERHEAD, NO_FIELDS]);
    let all = [render(), fields!(BlankOptions { ziele, zeilen })].concat();
    check("blank", &all, &[OUTPUT, LETTERHEAD, TRAEGER_LOGO, TEMPLATES], &[NO_LETTERHEAD, NEVER]);
}

#[test]
fn of_the_service() {
    const BROWSER: Only = &[("no_open", "the library opens no browser")];
    const STARTS: Only = &[("worker", "the command starts itself")];
    check("serve", &fields!(ServeOptions { port, listen, token, host, folder, worker }), &[BROWSER], &[STARTS]);
}

#[test]
fn of_a_check() {
    check("validate", &fields!(ValidateOptions { stage, stichtag, profile }), &[FINDINGS], &[]);
}

#[test]
fn of_a_batch() {
    const ONLY_COMMAND: Only = &[
        ("sheet", "of the `Source`"),
        ("header_row", "of the `Source`"),
        ("columns", "of the `Source`"),
        ("no_resume", "turns `resume` off, which is on"),
        ("report", "a function gives the report"),
    ];
    const PARTS: Only = &[
        ("render", "its fields are options themselves"),
        ("workers", "so are its fields"),
        ("worker", "the command starts itself"),
    ];
    let own = fields!(BatchOptions {
        base,
        art,
        render,
        templates,
        name,
        per_massstab,
        jobs,
        workers,
        out,
        zip,
        combined,
        duplex,
        check,
        marked,
        resume,
        overwrite,
        only,
        move_orphans,
    });
    let all = [own, render(), workers()].concat();
    check("batch", &all, &[FINDINGS, LETTERHEAD, TRAEGER_LOGO, ONLY_COMMAND], &[NO_LETTERHEAD, PARTS]);
}

#[test]
fn of_a_table() {
    const FROM: Only = &[("from", "an argument of `vereinbar_batch::table_from`")];
    check("table", &fields!(TableOptions { entries, columns }), &[OUTPUT, FROM], &[]);
}

#[test]
fn of_an_evaluation() {
    const FORM: Only = &[("format", "a function for each form")];
    const PARTS: Only = &[("workers", "its fields are options themselves"), ("worker", "the command starts itself")];
    let own = fields!(EvaluateOptions { stichtag, anonym, vorher, vorlage });
    let run = fields!(RunOptions { jobs, workers });
    let all = [own, run, workers(), fields!(ReportOptions { standard, letterhead, listen })].concat();
    check("evaluate", &all, &[OUTPUT, FORM, LETTERHEAD, TEMPLATES], &[NO_LETTERHEAD, PARTS]);
}
