//! What something costs, whatever else the machine is doing meanwhile.

use std::fs;
use std::time::{Duration, Instant};

/// How long this thread works at something; what it gives. Where the system does not tell, the clock must do.
pub fn thread_time<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let (start, before) = (Instant::now(), worked());
    let result = work();
    let took = before.zip(worked()).map_or_else(|| start.elapsed(), |(before, now)| now.saturating_sub(before));
    (took, result)
}

/// How long this thread has worked.
fn worked() -> Option<Duration> {
    let stat = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    stat.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}
