//! The desk, from what a form has sent, and what stands on it.

use axum::http::StatusCode;
use axum::response::Response;
use vereinbar::schema::{Kind, Node};

use super::message;
use super::shell::{self, Area};
use crate::app::{App, NoResult};
use crate::data::{Action, Draft, SentFields, View, ViewOptions};
use crate::html_form::{self, Desk, DeskFile, HEADING};
use crate::tasks::{Done, ServeTask};

/// The resolution of the page beside the form.
const PREVIEW_PPI: f32 = 96.0;

/// The desk as it was sent, with what was typed and the button that was pressed.
pub(super) fn sent(fields: &SentFields) -> Option<Desk> {
    let draft = Draft::from_json(fields.get("daten")?)?.typed(fields);
    let mut desk = Desk {
        stage: fields.get("stufe").and_then(|stage| stage.parse().ok()).unwrap_or_default(),
        page: fields.get("seite").and_then(|page| page.parse().ok()).unwrap_or(1).max(1),
        section: fields.get("hier").unwrap_or_default().to_owned(),
        file: fields
            .get("datei")
            .map(|name| DeskFile { name: name.to_owned(), version: fields.get("version").map(str::to_owned) }),
        kept_as: fields.get("entwurf").map(str::to_owned),
        ..Desk::new(draft)
    };
    if let Some(section) = fields.get("abschnitt") {
        section.clone_into(&mut desk.section);
        desk.focus = Some(HEADING.to_owned());
        desk.seeks = true;
    }
    if let Some(place) = fields.get("zu") {
        place.clone_into(&mut desk.section);
        desk.focus = Some(place.to_owned());
        desk.seeks = true;
    }
    if let Some(action) = fields.get("aktion").and_then(Action::parse) {
        desk.draft = desk.draft.with(&action);
        desk.focus = focus(&desk.draft, &action);
    }
    Some(desk)
}

/// Where the reader goes on after a row has come, gone or moved.
fn focus(draft: &Draft, action: &Action) -> Option<String> {
    match action {
        Action::Add(list) => {
            let index = draft.at(&list.to_string()).as_array()?.len().checked_sub(1)?;
            let row = format!("{list}/{index}");
            first_field(Node::root(draft.art).at(&row)?, row)
        }
        Action::Remove(row) => {
            let mut list = row.clone();
            list.pop();
            Some(list.to_string())
        }
        Action::Move(row, to) => {
            let mut list = row.clone();
            let Some(vereinbar::pointer::Step::Index(index)) = list.pop() else { return None };
            let to = match to {
                crate::data::Move::Up => index.checked_sub(1)?,
                crate::data::Move::Down => index + 1,
            };
            Some(format!("{list}/{to}"))
        }
    }
}

/// The first field of a row that one can type into.
fn first_field(node: Node, pointer: String) -> Option<String> {
    match node.kind() {
        Kind::Object => {
            let (key, field) = node.properties().next()?;
            first_field(field, format!("{pointer}/{key}"))
        }
        Kind::List => first_field(node.item()?, format!("{pointer}/0")),
        _ => Some(pointer),
    }
}

/// What there is to say about the desk, and a page of it.
pub(super) async fn view(app: &App, draft: &Draft, look: ViewOptions) -> Result<Box<View>, NoResult> {
    match app.run(ServeTask::View { draft: draft.clone(), look }).await? {
        Done::View(view) => Ok(view),
        _ => Err(NoResult::fault()),
    }
}

/// The page of the form, beside it the paper: where the section is, when the reader has just come to it.
pub(super) async fn show(app: &App, mut desk: Desk) -> Response {
    let seek = if desk.seeks { places(&desk) } else { Vec::new() };
    let look = ViewOptions { stage: desk.stage, page: Some(desk.page), ppi: PREVIEW_PPI, seek };
    let view = match view(app, &desk.draft, look).await {
        Ok(view) => view,
        Err(refused) => return message::refused(&refused),
    };
    if let Some(page) = view.pages.first() {
        desk.page = page.number;
    }
    let main = html_form::page(&desk, &view, app.access.form_token());
    shell::page(StatusCode::OK, Area::Form, desk.draft.art.bezeichnung(), Some("formular.js"), true, &main)
}

/// The fields of the section that is open.
fn places(desk: &Desk) -> Vec<String> {
    let sections = html_form::sections(desk.draft.art);
    let section = sections.get(html_form::section_of(&sections, &desk.section));
    section.into_iter().flat_map(|section| &section.fields).map(|(pointer, _)| pointer.clone()).collect()
}

pub(super) fn no_draft() -> Response {
    message::page(
        StatusCode::BAD_REQUEST,
        "Das ging nicht",
        "Die Angaben kamen unvollständig an. Gehen Sie in Ihrem Browser zurück, und versuchen Sie es noch einmal.",
    )
}
