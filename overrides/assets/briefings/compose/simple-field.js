/* A field with one control: a line, a longer text, a choice from a few, yes or no. Each widget can be read and filled,
   shows what is wrong with it, and takes the focus. */
import { make, newId, notes } from "./elements.js";
import { tidy } from "./form-data.js";

const SHORT = 200; // a longer text gets a box that grows
const KEYBOARD = { url: "url", year: "numeric" };

function textControl(field, id) {
  const isLong = field.type === "prose" || (field.type === "text" && field.limit > SHORT);
  if (isLong) return make("textarea", { id, rows: 3, class: field.type });
  const isWord = !["text", "number"].includes(field.type);
  const asWord = isWord ? { spellcheck: "false", autocapitalize: "none", class: field.type === "url" ? undefined : "short" } : {};
  return make("input", { id, type: "text", inputmode: KEYBOARD[field.type], ...asWord });
}

/* Briefings of the folders that a field may name; by folder too, where two share a name. */
function referable(folders, briefings) {
  const inFolders = briefings.filter(({ kind }) => !folders.length || folders.includes(kind));
  const isShared = ({ kind, id }) => inFolders.some((other) => other.id === id && other.kind !== kind);
  return inFolders.map((each) => ({ id: isShared(each) ? `${each.kind}/${each.id}` : each.id, label: each.title }));
}

function selectControl(choices, id) {
  const options = choices.map((choice) => make("option", { value: choice.id }, choice.label));
  return make("select", { id }, make("option", { value: "" }, "Choose one"), ...options);
}

/* A value that a file has and the list does not is kept, and can be seen. */
function select(node, value) {
  const isListed = [...node.options].some((option) => option.value === value);
  if (!isListed) node.append(make("option", { value }, `${value} (not in the list)`));
  node.value = value;
}

function counted(field, control, say) {
  if (!field.limit || field.type === "url") return { nodes: [], update() {} };
  const count = make("p", { id: newId(), class: "count" });
  let wasOver = false;
  const update = () => {
    const length = [...tidy(field, control.value)].length;
    const isOver = length > field.limit;
    const few = (number) => number.toLocaleString("en-GB");
    count.textContent = isOver ? `${few(length - field.limit)} characters too many`
      : `${few(length)} of ${few(field.limit)} characters`;
    count.classList.toggle("over", isOver);
    if (isOver && !wasOver) say(`${field.label}: too long, at most ${few(field.limit)} characters.`);
    wasOver = isOver;
  };
  control.addEventListener("input", update);
  update();
  return { nodes: [count], update };
}

function widget(field, control, extra, { value, fill }) {
  const { nodes, show, ids } = notes(field);
  const label = make("label", { for: control.id }, field.label);
  control.setAttribute("aria-describedby", [ids, ...extra.map(({ id }) => id)].join(" "));
  if (field.isRequired) control.setAttribute("aria-required", "true");
  const node = control.type === "checkbox" ? make("div", { class: "field check" }, control, label, ...nodes)
    : make("div", { class: "field" }, label, ...nodes, control, ...extra);
  return {
    node, control, label, read: value, fill,
    at: (path) => (path.length ? undefined : control),
    show(path, message) {
      show(message);
      if (message) control.setAttribute("aria-invalid", "true");
      else control.removeAttribute("aria-invalid");
    },
  };
}

/* The widget of a field of any simple type. */
export function simpleField(field, { say, briefings }) {
  const id = newId();
  if (field.type === "yes-no") {
    const box = make("input", { id, type: "checkbox" });
    return widget(field, box, [], {
      value: () => (box.checked ? "true" : box.dataset.was ?? ""),
      fill(value) {
        box.checked = value === "true";
        if (value && value !== "true") box.dataset.was = value; // what a file says stays, “false” too
      },
    });
  }
  if (field.type === "choice" || field.type === "reference") {
    const list = selectControl(field.choices ?? referable(field.folders, briefings), id);
    return widget(field, list, [], { value: () => list.value, fill: (value) => select(list, value) });
  }
  const control = textControl(field, id);
  const count = counted(field, control, say);
  const fill = (value) => {
    control.value = value;
    count.update();
  };
  return widget(field, control, count.nodes, { value: () => control.value, fill });
}
