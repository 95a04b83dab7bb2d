//! The token of a start, and what is derived of it.

use vereinbar::digest::Digest;

use crate::error::ServeError;
use crate::options::ServeOptions;

/// What a request has to show.
pub(crate) struct Access {
    token: Digest,
    /// What the cookie holds. It is no token, so that a cookie that gets out opens no
    /// interface for programs.
    session: String,
    form_token: String,
    /// With the port, since cookies of one host are shared by its ports.
    cookie: String,
    hosts: Vec<String>,
}

impl Access {
    /// The access, and the token in full, which only the opened address holds.
    pub(crate) fn new(options: &ServeOptions, port: u16) -> Result<(Self, String), ServeError> {
        let token = match &options.token {
            Some(token) => token.clone(),
            None => random()?,
        };
        let access = Self {
            token: digest(&token),
            session: digest(&format!("session {port} {token}")).to_string(),
            form_token: digest(&format!("form {port} {token}")).to_string(),
            cookie: format!("vereinbar-{port}"),
            hosts: hosts(options, port),
        };
        Ok((access, token))
    }

    /// Compares digests: how long that takes says nothing about the token.
    pub(crate) fn is_token(&self, given: &str) -> bool {
        digest(given) == self.token
    }

    pub(crate) fn is_form_token(&self, given: &str) -> bool {
        digest(given) == digest(&self.form_token)
    }

    pub(crate) fn form_token(&self) -> &str {
        &self.form_token
    }

    pub(crate) fn is_host(&self, host: &str) -> bool {
        self.hosts.iter().any(|allowed| allowed.eq_ignore_ascii_case(host))
    }

    /// Whether the value of a header `Origin` is one of our own pages. A proxy may speak TLS.
    pub(crate) fn is_origin(&self, origin: &str) -> bool {
        let host = origin.strip_prefix("http://").or_else(|| origin.strip_prefix("https://"));
        host.is_some_and(|host| self.is_host(host))
    }

    /// Whether the value of a header `Cookie` has the session.
    pub(crate) fn has_session(&self, cookies: &str) -> bool {
        cookies
            .split(';')
            .filter_map(|cookie| cookie.trim().split_once('='))
            .any(|(name, value)| name == self.cookie && digest(value) == digest(&self.session))
    }

    pub(crate) fn set_cookie(&self) -> String {
        format!("{}={}; Path=/; HttpOnly; SameSite=Strict", self.cookie, self.session)
    }
}

/// How the server may be called in an address.
fn hosts(options: &ServeOptions, port: u16) -> Vec<String> {
    let address = options.address();
    let mut names = Vec::new();
    if address.is_loopback() {
        names.push("localhost".to_owned());
    }
    if !address.is_unspecified() {
        names.push(if address.is_ipv6() { format!("[{address}]") } else { address.to_string() });
    }
    let own = names.len();
    names.extend(options.host.iter().cloned());
    let with_port = names.iter().map(|name| format!("{name}:{port}"));
    // Browsers leave out the port of the protocol; a proxy in front has another.
    let without_port = names.iter().skip(if port == 80 { 0 } else { own }).cloned();
    with_port.chain(without_port).collect()
}

/// Thirty-two bytes that nobody guesses, as hexadecimal digits.
pub(crate) fn random() -> Result<String, ServeError> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|error| ServeError::System(std::io::Error::other(error)))?;
    Ok(Digest::of(&bytes).to_string())
}

fn digest(text: &str) -> Digest {
    Digest::of(text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_start_has_a_token_of_its_own_and_knows_it() {
        let (access, token) = Access::new(&ServeOptions::default(), 8080).unwrap();
        let (_, other) = Access::new(&ServeOptions::default(), 8080).unwrap();
        assert_ne!(token, other);
        assert!(access.is_token(&token) && !access.is_token(&other) && !access.is_token(""));
        let cookie = access.set_cookie();
        let session = cookie.split(';').next().unwrap();
        assert!(access.has_session(&format!("a=b; {session}")));
        assert!(!access.has_session(&session.replace("8080", "8081")) && !access.has_session("vereinbar-8080="));
        assert!(!cookie.contains(&token) && !access.is_token(session.split('=').nth(1).unwrap()));
        assert!(access.is_form_token(access.form_token()) && !access.is_form_token(&token));
    }

    #[test]
    fn hosts_are_exact() {
        let (access, _) = Access::new(&ServeOptions::default(), 8080).unwrap();
        for host in ["127.0.0.1:8080", "localhost:8080", "LOCALHOST:8080"] {
            assert!(access.is_host(host) && access.is_origin(&format!("http://{host}")), "{host}");
        }
        for host in ["", "localhost", "127.0.0.1:8081", "evil.example:8080", "localhost:8080.evil.example"] {
            assert!(!access.is_host(host) && !access.is_origin(&format!("http://{host}")), "{host}");
        }
        assert!(!access.is_origin("null") && !access.is_origin("ftp://localhost:8080"));
        let options = ServeOptions { host: vec!["formulare.example".into()], ..ServeOptions::default() };
        let (access, _) = Access::new(&options, 8080).unwrap();
        assert!(access.is_host("formulare.example") && access.is_origin("https://formulare.example"));
    }
}
