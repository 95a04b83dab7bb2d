//! What the file of a draft is called.

use vereinbar::modell::Filled as _;

use crate::data::Draft;

/// What the file is called, without its ending: after the Träger, whose paper it is.
pub(super) fn stem(draft: &Draft) -> String {
    const MAX_CHARS: usize = 60;
    let name = draft.at("/traeger/name");
    let text = if name.is_filled() { name.as_str().unwrap_or_default() } else { draft.art.bezeichnung() };
    let safe: String =
        text.chars().map(|c| if c.is_alphanumeric() || matches!(c, ' ' | '-' | '.' | '_') { c } else { ' ' }).collect();
    let words = safe.split_whitespace().collect::<Vec<_>>().join(" ");
    let cut: String = words.chars().take(MAX_CHARS).collect();
    let stem = cut.trim_matches([' ', '.', '-']);
    if stem.is_empty() { "vereinbarung".to_owned() } else { stem.to_owned() }
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
        assert_eq!(named("../a\"\r\nb"), "a b");
        assert_eq!(named(""), "Qualitätsentwicklungsvereinbarung");
        assert_eq!(named("///"), "vereinbarung");
    }
}
