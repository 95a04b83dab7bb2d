//! The beginnings of addresses that are treated alike.

/// What is for programs.
pub(crate) const PROGRAMS: &str = "/v1/";
/// Style sheets, fonts and scripts, which are no secret.
pub(crate) const ASSETS: &str = "/assets/";
/// Says that the service is there, and nothing else.
pub(crate) const HEALTH: &str = "/v1/health";
/// A run over a whole table, which takes longer than a request otherwise may.
pub(crate) const BATCH: &str = "/v1/batch";
