// A form made with the client that is generated from the description.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import createClient from "openapi-fetch";
import type { paths } from "./vereinbar.d.ts";

const [root, token, file] = process.argv.slice(2) as [string, string, string];
const client = createClient<paths>({ baseUrl: root, headers: { Authorization: `Bearer ${token}` } });
const { data, error } = await client.POST("/v1/render", {
  params: { query: { require_complete: true } },
  body: JSON.parse(readFileSync(file, "utf8")),
  parseAs: "arrayBuffer",
});
if (error) throw new Error(`${error.title}: ${error.detail}`);
console.log(createHash("sha256").update(Buffer.from(data as unknown as ArrayBuffer)).digest("hex"));
