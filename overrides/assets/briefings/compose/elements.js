/* Making elements. Text enters the page as text, never as markup. */

let last = 0;
export const newId = () => `compose-${(last += 1)}`;

export function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children);
  return node;
}

/* A button whose name goes on, for those who hear it, with what it is for. */
export function button(text, forWhat, press, className) {
  const node = make("button", { type: "button", class: className }, text);
  if (forWhat) node.append(make("span", { class: "unseen" }, ` ${forWhat}`));
  node.addEventListener("click", press);
  return node;
}

const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1) + (/[.?!]$/.test(text) ? "" : ".");

/* The hint of a field with its example. */
function hintText({ hint, example }) {
  return [hint && sentence(hint), example !== undefined && `For example: ${example}`].filter(Boolean).join(" ");
}

/* Hint and place for a fault, with the ids by which a control names them. */
export function notes(field) {
  const hint = make("p", { id: newId(), class: "hint" }, hintText(field));
  const fault = make("p", { id: newId(), class: "fault", hidden: true });
  const show = (message) => {
    fault.textContent = message ?? "";
    fault.hidden = !message;
  };
  const nodes = [hint.textContent && hint, fault].filter(Boolean);
  return { nodes, show, ids: nodes.map(({ id }) => id).join(" ") };
}

/* A frame around several controls: its name, its notes, and what is in it. */
export function group(field, ...content) {
  const { nodes, show, ids } = notes(field);
  const legend = make("legend", {}, field.label);
  const node = make("fieldset", { class: `field ${field.type}-field`, "aria-describedby": ids }, legend, ...nodes, ...content);
  return { node, legend, show };
}

/* Opens every fold around an element, so that it can be seen, and goes there. */
export function goTo(node) {
  for (let fold = node.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  node.focus();
  node.scrollIntoView({ block: "center" });
}
