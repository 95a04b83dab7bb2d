//! How far a run is: a bar on a terminal, a line now and then elsewhere.

use std::io::IsTerminal as _;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use vereinbar_tables::workers::{Phase, Progress};

use crate::output_options::Format;
use crate::tell::tell;

/// How often a line is written where there is no terminal.
const EVERY: Duration = Duration::from_secs(10);

/// Shows progress on standard error.
pub(super) struct Bar {
    on_terminal: Option<ProgressBar>,
    phase: Option<Phase>,
    written: Instant,
    is_silent: bool,
    said: bool,
}

impl Bar {
    /// A machine that reads JSON needs no lines.
    pub(super) fn new(format: Format) -> Self {
        let is_terminal = std::io::stderr().is_terminal();
        Self {
            on_terminal: is_terminal.then(|| ProgressBar::new(0)),
            phase: None,
            written: Instant::now(),
            is_silent: format == Format::Json && !is_terminal,
            said: false,
        }
    }

    /// Shows how far the run is.
    pub(super) fn show(&mut self, progress: &Progress, is_interrupted: bool) {
        let is_new = self.phase.replace(progress.phase) != Some(progress.phase);
        if is_interrupted && !self.said {
            self.said = true;
            self.line("Unterbrochen. Was begonnen ist, wird noch fertig; noch einmal Strg+C bricht sofort ab.");
        }
        match &mut self.on_terminal {
            Some(bar) => {
                // A bar of its own: what was done in one phase is not done in the next.
                if is_new {
                    bar.finish_and_clear();
                    *bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden())
                        .with_style(style(progress.total.is_some()))
                        .with_prefix(progress.phase.bezeichnung());
                }
                // Each of these draws.
                bar.set_message(rate(progress));
                bar.set_length(progress.total.unwrap_or(progress.done) as u64);
                bar.set_position(progress.done as u64);
                if is_new {
                    bar.set_draw_target(ProgressDrawTarget::stderr());
                }
            }
            None if self.written.elapsed() >= EVERY => {
                self.written = Instant::now();
                let of = progress.total.map_or_else(String::new, |total| format!(" von {total}"));
                self.line(&format!("{}: {}{of}{}", progress.phase.bezeichnung(), progress.done, rate(progress)));
            }
            None => {}
        }
    }

    /// Takes the bar away.
    pub(super) fn finish(&self) {
        if let Some(bar) = &self.on_terminal {
            bar.finish_and_clear();
        }
    }

    fn line(&self, text: &str) {
        match &self.on_terminal {
            Some(bar) => bar.println(text),
            None if self.is_silent => {}
            None => tell(text),
        }
    }
}

fn style(has_total: bool) -> ProgressStyle {
    let template = if has_total { "{prefix} {bar:30} {pos} von {len}{msg}" } else { "{prefix} {pos}{msg}" };
    // The templates above are right.
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}

/// How fast and how long, each behind a comma; nothing before anything is done.
fn rate(progress: &Progress) -> String {
    let is_begun = progress.done > 0;
    let per_second = progress.per_second();
    let decimals = usize::from(per_second < 10.0);
    let parts = [
        is_begun.then(|| format!("{per_second:.decimals$} je Sekunde").replace('.', ",")),
        progress.remaining().filter(|_| is_begun).map(|remaining| format!("noch {}", duration(remaining))),
        (progress.failed > 0).then(|| format!("{} fehlgeschlagen", progress.failed)),
    ];
    parts.into_iter().flatten().fold(String::new(), |said, part| said + ", " + &part)
}

fn duration(duration: Duration) -> String {
    match duration.as_secs() {
        seconds @ 0..=90 => format!("{seconds} s"),
        seconds => format!("{} min", seconds.div_ceil(60)),
    }
}
