//! Names, values and places of a JSON text, read from its beginning to its end.
//!
//! serde_json does not say where in the text a value stands. The scanner does; what
//! it scans must be JSON, on anything else it gives up.

use std::borrow::Cow;

use crate::finding::Position;

/// Line and column, counted in characters, of a byte offset.
pub(super) fn of_offset(text: &str, offset: usize) -> Position {
    Positions::new(text).at(offset)
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

/// Line and column of offsets that are asked for in their order, so that all of
/// them together cost one walk over the text.
pub(super) struct Positions<'a> {
    text: &'a str,
    offset: usize,
    position: Position,
}

impl<'a> Positions<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self { text, offset: 0, position: Position { line: 1, column: 1 } }
    }

    /// Of an offset that is not before the last one.
    pub(super) fn at(&mut self, offset: usize) -> Position {
        let passed = self.text.get(self.offset..offset).unwrap_or_default();
        self.offset = offset;
        let (before, last_line) =
            passed.rsplit_once('\n').map_or((None, passed), |(before, last)| (Some(before), last));
        if let Some(before) = before {
            self.position.line += before.matches('\n').count() + 1;
            self.position.column = 1;
        }
        self.position.column += last_line.chars().count();
        self.position
    }
}

/// The name of a field, and where it stands.
pub(super) struct Name<'a> {
    pub(super) name: Cow<'a, str>,
    pub(super) offset: usize,
}

/// Goes through a JSON text, value by value.
pub(super) struct Scanner<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scanner<'a> {
    /// Stands at the text's one value.
    pub(super) fn new(text: &'a str) -> Self {
        let mut scanner = Self { text, at: 0 };
        scanner.skip_blanks();
        scanner
    }

    pub(super) const fn offset(&self) -> usize {
        self.at
    }

    /// The first byte of the value.
    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Goes into an object or a list, which begins with `bracket`.
    pub(super) fn enter(&mut self, bracket: u8) -> Option<()> {
        (self.peek()? == bracket).then(|| self.at += 1)
    }

    /// Goes to the value of an object's next field; `None` behind the last.
    pub(super) fn next_name(&mut self) -> Option<Name<'a>> {
        if !self.next(b'}') {
            return None;
        }
        let offset = self.at;
        (self.peek()? == b'"').then(|| self.skip_string())??;
        let name = self.text.get(offset + 1..self.at - 1)?;
        let name = if name.contains('\\') {
            serde_json::from_str::<String>(self.text.get(offset..self.at)?).ok()?.into()
        } else {
            name.into()
        };
        self.skip_blanks();
        self.enter(b':')?;
        self.skip_blanks();
        Some(Name { name, offset })
    }

    /// Goes to a list's next entry; false behind the last.
    pub(super) fn next_entry(&mut self) -> bool {
        self.next(b']')
    }

    /// Goes to what follows in an object or a list, or behind its closing bracket.
    fn next(&mut self, end: u8) -> bool {
        self.skip_blanks();
        match self.peek() {
            Some(b',') => {
                self.at += 1;
                self.skip_blanks();
                true
            }
            Some(byte) if byte == end => {
                self.at += 1;
                false
            }
            byte => byte.is_some(),
        }
    }

    /// Goes behind the value and returns its text.
    pub(super) fn value(&mut self) -> Option<&'a str> {
        let start = self.at;
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
                _ => self.skip_word()?,
            }
            if depth == 0 {
                return self.text.get(start..self.at);
            }
        }
    }

    fn skip_blanks(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    /// A number, `true`, `false` or `null`.
    fn skip_word(&mut self) -> Option<()> {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte)) {
            self.at += 1;
        }
        (self.at > start).then_some(())
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
    fn finds_names_values_and_where_they_stand() {
        let text = "{\n  \"a\": [1, {\"ü\\n\": \"}\\\"\"}, true],\n  \"ä\": {\"b\": null}\n}";
        let mut scanner = Scanner::new(text);
        let mut positions = Positions::new(text);
        let mut at = |offset| {
            let Position { line, column } = positions.at(offset);
            (line, column)
        };
        scanner.enter(b'{').unwrap();
        let a = scanner.next_name().unwrap();
        assert_eq!((a.name.as_ref(), at(a.offset)), ("a", (2, 3)));
        scanner.enter(b'[').unwrap();
        assert!(scanner.next_entry());
        assert_eq!(at(scanner.offset()), (2, 9));
        assert_eq!(scanner.value(), Some("1"));
        assert!(scanner.next_entry());
        assert_eq!(at(scanner.offset()), (2, 12));
        scanner.enter(b'{').unwrap();
        let name = scanner.next_name().unwrap();
        assert_eq!((name.name.as_ref(), at(name.offset)), ("ü\n", (2, 13)));
        assert_eq!(scanner.value(), Some("\"}\\\"\""));
        assert!(scanner.next_name().is_none());
        assert!(scanner.next_entry());
        assert_eq!((at(scanner.offset()), scanner.value()), ((2, 28), Some("true")));
        assert!(!scanner.next_entry());
        let last = scanner.next_name().unwrap();
        assert_eq!((last.name.as_ref(), at(last.offset)), ("ä", (3, 3)));
        assert_eq!(scanner.value(), Some("{\"b\": null}"));
        assert!(scanner.next_name().is_none());
    }

    #[test]
    fn gives_up_on_what_is_no_json() {
        for text in ["{", "{\"a", "{\"a\"", "{\"a\" 1", "{\"a\": [@]", "{\"a\": ]", "{a: 1}", "{\"a\\", "{\"\\é\": 1}"]
        {
            let mut scanner = Scanner::new(text);
            scanner.enter(b'{').unwrap();
            assert!(scanner.next_name().and_then(|_| scanner.value()).is_none(), "{text}");
        }
    }
}
