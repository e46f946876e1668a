/* The compose page: its two screens, and what its address means. Everything stays in this browser until the reader
   downloads it, copies it or opens it on GitHub. */
import * as drafts from "./drafts.js";
import { editor } from "./editor.js";
import { blank, whole } from "./form-data.js";
import { nextInstant } from "./names.js";
import { formOf } from "./schema-fields.js";
import { startScreen } from "./start.js";

const app = document.getElementById("compose-app");
const start = document.getElementById("compose-start");
const write = document.getElementById("compose-form");
const live = document.getElementById("compose-live");
const { schemas, briefings: listAddress, repository, branch } = app.dataset;
const place = { repository, branch };
const kinds = [...start.elements.kind].map(({ value }) => value);
const heading = document.querySelector("h1");
let current;

const say = (text) => { live.textContent = text; };

async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} for ${address}`);
  return answer.json();
}

async function load(kind) {
  const [schema, list] = await Promise.all([fetched(`${schemas}${kind}.json`), fetched(listAddress)]);
  return { form: formOf(schema), ...list };
}

function newDraft(kind, form, briefings) {
  const state = blank({ ...form, type: "part" });
  const instants = [...briefings.map(({ added }) => added), ...drafts.all().map((draft) => draft.state.added)];
  for (const field of form.fields) {
    if (field.type === "instant" && field.isRequired) state[field.name] = nextInstant(Date.now(), instants);
  }
  return { kind, id: "", isOwnId: false, isThere: false, order: [], state, body: "" };
}

function showOnly(screen) {
  for (const each of [start, write]) each.hidden = each !== screen;
  scrollTo(0, 0);
}

/* An address of this page; the step back leads to where the reader was. */
function go(query) {
  if (location.search !== query) history.pushState(null, "", location.pathname + query);
}

function showStart() {
  current?.flush();
  current = undefined;
  go("");
  first.draw();
  showOnly(start);
  heading.focus();
}

async function edit(draft) {
  const { form, briefings, reserved } = await load(draft.kind);
  const state = whole({ ...form, type: "part" }, draft.state);
  current = editor(write, { ...place, briefings, reserved }, form, { ...draft, state }, say);
  showOnly(write);
  write.querySelector("[data-part=title]").focus();
}

async function begin(kind, opened) {
  const { form, briefings } = await load(kind);
  go(`?kind=${kind}`);
  await edit({ ...newDraft(kind, form, briefings), ...opened, key: drafts.newKey(kind, Date.now()) });
}

async function resume(key) {
  go(`?draft=${encodeURIComponent(key)}`);
  await edit({ ...drafts.find(key), key });
}

/* What the address asks for: a draft, a new briefing of a kind, or the beginning. */
async function route() {
  const asked = new URLSearchParams(location.search);
  const [kind, key] = [asked.get("kind"), asked.get("draft")];
  first.draw();
  showOnly(start);
  try {
    if (kinds.includes(drafts.find(key)?.kind)) return await edit({ ...drafts.find(key), key });
    if (kinds.includes(kind)) return await begin(kind);
  } catch (error) {
    console.warn(error);
    return first.tell("What the form needs could not be loaded. Check your connection and reload the page.");
  }
  if (key) first.tell("This browser holds no such draft. It may have been deleted, or kept in another browser.");
  else if (kind) first.tell(`There is no kind “${kind}”. Choose one of these.`);
}

const first = startScreen(start, place, { load, begin, resume });

write.addEventListener("submit", (event) => event.preventDefault());
write.addEventListener("input", () => current?.changed());
/* A browser may bring only the first line of a long box into view. */
write.addEventListener("focusin", ({ target }) => target.matches("textarea") && target.scrollIntoView({ block: "nearest" }));
write.addEventListener("click", ({ target }) => {
  const action = target.closest("[data-action]")?.dataset.action;
  if (action) current.attempt(action);
});
write.querySelector("[data-part=back]").addEventListener("click", showStart);

write.querySelector("[data-part=delete]").addEventListener("click", () => {
  const gone = current.discard();
  current = undefined;
  showStart();
  first.tellGone(gone);
});

addEventListener("popstate", () => {
  current?.flush();
  current = undefined;
  route();
});
addEventListener("pagehide", () => current?.flush());

heading.tabIndex = -1;
app.hidden = false;
document.getElementById("compose-needs").remove();
route();
