//! A process that works, from its own side.

use std::io::{self, Write};
use std::num::NonZeroU32;
use std::panic::{self, AssertUnwindSafe};
use std::process::{self, ExitCode};
use std::sync::mpsc::{self, Receiver};
use std::thread;

use vereinbar::{
    AttachmentError, EngineError, ExtractError, PageSelection, RenderError, RenderOptions, Renderer, Sealed, extract,
    extract_all,
};

use crate::drawn;
use crate::pipe_message::Message;
use crate::process::OUT_OF_MEMORY;
use crate::protocol::{Build, Readiness, Setup, WorkerJob, WorkerOutcome};

/// What is said of a fault of the program.
pub const FAULT: &str = "Im Programm ist ein interner Fehler aufgetreten. Bitte melden Sie ihn.";

/// Works off what the process that has started this one sends to standard input, until that
/// one has ended, or has no more. Standard output belongs to it as well.
///
/// It sets the limit of memory that it is told, writes no core dump, and silences the panic
/// hook: what a panic has to say may be about the document.
#[must_use]
pub fn work() -> ExitCode {
    panic::set_hook(Box::new(|_| {}));
    let messages = messages();
    end_with_the_parent();
    // The first message says what there is to know, each other one is a job.
    let Ok(first) = messages.recv() else { return ExitCode::SUCCESS };
    let Ok((setup, parts)) = first.open::<Setup>() else { return ExitCode::FAILURE };
    let is_known = setup.build == Build::own() && Sealed::take_key(setup.key);
    let readiness = if is_known { Readiness::Ready } else { Readiness::OtherVersion };
    if answer(&Message::new(&readiness, Vec::new())).is_err() || !is_known {
        return ExitCode::FAILURE;
    }
    let end_of_memory = limit(setup.memory_limit);
    let mut bench = Bench {
        end_of_memory,
        own_templates: setup.own_templates.into_iter().zip(parts).collect(),
        ..Bench::default()
    };
    for message in messages {
        let done = panic::catch_unwind(AssertUnwindSafe(|| bench.done(message)));
        let done = done.unwrap_or_else(|_| refused(FAULT));
        if answer(&done).is_err() {
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

/// The messages of standard input, as they come. When it is closed, the process ends at once,
/// whatever it is doing: nobody waits for it any more.
fn messages() -> Receiver<Message> {
    let (sender, receiver) = mpsc::channel();
    let read = move || {
        loop {
            match Message::read(&mut io::stdin().lock()) {
                Ok(Some(message)) => {
                    let _ = sender.send(message);
                }
                // What is read to the half cannot be answered; this is looked for in what a process says at its end.
                Err(error) if error.kind() == io::ErrorKind::OutOfMemory => {
                    let _ = writeln!(io::stderr(), "{OUT_OF_MEMORY} a document failed");
                    break;
                }
                _ => break,
            }
        }
        end();
    };
    if thread::Builder::new().name("vereinbar-stdin".to_owned()).spawn(read).is_err() {
        end();
    }
    receiver
}

#[expect(clippy::exit, reason = "the process is this function's; its work may never come to an end")]
fn end() {
    process::exit(0);
}

/// Standard input stays open where a process that was forked has inherited its other end; then
/// it is seen that the parent is another one.
#[cfg(unix)]
fn end_with_the_parent() {
    use std::os::unix::process::parent_id;
    use std::time::Duration;
    const LOOK_AGAIN: Duration = Duration::from_secs(1);
    let parent = parent_id();
    let watch = move || {
        while parent_id() == parent {
            thread::sleep(LOOK_AGAIN);
        }
        end();
    };
    // Without it there is still standard input.
    let _ = thread::Builder::new().name("vereinbar-parent".to_owned()).stack_size(64 << 10).spawn(watch);
}

#[cfg(not(unix))]
fn end_with_the_parent() {}

/// Limits the memory of this process, in MiB beyond what it has now. How far it may grow,
/// in bytes.
#[cfg(unix)]
fn limit(memory: NonZeroU32) -> Option<u64> {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let at_most = |bytes| Rlimit { current: Some(bytes), maximum: Some(bytes) };
    // What is in memory are the data of people.
    let _ = setrlimit(Resource::Core, at_most(0));
    let end = address_space().filter(|_| crate::HOLDS_MEMORY)?.saturating_add(u64::from(memory.get()) << 20);
    setrlimit(Resource::As, at_most(end)).ok().map(|()| end)
}

#[cfg(not(unix))]
fn limit(_: NonZeroU32) -> Option<u64> {
    None
}

/// What a thread that works on a document takes at once, at least.
const THREAD_BYTES: u64 = 16 << 20;

#[cfg(not(unix))]
fn address_space() -> Option<u64> {
    None
}

/// How much address space this process has, in bytes; that is what the limit counts.
#[cfg(unix)]
fn address_space() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let kib = status.lines().find_map(|line| line.strip_prefix("VmSize:"))?.trim().strip_suffix("kB")?;
    kib.trim().parse::<u64>().ok()?.checked_mul(1024)
}

fn answer(message: &Message) -> io::Result<()> {
    message.write(&mut io::stdout().lock())
}

fn refused(reason: impl Into<String>) -> Message {
    Message::new(&WorkerOutcome::Refused(reason.into()), Vec::new())
}

fn out_of_memory() -> Message {
    Message::new(&WorkerOutcome::OutOfMemory, Vec::new())
}

/// What a process works with.
#[derive(Default)]
struct Bench {
    own_templates: Vec<(String, Vec<u8>)>,
    /// Made for the first document: who reads needs none.
    renderer: Option<Renderer>,
    /// Those of the last job.
    options: Option<RenderOptions>,
    /// How much memory this process may have, where that is limited.
    end_of_memory: Option<u64>,
}

impl Bench {
    fn done(&mut self, message: Message) -> Message {
        let Ok((job, parts)) = message.open() else { return refused(FAULT) };
        let mut parts = parts.into_iter();
        let mut part = || parts.next().unwrap_or_default();
        match job {
            WorkerJob::Render => self.rendered(&part(), part()),
            WorkerJob::Preview { ranges, ppi } => {
                let pages = ranges.map_or(PageSelection::All, |ranges| {
                    PageSelection::Ranges(ranges.into_iter().map(|(first, last)| first..=last).collect())
                });
                let end = self.end_of_memory;
                let drawn = |renderer: &Renderer, sealed: &Sealed, options: &RenderOptions| match renderer
                    .preview(sealed, options, &pages, ppi)
                {
                    Err(RenderError::Engine(EngineError::NoThread { .. })) if is_full(end) => out_of_memory(),
                    drawn => drawn::answer(drawn),
                };
                self.made(&part(), part(), drawn)
            }
            WorkerJob::Extract => self.answered(&part()),
            WorkerJob::ExtractAll => self.extracted(&part()),
        }
    }

    fn rendered(&mut self, options: &[u8], sealed: Vec<u8>) -> Message {
        let end = self.end_of_memory;
        self.made(options, sealed, |renderer, sealed, options| match renderer.render(sealed, options) {
            Ok(made) => {
                let of_layout = made.of_layout().map(Into::into).collect();
                Message::new(&WorkerOutcome::Rendered { pages: made.pages, of_layout }, vec![made.pdf])
            }
            Err(RenderError::Engine(EngineError::NoThread { .. })) if is_full(end) => out_of_memory(),
            Err(error) => refused(error.to_string()),
        })
    }

    /// What comes of a sealed agreement, with these options or those of the job before.
    fn made(
        &mut self,
        options: &[u8],
        sealed: Vec<u8>,
        make: impl FnOnce(&Renderer, &Sealed, &RenderOptions) -> Message,
    ) -> Message {
        if !options.is_empty() {
            self.options = serde_json::from_slice(options).ok();
        }
        let (Some(options), Some(sealed)) = (&self.options, Sealed::open(sealed)) else { return refused(FAULT) };
        let renderer = match &self.renderer {
            Some(renderer) => renderer,
            None => match renderer(&self.own_templates) {
                Ok(renderer) => self.renderer.insert(renderer),
                Err(error) => return refused(error.to_string()),
            },
        };
        make(renderer, &sealed, options)
    }

    fn answered(&self, pdf: &[u8]) -> Message {
        match extract(pdf) {
            Ok(vereinbarung) => {
                Message::new(&WorkerOutcome::Extracted { names: Vec::new() }, vec![vereinbarung.to_json().into_bytes()])
            }
            Err(ExtractError::Attachment(AttachmentError::NoThread)) if is_full(self.end_of_memory) => out_of_memory(),
            Err(error) => {
                let findings = error.findings().iter().map(Into::into).collect();
                Message::new(&WorkerOutcome::Unreadable { message: error.to_string(), findings }, Vec::new())
            }
        }
    }

    fn extracted(&self, pdf: &[u8]) -> Message {
        let files = match extract_all(pdf) {
            Ok(files) => files,
            Err(ExtractError::Attachment(AttachmentError::NoThread)) if is_full(self.end_of_memory) => {
                return out_of_memory();
            }
            Err(error) => return refused(error.to_string()),
        };
        let json = |vereinbarung: Result<vereinbar::Vereinbarung, _>| vereinbarung.map(|it| it.to_json().into_bytes());
        let (names, parts) =
            files.into_iter().map(|file| (file.name, json(file.vereinbarung).unwrap_or_default())).unzip();
        Message::new(&WorkerOutcome::Extracted { names }, parts)
    }
}

/// Whether a limit of memory leaves no room for a thread: then the system says that it has none.
fn is_full(end_of_memory: Option<u64>) -> bool {
    end_of_memory.zip(address_space()).is_some_and(|(end, has)| has.saturating_add(THREAD_BYTES) > end)
}

fn renderer(own_templates: &[(String, Vec<u8>)]) -> Result<Renderer, RenderError> {
    let renderer = Renderer::new()?;
    if own_templates.is_empty() { Ok(renderer) } else { renderer.with_template_files(own_templates.iter().cloned()) }
}
