//! The printed page beside the form.

use maud::{Markup, html};
use vereinbar_workers::DrawnPage;

use crate::data::View;
use crate::pages::base64;

/// What is said beside pages that do not show all that was entered.
pub(crate) const WITHOUT: &str = "Ohne die Angaben, die sich widersprechen, nicht sein können oder nicht lesbar sind.";

/// A page as a picture that is part of the HTML: so it is there without JavaScript, and
/// nothing has to be kept for a second request.
pub(crate) fn picture(page: &DrawnPage) -> Markup {
    html! {
        img.blatt src={ "data:image/png;base64," (base64(&page.bytes)) }
            alt={ "Seite " (page.number) " von " (page.of) " des Dokuments, das aus Ihren Angaben entsteht." };
    }
}

/// Why there is none.
pub(crate) fn no_page(view: &View) -> Markup {
    html! {
        p {
            @match &view.lost {
                Some(lost) => { "Die Seite ließ sich nicht zeichnen. " (lost.message()) " Ihre Angaben sind noch da; kürzen Sie sehr lange Texte und Listen." }
                None => "Aus diesen Angaben lässt sich noch keine Seite zeichnen. Die Befunde sagen, was zu berichtigen ist.",
            }
        }
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
            @if view.obstacle.is_some() {
                p.hinweis { (WITHOUT) }
            }
            @match view.pages.first() {
                Some(page) => (picture(page)),
                None => (no_page(view)),
            }
            button.link type="submit" formaction="/seiten" formtarget="_blank" { "Alle Seiten ansehen" span.nur-vorlesen { " (neue Registerkarte)" } }
        }
    }
}

#[cfg(test)]
mod tests {
    use vereinbar_workers::Lost;

    use super::*;

    #[test]
    fn a_page_that_took_too_much_is_told_from_one_that_data_stand_in_the_way_of() {
        let view = |lost| View { findings: Vec::new(), open: Vec::new(), pages: Vec::new(), lost, obstacle: None };
        let words = |lost| no_page(&view(lost)).into_string();
        assert!(words(Some(Lost::Died)).contains("abgestürzt. Ihre Angaben sind noch da"));
        assert!(words(None).contains("Die Befunde sagen"));
    }
}
