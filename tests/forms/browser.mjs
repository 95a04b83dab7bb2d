// Opens a form in the viewer of pdf.js in Chromium, fills it in with the keyboard alone, and
// saves it: browser.mjs FORM OUT TEXT.. Each text is typed into the next field; `x` ticks a
// box, an empty one leaves a field as it is. Prints what the viewer calls each field.
import { createServer } from "node:http";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, dirname } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(pathToFileURL(`${process.cwd()}/`));
const puppeteer = require("puppeteer-core");
const pdfjs = dirname(require.resolve("pdfjs-dist/package.json"));
const [form, out, ...texts] = process.argv.slice(2);

const page = `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/pdfjs/web/pdf_viewer.css">
<div id="outer" style="position:absolute;inset:0;overflow:auto"><div id="viewer" class="pdfViewer"></div></div>
<script type="module">
  import * as pdfjsLib from "/pdfjs/build/pdf.mjs";
  globalThis.pdfjsLib = pdfjsLib;
  const { EventBus, PDFViewer } = await import("/pdfjs/web/pdf_viewer.mjs");
  pdfjsLib.GlobalWorkerOptions.workerSrc = "/pdfjs/build/pdf.worker.mjs";
  const eventBus = new EventBus();
  const viewer = new PDFViewer({ container: document.getElementById("outer"), eventBus });
  const pdf = await pdfjsLib.getDocument("/form.pdf").promise;
  globalThis.save = async () => Array.from(await pdf.saveDocument());
  eventBus.on("annotationlayerrendered", ({ pageNumber }) => { if (pageNumber === 1) globalThis.isReady = true; });
  viewer.setDocument(pdf);
</script>`;
const types = { css: "text/css", mjs: "text/javascript", pdf: "application/pdf" };
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, "http://localhost");
  const type = types[pathname.split(".").pop()] ?? "text/html";
  try {
    let body = page;
    if (pathname === "/form.pdf") body = readFileSync(form);
    else if (pathname.startsWith("/pdfjs/")) body = readFileSync(join(pdfjs, pathname.slice(6)));
    response.writeHead(200, { "content-type": type }).end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
  timeout: 180_000,
});
try {
  const tab = await browser.newPage();
  await tab.goto(`http://127.0.0.1:${server.address().port}/`);
  await tab.waitForFunction("globalThis.isReady", { timeout: 180_000 });
  const next = async () => {
    await tab.keyboard.press("Tab");
    return tab.evaluate(() => document.activeElement.closest("section")?.title);
  };
  // The first stop may be the page itself, for scrolling.
  let label = (await next()) ?? (await next());
  for (const text of texts) {
    console.log(label);
    if (text === "x") await tab.keyboard.press("Space");
    else if (text !== "") await tab.keyboard.type(text);
    label = await next();
  }
  writeFileSync(out, Buffer.from(await tab.evaluate(() => globalThis.save())));
} finally {
  await browser.close();
  server.close();
}
