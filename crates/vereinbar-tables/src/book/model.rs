//! What stands in the sheets of a workbook, and how it is to look.

use vereinbar::modell::Datum;

/// A workbook.
#[derive(Debug, Default)]
pub(crate) struct Book {
    pub(crate) title: String,
    pub(crate) sheets: Vec<BookSheet>,
    pub(crate) choices: Choices,
}

/// A sheet.
#[derive(Debug, Default)]
pub(crate) struct BookSheet {
    pub(crate) name: &'static str,
    pub(crate) columns: Vec<BookColumn>,
    pub(crate) rows: Vec<BookRow>,
    /// So many rows and columns stay where they are while the rest is moved.
    pub(crate) frozen: (usize, usize),
    /// The row with buttons to filter and sort what stands below.
    pub(crate) filter: Option<usize>,
    /// Cells that have a list to choose from.
    pub(crate) lists: Vec<Listed>,
    /// Words that belong to a cell and are shown on request, by row and column.
    pub(crate) notes: Vec<(usize, usize, String)>,
}

/// A column: how wide it is, in characters, and how its empty cells are to be read.
#[derive(Debug, Default, Clone)]
pub(crate) struct BookColumn {
    pub(crate) width: usize,
    pub(crate) look: Look,
    /// Whether it folds away, behind the column before.
    pub(crate) folds: bool,
}

/// A row.
#[derive(Debug, Default)]
pub(crate) struct BookRow {
    pub(crate) cells: Vec<BookCell>,
    /// Whether it folds away, behind the row above; and whether it is folded.
    pub(crate) folds: Option<bool>,
}

/// A cell that is not empty, or looks otherwise than its column.
#[derive(Debug)]
pub(crate) struct BookCell {
    pub(crate) column: usize,
    pub(crate) look: Look,
    pub(crate) content: Content,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Content {
    Empty,
    Text(String),
    Number(f64),
    Date(Datum),
}

/// How a cell looks, and what may be typed there.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Look {
    /// Text of several lines, digits stay as they are typed.
    #[default]
    Text,
    Date,
    Number,
    /// Words to read, which nobody types.
    Words,
    Title,
    /// The headings of a table.
    Heading,
    /// What several headings or rows have in common.
    Group,
    /// The name of a field in the data, small.
    Path,
}

/// A range of one column with a list.
#[derive(Debug)]
pub(crate) struct Listed {
    pub(crate) column: usize,
    pub(crate) first_row: usize,
    pub(crate) last_row: usize,
    /// Which of the book's [`Choices`].
    pub(crate) list: usize,
}

/// A list to choose from: what it is a list of, and its entries.
type ChoiceList = (String, Vec<String>);

/// The lists to choose from, each once; they make a sheet of their own, which is the last.
#[derive(Debug, Default)]
pub(crate) struct Choices(Vec<ChoiceList>);

impl Choices {
    /// The list with these entries; `title` says what it is a list of.
    pub(crate) fn add(&mut self, title: &str, entries: Vec<String>) -> usize {
        self.0.iter().position(|(_, known)| *known == entries).unwrap_or_else(|| {
            self.0.push((title.to_owned(), entries));
            self.0.len() - 1
        })
    }

    /// How many entries a list has.
    pub(crate) fn length(&self, list: usize) -> usize {
        self.0.get(list).map_or(0, |(_, entries)| entries.len())
    }

    /// The sheet: a list a column, with its title above.
    pub(crate) fn sheet(&self) -> BookSheet {
        let longest = self.0.iter().map(|(_, entries)| entries.len()).max().unwrap_or_default();
        let row = |text: &dyn Fn(&ChoiceList) -> Option<String>, look| {
            let cells = self.0.iter().enumerate();
            let cells =
                cells.filter_map(|(column, list)| Some(BookCell { column, look, content: Content::Text(text(list)?) }));
            BookRow { cells: cells.collect(), folds: None }
        };
        let mut rows = vec![row(&|(title, _)| Some(title.clone()), Look::Heading)];
        rows.extend((0..longest).map(|index| row(&|(_, entries)| entries.get(index).cloned(), Look::Words)));
        let width = |(title, entries): &ChoiceList| {
            let longest = entries.iter().chain([title]).map(|text| text.chars().count()).max().unwrap_or_default();
            BookColumn { width: longest.clamp(10, 60) + 2, ..BookColumn::default() }
        };
        BookSheet {
            name: crate::input::AUSWAHL,
            columns: self.0.iter().map(width).collect(),
            rows,
            frozen: (1, 0),
            ..BookSheet::default()
        }
    }
}

impl BookCell {
    /// A cell of text.
    pub(crate) fn text(column: usize, look: Look, text: impl Into<String>) -> Self {
        Self { column, look, content: Content::Text(text.into()) }
    }
}

impl BookRow {
    /// A row of texts that look alike, from the first column on.
    pub(crate) fn texts(look: Look, texts: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let texts =
            texts.into_iter().map(Into::into).enumerate().filter(|(_, text): &(usize, String)| !text.is_empty());
        let cells = texts.map(|(column, text)| BookCell { column, look, content: Content::Text(text) });
        Self { cells: cells.collect(), folds: None }
    }
}
