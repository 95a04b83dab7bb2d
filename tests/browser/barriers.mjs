// What keeps somebody from using a page, as far as a program can tell; and a picture of it.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { looksTheSame } from "./reference.mjs";
import { close, open } from "./start.mjs";

const axe = readFileSync(new URL("node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const pictures = process.env.VEREINBAR_PICTURES;
// What the handbook shows.
const SHOWN = ["start", "formular", "speichern", "vergleich", "auswertung", "liste-spalten", "liste"];

/** Goes to a page or state, waits for what it shows, and looks at it wide, at 320 px and with forced colours. */
export const hasNoBarrier = async (browser, server, name, { go, shows, faults }) => {
  const page = await open(browser, server, { viewport: { width: 1280, height: 800 } });
  await go(page);
  await page.locator(shows).waitFor();
  if (!pictures) await looksTheSame(browser, page, name);
  const picture = (suffix, options) => {
    if (!pictures || !(suffix || process.env.VEREINBAR_ALL_PICTURES || SHOWN.includes(name))) return undefined;
    mkdirSync(pictures, { recursive: true });
    return page.screenshot({ path: join(pictures, `browser-${name}${suffix}.png`), animations: "disabled", ...options });
  };
  await picture("", {});
  for (const [width, media] of [[1280, {}], [320, {}], [1024, { forcedColors: "active" }]]) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ forcedColors: "none", ...media });
    const size = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(size <= width, `${size} of ${width} pixels`);
    // Not as a script of the page, which its policy forbids.
    await page.evaluate(axe);
    const found = await page.evaluate(() =>
      window.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }),
    );
    const violations = found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).slice(0, 3).join("\n")}`);
    assert.deepEqual(violations, [], `${width}`);
    if (process.env.VEREINBAR_ALL_PICTURES) await picture(`-${width}`, { fullPage: true });
  }
  await close(page, faults);
};
