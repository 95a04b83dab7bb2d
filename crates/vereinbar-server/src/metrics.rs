//! Numbers for who watches the service: no text of an agreement, no address of a reader.

use std::fmt::Write as _;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// Upper ends of the groups of the histogram, in milliseconds.
const MILLISECONDS: [u64; 8] = [10, 25, 50, 100, 250, 1000, 5000, 30_000];

#[derive(Default)]
pub(crate) struct Metrics {
    refused: AtomicU64,
    busy: AtomicU64,
    timed_out: AtomicU64,
    /// By the first digit of the status, from 1.
    answers: [AtomicU64; 5],
    groups: [AtomicU64; MILLISECONDS.len()],
    milliseconds: AtomicU64,
}

impl Metrics {
    pub(crate) fn refused(&self) {
        self.refused.fetch_add(1, Ordering::Relaxed);
    }

    pub(crate) fn busy(&self) {
        self.busy.fetch_add(1, Ordering::Relaxed);
    }

    pub(crate) fn timed_out(&self) {
        self.timed_out.fetch_add(1, Ordering::Relaxed);
    }

    pub(crate) fn answered(&self, status: u16, took: Duration) {
        let milliseconds = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
        let class = usize::from(status / 100).saturating_sub(1);
        self.answers.get(class).map(|count| count.fetch_add(1, Ordering::Relaxed));
        self.milliseconds.fetch_add(milliseconds, Ordering::Relaxed);
        for (end, count) in MILLISECONDS.iter().zip(&self.groups) {
            if milliseconds <= *end {
                count.fetch_add(1, Ordering::Relaxed);
            }
        }
    }

    /// In the text format of Prometheus.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        let mut put = |name: &str, kind: &str, help: &str, lines: &[(String, u64)]| {
            // Writing to a text does not fail.
            let _ = write!(text, "# HELP {name} {help}\n# TYPE {name} {kind}\n");
            for (label, number) in lines {
                let _ = writeln!(text, "{name}{label} {number}");
            }
        };
        let read = |number: &AtomicU64| number.load(Ordering::Relaxed);
        let classes: Vec<(String, u64)> = self
            .answers
            .iter()
            .zip(1..)
            .map(|(count, class)| (format!("{{status=\"{class}xx\"}}"), read(count)))
            .collect();
        let total: u64 = classes.iter().map(|(_, count)| count).sum();
        put("vereinbar_answers_total", "counter", "Answers by class of status.", &classes);
        put(
            "vereinbar_refused_total",
            "counter",
            "Requests refused by the guard.",
            &[(String::new(), read(&self.refused))],
        );
        put(
            "vereinbar_busy_total",
            "counter",
            "Tasks refused because the queue was full.",
            &[(String::new(), read(&self.busy))],
        );
        put(
            "vereinbar_timed_out_total",
            "counter",
            "Tasks that took too long.",
            &[(String::new(), read(&self.timed_out))],
        );
        let mut groups: Vec<(String, u64)> = MILLISECONDS
            .iter()
            .zip(&self.groups)
            .map(|(end, count)| (format!("_bucket{{le=\"{end}\"}}"), read(count)))
            .collect();
        groups.push(("_bucket{le=\"+Inf\"}".to_owned(), total));
        groups.push(("_sum".to_owned(), read(&self.milliseconds)));
        groups.push(("_count".to_owned(), total));
        put("vereinbar_answer_milliseconds", "histogram", "How long answers took.", &groups);
        text
    }
}
