//! The form, new or gone on with, and all pages of its paper.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use maud::html;
use vereinbar::Art;

use super::shell::{self, Area};
use super::{desk, message};
use crate::app::App;
use crate::data::{Draft, ViewOptions};
use crate::form_request::FormRequest;
use crate::html_form::{Desk, WITHOUT, carried, no_page, picture};

/// Resolutions of all pages: small, as on paper, large.
const SIZES: [(&str, f32); 3] = [("klein", 55.0), ("mittel", 96.0), ("gross", 160.0)];

/// `GET /neu/{art}`
pub(crate) async fn edit_new(State(app): State<Arc<App>>, Path(art): Path<String>) -> Response {
    match art.parse::<Art>() {
        Ok(art) => desk::show(&app, Desk::new(Draft::blank(art))).await,
        Err(error) => message::page(StatusCode::NOT_FOUND, "Das ging nicht", &error.to_string()),
    }
}

/// `POST /formular`
pub(crate) async fn edit(State(app): State<Arc<App>>, form: FormRequest) -> Response {
    match desk::sent(&form.fields) {
        Some(desk) => desk::show(&app, desk).await,
        None => desk::no_draft(),
    }
}

/// `POST /seiten`
pub(crate) async fn all_sheets(State(app): State<Arc<App>>, form: FormRequest) -> Response {
    let Some(desk) = desk::sent(&form.fields) else { return desk::no_draft() };
    let size = form.fields.get("groesse").unwrap_or("mittel");
    let ppi = SIZES.iter().find(|(name, _)| *name == size).map_or(96.0, |(_, ppi)| *ppi);
    let view = match desk::view(&app, &desk.draft, ViewOptions { stage: desk.stage, page: None, ppi, seek: Vec::new() })
        .await
    {
        Ok(view) => view,
        Err(refused) => return message::refused(&refused),
    };
    let main = html! {
        h1 { "Alle Seiten" }
        form.blaetter-kopf method="post" action="/seiten" {
            (carried(&desk, app.access.form_token()))
            div.umschalter role="group" aria-label="Größe" {
                @for (name, _) in SIZES {
                    button type="submit" name="groesse" value=(name) aria-pressed=(if name == size { "true" } else { "false" }) {
                        @match name { "klein" => "Klein", "mittel" => "Mittel", _ => "Groß" }
                    }
                }
            }
            button type="submit" formaction="/formular" { "Zum Formular" }
        }
        @if view.obstacle.is_some() { p.hinweis { (WITHOUT) } }
        @if view.pages.is_empty() { (no_page(&view)) }
        div class={ "blaetter " (size) } { @for page in &view.pages { (picture(page)) } }
    };
    shell::page(StatusCode::OK, Area::Form, "Alle Seiten", None, true, &main)
}
