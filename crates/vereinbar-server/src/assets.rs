//! Style sheet, scripts and fonts, which are part of the program.

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};

use crate::pages::message;

/// For the time of a start: after an update they may be others.
const FOR_AN_HOUR: &str = "private, max-age=3600";

const FILES: [(&str, &str, &[u8]); 9] = [
    ("stil.css", "text/css; charset=utf-8", include_bytes!("../assets/stil.css")),
    ("formular.js", "text/javascript; charset=utf-8", include_bytes!("../assets/formular.js")),
    ("start.js", "text/javascript; charset=utf-8", include_bytes!("../assets/start.js")),
    ("entwuerfe.js", "text/javascript; charset=utf-8", include_bytes!("../assets/entwuerfe.js")),
    ("mehrere.js", "text/javascript; charset=utf-8", include_bytes!("../assets/mehrere.js")),
    ("idiomorph.js", "text/javascript; charset=utf-8", include_bytes!("../assets/idiomorph/idiomorph.esm.js")),
    ("zeichen.svg", "image/svg+xml", include_bytes!("../assets/zeichen.svg")),
    ("noto-sans.ttf", "font/ttf", notosans::REGULAR_TTF),
    ("noto-sans-bold.ttf", "font/ttf", notosans::BOLD_TTF),
];

pub(crate) async fn asset(Path(name): Path<String>) -> Response {
    let Some((_, media_type, bytes)) = FILES.iter().find(|(own, ..)| *own == name) else {
        return message::page(StatusCode::NOT_FOUND, "Das ging nicht", "Diese Datei gibt es nicht.");
    };
    ([(header::CONTENT_TYPE, *media_type), (header::CACHE_CONTROL, FOR_AN_HOUR)], *bytes).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_scripts_are_small() {
        let own =
            FILES.iter().filter(|(name, media_type, _)| media_type.contains("javascript") && *name != "idiomorph.js");
        assert_eq!(own.clone().count(), 4);
        let bytes: usize = own.map(|(.., bytes)| bytes.len()).sum();
        assert!(bytes <= 30 * 1024, "{bytes}");
    }
}
