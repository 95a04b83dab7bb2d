//! Threads of this process, as many as it has cores, with a queue that ends.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::{io, thread};

use tokio::sync::oneshot;
use vereinbar_workers::FAULT;

use super::perform::Performer;
use super::{Busy, Done, Failed, ServeTask, TaskRunner};

struct Order {
    task: ServeTask,
    answer: oneshot::Sender<Result<Done, Failed>>,
}

pub(crate) struct TaskPool {
    orders: SyncSender<Order>,
}

impl TaskPool {
    /// Starts the threads, each with its own copy of what does the tasks. `waiting` is how many
    /// may wait for one that is free.
    pub(crate) fn new(performer: &Performer, threads: usize, waiting: usize) -> io::Result<Self> {
        let (orders, receiver) = sync_channel::<Order>(waiting);
        let receiver = Arc::new(Mutex::new(receiver));
        for _ in 0..threads {
            let performer = performer.clone();
            let receiver = Arc::clone(&receiver);
            thread::Builder::new().name("vereinbar-serve".to_owned()).spawn(move || work(&performer, &receiver))?;
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
fn work(performer: &Performer, orders: &Mutex<Receiver<Order>>) {
    loop {
        let order = orders.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(Order { task, answer }) = order else { return };
        // Who asked may have gone.
        if answer.is_closed() {
            continue;
        }
        let outcome = catch_unwind(AssertUnwindSafe(|| performer.perform(task, &|| answer.is_closed())));
        let outcome = outcome.unwrap_or_else(|_| Err(Failed::Fault(FAULT.to_owned())));
        let _ = answer.send(outcome);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_tasks_wait_as_may_and_no_more() {
        // Nobody works, until one is taken here.
        let (orders, receiver) = sync_channel(2);
        let pool = TaskPool { orders };
        let task = || ServeTask::Propose { table: std::path::PathBuf::from("liste.csv"), art: None };
        let waiting = [pool.start(task()).unwrap(), pool.start(task()).unwrap()];
        assert_eq!(pool.start(task()).err(), Some(Busy));
        drop(receiver.recv().unwrap());
        assert!(pool.start(task()).is_ok());
        drop(waiting);
    }
}
