// Pages for many agreements at once: comparing, evaluating, lists.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { hasNoBarrier } from "./barriers.mjs";
import { serve } from "./serve.mjs";
import { browse, close, open } from "./start.mjs";

const root = process.env.VEREINBAR_ROOT;
const command = process.env.VEREINBAR_COMMAND;
const example = join(root, "templates/qualitaetsentwicklungsvereinbarung/daten.json");
let server;
let browser;
let files;

/** A table as an office keeps it, with headings of its own. */
const table = (rows) =>
  ["Lfd. Nr.;Träger;PLZ;Ort;Bemerkung", ...Array.from({ length: rows }, (_, row) => `${row + 1};Haus ${row + 1} gGmbH;${12345 + row};Musterstadt;`)].join("\n");

before(async () => {
  server = await serve();
  browser = await browse();
  files = join(server.folder, "..", `vereinbar-viele-${process.pid}`);
  mkdirSync(files, { recursive: true });
  const data = JSON.parse(readFileSync(example, "utf8"));
  copyFileSync(example, join(files, "vorher.json"));
  mkdirSync(join(files, "zurueck"));
  copyFileSync(example, join(files, "zurueck/vorher.json"));
  const later = structuredClone(data);
  later.stand = "2027-06-30";
  later.ziele = [later.ziele[0], { ziel: "Junge Menschen wählen eine Vertrauensperson." }, ...later.ziele.slice(1)];
  writeFileSync(join(files, "nachher.json"), JSON.stringify(later));
  execFileSync(command, ["render", join(files, "vorher.json"), "-o", join(files, "vorher.pdf"), "--overwrite"]);
  writeFileSync(join(files, "liste.csv"), table(200));
  writeFileSync(join(files, "falsch.csv"), table(3).replace("12346", "1234"));
  writeFileSync(join(files, "fremd.csv"), "Träger;Xyzzy\nHaus Nord;1");
  delete data.traeger;
  writeFileSync(join(files, "ohne-traeger.json"), JSON.stringify(data));
  writeFileSync(join(files, "namenlos.csv"), "Träger;Aktenzeichen\nHaus Nord gGmbH;\n;51-1/27\n");
  writeFileSync(join(files, "kaputt.pdf"), "%PDF-1.7\n%%EOF\n");
  copyFileSync(example, join(server.folder, "im-ordner.json"));
});
after(async () => {
  await browser?.close();
  server?.stop();
});

const file = (name) => join(files, name);
const download = async (page, name) => {
  const [saved] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name }).click()]);
  return { name: saved.suggestedFilename(), bytes: readFileSync(await saved.path()) };
};

const compare = async (page, vorher = "vorher.pdf", nachher = "nachher.json") => {
  await page.getByRole("link", { name: "Vergleich", exact: true }).click();
  await page.setInputFiles("#vorher", file(vorher));
  await page.setInputFiles("#nachher", file(nachher));
  await page.getByRole("button", { name: "Vergleichen" }).click();
};

for (const javaScriptEnabled of [true, false]) {
  test(`two agreements are compared, ${javaScriptEnabled ? "with" : "without"} JavaScript`, { timeout: 60_000 }, async () => {
    const page = await open(browser, server, { javaScriptEnabled });
    await compare(page);
    const changes = await page.locator(".unterschiede li h3").allInnerTexts();
    assert.ok(changes.some((words) => /^Stand\s+geändert$/.test(words)), changes.join("\n"));
    assert.ok(changes.some((words) => /^Ziel 2 › Ziel\s+neu$/.test(words)), changes.join("\n"));
    assert.equal(changes.length, 2, changes.join("\n"));
    assert.match(await page.locator(".unterschiede").first().innerText(), /30\.06\.2027/);
    // From the folder, and nothing has changed.
    await page.goto(`${server.root}/vergleich`);
    await page.setInputFiles("#vorher", file("vorher.json"));
    await page.selectOption("#nachher_ordner", "im-ordner.json");
    await page.getByRole("button", { name: "Vergleichen" }).click();
    assert.match(await page.locator(".urteil").innerText(), /Kein Unterschied/);
    // Two of one name from two places are called as they were.
    await page.goto(`${server.root}/vergleich`);
    await page.setInputFiles("#vorher", file("vorher.json"));
    await page.setInputFiles("#nachher", file("zurueck/vorher.json"));
    await page.getByRole("button", { name: "Vergleichen" }).click();
    assert.deepEqual(await page.locator(".gegenueber dd").allInnerTexts(), ["vorher.json", "vorher.json"]);
    // What cannot be read is said, and why.
    await compare(page, "kaputt.pdf");
    assert.match(await page.locator('[role="alert"]').innerText(), /Frühere Vereinbarung/);
    await close(page, /422/);
  });

  test(`many are evaluated and the report is taken along, ${javaScriptEnabled ? "with" : "without"} JavaScript`, { timeout: 90_000 }, async () => {
    const page = await open(browser, server, { javaScriptEnabled });
    await page.getByRole("link", { name: "Auswertung" }).click();
    if (javaScriptEnabled) assert.match(await page.inputValue("#stichtag"), /^\d\d\.\d\d\.\d{4}$/);
    await page.fill("#stichtag", "1.7.2028");
    await page.setInputFiles("#dateien", [file("vorher.pdf"), file("nachher.json"), file("kaputt.pdf")]);
    await page.getByRole("button", { name: "Dateien auswerten" }).click();
    await page.waitForSelector(".kennzahlen");
    assert.match(await page.locator(".unterzeile").innerText(), /2 gelesen · 1 nicht lesbar · Stichtag 01\.07\.2028/);
    const told = await page.locator("main").innerText();
    assert.match(told, /kaputt\.pdf/);
    assert.ok(!told.includes("/tmp/"), "nobody needs to know where files lie");
    assert.match(await page.locator("#tabelle-termine").innerText(), /Termine/);
    assert.equal(await page.locator(".tafel .zahl").first().evaluate((cell) => getComputedStyle(cell).textAlign), "end");
    // A table that is wider than its place says so, and only such a one.
    if (javaScriptEnabled) {
      const hint = (table) => page.locator(`.ergebnis:has(#tabelle-${table}) .seitwaerts`);
      await hint("termine").waitFor();
      await page.locator("#alle-tabellen summary").click();
      await page.locator("#tabelle-traeger").waitFor();
      assert.ok(await hint("traeger").isHidden());
      await page.setViewportSize({ width: 320, height: 800 });
      await hint("traeger").waitFor();
      await page.setViewportSize({ width: 1440, height: 900 });
    }
    // The report page by page, with its charts.
    const first = await page.locator(".blatt").getAttribute("src");
    await page.getByRole("link", { name: "Nächste Seite" }).click();
    await page.waitForURL(/seite=2/);
    assert.ok((await page.locator(".blatt").getAttribute("src")) !== first, "the page is the same");
    for (const [words, name, start] of [
      ["Bericht (PDF)", "auswertung.pdf", "%PDF-"],
      ["Tabellen (Excel)", "auswertung.xlsx", "PK"],
      ["Termine (Kalender)", "auswertung.ics", "BEGIN:VCALENDAR"],
      ["Daten (JSON)", "auswertung.json", "{"],
    ]) {
      const saved = await download(page, words);
      assert.equal(saved.name, name);
      assert.ok(saved.bytes.toString("latin1").startsWith(start), name);
    }
    const address = page.url();
    await page.getByRole("button", { name: "Auswertung verwerfen" }).click();
    await page.goto(address);
    assert.match(await page.locator("main").innerText(), /nicht mehr aufbewahrt/);
    // The folder, as a whole.
    await page.goto(`${server.root}/auswertung`);
    await page.getByRole("button", { name: /^Ordner/ }).click();
    await page.waitForSelector(".kennzahlen");
    assert.match(await page.locator(".unterzeile").innerText(), /1 Vereinbarung ausgewertet/);
    await close(page, /404/);
  });

  test(`a list of 200 rows becomes forms, ${javaScriptEnabled ? "with" : "without"} JavaScript`, { timeout: 180_000 }, async () => {
    const page = await open(browser, server, { javaScriptEnabled });
    await page.getByRole("link", { name: "Liste" }).click();
    await page.setInputFiles("#tabelle", file("liste.csv"));
    await page.setInputFiles("#grundlage", file("vorher.pdf"));
    await page.getByRole("button", { name: "Weiter" }).click();
    // What the headings mean is proposed, and confirmed by a person.
    assert.match(await page.getByLabel("Träger", { exact: true }).inputValue(), /› Name$/);
    assert.equal(await page.getByLabel("Bemerkung").inputValue(), "#");
    const known = (heading) => page.locator("tr", { has: page.getByLabel(heading, { exact: true }) }).locator("td").last().innerText();
    assert.match(await known("Träger"), /^eindeutig/);
    assert.match(await known("PLZ"), /^mehrere möglich/);
    await page.getByRole("button", { name: "Zuordnung bestätigen und prüfen" }).click();
    const until = async (selector) => {
      for (let waited = 0; !javaScriptEnabled && waited < 300 && (await page.locator(selector).count()) === 0; waited += 1) {
        await page.waitForTimeout(200);
        await page.getByRole("link", { name: "Stand neu laden" }).click();
      }
      await page.waitForSelector(selector, { timeout: 120_000 });
    };
    await until(".urteil");
    assert.match(await page.locator(".urteil").innerText(), /200 Formulare können entstehen/);
    const seen = [];
    if (javaScriptEnabled) {
      await page.exposeFunction("seen", (words) => void seen.push(words));
      await page.addInitScript(() => {
        addEventListener("DOMContentLoaded", () => {
          const words = document.querySelector(".stand-des-laufs");
          if (words) new MutationObserver(() => window.seen(words.textContent)).observe(words, { childList: true });
        });
      });
    }
    await page.getByRole("button", { name: "200 Formulare erzeugen" }).click();
    await until(".urteil h2:has-text('erzeugt')");
    assert.match(await page.locator(".urteil").innerText(), /200 Formulare erzeugt/);
    if (javaScriptEnabled) assert.ok(seen.some((words) => /^Erzeugt: \d+ von 200/.test(words)), seen.join("\n"));
    const zip = await download(page, "Alle Formulare (ZIP)");
    assert.equal(zip.name, "formulare.zip");
    const path = file("geladen.zip");
    writeFileSync(path, zip.bytes);
    const names = execFileSync("python3", ["-c", "import sys, zipfile; print('\\n'.join(zipfile.ZipFile(sys.argv[1]).namelist()))", path]);
    assert.equal(names.toString().split("\n").filter((name) => name.endsWith(".pdf")).length, 200);
    assert.equal(JSON.parse((await download(page, "Bericht (JSON)")).bytes).done, 200);
    await close(page);
  });
}

const list = async (page, name, base = "vorher.json") => {
  await page.goto(`${server.root}/liste`);
  await page.setInputFiles("#tabelle", file(name));
  await page.setInputFiles("#grundlage", file(base));
  await page.getByRole("button", { name: "Weiter" }).click();
};

test("a wrong cell is found at its place, and the copy of the table says it", { timeout: 60_000 }, async () => {
  const page = await open(browser, server);
  await list(page, "falsch.csv");
  await page.getByRole("button", { name: "Zuordnung bestätigen und prüfen" }).click();
  await page.waitForSelector(".urteil");
  assert.match(await page.locator(".urteil").innerText(), /2 von 3 Formularen können entstehen/);
  assert.match(await page.locator(".alle-befunde").innerText(), /Zeile 3, Spalte C \(PLZ\)/);
  assert.equal((await download(page, "Geprüfte Tabelle (Excel)")).bytes.toString("latin1", 0, 2), "PK");
  await page.getByText("Sammeldatei für den Drucker").click();
  await page.getByRole("button", { name: "2 Formulare erzeugen" }).click();
  await page.waitForSelector(".urteil h2:has-text('erzeugt')");
  assert.ok((await download(page, "Sammeldatei (PDF)")).bytes.toString("latin1").startsWith("%PDF-"));
  await close(page);
});

test("a row that names nobody is said without a name for its file", { timeout: 60_000 }, async () => {
  const page = await open(browser, server);
  await list(page, "namenlos.csv", "ohne-traeger.json");
  await page.getByRole("button", { name: "Zuordnung bestätigen und prüfen" }).click();
  await page.waitForSelector(".urteil");
  await page.getByRole("button", { name: "1 Formular erzeugen" }).click();
  await page.waitForSelector(".urteil h2:has-text('erzeugt')");
  const failed = page.locator("section", { has: page.locator("#nicht-erzeugt") });
  assert.match(await failed.innerText(), /Zeile 3: /);
  assert.doesNotMatch(await failed.innerText(), /\.pdf/);
  await close(page);
});

test("a base of another kind than was chosen is said, and the choice stays", { timeout: 60_000 }, async () => {
  const page = await open(browser, server);
  await page.goto(`${server.root}/liste`);
  await page.setInputFiles("#tabelle", file("falsch.csv"));
  await page.setInputFiles("#grundlage", file("vorher.json"));
  await page.selectOption("#art", "leq_vereinbarung");
  await page.getByRole("button", { name: "Weiter" }).click();
  assert.match(await page.locator('[role="alert"]').innerText(), /eine andere Art von Vereinbarung \(Qualitätsentwicklungsvereinbarung\)/);
  assert.equal(await page.inputValue("#art"), "leq_vereinbarung");
  await close(page, /422/);
});

test("who waits for a run is told when the program has gone", { timeout: 60_000 }, async () => {
  const own = await serve();
  const page = await open(browser, own);
  await page.goto(`${own.root}/liste`);
  await page.setInputFiles("#tabelle", file("liste.csv"));
  await page.setInputFiles("#grundlage", file("vorher.json"));
  await page.getByRole("button", { name: "Weiter" }).click();
  await page.getByRole("button", { name: "Zuordnung bestätigen und prüfen" }).click();
  await page.waitForSelector(".urteil");
  await page.getByRole("button", { name: "200 Formulare erzeugen" }).click();
  await page.waitForSelector(".lauf");
  await own.stop("SIGKILL");
  await page.locator(".stand-des-laufs", { hasText: "Die Verbindung zum Programm ist unterbrochen." }).waitFor();
  await close(page, /net::ERR_/);
});

test("a heading that nobody knows is asked for", { timeout: 60_000 }, async () => {
  const page = await open(browser, server);
  await list(page, "fremd.csv");
  await page.getByRole("button", { name: "Zuordnung bestätigen und prüfen" }).click();
  assert.match(await page.locator('[role="alert"]').innerText(), /Xyzzy/);
  await page.getByLabel("Xyzzy").fill("#");
  await page.getByRole("button", { name: "Zuordnung bestätigen und prüfen" }).click();
  await page.waitForSelector(".urteil");
  assert.match(await page.locator(".urteil").innerText(), /1 Formular/);
  await page.getByRole("button", { name: "Verwerfen" }).click();
  await page.waitForURL(`${server.root}/liste`);
  await close(page, /422/);
});

test("files are dropped where they belong", { timeout: 60_000 }, async () => {
  const page = await open(browser, server);
  const drop = async (selector, ...names) => {
    const transfer = await page.evaluateHandle((names) => {
      const made = new DataTransfer();
      for (const name of names) made.items.add(new File(["{}"], name, { type: "application/json" }));
      return made;
    }, names);
    await page.dispatchEvent(selector, "drop", { dataTransfer: transfer });
  };
  await page.goto(`${server.root}/auswertung`);
  await drop('[data-ablage="dateien"]', "a.json", "b.json");
  assert.equal(await page.locator(".ausgewaehlt").innerText(), "2 Dateien ausgewählt");
  await page.goto(`${server.root}/vergleich`);
  await drop('[data-ablage="nachher"]', "a.json", "b.json");
  assert.equal(await page.evaluate(() => document.getElementById("nachher").files.length), 1);
  await close(page);
});

/** Confirms what the columns mean, and waits for what comes of it. */
const check = async (page) => {
  await page.getByRole("button", { name: "Zuordnung bestätigen und prüfen" }).click();
  await page.waitForSelector(".urteil");
};

/** The pages and states that everybody must be able to use: how one gets there, and what is seen there. */
const PAGES = {
  "vergleich-waehlen": { go: (page) => page.goto(`${server.root}/vergleich`), shows: "#nachher" },
  vergleich: { go: (page) => compare(page), shows: ".gegenueber" },
  "auswertung-waehlen": { go: (page) => page.goto(`${server.root}/auswertung`), shows: "#dateien" },
  auswertung: {
    go: async (page) => {
      await page.goto(`${server.root}/auswertung`);
      await page.fill("#stichtag", "1.7.2028");
      await page.setInputFiles("#dateien", [file("vorher.pdf"), file("nachher.json"), file("kaputt.pdf")]);
      await page.getByRole("button", { name: "Dateien auswerten" }).click();
      await page.locator("#alle-tabellen summary").click();
      await page.evaluate(() => scrollTo(0, 0));
    },
    shows: "#tabelle-traeger",
  },
  "liste-waehlen": { go: (page) => page.goto(`${server.root}/liste`), shows: "#tabelle" },
  "liste-spalten": { go: (page) => list(page, "liste.csv"), shows: "button:has-text('Zuordnung bestätigen')" },
  liste: {
    go: async (page) => {
      await list(page, "falsch.csv");
      await check(page);
      await page.locator("#erzeugen-mehr summary").click();
    },
    shows: "#erzeugen-mehr #name",
  },
  "liste-fertig": {
    go: async (page) => {
      await list(page, "falsch.csv");
      await check(page);
      await page.getByRole("button", { name: "2 Formulare erzeugen" }).click();
    },
    shows: ".urteil h2:has-text('erzeugt')",
  },
};

for (const [name, state] of Object.entries(PAGES)) {
  test(`${name}: without a barrier that axe knows, in a small window and with forced colours`, { timeout: 90_000 }, () =>
    hasNoBarrier(browser, server, name, state),
  );
}
