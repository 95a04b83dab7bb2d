//! What is kept for a while between two pages: files that were sent, and what came of them.
//!
//! A draft travels with its page; a table and its documents are too large for that. They are
//! kept under a name that nobody guesses until they are put away, an hour has passed without
//! a look at them, or the service stops.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::access::random;

/// How many of a kind are kept.
const MAX_KEPT: usize = 8;
/// How long, after they were last looked at.
pub(crate) const KEPT: Duration = Duration::from_hours(1);

/// What can be kept.
pub(crate) trait Shelved {
    /// Whether something is still being made of it.
    fn is_busy(&self) -> bool {
        false
    }
}

pub(crate) struct Shelf<T>(Mutex<HashMap<String, Place<T>>>);

struct Place<T> {
    thing: Arc<T>,
    used: Instant,
}

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<T: Shelved> Shelf<T> {
    /// Keeps it, and gives its name. The one that was not looked at for longest makes room;
    /// `None` where something is being made of all of them.
    pub(crate) fn put(&self, thing: T) -> Option<String> {
        let id = random().ok()?;
        let mut places = self.places();
        if places.len() >= MAX_KEPT {
            let idle = places.iter().filter(|(_, place)| !place.thing.is_busy());
            let oldest = idle.min_by_key(|(_, place)| place.used).map(|(id, _)| id.clone())?;
            places.remove(&oldest);
        }
        places.insert(id.clone(), Place { thing: Arc::new(thing), used: Instant::now() });
        Some(id)
    }

    pub(crate) fn get(&self, id: &str) -> Option<Arc<T>> {
        let mut places = self.places();
        let place = places.get_mut(id)?;
        place.used = Instant::now();
        Some(Arc::clone(&place.thing))
    }

    pub(crate) fn remove(&self, id: &str) -> Option<Arc<T>> {
        self.places().remove(id).map(|place| place.thing)
    }

    /// Puts away what nobody has looked at for so long.
    pub(crate) fn clear(&self, kept: Duration) {
        self.places().retain(|_, place| {
            // Who waits for the end of a run has until then nothing to look at.
            let is_busy = place.thing.is_busy();
            if is_busy {
                place.used = Instant::now();
            }
            is_busy || place.used.elapsed() < kept
        });
    }

    fn places(&self) -> MutexGuard<'_, HashMap<String, Place<T>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Thing(bool);

    impl Shelved for Thing {
        fn is_busy(&self) -> bool {
            self.0
        }
    }

    #[test]
    fn what_was_not_looked_at_for_longest_makes_room() {
        let shelf = Shelf::default();
        let ids: Vec<String> = (0..MAX_KEPT).map(|_| shelf.put(Thing(false)).unwrap()).collect();
        assert!(shelf.get(&ids[0]).is_some());
        let new = shelf.put(Thing(false)).unwrap();
        assert!(shelf.get(&ids[0]).is_some() && shelf.get(&ids[1]).is_none() && shelf.get(&new).is_some());
        shelf.remove(&new);
        assert!(shelf.get(&new).is_none());
    }

    #[test]
    fn what_is_being_made_stays_and_no_more_is_taken() {
        let shelf = Shelf::default();
        let ids: Vec<String> = (0..MAX_KEPT).map(|_| shelf.put(Thing(true)).unwrap()).collect();
        assert!(shelf.put(Thing(false)).is_none());
        shelf.clear(Duration::ZERO);
        assert!(ids.iter().all(|id| shelf.get(id).is_some()));
    }

    #[test]
    fn nothing_is_kept_for_longer_than_it_is_looked_at() {
        let shelf = Shelf::default();
        let id = shelf.put(Thing(false)).unwrap();
        shelf.clear(KEPT);
        assert!(shelf.get(&id).is_some());
        shelf.clear(Duration::ZERO);
        assert!(shelf.get(&id).is_none());
    }
}
