//! The calls that take several files, in the description.

#![expect(clippy::indexing_slicing, reason = "of what is written here; what is missing in JSON is made")]

use serde_json::{Map, Value, json};
use vereinbar::limits::MAX_LIST_ITEMS;
use vereinbar::schema::of_written;
use vereinbar::{Art, Difference};
use vereinbar_tables::workers::Phase;

use super::formats::{BatchFormat, SheetFormat};
use super::openapi_parts::{self, codes, take_in, with_problems};
use super::query::{OF_BATCH, OF_EVALUATE, OF_TABLE};
use crate::tasks::{ReportFormat, XLSX};

/// What may go wrong with each of them.
const PROBLEMS: [&str; 10] = ["400", "401", "408", "413", "415", "422", "500", "503", "504", "507"];

pub(super) fn paths() -> Map<String, Value> {
    let files = |description: &str| parts(&[("files", description, Part::Many)]);
    let agreement = "An agreement: JSON, or a PDF that carries its data.";
    let json_of = |schema: &str| json!({"schema": {"$ref": format!("#/components/schemas/{schema}")}});
    let binary = || json!({"schema": {"type": "string", "format": "binary"}});
    let table = json!({XLSX: binary(), "text/csv": {"schema": {"type": "string"}}});
    let mut empty = call(
        "emptyTable",
        "A table to fill in",
        "A workbook with a column for each field, or its list alone as CSV.",
        &OF_TABLE,
        None,
        ok("The table.", &table),
    );
    empty["responses"] = with_problems(ok("The table.", &table), &["400", "401", "500", "503", "504"]);
    let mut paths = Map::new();
    let mut put = |path: &str, methods: Value| paths.insert(path.to_owned(), methods);
    put(
        "/v1/compare",
        json!({"post": call(
            "compare", "Compare two agreements", "What changed from the one to the other, field by field, in the form's words and order.", &[],
            Some(parts(&[("before", agreement, Part::One), ("after", agreement, Part::One)])),
            ok("The differences.", &json!({"application/json": json_of("Differences")})),
        )}),
    );
    put(
        "/v1/evaluate",
        json!({"post": call(
            "evaluate", "Evaluate many agreements", "Figures, results, what is late and what is ahead; as data, report, tables or calendar.", &OF_EVALUATE,
            Some(files("Agreements: PDF, JSON, JSON Lines, collective files.")),
            ok("The evaluation.", &json!({
                "application/json": json_of("Auswertung"), "application/pdf": binary(), XLSX: binary(),
                "text/calendar": {"schema": {"type": "string"}},
            })),
        )}),
    );
    put(
        "/v1/table",
        json!({
            "get": empty,
            "post": call(
                "filledTable", "A table of agreements", "The way back: a batch over it makes the same forms again.", &OF_TABLE,
                Some(files("Agreements of one kind.")), ok("The table.", &table),
            ),
        }),
    );
    let mut batch = call(
        "batch",
        "Make the forms of a table",
        "Each row is laid over the base, checked, and made into a PDF. `jsonl` answers while they are made, a line each; \
         `zip` and `pdf` when all are made.",
        &OF_BATCH,
        Some(parts(&[
            (
                "table",
                "The table: XLSX, ODS, CSV, JSON Lines, or a list in JSON. Its kind is told by the name of the file.",
                Part::One,
            ),
            ("base", "What all rows share: JSON, or a PDF that carries its data.", Part::Perhaps),
            ("columns", "What headings of one's own mean: JSON, as `vereinbar columns` proposes it.", Part::Perhaps),
        ])),
        ok(
            "What was made.",
            &json!({
                "application/jsonl": json_of("BatchLine"), "application/zip": binary(), "application/pdf": binary(),
            }),
        ),
    );
    let count = |description: &str| json!({"description": description, "schema": {"type": "integer"}});
    batch["responses"]["200"]["headers"] = json!({
        "vereinbar-done": count("How many documents were made; not of `jsonl`, whose last line says it."),
        "vereinbar-failed": count("How many were not."),
    });
    put("/v1/batch", json!({"post": batch}));
    paths
}

fn call(id: &str, summary: &str, description: &str, options: &[&str], body: Option<Value>, answer: Value) -> Value {
    let mut call = json!({
        "operationId": id,
        "summary": summary,
        "description": description,
        "parameters": options.iter().map(|name| parameter(id, name)).collect::<Vec<_>>(),
        "responses": with_problems(answer, &PROBLEMS),
    });
    if let Some(body) = body {
        call["requestBody"] = json!({"required": true, "content": {"multipart/form-data": {"schema": body}}});
    }
    call
}

fn ok(description: &str, content: &Value) -> Value {
    json!({"200": {"description": description, "content": content}})
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    One,
    Perhaps,
    Many,
}

fn parts(parts: &[(&str, &str, Part)]) -> Value {
    let file = json!({"type": "string", "format": "binary"});
    let properties: Map<String, Value> = parts
        .iter()
        .map(|(name, description, part)| {
            let mut schema = if *part == Part::Many { json!({"type": "array", "items": file}) } else { file.clone() };
            schema["description"] = (*description).into();
            ((*name).to_owned(), schema)
        })
        .collect();
    let required: Vec<&str> =
        parts.iter().filter(|(.., part)| *part != Part::Perhaps).map(|(name, ..)| *name).collect();
    json!({"type": "object", "required": required, "properties": properties})
}

fn parameter(call: &str, name: &str) -> Value {
    let yes_or_no = || json!({"type": "boolean", "default": false});
    let (description, schema) = match (call, name) {
        ("evaluate", "format") => ("What is given.", codes(ReportFormat::ALL.iter().map(|format| format.as_str()))),
        ("batch", "format") => ("What is given.", codes(BatchFormat::ALL.iter().map(|format| format.as_str()))),
        (_, "format") => ("What is given.", codes(SheetFormat::ALL.iter().map(|format| format.as_str()))),
        ("evaluate", "stichtag") => (
            "The day against which is measured what is late and what is ahead; the clock is never read.",
            json!({"type": "string", "format": "date"}),
        ),
        (_, "anonym") => ("Leave out who the Träger are.", yes_or_no()),
        (_, "art") => ("The kind of agreement.", codes(Art::ALL.iter().map(|art| art.as_str()))),
        (_, "entries") => (
            "How many places lists of parts have.",
            json!({"type": "integer", "minimum": 1, "maximum": MAX_LIST_ITEMS, "default": 2}),
        ),
        (_, "name") => {
            ("How files are named: headings in braces; without it `{traeger.name}`.", json!({"type": "string"}))
        }
        (_, "require_complete") => ("Let rows fail that are not ready to be signed.", yes_or_no()),
        (_, "per_massstab") => ("One form for each Qualitätsdimension and Maßstab that a row names.", yes_or_no()),
        (_, "duplex") => ("For `pdf`: each form begins on an odd page.", yes_or_no()),
        (_, "check") => ("Check every row, and make nothing: the report alone.", yes_or_no()),
        _ => return openapi_parts::parameter(name),
    };
    json!({"name": name, "in": "query", "description": description, "schema": schema})
}

pub(super) fn schemas(schemas: &mut Map<String, Value>) {
    let text = || json!({"type": "string"});
    let number = || json!({"type": "integer"});
    take_in(schemas, "Difference", &of_written::<Difference>("differences"));
    take_in(schemas, "Auswertung", vereinbar::auswertung_schema());
    take_in(schemas, "BatchReport", vereinbar_batch::report_schema());
    schemas.insert(
        "Differences".to_owned(),
        json!({"type": "object", "required": ["differences"], "properties": {
            "differences": {"type": "array", "items": {"$ref": "#/components/schemas/Difference"}},
        }}),
    );
    schemas.insert(
        "BatchLine".to_owned(),
        json!({
            "type": "object",
            "description": "A line of the answer: how far the run is, a document, or at the end the report, or why there is none.",
            "required": ["type"],
            "properties": {
                "type": codes(["progress", "document", "report", "problem"].into_iter()),
                "phase": codes(Phase::ALL.iter().map(|phase| phase.as_str())),
                "done": number(), "failed": number(), "total": {"type": ["integer", "null"]},
                "row": number(), "source": {"type": ["string", "null"]}, "form": {"type": ["string", "null"]},
                "file": {"type": "string", "description": "The name of the PDF."},
                "pdf": {"type": "string", "contentEncoding": "base64", "contentMediaType": "application/pdf"},
                "report": {"$ref": "#/components/schemas/BatchReport"},
                "detail": text(), "details": {"type": "array", "items": text()},
            },
        }),
    );
}
