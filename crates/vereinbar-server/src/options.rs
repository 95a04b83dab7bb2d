//! Where the server listens, and for whom.

use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;

use vereinbar_workers::{WorkerCommand, WorkerOptions};

use crate::error::ServeError;
use crate::time_limits::TimeLimits;

/// The shortest token that one may choose: 16 characters.
pub(crate) const MIN_TOKEN_CHARS: usize = 16;

/// How the server runs. The default is a port of the system's choice on this computer
/// alone, with a token of its own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ServeOptions {
    /// The port; 0 is one that is free.
    pub port: u16,
    /// The address of the network card to listen on. Without it only this computer
    /// reaches the server; with another one a [`token`](Self::token) must be chosen.
    pub listen: Option<IpAddr>,
    /// What programs send as `Authorization: Bearer …` and what the opened address holds.
    /// Without it one is drawn at every start.
    pub token: Option<String>,
    /// Names under which the server is reached besides its address, such as
    /// `formulare.example`. Requests for another host are refused.
    pub host: Vec<String>,
    /// The folder whose agreements are listed, opened and saved.
    pub folder: Option<PathBuf>,
    /// How a process is started in which PDFs are read and made, so that one that is made to do
    /// harm takes nothing down. Without it, threads of this process do that.
    pub worker: Option<WorkerCommand>,
}

impl ServeOptions {
    /// How evaluations and runs over tables read and make PDFs, be they few: each in a process, in
    /// the time that a task has at most.
    pub(crate) fn workers(&self) -> WorkerOptions {
        let time_limit = self.worker.as_ref().map(|_| TimeLimits::SERVED.task);
        WorkerOptions { worker: self.worker.clone(), time_limit, ..WorkerOptions::default() }
    }

    pub(crate) fn address(&self) -> IpAddr {
        self.listen.unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST))
    }

    pub(crate) fn check(&self) -> Result<(), ServeError> {
        let address = self.address();
        if !address.is_loopback() && self.token.is_none() {
            return Err(ServeError::NoToken);
        }
        if address.is_unspecified() && self.host.is_empty() {
            return Err(ServeError::NoHost);
        }
        // As it stands in an address and a header.
        let is_token = |token: &String| {
            token.len() >= MIN_TOKEN_CHARS
                && token.len() <= 200
                && token.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~'))
        };
        if !self.token.iter().all(is_token) {
            return Err(ServeError::WeakToken);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_run_makes_has_a_process_and_its_limits_however_little_it_is() {
        let options = ServeOptions { worker: Some(WorkerCommand::new("vereinbar")), ..ServeOptions::default() };
        let workers = options.workers();
        assert!(workers.sets_limits() && workers.worker.is_some());
        assert_eq!(workers.time_limit, Some(TimeLimits::SERVED.task));
        assert!(!ServeOptions::default().workers().sets_limits());
    }

    #[test]
    fn other_computers_need_a_token_and_a_name() {
        let options = |listen: &str, token: Option<&str>, host: &[&str]| {
            ServeOptions {
                listen: listen.parse().ok(),
                token: token.map(str::to_owned),
                host: host.iter().map(|&host| host.to_owned()).collect(),
                ..ServeOptions::default()
            }
            .check()
        };
        let token = Some("0123456789abcdef");
        assert!(options("127.0.0.1", None, &[]).is_ok());
        assert!(options("::1", None, &[]).is_ok());
        assert!(matches!(options("192.0.2.1", None, &[]), Err(ServeError::NoToken)));
        assert!(options("192.0.2.1", token, &[]).is_ok());
        assert!(matches!(options("0.0.0.0", token, &[]), Err(ServeError::NoHost)));
        assert!(options("0.0.0.0", token, &["formulare.example"]).is_ok());
        for weak in ["", "kurz", "0123456789abcde", "0123456789abcdeä", "0123456789 abcdef"] {
            assert!(matches!(options("127.0.0.1", Some(weak), &[]), Err(ServeError::WeakToken)), "{weak}");
        }
    }
}
