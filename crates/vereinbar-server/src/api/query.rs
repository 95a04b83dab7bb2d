//! The options of a call, in its address, under the names that the command has for them.

use axum::http::Uri;
use vereinbar::limits::{MAX_LIST_ITEMS, MAX_PPI, MIN_PPI};
use vereinbar::{PageSelection, RenderOptions, ValidateOptions};
use vereinbar_evaluate::EvaluateOptions;

use super::Problem;

/// What the address holds behind its question mark.
pub(super) struct Query(Vec<(String, String)>);

impl Query {
    /// Refuses what the call does not know, and what stands twice: an option that does nothing
    /// would be a silent one.
    pub(super) fn of(uri: &Uri, known: &[&str]) -> Result<Self, Problem> {
        let pairs: Vec<(String, String)> = form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes())
            .map(|(name, value)| (name.into_owned(), value.into_owned()))
            .collect();
        for (index, (name, _)) in pairs.iter().enumerate() {
            if !known.contains(&name.as_str()) {
                let possible = if known.is_empty() { "keine".to_owned() } else { known.join(", ") };
                return Err(Problem::request(format!(
                    "Diese Angabe kennt der Aufruf nicht. Möglich sind: {possible}."
                )));
            }
            if pairs.iter().take(index).any(|(other, _)| other == name) {
                return Err(Problem::request(format!("Die Angabe „{}“ steht mehrmals da.", known_name(known, name))));
            }
        }
        Ok(Self(pairs))
    }

    fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// A value of its kind, or its default where it is not given.
    pub(super) fn read<T>(&self, name: &str, default: T) -> Result<T, Problem>
    where
        T: std::str::FromStr<Err: std::fmt::Display>,
    {
        Ok(self.optional(name)?.unwrap_or(default))
    }

    /// A value of its kind, where it is given.
    pub(super) fn optional<T>(&self, name: &str) -> Result<Option<T>, Problem>
    where
        T: std::str::FromStr<Err: std::fmt::Display>,
    {
        let read = |text: &str| text.parse().map_err(|error| Problem::request(format!("„{name}“: {error}")));
        self.get(name).map(read).transpose()
    }

    pub(super) fn text(&self, name: &str) -> Option<String> {
        self.get(name).map(str::to_owned)
    }

    pub(super) fn yes_or_no(&self, name: &str) -> Result<bool, Problem> {
        match self.get(name) {
            None | Some("false") => Ok(false),
            Some("true") => Ok(true),
            Some(_) => Err(Problem::request(format!("„{name}“: Möglich sind: true, false."))),
        }
    }

    pub(super) fn validate_options(&self) -> Result<ValidateOptions, Problem> {
        Ok(ValidateOptions {
            stage: self.read("stage", vereinbar::Stage::default())?,
            stichtag: self.optional("stichtag")?,
            ..ValidateOptions::default()
        })
    }

    pub(super) fn render_options(&self) -> Result<RenderOptions, Problem> {
        Ok(RenderOptions {
            standard: self.read("standard", vereinbar::Standard::default())?,
            ausfuellhilfe: self.read("ausfuellhilfe", vereinbar::Ausfuellhilfe::default())?,
            wortlaut: self.read("wortlaut", vereinbar::Wortlaut::default())?,
            require_complete: self.yes_or_no("require_complete")?,
            fillable: self.yes_or_no("fillable")?,
            signature_fields: self.yes_or_no("signature_fields")?,
            stichtag: self.optional("stichtag")?,
            ..RenderOptions::default()
        })
    }

    pub(super) fn evaluate_options(&self) -> Result<EvaluateOptions, Problem> {
        let anonym = self.get("anonym").is_some().then(|| self.yes_or_no("anonym")).transpose()?;
        Ok(EvaluateOptions { stichtag: self.optional("stichtag")?, anonym, ..EvaluateOptions::default() })
    }

    /// How many places lists of parts have.
    pub(super) fn entries(&self) -> Result<usize, Problem> {
        let Some(text) = self.get("entries") else { return Ok(2) };
        let number = text.parse().ok().filter(|number| (1..=MAX_LIST_ITEMS).contains(number));
        number.ok_or_else(|| {
            Problem::request(format!("„entries“: Möglich ist eine ganze Zahl von 1 bis {MAX_LIST_ITEMS}."))
        })
    }

    /// Pixels per inch.
    pub(super) fn ppi(&self) -> Result<f32, Problem> {
        let Some(text) = self.get("ppi") else { return Ok(110.0) };
        let number = text.parse().ok().filter(|number| (MIN_PPI..=MAX_PPI).contains(number));
        number.ok_or_else(|| Problem::request(format!("„ppi“: Möglich ist eine Zahl von {MIN_PPI} bis {MAX_PPI}.")))
    }

    pub(super) fn pages(&self) -> Result<PageSelection, Problem> {
        self.read("pages", PageSelection::page(1))
    }
}

/// The name from our own list: what was sent is not repeated.
fn known_name<'a>(known: &[&'a str], name: &str) -> &'a str {
    known.iter().find(|own| **own == name).copied().unwrap_or_default()
}

/// The options of each call.
pub(super) const OF_VALIDATE: [&str; 2] = ["stage", "stichtag"];
pub(super) const OF_RENDER: [&str; 7] =
    ["standard", "ausfuellhilfe", "wortlaut", "require_complete", "fillable", "signature_fields", "stichtag"];
pub(super) const OF_PREVIEW: [&str; 6] = ["pages", "ppi", "ausfuellhilfe", "wortlaut", "require_complete", "stichtag"];
pub(super) const OF_EVALUATE: [&str; 3] = ["stichtag", "anonym", "format"];
pub(super) const OF_TABLE: [&str; 3] = ["art", "entries", "format"];
/// Those of each document are those of [`OF_RENDER`].
pub(super) const OF_BATCH: [&str; 13] = [
    "art",
    "name",
    "standard",
    "ausfuellhilfe",
    "wortlaut",
    "require_complete",
    "fillable",
    "signature_fields",
    "stichtag",
    "per_massstab",
    "duplex",
    "check",
    "format",
];
