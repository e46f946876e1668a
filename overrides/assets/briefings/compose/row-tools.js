/* The buttons of an item in a list: up, down, away; where it is the only one, there is no up and down. */
import { button, make } from "./elements.js";

export function rowTools(name, count, { up, down, remove }) {
  const actions = [["Move up", up, "up"], ["Move down", down, "down"], ["Remove", remove, "away"]];
  const tools = actions.map(([text, press, move]) => {
    const node = button(text, name, press, "minor");
    node.dataset.move = move;
    node.hidden = count < 2 && move !== "away";
    return node;
  });
  return make("div", { class: "tools" }, ...tools);
}
