//! What every page has: head, skip link, name, foot.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use maud::{DOCTYPE, Markup, html};

/// What a page belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Area {
    Form,
    List,
    Evaluation,
    Comparison,
    /// None of these.
    Elsewhere,
    /// In front of the door: who reads it may go to none of these.
    Outside,
}

/// Where one begins.
const MENU: [(Area, &str, &str); 4] = [
    (Area::Form, "/", "Formular"),
    (Area::List, "/liste", "Liste"),
    (Area::Evaluation, "/auswertung", "Auswertung"),
    (Area::Comparison, "/vergleich", "Vergleich"),
];

/// A whole page. `script` is the module that makes it livelier; it works without.
pub(super) fn page(
    status: StatusCode,
    here: Area,
    title: &str,
    script: Option<&str>,
    is_wide: bool,
    main: &Markup,
) -> Response {
    let html = html! {
        (DOCTYPE)
        html lang="de" {
            head {
                meta charset="utf-8";
                title { (title) " · vereinbar" }
                meta name="viewport" content="width=device-width, initial-scale=1";
                link rel="stylesheet" href="/assets/stil.css";
                link rel="icon" href="/assets/zeichen.svg";
                @if let Some(script) = script { script type="module" src={ "/assets/" (script) } {} }
            }
            body {
                a.sprung href="#inhalt" { "Zum Inhalt springen" }
                header.kopf {
                    @let name = html! { img src="/assets/zeichen.svg" alt="" width="28" height="28"; span { "vereinbar" } };
                    @if here == Area::Outside { span.marke { (name) } } @else {
                        a.marke href="/" { (name) }
                        nav aria-label="Hauptmenü" {
                            @for (area, address, words) in MENU { a href=(address) aria-current=[(area == here).then_some("true")] { (words) } }
                        }
                    }
                }
                main #inhalt class=(if is_wide { "breit" } else { "schmal" }) { (main) }
                footer.fuss {
                    p { "Ihre Angaben bleiben auf dem Rechner, auf dem dieses Programm läuft. Geprüft wird die Form, nicht das Recht: Das Programm ersetzt keine Rechtsberatung." }
                }
            }
        }
    };
    (status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], html.into_string()).into_response()
}

/// Bytes as Base64 (RFC 4648), for pictures that are part of a page.
pub(crate) fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let digit = |six: u32| DIGITS.get(six as usize & 63).map_or('=', |&digit| char::from(digit));
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let at = |index: usize| chunk.get(index).map_or(0, |&byte| u32::from(byte));
        let three = at(0) << 16 | at(1) << 8 | at(2);
        for (place, shift) in [18, 12, 6, 0].into_iter().enumerate() {
            text.push(if place <= chunk.len() { digit(three >> shift) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    #[test]
    fn encodes_the_examples_of_the_rfc() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(super::base64(bytes.as_bytes()), text);
        }
    }
}
