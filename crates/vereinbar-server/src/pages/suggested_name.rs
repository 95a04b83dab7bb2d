//! What the file of a draft is called.

use vereinbar::file_name::{safe, shortened};
use vereinbar::modell::Filled as _;

use crate::data::Draft;

/// What the file is called, without its ending: after the Träger, whose paper it is.
pub(super) fn stem(draft: &Draft) -> String {
    const MAX_CHARS: usize = 60;
    let name = draft.at("/traeger/name");
    let text = if name.is_filled() { name.as_str().unwrap_or_default() } else { draft.art.bezeichnung() };
    let stem = shortened(&safe(text), MAX_CHARS);
    if stem.is_empty() { "vereinbarung".to_owned() } else { stem }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use vereinbar::Art;

    use super::*;

    #[test]
    fn a_file_is_called_after_its_traeger() {
        let named = |name: &str| {
            let mut draft = Draft::blank(Art::Qualitaetsentwicklungsvereinbarung);
            draft.value["traeger"] = json!({"name": name});
            stem(&draft)
        };
        assert_eq!(named("Beispielträger e. V."), "Beispielträger e. V");
        assert_eq!(named("../a\"\r\nb"), "a- b");
        assert_eq!(named("Kinder- & Jugendhilfe"), "Kinder- & Jugendhilfe");
        assert_eq!(named("Com1"), "Com1_");
        assert_eq!(named(&"x".repeat(100)).len(), 60);
        assert_eq!(named(""), "Qualitätsentwicklungsvereinbarung");
        assert_eq!(named("///"), "vereinbarung");
    }
}
