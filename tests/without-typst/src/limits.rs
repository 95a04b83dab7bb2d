//! A sentence that names a limit has its number. Texts of rules are constants, and a
//! constant cannot be put together from a number.

use std::fs;

use vereinbar_tests::root;

/// Of a limit: where it is, what it is called, how its number is written, and where the
/// number is said in words, `#` standing for it.
type Said = (&'static str, &'static str, fn(usize) -> String, &'static [(&'static str, &'static str)]);

const LIMITS: &str = "crates/vereinbar/src/limits.rs";
const SAID: &[Said] = &[
    (
        LIMITS,
        "MAX_INPUT_BYTES",
        mib,
        &[
            (LIMITS, "in bytes: # MiB. It leaves"),
            ("crates/vereinbar/src/parse/finding_codes.rs", "größer als # MiB."),
            ("docs/http.md", "(`Content-Type: application/json`, at most # MiB)"),
            ("crates/vereinbar-tables/src/input/json_rows.rs", "Die Zeile ist länger als # MiB."),
            ("crates/vereinbar-tables/src/input/json_rows.rs", "Die Datei ist größer als # MiB."),
            ("crates/vereinbar-tables/src/input/record.rs", "höchstens # MiB groß."),
        ],
    ),
    (
        LIMITS,
        "MAX_VEREINBARUNG_BYTES",
        mib,
        &[
            (LIMITS, "white space: # MiB. That"),
            ("crates/vereinbar/src/validate/text.rs", "Die Vereinbarung ist größer als # MiB."),
        ],
    ),
    (
        "crates/vereinbar-server/src/routes.rs",
        "MAX_FILES_BYTES",
        mib,
        &[
            ("crates/vereinbar-server/src/form_request.rs", "Dateien zusammen # MiB"),
            ("crates/vereinbar-server/src/api/many.rs", "höchstens # MiB haben, und"),
            ("crates/vereinbar-server/src/pages/evaluate_page.rs", "zusammen höchstens # MiB."),
            ("docs/http.md", "at most 5000 files and # MiB in all"),
        ],
    ),
    (
        "crates/vereinbar-server/src/routes.rs",
        "MAX_FORM_BYTES",
        mib,
        &[("crates/vereinbar-server/src/form_request.rs", "ein Formular # MiB")],
    ),
    (
        "crates/vereinbar-server/src/upload.rs",
        "MAX_FILES",
        whole,
        &[
            ("crates/vereinbar-server/src/form_request.rs", "und höchstens # auf einmal"),
            ("crates/vereinbar-server/src/api/many.rs", "es dürfen höchstens # sein"),
            ("docs/http.md", "at most # files"),
        ],
    ),
    (
        "crates/vereinbar-server/src/agreements_folder.rs",
        "MAX_FILES",
        whole,
        &[("crates/vereinbar-server/src/agreements_folder.rs", "die ersten # Dateien")],
    ),
    ("crates/vereinbar-server/src/app.rs", "UPLOADS", in_words, &[("docs/http.md", "and # uploads are received")]),
    ("crates/vereinbar-server/src/server.rs", "MAX_CONNECTIONS", whole, &[("docs/http.md", "# connections are open")]),
    (
        "crates/vereinbar-tables/src/input/json_rows.rs",
        "MAX_LIST_BYTES",
        mib,
        &[("crates/vereinbar-tables/src/input/json_rows.rs", "Eine JSON-Liste darf # MiB groß sein.")],
    ),
    (
        "crates/vereinbar/src/render/letterhead.rs",
        "MAX_LOGO_BYTES",
        mib,
        &[("crates/vereinbar/src/render/letterhead_error.rs", "größer als # MiB.")],
    ),
    (
        "crates/vereinbar/src/render/logo_file.rs",
        "MAX_PIXELS",
        millions,
        &[("crates/vereinbar/src/render/letterhead_error.rs", "mehr als # Millionen Bildpunkte")],
    ),
    (
        "crates/vereinbar/src/render/letterhead.rs",
        "MAX_LINES",
        whole,
        &[
            ("crates/vereinbar/src/render/letterhead_error.rs", "höchstens # Zeilen mit je 120"),
            ("crates/vereinbar-server/src/pages/pdf_card.rs", "Höchstens # Zeilen mit je 120"),
        ],
    ),
    (
        "crates/vereinbar/src/render/letterhead.rs",
        "MAX_LINE_CHARS",
        whole,
        &[
            ("crates/vereinbar/src/render/letterhead_error.rs", "Zeilen mit je # Zeichen."),
            ("crates/vereinbar-server/src/pages/pdf_card.rs", "Zeilen mit je # Zeichen."),
        ],
    ),
    (LIMITS, "MAX_COLLECTION_BYTES", mib, &[(LIMITS, "in bytes: # MiB for a table")]),
    (
        LIMITS,
        "MAX_FINDINGS",
        whole,
        &[("crates/vereinbar/src/parse/finding_codes.rs", "mehr als # Fehler; die ersten #")],
    ),
    (
        LIMITS,
        "MAX_NAMED",
        whole,
        &[
            ("crates/vereinbar-batch/src/report.rs", "the first # that were found."),
            ("bindings/python/python/vereinbar/reports.py", "the first # that were found."),
            ("docs/reliability.md", "the first # are named, all are counted"),
        ],
    ),
    (LIMITS, "MAX_TEXT_CHARS", whole, &[("crates/vereinbar/src/validate/text.rs", "länger als # Zeichen.")]),
    (LIMITS, "MAX_LIST_ITEMS", whole, &[("crates/vereinbar/src/validate/text.rs", "mehr als # Einträge.")]),
    (
        "crates/vereinbar-tables/src/workers/jobs.rs",
        "MAX_JOBS",
        whole,
        &[
            ("bindings/python/python/vereinbar/_functions/batch.py", "1 to #;"),
            ("bindings/python/python/vereinbar/_functions/evaluate.py", "1 to #;"),
        ],
    ),
    (
        "crates/vereinbar-pdf/src/limits.rs",
        "MAX_FILE_BYTES",
        mib,
        &[
            ("crates/vereinbar-pdf/src/error.rs", "has more than # MiB, or"),
            ("crates/vereinbar-pdf/src/error.rs", "höchstens # MiB je Datei"),
        ],
    ),
    (
        "crates/vereinbar-pdf/src/limits.rs",
        "MAX_TOTAL_BYTES",
        mib,
        &[
            ("crates/vereinbar-pdf/src/error.rs", "together more than # MiB."),
            ("crates/vereinbar-pdf/src/error.rs", "und # MiB zusammen"),
        ],
    ),
    (
        "crates/vereinbar-pdf/src/limits.rs",
        "MAX_PPI",
        whole,
        &[
            ("bindings/python/python/vereinbar/_functions/api.py", "10 to #."),
            ("crates/vereinbar-cli/src/args.rs", "10 bis #"),
        ],
    ),
];

fn mib(bytes: usize) -> String {
    (bytes >> 20).to_string()
}

fn millions(number: usize) -> String {
    (number / 1_000_000).to_string()
}

/// As English texts write small numbers.
fn in_words(number: usize) -> String {
    ["none", "one", "two", "three", "four", "five", "six", "seven", "eight"][number].to_owned()
}

/// With the point that German texts have before thousands.
fn whole(number: usize) -> String {
    let digits = number.to_string();
    match digits.len().checked_sub(3) {
        Some(place) if digits.len() > 4 => format!("{}.{}", &digits[..place], &digits[place..]),
        _ => digits,
    }
}

/// The number of a constant, which is written as a product, a shift or plainly.
fn number(text: &str) -> usize {
    let plain = |digits: &str| digits.trim().trim_end_matches(".0").replace('_', "").parse::<usize>().unwrap();
    match text.split_once("<<") {
        Some((number, shift)) => plain(number) << plain(shift),
        None => text.split('*').map(plain).product(),
    }
}

/// Whether a text has a sentence that begins and ends with no part of a longer number.
fn says(text: &str, sentence: &str) -> bool {
    let is_digit = |character: Option<char>| character.is_some_and(|character| character.is_ascii_digit());
    text.match_indices(sentence).any(|(at, _)| {
        let mut before = text[..at].chars().rev();
        let mut after = text[at + sentence.len()..].chars();
        // Between the digits of a number a point may stand.
        let [before, after] = [[before.next(), before.next()], [after.next(), after.next()]]
            .map(|[near, far]| is_digit(near) || matches!(near, Some('.' | ',')) && is_digit(far));
        !(before && is_digit(sentence.chars().next()) || after && is_digit(sentence.chars().next_back()))
    })
}

#[test]
fn a_longer_number_is_another() {
    for (text, sentence, is_said) in [
        ("at most 8 MiB", "at most 8 MiB", true),
        ("at most 18 MiB", "8 MiB", false),
        ("at most 1.8 MiB", "8 MiB", false),
        ("10 bis 600.", "10 bis 600", true),
        ("10 bis 6000", "10 bis 600", false),
        ("10 bis 600.000, oder 10 bis 600", "10 bis 600", true),
        ("10 bis 600.000", "10 bis 600", false),
    ] {
        assert_eq!(says(text, sentence), is_said, "{text}");
    }
}

#[test]
fn sentences_name_the_limits_that_hold() {
    let read = |file: &str| fs::read_to_string(root().join(file)).unwrap();
    for (file, name, written, places) in SAID {
        let source = read(file);
        let (_, rest) = source.split_once(&format!("const {name}: ")).unwrap_or_else(|| panic!("{file}: {name}"));
        let (_, value) = rest.split_once('=').unwrap();
        let number = written(number(value.split_once(';').unwrap().0));
        for (place, sentence) in *places {
            let sentence = sentence.replace('#', &number);
            // A comment may go on in the next line.
            let text = read(place).replace("\n///", "").replace("\n    ///", "");
            assert!(says(&text, &sentence), "{place} does not say „{sentence}“, as {name} asks");
        }
    }
}
