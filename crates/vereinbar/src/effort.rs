//! Counts how often the costly things are done, for the tests that say "once".

use std::cell::Cell;

/// What was done on one thread.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Effort {
    /// Agreements read from JSON.
    pub(crate) read: usize,
    /// Agreements checked.
    pub(crate) checked: usize,
    /// Entgelte calculated.
    pub(crate) calculated: usize,
    /// Agreements written, as text or as a value.
    pub(crate) written: usize,
    /// Schemas of agreements asked for.
    pub(crate) schemas: usize,
}

thread_local! {
    static DONE: Cell<Effort> = Cell::default();
}

/// Something is done.
pub(crate) fn count(what: impl FnOnce(&mut Effort)) {
    let mut done = DONE.get();
    what(&mut done);
    DONE.set(done);
}

/// What `work` does on this thread.
fn of<T>(work: impl FnOnce() -> T) -> (Effort, T) {
    DONE.set(Effort::default());
    let result = work();
    (DONE.get(), result)
}

mod tests {
    use super::*;
    use crate::{Stage, ValidateOptions, Vereinbarung, check, parse, validate};

    const NOTHING: Effort = Effort { read: 0, checked: 0, calculated: 0, written: 0, schemas: 0 };

    /// Both kinds, without a finding, and how often an Entgelt is calculated for them.
    fn agreements() -> [(Vereinbarung, usize); 2] {
        let form_a = r#"{
            "art": "qualitaetsentwicklungsvereinbarung", "fassung": 2,
            "vereinbarungszeitraum": {"von": "2027-01-01", "bis": "2028-12-31"},
            "ziele": [{"ziel": "Kinder bringen ihre Sicht ein."}]
        }"#;
        let form_b = r#"{
            "art": "leq_vereinbarung",
            "leistungsangebot": {"plaetze": 9},
            "entgeltvereinbarung": {"pauschalen": [{"bezeichnung": "Fallgruppe 1", "betrag": "1243.95"}]}
        }"#;
        [(form_a, 0), (form_b, 1)].map(|(json, calculated)| (parse(json).unwrap(), calculated))
    }

    #[test]
    fn good_input_is_checked_without_a_schema_and_calculated_once() {
        for (vereinbarung, calculated) in agreements() {
            let once = Effort { checked: 1, calculated, written: 1, ..NOTHING };
            let (effort, findings) = of(|| validate(&vereinbarung, &Stage::Entwurf.into()));
            assert_eq!((effort, findings), (once, vec![]));
            let (effort, checked) = of(|| check(vereinbarung, ValidateOptions::default()));
            assert_eq!(effort, Effort { written: 2, ..once });
            assert_eq!(checked.json(), checked.vereinbarung().to_json());
            assert_eq!(checked.berechnung().is_some(), calculated == 1);
        }
    }

    #[cfg(feature = "render")]
    mod render {
        use super::*;
        use crate::{PageSelection, RenderOptions, Renderer, Sealed};

        #[test]
        fn a_document_is_made_of_what_is_there() {
            let (renderer, options) = (Renderer::new().unwrap(), RenderOptions::default());
            for (vereinbarung, calculated) in agreements() {
                let once = Effort { checked: 1, calculated, written: 2, ..NOTHING };
                let (effort, plain) = of(|| renderer.render(&vereinbarung, &options).unwrap());
                assert_eq!(effort, once);
                assert_eq!(of(|| renderer.preview(&vereinbarung, &options, &PageSelection::All, 10.0)).0, once);

                let checked = check(vereinbarung, ValidateOptions::default());
                let (effort, again) = of(|| renderer.render(&checked, &options).unwrap());
                assert_eq!((effort, &again), (NOTHING, &plain));

                let bytes = checked.seal().unwrap().into_bytes();
                let (effort, again) = of(|| renderer.render(&Sealed::open(bytes).unwrap(), &options).unwrap());
                assert_eq!((effort, &again), (NOTHING, &plain));

                let (effort, together) =
                    of(|| renderer.render_collection([&checked, &checked], &options.clone().into()).unwrap());
                assert_eq!((effort, together.pages), (NOTHING, 2 * plain.pages));
            }
        }

        #[test]
        fn what_was_sealed_as_a_draft_is_not_signed_unchecked() {
            let renderer = Renderer::new().unwrap();
            let complete = RenderOptions { require_complete: true, ..RenderOptions::default() };
            for (vereinbarung, _) in agreements() {
                let draft = check(vereinbarung.clone(), ValidateOptions::default()).seal().unwrap();
                let (effort, result) = of(|| renderer.render(&draft, &complete));
                let expected = check(vereinbarung, complete.validate_options());
                assert_eq!((effort.checked, result.unwrap_err().findings()), (1, expected.findings()));
            }
        }

        #[test]
        fn what_was_checked_for_less_is_checked_for_what_is_asked() {
            let renderer = Renderer::new().unwrap();
            let complete = RenderOptions { require_complete: true, ..RenderOptions::default() };
            for (vereinbarung, _) in agreements() {
                let checked = check(vereinbarung, ValidateOptions::default());
                let (effort, result) = of(|| renderer.render(&checked, &complete));
                assert_eq!((effort.checked, result.is_err()), (1, true));
                let checked = check(checked.vereinbarung().clone(), complete.validate_options());
                let (effort, result) = of(|| renderer.render(&checked, &complete));
                assert_eq!((effort.checked, result.unwrap_err().findings()), (0, checked.findings()));
                assert_eq!(checked.seal(), None);
            }
        }
    }
}
