//! The blank form with as much room as is asked for.

use std::num::NonZeroUsize;

use super::per_massstab::Vordrucke as _;
use super::vereinbarung::of_agreement;
use super::{Art, Beidseitig, Vereinbarung, Ziel};
use crate::limits::{MAX_BLANK_ZEILEN, MAX_BLANK_ZIELE};

/// How many goals form A has, and so its blank form.
const ZIELE: usize = 2;

/// How much room a blank form has. The default is that of form A.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct BlankOptions {
    /// For how many Ziele, at most [`MAX_BLANK_ZIELE`]; without it two, as in form A.
    pub ziele: Option<NonZeroUsize>,
    /// For how many entries of each side of a Ziel, at most [`MAX_BLANK_ZEILEN`]; without
    /// it three.
    pub zeilen: Option<NonZeroUsize>,
}

/// More room than a blank form can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("Der Vordruck hat Platz für 1 bis {MAX_BLANK_ZIELE} Ziele mit je 1 bis {MAX_BLANK_ZEILEN} Zeilen.")]
pub struct TooMuchRoom;

impl Vereinbarung {
    /// As [`blank`](Self::blank), with as much room as is asked for: its Ziele and their
    /// entries are there, with nothing in them.
    ///
    /// ```
    /// use vereinbar::{Art, BlankOptions, Vereinbarung};
    /// let room = BlankOptions { ziele: 3.try_into().ok(), zeilen: 5.try_into().ok() };
    /// let vordruck = Vereinbarung::blank_with_room(Art::Qualitaetsentwicklungsvereinbarung, room)?;
    /// assert_eq!(vordruck.to_json().matches("\"massnahmen\"").count(), 3);
    /// assert!(Vereinbarung::blank_with_room(vordruck.art(), BlankOptions { ziele: 99.try_into().ok(), ..room }).is_err());
    /// # Ok::<(), vereinbar::TooMuchRoom>(())
    /// ```
    ///
    /// # Errors
    /// [`TooMuchRoom`] beyond the limits.
    pub fn blank_with_room(art: Art, options: BlankOptions) -> Result<Self, TooMuchRoom> {
        let BlankOptions { ziele, zeilen } = options;
        let is_within = |number: Option<NonZeroUsize>, most| number.is_none_or(|number| number.get() <= most);
        if !is_within(ziele, MAX_BLANK_ZIELE) || !is_within(zeilen, MAX_BLANK_ZEILEN) {
            return Err(TooMuchRoom);
        }
        let mut blank = Self::blank(art);
        if options == BlankOptions::default() {
            return Ok(blank);
        }
        let ziel = zeilen.map_or_else(Ziel::default, |zeilen| Ziel {
            kriterien: entries(zeilen),
            massnahmen: entries(zeilen),
            zielueberpruefung: entries(zeilen),
            ..Ziel::default()
        });
        let ziele = vec![ziel; ziele.map_or(ZIELE, NonZeroUsize::get)];
        of_agreement!(&mut blank, held => held.set_ziele(ziele));
        Ok(blank)
    }
}

fn entries<T: Default + Clone>(zeilen: NonZeroUsize) -> Beidseitig<T> {
    let side = vec![T::default(); zeilen.get()];
    Beidseitig { oeffentlicher_traeger: side.clone(), freier_traeger: side }
}
