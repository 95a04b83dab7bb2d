//! The interface for programs.

use std::collections::BTreeSet;
use std::fs;

use serde_json::{Value, json};
use vereinbar::{RenderOptions, Renderer, extract, parse};
use vereinbar_tests::root;

use crate::support::{JSON, PDF, Serving, contract, example, with_a_long_text};

#[test]
fn a_pdf_has_the_bytes_of_the_library_and_comes_back_as_the_same_data() {
    let serving = Serving::default();
    let answer = serving.call("/v1/render?require_complete=true", JSON, example().as_bytes());
    assert_eq!((answer.status, answer.header("content-type")), (200, Some(PDF)), "{}", answer.text());
    let vereinbarung = parse(&example()).unwrap();
    let options = RenderOptions { require_complete: true, ..RenderOptions::default() };
    let rendered = Renderer::new().unwrap().render(&vereinbarung, &options).unwrap();
    assert!(answer.body == rendered.pdf, "other bytes");
    assert_eq!(answer.header("vereinbar-pages"), Some(rendered.pages.to_string().as_str()));
    assert_eq!(answer.header("vereinbar-findings"), Some(rendered.findings.len().to_string().as_str()));
    let codes: BTreeSet<&str> = rendered.findings.iter().map(|finding| finding.code).collect();
    assert_eq!(answer.header("vereinbar-finding-codes"), Some(Vec::from_iter(codes).join(", ").as_str()));
    let back = serving.call("/v1/extract", PDF, &answer.body);
    assert_eq!((back.status, back.text()), (200, vereinbarung.to_json()));
    // A PDF is taken wherever an agreement is.
    let again = serving.call("/v1/render?require_complete=true", PDF, &answer.body);
    assert_eq!(extract(&again.body).unwrap(), vereinbarung);
}

#[test]
fn options_reach_the_document() {
    let serving = Serving::default();
    let render = |query: &str| serving.call(&format!("/v1/render{query}"), JSON, example().as_bytes());
    let plain = render("");
    for query in [
        "?ausfuellhilfe=angehaengt",
        "?wortlaut=berichtigt",
        "?standard=ua-1",
        "?fillable=true",
        "?signature_fields=true",
        "?standard=plain&ausfuellhilfe=allein",
    ] {
        let answer = render(query);
        assert_eq!(answer.status, 200, "{query}: {}", answer.text());
        assert!(answer.body != plain.body, "{query}");
    }
}

#[test]
fn a_text_that_is_longer_than_its_field_is_told_with_the_form() {
    let serving = Serving::default();
    let draft = with_a_long_text();
    let codes = |query: &str| {
        let answer = serving.call(&format!("/v1/render{query}"), JSON, draft.as_bytes());
        assert_eq!(answer.status, 200, "{}", answer.text());
        let codes = answer.header("vereinbar-finding-codes").unwrap().split(", ").map(str::to_owned);
        codes.filter(|code| code == "field_overflows").count()
    };
    assert_eq!((codes("?fillable=true"), codes("")), (1, 0));
}

#[test]
fn options_that_do_not_go_together_are_said() {
    let serving = Serving::default();
    let answer = serving.call("/v1/render?fillable=true&require_complete=true", JSON, example().as_bytes());
    assert_eq!(
        (answer.status, &answer.json()["type"]),
        (400, &json!("urn:vereinbar:problem:request")),
        "{}",
        answer.text()
    );
}

#[test]
fn findings_are_those_of_the_library_at_each_stage() {
    let serving = Serving::default();
    let blank = json!({"art": "qualitaetsentwicklungsvereinbarung"}).to_string();
    let draft = serving.call("/v1/validate", JSON, blank.as_bytes());
    assert_eq!((draft.status, draft.json()), (200, json!({"findings": []})));
    let ready = serving.call("/v1/validate?stage=unterschriftsreif", JSON, blank.as_bytes()).json();
    let own = vereinbar::validate(&parse(&blank).unwrap(), &vereinbar::Stage::Unterschriftsreif.into());
    assert_eq!(ready["findings"], serde_json::to_value(own).unwrap());
    let refused = serving.call("/v1/render?require_complete=true", JSON, blank.as_bytes());
    assert_eq!((refused.status, refused.header("content-type")), (422, Some("application/problem+json")));
    let problem = refused.json();
    assert_eq!((&problem["type"], &problem["status"]), (&json!("urn:vereinbar:problem:findings"), &json!(422)));
    assert_eq!(problem["findings"], ready["findings"]);
}

#[test]
fn what_cannot_be_read_comes_with_its_places() {
    let serving = Serving::default();
    let answer =
        serving.call("/v1/validate", JSON, br#"{"art": "leq_vereinbarung", "treager": {}, "stand": "gestern"}"#);
    assert_eq!(answer.status, 422);
    let findings = answer.json()["findings"].clone();
    assert_eq!(findings[0]["path"], "/treager");
    assert_eq!(findings[0]["position"], json!({"line": 1, "column": 29}));
    for body in ["", "{", "[]", "null", "\u{feff}", "{\"art\": 1}"] {
        let answer = serving.call("/v1/render", JSON, body.as_bytes());
        assert_eq!(
            (answer.status, answer.json()["findings"].as_array().map(Vec::is_empty)),
            (422, Some(false)),
            "{body}"
        );
    }
    let answer = serving.call("/v1/extract", PDF, b"%PDF-1.7\n%%EOF\n");
    assert_eq!((answer.status, &answer.json()["type"]), (422, &json!("urn:vereinbar:problem:findings")));
}

#[test]
fn pages_are_drawn_and_the_entgelt_is_calculated() {
    let serving = Serving::default();
    let pages = serving.call("/v1/preview?pages=2&ppi=20", JSON, example().as_bytes()).json();
    assert_eq!((pages["pages"][0]["number"].clone(), pages["of"].as_u64()), (json!(2), Some(2)));
    assert!(pages["pages"][0]["png"].as_str().unwrap().starts_with("iVBORw0KGgo"));
    let calculated = serving.call("/v1/calculate", JSON, contract().as_bytes());
    let own = vereinbar::calculate(match &parse(&contract()).unwrap() {
        vereinbar::Vereinbarung::LeqVereinbarung(leq) => leq,
        _ => unreachable!("it is a contract"),
    });
    assert_eq!(calculated.text(), vereinbar::to_json::document(&own));
    let nothing = serving.call("/v1/calculate", JSON, example().as_bytes());
    assert_eq!(nothing.status, 422);
}

/// Every call that the code leads somewhere: its path, and how it is called.
fn routes() -> Vec<(String, &'static str)> {
    let (router, addresses) = (include_str!("../../src/api/router.rs"), include_str!("../../src/addresses.rs"));
    let mut calls = Vec::new();
    for route in router.split(".route(").skip(1) {
        let (path, handlers) = route.split_once(", ").unwrap();
        // In quotes, or by the name of a constant.
        let path = path.strip_prefix('"').and_then(|path| path.strip_suffix('"')).unwrap_or_else(|| {
            let constant = addresses.split(&format!("const {path}: &str = \"")).nth(1).unwrap();
            constant.split('"').next().unwrap()
        });
        let methods = ["get", "post", "put", "patch", "delete"];
        let methods = methods.into_iter().filter(|method| handlers.contains(&format!("{method}(")));
        calls.extend(methods.map(|method| (path.to_owned(), method)));
    }
    assert!(calls.len() > 10, "{calls:?}");
    calls
}

#[test]
fn the_description_names_every_route_and_is_the_published_one() {
    let serving = Serving::default();
    let description = serving.ask("/v1/openapi.json").json();
    for (path, method) in routes() {
        assert!(description["paths"][&path][method].is_object(), "{method} {path}");
    }
    let described: usize =
        description["paths"].as_object().unwrap().values().map(|path| path.as_object().unwrap().len()).sum();
    assert_eq!(described, routes().len());
    for (path, methods) in description["paths"].as_object().unwrap() {
        for method in methods.as_object().unwrap().keys() {
            let path = path.replace("{art}", "leq_vereinbarung");
            let answer = serving.send(
                &method.to_uppercase(),
                &path,
                &[("Authorization", &format!("Bearer {}", serving.token))],
                b"",
            );
            assert!(!matches!(answer.status, 404 | 405 | 500), "{method} {path}: {}", answer.status);
        }
    }
    for method in description["paths"].as_object().unwrap().values().flat_map(|path| path.as_object().unwrap().values())
    {
        for parameter in method["parameters"].as_array().into_iter().flatten() {
            let is_described = parameter["description"].as_str().is_some_and(|text| !text.trim().is_empty());
            assert!(parameter["schema"].is_object() && is_described, "{parameter}");
        }
    }
    // Every reference leads somewhere.
    let text = description.to_string();
    for target in text.split("\"$ref\":\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(description.pointer(target).is_some(), "{target}");
    }
    let file = root().join("schema/openapi.json");
    let written = format!("{description:#}\n");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&file, &written).unwrap();
    }
    let published = fs::read_to_string(&file).unwrap_or_default();
    assert!(published == written, "schema/openapi.json is not what the code says; UPDATE=1 writes it");
}

#[test]
fn the_description_names_what_every_operation_is_refused_for() {
    let serving = Serving::default();
    let token = format!("Bearer {}", serving.token);
    let description = vereinbar_server::openapi();
    for (path, methods) in description["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            let ask = |headers: &[(&str, &str)]| {
                let path = path.replace("{art}", "leq_vereinbarung");
                serving.send(&method.to_uppercase(), &path, headers, b"").status
            };
            let says = |status: u16| operation["responses"][status.to_string()].is_object();
            let other_host = ask(&[("Authorization", &token), ("Host", "formulare.example")]);
            assert_eq!((other_host, says(421)), (421, true), "{method} {path}");
            let other_site = ask(&[("Authorization", &token), ("Sec-Fetch-Site", "cross-site")]);
            assert_eq!((other_site, says(403)), (403, true), "{method} {path}");
            // Who needs no token is refused for none.
            assert_eq!(ask(&[]) == 401, says(401), "{method} {path}");
            assert_eq!(operation["security"].is_array(), !says(401), "{method} {path}");
        }
    }
}

#[test]
fn schemas_health_and_numbers() {
    let serving = Serving::default();
    assert_eq!(serving.ask("/v1/schema").json(), *vereinbar::schema(None));
    let art = vereinbar::Art::LeqVereinbarung;
    assert_eq!(serving.ask("/v1/schema/leq_vereinbarung").json(), *vereinbar::schema(Some(art)));
    let health: Value = serving.send("GET", "/v1/health", &[], b"").json();
    assert_eq!(health["status"], "ok");
    serving.ask("/v1/schema");
    let numbers = serving.ask("/v1/metrics").text();
    assert!(numbers.contains("vereinbar_answers_total{status=\"2xx\"}"), "{numbers}");
    assert!(!numbers.contains("schema"), "{numbers}");
}

#[test]
fn the_handbook_names_every_call() {
    let text = fs::read_to_string(root().join("docs/http.md")).unwrap();
    for (path, method) in routes() {
        let method = method.to_uppercase();
        // A row of the table, which may hold two paths.
        let names_it = |line: &str| {
            line.contains(&format!("| `{method} {path}`"))
                || line.starts_with(&format!("| `{method} ")) && line.contains(&format!("`, `{path}`"))
        };
        assert!(text.lines().any(names_it), "{method} {path}");
    }
}
