//! What was checked last, so that who asks for the findings of an agreement and then
//! for its PDF does not wait for the same twice.

use std::cell::RefCell;
use std::sync::Arc;

use vereinbar::{Checked, ValidateOptions, Vereinbarung, check};

thread_local! {
    /// One on each thread: scripts go from agreement to agreement, and memory stays level.
    static LAST: RefCell<Option<Arc<Checked>>> = const { RefCell::new(None) };
}

/// Checks an agreement, unless it is the one that this thread has checked last, for the
/// same options.
pub(crate) fn once(vereinbarung: Arc<Vereinbarung>, options: ValidateOptions) -> Arc<Checked> {
    LAST.with_borrow_mut(|last| {
        let known = last.take().filter(|last| is_same(last, &vereinbarung, &options));
        let checked = known.unwrap_or_else(|| Arc::new(check(vereinbarung, options)));
        Arc::clone(last.insert(checked))
    })
}

/// An agreement that is held here keeps its address, so no other one can have it.
fn is_same(last: &Checked, vereinbarung: &Vereinbarung, options: &ValidateOptions) -> bool {
    std::ptr::eq(last.vereinbarung(), vereinbarung) && last.options() == options
}
