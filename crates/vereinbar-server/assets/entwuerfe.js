// The drafts that the browser keeps until its window is closed: one for each form.

const PREFIX = "vereinbar.entwurf.";
const MAX_STEPS = 40;
const MAX_CHARS = 1_500_000;

/** The draft of that id: its fields, its name, and the earlier states of its data. */
export const load = (id) => {
  try {
    return JSON.parse(sessionStorage.getItem(PREFIX + id));
  } catch {
    return null;
  }
};

/** Keeps a draft. Without room for it, earlier states go first. */
export const save = (id, draft) => {
  const steps = draft.steps.slice(-MAX_STEPS);
  while (steps.length > 0 && steps.reduce((sum, step) => sum + step.length, 0) > MAX_CHARS) steps.shift();
  for (const kept of [steps, []]) {
    try {
      sessionStorage.setItem(PREFIX + id, JSON.stringify({ ...draft, steps: kept }));
      return true;
    } catch {
      // Full: once more with the data alone.
    }
  }
  return false;
};

export const remove = (id) => sessionStorage.removeItem(PREFIX + id);

/** All drafts, the latest first. */
export const all = () =>
  Object.keys(sessionStorage)
    .filter((key) => key.startsWith(PREFIX))
    .map((key) => ({ id: key.slice(PREFIX.length), ...load(key.slice(PREFIX.length)) }))
    .filter((draft) => draft.fields)
    .sort((a, b) => b.at - a.at);

/** An id that no other draft of this window has. */
export const next = () => crypto.getRandomValues(new Uint32Array(2)).join("");
