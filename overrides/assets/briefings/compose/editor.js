/* The form of one briefing with its file beside it. */
import * as delivery from "./delivery.js";
import * as drafts from "./drafts.js";
import { fileText } from "./file-text.js";
import { toData } from "./form-data.js";
import { freeName, nameFault, nameFrom } from "./names.js";
import { drawFields } from "./part-field.js";
import { placeName, problemsOf } from "./problems.js";
import { problemList } from "./problem-list.js";
import { simpleField } from "./simple-field.js";
import { drawer } from "./widgets.js";

const NAME = { name: "(name)", type: "id", label: "Name of the file", isRequired: true,
  hint: "small letters, digits and hyphens; it becomes the web address and never changes once it is published" };
const BODY = { name: "(body)", type: "prose", label: "Text of the page",
  hint: "what the fields above do not say, in Markdown: short paragraphs under headings that begin with two hash signs; "
    + "it may stay empty" };
const SAVE_AFTER = 400; // milliseconds without a keystroke

const folderOf = (draft) => `briefings/${draft.kind}`;
const time = (moment) => new Date(moment).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });

/* Draws the editor for a draft: { key, kind, id, isOwnId, isThere, order, state, body, saved }. */
export function editor(screen, site, form, draft, say) {
  const part = (name) => screen.querySelector(`[data-part=${name}]`);
  const context = drawer({ say, briefings: site.briefings });
  const fields = drawFields(form, context);
  const name = simpleField(NAME, context);
  const body = simpleField(BODY, context);
  // A kind whose file is named by a month or a quarter takes its name from there.
  const period = form.fields.find(({ type, isRequired }) => /^(month|quarter)-date$/.test(type) && isRequired);
  const others = site.briefings.filter(({ kind, id }) => kind === draft.kind && !(draft.isThere && id === draft.id));
  const taken = others.map(({ id }) => id);
  const special = { [NAME.name]: name, [BODY.name]: body };
  const list = problemList(part("problems"), {
    place: (path) => (special[path[0]] ? (path[0] === NAME.name ? NAME.label : BODY.label) : placeName(form, path)),
    widgetOf: (path) => (special[path[0]] ? own(special[path[0]]) : fields),
  });
  const own = (widget) => ({ at: () => widget.control, show: (_, message) => widget.show([], message) });
  let saving;

  const id = () => {
    if (draft.isThere) return draft.id;
    return (period ? fields.widgets.get(period.name) : name).read().trim();
  };
  const path = () => `${folderOf(draft)}/${id() || "name"}.md`;
  const text = () => fileText(form, toData({ ...form, type: "part" }, fields.read()) ?? {}, body.read(), draft.order);

  function problems() {
    const state = fields.read();
    const found = problemsOf(form, state, site.reserved);
    const fault = nameFault(id(), site.reserved, taken);
    if (fault && !(period && !id())) found.unshift({ path: [period ? period.name : NAME.name], message: fault });
    if (period && draft.isThere && state[period.name].trim() !== draft.id) {
      found.push({ path: [period.name], message: `The file is named ${draft.id}; the ${period.name} stays the same.` });
    }
    const isOther = (known) => known.kind !== draft.kind || known.id !== id();
    const twin = site.briefings.find((known) => isOther(known) && Date.parse(known.added) === Date.parse(state.added));
    if (twin) found.push({ path: ["added"], message: `“${twin.title}” has the same instant. Move this one a minute on.` });
    return found;
  }

  function record() {
    const { key, ...rest } = draft;
    return { ...rest, id: id(), state: fields.read(), body: body.read(), saved: Date.now() };
  }

  /* Keeps what is not kept yet, without a word. */
  function flush() {
    if (!saving) return;
    clearTimeout(saving);
    saving = undefined;
    drafts.save(draft.key, record());
  }

  function save() {
    clearTimeout(saving);
    saving = undefined;
    const { key } = draft;
    const { saved } = Object.assign(draft, record());
    const isKept = drafts.save(key, record());
    part("saved").textContent = isKept ? `Your draft is kept in this browser only (saved at ${time(saved)}).`
      : "This browser keeps no drafts. You can go on, but download or copy the file before you leave the page.";
    part("delete").hidden = !isKept;
    if (isKept) history.replaceState(null, "", `?draft=${encodeURIComponent(key)}`);
  }

  function show() {
    part("path").textContent = path();
    part("file").textContent = text();
  }

  function changed() {
    const title = fields.widgets.get("title")?.read() ?? "";
    if (!period && !draft.isThere && !draft.isOwnId) name.fill(freeName(nameFrom(title), taken));
    fields.suit();
    show();
    list.refresh(problems());
    clearTimeout(saving);
    saving = setTimeout(save, SAVE_AFTER);
  }

  function tell(message) {
    part("done").textContent = message;
    if (message) part("done").scrollIntoView({ block: "nearest" });
  }

  const actions = {
    Download() {
      delivery.download(`${id() || draft.kind}.md`, text());
      tell(`The file is on its way to your downloads. It belongs into the folder ${folderOf(draft)} of the repository.`);
    },
    async Copy() {
      const isCopied = await delivery.copy(text(), part("file"));
      tell(isCopied ? "The file's text is in your clipboard."
        : "This browser does not let the page copy. The text is marked: press Ctrl+C (on a Mac ⌘C).");
    },
    async "Open on GitHub"() {
      const { address, isWhole } = draft.isThere
        ? { address: delivery.pageAddress(site, "edit", path()), isWhole: false }
        : delivery.newFileAddress(site, path(), text());
      const isCopied = isWhole || await delivery.copy(text(), part("file"));
      window.open(address, "_blank", "noopener");
      const where = draft.isThere ? "GitHub opens the file as it is now: mark all of its text there and paste yours over it."
        : "It is too long to be handed over in an address, so GitHub opens an empty file: paste it there.";
      const paste = isCopied ? "The text is in your clipboard." : "Copy the text below.";
      tell(isWhole ? "GitHub opens in a new tab with the file filled in." : `${paste} ${where}`);
    },
  };

  function attempt(action) {
    const found = problems();
    save();
    if (!found.length) {
      list.clear();
      return actions[action]();
    }
    tell("");
    return list.ask(found, action, actions[action]);
  }

  part("title").textContent = draft.isThere ? `${form.title}: ${draft.id}` : form.title;
  part("name").replaceChildren(...(period || draft.isThere ? [] : [name.node]));
  part("fields").replaceChildren(...fields.nodes);
  part("body").replaceChildren(body.node);
  fields.fill(draft.state);
  if (fields.fold) fields.fold.open = draft.isThere;
  name.fill(draft.id);
  body.fill(draft.body);
  name.control.addEventListener("input", () => {
    draft.isOwnId = Boolean(name.read());
  });
  list.clear();
  tell("");
  show();
  part("delete").hidden = true;
  part("saved").textContent = "As soon as you write, a draft is kept in this browser, and only here.";
  if (draft.saved !== undefined) save();

  return {
    changed, attempt, flush,
    /* Forgets the draft, also one that was about to be saved; gives it back once more. */
    discard() {
      clearTimeout(saving);
      drafts.forget(draft.key);
      return { key: draft.key, ...record() };
    },
  };
}
