//! The order of German names.

/// A name as it is sorted: umlauts as their vowels, ß as ss, capital letters as small
/// ones. Between names that are equal in that the names themselves decide.
pub(super) fn sort_key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    for c in name.chars().flat_map(char::to_lowercase) {
        match c {
            'ä' => key.push('a'),
            'ö' => key.push('o'),
            'ü' => key.push('u'),
            'ß' => key.push_str("ss"),
            // The dots of an umlaut that is written as two characters.
            '\u{308}' => {}
            c => key.push(c),
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::sort_key;

    #[test]
    fn names_are_sorted_as_in_a_german_directory() {
        let mut names = ["Zebra", "Über Land", "u\u{308}bel", "alpha", "Ämter", "Maße", "Masse", "Mast", "Öl", "Beta"];
        names.sort_by_key(|name| (sort_key(name), *name));
        let sorted = ["alpha", "Ämter", "Beta", "Masse", "Maße", "Mast", "Öl", "u\u{308}bel", "Über Land", "Zebra"];
        assert_eq!(names, sorted);
    }
}
