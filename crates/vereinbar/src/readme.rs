//! The examples of the README, compiled and run.
#![doc = include_str!("../README.md")]
