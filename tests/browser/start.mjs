// A browser for a test, and how form A is filled in.

import { chromium } from "playwright-core";

export const browse = () =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--lang=de-DE", ...(process.env.CHROMIUM_ARGS?.split(" ") ?? [])], env: { ...process.env, LANGUAGE: "de" } });

/** A page that fails the test when a script does. It does not glide when it scrolls, so that nothing moves away from a click. */
export const open = async (browser, server, options = {}) => {
  const context = await browser.newContext({ locale: "de-DE", viewport: { width: 1440, height: 900 }, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push(error.message));
  page.on("console", (message) => message.type() === "error" && page.faults.push(message.text()));
  await page.goto(server.address);
  return page;
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
