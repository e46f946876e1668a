/* Drafts, kept in this browser and nowhere else. Every call copes with a browser that keeps nothing. */

const PREFIX = "briefings-draft/";

function attempt(action, otherwise) {
  try {
    return action();
  } catch {
    return otherwise;
  }
}

/* A key of its own for a draft of a kind. */
export const newKey = (kind, now) => `${kind}/${now}`;

export const save = (key, draft) => attempt(() => {
  localStorage.setItem(PREFIX + key, JSON.stringify(draft));
  return true;
}, false);

export const find = (key) => attempt(() => JSON.parse(localStorage.getItem(PREFIX + key)), null);

export const forget = (key) => attempt(() => localStorage.removeItem(PREFIX + key));

/* Every draft with its key, the latest first. */
export function all() {
  const keys = attempt(() => Object.keys(localStorage), []).filter((key) => key.startsWith(PREFIX));
  const drafts = keys.map((key) => ({ key: key.slice(PREFIX.length), ...find(key.slice(PREFIX.length)) }));
  return drafts.filter(({ kind, state }) => kind && state && typeof state === "object").sort((a, b) => b.saved - a.saved);
}
