//! The fields of a form that a browser sent.

/// The most fields that are read: a contract with every list full has fewer on one page.
const MAX_FIELDS: usize = 20_000;

/// Names and values in the order of the form. A name may stand several times.
#[derive(Debug, Clone, Default)]
pub(crate) struct Fields(Vec<(String, String)>);

impl Fields {
    /// Reads `application/x-www-form-urlencoded`; `None` where there are too many fields.
    pub(crate) fn parse(body: &[u8]) -> Option<Self> {
        let fields: Vec<(String, String)> = form_urlencoded::parse(body)
            .take(MAX_FIELDS + 1)
            .map(|(name, value)| (name.into_owned(), value.into_owned()))
            .collect();
        (fields.len() <= MAX_FIELDS).then_some(Self(fields))
    }

    pub(crate) fn push(&mut self, name: String, value: String) {
        self.0.push((name, value));
    }

    /// The last value of that name: what a button says comes after what it overrides.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().rev().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// The fields that are places of the agreement, each once, with their JSON Pointer.
    pub(crate) fn pointers(&self) -> impl Iterator<Item = &str> {
        let mut seen = std::collections::HashSet::new();
        self.0.iter().map(|(name, _)| name.as_str()).filter(move |name| name.starts_with('/') && seen.insert(*name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_browsers_send() {
        let fields = Fields::parse(b"%2Ftraeger%2Fname=Tr%C3%A4ger+%26+Co&a=1&a=2&/x=").unwrap();
        assert_eq!(fields.get("/traeger/name"), Some("Träger & Co"));
        assert_eq!((fields.get("a"), fields.all("a").count()), (Some("2"), 2));
        assert_eq!(fields.pointers().collect::<Vec<_>>(), ["/traeger/name", "/x"]);
        assert!(Fields::parse("a=&".repeat(MAX_FIELDS).as_bytes()).is_some());
        assert!(Fields::parse("a=&".repeat(MAX_FIELDS + 1).as_bytes()).is_none());
    }
}
