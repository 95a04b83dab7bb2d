//! A part of a workbook, byte by byte, up to a limit.

use std::io::{self, BufRead, BufReader, Read};

/// The bytes of a part, up to those that are left.
pub(super) struct Metered<R> {
    part: BufReader<R>,
    pub(super) left: u64,
    /// How many more the tag or text may have that is being read.
    pub(super) event: u64,
    /// Whether there were too many.
    pub(super) is_over: bool,
}

impl<R: Read> Metered<R> {
    pub(super) fn new(part: R, left: u64) -> Self {
        Self { part: BufReader::with_capacity(64 << 10, part), left, event: 0, is_over: false }
    }

    /// Counts what is left without looking at it.
    pub(super) fn pass(&mut self) -> io::Result<()> {
        self.event = u64::MAX;
        loop {
            let length = self.fill_buf()?.len();
            if length == 0 {
                return Ok(());
            }
            self.consume(length);
        }
    }
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut bytes = self.fill_buf()?;
        let length = bytes.read(buffer)?;
        self.consume(length);
        Ok(length)
    }
}

impl<R: Read> BufRead for Metered<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        let bytes = self.part.fill_buf()?;
        if !bytes.is_empty() && (self.left == 0 || self.event == 0) {
            self.is_over = true;
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        Ok(bytes)
    }

    fn consume(&mut self, amount: usize) {
        self.part.consume(amount);
        self.left = self.left.saturating_sub(amount as u64);
        self.event = self.event.saturating_sub(amount as u64);
    }
}
