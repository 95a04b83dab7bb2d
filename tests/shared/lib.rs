//! What the test packages share: the fixtures, the references that one switch
//! updates, and the table of the documents' hashes.

mod fixture;
mod hashes;
mod reference;
mod thread_time;

pub use fixture::{Fixture, fixture, fixtures, root};
pub use hashes::{check_hashes, hash_table, sha256, update_hashes};
pub use reference::{check_json_reference, check_reference, fail, updates, write, write_reference};
pub use thread_time::thread_time;
