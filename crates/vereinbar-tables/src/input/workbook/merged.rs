//! Cells of a sheet that are merged: only the first of them says something, and people see it
//! over all of them. What lies below it, nobody sees.

use std::sync::Arc;

use calamine::Dimensions;

use super::sheet_row::Damaged;
use crate::input::cell::Cell;
use crate::letters::MAX_COLUMNS;

/// So many cells may be filled with what another says.
const MAX_FILLED: usize = 20_000_000;

/// The merged cells of a sheet, followed row by row.
pub(in crate::input) struct Merged {
    /// Those that are still to come, the first last.
    left: Vec<Dimensions>,
    /// Those that have begun.
    open: Vec<Region>,
    /// How many cells they may still fill.
    room: usize,
}

struct Region {
    at: Dimensions,
    /// What the first cell says, if anything.
    says: Option<Arc<str>>,
}

impl Merged {
    pub(in crate::input) fn new(mut regions: Vec<Dimensions>) -> Self {
        regions.sort_unstable_by_key(|region| std::cmp::Reverse(region.start));
        Self { left: regions, open: Vec::new(), room: MAX_FILLED }
    }

    /// More of them, which begin in the next row that is covered.
    pub(in crate::input) fn add(&mut self, regions: Vec<Dimensions>) {
        self.left.extend(regions);
    }

    /// Marks what another cell covers; rows come in their order, counted from 0, and those
    /// without cells may be left out.
    ///
    /// # Errors
    ///
    /// If two of them cover one cell, which no spreadsheet allows, or all of them more cells than
    /// a workbook may have.
    pub(in crate::input) fn cover(&mut self, row: u32, cells: &mut Vec<Cell>) -> Result<(), Damaged> {
        self.open.retain(|region| region.at.end.0 >= row);
        while let Some(at) = self.left.pop_if(|region| region.start.0 <= row) {
            // Of a row that is left out the first cell is empty, and so are all.
            let first = cells.get(at.start.1 as usize).filter(|cell| at.start.0 == row && !cell.is_empty());
            let says = first.map(|cell| Arc::from(cell.text()));
            if at.end.0 >= row {
                self.open.push(Region { at, says });
                // Beside each other there is no room for more in a row.
                if self.open.len() > MAX_COLUMNS {
                    return Err(Damaged);
                }
            }
        }
        let widths = self.open.iter().map(|Region { at, .. }| (at.end.1 - at.start.1) as usize + 1);
        if widths.sum::<usize>() > MAX_COLUMNS {
            return Err(Damaged);
        }
        for Region { at, says } in &self.open {
            let last = (at.end.1 as usize).min(MAX_COLUMNS - 1);
            let first = at.start.1 as usize + usize::from(at.start.0 == row);
            if let Some(says) = says.as_ref().filter(|_| row > at.start.0) {
                self.room = self.room.checked_sub(last + 1 - first).ok_or(Damaged)?;
                cells.resize(cells.len().max(last + 1), Cell::Empty);
                cells.iter_mut().take(last + 1).skip(first).for_each(|cell| *cell = Cell::Merged(Arc::clone(says)));
            } else {
                let hidden = cells.iter_mut().take(last + 1).skip(first).filter(|cell| !cell.is_empty());
                hidden.for_each(|cell| *cell = Cell::Covered);
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_another_cell_covers_is_not_read() {
        let region = |start, end| Dimensions { start, end };
        let mut merged = Merged::new(vec![
            region((4, 0), (5, 0)),
            region((1, 0), (3, 1)),
            region((1, 2), (1, 3)),
            region((2, 3), (3, 4)),
            region((0, 0), (0, 9)),
        ]);
        let text = || Cell::Text("x".to_owned());
        let mut covered = |row, mut cells: Vec<Cell>| {
            merged.cover(row, &mut cells).unwrap();
            let sign = |cell: &Cell| match cell {
                Cell::Merged(says) => says.chars().next().unwrap(),
                Cell::Covered => '-',
                Cell::Empty => '0',
                _ => '1',
            };
            cells.iter().map(sign).collect::<String>()
        };
        assert_eq!(covered(0, vec![text(), text()]), "1-");
        assert_eq!(covered(1, vec![Cell::Text("y".into()), Cell::Empty, text(), text(), text()]), "101-1");
        // The first cell of the region in column D is empty.
        assert_eq!(covered(2, vec![Cell::Empty, text(), text(), Cell::Empty, text()]), "yy10-");
        assert_eq!(covered(3, vec![]), "yy");
        // Row 4 is left out: its cell says nothing.
        assert_eq!(covered(5, vec![text(), text()]), "-1");
        assert_eq!(covered(6, vec![text()]), "1");
    }

    #[test]
    fn cells_that_are_merged_twice_are_damage() {
        let all = Dimensions { start: (0, 0), end: (1_048_575, 16_383) };
        assert_eq!(Merged::new(vec![all]).cover(0, &mut Vec::new()), Ok(()));
        assert_eq!(Merged::new(vec![all, all]).cover(0, &mut Vec::new()), Err(Damaged));
        let column = Dimensions { start: (0, 3), end: (9, 3) };
        assert_eq!(Merged::new(vec![column; 900_000]).cover(0, &mut Vec::new()), Err(Damaged));
    }

    #[test]
    fn a_cell_fills_no_more_cells_than_a_workbook_may_have() {
        let mut merged = Merged::new(vec![Dimensions { start: (0, 0), end: (1_048_575, 16_383) }]);
        let says = || vec![Cell::Text("x".to_owned())];
        let filled = (0..1_048_576).take_while(|row| merged.cover(*row, &mut says()).is_ok()).count();
        assert_eq!(filled, 1 + MAX_FILLED / MAX_COLUMNS);
    }
}
