//! Typst template files and input files in, PDF bytes or PNG pages out; and the way
//! back: PDF bytes in, an attached file out.
//!
//! The engine of `vereinbar`. It knows nothing of agreements: a caller hands it a set of
//! template files once ([`Engine::new`]) and a [`Job`] per document. It is the only
//! crate that names Typst or a PDF reader, and none of their types is in its interface.
//!
//! What a template can reach is exactly its own files, the inputs of the job and the
//! embedded fonts: there is no file system, no network, no package download, no system
//! font, no clock and no locale. The same job therefore gives the same bytes, on one
//! thread or many.
//!
//! ```
//! use vereinbar_pdf::{Job, Engine};
//!
//! let template = r#"
//!   #let data = json("data.json")
//!   #set document(title: data.title, date: datetime(year: 2027, month: 1, day: 1))
//!   #set text(font: "Noto Sans", lang: "de")
//!   = #data.title
//! "#;
//! let engine = Engine::new([("letter/main.typ".into(), template.as_bytes().into())])?;
//! let job = Job::new("letter/main.typ")
//!     .input("letter/data.json", r#"{"title": "Vereinbarung"}"#)
//!     .ident("letter 1");
//!
//! let pdf = engine.pdf(job)?;
//! assert!(pdf.bytes.starts_with(b"%PDF-1.7"));
//! assert_eq!(pdf.pages, 1);
//! # Ok::<(), vereinbar_pdf::EngineError>(())
//! ```

pub mod acroform;
pub mod attachment;
mod clusters;
mod diagnostic;
mod engine;
mod error;
mod fonts;
mod german;
mod glyphs;
mod job;
mod limits;
mod overlay;
mod path;
mod pdf;
mod preview;
mod standard;
mod template_files;
mod worker;
mod world;

pub use self::diagnostic::{Diagnostic, DiagnosticSeverity};
pub use self::engine::Engine;
pub use self::error::{EngineError, OverlayProblem};
pub use self::fonts::{covers, fonts};
pub use self::job::Job;
pub use self::limits::{MAX_PIXELS, MAX_PPI, MIN_PPI};
pub use self::overlay::OverlayFiles;
pub use self::pdf::Pdf;
pub use self::preview::{PageSelection, PngPage};
pub use self::standard::{Standard, UnknownStandard};
