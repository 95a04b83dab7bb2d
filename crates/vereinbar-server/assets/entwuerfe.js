// The drafts that the browser keeps until the tab is closed: one for each form.

const PREFIX = "vereinbar.entwurf.";
const MAX_STEPS = 40;
const MAX_CHARS = 1_500_000;

/** The draft of that id: its fields, its name, the earlier states of its data, and whether something was entered. */
export const load = (id) => {
  try {
    return JSON.parse(sessionStorage.getItem(PREFIX + id));
  } catch {
    return null;
  }
};

/** Keeps a draft. Without room for it, forms go first into which nothing was entered, then earlier states. */
export const save = (id, draft) => {
  const steps = draft.steps.slice(-MAX_STEPS);
  while (steps.length > 0 && steps.reduce((sum, step) => sum + step.length, 0) > MAX_CHARS) steps.shift();
  const write = (earlier) => {
    try {
      sessionStorage.setItem(PREFIX + id, JSON.stringify({ ...draft, steps: earlier }));
      return true;
    } catch {
      return false;
    }
  };
  if (write(steps)) return true;
  for (const other of kept()) if (other.id !== id && !other.isChanged) remove(other.id);
  return write(steps) || write([]);
};

export const remove = (id) => sessionStorage.removeItem(PREFIX + id);

const kept = () =>
  Object.keys(sessionStorage)
    .filter((key) => key.startsWith(PREFIX))
    .map((key) => ({ id: key.slice(PREFIX.length), ...load(key.slice(PREFIX.length)) }))
    .filter((draft) => draft.fields);

/** All drafts into which something was entered, the latest first. */
export const all = () =>
  kept()
    .filter((draft) => draft.isChanged)
    .sort((a, b) => b.at - a.at);

/** An id that no other draft of this tab has. */
export const next = () => crypto.getRandomValues(new Uint32Array(2)).join("");
