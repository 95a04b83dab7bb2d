//! What is said on standard error besides findings.

use std::fmt::Display;
use std::io::Write as _;

/// Says a line. Nothing can be said where standard error is closed.
pub(crate) fn tell(line: impl Display) {
    let _ = writeln!(anstream::stderr(), "{line}");
}
