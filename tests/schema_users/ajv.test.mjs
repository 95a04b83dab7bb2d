// ajv in its strict mode, told what schema/README.md says.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { arten, fixtures, json, root, text } from "./files.mjs";

const block = text("schema/README.md").match(/```js\n([^]*?)```/)[1];
const FIRST = "schema/leq_vereinbarung.schema.json";

// The example, run from the checkout; gives what it prints, and what it says of data that it refuses.
function run(program) {
  writeFileSync("readme.mjs", program.replace("console.error", "console.log"));
  return execFileSync(process.execPath, [`${process.cwd()}/readme.mjs`], { cwd: root, encoding: "utf8", stdio: "pipe" });
}

test("the example of the README compiles and accepts", () => {
  assert.equal(run(block), "");
});

test("the example of the README is strict", () => {
  assert.throws(() => run(block.replace('"x-mehrzeilig", ', "")), /unknown keyword: \\?"x-mehrzeilig/);
  assert.throws(() => run(block.replace('"decimal", ', "")), /unknown format "decimal"/);
});

test("every schema compiles like that", () => {
  const files = ["schema", "schema/builders"].flatMap((folder) =>
    readdirSync(`${root}/${folder}`).filter((name) => name.endsWith(".schema.json")).map((name) => `${folder}/${name}`));
  assert.ok(files.length >= 9, files.join());
  const program = block.split("const daten")[0];
  run(files.map((file) => {
    const own = program.replace(FIRST, file);
    assert.ok(own !== program || file === FIRST, file);
    // One module for all; only the first imports.
    return `{${own.replace(/import .*\n/g, "")}}`;
  }).reduce((all, one) => all + one, program.match(/import .*\n/g).join("")));
});

test("valid agreements are valid, and a wrong one is not", () => {
  for (const art of arten) {
    assert.ok(fixtures(art).length > 10);
    const wrong = json(`templates/${art}/daten.json`);
    wrong.stand = "gestern";
    const file = `${process.cwd()}/wrong.json`;
    writeFileSync(file, JSON.stringify(wrong));
    const program = block.replace(FIRST, `schema/${art}.schema.json`).replace(/templates[^"]*/, file);
    assert.match(run(program), /\/stand must match/);
  }
});
