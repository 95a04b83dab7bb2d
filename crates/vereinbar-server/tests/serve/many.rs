//! Many agreements at once: compared, evaluated, as a table and of a table.

use serde_json::{Value, json};
use vereinbar::{Art, RenderOptions, Renderer, parse};
use vereinbar_tables::{Columns, TableFormat, TableOptions, table};

use crate::support::{JSON, Serving, contract, example};

const BOUNDARY: &str = "grenze";

/// A request with files: part, name of the file, bytes.
fn multipart(files: &[(&str, &str, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (part, name, bytes) in files {
        body.extend(
            format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{part}\"; filename=\"{name}\"\r\n\r\n")
                .bytes(),
        );
        body.extend(*bytes);
        body.extend(b"\r\n");
    }
    body.extend(format!("--{BOUNDARY}--\r\n").bytes());
    body
}

fn media_type() -> String {
    format!("multipart/form-data; boundary={BOUNDARY}")
}

fn changed() -> String {
    let mut later: Value = serde_json::from_str(&example()).unwrap();
    later["stand"] = "2027-06-30".into();
    later.to_string()
}

fn pdf(json: &str) -> Vec<u8> {
    Renderer::new().unwrap().render(&parse(json).unwrap(), &RenderOptions::default()).unwrap().pdf
}

const TABLE: &str = "traeger.name;traeger.anschrift.plz\nHaus Nord;12345\nHaus Süd;1234\nHaus West;12347\n";

#[test]
fn what_changed_is_that_of_the_library() {
    let serving = Serving::default();
    let body = multipart(&[("before", "a.pdf", &pdf(&example())), ("after", "b.json", changed().as_bytes())]);
    let answer = serving.call("/v1/compare", &media_type(), &body);
    let own = vereinbar::compare(&parse(&example()).unwrap(), &parse(&changed()).unwrap()).unwrap();
    assert_eq!((answer.status, answer.json()), (200, json!({ "differences": own })));
    assert_eq!(answer.json()["differences"][0]["path"], "/stand");
    let other = json!({"art": "leq_vereinbarung"}).to_string();
    let body = multipart(&[("before", "a.json", example().as_bytes()), ("after", "b.json", other.as_bytes())]);
    let answer = serving.call("/v1/compare", &media_type(), &body);
    assert_eq!((answer.status, &answer.json()["type"]), (400, &json!("urn:vereinbar:problem:request")));
    let missing = serving.call("/v1/compare", &media_type(), &multipart(&[("before", "a.json", b"{}")]));
    assert!(missing.status == 400 && missing.text().contains("after"), "{}", missing.text());
}

#[test]
fn many_are_evaluated_in_every_form() {
    let serving = Serving::default();
    let body = multipart(&[
        ("files", "a.pdf", &pdf(&example())),
        ("files", "a.pdf", changed().as_bytes()),
        ("files", "kaputt.pdf", b"%PDF-1.7\n%%EOF\n"),
    ]);
    let evaluate = |query: &str| serving.call(&format!("/v1/evaluate{query}"), &media_type(), &body);
    let answer = evaluate("?stichtag=2028-07-01").json();
    assert_eq!(answer["kennzahlen"]["vereinbarungen"]["anzahl"], 1);
    assert!(answer["termine"].is_array());
    let told = answer.to_string();
    assert!(told.contains("\"kaputt.pdf\"") && told.contains("a (2).pdf"), "{told}");
    assert!(!told.contains(&*std::env::temp_dir().to_string_lossy()), "{told}");
    for (format, start) in [("pdf", "%PDF-"), ("xlsx", "PK"), ("ics", "BEGIN:VCALENDAR")] {
        let answer = evaluate(&format!("?stichtag=2028-07-01&format={format}"));
        assert!(answer.status == 200 && answer.text().starts_with(start), "{format}");
    }
    assert_eq!(evaluate("?format=ics").status, 400);
    assert!(told.contains("Beispielträger"), "{told}");
    let anonymous = evaluate("?anonym=true");
    assert_eq!((anonymous.status, &anonymous.json()["anonym"]), (200, &json!(true)));
    assert!(!anonymous.text().contains("Beispielträger"), "{}", anonymous.text());
    // However long its name, the ending of a file says what it is.
    let (name, line) = (format!("{}.jsonl", "Bericht ".repeat(30)), parse(&example()).unwrap().to_json());
    let line = serde_json::from_str::<Value>(&line).unwrap().to_string();
    let lines = serving.call("/v1/evaluate", &media_type(), &multipart(&[("files", &name, line.as_bytes())]));
    assert_eq!(lines.json()["kennzahlen"]["vereinbarungen"]["anzahl"], 1, "{}", lines.text());
    let nothing = serving.call("/v1/evaluate", &media_type(), &multipart(&[("files", "a.json", b"{}")]));
    assert_eq!(nothing.status, 422, "{}", nothing.text());
}

#[test]
fn a_table_is_given_to_fill_in_and_of_what_there_is() {
    let serving = Serving::default();
    let empty = serving.ask("/v1/table?art=qualitaetsentwicklungsvereinbarung&format=csv");
    assert!(empty.status == 200 && empty.text().contains("traeger.name"), "{}", empty.text());
    assert_eq!(serving.ask("/v1/table").status, 400);
    assert!(serving.ask("/v1/table?art=leq_vereinbarung").text().starts_with("PK"));
    let body = multipart(&[("files", "a.json", example().as_bytes()), ("files", "b.pdf", &pdf(&changed()))]);
    let filled = serving.call("/v1/table?format=csv", &media_type(), &body);
    assert!(filled.status == 200 && filled.text().contains("Beispielträger"), "{}", filled.text());
    // A table that lacks a file that was sent would be a wrong one.
    let body = multipart(&[("files", "a.json", example().as_bytes()), ("files", "kaputt.pdf", b"%PDF-1.7\n%%EOF\n")]);
    let refused = serving.call("/v1/table?format=csv", &media_type(), &body);
    assert!(refused.status == 400 && refused.text().contains("kaputt.pdf: "), "{}", refused.text());
}

#[test]
fn a_table_becomes_forms_line_by_line() {
    let serving = Serving::default();
    let body = multipart(&[("table", "liste.csv", TABLE.as_bytes()), ("base", "grundlage.json", example().as_bytes())]);
    let answer = serving.call("/v1/batch", &media_type(), &body);
    assert_eq!((answer.status, answer.header("content-type")), (200, Some("application/jsonl")));
    let text = answer.text();
    let text = crate::support::dechunked(&text);
    let mut lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    // Before where it was made is looked for: in Base64 there may be anything.
    let pdfs: Vec<Value> = lines.iter_mut().filter_map(|line| line.as_object_mut()?.remove("pdf")).collect();
    assert_eq!(pdfs.len(), 2);
    assert!(pdfs.iter().all(|pdf| pdf.as_str().unwrap().starts_with("JVBERi0")));
    let of = |kind: &str| lines.iter().filter(|line| line["type"] == kind).collect::<Vec<_>>();
    let files: Vec<_> = of("document").iter().map(|line| line["file"].clone()).collect();
    assert_eq!(files, [json!("Haus Nord.pdf"), json!("Haus West.pdf")]);
    let [report] = of("report").try_into().unwrap();
    assert_eq!(lines.last().unwrap(), report);
    assert_eq!((&report["report"]["done"], &report["report"]["failed"]), (&json!(2), &json!(1)));
    assert_eq!(report["report"]["findings"][0]["letter"], "B");
    let said = json!(lines).to_string();
    assert!(!said.contains(&*std::env::temp_dir().to_string_lossy()), "{said}");
}

#[test]
fn a_table_becomes_an_archive_a_collective_file_or_a_report() {
    let serving = Serving::default();
    let body = multipart(&[("table", "liste.csv", TABLE.as_bytes()), ("base", "grundlage.json", example().as_bytes())]);
    let batch = |query: &str| serving.call(&format!("/v1/batch{query}"), &media_type(), &body);
    let zip = batch("?format=zip");
    assert_eq!(
        (zip.status, zip.header("content-type"), zip.header("vereinbar-failed")),
        (200, Some("application/zip"), Some("1"))
    );
    assert!(zip.body.starts_with(b"PK"));
    let pdf = batch("?format=pdf&duplex=true");
    assert!(pdf.status == 200 && pdf.body.starts_with(b"%PDF-"));
    let check = batch("?check=true");
    let text = check.text();
    assert!(text.contains("\"type\":\"report\"") && !text.contains("\"pdf\""), "{text}");
    // What cannot begin is said, under the names that were sent.
    let wrong = multipart(&[("table", "liste.csv", b"traeger.name;Xyzzy\nHaus Nord;2\n")]);
    let answer = serving.call("/v1/batch?format=zip&art=leq_vereinbarung", &media_type(), &wrong);
    assert!(answer.status == 422 && answer.text().contains("Xyzzy"), "{}", answer.text());
    let none = serving.call("/v1/batch", JSON, b"{}");
    assert_eq!(none.status, 415);
}

#[test]
fn the_forms_of_a_table_are_made_as_is_asked() {
    let serving = Serving::default();
    let table = "traeger.name\nHaus Nord\n";
    let body = multipart(&[("table", "liste.csv", table.as_bytes()), ("base", "basis.json", example().as_bytes())]);
    let made = |option: &str| serving.call(&format!("/v1/batch?format=zip&{option}"), &media_type(), &body);
    let plain = made("require_complete=false");
    assert_eq!(plain.status, 200, "{}", plain.text());
    for option in
        ["standard=ua-1", "ausfuellhilfe=angehaengt", "wortlaut=berichtigt", "fillable=true", "signature_fields=true"]
    {
        let other = made(option);
        assert!(other.status == 200 && other.body != plain.body, "{option}: {}", other.text());
    }
    assert_eq!((made("stichtag=2027-01-01").status, made("stichtag=bald").status), (200, 400));
    // Nothing says which forms they are to be, and a program has no page to choose on.
    let body = multipart(&[("table", "liste.csv", table.as_bytes())]);
    let problem = serving.call("/v1/batch?format=zip", &media_type(), &body);
    assert!(problem.status == 422 && problem.text().contains("„art“"), "{}", problem.text());
}

#[test]
fn a_workbook_that_says_what_its_headings_mean_is_not_asked() {
    let serving = Serving::default();
    let asks = |book: &[u8]| {
        let page = list(&serving, ("liste.xlsx", book), &example());
        ended(&serving, &page).contains("Was bedeuten die Überschriften?")
    };
    let columns = Columns::new([("Anbieter X", vec!["traeger.name".to_owned()])]);
    let options = TableOptions { columns, ..TableOptions::default() };
    let art = Art::Qualitaetsentwicklungsvereinbarung;
    assert!(!asks(&table(art, &options, TableFormat::Xlsx).unwrap()));
    // Its headings alone are those of the office.
    let page = list(&serving, ("liste.csv", b"Anbieter X\nHaus Nord\n"), &example());
    assert!(serving.get(&page).text().contains("Was bedeuten die Überschriften?"));
}

#[test]
fn the_name_of_a_file_leads_nowhere_else() {
    let serving = Serving::default();
    let outside = multipart(&[("before", "../../a.json", example().as_bytes()), ("after", "..", example().as_bytes())]);
    let answer = serving.call("/v1/compare", &media_type(), &outside);
    assert_eq!((answer.status, answer.json()), (200, json!({"differences": []})), "{}", answer.text());
}

#[test]
fn the_third_table_at_a_time_is_told_to_come_again() {
    let serving = Serving::default();
    let rows = (0..2000).map(|row| format!("Haus {row}"));
    let table = std::iter::once("traeger.name".to_owned()).chain(rows).collect::<Vec<_>>().join("\n");
    let body = multipart(&[("table", "liste.csv", table.as_bytes()), ("base", "grundlage.json", example().as_bytes())]);
    // Who asked and has gone away stops what was begun.
    let held: Vec<_> = (0..2).map(|_| serving.begin("/v1/batch", &media_type(), &body)).collect();
    let third = serving.call("/v1/batch?format=zip", &media_type(), &body);
    assert_eq!((third.status, third.header("retry-after")), (503, Some("2")), "{}", third.text());
    drop(held);
    let small =
        multipart(&[("table", "liste.csv", TABLE.as_bytes()), ("base", "grundlage.json", example().as_bytes())]);
    let again = (0..100).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(200));
        serving.call("/v1/batch?format=zip", &media_type(), &small).status == 200
    });
    assert!(again, "a run that nobody waits for goes on");
}

#[test]
fn pages_keep_files_for_who_has_their_address_alone() {
    let serving = Serving::default();
    for path in [
        "/liste/0",
        "/auswertung/0",
        "/liste/0/datei/formulare.zip",
        "/auswertung/0/auswertung.pdf",
        "/liste/0/verlauf",
    ] {
        assert_eq!(serving.get(path).status, 404, "{path}");
        assert_eq!(serving.send("GET", path, &[], b"").status, 401, "{path}");
    }
    // Another page can begin nothing here.
    let body = multipart(&[("tabelle", "liste.csv", TABLE.as_bytes())]);
    for path in ["/liste", "/auswertung", "/vergleich"] {
        let headers = [("Cookie", serving.cookie()), ("Content-Type", media_type())];
        let headers: Vec<(&str, &str)> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(serving.send("POST", path, &headers, &body).status, 403, "{path}");
    }
}

/// Takes a table and its base on the page of lists; where its own page is.
fn list(serving: &Serving, (name, table): (&str, &[u8]), base: &str) -> String {
    let token = serving.form_token();
    let mut body =
        format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"_formular\"\r\n\r\n{token}\r\n").into_bytes();
    body.extend(multipart(&[("tabelle", name, table), ("grundlage", "g.json", base.as_bytes())]));
    let (cookie, media_type) = (serving.cookie(), media_type());
    let answer = serving.send("POST", "/liste", &[("Cookie", &cookie), ("Content-Type", &media_type)], &body);
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.header("location").unwrap().to_owned()
}

/// The page of a list, once nothing is under way any more.
fn ended(serving: &Serving, page: &str) -> String {
    for _ in 0..600 {
        let text = serving.get(page).text();
        if !text.contains("data-verlauf") {
            return text;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    panic!("the run does not end");
}

#[test]
fn what_an_earlier_run_has_made_is_not_given_for_what_this_one_has() {
    let serving = Serving::default();
    // A draft: it can be printed, and not be signed.
    let draft = json!({"art": "qualitaetsentwicklungsvereinbarung"}).to_string();
    let page = list(&serving, ("liste.csv", "traeger.name\nHaus Nord\nHaus Süd\n".as_bytes()), &draft);
    assert!(ended(&serving, &page).contains("2 Formulare können entstehen"));
    for (output, file) in [("sammeldatei", "sammeldatei.pdf"), ("zip", "formulare.zip")] {
        let (begin, download) = (format!("{page}/erzeugen"), format!("{page}/datei/{file}"));
        assert_eq!(serving.post(&begin, &[("ausgabe", output)]).status, 303);
        let made = ended(&serving, &page);
        assert!(made.contains("2 Formulare erzeugt") && made.contains(&download), "{made}");
        assert_eq!(serving.get(&download).status, 200);
        assert_eq!(serving.post(&begin, &[("ausgabe", output), ("require_complete", "ja")]).status, 303);
        let made = ended(&serving, &page);
        assert!(made.contains("0 Formulare erzeugt, 2 nicht") && !made.contains(&download), "{made}");
        // And what keeps them from being made is said.
        assert!(made.contains("id=\"befunde\"") && made.contains("Fehler: "), "{made}");
        assert_ne!(serving.get(&download).status, 200, "{file}");
    }
    // Nor is what one run has made given beside what the next has.
    for (output, other) in [("sammeldatei", "formulare.zip"), ("zip", "sammeldatei.pdf")] {
        assert_eq!(serving.post(&format!("{page}/erzeugen"), &[("ausgabe", output)]).status, 303);
        assert!(ended(&serving, &page).contains("2 Formulare erzeugt"));
        assert_ne!(serving.get(&format!("{page}/datei/{other}")).status, 200, "{other}");
    }
}

/// The archive of a list, made with these fields; the names that are in it stand there as they are.
fn archive(serving: &Serving, page: &str, fields: &[(&str, &str)]) -> String {
    assert_eq!(serving.post(&format!("{page}/erzeugen"), fields).status, 303);
    let made = ended(serving, page);
    let zip = serving.get(&format!("{page}/datei/formulare.zip"));
    assert_eq!(zip.status, 200, "{made}");
    zip.text()
}

#[test]
fn a_list_becomes_what_its_page_is_asked_for() {
    let serving = Serving::default();
    let mut base: Value = serde_json::from_str(&example()).unwrap();
    base["qualitaetsdimensionen"] = json!(["prozessqualitaet", "strukturqualitaet"]);
    let page = list(&serving, ("liste.csv", b"traeger.name\nHaus Nord\n"), &base.to_string());
    let checked = ended(&serving, &page);
    assert!(checked.contains("name=\"per_massstab\""), "{checked}");
    let plain = archive(&serving, &page, &[("ausgabe", "zip")]);
    assert!(plain.contains("Haus Nord.pdf"));
    // A name of one's own, and a form for each dimension.
    let named = archive(&serving, &page, &[("ausgabe", "zip"), ("name", "{nr} x"), ("per_massstab", "ja")]);
    assert!(named.contains("1 x") && named.contains("prozessqualitaet") && named.contains("strukturqualitaet"));
    let signed = archive(&serving, &page, &[("ausgabe", "zip"), ("signature_fields", "ja")]);
    assert_ne!(signed, plain);
    // The sheet for the printer takes no names and no fields for signatures.
    let fields = [("ausgabe", "sammeldatei"), ("name", "{nr}"), ("signature_fields", "ja"), ("duplex", "ja")];
    assert_eq!(serving.post(&format!("{page}/erzeugen"), &fields).status, 303);
    let made = ended(&serving, &page);
    assert!(made.contains("1 Formular erzeugt"), "{made}");
    // And an archive is printed on no sides.
    assert!(archive(&serving, &page, &[("ausgabe", "zip"), ("duplex", "ja")]) == plain);
}

#[test]
fn nothing_is_offered_that_a_list_cannot_have() {
    let serving = Serving::default();
    let page = list(&serving, ("liste.csv", b"traeger.name\nHaus Nord\n"), &contract());
    let checked = ended(&serving, &page);
    assert!(checked.contains("1 Formular") && !checked.contains("name=\"per_massstab\""), "{checked}");
    let page = list(&serving, ("liste.csv", TABLE.as_bytes()), &example());
    assert!(ended(&serving, &page).contains("Geprüfte Tabelle"));
    let clean = TABLE.replace(";1234\n", ";12346\n");
    let page = list(&serving, ("liste.csv", clean.as_bytes()), &example());
    let checked = ended(&serving, &page);
    assert!(checked.contains("3 Formulare können entstehen") && !checked.contains("Geprüfte Tabelle"), "{checked}");
}

#[test]
fn what_a_heading_means_is_a_field_or_a_remark() {
    let serving = Serving::default();
    let page = list(&serving, ("liste.csv", b"Xyzzy\n1\n"), &example());
    let confirm = format!("{page}/spalten");
    for (said, status) in [("", 422), ("gibt es nicht", 422), ("#", 303)] {
        let answer = serving.post(&confirm, &[("spalte.0", said)]);
        assert_eq!(answer.status, status, "{said}");
        assert!(status == 303 || answer.text().contains("Xyzzy"), "{said}");
    }
}

#[test]
fn how_far_a_run_is_ends_with_it() {
    let serving = Serving::default();
    let page = list(&serving, ("liste.csv", b"traeger.name\nHaus Nord\n"), &example());
    ended(&serving, &page);
    let events = serving.get(&format!("{page}/verlauf"));
    assert!(events.status == 200 && events.text().contains("event: ende"), "{}", events.text());
}

#[test]
fn a_file_is_called_as_it_was_sent_and_none_is_none() {
    let serving = Serving::default();
    let told = |files: &[(&str, &str, &[u8])]| {
        let token = serving.form_token();
        let mut body = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"_formular\"\r\n\r\n{token}\r\n")
            .into_bytes();
        body.extend(multipart(files));
        let (cookie, media_type) = (serving.cookie(), media_type());
        serving.send("POST", "/auswertung", &[("Cookie", &cookie), ("Content-Type", &media_type)], &body).text()
    };
    // A folder that is dropped sends its names before that of the file.
    let page = told(&[("dateien", "ordner/kaputt.json", b"{"), ("dateien", "anders\\kaputt.json", b"[")]);
    assert!(page.contains("<li>kaputt.json: ") && page.contains("kaputt (2).json"), "{page}");
    // What browsers send where nothing was chosen.
    assert!(told(&[("dateien", "", b"")]).contains("Es ist keine Datei ausgewählt"));
}
