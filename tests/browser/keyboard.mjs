// Going through a page by the keyboard, as who cannot see or hold a pointer does.

import assert from "node:assert/strict";

/** What is wrong with where the focus is; nothing while a page has just been opened. */
const trouble = () => {
  const node = document.activeElement;
  if (!node || node === document.body) return "it is nowhere";
  const words = `${node.outerHTML.slice(0, 120)}`;
  const style = getComputedStyle(node);
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) return `it is not to be seen at ${words}`;
  const box = node.getBoundingClientRect();
  const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
  const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
  if (right - left < 1 || bottom - top < 1) return `it is outside of the window at ${words}`;
  const above = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  if (above && above !== node && !node.contains(above) && !above.contains(node)) return `${words} is covered by ${above.outerHTML.slice(0, 120)}`;
  return "";
};

/** The focus is somewhere, and who looks sees where. */
export const focusIsSeen = async (page) => {
  // A page that scrolls by itself comes to rest.
  let found = "";
  for (let looked = 0; looked < 20; looked += 1) {
    found = await page.evaluate(trouble);
    if (!found) return;
    await page.waitForTimeout(50);
  }
  assert.fail(`the focus: ${found}`);
};

const has = (element) => element.evaluate((node) => node === document.activeElement);

/** Presses a key until the element has the focus, which is seen all the way. */
export const pressTo = async (page, element, { key = "Tab", most = 300 } = {}) => {
  for (let pressed = 0; pressed < most; pressed += 1) {
    if (await has(element)) return;
    await page.keyboard.press(key);
    if (await page.evaluate(() => document.activeElement === document.body)) {
      // Behind the last of the page comes the first; elsewhere the focus would be lost.
      await page.keyboard.press(key);
      assert.ok(await has(page.locator(".sprung")), "the focus is nowhere in the middle of the page");
    }
    await focusIsSeen(page);
  }
  assert.fail("the focus never gets there");
};

/** Goes there and presses what an element of its kind is pressed with. */
export const press = async (page, element, key = "Enter") => {
  await pressTo(page, element);
  await page.keyboard.press(key);
};

/** Goes there and writes over what stands in it. */
export const type = async (page, element, text) => {
  await pressTo(page, element);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(text);
};
