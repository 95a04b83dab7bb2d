//! What a batch writes beside its documents, and nobody reads as agreements.

use schemars::JsonSchema;

/// The name of the manifest, which lies beside the PDFs.
pub const MANIFEST: &str = "batch.jsonl";

vereinbar::codes! {
    /// The tag of the report.
    #[derive(Default, JsonSchema)]
    pub enum BatchReportArt, "Das ist kein Bericht über einen Lauf." {
        #[default]
        BatchReport: "batch_report", "Bericht über einen Lauf";
    }
}
