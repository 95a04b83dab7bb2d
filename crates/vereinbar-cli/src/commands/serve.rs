use std::process::ExitCode;

use vereinbar_server::{ServeOptions, Server};

use super::interruption::interruption;
use crate::args::ServeCommand;
use crate::failure::Failure;
use crate::tell::tell;
use crate::worker_process;

/// `vereinbar serve`: until Ctrl-C.
pub(super) fn run(command: &ServeCommand) -> Result<ExitCode, Failure> {
    let options = ServeOptions {
        port: command.port,
        listen: command.listen,
        token: command.token.clone(),
        host: command.host.clone(),
        folder: command.folder.clone(),
        worker: worker_process::command(),
    };
    let stop = interruption();
    let server = Server::bind(&options).map_err(Failure::Serve)?;
    server.remark().iter().for_each(tell);
    tell(format_args!("Das Formular ist geöffnet unter {}", server.address()));
    tell("Die Adresse gilt, solange das Programm läuft, und gibt Zugang: Geben Sie sie nicht weiter. Ende mit Strg+C.");
    if !command.no_open && open::that_detached(server.address()).is_err() {
        tell("Der Browser ließ sich nicht öffnen. Öffnen Sie die Adresse von Hand.");
    }
    server.run(&stop).map_err(Failure::Serve)?;
    Ok(ExitCode::SUCCESS)
}
