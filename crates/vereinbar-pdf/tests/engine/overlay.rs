use std::fs;
use std::path::Path;

use tempfile::TempDir;
use vereinbar_pdf::{Engine, EngineError, Job, Overlay, OverlayProblem, Standard};

use crate::templates::engine;

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn base() -> Engine {
    engine(&[("a/main.typ", "#include \"part.typ\""), ("a/part.typ", "Vorlage")])
}

fn pages(engine: &Engine) -> usize {
    engine.pdf(Job::new("a/main.typ").standard(Standard::Plain)).unwrap().pages
}

fn problem(folder: &Path) -> OverlayProblem {
    match Overlay::read(folder) {
        Err(EngineError::Overlay { problem, .. }) => problem,
        other => panic!("{other:?}"),
    }
}

#[test]
fn replaces_and_adds_single_files() {
    let base = base();
    let folder = folder(&[
        ("a/part.typ", "#include \"/new/more.typ\""),
        ("new/more.typ", "Eins #pagebreak() Zwei"),
        (".git/config", "x"),
    ]);
    let overlaid = base.with_overlay(Overlay::read(folder.path()).unwrap()).unwrap();
    assert_eq!((pages(&base), pages(&overlaid)), (1, 2));

    // Read once.
    fs::write(folder.path().join("new/more.typ"), "Eins").unwrap();
    assert_eq!(pages(&overlaid), 2);
    assert_eq!(pages(&base.with_overlay(Overlay::read(folder.path()).unwrap()).unwrap()), 1);
}

#[test]
fn an_error_in_an_overlay_names_its_file() {
    let folder = folder(&[("a/part.typ", "\n#broken(")]);
    let overlaid = base().with_overlay(Overlay::read(folder.path()).unwrap()).unwrap();
    let error = overlaid.pdf(Job::new("a/main.typ")).unwrap_err();
    assert!(error.to_string().contains("(a/part.typ, Zeile 2)"), "{error}");
}

#[test]
fn refuses_what_is_no_folder() {
    let folder = folder(&[("file", "x")]);
    assert!(matches!(problem(&folder.path().join("file")), OverlayProblem::NotAFolder));
    assert!(matches!(problem(&folder.path().join("none")), OverlayProblem::Unreadable(_)));
}

#[test]
fn refuses_too_many_too_large_too_deep() {
    let many = tempfile::tempdir().unwrap();
    for index in 0..=500 {
        fs::write(many.path().join(index.to_string()), "").unwrap();
    }
    assert!(matches!(problem(many.path()), OverlayProblem::TooManyFiles));

    let large = folder(&[]);
    fs::write(large.path().join("x"), vec![0; (16 << 20) + 1]).unwrap();
    assert!(matches!(problem(large.path()), OverlayProblem::TooLarge));

    let large = folder(&[]);
    for index in 0..5 {
        fs::write(large.path().join(index.to_string()), vec![0; 15 << 20]).unwrap();
    }
    assert!(matches!(problem(large.path()), OverlayProblem::TooLarge));

    let deep = folder(&[(&format!("{}x", "d/".repeat(16)), "x")]);
    assert!(matches!(problem(deep.path()), OverlayProblem::TooDeep));
    let deep_enough = folder(&[(&format!("{}x", "d/".repeat(15)), "x")]);
    assert!(Overlay::read(deep_enough.path()).is_ok());
}

#[test]
fn refuses_typst_code_that_is_not_utf_8() {
    let folder = folder(&[]);
    fs::write(folder.path().join("x.typ"), b"\xff").unwrap();
    assert!(matches!(base().with_overlay(Overlay::read(folder.path()).unwrap()), Err(EngineError::NotUtf8 { .. })));
}

#[cfg(unix)]
#[test]
fn follows_links_to_files_inside_only() {
    use std::os::unix::fs::symlink;

    let outside = folder(&[("secret", "x")]);
    let inside = folder(&[("a/other.typ", "Eins #pagebreak() Zwei")]);
    symlink("other.typ", inside.path().join("a/part.typ")).unwrap();
    assert_eq!(pages(&base().with_overlay(Overlay::read(inside.path()).unwrap()).unwrap()), 2);

    for target in [outside.path().join("secret"), outside.path().to_owned(), inside.path().join("a"), "none".into()] {
        let link = inside.path().join("link");
        symlink(&target, &link).unwrap();
        assert!(matches!(problem(inside.path()), OverlayProblem::Link), "{}", target.display());
        fs::remove_file(link).unwrap();
    }
}

#[cfg(unix)]
#[test]
fn refuses_pipes_and_odd_names() {
    let pipe = folder(&[]);
    let made = std::process::Command::new("mkfifo").arg(pipe.path().join("pipe")).status();
    if made.is_ok_and(|status| status.success()) {
        assert!(matches!(problem(pipe.path()), OverlayProblem::NotAFile));
    }
    assert!(matches!(problem(folder(&[("a\\b", "x")]).path()), OverlayProblem::Name));
    assert!(matches!(problem(folder(&[("a\nb", "x")]).path()), OverlayProblem::Name));
}
