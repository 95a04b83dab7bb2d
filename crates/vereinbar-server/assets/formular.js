// The form while it is typed into: findings and paper follow, the page stays.
// Without this, every button loads a page.

import { Idiomorph } from "./idiomorph.js";
import { load, next, save } from "./entwuerfe.js";

const PAUSE = 180;
// After how long it is tried again when there is too much to do.
const BUSY = 1000;
// What a tab keeps belongs to an address, and that to a port; behind a proxy it is another's to start it.
const REMEDY = location.port
  ? `Lassen Sie sie offen, starten Sie das Programm mit der Angabe --port ${location.port} wieder, und öffnen Sie hier die Adresse, die es nennt.`
  : "Lassen Sie sie offen, und versuchen Sie es in einigen Minuten noch einmal.";
const main = document.querySelector("main");
const form = () => document.querySelector("#formular");
const isDesk = () => form()?.classList.contains("formular") ?? false;

// The pages of a draft hand its number on; what was left is found by the history.
const id = form()?.elements.entwurf?.value ?? history.state?.entwurf ?? next();
// What the folder has just taken is kept there.
const isStored = isDesk() && location.pathname === "/ordner";
// An answer to a form cannot be loaded again by its address; the blank one can, and the draft is put into it.
const again = form() && !/^\/(neu|ordner)\//.test(location.pathname) ? `/neu/${JSON.parse(form().elements.daten.value).art}` : "";
/** What the history knows of a page: which draft, and which section. */
const state = () => ({ entwurf: id, hier: form()?.elements.hier.value });
history.replaceState(state(), "", again || location.href);
document.documentElement.classList.add("mit-skript");

let steps = [];
// Whether the step before what is being typed is yet to be remembered.
let isStep = false;
// Whether a button was pressed whose answer is still to come.
let isPressed = false;
// Whether something was entered that is kept nowhere else.
let isChanged = false;
let running = null;
let timer = 0;
let typed = 0;

/** The fields as they are sent, but for files. */
const fields = (submitter) => [...new FormData(form(), submitter)].filter(([, value]) => typeof value === "string");

const keep = () => {
  if (!form()) return;
  const { elements } = form();
  const data = JSON.parse(elements.daten.value);
  const title = isDesk() ? document.querySelector("h1").textContent : document.querySelector(".unterzeile").textContent;
  const name = [elements.datei?.value, elements["/traeger/name"]?.value || data.traeger?.name, title].filter(Boolean).join(" · ");
  save(id, { fields: fields(), steps, isChanged, at: Date.now(), name });
};

/** The pages that follow are told which draft this is. */
const number = () => {
  if (!form() || form().elements.entwurf) return;
  form().prepend(Object.assign(document.createElement("input"), { type: "hidden", name: "entwurf", value: id }));
};

const remember = () => {
  const data = form().elements.daten.value;
  if (steps.at(-1) !== data) steps.push(data);
};

/** Sends what `pairs` gives, and takes over what comes back. What is being typed stays as it is. */
const send = async (pairs, { address = "/formular", isLive = false } = {}) => {
  running?.abort();
  const own = (running = new AbortController());
  const at = typed;
  let answer;
  // Who has pressed a button sees that it was.
  isPressed = !isLive;
  document.documentElement.classList.toggle("wartet", isPressed);
  try {
    answer = await fetch(address, { method: "POST", body: new URLSearchParams(pairs()), signal: own.signal });
  } catch (error) {
    if (error.name === "AbortError") return false;
    isPressed = false;
    document.documentElement.classList.remove("wartet");
    say(`Das Programm antwortet nicht. Ihre Angaben sind in dieser Registerkarte aufbewahrt. ${REMEDY}`);
    return false;
  }
  if (answer.status === 503) {
    if (isLive) {
      timer = setTimeout(live, BUSY);
      return false;
    }
    say("Gerade ist viel zu tun. Es geht gleich weiter.");
    await new Promise((resolve) => setTimeout(resolve, BUSY));
    return !own.signal.aborted && send(pairs, { address });
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector("main");
  if (own.signal.aborted) return false;
  isPressed = false;
  document.documentElement.classList.remove("wartet");
  // The form stays where it is: what was typed is nowhere else.
  if (!answer.ok) {
    say(fresh?.querySelector("p")?.textContent ?? "");
    return false;
  }
  // Typed in the meantime: the next answer knows it, which is asked for at once where the page changes.
  if (at !== typed) return !isLive && send(pairs, { address });
  const open = new Set([...document.querySelectorAll("details[open]")].map((details) => details.id));
  for (const details of fresh.querySelectorAll("details")) if (open.has(details.id)) details.open = true;
  document.title = page.title;
  Idiomorph.morph(main, fresh, { morphStyle: "outerHTML", ignoreActiveValue: isLive, restoreFocus: true });
  values(fresh, isLive);
  follow(isLive);
  keep();
  return true;
};

/** What was typed is a property, which attributes do not change. */
const values = (fresh, isLive) => {
  for (const field of fresh.querySelectorAll("input[id], textarea[id], select[id]")) {
    const shown = document.getElementById(field.id);
    if (!shown || shown.type === "file" || (isLive && shown === document.activeElement)) continue;
    if (shown.value !== field.value) shown.value = field.value;
  }
};

/** Goes where the answer leads. */
const follow = (isLive) => {
  undo().hidden = !isDesk() || !steps.some((step) => step !== form().elements.daten.value);
  if (isLive) return;
  showSection();
  const target = document.querySelector("main [autofocus]");
  if (!target) return;
  for (let details = target.closest("details"); details; details = details.parentElement.closest("details")) details.open = true;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: target.id === "abschnitt" ? "start" : "center" });
};

/** The section that is open is seen in the list of all. */
const showSection = () => {
  const list = document.querySelector(".abschnitte");
  const here = list?.querySelector("[aria-current]")?.getBoundingClientRect();
  if (!here) return;
  const { top, bottom } = list.getBoundingClientRect();
  const seen = Math.min(bottom, innerHeight);
  if (here.top < top || here.bottom > seen) list.scrollTop += here.top - top - (seen - top) / 3;
};

const undo = () => document.querySelector("#rueckgaengig") ?? { hidden: true };

const say = (words) => {
  const status = document.querySelector(".meldung");
  if (status) status.replaceChildren(Object.assign(document.createElement("p"), { textContent: words }));
};

const live = () => {
  // What is typed while the page changes goes with that.
  if (!isDesk() || isPressed) return;
  remember();
  isStep = false;
  send(fields, { isLive: true });
};

document.addEventListener("input", (event) => {
  if (!isDesk() || !event.target.name?.startsWith("/")) return;
  typed += 1;
  isChanged = true;
  isStep = true;
  keep();
  clearTimeout(timer);
  timer = setTimeout(live, PAUSE);
});

document.addEventListener("submit", (event) => {
  const button = event.submitter;
  // Of a button without one, `formAction` is the address of the page.
  const address = new URL(button?.hasAttribute("formaction") ? button.formAction : form().action);
  // What is downloaded, stored or opened beside is for the browser.
  if (!isDesk() || address.pathname !== "/formular" || button?.formTarget === "_blank") {
    keep();
    return;
  }
  event.preventDefault();
  clearTimeout(timer);
  typed += 1;
  if (button?.name === "aktion") isChanged = isStep = true;
  // To another section is no step.
  if (isStep) remember();
  isStep = false;
  send(() => fields(button)).then((isAnswered) => isAnswered && button?.name === "abschnitt" && history.pushState(state(), ""));
});

// Back and forward lead through the sections. What has come otherwise, such as a jump within the page, is this page.
addEventListener("popstate", (event) => {
  if (!event.state) history.replaceState(state(), "");
  else if (isDesk() && event.state.hier !== form().elements.hier.value) {
    clearTimeout(timer);
    typed += 1;
    send(() => [...fields(), ["abschnitt", event.state.hier]]);
  }
});

// Enter in the name of a file means that file.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.target.id !== "name") return;
  event.preventDefault();
  document.querySelector("#speichern-neu").click();
});

// A file that is dropped here would replace the page.
for (const type of ["dragover", "drop"])
  document.addEventListener(type, (event) => {
    if (event.dataTransfer?.types.includes("Files") && event.target.type !== "file") event.preventDefault();
  });

document.addEventListener("click", (event) => {
  if (event.target.closest("#rueckgaengig")) {
    const now = form().elements.daten.value;
    while (steps.at(-1) === now) steps.pop();
    const data = steps.pop() ?? now;
    const carried = fields().filter(([name]) => !name.startsWith("/") && name !== "daten");
    clearTimeout(timer);
    typed += 1;
    send(() => [...carried, ["daten", data]]);
  }
  const link = event.target.closest('.uebersicht a[href^="#"]');
  const target = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (target) {
    event.preventDefault();
    for (let details = target.closest("details"); details; details = details.parentElement.closest("details")) details.open = true;
    target.focus();
  }
});

// A page that was left or loaded again is as it was left.
number();
const kept = load(id);
isChanged = (kept?.isChanged ?? false) && !isStored;
steps = kept?.steps ?? [];
if (kept && isDesk()) {
  const token = form().elements._formular.value;
  const mine = kept.fields.filter(([name]) => name !== "_formular");
  const [{ type }] = performance.getEntriesByType("navigation");
  if (type === "reload" || type === "back_forward") send(() => [["_formular", token], ...mine]);
  else keep();
} else if (isDesk()) {
  keep();
}
follow(true);
showSection();
