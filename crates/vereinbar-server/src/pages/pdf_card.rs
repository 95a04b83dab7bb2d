//! What the PDF of an agreement is to be like.

use maud::{Markup, html};
use vereinbar::{Ausfuellhilfe, Wortlaut};

use crate::data::SentFields;
use crate::form_request::FormRequest;

/// The field that says what the PDF is for.
pub(super) const PURPOSE: &str = "zweck";

/// What a PDF is for: the option of that name, and its words.
const PURPOSES: [(&str, &str); 4] = [
    ("entwurf", "Zum Lesen und Drucken; was fehlt, bleibt als Platz zum Schreiben"),
    ("require_complete", "Zum Unterschreiben auf Papier; nur, wenn nichts fehlt"),
    ("signature_fields", "Zum elektronischen Unterschreiben, mit Unterschriftsfeldern; nur, wenn nichts fehlt"),
    ("fillable", "Zum Ausfüllen am Bildschirm in einem PDF-Programm; nicht zum Unterschreiben"),
];

/// The fields that bring a picture; that of its words has the same name and `_alt`.
pub(super) const PICTURES: [&str; 2] = ["logo", "traeger_logo"];

/// What is refused while something is missing.
const TO_SIGN: [&str; 2] = ["require_complete", "signature_fields"];

/// The purpose that was chosen, where it is open to choice; otherwise the one that lies near.
fn chosen(sent: &SentFields, is_ready: bool) -> &str {
    match sent.get(PURPOSE) {
        Some(purpose) if is_ready || !TO_SIGN.contains(&purpose) => purpose,
        _ if is_ready => "require_complete",
        _ => "entwurf",
    }
}

/// The choices, with what was chosen before; a browser does not give pictures a second time. What is for signing is
/// offered if the agreement `is_ready` for it.
pub(super) fn as_pdf(is_ready: bool, form: &FormRequest) -> Markup {
    let text = |name| form.fields.get(name).unwrap_or_default();
    let purpose_of = chosen(&form.fields, is_ready);
    let is_other = |name, usual: &str| form.fields.get(name).is_some_and(|chosen| chosen != usual);
    let is_open = PICTURES.iter().any(|picture| form.file(picture).is_some())
        || is_other("ausfuellhilfe", Ausfuellhilfe::default().as_str())
        || is_other("wortlaut", Wortlaut::default().as_str())
        || ["letterhead_line", "logo_alt", "traeger_logo_alt", "color"].iter().any(|name| !text(name).is_empty());
    html! {
        section.karte aria-labelledby="als-pdf" {
            h2 #als-pdf { "PDF mit seinen Daten" }
            p { "Das ist die Datei, die Sie aufbewahren: zum Lesen, Drucken und Unterschreiben, und um später hier weiterzuarbeiten." }
            fieldset.feld {
                legend { "Wofür?" }
                @for (purpose, words) in PURPOSES {
                    label.wahl {
                        input type="radio" name=(PURPOSE) value=(purpose) checked[purpose == purpose_of] disabled[TO_SIGN.contains(&purpose) && !is_ready];
                        span { (words) }
                    }
                }
            }
            details.weitere open[is_open] {
                summary { "Ausfüllhilfe und Briefkopf" }
                div.felder {
                    div.feld {
                        label for="ausfuellhilfe" { "Ausfüllhilfe" }
                        select #ausfuellhilfe name="ausfuellhilfe" {
                            @for choice in Ausfuellhilfe::ALL { option value=(choice.as_str()) selected[choice.as_str() == text("ausfuellhilfe")] { (choice.bezeichnung()) } }
                        }
                    }
                    div.feld {
                        label for="wortlaut" { "Wortlaut" }
                        select #wortlaut name="wortlaut" {
                            @for choice in Wortlaut::ALL { option value=(choice.as_str()) selected[choice.as_str() == text("wortlaut")] { (choice.bezeichnung()) } }
                        }
                    }
                    div.feld {
                        label for="letterhead_line" { "Zeilen des Briefkopfs" }
                        p.hinweis #zeilen-hinweis { "Höchstens 8 Zeilen mit je 120 Zeichen." }
                        textarea #letterhead_line name="letterhead_line" rows="3" aria-describedby="zeilen-hinweis" { "\n" (text("letterhead_line")) }
                    }
                    (picture("logo", "Logo, links", text("logo_alt")))
                    (picture("traeger_logo", "Logo des Trägers, rechts", text("traeger_logo_alt")))
                    div.feld.kurz {
                        label for="color" { "Akzentfarbe" }
                        p.hinweis #farbe-hinweis { "Als Farbwert wie #1d4e79; ohne Angabe die des Vordrucks." }
                        input #color type="text" name="color" value=(text("color")) aria-describedby="farbe-hinweis" autocomplete="off";
                    }
                }
            }
            button.haupt type="submit" { "PDF herunterladen" }
        }
    }
}

fn picture(name: &str, title: &str, words: &str) -> Markup {
    let alt = format!("{name}_alt");
    html! {
        div.feld {
            label for=(name) { (title) }
            input id=(name) type="file" name=(name) accept=".png,.jpg,.jpeg,.svg";
        }
        div.feld {
            label for=(alt) { "Worte für das Bild" span.nur-vorlesen { ": " (title) } }
            p.hinweis id={ (alt) "-hinweis" } { "Ein Vorleseprogramm spricht sie, zum Beispiel „Wappen des Landkreises Musterland“." }
            input id=(alt) type="text" name=(alt) value=(words) aria-describedby={ (alt) "-hinweis" } autocomplete="off";
        }
    }
}
