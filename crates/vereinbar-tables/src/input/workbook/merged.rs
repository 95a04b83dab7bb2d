//! Cells of a sheet that are merged: only the first of them says something, and people see it
//! over all of them. What lies below it, nobody sees.

use std::sync::Arc;

use calamine::Dimensions;

use crate::input::cell::Cell;
use crate::letters::MAX_COLUMNS;

/// The merged cells of a sheet, followed row by row.
pub(in crate::input) struct Merged {
    /// Those that are still to come, the first last.
    left: Vec<Dimensions>,
    /// Those that have begun.
    open: Vec<Region>,
}

struct Region {
    at: Dimensions,
    /// What the first cell says, if anything.
    says: Option<Arc<str>>,
}

impl Merged {
    pub(in crate::input) fn new(mut regions: Vec<Dimensions>) -> Self {
        regions.sort_unstable_by_key(|region| std::cmp::Reverse(region.start));
        Self { left: regions, open: Vec::new() }
    }

    /// More of them, which begin in the next row that is covered.
    pub(in crate::input) fn add(&mut self, regions: Vec<Dimensions>) {
        self.left.extend(regions);
    }

    /// Marks what another cell covers; rows come in their order, counted from 0, and those
    /// without cells may be left out.
    pub(in crate::input) fn cover(&mut self, row: u32, cells: &mut Vec<Cell>) {
        self.open.retain(|region| region.at.end.0 >= row);
        while let Some(at) = self.left.pop_if(|region| region.start.0 <= row) {
            // Of a row that is left out the first cell is empty, and so are all.
            let first = cells.get(at.start.1 as usize).filter(|cell| at.start.0 == row && !cell.is_empty());
            let says = first.map(|cell| Arc::from(cell.text()));
            if at.end.0 >= row {
                self.open.push(Region { at, says });
            }
        }
        for Region { at, says } in &self.open {
            let last = (at.end.1 as usize).min(MAX_COLUMNS - 1);
            let first = at.start.1 as usize + usize::from(at.start.0 == row);
            if let Some(says) = says.as_ref().filter(|_| row > at.start.0) {
                cells.resize(cells.len().max(last + 1), Cell::Empty);
                cells.iter_mut().take(last + 1).skip(first).for_each(|cell| *cell = Cell::Merged(Arc::clone(says)));
            } else {
                let hidden = cells.iter_mut().take(last + 1).skip(first).filter(|cell| !cell.is_empty());
                hidden.for_each(|cell| *cell = Cell::Covered);
            }
        }
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
            merged.cover(row, &mut cells);
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
}
