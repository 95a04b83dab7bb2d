//! veraPDF, the judge of PDF/A and PDF/UA.

use std::path::{Path, PathBuf};

use vereinbar_tests::root;

/// The verdicts of veraPDF on files: whether each conforms.
pub(crate) fn verdicts(flavour: &str, files: &[PathBuf]) -> Vec<bool> {
    let classes = root().join("build/verapdf/*");
    let mut arguments = vec!["-cp", classes.to_str().unwrap(), "org.verapdf.apps.GreenfieldCliWrapper"];
    arguments.extend(["--flavour", flavour, "--format", "text"]);
    arguments.extend(files.iter().map(|file| file.to_str().unwrap()));
    let output = std::process::Command::new("java").args(&arguments).output().expect("java comes with `make tools`");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let verdicts: Vec<bool> = files
        .iter()
        .map(|file| {
            let name = file.file_name().unwrap().to_str().unwrap();
            let line = text.lines().find(|line| line.contains(&format!("/{name} ")));
            line.unwrap_or_else(|| panic!("no verdict on {name}:\n{text}\n{}", String::from_utf8_lossy(&output.stderr)))
                .starts_with("PASS")
        })
        .collect();
    assert_eq!(verdicts.len(), files.len());
    verdicts
}

pub(crate) fn assert_conform(flavour: &str, files: &[PathBuf]) {
    let failed: Vec<&Path> = verdicts(flavour, files)
        .into_iter()
        .zip(files)
        .filter_map(|(conforms, file)| (!conforms).then_some(file.as_path()))
        .collect();
    assert_eq!(failed, Vec::<&Path>::new(), "not {flavour}");
}
