//! Bounding what the PDF reader does while it loads a file.
//!
//! The reader parses every object of a file up front. Its own limits hold for one stream
//! each, so a small file can still make it run for hours or fill memory: by many
//! cross-reference entries for one large object, by many object streams, by arrays of
//! millions of numbers. It offers one hook, a function that sees each object once parsed.
//! That function keeps the account here and, when the account is used up, unwinds out of
//! the reader.

use std::cell::RefCell;
use std::panic;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use lopdf::{Dictionary, Object, ObjectId};

use super::limits::{MAX_STRUCTURE_BYTES, ReadLimit, ReadLimits};

/// How many values (numbers, names, array elements, ..) there may be for each object.
const VALUES_PER_OBJECT: usize = 20;

/// What may still be spent on loading one file.
pub(super) struct Budget {
    objects: usize,
    values: usize,
    bytes: usize,
    keep: Keep,
    cancelled: Arc<AtomicBool>,
}

/// What of a file is kept once it is loaded.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Keep {
    /// All of it, for who writes it again.
    All,
    /// What leads to attachments and fields.
    Data,
}

thread_local! {
    /// The hook is a plain function, so its account is with the thread.
    static CURRENT: RefCell<Option<Budget>> = const { RefCell::new(None) };
}

impl Budget {
    /// For a file of `file_bytes`. Each of its bytes belongs to one object, so what the
    /// objects hold is bounded by the file's size; twice that, and some for what was
    /// compressed, leaves room.
    pub(super) fn new(file_bytes: usize, limits: &ReadLimits, keep: Keep, cancelled: Arc<AtomicBool>) -> Self {
        Self {
            objects: limits.max_objects,
            values: limits.max_objects.saturating_mul(VALUES_PER_OBJECT),
            bytes: file_bytes.saturating_mul(2).saturating_add(4 * MAX_STRUCTURE_BYTES),
            keep,
            cancelled,
        }
    }

    /// Runs `load` with [`spend`] drawing on this budget.
    pub(super) fn during<T>(self, load: impl FnOnce() -> T) -> T {
        CURRENT.with_borrow_mut(|current| *current = Some(self));
        let result = load();
        CURRENT.with_borrow_mut(|current| *current = None);
        result
    }

    fn take(&mut self, object: &Object) -> Result<(), ReadLimit> {
        if self.cancelled.load(Ordering::Relaxed) {
            return Err(ReadLimit::Time);
        }
        self.objects = self.objects.checked_sub(1).ok_or(ReadLimit::Objects)?;
        self.take_value(object)
    }

    /// The reader refuses nesting beyond 100 levels, so this ends.
    fn take_value(&mut self, value: &Object) -> Result<(), ReadLimit> {
        self.values = self.values.checked_sub(1).ok_or(ReadLimit::Objects)?;
        match value {
            Object::Name(bytes) | Object::String(bytes, _) => self.take_bytes(bytes.len()),
            Object::Array(values) => values.iter().try_for_each(|value| self.take_value(value)),
            Object::Dictionary(dictionary) => self.take_dictionary(dictionary),
            Object::Stream(stream) => {
                self.take_bytes(stream.content.len())?;
                self.take_dictionary(&stream.dict)
            }
            _ => Ok(()),
        }
    }

    fn take_dictionary(&mut self, dictionary: &Dictionary) -> Result<(), ReadLimit> {
        dictionary.iter().try_for_each(|(key, value)| {
            self.take_bytes(key.len())?;
            self.take_value(value)
        })
    }

    fn take_bytes(&mut self, count: usize) -> Result<(), ReadLimit> {
        self.bytes = self.bytes.checked_sub(count).ok_or(ReadLimit::Objects)?;
        Ok(())
    }
}

/// Whether it is an element of the structure tree.
fn is_structure(object: &Object) -> bool {
    object
        .as_dict()
        .and_then(|dictionary| dictionary.get(b"Type"))
        .and_then(Object::as_name)
        .is_ok_and(|name| name == b"StructElem")
}

/// The hook: keeps objects, and unwinds with the [`ReadLimit`] once the budget is spent.
#[expect(clippy::unnecessary_wraps, reason = "the signature is the reader's")]
pub(super) fn spend(id: ObjectId, object: &mut Object) -> Option<(ObjectId, Object)> {
    let spent = CURRENT.with_borrow_mut(|current| match current {
        Some(budget) => budget.take(object).map(|()| budget.keep),
        None => Ok(Keep::All),
    });
    let keep = match spent {
        Ok(keep) => keep,
        // Not a panic: no message is printed. `read` catches it.
        Err(limit) => panic::resume_unwind(Box::new(limit)),
    };
    // Most objects of a tagged file, and none of them on the way to an attachment or a field.
    if keep == Keep::Data && is_structure(object) {
        *object = Object::Null;
    }
    // The reader takes the returned object for members of object streams, which cannot be
    // streams, and the object behind the reference for all others.
    let kept = match object {
        Object::Stream(_) => Object::Null,
        other => other.clone(),
    };
    Some((id, kept))
}
