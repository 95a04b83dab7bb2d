//! The printed page beside the form.

use maud::{Markup, html};
use vereinbar::PngPage;

use crate::data::View;
use crate::pages::base64;

/// A page as a picture that is part of the HTML: so it is there without JavaScript, and
/// nothing has to be kept for a second request.
pub(crate) fn picture(page: &PngPage) -> Markup {
    html! {
        img.blatt src={ "data:image/png;base64," (base64(&page.bytes)) }
            alt={ "Seite " (page.number) " von " (page.of) " des Dokuments, das aus Ihren Angaben entsteht." };
    }
}

/// The page, with ways to the others.
pub(super) fn aside(view: &View) -> Markup {
    html! {
        aside.vorschau aria-labelledby="vorschau" {
            div.vorschau-kopf {
                h2 #vorschau { "Vorschau" }
                @if let Some(page) = view.pages.first() {
                    div.blaettern {
                        button.klein type="submit" name="seite" value=(page.number.saturating_sub(1)) disabled[page.number <= 1] {
                            span aria-hidden="true" { "‹" } span.nur-vorlesen { "Vorige Seite" }
                        }
                        span { "Seite " (page.number) " von " (page.of) }
                        button.klein type="submit" name="seite" value=(page.number + 1) disabled[page.number >= page.of] {
                            span aria-hidden="true" { "›" } span.nur-vorlesen { "Nächste Seite" }
                        }
                    }
                }
            }
            @if view.is_partial {
                p.hinweis { "Ohne die Angaben, die sich widersprechen oder nicht lesbar sind." }
            }
            @match view.pages.first() {
                Some(page) => (picture(page)),
                None => p { "Aus diesen Angaben lässt sich noch keine Seite zeichnen. Die Befunde sagen, was zu berichtigen ist." },
            }
            button.link type="submit" formaction="/seiten" formtarget="_blank" { "Alle Seiten ansehen" span.nur-vorlesen { " (neues Fenster)" } }
        }
    }
}
