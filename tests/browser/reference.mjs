// Pictures of pages that the handbook shows, compared with what is drawn now.
//
// Both are made small before: a letter that another browser draws a little otherwise is the same
// then, what is missing, moved or of another colour is not.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = process.env.VEREINBAR_ROOT;
/** Which pages: what is typed, what is found, what has changed. */
const KEPT = ["formular", "liste", "vergleich"];
/** So many pixels become one, each way. */
const SIDE = 12;
/** By how much of 255 the red, green or blue of one may differ. */
const MOST = 20;

/** Where two pictures differ: the columns and rows, in pixels. */
const differences = (page, kept, drawn) =>
  page.evaluate(
    async ([kept, drawn, side, most]) => {
      const small = async (picture) => {
        const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
        const [width, height] = [image.width, image.height].map((size) => Math.ceil(size / side));
        // Halved again and again, as one step would leave pixels out.
        let from = image;
        for (let times = 8; times >= 1; times /= 2) {
          const canvas = new OffscreenCanvas(width * times, height * times);
          const context = canvas.getContext("2d");
          context.imageSmoothingQuality = "high";
          context.drawImage(from, 0, 0, canvas.width, canvas.height);
          from = canvas;
        }
        return { size: `${image.width} × ${image.height}`, width, height, data: from.getContext("2d").getImageData(0, 0, width, height).data };
      };
      const [before, now] = [await small(kept), await small(drawn)];
      if (before.size !== now.size) return [`${now.size} instead of ${before.size} pixels`];
      const rows = [];
      for (let y = 0; y < now.height; y += 1) {
        const at = [];
        for (let x = 0; x < now.width; x += 1) {
          const place = (y * now.width + x) * 4;
          if ([0, 1, 2].some((colour) => Math.abs(before.data[place + colour] - now.data[place + colour]) > most)) at.push(x);
        }
        if (at.length > 0) rows.push(`y ${y * side} to ${(y + 1) * side}, x ${at[0] * side} to ${(at.at(-1) + 1) * side}`);
      }
      return rows;
    },
    [kept.toString("base64"), drawn.toString("base64"), SIDE, MOST],
  );

/** The page looks as it does in the handbook. */
export const looksTheSame = async (browser, page, name) => {
  if (!KEPT.includes(name)) return;
  const file = join(root, "docs/bilder", `browser-${name}.png`);
  await page.mouse.move(0, 0);
  const drawn = await page.screenshot({ animations: "disabled" });
  const blank = await browser.newPage();
  const found = await differences(blank, readFileSync(file), drawn);
  await blank.close();
  if (found.length === 0) return;
  const now = join(root, "build/browser", `${name}.drawn.png`);
  writeFileSync(now, drawn);
  assert.fail(`${name} looks different from ${file}:\n${found.join("\n")}\nIt is drawn in ${now}. Look at both; make pictures draws those of the handbook anew.`);
};
