//! Same input, same bytes, whatever else is under way; see also `hashes`.

use std::thread;

use vereinbar::{RenderOptions, Vereinbarung, extract};

use crate::support::{example, render, renderer};

/// Each thread has its own data, and gets its own document.
#[test]
fn threads_give_the_bytes_of_one() {
    let variants: Vec<Vereinbarung> = (0..24)
        .map(|number| {
            let Vereinbarung::Qualitaetsentwicklungsvereinbarung(mut vereinbarung) = example() else { unreachable!() };
            vereinbarung.traeger.name = Some(format!("Träger Nummer {number}"));
            Vereinbarung::Qualitaetsentwicklungsvereinbarung(vereinbarung)
        })
        .collect();
    let sequential: Vec<Vec<u8>> = variants.iter().map(|v| render(v, &RenderOptions::default()).pdf).collect();
    let parallel: Vec<Vec<u8>> = thread::scope(|scope| {
        let handles: Vec<_> = variants
            .iter()
            .map(|v| scope.spawn(move || renderer().render(v, &RenderOptions::default()).unwrap().pdf))
            .collect();
        handles.into_iter().map(|handle| handle.join().unwrap()).collect()
    });
    assert!(sequential == parallel);
    for (vereinbarung, pdf) in variants.iter().zip(&parallel) {
        assert_eq!(extract(pdf).unwrap(), *vereinbarung);
    }
}

/// Two agreements are two documents: the identifier in the file tells them apart.
#[test]
fn documents_have_identifiers_of_their_own() {
    let Vereinbarung::Qualitaetsentwicklungsvereinbarung(mut other) = example() else { unreachable!() };
    other.aktenzeichen = Some("ein anderes".to_owned());
    let id = |v: &Vereinbarung| {
        let pdf = render(v, &RenderOptions::default()).pdf;
        let text = String::from_utf8_lossy(&pdf).into_owned();
        text[text.rfind("/ID").unwrap()..].chars().take(60).collect::<String>()
    };
    assert_ne!(id(&example()), id(&Vereinbarung::Qualitaetsentwicklungsvereinbarung(other)));
    assert_eq!(id(&example()), id(&example()));
}
