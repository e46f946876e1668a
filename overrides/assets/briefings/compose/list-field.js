/* A list of texts or parts: add, remove, bring back, move up and down. */
import { button, group, make } from "./elements.js";
import { blank, isEmpty } from "./form-data.js";
import { freeName } from "./names.js";
import { rowTools } from "./row-tools.js";

export function listField(field, context) {
  const { draw, say } = context;
  const items = make("ol", { class: "rows" });
  const removed = make("p", { class: "removed", hidden: true });
  const what = field.item.label.toLowerCase();
  const add = button(`Add ${what === "item" ? "an item" : what}`, `to ${field.label.toLowerCase()}`, () => {
    const row = append(blank(field.item));
    changed();
    row.widget.at([]).focus();
  });
  const frame = group(field, items, removed, add);
  let rows = [];

  const changed = () => frame.node.dispatchEvent(new Event("input", { bubbles: true }));
  const nameOf = (row) => `${field.item.label} ${rows.indexOf(row) + 1}`;

  /* Numbers and the names of buttons follow the order. */
  function number() {
    for (const row of rows) {
      row.widget.label.textContent = nameOf(row);
      const tools = rowTools(`${nameOf(row).toLowerCase()} of ${field.label.toLowerCase()}`, rows.length, {
        up: () => move(row, -1), down: () => move(row, 1), remove: () => remove(row),
      });
      row.tools.replaceWith(tools);
      row.tools = tools;
    }
  }

  function insert(state, index) {
    const widget = draw(field.item);
    widget.fill(state);
    const row = { widget, tools: make("div"), node: make("li") };
    row.node.append(widget.node, row.tools);
    items.insertBefore(row.node, items.children[index] ?? null);
    rows.splice(index, 0, row);
    number();
    return row;
  }

  const append = (state) => insert(state, rows.length);

  function move(row, by) {
    const from = rows.indexOf(row);
    const to = from + by;
    if (to < 0 || to >= rows.length) return say(by < 0 ? "This is the first." : "This is the last.");
    rows.splice(to, 0, ...rows.splice(from, 1));
    items.insertBefore(row.node, rows[to + 1]?.node ?? null);
    number();
    changed();
    say(`Moved; now ${nameOf(row)}.`);
    row.tools.querySelector(by < 0 ? "[data-move=up]" : "[data-move=down]").focus();
  }

  function remove(row) {
    const index = rows.indexOf(row);
    const name = nameOf(row);
    const state = row.widget.read();
    rows.splice(index, 1);
    row.node.remove();
    number();
    offerBack(name, state, index);
    changed();
    say(`${name} removed.`);
    (rows[index]?.widget.at([]) ?? add).focus();
  }

  /* What was removed last can be brought back. */
  function offerBack(name, state, index) {
    removed.hidden = isEmpty(state);
    removed.replaceChildren(`${name} was removed. `, button("Bring it back", name, () => {
      const row = insert(state, Math.min(index, rows.length));
      removed.hidden = true;
      changed();
      row.widget.at([]).focus();
    }, "minor"));
  }

  /* Parts with an id get one from their title, unless somebody wrote another. */
  function propose() {
    const taken = [];
    for (const { widget } of rows) {
      widget.propose?.((name) => freeName(name, taken));
      taken.push(widget.read()?.id);
    }
  }
  frame.node.addEventListener("input", propose);

  return {
    node: frame.node,
    read: () => rows.map(({ widget }) => widget.read()),
    fill(states) {
      rows.forEach(({ node }) => node.remove());
      rows = [];
      removed.hidden = true;
      states.forEach(append);
    },
    at: ([index = 0, ...rest]) => rows[index]?.widget.at(rest) ?? add,
    show([index, ...rest], message) {
      if (index === undefined) frame.show(message);
      else rows[index]?.widget.show(rest, message);
    },
  };
}
