//! What calls about many agreements give.

vereinbar::codes! {
    /// What comes of a batch.
    #[derive(Default)]
    pub(super) enum BatchFormat, "So antwortet dieser Aufruf nicht." {
        /// A line of JSON for each document as soon as it is made, and one with the report.
        #[default]
        Jsonl: "jsonl", "JSON Lines";
        /// An archive with a PDF for each document.
        Zip: "zip", "ZIP-Archiv";
        /// One PDF with all documents.
        Pdf: "pdf", "Sammeldatei";
    }
}

vereinbar::codes! {
    /// What a table is written as.
    #[derive(Default)]
    pub(super) enum SheetFormat, "So wird eine Tabelle nicht geschrieben." {
        #[default]
        Xlsx: "xlsx", "Arbeitsmappe";
        Csv: "csv", "CSV";
    }
}
