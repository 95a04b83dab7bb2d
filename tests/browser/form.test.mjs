// The form of `vereinbar serve`, as people use it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync, copyFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { hasNoBarrier } from "./barriers.mjs";
import { pressTo } from "./keyboard.mjs";
import { serve } from "./serve.mjs";
import { FORM_A, browse, locate, open } from "./start.mjs";

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

/** Waits until what was typed has been answered. */
const answered = (page, act) =>
  Promise.all([page.waitForResponse((response) => response.url().endsWith("/formular")), act()]);

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
      await answered(page, () => page.keyboard.press("Enter"));
      await page.waitForFunction((before) => document.querySelector("#abschnitt").textContent !== before, open_ || "Aktenzeichen und Stand");
      open_ = (await heading.textContent()).trim();
      assert.ok(await heading.evaluate((node) => node === document.activeElement), "the reader is taken to the section");
    }
    await pressTo(page, locate(page, field));
    if (text === true) await answered(page, () => page.keyboard.press("Space"));
    else await answered(page, () => page.keyboard.type(text));
  }
  await page.waitForTimeout(400);
  const progress = await page.locator(".schreibtisch .unterzeile").textContent();
  assert.match(progress, /11 von 11/);
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
  assert.deepEqual(page.faults, []);
  await page.context().close();
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
  await page.context().close();
});

test("typing brings findings and the paper, and keeps what is typed", { timeout: 60_000 }, async () => {
  const page = await open(browser, server);
  await page.goto(`${server.root}/ordner/beispiel.json`);
  await page.waitForSelector("html.mit-skript");
  await answered(page, () => page.locator(".abschnitte button", { hasText: "Vereinbarungszeitraum" }).click());
  const until = page.locator('[id="/vereinbarungszeitraum/bis"]');
  await until.waitFor();
  const paper = await page.locator(".blatt").getAttribute("src");
  await until.fill("");
  await answered(page, () => until.pressSequentially("31.2.2026"));
  await page.waitForSelector('[id="befund/vereinbarungszeitraum/bis"]');
  assert.equal(await until.inputValue(), "31.2.2026");
  assert.ok(await until.evaluate((node) => node === document.activeElement));
  assert.equal(await until.getAttribute("aria-invalid"), "true");
  const described = await until.getAttribute("aria-describedby");
  assert.match(described, /befund\/vereinbarungszeitraum\/bis/);
  assert.notEqual(await page.locator(".blatt").getAttribute("src"), paper);
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
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test("rows come, go and move, and the focus goes with them", { timeout: 60_000 }, async () => {
  const page = await open(browser, server);
  await page.goto(`${server.root}/neu/qualitaetsentwicklungsvereinbarung`);
  await answered(page, () => page.locator(".abschnitte button", { hasText: "Fortsetzung" }).click());
  const list = "/fortsetzung/gespraechsgrundlagen";
  const row = (index) => page.locator(`[id="${list}/${index}"]`);
  await row(0).fill("eins");
  await answered(page, () => page.locator(`button[value="hinzu:${list}"]`).click());
  await row(1).waitFor();
  assert.ok(await row(1).evaluate((node) => node === document.activeElement));
  await answered(page, () => row(1).fill("zwei"));
  await answered(page, () => page.locator(`button[value="auf:${list}/1"]`).click());
  await page.waitForFunction((id) => document.getElementById(id).value === "zwei", `${list}/0`);
  assert.equal(await row(1).inputValue(), "eins");
  await answered(page, () => page.locator(`button[value="weg:${list}/0"]`).click());
  await page.waitForFunction((id) => document.getElementById(id).value === "eins", `${list}/0`);
  assert.equal(await row(1).count(), 0);
  await page.context().close();
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
    await answered(page, () => page.locator(".abschnitte button", { hasText: section }).first().click());
    await page.waitForTimeout(300);
    assert.ok(await isSeen(), section);
  }
  await page.context().close();
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
  await page.context().close();
});

/** The pages and states that everybody must be able to use. */
const PAGES = {
  start: async (page) => page.goto(`${server.root}/`),
  formular: async (page) => page.goto(`${server.root}/ordner/beispiel.json`),
  ziele: async (page) => {
    await page.goto(`${server.root}/ordner/beispiel.json`);
    await answered(page, () => page.locator(".abschnitte button", { hasText: "Ziele" }).click());
    await page.locator('[id="/ziele/0/ziel"]').waitFor();
  },
  befunde: async (page) => {
    await page.goto(`${server.root}/neu/qualitaetsentwicklungsvereinbarung`);
    await answered(page, () => page.locator(".umschalter button", { hasText: "Unterschriftsreif" }).click());
    await answered(page, () => page.locator(".abschnitte button", { hasText: "Vereinbarungszeitraum" }).click());
    await page.waitForSelector(".uebersicht");
  },
  vertrag: async (page) => {
    await page.goto(`${server.root}/ordner/vertrag.json`);
    await answered(page, () => page.locator(".abschnitte button", { hasText: "Teil III" }).click());
    await page.waitForTimeout(300);
    await answered(page, () => page.locator(".abschnitte button", { hasText: "Tagessatz" }).click());
    await page.waitForTimeout(300);
  },
  speichern: async (page) => {
    await page.goto(`${server.root}/neu/qualitaetsentwicklungsvereinbarung`);
    await page.locator(".schreibtisch button", { hasText: "Prüfen und speichern" }).click();
    await page.waitForSelector(".urteil");
    await page.locator("details.weitere summary").first().click();
  },
  fehlt: async (page) => page.goto(`${server.root}/gibt-es-nicht`),
};

for (const [name, go] of Object.entries(PAGES)) {
  test(`${name}: without a barrier that axe knows, in a small window and with forced colours`, { timeout: 90_000 }, () =>
    hasNoBarrier(browser, server, name, go),
  );
}

test("what is said on the terminal holds nothing that was typed", () => {
  assert.ok(!server.told().includes("Beispielträger"));
});
