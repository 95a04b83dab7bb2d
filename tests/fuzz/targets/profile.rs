//! The profile of an office is read, or refused with findings; with it every agreement is judged.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use vereinbar::{Profile, Stage, ValidateOptions, Vereinbarung, validate};
use vereinbar_fuzz::{assert_told, examples};

static EXAMPLES: LazyLock<Vec<Vereinbarung>> = LazyLock::new(examples);

fuzz_target!(|text: &str| {
    match Profile::parse(text) {
        Ok(profile) => {
            let json = serde_json::to_string(&profile).expect("a profile is written");
            assert_eq!(Profile::parse(&json).as_ref(), Ok(&profile), "{json}");
            for stage in [Stage::Entwurf, Stage::Unterschriftsreif] {
                let options = ValidateOptions { profile: profile.clone(), ..stage.into() };
                for example in EXAMPLES.iter() {
                    assert_told(&validate(example, &options));
                }
            }
        }
        Err(error) => {
            assert!(!error.findings().is_empty());
            assert_told(error.findings());
        }
    }
});
