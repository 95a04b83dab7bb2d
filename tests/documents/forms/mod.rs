//! Forms to fill in and records to sign, in the hands of programs that are not ours.

mod answers;
mod apart;
mod browser;
mod fields;
mod support;
mod tools;
mod way;
