//! The Rust half of `overhead.py`: for each line on standard input, renders the
//! agreement in the file named as the argument that many times, and prints the
//! nanoseconds that each time took.

use std::hint::black_box;
use std::io::{BufRead as _, Write as _};
use std::time::Instant;

use vereinbar::{RenderOptions, Renderer, parse};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let file = std::env::args().nth(1).ok_or("the name of a JSON file is missing")?;
    let text = std::fs::read_to_string(file)?;
    let renderer = Renderer::new()?;
    let options = RenderOptions::default();
    let mut stdout = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        for _ in 0..line?.parse()? {
            let start = Instant::now();
            let document = renderer.render(&parse(black_box(&text))?, &options)?;
            let took = start.elapsed();
            black_box(document.pdf);
            write!(stdout, "{} ", took.as_nanos())?;
        }
        writeln!(stdout)?;
        stdout.flush()?;
    }
    Ok(())
}
