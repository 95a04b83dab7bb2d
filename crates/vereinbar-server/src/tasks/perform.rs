//! Doing a task.

use vereinbar::{Renderer, check, to_json};

use super::handed_over::{not_made, read};
use super::{Done, Failed, ServeTask, perform_many};
use crate::data;

pub(super) fn perform(renderer: &Renderer, task: ServeTask) -> Result<Done, Failed> {
    match task {
        ServeTask::Check { bytes, options } => {
            let checked = check(read(&bytes)?, options);
            let berechnung = checked.berechnung().filter(|berechnung| !berechnung.is_empty()).map(to_json::document);
            Ok(Done::Checked { json: checked.json().to_owned(), findings: checked.findings().to_vec(), berechnung })
        }
        ServeTask::Render { bytes, options } => {
            let made = renderer.render(&read(&bytes)?, &options).map_err(not_made)?;
            Ok(Done::Rendered { pdf: made.pdf, pages: made.pages, findings: made.findings })
        }
        ServeTask::Preview { bytes, options, pages, ppi } => {
            renderer.preview(&read(&bytes)?, &options, &pages, ppi).map(Done::Pages).map_err(not_made)
        }
        ServeTask::View { draft, look } => Ok(Done::View(Box::new(data::view(renderer, &draft, &look)))),
        ServeTask::Compare { before, after } => perform_many::compared(&before, &after),
        ServeTask::Evaluate { files, options } => perform_many::evaluated(&files, &options),
        ServeTask::Report { auswertung, format } => perform_many::report(renderer, &auswertung, format),
        ServeTask::ReportPage { auswertung, page, ppi } => perform_many::report_page(renderer, &auswertung, page, ppi),
        ServeTask::Propose { table, art } => perform_many::proposed(&table, art),
        ServeTask::Table { files, art, entries, format } => perform_many::tabled(&files, art, entries, format),
    }
}
