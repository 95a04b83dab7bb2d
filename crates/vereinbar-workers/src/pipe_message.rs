//! What goes through a pipe: a head, which is JSON, and parts, which are bytes as they are. Each
//! has its length in front. JSON alone would carry a PDF as text, half as long again.

use std::io::{self, Read, Write};

use serde::Serialize;
use serde::de::DeserializeOwned;

/// With what each message begins. Whatever else a program writes to its standard output is
/// none.
const MARK: [u8; 4] = *b"vbw1";
/// The most that a message may have: a collective file may carry as many agreements. What they
/// hold is bounded by itself.
const MAX_PARTS: usize = 1_000_000;
const MAX_PART_BYTES: u64 = 1 << 31;

/// A head with its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Message {
    head: Vec<u8>,
    parts: Vec<Vec<u8>>,
}

impl Message {
    pub(crate) fn new(head: &impl Serialize, parts: Vec<Vec<u8>>) -> Self {
        // Types of this crate, of texts and numbers alone.
        Self { head: serde_json::to_vec(head).unwrap_or_default(), parts }
    }

    /// The head, if it is one, and the parts.
    pub(crate) fn open<T: DeserializeOwned>(self) -> io::Result<(T, Vec<Vec<u8>>)> {
        Ok((serde_json::from_slice(&self.head)?, self.parts))
    }

    pub(crate) fn write(&self, to: &mut impl Write) -> io::Result<()> {
        let all = || std::iter::once(&self.head).chain(&self.parts);
        let mut lengths = MARK.to_vec();
        lengths.extend(u32::try_from(self.parts.len()).map_err(|_| broken())?.to_le_bytes());
        lengths.extend(all().flat_map(|part| (part.len() as u64).to_le_bytes()));
        to.write_all(&lengths)?;
        all().try_for_each(|part| to.write_all(part))?;
        to.flush()
    }

    /// The next message; `None` where the other side has closed the pipe between two.
    pub(crate) fn read(from: &mut impl Read) -> io::Result<Option<Self>> {
        let mut mark = [0; 4];
        match from.read(&mut mark)? {
            0 => return Ok(None),
            read => from.read_exact(mark.get_mut(read..).unwrap_or_default())?,
        }
        if mark != MARK {
            return Err(broken());
        }
        let count = usize::try_from(u32::from_le_bytes(array(from)?)).map_err(|_| broken())?;
        if count > MAX_PARTS {
            return Err(broken());
        }
        let lengths = (0..=count).map(|_| array(from).map(u64::from_le_bytes)).collect::<io::Result<Vec<_>>>()?;
        let mut all = lengths.into_iter().map(|length| part(from, length)).collect::<io::Result<Vec<_>>>()?.into_iter();
        Ok(Some(Self { head: all.next().unwrap_or_default(), parts: all.collect() }))
    }
}

fn array<const LENGTH: usize>(from: &mut impl Read) -> io::Result<[u8; LENGTH]> {
    let mut bytes = [0; LENGTH];
    from.read_exact(&mut bytes)?;
    Ok(bytes)
}

fn part(from: &mut impl Read, length: u64) -> io::Result<Vec<u8>> {
    if length > MAX_PART_BYTES {
        return Err(broken());
    }
    let mut bytes = Vec::new();
    // A length that is not true takes no memory.
    let read = from.by_ref().take(length).read_to_end(&mut bytes)? as u64;
    if read == length { Ok(bytes) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}

fn broken() -> io::Error {
    io::ErrorKind::InvalidData.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(messages: &[Message]) -> Vec<u8> {
        let mut bytes = Vec::new();
        for message in messages {
            message.write(&mut bytes).unwrap();
        }
        bytes
    }

    #[test]
    fn messages_come_back_one_after_the_other() {
        let messages =
            [Message::new(&"ä", vec![]), Message::new(&7, vec![vec![0, 255, b'\n'], vec![], vec![1; 70_000]])];
        let bytes = written(&messages);
        let mut rest = bytes.as_slice();
        for message in &messages {
            assert_eq!(Message::read(&mut rest).unwrap().as_ref(), Some(message));
        }
        assert_eq!(Message::read(&mut rest).unwrap(), None);
        assert_eq!(messages[1].clone().open::<u8>().unwrap().0, 7);
        assert!(messages[1].clone().open::<String>().is_err());
    }

    #[test]
    fn what_is_cut_off_or_none_is_an_error() {
        let whole = written(&[Message::new(&"head", vec![b"part".to_vec()])]);
        for end in 1..whole.len() {
            assert!(Message::read(&mut &whole[..end]).is_err(), "{end}");
        }
        assert!(Message::read(&mut b"Python 3.13\n".as_slice()).is_err());
        // Neither takes the memory that it promises.
        let mut many = MARK.to_vec();
        many.extend(u32::MAX.to_le_bytes());
        assert!(Message::read(&mut many.as_slice()).is_err());
        let mut long = MARK.to_vec();
        long.extend(0_u32.to_le_bytes());
        long.extend(MAX_PART_BYTES.to_le_bytes());
        assert!(Message::read(&mut long.as_slice()).is_err());
    }
}
