//! In which format a table is written: its ending says it.

use std::path::Path;

use crate::TableError;
use crate::files::ending;

/// In which format a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum TableFormat {
    /// A workbook of Excel, which LibreOffice opens and saves as well.
    Xlsx,
    /// The list alone, separated by semicolons, in UTF-8.
    Csv,
}

impl TableFormat {
    /// What the name of a file says.
    ///
    /// # Errors
    /// [`TableError::NoTable`] for another ending, or none.
    pub fn of(path: &Path) -> Result<Self, TableError> {
        match ending(path).as_deref() {
            Some("xlsx") => Ok(Self::Xlsx),
            Some("csv") => Ok(Self::Csv),
            Some("ods") => Err(TableError::Ending {
                path: path.to_owned(),
                detail: "Geschrieben wird .xlsx; LibreOffice öffnet es und speichert es auf Wunsch als .ods, was batch liest.",
            }),
            _ => Err(TableError::Ending {
                path: path.to_owned(),
                detail: "Nennen Sie einen Namen, der auf .xlsx oder .csv endet.",
            }),
        }
    }
}
