//! Walks a text along the schema and finds every place that does not fit: serde
//! alone would stop at the first.

use super::error::ParseError;
use super::scanner::{Name, Positions, Scanner};
use super::{fault, finding_codes};
use crate::finding::Finding;
use crate::limits::MAX_FINDINGS;
use crate::pointer::Pointer;
use crate::schema::{Kind, Node};

/// Everything in a text that the schema does not allow, in the document's order;
/// `None` where there is nothing. The text is JSON.
pub(super) fn check(root: Node, text: &str) -> Option<ParseError> {
    let mut walk =
        Walk { root, scanner: Scanner::new(text), positions: Positions::new(text), findings: Vec::new(), unnamed: 0 };
    let start = walk.scanner.offset();
    walk.value(root, Pointer::ROOT, start);
    walk.into_error()
}

/// No deeper than the schema, whatever the text holds.
struct Walk<'a> {
    root: Node,
    scanner: Scanner<'a>,
    positions: Positions<'a>,
    findings: Vec<Finding>,
    /// How many faults were found after the last that has a finding.
    unnamed: usize,
}

impl Walk<'_> {
    /// The value at which the scanner stands. What is wrong with it is reported at `offset`.
    fn value(&mut self, node: Node, at: Pointer<'_>, offset: usize) -> Option<()> {
        match (node.kind(), self.scanner.peek()?) {
            (Kind::Object, b'{') => self.object(node, at),
            (Kind::List, b'[') => self.list(node, at),
            _ => {
                let value = fault::read(self.scanner.value()?);
                if !fault::fits(node, &value) {
                    self.report(at, offset, || fault::misfit(node, &value));
                }
                Some(())
            }
        }
    }

    fn object(&mut self, node: Node, at: Pointer<'_>) -> Option<()> {
        self.scanner.enter(b'{')?;
        while let Some(Name { name, offset }) = self.scanner.next_name() {
            let Some(field) = node.property(&name) else {
                self.scanner.value()?;
                self.report(at.key(&name), offset, || fault::unknown_field(node, &name));
                continue;
            };
            // `null` says that a part is missing.
            if self.scanner.peek()? == b'n' {
                self.scanner.value()?;
            } else {
                self.value(field, at.key(&name), offset)?;
            }
        }
        Some(())
    }

    fn list(&mut self, node: Node, at: Pointer<'_>) -> Option<()> {
        let item = node.item()?;
        self.scanner.enter(b'[')?;
        let mut index = 0;
        while self.scanner.next_entry() {
            let offset = self.scanner.offset();
            self.value(item, at.index(index), offset)?;
            index += 1;
        }
        Some(())
    }

    fn report(&mut self, at: Pointer<'_>, offset: usize, finding: impl FnOnce() -> Finding) {
        if self.findings.len() >= MAX_FINDINGS {
            self.unnamed += 1;
            return;
        }
        let path = at.to_string();
        let place = self.root.place(&path);
        self.findings.push(Finding { path, place, ..finding().at(self.positions.at(offset)) });
    }

    fn into_error(mut self) -> Option<ParseError> {
        if self.findings.is_empty() {
            return None;
        }
        if self.unnamed > 0 {
            let message = match self.unnamed {
                1 => "Dazu kommt 1 weiterer Fehler.".to_owned(),
                more => format!("Dazu kommen {more} weitere Fehler."),
            };
            self.findings.push(finding_codes::MORE_FAULTS.saying(message, "Berichtigen Sie zuerst die genannten."));
        }
        Some(ParseError::new(self.findings, self.unnamed))
    }
}
