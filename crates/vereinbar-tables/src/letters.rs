//! How a spreadsheet names a column, and how many it has.

/// As many columns a sheet of Excel has, and one of LibreOffice.
pub(crate) const MAX_COLUMNS: usize = 1 << 14;

/// A, B, …, Z, AA; `index` counts from 0.
pub(crate) fn letters(index: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = index + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or_default()));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// The column that is named so, counted from 0.
pub(crate) fn index(letters: &str) -> Option<usize> {
    let number = letters.bytes().try_fold(0_usize, |number, letter| {
        let digit = letter.is_ascii_uppercase().then(|| usize::from(letter - b'A') + 1)?;
        number.checked_mul(26)?.checked_add(digit)
    })?;
    number.checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_spreadsheets_name_them() {
        assert_eq!([0, 25, 26, 701, 702].map(letters), ["A", "Z", "AA", "ZZ", "AAA"]);
        for column in 0..20_000 {
            assert_eq!(index(&letters(column)), Some(column));
        }
        assert_eq!(["", "a", "A1", "ZZZZZZZZZZZZZZZZZZ"].map(index), [None; 4]);
    }
}
