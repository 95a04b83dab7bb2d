//! Which entries of two lists belong together.

use serde_json::Value;

/// Two entries that belong together, or one that has no partner: their indices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pair {
    pub(super) before: Option<usize>,
    pub(super) after: Option<usize>,
    /// Whether it is one entry that stands elsewhere among the others.
    pub(super) has_moved: bool,
}

/// Pairs the entries in the order of the later list; what is gone stands where it was.
///
/// First those that are equal in the same order, then those with the same name, so that an
/// entry put in between moves no other; then equal ones in another place; what is left
/// between two pairs, by its order.
pub(super) fn align(before: &[Value], after: &[Value], same_name: impl Fn(&Value, &Value) -> bool) -> Vec<Pair> {
    let mut partner: Vec<Option<usize>> = vec![None; after.len()];
    for (old, new) in common(before.len(), after.len(), |old, new| before.get(old) == after.get(new)) {
        put(&mut partner, new, old);
    }
    for (olds, news) in gaps(&partner, before.len()) {
        let is_same = |old: usize, new: usize| match (before.get(olds.start + old), after.get(news.start + new)) {
            (Some(old), Some(new)) => same_name(old, new),
            _ => false,
        };
        for (old, new) in common(olds.len(), news.len(), is_same) {
            put(&mut partner, news.start + new, olds.start + old);
        }
    }
    let mut moved = vec![false; before.len()];
    for new in 0..after.len() {
        let is_free = |partner: &[Option<usize>], old: usize| !partner.contains(&Some(old));
        if partner.get(new) == Some(&None)
            && let Some(old) =
                (0..before.len()).find(|&old| is_free(&partner, old) && before.get(old) == after.get(new))
        {
            put(&mut partner, new, old);
            if let Some(moved) = moved.get_mut(old) {
                *moved = true;
            }
        }
    }
    // What has moved divides nothing: it stands elsewhere in the other list.
    let in_order: Vec<Option<usize>> =
        partner.iter().map(|old| old.filter(|&old| !moved.get(old).copied().unwrap_or(false))).collect();
    for (olds, news) in gaps(&in_order, before.len()) {
        let olds: Vec<usize> = olds.filter(|&old| !partner.contains(&Some(old))).collect();
        let news: Vec<usize> = news.filter(|&new| partner.get(new) == Some(&None)).collect();
        for (old, new) in olds.into_iter().zip(news) {
            put(&mut partner, new, old);
        }
    }
    let gone = |olds: std::ops::Range<usize>| {
        let without = olds.filter(|old| !partner.contains(&Some(*old)));
        without.map(|old| Pair { before: Some(old), after: None, has_moved: false }).collect::<Vec<_>>()
    };
    let is_moved = |old: usize| moved.get(old).copied().unwrap_or(false);
    let mut pairs: Vec<Pair> = Vec::new();
    let mut next = 0;
    for (new, old) in partner.iter().copied().enumerate() {
        if let Some(old) = old.filter(|&old| !is_moved(old)) {
            pairs.extend(gone(next..old));
            next = old + 1;
        }
        pairs.push(Pair { before: old, after: Some(new), has_moved: old.is_some_and(is_moved) });
    }
    pairs.extend(gone(next..before.len()));
    pairs
}

fn put(partner: &mut [Option<usize>], new: usize, old: usize) {
    if let Some(place) = partner.get_mut(new) {
        *place = Some(old);
    }
}

/// The stretches without partners between those that have one, in both lists.
fn gaps(partner: &[Option<usize>], before: usize) -> Vec<(std::ops::Range<usize>, std::ops::Range<usize>)> {
    let mut gaps = Vec::new();
    let (mut old_start, mut new_start) = (0, 0);
    for (new, old) in partner.iter().enumerate() {
        if let Some(old) = *old {
            gaps.push((old_start..old, new_start..new));
            (old_start, new_start) = (old + 1, new + 1);
        }
    }
    gaps.push((old_start..before, new_start..partner.len()));
    gaps
}

/// The longest common subsequence, as pairs of indices. Lists of agreements have at most
/// [`MAX_LIST_ITEMS`](crate::limits::MAX_LIST_ITEMS) entries.
fn common(before: usize, after: usize, is_same: impl Fn(usize, usize) -> bool) -> Vec<(usize, usize)> {
    let width = after + 1;
    let same: Vec<bool> =
        (0..before).flat_map(|old| (0..after).map(move |new| (old, new))).map(|(old, new)| is_same(old, new)).collect();
    let is_same = |old: usize, new: usize| same.get(old * after + new).copied().unwrap_or(false);
    let mut lengths = vec![0_u32; (before + 1) * width];
    let at = |lengths: &[u32], old: usize, new: usize| lengths.get(old * width + new).copied().unwrap_or(0);
    for old in (0..before).rev() {
        for new in (0..after).rev() {
            let length = if is_same(old, new) {
                at(&lengths, old + 1, new + 1) + 1
            } else {
                at(&lengths, old + 1, new).max(at(&lengths, old, new + 1))
            };
            if let Some(place) = lengths.get_mut(old * width + new) {
                *place = length;
            }
        }
    }
    let (mut old, mut new, mut pairs) = (0, 0, Vec::new());
    while old < before && new < after {
        if is_same(old, new) {
            pairs.push((old, new));
            (old, new) = (old + 1, new + 1);
        } else if at(&lengths, old + 1, new) >= at(&lengths, old, new + 1) {
            old += 1;
        } else {
            new += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn pairs(before: &[&str], after: &[&str]) -> Vec<(Option<usize>, Option<usize>)> {
        let values = |texts: &[&str]| texts.iter().map(|text| json!(text)).collect::<Vec<_>>();
        // Of these words the first letter is the name.
        let same_name = |a: &Value, b: &Value| a.as_str().unwrap().chars().next() == b.as_str().unwrap().chars().next();
        let pairs = align(&values(before), &values(after), same_name);
        assert_eq!(pairs.iter().filter(|pair| pair.has_moved).count(), usize::from(after.first() == Some(&"c")));
        pairs.into_iter().map(|pair| (pair.before, pair.after)).collect()
    }

    #[test]
    fn an_entry_in_between_moves_no_other() {
        assert_eq!(pairs(&["a", "b"], &["a", "x", "b"]), [(Some(0), Some(0)), (None, Some(1)), (Some(1), Some(2))]);
        assert_eq!(pairs(&["a", "x", "b"], &["a", "b"]), [(Some(0), Some(0)), (Some(1), None), (Some(2), Some(1))]);
    }

    #[test]
    fn a_name_is_recognised_and_what_is_left_goes_by_its_order() {
        assert_eq!(pairs(&["a1", "b1"], &["x", "b2"]), [(Some(0), Some(0)), (Some(1), Some(1))]);
        assert_eq!(pairs(&["a1"], &["x", "a2"]), [(None, Some(0)), (Some(0), Some(1))]);
        assert_eq!(pairs(&["u", "v"], &["x"]), [(Some(0), Some(0)), (Some(1), None)]);
    }

    #[test]
    fn what_stands_elsewhere_has_moved() {
        assert_eq!(
            pairs(&["a", "b", "c"], &["c", "a", "b"]),
            [(Some(2), Some(0)), (Some(0), Some(1)), (Some(1), Some(2))]
        );
        assert_eq!(pairs(&[], &["a"]), [(None, Some(0))]);
        assert_eq!(pairs(&["a"], &[]), [(Some(0), None)]);
    }

    #[test]
    fn every_entry_is_in_one_pair() {
        let words = ["a", "b", "a1", "c", "b", "-", "z"].map(|word| json!(word));
        for size in 0..words.len() {
            for turn in 0..words.len() {
                let mut turned = words.clone();
                turned.rotate_left(turn);
                let all = align(&words[..size], &turned, |_, _| false);
                let mut olds: Vec<usize> = all.iter().filter_map(|pair| pair.before).collect();
                olds.sort_unstable();
                let news: Vec<usize> = all.iter().filter_map(|pair| pair.after).collect();
                assert_eq!((olds, news), ((0..size).collect(), (0..words.len()).collect()));
            }
        }
    }
}
