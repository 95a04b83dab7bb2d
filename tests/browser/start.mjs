// A browser for a test, and how form A is filled in.

import assert from "node:assert/strict";
import { chromium } from "playwright-core";

export const browse = () =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--lang=de-DE", ...(process.env.CHROMIUM_ARGS?.split(" ") ?? [])], env: { ...process.env, LANGUAGE: "de" } });

/** A page that notes what fails in it, for `close`. It does not glide when it scrolls, so that nothing moves away from a click. */
export const open = async (browser, server, options = {}) => {
  const context = await browser.newContext({ locale: "de-DE", viewport: { width: 1440, height: 900 }, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push(error.message));
  page.on("console", (message) => message.type() === "error" && page.faults.push(message.text()));
  await page.goto(server.address);
  return page;
};

/** Closes it. No script and no request has failed in it, but those that `expected` matches, which have. */
export const close = async (page, expected) => {
  // What it has said is heard before an answer.
  await page.evaluate(() => document.title);
  const isExpected = (fault) => expected?.test(fault) ?? false;
  assert.deepEqual(page.faults.filter((fault) => !isExpected(fault)), []);
  assert.equal(page.faults.some(isExpected), expected !== undefined, `${expected}`);
  await page.context().close();
};

const isOfForm = (response) => new URL(response.url()).pathname === "/formular";

/** Presses a button of the form, and waits until the page is as the answer says. */
export const pressed = async (page, act) => {
  await Promise.all([page.waitForResponse(isOfForm), act()]);
  await page.locator("html:not(.wartet)").waitFor();
};

/** What form A needs before it can be signed: the section, the field, and what is typed. */
export const FORM_A = [
  ["Jugendamt", "/jugendamt/name", "Landkreis Musterland"],
  ["Träger der freien Jugendhilfe", "/traeger/name", "Beispielträger Jugendhilfe gGmbH"],
  ["Vereinbarungszeitraum", "/vereinbarungszeitraum/von", "1.1.2027"],
  ["Vereinbarungszeitraum", "/vereinbarungszeitraum/bis", "31.12.2028"],
  ["Qualitätsdimensionen", "/qualitaetsdimensionen=prozessqualitaet", true],
  ["Grundsätze und Maßstäbe", "/grundsaetze_und_massstaebe/0/bezeichnung", "Beteiligung im Alltag"],
  ["Ziele", "/ziele/0/ziel", "Kinder bringen ihre Sicht in jedes Hilfeplangespräch ein."],
  ...["oeffentlicher_traeger", "freier_traeger"].flatMap((side) => [
    ["Ziele", `/ziele/0/kriterien/${side}/0/woran`, "Jeder Hilfeplan enthält das Feld „Sicht des Kindes“."],
    ["Ziele", `/ziele/0/massnahmen/${side}/0/wer`, "Leitung"],
    ["Ziele", `/ziele/0/massnahmen/${side}/0/was`, "Der Vordruck wird ergänzt."],
    ["Ziele", `/ziele/0/massnahmen/${side}/0/bis`, "31.3.2027"],
    ["Ziele", `/ziele/0/zielueberpruefung/${side}/0/wie`, "Stichprobe"],
    ["Ziele", `/ziele/0/zielueberpruefung/${side}/0/wann`, "November 2027"],
  ]),
  ["Fortsetzung des Qualitätsdialogs", "/fortsetzung/am", "15.11.2028"],
  ["Fortsetzung des Qualitätsdialogs", "/fortsetzung/einladung_durch", "Jugendamt"],
  ["Fortsetzung des Qualitätsdialogs", "/fortsetzung/gespraechsgrundlagen/0", "Bericht des Trägers"],
  ["Unterzeichnung", "/unterzeichnung/oeffentlicher_traeger/0/name", "Dr. Sabine Beispiel"],
  ["Unterzeichnung", "/unterzeichnung/oeffentlicher_traeger/0/funktion", "Leiterin des Jugendamtes"],
  ["Unterzeichnung", "/unterzeichnung/freier_traeger/0/name", "Ayşe Mustermann"],
  ["Unterzeichnung", "/unterzeichnung/freier_traeger/0/funktion", "Geschäftsführerin"],
];

/** The element of a field; boxes to tick have the code behind the pointer. */
export const locate = (page, field) => {
  const [pointer, code] = field.split("=");
  return code ? page.locator(`[name="${pointer}"][value="${code}"]`) : page.locator(`[id="${pointer}"]`);
};

/** Types into a field, and waits for the answer to all of it: there may be others, to what was typed before. */
export const typed = (page, field, text, act = () => locate(page, field).fill(text)) => {
  const isAsked = (request) => new URLSearchParams(request.postData()).getAll(field).includes(text);
  return Promise.all([page.waitForResponse((response) => isOfForm(response) && isAsked(response.request())), act()]);
};
