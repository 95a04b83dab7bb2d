//! The service over a real connection: what it refuses, what it shows, what it answers.

mod documents;
mod pages;
mod refusals;
mod support;
