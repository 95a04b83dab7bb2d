//! Line and column of a place in the text, found again by its JSON Pointer.
//!
//! Only used on text that serde_json has read to the end, so the scanner may
//! rely on it being JSON; on anything else it gives up and returns `None`.

use crate::finding::Position;
use crate::pointer::steps;

/// Line and column, counted in characters, of a byte offset.
pub(super) fn of_offset(text: &str, offset: usize) -> Position {
    let before = text.get(..offset).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |index| index + 1);
    Position {
        line: before.matches('\n').count() + 1,
        column: before.get(line_start..).map_or(0, |line| line.chars().count()) + 1,
    }
}

/// serde_json counts columns in bytes, and names the place where it stopped.
pub(super) fn of_serde(text: &str, error: &serde_json::Error) -> Position {
    let line = text.split('\n').nth(error.line().saturating_sub(1)).unwrap_or_default();
    let mut end = error.column().min(line.len());
    while !line.is_char_boundary(end) {
        end -= 1;
    }
    let column = line.get(..end).map_or(0, |part| part.chars().count());
    Position { line: error.line().max(1), column: column.max(1) }
}

/// Where the value stands that the pointer names; for a field, where its name stands.
pub(super) fn of_pointer(text: &str, pointer: &str) -> Option<Position> {
    let mut scanner = Scanner { bytes: text.as_bytes(), at: 0 };
    scanner.skip_blanks();
    let mut found = scanner.at;
    for step in steps(pointer) {
        found = match scanner.peek()? {
            b'{' => scanner.enter_field(&step)?,
            b'[' => scanner.enter_entry(step.parse().ok()?)?,
            _ => return None,
        };
    }
    Some(of_offset(text, found))
}

struct Scanner<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Scanner<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn skip_blanks(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    /// Moves to the value of the field and returns where its name stands.
    fn enter_field(&mut self, name: &str) -> Option<usize> {
        self.at += 1;
        loop {
            self.skip_blanks();
            let start = self.at;
            if self.peek()? != b'"' {
                return None;
            }
            self.skip_string()?;
            let key: String = serde_json::from_slice(self.bytes.get(start..self.at)?).ok()?;
            self.skip_blanks();
            self.at += 1; // the colon
            self.skip_blanks();
            if key == name {
                return Some(start);
            }
            self.skip_value()?;
            self.skip_blanks();
            self.at += 1; // comma, or the closing brace, after which no name follows
        }
    }

    /// Moves to the entry of a list and returns where it stands.
    fn enter_entry(&mut self, index: usize) -> Option<usize> {
        self.at += 1;
        for _ in 0..index {
            self.skip_blanks();
            self.skip_value()?;
            self.skip_blanks();
            if self.peek()? != b',' {
                return None;
            }
            self.at += 1;
        }
        self.skip_blanks();
        Some(self.at)
    }

    fn skip_value(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            match self.peek()? {
                b'"' => self.skip_string()?,
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                }
                b'}' | b']' => {
                    depth = depth.checked_sub(1)?;
                    self.at += 1;
                }
                b',' | b':' | b' ' | b'\t' | b'\r' | b'\n' => self.at += 1,
                _ => self.skip_word(),
            }
            if depth == 0 {
                return Some(());
            }
        }
    }

    /// A number, `true`, `false` or `null`.
    fn skip_word(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte)) {
            self.at += 1;
        }
    }

    fn skip_string(&mut self) -> Option<()> {
        self.at += 1;
        loop {
            match self.peek()? {
                b'"' => {
                    self.at += 1;
                    return Some(());
                }
                b'\\' => self.at += 2,
                _ => self.at += 1,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_names_and_entries_again() {
        let text = "{\n  \"a\": [1, {\"ü\\n\": \"}\"}, true],\n  \"ä\": {\"b\": null}\n}";
        let at = |pointer| of_pointer(text, pointer).map(|position| (position.line, position.column));
        assert_eq!(at(""), Some((1, 1)));
        assert_eq!(at("/a"), Some((2, 3)));
        assert_eq!(at("/a/0"), Some((2, 9)));
        assert_eq!(at("/a/1"), Some((2, 12)));
        assert_eq!(at("/a/1/ü\n"), Some((2, 13)));
        assert_eq!(at("/a/2"), Some((2, 26)));
        assert_eq!(at("/ä/b"), Some((3, 9)));
        assert_eq!(at("/c"), None);
        assert_eq!(at("/a/3"), None);
        assert_eq!(at("/a/x"), None);
    }
}
