// The form of `vereinbar serve`, as people use it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync, copyFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { hasNoBarrier } from "./barriers.mjs";
import { pressTo } from "./keyboard.mjs";
import { serve } from "./serve.mjs";
import { FORM_A, browse, close, locate, open, pressed, typed } from "./start.mjs";

const root = process.env.VEREINBAR_ROOT;
const command = process.env.VEREINBAR_COMMAND;
let server;
let browser;

before(async () => {
  server = await serve();
  browser = await browse();
  copyFileSync(join(root, "templates/qualitaetsentwicklungsvereinbarung/daten.json"), join(server.folder, "beispiel.json"));
  copyFileSync(join(root, "templates/leq_vereinbarung/daten.json"), join(server.folder, "vertrag.json"));
});
after(async () => {
  await browser?.close();
  server?.stop();
});

const signable = (pdf) => {
  const file = join(server.folder, "..", `vereinbar-${process.pid}-${Date.now()}.pdf`);
  writeFileSync(file, pdf);
  execFileSync(command, ["validate", file, "--stage", "unterschriftsreif"], { stdio: "pipe" });
  return JSON.parse(execFileSync(command, ["extract", file]).toString());
};

const download = async (page, act) => {
  const [saved] = await Promise.all([page.waitForEvent("download"), act()]);
  return { name: saved.suggestedFilename(), bytes: readFileSync(await saved.path()) };
};

test("from nothing to a PDF ready to sign, by keyboard alone", { timeout: 180_000 }, async () => {
  const page = await open(browser, server);
  await pressTo(page, page.locator('a[href="/neu/qualitaetsentwicklungsvereinbarung"]'));
  await page.keyboard.press("Enter");
  await page.waitForSelector("#formular");
  const heading = page.locator("#abschnitt");
  let open_ = "";
  for (const [section, field, text] of FORM_A) {
    // On to the section with the button below the form.
    while (open_ !== section) {
      const next = page.locator(".weiter button").last();
      await pressTo(page, next);
      await pressed(page, () => page.keyboard.press("Enter"));
      open_ = (await heading.textContent()).trim();
      assert.ok(await heading.evaluate((node) => node === document.activeElement), "the reader is taken to the section");
    }
    await pressTo(page, locate(page, field));
    const [pointer, code] = field.split("=");
    if (text === true) await typed(page, pointer, code, () => page.keyboard.press("Space"));
    else await typed(page, pointer, text, () => page.keyboard.type(text));
  }
  await page.locator(".schreibtisch .unterzeile", { hasText: "Keine Angabe offen" }).waitFor();
  await pressTo(page, page.locator(".weiter button").last());
  await page.keyboard.press("Enter");
  await page.waitForSelector(".urteil");
  assert.match(await page.locator(".urteil").textContent(), /ist unterschriftsreif/, await page.locator("main").innerText());
  assert.ok(await page.locator('[name="zweck"][value="require_complete"]').isChecked());
  const button = page.getByRole("button", { name: "PDF herunterladen" });
  await pressTo(page, button);
  const file = await download(page, () => page.keyboard.press("Enter"));
  assert.equal(file.name, "Beispielträger Jugendhilfe gGmbH.pdf");
  const data = signable(file.bytes);
  assert.equal(data.vereinbarungszeitraum.von, "2027-01-01");
  assert.equal(data.ziele[0].massnahmen.freier_traeger[0].bis, "2027-03-31");
  await close(page);
});

test("the same without JavaScript", { timeout: 120_000 }, async () => {
  const page = await open(browser, server, { javaScriptEnabled: false });
  await page.click('a[href="/neu/qualitaetsentwicklungsvereinbarung"]');
  let open_ = "";
  for (const [section, field, text] of FORM_A) {
    if (open_ !== section) {
      await page.locator(".abschnitte button", { hasText: section }).first().click();
      open_ = section;
    }
    const element = locate(page, field);
    if (text === true) await element.check();
    else await element.fill(text);
  }
  await page.locator(".schreibtisch button", { hasText: "Prüfen und speichern" }).click();
  assert.match(await page.locator(".urteil").textContent(), /ist unterschriftsreif/, await page.locator("main").innerText());
  const file = await download(page, () => page.getByRole("button", { name: "PDF herunterladen" }).click());
  assert.equal(signable(file.bytes).traeger.name, "Beispielträger Jugendhilfe gGmbH");
  // Back, a row more, and a page of the paper, each by loading a page.
  await page.getByRole("button", { name: "Zurück zum Formular" }).click();
  await page.locator('button[value="hinzu:/unterzeichnung/freier_traeger"]').click();
  assert.equal(await page.locator('[id="/unterzeichnung/freier_traeger/1/name"]').count(), 1);
  assert.match(await page.locator(".blatt").getAttribute("src"), /^data:image\/png;base64,/);
  await close(page);
});

test("typing brings findings and the paper, and keeps what is typed", { timeout: 60_000 }, async () => {
  const page = await open(browser, server);
  await page.goto(`${server.root}/ordner/beispiel.json`);
  await page.waitForSelector("html.mit-skript");
  await pressed(page, () => page.locator(".abschnitte button", { hasText: "Vereinbarungszeitraum" }).click());
  const until = page.locator('[id="/vereinbarungszeitraum/bis"]');
  await until.waitFor();
  const paper = await page.locator(".blatt").getAttribute("src");
  await until.fill("");
  await typed(page, "/vereinbarungszeitraum/bis", "31.2.2026", () => until.pressSequentially("31.2.2026"));
  await page.waitForSelector('[id="befund/vereinbarungszeitraum/bis"]');
  assert.equal(await until.inputValue(), "31.2.2026");
  assert.ok(await until.evaluate((node) => node === document.activeElement));
  assert.equal(await until.getAttribute("aria-invalid"), "true");
  const described = await until.getAttribute("aria-describedby");
  assert.match(described, /befund\/vereinbarungszeitraum\/bis/);
  assert.ok((await page.locator(".blatt").getAttribute("src")) !== paper, "the paper is the same");
  // The way from the list of findings to the field.
  await page.locator("#abschnitt").click();
  await page.locator(".uebersicht a").first().click();
  assert.ok(await until.evaluate((node) => node === document.activeElement));
  // A page that is loaded again is as it was left.
  await page.reload();
  await page.waitForFunction(() => document.getElementById("/vereinbarungszeitraum/bis")?.value === "31.2.2026");
  // Undone, step by step.
  await page.locator("#rueckgaengig").click();
  await page.waitForFunction(() => document.getElementById("/vereinbarungszeitraum/bis")?.value !== "31.2.2026");
  // And offered where one begins.
  await page.goto(`${server.root}/`);
  await page.getByRole("button", { name: /^Fortsetzen/ }).first().click();
  await page.waitForSelector("#formular");
  await close(page);
});

/** The drafts that are offered where one begins. */
const drafts = async (page) => {
  await page.goto(`${server.root}/`);
  await page.waitForSelector("html.mit-skript");
  const names = await page.locator("#entwuerfe li strong").allInnerTexts();
  return names.map((name) => name.replaceAll("\u00ad", ""));
};
const number = (page) => page.locator('[id="/aktenzeichen"]');

test("a draft is kept from the first input on, once, and until it is in the folder", { timeout: 90_000 }, async () => {
  const page = await open(browser, server);
  copyFileSync(join(server.folder, "beispiel.json"), join(server.folder, "entwurf.json"));
  // Looked at, also in another section and before saving.
  await page.goto(`${server.root}/ordner/entwurf.json`);
  await pressed(page, () => page.locator(".abschnitte button", { hasText: "Jugendamt" }).click());
  await page.locator(".schreibtisch button", { hasText: "Prüfen und speichern" }).click();
  await page.getByRole("button", { name: "Zurück zum Formular" }).click();
  await page.waitForSelector("#formular.formular");
  assert.deepEqual(await drafts(page), []);
  // A file that was sent is there again when the page is loaded again, and is no draft for that.
  await page.setInputFiles("#datei", join(server.folder, "entwurf.json"));
  await page.getByRole("button", { name: "Öffnen" }).click();
  await page.waitForSelector("#formular.formular");
  assert.match(await page.locator(".schreibtisch .unterzeile").innerText(), /^Datei entwurf\.json · /);
  const own = await number(page).inputValue();
  await page.reload();
  await page.waitForFunction((text) => document.getElementById("/aktenzeichen")?.value === text, own);
  assert.deepEqual(await drafts(page), []);
  // Typed into, and taken from page to page: one draft, with its file.
  await page.goto(`${server.root}/ordner/entwurf.json`);
  await typed(page, "/aktenzeichen", "51-7/27");
  await page.waitForSelector("#rueckgaengig:not([hidden])");
  await page.locator(".schreibtisch button", { hasText: "Prüfen und speichern" }).click();
  await page.getByRole("button", { name: "Zurück zum Formular" }).click();
  await page.waitForSelector("#formular.formular");
  assert.deepEqual(await drafts(page), ["entwurf.json · Beispielträger Jugendhilfe gGmbH · Qualitätsentwicklungsvereinbarung"]);
  await page.getByRole("button", { name: /^Fortsetzen/ }).click();
  await page.waitForSelector("#formular.formular");
  assert.equal(await number(page).inputValue(), "51-7/27");
  assert.equal((await drafts(page)).length, 1);
  // Gone on with, its steps are still there.
  await page.getByRole("button", { name: /^Fortsetzen/ }).click();
  await page.waitForSelector("#rueckgaengig:not([hidden])");
  await page.locator("#rueckgaengig").click();
  await page.waitForFunction((text) => document.getElementById("/aktenzeichen")?.value === text, own);
  // In the folder it is no draft any more, until it is typed into again.
  await page.locator(".schreibtisch button", { hasText: "Prüfen und speichern" }).click();
  await page.getByRole("button", { name: "entwurf.json speichern" }).click();
  await page.waitForSelector(".meldung p");
  assert.deepEqual(await drafts(page), []);
  await page.goBack();
  await page.waitForSelector("#formular.formular");
  await typed(page, "/aktenzeichen", "51-8/27");
  assert.equal((await drafts(page)).length, 1);
  // Deleted by mistake, it comes back.
  await page.getByRole("button", { name: /^Löschen/ }).click();
  assert.match(await page.locator("#entwuerfe li").innerText(), /ist gelöscht/);
  assert.ok(await page.getByRole("button", { name: /^Rückgängig/ }).evaluate((node) => node === document.activeElement));
  await page.getByRole("button", { name: /^Rückgängig/ }).click();
  assert.equal((await drafts(page)).length, 1);
  await page.getByRole("button", { name: /^Löschen/ }).click();
  assert.deepEqual(await drafts(page), []);
  assert.ok(await page.locator("#entwuerfe").isHidden());
  await close(page);
});

test("a row that is added is an input", { timeout: 60_000 }, async () => {
  const page = await open(browser, server);
  await page.goto(`${server.root}/neu/qualitaetsentwicklungsvereinbarung`);
  await pressed(page, () => page.locator(".abschnitte button", { hasText: "Fortsetzung" }).click());
  await pressed(page, () => page.locator('button[value="hinzu:/fortsetzung/gespraechsgrundlagen"]').click());
  await page.locator('[id="/fortsetzung/gespraechsgrundlagen/1"]').waitFor();
  assert.deepEqual(await drafts(page), ["Qualitätsentwicklungsvereinbarung"]);
  await close(page);
});

test("a draft outlives the program, by the way that the page names", { timeout: 60_000 }, async () => {
  const own = await serve();
  const page = await open(browser, own);
  await page.goto(`${own.root}/neu/qualitaetsentwicklungsvereinbarung`);
  await page.waitForSelector("html.mit-skript");
  await own.stop();
  await number(page).fill("51-7/27");
  await page.waitForSelector(".meldung p");
  const said = await page.locator(".meldung").innerText();
  const port = new URL(own.root).port;
  assert.match(said, new RegExp(`antwortet nicht.*in dieser Registerkarte aufbewahrt.*--port ${port} wieder`));
  const again = await serve("--port", port);
  await page.goto(again.address);
  await page.getByRole("button", { name: /^Fortsetzen/ }).click();
  await page.waitForSelector("#formular.formular");
  assert.equal(await number(page).inputValue(), "51-7/27");
  await again.stop();
  await close(page, /net::ERR_CONNECTION/);
});

test("rows come, go and move, and the focus goes with them", { timeout: 60_000 }, async () => {
  const page = await open(browser, server);
  await page.goto(`${server.root}/neu/qualitaetsentwicklungsvereinbarung`);
  await pressed(page, () => page.locator(".abschnitte button", { hasText: "Fortsetzung" }).click());
  const list = "/fortsetzung/gespraechsgrundlagen";
  const row = (index) => page.locator(`[id="${list}/${index}"]`);
  await row(0).fill("eins");
  await pressed(page, () => page.locator(`button[value="hinzu:${list}"]`).click());
  await row(1).waitFor();
  assert.ok(await row(1).evaluate((node) => node === document.activeElement));
  await typed(page, `${list}/1`, "zwei");
  await pressed(page, () => page.locator(`button[value="auf:${list}/1"]`).click());
  await page.waitForFunction((id) => document.getElementById(id).value === "zwei", `${list}/0`);
  assert.equal(await row(1).inputValue(), "eins");
  await pressed(page, () => page.locator(`button[value="weg:${list}/0"]`).click());
  await page.waitForFunction((id) => document.getElementById(id).value === "eins", `${list}/0`);
  assert.equal(await row(1).count(), 0);
  await close(page);
});

test("an answer that says no leaves the form as it is, and one that says later is asked for again", { timeout: 60_000 }, async () => {
  const page = await open(browser, server);
  await page.goto(`${server.root}/ordner/beispiel.json`);
  await page.waitForSelector("html.mit-skript");
  const heading = page.locator("#abschnitt");
  const answers = [];
  await page.route("**/formular", (route) => (answers.length > 0 ? route.fulfill(answers.shift()) : route.continue()));
  const said = (status, words) => ({ status, contentType: "text/html", body: `<main><h1>Nein</h1><p>${words}</p></main>` });
  answers.push(said(504, "Das dauerte zu lange."));
  await page.locator(".abschnitte button", { hasText: "Jugendamt" }).click();
  await page.locator(".meldung p", { hasText: "Das dauerte zu lange." }).waitFor();
  assert.match(await heading.innerText(), /Aktenzeichen/);
  answers.push(said(503, "Gerade ist viel zu tun"), said(503, "Gerade ist viel zu tun"));
  await page.locator(".abschnitte button", { hasText: "Jugendamt" }).click();
  await page.locator(".meldung p", { hasText: "Es geht gleich weiter" }).waitFor();
  await heading.filter({ hasText: "Jugendamt" }).waitFor();
  assert.equal(answers.length, 0);
  assert.equal(await page.locator(".meldung p").count(), 0);
  await close(page, /50[34]/);
});

test("what is typed while the page changes is neither lost nor in its way", { timeout: 60_000 }, async () => {
  const page = await open(browser, server);
  await page.goto(`${server.root}/ordner/beispiel.json`);
  await page.waitForSelector("html.mit-skript");
  await page.route("**/formular", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 700));
    await route.continue();
  });
  const heading = page.locator("#abschnitt");
  await page.locator(".abschnitte button", { hasText: "Jugendamt" }).click();
  await page.locator("html.wartet").waitFor();
  await number(page).fill("51-9/27");
  await heading.filter({ hasText: "Jugendamt" }).waitFor();
  assert.equal(await page.locator("html.wartet").count(), 0);
  await page.locator(".abschnitte button", { hasText: "Aktenzeichen und Stand" }).click();
  await heading.filter({ hasText: "Aktenzeichen und Stand" }).waitFor();
  assert.equal(await number(page).inputValue(), "51-9/27");
  await close(page);
});

for (const javaScriptEnabled of [true, false]) {
  test(`Enter before saving means what the field is for, ${javaScriptEnabled ? "with" : "without"} JavaScript`, { timeout: 60_000 }, async () => {
    const page = await open(browser, server, { javaScriptEnabled });
    await page.goto(`${server.root}/ordner/beispiel.json`);
    await page.locator(".schreibtisch button", { hasText: "Prüfen und speichern" }).click();
    await page.getByText("Ausfüllhilfe und Briefkopf").click();
    const pdf = await download(page, () => page.locator("#color").press("Enter"));
    assert.match(pdf.name, /\.pdf$/);
    if (javaScriptEnabled) {
      await page.fill("#name", "eingabe.json");
      await page.locator("#name").press("Enter");
      await page.locator(".meldung p", { hasText: "eingabe.json ist gespeichert." }).waitFor();
    }
    await close(page);
  });
}

test("with JavaScript the page stays, whatever is pressed that leads to another part of it", { timeout: 60_000 }, async () => {
  const page = await open(browser, server);
  await page.goto(`${server.root}/ordner/beispiel.json`);
  await page.evaluate(() => (window.stays = true));
  const heading = page.locator("#abschnitt");
  await page.locator(".abschnitte button", { hasText: "Vereinbarungszeitraum" }).click();
  await heading.filter({ hasText: "Vereinbarungszeitraum" }).waitFor();
  await page.locator(".weiter button", { hasText: "Zurück" }).click();
  await heading.filter({ hasText: "Träger" }).waitFor();
  await page.locator(".umschalter button", { hasText: "Unterschriftsreif" }).click();
  await page.locator('.umschalter [aria-pressed="true"]', { hasText: "Unterschriftsreif" }).waitFor();
  await page.getByRole("button", { name: "Nächste Seite" }).click();
  await page.getByText("Seite 2 von 2").waitFor();
  // None of that is a step to undo.
  assert.ok(await page.locator("#rueckgaengig").isHidden());
  await pressed(page, () => page.locator('[id="/traeger/name"]').press("Enter"));
  // Back and forward through the sections, with what was typed.
  await page.locator('[id="/traeger/name"]').fill("Haus Nord gGmbH");
  await page.goBack();
  await heading.filter({ hasText: "Vereinbarungszeitraum" }).waitFor();
  assert.ok(await heading.evaluate((node) => node === document.activeElement));
  await page.goBack();
  await heading.filter({ hasText: "Aktenzeichen und Stand" }).waitFor();
  await page.goForward();
  await heading.filter({ hasText: "Vereinbarungszeitraum" }).waitFor();
  await page.goForward();
  await heading.filter({ hasText: "Träger" }).waitFor();
  assert.equal(await page.locator('[id="/traeger/name"]').inputValue(), "Haus Nord gGmbH");
  // A jump within the page is no other section.
  await page.locator(".sprung").focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/#inhalt$/);
  assert.ok(await page.evaluate(() => window.stays));
  await page.reload();
  await page.waitForFunction(() => document.getElementById("/traeger/name")?.value === "Haus Nord gGmbH");
  // From the page before saving, too, one comes back; and forward, where that page cannot be asked for again.
  await page.locator(".schreibtisch button", { hasText: "Prüfen und speichern" }).click();
  await page.waitForSelector(".urteil");
  await page.goBack();
  await page.waitForFunction(() => document.getElementById("/traeger/name")?.value === "Haus Nord gGmbH");
  await page.goForward();
  await page.waitForFunction(() => document.getElementById("/traeger/name")?.value === "Haus Nord gGmbH");
  await close(page);
});

test("the section that is open is seen in the list of all", { timeout: 60_000 }, async () => {
  const page = await open(browser, server, { viewport: { width: 1280, height: 700 } });
  await page.goto(`${server.root}/ordner/vertrag.json`);
  const isSeen = () =>
    page.evaluate(() => {
      const { top, bottom } = document.querySelector(".abschnitte [aria-current]").getBoundingClientRect();
      return top >= document.querySelector(".abschnitte").getBoundingClientRect().top && bottom <= innerHeight;
    });
  for (const section of ["Teil III", "Tagessatz", "Aktenzeichen und Stand"]) {
    await pressed(page, () => page.locator(".abschnitte button", { hasText: section }).first().click());
    assert.ok(await isSeen(), section);
  }
  await close(page);
});

test("a file is dropped, saved in the folder, and saved by somebody else in between", { timeout: 60_000 }, async () => {
  const page = await open(browser, server);
  const json = readFileSync(join(root, "templates/qualitaetsentwicklungsvereinbarung/daten.json"), "utf8");
  const transfer = await page.evaluateHandle((text) => {
    const made = new DataTransfer();
    made.items.add(new File([text], "beispiel.json", { type: "application/json" }));
    return made;
  }, json);
  await page.dispatchEvent("#ablage", "drop", { dataTransfer: transfer });
  await page.waitForSelector("#formular.formular");
  const toSaving = () => page.locator(".schreibtisch button", { hasText: "Prüfen und speichern" }).click();
  await toSaving();
  await page.fill("#name", "neu.pdf");
  await page.getByRole("button", { name: "Als neue Datei speichern" }).click();
  await page.waitForSelector(".meldung p");
  assert.match(await page.locator(".meldung").textContent(), /neu\.pdf ist gespeichert/);
  assert.ok(await page.locator(".meldung p").evaluate((node) => node === document.activeElement));
  assert.ok(readdirSync(server.folder).includes("neu.pdf"));
  await toSaving();
  await page.getByRole("button", { name: "neu.pdf speichern" }).click();
  await page.waitForSelector(".meldung p");
  writeFileSync(join(server.folder, "neu.pdf"), "von jemand anderem");
  await toSaving();
  await page.getByRole("button", { name: "neu.pdf speichern" }).click();
  await page.waitForSelector('[role="alert"]');
  assert.match(await page.locator('[role="alert"]').textContent(), /geändert, seit Sie sie geöffnet haben/);
  assert.equal(readFileSync(join(server.folder, "neu.pdf"), "utf8"), "von jemand anderem");
  await close(page, /409/);
});

/** The pages and states that everybody must be able to use: how one gets there, and what is seen there. */
const PAGES = {
  start: { go: (page) => page.goto(`${server.root}/`), shows: "#ablage" },
  formular: { go: (page) => page.goto(`${server.root}/ordner/beispiel.json`), shows: ".blatt" },
  ziele: {
    go: async (page) => {
      await page.goto(`${server.root}/ordner/beispiel.json`);
      await pressed(page, () => page.locator(".abschnitte button", { hasText: "Ziele" }).click());
    },
    shows: '[id="/ziele/0/ziel"]',
  },
  befunde: {
    go: async (page) => {
      await page.goto(`${server.root}/neu/qualitaetsentwicklungsvereinbarung`);
      await pressed(page, () => page.locator(".umschalter button", { hasText: "Unterschriftsreif" }).click());
      await pressed(page, () => page.locator(".abschnitte button", { hasText: "Vereinbarungszeitraum" }).click());
    },
    shows: ".uebersicht",
  },
  vertrag: {
    go: async (page) => {
      await page.goto(`${server.root}/ordner/vertrag.json`);
      await pressed(page, () => page.locator(".abschnitte button", { hasText: "Teil III" }).click());
      await pressed(page, () => page.locator(".abschnitte button", { hasText: "Tagessatz" }).click());
    },
    shows: '#abschnitt:has-text("Tagessatz")',
  },
  speichern: {
    go: async (page) => {
      await page.goto(`${server.root}/neu/qualitaetsentwicklungsvereinbarung`);
      await page.locator(".schreibtisch button", { hasText: "Prüfen und speichern" }).click();
      await page.locator("details.weitere summary").first().click();
    },
    shows: ".urteil",
  },
  fehlt: { go: (page) => page.goto(`${server.root}/gibt-es-nicht`), shows: "text=Diese Seite gibt es nicht.", faults: /404/ },
};

for (const [name, state] of Object.entries(PAGES)) {
  test(`${name}: without a barrier that axe knows, in a small window and with forced colours`, { timeout: 90_000 }, () =>
    hasNoBarrier(browser, server, name, state),
  );
}

// The last of the tests: the server is stopped, and has said all.
test("what is said on the terminal holds nothing that was typed", async () => {
  await server.stop();
  const told = server.told();
  assert.match(told, /Das Formular ist geöffnet/);
  const texts = FORM_A.map(([, , text]) => text).filter((text) => text.length > 3);
  for (const text of [...texts, "51-7/27"]) assert.ok(!told.includes(text), text);
});
