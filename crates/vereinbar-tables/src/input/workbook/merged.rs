//! Cells of a sheet that are merged over several rows: only the first of them says
//! something, though people see it in all.

use calamine::Dimensions;

use crate::input::cell::Cell;
use crate::letters::MAX_COLUMNS;

/// The merged cells of a sheet, followed row by row.
pub(super) struct Merged {
    /// Those over several rows that are still to come, the first last.
    left: Vec<Dimensions>,
    /// For each column, the last row that a cell above covers.
    until: Vec<u32>,
    /// The last row of all that is covered.
    last: u32,
}

impl Merged {
    pub(super) fn new(mut regions: Vec<Dimensions>) -> Self {
        regions.retain(|region| region.end.0 > region.start.0);
        regions.sort_unstable_by_key(|region| std::cmp::Reverse(region.start));
        Self { left: regions, until: Vec::new(), last: 0 }
    }

    /// More of them, which begin in the next row that is covered.
    pub(super) fn add(&mut self, regions: Vec<Dimensions>) {
        self.left.extend(regions.into_iter().filter(|region| region.end.0 > region.start.0));
    }

    /// Marks what a cell above covers; rows come in their order, counted from 0, and those
    /// without cells may be left out.
    pub(super) fn cover(&mut self, row: u32, cells: &mut Vec<Cell>) {
        let begun: Vec<Dimensions> = std::iter::from_fn(|| self.left.pop_if(|region| region.start.0 <= row)).collect();
        if self.last >= row && self.last > 0 {
            cells.resize(cells.len().max(self.until.len()), Cell::Empty);
            for (cell, until) in cells.iter_mut().zip(&self.until) {
                if *until >= row && *until > 0 && *cell == Cell::Empty {
                    *cell = Cell::Merged;
                }
            }
        }
        for Dimensions { start, end } in begun {
            let says_something = cells.get(start.1 as usize).is_some_and(|cell| !cell.is_empty());
            // Of a row that is left out the first cell is empty, and so are all.
            if start.0 != row || !says_something {
                continue;
            }
            let last = (end.1 as usize).min(MAX_COLUMNS - 1);
            self.until.resize(self.until.len().max(last + 1), 0);
            for until in self.until.iter_mut().take(last + 1).skip(start.1 as usize) {
                *until = (*until).max(end.0);
            }
            self.last = self.last.max(end.0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_lies_below_a_cell_that_says_something_is_covered() {
        let region = |start, end| Dimensions { start, end };
        let mut merged = Merged::new(vec![
            region((4, 0), (5, 0)),
            region((1, 0), (3, 1)),
            region((1, 2), (1, 3)),
            region((1, 3), (2, 3)),
            region((0, 0), (0, 9)),
        ]);
        let text = || Cell::Text("x".to_owned());
        let mut covered = |row, mut cells: Vec<Cell>| {
            merged.cover(row, &mut cells);
            cells.iter().map(|cell| *cell == Cell::Merged).collect::<Vec<_>>()
        };
        assert_eq!(covered(0, vec![text()]), [false]);
        assert_eq!(covered(1, vec![text(), Cell::Empty, text()]), [false; 3]);
        assert_eq!(covered(2, vec![Cell::Empty, text(), text()]), [true, false, false]);
        assert_eq!(covered(3, vec![]), [true, true]);
        // Row 4 is left out: its cell says nothing.
        assert_eq!(covered(5, vec![]), [false; 0]);
    }
}
