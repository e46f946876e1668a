/* Several choices from a long list: type to filter, arrow keys and Enter to choose; what is chosen stands above in its
   order. A combobox as the ARIA authoring practices describe it. */
import { group, make, newId } from "./elements.js";
import { rowTools } from "./row-tools.js";

const matches = (choice, words) => words.every((word) => `${choice.label} ${choice.id}`.toLowerCase().includes(word));

export function choicesField(field, { say }) {
  const listId = newId();
  const list = make("ul", { id: listId, role: "listbox", "aria-label": field.label, hidden: true });
  const input = make("input", { type: "text", id: newId(), role: "combobox", autocomplete: "off", spellcheck: "false",
    "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": listId });
  const what = field.label.toLowerCase();
  const invitation = `Add to ${what}: type part of a name, or press the down arrow`;
  const label = make("label", { for: input.id, class: "minor" }, invitation);
  const picked = make("ol", { class: "picked" });
  const frame = group(field, picked, label, input, list);
  let chosen = [];
  let offered = [];
  let active = -1;

  const labelOf = (id) => field.choices.find((choice) => choice.id === id)?.label ?? `${id} (not in the list)`;
  const changed = () => frame.node.dispatchEvent(new Event("input", { bubbles: true }));

  function close() {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function mark(index) {
    active = index;
    [...list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === index)));
    const option = list.children[index];
    if (!option) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  function offer() {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    offered = field.choices.filter((choice) => !chosen.includes(choice.id) && matches(choice, words));
    list.replaceChildren(...offered.map((choice) => {
      const option = make("li", { id: newId(), role: "option", "aria-selected": "false" }, `${choice.label} `,
        make("span", { class: "id" }, choice.id));
      option.addEventListener("click", () => pick(choice));
      return option;
    }));
    list.hidden = !offered.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    mark(words.length ? 0 : -1);
    if (!words.length) return;
    say(offered.length ? `${offered.length} to choose from` : `Nothing in ${what} matches “${input.value}”.`);
  }

  function pick(choice) {
    chosen.push(choice.id);
    input.value = "";
    close();
    draw();
    changed();
    say(`${choice.label} added; ${chosen.length} chosen.`);
  }

  function take(index) {
    const [id] = chosen.splice(index, 1);
    draw();
    changed();
    say(`${labelOf(id)} removed.`);
    input.focus();
  }

  function swap(from, to) {
    [chosen[from], chosen[to]] = [chosen[to], chosen[from]];
    draw();
    changed();
    say(`${labelOf(chosen[to])} is now number ${to + 1}.`);
    picked.children[to].querySelector(to < from ? "[data-move=up]" : "[data-move=down]").focus();
  }

  function draw() {
    picked.replaceChildren(...chosen.map((id, index) => make("li", {}, make("span", { class: "name" }, labelOf(id)),
      rowTools(labelOf(id), chosen.length, {
        up: () => (index ? swap(index, index - 1) : say("This is the first.")),
        down: () => (index < chosen.length - 1 ? swap(index, index + 1) : say("This is the last.")),
        remove: () => take(index),
      }))));
    picked.hidden = !chosen.length;
  }

  const keys = {
    ArrowDown: () => (list.hidden ? (offer(), mark(0)) : mark(Math.min(active + 1, offered.length - 1))),
    ArrowUp: () => (list.hidden ? (offer(), mark(offered.length - 1)) : mark(Math.max(active - 1, 0))),
    Enter: () => offered[active] && !list.hidden && pick(offered[active]),
    Escape: () => (list.hidden ? (input.value = "") : close()),
  };
  input.addEventListener("keydown", (event) => {
    if (!keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
  input.addEventListener("input", (event) => {
    event.stopPropagation(); // a filter is no change of the briefing
    offer();
  });
  input.addEventListener("click", () => (list.hidden ? offer() : close()));
  input.addEventListener("blur", close);
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
  draw();

  return {
    node: frame.node,
    read: () => [...chosen],
    fill(ids) {
      chosen = [...ids];
      draw();
    },
    at: () => input,
    show: (path, message) => frame.show(message),
  };
}
