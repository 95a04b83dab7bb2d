// Pages for many agreements, by the keyboard alone: the focus is always seen, and never lost.
// A file is chosen in a window of the system, which no test opens.

import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { focusIsSeen, press, pressTo, type } from "./keyboard.mjs";
import { serve } from "./serve.mjs";
import { browse, close, open } from "./start.mjs";

const example = join(process.env.VEREINBAR_ROOT, "templates/qualitaetsentwicklungsvereinbarung/daten.json");
let server;
let browser;
let files;

before(async () => {
  server = await serve();
  browser = await browse();
  files = join(server.folder, "..", "tasten");
  mkdirSync(files);
  const later = JSON.parse(readFileSync(example, "utf8"));
  later.stand = "2027-06-30";
  copyFileSync(example, join(files, "vorher.json"));
  writeFileSync(join(files, "nachher.json"), JSON.stringify(later));
  writeFileSync(join(files, "kaputt.pdf"), "%PDF-1.7\n%%EOF\n");
  writeFileSync(join(files, "leer.json"), "");
  writeFileSync(join(files, "liste.csv"), "Träger;PLZ;Xyzzy\nHaus Nord gGmbH;12345;eins\nHaus Süd gGmbH;1234;zwei\n");
  copyFileSync(example, join(server.folder, "im-ordner.json"));
});
after(async () => {
  await browser?.close();
  server?.stop();
});

/** A page whose windows for files are caught from its beginning: catching them takes a moment. */
const begin = async () => {
  const page = await open(browser, server);
  page.on("filechooser", () => {});
  return page;
};
const file = (name) => join(files, name);
const menu = (page, name) => page.getByRole("navigation", { name: "Hauptmenü" }).getByRole("link", { name, exact: true });
const button = (page, name) => page.getByRole("button", { name });
const go = async (page, name) => {
  await press(page, menu(page, name));
  await page.locator("nav [aria-current]", { hasText: name }).waitFor();
};

/** Chooses a file where the keyboard has come to the field for it. */
const choose = async (page, selector, ...names) => {
  const field = page.locator(selector);
  await pressTo(page, field);
  const [window] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Enter")]);
  await window.setFiles(names.map(file));
  // It is where it was when the window has closed.
  assert.ok(await field.evaluate((node) => node === document.activeElement));
};

const download = async (page, name) => {
  await pressTo(page, page.getByRole("link", { name }));
  const [saved] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  await focusIsSeen(page);
  return { name: saved.suggestedFilename(), bytes: readFileSync(await saved.path()) };
};

/** A page that says what is wrong begins there. */
const isToldOf = async (page, words) => {
  const alert = page.locator('[role="alert"]');
  await alert.waitFor();
  assert.match(await alert.innerText(), words);
  assert.ok(await alert.evaluate((node) => node === document.activeElement), "the reader is taken to what is wrong");
  await focusIsSeen(page);
};

test("two agreements are compared by the keyboard alone", { timeout: 60_000 }, async () => {
  const page = await begin();
  await go(page, "Vergleich");
  await press(page, button(page, "Vergleichen"));
  await isToldOf(page, /Wählen Sie beide Dateien aus/);
  await choose(page, "#vorher", "vorher.json");
  await choose(page, "#nachher", "leer.json");
  await press(page, button(page, "Vergleichen"));
  await isToldOf(page, /Spätere Vereinbarung: Die Datei ist leer/);
  await choose(page, "#vorher", "kaputt.pdf");
  await choose(page, "#nachher", "nachher.json");
  await press(page, button(page, "Vergleichen"));
  await isToldOf(page, /Frühere Vereinbarung/);
  await choose(page, "#nachher", "nachher.json");
  // The one of the folder, which is above: back by the way that one came.
  const stored = page.locator("#vorher_ordner");
  await pressTo(page, stored, { key: "Shift+Tab" });
  await page.keyboard.press("ArrowDown");
  assert.equal(await stored.inputValue(), "im-ordner.json");
  await press(page, button(page, "Vergleichen"));
  await page.waitForSelector(".unterschiede");
  assert.match(await page.locator(".unterschiede").innerText(), /Stand\s+geändert/);
  await press(page, page.getByRole("link", { name: "Andere Dateien vergleichen" }));
  await page.locator("#vorher").waitFor();
  await close(page, /422/);
});

test("many are evaluated by the keyboard alone", { timeout: 90_000 }, async () => {
  const page = await begin();
  await go(page, "Auswertung");
  await press(page, button(page, "Dateien auswerten"));
  await isToldOf(page, /keine Datei ausgewählt/);
  await choose(page, "#dateien", "vorher.json", "nachher.json");
  assert.equal(await page.locator(".ausgewaehlt").innerText(), "2 Dateien ausgewählt");
  await type(page, page.locator("#stichtag"), "31.2.2028");
  await page.keyboard.press("Enter");
  await isToldOf(page, /Der Stichtag ist kein Tag/);
  // What was typed stands in its field, which says what is wrong with it.
  const day = page.locator("#stichtag");
  assert.equal(await day.inputValue(), "31.2.2028");
  assert.equal(await day.getAttribute("aria-invalid"), "true");
  assert.match(await day.getAttribute("aria-describedby"), /stichtag-befund/);
  assert.match(await page.locator("#stichtag-befund").innerText(), /Schreiben Sie ihn wie 31\.12\.2027/);
  await choose(page, "#dateien", "vorher.json", "nachher.json");
  await type(page, page.locator("#stichtag"), "1.7.2028");
  await press(page, page.locator('[name="anonym"]'), "Space");
  assert.ok(await page.locator('[name="anonym"]').isChecked());
  await press(page, button(page, "Dateien auswerten"));
  await page.waitForSelector(".kennzahlen");
  assert.match(await page.locator(".unterzeile").innerText(), /Stichtag 01\.07\.2028 · ohne die Namen der Träger/);
  assert.equal((await download(page, "Bericht (PDF)")).name, "auswertung.pdf");
  // Page by page: the reader stays at the report.
  await press(page, page.getByRole("link", { name: "Nächste Seite" }));
  await page.waitForURL(/seite=2/);
  await pressTo(page, page.getByRole("link", { name: "Vorige Seite" }), { most: 3 });
  // A wide table is scrolled where it stands.
  const table = page.locator(".tafel").first();
  await pressTo(page, table);
  await press(page, page.locator("#alle-tabellen summary"));
  await page.locator("#alle-tabellen .tafel").first().waitFor();
  await press(page, button(page, "Auswertung verwerfen"));
  await page.waitForURL(`${server.root}/auswertung`);
  await press(page, button(page, /^Ordner/));
  await page.waitForSelector(".kennzahlen");
  await close(page, /422/);
});

test("a list becomes forms by the keyboard alone", { timeout: 120_000 }, async () => {
  const page = await begin();
  await go(page, "Liste");
  await choose(page, "#tabelle", "liste.csv");
  await choose(page, "#grundlage", "leer.json");
  await press(page, button(page, "Weiter"));
  await isToldOf(page, /Grundlage/);
  await choose(page, "#tabelle", "liste.csv");
  await choose(page, "#grundlage", "vorher.json");
  await press(page, button(page, "Weiter"));
  // The columns: what a proposal lacks is asked for, and the focus goes to it.
  const confirm = button(page, "Zuordnung bestätigen und prüfen");
  await press(page, confirm);
  await isToldOf(page, /Xyzzy/);
  await type(page, page.getByLabel("Xyzzy"), "#");
  await press(page, confirm);
  await page.waitForSelector(".urteil");
  // What came of the run is where the reader goes on.
  assert.ok(await page.locator("#ergebnis").evaluate((node) => node === document.activeElement));
  assert.match(await page.locator(".urteil").innerText(), /1 von 2 Formularen können entstehen/);
  assert.equal((await download(page, "Geprüfte Tabelle (Excel)")).bytes.toString("latin1", 0, 2), "PK");
  const kind = page.locator('[name="ausgabe"]').first();
  await pressTo(page, kind, { key: "Shift+Tab" });
  await page.keyboard.press("ArrowDown");
  await focusIsSeen(page);
  assert.ok(await page.locator('[value="sammeldatei"]').isChecked());
  await page.keyboard.press("ArrowUp");
  await press(page, page.locator("#erzeugen-mehr summary"));
  await type(page, page.locator("#name"), "{nr}");
  await press(page, button(page, "1 Formular erzeugen"));
  await page.waitForSelector(".urteil h2:has-text('erzeugt')");
  assert.ok(await page.locator("#ergebnis").evaluate((node) => node === document.activeElement));
  await focusIsSeen(page);
  const zip = await download(page, "Alle Formulare (ZIP)");
  assert.match(zip.bytes.toString("latin1"), /1\.pdf/);
  await press(page, button(page, "Verwerfen"));
  await page.waitForURL(`${server.root}/liste`);
  await close(page, /422/);
});
