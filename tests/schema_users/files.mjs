// What the tests share: the published files, and the fixtures that satisfy them.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

// Two folders up, from tests/schema_users as from its copy below build.
export const root = fileURLToPath(new URL("../..", import.meta.url));
export const arten = ["qualitaetsentwicklungsvereinbarung", "leq_vereinbarung"];

export const text = (path) => readFileSync(join(root, path), "utf8").replace(/^\uFEFF/, "");
export const json = (path) => JSON.parse(text(path));

// `null` and numbers for decimals are read by `parse`, but not offered by the schema.
const LENIENT = ["null_gilt_als_fehlend", "zahlen_als_json_zahlen"];

export function fixtures(art) {
  const ajv = addFormats(new Ajv({ strict: false, logger: false }));
  const validate = ajv.compile(json(`schema/${art}.schema.json`));
  const folder = `tests/fixtures/${art}/valid`;
  return readdirSync(join(root, folder)).filter((name) => name.endsWith(".json")).flatMap((name) => {
    const data = json(`${folder}/${name}`);
    if (validate(data)) return [{ name, data }];
    if (LENIENT.some((lenient) => name.includes(lenient))) return [];
    throw new Error(`${art}/${name}: ${ajv.errorsText(validate.errors)}`);
  });
}
