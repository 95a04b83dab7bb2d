use rayon::prelude::*;

use vereinbar_pdf::attachment::{self, ReadLimits};
use vereinbar_pdf::{Engine, Job};

use crate::templates::{engine, letter, letters};

fn data(index: usize) -> String {
    format!(r#"{{"text": "Brief Nummer {index}"}}"#)
}

fn check(engine: &Engine, index: usize) -> Vec<u8> {
    let pdf = engine.pdf(letter(data(index))).unwrap();
    let attached = attachment::read(&pdf.bytes, "data.json", &ReadLimits::default()).unwrap();
    assert_eq!(attached, data(index).into_bytes());
    pdf.bytes
}

#[test]
fn is_send_and_sync() {
    fn send_and_sync<T: Send + Sync + Clone + 'static>() {}
    send_and_sync::<Engine>();
}

#[test]
fn eight_threads_each_get_their_own_document() {
    let engine = letters();
    let alone: Vec<Vec<u8>> = (0..40).map(|index| check(&engine, index)).collect();
    std::thread::scope(|scope| {
        for thread in 0..8 {
            let (engine, alone) = (&engine, &alone);
            scope.spawn(move || {
                for index in 0..40 {
                    let index = (index + 5 * thread) % 40;
                    assert!(check(engine, index) == alone[index]);
                }
            });
        }
    });
}

/// A caller's own pool must not be drawn into Typst's use of rayon: a thread that waits
/// would start the next document on top of the one it waits for.
#[test]
fn works_inside_a_rayon_pool() {
    // Many pages and page runs, which Typst lays out in parallel.
    let pages = "#let data = json(\"data.json\")\n#for i in range(12) { page(columns: 2)[#data.text #lorem(200)] }";
    let engine = engine(&[(
        "main.typ",
        &format!("#set document(title: \"t\", date: datetime(year: 2027, month: 1, day: 1))\n{pages}"),
    )]);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(2).build().unwrap();
    let pages: usize = pool.install(|| {
        (0..200)
            .into_par_iter()
            .map(|index| engine.pdf(Job::new("main.typ").input("data.json", data(index))).unwrap().pages)
            .sum()
    });
    assert_eq!(pages, 200 * 12);
}

#[test]
fn works_on_a_thread_with_a_small_stack() {
    let engine = letters();
    let thread = std::thread::Builder::new().stack_size(128 << 10);
    let bytes = thread.spawn(move || check(&engine, 1)).unwrap().join().unwrap();
    assert!(bytes.starts_with(b"%PDF"));
}
