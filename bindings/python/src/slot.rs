//! The place at which a value is written, and what the schema says of it.

use vereinbar::Art;
use vereinbar::pointer::Step;
use vereinbar::schema::{Kind, Node};

/// Where a value stands.
#[derive(Clone, Copy)]
pub(crate) struct Slot {
    /// `None` where the schema has no such place, or the kind of agreement is not known.
    node: Option<Node>,
    is_whole: bool,
    depth: usize,
}

impl Slot {
    /// The whole agreement.
    pub(crate) fn whole(art: Option<Art>) -> Self {
        Self { node: art.map(Node::root), is_whole: true, depth: 0 }
    }

    /// A field, or what the heading of a table names: that are several steps at once,
    /// and no field has a point in its name.
    pub(crate) fn field(self, name: &str) -> Self {
        let below = |node: Node, part: &str| {
            let is_number = part.bytes().all(|byte| byte.is_ascii_digit());
            node.below(&if is_number { Step::Index(0) } else { Step::Key(part) })
        };
        self.further(self.node.and_then(|node| name.split('.').try_fold(node, below)))
    }

    /// An entry of a list.
    pub(crate) fn entry(self) -> Self {
        self.further(self.node.and_then(Node::item))
    }

    const fn further(self, node: Option<Node>) -> Self {
        Self { node, is_whole: false, depth: self.depth + 1 }
    }

    /// The same place, one step deeper.
    pub(crate) const fn again(self) -> Self {
        Self { depth: self.depth + 1, ..self }
    }

    pub(crate) const fn depth(self) -> usize {
        self.depth
    }

    /// What belongs here, if that is known.
    pub(crate) fn kind(self) -> Option<Kind> {
        if self.is_whole { Some(Kind::Object) } else { self.node.map(Node::kind) }
    }
}
