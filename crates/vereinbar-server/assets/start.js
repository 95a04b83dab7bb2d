// The start page: the drafts of this tab, and files that are dropped.

import { all, remove, save } from "./entwuerfe.js";

document.documentElement.classList.add("mit-skript");

const section = document.querySelector("#entwuerfe");
const form = section.querySelector("form");

const button = (words, name, act) => {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "klein";
  made.textContent = words;
  const hidden = document.createElement("span");
  hidden.className = "nur-vorlesen";
  hidden.textContent = `: ${name}`;
  made.append(hidden);
  made.addEventListener("click", act);
  return made;
};

const resume = (draft) => {
  for (const [name, value] of draft.fields) {
    // That of this page holds; the draft's may be of an earlier start.
    if (name === "_formular") continue;
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = name;
    field.value = value;
    form.append(field);
  }
  form.submit();
};

/** In place of a draft that is gone: a way back, as long as the page is open. */
const deleted = (row, draft) => {
  const words = document.createElement("div");
  words.textContent = `${draft.name} ist gelöscht.`;
  const undo = button("Rückgängig", draft.name, () => {
    save(draft.id, draft);
    show();
    section.querySelector("button").focus();
  });
  row.replaceChildren(words, undo);
  undo.focus();
};

const show = () => {
  const list = section.querySelector("ul");
  const drafts = all();
  section.hidden = drafts.length === 0;
  list.replaceChildren(
    ...drafts.map((draft) => {
      const row = document.createElement("li");
      const name = document.createElement("strong");
      name.textContent = draft.name;
      const when = document.createElement("span");
      when.className = "wann";
      when.textContent = new Date(draft.at).toLocaleString("de-DE", { dateStyle: "short", timeStyle: "short" });
      const what = document.createElement("div");
      what.append(name, when);
      const buttons = document.createElement("div");
      buttons.className = "taten";
      buttons.append(
        button("Fortsetzen", draft.name, () => resume(draft)),
        button("Löschen", draft.name, () => {
          remove(draft.id);
          deleted(row, draft);
        }),
      );
      row.append(what, buttons);
      return row;
    }),
  );
};
show();

const drop = document.querySelector("#ablage");
const file = document.querySelector("#datei");
for (const type of ["dragenter", "dragover"]) {
  drop.addEventListener(type, (event) => {
    event.preventDefault();
    drop.classList.add("darueber");
  });
}
for (const type of ["dragleave", "drop"]) drop.addEventListener(type, () => drop.classList.remove("darueber"));
drop.addEventListener("drop", (event) => {
  event.preventDefault();
  if (event.dataTransfer.files.length === 0) return;
  file.files = event.dataTransfer.files;
  drop.requestSubmit();
});
// Beside it, a dropped file would replace the page.
for (const type of ["dragover", "drop"]) document.addEventListener(type, (event) => event.preventDefault());
