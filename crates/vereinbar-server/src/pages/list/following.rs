//! How far a run is, as server-sent events.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use serde_json::json;
use vereinbar_batch::Progress;

use crate::app::App;
use crate::body_stream;
use crate::kept::RunState;

/// Said now and then where nothing else is, so that a connection that has gone is noticed.
const STILL_THERE: Duration = Duration::from_secs(10);

/// `GET /liste/{id}/verlauf`
pub(crate) async fn follow_run(State(app): State<Arc<App>>, Path(id): Path<String>) -> Response {
    let Some(list) = app.lists.get(&id) else { return StatusCode::NOT_FOUND.into_response() };
    let mut progress = list.progress();
    drop(list);
    let (sender, body) = body_stream::channel();
    tokio::spawn(async move {
        loop {
            let state = *progress.borrow_and_update();
            if sender.send(event(state)).await.is_err() || !matches!(state, RunState::Running(_)) {
                return;
            }
            match tokio::time::timeout(STILL_THERE, progress.changed()).await {
                Ok(Ok(())) => {}
                Ok(Err(_)) => return,
                Err(_) => {
                    if sender.send(Bytes::from_static(b": \n\n")).await.is_err() {
                        return;
                    }
                }
            }
        }
    });
    ([(header::CONTENT_TYPE, "text/event-stream")], body).into_response()
}

fn event(state: RunState) -> Bytes {
    match state {
        RunState::Running(progress) => {
            format!("data: {}\n\n", progress.map_or_else(|| json!({}), |progress| told(&progress)))
        }
        RunState::None | RunState::Ended => "event: ende\ndata: {}\n\n".to_owned(),
    }
    .into()
}

/// What a run has to say about itself: numbers, and nothing of the rows.
fn told(progress: &Progress) -> serde_json::Value {
    json!({
        "phase": progress.phase.bezeichnung(),
        "done": progress.done,
        "failed": progress.failed,
        "total": progress.total,
        "seconds_left": progress.remaining().map(|left| left.as_secs()),
    })
}
