//! What Typst says about a template, in German.

/// What Typst says most to those who change templates: what it begins with (`*` stands for
/// anything), and the same in German, `{}` being what the star stands for.
const SAYINGS: &[(&str, &str)] = &[
    ("unknown variable: *", "Den Namen „{}“ gibt es hier nicht."),
    ("unknown font family: *", "Die Schrift „{}“ ist nicht eingebettet; gedruckt wird eine andere."),
    ("unexpected argument: *", "Die Angabe „{}“ kennt die Funktion nicht."),
    ("unexpected argument", "Eine Angabe ist zu viel."),
    ("missing argument: *", "Es fehlt die Angabe „{}“."),
    ("unclosed delimiter", "Eine Klammer wird nicht geschlossen."),
    ("unexpected closing *", "Die schließende Klammer {} hat keine öffnende."),
    ("unclosed string", "Ein Text in Anführungszeichen wird nicht geschlossen."),
    ("unclosed raw text", "Ein Text in `…` wird nicht geschlossen."),
    ("expected * found *", "Hier wird anderes erwartet."),
    ("expected *", "Hier fehlt etwas, oder es wird anderes erwartet."),
    ("unexpected *", "Das ist an dieser Stelle nicht möglich."),
    ("the character * is not valid in code", "Dieses Zeichen ist hier nicht möglich."),
    ("file not found (searched at *)", "Die Datei „{}“ gibt es weder im Ordner noch unter den eingebauten Vorlagen."),
    ("file is not valid utf-8*", "Die Datei ist kein UTF-8-Text."),
    ("failed to load file*", "Die Datei lässt sich nicht laden."),
    ("failed to parse *", "Die Datei lässt sich nicht lesen: Ihr Inhalt ist nicht so aufgebaut, wie ihre Endung sagt."),
    ("failed to decode *", "Das Bild lässt sich nicht lesen. Speichern Sie es neu."),
    ("cannot access file system from here", "Diese Stelle darf keine Dateien lesen."),
    ("cannot *", "Das geht mit diesen Werten nicht."),
    ("dictionary does not contain key *", "Das Feld {} gibt es in diesen Daten nicht."),
    ("array index out of bounds *", "So viele Einträge hat die Liste nicht."),
    ("type * has no method *", "Diese Funktion gibt es für diesen Wert nicht."),
    ("* does not contain field *", "Dieses Feld gibt es hier nicht."),
    ("unknown field *", "Dieses Feld gibt es hier nicht."),
    ("unresolved import", "Den Namen gibt es in der Datei nicht, aus der er kommen soll."),
    ("label * does not exist in the document", "Die Marke {} gibt es im Dokument nicht."),
    ("* did not converge", "Das ist bei jedem Umbruch ein anderes; es hängt von sich selbst ab."),
    ("* did not stabilize", "Das ist bei jedem Umbruch ein anderes; es hängt von sich selbst ab."),
    ("assertion failed: *", "Eine Bedingung der Vorlage ist nicht erfüllt: {}"),
    ("assertion failed*", "Eine Bedingung der Vorlage ist nicht erfüllt."),
    ("panicked with: *", "Die Vorlage bricht ab: {}"),
    ("maximum * depth exceeded", "Die Vorlage ruft sich selbst ohne Ende auf."),
    ("maximum show rule depth exceeded", "Eine Regel der Vorlage wendet sich auf sich selbst an."),
    ("infinite loop: *", "Eine Schleife kommt zu keinem Ende."),
    (
        "PDF/UA-1 error: missing alt text",
        "Einem Bild fehlt der Alternativtext, den ein Vorleseprogramm spricht: image(…, alt: \"…\").",
    ),
    ("PDF/UA-1 error: missing document title", "Dem Dokument fehlt der Titel: set document(title: …)."),
    ("PDF/UA-1 error: *", "Das Dokument wäre nicht barrierefrei (PDF/UA-1)."),
    ("PDF/A-3a error: *", "Das Dokument wäre nicht für die Ablage geeignet (PDF/A-3a)."),
    ("PDF/A-2a error: *", "Das Dokument wäre nicht für die Ablage geeignet (PDF/A-2a)."),
    (
        "PDF/* error: missing alt text",
        "Einem Bild fehlt der Alternativtext, den ein Vorleseprogramm spricht: image(…, alt: \"…\").",
    ),
    ("no text within stars", "Zwischen den Sternchen steht nichts."),
    ("no text within underscores", "Zwischen den Unterstrichen steht nichts."),
    ("this * is deprecated*", "Das ist veraltet und wird in einer späteren Version nicht mehr gehen."),
    ("* is deprecated*", "Das ist veraltet und wird in einer späteren Version nicht mehr gehen."),
];

/// What is said where nothing above fits.
const OTHER: &str = "Typst nimmt das so nicht an.";

/// A call that led there: `while calling `head` (a.typ:9:2)`.
pub(crate) fn traced(step: &str) -> String {
    let (what, place) = step.rsplit_once(" (").unwrap_or((step, ""));
    let place = if place.is_empty() { String::new() } else { format!(" ({place}") };
    let name = |before: &str| Some(what.strip_prefix(before)?.trim_matches('`').to_owned());
    let said = name("while calling `")
        .map(|name| format!("beim Aufruf von „{name}“"))
        .or_else(|| name("while importing ").map(|name| format!("beim Import von „{name}“")))
        .or_else(|| name("while including ").map(|name| format!("beim Einfügen von „{name}“")))
        .or_else(|| {
            name("while showing ").map(|name| format!("beim Anzeigen von {}", name.trim_end_matches(" element")))
        })
        .unwrap_or_else(|| "bei einem Aufruf".to_owned());
    format!("{said}{place}")
}

pub(crate) fn translated(message: &str) -> String {
    SAYINGS
        .iter()
        .find_map(|(pattern, german)| Some(german.replace("{}", part(pattern, message)?)))
        .unwrap_or_else(|| OTHER.to_owned())
}

/// What the first star of a pattern stands for, if the message is like it.
fn part<'a>(pattern: &str, message: &'a str) -> Option<&'a str> {
    let mut pieces = pattern.split('*');
    let mut rest = message.strip_prefix(pieces.next()?)?;
    let mut first = None;
    let pieces: Vec<&str> = pieces.collect();
    for (index, piece) in pieces.iter().enumerate() {
        let is_last = index + 1 == pieces.len();
        let at = if is_last && piece.is_empty() {
            rest.len()
        } else if is_last {
            rest.len().checked_sub(piece.len()).filter(|at| rest.get(*at..) == Some(*piece))?
        } else {
            rest.find(piece)?
        };
        first = first.or(rest.get(..at));
        rest = rest.get(at + piece.len()..)?;
    }
    rest.is_empty().then_some(first.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_gives_what_its_star_stands_for() {
        assert_eq!(part("unknown variable: *", "unknown variable: nmae"), Some("nmae"));
        assert_eq!(part("file not found (searched at *)", "file not found (searched at a/b.typ)"), Some("a/b.typ"));
        assert_eq!(part("expected * found *", "expected string, found integer"), Some("string,"));
        assert_eq!(part("unclosed delimiter", "unclosed delimiter"), Some(""));
        assert_eq!(part("unclosed delimiter", "unclosed delimiter at all"), None);
        assert_eq!(part("a*b", "ac"), None);
    }

    #[test]
    fn what_is_unknown_has_a_sentence_and_a_trace_its_place() {
        assert!(translated("something new").ends_with('.'));
        assert_eq!(traced("while calling `head` (a.typ:9:2)"), "beim Aufruf von „head“ (a.typ:9:2)");
        assert_eq!(traced("while showing heading element (a.typ:9)"), "beim Anzeigen von heading (a.typ:9)");
        assert_eq!(traced("while calling function"), "bei einem Aufruf");
    }
}
