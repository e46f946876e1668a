/* The ways out of the page: a file, the clipboard, GitHub's own page. Nothing else leaves it. */
import { make } from "./elements.js";

const LONGEST_ADDRESS = 8000; // what GitHub and browsers take without cutting it short

export function download(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/markdown;charset=utf-8" }));
  const link = make("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/* Whether the text is in the clipboard now; where the browser refuses, what is shown is marked to be copied by hand. */
export async function copy(text, shown) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection().selectAllChildren(shown);
    return false;
  }
}

/* A page of the repository: to read a file (`blob`), to edit it, or to make one. */
export const pageAddress = ({ repository, branch }, view, path) =>
  [repository.replace(/\/$/, ""), view, branch, path].filter(Boolean).join("/");

/* GitHub's page for a new file at this path, filled in; only with the path where the text is too long for that. */
export function newFileAddress(place, path, text) {
  const empty = `${pageAddress(place, "new")}?filename=${path}`;
  const whole = `${empty}&value=${encodeURIComponent(text)}`;
  const isWhole = whole.length <= LONGEST_ADDRESS;
  return { address: isWhole ? whole : empty, isWhole };
}
