/* Fields that belong together: the required and usual ones first, the others folded away until they are wanted. */
import { group, make } from "./elements.js";
import { isEmpty } from "./form-data.js";
import { nameFrom } from "./names.js";

/* An instant, and an id beside a title, come by themselves; they are folded away with what may be left out. */
const comesByItself = (field, part) =>
  field.type === "instant" || (field.name === "id" && part.fields.some(({ name }) => name === "title"));

const SMALLEST_FOLD = 2; // one field alone is not worth folding

function fold(fields, nodes) {
  const names = fields.map(({ label }) => label.toLowerCase());
  const heading = make("b");
  const summary = make("summary", {}, heading, " ", make("span", {}, names.join(", ")));
  const node = make("details", { class: "fold" }, summary, ...nodes);
  const tell = (filled) => { heading.textContent = filled ? `More (${filled} filled in):` : "More:"; };
  return { node, tell };
}

/* The widgets of a part's fields, and the nodes that hold them. */
export function drawFields(part, { draw }) {
  const widgets = new Map(part.fields.map((field) => [field.name, draw(field)]));
  const nodeOf = ({ name }) => widgets.get(name).node;
  const extra = part.fields.filter((field) => !(field.isRequired || field.isUsual) || comesByItself(field, part));
  const folded = extra.length < SMALLEST_FOLD ? [] : extra;
  const rest = part.fields.filter((field) => !folded.includes(field));
  const shown = [...rest.filter((field) => !extra.includes(field)), ...rest.filter((field) => extra.includes(field))];
  const details = folded.length ? fold(folded, folded.map(nodeOf)) : undefined;
  const read = () => Object.fromEntries([...widgets].map(([name, widget]) => [name, widget.read()]));

  /* A field that stands with one answer only is shown with that answer, or as long as it says something. */
  function suit() {
    const state = read();
    for (const { name, onlyWhen } of part.fields) {
      const isWanted = Object.entries(onlyWhen ?? {}).every(([other, value]) => state[other] === value);
      widgets.get(name).node.hidden = !isWanted && isEmpty(state[name]);
    }
    details?.tell(folded.filter((field) => !comesByItself(field, part) && !isEmpty(state[field.name])).length);
  }

  return {
    nodes: [...shown.map(nodeOf), ...(details ? [details.node] : [])],
    fold: details?.node,
    widgets, read, suit,
    fill(state) {
      for (const [name, widget] of widgets) widget.fill(state[name]);
      suit();
    },
    at: ([name, ...rest]) => widgets.get(name ?? shown[0].name).at(rest),
    show: ([name, ...rest], message) => widgets.get(name)?.show(rest, message),
  };
}

/* A part as an item of a list. */
export function partField(part, context) {
  const fields = drawFields(part, context);
  const frame = group({ ...part, hint: "" }, ...fields.nodes);
  frame.node.addEventListener("input", fields.suit);
  let isOwn = false; // an id that somebody wrote is left alone
  const id = fields.widgets.get("id");
  id?.control.addEventListener("input", () => {
    isOwn = Boolean(id.read());
  });
  return {
    ...fields,
    node: frame.node,
    label: frame.legend,
    fill(state) {
      fields.fill(state);
      isOwn = Boolean(state.id);
    },
    propose(free) {
      const title = fields.widgets.get("title")?.read();
      if (id && !isOwn && title !== undefined) id.fill(free(nameFrom(title)));
    },
  };
}
