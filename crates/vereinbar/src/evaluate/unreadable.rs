//! What could not be read: named as far as a report can be read, and counted.

use crate::auswertung::Befund;
use crate::limits::MAX_NAMED;

/// Findings about what cannot be read. A file of two million lines may have as many of them:
/// kept are the first in their order, so that it does not matter how the files were shared out.
#[derive(Debug, Clone, Default)]
pub(super) struct Unreadable {
    /// At most twice as many as are named.
    named: Vec<Befund>,
    /// How many there are beyond these.
    more: u64,
}

impl Unreadable {
    pub(super) const fn new() -> Self {
        Self { named: Vec::new(), more: 0 }
    }

    pub(super) fn add(&mut self, mut befund: Befund) {
        // The rest of another evaluation.
        if let Some(more) = befund.weitere.take() {
            self.more = self.more.saturating_add(more.into());
            return;
        }
        self.named.push(befund);
        if self.named.len() >= 2 * MAX_NAMED {
            self.shorten();
        }
    }

    pub(super) fn merge(&mut self, other: Self) {
        self.more = self.more.saturating_add(other.more);
        other.named.into_iter().for_each(|befund| self.add(befund));
    }

    /// Those that are named, and one that counts the rest.
    pub(super) fn into_befunde(mut self) -> Vec<Befund> {
        self.shorten();
        let more = (self.more > 0).then(|| Befund::more_unreadable(self.more));
        self.named.into_iter().chain(more).collect()
    }

    fn shorten(&mut self) {
        if self.named.len() > MAX_NAMED {
            self.named.select_nth_unstable(MAX_NAMED);
            self.more = self.more.saturating_add((self.named.len() - MAX_NAMED) as u64);
            self.named.truncate(MAX_NAMED);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(numbers: impl IntoIterator<Item = usize>) -> Unreadable {
        let mut unreadable = Unreadable::new();
        numbers.into_iter().for_each(|nr| unreadable.add(Befund::unreadable(format!("{nr:07}"), "Darum.")));
        unreadable
    }

    #[test]
    fn the_first_are_named_and_the_rest_is_counted_however_they_come() {
        const MANY: usize = 7 * MAX_NAMED + 3;
        let whole = taken((0..MANY).rev()).into_befunde();
        assert_eq!(whole.len(), MAX_NAMED + 1);
        let (rest, named) = whole.split_last().unwrap();
        assert_eq!(rest.weitere.map(|more| more as usize), Some(MANY - MAX_NAMED));
        assert_eq!(
            rest.meldung.split(';').next(),
            Some(
                "Die ersten 5000 werden genannt, 30003 weitere gezählt. Meist ist es eine Datei, die keine Vereinbarungen enthält"
            )
        );
        let mut files: Vec<&String> = named.iter().flat_map(|befund| &befund.quellen).collect();
        files.sort();
        assert_eq!((files[0].as_str(), files[MAX_NAMED - 1].as_str()), ("0000000", "0004999"));

        let mut parts = taken((0..MANY).filter(|nr| nr % 3 == 0));
        parts.merge(taken((0..MANY).filter(|nr| nr % 3 != 0)));
        // As it comes back from a state.
        let mut again = Unreadable::new();
        parts.into_befunde().into_iter().for_each(|befund| again.add(befund));
        let mut parts = again.into_befunde();
        let mut whole = whole;
        whole.sort();
        parts.sort();
        assert_eq!(parts, whole);
        assert!(parts.last().unwrap().weitere.is_some());
    }

    #[test]
    fn as_many_as_are_named_need_no_count() {
        let all = taken(0..MAX_NAMED).into_befunde();
        assert_eq!((all.len(), all.last().unwrap().weitere), (MAX_NAMED, None));
    }
}
