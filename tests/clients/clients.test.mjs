// The description of the HTTP interface: a linter has nothing to say about it, and clients
// that are generated from it make a form whose bytes are those of the command.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { after, before, test } from "node:test";
import { serve } from "./serve.mjs";

const root = process.env.VEREINBAR_ROOT;
const command = process.env.VEREINBAR_COMMAND;
const description = join(root, "schema/openapi.json");
const example = join(root, "templates/qualitaetsentwicklungsvereinbarung/daten.json");
const here = import.meta.dirname;
let server;
let expected;

const run = (program, args, options = {}) => {
  try {
    return execFileSync(program, args, { cwd: here, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], ...options });
  } catch (error) {
    assert.fail(`${program} ${args.join(" ")}\n${error.stdout}\n${error.stderr}`);
  }
};

/** A folder of its own for what is generated. */
const folder = (name) => {
  const path = join(here, "generated", name);
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true });
  return path;
};

before(async () => {
  server = await serve();
  const pdf = join(mkdtempSync(join(tmpdir(), "vereinbar-clients-")), "form.pdf");
  run(command, ["render", example, "-o", pdf, "--require-complete"]);
  expected = createHash("sha256").update(readFileSync(pdf)).digest("hex");
});
after(() => server?.stop());

/** What a client prints: the SHA-256 of the form it has made. */
const makes = (program, args, options) => {
  const token = new URL(server.address).searchParams.get("token");
  const printed = run(program, [...args, server.root, token, example], options);
  assert.equal(printed.trim().split("\n").at(-1), expected);
};

test("a linter has nothing to say", () => {
  const found = JSON.parse(run("npx", ["redocly", "lint", description, "--format=json", "--config", "redocly.yaml"]));
  assert.deepEqual(found.problems.map((one) => `${one.ruleId}: ${one.message} ${one.location?.[0]?.pointer}`), []);
});

test("TypeScript: openapi-typescript", { timeout: 300_000 }, () => {
  const to = folder("typescript");
  run("npx", ["openapi-typescript", description, "-o", join(to, "vereinbar.d.ts")]);
  cpSync(join(here, "client.ts"), join(to, "client.ts"));
  run("npx", [
    "tsc", "--strict", "--target", "es2022", "--module", "nodenext", "--types", "node", "--outDir", to, join(to, "client.ts"),
  ]);
  makes("node", [join(to, "client.js")]);
});

test("Go: oapi-codegen", { timeout: 600_000 }, () => {
  const to = folder("go");
  for (const file of ["go.mod", "go.sum", "client.go", "codegen.yaml"]) cpSync(join(here, "go", file), join(to, file));
  mkdirSync(join(to, "vereinbar"));
  run("go", ["tool", "oapi-codegen", "-config", "codegen.yaml", description], { cwd: to });
  run("go", ["build", "-o", "client", "."], { cwd: to });
  makes(join(to, "client"), [], { cwd: to });
});

test("Java: openapi-generator", { timeout: 600_000 }, () => {
  const to = folder("java");
  run("java", [
    "-jar", join(here, "generator/openapi-generator-cli.jar"), "generate", "-i", description, "-g", "java", "-o", to,
    "--additional-properties=library=native,apiPackage=vereinbar.api,modelPackage=vereinbar.model,invokerPackage=vereinbar,hideGenerationTimestamp=true",
    "--global-property=apiTests=false,modelTests=false,apiDocs=false,modelDocs=false",
  ]);
  cpSync(join(here, "Client.java"), join(to, "src/main/java/Client.java"));
  const libraries = join(here, "libraries");
  const sources = run("find", [join(to, "src/main/java"), "-name", "*.java"]).trim().split("\n");
  run("javac", ["-nowarn", "-encoding", "UTF-8", "-cp", join(libraries, "*"), "-d", join(to, "classes"), ...sources]);
  makes("java", ["-cp", [join(libraries, "*"), join(to, "classes")].join(delimiter), "Client"]);
});
