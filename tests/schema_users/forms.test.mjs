// A form in the browser, made by rjsf and by JSON Forms from the published files alone:
// what comes back is what went in, but for what was typed.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { arten, fixtures, json } from "./files.mjs";

const BUILDERS = ["rjsf", "jsonforms"];
const files = Object.fromEntries(arten.map((art) => [art, Object.fromEntries(
  ["schema", ...BUILDERS].map((part) => [part, json(`schema/builders/${art}.${part}.json`)]))]));

let browser;
let page;
let complaints = [];

before(async () => {
  await build({
    entryPoints: ["page.jsx"], bundle: true, outfile: "page.js", logLevel: "error", jsx: "transform",
    define: { "process.env.NODE_ENV": '"production"' },
  });
  // As root, in a container, Chromium has no sandbox to start.
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  page = await browser.newPage();
  page.setDefaultTimeout(60_000);
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => { if (message.type() === "error") complaints.push(message.text()); });
  await page.setContent('<!doctype html><html lang="de"><body><div id="form"></div></body></html>');
  await page.addScriptTag({ path: "page.js" });
});

after(() => browser?.close());

async function show(builder, art, data) {
  complaints = [];
  await page.evaluate(([builder, schema, ui, data]) => window.show(builder, schema, ui, data),
    [builder, files[art].schema, files[art][builder], data]);
  await page.waitForFunction(() => window.data() !== undefined && document.querySelector("input, textarea"));
  assert.deepEqual(complaints, []);
}

const data = () => page.evaluate(() => window.data());
const errors = () => page.evaluate(() => window.errors());

// What the builders add on their own: an empty part says nothing, and `art` is given.
function said(value) {
  if (Array.isArray(value)) return value.map(said);
  if (value === null || typeof value !== "object") return value;
  const fields = Object.entries(value).map(([key, field]) => [key, said(field)]);
  const empty = (field) => field === undefined || (field && typeof field === "object" && Object.keys(field).length === 0);
  return Object.fromEntries(fields.filter(([, field]) => !empty(field)));
}

// rjsf writes down what the schema names as default: the version that a missing one means.
const added = { rjsf: { fassung: files[arten[0]].schema.properties.fassung.default }, jsonforms: {} };

const texts = () => page.evaluate(() => document.body.innerText);

// Both take minutes for the longest lists; JSON Forms takes ten seconds for a whole contract.
const SLOW = ["lang.json"];
const ENOUGH = ["halb_ausgefuellt.json", "leer.json"];

for (const art of arten) {
  for (const builder of BUILDERS) {
    test(`${builder} gives back each ${art} as it was`, async () => {
      const few = builder === "jsonforms" && art === "leq_vereinbarung";
      const all = fixtures(art).filter(({ name }) => !SLOW.includes(name) && (!few || ENOUGH.includes(name)));
      assert.ok(all.length >= (few ? ENOUGH.length : 10));
      for (const fixture of all) {
        await show(builder, art, fixture.data);
        assert.deepEqual(said(await data()), said({ ...added[builder], ...fixture.data }), fixture.name);
        assert.deepEqual(await errors(), [], fixture.name);
      }
    });
  }
}

const EXAMPLE = "qualitaetsentwicklungsvereinbarung";
const example = () => json(`templates/${EXAMPLE}/daten.json`);

for (const builder of BUILDERS) {
  test(`${builder}: one word more in a text of several lines changes nothing else`, async () => {
    const expected = example();
    expected.ziele[0].ziel = "Erste Zeile\nzweite Zeile";
    await show(builder, EXAMPLE, expected);
    // JSON Forms shows the first entry of a list when its heading is clicked.
    if (builder === "jsonforms") await page.getByRole("button", { name: /Erste Zeile/ }).first().click();
    const room = page.locator("textarea", { hasText: "Erste Zeile" }).first();
    await room.focus();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("!");
    expected.ziele[0].ziel += "!";
    await page.waitForFunction((text) => JSON.stringify(window.data()).includes(text), "zweite Zeile!");
    assert.deepEqual(said(await data()), said(expected));
  });

  test(`${builder} finds what is wrong`, async () => {
    await show(builder, EXAMPLE, { ...example(), stand: "gestern" });
    assert.match((await errors()).join("\n"), /stand.* must match/i);
  });

  test(`${builder} shows labels and words, no codes`, async () => {
    await show(builder, EXAMPLE, example());
    const shown = (await texts()).split("\n").map((line) => line.trim());
    for (const words of ["Jugendamt", "Träger der freien Jugendhilfe", "Vereinbarungszeitraum", "Stand",
      "Prozessqualität", "Straße und Hausnummer"]) {
      assert.ok(shown.includes(words), words);
    }
    // "Partei" is what Jugendamt and Träger are called where the words beside a reference are lost.
    for (const raw of ["prozessqualitaet", "Partei", EXAMPLE]) assert.ok(!shown.includes(raw), raw);
  });

  test(`${builder}: a box that is ticked becomes its code`, async () => {
    const expected = example();
    expected.qualitaetsdimensionen = ["prozessqualitaet"];
    await show(builder, EXAMPLE, expected);
    await page.getByLabel("Strukturqualität").click();
    await page.waitForFunction(() => window.data().qualitaetsdimensionen.length === 2);
    assert.deepEqual((await data()).qualitaetsdimensionen.toSorted(), ["prozessqualitaet", "strukturqualitaet"]);
  });
}

test("rjsf fills in which kind it is, and nothing else", async () => {
  for (const art of arten) {
    await show("rjsf", art, {});
    assert.deepEqual(said(await data()), { art, ...added.rjsf });
    assert.deepEqual(await errors(), []);
  }
});
