//! The port, and the connections to it.

use std::net::{SocketAddr, TcpListener};
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::sync::Semaphore;
use vereinbar::Renderer;
use vereinbar_workers::{DEFAULT_MEMORY_LIMIT, Limits, Processes};

use crate::access::Access;
use crate::agreements_folder::AgreementsFolder;
use crate::app::App;
use crate::error::ServeError;
use crate::kept::KEPT;
use crate::options::ServeOptions;
use crate::routes;
use crate::tasks::{Performer, TaskPool};
use crate::time_limits::TimeLimits;

/// How many tasks may wait for each thread that does them.
const WAITING_PER_THREAD: usize = 8;
/// How many connections are open at a time; a browser has six.
const MAX_CONNECTIONS: usize = 128;
/// How long the head of a request may take.
const MAX_HEAD_TIME: Duration = Duration::from_secs(10);
const MAX_HEADERS: usize = 64;
/// How often it is looked whether to stop.
const LOOK_AGAIN: Duration = Duration::from_millis(100);
/// How often what nobody looks at any more is put away.
const CLEAR_AGAIN: Duration = Duration::from_mins(1);
/// How long answers that are under way have when the server stops.
const FINISH: Duration = Duration::from_secs(3);

/// A server with its port open.
///
/// See the [crate](crate) for an example.
pub struct Server {
    listener: TcpListener,
    address: String,
    app: Arc<App>,
    remark: Option<String>,
}

/// The processes that read and make PDFs, as many as threads ask for them; or why there are none.
fn processes(options: &ServeOptions, threads: usize) -> (Option<Processes>, Option<String>) {
    let Some(worker) = &options.worker else { return (None, None) };
    let limits = Limits { time: TimeLimits::SERVED.task, memory: DEFAULT_MEMORY_LIMIT };
    match Processes::start(worker, limits, threads, None) {
        Ok(processes) => (Some(processes), None),
        Err(error) => (None, Some(error.done_by_threads())),
    }
}

impl Server {
    /// Opens the port, so that [`address`](Self::address) is known before anybody asks.
    ///
    /// # Errors
    /// [`ServeError`] when the options leave the server open to everybody, when the port is
    /// taken, or when the folder cannot be read.
    pub fn bind(options: &ServeOptions) -> Result<Self, ServeError> {
        options.check()?;
        let folder = options.folder.as_deref().map(AgreementsFolder::open).transpose()?;
        let port = |error| ServeError::Port { port: options.port, error };
        let listener = TcpListener::bind(SocketAddr::new(options.address(), options.port)).map_err(port)?;
        listener.set_nonblocking(true).map_err(ServeError::System)?;
        let bound = listener.local_addr().map_err(ServeError::System)?;
        let (access, token) = Access::new(options, bound.port())?;
        let threads = thread::available_parallelism().map_or(1, NonZeroUsize::get);
        let (processes, remark) = processes(options, threads);
        let performer =
            Performer { renderer: Renderer::new()?, processes: processes.map(Arc::new), workers: options.workers() };
        let pool = TaskPool::new(&performer, threads, threads * WAITING_PER_THREAD).map_err(ServeError::System)?;
        let host = match options.host.first() {
            Some(name) if options.address().is_unspecified() => format!("{name}:{}", bound.port()),
            _ => bound.to_string(),
        };
        Ok(Self {
            listener,
            address: format!("http://{host}/?token={token}"),
            app: Arc::new(App::new(access, folder, Box::new(pool), options.workers(), TimeLimits::SERVED)),
            remark,
        })
    }

    /// What is otherwise than the options ask: a German sentence.
    #[must_use]
    pub fn remark(&self) -> Option<&str> {
        self.remark.as_deref()
    }

    /// The address to open, with the token.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Answers until `stop` is set; what is under way then is finished, for at most three seconds.
    ///
    /// # Errors
    /// [`ServeError::System`] when the system gives no threads.
    pub fn run(self, stop: &AtomicBool) -> Result<(), ServeError> {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_io()
            .enable_time()
            .build()
            .map_err(ServeError::System)?;
        let app = Arc::clone(&self.app);
        let outcome = runtime.block_on(self.answer(stop));
        app.under_way.end(FINISH);
        runtime.shutdown_timeout(FINISH);
        outcome
    }

    async fn answer(self, stop: &AtomicBool) -> Result<(), ServeError> {
        let listener = tokio::net::TcpListener::from_std(self.listener).map_err(ServeError::System)?;
        let app = Arc::clone(&self.app);
        let router = routes::router(self.app);
        let connections = Arc::new(Semaphore::new(MAX_CONNECTIONS));
        let mut cleared = Instant::now();
        loop {
            if stop.load(Ordering::Relaxed) {
                return Ok(());
            }
            if cleared.elapsed() >= CLEAR_AGAIN {
                cleared = Instant::now();
                app.evaluations.clear(KEPT);
                app.lists.clear(KEPT);
            }
            let next = async {
                // What waits here waits in the queue of the system.
                let permit = Arc::clone(&connections).acquire_owned().await;
                (permit, listener.accept().await)
            };
            let Ok((permit, accepted)) = tokio::time::timeout(LOOK_AGAIN, next).await else { continue };
            let Ok((stream, _)) = accepted else {
                // No descriptors left, or a peer that has gone: the next one may fare better.
                tokio::time::sleep(LOOK_AGAIN).await;
                continue;
            };
            let _ = stream.set_nodelay(true);
            let service = TowerToHyperService::new(router.clone());
            tokio::spawn(async move {
                let _permit = permit;
                // A peer that breaks off, or speaks no HTTP, is its own affair.
                let _ = http1::Builder::new()
                    .timer(TokioTimer::new())
                    .header_read_timeout(MAX_HEAD_TIME)
                    .max_headers(MAX_HEADERS)
                    .serve_connection(TokioIo::new(stream), service)
                    .await;
            });
        }
    }
}
