//! The description of the interface for programs, OpenAPI 3.1.
//!
//! Its options come from the lists that the calls themselves go by, its choices from the
//! enums, its agreements from the published schemas; a test asks every route that it names,
//! and compares it with the file that is published.

#![expect(clippy::indexing_slicing, reason = "of what is written here; what is missing in JSON is made")]

use serde_json::{Map, Value, json};
use vereinbar::{Art, Severity};

use super::openapi_many;
use super::openapi_parts::{codes, parameter, problem, take_in, with_problems};
use super::problem::TITLES;
use super::query::{OF_PREVIEW, OF_RENDER, OF_VALIDATE};

/// What an agreement is in the description.
const AGREEMENT: &str = "#/components/schemas/Vereinbarung";

/// The OpenAPI 3.1 description of the interface for programs, as `GET /v1/openapi.json`
/// gives it.
///
/// ```
/// let description = vereinbar_server::openapi();
/// assert_eq!(description["openapi"], "3.1.0");
/// assert!(description["paths"]["/v1/render"]["post"].is_object());
/// ```
#[must_use]
pub fn openapi() -> Value {
    let post = |id: &str, summary: &str, description: &str, options: &[&str], body: Value, answer: Value| {
        json!({"post": {
            "operationId": id,
            "summary": summary,
            "description": description,
            "parameters": options.iter().map(|name| parameter(name)).collect::<Vec<_>>(),
            "requestBody": {"required": true, "content": body},
            "responses": with_problems(answer, &["400", "401", "408", "413", "415", "422", "500", "503", "504"]),
        }})
    };
    let get = |id: &str, summary: &str, answer: Value| json!({"get": {"operationId": id, "summary": summary, "responses": with_problems(answer, &["401"])}});
    let open_to_all = |id: &str, summary: &str, answer: Value| json!({"get": {"operationId": id, "summary": summary, "security": [], "responses": with_problems(answer, &[])}});
    let json_of = |schema: Value| json!({"application/json": {"schema": schema}});
    let pdf = json!({"application/pdf": {"schema": {"type": "string", "format": "binary"}}});
    let mut either = json_of(json!({"$ref": AGREEMENT}));
    either["application/pdf"] = pdf["application/pdf"].clone();
    let ok = |description: &str, content: Value| json!({"200": {"description": description, "content": content}});
    let mut rendered = ok("The PDF.", pdf.clone());
    rendered["200"]["headers"] = json!({
        "vereinbar-pages": {"description": "How many pages it has.", "schema": {"type": "integer"}},
        "vereinbar-findings": {"description": "How many warnings and hints there are; `/v1/validate` lists those that are about the data.", "schema": {"type": "integer"}},
        "vereinbar-finding-codes": {"description": "The codes of them, each once, separated by commas. `field_overflows` and `layout_unsettled` are about the PDF: a text of a form is longer than its field, or page numbers may be wrong.", "schema": {"type": "string"}},
    });
    let mut of_kind = get(
        "schemaOf",
        "The JSON Schema of one kind of agreement",
        ok("JSON Schema 2020-12.", json_of(json!({"type": "object"}))),
    );
    of_kind["get"]["parameters"] = json!([{"name": "art", "in": "path", "required": true, "description": "The kind of agreement.", "schema": codes(Art::ALL.iter().map(|art| art.as_str()))}]);
    of_kind["get"]["responses"]["404"] = problem("404");
    let mut of_all =
        get("schema", "The JSON Schema of all kinds", ok("JSON Schema 2020-12.", json_of(json!({"type": "object"}))));
    for schema in [&mut of_kind, &mut of_all] {
        schema["get"]["responses"]["400"] = problem("400");
    }
    let health = open_to_all(
        "health",
        "Whether the service is there",
        ok("It is.", json_of(json!({"$ref": "#/components/schemas/Health"}))),
    );
    let mut description = json!({
        "openapi": "3.1.0",
        "info": {
            "title": "vereinbar",
            "version": env!("CARGO_PKG_VERSION"),
            "summary": "Agreements of German youth welfare: data to official forms (PDF), and back",
            "description": "Served by `vereinbar serve`. Messages are German; rely on codes. See docs/http.md.",
            "license": {"name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0"},
        },
        "servers": [{"url": "http://127.0.0.1:8080", "description": "`vereinbar serve --port 8080`"}],
        "security": [{"token": []}],
        "paths": {
            "/v1/validate": post("validate", "Check an agreement",
                "All findings, in the order of the form. That there are some is a result and no problem.",
                &OF_VALIDATE, either.clone(), ok("The findings.", json_of(json!({"$ref": "#/components/schemas/Findings"})))),
            "/v1/render": post("render", "Make the PDF",
                "The same agreement with the same options gives the same bytes, here as in the command.",
                &OF_RENDER, either.clone(), rendered),
            "/v1/preview": post("preview", "Draw pages",
                "Pages as PNG, in Base64.",
                &OF_PREVIEW, either.clone(), ok("The pages.", json_of(json!({"$ref": "#/components/schemas/Pages"})))),
            "/v1/extract": post("extract", "Read a PDF back",
                "The data that a PDF carries.",
                &[], pdf, ok("The agreement.", json_of(json!({"$ref": AGREEMENT})))),
            "/v1/calculate": post("calculate", "Calculate the Entgelt",
                "The way of the calculation, step by step.",
                &[], either, ok("The calculation.", json_of(json!({"$ref": "#/components/schemas/Berechnung"})))),
            "/v1/schema": of_all,
            "/v1/schema/{art}": of_kind,
            "/v1/openapi.json": get("description", "This description", ok("OpenAPI 3.1.", json_of(json!({"type": "object"})))),
            "/v1/health": health,
            "/v1/metrics": get("metrics", "Numbers for monitoring", ok("Prometheus text format.", json!({"text/plain": {"schema": {"type": "string"}}}))),
        },
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer", "description": "The token of the opened address, or the one given with `--token`."}},
            "schemas": schemas(),
        },
    });
    if let Some(paths) = description["paths"].as_object_mut() {
        paths.extend(openapi_many::paths());
    }
    description
}

fn schemas() -> Value {
    let text = || json!({"type": "string"});
    let findings = json!({"type": "array", "items": {"$ref": "#/components/schemas/Finding"}});
    let mut schemas = Map::new();
    schemas.insert("Finding".to_owned(), json!({
        "type": "object",
        "description": "One thing that was found, with its place and a remedy. Rely on code, severity and path.",
        "required": ["code", "severity", "path", "place", "message", "remedy", "source"],
        "properties": {
            "code": text(),
            "severity": codes(Severity::ALL.iter().map(|severity| severity.as_str())),
            "path": {"type": "string", "description": "JSON Pointer (RFC 6901); empty for the whole."},
            "further_paths": {"type": "array", "items": text()},
            "place": text(), "message": text(), "remedy": text(), "source": text(),
            "position": {"type": "object", "required": ["line", "column"], "properties": {"line": {"type": "integer"}, "column": {"type": "integer"}}},
        },
    }));
    schemas.insert(
        "Findings".to_owned(),
        json!({"type": "object", "required": ["findings"], "properties": {"findings": findings}}),
    );
    schemas.insert(
        "Problem".to_owned(),
        json!({
            "type": "object",
            "description": "RFC 9457.",
            "required": ["type", "title", "status", "detail", "findings"],
            "properties": {
                "type": codes(problem_types().iter().map(String::as_str)),
                "title": text(), "status": {"type": "integer"}, "detail": text(), "findings": findings,
            },
        }),
    );
    schemas.insert("Pages".to_owned(), json!({
        "type": "object",
        "required": ["of", "pages"],
        "properties": {
            "of": {"type": "integer", "description": "How many pages the document has."},
            "pages": {"type": "array", "items": {
                "type": "object", "required": ["number", "png"],
                "properties": {"number": {"type": "integer"}, "png": {"type": "string", "contentEncoding": "base64", "contentMediaType": "image/png"}},
            }},
        },
    }));
    schemas.insert("Health".to_owned(), json!({
        "type": "object", "required": ["status", "version"], "properties": {"status": {"const": "ok"}, "version": text()},
    }));
    let agreements = [("Vereinbarung", vereinbar::schema(None)), ("Berechnung", vereinbar::berechnung_schema())];
    for (name, schema) in agreements {
        take_in(&mut schemas, name, schema);
    }
    openapi_many::schemas(&mut schemas);
    schemas.into()
}

fn problem_types() -> Vec<String> {
    TITLES.iter().map(|(code, _)| *code).chain(["fault"]).map(|code| format!("urn:vereinbar:problem:{code}")).collect()
}
