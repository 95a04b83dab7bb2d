//! A heading is a field, whose path and words lead back to it, or is said to be none.

#![no_main]

use libfuzzer_sys::fuzz_target;
use vereinbar::Art;
use vereinbar_tables::Heading;

fuzz_target!(|text: &str| {
    for art in Art::ALL {
        match Heading::parse(*art, text) {
            Ok(heading) => {
                let path = heading.path();
                for words in [path.clone(), heading.label(*art)] {
                    let again = Heading::parse(*art, &words).unwrap_or_else(|found| panic!("{words:?}: {found}"));
                    assert_eq!(again.path(), path, "{words:?}");
                }
            }
            Err(found) => assert!(!found.finding.message.is_empty() && !found.finding.remedy.is_empty()),
        }
    }
});
