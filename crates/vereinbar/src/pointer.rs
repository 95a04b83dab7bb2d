//! JSON Pointers (RFC 6901) while a value is walked.

use std::fmt;

/// A place in the data: a linked list on the stack, so that walking costs
/// nothing until a finding is written.
#[derive(Clone, Copy)]
pub(crate) struct Pointer<'a> {
    parent: Option<&'a Self>,
    step: Step<'a>,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Root,
    Key(&'a str),
    Index(usize),
}

impl<'a> Pointer<'a> {
    pub(crate) const ROOT: Self = Self { parent: None, step: Step::Root };

    pub(crate) const fn key(&'a self, key: &'a str) -> Self {
        Self { parent: Some(self), step: Step::Key(key) }
    }

    pub(crate) const fn index(&'a self, index: usize) -> Self {
        Self { parent: Some(self), step: Step::Index(index) }
    }
}

impl fmt::Display for Pointer<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(parent) = self.parent {
            parent.fmt(f)?;
        }
        match self.step {
            Step::Root => Ok(()),
            Step::Key(key) => write!(f, "/{}", key.replace('~', "~0").replace('/', "~1")),
            Step::Index(index) => write!(f, "/{index}"),
        }
    }
}

/// The unescaped steps of a pointer: `/a~1b/0` gives `a/b`, `0`.
pub(crate) fn steps(pointer: &str) -> impl Iterator<Item = String> + '_ {
    pointer.split('/').skip(1).map(|step| step.replace("~1", "/").replace("~0", "~"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_and_splits_rfc_6901_pointers() {
        let ziele = Pointer::ROOT.key("ziele");
        let erstes = ziele.index(0);
        let odd = erstes.key("a/b~c");
        assert_eq!(odd.to_string(), "/ziele/0/a~1b~0c");
        assert_eq!(steps(&odd.to_string()).collect::<Vec<_>>(), ["ziele", "0", "a/b~c"]);
        assert_eq!(Pointer::ROOT.to_string(), "");
        assert_eq!(steps("").count(), 0);
    }
}
