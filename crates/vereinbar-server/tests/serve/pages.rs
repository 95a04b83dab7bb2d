//! The pages, as a browser without JavaScript gets them.

use std::collections::BTreeSet;

use serde_json::Value;
use vereinbar::{Art, Vereinbarung, extract, parse};
use vereinbar_server::ServeOptions;

use crate::support::{Serving, contract, example, with_a_long_text};

fn kept(page: &str) -> Value {
    let text = page.split("name=\"daten\" value=\"").nth(1).unwrap().split("\">").next().unwrap();
    serde_json::from_str(&text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
        .unwrap()
}

/// The sections that the buttons of a page lead to.
fn sections_of(page: &str) -> Vec<String> {
    let values = page.split("name=\"abschnitt\" value=\"").skip(1);
    values.filter_map(|rest| rest.split('"').next().map(str::to_owned)).collect()
}

/// Goes from a page to all that its buttons lead to, and on from there: of a chapter that is not open a page shows the
/// first section alone. How many sections there are.
fn visit_all(start: &str, mut visit: impl FnMut(&str) -> String) -> usize {
    let (mut next, mut seen) = (sections_of(start), BTreeSet::new());
    while let Some(section) = next.pop() {
        if seen.insert(section.clone()) {
            next.extend(sections_of(&visit(&section)));
        }
    }
    seen.len()
}

/// How many sections a form has.
const fn sections(art: Art) -> usize {
    match art {
        Art::Qualitaetsentwicklungsvereinbarung => 11,
        Art::LeqVereinbarung => 59,
        _ => 0,
    }
}

#[test]
fn every_kind_has_a_form_with_every_section() {
    let serving = Serving::default();
    let start = serving.get("/").text();
    assert!(start.contains("Geprüft wird die Form, nicht das Recht"));
    for &art in Art::ALL {
        assert!(start.contains(&format!("href=\"/neu/{art}\"")), "{art}");
        let page = serving.get(&format!("/neu/{art}"));
        assert_eq!(page.status, 200);
        let text = page.text();
        assert!(text.contains(art.bezeichnung()) && text.contains("data:image/png;base64,"));
        // Each section, as its own button leads to it.
        let data = Vereinbarung::blank(art).to_json();
        let visited = visit_all(&text, |section| {
            let page = serving.post("/formular", &[("daten", &data), ("abschnitt", section)]);
            assert_eq!(page.status, 200, "{section}");
            let page = page.text();
            assert!(page.contains(&format!("value=\"{section}\" aria-current=\"step\"")), "{section}");
            assert_eq!(parse(&kept(&page).to_string()).unwrap(), Vereinbarung::blank(art), "{section}");
            page
        });
        assert_eq!(visited, sections(art), "{art}");
    }
    assert_eq!(serving.get("/neu/kaufvertrag").status, 404);
    // An answer to a form, loaded again by its address.
    for path in ["/formular", "/speichern", "/pdf", "/oeffnen"] {
        let answer = serving.get(path);
        assert_eq!((answer.status, answer.header("location")), (303, Some("/")), "{path}");
    }
}

#[test]
fn an_agreement_goes_through_every_section_unchanged() {
    let serving = Serving::default();
    for json in [example(), contract()] {
        let own = parse(&json).unwrap();
        let data: Value = serde_json::from_str(&own.to_json()).unwrap();
        let start = serving.post("/formular", &[("daten", &json)]).text();
        let visited = visit_all(&start, |section| {
            let page = serving.post("/formular", &[("daten", &json), ("hier", section)]).text();
            // All fields as they stand in the page, sent back.
            let fields = sent_by(&page);
            // A list without an entry may have none.
            let is_bare = page.contains(&format!("value=\"hinzu:{section}\"")) && data.pointer(section).is_none();
            assert!(is_bare || fields.iter().any(|(name, _)| name.starts_with('/')), "{section}");
            let fields: Vec<(&str, &str)> =
                fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            let back = serving.post("/formular", &fields);
            assert_eq!(back.status, 200, "{section}");
            let answer = serving.post("/json", &[("daten", &kept(&back.text()).to_string())]);
            assert_eq!(parse(&answer.text()).unwrap(), own, "{section}");
            page
        });
        assert_eq!(visited, sections(own.art()));
    }
}

/// What a browser sends of a page when nothing is changed.
fn sent_by(page: &str) -> Vec<(String, String)> {
    let decode =
        |text: &str| text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    let attribute = |tag: &str, name: &str| {
        tag.split(&format!(" {name}=\"")).nth(1).and_then(|rest| rest.split('"').next()).map(decode)
    };
    let mut fields = Vec::new();
    for rest in page.split('<').skip(1) {
        let (tag, content) = rest.split_once('>').unwrap();
        let kind = tag.split(' ').next().unwrap();
        let Some(name) = attribute(tag, "name").filter(|name| name != "_formular") else { continue };
        match kind {
            "input" => {
                let is_box = tag.contains("type=\"checkbox\"") || tag.contains("type=\"radio\"");
                if !is_box || tag.split(' ').any(|word| word == "checked") {
                    fields.push((name, attribute(tag, "value").unwrap_or_default()));
                }
            }
            "textarea" => fields.push((name, decode(content.strip_prefix('\n').unwrap_or(content)))),
            "select" => fields.push((name, String::new())),
            _ => {}
        }
        if kind == "select" {
            let options = page.split(&format!("<{tag}>")).nth(1).unwrap().split("</select>").next().unwrap();
            let chosen =
                options.split("<option ").find(|option| option.split('>').next().unwrap().contains(" selected"));
            if let (Some(option), Some(field)) = (chosen, fields.last_mut()) {
                field.1 = attribute(&format!(" {option}"), "value").unwrap_or_default();
            }
        }
    }
    fields
}

#[test]
fn findings_stand_at_their_field_and_above_the_form() {
    let serving = Serving::default();
    let data = r#"{"art": "qualitaetsentwicklungsvereinbarung"}"#;
    let page = serving
        .post(
            "/formular",
            &[
                ("daten", data),
                ("hier", "/vereinbarungszeitraum"),
                ("/vereinbarungszeitraum/von", "1.1.2027"),
                ("/vereinbarungszeitraum/bis", "1.1.2026"),
                ("/stand", "irgendwann"),
            ],
        )
        .text();
    assert!(page.contains("id=\"befund/vereinbarungszeitraum/bis\""), "{page}");
    assert!(page.contains("href=\"#/vereinbarungszeitraum/bis\""));
    assert!(page.contains("aria-describedby=\"hinweis/vereinbarungszeitraum/bis befund/vereinbarungszeitraum/bis\""));
    // What was typed is kept as it was, readable or not.
    assert!(page.contains("value=\"01.01.2026\""));
    assert_eq!(kept(&page)["stand"], "irgendwann");
    assert!(page.contains("Ohne die Angaben, die sich widersprechen"));
    // In another section it is counted at its name.
    let other = serving.post("/formular", &[("daten", &kept(&page).to_string()), ("hier", "/traeger")]);
    assert_eq!(other.status, 200);
    let other = other.text();
    assert!(!other.contains("id=\"befund/vereinbarungszeitraum/bis\""));
    let button = other.split("name=\"abschnitt\" value=\"/vereinbarungszeitraum\"").nth(1).unwrap();
    let button = button.split("</button>").next().unwrap();
    assert!(button.contains("<span class=\"stand offen\">1<"), "{button}");
}

#[test]
fn a_row_that_is_folded_up_says_its_code_in_words() {
    let serving = Serving::default();
    let page = serving.post("/formular", &[("daten", &contract()), ("hier", "/leistungsangebot")]).text();
    let briefs: Vec<&str> =
        page.split("<summary><strong>Hilfeart ").skip(1).filter_map(|rest| rest.split("</summary>").next()).collect();
    assert!(briefs.len() > 3 && briefs.iter().all(|brief| !brief.contains("sgb_viii")), "{briefs:?}");
    assert!(briefs[0].contains("§"), "{briefs:?}");
}

/// Read twice, an amount with a decimal place too many must not become a thousand times as much.
#[test]
fn what_cannot_be_read_stays_in_its_field_as_it_was_typed() {
    let serving = Serving::default();
    let betrag = "/entgeltvereinbarung/tagessatz/betrag";
    let mut fields = vec![
        ("daten".to_owned(), r#"{"art": "leq_vereinbarung"}"#.to_owned()),
        (betrag.to_owned(), "1,234".to_owned()),
    ];
    for _ in 0..3 {
        let mut sent: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        sent.retain(|(name, _)| *name != "hier");
        sent.push(("hier", "/entgeltvereinbarung/tagessatz"));
        let page = serving.post("/formular", &sent).text();
        fields = sent_by(&page);
        let field = fields.iter().find(|(name, _)| name == betrag);
        assert_eq!(field.map(|(_, value)| value.as_str()), Some("1,234"));
        assert!(page.contains(&format!("id=\"befund{betrag}\"")), "{page}");
    }
}

#[test]
fn a_text_that_is_too_long_is_kept_whole_and_said() {
    let serving = Serving::default();
    let long = "ä".repeat(10_001);
    let data = r#"{"art": "qualitaetsentwicklungsvereinbarung"}"#;
    let page = serving.post("/formular", &[("daten", data), ("hier", "/ziele"), ("/ziele/0/ziel", &long)]).text();
    assert!(page.contains("id=\"befund/ziele/0/ziel\"") && page.contains("Der Text hat 10001 Zeichen"));
    assert_eq!(kept(&page)["ziele"][0]["ziel"], long);
    assert!(!page.contains("maxlength"), "a browser would cut it without a word");
    // Nothing contradicts itself, and there is no PDF all the same.
    let page = serving.post("/speichern", &[("daten", &kept(&page).to_string())]).text();
    assert!(page.contains("was sich widerspricht oder nicht sein kann") && !page.contains("PDF herunterladen"));
}

#[test]
fn text_is_text_wherever_it_is_shown() {
    let serving = Serving::default();
    let evil = "\"><script>alert(1)</script>&amp;'";
    let data = r#"{"art": "qualitaetsentwicklungsvereinbarung"}"#;
    for path in ["/formular", "/speichern", "/seiten"] {
        let page = serving.post(
            path,
            &[
                ("daten", data),
                ("/traeger/name", evil),
                ("hier", "/traeger"),
                ("/ziele/0/ziel", evil),
                ("abschnitt", evil),
            ],
        );
        assert_eq!(page.status, 200, "{path}");
        assert!(!page.text().contains("<script>alert"), "{path}");
        assert_eq!(kept(&page.text())["traeger"]["name"], evil, "{path}");
    }
}

#[test]
fn a_pdf_of_the_page_reads_back_and_has_the_letterhead() {
    let serving = Serving::default();
    let answer = serving.post("/pdf", &[("daten", &example()), ("zweck", "require_complete")]);
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert_eq!(
        answer.header("content-disposition"),
        Some(
            "attachment; filename=\"Beispieltr_ger Jugendhilfe gGmbH.pdf\"; filename*=UTF-8''Beispieltr%C3%A4ger%20Jugendhilfe%20gGmbH.pdf"
        )
    );
    assert_eq!(extract(&answer.body).unwrap(), parse(&example()).unwrap());
    for zweck in ["entwurf", "signature_fields", "fillable"] {
        let other = serving.post("/pdf", &[("daten", &example()), ("zweck", zweck)]);
        assert_eq!(other.status, 200, "{zweck}");
        assert_eq!(extract(&other.body).unwrap(), parse(&example()).unwrap(), "{zweck}");
        // A complete agreement is the same for paper, whether it is to be signed or not.
        assert_eq!(other.body == answer.body, zweck == "entwurf", "{zweck}");
    }
    let headed = serving.post(
        "/pdf",
        &[("daten", &example()), ("letterhead_line", "Landkreis Musterland\r\nJugendamt"), ("color", "#1d4e79")],
    );
    assert_eq!(headed.status, 200);
    assert!(headed.body != answer.body);
    for (name, value) in [("color", "blau"), ("letterhead_line", "1\n2\n3\n4\n5\n6\n7\n8\n9")] {
        let refused = serving.post("/pdf", &[("daten", &example()), (name, value)]);
        assert_eq!(refused.status, 422, "{name}");
        assert!(refused.text().contains("role=\"alert\"") && refused.text().contains("name=\"daten\""), "{name}");
        assert!(sent_by(&refused.text()).contains(&(name.to_owned(), value.to_owned())), "{name}");
    }
    // What cannot be signed yet is not offered.
    let page = serving.post("/speichern", &[("daten", r#"{"art": "leq_vereinbarung"}"#)]).text();
    let purpose = |value: &str| {
        let tag = page.split(&format!("name=\"zweck\" value=\"{value}\"")).nth(1).unwrap();
        tag.split('>').next().unwrap().to_owned()
    };
    assert!(purpose("entwurf").contains("checked") && purpose("fillable").is_empty());
    assert!(purpose("require_complete").contains("disabled") && purpose("signature_fields").contains("disabled"));
    let unready = serving.post("/pdf", &[("daten", r#"{"art": "leq_vereinbarung"}"#), ("zweck", "require_complete")]);
    assert_eq!(unready.status, 422);
    assert!(unready.text().contains("nicht unterschriftsreif"));
}

/// A browser that gets a file shows no page, so that it is said before.
#[test]
fn what_is_to_be_known_about_a_pdf_is_said_before_it_is_saved() {
    let folder = tempfile::tempdir().unwrap();
    let serving = Serving::start(&ServeOptions { folder: Some(folder.path().into()), ..ServeOptions::default() });
    let data = with_a_long_text();
    let fillable =
        [("daten", data.as_str()), ("zweck", "fillable"), ("color", "#1d4e79"), ("ausfuellhilfe", "angehaengt")];
    let in_folder = [("name", "formular.pdf"), ("ablegen", "neu")];
    for (path, more) in [("/pdf", [].as_slice()), ("/ordner", in_folder.as_slice())] {
        let told = serving.post(path, &[&fillable, more].concat());
        assert_eq!((told.status, told.header("content-disposition")), (200, None), "{path}");
        let page = told.text();
        for words in ["Ziel 1 › Ziel", "länger als sein Feld", "Gespeichert ist noch nichts."] {
            assert!(page.contains(words), "{path}, {words}: {page}");
        }
        assert!(!folder.path().join("formular.pdf").exists());
        // Once more, with what stands in the page: all choices with it.
        let sent = sent_by(&page);
        for choice in &fillable[1..] {
            assert!(sent.contains(&(choice.0.to_owned(), choice.1.to_owned())), "{path}, {choice:?}: {sent:?}");
        }
        let mut sent: Vec<(&str, &str)> = sent.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        sent.extend(more.iter().filter(|(name, _)| *name == "ablegen"));
        let made = serving.post(path, &sent);
        assert_eq!(made.status, 200, "{path}");
        let pdf = if path == "/pdf" { made.body } else { std::fs::read(folder.path().join("formular.pdf")).unwrap() };
        assert_eq!(extract(&pdf).unwrap(), parse(&data).unwrap(), "{path}");
    }
    // What was told of one PDF was not told of another, and a colour that is printed otherwise is told as well.
    let bright = [("daten", data.as_str()), ("zweck", "fillable"), ("color", "#ffee00")];
    let told = serving.post("/pdf", &bright).text();
    assert!(told.contains("länger als sein Feld") && told.contains("Die Farbe #ffee00 ist auf Weiß zu hell"), "{told}");
    let mut sent = sent_by(&told);
    sent.retain(|(name, _)| name != "zweck");
    let again = |zweck: &str| {
        let sent = sent.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        serving.post("/pdf", &sent.chain([("zweck", zweck)]).collect::<Vec<_>>())
    };
    assert_eq!(again("fillable").header("content-type"), Some("application/pdf"));
    assert!(again("entwurf").text().contains("Die Farbe #ffee00 ist auf Weiß zu hell"));
    // As a document it has all its room.
    assert_eq!(serving.post("/pdf", &[("daten", &data)]).header("content-type"), Some("application/pdf"));
}

/// The page before saving promises what is done then.
#[test]
fn the_page_before_saving_offers_what_can_be_saved() {
    let folder = tempfile::tempdir().unwrap();
    let serving = Serving::start(&ServeOptions { folder: Some(folder.path().into()), ..ServeOptions::default() });
    let art = "\"art\": \"qualitaetsentwicklungsvereinbarung\"";
    let reversed =
        format!("{{{art}, \"vereinbarungszeitraum\": {{\"von\": \"2027-01-01\", \"bis\": \"2026-01-01\"}}}}");
    let cases = [
        (format!("{{{art}}}"), "Sie können den Entwurf trotzdem speichern und drucken", true, true),
        (reversed, "Ein PDF entsteht erst, wenn berichtigt ist, was sich widerspricht", false, true),
        (format!("{{{art}, \"stand\": \"irgendwann\"}}"), "erst, wenn alle Angaben lesbar sind", false, false),
    ];
    for (data, sentence, has_pdf, has_json) in cases {
        let page = serving.post("/speichern", &[("daten", &data)]).text();
        assert!(page.contains(sentence), "{data}: {page}");
        for (path, words, is_given) in
            [("/pdf", "PDF herunterladen", has_pdf), ("/json", "JSON herunterladen", has_json)]
        {
            assert_eq!(page.contains(words), is_given, "{data}: {words}");
            assert_eq!(serving.post(path, &[("daten", &data)]).status == 200, is_given, "{data}: {path}");
        }
        // The name that is proposed is one under which it is saved.
        let name = page.split("name=\"name\" value=\"").nth(1).map(|rest| rest.split('"').next().unwrap());
        assert_eq!(name.is_some(), has_json, "{data}");
        if let Some(name) = name {
            let saved = serving.post("/ordner", &[("daten", &data), ("name", name), ("ablegen", "neu")]);
            assert_eq!(saved.status, 200, "{data}: {name}");
        }
    }
    // A warning keeps nobody from signing, and is no promise that nothing is missing.
    let mut ready: Value = serde_json::from_str(&example()).unwrap();
    ready["unterzeichnung"].as_object_mut().unwrap().shift_remove("ort");
    let page = serving.post("/speichern", &[("daten", &ready.to_string())]).text();
    assert!(page.contains("Was für die Unterschrift nötig ist, steht da. 1 Warnung steht unten."), "{page}");
    // A PDF of the folder is not offered to be written over while there is none.
    let file = [("datei", "a.pdf"), ("version", "1")];
    let offered = |data: &str| {
        serving.post("/speichern", &[&[("daten", data)], file.as_slice()].concat()).text().contains("a.pdf speichern")
    };
    assert!(offered(&format!("{{{art}}}")));
    assert!(!offered(&format!(
        "{{{art}, \"traeger\": {{\"name\": \"x\"}}, \"vereinbarungszeitraum\": {{\"von\": \"2027-01-01\", \"bis\": \"2026-01-01\"}}}}"
    )));
}

#[test]
fn the_menu_marks_what_a_page_belongs_to_and_is_no_way_for_who_may_not_go() {
    let serving = Serving::default();
    let marked =
        |page: &str| page.split("aria-current=\"true\">").nth(1).map(|rest| rest.split('<').next().unwrap().to_owned());
    let data = example();
    for (page, words) in [
        (serving.get("/"), Some("Formular")),
        (serving.get("/neu/leq_vereinbarung"), Some("Formular")),
        (serving.post("/speichern", &[("daten", &data)]), Some("Formular")),
        (serving.post("/seiten", &[("daten", &data)]), Some("Formular")),
        (serving.get("/liste"), Some("Liste")),
        (serving.get("/liste/weg"), Some("Liste")),
        (serving.get("/auswertung"), Some("Auswertung")),
        (serving.get("/auswertung/weg"), Some("Auswertung")),
        (serving.get("/vergleich"), Some("Vergleich")),
        (serving.get("/gibt-es-nicht"), None),
    ] {
        assert_eq!(marked(&page.text()).as_deref(), words);
    }
    // Where the start page is refused as well, nothing leads there.
    let stranger = serving.send("GET", "/", &[], b"");
    let other_name = serving.send("GET", "/", &[("Host", "formulare.example")], b"");
    for (page, status) in [(stranger, 401), (other_name, 421)] {
        assert_eq!(page.status, status);
        assert!(page.text().contains("Nicht erlaubt") && !page.text().contains("href=\"/\""), "{}", page.text());
        assert!(!page.text().contains("href=\"/liste\""), "{}", page.text());
    }
    // From another page the request alone is refused.
    let other_page = serving.send("GET", "/", &[("Sec-Fetch-Site", "cross-site")], b"");
    assert_eq!(other_page.status, 403);
    assert!(other_page.text().contains("Zur Startseite"));
}

#[test]
fn files_are_opened_and_what_is_none_is_said() {
    let serving = Serving::default();
    let (cookie, token) = (serving.cookie(), serving.form_token());
    let open = |bytes: &[u8]| {
        let head = format!(
            "--grenze\r\nContent-Disposition: form-data; name=\"_formular\"\r\n\r\n{token}\r\n--grenze\r\nContent-Disposition: form-data; name=\"datei\"; filename=\"a.pdf\"\r\nContent-Type: application/pdf\r\n\r\n"
        );
        let body = [head.as_bytes(), bytes, b"\r\n--grenze--\r\n"].concat();
        serving.send(
            "POST",
            "/oeffnen",
            &[("Cookie", &cookie), ("Content-Type", "multipart/form-data; boundary=grenze")],
            &body,
        )
    };
    let pdf = serving.post("/pdf", &[("daten", &example())]).body;
    for bytes in [pdf.as_slice(), example().as_bytes()] {
        let page = open(bytes);
        assert_eq!(page.status, 200);
        assert_eq!(parse(&kept(&page.text()).to_string()).unwrap(), parse(&example()).unwrap());
        // It is called as it was sent, from page to page; the folder has none of that name.
        assert!(page.text().contains("Datei a.pdf · Keine Angabe offen"), "{}", page.text());
        assert!(!page.text().contains("name=\"version\""));
    }
    for bytes in [b"%PDF-1.7".as_slice(), b"", b"PK\x03\x04", b"{\"art\": \"kaufvertrag\"}", b"\xff\xfe"] {
        let page = open(bytes);
        assert_eq!(page.status, 422, "{bytes:?}");
        assert!(page.text().contains("role=\"alert\""), "{bytes:?}");
        // Which file, where one was sent.
        assert_eq!(page.text().contains("a.pdf lässt sich nicht öffnen."), !bytes.is_empty(), "{bytes:?}");
    }
    let broken = open(b"{\n  \"art\": \"leq_vereinbarung\",\n").text();
    assert!(broken.contains("Zeile 3, Spalte 1: "), "{broken}");
    let picture = open(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").text();
    assert!(picture.contains("Das ist ein Bild, keine JSON-Datei."), "{picture}");
}

#[test]
fn the_folder_is_listed_opened_and_saved_in_place() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("Träger 1.json"), example()).unwrap();
    let serving = Serving::start(&ServeOptions { folder: Some(folder.path().into()), ..ServeOptions::default() });
    assert!(serving.get("/").text().contains("href=\"/ordner/Tr%C3%A4ger%201.json\""));
    let page = serving.get("/ordner/Tr%C3%A4ger%201.json");
    assert_eq!(page.status, 200);
    let version = page.text().split("name=\"version\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let data = kept(&page.text()).to_string();
    let fields = [("daten", data.as_str()), ("datei", "Träger 1.json"), ("version", &version), ("ablegen", "ersetzen")];
    let mut changed = fields.to_vec();
    changed.push(("/aktenzeichen", "51-9/27"));
    let saved = serving.post("/ordner", &changed);
    assert_eq!(saved.status, 200);
    assert!(saved.text().contains("Träger 1.json ist gespeichert."));
    let written = std::fs::read_to_string(folder.path().join("Träger 1.json")).unwrap();
    assert!(written.contains("51-9/27") && parse(&written).is_ok());
    // The version that was opened is no longer there.
    let again = serving.post("/ordner", &fields);
    assert_eq!(again.status, 409);
    assert_eq!(std::fs::read_to_string(folder.path().join("Träger 1.json")).unwrap(), written);
    let taken = serving.post("/ordner", &[("daten", &data), ("name", "Träger 1.json"), ("ablegen", "neu")]);
    assert_eq!(taken.status, 409);
    let pdf = serving.post("/ordner", &[("daten", &data), ("name", "neu.pdf"), ("ablegen", "neu")]);
    assert_eq!(pdf.status, 200);
    assert!(extract(&std::fs::read(folder.path().join("neu.pdf")).unwrap()).is_ok());
    assert!(std::fs::read_dir(folder.path()).unwrap().count() == 2, "nothing else is left behind");
    // Without a folder there is none.
    assert_eq!(Serving::default().get("/ordner/a.json").status, 404);
}
