//! Files that come with a request, written piece by piece to a folder that vanishes with them.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::extract::multipart::Field;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::StatusCode;
use axum::response::Response;
use tempfile::TempDir;
use vereinbar::file_name;
use vereinbar::limits::MAX_PDF_BYTES;
use vereinbar_tables::files;

use crate::app::App;
use crate::data::SentFields;
use crate::file_words::last_step;
use crate::form_request::{self, refused};

/// The most files of a request.
pub(crate) const MAX_FILES: usize = 5000;
/// The most fields beside them, and the most that one may hold.
pub(crate) const MAX_FIELDS: usize = 500;
pub(crate) const MAX_FIELD_BYTES: usize = 1 << 20;
/// The longest ending of a file that is one.
const MAX_ENDING: usize = 8;

/// The files of a request, and the fields beside them.
pub(crate) struct Upload {
    pub(crate) folder: TempDir,
    pub(crate) fields: SentFields,
    files: Vec<UploadedFile>,
    /// How often a name was there, so that many of one name cost no more than others.
    names: HashMap<String, usize>,
}

struct UploadedFile {
    field: String,
    /// As it was sent; its path may have a number more.
    name: String,
    path: PathBuf,
}

impl Upload {
    /// Receives the files of a request `multipart/form-data`.
    pub(crate) async fn receive(request: Request, app: &Arc<App>) -> Result<Self, StatusCode> {
        if !form_request::has_media_type(request.headers(), "multipart/form-data") {
            return Err(StatusCode::UNSUPPORTED_MEDIA_TYPE);
        }
        let _permit = app.uploads.acquire().await;
        let mut parts = Multipart::from_request(request, app).await.map_err(|error| error.status())?;
        let mut upload = Self {
            folder: tempfile::tempdir().map_err(|_| StatusCode::INSUFFICIENT_STORAGE)?,
            fields: SentFields::default(),
            files: Vec::new(),
            names: HashMap::new(),
        };
        let mut fields = 0;
        while let Some(part) = parts.next_field().await.map_err(|error| error.status())? {
            let field = part.name().unwrap_or_default().to_owned();
            if let Some(name) = part.file_name().map(str::to_owned) {
                upload.take(part, field, &name).await?;
                continue;
            }
            fields += 1;
            let text = text(part).await?;
            if fields > MAX_FIELDS {
                return Err(StatusCode::PAYLOAD_TOO_LARGE);
            }
            upload.fields.push(field, text);
        }
        Ok(upload)
    }

    /// Takes a file, under its name or one like it. Browsers send an empty one without a name
    /// where none was chosen.
    async fn take(&mut self, mut part: Field<'_>, field: String, name: &str) -> Result<(), StatusCode> {
        if self.files.len() >= MAX_FILES {
            return Err(StatusCode::PAYLOAD_TOO_LARGE);
        }
        let (path, file) = self.create(name).map_err(|_| StatusCode::INSUFFICIENT_STORAGE)?;
        let mut file = BufWriter::new(file);
        let mut is_empty = true;
        while let Some(bytes) = part.chunk().await.map_err(|error| error.status())? {
            is_empty &= bytes.is_empty();
            file.write_all(&bytes).map_err(|_| StatusCode::INSUFFICIENT_STORAGE)?;
        }
        file.flush().map_err(|_| StatusCode::INSUFFICIENT_STORAGE)?;
        if is_empty && name.is_empty() {
            let _ = std::fs::remove_file(&path);
        } else {
            let name = last_step(name).to_owned();
            self.files.push(UploadedFile { field, name, path });
        }
        Ok(())
    }

    fn create(&mut self, name: &str) -> io::Result<(PathBuf, File)> {
        let name = last_step(name);
        // The ending says what a file is: it stays where a long name is cut.
        let is_ending =
            |text: &str| (1..=MAX_ENDING).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric());
        let (stem, ending) = match name.rsplit_once('.').filter(|(_, ending)| is_ending(ending)) {
            Some((stem, ending)) => (stem, format!(".{ending}")),
            None => (name, String::new()),
        };
        let stem = Some(file_name::safe(stem)).filter(|stem| !stem.is_empty()).unwrap_or_else(|| "datei".to_owned());
        let count = self.names.entry(format!("{stem}{ending}").to_lowercase()).or_default();
        for number in *count + 1.. {
            *count = number;
            let more = if number == 1 { String::new() } else { format!(" ({number})") };
            let path = self.folder.path().join(format!("{stem}{more}{ending}"));
            match File::create_new(&path) {
                Ok(file) => return Ok((path, file)),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }

    /// The files that were sent in this field, in their order.
    pub(crate) fn files(&self, field: &str) -> Vec<PathBuf> {
        self.files.iter().filter(|file| file.field == field).map(|file| file.path.clone()).collect()
    }

    /// The one file of this field.
    pub(crate) fn file(&self, field: &str) -> Option<&Path> {
        self.one(field).map(|file| file.path.as_path())
    }

    /// What it is called.
    pub(crate) fn file_name(&self, field: &str) -> Option<&str> {
        self.one(field).map(|file| file.name.as_str())
    }

    fn one(&self, field: &str) -> Option<&UploadedFile> {
        self.files.iter().find(|file| file.field == field)
    }
}

/// The bytes of a file that was received, as many as an agreement may have. Read on a thread of
/// its own: the threads of the service are for requests.
pub(crate) async fn bytes(path: &Path) -> Result<Vec<u8>, StatusCode> {
    let path = path.to_owned();
    let read = tokio::task::spawn_blocking(move || files::read(&path, MAX_PDF_BYTES as u64)).await;
    match read {
        Ok(Ok(Some(bytes))) => Ok(bytes),
        Ok(Ok(None)) => Err(StatusCode::PAYLOAD_TOO_LARGE),
        _ => Err(StatusCode::BAD_REQUEST),
    }
}

/// Why there are none, in German.
pub(crate) fn unread(status: StatusCode) -> String {
    match status {
        StatusCode::PAYLOAD_TOO_LARGE => format!("Eine Vereinbarung darf höchstens {} MiB haben.", MAX_PDF_BYTES >> 20),
        _ => "Die Datei kann nicht gelesen werden.".to_owned(),
    }
}

async fn text(mut part: Field<'_>) -> Result<String, StatusCode> {
    let mut bytes = Vec::new();
    while let Some(more) = part.chunk().await.map_err(|error| error.status())? {
        bytes.extend_from_slice(&more);
        if bytes.len() > MAX_FIELD_BYTES {
            return Err(StatusCode::PAYLOAD_TOO_LARGE);
        }
    }
    String::from_utf8(bytes).map_err(|_| StatusCode::BAD_REQUEST)
}

/// The files of one of our own pages.
pub(crate) struct PageUpload(pub(crate) Upload);

impl FromRequest<Arc<App>> for PageUpload {
    type Rejection = Response;

    async fn from_request(request: Request, app: &Arc<App>) -> Result<Self, Response> {
        let upload = Upload::receive(request, app).await.map_err(refused)?;
        form_request::without_token(app, &upload.fields).map_or(Ok(Self(upload)), Err)
    }
}
