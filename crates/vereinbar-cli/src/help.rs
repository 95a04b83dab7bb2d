//! The command with everything that clap prints by itself in German, its options in groups,
//! and examples.

use std::ffi::{OsStr, OsString};

use clap::{Arg, ArgAction, Command, CommandFactory as _, FromArgMatches as _};

use crate::args::Arguments;

const ALL_COMMANDS: &str =
    "{about-with-newline}\nAufruf: {usage}\n\nBefehle:\n{subcommands}\n\nOptionen:\n{options}{after-help}";
const SEVERAL: &str = "{about-with-newline}\nAufruf: {usage}\n\nBefehle:\n{subcommands}\n\nOptionen:\n{options}";
const ONE_COMMAND: &str = "{about-with-newline}\nAufruf: {usage}\n\n{all-args}{after-help}";

/// Under which heading an option stands; what is named here in no group is an option like
/// any other.
const GROUPS: &[(&str, &[&str])] = &[
    ("Tabelle", &["base", "art", "sheet", "header-row", "columns", "from", "per-massstab", "entries"]),
    (
        "Ausgabe",
        &[
            "output",
            "overwrite",
            "out",
            "zip",
            "combined",
            "duplex",
            "name",
            "marked",
            "report",
            "format",
            "pages",
            "ppi",
        ],
    ),
    ("Prüfung", &["check", "stage", "require-complete", "stichtag", "profile"]),
    (
        "Formular",
        &[
            "ausfuellhilfe",
            "wortlaut",
            "quelle",
            "standard",
            "templates",
            "ziele",
            "zeilen",
            "fillable",
            "signature-fields",
        ],
    ),
    ("Briefkopf", &["logo", "logo-alt", "letterhead-line", "color", "traeger-logo", "traeger-logo-alt"]),
    ("Auswertung", &["anonym", "vorher", "vorlage", "listen"]),
    ("Ablauf", &["only", "jobs", "time-limit", "memory-limit", "resume", "no-resume", "move-orphans", "watch"]),
];
const ARGUMENTS: &str = "Argumente";
const OPTIONS: &str = "Optionen";

/// What people type first. Each is taken by the command, which a test sees to.
const EXAMPLES: &[(&str, &[(&str, &str)])] = &[
    (
        "render",
        &[
            ("Ein Formular füllen", "vereinbar render vereinbarung.json -o vereinbarung.pdf"),
            (
                "Nur, was unterschriftsreif ist",
                "vereinbar render vereinbarung.json -o vereinbarung.pdf --require-complete",
            ),
            (
                "Mit Briefkopf",
                "vereinbar render vereinbarung.json -o vereinbarung.pdf --letterhead-line \"Landkreis Musterland\" \
             --color \"#1d4e79\"",
            ),
            (
                "Bei jeder Änderung neu",
                "vereinbar render vereinbarung.json -o vereinbarung.pdf --templates eigene --watch",
            ),
        ],
    ),
    (
        "blank",
        &[
            ("Der Vordruck", "vereinbar blank qev -o vordruck.pdf"),
            (
                "Mit Ausfüllhilfe und mehr Platz",
                "vereinbar blank qev -o vordruck.pdf --ausfuellhilfe angehaengt --ziele 3",
            ),
        ],
    ),
    (
        "validate",
        &[
            ("Als Entwurf", "vereinbar validate vereinbarung.json"),
            ("Vor der Unterschrift", "vereinbar validate vereinbarung.json --stage unterschriftsreif --stichtag heute"),
        ],
    ),
    ("calculate", &[("Das Entgelt mit Rechenweg", "vereinbar calculate leq.json -o berechnung.json")]),
    ("extract", &[("Die Daten aus einem PDF", "vereinbar extract vereinbarung.pdf -o vereinbarung.json")]),
    ("preview", &[("Die erste Seite als Bild", "vereinbar preview vereinbarung.json --pages 1 -o seite.png")]),
    (
        "batch",
        &[
            ("Die Arbeitsmappe von vereinbar table prüfen", "vereinbar batch liste.xlsx --check"),
            ("Die Befunde in einer Abschrift der Liste", "vereinbar batch liste.xlsx --check --marked geprueft.xlsx"),
            ("Die Formulare erzeugen", "vereinbar batch liste.xlsx --out formulare"),
            ("Alles in einer Datei für den Druck", "vereinbar batch liste.xlsx --combined alle.pdf"),
            (
                "Nur berichtigte Zeilen, auch wenn ihr PDF verändert ist",
                "vereinbar batch liste.xlsx --out formulare --only 4,9 --overwrite",
            ),
            ("Eigene Dateinamen", "vereinbar batch liste.xlsx --out formulare --name \"{#Nr} {traeger.name}\""),
            (
                "Eine eigene Liste, mit ihren Überschriften",
                "vereinbar batch traeger.csv --art qev --columns spalten.xlsx --out formulare",
            ),
        ],
    ),
    ("columns", &[("Was eigene Überschriften bedeuten", "vereinbar columns traeger.csv --art qev -o spalten.xlsx")]),
    ("serve", &[("Das Formular im Browser", "vereinbar serve")]),
    ("refresh", &[("Die Felder neu zeichnen", "vereinbar refresh ausgefuellt.pdf -o lesbar.pdf")]),
    (
        "set",
        &[(
            "Eine Angabe ändern",
            "vereinbar set alt.pdf ziele.1.massnahmen.freier_traeger.1.stand=erledigt -o neu.pdf",
        )],
    ),
    (
        "table",
        &[
            ("Die leere Liste zum Ausfüllen", "vereinbar table qev -o liste.xlsx"),
            ("Nur einige Spalten", "vereinbar table qev --columns traeger.name,aktenzeichen -o liste.xlsx"),
            ("Aus den Formularen eines Ordners", "vereinbar table --from formulare -o liste.xlsx"),
        ],
    ),
    (
        "evaluate",
        &[
            ("Der Bericht", "vereinbar evaluate formulare --stichtag heute -o bericht.pdf"),
            ("Als Vorlage für den Ausschuss", "vereinbar evaluate formulare --vorlage vorlage.json -o vorlage.pdf"),
            ("Die Tabellen", "vereinbar evaluate formulare --stichtag 31.12.2027 -o auswertung.xlsx"),
        ],
    ),
    ("export", &[("Alle Vorlagen", "vereinbar templates export eigene")]),
    ("schema", &[("Das JSON-Schema", "vereinbar schema qev -o schema.json")]),
    ("completions", &[("Für die Bash", "vereinbar completions bash")]),
];

/// What else stands for `--help`.
const HELP: [&str; 3] = ["/?", "-?", "--hilfe"];
/// What asks for help as if it were a command.
const HELP_COMMANDS: [&str; 2] = ["help", "hilfe"];

/// The arguments as clap knows them, whatever word for help is in them.
pub(crate) fn understood(arguments: impl IntoIterator<Item = OsString>) -> Vec<OsString> {
    let help = || OsString::from("--help");
    let mut arguments: Vec<OsString> = arguments.into_iter().collect();
    let is_one_of = |argument: &OsStr, words: &[&str]| words.iter().any(|word| argument == *word);
    if arguments.get(1).is_some_and(|first| is_one_of(first, &HELP_COMMANDS)) {
        arguments.remove(1);
        arguments.push(help());
        return arguments;
    }
    let end = arguments.iter().position(|argument| argument == "--").unwrap_or(arguments.len());
    for argument in arguments.iter_mut().take(end).skip(1) {
        if is_one_of(argument, &HELP) {
            *argument = help();
        }
    }
    arguments
}

/// The command with everything that clap prints by itself in German.
pub(crate) fn command() -> Command {
    in_german(Arguments::command(), "vereinbar")
        .disable_help_subcommand(true)
        .help_template(ALL_COMMANDS)
        .override_usage("vereinbar BEFEHL")
}

/// An example of a call, of which a message about a wrong one makes use.
pub(crate) fn example(command: &str) -> Option<&'static str> {
    let (_, examples) = EXAMPLES.iter().find(|(name, _)| *name == command)?;
    examples.first().map(|(_, call)| *call)
}

fn in_german(command: Command, path: &str) -> Command {
    let has_version = command.get_version().is_some();
    let name = command.get_name().to_owned();
    let mut command = command
        .disable_help_flag(true)
        .disable_version_flag(true)
        .mut_args(|argument| argument.hide_default_value(true).hide_possible_values(true))
        .mut_args(grouped)
        .arg(Arg::new("help").short('h').long("help").action(ArgAction::Help).help("Zeigt diese Hilfe"));
    if has_version {
        let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
        return command.arg(version.help("Zeigt die Version")).mut_subcommands(|of_it| {
            let path = format!("{path} {}", of_it.get_name());
            in_german(of_it, &path)
        });
    }
    command = command.mut_arg("help", |help| help.help_heading(OPTIONS));
    if command.has_subcommands() {
        return command
            .disable_help_subcommand(true)
            .help_template(SEVERAL)
            .override_usage(format!("{path} BEFEHL"))
            .mut_arg("help", |help| help.help_heading(None))
            .mut_subcommands(|of_it| {
                let path = format!("{path} {}", of_it.get_name());
                in_german(of_it, &path)
            });
    }
    let mut usage = format!("{path} [OPTIONEN]");
    for argument in command.get_positionals() {
        usage.push(' ');
        usage.push_str(&argument.to_string());
    }
    command = command.help_template(ONE_COMMAND).override_usage(usage);
    match examples(&name) {
        Some(examples) => command.after_help(examples),
        None => command,
    }
}

/// An option that names its heading itself keeps it: `--listen` is one thing to `serve` and
/// another to `evaluate`.
fn grouped(argument: Arg) -> Arg {
    if argument.get_help_heading().is_some() {
        return argument;
    }
    let heading = match argument.get_long() {
        None => ARGUMENTS,
        Some(name) => GROUPS.iter().find(|(_, names)| names.contains(&name)).map_or(OPTIONS, |(heading, _)| heading),
    };
    argument.help_heading(heading)
}

fn examples(command: &str) -> Option<String> {
    let (_, examples) = EXAMPLES.iter().find(|(name, _)| *name == command)?;
    let lines: Vec<String> = examples.iter().map(|(what, call)| format!("  {what}:\n    {call}")).collect();
    let word = if lines.len() == 1 { "Beispiel" } else { "Beispiele" };
    Some(format!("{word}:\n{}", lines.join("\n")))
}

/// Reads the arguments of the process.
pub(crate) fn read() -> Result<Arguments, clap::Error> {
    let matches = command().try_get_matches_from(understood(std::env::args_os()))?;
    Arguments::from_arg_matches(&matches)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(call: &str) -> Vec<String> {
        // As a shell takes them apart; the examples quote with " alone.
        let mut words = Vec::new();
        for (index, part) in call.split('"').enumerate() {
            if index % 2 == 1 {
                words.push(part.to_owned());
            } else {
                words.extend(part.split_whitespace().map(str::to_owned));
            }
        }
        words
    }

    #[test]
    fn every_example_is_a_right_call() {
        for (name, examples) in EXAMPLES {
            assert!(!examples.is_empty());
            for (_, call) in *examples {
                let matches =
                    command().try_get_matches_from(words(call)).unwrap_or_else(|error| panic!("{call}: {error}"));
                let (called, of_it) = matches.subcommand().unwrap();
                assert!(called == *name || of_it.subcommand_name() == Some(*name), "{call}");
            }
        }
    }

    #[test]
    fn every_command_has_an_example_and_every_group_its_options() {
        let command = command();
        let mut options = std::collections::BTreeSet::new();
        for of_it in command.get_subcommands() {
            let name = of_it.get_name();
            assert!(of_it.has_subcommands() || example(name).is_some(), "{name} has no example");
            options.extend(of_it.get_arguments().filter_map(|argument| argument.get_long()).map(str::to_owned));
        }
        for (heading, names) in GROUPS {
            for name in *names {
                assert!(options.contains(*name), "{heading}: no command has --{name}");
            }
        }
    }

    #[test]
    fn help_is_asked_for_in_many_words() {
        let understood = |call: &str| {
            let arguments = understood(call.split(' ').map(OsString::from));
            arguments.into_iter().map(|argument| argument.into_string().unwrap()).collect::<Vec<_>>().join(" ")
        };
        for (call, meant) in [
            ("vereinbar help", "vereinbar --help"),
            ("vereinbar hilfe batch", "vereinbar batch --help"),
            ("vereinbar /?", "vereinbar --help"),
            ("vereinbar batch /?", "vereinbar batch --help"),
            ("vereinbar batch -?", "vereinbar batch --help"),
            ("vereinbar --hilfe", "vereinbar --help"),
            ("vereinbar render -- /?", "vereinbar render -- /?"),
            ("vereinbar render help", "vereinbar render help"),
        ] {
            assert_eq!(understood(call), meant);
        }
    }
}
