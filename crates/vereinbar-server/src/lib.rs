//! `vereinbar serve`: the form in the browser with the printed page beside it, and the
//! HTTP interface for programs in every other language.
//!
//! [`Server::bind`] takes the [`ServeOptions`] and opens the port, [`Server::run`] answers
//! until it is told to stop. The HTML is made here, from the published schema: a new kind
//! of agreement needs nothing of this crate. Nothing is kept for good but in the folder that is
//! named, and nothing leaves the computer.
//!
//! Who may ask is in `access`, what costs time runs as `tasks`, what was typed becomes data
//! in `data`, the pages are in `html_form` and `pages`, the interface for programs in `api`.
//!
//! ```
//! use std::sync::Arc;
//! use std::sync::atomic::AtomicBool;
//! use vereinbar_server::{ServeOptions, Server};
//!
//! let server = Server::bind(&ServeOptions::default())?;
//! assert!(server.address().starts_with("http://127.0.0.1:"));
//! let stop = Arc::new(AtomicBool::new(true));
//! server.run(&stop)?; // at once, since it is told to stop
//! # Ok::<(), vereinbar_server::ServeError>(())
//! ```

mod access;
mod addresses;
mod agreements_folder;
mod api;
mod app;
mod assets;
mod body_stream;
mod data;
mod error;
mod file_words;
mod form_request;
mod html_form;
mod kept;
mod metrics;
mod options;
mod pages;
mod routes;
mod runs;
mod server;
mod tasks;
mod time_limits;
mod under_way;
mod upload;
mod words;

pub use self::api::openapi;
pub use self::error::ServeError;
pub use self::options::ServeOptions;
pub use self::server::Server;
