/* The beginning: choose a kind, go on with a draft, or open a file that is there already. */
import * as drafts from "./drafts.js";
import { button, make } from "./elements.js";
import { pageAddress } from "./delivery.js";
import { FileFault } from "./file-data.js";
import { draftFrom, textOf } from "./opening.js";

/* Draws what can be begun; `load` fetches a kind's form and the list of briefings, `begin` leads to the editor. */
export function startScreen(screen, site, { load, begin, resume }) {
  const part = (name) => screen.querySelector(`[data-part=${name}]`);
  const kinds = screen.elements.kind;
  const { which, pasted, file } = screen.elements;
  const kind = () => kinds.value;

  const choiceOf = (folder) => [...kinds].find(({ value }) => value === folder);
  const nameOfKind = (folder) => choiceOf(folder)?.parentElement.querySelector("b").textContent ?? folder;

  /* A problem of the start, told where the focus goes. */
  function tell(message) {
    part("trouble").textContent = message;
    part("trouble").hidden = !message;
    if (message) part("trouble").focus();
  }

  function label(draft) {
    return draft.state.title?.trim() || draft.id || "No title yet";
  }

  function listDrafts() {
    const kept = drafts.all();
    part("drafts").hidden = !kept.length;
    part("drafts").querySelector("ul").replaceChildren(...kept.map((draft) => {
      const when = new Date(draft.saved).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });
      const address = make("a", { href: `?draft=${encodeURIComponent(draft.key)}` }, label(draft));
      address.addEventListener("click", (event) => {
        event.preventDefault();
        resume(draft.key);
      });
      const away = button("Delete", `the draft “${label(draft)}”`, () => {
        drafts.forget(draft.key);
        tellGone(draft);
      }, "minor");
      return make("li", {}, address, make("span", {}, ` ${nameOfKind(draft.kind)}, saved ${when} `), away);
    }));
  }

  /* What was deleted last can be brought back until the page is left. */
  function tellGone({ key, ...record }) {
    listDrafts();
    part("gone").replaceChildren(`The draft “${label(record)}” was deleted. `, button("Bring it back", "", () => {
      drafts.save(key, record);
      listDrafts();
      part("gone").textContent = `The draft “${label(record)}” is here again.`;
      part("gone").focus();
    }, "minor"));
    part("gone").focus();
  }

  /* Those that can be changed, once the list of briefings is here. */
  async function listBriefings() {
    const { briefings } = await load(kind());
    const ours = briefings.filter((each) => each.kind === kind());
    const options = ours.map(({ id, title }) => make("option", { value: id }, title));
    which.replaceChildren(make("option", { value: "" }, "One that is not in this list"), ...options);
    showSource();
  }

  function showSource() {
    const link = part("source");
    link.hidden = !which.value;
    link.querySelector("a").href = pageAddress(site, "blob", `briefings/${kind()}/${which.value}.md`);
  }

  /* Says what would be lost, and asks; gives whether to go on. */
  function agreed(unknown, hasComments) {
    const box = part("losses");
    const said = [
      unknown.length && `These fields are not known here and would be left out: ${unknown.join(", ")}.`,
      hasComments && "Its comments (lines that begin with #) would be left out.",
    ].filter(Boolean);
    if (!said.length) return Promise.resolve(true);
    box.querySelector("p").textContent = said.join(" ");
    box.hidden = false;
    box.focus();
    return new Promise((answer) => {
      const close = (is) => () => {
        box.hidden = true;
        answer(is);
      };
      box.querySelector("[data-answer=yes]").onclick = close(true);
      box.querySelector("[data-answer=no]").onclick = close(false);
    });
  }

  async function open() {
    const { form, briefings } = await load(kind());
    const chosen = file.files[0];
    const text = chosen ? await textOf(chosen) : pasted.value;
    const { draft, unknown, hasComments } = draftFrom(text, form);
    if (!await agreed(unknown, hasComments)) return;
    const id = which.value || chosen?.name.replace(/\.md$/i, "") || "";
    const isThere = briefings.some((each) => each.kind === kind() && each.id === id);
    begin(kind(), { ...draft, id, isThere, isOwnId: Boolean(id), saved: 0 });
  }

  /* Does what was asked, and says in words what went wrong. */
  async function attempt(action) {
    tell("");
    if (!kind()) return tell("Choose first what you want to write.");
    try {
      return await action();
    } catch (error) {
      if (error instanceof FileFault) return tell(error.message);
      console.warn(error);
      return tell("What the form needs could not be loaded. Check your connection, then press the button again.");
    }
  }

  screen.addEventListener("submit", (event) => {
    event.preventDefault();
    attempt(() => begin(kind()));
  });
  screen.addEventListener("change", (event) => {
    if (event.target.name === "kind" && part("open").open) attempt(listBriefings);
    if (event.target === which) showSource();
  });
  part("open").addEventListener("toggle", () => part("open").open && kind() && attempt(listBriefings));
  part("open-it").addEventListener("click", () => attempt(open));

  return {
    tell, tellGone,
    /* Draws it anew, with the drafts as they are now. */
    draw() {
      tell("");
      screen.reset();
      part("open").open = false;
      part("gone").textContent = "";
      listDrafts();
    },
  };
}
