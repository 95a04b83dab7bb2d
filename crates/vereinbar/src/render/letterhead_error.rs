//! Why a letterhead cannot be used.

/// Why a letterhead cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LetterheadError {
    /// The picture is none of the kinds that can be used.
    #[error("Das Logo ist weder PNG noch JPEG noch SVG. Speichern Sie es in einem dieser Formate.")]
    UnknownFormat,
    /// The picture is too large.
    #[error("Das Logo ist größer als 5 MiB. Verkleinern Sie es.")]
    LogoTooLarge,
    /// The picture has too many points: unpacked it would fill the memory.
    #[error("Das Logo hat mehr als 16 Millionen Bildpunkte. Verkleinern Sie es, zum Beispiel auf 2.000 Punkte Breite.")]
    TooManyPixels,
    /// The picture is cut off or broken.
    #[error("Das Logo ist beschädigt. Speichern Sie es neu.")]
    Damaged,
    /// A JPEG in the colours of printing.
    #[error("Das Logo ist ein JPEG in Druckfarben (CMYK). Speichern Sie es in RGB oder als PNG.")]
    Cmyk,
    /// An SVG with something that takes time or memory without bounds: the element or the
    /// property, as SVG calls it.
    #[error(
        "Das Logo ist ein SVG mit „{0}“ und damit nicht in begrenzter Zeit zu zeichnen. Speichern Sie es ohne das oder \
         als PNG."
    )]
    SvgPart(&'static str),
    /// An SVG with more, or more in each other, than a logo needs.
    #[error(
        "Das Logo ist ein SVG mit zu vielen, zu langen oder zu tief geschachtelten Teilen. Vereinfachen Sie es, oder \
         speichern Sie es als PNG."
    )]
    SvgTooComplex,
    /// The picture can be read, but not drawn: it refers to another file, or has text in a
    /// font that is not there.
    #[error(
        "Das Logo lässt sich nicht zeichnen: Es ist beschädigt, verweist auf eine andere Datei oder enthält Text in \
         einer Schrift, die es hier nicht gibt. Speichern Sie es neu, Texte als Pfade."
    )]
    Undrawable,
    /// There are no words for the picture.
    #[error(
        "Zum Logo fehlt der Alternativtext, den ein Vorleseprogramm spricht. Ergänzen Sie ihn, zum Beispiel „Wappen des Landkreises Musterland“."
    )]
    NoAltText,
    /// More or longer lines than there is room for.
    #[error("Der Briefkopf hat Platz für höchstens 8 Zeilen mit je 120 Zeichen. Kürzen Sie ihn.")]
    TooMuchText,
    /// The colour is not written as `#rrggbb`.
    #[error("Die Farbe ist nicht lesbar. Schreiben Sie sie als #rrggbb, zum Beispiel #1d4e79.")]
    UnknownColor,
}
