//! Who and what is refused.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use vereinbar_server::{ServeError, ServeOptions, Server};

use crate::support::{JSON, PDF, Serving, example};

#[test]
fn other_computers_are_not_let_in_without_a_token() {
    let options = ServeOptions { listen: "0.0.0.0".parse().ok(), ..ServeOptions::default() };
    assert!(matches!(Server::bind(&options), Err(ServeError::NoToken)));
    let serving = Serving::default();
    assert!(serving.host.starts_with("127.0.0.1:"), "{}", serving.host);
}

#[test]
fn a_port_that_is_taken_and_a_folder_that_is_not_there_are_said() {
    let serving = Serving::default();
    let port = serving.host.rsplit(':').next().unwrap().parse().unwrap();
    let taken = Server::bind(&ServeOptions { port, ..ServeOptions::default() });
    assert!(matches!(taken, Err(ServeError::Port { .. })));
    let missing = Server::bind(&ServeOptions { folder: Some("/gibt/es/nicht".into()), ..ServeOptions::default() });
    assert!(matches!(missing, Err(ServeError::Folder { .. })));
}

#[test]
fn another_host_is_refused_whatever_it_brings() {
    let serving = Serving::default();
    let (cookie, bearer) = (serving.cookie(), format!("Bearer {}", serving.token));
    let port = serving.host.rsplit(':').next().unwrap();
    let others = [
        "evil.example".to_owned(),
        format!("evil.example:{port}"),
        format!("localhost.evil.example:{port}"),
        "127.0.0.1:1".into(),
        String::new(),
    ];
    for host in &others {
        for path in ["/", "/v1/schema", "/v1/health", "/assets/stil.css"] {
            let answer =
                serving.send("GET", path, &[("Host", host), ("Cookie", &cookie), ("Authorization", &bearer)], b"");
            assert_eq!(answer.status, 421, "{host} {path}");
        }
    }
    let twice = format!(
        "GET / HTTP/1.1\r\nConnection: close\r\nHost: {0}\r\nHost: {0}\r\nCookie: {cookie}\r\n\r\n",
        serving.host
    );
    assert!(matches!(serving.raw(twice.as_bytes()).status, 400 | 421));
    let none = format!("GET / HTTP/1.1\r\nConnection: close\r\nCookie: {cookie}\r\n\r\n");
    assert!(matches!(serving.raw(none.as_bytes()).status, 400 | 421));
    let local = format!("localhost:{port}");
    assert_eq!(serving.send("GET", "/", &[("Host", &local), ("Cookie", &cookie)], b"").status, 200);
}

#[test]
fn another_page_is_refused() {
    let serving = Serving::default();
    let cookie = serving.cookie();
    for (name, value) in [
        ("Origin", "http://evil.example"),
        ("Origin", "null"),
        ("Origin", "http://127.0.0.1:1"),
        ("Sec-Fetch-Site", "cross-site"),
        // Another port of this computer is the same site.
        ("Sec-Fetch-Site", "same-site"),
    ] {
        for path in ["/", "/v1/health", &format!("/?token={}", serving.token)] {
            assert_eq!(
                serving.send("GET", path, &[("Cookie", &cookie), (name, value)], b"").status,
                403,
                "{name}: {value} {path}"
            );
        }
    }
    let own = format!("http://{}", serving.host);
    for (name, value) in [("Origin", own.as_str()), ("Sec-Fetch-Site", "same-origin"), ("Sec-Fetch-Site", "none")] {
        assert_eq!(serving.send("GET", "/", &[("Cookie", &cookie), (name, value)], b"").status, 200, "{name}: {value}");
    }
}

#[test]
fn without_the_token_there_is_nothing() {
    let serving = Serving::default();
    for path in ["/", "/neu/leq_vereinbarung", "/ordner/a.json", "/?token=falsch", "/?token=", "/gibt-es-nicht"] {
        let answer = serving.send("GET", path, &[], b"");
        assert_eq!(answer.status, 401, "{path}");
        assert!(answer.header("set-cookie").is_none());
    }
    for header in ["Bearer falsch", "Bearer ", "Basic abc", &serving.token] {
        let answer = serving.send("GET", "/v1/schema", &[("Authorization", header)], b"");
        assert_eq!((answer.status, answer.header("www-authenticate")), (401, Some("Bearer")), "{header}");
        assert_eq!(answer.json()["type"], "urn:vereinbar:problem:refused");
    }
    // The cookie of a page opens no interface for programs, and the token no page by itself.
    let cookie = serving.cookie();
    assert_eq!(serving.send("GET", "/v1/schema", &[("Cookie", &cookie)], b"").status, 401);
    assert_eq!(serving.send("GET", "/", &[("Authorization", &format!("Bearer {}", serving.token))], b"").status, 401);
    assert!(!cookie.contains(&serving.token));
    let answer = serving.send("GET", &format!("/?token={}", serving.token), &[], b"");
    let set = answer.header("set-cookie").unwrap();
    assert!(set.contains("HttpOnly") && set.contains("SameSite=Strict"), "{set}");
    // Another start has another one.
    let other = Serving::default();
    assert_eq!(other.send("GET", "/", &[("Cookie", &cookie)], b"").status, 401);
}

#[test]
fn a_form_that_is_none_of_ours_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let serving = Serving::start(&ServeOptions { folder: Some(folder.path().into()), ..ServeOptions::default() });
    let cookie = serving.cookie();
    let daten: String = form_urlencoded::byte_serialize(example().as_bytes()).collect();
    for token in ["", "_formular=falsch&", &format!("_formular={}&", serving.token)] {
        for path in ["/formular", "/ordner", "/pdf", "/json", "/oeffnen", "/speichern", "/seiten"] {
            let body = format!("{token}daten={daten}&name=a.json&ablegen=neu");
            let headers = [("Cookie", cookie.as_str()), ("Content-Type", "application/x-www-form-urlencoded")];
            assert_eq!(serving.send("POST", path, &headers, body.as_bytes()).status, 403, "{path} {token}");
        }
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    // A page elsewhere can send text without asking first.
    let answer =
        serving.send("POST", "/formular", &[("Cookie", &cookie), ("Content-Type", "text/plain")], b"_formular=x");
    assert_eq!(answer.status, 415);
}

#[test]
fn every_answer_forbids_scripts_and_frames() {
    let serving = Serving::default();
    for answer in
        [serving.get("/"), serving.get("/gibt-es-nicht"), serving.send("GET", "/", &[], b""), serving.ask("/v1/schema")]
    {
        let policy = answer.header("content-security-policy").unwrap();
        assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "{policy}");
        assert!(!policy.contains("unsafe"), "{policy}");
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
        assert_eq!(answer.header("cache-control"), Some("no-store"));
        assert_eq!(answer.header("cross-origin-resource-policy"), Some("same-origin"));
        assert!(answer.header("access-control-allow-origin").is_none());
    }
    let page = serving.get("/neu/qualitaetsentwicklungsvereinbarung").text();
    for inline in ["<style", "style=", " onclick", "javascript:"] {
        assert!(!page.contains(inline), "{inline}");
    }
    assert_eq!(page.matches("<script").count(), page.matches("<script type=\"module\" src=\"/assets/").count());
}

#[test]
fn no_path_leads_out_of_the_folder() {
    let outside = tempfile::tempdir().unwrap();
    let folder = outside.path().join("akten");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(outside.path().join("geheim.json"), example()).unwrap();
    let serving = Serving::start(&ServeOptions { folder: Some(folder.clone()), ..ServeOptions::default() });
    for name in [
        "..%2Fgeheim.json",
        "%2e%2e%2fgeheim.json",
        "../geheim.json",
        "..%5Cgeheim.json",
        "%2Fetc%2Fpasswd",
        "a%00.json",
    ] {
        let answer = serving.get(&format!("/ordner/{name}"));
        assert_eq!(answer.status, 404, "{name}");
        assert!(!answer.text().contains("Beispielträger"), "{name}");
    }
    for name in ["../neu.json", "/tmp/neu.json", "..\\neu.json", "a/b.json", ".versteckt.json", "neu.txt", ""] {
        let answer = serving.post("/ordner", &[("daten", &example()), ("name", name), ("ablegen", "neu")]);
        assert_eq!(answer.status, 422, "{name}");
    }
    // What stands in the form is no proof of what was opened.
    let answer = serving.post(
        "/ordner",
        &[("daten", &example()), ("datei", "../geheim.json"), ("version", "x"), ("ablegen", "ersetzen")],
    );
    assert_eq!(answer.status, 422);
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0);
    assert_eq!(std::fs::read_dir(outside.path()).unwrap().count(), 2);
    for path in ["/assets/..%2f..%2fCargo.toml", "/assets/../src/lib.rs", "/assets/"] {
        assert_eq!(serving.get(path).status, 404, "{path}");
    }
}

#[test]
fn what_is_too_large_is_refused_before_it_is_read() {
    let serving = Serving::default();
    let answer = serving.call("/v1/validate", JSON, &vec![b' '; (8 << 20) + 1]);
    assert_eq!((answer.status, &answer.json()["type"]), (413, &"urn:vereinbar:problem:too_large".into()));
    let answer = serving.call("/v1/extract", PDF, &vec![b'%'; (65 << 20) + 1]);
    assert_eq!(answer.status, 413);
    let fields: String = (0..20_001).map(|_| "a=&").collect();
    let headers = [("Cookie", serving.cookie()), ("Content-Type", "application/x-www-form-urlencoded".to_owned())];
    let headers: Vec<(&str, &str)> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(serving.send("POST", "/formular", &headers, fields.as_bytes()).status, 413);
    let many = "--x\r\nContent-Disposition: form-data; name=\"f\"\r\n\r\n\r\n".repeat(40);
    let headers = [headers[0], ("Content-Type", "multipart/form-data; boundary=x")];
    assert_eq!(serving.send("POST", "/oeffnen", &headers, format!("{many}--x--\r\n").as_bytes()).status, 413);
    let headers = "X-Y: z\r\n".repeat(100);
    let answer = serving.raw(format!("GET / HTTP/1.1\r\nHost: {}\r\n{headers}\r\n", serving.host).as_bytes());
    assert_eq!(answer.status, 431);
}

#[test]
fn who_is_slow_holds_up_nobody_and_is_let_go() {
    let serving = Serving::default();
    let mut slow = TcpStream::connect(&serving.host).unwrap();
    slow.write_all(b"GET / HTTP/1.1\r\nHost: ").unwrap();
    assert_eq!(serving.ask("/v1/health").status, 200);
    let start = Instant::now();
    slow.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    let mut rest = Vec::new();
    let _ = slow.read_to_end(&mut rest);
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
}

/// How many may wait depends on the cores: that one too many is sent away is held in `routes` and in `task_pool`.
#[test]
fn of_a_hundred_jobs_at_once_each_is_done_or_sent_away_with_a_time() {
    let serving = Serving::default();
    let heavy = crate::support::contract();
    let statuses: Vec<(u16, bool)> = std::thread::scope(|scope| {
        let ask = || {
            let answer = serving.call("/v1/preview?ppi=72", JSON, heavy.as_bytes());
            (answer.status, answer.header("retry-after").is_some())
        };
        let asked: Vec<_> = (0..100).map(|_| scope.spawn(ask)).collect();
        asked.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert!(statuses.iter().any(|(status, _)| *status == 200), "{statuses:?}");
    assert!(
        statuses.iter().all(|(status, waits)| (*status == 503) == *waits && matches!(status, 200 | 503)),
        "{statuses:?}"
    );
    assert!(serving.ask("/v1/metrics").text().contains("vereinbar_busy_total "));
    assert_eq!(serving.call("/v1/validate", JSON, example().as_bytes()).status, 200);
}

#[test]
fn an_option_that_is_unknown_twice_or_wrong_is_said() {
    let serving = Serving::default();
    for query in ["stufe=entwurf", "stage=fertig", "stage=entwurf&stage=entwurf", "stichtag=morgen"] {
        let answer = serving.call(&format!("/v1/validate?{query}"), JSON, example().as_bytes());
        assert_eq!((answer.status, &answer.json()["type"]), (400, &"urn:vereinbar:problem:request".into()), "{query}");
    }
    for query in ["pages=0", "pages=99", "ppi=5", "ppi=viel", "require_complete=ja"] {
        assert_eq!(serving.call(&format!("/v1/preview?{query}"), JSON, example().as_bytes()).status, 400, "{query}");
    }
    let (status, detail) = (400, "„entries“: Möglich ist eine ganze Zahl von 1 bis 200.");
    for entries in ["0", "201", "viel"] {
        let answer = serving.ask(&format!("/v1/table?art=leq_vereinbarung&entries={entries}"));
        assert_eq!((answer.status, &answer.json()["detail"]), (status, &detail.into()), "{entries}");
    }
    for media_type in ["text/plain", "", "application/x-www-form-urlencoded"] {
        assert_eq!(serving.call("/v1/validate", media_type, b"{}").status, 415, "{media_type}");
    }
    assert_eq!(serving.call("/v1/extract", JSON, example().as_bytes()).status, 415);
    assert_eq!(serving.call("/v1/validate", PDF, example().as_bytes()).status, 400);
    assert_eq!(serving.call("/v1/validate", JSON, b"%PDF-1.7").status, 400);
    assert_eq!(serving.ask("/v1/validate").status, 405);
    assert_eq!(serving.ask("/v1/gibt-es-nicht").json()["type"], "urn:vereinbar:problem:not_found");
    assert_eq!(serving.ask("/v1/schema/kaufvertrag").status, 404);
}
