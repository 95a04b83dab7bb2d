//! The sheet `Anleitung`: how the workbook is filled in, and what comes then.

use vereinbar::Art;

use crate::book::{BookColumn, BookRow, BookSheet, Look};
use crate::input::{ANLEITUNG, AUSWAHL, GEMEINSAM, LISTE, SPALTEN};

/// `first_row` is the first row of the list that is filled in.
pub(super) fn sheet(art: Art, first_row: usize) -> BookSheet {
    let steps = [
        format!("1. Blatt „{GEMEINSAM}“: Tragen Sie ein, was in allen Vereinbarungen gleich ist. Gruppen öffnen Sie mit dem + am Rand."),
        format!("2. Blatt „{LISTE}“: Eine Zeile je Vereinbarung, ab Zeile {first_row}. Leere Zellen übernehmen, was in „{GEMEINSAM}“ steht. Spalten, die Sie nicht brauchen, dürfen Sie löschen, verschieben und sortieren; die Zeile mit den Namen der Felder bleibt."),
        "3. Eigene Notizen: Eine Spalte, deren Überschrift mit # beginnt, wird nicht gedruckt.".to_owned(),
        format!("4. Eigene Überschriften: Das Blatt „{SPALTEN}“ sagt, welches Feld sie füllen."),
        format!("5. Auswahllisten: Das Blatt „{AUSWAHL}“ zeigt alle Maßstäbe und anderen Wörter, die bekannt sind."),
        "6. Speichern, dann prüfen:   vereinbar batch liste.xlsx --check".to_owned(),
        "7. Erzeugen:   vereinbar batch liste.xlsx --out formulare".to_owned(),
        "8. Berichtigen: Ändern Sie die Liste, und wiederholen Sie den Aufruf; neu entsteht nur, was sich geändert hat. Unterschriebene PDFs bleiben unberührt.".to_owned(),
        "9. Aus einem Ordner mit PDFs wird wieder eine solche Arbeitsmappe:   vereinbar table --from formulare -o liste.xlsx".to_owned(),
    ];
    let mut rows = vec![BookRow::texts(Look::Title, [art.bezeichnung()]), BookRow::default()];
    rows.extend(steps.into_iter().map(|step| BookRow::texts(Look::Words, [step])));
    BookSheet {
        name: ANLEITUNG,
        columns: vec![BookColumn { width: 110, look: Look::Words, folds: false }],
        rows,
        ..BookSheet::default()
    }
}
