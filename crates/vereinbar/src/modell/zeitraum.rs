use super::Datum;

part! {
    /// # Zeitraum
    ///
    /// Datum von – bis; beide Tage gehören dazu.
    #[derive(Copy)]
    pub struct Zeitraum {
        /// # von
        ///
        /// Erster Tag des Zeitraums.
        pub von: Option<Datum>,
        /// # bis
        ///
        /// Letzter Tag des Zeitraums.
        pub bis: Option<Datum>,
    }
}

impl Zeitraum {
    /// Whether the day lies within the period. A missing end is no limit.
    #[must_use]
    pub fn contains(&self, datum: Datum) -> bool {
        self.von.is_none_or(|von| von <= datum) && self.bis.is_none_or(|bis| datum <= bis)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_days_belong_to_the_zeitraum_and_a_missing_end_is_no_limit() {
        let tag = |text: &str| text.parse::<Datum>().unwrap();
        let zeitraum = Zeitraum { von: Some(tag("2027-01-01")), bis: Some(tag("2027-12-31")) };
        assert!(zeitraum.contains(tag("2027-01-01")));
        assert!(zeitraum.contains(tag("2027-12-31")));
        assert!(!zeitraum.contains(tag("2026-12-31")));
        assert!(!zeitraum.contains(tag("2028-01-01")));
        assert!(Zeitraum::default().contains(tag("1900-01-01")));
    }
}
