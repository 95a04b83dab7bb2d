// A server of its own for a test.

import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const command = process.env.VEREINBAR_COMMAND;

/** Ends it, and waits until it has ended and said all. */
const stopped = (child, signal) =>
  new Promise((resolve) => {
    child.on("close", resolve);
    if (!child.kill(signal)) resolve();
  });

/** `vereinbar serve` with a folder of its own; `address` has the token, `root` has not, `told` is what stands on the terminal. */
export const serve = async (...options) => {
  // Its name is on pages and in pictures of them.
  const folder = join(mkdtempSync(join(tmpdir(), "vereinbar-")), "vereinbarungen");
  mkdirSync(folder);
  const child = spawn(command, ["serve", "--no-open", "--folder", folder, ...options]);
  let told = "";
  const address = await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", () => reject(new Error(told)));
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (data) => {
        told += data;
        const found = told.match(/http:\S+(?=\s)/);
        if (found) resolve(found[0]);
      });
    }
  });
  child.removeAllListeners("exit");
  return { folder, address, root: new URL(address).origin, stop: (signal) => stopped(child, signal), told: () => told };
};
