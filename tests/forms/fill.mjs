// Fills in a form with a library of JavaScript: fill.mjs TOOL FORM ANSWERS OUT. The answers
// are those of fill.py. NODE_PATH does not hold for modules, so the packages are found from
// the working directory.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(pathToFileURL(`${process.cwd()}/`));
const load = (name) => import(pathToFileURL(require.resolve(name)));

async function withPdfLib(form, answers, font) {
  const { PDFDocument, PDFTextField, PDFDropdown, PDFRadioGroup } = require("pdf-lib");
  const pdf = await PDFDocument.load(form);
  const fields = pdf.getForm();
  for (const [name, answer] of Object.entries(answers)) {
    const field = fields.getField(name);
    if (answer === true) field.check();
    else if (field instanceof PDFRadioGroup) field.select(answer.code);
    else if (field instanceof PDFDropdown) field.select(answer);
    else if (field instanceof PDFTextField) field.setText(answer);
  }
  if (font) {
    pdf.registerFontkit(require("@pdf-lib/fontkit"));
    fields.updateFieldAppearances(await pdf.embedFont(font, { subset: true }));
  }
  return pdf.save({ updateFieldAppearances: false });
}

async function withPdfJs(form, answers) {
  // It asks for what draws pages, which nothing here does.
  for (const name of ["DOMMatrix", "ImageData", "Path2D"]) globalThis[name] ??= class {};
  const { getDocument } = await load("pdfjs-dist/legacy/build/pdf.mjs");
  const pdf = await getDocument({ data: new Uint8Array(form), verbosity: 0 }).promise;
  const fields = await pdf.getFieldObjects();
  for (const [name, answer] of Object.entries(answers)) {
    for (const field of fields[name].filter((field) => field.type !== "")) {
      let value = answer;
      if (answer === true) value = true;
      else if (answer.code) value = field.exportValues === answer.code;
      pdf.annotationStorage.setValue(field.id, { value });
    }
  }
  return pdf.saveDocument();
}

const tools = {
  "pdf-lib, font of its own": (form, answers) => withPdfLib(form, answers, readFileSync(process.env.FONT)),
  "pdf-lib, without drawing": (form, answers) => withPdfLib(form, answers),
  "pdf.js": withPdfJs,
};

const [tool, form, answers, out] = process.argv.slice(2);
writeFileSync(out, await tools[tool](readFileSync(form), JSON.parse(readFileSync(answers, "utf8"))));
