//! Answers that come piece by piece.

use std::convert::Infallible;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes};
use hyper::body::Frame;
use tokio::runtime::Handle;
use tokio::sync::mpsc;
use tokio::time::timeout;

/// So many pieces wait for a slow reader.
const WAITING: usize = 4;
const PIECE_BYTES: usize = 256 << 10;

/// How long a reader may take nothing before it is taken for gone.
const STALLED: Duration = Duration::from_mins(1);

/// Sends a piece from a thread; `false` once the reader has gone, or has taken nothing for so
/// long that it might as well have.
pub(crate) fn send(runtime: &Handle, sender: &mpsc::Sender<Bytes>, piece: Bytes) -> bool {
    runtime.block_on(async { matches!(timeout(STALLED, sender.send(piece)).await, Ok(Ok(()))) })
}

/// A body of what is sent into the channel; it ends with the sender, and the sender fails
/// once the reader has gone.
pub(crate) fn channel() -> (mpsc::Sender<Bytes>, Body) {
    let (sender, receiver) = mpsc::channel(WAITING);
    (sender, Body::new(Pieces(receiver)))
}

struct Pieces(mpsc::Receiver<Bytes>);

impl hyper::body::Body for Pieces {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        self.0.poll_recv(context).map(|piece| piece.map(|bytes| Ok(Frame::data(bytes))))
    }
}

/// A file as a body, with how long it is. `kept` lives until it is sent: its folder, say.
pub(crate) fn file(path: &Path, kept: impl Send + 'static) -> io::Result<(u64, Body)> {
    let file = File::open(path)?;
    let bytes = file.metadata()?.len();
    let (sender, body) = channel();
    let runtime = Handle::current();
    tokio::task::spawn_blocking(move || {
        let mut file = file.take(bytes);
        loop {
            let mut piece = Vec::with_capacity(PIECE_BYTES);
            // A file that ends too early is noticed by its length.
            let Ok(read) = (&mut file).take(PIECE_BYTES as u64).read_to_end(&mut piece) else { break };
            if read == 0 || !send(&runtime, &sender, piece.into()) {
                break;
            }
        }
        drop(kept);
    });
    Ok((bytes, body))
}
