//! The command as people and scripts run it.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stderr,
    reason = "helpers of tests may fail a test; counts are of interest"
)]

mod batch;
mod desk;
mod documents;
mod evaluate;
mod forms;
#[cfg(unix)]
mod full_disk;
mod hashes;
#[cfg(target_os = "linux")]
mod kills;
#[cfg(target_os = "linux")]
mod largest;
mod own_templates;
#[cfg(target_os = "linux")]
mod process_table;
mod schemas;
#[cfg(target_os = "linux")]
mod served;
mod table;
mod way_back;
mod words;
mod workers;
