//! The thread that waits for a process, so that nobody else has to wait for longer than he
//! will: a pipe cannot be read with a limit of time.

use std::io;
use std::process::{ChildStdin, ChildStdout};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use crate::pipe_message::Message;

/// Takes messages to a process and brings its answers.
pub(crate) struct Courier {
    messages: Sender<Message>,
    answers: Receiver<Message>,
}

/// Why there is no answer.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum NoAnswer {
    /// Not within this time.
    Yet,
    /// Never: the pipes are closed, or hold something else.
    Ever,
}

impl Courier {
    /// Ends when it is dropped, as soon as the process has ended.
    pub(crate) fn new(mut to: ChildStdin, mut from: ChildStdout) -> io::Result<Self> {
        let (messages, waiting) = mpsc::channel::<Message>();
        let (answer, answers) = mpsc::channel();
        thread::Builder::new().name("vereinbar-courier".to_owned()).stack_size(256 << 10).spawn(move || {
            for message in waiting {
                if message.write(&mut to).is_err() {
                    return;
                }
                let Ok(Some(message)) = Message::read(&mut from) else { return };
                if answer.send(message).is_err() {
                    return;
                }
            }
        })?;
        Ok(Self { messages, answers })
    }

    /// Sends a message; what comes of it, [`wait`](Self::wait) says.
    pub(crate) fn send(&self, message: Message) {
        let _ = self.messages.send(message);
    }

    /// Waits for the next answer.
    pub(crate) fn wait(&self, time: Duration) -> Result<Message, NoAnswer> {
        self.answers.recv_timeout(time).map_err(|error| match error {
            RecvTimeoutError::Timeout => NoAnswer::Yet,
            RecvTimeoutError::Disconnected => NoAnswer::Ever,
        })
    }
}
