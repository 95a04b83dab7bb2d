//! JSON Pointers (RFC 6901): where something stands in the data.
//!
//! One kind of [`Step`], three ways to hold them: a [`PointerBuf`] owns its steps, `Pointer`
//! is a walk that goes down and comes back, and `Places` are kept for as long as the walk,
//! whoever holds on to one. Only the first can be read from a text, and costs a `String` a
//! step; the others write nothing for what is in order.

use std::cell::RefCell;
use std::fmt;
use std::str::FromStr;

use serde_json::{Map, Value};

/// One step of the way to a place: the field of an object, or an entry of a list.
///
/// Written, it is a slash and the name, in which `~` is `~0` and `/` is `~1`.
///
/// ```
/// use vereinbar::pointer::Step;
/// assert_eq!(Step::Key("a/b").to_string(), "/a~1b");
/// assert_eq!(Step::<&str>::Index(2).to_string(), "/2");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step<K> {
    /// The name of a field.
    Key(K),
    /// The number of an entry, counted from 0.
    Index(usize),
}

impl<K: AsRef<str>> fmt::Display for Step<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Key(key) => write!(f, "/{}", key.as_ref().replace('~', "~0").replace('/', "~1")),
            Self::Index(index) => write!(f, "/{index}"),
        }
    }
}

/// A place in the data, owned: what a [`Finding`](crate::Finding) has as its `path`.
///
/// ```
/// use vereinbar::pointer::{PointerBuf, Step};
/// let mut pointer: PointerBuf = "/ziele/0".parse()?;
/// pointer.push(Step::Key("ziel".to_owned()));
/// assert_eq!(pointer.to_string(), "/ziele/0/ziel");
/// assert_eq!(pointer.steps()[1], Step::Index(0));
/// assert!("ziele".parse::<PointerBuf>().is_err());
/// # Ok::<(), vereinbar::pointer::InvalidPointer>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PointerBuf(Vec<Step<String>>);

/// The text is no JSON Pointer: it is not empty and begins with no slash, or has a
/// `~` that is neither `~0` nor `~1`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("Das ist kein JSON Pointer (RFC 6901) wie /ziele/0/ziel.")]
pub struct InvalidPointer;

impl PointerBuf {
    /// The pointer to the whole, which is written as an empty text.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// The steps from the whole to the place.
    #[must_use]
    pub fn steps(&self) -> &[Step<String>] {
        &self.0
    }

    /// Goes one step further.
    pub fn push(&mut self, step: Step<String>) {
        self.0.push(step);
    }

    /// Goes one step back; `None` at the whole.
    pub fn pop(&mut self) -> Option<Step<String>> {
        self.0.pop()
    }
}

impl FromStr for PointerBuf {
    type Err = InvalidPointer;

    /// A step of digits is taken for an entry of a list: no field is called like that.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut steps = text.split('/');
        if steps.next() != Some("") {
            return Err(InvalidPointer);
        }
        steps.map(step).collect()
    }
}

fn step(text: &str) -> Result<Step<String>, InvalidPointer> {
    if text.split('~').skip(1).any(|rest| !rest.starts_with(['0', '1'])) {
        return Err(InvalidPointer);
    }
    let is_index = text == "0" || !text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit());
    Ok(match text.parse() {
        Ok(index) if is_index => Step::Index(index),
        _ => Step::Key(text.replace("~1", "/").replace("~0", "~")),
    })
}

impl FromIterator<Step<String>> for PointerBuf {
    fn from_iter<I: IntoIterator<Item = Step<String>>>(steps: I) -> Self {
        Self(steps.into_iter().collect())
    }
}

impl fmt::Display for PointerBuf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|step| step.fmt(f))
    }
}

/// Sets a value at a path, making what is missing on the way. A list that is too
/// short is filled with `null`.
pub fn set(target: &mut Value, steps: &[Step<String>], value: Value) {
    let Some((first, rest)) = steps.split_first() else {
        *target = value;
        return;
    };
    match first {
        Step::Key(key) => {
            if !target.is_object() {
                *target = Value::Object(Map::new());
            }
            if let Value::Object(fields) = target {
                set(fields.entry(key.as_str()).or_insert(Value::Null), rest, value);
            }
        }
        Step::Index(index) => {
            if !target.is_array() {
                *target = Value::Array(Vec::new());
            }
            if let Value::Array(entries) = target {
                if entries.len() <= *index {
                    entries.resize(index + 1, Value::Null);
                }
                if let Some(entry) = entries.get_mut(*index) {
                    set(entry, rest, value);
                }
            }
        }
    }
}

/// A place while the data is walked: a linked list on the stack, so that walking
/// costs nothing until a finding is written.
#[derive(Clone, Copy)]
pub(crate) struct Pointer<'a> {
    parent: Option<&'a Self>,
    step: Option<Step<&'a str>>,
}

impl<'a> Pointer<'a> {
    pub(crate) const ROOT: Self = Self { parent: None, step: None };

    pub(crate) const fn key(&'a self, key: &'a str) -> Self {
        Self { parent: Some(self), step: Some(Step::Key(key)) }
    }

    pub(crate) const fn index(&'a self, index: usize) -> Self {
        Self { parent: Some(self), step: Some(Step::Index(index)) }
    }
}

impl fmt::Display for Pointer<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.parent.map_or(Ok(()), |parent| parent.fmt(f))?;
        self.step.map_or(Ok(()), |step| step.fmt(f))
    }
}

/// The places that a walk has visited, each with the one it lies in: a step costs a push.
pub(crate) struct Places(RefCell<Vec<(PlaceId, Step<&'static str>)>>);

/// A place that was visited.
#[derive(Clone, Copy)]
pub(crate) struct PlaceId(Option<usize>);

impl PlaceId {
    pub(crate) const ROOT: Self = Self(None);
}

impl Places {
    pub(crate) const fn new() -> Self {
        Self(RefCell::new(Vec::new()))
    }

    /// One step further than `place`.
    pub(crate) fn below(&self, place: PlaceId, step: Step<&'static str>) -> PlaceId {
        let mut places = self.0.borrow_mut();
        places.push((place, step));
        PlaceId(Some(places.len() - 1))
    }

    /// The JSON Pointer to a place, written.
    pub(crate) fn pointer(&self, place: PlaceId) -> String {
        let places = self.0.borrow();
        let mut steps = Vec::new();
        let mut next = place;
        while let Some((before, step)) = next.0.and_then(|index| places.get(index)) {
            steps.push(step.to_string());
            next = *before;
        }
        steps.reverse();
        steps.concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_lead_back_to_the_whole() {
        let places = Places::new();
        let ziel = places.below(places.below(PlaceId::ROOT, Step::Key("ziele")), Step::Index(1));
        let other = places.below(PlaceId::ROOT, Step::Key("a/b"));
        let below = places.below(ziel, Step::Key("ziel"));
        assert_eq!(places.pointer(below), "/ziele/1/ziel");
        assert_eq!(places.pointer(other), "/a~1b");
        assert_eq!(places.pointer(PlaceId::ROOT), "");
    }

    #[test]
    fn writes_and_splits_rfc_6901_pointers() {
        let ziele = Pointer::ROOT.key("ziele");
        let erstes = ziele.index(0);
        let odd = erstes.key("a/b~c~1");
        assert_eq!(odd.to_string(), "/ziele/0/a~1b~0c~01");
        let owned: PointerBuf = odd.to_string().parse().unwrap();
        assert_eq!(owned.steps(), [Step::Key("ziele".into()), Step::Index(0), Step::Key("a/b~c~1".into())]);
        assert_eq!(owned.to_string(), odd.to_string());
        assert_eq!(Pointer::ROOT.to_string(), "");
        assert_eq!("".parse(), Ok(PointerBuf::new()));
    }

    #[test]
    fn digits_are_the_number_of_an_entry_unless_written_oddly() {
        for (text, step) in [
            ("/10", Step::Index(10)),
            ("/01", Step::Key("01".into())),
            ("/+1", Step::Key("+1".into())),
            ("/", Step::Key(String::new())),
            ("/99999999999999999999999", Step::Key("99999999999999999999999".into())),
        ] {
            assert_eq!(text.parse::<PointerBuf>().unwrap().steps(), [step], "{text}");
        }
    }

    #[test]
    fn other_texts_are_no_pointers() {
        for text in ["ziele", "ziele/0", "#/ziele", "/a~", "/a~2"] {
            assert_eq!(text.parse::<PointerBuf>(), Err(InvalidPointer), "{text}");
        }
    }
}
