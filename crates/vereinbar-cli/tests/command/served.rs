//! The processes in which the service has PDFs read and made.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::Duration;

use crate::desk::{Desk, example};
use crate::process_table::{children, is_there, kill, until};

/// A service that does not outlive the test.
struct Service {
    child: Child,
    host: String,
    token: String,
}

impl Service {
    fn start(desk: &Desk) -> Self {
        let mut command = desk.command(&["serve", "--no-open"]);
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines().map(Result::unwrap);
        let said = lines.find(|line| line.contains("http://")).unwrap();
        let (host, token) = said.split_once("http://").unwrap().1.split_once("/?token=").unwrap();
        Self { child, host: host.to_owned(), token: token.to_owned() }
    }

    /// Status and body of an answer.
    fn call(&self, path: &str, media_type: &str, body: &[u8]) -> (u16, Vec<u8>) {
        let headers = format!("Authorization: Bearer {}\r\nContent-Type: {media_type}\r\n", self.token);
        let (head, answer) = self.ask(&format!("POST {path}"), &headers, body);
        (head.split(' ').nth(1).unwrap().parse().unwrap(), answer)
    }

    /// A page, as a browser is shown it.
    fn page(&self, path: &str) -> String {
        let (head, _) = self.ask(&format!("GET /?token={}", self.token), "", b"");
        let cookie = head.lines().find_map(|line| line.strip_prefix("set-cookie: ")).unwrap();
        let (_, page) = self.ask(&format!("GET {path}"), &format!("Cookie: {cookie}\r\n"), b"");
        String::from_utf8(page).unwrap()
    }

    /// Head and body of an answer.
    fn ask(&self, what: &str, headers: &str, body: &[u8]) -> (String, Vec<u8>) {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        stream.set_read_timeout(Some(Duration::from_mins(2))).unwrap();
        let head = format!(
            "{what} HTTP/1.1\r\nHost: {}\r\n{headers}Connection: close\r\nContent-Length: {}\r\n\r\n",
            self.host,
            body.len()
        );
        stream.write_all(&[head.as_bytes(), body].concat()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let end = answer.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
        (String::from_utf8_lossy(&answer[..end]).into_owned(), answer.split_off(end + 4))
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn the_service_has_pdfs_read_and_made_in_processes_and_outlives_them() {
    let desk = Desk::new();
    desk.run(&["render", &example(), "-o", "v.pdf"]).expect(0, &[]);
    let (json, pdf) = (fs::read(example()).unwrap(), fs::read(desk.path("v.pdf")).unwrap());
    let data = desk.run(&["extract", "v.pdf"]).expect(0, &[]).stdout;
    let service = Service::start(&desk);
    let serve = || {
        let (status, made) = service.call("/v1/render", "application/json", &json);
        assert!(status == 200 && made == pdf, "{status}");
        let (status, read) = service.call("/v1/extract", "application/pdf", &pdf);
        assert_eq!((status, read.trim_ascii()), (200, data.trim_ascii()));
        // What is wrong is told as without processes.
        let (status, problem) = service.call("/v1/extract", "application/pdf", b"%PDF-1.7 kaputt");
        assert!(status == 422, "{status}: {}", String::from_utf8_lossy(&problem));
        let (status, problem) =
            service.call("/v1/render?fillable=true&require_complete=true", "application/json", &json);
        assert!(status == 400, "{status}: {}", String::from_utf8_lossy(&problem));
    };
    serve();
    let workers = children(service.child.id());
    assert!(!workers.is_empty());
    for worker in &workers {
        kill("-KILL", *worker);
    }
    until(|| !workers.iter().any(|worker| is_there(*worker)), "they end");
    serve();
    let workers = children(service.child.id());
    assert!(!workers.is_empty());
    kill("-KILL", service.child.id());
    until(|| !workers.iter().any(|worker| is_there(*worker)), "a process is left");
}

#[test]
fn the_service_has_pages_drawn_in_processes() {
    let desk = Desk::new();
    let json = fs::read(example()).unwrap();
    let service = Service::start(&desk);
    let form = || {
        let page = service.page("/neu/qualitaetsentwicklungsvereinbarung");
        assert!(page.contains("data:image/png;base64,"), "{page}");
    };
    let call = || {
        let (status, pages) = service.call("/v1/preview?pages=2", "application/json", &json);
        assert!(status == 200, "{status}: {}", String::from_utf8_lossy(&pages));
        // What does not exist is told as without processes.
        let (status, problem) = service.call("/v1/preview?pages=99", "application/json", &json);
        let problem = String::from_utf8(problem).unwrap();
        assert!(status == 400 && problem.contains("Seite 99"), "{status}: {problem}");
    };
    let draw: [&dyn Fn(); 2] = [&form, &call];
    for draw in draw {
        let workers = children(service.child.id());
        for worker in &workers {
            kill("-KILL", *worker);
        }
        until(|| !workers.iter().any(|worker| is_there(*worker)), "they end");
        draw();
        // A new one has drawn.
        assert!(!children(service.child.id()).is_empty());
    }
}
