//! A server on a port of its own, and requests as they go over the line.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

use vereinbar_server::{ServeOptions, Server};

pub(crate) struct Serving {
    pub(crate) host: String,
    pub(crate) token: String,
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

pub(crate) struct Answer {
    pub(crate) status: u16,
    head: String,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (own, value) = line.split_once(':')?;
            own.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }
}

impl Serving {
    pub(crate) fn start(options: &ServeOptions) -> Self {
        let server = Server::bind(options).unwrap();
        let address = server.address().strip_prefix("http://").unwrap().to_owned();
        let (host, token) = address.split_once("/?token=").unwrap();
        let (host, token) = (host.to_owned(), token.to_owned());
        let stop = Arc::new(AtomicBool::new(false));
        let own = Arc::clone(&stop);
        let thread = std::thread::spawn(move || server.run(&own).unwrap());
        Self { host, token, stop, thread: Some(thread) }
    }

    pub(crate) fn default() -> Self {
        Self::start(&ServeOptions::default())
    }

    /// Sends the bytes as they are, and reads to the end.
    pub(crate) fn raw(&self, request: &[u8]) -> Answer {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        stream.set_read_timeout(Some(Duration::from_mins(1))).unwrap();
        // A server that refuses may close before all is sent.
        let _ = stream.write_all(request);
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap_or(bytes.len().saturating_sub(4));
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
        Answer { status, head, body: bytes[(end + 4).min(bytes.len())..].to_vec() }
    }

    /// A request with these headers besides its length; without `Host` among them, the right one.
    pub(crate) fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
        let mut head = format!("{method} {path} HTTP/1.1\r\nConnection: close\r\nContent-Length: {}\r\n", body.len());
        if !headers.iter().any(|(name, _)| *name == "Host") {
            head.extend(["Host: ", &self.host, "\r\n"]);
        }
        for (name, value) in headers {
            head.extend([*name, ": ", *value, "\r\n"]);
        }
        self.raw(&[head.as_bytes(), b"\r\n", body].concat())
    }

    /// The cookie that the opened address gives.
    pub(crate) fn cookie(&self) -> String {
        let answer = self.send("GET", &format!("/?token={}", self.token), &[], b"");
        assert_eq!((answer.status, answer.header("location")), (303, Some("/")));
        answer.header("set-cookie").unwrap().split(';').next().unwrap().to_owned()
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.send("GET", path, &[("Cookie", &self.cookie())], b"")
    }

    /// What shows that a form is one of ours.
    pub(crate) fn form_token(&self) -> String {
        let page = self.get("/").text();
        page.split("name=\"_formular\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
    }

    /// A form as a browser sends it.
    pub(crate) fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let mut body = form_urlencoded::Serializer::new(String::new());
        body.append_pair("_formular", &self.form_token());
        body.extend_pairs(fields);
        let headers = [("Cookie", self.cookie()), ("Content-Type", "application/x-www-form-urlencoded".to_owned())];
        let headers: Vec<(&str, &str)> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.send("POST", path, &headers, body.finish().as_bytes())
    }

    /// A call of the interface for programs.
    pub(crate) fn call(&self, path: &str, media_type: &str, body: &[u8]) -> Answer {
        let token = format!("Bearer {}", self.token);
        self.send("POST", path, &[("Authorization", &token), ("Content-Type", media_type)], body)
    }

    /// Begins a call and reads nothing of its answer; what is given back holds the connection.
    pub(crate) fn begin(&self, path: &str, media_type: &str, body: &[u8]) -> TcpStream {
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer {}\r\nContent-Type: {media_type}\r\nContent-Length: {}\r\n\r\n",
            self.host,
            self.token,
            body.len()
        );
        let mut stream = TcpStream::connect(&self.host).unwrap();
        stream.write_all(&[head.as_bytes(), body].concat()).unwrap();
        let mut first = [0; 12];
        stream.read_exact(&mut first).unwrap();
        assert_eq!(&first, b"HTTP/1.1 200");
        stream
    }

    /// A question to the interface for programs.
    pub(crate) fn ask(&self, path: &str) -> Answer {
        self.send("GET", path, &[("Authorization", &format!("Bearer {}", self.token))], b"")
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// A body that came in pieces, put together.
pub(crate) fn dechunked(text: &str) -> String {
    let mut whole = Vec::new();
    let mut rest = text.as_bytes();
    while let Some(end) = rest.windows(2).position(|two| two == b"\r\n") {
        let bytes = usize::from_str_radix(std::str::from_utf8(&rest[..end]).unwrap(), 16).unwrap();
        if bytes == 0 {
            break;
        }
        whole.extend(&rest[end + 2..end + 2 + bytes]);
        rest = &rest[end + 2 + bytes + 2..];
    }
    String::from_utf8(whole).unwrap()
}

pub(crate) const JSON: &str = "application/json";
pub(crate) const PDF: &str = "application/pdf";

pub(crate) fn example() -> String {
    vereinbar_tests::fixture("qualitaetsentwicklungsvereinbarung", "beispiel").text().to_owned()
}

pub(crate) fn contract() -> String {
    vereinbar_tests::fixture("leq_vereinbarung", "beispiel").text().to_owned()
}

/// An agreement with a text that no field of a form holds.
pub(crate) fn with_a_long_text() -> String {
    let text = "Sehr ausführlich beschrieben. ".repeat(300);
    serde_json::json!({"art": "qualitaetsentwicklungsvereinbarung", "ziele": [{"ziel": text.trim()}]}).to_string()
}
