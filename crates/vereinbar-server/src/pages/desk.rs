//! The desk, from what a form has sent, and what stands on it.

use axum::http::StatusCode;
use axum::response::Response;
use vereinbar::Stage;
use vereinbar::schema::{Kind, Node};

use super::{message, shell};
use crate::app::{App, Refused};
use crate::data::{Action, Draft, Fields, View};
use crate::form::{self, Desk, HEADING};
use crate::jobs::{Done, Task};

/// The resolution of the page beside the form.
const PREVIEW_PPI: f32 = 96.0;

/// The desk as it was sent, with what was typed and the button that was pressed.
pub(super) fn sent(fields: &Fields) -> Option<Desk> {
    let draft = Draft::from_json(fields.get("daten")?)?.typed(fields);
    let mut desk = Desk {
        stage: fields.get("stufe").and_then(|stage| stage.parse().ok()).unwrap_or_default(),
        page: fields.get("seite").and_then(|page| page.parse().ok()).unwrap_or(1).max(1),
        section: fields.get("hier").unwrap_or_default().to_owned(),
        file: fields
            .get("datei")
            .zip(fields.get("version"))
            .map(|(name, version)| (name.to_owned(), version.to_owned())),
        ..Desk::new(draft)
    };
    if let Some(section) = fields.get("abschnitt") {
        section.clone_into(&mut desk.section);
        desk.focus = Some(HEADING.to_owned());
    }
    if let Some(place) = fields.get("zu") {
        place.clone_into(&mut desk.section);
        desk.focus = Some(place.to_owned());
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
            let last = draft.at(&list.to_string()).as_array()?.len().checked_sub(1)?;
            let row = format!("{list}/{last}");
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

/// What there is to say about the desk, and a page of it; all pages without `page`.
pub(super) async fn view(
    app: &App,
    draft: &Draft,
    stage: Stage,
    page: Option<usize>,
    ppi: f32,
) -> Result<Box<View>, Refused> {
    match app.run(Task::View { draft: draft.clone(), stage, page, ppi }).await? {
        Done::View(view) => Ok(view),
        _ => Err(Refused::TooLong),
    }
}

/// The page of the form.
pub(super) async fn show(app: &App, mut desk: Desk) -> Response {
    let view = match view(app, &desk.draft, desk.stage, Some(desk.page), PREVIEW_PPI).await {
        Ok(view) => view,
        Err(refused) => return message::refused(&refused),
    };
    if let Some(page) = view.pages.first() {
        desk.page = page.number;
    }
    let main = form::page(&desk, &view, app.access.form_token());
    shell::page(StatusCode::OK, desk.draft.art.bezeichnung(), Some("formular.js"), true, &main)
}

pub(super) fn no_draft() -> Response {
    message::page(
        StatusCode::BAD_REQUEST,
        "Das ging nicht",
        "Die Angaben kamen unvollständig an. Gehen Sie in Ihrem Browser zurück, und versuchen Sie es noch einmal.",
    )
}
