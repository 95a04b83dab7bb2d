// Pages that take files: dropping them, counting them, and how far a run is.

document.documentElement.classList.add("mit-skript");

for (const drop of document.querySelectorAll("[data-ablage]")) {
  const input = document.getElementById(drop.dataset.ablage);
  const chosen = drop.querySelector(".ausgewaehlt");
  const count = () => {
    const { length } = input.files;
    if (chosen) chosen.textContent = length > 1 ? `${length} Dateien ausgewählt` : "";
  };
  input.addEventListener("change", count);
  for (const type of ["dragenter", "dragover"]) drop.addEventListener(type, () => drop.classList.add("darueber"));
  for (const type of ["dragleave", "drop"]) drop.addEventListener(type, () => drop.classList.remove("darueber"));
  drop.addEventListener("drop", (event) => {
    if (event.dataTransfer.files.length === 0) return;
    // One field takes one file, unless it says otherwise.
    const transfer = new DataTransfer();
    for (const file of [...event.dataTransfer.files].slice(0, input.multiple ? undefined : 1)) transfer.items.add(file);
    input.files = transfer.files;
    count();
  });
}
// Beside it, a dropped file would replace the page.
for (const type of ["dragover", "drop"]) document.addEventListener(type, (event) => event.preventDefault());

// A table that is wider than its place says so: not every system shows bars to scroll.
const tables = document.querySelectorAll(".tafel");
const hint = (table) => table.classList.toggle("breiter", table.scrollWidth > table.clientWidth);
const watch = new ResizeObserver((changed) => changed.forEach(({ target }) => hint(target)));
for (const table of tables) watch.observe(table);

// The clock is that of the reader.
const today = document.querySelector("[data-heute]");
if (today && !today.value) today.value = new Date().toLocaleDateString("de-DE", { day: "2-digit", month: "2-digit", year: "numeric" });

// How far a run is; what came of it is another page under the same address.
const run = document.querySelector("[data-verlauf]");
if (run) {
  const bar = run.querySelector("progress");
  const words = run.querySelector(".stand-des-laufs");
  const status = run.querySelector('[role="status"]');
  const events = new EventSource(run.dataset.verlauf);
  let said = 0;
  events.addEventListener("message", ({ data }) => {
    const { phase, done, failed, total, seconds_left: left } = JSON.parse(data);
    if (done === undefined) return;
    if (total) Object.assign(bar, { max: total, value: done });
    else bar.removeAttribute("value");
    words.textContent = [
      `${phase}: ${done}${total ? ` von ${total}` : ""}`,
      failed ? `${failed} nicht` : "",
      left > 1 ? `noch etwa ${left} Sekunden` : "",
    ].filter(Boolean).join(", ");
    // Who listens hears it now and then.
    if (Date.now() - said > 5000) {
      said = Date.now();
      status.textContent = words.textContent;
    }
  });
  // It is tried again by itself; who waits is to know.
  events.addEventListener("error", () => {
    words.textContent = "Die Verbindung zum Programm ist unterbrochen.";
    status.textContent = words.textContent;
  });
  events.addEventListener("ende", () => {
    events.close();
    location.reload();
  });
}
