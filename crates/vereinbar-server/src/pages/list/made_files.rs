//! What is made of a list: under which name it is downloaded, and what it is.

use crate::tasks::XLSX;

pub(super) const ZIP: &str = "formulare.zip";
pub(super) const COMBINED: &str = "sammeldatei.pdf";
pub(super) const MARKED: &str = "geprueft.xlsx";
pub(super) const REPORT: &str = "bericht.json";
pub(super) const FILES: [(&str, &str); 4] =
    [(ZIP, "application/zip"), (COMBINED, "application/pdf"), (MARKED, XLSX), (REPORT, "application/json")];
