//! Threads of this process, as many as it has cores, with a queue that ends.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::{io, thread};

use tokio::sync::oneshot;
use vereinbar::Renderer;

use super::{Busy, Done, Failed, ServeTask, TaskRunner, perform};

struct Order {
    task: ServeTask,
    answer: oneshot::Sender<Result<Done, Failed>>,
}

pub(crate) struct TaskPool {
    orders: SyncSender<Order>,
}

impl TaskPool {
    /// Starts the threads. `waiting` is how many tasks may wait for one that is free.
    pub(crate) fn new(renderer: &Renderer, threads: usize, waiting: usize) -> io::Result<Self> {
        let (orders, receiver) = sync_channel::<Order>(waiting);
        let receiver = Arc::new(Mutex::new(receiver));
        for _ in 0..threads {
            let (renderer, receiver) = (renderer.clone(), Arc::clone(&receiver));
            thread::Builder::new().name("vereinbar-serve".to_owned()).spawn(move || work(&renderer, &receiver))?;
        }
        Ok(Self { orders })
    }
}

impl TaskRunner for TaskPool {
    fn start(&self, task: ServeTask) -> Result<oneshot::Receiver<Result<Done, Failed>>, Busy> {
        let (answer, receiver) = oneshot::channel();
        self.orders.try_send(Order { task, answer }).map_err(|_| Busy)?;
        Ok(receiver)
    }
}

/// Until the pool is gone.
fn work(renderer: &Renderer, orders: &Mutex<Receiver<Order>>) {
    loop {
        let order = orders.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(Order { task, answer }) = order else { return };
        // Who asked may have gone.
        if answer.is_closed() {
            continue;
        }
        let outcome = catch_unwind(AssertUnwindSafe(|| perform::perform(renderer, task)));
        let outcome = outcome.unwrap_or_else(|_| {
            Err(Failed::Fault("Im Programm ist ein interner Fehler aufgetreten. Bitte melden Sie ihn.".to_owned()))
        });
        let _ = answer.send(outcome);
    }
}
